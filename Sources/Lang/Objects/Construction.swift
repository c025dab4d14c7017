/// Making instances and classes: what calling a class does.
enum Construction {
  /// `object.__new__`, `BaseException.__new__` and `BaseException.__init__`, which need not be called to know what
  /// they do.
  private nonisolated(unsafe) static var plainNew = Value.none
  private nonisolated(unsafe) static var exceptionNew = Value.none
  private nonisolated(unsafe) static var exceptionInit = Value.none

  /// Looks up the built-in constructors; called once they are defined.
  static func start() {
    plainNew = Types.object.takeUnretainedValue().lookup(.__new__) ?? .none
    exceptionNew = Types.baseException.takeUnretainedValue().lookup(.__new__) ?? .none
    exceptionInit = Types.baseException.takeUnretainedValue().lookup(.__init__) ?? .none
  }

  /// `cls(…)`
  static func construct(
    _ cls: Class, _ value: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: KeywordNames?
  ) throws(Raised) -> Value {
    if Types.of(value).toOpaque() == Types.type.toOpaque() {
      return try constructPlain(cls, value, arguments, count, keywords)
    }
    let meta = Types.cls(value)
    if let hook = meta.override(.__call__) {
      return try Call.method(hook, of: value, arguments, count, keywords)
    }
    return try constructPlain(cls, value, arguments, count, keywords)
  }

  /// What `type.__call__` does: `__new__`, then `__init__` if that gave an instance of the class.
  static func constructPlain(
    _ cls: Class, _ value: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: KeywordNames?
  ) throws(Raised) -> Value {
    if keywords == nil, let direct = cls.directMaker {
      let made = try direct.borrow { (direct) throws(Raised) -> Value? in
        try direct.make(Arguments(base: arguments, count: count))
      }
      if let made { return made }
    }
    var maker = cls.lookup(.__new__)
    if let found = maker, found.bits == plainNew.bits, cls.instanceKind != .instance {
      // Another order than the bases' own: how instances are laid out stays their layout's matter.
      maker = layoutBase(cls).lookup(.__new__)
    }
    let instance: Value
    if let maker, maker.bits == plainNew.bits, cls.instanceKind == .instance {
      // `object.__new__` takes anything when `__init__` is the class's own.
      if count > 0 || keywords != nil,
        cls.lookup(.__init__)?.bits == Types.object.read({ $0.lookup(.__init__)?.bits })
      {
        throw raise(.typeError, "\(cls.name)() takes no arguments")
      }
      instance = Instance.make(cls)
      if cls.hasFinalizer { Finalizers.register(instance) }
    } else if let maker, maker.bits == exceptionNew.bits, keywords == nil {
      instance = Exceptions.make(cls, Tuple.make(arguments, count))
      if cls.lookup(.__init__)?.bits == exceptionInit.bits { return instance }
    } else if cls.reference.toOpaque() == Types.str.toOpaque(), count == 1, keywords == nil {
      return try Text.str(arguments[0])
    } else if let maker {
      let function = Native.payload(maker, as: Wrapper.self)?.value ?? maker
      instance = try Call.call(function, receiver: value, arguments, count, keywords)
      if cls.hasFinalizer, cls.instanceKind != .instance, instance.isObject { Finalizers.register(instance) }
      if !Types.isInstance(instance, cls) { return instance }
    } else {
      instance = Instance.make(cls)
    }
    // `__new__` may have made an instance of a class that derives from this one.
    guard let initializer = Types.of(instance).read({ $0.lookup(.__init__) }) else {
      // `object` takes no arguments unless somebody else does something with them.
      if maker == nil && (count > 0 || keywords != nil) {
        throw raise(.typeError, "\(cls.name)() takes no arguments")
      }
      return instance
    }
    let result = try Call.method(initializer, of: instance, arguments, count, keywords)
    guard result.isNone else {
      throw raise(.typeError, "__init__() should return None, not '\(Types.name(result))'")
    }
    return instance
  }

  /// The built-in class whose layout a class's instances have, whatever a metaclass says of the order.
  static func layoutBase(_ cls: Class) -> Class {
    if cls.instanceKind == .instance { return cls.mro.first { !$0.isUserDefined } ?? cls }
    var base = cls
    while base.isUserDefined, let next = base.bases.first(where: { $0.instanceKind == cls.instanceKind }) {
      base = next
    }
    return base
  }

