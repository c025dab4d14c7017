/// What the page shows and steers: the master, or something simpler in the page's own tests.
///
/// The server calls from its own threads; implementations hand over to the thread that runs the swarm.
public protocol ControlRoom: AnyObject, Sendable {
  /// What doesn't change while the program runs.
  var setup: Setup { get }
  /// The newest state that was published.
  var snapshot: Snapshot { get }

  /// Starts a test, or changes the one that runs.
  func swarm(_ request: SwarmRequest) async -> SwarmAnswer
  /// Sets attributes of a user class.
  ///
  /// - Parameter settings: a JSON object: `user_class_name`, and attributes with their values.
  /// - Returns: what went wrong, if anything.
  func update(userClass settings: [UInt8]) async -> String?
  /// Stops the test; the users may finish their tasks for as long as the options say.
  func stop() async
  /// Begins the statistics anew.
  func reset() async
  /// The report as one HTML page.
  ///
  /// - Parameter theme: `dark`, `light` or empty for what the reader's system prefers.
  func report(theme: String) async -> String
  /// A table as a CSV file with Locust's columns.
  func csv(_ table: CSVTable) async -> String
  /// Every second of the run as CSV, with Locust's columns; nil unless the run keeps that.
  func fullHistory() async -> String?

  /// The texts of a version of the spec; nil when it isn't kept.
  ///
  /// - Parameter version: its number; nil for the one in use.
  func texts(of version: Int?) async -> SpecTexts?
  /// What lint says of a text that is to be the file of a path.
  ///
  /// - Throws: `WebFailure` when it can't be asked.
  func lint(_ text: String, path: String) async throws -> [Finding]
  /// Changes the spec while the test runs.
  ///
  /// - Parameter cause: who asks, for people.
  func swap(_ wish: SwapWish, by cause: String) async -> SwapAnswer
  /// Writes the texts of the version in use to disk; what went wrong, if anything.
  func writeSpec() async -> String?
}

/// The tables that can be had as CSV files.
public enum CSVTable: String, Sendable, CaseIterable {
  case requests, failures, exceptions
}

/// What the page is told of a run once.
public struct Setup: Sendable {
  /// The file names of the specs, as given.
  public var locustfile: String
  /// Katydid's version.
  public var version: String
  /// The user classes to choose from.
  public var userClasses: [String]
  /// What can be set of each of them.
  public var classSettings: [ClassSettings]
  /// Which percentiles are shown.
  public var percentiles: Percentiles
  /// The load shapes to choose from.
  public var shapeClasses: [String]
  /// The load shape that leads the next test; nil for none.
  public var shape: String?
  /// The tags that tasks have.
  public var tags: [String]
  /// What the start form is filled with.
  public var users: Int?
  public var spawnRate: Double?
  public var runTime: String?
  /// Whether workers run on other machines.
  public var isDistributed: Bool
  /// Whether the start form lets the user choose classes.
  public var showsClassPicker: Bool
  /// The spec's own arguments.
  public var customArguments: [FormArgument]

  public init(
    locustfile: String, version: String, userClasses: [String] = [], classSettings: [ClassSettings] = [],
    percentiles: Percentiles = Percentiles(), shapeClasses: [String] = [], shape: String? = nil,
    tags: [String] = [], users: Int? = nil,
    spawnRate: Double? = nil, runTime: String? = nil, isDistributed: Bool = false, showsClassPicker: Bool = false,
    customArguments: [FormArgument] = []
  ) {
    self.locustfile = locustfile
    self.version = version
    self.userClasses = userClasses
    self.classSettings = classSettings
    self.percentiles = percentiles
    self.shapeClasses = shapeClasses
    self.shape = shape
    self.tags = tags
    self.users = users
    self.spawnRate = spawnRate
    self.runTime = runTime
    self.isDistributed = isDistributed
    self.showsClassPicker = showsClassPicker
    self.customArguments = customArguments
  }
}

/// What can be set of a user class before a test; the JSON names are those of its attributes.
public struct ClassSettings: Sendable, Codable, Equatable {
  public var name: String
  /// The host of its own; nil for the one of the test.
  public var host: String?
  public var weight: Double
  /// How many users it gets whatever the weights say; 0 for by weight.
  public var fixedCount: Int
  /// The names of the tasks that its users do.
  public var tasks: [String]
  /// The names of all tasks that it was declared with.
  public var allTasks: [String]

  public init(name: String, host: String?, weight: Double, fixedCount: Int, tasks: [String], allTasks: [String]) {
    self.name = name
    self.host = host
    self.weight = weight
    self.fixedCount = fixedCount
    self.tasks = tasks
    self.allTasks = allTasks
  }
}

/// An argument that the spec has added to the command line and shows in the start form.
public struct FormArgument: Sendable, Codable {
  /// Its name in `parsed_options`.
  public var name: String
  /// What it is if the form leaves it, as text.
  public var value: String
  public var help: String
  /// Whether the form hides what is typed.
  public var isSecret: Bool
  public var isRequired: Bool
  /// The values to choose from; empty when any is allowed.
  public var choices: [String]

  public init(
    name: String, value: String, help: String = "", isSecret: Bool = false, isRequired: Bool = false,
    choices: [String] = []
  ) {
    self.name = name
    self.value = value
    self.help = help
    self.isSecret = isSecret
    self.isRequired = isRequired
    self.choices = choices
  }
}

/// What the start form asks for; Locust's `/swarm` parameters.
public struct SwarmRequest: Sendable {
  public var users: Int?
  /// Users to start a second.
  public var spawnRate: Double?
  public var host: String?
  /// How long the test shall run, in s; nil for no limit.
  public var runTime: Double?
  public var userClasses: [String]
  /// The load shape that is to lead; nil in it for none. Nil when nothing is said of it.
  public var shapeClass: String??
  /// Only tasks with one of these tags run; nil when nothing is said of them.
  public var tags: [String]?
  /// No task with one of these tags runs; nil when nothing is said of them.
  public var excludedTags: [String]?
  /// The fields that are none of the above: the spec's own arguments.
  public var custom: [String: [String]]

  public init(
    users: Int? = nil, spawnRate: Double? = nil, host: String? = nil, runTime: Double? = nil,
    userClasses: [String] = [], shapeClass: String?? = nil, tags: [String]? = nil, excludedTags: [String]? = nil,
    custom: [String: [String]] = [:]
  ) {
    self.users = users
    self.spawnRate = spawnRate
    self.host = host
    self.runTime = runTime
    self.userClasses = userClasses
    self.shapeClass = shapeClass
    self.tags = tags
    self.excludedTags = excludedTags
    self.custom = custom
  }
}

/// How a wish to start ended.
public enum SwarmAnswer: Sendable, Equatable {
  case started(message: String)
  case refused(reason: String)
}
