import Lang

/// The class `http.cookiejar.Cookie`: one cookie of a jar.
final class CookieType: Payload {
  private let cookie: Cookie

  nonisolated(unsafe) private static var cls: Class?

  private init(_ cookie: Cookie) { self.cookie = cookie }

  /// A cookie as a Python value.
  static func make(_ cookie: Cookie) -> Value { Native.make(cls ?? define(), CookieType(cookie)) }

  /// The cookie of a Python value.
  static func of(_ value: Value) throws(Raised) -> Cookie {
    guard let state = Native.payload(value, as: CookieType.self) else {
      throw raise(.typeError, "a 'Cookie' object is required, not '\(Types.name(value))'")
    }
    return state.cookie
  }

  /// A cookie as Python shows it.
  static func text(_ cookie: Cookie) -> String {
    "<Cookie \(cookie.name)=\(cookie.value ?? "") for \(cookie.domain)\(cookie.path)>"
  }

  private static func define() -> Class {
    let made = Types.define("Cookie", module: "http.cookiejar")
    cls = made
    func property(_ name: String, _ read: @escaping (Cookie) -> Value) {
      made.reading(name, of: CookieType.self) { (state) throws(Raised) -> Value in read(state.cookie) }
    }
    property("name") { Str.make($0.name) }
    property("value") { cookie in cookie.value.map { Str.make($0) } ?? .none }
    property("domain") { Str.make($0.domain) }
    property("path") { Str.make($0.path) }
    property("expires") { cookie in cookie.expires.map { Integer.make($0) } ?? .none }
    property("secure") { Value($0.isSecure) }
    property("discard") { Value($0.expires == nil) }
    property("version") { _ in Value(small: 0) }
    property("domain_specified") { Value($0.isDomainSpecified) }
    property("path_specified") { Value($0.isPathSpecified) }
    property("domain_initial_dot") { Value($0.domain.hasPrefix(".")) }
    func nonstandard(_ cookie: Cookie, _ name: String) -> String?? {
      cookie.rest.first { $0.key.lowercased() == name.lowercased() }?.value
    }
    made.method("has_nonstandard_attr", "self, name") { (a) throws(Raised) -> Value in
      Value(nonstandard(try of(a[0]), Str.swift(try Text.str(a[1]))) != nil)
    }
    made.method("get_nonstandard_attr", "self, name, default=None") { (a) throws(Raised) -> Value in
      guard let found = nonstandard(try of(a[0]), Str.swift(try Text.str(a[1]))) else { return a.optional(2) ?? .none }
      return found.map { Str.make($0) } ?? .none
    }
    made.method("__repr__", "self") { (a) throws(Raised) -> Value in Str.make(text(try of(a[0]))) }
    return made
  }
}
