/// An address taken apart and normalised, before it becomes an `HTTPAddress`.
///
/// The order of the steps, and which texts are refused with which words, follow `PreparedRequest.prepare_url` of
/// requests and `parse_url` of urllib3.
struct AddressParts {
  var isSecure = false
  var userInfo: [UInt8] = []
  var host = ""
  var port: UInt16?
  /// The path as given.
  var path: [UInt8] = []
  var hasQuery = false
  var query: [UInt8] = []
  var hasFragment = false
  /// Encoded.
  var fragment: [UInt8] = []

  init(isSecure: Bool) { self.isSecure = isSecure }

  init(_ text: String) throws(HTTPFailure) {
    let bytes = Array(text.utf8)
    let url = Array(bytes.drop(while: Bytes.isSpace))
    let shown = String(decoding: url, as: UTF8.self)
    let startsAsHTTP = url.count >= 4 && zip(url, "http".utf8).allSatisfy { Bytes.lower($0) == $1 }
    if url.contains(UInt8(ascii: ":")), !startsAsHTTP { throw HTTPFailure(.invalidScheme(shown)) }
    let generic = GenericAddress(url[...])
    guard let scheme = generic.scheme else { throw HTTPFailure(.missingScheme(shown)) }
    guard let authority = generic.authority, !authority.isEmpty else {
      throw HTTPFailure(.invalidURL(shown, "No host supplied"))
    }
    try setAuthority(authority, of: shown)
    switch scheme {
    case "http": isSecure = false
    case "https": isSecure = true
    default: throw HTTPFailure(.invalidScheme(shown))
    }
    path = Array(generic.path)
    hasQuery = generic.query != nil
    query = Array(generic.query ?? [])
    hasFragment = generic.fragment != nil
    fragment = PercentEncoding.decodeUnreserved(
      PercentEncoding.encode(generic.fragment ?? [], allowing: PercentEncoding.query))
  }

