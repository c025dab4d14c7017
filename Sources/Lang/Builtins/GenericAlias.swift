/// `list[int]` and its like: a class with parameters, which nothing looks at but annotations and people.
final class GenericAlias: Payload {
  let origin: Value
  /// A tuple.
  let arguments: Value
  /// Whether it stands for its items: `*tuple[int, str]`.
  private var isUnpacked = false

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
  ///
  /// - Parameters:
  ///   - kind: the class of the alias: `GenericAlias` or one that derives from it.
  ///   - isUnpacked: whether it is `*origin[arguments]`.
  static func make(_ origin: Value, _ arguments: Value, kind: Class? = nil, isUnpacked: Bool = false) -> Value {
    let tuple = arguments.isKind(.tuple) ? arguments : Tuple.make([arguments])
    let alias = GenericAlias(origin, tuple)
    alias.isUnpacked = isUnpacked
    return Native.make(kind ?? cls, alias)
  }

  /// Makes the class.
  static func install() {
    cls = Types.define("GenericAlias", module: "types")
    cls.messageName = "types.GenericAlias"
    cls.staticMethod("__new__", "cls, origin, args, /") { (a) throws(Raised) -> Value in
      make(a[1], a[2], kind: ClassObject.cls(a[0]))
    }
    cls.property("__origin__", get: { (v) throws(Raised) -> Value in try state(v).origin })
    cls.property("__args__", get: { (v) throws(Raised) -> Value in try state(v).arguments })
    cls.property(
      "__parameters__", get: { (v) throws(Raised) -> Value in try parameters(try state(v).arguments) })
    cls.method("__call__", "self, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      let made = try Call.call(
        try state(a[0]).origin, Array(Tuple.items(a[1])),
        keywords: Dict.pairs(a[2]).map { (Str.swift($0.key), $0.value) })
      if made.isKind(.instance) {
        do throws(Raised) { try Attributes.set(made, Symbol("__orig_class__"), a[0]) } catch {
          guard Exceptions.isA(Interpreter.raised, .attributeError) || Exceptions.isA(Interpreter.raised, .typeError)
          else { throw error }
        }
      }
      return made
    }
    cls.method("__iter__", "self, /") { (a) throws(Raised) -> Value in
      let alias = try state(a[0])
      return try Iteration.iterator(
        Tuple.make([make(alias.origin, alias.arguments, kind: Types.cls(a[0]), isUnpacked: true)]))
    }
    for name in ["__unpacked__", "__typing_is_unpacked__"] {
      cls.property(name, get: { (v) throws(Raised) -> Value in Value(try state(v).isUnpacked) })
    }
    cls.property(
      "__typing_unpacked_tuple_args__",
      get: { (v) throws(Raised) -> Value in
        let alias = try state(v)
        let isTuple = alias.isUnpacked && alias.origin.bits == Types.tuple.takeUnretainedValue().value.bits
        return isTuple ? alias.arguments : .none
      })
    cls.method("__getitem__", "self, item, /") { (a) throws(Raised) -> Value in
      let alias = try state(a[0])
      return make(
        alias.origin, try substituted(a[0], alias.arguments, a[1]), kind: Types.cls(a[0]), isUnpacked: alias.isUnpacked)
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
      if own.isUnpacked != other.isUnpacked { return .no }
      if try !Operations.equal(own.origin, other.origin) { return .no }
      return Value(try Operations.equal(own.arguments, other.arguments))
    }
    cls.method("__hash__", "self, /") { (a) throws(Raised) -> Value in
      Integer.make(try Operations.hash(try state(a[0]).origin) ^ (try Operations.hash(try state(a[0]).arguments)))
    }
    for name in ["__or__", "__ror__"] {
      cls.method(name, "self, other, /") { (a) throws(Raised) -> Value in
        guard UnionType.isOperand(a[1]) else { return .notImplemented }
        return name == "__or__" ? try UnionType.make(a[0], a[1]) : try UnionType.make(a[1], a[0])
      }
    }
  }

  /// The type variables among the arguments of an alias or a union. Only `typing` makes such variables, and what it
  /// does with them it does for these as for its own.
  static func parameters(_ arguments: Value) throws(Raised) -> Value {
    guard let find = try variablesFunction("_parameters") else { return Tuple.make([]) }
    return try Call.call(find, arguments)
  }

  /// The arguments of an alias or a union with others in the place of its type variables.
  static func substituted(_ alias: Value, _ arguments: Value, _ given: Value) throws(Raised) -> Value {
    guard let substitute = try variablesFunction("_substituted") else {
      throw raise(.typeError, "\(Str.swift(try Text.repr(alias))) is not a generic class")
    }
    return try Call.call(substitute, alias, arguments, given)
  }

  private static func variablesFunction(_ name: String) throws(Raised) -> Value? {
    Library.isLoaded("typing") ? try Library.load("typing._variables")?[name] : nil
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
    return
      "\(alias.isUnpacked ? "*" : "")\(try typeText(alias.origin))[\(items.isEmpty ? "()" : parts.joined(separator: ", "))]"
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
