/// `__slots__`: attributes at fixed places, in the hidden slots of the class's shape.
struct Slots {
  /// The names that the class itself adds.
  var names: [Symbol] = []
  /// All hidden slots of instances, those of the bases first.
  var hidden: [Symbol] = []
  /// Whether instances can have other attributes too.
  var hasAttributes = true
  /// Whether instances can be referred to weakly.
  var hasWeakReferences = true

  /// What the attributes of a class being made say.
  static func read(
    _ attributes: [(name: Symbol, value: Value)], _ parents: [Class], _ kind: Kind, className: String
  ) throws(Raised) -> Slots {
    var result = Slots()
    result.hidden = Class.widestLayout(parents)?.rootShape.hiddenNames ?? []
    guard let given = attributes.first(where: { $0.name == Symbol(.__slots__) })?.value else { return result }
    result.hasAttributes = parents.contains(where: \.hasAttributes)
    result.hasWeakReferences = parents.contains { $0.isUserDefined && $0.hasWeakReferences }
    var texts: [Value] = []
    if given.isKind(.str) {
      texts = [given]
    } else {
      let items = List.make()
      defer { Function.keepAlive(items) }
      try Iteration.forEach(given) { (item) throws(Raised) in List.append(items, item) }
      texts = Array(List.items(items))
    }
    if !texts.isEmpty, kind == .tuple || kind == .bigInt || kind == .bytes && !isByteArray(parents) {
      let base = parents.first { $0.instanceKind == kind }?.name ?? ""
      throw raise(.typeError, "nonempty __slots__ not supported for subtype of '\(base)'")
    }
    let hasDict = result.hasAttributes
    for text in texts {
      guard text.isKind(.str) else {
        throw raise(.typeError, "__slots__ items must be strings, not '\(Types.name(text))'")
      }
      let plain = Str.swift(text)
      guard Text.isIdentifier(text).isTrue else { throw raise(.typeError, "__slots__ must be identifiers") }
      if plain == "__dict__" {
        if hasDict || result.hasAttributes { throw raise(.typeError, "__dict__ slot disallowed: we already got one") }
        result.hasAttributes = true
        continue
      }
      if plain == "__weakref__" {
        result.hasWeakReferences = true
        continue
      }
      let name = Symbol(Lowering.mangle(plain, in: className))
      if attributes.contains(where: { $0.name == name }) {
        throw raise(.valueError, "'\(plain)' in __slots__ conflicts with class variable")
      }
      if !result.names.contains(name) { result.names.append(name) }
    }
    if !result.names.isEmpty, kind != .instance {
      // The side object that holds the attributes has them.
      return result
    }
    // A base's slot of the same name is the same place.
    result.hidden += result.names.filter { !result.hidden.contains($0) }
    return result
  }

  private static func isByteArray(_ parents: [Class]) -> Bool {
    parents.contains { $0.isSubclass(of: Types.bytearray.takeUnretainedValue()) }
  }
}

/// The descriptor of one name in `__slots__`.
final class SlotMember: Payload {
  let name: Symbol
  /// The class that defines it, for `repr`; descriptors live no longer than their classes.
  private unowned let owner: Class

  private init(_ name: Symbol, _ owner: Class) {
    self.name = name
    self.owner = owner
  }

  private nonisolated(unsafe) static var cls: Class! = nil

  static func make(_ name: Symbol, _ owner: Class) -> Value { Native.make(cls, SlotMember(name, owner)) }

  /// Makes the class.
  static func install() {
    cls = Types.define("member_descriptor")
    cls.property("__name__", get: { (v) throws(Raised) -> Value in try state(v).name.value })
    cls.property("__objclass__", get: { (v) throws(Raised) -> Value in try state(v).owner.value })
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      let member = try state(a[0])
      return Str.make("<member '\(member.name.name)' of '\(member.owner.name)' objects>")
    }
    cls.method("__get__", "self, instance, owner=None, /") { (a) throws(Raised) -> Value in
      a[1].isNone ? a[0] : try state(a[0]).checked(a[1]).get(a[1])
    }
    cls.method("__set__", "self, instance, value, /") { (a) throws(Raised) -> Value in
      try state(a[0]).checked(a[1]).set(a[1], a[2])
      return .none
    }
  }

  private static func state(_ value: Value) throws(Raised) -> SlotMember {
    guard let member = Native.payload(value, as: SlotMember.self) else {
      throw raise(.typeError, "not a member descriptor")
    }
    return member
  }

  /// Itself; raises `TypeError` unless the value is an instance of its class.
  private func checked(_ value: Value) throws(Raised) -> SlotMember {
    guard Types.isInstance(value, owner) else {
      throw raise(
        .typeError,
        "descriptor '\(name.name)' for '\(owner.name)' objects doesn't apply to a '\(Types.name(value))' object")
    }
    return self
  }

  func get(_ value: Value) throws(Raised) -> Value {
    if let found = stored(in: value) { return found }
    throw Attributes.missing(value, name)
  }

  private func stored(in value: Value) -> Value? {
    if value.isKind(.instance) { return Instance.get(value, name) }
    return Attributes.bag(value).flatMap { $0.isUnbound ? nil : Instance.get($0, name) }
  }

  func set(_ value: Value, _ newValue: Value) throws(Raised) {
    guard let target = value.isKind(.instance) ? value : Attributes.makeBag(value) else {
      throw Attributes.missing(value, name)
    }
    Instance.set(target, name, newValue)
  }

  func delete(_ value: Value) throws(Raised) {
    guard stored(in: value) != nil else { throw raise(.attributeError, name.name) }
    try set(value, .unbound)
  }
}
