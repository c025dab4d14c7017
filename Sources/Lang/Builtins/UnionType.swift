/// `int | str`: a union of types, as annotations and `isinstance` use it.
final class UnionType: Payload {
  /// A tuple of classes and `None`.
  let members: Value
  init(_ members: Value) { self.members = members }
  override func trace() { Heap.mark(members) }

  nonisolated(unsafe) static var cls: Class! = nil

  /// Whether `|` between types takes a value.
  static func isOperand(_ value: Value) -> Bool {
    value.isNone || value.isKind(.class) || Native.payload(value, as: UnionType.self) != nil
      || Native.payload(value, as: GenericAlias.self) != nil || Types.cls(value).module == "typing"
  }

  /// The union of two types or unions.
  static func make(_ a: Value, _ b: Value) -> Value {
    var members: [Value] = []
    for value in [a, b] {
      let parts = Native.payload(value, as: UnionType.self).map { Array(Tuple.items($0.members)) } ?? [value]
      for part in parts where !members.contains(where: { $0.bits == part.bits }) { members.append(part) }
    }
    return members.count == 1 ? members[0] : Native.make(cls, UnionType(Tuple.make(members)))
  }

  /// Makes the class.
  static func install() {
    cls = Types.define("UnionType", module: "types")
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      guard let union = Native.payload(a[0], as: UnionType.self) else { return .notImplemented }
      var names: [String] = []
      for member in Tuple.items(union.members) { names.append(try GenericAlias.typeText(member)) }
      return Str.make(names.joined(separator: " | "))
    }
    cls.method("__eq__", "self, other, /") { (a) throws(Raised) -> Value in
      guard let own = Native.payload(a[0], as: UnionType.self), let other = Native.payload(a[1], as: UnionType.self)
      else { return .notImplemented }
      let left = Tuple.items(own.members)
      let right = Tuple.items(other.members)
      return Value(
        left.count == right.count && left.allSatisfy { item in right.contains { $0.bits == item.bits } })
    }
    cls.method("__hash__", "self, /") { (a) throws(Raised) -> Value in
      let members = Native.payload(a[0], as: UnionType.self)?.members ?? .none
      return Value(small: Tuple.items(members).reduce(0) { $0 ^ Int($1.bits >> 4 & 0xFFFF_FFFF) })
    }
    for name in ["__or__", "__ror__"] {
      cls.method(name, "self, other, /") { (a) throws(Raised) -> Value in
        guard isOperand(a[1]) else { return .notImplemented }
        return name == "__or__" ? make(a[0], a[1]) : make(a[1], a[0])
      }
    }
    cls.property(
      "__args__",
      get: { (value) throws(Raised) -> Value in
        guard let union = Native.payload(value, as: UnionType.self) else { return .none }
        return Tuple.make(Tuple.items(union.members).map { $0.isNone ? Types.none.takeUnretainedValue().value : $0 })
      })
  }
}
