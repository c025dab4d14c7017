import Lang

/// A response's body, whole or piece by piece.
extension ResponseType {
  static func addContent(_ cls: Class) {
    cls.property("content", get: { (value) throws(Raised) -> Value in try content(try of(value)) })
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
      get: { (value) throws(Raised) -> Value in Str.make(try apparentEncoding(try of(value))) })
    cls.method("json", "self, **kwargs") { (a) throws(Raised) -> Value in try json(try of(a[0]), a[1]) }
    cls.method("iter_content", "self, chunk_size=1, decode_unicode=False") { (a) throws(Raised) -> Value in
      let size = a.optional(1) ?? Value(small: 1)
      let isText = try a.optional(2).map { (value) throws(Raised) in try Operations.truth(value) } ?? false
      return try BodyIterator.make(a[0], try of(a[0]), size: size, isText: isText)
    }
    cls.method("__iter__", "self") { (a) throws(Raised) -> Value in
      try BodyIterator.make(a[0], try of(a[0]), size: Value(small: 128), isText: false)
    }
    cls.method("iter_lines", "self, chunk_size=512, decode_unicode=False, delimiter=None") {
      (a) throws(Raised) -> Value in
      let isText = try a.optional(2).map { (value) throws(Raised) in try Operations.truth(value) } ?? false
      let pieces = try BodyIterator.make(a[0], try of(a[0]), size: a.optional(1) ?? Value(small: 512), isText: isText)
      return LineIterator.make(pieces, delimiter: a.optional(3) ?? .none)
    }
    cls.property("raw", get: { (value) throws(Raised) -> Value in RawBody.make(value) })
  }

  static func content(_ state: ResponseState) throws(Raised) -> Value {
    guard let response = state.response else { return .none }
    if state.body.isUnbound {
      try read(state)
      if state.body.isUnbound { state.body = BytesValue.make(response.body) }
    }
    return state.body
  }

  /// Reads what is left of a streamed body.
  static func read(_ state: ResponseState) throws(Raised) {
    guard let response = state.response, state.isLeft else { return }
    if state.isConsumed { throw raise(.runtimeError, "The content for this response was already consumed") }
    if response.isStreamed {
      do throws(HTTPFailure.Reason) { try response.readStream() } catch { throw try failure(error, state) }
      Heap.charge(response.bodyLength)
    }
    state.body = BytesValue.make(response.body)
  }

  /// The exception of a body that can't be read to its end.
  static func failure(_ reason: HTTPFailure.Reason, _ state: ResponseState) throws(Raised) -> Raised {
    var failure = HTTPFailure(reason)
    failure.timing = state.response?.timing ?? HTTPTiming()
    if state.isFast { return raise(try FastExceptions.exception(failure, state.request, inBody: true)) }
    return raise(RequestExceptions.shared.exception(failure, state.request, inBody: true))
  }

  /// The charset of the `Content-Type`; what RFC 2616 says for text without one; `None` for anything else.
  static func encoding(_ state: ResponseState) -> Value {
    if !state.encoding.isUnbound { return state.encoding }
    guard let type = state.response?.header("content-type") else { return .none }
    let parts = type.utf8.split(separator: UInt8(ascii: ";")).map { $0.drop { $0 == 32 } }
    for part in parts.dropFirst() where part.prefix(8).map(Bytes.lower).elementsEqual("charset=".utf8) {
      return Str.make(part.dropFirst(8).filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") })
    }
    let media = parts.first.map { $0.map(Bytes.lower) } ?? []
    if contains(media, "text") { return Str.make("ISO-8859-1") }
    return contains(media, "application/json") ? Str.make("utf-8") : .none
  }

  private static func contains(_ text: [UInt8], _ part: String) -> Bool {
    let part = Array(part.utf8)
    return text.count >= part.count && (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  static func apparentEncoding(_ state: ResponseState) throws(Raised) -> String {
    try read(state)
    guard let body = state.response?.body else { return "utf-8" }
    if body.withUnsafeBufferPointer(Str.isASCII) { return "ascii" }
    return String(validating: body, as: UTF8.self) == nil ? "ISO-8859-1" : "utf-8"
  }

  static func text(_ state: ResponseState) throws(Raised) -> Value {
    if !state.text.isUnbound { return state.text }
    guard let response = state.response else { return Str.empty }
    try read(state)
    if let text = response.withBody(Str.ifASCII) {
      // The same in all encodings that servers name.
      state.text = text
    } else {
      var name = encoding(state)
      if name.isNone { name = Str.make(try apparentEncoding(state)) }
      let decode = try Attributes.get(try content(state), "decode")
      do throws(Raised) {
        state.text = try Call.call(decode, [name, Str.make("replace")])
      } catch {
        guard Exceptions.isA(Interpreter.raised, .lookupError) else { throw error }
        state.text = try Call.call(decode, [Str.make("utf-8"), Str.make("replace")])
      }
    }
    return state.text
  }

  static func json(_ state: ResponseState, _ options: Value) throws(Raised) -> Value {
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
}
