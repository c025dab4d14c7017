import Lang

/// The class `RequestsCookieJar`: a session's cookies as a mapping.
final class CookieJarType: Payload {
  private let jar: CookieJar

  nonisolated(unsafe) private static var cls: Class! = nil
  /// `requests.cookies.CookieConflictError`: a name alone doesn't say which of several cookies is meant.
  nonisolated(unsafe) private(set) static var conflict = Value.none

  private init(_ jar: CookieJar) { self.jar = jar }

  /// The jar of a session, as a Python value.
  static func make(of state: SessionState) -> Value { Native.make(cls, CookieJarType(state.session.cookies)) }

  /// The cookies that a response sets, as a jar of their own.
  static func make(setBy response: HTTPResponse?) -> Value {
    let jar = CookieJar()
    if let response { jar.extract(from: response) }
    return Native.make(cls, CookieJarType(jar))
  }

  /// Cookies given as a jar or as a mapping of names to values.
  static func cookies(of value: Value) throws(Raised) -> [Cookie] {
    if let known = Native.payload(value, as: CookieJarType.self) { return known.jar.all }
    var cookies: [Cookie] = []
    for (name, text) in try pairs(of: value) where !text.isNone {
      cookies.append(Cookie(name: Str.swift(try Text.str(name)), value: Str.swift(try Text.str(text))))
    }
    return cookies
  }

  /// `session.cookies = …`
  static func replace(_ state: SessionState, by value: Value) throws(Raised) {
    let cookies = value.isNone ? [] : try cookies(of: value)
    state.session.cookies.clear()
    for cookie in cookies { state.session.cookies.set(cookie) }
  }

  private static func of(_ value: Value) throws(Raised) -> CookieJar {
    guard let state = Native.payload(value, as: CookieJarType.self) else {
      throw raise(.typeError, "a 'RequestsCookieJar' object is required, not '\(Types.name(value))'")
    }
    return state.jar
  }

  private static func text(_ value: Value?) throws(Raised) -> String? {
    guard let value, !value.isNone else { return nil }
    return Str.swift(try Text.str(value))
  }

  private static func value(_ cookie: Cookie) -> Value { cookie.value.map { Str.make($0) } ?? .none }

  /// Makes the class.
  static func define() -> Class {
    let cls = Types.define("RequestsCookieJar", module: "requests.cookies")
    self.cls = cls
    let failure = Types.define(
      "CookieConflictError", module: "requests.cookies", kind: .instance, bases: [ExceptionKind.runtimeError.cls],
      hasAttributes: true)
    conflict = Heap.pin(failure.value)
    cls.staticMethod("__new__", "cls, *args, **kwargs") { (a) throws(Raised) -> Value in
      Native.make(ClassObject.cls(a[0]), CookieJarType(CookieJar()))
    }
    cls.method("__init__", "self, policy=None") { (_) throws(Raised) -> Value in .none }
    addChanges(cls)
    addReading(cls)
    return cls
  }

  private static func addChanges(_ cls: Class) {
    cls.method("set", "self, name, value, domain='', path='/', secure=False, expires=None, **kwargs") {
      (a) throws(Raised) -> Value in
      let name = Str.swift(try Text.str(a[1]))
      let domain = try text(a.optional(3)) ?? ""
      let path = try text(a.optional(4)) ?? "/"
      if a[2].isNone {
        try of(a[0]).remove(name, domain: domain.isEmpty ? nil : domain, path: a.optional(4) == nil ? nil : path)
        return .none
      }
      let isSecure = try a.optional(5).map { (value) throws(Raised) in try Operations.truth(value) } ?? false
      try of(a[0]).set(
        Cookie(
          name: name, value: try text(a[2]), domain: domain, path: path,
          expires: a.optional(6).flatMap { Integer.int($0) }, isSecure: isSecure))
      return .none
    }
    cls.method("set_cookie", "self, cookie, *args, **kwargs") { (a) throws(Raised) -> Value in
      try of(a[0]).set(try CookieType.of(a[1]))
      return .none
    }
    cls.method("__setitem__", "self, name, value") { (a) throws(Raised) -> Value in
      try of(a[0]).set(Cookie(name: Str.swift(try Text.str(a[1])), value: try text(a[2])))
      return .none
    }
    cls.method("__delitem__", "self, name") { (a) throws(Raised) -> Value in
      try of(a[0]).remove(Str.swift(try Text.str(a[1])))
      return .none
    }
    cls.method("update", "self, other") { (a) throws(Raised) -> Value in
      for cookie in try cookies(of: a[1]) { try of(a[0]).set(cookie) }
      return .none
    }
    cls.method("clear", "self, domain=None, path=None, name=None") { (a) throws(Raised) -> Value in
      if let name = try text(a.optional(3)) {
        try of(a[0]).remove(name, domain: try text(a.optional(1)), path: try text(a.optional(2)))
      } else {
        try of(a[0]).clear(domain: try text(a.optional(1)), path: try text(a.optional(2)))
      }
      return .none
    }
  }

