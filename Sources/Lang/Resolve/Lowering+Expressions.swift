import BigInt

extension Lowering {
  /// An expression.
  func lower(_ expression: Expr) -> Node {
    enterNesting(expression.span)
    defer { nesting -= 1 }
    guard scope.isGenerator else { return lowerPlain(expression) }
    noteSaved(expression)
    let isSaved = savedOperands.contains(expression.span)
    let node = lowerPlain(expression)
    return isSaved ? SavedNode(node, slot: newSlot()) : node
  }

  private func lowerPlain(_ expression: Expr) -> Node {
    let span = expression.span
    switch expression.kind {
    case .constant(let constant): return ConstantNode(span, value(constant, span))
    case .name(let name): return self.name(name, span)
    case .boolOp(let isAnd, let values):
      var node = lower(values[0])
      for value in values.dropFirst() { node = BoolNode(span, isAnd: isAnd, node, lower(value)) }
      return node
    case .namedExpr(let target, let value): return NamedNode(span, self.target(target), lower(value))
    case .binOp(let left, let op, let right):
      let leftNode = lower(left)
      return BinaryNode.make(span, op, leftNode, lower(right))
    case .unaryOp(.not, let operand): return NotNode(span, lower(operand))
    case .unaryOp(.minus, let operand):
      let node = lower(operand)
      // A negative literal is a constant.
      if let constant = node as? ConstantNode, let negative = Numbers.unary(.minus, constant.value) {
        return ConstantNode(span, negative)
      }
      return UnaryNode(span, .minus, node)
    case .unaryOp(let op, let operand): return UnaryNode(span, op, lower(operand))
    case .lambda(let parameters, let body): return lambda(parameters, body, span)
    case .ifExp(let test, let body, let orElse):
      let condition = lower(test)
      let then = lower(body)
      return ConditionalNode(span, condition, then, lower(orElse))
    case .dict(let entries):
      return DictNode(span, entries.map { (key: $0.key.map { self.lower($0) }, value: self.lower($0.value)) })
    case .set(let elements): return SequenceNode(span, .set, lower(elements))
    case .list(let elements): return SequenceNode(span, .list, lower(elements))
    case .tuple(let elements): return SequenceNode(span, .tuple, lower(elements))
    case .listComp(let element, let generators):
      return comprehension(span, "<listcomp>", generators, .collect(.list, [element]))
    case .setComp(let element, let generators):
      return comprehension(span, "<setcomp>", generators, .collect(.set, [element]))
    case .dictComp(let key, let value, let generators):
      return comprehension(span, "<dictcomp>", generators, .collect(.dict, [key, value]))
    case .generatorExp(let element, let generators):
      return comprehension(span, "<genexpr>", generators, .yield(element))
    case .await:
      refuse("'await' is not supported", span, hint: "users run at the same time by themselves; call it directly")
      return ConstantNode(span, .none)
    case .yield(let value): return YieldNode(span, value.map { lower($0) }, slot: newSlot())
    case .yieldFrom(let value): return YieldFromNode(span, lower(value), slot: newSlot())
    case .compare(let left, let ops, let comparators): return compare(span, left, ops, comparators)
    case .call(let function, let arguments, let keywords): return call(span, function, arguments, keywords)
    case .joinedString(let parts): return formatted(span, parts)
    case .attribute(let value, let name, _):
      return AttributeNode(attributeSpan(expression), lower(value), Symbol(mangle(name)))
    case .subscript(let value, let index):
      warnOfSubscript(span, value, index)
      let container = lower(value)
      return SubscriptNode(span, container, lower(index))
    case .starred:
      fault("can't use starred expression here", span)
      return ConstantNode(span, .none)
    case .slice(let lower, let upper, let step):
      let start = lower.map { self.lower($0) }
      let stop = upper.map { self.lower($0) }
      return SliceNode(span, start, stop, step.map { self.lower($0) })
    }
  }

