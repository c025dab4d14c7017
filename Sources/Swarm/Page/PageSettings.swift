import Runtime
import Web

/// How the web page is asked for.
public struct PageSettings: Sendable {
  /// How it is served.
  public var server = WebOptions()
  /// Whether the test starts without being told to.
  public var startsAtOnce = false
  /// How long after such a test the program ends, in s; nil for never.
  public var quitsAfter: Int?
  /// Whether the page lets people choose user classes and shapes.
  public var showsClassPicker = false
  /// The page's address as the log shows it; nil for what it is bound to.
  public var displayName: String?
  /// What `--run-time` says, as it was written.
  public var runTime: String?
  /// The arguments of the spec that the start form asks for.
  public var arguments: [CustomArgument] = []

  /// The command that lints a text on standard input and prints JSON; the text's file name and `-` are added. Empty for
  /// none.
  public var lintCommand: [String] = []

  /// Creates settings with Locust's defaults.
  public init() {}
}
