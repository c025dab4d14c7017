/// The first pass: finds the scopes and the names that each binds and reads.
struct ScopeBuilder {
  private var scope: Scope
  private let annotationsAreTexts: Bool

  /// What is wrong with declarations and assignment expressions.
  private var faults: [Diagnostic] = []
  /// Whether an iterable of a comprehension is being visited.
  private var isInIterable = false

  private mutating func fault(_ message: String, _ span: Span) {
    faults.append(Diagnostic(.syntaxError, message, at: span))
  }

  /// The scope tree of a module, resolved, and what is wrong with its declarations.
  ///
  /// - Parameter isNested: whether the module's variables are those of a scope within it, as of a class body: for code
  ///   that is run with local variables of its own.
  static func build(_ module: Module, isNested: Bool = false) -> (scope: Scope, faults: [Diagnostic]) {
    let top = Scope(.module, in: nil)
    var builder = ScopeBuilder(scope: top, annotationsAreTexts: Annotations.areTexts(in: module))
    if isNested {
      builder.inside(.classBody) { builder in
        builder.scope.isDynamic = true
        builder.visit(module.body)
      }
    } else {
      builder.visit(module.body)
    }
    top.resolve()
    for (name, span) in top.danglingNonlocals { builder.fault("no binding for nonlocal '\(name)' found", span) }
    return (top, builder.faults.sorted { $0.span.start < $1.span.start })
  }

  private mutating func inside(_ kind: Scope.Kind, _ body: (inout ScopeBuilder) -> Void) {
    let outer = (scope, isInIterable)
    scope = Scope(kind, in: outer.0)
    isInIterable = false
    body(&self)
    (scope, isInIterable) = outer
  }

  private mutating func visit(_ statements: [Stmt]) {
    for statement in statements { visit(statement) }
  }

  private mutating func visit(_ statement: Stmt) {
    switch statement.kind {
    case .functionDef(let function):
      visit(function.decorators)
      visitDefaults(function.parameters)
      if !annotationsAreTexts { visit(Annotations.ofFunction(function).map(\.annotation)) }
      scope.bind(function.name)
      inside(.function) { builder in
        builder.bind(function.parameters)
        builder.visit(function.body)
      }
    case .classDef(let cls):
      visit(cls.decorators)
      visit(cls.bases)
      for keyword in cls.keywords { visit(keyword.value) }
      scope.bind(cls.name)
      inside(.classBody) { $0.visit(cls.body) }
    case .return(let value): visit(value)
    case .delete(let targets): for target in targets { bindTarget(target) }
    case .assign(let targets, let value):
      visit(value)
      for target in targets { bindTarget(target) }
    case .augAssign(let target, _, let value):
      visit(value)
      if case .name(let name) = target.kind { scope.use(name) }
      bindTarget(target)
    case .annAssign(let target, let annotation, let value, let isSimple):
      visit(value)
      bindTarget(target)
      guard scope.kind == .module || scope.kind == .classBody else { break }
      if isSimple {
        scope.hasAnnotations = true
        scope.bind("__annotations__")
        scope.use("__annotations__")
      }
      if !annotationsAreTexts { visit(annotation) }
    case .for(let target, let iter, let body, let orElse, _):
      visit(iter)
      bindTarget(target)
      visit(body)
      visit(orElse)
    case .while(let test, let body, let orElse), .if(let test, let body, let orElse):
      visit(test)
      visit(body)
      visit(orElse)
    case .with(let items, let body, _):
      for item in items {
        visit(item.context)
        if let target = item.target { bindTarget(target) }
      }
      visit(body)
    case .match(let subject, let cases):
      visit(subject)
      for candidate in cases {
        visit(candidate.pattern)
        visit(candidate.guardExpr)
        visit(candidate.body)
      }
    case .raise(let exception, let cause):
      visit(exception)
      visit(cause)
    case .try(let body, let handlers, let orElse, let finalBody, _):
      visit(body)
      for handler in handlers {
        visit(handler.type)
        if let name = handler.name { scope.bind(name) }
        visit(handler.body)
      }
      visit(orElse)
      visit(finalBody)
    case .assert(let test, let message):
      visit(test)
      visit(message)
    case .import(let aliases):
      for alias in aliases { scope.bind(alias.asName ?? String(alias.name.prefix { $0 != "." })) }
    case .importFrom(_, let aliases, _):
      for alias in aliases where alias.name != "*" { scope.bind(alias.asName ?? alias.name) }
    case .global(let names):
      for name in names { checkDeclaration(name, "global", statement.span) }
      scope.globals.insert(names)
    case .nonlocal(let names):
      if scope.kind == .module {
        fault("nonlocal declaration not allowed at module level", statement.span)
        break
      }
      for name in names {
        checkDeclaration(name, "nonlocal", statement.span)
        if scope.globals.contains(name) { fault("name '\(name)' is nonlocal and global", statement.span) }
        scope.nonlocalPlaces.append((name, statement.span))
      }
      scope.nonlocals.insert(names)
    case .expr(let value): visit(value)
    case .pass, .break, .continue: break
    }
  }

