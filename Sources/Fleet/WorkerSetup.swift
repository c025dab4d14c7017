/// What a new machine does when it has started: it fetches the program and works for a master.
public struct WorkerSetup: Sendable {
  /// The master's name or address, as the workers reach it.
  public var masterHost = ""
  /// The port that the master listens on.
  public var masterPort = 5557
  /// The swarm's secret, as hexadecimal digits; nil for a swarm without one.
  public var secret: String?
  /// Where the program is.
  public var package = PackageSource()

  /// Creates a setup without a master.
  public init() {}

  /// The script that the machine runs.
  public var script: String {
    let secretLines = secret.map { Shell.privateFile("/etc/katydid/swarm.key", $0) } ?? ":"
    return """
      \(Shell.head)
      \(package.lines)
      \(secretLines)
      cat > /etc/katydid/worker.conf <<'END'
      master-host = \(masterHost)
      master-port = \(masterPort)\(secret == nil ? "" : "\nsecret-file = /etc/katydid/swarm.key")
      END
      \(Shell.start("katydid-worker", "--config /etc/katydid/worker.conf --worker --processes -1"))

      """
  }
}
