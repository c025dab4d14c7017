/// `int | str`: a union of types, as annotations and `isinstance` use it.
final class UnionType: Payload {
  /// A tuple of classes, that of `None` among them, and of aliases.
  let members: Value
  init(_ members: Value) { self.members = members }
  override func trace() { Heap.mark(members) }

  nonisolated(unsafe) static var cls: Class! = nil

  /// Whether `|` between types takes a value.
  static func isOperand(_ value: Value) -> Bool {
    value.isNone || value.isKind(.class) || Native.payload(value, as: UnionType.self) != nil
      || Native.payload(value, as: GenericAlias.self) != nil
  }

  private static func has(_ members: some Collection<Value>, _ value: Value) throws(Raised) -> Bool {
    for member in members {
      if try Operations.sameOrEqual(member, value) { return true }
    }
    return false
  }

  /// The union of two types or unions.
  static func make(_ a: Value, _ b: Value) throws(Raised) -> Value {
    var members: [Value] = []
    for value in [a, b] {
      let parts = Native.payload(value, as: UnionType.self).map { Array(Tuple.items($0.members)) } ?? [value]
      for part in parts.map({ $0.isNone ? Types.none.takeUnretainedValue().value : $0 })
      where try !has(members, part) {
        members.append(part)
      }
    }
    Function.keepAlive(a)
    Function.keepAlive(b)
    return members.count == 1 ? members[0] : Native.make(cls, UnionType(Tuple.make(members)))
  }

  /// Makes the class.
  static func install() {
    cls = Types.define("UnionType", module: "types")
    cls.messageName = "types.UnionType"
    cls.messageName = "types.UnionType"
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      guard let union = Native.payload(a[0], as: UnionType.self) else { return .notImplemented }
      var names: [String] = []
      for member in Tuple.items(union.members) {
        let isNone = member.bits == Types.none.takeUnretainedValue().value.bits
        names.append(isNone ? "None" : try GenericAlias.typeText(member))
      }
      return Str.make(names.joined(separator: " | "))
    }
    cls.method("__eq__", "self, other, /") { (a) throws(Raised) -> Value in
      guard let own = Native.payload(a[0], as: UnionType.self), let other = Native.payload(a[1], as: UnionType.self)
      else { return .notImplemented }
      let left = Tuple.items(own.members)
      let right = Tuple.items(other.members)
      for item in left where try !has(right, item) { return .no }
      return Value(left.count == right.count)
    }
    cls.method("__hash__", "self, /") { (a) throws(Raised) -> Value in
      let frozen = try Call.call(Types.frozenset.takeUnretainedValue().value, arguments(a[0]))
      return Integer.make(try Operations.hash(frozen))
    }
    for name in ["__or__", "__ror__"] {
      cls.method(name, "self, other, /") { (a) throws(Raised) -> Value in
        guard isOperand(a[1]) else { return .notImplemented }
        return name == "__or__" ? try make(a[0], a[1]) : try make(a[1], a[0])
      }
    }
    cls.property(
      "__parameters__", get: { (value) throws(Raised) -> Value in try GenericAlias.parameters(arguments(value)) })
    cls.method("__getitem__", "self, item, /") { (a) throws(Raised) -> Value in
      let chosen = Tuple.items(try GenericAlias.substituted(a[0], arguments(a[0]), a[1]))
      guard var union = chosen.first else { return .none }
      for member in chosen.dropFirst() { union = try Arithmetic.binary(.bitOr, union, member) }
      return union
    }
    cls.property("__args__", get: { (value) throws(Raised) -> Value in arguments(value) })
  }

  /// The types that a union is of.
  private static func arguments(_ value: Value) -> Value {
    Native.payload(value, as: UnionType.self)?.members ?? Tuple.make([])
  }
}
