import Lang

/// `response.iter_content(…)`: a body's pieces, of a streamed one as they come.
final class BodyIterator: IteratorPayload {
  private let response: Value
  private let state: ResponseState
  /// The size of the pieces; nil for what comes at a time.
  private let size: Int?
  private let isText: Bool
  /// Whether a piece waits until it has its whole size: what comes in chunks is given at once.
  private let waitsForSize: Bool
  private var position = 0
  private var isAtEnd = false
  /// The start of a character whose rest is still to come.
  private var partial: [UInt8] = []

  nonisolated(unsafe) private static var cls: Class?

  private init(_ response: Value, _ state: ResponseState, size: Int?, isText: Bool) {
    self.response = response
    self.state = state
    self.size = size
    self.isText = isText
    waitsForSize = state.response?.header("content-length") != nil
  }

  override func trace() { Heap.mark(response) }

  /// An iterator over a response's body.
  ///
  /// - Parameters:
  ///   - response: the response, which it keeps alive.
  ///   - size: the size of the pieces in bytes; `None` for what comes at a time.
  ///   - isText: whether the pieces are texts, where the encoding is known.
  static func make(_ response: Value, _ state: ResponseState, size: Value, isText: Bool) throws(Raised) -> Value {
    guard size.isNone || Integer.int(size) != nil else {
      throw raise(.typeError, "chunk_size must be an int, it is instead a <class '\(Types.name(size))'>.")
    }
    if state.isConsumed, state.isLeft {
      throw raise(RequestExceptions.shared.make("StreamConsumedError"))
    }
    let count = Integer.int(size)
    if let count, count < 1 { throw raise(.valueError, "chunk_size must be positive") }
    let made = cls ?? Types.define("generator", module: "requests.models")
    cls = made
    return Native.make(
      made, BodyIterator(response, state, size: count, isText: isText && !ResponseType.encoding(state).isNone))
  }

  override func next() throws(Raised) -> Value? {
    while true {
      guard let piece = try nextPiece() else {
        guard !partial.isEmpty else { return nil }
        partial = []
        return Str.make("\u{FFFD}")
      }
      guard isText else { return BytesValue.make(piece) }
      if let text = try decoded(piece) { return text }
    }
  }

  private func nextPiece() throws(Raised) -> [UInt8]? {
    guard let response = state.response else { return nil }
    guard response.isStreamed else {
      if state.isLeft { state.isConsumed = true }
      let piece: [UInt8]? = response.withBody { body in
        guard position < body.count else { return nil }
        let end = size.map { min(body.count, position + $0) } ?? body.count
        defer { position = end }
        return [UInt8](UnsafeBufferPointer(rebasing: body[position..<end]))
      }
      return piece
    }
    state.isConsumed = true
    while !isAtEnd, state.rest.isEmpty || (waitsForSize && size.map { state.rest.count < $0 } ?? false) {
      do throws(HTTPFailure.Reason) {
        if let more = try response.stream?.next() { state.rest += more } else { isAtEnd = true }
      } catch {
        throw try ResponseType.failure(error, state)
      }
    }
    if state.rest.isEmpty { return nil }
    let count = min(size ?? .max, state.rest.count)
    let piece = Array(state.rest[..<count])
    state.rest.removeFirst(count)
    return piece
  }

  /// A piece as text; a character that is cut in two waits for its second half. Nil when nothing is whole yet.
  private func decoded(_ piece: [UInt8]) throws(Raised) -> Value? {
    var bytes = partial + piece
    partial = []
    let name = ResponseType.encoding(state)
    if Str.swift(name).lowercased().replacing("-", with: "") == "utf8" {
      let cut = BodyIterator.incompleteTail(bytes)
      if cut > 0 {
        partial = Array(bytes[(bytes.count - cut)...])
        bytes.removeLast(cut)
      }
    }
    if bytes.isEmpty { return nil }
    let decode = try Attributes.get(BytesValue.make(bytes), "decode")
    return try Call.call(decode, [name, Str.make("replace")])
  }

  /// How many bytes at the end are the beginning of a character of UTF-8 that isn't whole.
  static func incompleteTail(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return needed > back ? back : 0
    }
    return 0
  }
}

/// `response.iter_lines(…)`: the lines of a body's pieces, as `requests` cuts them.
final class LineIterator: IteratorPayload {
  private let pieces: Value
  private let delimiter: Value
  /// A line that may go on in the next piece.
  private var pending = Value.none
  /// Lines that are ready, as a list, and how many of them have been given.
  private var ready = List.make()
  private var given = 0

  nonisolated(unsafe) private static var cls: Class?

  private init(_ pieces: Value, delimiter: Value) {
    self.pieces = pieces
    self.delimiter = delimiter
  }

