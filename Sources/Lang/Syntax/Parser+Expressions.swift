/// Expressions by falling precedence.
extension Parser {
  /// `a, *b, c`: a tuple if there is a comma.
  mutating func starExpressions(walrus: Bool = false) throws(Diagnostic) -> Expr {
    let start = token.span
    let first = try starExpression(walrus: walrus)
    guard isOp(",") else { return first }
    var elements = [first]
    while accept(",") {
      guard startsExpression else { break }
      elements.append(try starExpression(walrus: walrus))
    }
    return Expr(kind: .tuple(elements), span: span(from: start))
  }

  /// `*expression` or an expression.
  mutating func starExpression(walrus: Bool = true) throws(Diagnostic) -> Expr {
    let start = token.span
    if accept("*") {
      let value = try bitOr()
      return Expr(kind: .starred(value), span: span(from: start))
    }
    return walrus ? try namedExpression() : try expression()
  }

  /// Whether the current token can begin an expression.
  var startsExpression: Bool {
    switch token.kind {
    case .name, .number, .string: return true
    case .keyword:
      switch token.keyword {
      case .false?, .none?, .true?, .not?, .lambda?, .await?, .yield?: return true
      default: return false
      }
    case .op:
      return isOp("(") || isOp("[") || isOp("{") || isOp("-") || isOp("+") || isOp("~") || isOp("*") || isOp("...")
    default: return false
    }
  }

  /// `name := expression`
  ///
  /// - Parameter isArgument: whether a call's argument is read, whose `=` has a meaning.
  mutating func namedExpression(isArgument: Bool = false) throws(Diagnostic) -> Expr {
    if token.kind == .name && next.code == Token.code(":=") {
      let (name, nameSpan) = try identifier()
      index += 1
      let value = try expression()
      return Expr(
        kind: .namedExpr(target: Expr(kind: .name(name), span: nameSpan), value: value),
        span: span(from: nameSpan))
    }
    let value = try expression()
    if isOp(":=") {
      switch value.kind {
      case .name: break
      default:
        throw fault("cannot use assignment expressions with \(describe(value))", value.span)
      }
    }
    if !isArgument, isOp("="), let misplaced = misplacedAssignment(value) { throw misplaced }
    return value
  }

  /// An expression: conditional or lambda.
  mutating func expression() throws(Diagnostic) -> Expr {
    try nested { (parser) throws(Diagnostic) -> Expr in try parser.conditional() }
  }

  private mutating func conditional() throws(Diagnostic) -> Expr {
    if isKeyword(.lambda) { return try lambda() }
    let start = token.span
    let body = try disjunction()
    guard isKeyword(.if) else { return body }
    index += 1
    let test = try disjunction()
    guard accept(.else) else {
      throw fault("expected 'else' after 'if' expression", body.span.union(test.span))
    }
    let orElse = try expression()
    return Expr(kind: .ifExp(test: test, body: body, orElse: orElse), span: span(from: start))
  }

  private mutating func lambda() throws(Diagnostic) -> Expr {
    let start = token.span
    index += 1
    let parameters = try self.parameters(until: ":", annotations: false)
    guard accept(":") else { throw invalidSyntax() }
    let outer = (isInFunction, isInLoop)
    isInFunction = true
    defer { (isInFunction, isInLoop) = outer }
    let body = try expression()
    return Expr(kind: .lambda(parameters: parameters, body: body), span: span(from: start))
  }

  mutating func disjunction() throws(Diagnostic) -> Expr {
    let start = token.span
    let first = try conjunction()
    guard isKeyword(.or) else { return first }
    var values = [first]
    while accept(.or) { values.append(try conjunction()) }
    if values.count > Parser.maximumChain { throw tooDeep() }
    return Expr(kind: .boolOp(isAnd: false, values: values), span: span(from: start))
  }