  /// Elements of a display, with whether each is starred.
  func lower(_ elements: [Expr]) -> [(node: Node, isStarred: Bool)] {
    elements.map { element in
      if case .starred(let inner) = element.kind { return (lower(inner), true) }
      return (lower(element), false)
    }
  }

  private func value(_ constant: Constant, _ span: Span) -> Value {
    switch constant {
    case .none: return .none
    case .true: return .yes
    case .false: return .no
    case .ellipsis: return .ellipsis
    case .int(let int): return Integer.make(int)
    case .bigInt(let digits, let radix): return Integer.make(BigInt(digits, radix: radix) ?? 0)
    case .float(let double): return Value(double)
    case .imaginary:
      refuse("complex numbers are not supported", span, hint: "use two floats")
      return .none
    case .string(let bytes):
      // Texts that could be names are the same object wherever they stand, as in CPython.
      let value = text(bytes)
      let isName = bytes.count < 64 && bytes.allSatisfy { $0 == 95 || $0 &- 48 < 10 || ($0 | 32) &- 97 < 26 }
      return isName && value.isKind(.str) ? Symbol(value).value : value
    case .bytes(let bytes): return Bytes.make(bytes)
    }
  }

  private func compare(_ span: Span, _ left: Expr, _ ops: [ComparisonOperator], _ comparators: [Expr]) -> Node {
    warnOfIdentity(span, left, ops, comparators)
    let first = lower(left)
    guard ops.count == 1 else {
      return ChainNode(span, first, zip(ops, comparators).map { (op: $0, operand: self.lower($1)) })
    }
    let second = lower(comparators[0])
    switch ops[0] {
    case .is, .isNot, .in, .notIn: return MembershipNode(span, ops[0], first, second)
    default: return CompareNode(span, ops[0], first, second)
    }
  }

  private func call(_ span: Span, _ function: Expr, _ arguments: [Expr], _ keywords: [KeywordArgument]) -> Node {
    warnOfCall(span, function)
    if case .name("super") = function.kind, arguments.isEmpty, keywords.isEmpty, let firstParameter,
      scope.kind == .function
    {
      return SuperNode(span, name("__class__", span), name(firstParameter, span))
    }
    if arguments.isEmpty, keywords.isEmpty, case .name(let name) = function.kind,
      let kind = ScopeCallNode.Kind(rawValue: name), case .global = scope.meaning(name)
    {
      return ScopeCallNode(
        span, kind, lower(function), namespace, visibleNames(),
        namespaceSlot: scope.kind == .classBody ? classNamespaceSlot : nil)
    }
    if keywords.isEmpty, case .name(let name) = function.kind, let mode = DynamicCode.Mode(rawValue: name),
      mode != .single, case .global = scope.meaning(name),
      !arguments.contains(where: { if case .starred = $0.kind { true } else { false } })
    {
      let callee = lower(function)
      return DynamicCallNode(
        span, mode, callee, arguments.map { self.lower($0) },
        ScopeCallNode(
          span, .locals, callee, namespace, visibleNames(),
          namespaceSlot: scope.kind == .classBody ? classNamespaceSlot : nil))
    }
    if case .name(let name) = function.kind, name == "ExceptionGroup" || name == "BaseExceptionGroup",
      case .global = scope.meaning(name), !scope.outermost.isBound(name)
    {
      refuse("exception groups are not supported", function.span, hint: "raise one exception: they come one by one")
    }
    let isStarred =
      keywords.contains { $0.name == nil }
      || arguments.contains {
        if case .starred = $0.kind { return true }
        return false
      }
    let isPlain = keywords.isEmpty && !isStarred
    let span = isStarred ? span : callSpan(span, function)
    if isPlain, case .attribute(let value, let attribute, _) = function.kind {
      let receiver = lower(value)
      if let parent = receiver as? SuperNode {
        return SuperCallNode(
          span, parent, Symbol(mangle(attribute)), attributeSpan(function), arguments.map { self.lower($0) })
      }
      var operands = [receiver] + arguments.map { self.lower($0) }
      noteSite(&operands, span, function)
      return MethodCallNode(
        span, operands[0], Symbol(mangle(attribute)), attributeSpan(function), Array(operands.dropFirst()))
    }
    if isPlain {
      var operands = [lower(function)] + arguments.map { self.lower($0) }
      noteSite(&operands, span, function)
      let callee = operands[0]
      let nodes = Array(operands.dropFirst())
      if nodes.count == 1, case .generatorExp = arguments[0].kind, let generator = nodes[0] as? ComprehensionNode,
        case .name(let name) = function.kind, let reduction = Reduction.allCases.first(where: { $0.name == name }),
        case .global = scope.meaning(name)
      {
        return ReductionCallNode(span, reduction, callee, generator)
      }
      return nodes.count <= 3 ? CallNode(span, callee, nodes) : LongCallNode(span, callee, nodes)
    }
    let callee = lower(function)
    let positional = lower(arguments)
    var operands = [callee] + positional.map(\.node) + keywords.map { self.lower($0.value) }
    noteSite(&operands, span, function)
    return GeneralCallNode(
      span, operands[0],
      positional.indices.map { (node: operands[1 + $0], isStarred: positional[$0].isStarred) },
      keywords.indices.map {
        (name: keywords[$0].name.map { Symbol($0) }, node: operands[1 + positional.count + $0])
      })
  }

