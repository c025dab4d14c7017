import Lang

/// The pieces of a body as texts where they are UTF-8, as `FastResponse.iter_content` gives them.
final class TextIfPossible: IteratorPayload {
  private let pieces: Value

  nonisolated(unsafe) private static var cls: Class?

  private init(_ pieces: Value) { self.pieces = pieces }

  override func trace() { Heap.mark(pieces) }

  /// An iterator over the pieces of another one.
  static func make(_ pieces: Value) -> Value {
    let made = cls ?? Types.define("generator", module: "locust.contrib.fasthttp")
    cls = made
    return Native.make(made, TextIfPossible(pieces))
  }

  override func next() throws(Raised) -> Value? {
    guard let piece = try Iteration.next(pieces) else { return nil }
    return String(validating: BytesValue.buffer(piece), as: UTF8.self).map { Str.make($0) } ?? piece
  }
}

/// The lines of a body as texts, cut at line feeds: `FastHttpSession.iter_lines`.
final class FastLines: IteratorPayload {
  private let pieces: Value
  private var rest: [UInt8] = []
  private var isAtEnd = false

  nonisolated(unsafe) private static var cls: Class?

  private init(_ pieces: Value) { self.pieces = pieces }

  override func trace() { Heap.mark(pieces) }

  /// An iterator over the lines of an iterator's pieces.
  static func make(_ pieces: Value) -> Value {
    let made = cls ?? Types.define("generator", module: "locust.contrib.fasthttp")
    cls = made
    return Native.make(made, FastLines(pieces))
  }

  override func next() throws(Raised) -> Value? {
    while true {
      if let end = rest.firstIndex(of: 10) {
        let line = String(decoding: rest[..<end], as: UTF8.self)
        rest.removeFirst(end + 1)
        return Str.make(line)
      }
      if isAtEnd {
        guard !rest.isEmpty else { return nil }
        let line = String(decoding: rest, as: UTF8.self)
        rest = []
        return Str.make(line)
      }
      if let piece = try Iteration.next(pieces) {
        rest += BytesValue.buffer(piece)
      } else {
        isAtEnd = true
      }
    }
  }
}