  private mutating func conjunction() throws(Diagnostic) -> Expr {
    let start = token.span
    let first = try inversion()
    guard isKeyword(.and) else { return first }
    var values = [first]
    while accept(.and) { values.append(try inversion()) }
    if values.count > Parser.maximumChain { throw tooDeep() }
    return Expr(kind: .boolOp(isAnd: true, values: values), span: span(from: start))
  }

  private mutating func inversion() throws(Diagnostic) -> Expr {
    let start = token.span
    guard accept(.not) else { return try comparison() }
    let operand = try nested { (parser) throws(Diagnostic) -> Expr in try parser.inversion() }
    return Expr(kind: .unaryOp(op: .not, operand: operand), span: span(from: start))
  }

  private mutating func comparison() throws(Diagnostic) -> Expr {
    let start = token.span
    let left = try bitOr()
    var ops: [ComparisonOperator] = []
    var comparators: [Expr] = []
    while let op = comparisonOperator() {
      ops.append(op)
      comparators.append(try bitOr())
    }
    guard !ops.isEmpty else { return left }
    return Expr(kind: .compare(left: left, ops: ops, comparators: comparators), span: span(from: start))
  }

  private mutating func comparisonOperator() -> ComparisonOperator? {
    if token.kind == .op {
      let op: ComparisonOperator
      if isOp("==") {
        op = .equal
      } else if isOp("!=") {
        op = .notEqual
      } else if isOp("<") {
        op = .less
      } else if isOp("<=") {
        op = .lessEqual
      } else if isOp(">") {
        op = .greater
      } else if isOp(">=") {
        op = .greaterEqual
      } else {
        return nil
      }
      index += 1
      return op
    }
    if accept(.in) { return .in }
    if accept(.is) { return accept(.not) ? .isNot : .is }
    if isKeyword(.not) && next.keyword == .in {
      index += 2
      return .notIn
    }
    return nil
  }

  /// Binary operators by their level: `|`, `^`, `&`, shifts, sums, products.
  private static let levels: [[(code: UInt32, op: BinaryOperator)]] = [
    [(Token.code("|"), .bitOr)], [(Token.code("^"), .bitXor)], [(Token.code("&"), .bitAnd)],
    [(Token.code("<<"), .leftShift), (Token.code(">>"), .rightShift)],
    [(Token.code("+"), .add), (Token.code("-"), .sub)],
    [
      (Token.code("*"), .mult), (Token.code("/"), .div), (Token.code("//"), .floorDiv), (Token.code("%"), .mod),
      (Token.code("@"), .matMult),
    ],
  ]

  mutating func bitOr() throws(Diagnostic) -> Expr { try binary(0) }

  /// An expression without operators looser than `+`: what a literal in a pattern can be.
  mutating func sum() throws(Diagnostic) -> Expr { try binary(4) }

  /// Precedence climbing (Martin Richards): reads operators of `level` and tighter ones.
  private mutating func binary(_ level: Int) throws(Diagnostic) -> Expr {
    let start = token.span
    var left = try unary()
    return try climb(&left, level, start)
  }

  /// Goes on after the left operand, which began at `start`: parentheses around it are no part of its own place.
  private mutating func climb(_ left: inout Expr, _ level: Int, _ start: Span) throws(Diagnostic) -> Expr {
    var length = 0
    while let (op, found) = binaryOperator(), found >= level {
      index += 1
      length += 1
      if length > Parser.maximumChain { throw tooDeep() }
      let rightStart = token.span
      var right = try unary()
      while let (_, tighter) = binaryOperator(), tighter > found { right = try climb(&right, tighter, rightStart) }
      left = Expr(kind: .binOp(left: left, op: op, right: right), span: span(from: start))
    }
    return left
  }

  private func binaryOperator() -> (BinaryOperator, Int)? {
    guard token.kind == .op else { return nil }
    for (level, operators) in Parser.levels.enumerated() {
      for (code, op) in operators where code == token.code { return (op, level) }
    }
    return nil
  }

