import Lang
import Logging

/// A spec that could not be loaded: syntax faults, an exception at module level, no user class.
public struct SpecFault: Error {
  /// What is wrong, where, and what to do: the rendered diagnostics or the traceback, without a final newline. Empty
  /// when the spec has called `exit()`.
  public let text: String
  /// The status with which the process is to exit.
  public let exitStatus: Int32

  /// Creates a fault from its text.
  public init(text: String, exitStatus: Int32 = 1) {
    self.text = text
    self.exitStatus = exitStatus
  }
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
  /// Whether statistics are zeroed once all users are there.
  public var resetStats = false
  /// How many users the run asks for; nil when it doesn't say.
  public var userCount: Int?
  /// How many users are started a second; nil when it isn't said.
  public var spawnRate: Double?
  /// How long the run lasts, in seconds; nil for no end.
  public var runTime: Double?

  /// Creates options with Locust's defaults.
  public init() {}
}

/// A loaded spec and the users that run it in this process.
///
/// The master loads it and forks the workers, which so have it already; from `begin` on each process goes its own way.
/// In the master `statistics` holds what all workers have measured.
public final class LoadTest {
  /// What a process does with the spec.
  public enum Role {
    /// It runs no users: it leads those that do.
    case master
    /// It runs users. Workers are numbered from 0.
    case worker(index: Int)
  }

  /// `environment.runner.state`
  public enum State: String {
    case ready, spawning, running, cleanup, stopping, stopped, missing
  }

  /// The load test of the process.
  nonisolated(unsafe) public private(set) static var current: LoadTest?

  /// The classes to run, sorted by name.
  public internal(set) var userClasses: [UserClassInfo]
  /// What this process's users have measured.
  public let statistics = Statistics()
  /// What the spec sees as `environment.runner.state`; kept by whoever leads the run.
  public var state = State.ready
  /// How many users the run is to have now; for `environment.runner.target_user_count`.
  public var targetUserCount = 0
  /// In the master: how many users of each class all workers report. Nil in a worker.
  public var clusterUserCounts: [String: Int]?
  /// Called when the spec ends the run: `environment.runner.quit()`, or a user that can't exist (`StopTest`); the text
  /// says why, nil for on request.
  public var onQuit: (_ reason: String?) -> Void = { _ in }

  /// The spec's `environment`.
  let environment: Value
  /// The classes of the users that are alive: those to run, and for a while those that a swap has removed.
  var classes: [UserClass]
  /// The first version's module.
  let module: Namespace
  /// The classes themselves, in the order of `userClasses`.
  var userClassValues: [Value] { classes.map(\.value) }
  let options: LoadOptions
  let swap = SpecSwap()
  private var whenEmpty: Fiber?
  private var statusOfExit: Int32?

  /// How many users of each class are alive.
  public var userCounts: [String: Int] {
    Dictionary(uniqueKeysWithValues: classes.map { ($0.name, $0.users.count) })
  }

  var reportedUserCounts: [String: Int] { clusterUserCounts ?? userCounts }

  /// `environment.process_exit_code`, when the spec has set it; else what `exit()` in a listener asked for.
  public var exitCode: Int32? {
    let code = Instance.get(environment, Symbol("process_exit_code")) ?? .none
    if let int = Integer.int(code) { return Int32(truncatingIfNeeded: int & 0xFF) }
    return statusOfExit
  }

  /// Whether a listener of an event has raised something: the exit status is 2 then, unless requests have failed.
  public private(set) var hasFailedListeners = false

  /// Reads, checks and runs a spec's module level, and picks its user classes.
  ///
  /// - Throws: `SpecFault` when the spec is not to be run.
  public init(path: String, options: LoadOptions) throws(SpecFault) {
    Interpreter.start()
    Host.connect()
    Host.connectLog()
    let loader = SpecLoader(path: path)
    module = try loader.load()
    swap.begin(with: module)
    let known = try LoadTest.userClasses(of: module)
    classes = try LoadTest.choose(options.userClasses, from: known, path: path)
    self.options = options
    do throws(Raised) {
      var infos: [UserClassInfo] = []
      for userClass in classes { infos.append(try userClass.info()) }
      userClasses = infos
      environment = try LoadTest.makeEnvironment(options, path, classes, importer: loader.importer)
    } catch { throw SpecFault(text: Program.traceback(error).trimmingEnd()) }
    Heap.pin(environment)
    LoadTest.current = self
    Heap.addRootProvider { [unowned(unsafe) self] in
      for userClass in classes { for user in userClass.users { Heap.mark(user.value) } }
    }
  }

  // MARK: The life of a run

