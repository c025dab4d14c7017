/// Statements with blocks.
extension Parser {
  /// A compound statement, if one begins here.
  mutating func compoundStatement() throws(Diagnostic) -> Stmt? {
    let start = token.span
    switch token.keyword {
    case .if?: return try ifStatement()
    case .while?: return try whileStatement()
    case .for?: return try forStatement(isAsync: false, start)
    case .try?: return try tryStatement()
    case .with?: return try withStatement(isAsync: false, start)
    case .def?: return try function([], start)
    case .class?: return try classStatement([], start)
    case .async?:
      index += 1
      switch token.keyword {
      case .for?: return try forStatement(isAsync: true, start)
      case .with?: return try withStatement(isAsync: true, start)
      case .def?: return try function([], start, isAsync: true)
      default: throw invalidSyntax()
      }
    default:
      if isOp("@") { return try decorated() }
      return token.kind == .name ? try matchStatement() : nil
    }
  }

  /// `: block` of a statement; `name` and `line` are for the message when the block is missing.
  mutating func block(_ name: String, _ start: Span) throws(Diagnostic) -> [Stmt] {
    try expect(":")
    guard token.kind == .newline else {
      var result: [Stmt] = []
      // A simple statement list on the same line.
      if try compoundStatement() != nil { throw fault("invalid syntax", token.span) }
      result = try statement()
      return result
    }
    index += 1
    guard token.kind == .indent else {
      let line = source.position(at: Int(start.start)).line
      let place = token.kind == .end ? Span(Int(token.span.start), Int(token.span.start) + 1) : token.span
      throw fault("expected an indented block after \(name) on line \(line)", place)
    }
    index += 1
    return try nested { (parser) throws(Diagnostic) -> [Stmt] in
      var result: [Stmt] = []
      while parser.token.kind != .dedent && parser.token.kind != .end {
        if parser.token.kind == .newline {
          parser.index += 1
          continue
        }
        parser.recovering { (parser) throws(Diagnostic) in result += try parser.statement() }
      }
      if parser.token.kind == .dedent { parser.index += 1 }
      return result
    }
  }

  private mutating func ifStatement() throws(Diagnostic) -> Stmt {
    var branches: [(start: Span, test: Expr, body: [Stmt])] = []
    repeat {
      let start = token.span
      index += 1
      let test = try namedExpression()
      branches.append((start, test, try block("'\(branches.isEmpty ? "if" : "elif")' statement", start)))
      if branches.count > Parser.maximumChain { throw tooDeep() }
    } while isKeyword(.elif)
    var orElse = try elseBlock()
    for (start, test, body) in branches.reversed() {
      orElse = [Stmt(kind: .if(test: test, body: body, orElse: orElse), span: span(from: start))]
    }
    return orElse[0]
  }

  private mutating func elseBlock() throws(Diagnostic) -> [Stmt] {
    let start = token.span
    return accept(.else) ? try block("'else' statement", start) : []
  }

  private mutating func loopBody(_ name: String, _ start: Span) throws(Diagnostic) -> [Stmt] {
    let outer = isInLoop
    isInLoop = true
    defer { isInLoop = outer }
    return try block(name, start)
  }

  private mutating func whileStatement() throws(Diagnostic) -> Stmt {
    let start = token.span
    index += 1
    let test = try namedExpression()
    let body = try loopBody("'while' statement", start)
    return Stmt(kind: .while(test: test, body: body, orElse: try elseBlock()), span: span(from: start))
  }

  private mutating func forStatement(isAsync: Bool, _ start: Span) throws(Diagnostic) -> Stmt {
    let keyword = token.span
    index += 1
    let target = try targetList()
    try expect(.in)
    let iter = try starExpressions()
    let body = try loopBody("'for' statement", keyword)
    return Stmt(
      kind: .for(target: target, iter: iter, body: body, orElse: try elseBlock(), isAsync: isAsync),
      span: span(from: start))
  }

