/// Attributes of any value: Python's lookup with descriptors.
public enum Attributes {
  /// `value.name`; raises `AttributeError` when there is none.
  @inline(never)
  public static func get(_ value: Value, _ name: Symbol) throws(Raised) -> Value {
    if let found = try find(value, name) { return found }
    throw missing(value, name)
  }

  /// `value.name` by its text; raises `AttributeError` when there is none.
  public static func get(_ value: Value, _ name: String) throws(Raised) -> Value { try get(value, Symbol(name)) }

  /// `value.name`, or nil when there is none; other exceptions pass.
  public static func find(_ value: Value, _ name: Symbol) throws(Raised) -> Value? {
    do throws(Raised) {
      return try Types.of(value).borrow { (cls) throws(Raised) -> Value? in try find(value, cls, name) }
    } catch { throw attempt(error, value, name) }
  }

  /// Tells an `AttributeError` of an object's own methods which attribute was asked for, if it doesn't know of any.
  static func attempt(_ error: Raised, _ value: Value, _ name: Symbol) -> Raised {
    let raised = Interpreter.raised
    guard Exceptions.isA(raised, .attributeError), Instance.get(raised, .name)?.isNone != false,
      Instance.get(raised, .obj)?.isNone != false
    else { return error }
    Instance.set(raised, .name, name.value)
    Instance.set(raised, .obj, value)
    return error
  }

  private static func find(_ value: Value, _ cls: Class, _ name: Symbol) throws(Raised) -> Value? {
    if cls.isUserDefined, let hook = cls.lookup(.__getattribute__), isOwnHook(hook) {
      do throws(Raised) { return try Call.method(hook, of: value, name.value) } catch {
        return try fallback(value, cls, name, error)
      }
    }
    do throws(Raised) {
      if let found = try findPlain(value, cls, name) { return found }
    } catch {
      return try fallback(value, cls, name, error)
    }
    if value.isKind(.module) { return try ModuleObject.fallback(ModuleObject.namespace(value), name) }
    guard cls.isUserDefined, let hook = cls.lookup(.__getattr__) else { return nil }
    return try Call.method(hook, of: value, name.value)
  }

  /// `value.name`, or nil when there is none, also where that is said by an `AttributeError` of the object's own methods.
  static func lookUp(_ value: Value, _ name: Symbol) throws(Raised) -> Value? {
    do throws(Raised) { return try find(value, name) } catch {
      if Exceptions.isA(Interpreter.raised, .attributeError) { return nil }
      throw error
    }
  }

  /// Whether what a class has as `__getattribute__`, `__setattr__` or `__delattr__` is not the built-in way.
  static func isOwnHook(_ hook: Value) -> Bool {
    if hook.isKind(.function) { return true }
    guard hook.isKind(.nativeFunction) else { return true }
    // A method borrowed from another type, such as `__setattr__ = dict.__setitem__`.
    return !NativeFunction.of(hook).isAttributeHook
  }

  private static func fallback(_ value: Value, _ cls: Class, _ name: Symbol, _ error: Raised) throws(Raised) -> Value? {
    guard Exceptions.isA(Interpreter.raised, .attributeError), cls.isUserDefined, let hook = cls.lookup(.__getattr__)
    else { throw error }
    return try Call.method(hook, of: value, name.value)
  }

  /// The lookup of `object.__getattribute__`.
  static func findPlain(_ value: Value, _ cls: Class, _ name: Symbol) throws(Raised) -> Value? {
    if value.isKind(.class) { return try findOnClass(ClassObject.cls(value), value, name) }
    if cls.reference.toOpaque() == Types.superObject.toOpaque() { return try SuperObject.get(value, name) }
    let inClass = cls.lookup(name)
    if let inClass, isDataDescriptor(inClass), hasGetter(inClass) { return try bind(inClass, value) }
    if let own = own(value, name) { return own }
    if let inClass { return try bind(inClass, value) }
    return try Builtins.computedAttribute(value, cls, name)
  }

  /// The attribute that a value has of itself, no class asked: not one in a slot, which a descriptor of the class leads to.
  static func own(_ value: Value, _ name: Symbol) -> Value? {
    guard value.isObject else { return nil }
    switch value.object.pointee.kind {
    case .instance: return Shape.of(value.object).hides(name) ? nil : Instance.get(value, name)
    case .module: return ModuleObject.namespace(value)[name]
    default:
      if Types.of(value).read({ $0.isUserDefined && !$0.hasAttributes }) { return nil }
      guard let bag = bag(value), !bag.isUnbound else { return nil }
      return Instance.get(bag, name)
    }
  }

