/// Operators.

/// `left op right`: the int and float cases of the common operators inline, the rest by `Arithmetic`.
class BinaryNode: Node {
  final let left: Operand
  final let right: Operand
  final let op: BinaryOperator

  init(_ span: Span, _ op: BinaryOperator, _ left: Node, _ right: Node) {
    self.op = op
    self.left = Operand(left)
    self.right = Operand(right)
    super.init(span)
  }

  /// The node for an operator.
  static func make(_ span: Span, _ op: BinaryOperator, _ left: Node, _ right: Node) -> Node {
    switch op {
    case .add: AddNode(span, op, left, right)
    case .sub: SubtractNode(span, op, left, right)
    case .mult: MultiplyNode(span, op, left, right)
    case .div: DivideNode(span, op, left, right)
    case .mod, .floorDiv: ModuloNode(span, op, left, right)
    case .bitAnd, .bitOr, .bitXor: BitNode(span, op, left, right)
    default: BinaryNode(span, op, left, right)
    }
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let a = try left.evaluate(frame)
    return try apply(a, try right.evaluate(frame))
  }

  @inline(never)
  final func apply(_ a: Value, _ b: Value) throws(Raised) -> Value {
    if let result = Numbers.mixed(op, a, b) { return result }
    do throws(Raised) { return try Arithmetic.binary(op, a, b) } catch { throw Interpreter.locate(error, span) }
  }
}

final class AddNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    if Value.areSmallInts(a, b) {
      let sum = a.smallInt &+ b.smallInt
      if Value.isSmall(sum) { return Value(small: sum) }
    } else if a.isFloat && b.isFloat {
      return Value(a.double + b.double)
    }
    return try apply(a, b)
  }
}

final class SubtractNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    if Value.areSmallInts(a, b) {
      let difference = a.smallInt &- b.smallInt
      if Value.isSmall(difference) { return Value(small: difference) }
    } else if a.isFloat && b.isFloat {
      return Value(a.double - b.double)
    }
    return try apply(a, b)
  }
}

final class MultiplyNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    if Value.areSmallInts(a, b) {
      let (product, overflow) = a.smallInt.multipliedReportingOverflow(by: b.smallInt)
      if !overflow && Value.isSmall(product) { return Value(small: product) }
    } else if a.isFloat && b.isFloat {
      return Value(a.double * b.double)
    }
    return try apply(a, b)
  }
}

final class DivideNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    if a.isFloat && b.isFloat && b.double != 0 { return Value(a.double / b.double) }
    return try apply(a, b)
  }
}

final class ModuloNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    if Value.areSmallInts(a, b) {
      let dividend = a.smallInt
      let divisor = b.smallInt
      // Only a positive divisor: no zero, no sign to adjust but the dividend's.
      if divisor > 0 {
        let remainder = dividend % divisor
        if op == .mod { return Value(small: remainder < 0 ? remainder + divisor : remainder) }
        return Value(small: remainder < 0 ? dividend / divisor - 1 : dividend / divisor)
      }
    }
    return try apply(a, b)
  }
}

final class BitNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    if Value.areSmallInts(a, b) {
      switch op {
      case .bitAnd: return Value(small: a.smallInt & b.smallInt)
      case .bitOr: return Value(small: a.smallInt | b.smallInt)
      default: return Value(small: a.smallInt ^ b.smallInt)
      }
    }
    return try apply(a, b)
  }
}

/// `-value`, `+value`, `~value`
final class UnaryNode: Node {
  let op: UnaryOperator
  let operand: Node

  init(_ span: Span, _ op: UnaryOperator, _ operand: Node) {
    self.op = op
    self.operand = operand
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let value = try operand.evaluate(frame)
    if value.isFloat && op == .minus { return Value(-value.double) }
    do throws(Raised) { return try Arithmetic.unary(op, value) } catch { throw Interpreter.locate(error, span) }
  }
}

/// `not value`
final class NotNode: Node {
  let operand: Node

  init(_ span: Span, _ operand: Node) {
    self.operand = operand
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value { Value(!(try operand.test(frame))) }
  override func test(_ frame: Frame) throws(Raised) -> Bool { !(try operand.test(frame)) }
}

/// `left and right`, `left or right`; longer chains nest.
final class BoolNode: Node {
  let isAnd: Bool
  let left: Node
  let right: Node

  init(_ span: Span, isAnd: Bool, _ left: Node, _ right: Node) {
    self.isAnd = isAnd
    self.left = left
    self.right = right
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let value = try left.evaluate(frame)
    return try Operations.truth(value) == isAnd ? try right.evaluate(frame) : value
  }

