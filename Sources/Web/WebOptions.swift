/// How the page is served.
public struct WebOptions: Sendable {
  /// The address to bind; empty for all.
  public var host = ""
  /// 0 for any free port.
  public var port = 8089
  /// What every path begins with: empty, or `/like/this`.
  public var basePath = ""
  /// Files in PEM format; both or none.
  public var certificateFile: String?
  public var keyFile: String?
  /// Whether the page asks for a login even on loopback.
  public var requiresLogin = false
  /// A file of names and password hashes in Apache's format.
  public var passwordFile: String?
  /// The users of the password file who may look but not steer.
  public var viewers: Set<String> = []
  /// A file with one token for scripts a line; `TOKEN viewer` is one that may look only.
  public var tokenFile: String?

  /// A tarball of the program that is served to new machines; nil for none.
  public var packageFile: String?

  /// How long a request may take to arrive, in s.
  package var patience = 15.0

  public init() {}

  /// Whether only processes of this machine can reach the page.
  var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}

/// Why the page can't be served.
public struct WebFailure: Error, Sendable, CustomStringConvertible {
  /// What is wrong, where, and what to do.
  public let description: String

  /// Creates a failure.
  package init(_ description: String) { self.description = description }
}
