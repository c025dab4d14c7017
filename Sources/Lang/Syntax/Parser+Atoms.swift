/// Atoms: names, literals and everything in brackets.
extension Parser {
  mutating func atom() throws(Diagnostic) -> Expr {
    let start = token.span
    switch token.kind {
    case .name:
      let (name, span) = try identifier()
      return Expr(kind: .name(name), span: span)
    case .number:
      index += 1
      do throws(Literals.Fault) {
        let bytes = source.bytes[Int(start.start)..<Int(start.end)]
        return Expr(kind: .constant(try Literals.number(bytes)), span: start)
      } catch {
        throw fault(error.message, Span(Int(start.start) + error.offset, Int(start.end)))
      }
    case .string: return try strings()
    case .keyword:
      let constant: Constant
      switch token.keyword {
      case .none?: constant = .none
      case .true?: constant = .true
      case .false?: constant = .false
      case .yield?: throw invalidSyntax()
      default: throw invalidSyntax()
      }
      index += 1
      return Expr(kind: .constant(constant), span: start)
    case .op:
      if isOp("(") { return try nested { (parser) throws(Diagnostic) -> Expr in try parser.parenthesized() } }
      if isOp("[") { return try nested { (parser) throws(Diagnostic) -> Expr in try parser.listDisplay() } }
      if isOp("{") { return try nested { (parser) throws(Diagnostic) -> Expr in try parser.braces() } }
      if accept("...") { return Expr(kind: .constant(.ellipsis), span: start) }
      throw invalidSyntax()
    default: throw invalidSyntax()
    }
  }

  private mutating func parenthesized() throws(Diagnostic) -> Expr {
    let start = token.span
    index += 1
    if accept(")") { return Expr(kind: .tuple([]), span: span(from: start)) }
    if isKeyword(.yield) {
      let value = try yieldExpression()
      try close(")")
      return value
    }
    let first = try starExpression()
    if isKeyword(.for) || isKeyword(.async) {
      try checkElement(first)
      let generators = try comprehensionClauses()
      try close(")")
      return Expr(kind: .generatorExp(element: first, generators: generators), span: span(from: start))
    }
    guard isOp(",") else {
      try close(")")
      if case .starred = first.kind {
        throw fault("cannot use starred expression here", first.span)
      }
      return first
    }
    var elements = [first]
    while accept(",") {
      if isOp(")") { break }
      elements.append(try starExpression())
    }
    try close(")")
    return Expr(kind: .tuple(elements), span: span(from: start))
  }

  private mutating func listDisplay() throws(Diagnostic) -> Expr {
    let start = token.span
    index += 1
    var elements: [Expr] = []
    while !isOp("]") {
      elements.append(try starExpression())
      if elements.count > 1, isKeyword(.for) {
        throw fault(
          "did you forget parentheses around the comprehension target?",
          elements[0].span.union(elements[elements.count - 1].span))
      }
      if elements.count == 1, isKeyword(.for) || isKeyword(.async) {
        try checkElement(elements[0])
        let generators = try comprehensionClauses()
        try close("]")
        return Expr(kind: .listComp(element: elements[0], generators: generators), span: span(from: start))
      }
      guard accept(",") else { break }
    }
    try close("]")
    return Expr(kind: .list(elements), span: span(from: start))
  }

  private mutating func braces() throws(Diagnostic) -> Expr {
    let start = token.span
    index += 1
    if accept("}") { return Expr(kind: .dict([]), span: span(from: start)) }
    if !isOp("**") {
      let first = try starExpression()
      if !isOp(":") { return try setDisplay(first, start) }
      index += 1
      if isOp("}") || isOp(",") {
        throw fault("expression expected after dictionary key and ':'", previous.span)
      }
      if isOp("*") { throw fault("cannot use a starred expression in a dictionary value", token.span) }
      let value = try expression()
      if isKeyword(.for) || isKeyword(.async) {
        let generators = try comprehensionClauses()
        try close("}")
        return Expr(
          kind: .dictComp(key: first, value: value, generators: generators), span: span(from: start))
      }
      return try dictDisplay([(first, value)], start)
    }
    index += 1
    let mapping = try bitOr()
    if isKeyword(.for) { throw fault("dict unpacking cannot be used in dict comprehension", start) }
    return try dictDisplay([(nil, mapping)], start)
  }

  /// Refuses what a comprehension can't have for its element.
  private func checkElement(_ element: Expr) throws(Diagnostic) {
    if case .starred = element.kind {
      throw fault("iterable unpacking cannot be used in comprehension", element.span)
    }
  }

  private mutating func setDisplay(_ first: Expr, _ start: Span) throws(Diagnostic) -> Expr {
    if isKeyword(.for) || isKeyword(.async) {
      try checkElement(first)
      let generators = try comprehensionClauses()
      try close("}")
      return Expr(kind: .setComp(element: first, generators: generators), span: span(from: start))
    }
    var elements = [first]
    while accept(",") {
      if isOp("}") { break }
      elements.append(try starExpression())
      if isKeyword(.for) {
        throw fault(
          "did you forget parentheses around the comprehension target?", first.span.union(previous.span))
      }
    }
    try close("}")
    return Expr(kind: .set(elements), span: span(from: start))
  }

