import Lang

/// The class `FastHttpSession`: the client of a `FastHttpUser`.
enum FastSessionType {
  /// What a request takes beside method, URL and body.
  private static let options =
    "name=None, catch_response=False, stream=False, headers=None, auth=None, allow_redirects=True, context=None, "
    + "params=None, files=None, max_retries=None, max_redirects=None"

  /// Makes the class.
  static func define() -> Class {
    let cls = Types.define("FastHttpSession", module: "locust.contrib.fasthttp", hasAttributes: true)
    cls.staticMethod("__new__", "cls, *args, **kwargs") { (a) throws(Raised) -> Value in
      Native.make(ClassObject.cls(a[0]), SessionState(.fast))
    }
    cls.method(
      "__init__",
      "self, base_url, request_event=None, user=None, insecure=True, client_pool=None, ssl_context_factory=None, *, "
        + "network_timeout=60.0, connection_timeout=60.0, max_redirects=30, max_retries=3, headers=None, concurrency=1, "
        + "proxy_host=None, proxy_port=None, http2=None"
    ) { (a) throws(Raised) -> Value in
      try setUp(try SessionType.of(a[0]), a)
      return .none
    }
    addVerbs(cls)
    addLines(cls)
    addAttributes(cls)
    return cls
  }

  private static func setUp(_ state: SessionState, _ a: Arguments) throws(Raised) {
    state.user = a.optional(3) ?? .none
    try SessionType.setBase(state, a[1])
    let isInsecure = try Operations.truth(a.optional(4) ?? .yes)
    state.verify = Value(!isInsecure)
    state.contextFactory = a.optional(6) ?? .none
    state.readTimeout = try seconds(a.optional(7) ?? Value(60.0), "network_timeout")
    state.connectTimeout = try seconds(a.optional(8) ?? Value(60.0), "connection_timeout")
    if let most = a.optional(9) { state.session.maxRedirects = try Operations.index(most) }
    state.maxRetries = try Operations.index(a.optional(10) ?? Value(small: 3))
    if let headers = a.optional(11), !headers.isNone, let own = Native.payload(state.headers, as: HeaderMap.self) {
      try own.update(headers)
    }
    if let pool = a.optional(5), !pool.isNone {
      state.session.share(try SharedPools.pool(for: pool))
    } else if let concurrency = a.optional(12) {
      let size = try Operations.index(concurrency)
      state.session.pool.maxIdle = max(1, size)
      // A user alone never has more than one request under way; only spawned greenlets can reach the limit.
      if size < 10 { state.session.pool.maxInUse = max(1, size) }
    }
    if let host = a.optional(13), !host.isNone { try setProxy(state, host, a.optional(14) ?? .none) }
    var use = a.optional(15)
    if use == nil { use = try Attributes.find(state.user, Symbol("http2")) }
    let http2 = try SessionType.http2(use ?? .none)
    if http2 != .never { state.setHTTP2(http2) }
  }

  private static func setProxy(_ state: SessionState, _ host: Value, _ port: Value) throws(Raised) {
    guard let number = Integer.int(port) else {
      throw raise(.assertionError, "you have to provide proxy_port if you set proxy_host")
    }
    let text = "http://\(Str.swift(try Text.str(host))):\(number)"
    let proxies = Dict.make()
    for scheme in ["http", "https"] { Dict.set(proxies, scheme, Str.make(text)) }
    state.proxies = proxies
  }

  private static func seconds(_ value: Value, _ name: String) throws(Raised) -> UInt64? {
    if value.isNone { return nil }
    guard let seconds = value.isFloat ? value.double : Integer.int(value).map(Double.init), seconds > 0 else {
      throw raise(.valueError, "\(name) is a positive number of seconds, not \(Str.swift(try Text.repr(value)))")
    }
    return UInt64(min(seconds * 1e9, 9e18))
  }

  // MARK: Verbs

  private static func addVerbs(_ cls: Class) {
    for name in ["get", "head", "options", "delete"] {
      let verb = Heap.pin(Str.make(name.uppercased()))
      cls.method(name, "self, url, *, data=None, json=None, \(options)") { (a) throws(Raised) -> Value in
        try perform(a, verb, url: 1, data: 2, json: 3, rest: 4)
      }
    }
    cls.method("post", "self, url, data=None, json=None, *, \(options)") { (a) throws(Raised) -> Value in
      try perform(a, post, url: 1, data: 2, json: 3, rest: 4)
    }
    for name in ["put", "patch"] {
      let verb = Heap.pin(Str.make(name.uppercased()))
      cls.method(name, "self, url, data=None, *, json=None, \(options)") { (a) throws(Raised) -> Value in
        try perform(a, verb, url: 1, data: 2, json: 3, rest: 4)
      }
    }
    cls.method(
      "request",
      "self, method, url, name=None, data=None, catch_response=False, stream=False, headers=None, auth=None, json=None, "
        + "allow_redirects=True, context=None, params=None, files=None, max_retries=None, max_redirects=None"
    ) { (a) throws(Raised) -> Value in
      func given(_ index: Int) -> Value { a.optional(index) ?? .none }
      let options = RequestOptions(
        data: given(4), json: given(9), params: given(12), headers: given(7), files: given(13), auth: given(8),
        allowRedirects: a[10], stream: given(6), name: given(3), catchResponse: a.optional(5) ?? .no, context: given(11)
      )
      return try send(a[0], a[1], a[2], options, retries: given(14), redirects: given(15))
    }
  }

