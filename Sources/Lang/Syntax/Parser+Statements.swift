/// Statements that fit a line, and their targets.
extension Parser {
  /// A statement, or the several that one line holds.
  mutating func statement() throws(Diagnostic) -> [Stmt] {
    if token.kind == .indent {
      let span = token.span
      index += 1
      throw fault("unexpected indent", Span(Int(span.end), Int(span.end) + 1))
    }
    if let compound = try compoundStatement() { return [compound] }
    var result = [try simpleStatement()]
    while accept(";") {
      if token.kind == .newline { break }
      result.append(try simpleStatement())
    }
    guard token.kind == .newline || token.kind == .end else { throw afterStatement(result) }
    if token.kind == .newline { index += 1 }
    return result
  }

  /// What stands where a line should have ended.
  private func afterStatement(_ statements: [Stmt]) -> Diagnostic {
    if case .expr(let value)? = statements.last?.kind {
      if case .name(let name) = value.kind, name == "print" || name == "exec", startsExpression {
        return fault(
          "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?",
          Span(Int(value.span.start), endOfLine))
      }
    }
    return invalidSyntax()
  }

  private var endOfLine: Int {
    var last = index
    while tokens[last].kind != .newline && tokens[last].kind != .end { last += 1 }
    return Int(tokens[last].span.start)
  }

  private mutating func simpleStatement() throws(Diagnostic) -> Stmt {
    let start = token.span
    let kind: StmtKind
    switch token.keyword {
    case .pass?:
      index += 1
      kind = .pass
    case .break?:
      if !isInLoop { throw fault("'break' outside loop", start) }
      index += 1
      kind = .break
    case .continue?:
      if !isInLoop { throw fault("'continue' not properly in loop", start) }
      index += 1
      kind = .continue
    case .return?:
      if !isInFunction { throw fault("'return' outside function", Span(Int(start.start), endOfLine)) }
      index += 1
      kind = .return(startsExpression ? try starExpressions() : nil)
    case .raise?:
      index += 1
      let exception = startsExpression ? try expression() : nil
      kind = .raise(exc: exception, cause: exception != nil && accept(.from) ? try expression() : nil)
    case .global?:
      index += 1
      kind = .global(try names())
    case .nonlocal?:
      index += 1
      kind = .nonlocal(try names())
    case .del?:
      index += 1
      kind = .delete(try deleteTargets())
    case .assert?:
      index += 1
      let test = try expression()
      kind = .assert(test: test, message: accept(",") ? try expression() : nil)
    case .import?:
      index += 1
      kind = .import(try aliases(dotted: true))
    case .from?: kind = try importFrom()
    default: return try expressionStatement()
    }
    return Stmt(kind: kind, span: span(from: start))
  }

  private mutating func names() throws(Diagnostic) -> [String] {
    var result = [try identifier().name]
    while accept(",") { result.append(try identifier().name) }
    return result
  }

  private mutating func deleteTargets() throws(Diagnostic) -> [Expr] {
    let value = try starExpressions()
    try checkTarget(value, .delete)
    if case .tuple(let elements) = value.kind, source.bytes[Int(value.span.start)] != UInt8(ascii: "(") {
      return elements
    }
    return [value]
  }

  private mutating func dottedName() throws(Diagnostic) -> String {
    var name = try identifier().name
    while accept(".") { name += "." + (try identifier().name) }
    return name
  }

  private mutating func aliases(dotted: Bool) throws(Diagnostic) -> [Alias] {
    var result: [Alias] = []
    repeat {
      if !dotted && isOp(")") { break }
      if !dotted, token.kind == .newline, previous.code == Token.code(",") {
        throw fault("trailing comma not allowed without surrounding parentheses", previous.span)
      }
      let start = token.span
      let name = dotted ? try dottedName() : try identifier().name
      let asName = accept(.as) ? try identifier().name : nil
      result.append(Alias(name: name, asName: asName, span: span(from: start)))
    } while accept(",")
    return result
  }

  private mutating func importFrom() throws(Diagnostic) -> StmtKind {
    index += 1
    var level = 0
    while true {
      if accept(".") {
        level += 1
      } else if accept("...") {
        level += 3
      } else {
        break
      }
    }
    let module = isKeyword(.import) && level > 0 ? nil : try dottedName()
    try expect(.import)
    if isOp("*") {
      let span = token.span
      index += 1
      return .importFrom(module: module, names: [Alias(name: "*", asName: nil, span: span)], level: level)
    }
    if accept("(") {
      if isOp(")") { throw invalidSyntax() }
      let names = try aliases(dotted: false)
      try close(")")
      return .importFrom(module: module, names: names, level: level)
    }
    let names = try aliases(dotted: false)
    return .importFrom(module: module, names: names, level: level)
  }

  private static let augmented: [(code: UInt32, op: BinaryOperator)] = [
    (Token.code("+="), .add), (Token.code("-="), .sub), (Token.code("*="), .mult), (Token.code("/="), .div),
    (Token.code("//="), .floorDiv), (Token.code("%="), .mod), (Token.code("**="), .pow),
    (Token.code("@="), .matMult), (Token.code("&="), .bitAnd), (Token.code("|="), .bitOr),
    (Token.code("^="), .bitXor), (Token.code("<<="), .leftShift), (Token.code(">>="), .rightShift),
  ]