  private mutating func unary() throws(Diagnostic) -> Expr {
    let start = token.span
    let op: UnaryOperator
    if isOp("-") {
      op = .minus
    } else if isOp("+") {
      op = .plus
    } else if isOp("~") {
      op = .invert
    } else {
      return try power()
    }
    index += 1
    let operand = try nested { (parser) throws(Diagnostic) -> Expr in try parser.unary() }
    return Expr(kind: .unaryOp(op: op, operand: operand), span: span(from: start))
  }

  private mutating func power() throws(Diagnostic) -> Expr {
    let start = token.span
    let isAwait = accept(.await)
    var base = try primary()
    if isAwait { base = Expr(kind: .await(base), span: span(from: start)) }
    guard accept("**") else { return base }
    let exponent = try nested { (parser) throws(Diagnostic) -> Expr in try parser.unary() }
    return Expr(kind: .binOp(left: base, op: .pow, right: exponent), span: span(from: start))
  }

  /// An atom with its calls, subscripts and attributes.
  private mutating func primary() throws(Diagnostic) -> Expr {
    let start = token.span
    var value = try atom()
    var length = 0
    while token.kind == .op {
      length += 1
      if length > Parser.maximumChain { throw tooDeep() }
      if accept(".") {
        guard token.kind == .name else { throw invalidSyntax() }
        let (name, nameSpan) = try identifier()
        value = Expr(kind: .attribute(value: value, name: name, nameSpan: nameSpan), span: span(from: start))
      } else if isOp("(") {
        value = try call(value, start)
      } else if accept("[") {
        let index = try nested { (parser) throws(Diagnostic) -> Expr in try parser.subscriptIndex() }
        try close("]")
        value = Expr(kind: .subscript(value: value, index: index), span: span(from: start))
      } else {
        break
      }
    }
    return value
  }

  /// Expects a closing bracket; explains a missing comma as CPython does.
  mutating func close(_ text: StaticString) throws(Diagnostic) {
    guard !accept(text) else { return }
    if startsExpression, token.kind != .op, previous.kind != .op || previous.code == Token.code(")") {
      throw fault("invalid syntax. Perhaps you forgot a comma?", Span(Int(previous.span.start), Int(token.span.end)))
    }
    throw invalidSyntax()
  }

  private mutating func subscriptIndex() throws(Diagnostic) -> Expr {
    let start = token.span
    let first = try sliceOrExpression()
    guard isOp(",") else {
      guard case .starred = first.kind else { return first }
      return Expr(kind: .tuple([first]), span: first.span)
    }
    var elements = [first]
    while accept(",") {
      if isOp("]") { break }
      elements.append(try sliceOrExpression())
    }
    return Expr(kind: .tuple(elements), span: span(from: start))
  }

  private mutating func sliceOrExpression() throws(Diagnostic) -> Expr {
    let start = token.span
    let lower = isOp(":") ? nil : try starExpression()
    guard accept(":") else {
      guard let lower else { throw invalidSyntax() }
      return lower
    }
    let upper = isOp(":") || isOp("]") || isOp(",") ? nil : try expression()
    var step: Expr?
    if accept(":"), !isOp("]"), !isOp(",") { step = try expression() }
    return Expr(kind: .slice(lower: lower, upper: upper, step: step), span: span(from: start))
  }

  private mutating func call(_ function: Expr, _ start: Span) throws(Diagnostic) -> Expr {
    index += 1
    let (arguments, keywords) = try nested { (parser) throws(Diagnostic) -> ([Expr], [KeywordArgument]) in
      try parser.arguments()
    }
    try close(")")
    return Expr(
      kind: .call(function: function, arguments: arguments, keywords: keywords), span: span(from: start))
  }