  /// Takes up a role: makes `environment.runner` and fires `init`. To be called on a fiber, once, after any fork.
  public func begin(_ role: Role) {
    do throws(Raised) {
      let maker = try Attributes.get(environment, "_begin")
      switch role {
      case .master: _ = try Call.call(maker, with: .none)
      case .worker(let index):
        RandomSeed.renew()
        _ = try Call.call(maker, with: Integer.make(index))
      }
      if let host = options.host {
        for userClass in classes { try Attributes.set(userClass.value, Symbol("host"), Str.make(host)) }
      }
      SpecEvents.shared.fire(
        "init",
        [
          ("environment", environment), ("runner", try Attributes.get(environment, "runner")), ("web_ui", .none),
        ])
    } catch { Logger(label: "locust.main").error("\(Program.traceback(error).trimmingEnd())") }
  }

  /// Fires `test_start`. To be called on a fiber.
  public func start() { fireEnvironment("test_start") }

  /// Starts and stops users until each class has the wanted number.
  public func setUserCounts(_ counts: [String: Int]) {
    for userClass in classes where !swap.isRemoved(userClass) {
      let wanted = counts[userClass.name] ?? 0
      let staying = userClass.users.filter { !$0.isEnding && $0.state != .stopping }
      if staying.count < wanted {
        for _ in staying.count..<wanted { add(userClass) }
      } else {
        let timeout = swap.isGraceful ? Double.infinity : options.stopTimeout
        for user in staying.suffix(staying.count - wanted) { stop(user, timeout: timeout) }
      }
    }
  }

  /// Tells the listeners of `spawning_complete` that all users of the run are there.
  public func spawningComplete(userCount: Int) {
    SpecEvents.shared.fire("spawning_complete", [("user_count", Integer.make(userCount))])
  }

  /// Stops every user and fires `test_stop`. To be called on a fiber; returns when no user is left.
  ///
  /// - Parameter timeout: how long users may finish their tasks, in seconds.
  public func stop(timeout: Double) {
    fireEnvironment("test_stopping")
    for userClass in classes {
      for user in userClass.users { stop(user, timeout: timeout) }
    }
    while classes.contains(where: { !$0.users.isEmpty }) {
      whenEmpty = Fiber.current
      _ = EventLoop.shared.park()
    }
    whenEmpty = nil
    fireEnvironment("test_stop")
  }

  /// Fires `quitting`, whose listeners may change the exit status. To be called on a fiber.
  public func quit() {
    SpecEvents.shared.fire("quitting", [("environment", environment)], reverse: true)
    Program.flushOutput()
  }

  /// Fires `quit`, when the exit status is settled.
  public func quitted(exitCode: Int32) {
    SpecEvents.shared.fire("quit", [("exit_code", Integer.make(Int(exitCode)))])
    Program.flushOutput()
  }

  // MARK: Users

  func add(_ userClass: UserClass) {
    let user = UserRun(userClass, of: self)
    userClass.users.append(user)
    user.start()
  }

  func stop(_ user: UserRun, timeout: Double) {
    if user.isEnding || user.stop(force: timeout <= 0) || timeout == .infinity { return }
    // Whoever is still at its task when the time is over is cut off in the middle of it.
    let deadline = EventLoop.now &+ UInt64(timeout * 1e9)
    EventLoop.shared.spawn {
      _ = EventLoop.shared.sleep(until: deadline)
      if user.userClass.users.contains(where: { $0 === user }) {
        Logger(label: "locust.runners").info("Not all users finished their tasks in \(timeout) s; stopping them now")
        user.stop(force: true)
      }
    }
  }

  /// Forgets a user whose fiber has ended.
  func remove(_ user: UserRun) {
    if let index = user.userClass.users.lastIndex(where: { $0 === user }) { user.userClass.users.remove(at: index) }
    swap.note(endOf: user, in: self)
    if let whenEmpty, classes.allSatisfy({ $0.users.isEmpty }) { EventLoop.shared.wake(whenEmpty) }
  }

  /// The run of a user object, if it is alive.
  func run(of value: Value) -> UserRun? {
    for userClass in classes {
      if let user = userClass.users.first(where: { $0.value.bits == value.bits }) { return user }
    }
    return nil
  }

  /// A user that can't exist ends the whole run.
  func stopTest(because reason: String) { onQuit(reason) }

  /// `environment.runner.quit()`
  func quitRequested() { onQuit(nil) }

  /// `exit()` in a listener.
  func exitRequested(by exception: Value) {
    statusOfExit = Program.exitStatus(of: exception) ?? 1
    onQuit(nil)
  }

  /// A listener has raised something.
  func noteListenerFailure() { hasFailedListeners = true }

  private func fireEnvironment(_ name: String) {
    SpecEvents.shared.fire(name, [("environment", environment)])
    Program.flushOutput()
  }
}
