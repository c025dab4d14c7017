/// What a change of the spec does to the users that run.
public enum SwapMode: String, Sendable {
  /// Users live on and change over between two of their tasks.
  case keep
  /// Fresh users take their place.
  case restart
}

/// What a master watches, and how workers get it.
public struct SpecSettings: Sendable {
  /// The locustfiles.
  public var paths = ["locustfile.py"]
  /// Looks for the locustfiles anew, where a folder was named; nil where files were.
  public var find: (@Sendable () -> [String])?
  /// The folders whose new Python files are locustfiles.
  public var folders: [String] = []
  /// Further files that workers need.
  public var includes: [String] = []
  /// Whether changes of files are noticed by themselves.
  public var watches = true
  /// What a change does to users.
  public var mode = SwapMode.keep
  /// The command that checks locustfiles in a process of its own and prints the paths of the files that it has read;
  /// the locustfiles' paths come last. Standard input has the texts that stand for files, as a bundle's message.
  public var checkCommand: [String] = []

  /// Creates settings with the usual values.
  public init() {}
}
