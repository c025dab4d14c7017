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
    Heap.charge(512 + (state.response?.footprint ?? 0))
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
    property("status_code") { (state) throws(Raised) -> Value in Value(small: state.status) }
    property("ok") { (state) throws(Raised) -> Value in Value(state.error.isNone && state.status < 400) }
    property("reason") { (state) throws(Raised) -> Value in state.response.map { Str.make($0.reason) } ?? .none }
    property("url") { (state) throws(Raised) -> Value in Str.make(state.url) }
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
    property("request") { (state) throws(Raised) -> Value in RequestView.make(state) }
    cls.method("__bool__", "self") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      return Value(state.error.isNone && state.status < 400)
    }
    cls.method("__repr__", "self") { (a) throws(Raised) -> Value in
      Str.make("<Response [\(try of(a[0]).status)]>")
    }
    cls.method("close", "self") { (_) throws(Raised) -> Value in .none }
    cls.method("__enter__", "self") { (a) throws(Raised) -> Value in a[0] }
    cls.method("__exit__", "self, *args") { (_) throws(Raised) -> Value in .no }
    cls.method("raise_for_status", "self") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      if let error = RequestExceptions.shared.httpError(
        state.status, state.response?.reason ?? "", url: state.url, response: a[0])
      {
        throw raise(error)
      }
      return .none
    }
  }

  private static func elapsed(_ state: ResponseState) throws(Raised) -> Value {
    guard let module = try Library.load("datetime"), let delta = module["timedelta"] else { return .none }
    let microseconds = Integer.make(Int(state.nanoseconds / 1000))
    return try Call.call(delta, [], keywords: [("microseconds", microseconds)])
  }

  private static func headers(_ state: ResponseState) -> Value {
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

  private static func history(_ state: ResponseState) -> Value {
    if !state.history.isUnbound { return state.history }
    let list = List.make()
    for earlier in state.response?.history ?? [] {
      let inner = ResponseState(
        response: earlier, request: state.request, method: Str.make(earlier.method.text), name: state.name,
        context: .none, user: state.user, nanoseconds: earlier.timing.total, ended: earlier.timing.ended,
        wantsVerdict: false)
      List.append(list, make(inner))
    }
    state.history = list
    return list
  }

  // MARK: The body

  private static func addContent(_ cls: Class) {
    cls.property("content", get: { (value) throws(Raised) -> Value in content(try of(value)) })
    cls.property("text", get: { (value) throws(Raised) -> Value in try text(try of(value)) })
    cls.property(
      "encoding", get: { (value) throws(Raised) -> Value in encoding(try of(value)) },
      set: { (value, new) throws(Raised) in
        let state = try of(value)
        state.encoding = new
        state.text = .unbound
      })
    cls.property(
      "apparent_encoding",
      get: { (value) throws(Raised) -> Value in Str.make(apparentEncoding(try of(value))) })
    cls.method("json", "self, **kwargs") { (a) throws(Raised) -> Value in try json(try of(a[0]), a[1]) }
    cls.method("iter_content", "self, chunk_size=1, decode_unicode=False") { (a) throws(Raised) -> Value in
      let body = try of(a[0]).response?.body ?? []
      let size = a.optional(1).flatMap { Integer.int($0) } ?? body.count
      guard size > 0 || body.isEmpty else { throw raise(.valueError, "chunk_size must be positive") }
      let list = List.make()
      for start in stride(from: 0, to: body.count, by: max(1, size)) {
        List.append(list, BytesValue.make(Array(body[start..<min(body.count, start + size)])))
      }
      return try Iteration.iterator(list)
    }
    cls.method("iter_lines", "self, chunk_size=512, decode_unicode=False, delimiter=None") {
      (a) throws(Raised) -> Value in
      let isText = try a.optional(2).map { (value) throws(Raised) in try Operations.truth(value) } ?? false
      let body = isText ? try text(try of(a[0])) : content(try of(a[0]))
      let delimiter = a.optional(3) ?? .none
      let lines =
        delimiter.isNone
        ? try Call.call(try Attributes.get(body, "splitlines"))
        : try Call.call(try Attributes.get(body, "split"), with: delimiter)
      return try Iteration.iterator(lines)
    }
  }

  private static func content(_ state: ResponseState) -> Value {
    guard let response = state.response else { return .none }
    if state.body.isUnbound { state.body = BytesValue.make(response.body) }
    return state.body
  }

  /// The charset of the `Content-Type`; what RFC 2616 says for text without one; `None` for anything else.
  private static func encoding(_ state: ResponseState) -> Value {
    if !state.encoding.isUnbound { return state.encoding }
    guard let type = state.response?.header("content-type") else { return .none }
    let parts = type.split(separator: ";").map { $0.drop { $0 == " " } }
    for part in parts.dropFirst() where part.lowercased().hasPrefix("charset=") {
      return Str.make(String(part.dropFirst(8)).filter { $0 != "\"" && $0 != "'" })
    }
    let media = parts.first?.lowercased() ?? ""
    if media.contains("text") { return Str.make("ISO-8859-1") }
    return media.contains("application/json") ? Str.make("utf-8") : .none
  }

  private static func apparentEncoding(_ state: ResponseState) -> String {
    guard let body = state.response?.body else { return "utf-8" }
    if body.allSatisfy({ $0 < 128 }) { return "ascii" }
    return String(validating: body, as: UTF8.self) == nil ? "ISO-8859-1" : "utf-8"
  }

  static func text(_ state: ResponseState) throws(Raised) -> Value {
    if !state.text.isUnbound { return state.text }
    guard let response = state.response else { return Str.empty }
    var name = encoding(state)
    if name.isNone { name = Str.make(apparentEncoding(state)) }
    if response.body.allSatisfy({ $0 < 128 }) {
      state.text = Str.make(response.body)
    } else {
      let decode = try Attributes.get(content(state), "decode")
      do throws(Raised) {
        state.text = try Call.call(decode, [name, Str.make("replace")])
      } catch {
        guard Exceptions.isA(Interpreter.raised, .lookupError) else { throw error }
        state.text = try Call.call(decode, [Str.make("utf-8"), Str.make("replace")])
      }
    }
    return state.text
  }

  private static func json(_ state: ResponseState, _ options: Value) throws(Raised) -> Value {
    guard let module = try Library.load("json"), let loads = module["loads"] else { return .none }
    let source = state.response == nil ? Str.empty : try text(state)
    do throws(Raised) {
      return try Call.call(
        loads, [source], keywords: Dict.pairs(options).map { (Str.swift($0.key), $0.value) })
    } catch {
      let exception = Interpreter.raised
      guard Types.name(exception) == "JSONDecodeError" else { throw error }
      throw try RequestExceptions.shared.jsonDecodeError(exception)
    }
  }

  // MARK: The verdict

  private static func addVerdicts(_ cls: Class) {
    cls.method("__enter__", "self") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      state.isEntered = true
      guard state.wantsVerdict || !state.error.isNone else {
        throw locustError("In order to use a with-block for requests, you must also pass catch_response=True")
      }
      return a[0]
    }
    cls.method("__exit__", "self, exc, value, traceback") { (a) throws(Raised) -> Value in
      Value(try leave(a[0], try of(a[0]), exception: a[2]))
    }
    cls.method("success", "self") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      guard state.isEntered else { throw notEntered("response.success()") }
      state.verdict = .success
      return .none
    }
    cls.method("failure", "self, exc") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      guard state.isEntered else { throw notEntered("response.failure(...)") }
      state.verdict = .failure
      state.verdictError =
        Exceptions.isException(a[1])
        ? a[1] : Exceptions.make(SpecExceptions.shared.catchResponseError, Tuple.make([a[1]]))
      return .none
    }
    cls.method("raise_for_status", "self") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      switch state.verdict {
      case .success: return .none
      case .failure: throw raise(state.verdictError)
      case .none: break
      }
      if !state.error.isNone { throw raise(state.error) }
      if let error = RequestExceptions.shared.httpError(
        state.status, state.response?.reason ?? "", url: state.url, response: a[0])
      {
        throw raise(error)
      }
      return .none
    }
    cls.property(
      "request_meta",
      get: { (value) throws(Raised) -> Value in
        let state = try of(value)
        if state.meta.isNone { state.meta = try RequestReport.arguments(value, state, .none) }
        return state.meta
      })
  }

  /// The end of a `with` block: reports, and says whether the exception in the block ends here.
  private static func leave(_ value: Value, _ state: ResponseState, exception: Value) throws(Raised) -> Bool {
    if state.verdict == .none, !exception.isNone {
      guard Types.isInstance(exception, SpecExceptions.shared.responseError) else { return false }
      state.verdict = .failure
      state.verdictError = exception
      try RequestReport.report(value, state)
      return true
    }
    try RequestReport.report(value, state)
    return exception.isNone
  }

  private static func locustError(_ text: String) -> Raised { raise(SpecExceptions.shared.locustError, text) }

  private static func notEntered(_ call: String) -> Raised {
    locustError(
      "Tried to set status on a request that has not yet been made. Make sure you use a with-block, like this:\n\n"
        + "with self.client.request(..., catch_response=True) as response:\n    \(call)")
  }
}
