/// Redirects.
extension HTTPAddress {
  /// The address that a Location header means, seen from this one (RFC 3986, section 5).
  ///
  /// - Parameter location: the header's value as it came; it may be relative, and unquoted.
  /// - Throws: `.invalidScheme` or `.invalidURL` when it is no http(s) address.
  public func resolving(_ location: [UInt8]) throws(HTTPFailure) -> HTTPAddress {
    let trimmed = location[...].drop(while: Bytes.isSpace)
    let quoted = PercentEncoding.requote(trimmed)
    let reference = GenericAddress(quoted[...])
    let isForeign = reference.scheme.map { $0 != origin.scheme } ?? false
    if isForeign || reference.authority.map({ !$0.isEmpty }) ?? false {
      return try absolute(reference, quoted)
    }
    let base = GenericAddress(target[...])
    var path: [UInt8]
    var query = reference.query
    if reference.path.isEmpty {
      path = Array(base.path)
      if query == nil || query?.isEmpty == true { query = base.query }
    } else if reference.path.first == UInt8(ascii: "/") {
      path = AddressParts.removingDotSegments(reference.path)
    } else if reference.scheme != nil {
      // "http:x" without a host: requests takes it as "http:///x".
      path = AddressParts.removingDotSegments(([UInt8(ascii: "/")] + reference.path)[...])
    } else {
      let folder = base.path[...(base.path.lastIndex(of: UInt8(ascii: "/")) ?? base.path.startIndex)]
      path = AddressParts.removingDotSegments((Array(folder) + reference.path)[...])
    }
    if path.first != UInt8(ascii: "/") { path.insert(UInt8(ascii: "/"), at: 0) }
    if let query, !query.isEmpty { path += [UInt8(ascii: "?")] + query }
    return HTTPAddress(
      origin: origin, target: HTTPAddress.sendable(path),
      extras: Extras.unlessEmpty(
        userInfo: extras?.userInfo ?? [], fragment: Array(reference.fragment ?? []),
        showsDefaultPort: extras?.showsDefaultPort ?? false))
  }

  private func absolute(_ reference: GenericAddress, _ quoted: [UInt8]) throws(HTTPFailure) -> HTTPAddress {
    let shown = String(decoding: quoted, as: UTF8.self)
    let scheme = reference.scheme ?? origin.scheme
    guard scheme == "http" || scheme == "https" else { throw HTTPFailure(.invalidScheme(shown)) }
    guard let authority = reference.authority, !authority.isEmpty else {
      throw HTTPFailure(.invalidURL(shown, "No host supplied"))
    }
    var parts = AddressParts(isSecure: scheme == "https")
    try parts.setAuthority(authority, of: shown)
    var target = Array(reference.path)
    if target.first != UInt8(ascii: "/") { target.insert(UInt8(ascii: "/"), at: 0) }
    if let query = reference.query, !query.isEmpty { target += [UInt8(ascii: "?")] + query }
    return HTTPAddress(
      origin: parts.origin, target: HTTPAddress.sendable(target),
      extras: Extras.unlessEmpty(
        userInfo: parts.userInfo, fragment: Array(reference.fragment ?? []),
        showsDefaultPort: parts.port != nil && parts.port == (parts.isSecure ? 443 : 80)))
  }

  /// A target with what may not be sent encoded: the requoting of a whole address lets brackets through.
  private static func sendable(_ target: [UInt8]) -> [UInt8] {
    let mark = target.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
    let path = PercentEncoding.encode(target[..<mark], allowing: PercentEncoding.path)
    if mark == target.endIndex { return path }
    return path + [UInt8(ascii: "?")] + PercentEncoding.encode(target[(mark + 1)...], allowing: PercentEncoding.query)
  }

  /// The same address with another fragment, given encoded.
  func with(fragment: [UInt8]) -> HTTPAddress {
    HTTPAddress(
      origin: origin, target: target,
      extras: Extras.unlessEmpty(
        userInfo: extras?.userInfo ?? [], fragment: fragment, showsDefaultPort: extras?.showsDefaultPort ?? false))
  }
}

extension HTTPAddress.Extras {
  /// The parts that few addresses have, if there are any.
  static func unlessEmpty(userInfo: [UInt8], fragment: [UInt8], showsDefaultPort: Bool) -> HTTPAddress.Extras? {
    if userInfo.isEmpty, fragment.isEmpty, !showsDefaultPort { return nil }
    return HTTPAddress.Extras(
      userInfo: userInfo, fragment: fragment, showsDefaultPort: showsDefaultPort, given: nil)
  }
}