  private mutating func tryStatement() throws(Diagnostic) -> Stmt {
    let start = token.span
    index += 1
    let body = try block("'try' statement", start)
    var handlers: [ExceptHandler] = []
    var isStar = false
    while isKeyword(.except) {
      let handlerStart = token.span
      index += 1
      if accept("*") { isStar = true }
      var type: Expr?
      var name: String?
      if !isOp(":") {
        let value = try expression()
        if isOp(",") {
          throw fault("multiple exception types must be parenthesized", Span(Int(value.span.start), endOfTypes))
        }
        type = value
        if accept(.as) { name = try identifier().name }
      }
      let handlerBody = try block("'except' statement", handlerStart)
      handlers.append(ExceptHandler(type: type, name: name, body: handlerBody, span: span(from: handlerStart)))
    }
    for (position, handler) in handlers.enumerated() where handler.type == nil && position < handlers.count - 1 {
      throw fault("default 'except:' must be last", handler.span)
    }
    let orElse = handlers.isEmpty ? [] : try elseBlock()
    let finalStart = token.span
    let finalBody = accept(.finally) ? try block("'finally' statement", finalStart) : []
    if handlers.isEmpty && finalBody.isEmpty {
      let isAtEnd = token.kind == .end || token.kind == .dedent
      throw fault("expected 'except' or 'finally' block", isAtEnd ? previousLine : token.span)
    }
    return Stmt(
      kind: .try(body: body, handlers: handlers, orElse: orElse, finalBody: finalBody, isStar: isStar),
      span: span(from: start))
  }

  /// The last line end read, for faults at the end of a file.
  private var previousLine: Span {
    var last = index
    while last > 0 && tokens[last].kind != .newline { last -= 1 }
    return tokens[last].span
  }

  private var endOfTypes: Int {
    var last = index
    while !(tokens[last].code == Token.code(":")) && tokens[last].kind != .newline && tokens[last].kind != .end {
      last += 1
    }
    return Int(tokens[max(index, last - 1)].span.end)
  }

  private mutating func withStatement(isAsync: Bool, _ start: Span) throws(Diagnostic) -> Stmt {
    let keyword = token.span
    index += 1
    var items: [WithItem]
    if isOp("("), let parenthesized = parenthesizedItems() {
      items = parenthesized
    } else {
      items = [try withItem()]
      while accept(",") { items.append(try withItem()) }
    }
    let body = try block("'with' statement", keyword)
    return Stmt(kind: .with(items: items, body: body, isAsync: isAsync), span: span(from: start))
  }

  /// `(a as b, c)` as items; nil, with nothing read, when the parentheses belong to an expression.
  private mutating func parenthesizedItems() -> [WithItem]? {
    let start = index
    index += 1
    var items: [WithItem] = []
    do throws(Diagnostic) {
      while !isOp(")") {
        items.append(try withItem())
        guard accept(",") else { break }
      }
      if accept(")"), isOp(":"), !items.isEmpty { return items }
    } catch {}
    index = start
    return nil
  }

  private mutating func withItem() throws(Diagnostic) -> WithItem {
    let context = try expression()
    guard accept(.as) else { return WithItem(context: context, target: nil) }
    let target = try starTarget()
    try checkTarget(target, .assign)
    return WithItem(context: context, target: target)
  }

  private mutating func starTarget() throws(Diagnostic) -> Expr { try bitOr() }

  private mutating func decorated() throws(Diagnostic) -> Stmt {
    var decorators: [Expr] = []
    while accept("@") {
      decorators.append(try namedExpression())
      guard token.kind == .newline else { throw invalidSyntax() }
      index += 1
    }
    let start = token.span
    switch token.keyword {
    case .def?: return try function(decorators, start)
    case .class?: return try classStatement(decorators, start)
    case .async? where next.keyword == .def:
      index += 1
      return try function(decorators, start, isAsync: true)
    default: throw invalidSyntax()
    }
  }