  override func trace() {
    for value in [pieces, delimiter, pending, ready] { Heap.mark(value) }
  }

  /// An iterator over the lines of an iterator's pieces.
  static func make(_ pieces: Value, delimiter: Value) -> Value {
    let made = cls ?? Types.define("generator", module: "requests.models")
    cls = made
    return Native.make(made, LineIterator(pieces, delimiter: delimiter))
  }

  override func next() throws(Raised) -> Value? {
    while given >= List.count(ready) {
      guard let piece = try Iteration.next(pieces) else {
        let last = pending
        pending = .none
        return last.isNone ? nil : last
      }
      try cut(piece)
    }
    given += 1
    return List.item(ready, given - 1)
  }

  private func cut(_ piece: Value) throws(Raised) {
    let chunk = pending.isNone ? piece : try Call.call(try Attributes.get(pending, "__add__"), with: piece)
    defer { Heap.keepAlive(chunk) }
    let lines =
      delimiter.isNone
      ? try Call.call(try Attributes.get(chunk, "splitlines"))
      : try Call.call(try Attributes.get(chunk, "split"), with: delimiter)
    pending = .none
    let count = List.count(lines)
    if count > 0 {
      let last = List.item(lines, count - 1)
      let a = last.isKind(.str) ? Str.bytes(last).last : BytesValue.buffer(last).last
      let b = chunk.isKind(.str) ? Str.bytes(chunk).last : BytesValue.buffer(chunk).last
      if a != nil, a == b { pending = try Call.call(try Attributes.get(lines, "pop")) }
    }
    ready = lines
    given = 0
  }
}

/// `response.raw`: the body to be read like a file. Unlike urllib3's it gives what has been decompressed.
final class RawBody: Payload {
  private let response: Value
  private var position = 0

  nonisolated(unsafe) private static var cls: Class?

  private init(_ response: Value) { self.response = response }

  override func trace() { Heap.mark(response) }

  /// The body of a response as a file.
  static func make(_ response: Value) -> Value { Native.make(cls ?? define(), RawBody(response)) }

  private static func of(_ value: Value) throws(Raised) -> (raw: RawBody, state: ResponseState) {
    guard let raw = Native.payload(value, as: RawBody.self) else {
      throw raise(.typeError, "an 'HTTPResponse' object is required, not '\(Types.name(value))'")
    }
    return (raw, try ResponseType.of(raw.response))
  }

  private static func define() -> Class {
    let made = Types.define("HTTPResponse", module: "urllib3.response")
    cls = made
    made.method("read", "self, amt=None, decode_content=None") { (a) throws(Raised) -> Value in
      let (raw, state) = try of(a[0])
      let amount = a.optional(1).flatMap { Integer.int($0) } ?? .max
      return BytesValue.make(try raw.read(amount, state))
    }
    made.method("stream", "self, amt=65536, decode_content=None") { (a) throws(Raised) -> Value in
      let (raw, state) = try of(a[0])
      return try BodyIterator.make(raw.response, state, size: a.optional(1) ?? Value(small: 65536), isText: false)
    }
    for name in ["close", "release_conn"] {
      made.method(name, "self") { (a) throws(Raised) -> Value in
        try of(a[0]).state.response?.stream?.close()
        return .none
      }
    }
    func property(_ name: String, _ read: @escaping (ResponseState) throws(Raised) -> Value) {
      made.property(name, get: { (value) throws(Raised) -> Value in try read(try of(value).state) })
    }
    property("status") { (state) throws(Raised) -> Value in Value(small: state.status) }
    property("reason") { (state) throws(Raised) -> Value in state.response.map { Str.make($0.reason) } ?? .none }
    property("headers") { (state) throws(Raised) -> Value in ResponseType.headers(state) }
    property("version") { (state) throws(Raised) -> Value in Value(small: state.response?.version ?? 0) }
    property("decode_content") { (_) throws(Raised) -> Value in .yes }
    return made
  }

  private func read(_ amount: Int, _ state: ResponseState) throws(Raised) -> [UInt8] {
    guard let response = state.response else { return [] }
    guard response.isStreamed else {
      let body = response.body
      let end = amount > body.count - position ? body.count : position + max(0, amount)
      defer { position = end }
      return Array(body[position..<end])
    }
    state.isConsumed = true
    var isAtEnd = false
    while !isAtEnd, state.rest.count < amount {
      do throws(HTTPFailure.Reason) {
        if let more = try response.stream?.next() { state.rest += more } else { isAtEnd = true }
      } catch {
        throw try ResponseType.failure(error, state)
      }
    }
    let count = min(max(0, amount), state.rest.count)
    let piece = Array(state.rest[..<count])
    state.rest.removeFirst(count)
    return piece
  }
}
