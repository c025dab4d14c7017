/// How a source file's bytes become text (PEP 263).
enum SourceEncoding {
  /// The text as UTF-8, and what is wrong with it. A text that is at fault keeps its bytes.
  static func decode(_ bytes: [UInt8], _ name: String) -> (text: [UInt8], fault: Diagnostic?) {
    if let zero = bytes.firstIndex(of: 0) {
      return (bytes, Diagnostic(.syntaxError, "source code cannot contain null bytes", at: Span(zero, zero + 1)))
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = hasMark ? Array(bytes.dropFirst(3)) : bytes
    switch hasMark ? nil : declared(text) {
    case nil, "utf-8", "utf8": break
    case "latin-1", "latin1", "iso-8859-1", "iso8859-1":
      return (text.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }, nil)
    case "ascii", "us-ascii":
      guard let wide = text.firstIndex(where: { $0 >= 0x80 }) else { break }
      return (
        text,
        Diagnostic(
          .syntaxError,
          "(unicode error) 'ascii' codec can't decode byte 0x\(String(text[wide], radix: 16)) in position "
            + "\(wide): ordinal not in range(128)", at: Span(wide, wide + 1))
      )
    case let other?:
      return (text, Diagnostic(.syntaxError, "encoding problem: \(other)", at: Span(0, 1)))
    }
    guard let bad = firstInvalid(text) else { return (text, nil) }
    let line = text[..<bad].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    let message =
      "Non-UTF-8 code starting with '\\x\(String(text[bad], radix: 16))' in file \(name) on line \(line), "
      + "but no encoding declared; see https://peps.python.org/pep-0263/ for details"
    return (text, Diagnostic(.syntaxError, message, at: Span(bad, bad + 1)))
  }

  /// The encoding that a comment in the first two lines names.
  private static func declared(_ text: [UInt8]) -> String? {
    for line in text.prefix(400).split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
      .prefix(2)
    {
      let shown = String(decoding: line, as: UTF8.self).drop { $0 == " " || $0 == "\t" || $0 == "\u{C}" }
      guard shown.hasPrefix("#") else {
        if shown.isEmpty || shown == "\r" { continue }
        return nil
      }
      guard let range = shown.firstRange(of: "coding") else { continue }
      var rest = shown[range.upperBound...]
      guard let sign = rest.first, sign == ":" || sign == "=" else { continue }
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
      if !name.isEmpty { return name.lowercased().replacing("_", with: "-") }
    }
    return nil
  }

  /// Where the first byte stands that can't be UTF-8; nil when all can.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      let length =
        first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0
      guard length > 0, index + length <= bytes.count else { return index }
      let second = bytes[index + 1]
      let isFine =
        switch first {
        case 0xE0: second >= 0xA0 && second < 0xC0
        case 0xED: second >= 0x80 && second < 0xA0
        case 0xF0: second >= 0x90 && second < 0xC0
        case 0xF4: second >= 0x80 && second < 0x90
        default: second & 0xC0 == 0x80
        }
      guard isFine, bytes[(index + 2)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 }) else { return index }
      index += length
    }
    return nil
  }
}