  /// A class from its parts, as a `class` statement or `type(name, bases, dict)` makes it.
  static func makeClass(
    name: String, module: String, bases: [Value], attributes: [(name: Symbol, value: Value)],
    metaclass given: Value?, keywords: [(name: String, value: Value)] = []
  ) throws(Raised) -> Value {
    var parents: [Class] = []
    for base in bases {
      guard base.isKind(.class) else {
        throw raise(.typeError, "bases must be types, not '\(Types.name(base))'")
      }
      parents.append(ClassObject.cls(base))
    }
    if parents.isEmpty { parents = [Types.object.takeUnretainedValue()] }
    for (index, parent) in parents.enumerated() {
      if Builtins.isFinal(parent) { throw raise(.typeError, "type '\(parent.name)' is not an acceptable base type") }
      if parents[..<index].contains(where: { $0 === parent }) {
        throw raise(.typeError, "duplicate base class \(parent.name)")
      }
    }
    guard let mro = Class.linearize(parents) else {
      let names = parents.map(\.name).joined(separator: ", ")
      throw raise(
        .typeError, "Cannot create a consistent method resolution\norder (MRO) for bases \(names)")
    }
    let metaclass = try chooseMetaclass(parents, given)
    let layoutBase = try chooseLayout(parents)
    let slots = try Slots.read(attributes, parents, layoutBase.instanceKind, className: name)
    let cls = Class(
      name: name, module: module, bases: parents, mro: mro, kind: layoutBase.instanceKind, metaclass: metaclass,
      isUserDefined: true, hasAttributes: slots.hasAttributes, hidden: slots.hidden)
    let value = cls.value
    cls.hasWeakReferences = slots.hasWeakReferences
    for (name, attribute) in attributes {
      if name == Symbol("__classcell__") {
        guard attribute.isKind(.cell) else {
          throw raise(
            .typeError,
            "type.__new__: __classcell__ must be a nonlocal cell, not \(Str.swift(try Text.repr(Types.cls(attribute).value)))"
          )
        }
        Cell.set(attribute, value)
      } else if name == Symbol(.__qualname__) {
        guard attribute.isKind(.str) else {
          throw raise(.typeError, "type __qualname__ must be a str, not \(Types.name(attribute))")
        }
        cls.qualifiedName = Str.swift(attribute)
      } else {
        cls.set(name, attribute)
      }
    }
    if let module = cls.attributes[Symbol(.__module__)], module.isKind(.str) { cls.module = Str.swift(module) }
    for name in slots.names { cls.set(name, SlotMember.make(name, cls)) }
    if metaclass.isUserDefined { try applyOwnOrder(cls, metaclass) }
    for hook in [KnownName.__init_subclass__, .__class_getitem__] {
      if let function = cls.attributes[Symbol(hook)], function.isKind(.function) {
        cls.set(Symbol(hook), Native.make(Types.classMethod.takeUnretainedValue(), Wrapper(function)))
      }
    }
    if let maker = cls.attributes[Symbol(.__new__)], maker.isKind(.function) {
      cls.set(Symbol(.__new__), Native.make(Types.staticMethod.takeUnretainedValue(), Wrapper(maker)))
    }
    if slots.hasAttributes, cls.instanceKind != .class, !parents.contains(where: \.hasAttributes) {
      // A class may have a property of that name.
      if cls.attributes[Symbol(.__dict__)] == nil { cls.set(Symbol(.__dict__), ObjectType.dictDescriptor) }
      if cls.attributes[Symbol("__weakref__")] == nil { cls.set("__weakref__", ObjectType.weakrefDescriptor) }
    } else if slots.hasWeakReferences, !parents.contains(where: { $0.isUserDefined && $0.hasWeakReferences }) {
      cls.set("__weakref__", ObjectType.weakrefDescriptor)
    }
    if cls.attributes[Symbol(.__doc__)] == nil { cls.set(Symbol(.__doc__), .none) }
    if cls.attributes[Symbol(.__eq__)] != nil, cls.attributes[Symbol(.__hash__)] == nil {
      cls.set(Symbol(.__hash__), .none)
    }
    for (name, attribute) in attributes {
      if attribute.isKind(.instance) || attribute.isKind(.native), let hook = Types.cls(attribute).lookup(.__set_name__)
      {
        do throws(Raised) { _ = try Call.call(hook, attribute, value, name.value) } catch {
          throw setNameError(error, attribute, name, cls)
        }
      }
    }
    for parent in cls.mro.dropFirst() {
      // `object`'s own has nothing to do but to refuse keywords.
      if keywords.isEmpty, parent.reference.toOpaque() == Types.object.toOpaque() { break }
      guard let hook = parent.attributes[Symbol(.__init_subclass__)] else { continue }
      _ = try Call.call(Native.payload(hook, as: Wrapper.self)?.value ?? hook, [value], keywords: keywords)
      return value
    }
    if let extra = keywords.first {
      throw raise(.typeError, "\(name).__init_subclass__() takes no keyword arguments ('\(extra.name)')")
    }
    return value
  }

