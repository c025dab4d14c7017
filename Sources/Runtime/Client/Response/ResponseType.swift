import Lang

/// The classes `requests.models.Response` and `ResponseContextManager`.
enum ResponseType {
  nonisolated(unsafe) private static var cls: Class! = nil
  nonisolated(unsafe) private static var plain: Class! = nil

  /// A response as a Python value.
  ///
  /// - Parameter isCounted: whether the statistics count it: then a spec can give the verdict.
  static func make(_ state: ResponseState, isCounted: Bool = true) -> Value {
    // Swift's heap is none of the collector's business, but what a response holds there goes only when it does.
    // A connection that a streamed one holds is charged as so much memory that it isn't held for long.
    Heap.charge(512 + (state.response?.footprint ?? 0) + (state.response?.isStreamed == true ? 128 * 1024 : 0))
    if state.isFast { return FastResponseType.make(state) }
    return Native.make(isCounted ? cls : plain, state)
  }

  static func of(_ value: Value) throws(Raised) -> ResponseState {
    guard let state = Native.payload(value, as: ResponseState.self) else {
      throw raise(.typeError, "a 'Response' object is required, not '\(Types.name(value))'")
    }
    return state
  }

  /// Makes both classes: the one of `requests`, and the one that Locust's client gives.
  static func define() -> (response: Class, managed: Class) {
    let response = Types.define("Response", module: "requests.models", hasAttributes: true)
    response.staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      throw raise(
        .typeError,
        "a \(ClassObject.cls(a[0]).name) can't be made by a spec: Katydid's client makes them of what came back")
    }
    addAttributes(response)
    addContent(response)
    let managed = Types.define(
      "ResponseContextManager", module: "locust.clients", bases: [response], hasAttributes: true)
    addVerdicts(managed)
    cls = managed
    plain = response
    return (response, managed)
  }

  // MARK: What came back

  private static func addAttributes(_ cls: Class) {
    func property(_ name: String, _ read: @escaping (ResponseState) throws(Raised) -> Value) {
      cls.property(name, get: { (value) throws(Raised) -> Value in try read(try of(value)) })
    }
    addSettable(cls)
    property("ok") { (state) throws(Raised) -> Value in Value(state.error.isNone && state.status < 400) }
    property("error") { (state) throws(Raised) -> Value in state.error }
    property("elapsed") { (state) throws(Raised) -> Value in try elapsed(state) }
    property("is_redirect") { (state) throws(Raised) -> Value in
      Value([301, 302, 303, 307, 308].contains(state.status) && state.response?.header("location") != nil)
    }
    property("is_permanent_redirect") { (state) throws(Raised) -> Value in
      Value([301, 308].contains(state.status) && state.response?.header("location") != nil)
    }
    property("headers") { (state) throws(Raised) -> Value in headers(state) }
    property("history") { (state) throws(Raised) -> Value in history(state) }
    property("cookies") { (state) throws(Raised) -> Value in CookieJarType.make(setBy: state.response) }
    property("request") { (state) throws(Raised) -> Value in request(state) }
    property("links") { (state) throws(Raised) -> Value in LinkHeader.read(state.response?.header("link") ?? "") }
    property("next") { (state) throws(Raised) -> Value in next(state) }
    property("timing") { (state) throws(Raised) -> Value in timing(state) }
    property("http_version") { (state) throws(Raised) -> Value in
      guard let response = state.response else { return .none }
      return Str.make(response.version == 20 ? "HTTP/2" : response.version == 10 ? "HTTP/1.0" : "HTTP/1.1")
    }
    cls.method("__bool__", "self") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      return Value(state.error.isNone && state.status < 400)
    }
    cls.method("__repr__", "self") { (a) throws(Raised) -> Value in
      Str.make("<Response [\(try of(a[0]).status)]>")
    }
    cls.method("close", "self") { (a) throws(Raised) -> Value in
      try of(a[0]).response?.stream?.close()
      return .none
    }
    cls.method("__enter__", "self") { (a) throws(Raised) -> Value in a[0] }
    cls.method("__exit__", "self, *args") { (a) throws(Raised) -> Value in
      try of(a[0]).response?.stream?.close()
      return .no
    }
    cls.method("raise_for_status", "self") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      if let error = RequestExceptions.shared.httpError(
        state.status, state.reason ?? "", url: state.url, response: a[0])
      {
        throw raise(error)
      }
      return .none
    }
  }

  /// The attributes that hooks set.
  private static func addSettable(_ cls: Class) {
    cls.property(
      "status_code", get: { (value) throws(Raised) -> Value in Value(small: try of(value).status) },
      set: { (value, new) throws(Raised) in
        let status = try Operations.index(new)
        try of(value).change { $0.status = status }
      })
    cls.property(
      "reason", get: { (value) throws(Raised) -> Value in try of(value).reason.map { Str.make($0) } ?? .none },
      set: { (value, new) throws(Raised) in
        let reason = Str.swift(try Text.str(new))
        try of(value).change { $0.reason = reason }
      })
    cls.property(
      "url",
      get: { (value) throws(Raised) -> Value in
        let state = try of(value)
        // What never came back has none.
        return state.response == nil && state.changes?.url == nil ? .none : Str.make(state.url)
      },
      set: { (value, new) throws(Raised) in
        let url = Str.swift(try Text.str(new))
        try of(value).change { $0.url = url }
      })
  }

  /// `response.request`: what was sent; `None` when not even that could be made.
  static func request(_ state: ResponseState) -> Value {
    if !state.prepared.isUnbound { return state.prepared }
    guard let request = state.response?.request ?? state.request else { return .none }
    state.prepared = PreparedRequest.make(request, cookies: state.response?.sentCookies ?? [])
    return state.prepared
  }

  /// The request that would follow a redirect, where it wasn't followed.
  private static func next(_ state: ResponseState) -> Value {
    guard let response = state.response, state.request?.followsRedirects == false else { return .none }
    do throws(HTTPFailure) {
      return try HTTPSession().redirect(after: response).map { PreparedRequest.make($0) } ?? .none
    } catch { return .none }
  }

  /// How long the steps of the last exchange took, in ms: a dict.
  static func timing(_ state: ResponseState) -> Value {
    let dict = Dict.make()
    guard let timing = state.response?.timing else { return dict }
    for step in HTTPTiming.Step.allCases {
      Dict.set(dict, "\(step)", Value(Double(timing.duration(of: step)) / 1e6))
    }
    return dict
  }

  /// From the sending of the request to the head of its response, as `requests` measures it.
  static func elapsed(_ state: ResponseState) throws(Raised) -> Value {
    guard let module = try Library.load("datetime"), let delta = module["timedelta"] else { return .none }
    let timing = state.response?.timing ?? HTTPTiming()
    let time = timing.firstByte > timing.hopStarted ? timing.firstByte - timing.hopStarted : 0
    return try Call.call(delta, [], keywords: [("microseconds", Integer.make(Int(time / 1000)))])
  }

  static func headers(_ state: ResponseState) -> Value {
    if !state.headers.isUnbound { return state.headers }
    let map = HeaderMap()
    let value = HeaderMap.make(map)
    for (name, text) in state.response?.headers ?? [] {
      let key = Str.make(name)
      // Several headers of one name are one with a comma between, as http.client joins them.
      let joined = map.get(key).map { "\(Str.swift($0)), \(text)" } ?? text
      map.set(key, Str.make(joined))
    }
    state.headers = value
    return value
  }

  static func history(_ state: ResponseState) -> Value {
    if !state.history.isUnbound { return state.history }
    let list = List.make()
    for earlier in state.response?.history ?? [] {
      let inner = ResponseState(
        response: earlier, request: earlier.request, method: Str.make(earlier.method.text), user: state.user)
      inner.isFast = state.isFast
      inner.name = state.name
      List.append(list, make(inner, isCounted: false))
    }
    state.history = list
    return list
  }
}
