/// Where the nodes of a swarm meet, and what they expect of each other.
public struct SwarmSettings: Sendable {
  /// The address that the master listens at; `*` for all.
  public var bindHost = "*"
  /// The port that the master listens at; 0 for a free one.
  public var bindPort = 5557
  /// The machine that workers find the master on.
  public var masterHost = "127.0.0.1"
  /// The port that workers find the master at.
  public var masterPort = 5557
  /// How many workers a headless test waits for before it starts.
  public var expectedWorkers = 1
  /// How long it waits for them, in s; 0 for as long as it takes.
  public var expectedWorkersMaxWait = 0.0
  /// How many worker processes a worker machine runs.
  public var processes = 1
  /// The swarm's secret; nil for none: anybody who reaches the master can join then.
  public var secret: SwarmSecret?
  /// Whether workers without the secret, such as Locust's, are let in, at the port above the master's.
  public var allowsLocustPeers = false

  /// Creates settings with Locust's defaults.
  public init() {}

  /// Where the master listens.
  var bindEndpoint: String { "tcp://\(SwarmSettings.bracketed(bindHost)):\(bindPort)" }

  /// Where the master listens for workers without the secret.
  var openEndpoint: String? {
    secret != nil && allowsLocustPeers
      ? "tcp://\(SwarmSettings.bracketed(bindHost)):\(bindPort == 0 ? 0 : bindPort + 1)" : nil
  }

  /// Where workers connect to.
  var masterEndpoint: String { "tcp://\(SwarmSettings.bracketed(masterHost)):\(masterPort)" }

  /// Whether only processes of this machine reach the master.
  var isLoopback: Bool { bindHost == "localhost" || bindHost == "::1" || bindHost.hasPrefix("127.") }

  /// IPv6 addresses go in brackets.
  private static func bracketed(_ host: String) -> String {
    host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host.isEmpty ? "*" : host
  }
}