  private mutating func expressionStatement() throws(Diagnostic) -> Stmt {
    let start = token.span
    let isParenthesized = isOp("(")
    let first = isKeyword(.yield) ? try yieldExpression() : try starExpressions()
    if accept(":") {
      try checkTarget(first, .annotate)
      let annotation = try expression()
      let value = accept("=") ? try assignedValue() : nil
      var isSimple = false
      if case .name = first.kind { isSimple = !isParenthesized }
      return Stmt(
        kind: .annAssign(target: first, annotation: annotation, value: value, simple: isSimple),
        span: span(from: start))
    }
    for (code, op) in Parser.augmented where token.code == code {
      try checkTarget(first, .augment)
      index += 1
      let value = try assignedValue()
      return Stmt(kind: .augAssign(target: first, op: op, value: value), span: span(from: start))
    }
    guard isOp("=") else {
      if case .starred = first.kind { throw fault("can't use starred expression here", first.span) }
      return Stmt(kind: .expr(first), span: span(from: start))
    }
    var targets: [Expr] = []
    var value = first
    while accept("=") {
      try checkTarget(value, .assign)
      targets.append(value)
      value = try assignedValue()
    }
    if case .starred = value.kind { throw fault("can't use starred expression here", value.span) }
    return Stmt(kind: .assign(targets: targets, value: value), span: span(from: start))
  }

  private mutating func assignedValue() throws(Diagnostic) -> Expr {
    isKeyword(.yield) ? try yieldExpression() : try starExpressions()
  }

  /// What a target is for.
  enum TargetUse {
    case assign, augment, annotate, delete
  }

  /// Refuses what can't be assigned to, in CPython's words.
  func checkTarget(_ target: Expr, _ use: TargetUse, isNested: Bool = false) throws(Diagnostic) {
    switch target.kind {
    case .name("__debug__"):
      throw fault("cannot \(use == .delete ? "delete" : "assign to") __debug__", target.span)
    case .name, .attribute, .subscript: return
    case .tuple(let elements) where use == .assign || use == .delete,
      .list(let elements) where use == .assign || use == .delete:
      var stars = 0
      for element in elements {
        if case .starred(let inner) = element.kind, use == .assign {
          stars += 1
          try checkTarget(inner, .assign, isNested: true)
        } else {
          try checkTarget(element, use, isNested: true)
        }
      }
      if stars > 1 { throw fault("multiple starred expressions in assignment", target.span) }
    case .starred where use == .assign:
      throw fault("starred assignment target must be in a list or tuple", target.span)
    case .tuple where use == .annotate: throw fault("only single target (not tuple) can be annotated", target.span)
    case .list where use == .annotate: throw fault("only single target (not list) can be annotated", target.span)
    default:
      let what = describe(target)
      if case .assign = use, case .yield = target.kind {
        throw fault("assignment to yield expression not possible", target.span)
      }
      switch use {
      case .delete: throw fault("cannot delete \(what)", target.span)
      case .augment:
        throw fault("'\(what)' is an illegal expression for augmented assignment", target.span)
      case .annotate: throw fault("illegal target for annotation", target.span)
      case .assign:
        var message = "cannot assign to \(what)"
        if !isNested, previous.code == Token.code("="), !["True", "False", "None"].contains(what),
          !isLooserThanSum(target), !isGenerator(target)
        {
          message += " here. Maybe you meant '==' instead of '='?"
        }
        throw fault(message, target.span)
      }
    }
  }

  /// Whether an expression's outermost operator binds less tightly than arithmetic: CPython guesses at `==` only for
  /// others.
  private func isLooserThanSum(_ expression: Expr) -> Bool {
    switch expression.kind {
    case .boolOp, .ifExp, .lambda, .compare, .unaryOp(.not, _): true
    default: false
    }
  }

  private func isGenerator(_ expression: Expr) -> Bool {
    if case .generatorExp = expression.kind { return true }
    return false
  }

  /// What CPython says of an `=` behind an expression that is no statement; nil where it says nothing of its own.
  mutating func misplacedAssignment(_ target: Expr) -> Diagnostic? {
    let begin = index
    defer { index = begin }
    index += 1
    guard let value = try? bitOr(), !isOp("="), !isOp(":=") else { return nil }
    switch target.kind {
    case .name:
      return fault(
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", target.span.union(value.span))
    case .list, .tuple, .generatorExp, .constant(.true), .constant(.false), .constant(.none): return nil
    default:
      if isLooserThanSum(target) { return nil }
      return fault("cannot assign to \(describe(target)) here. Maybe you meant '==' instead of '='?", target.span)
    }
  }

  /// What CPython calls an expression in messages.
  func describe(_ expression: Expr) -> String {
    switch expression.kind {
    case .constant(.true): "True"
    case .constant(.false): "False"
    case .constant(.none): "None"
    case .constant(.ellipsis): "ellipsis"
    case .constant: "literal"
    case .boolOp, .binOp, .unaryOp: "expression"
    case .compare: "comparison"
    case .call: "function call"
    case .lambda: "lambda"
    case .ifExp: "conditional expression"
    case .dict: "dict literal"
    case .set: "set display"
    case .list: "list"
    case .tuple: "tuple"
    case .listComp: "list comprehension"
    case .setComp: "set comprehension"
    case .dictComp: "dict comprehension"
    case .generatorExp: "generator expression"
    case .yield, .yieldFrom: "yield expression"
    case .await: "await expression"
    case .joinedString: "f-string expression"
    case .namedExpr: "named expression"
    case .attribute: "attribute"
    case .subscript: "subscript"
    case .starred: "starred"
    default: "expression"
    }
  }
}
