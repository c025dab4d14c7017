/// What an attribute access remembers: for one shape of instances what the name stands for, or for one module where its
/// variable stands.
struct AttributeCache {
  /// What a name stands for.
  enum Kind: UInt8 {
    /// A slot of the instance.
    case slot
    /// A function of the class.
    case method
    /// Plain data of the class, to be looked up there.
    case data
    /// A property of the class: `found` is its getter.
    case property
    /// A static method of the class: `found` is its function.
    case `static`
    /// A class method: `found` is its function.
    case classMethod
  }

  private struct Known {
    var kind = Kind.slot
    var slot: UInt16 = 0
    /// What the class has; alive as long as the epoch is the same.
    var found = Value.unbound
  }

  private var cache = ShapeCache(empty: Known())
  /// The module's own number; 0 for none. Its address could become another one's.
  private var module: UInt32 = 0
  /// Where the module's variable stands, for as long as the module lives.
  private var variable: UnsafeMutablePointer<Value>?

  /// What the name stands for.
  @inline(__always) var kind: Kind { cache.known.kind }
  /// What the class has.
  @inline(__always) var found: Value { cache.known.found }

  /// Made by `start`, as a `let` would be tested for having been made at each use.
  private nonisolated(unsafe) static var table: ShapeTable<Known>! = nil

  /// Makes the table; called once, before any code runs.
  static func start() { table = ShapeTable(size: 1024, empty: Known()) }

  /// Whether the cache speaks of this value, an instance.
  @inline(__always)
  func holds(_ value: Value) -> Bool { cache.holds(value) }

  /// Whether it does once the table of all accesses was asked.
  @inline(never)
  mutating func recalls(_ value: Value, _ name: Symbol) -> Bool { cache.recalls(value, name, AttributeCache.table) }

  /// The attribute in the slot of a value that the cache speaks of; nil where the name stands for something else or the
  /// slot is unbound.
  @inline(__always)
  func slotValue(_ value: Value) -> Value? {
    guard kind == .slot else { return nil }
    let found = value.object.as(InstanceLayout.self).pointee.slots[Int(cache.known.slot)]
    return found.isUnbound ? nil : found
  }

  /// The variable of this value, where it is the module that the cache knows.
  @inline(__always)
  func moduleVariable(_ value: Value) -> Value? {
    guard let variable, value.isKind(.module),
      value.object.pointee.shape == module, !variable.pointee.isUnbound
    else { return nil }
    return variable.pointee
  }

  /// Learns what `name` is for values like this one, if it is simple enough.
  @inline(never)
  mutating func learn(_ value: Value, _ name: Symbol) {
    if value.isKind(.module) { return learnModule(value, name) }
    guard value.isKind(.instance) else { return }
    let cls = Types.cls(value)
    let inClass = cls.lookup(name)
    if cls.isUserDefined, let hook = cls.lookup(.__getattribute__), Attributes.isOwnHook(hook) { return }
    var learned = Known()
    let shape = Shape.of(value.object)
    if let slot = shape.slot(name) {
      if !Attributes.meansSlot(name, shape, inClass) { return }
      guard let narrow = UInt16(exactly: slot) else { return }
      learned.slot = narrow
    } else {
      // Attributes in a dict may hide what the class has any time.
      guard let inClass, !shape.isDict,
        let (kind, found) = AttributeCache.meaning(of: inClass)
      else { return }
      learned.kind = kind
      learned.found = found
    }
    cache.remember(learned, value.object.pointee.shape, name, AttributeCache.table)
  }

  private static func meaning(of inClass: Value) -> (Kind, Value)? {
    if inClass.isKind(.function) { return (.method, inClass) }
    if Class.isPlainData(inClass) { return (.data, .unbound) }
    if inClass.object(isExactly: Types.property), let property = Native.payload(inClass, as: Property.self),
      property.getter.isKind(.function)
    {
      return (.property, property.getter)
    }
    if let wrapper = Native.payload(inClass, as: Wrapper.self), wrapper.value.isKind(.function) {
      return (inClass.object(isExactly: Types.classMethod) ? .classMethod : .static, wrapper.value)
    }
    return nil
  }

  private mutating func learnModule(_ value: Value, _ name: Symbol) {
    let namespace = ModuleObject.namespace(value)
    guard namespace[name] != nil else { return }
    module = value.object.pointee.shape
    variable = namespace.cell(name)
  }
}

/// What an assignment to an attribute remembers: for one shape of instances the slot, and the shape that instances have
/// afterwards where the attribute is new to them.
struct StoreCache {
  private struct Known {
    var slot = 0
    /// The shape with the attribute, where it is new. It lives as long as any instance has the shape before it.
    var grown: Unmanaged<Shape>?
  }

  private var cache = ShapeCache(empty: Known())

  /// Made by `start`, as a `let` would be tested for having been made at each use.
  private nonisolated(unsafe) static var table: ShapeTable<Known>! = nil

  /// Makes the table; called once, before any code runs.
  static func start() { table = ShapeTable(size: 512, empty: Known()) }

  /// Assigns if the cache speaks of this value; says whether it did.
  @inline(__always)
  func store(_ newValue: Value, in value: Value) -> Bool {
    guard cache.holds(value) else { return false }
    if let grown = cache.known.grown {
      grown.read { Instance.add(value.object, $0, newValue) }
    } else {
      value.object.as(InstanceLayout.self).pointee.slots[cache.known.slot] = newValue
    }
    return true
  }

  /// Whether the cache speaks of this value once the table of all assignments was asked.
  @inline(never)
  mutating func recalls(_ value: Value, _ name: Symbol) -> Bool { cache.recalls(value, name, StoreCache.table) }

  /// Learns from an assignment that has been made to a value that had the shape `before`, 0 for no instance.
  @inline(never)
  mutating func learn(_ value: Value, _ name: Symbol, before: UInt32) {
    guard before != 0, value.isKind(.instance) else { return }
    let after = Shape.of(value.object)
    guard let slot = after.slot(name) else { return }
    let cls = Types.cls(value)
    if let hook = cls.lookup(.__setattr__), Attributes.isOwnHook(hook) { return }
    if !Attributes.meansSlot(name, after, cls.lookup(name)) { return }
    var learned = Known(slot: slot)
    if after.id != before {
      // Only an attribute that came last, by one step, is the same step for every instance of the shape before.
      guard slot == after.count - 1, after.parentID == before else { return }
      learned.grown = Unmanaged.passUnretained(after)
    }
    cache.remember(learned, before, name, StoreCache.table)
  }
}
