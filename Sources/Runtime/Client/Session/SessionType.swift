import Lang

/// The classes `requests.Session` and `HttpSession`, the client of an `HttpUser`, which derives from it.
enum SessionType {
  /// Makes both classes.
  static func define() -> (plain: Class, counted: Class) {
    let plain = Types.define("Session", module: "requests.sessions", hasAttributes: true)
    plain.staticMethod("__new__", "cls, *args, **kwargs") { (a) throws(Raised) -> Value in
      let state = SessionState()
      state.isCounted = false
      state.trustsEnvironment = .yes
      return Native.make(ClassObject.cls(a[0]), state)
    }
    plain.method("__init__", "self") { (_) throws(Raised) -> Value in .none }
    addVerbs(plain, isCounted: false)
    addAttributes(plain)
    addSending(plain)
    return (plain, defineCounted(plain))
  }

  private static func defineCounted(_ plain: Class) -> Class {
    let cls = Types.define("HttpSession", module: "locust.clients", bases: [plain], hasAttributes: true)
    cls.staticMethod("__new__", "cls, *args, **kwargs") { (a) throws(Raised) -> Value in
      Native.make(ClassObject.cls(a[0]), SessionState())
    }
    cls.method("__init__", "self, base_url, request_event=None, user=None, pool_manager=None") {
      (a) throws(Raised) -> Value in
      let state = try of(a[0])
      state.user = a.optional(3) ?? .none
      try setBase(state, a[1])
      if let pool = a.optional(4), !pool.isNone { state.session.share(try SharedPools.pool(for: pool)) }
      if let use = try Attributes.find(state.user, Symbol("http2")) { state.setHTTP2(try http2(use)) }
      return .none
    }
    addVerbs(cls, isCounted: true)
    addRequestEvent(cls)
    cls.method("rename_request", "self, name") { (a) throws(Raised) -> Value in
      RenameScope.make(try of(a[0]), a[0], a[1])
    }
    return cls
  }

  /// `request_event`, for specs that make a client of their own beside the user's: what counts requests here, whatever a
  /// client is given.
  static func addRequestEvent(_ cls: Class) {
    cls.property(
      "request_event",
      get: { (value) throws(Raised) -> Value in
        guard let environment = LoadTest.current?.environment else { return .none }
        return try Attributes.get(Attributes.get(environment, "events"), "request")
      })
  }

  /// What `http2 = …` of a user class or a client means.
  static func http2(_ value: Value) throws(Raised) -> HTTP2Use {
    if value.isKind(.str) {
      switch Str.swift(value) {
      case "prior-knowledge", "prior_knowledge", "h2c": return .priorKnowledge
      case let other:
        throw raise(.valueError, "http2 is True, False or 'prior-knowledge', not '\(other)'")
      }
    }
    return try Operations.truth(value) ? .negotiated : .never
  }

  static func of(_ value: Value) throws(Raised) -> SessionState {
    guard let state = Native.payload(value, as: SessionState.self) else {
      throw raise(.typeError, "an 'HttpSession' object is required, not '\(Types.name(value))'")
    }
    return state
  }

  /// Takes over the base URL; credentials in it become the session's `auth`.
  static func setBase(_ state: SessionState, _ url: Value) throws(Raised) {
    state.baseURL = url
    state.setBase(nil, "")
    guard url.isKind(.str) else { return }
    var text = Str.swift(url)
    do throws(HTTPFailure) {
      var address = try HTTPAddress(text)
      if let user = address.user, let password = address.password {
        state.auth = Tuple.make(Str.make(user), Str.make(password))
        text = withoutCredentials(text)
        state.baseURL = Str.make(text)
        address = try HTTPAddress(text)
      }
      state.setBase(address, text)
    } catch {
      // A base that is no URL makes every request fail by its own text, as it does under Locust.
    }
  }