  /// The side object that holds the attributes of functions and of instances of built-in types' subclasses; unbound
  /// when there is none yet, nil for values that can't have any.
  static func bag(_ value: Value) -> Value? {
    guard value.isObject else { return nil }
    switch value.object.pointee.kind {
    case .function: return value.object.as(FunctionLayout.self).pointee.attributes
    case .list: return value.object.as(ListLayout.self).pointee.attributes
    case .dict: return value.object.as(DictLayout.self).pointee.attributes
    case .set: return value.object.as(SetLayout.self).pointee.attributes
    case .native: return value.object.as(NativeLayout.self).pointee.attributes
    case .str, .tuple, .bigInt, .float, .bytes: return SideBags.get(value.object)
    default: return nil
    }
  }

  /// The side object, made now if there is none.
  ///
  /// - Parameter own: what the new one's class is, for a type that hides attributes of its own in it.
  static func makeBag(_ value: Value, of own: Class? = nil) -> Value? {
    guard let old = bag(value) else { return nil }
    guard old.isUnbound else { return old }
    let plain = value.isKind(.function) ? Types.functionBag : Types.object
    let fresh = Instance.make(own ?? plain.unsafelyUnwrapped.takeUnretainedValue())
    switch value.object.pointee.kind {
    case .function: value.object.as(FunctionLayout.self).pointee.attributes = fresh
    case .list: value.object.as(ListLayout.self).pointee.attributes = fresh
    case .dict: value.object.as(DictLayout.self).pointee.attributes = fresh
    case .set: value.object.as(SetLayout.self).pointee.attributes = fresh
    case .str, .tuple, .bigInt, .float, .bytes: SideBags.set(value.object, fresh)
    default: value.object.as(NativeLayout.self).pointee.attributes = fresh
    }
    return fresh
  }

  private static func findOnClass(_ cls: Class, _ value: Value, _ name: Symbol) throws(Raised) -> Value? {
    let meta = Types.cls(value)
    let inMeta = meta.lookup(name)
    if let inMeta, isDataDescriptor(inMeta), hasGetter(inMeta) { return try bind(inMeta, value) }
    if let found = cls.lookup(name) { return try bindToClass(found, cls) }
    if let inMeta { return try bind(inMeta, value) }
    return try Builtins.computedClassAttribute(cls, name)
  }

  /// What the built-in descriptors' own `__get__` gives, whatever a class derived from theirs does.
  static func builtinGet(_ found: Value, _ instance: Value, _ owner: Value?) throws(Raised) -> Value {
    if let property = Native.payload(found, as: Property.self) {
      return instance.isNone ? found : try property.get(instance)
    }
    if let wrapper = Native.payload(found, as: Wrapper.self) {
      return try wrapper.bound(found, owner ?? Types.cls(instance).value)
    }
    return instance.isNone ? found : try bind(found, instance)
  }

  /// What an attribute found on a class becomes when read through the class.
  static func bindToClass(_ found: Value, _ cls: Class) throws(Raised) -> Value {
    guard found.isObject else { return found }
    switch found.object.pointee.kind {
    case .function, .nativeFunction, .class, .str, .tuple, .list, .dict: return found
    default: break
    }
    if !Types.cls(found).isUserDefined, let wrapper = Native.payload(found, as: Wrapper.self) {
      return try wrapper.bound(found, cls.value)
    }
    if let getter = userGetter(found) { return try Call.call(getter, found, .none, cls.value) }
    return found
  }

  /// What an attribute found on a value's class becomes when read through the value.
  @inline(never)
  static func bind(_ found: Value, _ value: Value) throws(Raised) -> Value {
    guard found.isObject else { return found }
    switch found.object.pointee.kind {
    case .function: return BoundMethod.make(found, value)
    case .nativeFunction:
      let isMethod = found.object.pointee.cls.toOpaque() == Types.methodDescriptor.toOpaque()
      guard isMethod else { return found }
      let method = BoundMethod.make(found, value)
      method.object.pointee.cls = Types.nativeFunction
      return method
    case .native:
      let cls = found.object.pointee.cls.toOpaque()
      if cls == Types.property.toOpaque(), let property = Native.payload(found, as: Property.self) {
        return try property.get(value)
      }
      if let computed = Native.payload(found, as: GetSet.self) {
        try computed.check(value)
        return try computed.get(value)
      }
      if let member = Native.payload(found, as: SlotMember.self) { return try member.get(value) }
      if !Types.cls(found).isUserDefined, let wrapper = Native.payload(found, as: Wrapper.self) {
        return try wrapper.bound(found, Types.cls(value).value)
      }
    case .instance: break
    default: return found
    }
    if let getter = userGetter(found) { return try Call.call(getter, found, value, Types.cls(value).value) }
    return found
  }

