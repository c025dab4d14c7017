/// `object`, `type`, `property`, `staticmethod`, `classmethod` and `super`.
enum ObjectType {
  static func install() {
    let object = Types.object.takeUnretainedValue()
    object.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      if a[0].isObject, Types.cls(a[0]).isUserDefined { return Str.make(Text.objectRepr(a[0])) }
      return try Text.plainRepr(a[0])
    }
    for type in [
      Types.int, Types.bool, Types.float, Types.bytes, Types.bytearray, Types.list, Types.tuple, Types.dict, Types.set,
      Types.frozenset,
    ] {
      type?.takeUnretainedValue().method("__repr__", "self, /") { (a) throws(Raised) -> Value in
        try Text.plainRepr(a[0])
      }
    }
    object.method("__str__", "self, /") { (a) throws(Raised) -> Value in try Text.repr(a[0]) }
    object.method("__format__", "self, format_spec, /") { (a) throws(Raised) -> Value in
      guard a[1].isKind(.str) else {
        throw raise(.typeError, "__format__() argument must be str, not \(Text.describeType(a[1]))")
      }
      guard Str.length(a[1]) == 0 else {
        throw raise(.typeError, "unsupported format string passed to \(Types.name(a[0])).__format__")
      }
      return try Text.str(a[0])
    }
    object.method("__eq__", "self, value, /") { (a) throws(Raised) -> Value in
      a[0].bits == a[1].bits ? .yes : .notImplemented
    }
    object.method("__ne__", "self, value, /") { (a) throws(Raised) -> Value in
      guard let method = Types.cls(a[0]).lookup(.__eq__), !method.isNone else { return .notImplemented }
      let equal = try Call.call(try Attributes.bind(method, a[0]), a[1])
      return equal.isNotImplemented ? equal : Value(!(try Operations.truth(equal)))
    }
    object.method("__setattr__", "self, name, value, /") { (a) throws(Raised) -> Value in
      try Attributes.setPlain(a[0], Types.cls(a[0]), try Builtins.attributeName(a[1]), a[2])
      return .none
    }
    object.method("__delattr__", "self, name, /") { (a) throws(Raised) -> Value in
      try Attributes.deletePlain(a[0], Types.cls(a[0]), try Builtins.attributeName(a[1]))
      return .none
    }
    object.method("__getattribute__", "self, name, /") { (a) throws(Raised) -> Value in
      let name = try Builtins.attributeName(a[1])
      if let found = try Attributes.findPlain(a[0], Types.cls(a[0]), name) { return found }
      throw Attributes.missing(a[0], name)
    }
    object.classMethod("__init_subclass__", "cls, /, **kwargs") { (a) throws(Raised) -> Value in
      guard Dict.count(a[1]) == 0 else {
        throw raise(.typeError, "\(ClassObject.cls(a[0]).name).__init_subclass__() takes no keyword arguments")
      }
      return .none
    }
    object.method("__init__", "self, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      guard Tuple.items(a[1]).count > 0 || Dict.count(a[2]) > 0 else { return .none }
      let cls = Types.cls(a[0])
      let object = Types.object.takeUnretainedValue()
      if cls.lookup(.__init__)?.bits != object.lookup(.__init__)?.bits {
        throw raise(.typeError, "object.__init__() takes exactly one argument (the instance to initialize)")
      }
      if cls.instanceKind == .instance, cls.lookup(.__new__)?.bits == object.lookup(.__new__)?.bits {
        throw raise(.typeError, "\(cls.name).__init__() takes exactly one argument (the instance to initialize)")
      }
      return .none
    }
    object.staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      let cls = ClassObject.cls(a[0])
      guard cls.instanceKind == .instance else {
        throw raise(.typeError, "object.__new__(\(cls.name)) is not safe, use \(cls.name).__new__()")
      }
      if cls.isSubclass(of: Types.baseException.takeUnretainedValue()) {
        throw raise(.typeError, "object.__new__(\(cls.name)) is not safe, use \(cls.name).__new__()")
      }
      // What `__init__` doesn't take, and a `__new__` of its own doesn't hand on, is too much.
      let object = Types.object.takeUnretainedValue()
      if Tuple.items(a[1]).count > 0 || Dict.count(a[2]) > 0 {
        let hasOwnNew = cls.lookup(.__new__)?.bits != object.lookup(.__new__)?.bits
        if hasOwnNew {
          throw raise(.typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
        }
        if cls.lookup(.__init__)?.bits == object.lookup(.__init__)?.bits {
          throw raise(.typeError, "\(cls.name)() takes no arguments")
        }
      }
      let instance = Instance.make(cls)
      if cls.hasFinalizer { Finalizers.register(instance) }
      return instance
    }
    for (type, only) in [
      (Types.none, Value.none), (Types.ellipsis, .ellipsis), (Types.notImplemented, .notImplemented),
    ] {
      guard let type else { continue }
      let name = type.takeUnretainedValue().name
      type.takeUnretainedValue().staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
        guard Tuple.items(a[1]).isEmpty, Dict.count(a[2]) == 0 else {
          throw raise(.typeError, "\(name) takes no arguments")
        }
        return only
      }
    }
    installType()
    installDescriptors()
    SuperObject.install()
  }

  /// What stands for `__dict__` and `__weakref__` among the attributes of a class whose instances have them.
  nonisolated(unsafe) static var dictDescriptor = Value.none
  nonisolated(unsafe) static var weakrefDescriptor = Value.none

  private static func installType() {
    let type = Types.type.takeUnretainedValue()
    dictDescriptor = Heap.pin(
      Native.make(
        Types.getSet.takeUnretainedValue(),
        GetSet(
          name: "__dict__",
          get: { (v) throws(Raised) -> Value in
            // The instances of a metaclass are classes.
            v.isKind(.class) ? MappingProxy.make(v) : Builtins.dictionary(of: v) ?? .none
          },
          set: { (v, new) throws(Raised) in
            _ = try Builtins.setComputedAttribute(v, Symbol(.__dict__), new)
          })))
    weakrefDescriptor = Heap.pin(
      Native.make(
        Types.getSet.takeUnretainedValue(),
        GetSet(name: "__weakref__", get: { (_) throws(Raised) -> Value in .none }, set: nil)))
    type.property("__dict__", get: { (v) throws(Raised) -> Value in MappingProxy.make(v) })
    for name in [KnownName.__name__, .__qualname__, .__module__, .__doc__, .__mro__, .__bases__] {
      type.property(
        name.rawValue,
        get: { (v) throws(Raised) -> Value in
          try Builtins.computedClassAttribute(ClassObject.cls(v), Symbol(name)) ?? .none
        })
    }
    type.property(
      "__annotations__",
      get: { (v) throws(Raised) -> Value in
        guard let found = try Builtins.computedClassAttribute(ClassObject.cls(v), Symbol(.__annotations__)) else {
          throw Attributes.missing(v, Symbol(.__annotations__))
        }
        return found
      },
      set: { (v, new) throws(Raised) in ClassObject.cls(v).set(Symbol(.__annotations__), new) })
    type.staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      let given = Tuple.items(a[1])
      // Only `type` itself tells the class of an object.
      let isType = a[0].bits == Types.type.takeUnretainedValue().value.bits
      if isType, given.count == 1 {
        if Dict.count(a[2]) == 0 { return Types.cls(given[0]).value }
        throw raise(.typeError, "type() takes no keyword arguments")
      }
      guard given.count == 3 else {
        throw raise(
          .typeError,
          isType ? "type() takes 1 or 3 arguments" : "type.__new__() takes exactly 3 arguments (\(given.count) given)")
      }
      for (index, (kind, name)) in [(Kind.str, "str"), (.tuple, "tuple"), (.dict, "dict")].enumerated()
      where !given[index].isKind(kind) {
        throw raise(
          .typeError, "type.__new__() argument \(index + 1) must be \(name), not \(Types.name(given[index]))")
      }
      try checkName(given[0])
      for (key, _) in Dict.pairs(given[2]) where !key.isKind(.str) {
        throw raise(.typeError, "type() keys must be strings")
      }
      for base in Tuple.items(given[1]) where !base.isKind(.class) {
        if try Attributes.lookUp(base, Symbol("__mro_entries__")) != nil {
          throw raise(.typeError, "type() doesn't support MRO entry resolution; use types.new_class()")
        }
      }
      // The metaclass of a base goes before the one that was called.
      let parents = Tuple.items(given[1]).filter { $0.isKind(.class) }.map { ClassObject.cls($0) }
      let winner = try Construction.chooseMetaclass(parents, a[0])
      let keywords = Dict.pairs(a[2]).map { (Str.swift($0.key), $0.value) }
      if winner.value.bits != a[0].bits, let maker = winner.lookup(.__new__),
        maker.bits != Types.type.takeUnretainedValue().lookup(.__new__)?.bits
      {
        let unwrapped = Native.payload(maker, as: Wrapper.self)?.value ?? maker
        return try Call.call(unwrapped, [winner.value] + given, keywords: keywords)
      }
      let attributes = Dict.pairs(given[2]).map { (name: Symbol($0.key), value: $0.value) }
      return try Construction.makeClass(
        name: Str.swift(given[0]), module: CallSite.take().map { Str.swift($0.namespace.shownName) } ?? "__main__",
        bases: Array(Tuple.items(given[1])), attributes: attributes,
        metaclass: a[0], keywords: keywords)
    }
    type.method("__init__", "self, /, *args, **kwargs") { (_) throws(Raised) -> Value in .none }
    type.method("__call__", "self, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      let positional = Array(Tuple.items(a[1]))
      let named = Dict.pairs(a[2])
      return try Call.withValues(positional.count + named.count) { (values) throws(Raised) -> Value in
        for (index, value) in (positional + named.map(\.value)).enumerated() { values[index] = value }
        return try Construction.constructPlain(
          ClassObject.cls(a[0]), a[0], values, positional.count,
          named.isEmpty ? nil : KeywordNames(named.map { Symbol($0.key) }))
      }
    }
    type.classMethod("__prepare__", "cls, /, *args, **kwargs") { (_) throws(Raised) -> Value in Dict.make() }
    type.method("__instancecheck__", "cls, instance, /") { (a) throws(Raised) -> Value in
      Value(try ClassMembership.isPlainInstance(a[1], a[0]))
    }
    type.method("__subclasscheck__", "cls, subclass, /") { (a) throws(Raised) -> Value in
      Value(try ClassMembership.isPlainSubclass(a[1], a[0]))
    }
    for name in ["__or__", "__ror__"] {
      type.method(name, "self, other, /") { (a) throws(Raised) -> Value in
        guard UnionType.isOperand(a[0]), UnionType.isOperand(a[1]) else { return .notImplemented }
        return name == "__or__" ? try UnionType.make(a[0], a[1]) : try UnionType.make(a[1], a[0])
      }
    }
    type.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      Str.make("<class '\(Text.className(ClassObject.cls(a[0])))'>")
    }
    type.method("mro", "self, /") { (a) throws(Raised) -> Value in
      List.make(ClassObject.cls(a[0]).mro.map(\.value))
    }
    Types.none.takeUnretainedValue().set(Symbol(.__doc__), .none)
  }

  /// Refuses what no class can be named.
  static func checkName(_ name: Value) throws(Raised) {
    if Str.bytes(name).contains(0) { throw raise(.valueError, "type name must not contain null characters") }
  }

  /// Gives an instance of a subclass of `property` its getter's docstring: the class's own would hide that.
  private static func copyDoc(to property: Value) throws(Raised) {
    guard Types.cls(property).isUserDefined, let state = Native.payload(property, as: Property.self) else { return }
    var doc = state.doc
    if doc.isNone, !state.getter.isNone { doc = try Attributes.find(state.getter, Symbol(.__doc__)) ?? .none }
    if !doc.isNone { try Attributes.set(property, Symbol(.__doc__), doc) }
  }

  private static func installDescriptors() {
    let property = Types.property.takeUnretainedValue()
    property.staticMethod("__new__", "cls, fget=None, fset=None, fdel=None, doc=None") {
      (a) throws(Raised) -> Value in
      let made = Native.make(
        ClassObject.cls(a[0]),
        Property(
          getter: a.optional(1) ?? .none, setter: a.optional(2) ?? .none, deleter: a.optional(3) ?? .none,
          doc: a.optional(4) ?? .none))
      try copyDoc(to: made)
      return made
    }
    let parts: [(String, (Property, Value) -> Property)] = [
      ("getter", { $0.with(getter: $1) }), ("setter", { $0.with(setter: $1) }), ("deleter", { $0.with(deleter: $1) }),
    ]
    for (name, change) in parts {
      property.method(name, "self, function, /") { (a) throws(Raised) -> Value in
        guard let state = Native.payload(a[0], as: Property.self) else { return .none }
        let made = Native.make(Types.cls(a[0]), change(state, a[1]))
        try copyDoc(to: made)
        return made
      }
    }
    property.method("__set_name__", "self, /, *args") { (a) throws(Raised) -> Value in
      let given = Tuple.items(a[1])
      guard given.count == 2 else {
        throw raise(.typeError, "__set_name__() takes 2 positional arguments but \(given.count) were given")
      }
      Native.payload(a[0], as: Property.self)?.name = given[1]
      return .none
    }
    property.property(
      "__doc__",
      get: { (v) throws(Raised) -> Value in
        guard let state = Native.payload(v, as: Property.self) else { return .none }
        guard state.doc.isNone, !state.getter.isNone else { return state.doc }
        return try Attributes.find(state.getter, Symbol(.__doc__)) ?? .none
      }, set: { (v, doc) throws(Raised) -> Void in Native.payload(v, as: Property.self)?.doc = doc })
    let accessors: [(String, (Property) -> Value)] = [
      ("fget", { $0.getter }), ("fset", { $0.setter }), ("fdel", { $0.deleter }),
    ]
    for (name, get) in accessors {
      property.property(
        name, get: { (v) throws(Raised) -> Value in Native.payload(v, as: Property.self).map(get) ?? .none },
        set: { (_, _) throws(Raised) in throw raise(.attributeError, "readonly attribute") })
    }
    property.property(
      "__isabstractmethod__",
      get: { (v) throws(Raised) -> Value in
        guard let state = Native.payload(v, as: Property.self) else { return .no }
        for accessor in [state.getter, state.setter, state.deleter] where !accessor.isNone {
          if let flag = try Attributes.find(accessor, Symbol("__isabstractmethod__")), try Operations.truth(flag) {
            return .yes
          }
        }
        return .no
      })
    property.method("__set__", "self, instance, value, /") { (a) throws(Raised) -> Value in
      try Native.payload(a[0], as: Property.self)?.set(a[1], a[2])
      return .none
    }
    property.method("__delete__", "self, instance, /") { (a) throws(Raised) -> Value in
      try Native.payload(a[0], as: Property.self)?.delete(a[1])
      return .none
    }
    for type in [Types.staticMethod, Types.classMethod] {
      if let type { installWrapper(type.takeUnretainedValue()) }
    }
    Types.staticMethod.takeUnretainedValue().method("__call__", "self, /, *args, **kwargs") {
      (a) throws(Raised) -> Value in
      try Call.call(
        Native.payload(a[0], as: Wrapper.self)?.value ?? .none, Array(Tuple.items(a[1])),
        keywords: Dict.pairs(a[2]).map { (Str.swift($0.key), $0.value) })
    }
  }

  /// `staticmethod` or `classmethod`.
  private static func installWrapper(_ type: Class) {
    type.staticMethod("__new__", "cls, function, /") { (a) throws(Raised) -> Value in
      let value = Native.make(ClassObject.cls(a[0]), Wrapper(a[1]))
      for name in [KnownName.__module__, .__name__, .__qualname__, .__doc__, .__annotations__] {
        do throws(Raised) {
          if let found = try Attributes.find(a[1], Symbol(name)), let bag = Attributes.makeBag(value) {
            Instance.set(bag, name, found)
          }
        } catch { guard Exceptions.isA(Interpreter.raised, .attributeError) else { throw error } }
      }
      return value
    }
    for name in ["__func__", "__wrapped__"] {
      type.property(
        name, get: { (v) throws(Raised) -> Value in Native.payload(v, as: Wrapper.self)?.value ?? .none },
        set: { (_, _) throws(Raised) in throw raise(.attributeError, "readonly attribute") })
    }
    type.property(
      "__isabstractmethod__",
      get: { (v) throws(Raised) -> Value in
        guard let inner = Native.payload(v, as: Wrapper.self)?.value,
          let flag = try Attributes.find(inner, Symbol("__isabstractmethod__"))
        else { return .no }
        return Value(try Operations.truth(flag))
      })
    type.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      let inner = Native.payload(a[0], as: Wrapper.self)?.value ?? .none
      return Str.make("<\(type.name)(\(Str.swift(try Text.repr(inner))))>")
    }
  }
}