  private mutating func checkDeclaration(_ name: String, _ what: String, _ span: Span) {
    if scope.isParameter(name) {
      fault("name '\(name)' is parameter and \(what)", span)
    } else if scope.isUsed(name) {
      fault("name '\(name)' is used prior to \(what) declaration", span)
    } else if scope.isBound(name) {
      fault("name '\(name)' is assigned to before \(what) declaration", span)
    }
  }

  private mutating func visit(_ pattern: MatchPattern) {
    switch pattern.kind {
    case .value(let value): visit(value)
    case .singleton: break
    case .sequence(let elements), .or(let elements): for element in elements { visit(element) }
    case .mapping(let keys, let patterns, let rest):
      visit(keys)
      for element in patterns { visit(element) }
      if let rest { scope.bind(rest) }
    case .classPattern(let cls, let patterns, let keywords):
      visit(cls)
      for element in patterns { visit(element) }
      for keyword in keywords { visit(keyword.pattern) }
    case .star(let name):
      if let name { scope.bind(name) }
    case .capture(let inner, let name):
      if let inner { visit(inner) }
      if let name { scope.bind(name) }
    }
  }

  private mutating func visitDefaults(_ parameters: Parameters) {
    for parameter in parameters.positionalOnly + parameters.positional + parameters.keywordOnly {
      visit(parameter.defaultValue)
    }
  }

  /// Binds the parameters in the order of their slots (see `ParameterList`).
  private mutating func bind(_ parameters: Parameters) {
    for parameter in parameters.positionalOnly + parameters.positional + parameters.keywordOnly {
      scope.bind(parameter.name)
    }
    if let variadic = parameters.variadic { scope.bind(variadic.name) }
    if let keywords = parameters.keywordVariadic { scope.bind(keywords.name) }
    scope.parameterCount = scope.bound.count
  }

  private mutating func bindTarget(_ target: Expr) {
    switch target.kind {
    case .name(let name): scope.bind(name)
    case .tuple(let elements), .list(let elements): for target in elements { bindTarget(target) }
    case .starred(let inner): bindTarget(inner)
    default: visit(target)
    }
  }

  private mutating func visit(_ expressions: [Expr]) {
    for expression in expressions { visit(expression) }
  }

