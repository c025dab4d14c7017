/// Assignments, deletions and expression statements.

/// An expression for its effect.
final class ExpressionStatement: Statement {
  let expression: Node

  init(_ expression: Node) {
    self.expression = expression
    super.init(expression.span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    _ = try expression.evaluate(frame)
    return .normal
  }
}

/// `slot = value`, the commonest assignment.
final class AssignLocalStatement: Statement {
  let slot: Int
  let value: Node

  init(_ span: Span, slot: Int, _ value: Node) {
    self.slot = slot
    self.value = value
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    frame[slot] = try value.evaluate(frame)
    return .normal
  }
}

/// `target = value`
final class AssignStatement: Statement {
  let target: Target
  let value: Operand

  init(_ span: Span, _ target: Target, _ value: Node) {
    self.target = target
    self.value = Operand(value)
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    try target.store(try value.evaluate(frame), frame)
    return .normal
  }
}

/// `a, b = x, y`: the tuple is never made.
final class AssignParallelStatement: Statement {
  let target: UnpackTarget
  let values: SequenceNode
  let count: Int

  private init(_ span: Span, _ target: UnpackTarget, _ values: SequenceNode, _ count: Int) {
    self.target = target
    self.values = values
    self.count = count
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    try Call.withValues(count) { (items) throws(Raised) in
      for index in 0..<count { items[index] = try values.element(index, frame) }
      try target.store(items, frame)
    }
    return .normal
  }

  /// The statement for `target = value`, where it is of this kind.
  static func make(_ span: Span, _ target: Target, _ value: Node) -> Statement? {
    guard let target = target as? UnpackTarget, let values = value as? SequenceNode,
      let count = values.plainTupleCount, target.star < 0, target.targets.count == count
    else { return nil }
    return AssignParallelStatement(span, target, values, count)
  }
}

/// `a = b = value`
final class AssignManyStatement: Statement {
  let targets: Children<Target>
  let value: Node

  init(_ span: Span, _ targets: [Target], _ value: Node) {
    self.targets = Children(targets)
    self.value = value
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    let result = try value.evaluate(frame)
    for index in 0..<targets.count {
      try targets.with(index) { (target) throws(Raised) in try target.store(result, frame) }
    }
    return .normal
  }
}

/// `name op= value`
final class AugmentNameStatement: Statement {
  let target: Target
  let current: Operand
  let op: BinaryOperator
  let value: Operand
  /// The slot where the target is a local variable; else -1.
  private let slot: Int

  init(_ span: Span, _ target: Target, _ current: Node, _ op: BinaryOperator, _ value: Node) {
    self.target = target
    self.current = Operand(current)
    self.op = op
    self.value = Operand(value)
    slot = (target as? LocalTarget)?.slot ?? -1
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    let old = try current.evaluate(frame)
    let result = try Augment.apply(op, old, try value.evaluate(frame), span)
    if slot >= 0 { frame[slot] = result } else { try target.store(result, frame) }
    return .normal
  }
}

/// `object.name op= value`: the object is evaluated once.
final class AugmentAttributeStatement: Statement {
  let target: AttributeTarget
  let op: BinaryOperator
  let value: Operand
  private var cache = AttributeCache()

  init(_ span: Span, _ target: AttributeTarget, _ op: BinaryOperator, _ value: Node) {
    self.target = target
    self.op = op
    self.value = Operand(value)
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    let object = try target.value.evaluate(frame)
    let old = try read(object)
    let operand = try value.evaluate(frame)
    try target.store(try Augment.apply(op, old, operand, span), in: object)
    return .normal
  }

  @inline(__always)
  private func read(_ object: Value) throws(Raised) -> Value {
    if cache.holds(object), let found = cache.slotValue(object) { return found }
    return try readSlowly(object)
  }

  @inline(never)
  private func readSlowly(_ object: Value) throws(Raised) -> Value {
    if cache.recalls(object, target.name), let found = cache.slotValue(object) { return found }
    do throws(Raised) {
      let found = try Attributes.get(object, target.name)
      cache.learn(object, target.name)
      return found
    } catch { throw Interpreter.locate(error, target.span) }
  }
}

/// `container[index] op= value`: container and index are evaluated once.
final class AugmentSubscriptStatement: Statement {
  let target: SubscriptTarget
  let op: BinaryOperator
  let value: Operand

  init(_ span: Span, _ target: SubscriptTarget, _ op: BinaryOperator, _ value: Node) {
    self.target = target
    self.op = op
    self.value = Operand(value)
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    let container = try target.value.evaluate(frame)
    let key = try target.index.evaluate(frame)
    let old = try read(container, key)
    let operand = try value.evaluate(frame)
    try target.store(try Augment.apply(op, old, operand, span), in: container, at: key)
    return .normal
  }

