/// `list[int]` and its like: a class with parameters, which nothing looks at but annotations and people.
final class GenericAlias: Payload {
  let origin: Value
  /// A tuple.
  let arguments: Value

  private init(_ origin: Value, _ arguments: Value) {
    self.origin = origin
    self.arguments = arguments
  }

  override func trace() {
    Heap.mark(origin)
    Heap.mark(arguments)
  }

  nonisolated(unsafe) private(set) static var cls: Class! = nil

  /// `origin[arguments]`
  static func make(_ origin: Value, _ arguments: Value) -> Value {
    let tuple = arguments.isKind(.tuple) ? arguments : Tuple.make([arguments])
    return Native.make(cls, GenericAlias(origin, tuple))
  }

  /// Makes the class.
  static func install() {
    cls = Types.define("GenericAlias", module: "types")
    cls.staticMethod("__new__", "cls, origin, args, /") { (a) throws(Raised) -> Value in make(a[1], a[2]) }
    cls.property("__origin__", get: { (v) throws(Raised) -> Value in try state(v).origin })
    cls.property("__args__", get: { (v) throws(Raised) -> Value in try state(v).arguments })
    cls.property(
      "__parameters__",
      get: { (v) throws(Raised) -> Value in
        var found: [Value] = []
        for argument in Tuple.items(try state(v).arguments)
        where Types.name(argument) == "TypeVar" && !found.contains(where: { $0.bits == argument.bits }) {
          found.append(argument)
        }
        return Tuple.make(found)
      })
    cls.method("__call__", "self, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      try Call.call(
        try state(a[0]).origin, Array(Tuple.items(a[1])),
        keywords: Dict.pairs(a[2]).map { (Str.swift($0.key), $0.value) })
    }
    cls.method("__getitem__", "self, item, /") { (a) throws(Raised) -> Value in
      let alias = try state(a[0])
      let given = a[1].isKind(.tuple) ? Array(Tuple.items(a[1])) : [a[1]]
      var next = given.makeIterator()
      var replaced: [UInt64: Value] = [:]
      let arguments = Tuple.items(alias.arguments).map { argument -> Value in
        guard Types.name(argument) == "TypeVar" else { return argument }
        if let known = replaced[argument.bits] { return known }
        let value = next.next() ?? argument
        replaced[argument.bits] = value
        return value
      }
      if replaced.isEmpty {
        throw raise(.typeError, "\(try text(a[0])) is not a generic class")
      }
      return make(alias.origin, Tuple.make(arguments))
    }
    cls.method("__mro_entries__", "self, bases, /") { (a) throws(Raised) -> Value in
      Tuple.make([try state(a[0]).origin])
    }
    cls.method("__getattr__", "self, name, /") { (a) throws(Raised) -> Value in
      try Attributes.get(try state(a[0]).origin, try Builtins.attributeName(a[1]))
    }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in Str.make(try text(a[0])) }
    cls.method("__eq__", "self, other, /") { (a) throws(Raised) -> Value in
      guard let other = Native.payload(a[1], as: GenericAlias.self) else { return .notImplemented }
      let own = try state(a[0])
      if try !Operations.equal(own.origin, other.origin) { return .no }
      return Value(try Operations.equal(own.arguments, other.arguments))
    }
    cls.method("__hash__", "self, /") { (a) throws(Raised) -> Value in
      Integer.make(try Operations.hash(try state(a[0]).origin) ^ (try Operations.hash(try state(a[0]).arguments)))
    }
    for name in ["__or__", "__ror__"] {
      cls.method(name, "self, other, /") { (a) throws(Raised) -> Value in
        guard UnionType.isOperand(a[1]) else { return .notImplemented }
        return name == "__or__" ? UnionType.make(a[0], a[1]) : UnionType.make(a[1], a[0])
      }
    }
  }

  private static func state(_ value: Value) throws(Raised) -> GenericAlias {
    guard let alias = Native.payload(value, as: GenericAlias.self) else {
      throw raise(.typeError, "not a generic alias")
    }
    return alias
  }

  private static func text(_ value: Value) throws(Raised) -> String {
    let alias = try state(value)
    let items = Tuple.items(alias.arguments)
    var parts: [String] = []
    for item in items { parts.append(try typeText(item)) }
    return "\(try typeText(alias.origin))[\(items.isEmpty ? "()" : parts.joined(separator: ", "))]"
  }

  /// How the texts of aliases and unions show a type.
  static func typeText(_ value: Value) throws(Raised) -> String {
    if value.bits == Value.ellipsis.bits { return "..." }
    if value.isKind(.class) {
      let cls = ClassObject.cls(value)
      return cls.module == "builtins" ? cls.qualifiedName : "\(cls.module).\(cls.qualifiedName)"
    }
    if value.object(isExactly: Types.list) {
      var parts: [String] = []
      for index in 0..<List.count(value) { parts.append(try typeText(List.item(value, index))) }
      return "[\(parts.joined(separator: ", "))]"
    }
    return Str.swift(try Text.repr(value))
  }
}