  private mutating func visit(_ expression: Expr?) {
    guard let expression else { return }
    switch expression.kind {
    case .constant: break
    case .name(let name):
      scope.use(name)
      // `super()` without arguments needs the class in whose body it stands.
      if name == "super" && scope.kind == .function { scope.use("__class__") }
    case .boolOp(_, let values): visit(values)
    case .namedExpr(let target, let value):
      visit(value)
      bindWalrus(target)
    case .binOp(let left, _, let right):
      visit(left)
      visit(right)
    case .unaryOp(_, let operand): visit(operand)
    case .lambda(let parameters, let body):
      visitDefaults(parameters)
      // A lambda within an iterable is still within it.
      let outer = isInIterable
      inside(.function) { builder in
        builder.isInIterable = outer
        builder.bind(parameters)
        builder.visit(body)
      }
    case .ifExp(let test, let body, let orElse): visit([test, body, orElse])
    case .dict(let entries):
      for (key, value) in entries {
        visit(key)
        visit(value)
      }
    case .set(let elements), .list(let elements), .tuple(let elements): visit(elements)
    case .listComp(let element, let generators), .setComp(let element, let generators),
      .generatorExp(let element, let generators):
      visitComprehension(generators, [element])
    case .dictComp(let key, let value, let generators): visitComprehension(generators, [key, value])
    case .await(let value), .starred(let value): visit(value)
    case .yield(let value):
      scope.isGenerator = true
      visit(value)
    case .yieldFrom(let value):
      scope.isGenerator = true
      visit(value)
    case .compare(let left, _, let comparators):
      visit(left)
      visit(comparators)
    case .call(let function, let arguments, let keywords):
      visit(function)
      visit(arguments)
      for keyword in keywords { visit(keyword.value) }
    case .joinedString(let parts): visit(parts)
    case .attribute(let value, _, _): visit(value)
    case .subscript(let value, let index):
      visit(value)
      visit(index)
    case .slice(let lower, let upper, let step):
      visit(lower)
      visit(upper)
      visit(step)
    }
  }

  private mutating func visit(_ parts: [FStringPart]) {
    for case .replacement(let value, _, let spec) in parts {
      visit(value)
      if let spec { visit(spec) }
    }
  }

  /// A comprehension is a function of one argument; its first iterable belongs to the scope around it.
  private mutating func visitComprehension(_ generators: [Comprehension], _ elements: [Expr]) {
    visitIterable(generators[0].iter)
    inside(.comprehension) { builder in
      builder.scope.bind(".0")
      builder.scope.parameterCount = 1
      builder.scope.bind(".result")
      for (index, generator) in generators.enumerated() {
        if index > 0 { builder.visitIterable(generator.iter) }
        builder.refuseRebinding(generator.target)
        builder.bindTarget(generator.target)
        builder.visit(generator.conditions)
      }
      builder.visit(elements)
    }
  }

  /// Refuses an inner loop's variable that an assignment expression of an outer one has bound already.
  private mutating func refuseRebinding(_ target: Expr) {
    switch target.kind {
    case .name(let name) where scope.assigned.contains(name):
      fault("comprehension inner loop cannot rebind assignment expression target '\(name)'", target.span)
    case .tuple(let elements), .list(let elements): for element in elements { refuseRebinding(element) }
    case .starred(let inner): refuseRebinding(inner)
    default: break
    }
  }

  private mutating func visitIterable(_ iterable: Expr) {
    let outer = isInIterable
    isInIterable = true
    visit(iterable)
    isInIterable = outer
  }

  private mutating func bindWalrus(_ target: Expr) {
    guard case .name(let name) = target.kind else { return }
    let owner = scope.walrusScope
    if isInIterable {
      fault("assignment expression cannot be used in a comprehension iterable expression", target.span)
    } else if owner !== scope {
      if owner.kind == .classBody {
        fault("assignment expression within a comprehension cannot be used in a class body", target.span)
      }
      var inner: Scope? = scope
      while let comprehension = inner, comprehension.kind == .comprehension {
        if comprehension.isBound(name), !comprehension.nonlocals.contains(name) {
          fault(
            "assignment expression cannot rebind comprehension iteration variable '\(name)'", target.span)
          break
        }
        inner = comprehension.parent
      }
    }
    if owner === scope {
      scope.bind(name)
      return
    }
    scope.assigned.insert(name)
    if owner.kind == .module || owner.globals.contains(name) {
      scope.globals.insert(name)
      return
    }
    owner.bind(name)
    scope.nonlocals.insert(name)
  }
}
