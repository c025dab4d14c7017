import Glibc

/// Objects with attributes: making them, and attributes by shape.
public enum Instance {
  /// A new instance of a class, its hidden slots unbound.
  @inline(__always)
  static func make(_ cls: Class) -> Value {
    let capacity = min(cls.slotHint, 28)
    let header = MemoryLayout<InstanceLayout>.size
    let object = Heap.allocate(header + capacity * 8, .instance, Unmanaged.passUnretained(cls))
    object.pointee.shape = cls.rootShape.id
    let layout = object.as(InstanceLayout.self)
    layout.pointee.slots = (UnsafeMutableRawPointer(object) + header).assumingMemoryBound(to: Value.self)
    layout.pointee.capacity = capacity
    for slot in 0..<cls.rootShape.hiddenCount { layout.pointee.slots[slot] = .unbound }
    return Value(object)
  }

  /// The attribute of an instance itself; nil when it has none of that name.
  public static func get(_ value: Value, _ name: Symbol) -> Value? {
    let object = value.object
    let shape = Shape.of(object)
    guard let slot = shape.slot(name) else { return shape.isDict ? Dict.get(InstanceDict.of(object), name) : nil }
    let found = object.as(InstanceLayout.self).pointee.slots[slot]
    return found.isUnbound ? nil : found
  }

  /// The attribute of an instance itself; nil when it has none of that name.
  static func get(_ value: Value, _ name: KnownName) -> Value? { get(value, Symbol(name)) }

  /// Sets an attribute of an instance itself.
  public static func set(_ value: Value, _ name: Symbol, _ newValue: Value) {
    let object = value.object
    let shape = Shape.of(object)
    if let slot = shape.slot(name) {
      object.as(InstanceLayout.self).pointee.slots[slot] = newValue
    } else if shape.isDict {
      Dict.set(InstanceDict.of(object), name, newValue)
    } else {
      add(object, shape.adding(name), newValue)
    }
  }

  /// Sets an attribute of an instance itself.
  static func set(_ value: Value, _ name: KnownName, _ newValue: Value) { set(value, Symbol(name), newValue) }

  /// Gives an instance one more slot, which makes its shape `shape`.
  @inline(__always)
  static func add(_ object: Object, _ shape: Shape, _ value: Value) {
    let layout = object.as(InstanceLayout.self)
    let count = shape.count
    if count > layout.pointee.capacity { grow(object, count) }
    layout.pointee.slots[count - 1] = value
    object.pointee.shape = shape.id
  }

  @inline(never)
  fileprivate static func grow(_ object: Object, _ count: Int) {
    let layout = object.as(InstanceLayout.self)
    let capacity = max(count + 2, count * 3 / 2)
    let old = layout.pointee.slots
    Heap.charge(capacity * 8)
    if Heap.isInline(old, object) {
      let slots: UnsafeMutablePointer<Value> = allocateBuffer(capacity)
      slots.update(from: old, count: count - 1)
      layout.pointee.slots = slots
    } else {
      layout.pointee.slots = growBuffer(old, capacity)
    }
    layout.pointee.capacity = capacity
    object.pointee.cls.read { cls in
      if cls.slotHint < count { cls.slotHint = min(count + 1, 28) }
    }
  }

  /// Removes an attribute of an instance itself; says whether there was one.
  static func remove(_ value: Value, _ name: Symbol) -> Bool {
    let object = value.object
    let shape = Shape.of(object)
    if shape.isDict, shape.slot(name) == nil { return Dict.remove(InstanceDict.of(object), name) }
    guard let slot = shape.slot(name), slot >= shape.hiddenCount else { return false }
    let slots = object.as(InstanceLayout.self).pointee.slots
    memmove(slots + slot, slots + slot + 1, (shape.count - slot - 1) * 8)
    object.pointee.shape = shape.removing(name).id
    return true
  }

  /// The attributes of an instance in order, hidden ones left out.
  static func attributes(_ value: Value) -> [(name: Symbol, value: Value)] {
    let object = value.object
    let shape = Shape.of(object)
    if shape.isDict {
      return Dict.pairs(InstanceDict.of(object)).filter { $0.key.isKind(.str) }.map { (Symbol($0.key), $0.value) }
    }
    let slots = object.as(InstanceLayout.self).pointee.slots
    return shape.names.enumerated().map { ($1, slots[shape.hiddenCount + $0]) }
  }
}

/// `instance.__dict__`: from when it is first asked for, the instance keeps its attributes in that dict.
enum InstanceDict {
  /// The dict of an instance whose shape says that it has one.
  static func of(_ object: Object) -> Value {
    object.as(InstanceLayout.self).pointee.slots[Shape.of(object).hiddenCount]
  }

  /// The dict of any instance.
  static func make(_ value: Value) -> Value {
    let object = value.object
    let shape = Shape.of(object)
    if shape.isDict { return of(object) }
    let dict = Dict.make()
    for (name, attribute) in Instance.attributes(value) where !attribute.isUnbound { Dict.set(dict, name, attribute) }
    replace(value, dict)
    return dict
  }

  /// Gives an instance another dict.
  static func replace(_ value: Value, _ dict: Value) {
    let object = value.object
    let form = Shape.of(object).isDict ? Shape.of(object) : Shape.of(object).dictForm
    let layout = object.as(InstanceLayout.self)
    if form.count > layout.pointee.capacity { Instance.grow(object, form.count) }
    layout.pointee.slots[form.hiddenCount] = dict
    object.pointee.shape = form.id
  }

  /// Makes an instance one of another class with the same hidden slots.
  static func changeClass(_ value: Value, to cls: Class) {
    let attributes = Instance.attributes(value)
    let shape = Shape.of(value.object)
    let dict = shape.isDict ? of(value.object) : Value.unbound
    value.object.pointee.cls = cls.reference
    value.object.pointee.shape = cls.rootShape.id
    if dict.isUnbound {
      for (name, attribute) in attributes { Instance.set(value, name, attribute) }
    } else {
      replace(value, dict)
    }
  }
}
