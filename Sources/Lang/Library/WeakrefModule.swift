/// `_weakref`: what `weakref` is built on.
enum WeakrefModule {
  private nonisolated(unsafe) static var cls: Class! = nil

  static func build(_ module: Namespace) throws(Raised) {
    cls = Types.define("ReferenceType", module: "weakref")
    cls.messageName = "weakref.ReferenceType"
    module["ref"] = cls.value
    cls.staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      let given = Tuple.items(a[1])
      if given.count == 0 { throw raise(.typeError, "__new__ expected at least 1 argument, got 0") }
      let wanted = ClassObject.cls(a[0])
      try check(given[0])
      let callback = given.count > 1 ? given[1] : Value.none
      // References that nobody can tell apart are one.
      if wanted === cls, callback.isNone, let known = plain(given[0]) { return known }
      return WeakReference.make(wanted, given[0], callback)
    }
    cls.method("__init__", "self, object, callback=None, /") { (_) throws(Raised) -> Value in .none }
    cls.method("__call__", "self, /") { (a) throws(Raised) -> Value in
      let target = try state(a[0]).target
      return target.isUnbound ? .none : target
    }
    cls.property(
      "__callback__",
      get: { (v) throws(Raised) -> Value in try state(v).target.isUnbound ? .none : state(v).callback })
    cls.method("__hash__", "self, /") { (a) throws(Raised) -> Value in
      let state = try state(a[0])
      if let hash = state.hash { return Integer.make(hash) }
      if state.target.isUnbound { throw raise(.typeError, "weak object has gone away") }
      let hash = try Operations.hash(state.target)
      state.hash = hash
      return Integer.make(hash)
    }
    for op in [ComparisonOperator.equal, .notEqual] {
      cls.method("\(Comparison.method(op))", "self, value, /") { (a) throws(Raised) -> Value in
        guard let other = Native.payload(a[1], as: WeakReference.self) else { return .notImplemented }
        let state = try state(a[0])
        guard !state.target.isUnbound, !other.target.isUnbound else {
          return Value((a[0].bits == a[1].bits) == (op == .equal))
        }
        return try Comparison.compare(op, state.target, other.target)
      }
    }
    cls.method("__copy__", "self, /") { (a) throws(Raised) -> Value in a[0] }
    cls.method("__deepcopy__", "self, memo, /") { (a) throws(Raised) -> Value in a[0] }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in Str.make(try shown(a[0])) }
    module.function("getweakrefcount", "object, /") { (a) throws(Raised) -> Value in
      Value(small: WeakReference.references(to: a[0]).count)
    }
    module.function("getweakrefs", "object, /") { (a) throws(Raised) -> Value in
      List.make(WeakReference.references(to: a[0]))
    }
    module.function("collect", "") { (_) throws(Raised) -> Value in
      // What `__del__` let go of is garbage only now.
      for _ in 0..<4 {
        Interpreter.collectNow()
        if !Finalizers.haveRun { break }
      }
      return .none
    }
  }

  private static func state(_ value: Value) throws(Raised) -> WeakReference {
    guard let state = Native.payload(value, as: WeakReference.self) else {
      throw raise(.typeError, "a weakref.ReferenceType object is required, not '\(Types.name(value))'")
    }
    return state
  }

  /// The plain reference without a callback that an object has already.
  private static func plain(_ target: Value) -> Value? {
    WeakReference.references(to: target).first { reference in
      reference.object.pointee.cls.toOpaque() == cls.reference.toOpaque()
        && Native.payload(reference, as: WeakReference.self)?.callback.isNone == true
    }
  }

  /// Raises `TypeError` for a value that can't be referred to weakly.
  private static func check(_ value: Value) throws(Raised) {
    let isPossible: Bool
    let type = Types.cls(value)
    if !value.isObject {
      isPossible = false
    } else {
      switch value.object.pointee.kind {
      case .function, .class, .boundMethod, .nativeFunction, .module, .set: isPossible = true
      case .instance:
        isPossible = type.isUserDefined && type.hasWeakReferences && type.messageName != "types.SimpleNamespace"
      case .str, .float, .list, .dict, .bytes: isPossible = type.isUserDefined && type.hasWeakReferences
      case .native:
        isPossible =
          type.hasWeakReferences && type !== Types.none.takeUnretainedValue()
          && (type.isUserDefined || !isStrong(value, type))
      default: isPossible = false
      }
    }
    if !isPossible { throw raise(.typeError, "cannot create weak reference to '\(Types.name(value))' object") }
  }

  /// Whether a class written in Swift is one whose objects CPython lets nobody refer to weakly.
  private static func isStrong(_ value: Value, _ type: Class) -> Bool {
    let payload = Native.payload(value, as: Payload.self)
    if payload is IteratorPayload { return !(payload is GeneratorState) }
    return strong.contains(type.name)
  }

  private static let strong: Set<String> = [
    "UnionType", "property", "staticmethod", "classmethod", "super", "dict_keys", "dict_values", "dict_items",
    "ReferenceType", "HASH", "HASHXOF", "reader", "writer", "mappingproxy", "Match", "frame", "Compress", "Decompress",
  ]

  private static func shown(_ value: Value) throws(Raised) -> String {
    func address(_ value: Value) -> String { "0x" + String(UInt(value.bits), radix: 16) }
    let target = try state(value).target
    if target.isUnbound { return "<weakref at \(address(value)); dead>" }
    let text = "<weakref at \(address(value)); to '\(Types.name(target))' at \(address(target))"
    guard let name = try Attributes.lookUp(target, Symbol(.__name__)), name.isKind(.str) else { return text + ">" }
    return "\(text) (\(Str.swift(name)))>"
  }
}
