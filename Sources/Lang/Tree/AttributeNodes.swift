/// Attributes and subscripts.

/// What an attribute access remembers: for one shape of instances, the slot, or that the class has a plain function.
///
/// A shape implies its class; the epoch tells that no class has changed since.
struct AttributeCache {
  var shape: UInt32 = 0
  var epoch: UInt32 = 0
  /// The slot, or -1 when `method` is what the class has.
  var slot = -1
  /// A function of the class; alive as long as the epoch is the same.
  var method = Value.unbound

  /// Whether the cache speaks of this value.
  @inline(__always)
  func holds(_ value: Value) -> Bool {
    value.isObject && value.object.pointee.shape == shape && shape != 0 && epoch == Class.epoch
      && value.object.pointee.kind == .instance
  }

  /// Learns what `name` is for instances like `value`, if it is simple enough.
  @inline(never)
  mutating func learn(_ value: Value, _ name: Symbol) {
    guard value.isKind(.instance) else { return }
    let cls = Types.cls(value)
    let inClass = cls.lookup(name)
    if cls.isUserDefined, let hook = cls.lookup(.__getattribute__), hook.isKind(.function) { return }
    if let slot = Shape.of(value.object).slot(name) {
      if let inClass, Attributes.isDataDescriptor(inClass), Native.payload(inClass, as: SlotMember.self) == nil {
        return
      }
      self.slot = slot
      method = .unbound
    } else if let inClass, inClass.isKind(.function) {
      // Attributes in a dict may hide the method any time.
      if Shape.of(value.object).isDict { return }
      slot = -1
      method = inClass
    } else {
      return
    }
    shape = value.object.pointee.shape
    epoch = Class.epoch
  }
}

/// `value.name`
final class AttributeNode: Node {
  let value: Node
  let name: Symbol
  private var cache = AttributeCache()

  init(_ span: Span, _ value: Node, _ name: Symbol) {
    self.value = value
    self.name = name
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let object = try value.evaluate(frame)
    if cache.holds(object) {
      if cache.slot >= 0 {
        let found = object.object.as(InstanceLayout.self).pointee.slots[cache.slot]
        if !found.isUnbound { return found }
      } else {
        return BoundMethod.make(cache.method, object)
      }
    }
    return try slow(object)
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
  let value: Node
  let name: Symbol
  private var shape: UInt32 = 0
  private var epoch: UInt32 = 0
  private var slot = 0
  /// The shape before and after the attribute is first set, as `__init__` does.
  private var bareShape: UInt32 = 0
  private var grownShape: Shape?

  init(_ span: Span, _ value: Node, _ name: Symbol) {
    self.value = value
    self.name = name
    super.init(span)
  }

  override func store(_ newValue: Value, _ frame: Frame) throws(Raised) {
    try store(newValue, in: try value.evaluate(frame))
  }

  /// Assigns to the attribute of an object already evaluated.
  func store(_ newValue: Value, in object: Value) throws(Raised) {
    if object.isKind(.instance), object.object.pointee.shape == shape, epoch == Class.epoch, shape != 0 {
      object.object.as(InstanceLayout.self).pointee.slots[slot] = newValue
      return
    }
    if object.isKind(.instance), object.object.pointee.shape == bareShape, epoch == Class.epoch, let grownShape {
      Instance.add(object.object, grownShape, newValue)
      return
    }
    let before = object.isKind(.instance) ? object.object.pointee.shape : 0
    do throws(Raised) { try Attributes.set(object, name, newValue) } catch { throw Interpreter.locate(error, span) }
    learn(object, before)
  }

  private func learn(_ object: Value, _ before: UInt32) {
    guard object.isKind(.instance), let found = Shape.of(object.object).slot(name) else { return }
    let cls = Types.cls(object)
    if let hook = cls.lookup(.__setattr__), hook.isKind(.function) { return }
    if let inClass = cls.lookup(name), Attributes.isDataDescriptor(inClass),
      Native.payload(inClass, as: SlotMember.self) == nil
    {
      return
    }
    shape = object.object.pointee.shape
    epoch = Class.epoch
    slot = found
    let isGrown = before != shape && found == Shape.of(object.object).count - 1
    bareShape = isGrown ? before : 0
    grownShape = isGrown ? Shape.of(object.object) : nil
  }

  override func delete(_ frame: Frame) throws(Raised) {
    let object = try value.evaluate(frame)
    do throws(Raised) { try Attributes.delete(object, name) } catch { throw Interpreter.locate(error, span) }
  }
}

/// `value[index]`
final class SubscriptNode: Node {
  let value: Node
  let index: Node

  init(_ span: Span, _ value: Node, _ index: Node) {
    self.value = value
    self.index = index
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let container = try value.evaluate(frame)
    let key = try index.evaluate(frame)
    if container.isObject {
      // The exact classes only: a subclass may have its own `__getitem__`.
      let cls = container.object.pointee.cls.toOpaque()
      if cls == Types.list.toOpaque(), key.isSmallInt {
        let position = key.smallInt
        if UInt(bitPattern: position) < UInt(bitPattern: List.count(container)) {
          return List.item(container, position)
        }
      } else if cls == Types.dict.toOpaque() {
        do throws(Raised) {
          if let found = try Dict.get(container, key) { return found }
        } catch { throw Interpreter.locate(error, span) }
      }
    }
    do throws(Raised) { return try Subscript.get(container, key) } catch { throw Interpreter.locate(error, span) }
  }
}

/// `value[index]` as a target.
final class SubscriptTarget: Target {
  let value: Node
  let index: Node

  init(_ span: Span, _ value: Node, _ index: Node) {
    self.value = value
    self.index = index
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
