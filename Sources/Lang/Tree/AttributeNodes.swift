/// Attributes and subscripts.

/// `value.name`
final class AttributeNode: Node {
  let value: Operand
  let name: Symbol
  private var cache = AttributeCache()

  init(_ span: Span, _ value: Node, _ name: Symbol) {
    self.value = Operand(value)
    self.name = name
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let object = try value.evaluate(frame)
    if cache.holds(object) {
      if let found = cache.slotValue(object) { return found }
    } else if let found = cache.moduleVariable(object) {
      return found
    }
    return try other(object)
  }

  /// Anything but a slot or a module's variable at once.
  @inline(never)
  private func other(_ object: Value) throws(Raised) -> Value {
    guard cache.holds(object) || cache.recalls(object, name) else { return try slow(object) }
    switch cache.kind {
    case .slot:
      if let found = cache.slotValue(object) { return found }
      return try slow(object)
    case .method: return BoundMethod.make(cache.found, object)
    case .data:
      if let found = object.object.pointee.cls.read({ $0.lookup(name) }) { return found }
      return try slow(object)
    case .property: return try property(object)
    case .static: return cache.found
    case .classMethod: return BoundMethod.make(cache.found, object.object.pointee.cls.read { $0.value })
    }
  }

  @inline(never)
  private func property(_ object: Value) throws(Raised) -> Value {
    var slots = InlineArray<1, Value>(repeating: object)
    return try withUnsafeMutablePointer(to: &slots) { (slots) throws(Raised) -> Value in
      do throws(Raised) {
        return try Calling.call(cache.found, UnsafeMutablePointer<Value>(OpaquePointer(slots)), 1)
      } catch { throw Interpreter.locate(Attributes.attempt(error, object, name), span) }
    }
  }

  @inline(never)
  private func slow(_ object: Value) throws(Raised) -> Value {
    do throws(Raised) {
      let found = try Attributes.get(object, name)
      cache.learn(object, name)
      return found
    } catch { throw Interpreter.locate(error, span) }
  }
}

/// `value.name` as a target.
final class AttributeTarget: Target {
  let value: Operand
  let name: Symbol
  private var cache = StoreCache()

  init(_ span: Span, _ value: Node, _ name: Symbol) {
    self.value = Operand(value)
    self.name = name
    super.init(span)
  }

  override func store(_ newValue: Value, _ frame: Frame) throws(Raised) {
    try store(newValue, in: try value.evaluate(frame))
  }

  /// Assigns to the attribute of an object already evaluated.
  func store(_ newValue: Value, in object: Value) throws(Raised) {
    if cache.store(newValue, in: object) { return }
    try slow(newValue, object)
  }

  @inline(never)
  private func slow(_ newValue: Value, _ object: Value) throws(Raised) {
    if cache.recalls(object, name), cache.store(newValue, in: object) { return }
    let before = object.isKind(.instance) ? object.object.pointee.shape : 0
    do throws(Raised) { try Attributes.set(object, name, newValue) } catch { throw Interpreter.locate(error, span) }
    cache.learn(object, name, before: before)
  }

  override func delete(_ frame: Frame) throws(Raised) {
    let object = try value.evaluate(frame)
    do throws(Raised) { try Attributes.delete(object, name) } catch { throw Interpreter.locate(error, span) }
  }
}

/// `value[index]`
final class SubscriptNode: Node {
  let value: Operand
  let index: Operand

  init(_ span: Span, _ value: Node, _ index: Node) {
    self.value = Operand(value)
    self.index = Operand(index)
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let container = try value.evaluate(frame)
    let key = try index.evaluate(frame)
    if let found = Subscript.quick(container, key) { return found }
    do throws(Raised) { return try Subscript.get(container, key) } catch { throw Interpreter.locate(error, span) }
  }
}

/// `value[index]` as a target.
final class SubscriptTarget: Target {
  let value: Operand
  let index: Operand

  init(_ span: Span, _ value: Node, _ index: Node) {
    self.value = Operand(value)
    self.index = Operand(index)
    super.init(span)
  }

  override func store(_ newValue: Value, _ frame: Frame) throws(Raised) {
    let container = try value.evaluate(frame)
    try store(newValue, in: container, at: try index.evaluate(frame))
  }

  /// Assigns to an item of a container already evaluated.
  func store(_ newValue: Value, in container: Value, at key: Value) throws(Raised) {
    if container.isObject {
      let cls = container.object.pointee.cls.toOpaque()
      if cls == Types.list.toOpaque(), key.isSmallInt,
        UInt(bitPattern: key.smallInt) < UInt(bitPattern: List.count(container))
      {
        List.setItem(container, key.smallInt, newValue)
        return
      }
    }
    do throws(Raised) { try Subscript.set(container, key, newValue) } catch { throw Interpreter.locate(error, span) }
  }

  override func delete(_ frame: Frame) throws(Raised) {
    let container = try value.evaluate(frame)
    let key = try index.evaluate(frame)
    do throws(Raised) { try Subscript.delete(container, key) } catch { throw Interpreter.locate(error, span) }
  }
}

/// `lower:upper:step` within a subscript.
final class SliceNode: Node {
  let lower: Node?
  let upper: Node?
  let step: Node?

  init(_ span: Span, _ lower: Node?, _ upper: Node?, _ step: Node?) {
    self.lower = lower
    self.upper = upper
    self.step = step
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let start = try lower?.evaluate(frame) ?? .none
    let stop = try upper?.evaluate(frame) ?? .none
    return Slice.make(start, stop, try step?.evaluate(frame) ?? .none)
  }
}