  private static func userGetter(_ found: Value) -> Value? {
    let cls = Types.cls(found)
    return cls.lookup(.__get__)
  }

  /// Whether an attribute found on a class goes before the instance's own.
  static func isDataDescriptor(_ found: Value) -> Bool {
    guard found.isObject else { return false }
    switch found.object.pointee.kind {
    case .native, .instance:
      let cls = found.object.pointee.cls.toOpaque()
      if cls == Types.property.toOpaque() || cls == Types.getSet.toOpaque() { return true }
      if Native.payload(found, as: SlotMember.self) != nil { return true }
      let type = Types.cls(found)
      return type.isUserDefined && (type.lookup(.__set__) != nil || type.lookup(.__delete__) != nil)
    default: return false
    }
  }

  /// Whether a data descriptor is asked for the value; one that can only be assigned through is not.
  private static func hasGetter(_ descriptor: Value) -> Bool {
    let type = Types.cls(descriptor)
    return !type.isUserDefined || type.lookup(.__get__) != nil || Native.payload(descriptor, as: Property.self) != nil
  }

  /// Whether a name means what instances of a shape have in their slot of that name, seen what their class has under it.
  static func meansSlot(_ name: Symbol, _ shape: Shape, _ found: Value?) -> Bool {
    if shape.hides(name) { return found.flatMap { Native.payload($0, as: SlotMember.self) } != nil }
    return !(found.map(isDataDescriptor) ?? false)
  }

  /// `value.name = newValue`
  @inline(never)
  public static func set(_ value: Value, _ name: Symbol, _ newValue: Value) throws(Raised) {
    let cls = Types.cls(value)
    if cls.isUserDefined, let hook = cls.lookup(.__setattr__), isOwnHook(hook) {
      _ = try Call.method(hook, of: value, name.value, newValue)
      return
    }
    try setPlain(value, cls, name, newValue)
  }

  /// The assignment of `object.__setattr__`.
  static func setPlain(_ value: Value, _ cls: Class, _ name: Symbol, _ newValue: Value) throws(Raised) {
    if value.isKind(.class) {
      let target = ClassObject.cls(value)
      // A class of the library that CPython has in C has a name of its own for messages.
      guard target.isUserDefined, target.messageName == nil else {
        throw raise(.typeError, "cannot set '\(name.name)' attribute of immutable type '\(target.shownName)'")
      }
      switch name {
      case Symbol(.__name__), Symbol(.__qualname__):
        guard newValue.isKind(.str) else {
          throw raise(
            .typeError, "can only assign string to \(target.name).\(name.name), not '\(Types.name(newValue))'")
        }
        if name == Symbol(.__name__) {
          try ObjectType.checkName(newValue)
          target.name = Str.swift(newValue)
        } else {
          target.qualifiedName = Str.swift(newValue)
        }
      case Symbol(.__mro__): throw raise(.attributeError, "readonly attribute")
      case Symbol(.__dict__): throw raise(.attributeError, "attribute '__dict__' of 'type' objects is not writable")
      case Symbol(.__bases__): throw raise(.typeError, "assigning to \(name.name) of a class is not supported")
      default:
        if name == Symbol(.__module__), newValue.isKind(.str) { target.module = Str.swift(newValue) }
        if let inMeta = Types.cls(value).lookup(name), isDataDescriptor(inMeta), Types.cls(value).isUserDefined {
          return try setOn(inMeta, value, Types.cls(value), name, newValue)
        }
        target.set(name, newValue)
      }
      return
    }
    if let inClass = cls.lookup(name), isDataDescriptor(inClass) {
      return try setOn(inClass, value, cls, name, newValue)
    }
    if name == Symbol(.__class__) || value.isObject && (name == Symbol(.__dict__) || value.isKind(.function)),
      try Builtins.setComputedAttribute(value, name, newValue)
    {
      return
    }
    if value.isKind(.instance), cls.hasAttributes {
      if Shape.of(value.object).hides(name) {
        throw raise(.typeError, "an attribute '\(name.name)' beside the slot of that name is not supported")
      }
      Instance.set(value, name, newValue)
    } else if value.isKind(.module) {
      ModuleObject.namespace(value)[name] = newValue
    } else if value.isObject, cls.hasAttributes || value.isKind(.function), let bag = makeBag(value) {
      Instance.set(bag, name, newValue)
    } else if cls.lookup(name) != nil {
      throw raise(.attributeError, "'\(cls.shownName)' object attribute '\(name.name)' is read-only")
    } else {
      throw closed(value, name)
    }
  }

