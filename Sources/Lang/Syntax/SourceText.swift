/// A range of a source text, as UTF-8 byte offsets.
public struct Span: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int32
  /// The offset just after the last byte.
  public var end: Int32

  /// Creates a span from byte offsets.
  public init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span {
    Span(Int(min(start, other.start)), Int(max(end, other.end)))
  }
}

/// One file of source, with what is needed to say where in it something stands.
public final class SourceText: Sendable {
  /// The name shown in diagnostics and tracebacks: the path as the user gave it.
  public let name: String
  /// The text as UTF-8, line ends as they are in the file, a byte-order mark removed.
  public let bytes: [UInt8]
  private let lineStarts: [Int]
  /// What is wrong with the file's bytes, if they are no text: the fault takes the place of all others.
  public let encodingFault: Diagnostic?

  /// A place for people: line from 1, column from 1, counted in Unicode code points.
  public struct Position: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in code points.
    public let column: Int
  }

  /// Whether the text is a part of the program: known to be right, so that its functions need to be read only when they
  /// are called.
  let isOwn: Bool

  /// Takes the bytes of a file, in UTF-8 or in the encoding that a comment in its first two lines declares.
  public convenience init(name: String, bytes: [UInt8]) { self.init(name: name, bytes: bytes, isOwn: false) }

  private init(name: String, bytes: [UInt8], isOwn: Bool) {
    self.name = name
    self.isOwn = isOwn
    let (text, fault) = isOwn ? (bytes, nil) : SourceEncoding.decode(bytes, name)
    self.bytes = text
    encodingFault = fault
    var starts = [0]
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "\n") {
        starts.append(index + 1)
      } else if text[index] == UInt8(ascii: "\r") {
        if index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n") { index += 1 }
        starts.append(index + 1)
      }
      index += 1
    }
    lineStarts = starts
  }

  /// Takes a text given as a string, as tests and the REPL do.
  public convenience init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// A module that is a part of the program.
  ///
  /// - Parameters:
  ///   - module: its name.
  ///   - text: what it says.
  package convenience init(ownModule module: String, _ text: String) {
    self.init(name: "<\(module)>", bytes: Array(text.utf8), isOwn: true)
  }

  /// How many lines there are; a text that ends in a line end has an empty last one.
  public var lineCount: Int { lineStarts.count }

  /// The line (from 1) that holds a byte offset.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Whether a line ends between two byte offsets. Says no for the program's own modules, whose lines nobody sees.
  func isBroken(_ range: Range<Int32>) -> Bool {
    !isOwn && bytes[Int(range.lowerBound)..<Int(range.upperBound)].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// The line and column of a byte offset.
  public func position(at offset: Int) -> Position {
    let line = line(at: offset)
    let start = lineStarts[line - 1]
    let end = max(start, min(offset, bytes.count))
    let column = bytes[start..<end].reduce(into: 1) { count, byte in
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return Position(line: line, column: column)
  }

  /// The byte offsets of a line (from 1), without its line end.
  public func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The text of a line (from 1), without its line end.
  public func text(ofLine line: Int) -> String {
    String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
  }

  /// The text of a span.
  public func text(of span: Span) -> String {
    String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }
}