  private static func withoutCredentials(_ url: String) -> String {
    guard let scheme = url.range(of: "://") else { return url }
    let rest = url[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let at = authority.lastIndex(of: "@") else { return url }
    return String(url[..<scheme.upperBound]) + String(rest[rest.index(after: at)...])
  }

  // MARK: Verbs

  /// Adds the methods that make requests.
  ///
  /// - Parameter isCounted: whether they take what the statistics are to know.
  private static func addVerbs(_ cls: Class, isCounted: Bool) {
    let rest = RequestOptions.transport + (isCounted ? ", \(RequestOptions.reporting)" : "")
    let reporting = isCounted ? 16 : nil
    for (name, redirects) in [("get", true), ("options", true), ("head", false), ("delete", true)] {
      let verb = Heap.pin(Str.make(name.uppercased()))
      cls.method(name, "self, url, *, data=None, json=None, \(rest)") { (a) throws(Raised) -> Value in
        let options = RequestOptions(a, from: 2, reporting: reporting)
        return try ClientRequest.perform(try of(a[0]), verb, a[1], options, redirects: redirects)
      }
    }
    for name in ["post", "put", "patch"] {
      let verb = Heap.pin(Str.make(name.uppercased()))
      cls.method(name, "self, url, data=None, json=None, *, \(rest)") { (a) throws(Raised) -> Value in
        let options = RequestOptions(a, from: 2, reporting: reporting)
        return try ClientRequest.perform(try of(a[0]), verb, a[1], options, redirects: true)
      }
    }
    guard isCounted else {
      cls.method("request", "self, method, url, \(RequestOptions.plain)") { (a) throws(Raised) -> Value in
        let options = RequestOptions(plain: a, from: 3)
        return try ClientRequest.perform(try of(a[0]), a[1], a[2], options, redirects: true)
      }
      return
    }
    cls.method(
      "request",
      "self, method, url, \(RequestOptions.reporting), *, data=None, json=None, \(RequestOptions.transport)"
    ) { (a) throws(Raised) -> Value in
      let options = RequestOptions(a, from: 6, reporting: 3)
      return try ClientRequest.perform(try of(a[0]), a[1], a[2], options, redirects: true)
    }
  }

  // MARK: Attributes

  private static func addAttributes(_ cls: Class) {
    func property(_ name: String, _ path: ReferenceWritableKeyPath<SessionState, Value>) {
      cls.property(
        name, get: { (value) throws(Raised) -> Value in try of(value)[keyPath: path] },
        set: { (value, new) throws(Raised) in try of(value)[keyPath: path] = new })
    }
    property("auth", \.auth)
    property("verify", \.verify)
    property("cert", \.certificate)
    property("request_name", \.requestName)
    property("user", \.user)
    property("stream", \.streams)
    property("trust_env", \.trustsEnvironment)
    cls.property(
      "base_url", get: { (value) throws(Raised) -> Value in try of(value).baseURL },
      set: { (value, new) throws(Raised) in try setBase(try of(value), new) })
    cls.property(
      "headers", get: { (value) throws(Raised) -> Value in try of(value).headers },
      set: { (value, new) throws(Raised) in
        if Native.payload(new, as: HeaderMap.self) != nil {
          try of(value).headers = new
        } else {
          let map = HeaderMap()
          let headers = HeaderMap.make(map)
          if !new.isNone { try map.update(new) }
          try of(value).headers = headers
        }
      })
    cls.property(
      "cookies",
      get: { (value) throws(Raised) -> Value in
        let state = try of(value)
        if state.cookies.isUnbound { state.cookies = CookieJarType.make(of: state) }
        return state.cookies
      },
      set: { (value, new) throws(Raised) in try CookieJarType.replace(try of(value), by: new) })
    for (name, path) in [("params", \SessionState.params), ("proxies", \.proxies), ("hooks", \.hooks)] {
      cls.property(
        name,
        get: { (value) throws(Raised) -> Value in
          let state = try of(value)
          if state[keyPath: path].isUnbound || state[keyPath: path].isNone {
            let made = Dict.make()
            if name == "hooks" { Dict.set(made, "response", List.make()) }
            state[keyPath: path] = made
          }
          return state[keyPath: path]
        }, set: { (value, new) throws(Raised) in try of(value)[keyPath: path] = new })
    }
    cls.property(
      "max_redirects",
      get: { (value) throws(Raised) -> Value in Integer.make(try of(value).session.maxRedirects) },
      set: { (value, new) throws(Raised) in try of(value).session.maxRedirects = try Operations.index(new) })
    cls.method("close", "self") { (a) throws(Raised) -> Value in
      try of(a[0]).session.close()
      return .none
    }
    cls.method("mount", "self, prefix, adapter") { (a) throws(Raised) -> Value in
      // The adapter, which is Python, knows what of it counts here.
      try Call.call(try Attributes.get(a[2], "_mount"), [a[0], a[1]])
    }
    cls.property(
      "http2",
      get: { (value) throws(Raised) -> Value in
        switch try of(value).extras?.http2 ?? .never {
        case .never: .no
        case .negotiated: .yes
        case .priorKnowledge: Str.make("prior-knowledge")
        }
      }, set: { (value, new) throws(Raised) in try of(value).setHTTP2(try http2(new)) })
    cls.method("__enter__", "self") { (a) throws(Raised) -> Value in a[0] }
    cls.method("__exit__", "self, *args") { (a) throws(Raised) -> Value in
      try of(a[0]).session.close()
      return .none
    }
  }

  // MARK: Requests that are made apart from being sent

  private static func addSending(_ cls: Class) {
    cls.method("prepare_request", "self, request") { (a) throws(Raised) -> Value in
      func part(_ name: String) throws(Raised) -> Value { try Attributes.find(a[1], Symbol(name)) ?? .none }
      func given(_ name: String) throws(Raised) -> Value {
        let value = try part(name)
        return try value.isGiven() ? value : .none
      }
      let options = RequestOptions(
        data: try given("data"), json: try part("json"), params: try given("params"), headers: try given("headers"),
        cookies: try given("cookies"), files: try given("files"), auth: try given("auth"), hooks: try given("hooks"))
      let state = try of(a[0])
      var made = try RequestMaker.make(state, try part("method"), try part("url"), options, redirects: true)
      made.request.cookies = state.session.cookies.all + made.request.cookies
      let prepared = PreparedRequest.make(made.request)
      defer { Heap.keepAlive(prepared) }
      if let content = Native.payload(prepared, as: PreparedRequest.self) {
        try content.take(made, options.with(hooks: List.make(made.hooks)))
      }
      return prepared
    }
    cls.method(
      "send",
      "self, request, *, stream=None, verify=None, proxies=None, cert=None, timeout=None, allow_redirects=True"
    ) { (a) throws(Raised) -> Value in
      func given(_ index: Int) -> Value { a.optional(index) ?? .none }
      let options = RequestOptions(
        timeout: given(6), allowRedirects: a[7], proxies: given(4), stream: given(2), verify: given(3), cert: given(5))
      return try ClientRequest.perform(try of(a[0]), prepared: a[1], options)
    }
  }
}
