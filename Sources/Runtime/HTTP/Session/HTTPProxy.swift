/// A proxy that requests are sent through: plain ones as they are, with the whole address in their first line, those
/// over TLS through a tunnel (RFC 9110, section 9.3.6).
public final class HTTPProxy {
  /// Where the proxy is.
  let origin: Origin
  /// The value of Proxy-Authorization; empty for none.
  let authorization: [UInt8]
  /// Where all plain requests through this proxy go: their connections can be used for any of their origins.
  let address: HTTPAddress

  private struct Key: Hashable {
    let origin: ObjectIdentifier
    let authorization: [UInt8]
  }

  nonisolated(unsafe) private static var known: [Key: HTTPProxy] = [:]

  private init(_ address: HTTPAddress, authorization: [UInt8]) {
    self.address = address
    self.authorization = authorization
    origin = address.origin
  }

  /// The proxy of an address, whose user and password become its authorization. There is one object for each.
  ///
  /// - Throws: `.invalidURL` and the like for what is no http or https address.
  public static func of(_ text: String) throws(HTTPFailure) -> HTTPProxy {
    let address = try HTTPAddress(text.contains("://") ? text : "http://\(text)")
    var authorization: [UInt8] = []
    if let user = address.user, let password = address.password {
      authorization = Array("Basic ".utf8) + Base64.encode(Array("\(user):\(password)".utf8))
    }
    let key = Key(origin: ObjectIdentifier(address.origin), authorization: authorization)
    if let proxy = known[key] { return proxy }
    let proxy = HTTPProxy(address, authorization: authorization)
    known[key] = proxy
    return proxy
  }
}

/// Which requests go through which proxies, as `requests` decides it.
public final class HTTPProxyRules {
  /// Proxies by `scheme://host`, `scheme`, `all://host` or `all`, in lower case.
  private let proxies: [String: HTTPProxy]
  /// Hosts, domains and networks that are reached without one.
  private let exceptions: [String]

  /// Creates rules.
  ///
  /// - Parameters:
  ///   - proxies: proxies by `scheme://host`, `scheme`, `all://host` or `all`.
  ///   - exceptions: hosts, domains, addresses and networks (`10.0.0.0/8`) that are reached without a proxy; `*` is all.
  public init(_ proxies: [String: HTTPProxy], except exceptions: [String] = []) {
    self.proxies = Dictionary(proxies.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    self.exceptions = exceptions.map { $0.lowercased() }
  }

  /// The proxy for a request to an address; nil for none.
  package func proxy(for origin: Origin) -> HTTPProxy? {
    if isExcepted(origin) { return nil }
    let scheme = origin.scheme
    return proxies["\(scheme)://\(origin.host)"] ?? proxies[scheme] ?? proxies["all://\(origin.host)"] ?? proxies["all"]
  }

  private func isExcepted(_ origin: Origin) -> Bool {
    for exception in exceptions where !exception.isEmpty {
      if exception == "*" { return true }
      if exception.contains("/") {
        if HTTPProxyRules.network(exception, contains: origin.host) { return true }
        continue
      }
      var name = exception[...]
      if name.hasPrefix(".") { name = name.dropFirst() }
      if origin.host == name || "\(origin.host):\(origin.port)" == name || origin.host.hasSuffix(".\(name)") {
        return true
      }
    }
    return false
  }

  /// Whether an IPv4 address is in a network written as `10.0.0.0/8`.
  private static func network(_ text: String, contains host: String) -> Bool {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let bits = Int(parts[1]), (0...32).contains(bits), let network = number(String(parts[0])),
      let address = number(host)
    else { return false }
    return bits == 0 || (network ^ address) >> UInt32(32 - bits) == 0
  }

  private static func number(_ text: String) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var number: UInt32 = 0
    for part in parts {
      guard let byte = UInt8(part) else { return nil }
      number = number << 8 | UInt32(byte)
    }
    return number
  }
}