  /// Reads `user:password@host:port`.
  mutating func setAuthority(_ authority: ArraySlice<UInt8>, of shown: String) throws(HTTPFailure) {
    var hostAndPort = authority
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      userInfo = PercentEncoding.decodeUnreserved(
        PercentEncoding.encode(authority[..<at], allowing: PercentEncoding.userInfo))
      hostAndPort = authority[(at + 1)...]
    }
    let failure = HTTPFailure(.invalidURL(shown, AddressParts.complaint(about: hostAndPort)))
    var name = hostAndPort
    var digits: ArraySlice<UInt8> = []
    if hostAndPort.first == UInt8(ascii: "[") {
      guard let end = hostAndPort.firstIndex(of: UInt8(ascii: "]")) else { throw failure }
      name = hostAndPort[(hostAndPort.startIndex + 1)..<end]
      let rest = hostAndPort[(end + 1)...]
      guard rest.isEmpty || rest.first == UInt8(ascii: ":") else { throw failure }
      digits = rest.dropFirst()
      host = String(decoding: name, as: UTF8.self).lowercased()
      guard SocketAddress(literal: host, port: 0) != nil, host.utf8.contains(UInt8(ascii: ":")) else { throw failure }
    } else {
      if let colon = hostAndPort.firstIndex(of: UInt8(ascii: ":")) {
        name = hostAndPort[..<colon]
        digits = hostAndPort[(colon + 1)...]
      }
      try setHost(name, of: shown, failure)
    }
    digits = digits.drop { $0 == UInt8(ascii: "0") }
    guard digits.count <= 5, digits.allSatisfy({ (48...57).contains($0) }) else { throw failure }
    guard let number = digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self)), number <= 65535 else {
      throw HTTPFailure(.invalidURL(shown, "Failed to parse: \(shown)"))
    }
    port = number == 0 ? nil : UInt16(number)
  }

  /// What urllib3 (2.8) says of `host:port` that it can't read.
  private static func complaint(about hostAndPort: ArraySlice<UInt8>) -> String {
    func quoted(_ bytes: ArraySlice<UInt8>) -> String {
      let escapes: [Unicode.Scalar: String] = ["\t": "\\t", "\n": "\\n", "\r": "\\r", "'": "\\'", "\\": "\\\\"]
      let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
        if let escape = escapes[scalar] { return escape }
        guard scalar.value < 32 || scalar.value == 127 else { return String(scalar) }
        return "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      }
      return "'\(text.joined())'"
    }
    guard let bad = hostAndPort.first(where: { $0 <= 32 || $0 == 127 }) else {
      return "Failed to parse: \(quoted(hostAndPort)) is not a valid host or port"
    }
    return "Failed to parse: Host \(quoted(hostAndPort)) contains invalid character \(quoted([bad]))"
  }

  private mutating func setHost(
    _ name: ArraySlice<UInt8>, of shown: String, _ failure: HTTPFailure
  ) throws(HTTPFailure) {
    guard !name.isEmpty else { throw HTTPFailure(.invalidURL(shown, "No host supplied")) }
    // A line break or a blank in a host would go into the Host header.
    guard name.allSatisfy({ $0 > 32 && $0 != 127 && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") }) else {
      throw failure
    }
    guard name.first != UInt8(ascii: "*"), name.first != UInt8(ascii: ".") else {
      throw HTTPFailure(.invalidURL(shown, "URL has an invalid label."))
    }
    let text = String(decoding: name, as: UTF8.self).lowercased()
    if text.utf8.allSatisfy({ $0 < 128 }) {
      host = text
    } else if let encoded = Punycode.encode(host: text) {
      host = encoded
    } else {
      throw HTTPFailure(.invalidURL(shown, "URL has an invalid label."))
    }
  }

  var origin: Origin { Origin.of(isSecure: isSecure, host: host, port: port) }

  /// Path and query as sent.
  var target: [UInt8] {
    var target = PercentEncoding.decodeUnreserved(
      PercentEncoding.encode(AddressParts.removingDotSegments(path[...])[...], allowing: PercentEncoding.path))
    if target.first != UInt8(ascii: "/") { target.insert(UInt8(ascii: "/"), at: 0) }
    if !query.isEmpty {
      target.append(UInt8(ascii: "?"))
      target += PercentEncoding.decodeUnreserved(
        PercentEncoding.encode(query[...], allowing: PercentEncoding.query))
    }
    return target
  }

  /// Takes out `.` and `..` (RFC 3986, section 5.2.4).
  static func removingDotSegments(_ path: ArraySlice<UInt8>) -> [UInt8] {
    let dot = UInt8(ascii: ".")
    let slash = UInt8(ascii: "/")
    let segments = path.split(separator: slash, omittingEmptySubsequences: false)
    guard segments.contains(where: { $0.elementsEqual([dot]) || $0.elementsEqual([dot, dot]) }) else {
      return Array(path)
    }
    var kept: [ArraySlice<UInt8>] = []
    for segment in segments where !segment.elementsEqual([dot]) {
      if segment.elementsEqual([dot, dot]) { _ = kept.popLast() } else { kept.append(segment) }
    }
    if path.first == slash, kept.first.map({ !$0.isEmpty }) ?? true { kept.insert([], at: 0) }
    if let last = segments.last, last.elementsEqual([dot]) || last.elementsEqual([dot, dot]) { kept.append([]) }
    return Array(kept.joined(separator: [slash]))
  }
}

/// The five parts of any address or reference, as they stand (RFC 3986, appendix B).
struct GenericAddress {
  /// In lower case.
  var scheme: String?
  var authority: ArraySlice<UInt8>?
  var path: ArraySlice<UInt8>
  var query: ArraySlice<UInt8>?
  var fragment: ArraySlice<UInt8>?

  init(_ text: ArraySlice<UInt8>) {
    var rest = text
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[(hash + 1)...]
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[(mark + 1)...]
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")), let first = rest.first, (97...122).contains(first | 32),
      rest[..<colon].allSatisfy({ (97...122).contains($0 | 32) || (48...57).contains($0) || [43, 45, 46].contains($0) })
    {
      scheme = String(decoding: rest[..<colon].map(Bytes.lower), as: UTF8.self)
      rest = rest[(colon + 1)...]
    }
    if rest.starts(with: "//".utf8) {
      let start = rest.startIndex + 2
      // A backslash ends the authority, or "http://good\@bad" would go to another host than it seems to.
      let end = rest[start...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") } ?? rest.endIndex
      authority = rest[start..<end]
      rest = rest[end...]
    }
    path = rest
  }
}
