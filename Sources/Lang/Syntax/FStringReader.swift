/// Takes the inside of an f-string apart, by the rules of 3.11.
struct FStringReader {
  /// Who reads the string the expressions stand in.
  private let parser: Parser
  private let isRaw: Bool
  private var position: Int
  private let end: Int
  private var depth = 0

  private var source: SourceText { parser.source }

  private init(_ parser: Parser, isRaw: Bool, _ range: Swift.Range<Int>) {
    self.parser = parser
    self.isRaw = isRaw
    position = range.lowerBound
    end = range.upperBound
  }

  /// The parts of an f-string.
  static func read(_ parser: Parser, _ body: StringBody) throws(Diagnostic) -> [FStringPart] {
    var reader = FStringReader(parser, isRaw: body.isRaw, body.range)
    return try reader.parts()
  }

  private var byte: UInt8 { position < end ? source.bytes[position] : 0 }

  private func fault(_ message: String) -> Diagnostic {
    Diagnostic(.syntaxError, "f-string: \(message)", at: Span(position, position + 1))
  }

  private func backslash() -> Diagnostic {
    Diagnostic(.syntaxError, "f-string expression part cannot include a backslash", at: Span(position, position + 1))
  }

  /// Parts up to the end, or in a format spec up to its `}`.
  private mutating func parts() throws(Diagnostic) -> [FStringPart] {
    var result: [FStringPart] = []
    var literal: [UInt8] = []
    var start = position
    func flushed(_ reader: FStringReader, _ upTo: Int) throws(Diagnostic) -> [UInt8] {
      do throws(Literals.Fault) {
        return try Literals.unescape(reader.source.bytes[start..<upTo], isBytes: false, isRaw: reader.isRaw)
      } catch { throw Diagnostic(.syntaxError, error.message, at: Span(start, upTo)) }
    }
    while position < end {
      if byte == UInt8(ascii: "\\") && !isRaw {
        position += 1
        guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else {
          // `\N{…}` has braces of its own.
          position += 1
          if source.bytes[position - 1] == UInt8(ascii: "N"), byte == UInt8(ascii: "{") {
            while position < end, byte != UInt8(ascii: "}") { position += 1 }
            if position < end { position += 1 }
          }
          continue
        }
        // A backslash before a brace is no escape: it stands for itself, and the brace for what it is without it.
        literal += try flushed(self, position - 1) + [UInt8(ascii: "\\")]
        start = position
      }
      let current = byte
      guard current == UInt8(ascii: "{") || current == UInt8(ascii: "}") else {
        position += 1
        continue
      }
      let isDoubled = position + 1 < end && source.bytes[position + 1] == current
      if isDoubled && depth == 0 {
        literal += try flushed(self, position + 1)
        position += 2
        start = position
        continue
      }
      if current == UInt8(ascii: "}") {
        if depth > 0 { break }
        throw fault("single '}' is not allowed")
      }
      literal += try flushed(self, position)
      let (value, text) = try replacement()
      literal += text
      if !literal.isEmpty { result.append(.literal(literal)) }
      literal = []
      result.append(value)
      start = position
    }
    literal += try flushed(self, min(position, end))
    if !literal.isEmpty { result.append(.literal(literal)) }
    return result
  }

  /// `{expression=!conversion:spec}`: the part, and the text that `=` puts before it.
  private mutating func replacement() throws(Diagnostic) -> (FStringPart, [UInt8]) {
    if depth >= 2 { throw fault("expressions nested too deeply") }
    position += 1
    let start = position
    try skipExpression()
    let stop = position
    if source.bytes[start..<stop].allSatisfy({ $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }) {
      if position >= end { throw fault("expecting '}'") }
      let mark = Character(Unicode.Scalar(byte))
      throw fault(mark == "}" ? "empty expression not allowed" : "expression required before '\(mark)'")
    }
    let value = try parser.expression(within: start..<stop)
    var text: [UInt8] = []
    var conversion: Character?
    var spec: [FStringPart]?
    if byte == UInt8(ascii: "=") {
      position += 1
      while byte == UInt8(ascii: " ") { position += 1 }
      text = Array(source.bytes[start..<position])
    }
    if byte == UInt8(ascii: "!") {
      position += 1
      let letter = byte
      guard [UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "a")].contains(letter) else {
        throw fault("invalid conversion character: expected 's', 'r', or 'a'")
      }
      conversion = Character(Unicode.Scalar(letter))
      position += 1
    }
    if byte == UInt8(ascii: ":") {
      position += 1
      depth += 1
      spec = try parts()
      depth -= 1
    }
    guard byte == UInt8(ascii: "}") else { throw fault("expecting '}'") }
    position += 1
    if !text.isEmpty && conversion == nil && spec == nil { conversion = "r" }
    return (.replacement(value: value, conversion: conversion, spec: spec), text)
  }

  /// Moves to the end of an expression: a `}`, `!`, `:` or `=` outside brackets and strings.
  private mutating func skipExpression() throws(Diagnostic) {
    var brackets: [UInt8] = []
    while position < end {
      let current = byte
      let next = position + 1 < end ? source.bytes[position + 1] : 0
      switch current {
      case UInt8(ascii: "\\"): throw backslash()
      case UInt8(ascii: "#"):
        throw Diagnostic(.syntaxError, "f-string expression part cannot include '#'", at: Span(position, position + 1))
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        let isTriple = next == current && position + 2 < end && source.bytes[position + 2] == current
        let width = isTriple ? 3 : 1
        position += width
        while position < end {
          if byte == UInt8(ascii: "\\") { throw backslash() }
          if byte == current, !isTriple || source.bytes[position...].prefix(3).allSatisfy({ $0 == current }) { break }
          position += 1
        }
        if position >= end { throw fault("unterminated string") }
        position += width
        continue
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): brackets.append(current)
      case UInt8(ascii: ")"), UInt8(ascii: "]"): _ = brackets.popLast()
      case UInt8(ascii: "}"):
        if brackets.popLast() == nil { return }
      case UInt8(ascii: ":") where brackets.isEmpty: return
      case UInt8(ascii: "!") where brackets.isEmpty:
        if next != UInt8(ascii: "=") { return }
        position += 1
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="):
        if next == UInt8(ascii: "=") {
          position += 1
        } else if current == UInt8(ascii: "=") && brackets.isEmpty {
          return
        }
      default: break
      }
      position += 1
    }
  }
}