  /// Where tracebacks show an attribute: all of it, or its name alone if that stands on a later line than the value
  /// begins on.
  func attributeSpan(_ expression: Expr) -> Span {
    guard case .attribute(_, _, let name) = expression.kind, source.isBroken(expression.span.start..<name.start) else {
      return expression.span
    }
    return name
  }

  /// Where tracebacks show a call: a method's that stands on a later line than its object begins on, without the object.
  private func callSpan(_ span: Span, _ function: Expr) -> Span {
    guard case .attribute(_, _, let name) = function.kind, source.isBroken(span.start..<name.start) else { return span }
    return Span(Int(name.start), Int(span.end))
  }

  /// Has the last operand of a call note the call's place, where what is called may ask for it.
  private func noteSite(_ operands: inout [Node], _ span: Span, _ function: Expr) {
    if notesFrames, let last = operands.indices.last {
      operands[last] = NoteLineNode(operands[last], span, slot: lineNote())
    }
    let name: String
    switch function.kind {
    case .name(let plain): name = plain
    case .attribute(_, let attribute, _): name = attribute
    default: return
    }
    guard CallSite.isNoted(name, in: source), let last = operands.indices.last else { return }
    // A class is made by three arguments, and its name is the first.
    if name == "type", operands.count < 4 { return }
    operands[last] = SiteNode(operands[last], span, source, namespace, function: functionName)
  }

  /// A format specification; mostly it is a constant.
  private func specification(_ span: Span, _ parts: [FStringPart]) -> Node {
    if parts.count == 1, case .literal(let bytes) = parts[0] { return ConstantNode(span, text(bytes)) }
    return formatted(span, parts)
  }

  /// The local names of the code being lowered; nil in a module.
  func visibleNames() -> [(name: Symbol, place: ScopeCallNode.Place)]? {
    guard scope.kind != .module else { return nil }
    return (scope.kind == .classBody ? scope.bound : scope.bound + scope.free).compactMap { name in
      if name.hasPrefix(".result") || name == Scope.classCell { return nil }
      switch scope.meaning(name) {
      case .local(let slot): return (Symbol(mangle(name)), .slot(slot))
      case .cell(let slot): return (Symbol(mangle(name)), .cell(slot))
      case .free(let index): return (Symbol(mangle(name)), .free(index))
      case .global: return nil
      }
    }
  }

  private func formatted(_ span: Span, _ parts: [FStringPart]) -> Node {
    FormattedNode(
      span,
      parts.map { part in
        switch part {
        case .literal(let bytes): return FormattedPart(span, literal: text(bytes))
        case .replacement(let value, let conversion, let spec):
          let node = lower(value)
          return FormattedPart(node, conversion: conversion, spec: spec.map { specification(span, $0) })
        }
      })
  }
}
