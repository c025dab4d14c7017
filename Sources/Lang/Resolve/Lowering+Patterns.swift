/// The `match` statement.
extension Lowering {
  /// A `match` on a subject that is lowered already.
  func matchStatement(_ span: Span, _ subject: Node, _ cases: [MatchCase]) -> Statement {
    var lowered: [MatchStatement.Case] = []
    for (index, candidate) in cases.enumerated() {
      var captures = Captures()
      let pattern = pattern(candidate.pattern, &captures)
      if index < cases.count - 1, candidate.guardExpr == nil { checkRefutable(candidate.pattern) }
      let condition = candidate.guardExpr.map { self.lower($0) }
      lowered.append(
        MatchStatement.Case(
          pattern: pattern,
          captures: captures.names.map { (slot: $0.slot, target: nameTarget($0.name, $0.span)) },
          condition: condition, body: block(candidate.body, span)))
    }
    let yields = scope.isGenerator && cases.contains { YieldFinder.yields($0.body) }
    return MatchStatement(span, subject, lowered, slot: yields ? newSlot() : -1)
  }

  /// The names that a pattern captures, and the hidden slots for their values.
  private struct Captures {
    var names: [(name: String, slot: Int, span: Span)] = []

    func slot(_ name: String) -> Int? { names.first { $0.name == name }?.slot }
  }

  private func capture(_ name: String?, _ span: Span, _ captures: inout Captures) -> Int? {
    guard let name else { return nil }
    if captures.slot(name) != nil { fault("multiple assignments to name '\(name)' in pattern", span) }
    let slot = newSlot()
    captures.names.append((name, slot, span))
    return slot
  }

  private func pattern(_ pattern: MatchPattern, _ captures: inout Captures) -> PatternNode {
    let span = pattern.span
    switch pattern.kind {
    case .value(let value):
      switch value.kind {
      case .constant, .attribute: break
      case .unaryOp(.minus, let operand) where operand.isNumber: break
      case .binOp(let left, _, let right) where left.isNumber && right.isNumber && !right.isImaginary:
        fault("imaginary number required in complex literal", right.span)
      default: fault("patterns may only match literals and attribute lookups", span)
      }
      return ValuePattern(lower(value))
    case .singleton(let constant):
      return SingletonPattern(span, constant == .none ? .none : constant == .true ? .yes : .no)
    case .capture(let inner, let name):
      let node = inner.map { self.pattern($0, &captures) }
      return CapturePattern(span, node, slot: capture(name, span, &captures))
    case .star(let name): return CapturePattern(span, nil, slot: capture(name, span, &captures))
    case .or(let alternatives): return orPattern(span, alternatives, &captures)
    case .sequence(let elements):
      var star: Int?
      var starSlot: Int?
      var nodes: [PatternNode] = []
      for (index, element) in elements.enumerated() {
        if case .star(let name) = element.kind {
          if star != nil { fault("multiple starred names in sequence pattern", span) }
          star = index
          starSlot = capture(name, element.span, &captures)
          nodes.append(CapturePattern(element.span, nil, slot: nil))
        } else {
          nodes.append(self.pattern(element, &captures))
        }
      }
      return SequencePattern(span, nodes, star: star, starSlot: starSlot)
    case .mapping(let keys, let patterns, let rest):
      var seen: [Constant] = []
      for key in keys {
        guard let constant = key.keyConstant else {
          switch key.kind {
          case .attribute: continue
          // A complex number, which is refused where it stands.
          case .binOp(_, _, let right) where right.isImaginary: continue
          default: break
          }
          fault("mapping pattern keys may only match literals and attribute lookups", span)
          continue
        }
        if seen.contains(constant) { fault("mapping pattern checks duplicate key (\(shown(key)))", span) }
        seen.append(constant)
      }
      let nodes = keys.map { self.lower($0) }
      var inner: [PatternNode] = []
      for pattern in patterns { inner.append(self.pattern(pattern, &captures)) }
      return MappingPattern(span, nodes, inner, restSlot: capture(rest, span, &captures))
    case .classPattern(let cls, let patterns, let keywords):
      let node = lower(cls)
      var positional: [PatternNode] = []
      for pattern in patterns { positional.append(self.pattern(pattern, &captures)) }
      var named: [(name: Symbol, pattern: PatternNode)] = []
      for (name, pattern) in keywords {
        if named.contains(where: { $0.name == Symbol(name) }) {
          fault("attribute name repeated in class pattern: \(name)", pattern.span)
        }
        named.append((Symbol(name), self.pattern(pattern, &captures)))
      }
      return ClassPattern(span, node, positional, named)
    }
  }

