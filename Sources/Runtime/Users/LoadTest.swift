import Lang

/// A spec that could not be loaded: syntax faults, an exception at module level, no user class.
public struct SpecFault: Error {
  /// What is wrong, where, and what to do: the rendered diagnostics or the traceback, without a final newline.
  public let text: String

  /// Creates a fault from its text.
  public init(text: String) { self.text = text }
}

/// A user class of a spec, as the dispatcher needs it.
public struct UserClassInfo: Sendable, Equatable {
  /// The class's name.
  public let name: String
  /// Its share of the users, relative to the other classes.
  public let weight: Double
  /// How many users it gets whatever the weights say; 0 for by weight.
  public let fixedCount: Int
  /// The `host` attribute of the class, if it has one.
  public let host: String?

  /// Creates a description of a class.
  public init(name: String, weight: Double, fixedCount: Int, host: String?) {
    self.name = name
    self.weight = weight
    self.fixedCount = fixedCount
    self.host = host
  }
}

/// What a run is asked for, as far as a worker's users can see it.
public struct LoadOptions: Sendable {
  /// The base address of the target; nil leaves it to the user classes.
  public var host: String?
  /// The names of the user classes to run; empty for all.
  public var userClasses: [String] = []
  /// How long a stopping user may take to finish its task, in seconds.
  public var stopTimeout: Double = 0

  /// Creates options with Locust's defaults.
  public init() {}
}

/// A loaded spec and the users that run it in this process.
public final class LoadTest {
  /// The classes to run, sorted by name.
  public let userClasses: [UserClassInfo] = []
  /// What this process's users have measured.
  public let statistics = Statistics()
  /// How many users of each class are alive.
  public var userCounts: [String: Int] { [:] }
  /// `environment.process_exit_code`, when the spec has set it.
  public var exitCode: Int32? { nil }

  /// Reads, checks and runs a spec's module level, and picks its user classes.
  ///
  /// - Throws: `SpecFault` when the spec is not to be run.
  public init(path: String, options: LoadOptions) throws(SpecFault) {}

  /// Starts the part that needs the event loop, and fires `test_start`. To be called on a fiber, after any fork.
  public func start() {}

  /// Starts and stops users until each class has the wanted number.
  public func setUserCounts(_ counts: [String: Int]) {}

  /// Stops every user and fires `test_stop`. To be called on a fiber; returns when no user is left.
  ///
  /// - Parameter timeout: how long users may finish their tasks, in seconds.
  public func stop(timeout: Double) {}

  /// Fires `quitting` and `quit`. To be called on a fiber, last.
  public func quit() {}
}