  @inline(__always)
  private func read(_ container: Value, _ key: Value) throws(Raised) -> Value {
    if let found = Subscript.quick(container, key) { return found }
    do throws(Raised) { return try Subscript.get(container, key) } catch {
      throw Interpreter.locate(error, target.span)
    }
  }
}

/// The new value of an augmented assignment.
enum Augment {
  @inline(__always)
  static func apply(_ op: BinaryOperator, _ a: Value, _ b: Value, _ span: Span) throws(Raised) -> Value {
    if Value.areSmallInts(a, b) {
      if op == .add {
        let sum = a.smallInt &+ b.smallInt
        if Value.isSmall(sum) { return Value(small: sum) }
      } else if op == .sub {
        let difference = a.smallInt &- b.smallInt
        if Value.isSmall(difference) { return Value(small: difference) }
      }
    } else if a.isFloat && b.isFloat {
      if op == .add { return Value(a.double + b.double) }
      if op == .sub { return Value(a.double - b.double) }
      if op == .mult { return Value(a.double * b.double) }
    }
    do throws(Raised) { return try Arithmetic.inPlace(op, a, b) } catch { throw Interpreter.locate(error, span) }
  }
}

/// `a, *b, c = …`
final class UnpackTarget: Target {
  let targets: Children<Target>
  /// The index of the starred target, or -1.
  let star: Int
  /// The slots of the targets where all are local variables; else nil.
  private let slots: Row<Int>?

  init(_ span: Span, _ targets: [Target], star: Int?) {
    self.targets = Children(targets)
    self.star = star ?? -1
    let locals = targets.compactMap { ($0 as? LocalTarget)?.slot }
    slots = locals.count == targets.count ? Row(locals) : nil
    super.init(span)
  }

  /// Assigns as many values as there are targets, none of which is starred.
  @inline(__always)
  func store(_ values: UnsafeMutablePointer<Value>, _ frame: Frame) throws(Raised) {
    if let slots {
      for index in 0..<targets.count { frame[slots[index]] = values[index] }
      return
    }
    for index in 0..<targets.count { try store(values[index], at: index, frame) }
  }

  override func store(_ value: Value, _ frame: Frame) throws(Raised) {
    if star < 0 && targets.count <= 8 {
      if value.object(isExactly: Types.tuple), Tuple.items(value).count == targets.count {
        return try store(value.object.as(TupleLayout.self).pointee.items, frame)
      }
      if value.object(isExactly: Types.list), List.count(value) == targets.count {
        // Storing may run code that changes the list.
        return try Call.withValues(targets.count) { (items) throws(Raised) in
          for index in 0..<targets.count { items[index] = List.item(value, index) }
          try store(items, frame)
        }
      }
    }
    let list: Value
    do throws(Raised) { list = try collect(value) } catch { throw Interpreter.locate(error, span) }
    if star < 0 {
      for index in 0..<targets.count { try store(List.item(list, index), at: index, frame) }
      return
    }
    let after = targets.count - star - 1
    for index in 0..<star { try store(List.item(list, index), at: index, frame) }
    let middle = List.make()
    let count = List.count(list)
    for index in star..<(count - after) { List.append(middle, List.item(list, index)) }
    try store(middle, at: star, frame)
    for index in 0..<after { try store(List.item(list, count - after + index), at: star + 1 + index, frame) }
  }

  @inline(__always)
  private func store(_ value: Value, at index: Int, _ frame: Frame) throws(Raised) {
    try targets.with(index) { (target) throws(Raised) in try target.store(value, frame) }
  }

  /// The items to hand out, as many as needed; raises `ValueError` when there are too few or too many.
  private func collect(_ value: Value) throws(Raised) -> Value {
    let iterator: Value
    do throws(Raised) { iterator = try Iteration.iterator(value) } catch {
      let cls = Types.cls(value)
      if Exceptions.isA(Interpreter.raised, .typeError), cls.lookup(.__iter__) == nil, cls.lookup(.__getitem__) == nil {
        throw raise(.typeError, "cannot unpack non-iterable \(Types.name(value)) object")
      }
      throw error
    }
    let list = List.make(capacity: targets.count)
    while let item = try Iteration.next(iterator) {
      if star < 0 && List.count(list) == targets.count {
        throw raise(.valueError, "too many values to unpack (expected \(targets.count))")
      }
      List.append(list, item)
    }
    let needed = star < 0 ? targets.count : targets.count - 1
    if List.count(list) < needed {
      let least = star < 0 ? "\(needed)" : "at least \(needed)"
      throw raise(.valueError, "not enough values to unpack (expected \(least), got \(List.count(list)))")
    }
    return list
  }

  override func delete(_ frame: Frame) throws(Raised) {
    for index in 0..<targets.count {
      try targets.with(index) { (target) throws(Raised) in try target.delete(frame) }
    }
  }
}

/// `del a, b`
final class DeleteStatement: Statement {
  let targets: [Target]

  init(_ span: Span, _ targets: [Target]) {
    self.targets = targets
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    for target in targets { try target.delete(frame) }
    return .normal
  }
}