  /// Assigns through a data descriptor of the value's class.
  private static func setOn(
    _ descriptor: Value, _ value: Value, _ cls: Class, _ name: Symbol, _ newValue: Value
  ) throws(Raised) {
    if descriptor.object(isExactly: Types.property), let property = Native.payload(descriptor, as: Property.self) {
      return try property.set(value, newValue)
    }
    if let computed = Native.payload(descriptor, as: GetSet.self) {
      guard let setter = computed.set else {
        throw raise(.attributeError, "attribute '\(name.name)' of '\(cls.shownName)' objects is not writable")
      }
      try computed.check(value)
      return try setter(value, newValue)
    }
    if let member = Native.payload(descriptor, as: SlotMember.self) { return try member.set(value, newValue) }
    guard let setter = Types.cls(descriptor).lookup(.__set__) else { throw raise(.attributeError, "__set__") }
    _ = try Call.call(setter, descriptor, value, newValue)
  }

  /// `del value.name`
  public static func delete(_ value: Value, _ name: Symbol) throws(Raised) {
    let cls = Types.cls(value)
    if cls.isUserDefined, let hook = cls.lookup(.__delattr__), isOwnHook(hook) {
      _ = try Call.method(hook, of: value, name.value)
      return
    }
    try deletePlain(value, cls, name)
  }

  /// The deletion of `object.__delattr__`.
  static func deletePlain(_ value: Value, _ cls: Class, _ name: Symbol) throws(Raised) {
    if value.isKind(.class) {
      let target = ClassObject.cls(value)
      // A class of the library that CPython has in C has a name of its own for messages.
      guard target.isUserDefined, target.messageName == nil else {
        throw raise(.typeError, "cannot set '\(name.name)' attribute of immutable type '\(target.shownName)'")
      }
      switch name {
      case Symbol(.__name__), Symbol(.__qualname__), Symbol(.__bases__):
        throw raise(.typeError, "cannot delete '\(name.name)' attribute of immutable type '\(target.name)'")
      case Symbol(.__dict__): throw raise(.attributeError, "attribute '__dict__' of 'type' objects is not writable")
      case Symbol(.__mro__): throw raise(.attributeError, "readonly attribute")
      default: break
      }
      if !target.remove(name) { throw missing(value, name) }
      return
    }
    if name == Symbol(.__class__), cls.lookup(name) == nil {
      throw raise(.typeError, "can't delete __class__ attribute")
    }
    if let inClass = cls.lookup(name), isDataDescriptor(inClass) {
      if inClass.object(isExactly: Types.property), let property = Native.payload(inClass, as: Property.self) {
        return try property.delete(value)
      }
      if let member = Native.payload(inClass, as: SlotMember.self) { return try member.delete(value) }
      if Native.payload(inClass, as: GetSet.self) != nil { return try deleteComputed(value, cls, name) }
      if let deleter = Types.cls(inClass).lookup(.__delete__) {
        _ = try Call.call(deleter, inClass, value)
        return
      }
      if Types.cls(inClass).isUserDefined { throw raise(.attributeError, "__delete__") }
    }
    if value.isKind(.function), try Builtins.resetFunctionAttribute(value, name) { return }
    if value.isKind(.instance), Instance.remove(value, name) { return }
    if value.isKind(.module), ModuleObject.namespace(value)[name] != nil {
      ModuleObject.namespace(value)[name] = nil
      return
    }
    let isClosed = cls.isUserDefined && !cls.hasAttributes
    if value.isObject, !isClosed, let bag = bag(value), !bag.isUnbound, Instance.remove(bag, name) { return }
    if isClosed, cls.lookup(name) != nil {
      throw raise(.attributeError, "'\(cls.shownName)' object attribute '\(name.name)' is read-only")
    }
    throw closed(value, name)
  }

  /// The `AttributeError` for a change to a value that can't have attributes: a method speaks of itself here.
  private static func closed(_ value: Value, _ name: Symbol) -> Raised {
    value.object(isExactly: Types.boundMethod)
      ? raise(.attributeError, "'method' object has no attribute '\(name.name)'") : missing(value, name)
  }