  /// Has a metaclass's own `mro` say where a class looks for its attributes.
  private static func applyOwnOrder(_ cls: Class, _ metaclass: Class) throws(Raised) {
    guard let hook = metaclass.lookup(Symbol("mro")), hook.isKind(.function) else { return }
    var order: [Class] = []
    try Iteration.forEach(try Call.call(hook, cls.value)) { (item) throws(Raised) in
      guard item.isKind(.class) else {
        throw raise(.typeError, "mro() returned a non-class ('\(Types.name(item))')")
      }
      order.append(ClassObject.cls(item))
    }
    cls.reorder(order)
  }

  /// Raises `TypeError` for keywords that a built-in type doesn't take. A subclass whose other constructor is its own
  /// may take them there: then they are passed over.
  static func refuseKeywords(
    _ keywords: Value, _ name: String, ifPlain other: KnownName, _ cls: Class, _ base: Unmanaged<Class>
  ) throws(Raised) {
    guard Dict.count(keywords) > 0,
      cls.lookup(other)?.bits == base.takeUnretainedValue().lookup(other)?.bits
    else { return }
    throw raise(.typeError, "\(name)() takes no keyword arguments")
  }

  /// The `RuntimeError` for a `__set_name__` that raised; it names the attribute, and what was raised is its cause.
  private static func setNameError(_ error: Raised, _ attribute: Value, _ name: Symbol, _ cls: Class) -> Raised {
    let cause = Interpreter.raised
    let shown = "'\(name.name)'"
    let wrapper = Exceptions.make(
      ExceptionKind.runtimeError.cls,
      Tuple.make([
        Str.make("Error calling __set_name__ on '\(Types.name(attribute))' instance \(shown) in '\(cls.name)'")
      ]))
    Exceptions.set(wrapper, .cause, cause)
    Exceptions.set(wrapper, .context, cause)
    Exceptions.set(wrapper, .suppressContext, .yes)
    return raise(wrapper)
  }

  /// The most derived of the metaclasses of a class being made.
  static func chooseMetaclass(_ parents: [Class], _ given: Value?) throws(Raised) -> Class {
    var best = given.map { ClassObject.cls($0) } ?? Types.type.takeUnretainedValue()
    for parent in parents {
      guard let meta = parent.metaclass else { continue }
      if meta.isSubclass(of: best) {
        best = meta
      } else if !best.isSubclass(of: meta) {
        throw raise(
          .typeError,
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of "
            + "all its bases")
      }
    }
    return best
  }

  /// The base whose layout instances have: the one built-in type among the ancestors.
  private static func chooseLayout(_ parents: [Class]) throws(Raised) -> Class {
    var best = parents[0]
    for parent in parents.dropFirst() where parent.instanceKind != .instance {
      if best.instanceKind != .instance && best.instanceKind != parent.instanceKind {
        throw raise(.typeError, "multiple bases have instance lay-out conflict")
      }
      best = parent
    }
    let widest = Class.widestLayout(parents)?.rootShape.hiddenNames ?? []
    for parent in parents where !widest.starts(with: parent.rootShape.hiddenNames) {
      throw raise(.typeError, "multiple bases have instance lay-out conflict")
    }
    return best
  }
}