  private static func addLines(_ cls: Class) {
    cls.method("iter_lines", "self, url, method='GET', **kwargs") { (a) throws(Raised) -> Value in
      let keywords = Dict.pairs(a[3]).map { (name: Str.swift($0.key), value: $0.value) } + [("stream", Value.yes)]
      let method = a.optional(2) ?? Str.make("GET")
      let response = try Call.call(try Attributes.get(a[0], "request"), [method, a[1]], keywords: keywords)
      _ = try Call.call(try Attributes.get(response, "raise_for_status"))
      let pieces = try BodyIterator.make(
        response, try ResponseType.of(response), size: Value(small: 1024), isText: false)
      return FastLines.make(pieces)
    }
  }

  nonisolated(unsafe) private static let post = Heap.pin(Str.make("POST"))

  private static func perform(
    _ a: Arguments, _ verb: Value, url: Int, data: Int, json: Int, rest: Int
  ) throws(Raised) -> Value {
    func given(_ index: Int) -> Value { a.optional(index) ?? .none }
    let options = RequestOptions(
      data: given(data), json: given(json), params: given(rest + 7), headers: given(rest + 3), files: given(rest + 8),
      auth: given(rest + 4), allowRedirects: a[rest + 5], stream: given(rest + 2), name: given(rest),
      catchResponse: a.optional(rest + 1) ?? .no, context: given(rest + 6))
    return try send(a[0], verb, a[url], options, retries: given(rest + 9), redirects: given(rest + 10))
  }

  private static func send(
    _ session: Value, _ verb: Value, _ url: Value, _ options: RequestOptions, retries: Value, redirects: Value
  ) throws(Raised) -> Value {
    let state = try SessionType.of(session)
    if retries.isNone && redirects.isNone {
      return try ClientRequest.perform(state, verb, url, options, redirects: true)
    }
    let before = (state.maxRetries, state.session.maxRedirects)
    defer { (state.maxRetries, state.session.maxRedirects) = before }
    if !retries.isNone { state.maxRetries = try Operations.index(retries) }
    if !redirects.isNone { state.session.maxRedirects = try Operations.index(redirects) }
    return try ClientRequest.perform(state, verb, url, options, redirects: true)
  }

  /// A URL that is whole, or a path behind the base URL.
  static func url(_ path: String, behind base: Value) -> String {
    let start = path.prefix(8).lowercased()
    if start.hasPrefix("http://") || start.hasPrefix("https://") { return path }
    return (base.isKind(.str) ? Str.swift(base) : "None") + path
  }

  // MARK: Attributes

  private static func addAttributes(_ cls: Class) {
    SessionType.addRequestEvent(cls)
    cls.property(
      "base_url", get: { (value) throws(Raised) -> Value in try SessionType.of(value).baseURL },
      set: { (value, new) throws(Raised) in try SessionType.setBase(try SessionType.of(value), new) })
    for (name, path) in [
      ("request_name", \SessionState.requestName), ("user", \.user), ("verify", \.verify), ("cert", \.certificate),
    ] {
      cls.property(
        name, get: { (value) throws(Raised) -> Value in try SessionType.of(value)[keyPath: path] },
        set: { (value, new) throws(Raised) in try SessionType.of(value)[keyPath: path] = new })
    }
    cls.property(
      "cookiejar",
      get: { (value) throws(Raised) -> Value in
        let state = try SessionType.of(value)
        if state.cookies.isUnbound { state.cookies = CookieJarType.make(of: state) }
        return state.cookies
      })
    cls.property(
      "default_headers", get: { (value) throws(Raised) -> Value in try SessionType.of(value).headers })
    cls.property(
      "auth_header",
      get: { (value) throws(Raised) -> Value in
        guard case .basic(let user, let password) = try Authentication.kind(try SessionType.of(value).auth) else {
          return .none
        }
        let headers = HeaderMap()
        try Authentication.basic(user, password, to: headers)
        return headers.get(Str.make("authorization")) ?? .none
      })
    cls.property(
      "max_redirects",
      get: { (value) throws(Raised) -> Value in Integer.make(try SessionType.of(value).session.maxRedirects) },
      set: { (value, new) throws(Raised) in
        try SessionType.of(value).session.maxRedirects = try Operations.index(new)
      })
    cls.property(
      "max_retries", get: { (value) throws(Raised) -> Value in Integer.make(try SessionType.of(value).maxRetries) },
      set: { (value, new) throws(Raised) in try SessionType.of(value).maxRetries = try Operations.index(new) })
    // geventhttpclient's user agent, of which specs use the default headers and the jar: they are here.
    cls.property("client", get: { (value) throws(Raised) -> Value in value })
    cls.method("rename_request", "self, name") { (a) throws(Raised) -> Value in
      RenameScope.make(try SessionType.of(a[0]), a[0], a[1])
    }
    cls.method("close", "self") { (a) throws(Raised) -> Value in
      try SessionType.of(a[0]).session.close()
      return .none
    }
    cls.method("_build_url", "self, path") { (a) throws(Raised) -> Value in
      Str.make(url(Str.swift(try Text.str(a[1])), behind: try SessionType.of(a[0]).baseURL))
    }
  }
}
