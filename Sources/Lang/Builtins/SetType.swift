/// The methods of `set` and `frozenset`.
enum SetType {
  static func install() {
    for (type, isFrozen) in [(Types.set, false), (Types.frozenset, true)] {
      guard let cls = type?.takeUnretainedValue() else { continue }
      let signature = isFrozen ? "cls, iterable=(), /, **kwargs" : "cls, /, *args, **kwargs"
      cls.staticMethod("__new__", signature) { (a) throws(Raised) -> Value in
        if isFrozen {
          try Construction.refuseKeywords(a[2], cls.name, ifPlain: .__init__, ClassObject.cls(a[0]), cls.reference)
        }
        let target = ClassObject.cls(a[0])
        if isFrozen, target === cls, let given = a.optional(1), given.object(isExactly: Types.frozenset) {
          return given
        }
        let set = PySet.make(frozen: isFrozen)
        set.object.pointee.cls = target.reference
        // A set that can change is filled by `__init__`.
        if isFrozen, let iterable = a.optional(1) { try add(iterable, to: set) }
        return set
      }
      installAlgebra(on: cls, isFrozen)
      cls.method("copy", "self, /") { (a) throws(Raised) -> Value in
        if a[0].object(isExactly: Types.frozenset) { return a[0] }
        let copy = PySet.make(frozen: isFrozen)
        PySet.table(copy).pointee = PySet.table(a[0]).pointee.copy()
        return copy
      }
      SequenceMethods.install(on: cls)
    }
    installChanges(on: Types.set.takeUnretainedValue())
  }

  /// A set of the items of an iterable.
  static func make(_ iterable: Value) throws(Raised) -> Value {
    if iterable.isKind(.set) { return iterable }
    let set = PySet.make()
    try add(iterable, to: set)
    return set
  }

  static func add(_ iterable: Value, to set: Value) throws(Raised) {
    try SetAlgebra.add(iterable, to: set)
  }

  private static func copy(_ value: Value, frozen: Bool) throws(Raised) -> Value {
    let copy = PySet.make(frozen: frozen)
    PySet.table(copy).pointee = PySet.table(value).pointee.copy()
    return copy
  }

  /// A set as the frozen one of the same elements, which `in`, `remove` and `discard` look for; others as they are.
  static func hashable(_ element: Value) throws(Raised) -> Value {
    guard element.isKind(.set), !PySet.isFrozen(element), Types.cls(element).lookup(.__hash__)?.isNone ?? true else {
      return element
    }
    return try copy(element, frozen: true)
  }

  private static func installAlgebra(on cls: Class, _ isFrozen: Bool) {
    let operations: [(String, (Value, Value) throws(Raised) -> Value)] = [
      (
        "union",
        { (a, b) throws(Raised) in
          let result = SetAlgebra.copy(a)
          try SetAlgebra.add(b, to: result)
          return result
        }
      ), ("intersection", SetAlgebra.intersection),
    ]
    for (name, operation) in operations {
      cls.method(name, "self, /, *others") { (a) throws(Raised) -> Value in
        let others = Tuple.items(a[1])
        if others.count == 0 { return try copy(a[0], frozen: isFrozen) }
        var result = a[0]
        for other in others { result = try operation(result, other) }
        return result
      }
    }
    cls.method("difference", "self, /, *others") { (a) throws(Raised) -> Value in
      let others = Tuple.items(a[1])
      guard let first = others.first else { return try copy(a[0], frozen: isFrozen) }
      let result = try SetAlgebra.difference(a[0], first)
      for other in others.dropFirst() { try SetAlgebra.remove(other, from: result) }
      return result
    }
    cls.method("symmetric_difference", "self, other, /") { (a) throws(Raised) -> Value in
      try SetAlgebra.symmetricDifference(a[0], a[1])
    }
    cls.method("issubset", "self, other, /") { (a) throws(Raised) -> Value in
      Value(try Comparison.isSubset(a[0], try make(a[1])))
    }
    cls.method("issuperset", "self, other, /") { (a) throws(Raised) -> Value in
      if a[1].isKind(.set) { return Value(try Comparison.isSubset(a[1], a[0])) }
      let iterator = try Iteration.iterator(a[1])
      while let item = try Iteration.next(iterator) { if try !PySet.contains(a[0], item) { return .no } }
      return .yes
    }
    cls.method("isdisjoint", "self, other, /") { (a) throws(Raised) -> Value in
      let iterator = try Iteration.iterator(a[1])
      while let item = try Iteration.next(iterator) { if try PySet.contains(a[0], item) { return .no } }
      return .yes
    }
  }

  private static func installChanges(on cls: Class) {
    cls.set(Symbol(.__hash__), .none)
    cls.method("__init__", "self, iterable=(), /, **kwargs") { (a) throws(Raised) -> Value in
      try Construction.refuseKeywords(a[2], "set", ifPlain: .__new__, Types.cls(a[0]), Types.set)
      PySet.table(a[0]).pointee.removeAll()
      if let iterable = a.optional(1) { try add(iterable, to: a[0]) }
      return .none
    }
    cls.method("add", "self, object, /") { (a) throws(Raised) -> Value in
      try PySet.insert(a[0], a[1])
      return .none
    }
    cls.method("discard", "self, object, /") { (a) throws(Raised) -> Value in
      _ = try PySet.remove(a[0], hashable(a[1]))
      return .none
    }
    cls.method("remove", "self, object, /") { (a) throws(Raised) -> Value in
      guard try PySet.remove(a[0], hashable(a[1])) else { throw raise(.keyError, value: a[1]) }
      return .none
    }
    cls.method("pop", "self, /") { (a) throws(Raised) -> Value in
      if let element = PySet.table(a[0]).pointee.pop() { return element }
      throw raise(.keyError, "pop from an empty set")
    }
    cls.method("clear", "self, /") { (a) throws(Raised) -> Value in
      PySet.table(a[0]).pointee.removeAll()
      return .none
    }
    cls.method("update", "self, /, *others") { (a) throws(Raised) -> Value in
      for other in Tuple.items(a[1]) { try add(other, to: a[0]) }
      return .none
    }
    let changes: [(String, (Value, Value) throws(Raised) -> Void)] = [
      ("difference_update", { (a, b) throws(Raised) in try SetAlgebra.remove(b, from: a) }),
      (
        "intersection_update",
        { (a, b) throws(Raised) in SetAlgebra.take(try SetAlgebra.intersection(a, b), into: a) }
      ),
    ]
    for (name, change) in changes {
      cls.method(name, "self, /, *others") { (a) throws(Raised) -> Value in
        for other in Tuple.items(a[1]) { try change(a[0], other) }
        return .none
      }
    }
    cls.method("symmetric_difference_update", "self, other, /") { (a) throws(Raised) -> Value in
      try SetAlgebra.toggle(a[1], in: a[0])
      return .none
    }
  }
}