/// `super`: looks a name up behind a class in the method resolution order of a value.
final class SuperObject: Payload {
  let cls: Class
  let receiver: Value

  private init(cls: Class, receiver: Value) {
    self.cls = cls
    self.receiver = receiver
  }

  override func trace() {
    Heap.mark(cls.value)
    Heap.mark(receiver)
  }

  /// `super(cls, receiver)`
  static func make(cls: Class, receiver: Value) -> Value {
    Native.make(Types.superObject.takeUnretainedValue(), SuperObject(cls: cls, receiver: receiver))
  }

  static func install() {
    let type = Types.superObject.takeUnretainedValue()
    type.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      guard let state = Native.payload(a[0], as: SuperObject.self) else { return .notImplemented }
      if state.receiver.isUnbound { return Str.make("<super: <class '\(state.cls.name)'>, NULL>") }
      return Str.make("<super: <class '\(state.cls.name)'>, <\(Types.name(state.receiver)) object>>")
    }
    type.staticMethod("__new__", "cls, type=None, object=None, /") { (a) throws(Raised) -> Value in
      guard let cls = a.optional(1) else { throw raise(.runtimeError, "super(): no arguments") }
      guard cls.isKind(.class) else {
        throw raise(.typeError, "super() argument 1 must be a type, not \(Types.name(cls))")
      }
      // Without an object it binds itself to one when it is read through an instance.
      guard let receiver = a.optional(2), !receiver.isNone else {
        return make(cls: ClassObject.cls(cls), receiver: .unbound)
      }
      return try checked(cls, receiver)
    }
    type.method("__get__", "self, instance, owner=None, /") { (a) throws(Raised) -> Value in
      guard let state = Native.payload(a[0], as: SuperObject.self), state.receiver.isUnbound, !a[1].isNone else {
        return a[0]
      }
      return try checked(state.cls.value, a[1])
    }
  }

  /// An attribute of the `super` object itself; nil for the names that it looks up elsewhere.
  private func own(_ name: Symbol) -> Value? {
    switch name.name {
    case "__thisclass__": cls.value
    case "__self__": receiver.isUnbound ? .none : receiver
    case "__self_class__":
      receiver.isUnbound
        ? .none : receiver.isKind(.class) && !Types.isInstance(receiver, cls) ? receiver : Types.cls(receiver).value
    case "__class__": Types.superObject.takeUnretainedValue().value
    default: nil
    }
  }

  /// `super(cls, receiver)`; raises `TypeError` unless the receiver is an instance of the class, or derives from it.
  static func checked(_ cls: Value, _ receiver: Value) throws(Raised) -> Value {
    guard cls.isKind(.class) else {
      throw raise(.runtimeError, "super(): __class__ is not a type (\(Types.name(cls)))")
    }
    let parent = ClassObject.cls(cls)
    if Types.isInstance(receiver, parent) { return make(cls: parent, receiver: receiver) }
    if receiver.isKind(.class), ClassObject.cls(receiver).isSubclass(of: parent) {
      return make(cls: parent, receiver: receiver)
    }
    throw raise(.typeError, "super(type, obj): obj must be an instance or subtype of type")
  }

  /// What the classes behind `cls` in the order of an instance's class have; nil when they have nothing.
  static func find(_ cls: Class, _ receiver: Value, _ name: Symbol) -> Value? {
    let order = Types.cls(receiver).mro
    guard let position = order.firstIndex(where: { $0 === cls }) else { return nil }
    for ancestor in order[(position + 1)...] {
      if let found = ancestor.attributes[name] { return found }
    }
    return nil
  }

  /// The attribute that the classes behind `cls` have.
  static func get(_ value: Value, _ name: Symbol) throws(Raised) -> Value {
    guard let state = Native.payload(value, as: SuperObject.self) else { throw Attributes.missing(value, name) }
    if let own = state.own(name) { return own }
    if state.receiver.isUnbound {
      if let found = Types.superObject.takeUnretainedValue().lookup(name) { return try Attributes.bind(found, value) }
      throw Attributes.missing(value, name)
    }
    let isClass = state.receiver.isKind(.class) && !Types.isInstance(state.receiver, state.cls)
    let start = isClass ? ClassObject.cls(state.receiver) : Types.cls(state.receiver)
    guard let position = start.mro.firstIndex(where: { $0 === state.cls }) else {
      throw raise(.typeError, "super(type, obj): obj must be an instance or subtype of type")
    }
    for ancestor in start.mro[(position + 1)...] {
      guard let found = ancestor.attributes[name] else { continue }
      if isClass {
        if let wrapper = Native.payload(found, as: Wrapper.self),
          found.object.pointee.cls.toOpaque() == Types.classMethod.toOpaque()
        {
          return BoundMethod.make(wrapper.value, state.receiver)
        }
        return try Attributes.bindToClass(found, ancestor)
      }
      return try Attributes.bind(found, state.receiver)
    }
    let error = "'super' object has no attribute '\(name.name)'"
    throw raise(.attributeError, error)
  }
}
