import Lang

/// The classes `FastResponse`, `ResponseContextManager` and `ErrorResponse` of `locust.contrib.fasthttp`.
enum FastResponseType {
  nonisolated(unsafe) private static var plain: Class! = nil
  nonisolated(unsafe) private static var managed: Class! = nil
  nonisolated(unsafe) private static var failed: Class! = nil

  /// A response as a Python value.
  static func make(_ state: ResponseState) -> Value {
    Native.make(state.wantsVerdict ? managed : state.response == nil ? failed : plain, state)
  }

  /// Makes the classes.
  static func define() -> (response: Class, managed: Class, failed: Class) {
    let response = Types.define("FastResponse", module: "locust.contrib.fasthttp", hasAttributes: true)
    addAttributes(response)
    addContent(response)
    let managed = Types.define(
      "ResponseContextManager", module: "locust.contrib.fasthttp", bases: [response], hasAttributes: true)
    ResponseType.addVerdicts(managed)
    let failed = Types.define(
      "ErrorResponse", module: "locust.contrib.fasthttp", bases: [response], hasAttributes: true)
    // There is nothing to let go of, which geventhttpclient doesn't ask: a `with` without catch_response ends so.
    for (name, signature) in [("__exit__", "self, *args"), ("release", "self")] {
      failed.method(name, signature) { (_) throws(Raised) -> Value in
        throw raise(.attributeError, "'NoneType' object has no attribute 'release'")
      }
    }
    plain = response
    self.managed = managed
    self.failed = failed
    return (response, managed, failed)
  }

  private static func addAttributes(_ cls: Class) {
    func property(_ name: String, _ read: @escaping (ResponseState) throws(Raised) -> Value) {
      cls.property(name, get: { (value) throws(Raised) -> Value in try read(try ResponseType.of(value)) })
    }
    property("status_code") { (state) throws(Raised) -> Value in Value(small: state.status) }
    property("status") { (state) throws(Raised) -> Value in Str.make("\(state.status)") }
    property("ok") { (state) throws(Raised) -> Value in Value(state.status < 400) }
    // Without redirects the address as the call gave it, parameters not included.
    property("url") { (state) throws(Raised) -> Value in
      Str.make(state.response?.history.isEmpty == false ? state.url : state.firstURL)
    }
    property("error") { (state) throws(Raised) -> Value in
      state.error.isNone ? try FastExceptions.badStatus(state) ?? .none : state.error
    }
    property("elapsed") { (state) throws(Raised) -> Value in
      state.response == nil ? .none : try ResponseType.elapsed(state)
    }
    property("headers") { (state) throws(Raised) -> Value in
      state.response == nil ? .none : ResponseType.headers(state)
    }
    property("history") { (state) throws(Raised) -> Value in ResponseType.history(state) }
    property("timing") { (state) throws(Raised) -> Value in ResponseType.timing(state) }
    cls.property(
      "request", get: { (value) throws(Raised) -> Value in try FastRequestType.make(ResponseType.of(value)) })
    cls.property("stream", get: { (value) throws(Raised) -> Value in RawBody.make(value) })
    cls.method("info", "self") { (a) throws(Raised) -> Value in ResponseType.headers(try ResponseType.of(a[0])) }
    for name in ["success", "failure"] {
      cls.method(name, "self, *args, **kwargs") { (_) throws(Raised) -> Value in
        throw raise(
          SpecExceptions.shared.locustError,
          "If you want to change the state of the request, you must pass catch_response=True. See "
            + "http://docs.locust.io/en/stable/writing-a-locustfile.html#validating-responses")
      }
    }
    cls.method("raise_for_status", "self") { (a) throws(Raised) -> Value in
      let state = try ResponseType.of(a[0])
      if !state.error.isNone { throw raise(state.error) }
      if let error = try FastExceptions.badStatus(state) { throw raise(error) }
      return .none
    }
    for name in ["release", "close"] {
      cls.method(name, "self") { (a) throws(Raised) -> Value in
        try ResponseType.of(a[0]).response?.stream?.close()
        return .none
      }
    }
    cls.method("__enter__", "self") { (a) throws(Raised) -> Value in a[0] }
    cls.method("__exit__", "self, *args") { (a) throws(Raised) -> Value in
      try ResponseType.of(a[0]).response?.stream?.close()
      return .none
    }
  }

  /// The next line of a streamed body with its end; nothing once no further one ends so.
  private static func line(_ state: ResponseState, endingIn end: [UInt8]) throws(Raised) -> Value {
    guard !end.isEmpty else { throw raise(.valueError, "empty separator") }
    guard let stream = state.response?.stream else { return BytesValue.make([]) }
    var looked = 0
    while true {
      if let place = state.rest[looked...].firstRange(of: end) {
        let line = Array(state.rest[..<place.upperBound])
        state.rest.removeFirst(line.count)
        return BytesValue.make(line)
      }
      looked = max(0, state.rest.count - end.count + 1)
      do throws(HTTPFailure.Reason) {
        guard let more = try stream.next() else { return BytesValue.make([]) }
        state.rest += more
      } catch {
        throw try ResponseType.failure(error, state)
      }
    }
  }

  private static func addContent(_ cls: Class) {
    for name in ["content", "data"] {
      cls.property(
        name, get: { (value) throws(Raised) -> Value in try ResponseType.content(try ResponseType.of(value)) })
    }
    cls.property(
      "text",
      get: { (value) throws(Raised) -> Value in
        let state = try ResponseType.of(value)
        return state.response == nil ? .none : try ResponseType.text(state)
      })
    cls.property(
      "encoding",
      get: { (value) throws(Raised) -> Value in
        // Known once the text has been asked for.
        let state = try ResponseType.of(value)
        return state.text.isUnbound && state.encoding.isUnbound ? .none : ResponseType.encoding(state)
      },
      set: { (value, new) throws(Raised) in
        let state = try ResponseType.of(value)
        state.encoding = new.isNone ? .unbound : new
        state.text = .unbound
      })
    cls.method("json", "self") { (a) throws(Raised) -> Value in
      guard let module = try Library.load("json"), let loads = module["loads"] else { return .none }
      let state = try ResponseType.of(a[0])
      return try Call.call(loads, with: state.response == nil ? .none : try ResponseType.text(state))
    }
    cls.method("read", "self, n=None") { (a) throws(Raised) -> Value in
      try Call.call(try Attributes.get(RawBody.make(a[0]), "read"), with: a.optional(1) ?? .none)
    }
    cls.method("readline", "self, sep=b'\\r\\n'") { (a) throws(Raised) -> Value in
      try line(try ResponseType.of(a[0]), endingIn: a.optional(1).map { BytesValue.bytes($0) } ?? [13, 10])
    }
    cls.method("isclosed", "self") { (a) throws(Raised) -> Value in
      Value(try ResponseType.of(a[0]).response?.stream?.isDone ?? true)
    }
    cls.method("iter_content", "self, chunk_size=1024, decode_content=True") { (a) throws(Raised) -> Value in
      let state = try ResponseType.of(a[0])
      guard state.response != nil else {
        throw raise(
          SpecExceptions.shared.locustError, "Cannot iterate content on a response without _response attribute")
      }
      let decodes = try a.optional(2).map { (value) throws(Raised) in try Operations.truth(value) } ?? true
      let pieces = try BodyIterator.make(a[0], state, size: a.optional(1) ?? Value(small: 1024), isText: false)
      return decodes ? TextIfPossible.make(pieces) : pieces
    }
  }
}