  /// `del value.name` for an attribute that is computed.
  private static func deleteComputed(_ value: Value, _ cls: Class, _ name: Symbol) throws(Raised) {
    if name == Symbol(.__dict__), Builtins.dictionary(of: value) != nil {
      if Exceptions.isException(value) { throw raise(.typeError, "cannot delete __dict__") }
      guard let holder = value.isKind(.instance) ? value : makeBag(value) else {
        throw raise(.attributeError, "readonly attribute")
      }
      return InstanceDict.replace(holder, Dict.make())
    }
    if value.isKind(.cell) { return Cell.set(value, .unbound) }
    if let found = cls.lookup(name), let computed = Native.payload(found, as: GetSet.self), computed.deletesToNone {
      try computed.check(value)
      try computed.set?(value, .none)
      return
    }
    if Exceptions.isException(value) {
      if Exceptions.Field.allCases.contains(where: { Symbol($0.name) == name }) {
        throw raise(
          .typeError,
          name == Symbol(.__suppress_context__)
            ? "can't delete numeric/char attribute" : "\(name.name) may not be deleted")
      }
      // The parts of an exception are `None` when they are gone.
      return Instance.set(value, name, .none)
    }
    throw raise(.attributeError, "attribute '\(name.name)' of '\(cls.shownName)' objects is not writable")
  }

  /// The `AttributeError` for a name that a value doesn't have.
  @inline(never)
  static func missing(_ value: Value, _ name: Symbol) -> Raised {
    let text: String
    if value.isKind(.class) {
      text = "type object '\(ClassObject.cls(value).shownName)' has no attribute '\(name.name)'"
    } else if value.isKind(.module) {
      let module = ModuleObject.namespace(value)
      let (before, after) =
        module.isInitializing ? ("partially initialized ", " (most likely due to a circular import)") : ("", "")
      text = "\(before)module '\(module.name)' has no attribute '\(name.name)'\(after)"
    } else {
      // A method in Python is asked for what its function has.
      let isMethod = value.object(isExactly: Types.boundMethod)
      let owner = isMethod ? value.object.as(BoundMethodLayout.self).pointee.function : value
      text = "'\(Types.name(owner))' object has no attribute '\(name.name)'"
    }
    let error = Exceptions.make(ExceptionKind.attributeError.cls, Tuple.make([Str.make(text)]))
    Instance.set(error, .name, name.value)
    Instance.set(error, .obj, value)
    return raise(error)
  }
}

/// Functions with their first argument.
enum BoundMethod {
  @inline(__always)
  static func make(_ function: Value, _ receiver: Value) -> Value {
    let layout = Heap.make(BoundMethodLayout.self, .boundMethod, Types.boundMethod)
    layout.pointee.function = function
    layout.pointee.receiver = receiver
    return Value(Object(OpaquePointer(layout)))
  }
}

/// The state of a `property`.
final class Property: Payload {
  var getter: Value
  var setter: Value
  var deleter: Value
  var doc: Value
  /// The name in the class that it was made in; nil when it isn't in one.
  var name: Value?

  init(getter: Value, setter: Value, deleter: Value, doc: Value) {
    self.getter = getter
    self.setter = setter
    self.deleter = deleter
    self.doc = doc
  }

  override func trace() {
    Heap.mark(getter)
    Heap.mark(setter)
    Heap.mark(deleter)
    Heap.mark(doc)
    if let name { Heap.mark(name) }
  }

  private func refused(_ value: Value, _ accessor: String) -> Raised {
    let owner = "'\(Types.cls(value).qualifiedName)'"
    guard let name else { return raise(.attributeError, "property of \(owner) object has no \(accessor)") }
    // What CPython has in C has no properties.
    let definer = Types.cls(value).mro.first { $0.attributes[Symbol(Str.swift(name))] != nil }
    if let shown = definer?.messageName {
      return raise(.attributeError, "attribute '\(Str.swift(name))' of '\(shown)' objects is not writable")
    }
    return raise(.attributeError, "property '\(Str.swift(name))' of \(owner) object has no \(accessor)")
  }

  /// The same with other accessors: a new one for those that are given.
  func with(getter: Value? = nil, setter: Value? = nil, deleter: Value? = nil) -> Property {
    let result = Property(
      getter: getter ?? self.getter, setter: setter ?? self.setter, deleter: deleter ?? self.deleter, doc: doc)
    result.name = name
    return result
  }

  func get(_ value: Value) throws(Raised) -> Value {
    guard !getter.isNone else { throw refused(value, "getter") }
    return try Call.call(getter, value)
  }

  func set(_ value: Value, _ newValue: Value) throws(Raised) {
    guard !setter.isNone else { throw refused(value, "setter") }
    _ = try Call.call(setter, value, newValue)
  }

  func delete(_ value: Value) throws(Raised) {
    guard !deleter.isNone else { throw refused(value, "deleter") }
    _ = try Call.call(deleter, value)
  }
}