  private mutating func dictDisplay(
    _ first: [(key: Expr?, value: Expr)], _ start: Span
  ) throws(Diagnostic) -> Expr {
    var entries = first
    while accept(",") {
      if isOp("}") { break }
      if accept("**") {
        entries.append((nil, try bitOr()))
        continue
      }
      if token.kind == .name && next.code == Token.code("=") { throw keywordInDict(start) }
      let key = try expression()
      guard accept(":") else {
        if isOp("=") { throw fault("invalid syntax. Maybe you meant ':' instead of '='?", token.span) }
        throw fault("':' expected after dictionary key", previous.span)
      }
      if isOp("}") || isOp(",") {
        throw fault("expression expected after dictionary key and ':'", previous.span)
      }
      entries.append((key, try expression()))
    }
    try close("}")
    return Expr(kind: .dict(entries), span: span(from: start))
  }

  /// `{…, name=value}`: a keyword argument inside a dict, because the dict's brace closes too late.
  private func keywordInDict(_ start: Span) -> Diagnostic {
    let name = text(token)
    let position = source.position(at: Int(token.span.start))
    let edits = movedBrace(position.line)
    return Diagnostic(
      .syntaxError,
      "'\(name)=' is a keyword argument, but the dict opened at column "
        + "\(source.position(at: Int(start.start)).column) is still open: '}' is missing before it",
      at: Span(Int(token.span.start), Int(next.span.end)), hint: corrected(position.line, edits), edits: edits)
  }

  /// The line as the edits, in order, make it.
  private func corrected(_ line: Int, _ edits: [Diagnostic.Edit]) -> String? {
    guard !edits.isEmpty else { return nil }
    let range = source.range(ofLine: line)
    var bytes: [UInt8] = []
    var offset = range.lowerBound
    for edit in edits {
      bytes += source.bytes[offset..<Int(edit.span.start)] + Array(edit.text.utf8)
      offset = Int(edit.span.end)
    }
    let text = String(decoding: bytes + source.bytes[offset..<range.upperBound], as: UTF8.self)
    return "write " + text.drop { $0 == " " || $0 == "\t" }
  }

  /// How to move the brace in front of the comma that precedes the keyword argument.
  private func movedBrace(_ line: Int) -> [Diagnostic.Edit] {
    let range = source.range(ofLine: line)
    let comma = Int(previous.span.start)
    guard previous.code == Token.code(","), comma >= range.lowerBound else { return [] }
    // The brace that closes too late is the next one at the dict's level.
    var level = 0
    for later in tokens[index...] where Int(later.span.start) < range.upperBound {
      if later.code == Token.code("(") || later.code == Token.code("[") || later.code == Token.code("{") { level += 1 }
      if later.code == Token.code(")") || later.code == Token.code("]") || later.code == Token.code("}") {
        if level == 0, later.code == Token.code("}") {
          return [Diagnostic.Edit(Span(comma, comma), "}"), Diagnostic.Edit(later.span, "")]
        }
        level -= 1
      }
    }
    return []
  }

  /// Adjacent string literals, joined.
  private mutating func strings() throws(Diagnostic) -> Expr {
    let start = token.span
    var parts: [FStringPart] = []
    var literal: [UInt8] = []
    var isFormatted = false
    var isBytes: Bool?
    while token.kind == .string {
      let span = token.span
      index += 1
      guard span.end > span.start else { continue }
      let body = StringBody(source, span)
      if let isBytes, isBytes != body.isBytes {
        throw fault("cannot mix bytes and nonbytes literals", start)
      }
      isBytes = body.isBytes
      if body.isFormatted {
        isFormatted = true
        for part in try FStringReader.read(self, body) {
          if case .literal(let bytes) = part {
            literal += bytes
          } else {
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = []
            parts.append(part)
          }
        }
      } else {
        do throws(Literals.Fault) {
          literal += try Literals.unescape(source.bytes[body.range], isBytes: body.isBytes, isRaw: body.isRaw)
        } catch { throw fault(error.message, span) }
      }
    }
    let whole = span(from: start)
    guard isFormatted else {
      return Expr(kind: .constant(isBytes == true ? .bytes(literal) : .string(literal)), span: whole)
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    return Expr(kind: .joinedString(parts), span: whole)
  }
}

/// A string literal's prefix and the range of its inside.
struct StringBody {
  let isRaw: Bool
  let isBytes: Bool
  let isFormatted: Bool
  let range: Swift.Range<Int>

  init(_ source: SourceText, _ span: Span) {
    var start = Int(span.start)
    var prefix = ""
    while source.bytes[start] != UInt8(ascii: "'") && source.bytes[start] != UInt8(ascii: "\"") {
      prefix.append(Character(Unicode.Scalar(source.bytes[start] | 0x20)))
      start += 1
    }
    isRaw = prefix.contains("r")
    isBytes = prefix.contains("b")
    isFormatted = prefix.contains("f")
    let quote = source.bytes[start]
    let end = Int(span.end)
    let isTriple =
      end - start >= 6 && source.bytes[start + 1] == quote && source.bytes[start + 2] == quote
    let width = isTriple ? 3 : 1
    range = (start + width)..<max(start + width, end - width)
  }
}
