import Lang

/// `requests.models.PreparedRequest`: what is sent or was sent, for Python code to look at and to change.
final class PreparedRequest: Payload {
  var method = Value.none
  var url = Value.none
  var headers = Value.none
  var body = Value.none
  /// A dict of lists; unbound until somebody asks.
  var hooks = Value.unbound

  nonisolated(unsafe) private static var cls: Class! = nil

  override func trace() {
    for value in [method, url, headers, body, hooks] { Heap.mark(value) }
  }

  /// A request as a Python value.
  static func make(_ request: HTTPRequest, cookies: [UInt8] = [], body: Value? = nil) -> Value {
    let prepared = PreparedRequest()
    // On the stack before it is filled, for the collector to see.
    let value = Native.make(cls, prepared)
    defer { Heap.keepAlive(value) }
    prepared.fill(request, cookies, body)
    return value
  }

  private func fill(_ request: HTTPRequest, _ cookies: [UInt8], _ body: Value?) {
    method = Str.make(request.method.text)
    url = Str.make(request.address.text)
    let map = HeaderMap()
    headers = HeaderMap.make(map)
    for line in request.headers.split(separator: 10) {
      guard let colon = line.firstIndex(of: 58) else { continue }
      let text = line[line.index(after: colon)...].drop { $0 == 32 }
      map.set(Str.make(line[..<colon]), Str.make(text.last == 13 ? text.dropLast() : text))
    }
    if !cookies.isEmpty { map.set(Str.make("Cookie"), Str.make(cookies)) }
    if !request.hasFraming {
      if let source = request.extras?.source {
        let framing = source.length.map { ("Content-Length", "\($0)") } ?? ("Transfer-Encoding", "chunked")
        map.set(Str.make(framing.0), Str.make(framing.1))
      } else if request.hasBody || request.method.sendsLength {
        map.set(Str.make("Content-Length"), Str.make("\(request.body.count)"))
      }
    }
    if let body {
      self.body = body
    } else if request.hasBody, !request.body.isEmpty {
      let type = map.get(Str.make("content-type")).map { $0.isKind(.str) ? Str.swift($0) : "" } ?? ""
      // A form is a text in requests, everything else bytes.
      let isForm = type.hasPrefix("application/x-www-form-urlencoded")
      self.body = isForm ? Str.make(request.body) : BytesValue.make(request.body)
    }
  }

  /// Takes over what Python code has made of it.
  ///
  /// - Parameter state: the session, whose base a URL without a host is put behind.
  func apply(to request: inout HTTPRequest) throws(Raised) {
    let address = Str.swift(try Text.str(url))
    if address != request.address.text {
      do throws(HTTPFailure) { request.address = try HTTPAddress(address) } catch {
        throw raise(RequestExceptions.shared.exception(error, nil))
      }
    }
    request.method = try RequestMaker.method(method)
    if !body.isNone {
      if body.isKind(.str) || body.isKind(.bytes) {
        request.body = try RequestBody.content(body)
        request.hasBody = true
      }
    } else if request.extras?.source == nil {
      request.body = []
    }
    guard let map = Native.payload(headers, as: HeaderMap.self) else {
      throw raise(.typeError, "the headers of a request are a CaseInsensitiveDict, not '\(Types.name(headers))'")
    }
    let own = map.copy()
    let held = HeaderMap.make(own)
    defer { Heap.keepAlive(held) }
    // The engine writes these itself, from the body that there is in the end.
    _ = own.remove(Str.make("Content-Length"))
    if request.extras?.source != nil { _ = own.remove(Str.make("Transfer-Encoding")) }
    request.headers = try own.wireBytes()
    RequestMaker.note(own, in: &request)
  }

  // MARK: The class

  private static func of(_ value: Value) throws(Raised) -> PreparedRequest {
    guard let state = Native.payload(value, as: PreparedRequest.self) else {
      throw raise(.typeError, "a 'PreparedRequest' object is required, not '\(Types.name(value))'")
    }
    return state
  }

  /// The lists of hooks, made when first asked for.
  private func hooksDict() -> Value {
    if hooks.isUnbound {
      hooks = Dict.make()
      Dict.set(hooks, "response", List.make())
    }
    return hooks
  }

