/// `isinstance` and `issubclass`: by class, by tuple, by union, by the hooks of a metaclass, and by `__class__` and
/// `__bases__` for whatever else calls itself a class.
enum ClassMembership {
  /// Whether a value is an instance of a class or of one in a tuple.
  static func isInstance(_ value: Value, _ type: Value) throws(Raised) -> Bool {
    if type.isKind(.class) {
      if Types.of(value).toOpaque() == ClassObject.cls(type).reference.toOpaque() { return true }
      let meta = Types.cls(type)
      guard let hook = meta.override(.__instancecheck__) else {
        return try isPlainInstance(value, type)
      }
      return try nested(" in __instancecheck__") { () throws(Raised) in
        try Operations.truth(try Call.call(try Attributes.bind(hook, type), value))
      }
    }
    if let union = Native.payload(type, as: UnionType.self) {
      for item in Tuple.items(union.members) where try item.isNone ? value.isNone : isInstance(value, item) {
        return true
      }
      return false
    }
    if Native.payload(type, as: GenericAlias.self) != nil {
      throw raise(.typeError, "isinstance() argument 2 cannot be a parameterized generic")
    }
    if type.isKind(.tuple) {
      return try nested(" in __instancecheck__") { () throws(Raised) in
        for item in Tuple.items(type) where try isInstance(value, item) { return true }
        return false
      }
    }
    if type.isObject, let hook = Types.cls(type).lookup(.__instancecheck__) {
      return try nested(" in __instancecheck__") { () throws(Raised) in
        try Operations.truth(try Call.call(try Attributes.bind(hook, type), value))
      }
    }
    guard try bases(of: type) != nil else {
      throw raise(.typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
    }
    guard let claimed = try Attributes.lookUp(value, Symbol(.__class__)) else { return false }
    return try reaches(claimed, type)
  }

  /// What `type.__instancecheck__` does.
  static func isPlainInstance(_ value: Value, _ type: Value) throws(Raised) -> Bool {
    let cls = ClassObject.cls(type)
    if Types.isInstance(value, cls) { return true }
    // A proxy may say that it is an instance.
    let own = Types.cls(value)
    guard own.isUserDefined, own.lookup(.__class__) != nil || own.override(.__getattribute__) != nil,
      let claimed = try Attributes.lookUp(value, Symbol(.__class__)), claimed.isKind(.class)
    else { return false }
    return ClassObject.cls(claimed).isSubclass(of: cls)
  }

  /// Whether a class derives from a class or from one in a tuple.
  static func isSubclass(_ derived: Value, _ type: Value) throws(Raised) -> Bool {
    if type.isKind(.class) {
      let meta = Types.cls(type)
      guard let hook = meta.override(.__subclasscheck__) else {
        return try isPlainSubclass(derived, type)
      }
      return try nested(" in __subclasscheck__") { () throws(Raised) in
        try Operations.truth(try Call.call(try Attributes.bind(hook, type), derived))
      }
    }
    if let union = Native.payload(type, as: UnionType.self) {
      for item in Tuple.items(union.members) {
        if item.isNone ? derived.bits == Types.none.takeUnretainedValue().value.bits : try isSubclass(derived, item) {
          return true
        }
      }
      return false
    }
    if Native.payload(type, as: GenericAlias.self) != nil {
      throw raise(.typeError, "issubclass() argument 2 cannot be a parameterized generic")
    }
    if type.isKind(.tuple) {
      return try nested(" in __subclasscheck__") { () throws(Raised) in
        for item in Tuple.items(type) where try isSubclass(derived, item) { return true }
        return false
      }
    }
    if type.isObject, let hook = Types.cls(type).lookup(.__subclasscheck__) {
      return try nested(" in __subclasscheck__") { () throws(Raised) in
        try Operations.truth(try Call.call(try Attributes.bind(hook, type), derived))
      }
    }
    return try isPlainSubclass(derived, type)
  }

  /// What `type.__subclasscheck__` does.
  static func isPlainSubclass(_ derived: Value, _ type: Value) throws(Raised) -> Bool {
    if derived.isKind(.class), type.isKind(.class) {
      return ClassObject.cls(derived).isSubclass(of: ClassObject.cls(type))
    }
    guard try isClassLike(derived) else {
      throw raise(.typeError, "issubclass() arg 1 must be a class")
    }
    guard try isClassLike(type) else {
      throw raise(.typeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
    }
    return try reaches(derived, type)
  }

  private static func isClassLike(_ value: Value) throws(Raised) -> Bool {
    if value.isKind(.class) { return true }
    return try bases(of: value) != nil
  }

  /// Whether `__bases__` lead from one thing to another.
  private static func reaches(_ derived: Value, _ type: Value) throws(Raised) -> Bool {
    if derived.bits == type.bits { return true }
    guard let bases = try bases(of: derived) else { return false }
    return try nested(" in __issubclass__") { () throws(Raised) in
      for base in Tuple.items(bases) where try reaches(base, type) { return true }
      return false
    }
  }

  /// The tuple that a thing has as `__bases__`; nil when it has none.
  private static func bases(of value: Value) throws(Raised) -> Value? {
    try Attributes.lookUp(value, Symbol(.__bases__)).flatMap { $0.isKind(.tuple) ? $0 : nil }
  }

  private static func nested(
    _ doing: StaticString, _ body: () throws(Raised) -> Bool
  ) throws(Raised) -> Bool {
    try Interpreter.enterNative(doing)
    defer { Interpreter.leaveNative() }
    return try body()
  }
}