  override func test(_ frame: Frame) throws(Raised) -> Bool {
    try left.test(frame) == isAnd ? try right.test(frame) : !isAnd
  }
}

/// `body if test else orElse`
final class ConditionalNode: Node {
  let condition: Node
  let body: Node
  let orElse: Node

  init(_ span: Span, _ condition: Node, _ body: Node, _ orElse: Node) {
    self.condition = condition
    self.body = body
    self.orElse = orElse
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    try condition.test(frame) ? try body.evaluate(frame) : try orElse.evaluate(frame)
  }
}

/// `left op right` for the six comparisons.
final class CompareNode: Node {
  let op: ComparisonOperator
  let left: Operand
  let right: Operand

  init(_ span: Span, _ op: ComparisonOperator, _ left: Node, _ right: Node) {
    self.op = op
    self.left = Operand(left)
    self.right = Operand(right)
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    if let quick = CompareNode.quick(op, a, b) { return Value(quick) }
    do throws(Raised) { return try Comparison.compare(op, a, b) } catch { throw Interpreter.locate(error, span) }
  }

  override func test(_ frame: Frame) throws(Raised) -> Bool {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    if let quick = CompareNode.quick(op, a, b) { return quick }
    do throws(Raised) { return try Operations.truth(try Comparison.compare(op, a, b)) } catch {
      throw Interpreter.locate(error, span)
    }
  }

  /// The result of one of the six comparisons for two inline ints or two floats; nil for all others.
  @inline(__always)
  static func plain(_ op: ComparisonOperator, _ a: Value, _ b: Value) -> Bool? {
    switch op {
    case .is, .isNot, .in, .notIn: nil
    default: quick(op, a, b)
    }
  }

  /// The result for two inline ints or two floats.
  @inline(__always)
  static func quick(_ op: ComparisonOperator, _ a: Value, _ b: Value) -> Bool? {
    if Value.areSmallInts(a, b) {
      // The words of inline ints keep their order when compared as signed numbers shifted clear of the tag.
      let x = a.smallInt
      let y = b.smallInt
      switch op {
      case .equal: return x == y
      case .notEqual: return x != y
      case .less: return x < y
      case .lessEqual: return x <= y
      case .greater: return x > y
      default: return x >= y
      }
    }
    if a.isFloat && b.isFloat { return Comparison.compareDoubles(op, a.double, b.double) }
    return nil
  }
}

/// `left is right`, `left is not right`, `left in right`, `left not in right`
final class MembershipNode: Node {
  let op: ComparisonOperator
  let left: Operand
  let right: Operand

  init(_ span: Span, _ op: ComparisonOperator, _ left: Node, _ right: Node) {
    self.op = op
    self.left = Operand(left)
    self.right = Operand(right)
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value { Value(try test(frame)) }

  override func test(_ frame: Frame) throws(Raised) -> Bool {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    do throws(Raised) { return try ChainNode.holds(op, a, b) } catch { throw Interpreter.locate(error, span) }
  }
}

/// `first op0 rest0 op1 rest1 …`: each operand evaluated once, the first failure ends it.
final class ChainNode: Node {
  let first: Node
  private let operators: [ComparisonOperator]
  private let operands: Children<Node>

  init(_ span: Span, _ first: Node, _ rest: [(op: ComparisonOperator, operand: Node)]) {
    self.first = first
    operators = rest.map(\.op)
    operands = Children(rest.map(\.operand))
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    var left = try first.evaluate(frame)
    var result = Value.yes
    for index in operators.indices {
      let op = operators[index]
      let right = try operands.with(index) { (operand) throws(Raised) -> Value in try operand.evaluate(frame) }
      if let quick = CompareNode.plain(op, left, right) {
        if !quick { return .no }
        result = .yes
        left = right
        continue
      }
      do throws(Raised) {
        result = try ChainNode.result(op, left, right)
        if try !Operations.truth(result) { return result }
      } catch { throw Interpreter.locate(error, span) }
      left = right
    }
    return result
  }

  static func result(_ op: ComparisonOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    switch op {
    case .is, .isNot, .in, .notIn: Value(try holds(op, a, b))
    default: try Comparison.compare(op, a, b)
    }
  }

  static func holds(_ op: ComparisonOperator, _ a: Value, _ b: Value) throws(Raised) -> Bool {
    switch op {
    case .is: Value.same(a, b)
    case .isNot: !Value.same(a, b)
    case .in: try Operations.contains(b, a)
    case .notIn: !(try Operations.contains(b, a))
    default: try Operations.truth(try Comparison.compare(op, a, b))
    }
  }
}
