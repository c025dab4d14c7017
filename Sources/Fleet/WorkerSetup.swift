/// What a new machine does when it has started: it fetches the program and works for a master.
public struct WorkerSetup: Sendable {
  /// The master's name or address, as the workers reach it.
  public var masterHost = ""
  /// The port that the master listens on.
  public var masterPort = 5557
  /// The swarm's secret, as hexadecimal digits; nil for a swarm without one.
  public var secret: String?
  /// Where the tarball of the program is.
  public var packageURL = ""
  /// The SHA-256 of the tarball, as hexadecimal digits.
  public var packageDigest = ""
  /// The SHA-256 of the public key of the server that has it, as curl's `--pinnedpubkey` takes it; nil to check its
  /// certificate.
  public var serverKey: String?

  /// Creates a setup without a master.
  public init() {}

  /// The script that cloud-init runs as root (https://cloudinit.readthedocs.io, user-data scripts). It can be run again.
  public var script: String {
    let pin = serverKey.map { "--insecure --pinnedpubkey \(WorkerSetup.quoted($0)) " } ?? ""
    return """
      #!/bin/sh
      set -eu
      umask 022
      package=/var/cache/katydid.tar.gz
      url=\(WorkerSetup.quoted(packageURL))
      digest=\(WorkerSetup.quoted(packageDigest))
      for try in 1 2 3 4 5 6 7 8 9 10; do
        if command -v curl > /dev/null; then
          curl -fsSL --connect-timeout 5 --max-time 120 \(pin)-o "$package" "$url" || true
        else
          wget -q -T 30 -O "$package" "$url" || true
        fi
        echo "$digest  $package" | sha256sum -c --status 2> /dev/null && break
        [ "$try" -lt 10 ] || { echo "katydid: no package with the right digest at $url" >&2; exit 1; }
        sleep "$try"
      done
      mkdir -p /opt/katydid /etc/katydid
      tar -C /opt/katydid --strip-components=1 -xzf "$package"
      ln -sf /opt/katydid/bin/katydid /usr/local/bin/katydid
      getent passwd katydid > /dev/null || useradd --system --home-dir /var/lib/katydid --shell /usr/sbin/nologin katydid
      \(secretLines)
      cat > /etc/katydid/worker.conf <<'END'
      master-host = \(masterHost)
      master-port = \(masterPort)\(secret == nil ? "" : "\nsecret-file = /etc/katydid/swarm.key")
      END
      sysctl -q -w net.ipv4.ip_local_port_range='1024 65535' vm.max_map_count=262144 2> /dev/null || true
      if [ -d /run/systemd/system ]; then
        sed 's|/usr/bin/katydid|/usr/local/bin/katydid|' /opt/katydid/lib/systemd/system/katydid-worker.service \\
          > /etc/systemd/system/katydid-worker.service
        systemctl daemon-reload
        systemctl enable --now katydid-worker
      else
        cd /
        setpriv --reuid=katydid --regid=katydid --clear-groups \\
          /usr/local/bin/katydid --config /etc/katydid/worker.conf --worker --processes -1 \\
          > /var/log/katydid-worker.log 2>&1 &
      fi

      """
  }

  private var secretLines: String {
    guard let secret else { return ":" }
    return """
      (umask 077; cat > /etc/katydid/swarm.key) <<'END'
      \(secret)
      END
      chown katydid /etc/katydid/swarm.key
      """
  }

  /// A text in a shell's single quotes.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
