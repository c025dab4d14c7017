import Lang

/// `auth=`: a pair of user and password, or an object that changes the request.
enum Authentication {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Adds the `Authorization` header.
  static func apply(_ auth: Value, to headers: HeaderMap) throws(Raised) {
    if auth.isKind(.tuple) || auth.isKind(.list) {
      let items = auth.isKind(.tuple) ? Array(Tuple.items(auth)) : Array(List.items(auth))
      if items.count == 2 { return basic(try Text.str(items[0]), try Text.str(items[1]), to: headers) }
    }
    if let user = try Attributes.find(auth, Symbol("username")),
      let password = try Attributes.find(auth, Symbol("password"))
    {
      return basic(try Text.str(user), try Text.str(password), to: headers)
    }
    throw raise(
      .typeError, "auth is a pair of user and password or an HTTPBasicAuth, not '\(Types.name(auth))'")
  }

  /// RFC 7617; user and password go as Latin-1 where they fit, as `requests` sends them.
  private static func basic(_ user: Value, _ password: Value, to headers: HeaderMap) {
    let text = "\(Str.swift(user)):\(Str.swift(password))"
    let scalars = text.unicodeScalars
    let bytes = scalars.allSatisfy { $0.value < 256 } ? scalars.map { UInt8($0.value) } : Array(text.utf8)
    headers.set(Str.make("Authorization"), Str.make(Array("Basic ".utf8) + base64(bytes)))
  }

  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let chunk = bytes[start..<min(start + 3, bytes.count)]
      var word: UInt32 = 0
      for index in 0..<3 { word = word << 8 | UInt32(index < chunk.count ? chunk[start + index] : 0) }
      for index in 0..<4 {
        out.append(
          index <= chunk.count ? alphabet[Int(word >> UInt32(18 - index * 6) & 63)] : UInt8(ascii: "="))
      }
    }
    return out
  }
}