  /// The arguments of a call or the bases of a class, up to the closing parenthesis.
  mutating func arguments() throws(Diagnostic) -> ([Expr], [KeywordArgument]) {
    var arguments: [Expr] = []
    var keywords: [KeywordArgument] = []
    var names: Set<String> = []
    var hasSpread = false
    while !isOp(")") {
      let start = token.span
      if accept("**") {
        let value = try expression()
        keywords.append(KeywordArgument(name: nil, value: value, span: span(from: start)))
        hasSpread = true
      } else if accept("*") {
        if hasSpread {
          throw fault("iterable argument unpacking follows keyword argument unpacking", start)
        }
        let value = try expression()
        arguments.append(Expr(kind: .starred(value), span: span(from: start)))
      } else if token.kind == .name && next.code == Token.code("=") {
        let (name, _) = try identifier()
        index += 1
        if !startsExpression { throw invalidSyntax() }
        if name == "__debug__" { throw fault("cannot assign to __debug__", start) }
        if !names.insert(name).inserted {
          throw fault("keyword argument repeated: \(name)", start)
        }
        let value = try expression()
        keywords.append(KeywordArgument(name: name, value: value, span: span(from: start)))
      } else {
        try positional(&arguments, keywords, hasSpread, start)
      }
      guard accept(",") else { break }
    }
    return (arguments, keywords)
  }

  private mutating func positional(
    _ arguments: inout [Expr], _ keywords: [KeywordArgument], _ hasSpread: Bool, _ start: Span
  ) throws(Diagnostic) {
    let value = try namedExpression(isArgument: true)
    if isKeyword(.for) || isKeyword(.async) && next.keyword == .for {
      let generators = try comprehensionClauses()
      let whole = Span(Int(start.start) - 1, Int(token.span.end))
      let isAlone = arguments.isEmpty && keywords.isEmpty && isOp(")")
      if !isAlone { throw fault("Generator expression must be parenthesized", span(from: start)) }
      arguments.append(Expr(kind: .generatorExp(element: value, generators: generators), span: whole))
      return
    }
    if isOp("=") {
      if case .constant(let constant) = value.kind, [.true, .false, .none].contains(constant) {
        throw fault("cannot assign to \(describe(value))", value.span.union(token.span))
      }
      throw fault(
        "expression cannot contain assignment, perhaps you meant \"==\"?", start.union(token.span))
    }
    if hasSpread { throw fault("positional argument follows keyword argument unpacking", value.span) }
    if !keywords.isEmpty { throw fault("positional argument follows keyword argument", value.span) }
    arguments.append(value)
  }

  /// The `for … in … if …` clauses of a comprehension.
  mutating func comprehensionClauses() throws(Diagnostic) -> [Comprehension] {
    var result: [Comprehension] = []
    while isKeyword(.for) || isKeyword(.async) && next.keyword == .for {
      let isAsync = accept(.async)
      index += 1
      let target = try targetList()
      guard accept(.in) else { throw invalidSyntax() }
      let iter = try disjunction()
      var conditions: [Expr] = []
      while accept(.if) {
        let test = token.kind == .name && next.code == Token.code(":=") ? try namedExpression() : try disjunction()
        conditions.append(test)
      }
      result.append(Comprehension(target: target, iter: iter, conditions: conditions, isAsync: isAsync))
    }
    return result
  }

  /// The targets of a `for`: expressions that stop before `in`.
  mutating func targetList() throws(Diagnostic) -> Expr {
    let start = token.span
    var elements: [Expr] = []
    var hasComma = false
    repeat {
      let elementStart = token.span
      if accept("*") {
        let value = try bitOr()
        elements.append(Expr(kind: .starred(value), span: span(from: elementStart)))
      } else {
        elements.append(try bitOr())
      }
      if isOp(",") { hasComma = true }
    } while accept(",") && !isKeyword(.in)
    let target = hasComma ? Expr(kind: .tuple(elements), span: span(from: start)) : elements[0]
    try checkTarget(target, .assign)
    return target
  }

  mutating func yieldExpression() throws(Diagnostic) -> Expr {
    let start = token.span
    if !isInFunction { throw fault("'yield' outside function", start) }
    index += 1
    if accept(.from) {
      let value = try expression()
      return Expr(kind: .yieldFrom(value), span: span(from: start))
    }
    let value = startsExpression ? try starExpressions() : nil
    return Expr(kind: .yield(value), span: span(from: start))
  }
}
