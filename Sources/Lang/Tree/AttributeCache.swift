/// What an attribute access remembers: for one shape of instances what the name stands for, or for one module where its
/// variable stands.
///
/// A shape implies its class; the epoch tells that no class has changed since.
struct AttributeCache {
  /// What a name stands for.
  enum Kind {
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

  private var shape: UInt32 = 0
  private var epoch: UInt32 = 0
  private(set) var kind = Kind.slot
  private(set) var slot = 0
  /// What the class has; alive as long as the epoch is the same.
  private(set) var found = Value.unbound
  /// The module's own number; 0 for none. Its address could become another one's.
  private var module: UInt32 = 0
  /// Where the module's variable stands, for as long as the module lives.
  private var variable: UnsafeMutablePointer<Value>?

  /// Whether the cache speaks of this value, an instance.
  @inline(__always)
  func holds(_ value: Value) -> Bool {
    value.isObject && value.object.pointee.shape == shape && shape != 0 && epoch == Class.epoch
      && value.object.pointee.kind == .instance
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
    if let slot = Shape.of(value.object).slot(name) {
      if let inClass, Attributes.isDataDescriptor(inClass), Native.payload(inClass, as: SlotMember.self) == nil {
        return
      }
      self.slot = slot
      kind = .slot
    } else {
      // Attributes in a dict may hide what the class has any time.
      guard let inClass, !Shape.of(value.object).isDict, learnClass(inClass) else { return }
    }
    shape = value.object.pointee.shape
    epoch = Class.epoch
  }

  private mutating func learnClass(_ inClass: Value) -> Bool {
    if inClass.isKind(.function) {
      kind = .method
      found = inClass
    } else if Class.isPlainData(inClass) {
      kind = .data
    } else if inClass.object(isExactly: Types.property), let property = Native.payload(inClass, as: Property.self),
      property.getter.isKind(.function)
    {
      kind = .property
      found = property.getter
    } else if let wrapper = Native.payload(inClass, as: Wrapper.self), wrapper.value.isKind(.function) {
      kind = inClass.object(isExactly: Types.classMethod) ? .classMethod : .static
      found = wrapper.value
    } else {
      return false
    }
    return true
  }

  private mutating func learnModule(_ value: Value, _ name: Symbol) {
    let namespace = ModuleObject.namespace(value)
    guard namespace[name] != nil else { return }
    module = value.object.pointee.shape
    variable = namespace.cell(name)
  }
}