  /// A key as CPython's messages show its value.
  private func shown(_ key: Expr) -> String {
    switch key.kind {
    case .constant(.string(let bytes)): return Text.quoted(bytes)
    case .constant(.float(let number)): return Text.floatRepr(number)
    case .unaryOp(_, let operand): return operand.keyConstant == .int(0) ? shown(operand) : "-" + shown(operand)
    default: return source.text(of: key.span)
    }
  }

  /// The alternatives capture the same names, each into the same slots.
  private func orPattern(_ span: Span, _ alternatives: [MatchPattern], _ captures: inout Captures) -> PatternNode {
    let before = captures
    var nodes: [PatternNode] = []
    var first: Captures?
    for (index, alternative) in alternatives.enumerated() {
      var own = before
      nodes.append(pattern(alternative, &own))
      if let first {
        if Set(first.names.map(\.name)) != Set(own.names.map(\.name)) {
          fault("alternative patterns bind different names", span)
        } else {
          // Its own slots are handed on to those of the first alternative.
          let moves = own.names[before.names.count...].map { (from: $0.slot, to: first.slot($0.name) ?? $0.slot) }
          if !moves.isEmpty { nodes[index] = MovingPattern(nodes[index], moves) }
        }
      } else {
        first = own
      }
      if index < alternatives.count - 1 { checkRefutable(alternative) }
    }
    captures = first ?? before
    return OrPattern(span, nodes)
  }

  /// Refuses a pattern that takes everything before others.
  private func checkRefutable(_ pattern: MatchPattern) {
    guard case .capture(let inner, let name) = pattern.kind else { return }
    if let inner { return checkRefutable(inner) }
    fault(
      name.map { "name capture '\($0)' makes remaining patterns unreachable" }
        ?? "wildcard makes remaining patterns unreachable", pattern.span)
  }
}

/// A pattern of an alternative, whose captured values move to the slots of the first alternative.
private final class MovingPattern: PatternNode {
  let pattern: PatternNode
  let moves: [(from: Int, to: Int)]

  init(_ pattern: PatternNode, _ moves: [(from: Int, to: Int)]) {
    self.pattern = pattern
    self.moves = moves
    super.init(pattern.span)
  }

  override func matches(_ value: Value, _ frame: Frame) throws(Raised) -> Bool {
    guard try pattern.matches(value, frame) else { return false }
    for (from, to) in moves {
      frame[to] = frame[from]
      frame[from] = .unbound
    }
    return true
  }
}

extension Expr {
  /// The literal that a key of a mapping pattern is; those that are equal as keys are the same. Nil for what is none.
  fileprivate var keyConstant: Constant? {
    switch kind {
    case .constant(.true): return .int(1)
    case .constant(.false): return .int(0)
    case .constant(.float(let number)): return Int(exactly: number).map { .int($0) } ?? .float(number)
    case .constant(let constant): return constant
    case .unaryOp(.minus, let operand) where operand.isNumber:
      switch operand.keyConstant {
      case .int(let number)?: return .int(-number)
      case .float(let number)?: return .float(-number)
      case .bigInt(let digits, let radix)?: return .bigInt(digits: "-" + digits, radix: radix)
      case let other: return other
      }
    default: return nil
    }
  }

  fileprivate var isImaginary: Bool {
    if case .constant(.imaginary) = kind { return true }
    return false
  }

  fileprivate var isNumber: Bool {
    switch kind {
    case .constant(.int), .constant(.bigInt), .constant(.float), .constant(.imaginary): true
    default: false
    }
  }
}
