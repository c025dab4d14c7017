/// `mappingproxy`: a view of a class's attributes, or of any mapping, that can't be changed through it.
final class MappingProxy: Payload {
  /// A class, or a mapping.
  private let source: Value

  private init(_ source: Value) { self.source = source }

  override func trace() { Heap.mark(source) }

  nonisolated(unsafe) private(set) static var cls: Class! = nil

  /// A view of a class's attributes or of a mapping.
  static func make(_ source: Value) -> Value { Native.make(cls, MappingProxy(source)) }

  /// What is shown, as a mapping.
  private static func mapping(_ value: Value) throws(Raised) -> Value {
    guard let proxy = Native.payload(value, as: MappingProxy.self) else {
      throw raise(.typeError, "not a mappingproxy")
    }
    guard proxy.source.isKind(.class) else { return proxy.source }
    let attributes = ClassObject.cls(proxy.source).attributes
    let dict = Dict.make()
    for (name, value) in zip(attributes.names, attributes.values) { Dict.set(dict, name, value) }
    return dict
  }

  /// Makes the class.
  static func install() {
    cls = Types.define("mappingproxy")
    cls.staticMethod("__new__", "cls, mapping, /") { (a) throws(Raised) -> Value in
      let isMapping = try a[1].isKind(.dict) ? true : Attributes.lookUp(a[1], Symbol(.keys)) != nil
      guard isMapping else {
        throw raise(.typeError, "mappingproxy() argument must be a mapping, not \(Types.name(a[1]))")
      }
      return make(a[1])
    }
    cls.method("__getitem__", "self, key, /") { (a) throws(Raised) -> Value in
      if let proxy = Native.payload(a[0], as: MappingProxy.self), proxy.source.isKind(.class), a[1].isKind(.str),
        let found = ClassObject.cls(proxy.source).attributes[Symbol(a[1])]
      {
        return found
      }
      return try Subscript.get(try mapping(a[0]), a[1])
    }
    cls.method("__contains__", "self, key, /") { (a) throws(Raised) -> Value in
      Value(try Operations.contains(try mapping(a[0]), a[1]))
    }
    cls.method("__len__", "self, /") { (a) throws(Raised) -> Value in
      Value(small: try Operations.length(try mapping(a[0])))
    }
    cls.method("__iter__", "self, /") { (a) throws(Raised) -> Value in try Iteration.iterator(try mapping(a[0])) }
    cls.method("__reversed__", "self, /") { (a) throws(Raised) -> Value in
      try Call.call(try Attributes.get(try mapping(a[0]), Symbol(.__reversed__)))
    }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      Str.make("mappingproxy(\(Str.swift(try Text.repr(try mapping(a[0])))))")
    }
    cls.method("__str__", "self, /") { (a) throws(Raised) -> Value in try Text.str(try mapping(a[0])) }
    cls.method("__eq__", "self, other, /") { (a) throws(Raised) -> Value in
      let other = Native.payload(a[1], as: MappingProxy.self) == nil ? a[1] : try mapping(a[1])
      return Value(try Operations.equal(try mapping(a[0]), other))
    }
    cls.set(Symbol(.__hash__), .none)
    for name in ["keys", "values", "items", "copy"] {
      cls.method(name, "self, /") { (a) throws(Raised) -> Value in
        try Call.call(try Attributes.get(try mapping(a[0]), name))
      }
    }
    cls.method("get", "self, key, default=None, /") { (a) throws(Raised) -> Value in
      try Call.call(try Attributes.get(try mapping(a[0]), "get"), a[1], a.optional(2) ?? .none)
    }
    for name in ["__or__", "__ror__"] {
      cls.method(name, "self, other, /") { (a) throws(Raised) -> Value in
        let other = Native.payload(a[1], as: MappingProxy.self) == nil ? a[1] : try mapping(a[1])
        let own = try mapping(a[0])
        return name == "__or__" ? try Arithmetic.binary(.bitOr, own, other) : try Arithmetic.binary(.bitOr, other, own)
      }
    }
    cls.method("__ior__", "self, other, /") { (a) throws(Raised) -> Value in
      throw raise(.typeError, "'|=' is not supported by mappingproxy; use '|' instead")
    }
    cls.classMethod("__class_getitem__", "cls, item, /") { (a) throws(Raised) -> Value in
      GenericAlias.make(a[0], a[1])
    }
  }
}
