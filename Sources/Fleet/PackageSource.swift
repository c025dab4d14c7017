/// Where a new machine gets the program.
public struct PackageSource: Sendable {
  /// Where the tarball of the program is.
  public var url = ""
  /// The SHA-256 of the tarball, as hexadecimal digits.
  public var digest = ""
  /// The SHA-256 of the public key of the server that has it, as curl's `--pinnedpubkey` takes it; nil to check its
  /// certificate.
  public var serverKey: String?

  /// Creates a source that has nothing.
  public init() {}

  /// The lines of a shell script that fetch the tarball, check it, and put the program into `/opt/katydid`.
  var lines: String {
    let pin = serverKey.map { "--insecure --pinnedpubkey \(Shell.quoted($0)) " } ?? ""
    return """
      package=/var/cache/katydid.tar.gz
      url=\(Shell.quoted(url))
      digest=\(Shell.quoted(digest))
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
      """
  }
}

/// Pieces of the scripts that new machines run as root by cloud-init (https://cloudinit.readthedocs.io, user-data
/// scripts). Each can be run again.
enum Shell {
  /// What every script begins with.
  static let head = """
    #!/bin/sh
    set -eu
    umask 022
    """

  /// A text in single quotes.
  static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

  /// Writes a file that only the program's user may read.
  static func privateFile(_ path: String, _ text: String) -> String {
    """
    (umask 077; cat > \(path)) <<'KATYDID-END'
    \(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    KATYDID-END
    chown katydid \(path)
    """
  }

  /// Starts a service of the tarball, or, where there is no systemd, the program itself.
  ///
  /// - Parameters:
  ///   - unit: the service's name.
  ///   - words: the program's arguments.
  ///   - powers: the capabilities that it needs, as setpriv names them.
  static func start(_ unit: String, _ words: String, powers: String? = nil) -> String {
    let granted = powers.map { " --inh-caps=+\($0) --ambient-caps=+\($0)" } ?? ""
    return """
      sysctl -q -w net.ipv4.ip_local_port_range='1024 65535' vm.max_map_count=262144 2> /dev/null || true
      if [ -d /run/systemd/system ]; then
        sed 's|/usr/bin/katydid|/usr/local/bin/katydid|' /opt/katydid/lib/systemd/system/\(unit).service \\
          > /etc/systemd/system/\(unit).service
        systemctl daemon-reload
        systemctl enable --now \(unit)
      else
        cd /
        setpriv --reuid=katydid --regid=katydid --clear-groups\(granted) \\
          /usr/local/bin/katydid \(words) \\
          > /var/log/\(unit).log 2>&1 &
      fi
      """
  }
}
