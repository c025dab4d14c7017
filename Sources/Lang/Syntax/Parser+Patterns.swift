/// The `match` statement (PEP 634).
extension Parser {
  /// A `match` statement, if this is one: `match` is a name elsewhere, so reading it is a trial.
  mutating func matchStatement() throws(Diagnostic) -> Stmt? {
    guard text(token) == "match", next.kind != .newline, next.code != Token.code("="),
      next.code != Token.code("."), next.code != Token.code(",")
    else { return nil }
    let start = token.span
    let begin = index
    index += 1
    let read = try? starExpressions(walrus: true)
    if read != nil, isOp(":"), next.kind == .newline, tokens.indices.contains(index + 2),
      tokens[index + 2].kind != .indent
    {
      _ = try block("'match' statement", start)
    }
    guard let subject = read, isOp(":"), next.kind == .newline,
      tokens.indices.contains(index + 3), tokens[index + 2].kind == .indent, text(tokens[index + 3]) == "case"
    else {
      index = begin
      return nil
    }
    index += 3
    var cases: [MatchCase] = []
    while token.kind == .name, text(token) == "case" {
      let caseStart = token.span
      index += 1
      let pattern = try patterns()
      let condition = accept(.if) ? try namedExpression() : nil
      let body = try block("'case' statement", caseStart)
      cases.append(MatchCase(pattern: pattern, guardExpr: condition, body: body))
    }
    guard token.kind == .dedent else { throw invalidSyntax() }
    index += 1
    return Stmt(kind: .match(subject: subject, cases: cases), span: span(from: start))
  }

  /// A pattern; an open sequence if there is a comma.
  private mutating func patterns() throws(Diagnostic) -> MatchPattern {
    let start = token.span
    let first = try starPattern()
    guard isOp(",") else {
      if case .star = first.kind { throw invalidSyntax() }
      return first
    }
    var elements = [first]
    while accept(",") {
      if isOp(":") || isKeyword(.if) { break }
      elements.append(try starPattern())
    }
    return MatchPattern(kind: .sequence(elements), span: span(from: start))
  }

  private mutating func starPattern() throws(Diagnostic) -> MatchPattern {
    let start = token.span
    guard accept("*") else { return try asPattern() }
    let name = try identifier().name
    return MatchPattern(kind: .star(name == "_" ? nil : name), span: span(from: start))
  }

  private mutating func asPattern() throws(Diagnostic) -> MatchPattern {
    let start = token.span
    var alternatives = [try closedPattern()]
    while accept("|") { alternatives.append(try closedPattern()) }
    let pattern =
      alternatives.count == 1 ? alternatives[0] : MatchPattern(kind: .or(alternatives), span: span(from: start))
    guard accept(.as) else { return pattern }
    let (name, nameSpan) = try identifier()
    if name == "_" { throw fault("cannot use '_' as a target", nameSpan) }
    return MatchPattern(kind: .capture(pattern: pattern, name: name), span: span(from: start))
  }

  private mutating func closedPattern() throws(Diagnostic) -> MatchPattern {
    let start = token.span
    switch token.keyword {
    case .none?, .true?, .false?:
      let constant: Constant =
        isKeyword(.none) ? .none : isKeyword(.true) ? .true : .false
      index += 1
      return MatchPattern(kind: .singleton(constant), span: start)
    default: break
    }
    switch token.kind {
    case .number, .string: return MatchPattern(kind: .value(try sum()), span: span(from: start))
    case .name: return try namePattern()
    default: break
    }
    if isOp("-") {
      guard next.kind == .number else { throw invalidSyntax() }
      return MatchPattern(kind: .value(try sum()), span: span(from: start))
    }
    if isOp("(") || isOp("[") { return try groupPattern() }
    if accept("{") { return try mappingPattern(start) }
    throw invalidSyntax()
  }

  private mutating func namePattern() throws(Diagnostic) -> MatchPattern {
    let start = token.span
    let (name, nameSpan) = try identifier()
    if !isOp(".") && !isOp("(") {
      return MatchPattern(kind: .capture(pattern: nil, name: name == "_" ? nil : name), span: nameSpan)
    }
    var value = Expr(kind: .name(name), span: nameSpan)
    while accept(".") {
      let (attribute, attributeSpan) = try identifier()
      value = Expr(
        kind: .attribute(value: value, name: attribute, nameSpan: attributeSpan), span: span(from: start))
    }
    guard accept("(") else { return MatchPattern(kind: .value(value), span: span(from: start)) }
    var positional: [MatchPattern] = []
    var keywords: [(name: String, pattern: MatchPattern)] = []
    while !isOp(")") {
      if token.kind == .name && next.code == Token.code("=") {
        let (keyword, _) = try identifier()
        index += 1
        keywords.append((keyword, try asPattern()))
      } else {
        if !keywords.isEmpty {
          throw fault("positional patterns follow keyword patterns", token.span)
        }
        positional.append(try asPattern())
      }
      guard accept(",") else { break }
    }
    try close(")")
    return MatchPattern(
      kind: .classPattern(cls: value, patterns: positional, keywords: keywords), span: span(from: start))
  }

  private mutating func groupPattern() throws(Diagnostic) -> MatchPattern {
    let start = token.span
    let isList = isOp("[")
    index += 1
    var elements: [MatchPattern] = []
    var hasComma = false
    while !isOp("]") && !isOp(")") {
      elements.append(try starPattern())
      guard accept(",") else { break }
      hasComma = true
    }
    if isList { try close("]") } else { try close(")") }
    if !isList, elements.count == 1, !hasComma {
      if case .star = elements[0].kind {} else { return elements[0] }
    }
    return MatchPattern(kind: .sequence(elements), span: span(from: start))
  }

  private mutating func mappingPattern(_ start: Span) throws(Diagnostic) -> MatchPattern {
    var keys: [Expr] = []
    var patterns: [MatchPattern] = []
    var rest: String?
    while !isOp("}") {
      if accept("**") {
        if text(token) == "_" { throw invalidSyntax() }
        rest = try identifier().name
        _ = accept(",")
        break
      } else {
        // A name alone would be a capture, which no key can be.
        if token.kind == .name, next.code != Token.code(".") { throw invalidSyntax() }
        keys.append(try sum())
        guard accept(":") else { throw invalidSyntax() }
        patterns.append(try asPattern())
      }
      guard accept(",") else { break }
    }
    try close("}")
    return MatchPattern(kind: .mapping(keys: keys, patterns: patterns, rest: rest), span: span(from: start))
  }
}