  private mutating func function(
    _ decorators: [Expr], _ start: Span, isAsync: Bool = false
  ) throws(Diagnostic) -> Stmt {
    let keyword = token.span
    index += 1
    let (name, nameSpan) = try identifier()
    guard accept("(") else { throw fault("expected '('", token.span) }
    let parameters = try self.parameters(until: ")", annotations: true)
    try close(")")
    let returns = accept("->") ? try expression() : nil
    if !isOp(":") { throw fault("expected ':'", token.span) }
    if putsOffBodies, let unread = putOff(from: keyword) {
      return Stmt(
        kind: .functionDef(
          FunctionDef(
            name: name, nameSpan: nameSpan, parameters: parameters, body: [], decorators: decorators,
            returns: returns, isAsync: isAsync, unreadSpan: unread)), span: span(from: start))
    }
    let outer = (isInFunction, isInLoop, putsOffBodies)
    (isInFunction, isInLoop, putsOffBodies) = (true, false, false)
    defer { (isInFunction, isInLoop, putsOffBodies) = outer }
    let body = try block("function definition", keyword)
    return Stmt(
      kind: .functionDef(
        FunctionDef(
          name: name, nameSpan: nameSpan, parameters: parameters, body: body, decorators: decorators,
          returns: returns, isAsync: isAsync)), span: span(from: start))
  }

  private mutating func classStatement(_ decorators: [Expr], _ start: Span) throws(Diagnostic) -> Stmt {
    let keyword = token.span
    index += 1
    let (name, nameSpan) = try identifier()
    var bases: [Expr] = []
    var keywords: [KeywordArgument] = []
    if accept("(") {
      (bases, keywords) = try arguments()
      if bases.count == 1, case .generatorExp = bases[0].kind, previous.code != Token.code(")") {
        throw invalidSyntax()
      }
      try close(")")
    }
    let outer = (isInFunction, isInLoop)
    (isInFunction, isInLoop) = (false, false)
    defer { (isInFunction, isInLoop) = outer }
    let body = try block("class definition", keyword)
    return Stmt(
      kind: .classDef(
        ClassDef(
          name: name, nameSpan: nameSpan, bases: bases, keywords: keywords, body: body, decorators: decorators)),
      span: span(from: start))
  }

  /// The parameters of a function or lambda, up to the token that ends them.
  mutating func parameters(until end: StaticString, annotations: Bool) throws(Diagnostic) -> Parameters {
    var result = Parameters()
    var afterStar = false
    var hasDefault = false
    var names: Set<String> = []
    while !isOp(end) {
      let start = token.span
      if accept("/") {
        if !result.positionalOnly.isEmpty { throw fault("/ may appear only once", start) }
        if afterStar { throw fault("/ must be ahead of *", start) }
        if result.positional.isEmpty { throw invalidSyntax() }
        result.positionalOnly = result.positional
        result.positional = []
      } else if accept("**") {
        result.keywordVariadic = try parameter(annotations, &names)
      } else if accept("*") {
        if afterStar { throw fault("* argument may appear only once", start) }
        afterStar = true
        if isOp(",") {
          if next.code == Token.code(end) || next.code == Token.code("**") {
            throw fault("named arguments must follow bare *", start)
          }
        } else {
          if isOp(end) { throw fault("named arguments must follow bare *", start) }
          result.variadic = try parameter(annotations, &names)
        }
      } else {
        var parameter = try parameter(annotations, &names)
        if accept("=") { parameter.defaultValue = try expression() }
        if afterStar {
          result.keywordOnly.append(parameter)
        } else {
          if parameter.defaultValue != nil {
            hasDefault = true
          } else if hasDefault {
            throw fault("non-default argument follows default argument", parameter.span)
          }
          result.positional.append(parameter)
        }
      }
      if result.keywordVariadic != nil {
        _ = accept(",")
        if !isOp(end) { throw fault("arguments cannot follow var-keyword argument", token.span) }
        break
      }
      guard accept(",") else { break }
    }
    return result
  }

  private mutating func parameter(_ annotations: Bool, _ names: inout Set<String>) throws(Diagnostic) -> Parameter {
    let (name, nameSpan) = try identifier()
    if !names.insert(name).inserted {
      throw fault("duplicate argument '\(name)' in function definition", nameSpan)
    }
    var annotation: Expr?
    if annotations, accept(":") {
      annotation = try starExpression(walrus: false)
    }
    return Parameter(name: name, annotation: annotation, defaultValue: nil, span: span(from: nameSpan))
  }
}
