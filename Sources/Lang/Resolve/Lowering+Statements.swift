extension Lowering {
  /// A statement.
  func lower(_ statement: Stmt) -> Statement {
    enterNesting(statement.span)
    defer { nesting -= 1 }
    return scope.isGenerator && YieldFinder.yields(statement) ? lowerResumable(statement) : lowerPlain(statement)
  }

  /// A statement that doesn't yield, or only within an expression of its own.
  func lowerPlain(_ statement: Stmt) -> Statement {
    let span = statement.span
    switch statement.kind {
    case .functionDef(let definition):
      let node = function(definition, span)
      return assign(span, nameTarget(definition.name, definition.nameSpan), node)
    case .classDef(let definition):
      let node = classNode(definition, span)
      return assign(span, nameTarget(definition.name, definition.nameSpan), node)
    case .return(let value): return ReturnStatement(span, value.map { lower($0) })
    case .delete(let targets): return DeleteStatement(span, targets.map { self.target($0) })
    case .assign(let targets, let value):
      let node = lower(value)
      return targets.count == 1
        ? assign(span, target(targets[0]), node)
        : AssignManyStatement(span, targets.map { self.target($0) }, node)
    case .augAssign(let target, let op, let value): return augment(span, target, op, value)
    case .annAssign(let target, let annotation, let value, let isSimple):
      return annotated(span, target, annotation, value, isSimple)
    case .for(let target, let iter, let body, let orElse, let isAsync):
      if isAsync {
        refuse("'async for' is not supported", span, hint: "write 'for': users run at the same time anyway")
      }
      let iterable = lower(iter)
      let lowered = self.target(target)
      let inner = loopBody(body, span)
      return ForStatement(span, lowered, iterable, inner, optionalBlock(orElse, span))
    case .while(let test, let body, let orElse):
      let condition = lower(test)
      let inner = loopBody(body, span)
      return WhileStatement(span, condition, inner, optionalBlock(orElse, span))
    case .if(let test, let body, let orElse):
      let condition = lower(test)
      let inner = block(body, span)
      return IfStatement(span, condition, inner, optionalBlock(orElse, span))
    case .with(let items, let body, let isAsync):
      if isAsync {
        refuse("'async with' is not supported", span, hint: "write 'with': users run at the same time anyway")
      }
      let lowered = items.map { item in
        let context = self.lower(item.context)
        return (context: context, target: item.target.map { self.target($0) })
      }
      return lowered.reversed().reduce(block(body, span)) { inner, item in
        WithStatement(span, item.context, item.target, inner)
      }
    case .match(let subject, let cases): return matchStatement(span, lower(subject), cases)
    case .raise(let exception, let cause):
      let node = exception.map { lower($0) }
      return RaiseStatement(span, node, cause.map { lower($0) })
    case .try(let body, let handlers, let orElse, let finalBody, let isStar):
      if isStar {
        refuse(
          "'except*' and exception groups are not supported", span, hint: "write 'except': exceptions come one by one")
      }
      return tryStatement(span, body, handlers, orElse, finalBody)
    case .assert(let test, let message):
      warnOfAssertion(span, test)
      let condition = lower(test)
      return AssertStatement(
        span, condition, message.map { lower($0) }, place: Lowering.lastComparison(in: test) ?? span)
    case .import(let aliases):
      return ImportStatement(
        span,
        aliases.map { alias in
          let bound = alias.asName ?? String(alias.name.prefix { $0 != "." })
          return (name: alias.name, hasAlias: alias.asName != nil, target: nameTarget(bound, alias.span))
        }, importer)
    case .importFrom(let module, let aliases, let level):
      return importFrom(span, module, aliases, level)
    case .global, .nonlocal, .pass: return PassStatement(span)
    case .expr(let value):
      if case .constant = value.kind { return PassStatement(span) }
      return ExpressionStatement(lower(value))
    case .break: return JumpStatement(span, .break)
    case .continue: return JumpStatement(span, .continue)
    }
  }

  func assign(_ span: Span, _ target: Target, _ value: Node) -> Statement {
    if let local = target as? LocalTarget { return AssignLocalStatement(span, slot: local.slot, value) }
    return AssignParallelStatement.make(span, target, value) ?? AssignStatement(span, target, value)
  }

  private func augment(_ span: Span, _ expression: Expr, _ op: BinaryOperator, _ value: Expr) -> Statement {
    let node = lower(value)
    switch target(expression) {
    case let attribute as AttributeTarget: return AugmentAttributeStatement(span, attribute, op, node)
    case let item as SubscriptTarget: return AugmentSubscriptStatement(span, item, op, node)
    case let plain: return AugmentNameStatement(span, plain, lower(expression), op, node)
    }
  }

  private func tryStatement(
    _ span: Span, _ body: [Stmt], _ handlers: [ExceptHandler], _ orElse: [Stmt], _ finalBody: [Stmt]
  ) -> Statement {
    var result = block(body, span)
    if !handlers.isEmpty {
      let lowered = self.handlers(handlers)
      result = TryStatement(span, result, lowered, optionalBlock(orElse, span))
    }
    if finalBody.isEmpty { return result }
    return FinallyStatement(span, result, warningTwice { block(finalBody, span) })
  }

  /// The `except` clauses of a `try`.
  func handlers(_ handlers: [ExceptHandler]) -> [Handler] {
    handlers.map { handler in
      let type = handler.type.map { self.lower($0) }
      let target = handler.name.map { self.nameTarget($0, handler.span) }
      return Handler(handler.span, type: type, target: target, body: block(handler.body, handler.span))
    }
  }

  /// The place of an `AssertionError`, as CPython 3.11 has it: the comparison that its compiler came to last in the
  /// condition; nil, for the whole statement, where there is none.
  private static func lastComparison(in test: Expr) -> Span? {
    switch test.kind {
    case .compare: test.span
    case .unaryOp(.not, let operand): lastComparison(in: operand)
    case .boolOp(_, let values): values.reversed().lazy.compactMap { lastComparison(in: $0) }.first
    case .ifExp(let test, let body, let orElse):
      lastComparison(in: orElse) ?? lastComparison(in: body) ?? lastComparison(in: test)
    default: nil
    }
  }

  private func importFrom(_ span: Span, _ module: String?, _ aliases: [Alias], _ level: Int) -> Statement {
    if module == "__future__" { return PassStatement(span) }
    var name = module ?? ""
    var problem: String?
    if level > 0 {
      let isPackage = source.name.hasSuffix("/__init__.py")
      let package = namespace.name.split(separator: ".").dropLast(isPackage ? level - 1 : level)
      if namespace.name == "__main__" || !isPackage && !namespace.name.contains(".") {
        problem = "attempted relative import with no known parent package"
      } else if package.isEmpty {
        problem = "attempted relative import beyond top-level package"
      }
      name = (package.map(String.init) + (name.isEmpty ? [] : [name])).joined(separator: ".")
    }
    let isStar = aliases.contains { $0.name == "*" }
    if isStar && scope.kind != .module { fault("import * only allowed at module level", span) }
    return ImportFromStatement(
      span, module: name, problem: problem,
      aliases.filter { $0.name != "*" }.map { alias in
        (name: Symbol(alias.name), target: self.nameTarget(alias.asName ?? alias.name, alias.span))
      }, star: isStar ? namespace : nil, importer)
  }
}
