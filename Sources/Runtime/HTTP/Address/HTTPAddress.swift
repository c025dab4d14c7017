/// An absolute http or https address, taken apart as the Python library `requests` does (RFC 3986).
///
/// Sendable only so that errors can carry it; origins stay on the loop's thread.
public struct HTTPAddress: @unchecked Sendable {
  /// Scheme, host and port.
  public let origin: Origin
  /// Path and query as sent: percent-encoded, never empty.
  public let target: [UInt8]
  /// What few addresses have.
  let extras: Extras?
  /// How a path is put behind this address.
  private let joining: Joining

  /// The parts that few addresses have, together so that addresses are cheap to copy.
  final class Extras {
    /// User and password as in the address.
    let userInfo: [UInt8]
    /// Encoded, without `#`; empty for none.
    let fragment: [UInt8]
    /// Whether the address names the port though it is the scheme's own.
    let showsDefaultPort: Bool
    /// The address as it was given, where `target` doesn't tell.
    let given: String?

    init(userInfo: [UInt8], fragment: [UInt8], showsDefaultPort: Bool, given: String?) {
      self.userInfo = userInfo
      self.fragment = fragment
      self.showsDefaultPort = showsDefaultPort
      self.given = given
    }
  }

  /// How a path is put behind an address.
  private enum Joining {
    /// Nothing followed the host.
    case bare
    /// There was a path, which is `target`.
    case plain
    /// Anything else: to be parsed anew with what is appended.
    case parsed
  }

  init(origin: Origin, target: [UInt8], extras: Extras? = nil) {
    self.origin = origin
    self.target = target
    self.extras = extras
    joining = extras == nil && !target.contains(UInt8(ascii: "?")) ? .plain : .parsed
  }

  /// Takes an absolute address apart.
  ///
  /// - Throws: `.missingScheme`, `.invalidScheme` or `.invalidURL`.
  public init(_ text: String) throws(HTTPFailure) {
    let parts = try AddressParts(text)
    let target = parts.target
    let pathAndQuery = parts.path + (parts.hasQuery ? [UInt8(ascii: "?")] + parts.query : [])
    let isBare = pathAndQuery.isEmpty && !parts.hasFragment
    let isPlain = !parts.hasQuery && !parts.hasFragment && parts.path == target
    origin = parts.origin
    self.target = target
    joining = isBare ? .bare : isPlain ? .plain : .parsed
    let showsDefaultPort = parts.port != nil && parts.port == (parts.isSecure ? 443 : 80)
    if parts.userInfo.isEmpty, parts.fragment.isEmpty, !showsDefaultPort, isBare || isPlain {
      extras = nil
    } else {
      extras = Extras(
        userInfo: parts.userInfo, fragment: parts.fragment, showsDefaultPort: showsDefaultPort,
        given: isBare || isPlain ? nil : text)
    }
  }

  /// Puts a path (and query) behind an address as text is put behind text; no slash is added.
  ///
  /// The hot path: a path of characters that need no work costs one copy.
  ///
  /// - Throws: `.invalidURL` and the like when the result is no address.
  public init(base: HTTPAddress, path: UnsafeBufferPointer<UInt8>) throws(HTTPFailure) {
    if base.joining != .parsed, HTTPAddress.needsNoWork(path) {
      origin = base.origin
      extras = base.extras
      // Not by `init(unsafeUninitializedCapacity:)`, which looks its own type up at run time.
      if base.joining == .bare {
        target = [UInt8](path)
      } else {
        var joined: [UInt8] = []
        joined.reserveCapacity(base.target.count + path.count)
        joined += base.target
        joined += path
        target = joined
      }
      joining = .parsed
      return
    }
    self = try HTTPAddress(base.given + String(decoding: path, as: UTF8.self))
  }

  /// Whether a path begins with a slash, has no dot segment, and is of characters that are sent as they are.
  private static func needsNoWork(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = path.first, first == UInt8(ascii: "/"), path[path.count - 1] != UInt8(ascii: "?") else {
      return false
    }
    var inQuery = false
    var previous: UInt8 = 0
    for byte in path {
      guard PercentEncoding.query.contains(byte) else { return false }
      if byte == UInt8(ascii: "?") {
        inQuery = true
      } else if byte == UInt8(ascii: "."), previous == UInt8(ascii: "/"), !inQuery {
        return false
      }
      previous = byte
    }
    return true
  }

  /// The text that a path is put behind.
  private var given: String {
    if let given = extras?.given { return given }
    return String(decoding: joining == .bare ? authority : authority + target, as: UTF8.self)
  }

  /// Scheme, user, host and port as shown.
  private var authority: [UInt8] {
    var bytes = Array(origin.isSecure ? "https://".utf8 : "http://".utf8)
    if let extras, !extras.userInfo.isEmpty {
      bytes += extras.userInfo
      bytes.append(UInt8(ascii: "@"))
    }
    bytes += origin.hostHeader
    if let extras, extras.showsDefaultPort { bytes += Array(":\(origin.port)".utf8) }
    return bytes
  }

  /// The whole address, as `requests` shows it: encoded, with user and fragment.
  public var text: String {
    var bytes = authority
    bytes += target
    if let extras, !extras.fragment.isEmpty {
      bytes.append(UInt8(ascii: "#"))
      bytes += extras.fragment
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The user in the address, decoded; nil when it names none.
  public var user: String? {
    guard let info = extras?.userInfo, !info.isEmpty else { return nil }
    return PercentEncoding.text(info[..<(info.firstIndex(of: UInt8(ascii: ":")) ?? info.endIndex)])
  }

  /// The password in the address, decoded; nil when it names no user, empty when it names a user alone.
  public var password: String? {
    guard let info = extras?.userInfo, !info.isEmpty else { return nil }
    guard let colon = info.firstIndex(of: UInt8(ascii: ":")) else { return "" }
    return PercentEncoding.text(info[(colon + 1)...])
  }

  /// The same address without user and password.
  public var withoutCredentials: HTTPAddress {
    guard let extras, !extras.userInfo.isEmpty else { return self }
    var given = given
    if let at = given.lastIndex(of: "@"), let start = given.range(of: "://") {
      given.removeSubrange(start..<given.index(after: at))
    }
    return (try? HTTPAddress(given)) ?? self
  }

  /// The path alone, without query.
  var path: ArraySlice<UInt8> { target[..<(target.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex)] }
}

extension String {
  /// Where the first `text` ends.
  fileprivate func range(of text: String) -> String.Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
