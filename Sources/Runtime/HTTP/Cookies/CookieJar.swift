import Glibc

/// The cookies of one user, accepted and sent by the rules of Python's `http.cookiejar` (RFC 6265 in the large;
/// where the two differ, as in sending a host's cookies to its subdomains, Python's way is taken).
public final class CookieJar {
  /// The cookies, those of one domain, and of one path in it, together, in the order they came first.
  public private(set) var all: [Cookie] = []

  /// The header that was sent last, where it holds for every path of an origin: for most sites it doesn't change.
  private var cached: (origin: Origin, header: [UInt8], expires: Int)?

  /// Creates an empty jar.
  public init() {}

  /// Whether there are no cookies.
  @inline(__always)
  public var isEmpty: Bool { all.isEmpty }

  /// A jar with the same cookies.
  public func copy() -> CookieJar {
    let copy = CookieJar()
    copy.all = all
    return copy
  }

  /// Puts a cookie into the jar, in place of one with the same domain, path and name.
  public func set(_ cookie: Cookie) {
    var cookie = cookie
    // As requests does: escaped quotes within quotes are dropped.
    if let value = cookie.value, value.hasPrefix("\""), value.hasSuffix("\"") {
      cookie.value = CookieJar.withoutEscapedQuotes(value)
    }
    cached = nil
    if let index = index(domain: cookie.domain, path: cookie.path, name: cookie.name) {
      all[index] = cookie
    } else if let last = all.lastIndex(where: { $0.domain == cookie.domain && $0.path == cookie.path }) {
      all.insert(cookie, at: last + 1)
    } else if let last = all.lastIndex(where: { $0.domain == cookie.domain }) {
      all.insert(cookie, at: last + 1)
    } else {
      all.append(cookie)
    }
  }

  private static func withoutEscapedQuotes(_ value: String) -> String {
    var kept: [UInt8] = []
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\""), kept.last == UInt8(ascii: "\\") { kept.removeLast() } else { kept.append(byte) }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The first cookie with a name.
  ///
  /// - Parameters:
  ///   - domain: which domain it must have; nil for any.
  ///   - path: which path it must have; nil for any.
  public func get(_ name: String, domain: String? = nil, path: String? = nil) -> Cookie? {
    all.first { matches($0, name, domain, path) }
  }

  /// Takes out the cookies with a name, of a domain and path if given.
  public func remove(_ name: String, domain: String? = nil, path: String? = nil) {
    cached = nil
    all.removeAll { matches($0, name, domain, path) }
  }

  /// Takes out every cookie, or those of a domain, or of a path in it.
  public func clear(domain: String? = nil, path: String? = nil) {
    cached = nil
    all.removeAll { matches($0, nil, domain, path) }
  }

  private func matches(_ cookie: Cookie, _ name: String?, _ domain: String?, _ path: String?) -> Bool {
    (name == nil || cookie.name == name) && (domain == nil || cookie.domain == domain)
      && (path == nil || cookie.path == path)
  }

  private func index(domain: String, path: String, name: String) -> Int? {
    all.firstIndex { $0.name == name && $0.path == path && $0.domain == domain }
  }

  // MARK: Sending

  /// The value of the Cookie header for a request; empty for none. Cookies that have expired are taken out.
  package func header(for address: HTTPAddress) -> [UInt8] {
    let now = CookieJar.now
    if let cached, cached.origin === address.origin, cached.expires > now { return cached.header }
    all.removeAll { cookie in cookie.expires.map { $0 <= now } ?? false }
    let host = CookieHost(address.origin)
    let forOrigin = all.filter { ($0.isSecure ? address.origin.isSecure : true) && host.receives($0.domain) }
    let path = String(decoding: address.path, as: UTF8.self)
    let matching = forOrigin.filter { CookieJar.path(path, isIn: $0.path) }
    // Longest paths first, otherwise in the jar's order: a stable sort.
    let sorted = matching.enumerated().sorted { first, second in
      let lengths = (first.element.path.utf8.count, second.element.path.utf8.count)
      return lengths.0 == lengths.1 ? first.offset < second.offset : lengths.0 > lengths.1
    }
    var header: [UInt8] = []
    for (_, cookie) in sorted {
      if !header.isEmpty { header += Array("; ".utf8) }
      header += CookieJar.wire(cookie.name)
      if let value = cookie.value {
        header.append(UInt8(ascii: "="))
        header += CookieJar.wire(value)
      }
    }
    if forOrigin.allSatisfy({ $0.path == "/" }) {
      cached = (address.origin, header, forOrigin.lazy.compactMap(\.expires).min() ?? .max)
    } else {
      cached = nil
    }
    return header
  }

  private static func path(_ path: String, isIn prefix: String) -> Bool {
    guard path.hasPrefix(prefix) else { return false }
    let length = prefix.utf8.count
    return path.utf8.count == length || prefix.hasSuffix("/") || path.utf8.dropFirst(length).first == UInt8(ascii: "/")
  }

  /// Text as header bytes: Latin-1 where that can be, UTF-8 otherwise; never a line break.
  private static func wire(_ text: String) -> [UInt8] {
    let isLatin = text.unicodeScalars.allSatisfy { $0.value < 256 }
    let bytes = isLatin ? text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : Array(text.utf8)
    return bytes.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0 }
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return time.tv_sec
  }

  // MARK: Receiving

  /// Takes the cookies that a response sets, if its server may set them.
  package func extract(from response: HTTPResponse) {
    let host = CookieHost(response.address.origin)
    let path = String(decoding: response.address.path, as: UTF8.self)
    let now = CookieJar.now
    response.forEachSetCookie { line in
      guard let parsed = SetCookieParser.parse(HeaderLines.latin1(line), host: host, requestPath: path, now: now) else {
        return
      }
      let cookie = parsed.cookie
      if parsed.isRemoval {
        cached = nil
        all.removeAll { $0.name == cookie.name && $0.path == cookie.path && $0.domain == cookie.domain }
      } else if !cookie.isDomainSpecified || host.maySet(cookie.domain) {
        set(cookie)
      }
    }
  }
}

/// A host, as cookies' domains are compared with it.
struct CookieHost {
  /// The host; one without a dot, unless it is an IPv4 address, counts as one in `.local`.
  let effective: String
  private let host: String

  init(_ origin: Origin) {
    host = origin.host.utf8.contains(UInt8(ascii: ":")) ? "[\(origin.host)]" : origin.host
    effective = host.utf8.contains(UInt8(ascii: ".")) ? host : host + ".local"
  }

  /// Whether a cookie of a domain is sent to the host.
  func receives(_ domain: String) -> Bool {
    if domain.isEmpty { return true }
    let dotted = domain.hasPrefix(".") ? domain : "." + domain
    return ("." + effective).hasSuffix(dotted)
  }

  /// Whether the host may set a cookie for a domain, which begins with a dot.
  func maySet(_ domain: String) -> Bool {
    let undotted = domain.hasPrefix(".") ? String(domain.dropFirst()) : domain
    guard undotted.utf8.contains(UInt8(ascii: ".")) || effective.hasSuffix(".local") else { return false }
    return effective.hasSuffix(domain) || effective.hasSuffix(undotted + ".local") || effective.hasPrefix(".")
      || ("." + effective).hasSuffix(domain)
  }
}
