import Lang

/// `auth=`: a pair of user and password, or an object that changes the request.
enum Authentication {
  /// What an `auth` comes to.
  enum Kind {
    case none
    /// A pair, or an `HTTPBasicAuth`: user and password.
    case basic(Value, Value)
    /// Something that is called with the request.
    case callable
  }

  /// What an `auth` is.
  static func kind(_ auth: Value) throws(Raised) -> Kind {
    if auth.isNone { return .none }
    if auth.isKind(.tuple) || auth.isKind(.list) {
      let items = auth.isKind(.tuple) ? Array(Tuple.items(auth)) : Array(List.items(auth))
      if items.count == 2 { return .basic(items[0], items[1]) }
    }
    // The one that is most often given need not be called.
    if Types.name(auth) == "HTTPBasicAuth", let user = try Attributes.find(auth, Symbol("username")),
      let password = try Attributes.find(auth, Symbol("password"))
    {
      return .basic(user, password)
    }
    if try Operations.truth(auth) { return .callable }
    return .none
  }

  /// Whether an `auth` object answers a server's challenge, as `HTTPDigestAuth` does.
  static func answersChallenges(_ auth: Value) throws(Raised) -> Bool {
    guard !auth.isNone, !auth.isKind(.tuple), !auth.isKind(.list) else { return false }
    return try Attributes.find(auth, Symbol("build_digest_header")) != nil
  }

  /// The `Authorization` header of RFC 7617; user and password go as Latin-1 where they fit, as `requests` sends them.
  static func basic(_ user: Value, _ password: Value, to headers: HeaderMap) throws(Raised) {
    func bytes(_ value: Value) throws(Raised) -> [UInt8] {
      if value.isKind(.bytes) { return BytesValue.bytes(value) }
      let text = Str.swift(try Text.str(value))
      let isLatin = text.unicodeScalars.allSatisfy { $0.value < 256 }
      return isLatin ? text.unicodeScalars.map { UInt8($0.value) } : Array(text.utf8)
    }
    let pair = try bytes(user) + [UInt8(ascii: ":")] + bytes(password)
    headers.set(Str.make("Authorization"), Str.make(Array("Basic ".utf8) + Base64.encode(pair)))
  }
}
