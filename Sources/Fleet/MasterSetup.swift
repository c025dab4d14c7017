/// What a new machine does that is to be the master: it fetches the program, gets the spec, and serves the page.
public struct MasterSetup: Sendable {
  /// How large a script may be for EC2, in bytes.
  static let mostBytes = 16 * 1024

  /// The locustfile's text.
  public var spec = ""
  /// Names and password hashes of those who may use the page, in Apache's format.
  public var passwords = ""
  /// The target of the run; nil leaves it to the spec or the page.
  public var host: String?
  /// The port of the page.
  public var webPort = 443
  /// Addresses that may use the page, as in 203.0.113.7/32.
  public var webSources: [String] = []

  /// Creates a setup without a spec.
  public init() {}

  /// The script that the machine runs.
  ///
  /// - Parameter workers: what its workers are told: the program, the port and the secret are the master's, too.
  /// - Throws: `FleetFault` when it is too large for EC2.
  public func script(with workers: WorkerSetup) throws(FleetFault) -> String {
    var lines = ["locustfile = /etc/katydid/locustfile.py", "web-host = 0.0.0.0", "web-port = \(webPort)"]
    lines += ["htpasswd = /etc/katydid/users", "master-bind-port = \(workers.masterPort)"]
    if workers.secret != nil { lines.append("secret-file = /etc/katydid/swarm.key") }
    if let host { lines.append("host = \(host)") }
    let script = """
      \(Shell.head)
      \(workers.package.lines)
      \(workers.secret.map { Shell.privateFile("/etc/katydid/swarm.key", $0) } ?? ":")
      \(Shell.privateFile("/etc/katydid/users", passwords))
      \(Shell.privateFile("/etc/katydid/locustfile.py", spec))
      cat > /etc/katydid/master.conf <<'END'
      \(lines.joined(separator: "\n"))
      END
      \(Shell.start("katydid-master", "--config /etc/katydid/master.conf --master", powers: "net_bind_service"))

      """
    guard script.utf8.count <= MasterSetup.mostBytes else {
      throw FleetFault(
        .refused,
        "The spec is too large to be sent with a new machine: \(script.utf8.count) bytes of \(MasterSetup.mostBytes). "
          + "Start with a small one and give the page the rest, or run a master of your own and name it with --master-host"
      )
    }
    return script
  }
}
