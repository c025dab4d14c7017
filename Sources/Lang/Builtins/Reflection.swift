/// The built-in functions about classes and attributes.
extension Builtins {
  /// The names of a value's attributes, as `dir` gives them where no class says otherwise.
  static func attributeNames(_ value: Value) -> [String] {
    if value.isKind(.module) {
      return ModuleObject.namespace(value).names.map(\.name).sorted()
    }
    var names: Set<String> = ["__class__", "__doc__"]
    let cls = value.isKind(.class) ? ClassObject.cls(value) : Types.cls(value)
    for ancestor in cls.mro {
      let own = Set(ancestor.attributes.names.map(\.name))
      names.formUnion(ancestor.isUserDefined ? own : own.subtracting(unshownNames(ancestor, own)))
    }
    if !value.isKind(.class) {
      // A dict made for this alone would slow the instance down for ever.
      let attributes =
        value.isKind(.instance)
        ? Instance.attributes(value)
        : Attributes.bag(value).flatMap { $0.isUnbound ? nil : Instance.attributes($0) } ?? []
      for (name, value) in attributes where !value.isUnbound { names.insert(name.name) }
      if value.isObject { names.formUnion(computedNames(value.object.pointee.kind)) }
    }
    return names.sorted()
  }

  /// The attributes that objects of a kind have without storing them, nor their class.
  private static func computedNames(_ kind: Kind) -> [String] {
    switch kind {
    case .function:
      [
        "__annotations__", "__closure__", "__code__", "__defaults__", "__dict__", "__globals__", "__kwdefaults__",
        "__module__", "__name__", "__qualname__",
      ]
    case .boundMethod: ["__func__", "__self__"]
    case .nativeFunction: ["__name__", "__qualname__", "__text_signature__"]
    default: []
    }
  }

  /// The methods of a built-in class that CPython's has not: those by which `copy` copies iterators, and hints of
  /// lengths that can't be told.
  private static func unshownNames(_ cls: Class, _ own: Set<String>) -> Set<String> {
    guard own.contains("__next__") else { return [] }
    var names: Set = ["__copy__", "__deepcopy__"]
    if ["zip", "map", "filter", "enumerate"].contains(cls.name) { names.insert("__length_hint__") }
    return names
  }

  static func installReflection(in namespace: Namespace) {
    namespace.function("isinstance", "obj, class_or_tuple, /") { (a) throws(Raised) -> Value in
      Value(try ClassMembership.isInstance(a[0], a[1]))
    }
    namespace.function("issubclass", "klass, class_or_tuple, /") { (a) throws(Raised) -> Value in
      Value(try ClassMembership.isSubclass(a[0], a[1]))
    }
    namespace.function("callable", "obj, /") { (a) throws(Raised) -> Value in Value(Call.isCallable(a[0])) }
    namespace.function("getattr", "object, name, default=None, /") { (a) throws(Raised) -> Value in
      let name = try attributeName(a[1])
      guard let fallback = a.optional(2) else { return try Attributes.get(a[0], name) }
      return try Attributes.lookUp(a[0], name) ?? fallback
    }
    namespace.function("hasattr", "obj, name, /") { (a) throws(Raised) -> Value in
      let name = try attributeName(a[1])
      return Value(try Attributes.lookUp(a[0], name) != nil)
    }
    namespace.function("setattr", "obj, name, value, /") { (a) throws(Raised) -> Value in
      try Attributes.set(a[0], try attributeName(a[1]), a[2])
      return .none
    }
    namespace.function("delattr", "obj, name, /") { (a) throws(Raised) -> Value in
      try Attributes.delete(a[0], try attributeName(a[1]))
      return .none
    }
    // Without arguments these need their caller's names, which a direct call knows: see `ScopeCallNode`.
    for name in ["locals", "globals"] {
      namespace.function(name, "") { (_) throws(Raised) -> Value in
        throw raise(.runtimeError, "\(name)() has to be called by its name")
      }
    }
    namespace.function("vars", "object=None, /") { (a) throws(Raised) -> Value in
      guard !a[0].isUnbound else { throw raise(.runtimeError, "vars() has to be called by its name") }
      guard let dict = try Attributes.find(a[0], Symbol(.__dict__)) else {
        throw raise(.typeError, "vars() argument must have __dict__ attribute")
      }
      return dict
    }
    namespace.function("dir", "object=None, /") { (a) throws(Raised) -> Value in
      guard !a[0].isUnbound else { throw raise(.runtimeError, "dir() has to be called by its name") }
      var method = Types.cls(a[0]).lookup(Symbol("__dir__")).flatMap { $0.isKind(.nativeFunction) ? nil : $0 }
      if a[0].isKind(.module), let own = ModuleObject.namespace(a[0])["__dir__"] {
        let list = try Iteration.list(try Call.call(own))
        try ListType.sort(list, key: .none, reverse: nil)
        return list
      }
      method = try method.map { (found) throws(Raised) in try Attributes.bind(found, a[0]) }
      if let method {
        let list = try Iteration.list(try Call.call(method))
        try ListType.sort(list, key: .none, reverse: nil)
        return list
      }
      return List.make(attributeNames(a[0]).map { Str.make($0) })
    }
  }

  /// The name that an argument says; raises `TypeError` unless it is a text.
  static func attributeName(_ value: Value) throws(Raised) -> Symbol {
    guard value.isKind(.str) else {
      throw raise(.typeError, "attribute name must be string, not '\(Types.name(value))'")
    }
    return Symbol(value)
  }
}
