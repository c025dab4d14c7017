extension Lowering {
  /// What a comprehension does with its elements.
  enum Collection {
    enum Form {
      case list, set, dict
    }

    case collect(Form, [Expr])
    case yield(Expr)
  }

  /// Lowers code of an inner scope: what `body` returns.
  private func inside<Result>(_ name: String, _ body: (Scope) -> Result) -> Result {
    let outer = (scope, qualifiedPrefix, firstParameter)
    let outerName = functionName
    functionName = name
    let outerFrame = (hiddenSlots, hasCleanup, classNamespaceSlot, lineSlot)
    let outerNesting = (nesting, deepestNesting)
    (hiddenSlots, hasCleanup, classNamespaceSlot, lineSlot) = (0, false, 0, nil)
    (nesting, deepestNesting) = (0, 0)
    scope = scope.enterNext()
    let joint = outer.0.kind == .function || outer.0.kind == .comprehension ? ".<locals>." : "."
    // What is declared global belongs to the module.
    qualifiedPrefix = outer.1.isEmpty || outer.0.globals.contains(name) ? name : outer.1 + joint + name
    firstParameter = nil
    defer {
      (scope, qualifiedPrefix, firstParameter) = outer
      functionName = outerName
      (hiddenSlots, hasCleanup, classNamespaceSlot, lineSlot) = outerFrame
      (nesting, deepestNesting) = outerNesting
    }
    return body(scope)
  }

  /// Where the captured variables of an inner scope stand in this one.
  private func captures(_ inner: Scope, from outer: Scope) -> [Code.Capture] {
    inner.free.map { name in
      // Functions don't see what a class body binds: a variable of that name comes from further out.
      if outer.kind == .classBody, name != "__class__", let index = outer.free.firstIndex(of: name) {
        return .cell(index)
      }
      return switch outer.meaning(outer.kind == .classBody && name == "__class__" ? Scope.classCell : name) {
      case .local(let slot), .cell(let slot): .slot(slot)
      case .free(let index): .cell(index)
      case .global: .slot(FrameSlot.result)
      }
    }
  }

  private func code(
    _ name: String, _ scope: Scope, outer: Scope, _ span: Span, parameters: ParameterList, doc: Value,
    isGenerator: Bool, _ body: Statement
  ) -> Code {
    let body = framed(body, span)
    return Code(
      name: name, qualifiedName: qualifiedPrefix, source: source, span: span, namespace: namespace,
      parameters: parameters, frameSize: FrameSlot.first + scope.bound.count + hiddenSlots,
      cellParameters: scope.cellSlots,
      captures: captures(scope, from: outer), isGenerator: isGenerator,
      hasCleanup: hasCleanup, nesting: deepestNesting, doc: doc,
      localNames: scope.bound.enumerated().map { (Symbol(self.mangle($1)), FrameSlot.first + $0) }, body: body)
  }

  func list(_ parameters: Parameters) -> ParameterList {
    var result = ParameterList()
    func symbol(_ parameter: Parameter) -> Symbol { Symbol(mangle(parameter.name)) }
    result.positional = (parameters.positionalOnly + parameters.positional).map(symbol)
    result.positionalOnlyCount = parameters.positionalOnly.count
    result.keywordOnly = parameters.keywordOnly.map(symbol)
    result.hasVariadic = parameters.variadic != nil
    result.variadicName = parameters.variadic.map(symbol)
    result.hasKeywordVariadic = parameters.keywordVariadic != nil
    result.keywordVariadicName = parameters.keywordVariadic.map(symbol)
    return result
  }

  private func defaults(_ parameters: Parameters) -> ([Node], [(name: Symbol, node: Node)]) {
    let positional = (parameters.positionalOnly + parameters.positional).compactMap(\.defaultValue).map {
      self.lower($0)
    }
    let keywords = parameters.keywordOnly.compactMap { parameter in
      parameter.defaultValue.map { (name: Symbol(self.mangle(parameter.name)), node: self.lower($0)) }
    }
    return (positional, keywords)
  }

  /// A `def`, its decorators included.
  func function(_ definition: FunctionDef, _ span: Span) -> Node {
    if definition.isAsync {
      refuse(
        "'async def' is not supported", definition.nameSpan, hint: "write 'def': users run at the same time anyway")
    }
    let decorators = definition.decorators.map { self.lower($0) }
    let (positional, keywords) = defaults(definition.parameters)
    let annotations = Annotations.ofFunction(definition).map { (name, annotation) in
      (name: Symbol(mangle(name)), node: self.annotation(annotation))
    }
    let code = code(of: definition, span)
    let node = FunctionNode(
      span, code, defaults: positional, keywordDefaults: keywords, annotations: annotations)
    return decorators.isEmpty ? node : DecoratedNode(span, decorators, node)
  }

  /// The code of a function alone, without what its `def` evaluates.
  func code(of definition: FunctionDef, _ span: Span) -> Code {
    let outer = scope
    return inside(definition.name) { scope in
      if let unread = definition.unreadSpan { return putOff(definition, unread, span) }
      firstParameter = (definition.parameters.positionalOnly + definition.parameters.positional).first?.name
      let body = block(definition.body, span)
      return self.code(
        definition.name, scope, outer: outer, definition.nameSpan, parameters: list(definition.parameters),
        doc: docstring(definition.body), isGenerator: scope.isGenerator, body)
    }
  }

  private func docstring(_ body: [Stmt]) -> Value {
    guard case .expr(let first)? = body.first?.kind, case .constant(.string(let bytes)) = first.kind else {
      return .unbound
    }
    return text(bytes)
  }

  /// A lambda.
  func lambda(_ parameters: Parameters, _ body: Expr, _ span: Span) -> Node {
    let (positional, keywords) = defaults(parameters)
    let outer = scope
    let code = inside("<lambda>") { scope in
      firstParameter = (parameters.positionalOnly + parameters.positional).first?.name
      let statement = lower(Stmt(kind: .return(body), span: body.span))
      return self.code(
        "<lambda>", scope, outer: outer, span, parameters: list(parameters), doc: .unbound,
        isGenerator: scope.isGenerator, statement)
    }
    return FunctionNode(span, code, defaults: positional, keywordDefaults: keywords)
  }

  /// A comprehension or generator expression.
  func comprehension(
    _ span: Span, _ name: String, _ generators: [Comprehension], _ collection: Collection
  ) -> Node {
    if let asynchronous = generators.first(where: \.isAsync) {
      refuse(
        "asynchronous comprehensions are not supported", asynchronous.target.span,
        hint: "write 'for': users run at the same time anyway")
    }
    let iterable = lower(generators[0].iter)
    let outer = scope
    var sink = 0
    let code = inside(name) { scope in
      // The conditions and inner iterables are lowered in the order of the first pass, the element last.
      let resultSlot = FrameSlot.first + 1
      var parts: [(target: Target, iterable: Node, conditions: [Node])] = []
      for (index, generator) in generators.enumerated() {
        let source =
          index == 0
          ? LocalNode(span, slot: FrameSlot.first, name: Symbol(".0")) : lower(generator.iter)
        let target = self.target(generator.target)
        parts.append((target, source, generator.conditions.map { self.lower($0) }))
      }
      var isGenerator = false
      if case .yield = collection { isGenerator = true }
      if isGenerator { sink = newSlot(2) }
      var body = inner(collection, span, isGenerator ? sink : resultSlot)
      for part in parts.reversed() {
        if isGenerator {
          for condition in part.conditions.reversed() {
            body = ResumableIfStatement(span, condition, body, nil, slot: newSlot())
          }
          body = ResumableForStatement(span, part.target, part.iterable, body, nil, slot: newSlot())
        } else {
          for condition in part.conditions.reversed() { body = IfStatement(span, condition, body, nil) }
          body = ForStatement(span, part.target, part.iterable, body, nil)
        }
      }
      if case .collect(let form, _) = collection {
        let start = AssignLocalStatement(span, slot: resultSlot, EmptyNode(span, form))
        let finish = ReturnStatement(span, LocalNode(span, slot: resultSlot, name: Symbol(".result")))
        body = SequenceStatement.make([start, body, finish], span)
      }
      var parameters = ParameterList()
      parameters.positional = [Symbol(".0")]
      return self.code(
        name, scope, outer: outer, span, parameters: parameters, doc: .unbound, isGenerator: isGenerator, body)
    }
    return ComprehensionNode(span, FunctionNode(span, code, defaults: [], keywordDefaults: []), iterable, sink: sink)
  }

  private func inner(_ collection: Collection, _ span: Span, _ slot: Int) -> Statement {
    switch collection {
    case .yield(let element):
      let value = lower(element)
      return ElementStatement(element.span, value, slot: newSlot(), sink: slot)
    case .collect(.list, let elements): return CollectStatement(span, .list, slot: slot, lower(elements[0]))
    case .collect(.set, let elements): return CollectStatement(span, .set, slot: slot, lower(elements[0]))
    case .collect(.dict, let elements):
      let key = lower(elements[0])
      return CollectStatement(span, .dict(key: key), slot: slot, lower(elements[1]))
    }
  }

  /// A `class` statement, its decorators included.
  func classNode(_ definition: ClassDef, _ span: Span) -> Node {
    let decorators = definition.decorators.map { self.lower($0) }
    let bases = lower(definition.bases)
    let keywords = definition.keywords.map { (name: $0.name.map { Symbol($0) }, node: self.lower($0.value)) }
    let outer = scope
    let outerClass = className
    className = definition.name
    defer { className = outerClass }
    let (code, classCellSlot, namespaceSlot) = inside(definition.name) { scope in
      classNamespaceSlot = newSlot()
      let body = SequenceStatement.make((annotationSetup(span) + [block(definition.body, span)])[...], span)
      let code = self.code(
        definition.name, scope, outer: outer, definition.nameSpan, parameters: ParameterList(),
        doc: docstring(definition.body), isGenerator: false, body)
      return (code, scope.bound.firstIndex(of: Scope.classCell).map { FrameSlot.first + $0 }, classNamespaceSlot)
    }
    let node = ClassNode(
      span, name: definition.name, bases: bases, keywords: keywords, body: code, classCellSlot: classCellSlot,
      namespaceSlot: namespaceSlot)
    return decorators.isEmpty ? node : DecoratedNode(span, decorators, node)
  }
}

/// The empty collection that a comprehension fills.
final class EmptyNode: Node {
  private let form: Lowering.Collection.Form

  init(_ span: Span, _ form: Lowering.Collection.Form) {
    self.form = form
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    switch form {
    case .list: List.make()
    case .set: PySet.make()
    case .dict: Dict.make()
    }
  }
}
