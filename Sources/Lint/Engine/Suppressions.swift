import Lang

/// The comments that silence findings on their line: `# noqa` all of them, `# noqa: KD101, KD305` those alone.
struct Suppressions {
  private enum Silenced {
    case all
    case codes([String])
  }

  private var lines: [Int: Silenced] = [:]
  private let source: SourceText

  init(_ source: SourceText) {
    self.source = source
    guard source.encodingFault == nil else { return }
    let starts = Suppressions.places(source.bytes)
    guard !starts.isEmpty else { return }
    // What stands in a string is no comment.
    let strings = Lexer.run(source).tokens.filter { $0.kind == .string }.map(\.span)
    var next = 0
    for start in starts {
      while next < strings.count, Int(strings[next].end) <= start { next += 1 }
      if next < strings.count, Int(strings[next].start) < start { continue }
      let line = source.line(at: start)
      let end = source.range(ofLine: line).upperBound
      lines[line] = Suppressions.read(String(decoding: source.bytes[start..<end], as: UTF8.self))
    }
  }

  /// Where "noqa" stands after a number sign on the same line.
  private static func places(_ bytes: [UInt8]) -> [Int] {
    var result: [Int] = []
    var sign: Int?
    bytes.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        switch text[index] {
        case UInt8(ascii: "#"): sign = index
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): sign = nil
        case UInt8(ascii: "n"), UInt8(ascii: "N"):
          if sign != nil, index + 4 <= text.count, text[index + 1] | 0x20 == UInt8(ascii: "o"),
            text[index + 2] | 0x20 == UInt8(ascii: "q"), text[index + 3] | 0x20 == UInt8(ascii: "a")
          {
            result.append(index)
            sign = nil
          }
        default: break
        }
        index += 1
      }
    }
    return result
  }

  /// Reads what stands from "noqa" to the end of the line.
  private static func read(_ text: String) -> Silenced {
    let rest = text.dropFirst(4).drop { $0 == " " }
    guard rest.first == ":" else { return .all }
    let codes = rest.dropFirst().split { $0 == "," || $0 == " " || $0 == "\t" }.map { $0.uppercased() }
    let own = codes.prefix { $0.first?.isLetter == true && $0.last?.isNumber == true }
    return .codes(Array(own))
  }

  /// Whether a comment silences what the rule of a code finds at a place.
  func silences(_ code: String, at span: Span) -> Bool {
    guard !lines.isEmpty else { return false }
    switch lines[source.line(at: Int(span.start))] {
    case nil: return false
    case .all?: return true
    case .codes(let codes)?: return codes.contains { code.hasPrefix($0) }
    }
  }
}
