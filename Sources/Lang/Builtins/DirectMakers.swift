/// The short ways to what code calls most: `str(x)`, `range(n)` and their like, without `__new__`, `__init__` and the
/// binding of their parameters. Whatever isn't plain goes the long way.
enum DirectMakers {
  /// Gives the built-in classes their short ways; called once.
  static func install() {
    set(Types.str) { (a) throws(Raised) -> Value? in a.count == 1 ? try Text.str(a[0]) : nil }
    set(Types.int) { (a) throws(Raised) -> Value? in
      guard a.count == 1 else { return nil }
      return a[0].isSmallInt ? a[0] : try NumberTypes.toInt(a[0])
    }
    set(Types.float) { (a) throws(Raised) -> Value? in a.count == 1 ? Value(try NumberTypes.toFloat(a[0])) : nil }
    set(Types.bool) { (a) throws(Raised) -> Value? in a.count == 1 ? Value(try Operations.truth(a[0])) : nil }
    set(Types.list) { (a) throws(Raised) -> Value? in
      a.count == 0 ? List.make() : a.count == 1 ? try Iteration.list(a[0]) : nil
    }
    set(Types.bytearray) { (a) throws(Raised) -> Value? in a.count == 0 ? Bytes.make([], mutable: true) : nil }
    set(Types.tuple) { (a) throws(Raised) -> Value? in
      guard a.count == 1 else { return nil }
      if a[0].object(isExactly: Types.tuple) { return a[0] }
      let items = try Iteration.list(a[0])
      return List.items(items).baseAddress.map { Tuple.make($0, List.count(items)) }
    }
    // Asking for a class makes nothing: no metaclass's `__init__` is to see it.
    set(Types.type) { (a) throws(Raised) -> Value? in a.count == 1 ? Types.cls(a[0]).value : nil }
    set(Types.dict) { (a) throws(Raised) -> Value? in a.count == 0 ? Dict.make() : nil }
    set(Types.set) { (a) throws(Raised) -> Value? in
      guard a.count <= 1 else { return nil }
      let set = PySet.make()
      if a.count == 1 { try SetType.add(a[0], to: set) }
      return set
    }
    set(Types.range) { (a) throws(Raised) -> Value? in
      guard a.count > 0, a.count <= 2, a[0].isSmallInt, a[a.count - 1].isSmallInt else { return nil }
      return a.count == 1 ? PyRange.make(0, a[0].smallInt, 1) : PyRange.make(a[0].smallInt, a[1].smallInt, 1)
    }
    set(Iterators.enumerate.reference) { (a) throws(Raised) -> Value? in
      guard a.count == 1 else { return nil }
      return Native.make(Iterators.enumerate, try EnumerateIterator(a[0], 0))
    }
    set(Iterators.zip.reference) { (a) throws(Raised) -> Value? in
      guard a.count == 2 else { return nil }
      let iterators = Tuple.make(.none, .none)
      for index in 0..<2 {
        // The long way says which argument can't be walked over.
        guard try Iteration.isIterable(a[index]) else { return nil }
        Tuple.items(iterators)[index] = try Iteration.iterator(a[index])
      }
      return Native.make(Iterators.zip, ZipIterator(iterators, strict: false))
    }
  }

  private static func set(_ type: Unmanaged<Class>, _ make: @escaping (Arguments) throws(Raised) -> Value?) {
    type.takeUnretainedValue().directMaker = .passRetained(DirectMaker(make))
  }
}