  /// Makes the class `requests.models.PreparedRequest`.
  static func define() -> Class {
    let cls = Types.define("PreparedRequest", module: "requests.models", hasAttributes: true)
    self.cls = cls
    cls.staticMethod("__new__", "cls, *args, **kwargs") { (a) throws(Raised) -> Value in
      Native.make(ClassObject.cls(a[0]), PreparedRequest())
    }
    cls.method("__init__", "self") { (_) throws(Raised) -> Value in .none }
    for (name, path) in [
      ("method", \PreparedRequest.method), ("url", \.url), ("headers", \.headers), ("body", \.body),
    ] {
      cls.property(
        name, get: { (value) throws(Raised) -> Value in try of(value)[keyPath: path] },
        set: { (value, new) throws(Raised) in try of(value)[keyPath: path] = new })
    }
    cls.property(
      "hooks", get: { (value) throws(Raised) -> Value in try of(value).hooksDict() },
      set: { (value, new) throws(Raised) in try of(value).hooks = new })
    cls.property("path_url", get: { (value) throws(Raised) -> Value in try of(value).path() })
    addMethods(cls)
    return cls
  }

  private func path() throws(Raised) -> Value {
    guard url.isKind(.str) else { return Str.make("/") }
    do throws(HTTPFailure) { return Str.make(try HTTPAddress(Str.swift(url)).target) } catch { return Str.make("/") }
  }

  private static func addMethods(_ cls: Class) {
    cls.method(
      "prepare",
      "self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None, "
        + "hooks=None, json=None"
    ) { (a) throws(Raised) -> Value in
      func given(_ index: Int) -> Value { a.optional(index) ?? .none }
      let options = RequestOptions(
        data: given(5), json: given(10), params: given(6), headers: given(3), cookies: given(8), files: given(4),
        auth: given(7), hooks: given(9))
      let session = SessionState()
      let empty = HeaderMap.make(HeaderMap())
      session.headers = empty
      defer { Heap.keepAlive(empty) }
      try of(a[0]).take(try RequestMaker.make(session, given(1), given(2), options, redirects: true), options)
      return .none
    }
    cls.method("copy", "self") { (a) throws(Raised) -> Value in
      let old = try of(a[0])
      let copy = PreparedRequest()
      let value = Native.make(cls, copy)
      copy.method = old.method
      copy.url = old.url
      copy.body = old.body
      copy.hooks = old.hooks
      copy.headers = Native.payload(old.headers, as: HeaderMap.self).map { HeaderMap.make($0.copy()) } ?? old.headers
      return value
    }
    cls.method("register_hook", "self, event, hook") { (a) throws(Raised) -> Value in
      let list = try Hooks.list(try of(a[0]).hooksDict(), event: a[1])
      for hook in try Hooks.functions(a[2]) { List.append(list, hook) }
      return .none
    }
    cls.method("deregister_hook", "self, event, hook") { (a) throws(Raised) -> Value in
      let list = try Hooks.list(try of(a[0]).hooksDict(), event: a[1])
      do throws(Raised) {
        _ = try Call.call(try Attributes.get(list, "remove"), with: a[2])
        return .yes
      } catch {
        _ = Interpreter.raised
        return .no
      }
    }
    cls.method("__repr__", "self") { (a) throws(Raised) -> Value in
      Str.make("<PreparedRequest [\(Str.swift(try Text.str(try of(a[0]).method)))]>")
    }
  }

  /// Takes over a request that has been made.
  func take(_ made: RequestMaker.Made, _ options: RequestOptions) throws(Raised) {
    let jar = CookieJar()
    for cookie in made.request.cookies { jar.set(cookie) }
    let cookies = jar.isEmpty || made.request.hasCookie ? [] : jar.header(for: made.request.address)
    fill(made.request, cookies, made.request.extras?.source == nil ? nil : options.data)
    let list = try Hooks.list(hooksDict(), event: Str.make("response"))
    for hook in try Hooks.merged(.none, options.hooks) { List.append(list, hook) }
  }
}
