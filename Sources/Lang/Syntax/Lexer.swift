/// Cuts a source text into tokens, with Python's rules for indentation and line joining.
package struct Lexer {
  let bytes: [UInt8]
  private let source: SourceText
  var position: Int
  /// Where the text ends.
  let limit: Int
  var tokens: [Token] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var brackets: [(byte: UInt8, offset: Int)] = []
  /// The columns of the open blocks, by CPython's two ways to count a tab (to 8, and as 1): they must agree.
  private var indents: [(column: Int, alternative: Int)] = [(0, 0)]

  /// The column of a `def` whose body may be left unread, until its header's line ends.
  private var unreadColumn: Int?
  /// Up to where every body is read, as one around it has to be; nowhere where no body is left unread.
  var readsUpTo = Int.max

  /// CPython's limits.
  private static let maximumBrackets = 200
  private static let maximumIndents = 100

  private init(_ source: SourceText, _ range: Swift.Range<Int>) {
    self.source = source
    bytes = source.bytes
    position = range.lowerBound
    limit = range.upperBound
  }

  /// The tokens of a text, `end` last, and the faults found.
  package static func run(_ source: SourceText) -> (tokens: [Token], diagnostics: [Diagnostic]) {
    var lexer = Lexer(source, 0..<source.bytes.count)
    lexer.tokens.reserveCapacity(source.bytes.count / 4)
    if source.isOwn { lexer.readsUpTo = 0 }
    lexer.run()
    return (lexer.tokens, lexer.diagnostics)
  }

  /// The tokens of a statement that stands in a text, `end` last. What is before it on its line counts as nothing.
  static func run(_ source: SourceText, statement range: Swift.Range<Int>) -> [Token] {
    var lexer = Lexer(source, range)
    lexer.run()
    return lexer.tokens
  }

  /// The tokens of an expression in an f-string, as if it stood in parentheses, so that line ends mean nothing.
  static func run(_ source: SourceText, expression range: Swift.Range<Int>) -> (
    tokens: [Token], diagnostics: [Diagnostic]
  ) {
    var lexer = Lexer(source, range)
    lexer.outerBrackets = 1
    lexer.brackets = [(UInt8(ascii: "("), range.lowerBound)]
    lexer.run()
    return (lexer.tokens, lexer.diagnostics)
  }

  /// How many of the open brackets are not the text's own.
  private var outerBrackets = 0

  private func byte(_ offset: Int) -> UInt8 { offset < limit ? bytes[offset] : 0 }

  private mutating func fault(_ message: String, _ start: Int, _ end: Int, hint: String? = nil) {
    diagnostics.append(Diagnostic(.syntaxError, message, at: Span(start, max(end, start)), hint: hint))
  }

  private mutating func run() {
    var atLineStart = true
    while true {
      if atLineStart && brackets.isEmpty {
        if !indentation() { continue }
        atLineStart = false
      }
      skipBlanks()
      guard position < limit else { break }
      let start = position
      let current = bytes[position]
      switch current {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        newline()
        if brackets.isEmpty {
          if tokens.last?.kind != .newline { tokens.append(Token(.newline, Span(start, start))) }
          atLineStart = true
          if let column = unreadColumn {
            unreadColumn = nil
            skipBody(ofDefAt: column)
          }
        }
      case UInt8(ascii: "\\"):
        position += 1
        let next = byte(position)
        if position >= limit {
          fault("unexpected EOF while parsing", start, start + 1)
        } else if next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") {
          newline()
          if position >= limit { fault("unexpected EOF while parsing", start, start + 1) }
        } else {
          fault("unexpected character after line continuation character", start, start + 1)
          skipLine()
        }
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
      case UInt8(ascii: ".") where Lexer.isDigit(byte(position + 1)): number()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): string(from: start)
      default:
        if Lexer.isNameStart(current) {
          name()
          if tokens.last?.keyword == .def, start >= readsUpTo { unreadColumn = indents.last?.column }
        } else {
          punctuation()
        }
      }
    }
    if brackets.count > outerBrackets, let open = brackets.last, diagnostics.isEmpty {
      fault("'\(Character(Unicode.Scalar(open.byte)))' was never closed", open.offset, open.offset + 1)
    }
    let end = limit
    if let last = tokens.last, last.kind != .newline { tokens.append(Token(.newline, Span(end, end))) }
    for _ in 1..<indents.count { tokens.append(Token(.dedent, Span(end, end))) }
    tokens.append(Token(.end, Span(end, end)))
  }

  private mutating func skipBlanks() {
    while position < limit {
      let current = bytes[position]
      if current == UInt8(ascii: " ") || current == UInt8(ascii: "\t") || current == 12 {
        position += 1
      } else if current == UInt8(ascii: "#") {
        skipLine()
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while position < limit, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r") {
      position += 1
    }
  }

  private mutating func newline() {
    if bytes[position] == UInt8(ascii: "\r") && byte(position + 1) == UInt8(ascii: "\n") { position += 1 }
    position += 1
  }

  /// Measures a line's indentation and notes blocks that begin or end; false when the line is blank.
  private mutating func indentation() -> Bool {
    var column = 0
    var alternative = 0
    let start = position
    while position < limit {
      switch bytes[position] {
      case UInt8(ascii: " "):
        column += 1
        alternative += 1
      case UInt8(ascii: "\t"):
        column = (column / 8 + 1) * 8
        alternative += 1
      case 12:
        column = 0
        alternative = 0
      default:
        return endIndentation(column, alternative, start)
      }
      position += 1
    }
    return true
  }

  private mutating func endIndentation(_ column: Int, _ alternative: Int, _ start: Int) -> Bool {
    let current = bytes[position]
    if current == UInt8(ascii: "#") { skipLine() }
    if position >= limit { return true }
    if bytes[position] == UInt8(ascii: "\n") || bytes[position] == UInt8(ascii: "\r") {
      newline()
      return false
    }
    let top = indents[indents.count - 1]
    if column == top.column {
      if alternative != top.alternative { tabFault(start) }
    } else if column > top.column {
      if alternative <= top.alternative { tabFault(start) }
      indents.append((column, alternative))
      if indents.count > Lexer.maximumIndents {
        fault("too many levels of indentation", start, position)
        position = limit
        return true
      }
      tokens.append(Token(.indent, Span(start, position)))
    } else {
      while indents[indents.count - 1].column > column {
        indents.removeLast()
        tokens.append(Token(.dedent, Span(position, position)))
      }
      if indents[indents.count - 1].column != column {
        fault("unindent does not match any outer indentation level", position, position + 1)
        indents.append((column, alternative))
        tokens.append(Token(.indent, Span(position, position)))
      }
    }
    return true
  }

  private mutating func tabFault(_ start: Int) {
    fault("inconsistent use of tabs and spaces in indentation", start, position)
  }

  package static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  package static func isNameStart(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private mutating func name() {
    let start = position
    var hasWide = false
    while position < limit, Lexer.isNameStart(bytes[position]) || Lexer.isDigit(bytes[position]) {
      hasWide = hasWide || bytes[position] >= 0x80
      position += 1
    }
    let length = position - start
    if length <= 2, byte(position) == UInt8(ascii: "\"") || byte(position) == UInt8(ascii: "'") {
      let prefix = bytes[start..<position].map { $0 | 0x20 }
      let text = String(decoding: prefix, as: UTF8.self)
      if ["r", "b", "u", "f", "rb", "br", "rf", "fr"].contains(text) {
        string(from: start)
        return
      }
    }
    if hasWide {
      checkIdentifier(start)
      tokens.append(Token(.name, Span(start, position)))
      return
    }
    let keyword =
      length <= 8 ? Keyword.byText[String(decoding: bytes[start..<position], as: UTF8.self)] : nil
    tokens.append(Token(keyword == nil ? .name : .keyword, Span(start, position), keyword: keyword))
  }

  /// Refuses characters outside XID_Start and XID_Continue (Unicode Annex 31).
  private mutating func checkIdentifier(_ start: Int) {
    var offset = start
    for (index, scalar) in String(decoding: bytes[start..<position], as: UTF8.self).unicodeScalars.enumerated() {
      let properties = scalar.properties
      let isFine =
        index == 0 ? properties.isXIDStart || scalar == "_" : properties.isXIDContinue
      let width = String(scalar).utf8.count
      if !isFine {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        let isPrintable =
          properties.generalCategory != .control && properties.generalCategory != .format
          && properties.generalCategory != .spaceSeparator
        fault(
          isPrintable
            ? "invalid character '\(scalar)' (U+\(code))" : "invalid non-printable character U+\(code)",
          offset, offset + width)
        return
      }
      offset += width
    }
  }

  private mutating func number() {
    let start = position
    let second = byte(position + 1) | 0x20
    if bytes[position] == UInt8(ascii: "0"),
      second == UInt8(ascii: "x") || second == UInt8(ascii: "o")
        || second == UInt8(ascii: "b")
    {
      position += 2
      while Lexer.isNameStart(byte(position)) || Lexer.isDigit(byte(position)) { position += 1 }
    } else {
      digits()
      if byte(position) == UInt8(ascii: ".") {
        position += 1
        if Lexer.isDigit(byte(position)) { digits() }
      }
      if byte(position) | 0x20 == UInt8(ascii: "e") {
        let sign = byte(position + 1)
        let skip = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1
        if Lexer.isDigit(byte(position + skip)) {
          position += skip
          digits()
        }
      }
      if byte(position) | 0x20 == UInt8(ascii: "j") { position += 1 }
    }
    // `1if x else y` is allowed, `1abc` is not.
    if Lexer.isNameStart(byte(position)) {
      var end = position
      while Lexer.isNameStart(byte(end)) || Lexer.isDigit(byte(end)) { end += 1 }
      let word = String(decoding: bytes[position..<end], as: UTF8.self)
      if !["and", "else", "for", "if", "in", "is", "or", "not"].contains(word) {
        fault("invalid decimal literal", position - 1, position)
        position = end
      }
    } else if byte(position - 1) == UInt8(ascii: "_") {
      fault("invalid decimal literal", position - 1, position)
    }
    tokens.append(Token(.number, Span(start, position)))
  }

  private mutating func digits() {
    while Lexer.isDigit(byte(position)) || byte(position) == UInt8(ascii: "_") { position += 1 }
  }

  /// A string literal whose prefix begins at `start`; `position` is at the prefix's end.
  private mutating func string(from start: Int) {
    let quote = bytes[position]
    let isTriple = byte(position + 1) == quote && byte(position + 2) == quote
    position += isTriple ? 3 : 1
    while position < limit {
      let current = bytes[position]
      if current == UInt8(ascii: "\\") {
        position += byte(position + 1) == UInt8(ascii: "\r") && byte(position + 2) == UInt8(ascii: "\n") ? 3 : 2
        continue
      }
      if current == quote {
        if !isTriple {
          position += 1
          tokens.append(Token(.string, Span(start, position)))
          return
        }
        if byte(position + 1) == quote && byte(position + 2) == quote {
          position += 3
          tokens.append(Token(.string, Span(start, position)))
          return
        }
      } else if !isTriple && (current == UInt8(ascii: "\n") || current == UInt8(ascii: "\r")) {
        break
      }
      position += 1
    }
    position = min(position, limit)
    let line = source.line(at: isTriple ? max(0, limit - 1) : start)
    fault(
      isTriple
        ? "unterminated triple-quoted string literal (detected at line \(line))"
        : "unterminated string literal (detected at line \(line))", start, start + 1)
    tokens.append(Token(.string, Span(start, start)))
  }

  private static let long: [UInt32] = [
    Token.code("**="), Token.code("//="), Token.code(">>="), Token.code("<<="), Token.code("..."),
  ]
  private static let double: [UInt32] = [
    Token.code("**"), Token.code("//"), Token.code(">>"), Token.code("<<"), Token.code("<="), Token.code(">="),
    Token.code("=="), Token.code("!="), Token.code("->"), Token.code("+="), Token.code("-="), Token.code("*="),
    Token.code("/="), Token.code("%="), Token.code("&="), Token.code("|="), Token.code("^="), Token.code("@="),
    Token.code(":="),
  ]

  private mutating func punctuation() {
    let start = position
    let one = UInt32(bytes[start])
    let two = one | UInt32(byte(start + 1)) << 8
    let three = two | UInt32(byte(start + 2)) << 16
    if Lexer.long.contains(three) {
      add(three, 3)
    } else if Lexer.double.contains(two) {
      add(two, 2)
    } else {
      switch bytes[start] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets.append((bytes[start], start))
        if brackets.count > Lexer.maximumBrackets {
          fault("too many nested parentheses", start, start + 1)
          position = limit
          return
        }
        add(one, 1)
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        close(bytes[start], start)
        add(one, 1)
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"),
        UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "~"),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: "."), UInt8(ascii: ";"):
        add(one, 1)
      default:
        let isPrintable = bytes[start] >= 32 && bytes[start] < 127
        let hex = String(bytes[start], radix: 16, uppercase: true)
        fault(
          isPrintable
            ? "invalid syntax"
            : "invalid non-printable character U+\(String(repeating: "0", count: 4 - hex.count))\(hex)", start,
          start + 1)
        position += 1
      }
    }
  }

  private mutating func add(_ code: UInt32, _ length: Int) {
    tokens.append(Token(.op, Span(position, position + length), code: code))
    position += length
  }

  private mutating func close(_ byte: UInt8, _ offset: Int) {
    let character = Character(Unicode.Scalar(byte))
    guard brackets.count > outerBrackets, let open = brackets.popLast() else {
      fault("unmatched '\(character)'", offset, offset + 1)
      return
    }
    let expected: UInt8 =
      open.byte == UInt8(ascii: "(")
      ? UInt8(ascii: ")") : open.byte == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
    if byte != expected {
      let opener = Character(Unicode.Scalar(open.byte))
      let line = source.line(at: open.offset)
      let place = line == source.line(at: offset) ? "" : " on line \(line)"
      fault(
        "closing parenthesis '\(character)' does not match opening parenthesis '\(opener)'\(place)", offset, offset + 1)
    }
  }
}