  /// The one cookie of a name, of a domain and path if given; nil when there is none. Raises `CookieConflictError` when
  /// there are several.
  private static func only(
    _ jar: CookieJar, _ name: String, domain: String? = nil, path: String? = nil
  ) throws(Raised) -> Cookie? {
    let found = all(of: jar, domain, path).filter { $0.name == name }
    if found.count > 1 {
      throw raise(try Call.call(conflict, Str.make("There are multiple cookies with name, '\(name)'")))
    }
    return found.first
  }

  /// The cookies of a domain and a path, if given.
  private static func all(of jar: CookieJar, _ domain: String?, _ path: String?) -> [Cookie] {
    jar.all.filter { (domain == nil || $0.domain == domain) && (path == nil || $0.path == path) }
  }

  private static func missing(_ name: String) -> Raised {
    raise(.keyError, value: Str.make("name='\(name)', domain=None, path=None"))
  }

  private static func addReading(_ cls: Class) {
    cls.method("get", "self, name, default=None, domain=None, path=None") { (a) throws(Raised) -> Value in
      let found = try only(
        of(a[0]), Str.swift(try Text.str(a[1])), domain: try text(a.optional(3)), path: try text(a.optional(4)))
      return found.map(value) ?? a.optional(2) ?? .none
    }
    cls.method("__getitem__", "self, name") { (a) throws(Raised) -> Value in
      let name = Str.swift(try Text.str(a[1]))
      guard let cookie = try only(of(a[0]), name) else { throw missing(name) }
      return value(cookie)
    }
    cls.method("pop", "self, name, default=None, /") { (a) throws(Raised) -> Value in
      let name = Str.swift(try Text.str(a[1]))
      guard let cookie = try only(of(a[0]), name) else {
        guard let other = a.optional(2) else { throw missing(name) }
        return other
      }
      try of(a[0]).remove(name)
      return value(cookie)
    }
    cls.method("setdefault", "self, name, default=None, /") { (a) throws(Raised) -> Value in
      let name = Str.swift(try Text.str(a[1]))
      if let cookie = try only(of(a[0]), name) { return value(cookie) }
      let other = a.optional(2) ?? .none
      if !other.isNone { try of(a[0]).set(Cookie(name: name, value: try text(other))) }
      return other
    }
    cls.method("get_dict", "self, domain=None, path=None") { (a) throws(Raised) -> Value in
      let (domain, path) = (try text(a.optional(1)), try text(a.optional(2)))
      let dict = Dict.make()
      for cookie in all(of: try of(a[0]), domain, path) { Dict.set(dict, cookie.name, value(cookie)) }
      return dict
    }
    cls.method("multiple_domains", "self") { (a) throws(Raised) -> Value in
      let domains = try of(a[0]).all.map(\.domain)
      return Value(Set(domains).count < domains.count)
    }
    cls.method("__contains__", "self, name") { (a) throws(Raised) -> Value in
      Value(try of(a[0]).get(Str.swift(try Text.str(a[1]))) != nil)
    }
    cls.method("__len__", "self") { (a) throws(Raised) -> Value in Value(small: try of(a[0]).all.count) }
    for name in ["__iter__", "keys", "values", "items"] {
      cls.method(name, "self") { (a) throws(Raised) -> Value in
        let cookies = try of(a[0]).all
        switch name {
        case "values": return List.make(cookies.map(value))
        case "items": return List.make(cookies.map { Tuple.make(Str.make($0.name), value($0)) })
        case "keys": return List.make(cookies.map { Str.make($0.name) })
        default: return try Iteration.iterator(List.make(cookies.map(CookieType.make)))
        }
      }
    }
    cls.method("copy", "self") { (a) throws(Raised) -> Value in
      Native.make(cls, CookieJarType(try of(a[0]).copy()))
    }
    for (name, path) in [("list_domains", \Cookie.domain), ("list_paths", \Cookie.path)] {
      cls.method(name, "self") { (a) throws(Raised) -> Value in
        var seen: [String] = []
        for cookie in try of(a[0]).all where !seen.contains(cookie[keyPath: path]) {
          seen.append(cookie[keyPath: path])
        }
        return List.make(seen.map { Str.make($0) })
      }
    }
    cls.method("__repr__", "self") { (a) throws(Raised) -> Value in
      let cookies = try of(a[0]).all.map(CookieType.text)
      return Str.make("<RequestsCookieJar[\(cookies.joined(separator: ", "))]>")
    }
  }
}
