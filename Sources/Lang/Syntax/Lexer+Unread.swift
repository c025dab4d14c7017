/// Bodies of functions that are left unread (see `Parser.putOff`): here only their ends are looked for.
extension Lexer {
  /// At the line after a `def`: skips the body, for which there is one token then. A body that captures the class it
  /// stands in, or may, is left to be read.
  mutating func skipBody(ofDefAt column: Int) {
    var end = position
    var line = position
    var isSkipped = true
    while line < limit {
      let content = contentStart(line)
      if content - line <= column, !isBlank(content) { break }
      let (next, capturesClass) = passLine(content)
      if capturesClass { isSkipped = false }
      if !isBlank(content) { end = bytes[next - 1] == UInt8(ascii: "\n") ? next - 1 : next }
      line = next
    }
    guard end > position else { return }
    guard isSkipped else {
      readsUpTo = line
      return
    }
    tokens.append(Token(.unread, Span(position, end)))
    position = line
  }

  /// The first byte of a line that is no space.
  private func contentStart(_ line: Int) -> Int {
    var index = line
    while index < limit, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index
  }

  private func isBlank(_ content: Int) -> Bool {
    content >= limit || bytes[content] == UInt8(ascii: "\n") || bytes[content] == UInt8(ascii: "#")
  }

  /// Goes over a line and those that belong to it, as texts and brackets may hold line ends.
  ///
  /// - Returns: where the next line begins, and whether `super` or `__class__` is mentioned.
  private func passLine(_ start: Int) -> (next: Int, capturesClass: Bool) {
    var index = start
    var depth = 0
    var capturesClass = false
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "#"):
        while index < limit, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        continue
      case UInt8(ascii: "\n") where depth == 0: return (index + 1, capturesClass)
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        index = passText(index)
        continue
      case UInt8(ascii: "s"): if has("super", at: index) { capturesClass = true }
      case UInt8(ascii: "_"): if has("__class__", at: index) { capturesClass = true }
      default: break
      }
      index += 1
    }
    return (limit, capturesClass)
  }

  /// Where a text that begins here has ended.
  private func passText(_ start: Int) -> Int {
    let quote = bytes[start]
    let isLong = start + 2 < limit && bytes[start + 1] == quote && bytes[start + 2] == quote
    var index = start + (isLong ? 3 : 1)
    while index < limit {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index] != quote {
        index += 1
      } else if !isLong {
        return index + 1
      } else if index + 2 < limit, bytes[index + 1] == quote, bytes[index + 2] == quote {
        return index + 3
      } else {
        index += 1
      }
    }
    return limit
  }

  private func has(_ word: StaticString, at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= limit else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == word.utf8Start[$0] }
  }
}
