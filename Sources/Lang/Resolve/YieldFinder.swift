/// Whether code can yield: what decides between plain statements and resumable ones. Inner functions are not looked
/// into, as their yields are theirs.
enum YieldFinder {
  static func yields(_ statements: [Stmt]) -> Bool { statements.contains { yields($0) } }

  static func yields(_ statement: Stmt) -> Bool {
    switch statement.kind {
    case .functionDef(let function): yields(function.decorators) || yields(defaults: function.parameters)
    case .classDef(let cls): yields(cls.decorators) || yields(cls.bases) || yields(cls.keywords.map(\.value))
    case .return(let value): yields(value)
    case .delete(let targets): yields(targets)
    case .assign(let targets, let value): yields(targets) || yields(value)
    case .augAssign(let target, _, let value): yields(target) || yields(value)
    case .annAssign(let target, _, let value, _): yields(target) || yields(value)
    case .for(let target, let iter, let body, let orElse, _):
      yields(target) || yields(iter) || yields(body) || yields(orElse)
    case .while(let test, let body, let orElse), .if(let test, let body, let orElse):
      yields(test) || yields(body) || yields(orElse)
    case .with(let items, let body, _):
      items.contains { yields($0.context) || yields($0.target) } || yields(body)
    case .match(let subject, let cases):
      yields(subject) || cases.contains { yields($0.guardExpr) || yields($0.body) }
    case .raise(let exception, let cause): yields(exception) || yields(cause)
    case .try(let body, let handlers, let orElse, let finalBody, _):
      yields(body) || handlers.contains { yields($0.type) || yields($0.body) } || yields(orElse) || yields(finalBody)
    case .assert(let test, let message): yields(test) || yields(message)
    case .expr(let value): yields(value)
    case .import, .importFrom, .global, .nonlocal, .pass, .break, .continue: false
    }
  }

  static func yields(_ expressions: [Expr]) -> Bool { expressions.contains { yields($0) } }

  static func yields(_ expression: Expr?) -> Bool {
    guard let expression else { return false }
    switch expression.kind {
    case .yield, .yieldFrom: return true
    default: return yields(operands(expression))
    }
  }

  static func yields(defaults parameters: Parameters) -> Bool {
    (parameters.positionalOnly + parameters.positional + parameters.keywordOnly).contains { yields($0.defaultValue) }
  }

  /// The expressions that an expression evaluates in its own scope, in order.
  static func operands(_ expression: Expr) -> [Expr] {
    switch expression.kind {
    case .constant, .name: []
    case .boolOp(_, let values): values
    case .namedExpr(_, let value): [value]
    case .binOp(let left, _, let right): [left, right]
    case .unaryOp(_, let operand): [operand]
    case .lambda(let parameters, _):
      (parameters.positionalOnly + parameters.positional + parameters.keywordOnly).compactMap(\.defaultValue)
    case .ifExp(let test, let body, let orElse): [test, body, orElse]
    case .dict(let entries): entries.flatMap { [$0.key, $0.value].compactMap(\.self) }
    case .set(let elements), .list(let elements), .tuple(let elements): elements
    case .listComp(_, let generators), .setComp(_, let generators), .generatorExp(_, let generators),
      .dictComp(_, _, let generators):
      [generators[0].iter]
    case .await(let value), .starred(let value), .yieldFrom(let value): [value]
    case .yield(let value): [value].compactMap(\.self)
    case .compare(let left, _, let comparators): [left] + comparators
    case .call(let function, let arguments, let keywords):
      calleeOperands(function) + arguments + keywords.map(\.value)
    case .joinedString(let parts): operands(parts)
    case .attribute(let value, _, _): [value]
    case .subscript(let value, let index): [value, index]
    case .slice(let lower, let upper, let step): [lower, upper, step].compactMap(\.self)
    }
  }

  /// What is evaluated for a callee: of a method call the object, as the method is looked up after it.
  private static func calleeOperands(_ function: Expr) -> [Expr] {
    if case .attribute(let value, _, _) = function.kind { return [value] }
    return [function]
  }

  private static func operands(_ parts: [FStringPart]) -> [Expr] {
    parts.flatMap { part -> [Expr] in
      guard case .replacement(let value, _, let spec) = part else { return [] }
      return [value] + operands(spec ?? [])
    }
  }
}
