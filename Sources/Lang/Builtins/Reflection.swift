/// The built-in functions about classes and attributes.
extension Builtins {
  static func installReflection(in namespace: Namespace) {
    namespace.function("isinstance", "obj, class_or_tuple, /") { (a) throws(Raised) -> Value in
      Value(try matches(a[0], a[1], "isinstance() arg 2 must be a type, a tuple of types, or a union"))
    }
    namespace.function("issubclass", "cls, class_or_tuple, /") { (a) throws(Raised) -> Value in
      guard a[0].isKind(.class) else { throw raise(.typeError, "issubclass() arg 1 must be a class") }
      return Value(try derives(ClassObject.cls(a[0]), a[1]))
    }
    namespace.function("callable", "obj, /") { (a) throws(Raised) -> Value in Value(Call.isCallable(a[0])) }
    namespace.function("getattr", "object, name, default=None, /") { (a) throws(Raised) -> Value in
      let name = try attributeName(a[1])
      guard let fallback = a.optional(2) else { return try Attributes.get(a[0], name) }
      do throws(Raised) { return try Attributes.find(a[0], name) ?? fallback } catch {
        if Exceptions.isA(Interpreter.raised, .attributeError) { return fallback }
        throw error
      }
    }
    namespace.function("hasattr", "obj, name, /") { (a) throws(Raised) -> Value in
      let name = try attributeName(a[1])
      do throws(Raised) { return Value(try Attributes.find(a[0], name) != nil) } catch {
        if Exceptions.isA(Interpreter.raised, .attributeError) { return .no }
        throw error
      }
    }
    namespace.function("setattr", "obj, name, value, /") { (a) throws(Raised) -> Value in
      try Attributes.set(a[0], try attributeName(a[1]), a[2])
      return .none
    }
    namespace.function("delattr", "obj, name, /") { (a) throws(Raised) -> Value in
      try Attributes.delete(a[0], try attributeName(a[1]))
      return .none
    }
    namespace.function("vars", "object, /") { (a) throws(Raised) -> Value in
      guard let dict = try Attributes.find(a[0], Symbol(.__dict__)) else {
        throw raise(.typeError, "vars() argument must have __dict__ attribute")
      }
      return dict
    }
    namespace.function("dir", "object, /") { (a) throws(Raised) -> Value in
      var names: Set<String> = []
      let cls = a[0].isKind(.class) ? ClassObject.cls(a[0]) : Types.cls(a[0])
      for ancestor in cls.mro { for name in ancestor.attributes.names { names.insert(name.name) } }
      if !a[0].isKind(.class), let own = dictionary(of: a[0]) {
        for (key, _) in Dict.pairs(own) { names.insert(Str.swift(key)) }
      }
      return List.make(names.sorted().map { Str.make($0) })
    }
  }

  private static func attributeName(_ value: Value) throws(Raised) -> Symbol {
    guard value.isKind(.str) else {
      throw raise(.typeError, "attribute name must be string, not '\(Types.name(value))'")
    }
    return Symbol(value)
  }

  /// Whether a value is an instance of a class or of one in a tuple.
  static func matches(_ value: Value, _ type: Value, _ message: String) throws(Raised) -> Bool {
    if type.isKind(.class) {
      let cls = ClassObject.cls(type)
      let meta = Types.cls(type)
      if meta.isUserDefined, let hook = meta.lookup(.__instancecheck__) {
        return try Operations.truth(try Call.call(hook, type, value))
      }
      return Types.isInstance(value, cls)
    }
    guard type.isKind(.tuple) else { throw raise(.typeError, message) }
    for item in Tuple.items(type) where try matches(value, item, message) { return true }
    return false
  }

  private static func derives(_ cls: Class, _ type: Value) throws(Raised) -> Bool {
    if type.isKind(.class) { return cls.isSubclass(of: ClassObject.cls(type)) }
    guard type.isKind(.tuple) else {
      throw raise(.typeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
    }
    for item in Tuple.items(type) where try derives(cls, item) { return true }
    return false
  }
}
