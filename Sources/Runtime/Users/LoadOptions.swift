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
  /// The names of its tasks, each once.
  public let tasks: [String]
  /// The names of those that it was declared with.
  public let allTasks: [String]

  /// Creates a description of a class.
  public init(
    name: String, weight: Double, fixedCount: Int, host: String?, tasks: [String] = [], allTasks: [String] = []
  ) {
    self.name = name
    self.weight = weight
    self.fixedCount = fixedCount
    self.host = host
    self.tasks = tasks
    self.allTasks = allTasks
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
  /// Only tasks with one of these tags are run; nil for all.
  public var tags: [String]?
  /// Tasks with one of these tags are not run.
  public var excludedTags: [String]?
  /// Whether all classes weigh the same, and all of a class's tasks.
  public var hasEqualWeights = false
  /// Changes of user classes, as `environment.update_user_class` takes them: `user_class_name` and attributes.
  public var userSettings: [PlainData] = []
  /// What of the command line is left for the spec's own arguments (`Spec.arguments`).
  public var customArguments: [String] = []
  /// The values of configuration files for the spec's own arguments, by their names without dashes.
  public var configuration: [String: String] = [:]
  /// Further options under Locust's names, for `environment.parsed_options`.
  public var others: [String: PlainData] = [:]

  /// Creates options with Locust's defaults.
  public init() {}
}
