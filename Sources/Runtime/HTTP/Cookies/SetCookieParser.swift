import Glibc

/// Reads a Set-Cookie header as Python's `http.cookiejar` reads Netscape cookies.
enum SetCookieParser {
  /// A cookie, or the order to remove one.
  struct Parsed {
    let cookie: Cookie
    /// Whether the cookie had expired already: the one in the jar is to go.
    let isRemoval: Bool
  }

  /// Reads one header's value; nil when it is no cookie.
  ///
  /// - Parameters:
  ///   - requestPath: the path of the request, from which a missing Path is derived.
  ///   - now: the time in seconds since 1970.
  static func parse(_ line: String, host: CookieHost, requestPath: String, now: Int) -> Parsed? {
    var fields = line.split(separator: ";", omittingEmptySubsequences: false).map(field).makeIterator()
    guard let first = fields.next(), !first.key.isEmpty else { return nil }
    var domain: String?
    var path: String?
    var expires: Int?
    var hasExpires = false
    var hasMaxAge = false
    var isSecure = false
    var rest: [String: String?] = [:]
    while let (key, value) = fields.next() {
      if key.isEmpty { continue }
      switch key.lowercased() {
      case "domain":
        guard let value else { return nil }
        if domain == nil { domain = value.lowercased() }
      case "path":
        guard let value else { return nil }
        if path == nil { path = value }
      case "secure":
        isSecure = true
      case "max-age":
        guard let value, let seconds = integer(value) else { return nil }
        // The last one counts, and it goes before any Expires.
        hasMaxAge = true
        expires = now + seconds
      case "expires":
        if hasMaxAge || hasExpires { continue }
        guard let value, let time = CookieDate.parse(value.trimmingQuotes) else { continue }
        expires = time
        hasExpires = true
      case "version":
        guard let value, let version = Int(value.trimmingQuotes), version <= 1 else { return nil }
      case "discard", "port", "comment", "commenturl":
        break
      default:
        if rest[key] == nil { rest[key] = .some(value) }
      }
    }
    let cookie = Cookie(
      name: first.key, value: first.value, domain: domain.map { $0.hasPrefix(".") ? $0 : "." + $0 } ?? host.effective,
      path: cookiePath(path, requestPath), expires: expires, isSecure: isSecure, isDomainSpecified: domain != nil,
      isPathSpecified: path.map { !$0.isEmpty } ?? false, rest: rest)
    return Parsed(cookie: cookie, isRemoval: expires.map { $0 <= now } ?? false)
  }

  private static func field(_ text: Substring) -> (key: String, value: String?) {
    guard let equals = text.firstIndex(of: "=") else { return (text.trimmed, nil) }
    return (text[..<equals].trimmed, text[text.index(after: equals)...].trimmed)
  }

  /// A whole number; one out of range is as large as can be.
  private static func integer(_ text: String) -> Int? {
    if let number = Int(text) { return number.magnitude > 1 << 40 ? (number < 0 ? -(1 << 40) : 1 << 40) : number }
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return text.hasPrefix("-") ? -(1 << 40) : 1 << 40
  }

  private static func cookiePath(_ path: String?, _ requestPath: String) -> String {
    if let path, !path.isEmpty {
      let bytes = Array(path.utf8)
      return String(decoding: PercentEncoding.encode(bytes[...], allowing: PercentEncoding.path), as: UTF8.self)
    }
    let folder = requestPath.lastIndex(of: "/").map { String(requestPath[..<$0]) } ?? requestPath
    return folder.isEmpty ? "/" : folder
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    let isBlank: (Character) -> Bool = { $0.isWhitespace }
    let head = drop(while: isBlank)
    return String(head.reversed().drop(while: isBlank).reversed())
  }

  /// The text without a quote at either end.
  fileprivate var trimmingQuotes: String {
    var text = self[...]
    if text.hasPrefix("\"") { text = text.dropFirst() }
    if text.hasSuffix("\"") { text = text.dropLast() }
    return String(text)
  }
}
