import CLinux
import Glibc

/// Where connections go: scheme, host and port. There is one object for each, so comparing is by identity.
public final class Origin {
  /// Whether the scheme is https.
  public let isSecure: Bool
  /// The host in lower case, IDNA-encoded; IPv6 addresses without brackets.
  public let host: String
  /// The port.
  public let port: UInt16
  /// The value of the Host header: the host, and the port where it isn't the scheme's.
  public let hostHeader: [UInt8]

  /// The host's addresses once they are known.
  var addresses: [SocketAddress] = []
  /// Until when they are taken as known, in ns on the monotonic clock.
  var addressesExpire: UInt64 = 0

  /// The scheme: `http` or `https`.
  public var scheme: String { isSecure ? "https" : "http" }

  private struct Key: Hashable {
    let isSecure: Bool
    let host: String
    let port: UInt16
  }

  nonisolated(unsafe) private static var known: [Key: Origin] = [:]

  /// The origin with these parts.
  ///
  /// - Parameter port: nil for the scheme's own.
  public static func of(isSecure: Bool, host: String, port: UInt16?) -> Origin {
    let key = Key(isSecure: isSecure, host: host, port: port ?? (isSecure ? 443 : 80))
    if let origin = known[key] { return origin }
    let origin = Origin(key)
    known[key] = origin
    return origin
  }

  private init(_ key: Key) {
    isSecure = key.isSecure
    host = key.host
    port = key.port
    let name = key.host.utf8.contains(UInt8(ascii: ":")) ? "[\(key.host)]" : key.host
    hostHeader = Array((key.port == (key.isSecure ? 443 : 80) ? name : "\(name):\(key.port)").utf8)
  }
}
