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
  /// How many of them, from the first on, are taken in turn; nil until that has been found out.
  private var inRotation: Int?
  /// Which of these the next connection begins with.
  private var nextAddress = 0
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

  /// Forgets what was known of the addresses before new ones are noted.
  func setAddresses(_ addresses: [SocketAddress], expire: UInt64) {
    self.addresses = addresses
    addressesExpire = expire
    inRotation = nil
  }

  /// Addresses in the order in which a new connection tries them: each begins with the next one, so that the load is
  /// on all of a name's servers. Only those of the first one's family take turns: the other is the second choice.
  package func inTurn(_ addresses: [SocketAddress]) -> [SocketAddress] {
    guard addresses.count > 1 else { return addresses }
    let family = addresses[0].family
    let count = min(inRotation ?? .max, addresses.prefix { $0.family == family }.count)
    guard count > 1 else { return addresses }
    nextAddress = (nextAddress + 1) % count
    return Array(addresses[nextAddress..<count] + addresses[..<nextAddress] + addresses[count...])
  }

  /// Notes which addresses didn't answer: they are tried last until the name is looked up again.
  func noteUnreachable(_ unreachable: [SocketAddress], reachable: [SocketAddress]) {
    addresses = reachable + unreachable
    inRotation = reachable.count
  }

  private init(_ key: Key) {
    isSecure = key.isSecure
    host = key.host
    port = key.port
    let name = key.host.utf8.contains(UInt8(ascii: ":")) ? "[\(key.host)]" : key.host
    hostHeader = Array((key.port == (key.isSecure ? 443 : 80) ? name : "\(name):\(key.port)").utf8)
  }
}
