/// Statements and expressions of generators: whatever holds a `yield` becomes resumable.
extension Lowering {
  /// A hidden slot of the frame of the function being lowered.
  func newSlot(_ count: Int = 1) -> Int {
    defer { hiddenSlots += count }
    // A module's variables are not in its frame.
    return FrameSlot.first + (scope.kind == .module ? 0 : scope.bound.count) + hiddenSlots
  }

  /// Notes which operands of an expression have to be kept while it is left at a `yield`: those evaluated before
  /// another one that yields.
  func noteSaved(_ expression: Expr) {
    let operands = YieldFinder.operands(expression)
    guard let last = operands.lastIndex(where: { YieldFinder.yields($0) }) else { return }
    for operand in operands[..<last] {
      switch operand.kind {
      case .constant: break
      // It would be walked over again.
      case .starred:
        refuse(
          "'yield' after a starred element is not supported", operands[last].span, hint: Lowering.nameFirst)
      default: savedOperands.insert(operand.span)
      }
    }
    if case .compare(_, _, let comparators) = expression.kind { refuseYield(in: Array(comparators.dropFirst())) }
  }

  private static let nameFirst = "assign it to a name first"

  /// A statement that can yield.
  func lowerResumable(_ statement: Stmt) -> Statement {
    let span = statement.span
    switch statement.kind {
    case .expr(let value):
      if case .yield(let yielded) = value.kind, !YieldFinder.yields(yielded) {
        return YieldStatement(value.span, yielded.map { lower($0) }, slot: newSlot())
      }
      return simple(statement)
    case .if(let test, let body, let orElse):
      return hoisting(test) { condition in
        let inner = block(body, span)
        return ResumableIfStatement(span, condition, inner, optionalBlock(orElse, span), slot: newSlot())
      }
    case .while(let test, let body, let orElse):
      let (preparation, condition) = hoisted(test)
      let inner = loopBody(body, span)
      return ResumableWhileStatement(
        span, preparation, condition, inner, optionalBlock(orElse, span), slot: newSlot())
    case .for(let target, let iter, let body, let orElse, _):
      refuseYield(in: [target])
      return hoisting(iter) { iterable in
        let lowered = self.target(target)
        let inner = loopBody(body, span)
        return ResumableForStatement(
          span, lowered, iterable, inner, optionalBlock(orElse, span), slot: newSlot())
      }
    case .with(let items, let body, _):
      return with(items[...], body, span)
    case .try(let body, let handlers, let orElse, let finalBody, _):
      return resumableTry(span, body, handlers, orElse, finalBody)
    case .match(let subject, let cases):
      refuseYield(in: cases.compactMap(\.guardExpr))
      return hoisting(subject) { matchStatement(span, $0, cases) }
    case .functionDef, .classDef:
      refuse(
        "'yield' in a decorator, default or base is not supported", span, hint: Lowering.nameFirst)
      return PassStatement(span)
    default: return simple(statement)
    }
  }

  /// A statement without blocks with a `yield` in one of its expressions.
  private func simple(_ statement: Stmt) -> Statement {
    let first = newSlot(0)
    switch statement.kind {
    case .augAssign(let target, _, let value):
      // The target is read before the value is evaluated.
      if case .name = target.kind {
        savedOperands.insert(target.span)
      } else {
        refuseYield(in: [target, value])
      }
    case .assign(let targets, _), .delete(let targets): refuseYield(in: targets)
    case .annAssign(let target, _, _, _): refuseYield(in: [target])
    case .raise(let exception?, let cause?) where YieldFinder.yields(cause): savedOperands.insert(exception.span)
    case .assert(_, let message): refuseYield(in: [message].compactMap(\.self))
    default: break
    }
    let inner = lowerPlain(statement)
    return SuspendableStatement(inner, saved: first..<newSlot(0))
  }

  /// A statement on an expression that is evaluated before it, apart from it if it yields.
  private func hoisting(_ expression: Expr, _ body: (Node) -> Statement) -> Statement {
    let (preparation, node) = hoisted(expression)
    let statement = body(node)
    guard let preparation else { return statement }
    return ResumableSequenceStatement(preparation, statement, slot: newSlot())
  }

  private func hoisted(_ expression: Expr) -> (preparation: Statement?, node: Node) {
    guard YieldFinder.yields(expression) else { return (nil, lower(expression)) }
    let slot = newSlot()
    let first = newSlot(0)
    let assignment = AssignLocalStatement(expression.span, slot: slot, lower(expression))
    return (
      SuspendableStatement(assignment, saved: first..<newSlot(0)),
      LocalNode(expression.span, slot: slot, name: Symbol(".value"))
    )
  }

  private func with(_ items: ArraySlice<WithItem>, _ body: [Stmt], _ span: Span) -> Statement {
    guard let item = items.first else { return block(body, span) }
    refuseYield(in: [item.target].compactMap(\.self))
    hasCleanup = true
    return hoisting(item.context) { context in
      let target = item.target.map { self.target($0) }
      let inner = with(items.dropFirst(), body, span)
      return ResumableWithStatement(span, context, target, inner, slot: newSlot())
    }
  }

  private func resumableTry(
    _ span: Span, _ body: [Stmt], _ handlers: [ExceptHandler], _ orElse: [Stmt], _ finalBody: [Stmt]
  ) -> Statement {
    refuseYield(in: handlers.compactMap(\.type))
    hasCleanup = true
    var result = block(body, span)
    if !handlers.isEmpty {
      let lowered = self.handlers(handlers)
      result = ResumableTryStatement(
        span, result, lowered, optionalBlock(orElse, span), slot: newSlot(), exceptionSlot: newSlot())
    }
    if finalBody.isEmpty { return result }
    return ResumableFinallyStatement(span, result, warningTwice { block(finalBody, span) }, slot: newSlot(4))
  }

  /// Refuses a `yield` where it can't be left and found again.
  private func refuseYield(in expressions: [Expr]) {
    for expression in expressions where YieldFinder.yields(expression) {
      refuse("'yield' is not supported here", expression.span, hint: Lowering.nameFirst)
    }
  }
}
