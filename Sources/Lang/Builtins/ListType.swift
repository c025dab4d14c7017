/// The methods of `list`.
enum ListType {
  static func install() {
    let cls = Types.list.takeUnretainedValue()
    cls.staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      let list = List.make()
      list.object.pointee.cls = ClassObject.cls(a[0]).reference
      return list
    }
    cls.method("__init__", "self, iterable=(), /, **kwargs") { (a) throws(Raised) -> Value in
      try Construction.refuseKeywords(a[2], "list", ifPlain: .__new__, Types.cls(a[0]), Types.list)
      List.removeAll(a[0])
      if let iterable = a.optional(1) { try extend(a[0], iterable) }
      return .none
    }
    cls.method("append", "self, object, /") { (a) throws(Raised) -> Value in
      List.append(a[0], a[1])
      return .none
    }
    cls.method("extend", "self, iterable, /") { (a) throws(Raised) -> Value in
      try extend(a[0], a[1])
      return .none
    }
    cls.method("insert", "self, index, object, /") { (a) throws(Raised) -> Value in
      let count = List.count(a[0])
      let index = try Operations.index(a[1])
      let position = index < 0 ? max(0, index + count) : min(index, count)
      List.replace(a[0], position..<position, [a[2]])
      return .none
    }
    cls.method("pop", "self, index=-1, /") { (a) throws(Raised) -> Value in
      let index = try a.optional(1).map(Operations.index) ?? -1
      let count = List.count(a[0])
      if count == 0 { throw raise(.indexError, "pop from empty list") }
      let position = index < 0 ? index + count : index
      guard position >= 0 && position < count else { throw raise(.indexError, "pop index out of range") }
      return List.remove(a[0], at: position)
    }
    cls.method("remove", "self, value, /") { (a) throws(Raised) -> Value in
      var index = 0
      while index < List.count(a[0]) {
        if try Operations.sameOrEqual(List.item(a[0], index), a[1]) {
          _ = List.remove(a[0], at: index)
          return .none
        }
        index += 1
      }
      throw raise(.valueError, "list.remove(x): x not in list")
    }
    cls.method("clear", "self, /") { (a) throws(Raised) -> Value in
      List.removeAll(a[0])
      return .none
    }
    cls.method("copy", "self, /") { (a) throws(Raised) -> Value in List.make(Array(List.items(a[0]))) }
    cls.method("reverse", "self, /") { (a) throws(Raised) -> Value in
      var items = List.items(a[0])
      items.reverse()
      return .none
    }
    cls.method("count", "self, value, /") { (a) throws(Raised) -> Value in
      var found = 0
      var index = 0
      while index < List.count(a[0]) {
        if try Operations.sameOrEqual(List.item(a[0], index), a[1]) { found += 1 }
        index += 1
      }
      return Value(small: found)
    }
    cls.method("index", "self, value, start=0, stop=9223372036854775807, /") { (a) throws(Raised) -> Value in
      var index = try bound(a.optional(2), List.count(a[0]), 0)
      let stop = try bound(a.optional(3), List.count(a[0]), List.count(a[0]))
      while index < min(stop, List.count(a[0])) {
        if try Operations.sameOrEqual(List.item(a[0], index), a[1]) { return Value(small: index) }
        index += 1
      }
      throw raise(.valueError, "\(Str.swift(try Text.repr(a[1]))) is not in list")
    }
    cls.method("sort", "self, /, *, key=None, reverse=False") { (a) throws(Raised) -> Value in
      try sort(a[0], key: a.optional(1) ?? .none, reverse: a.optional(2))
      return .none
    }
    SequenceMethods.install(on: cls)
  }

  /// A start or stop argument within a sequence.
  static func bound(_ value: Value?, _ count: Int, _ fallback: Int) throws(Raised) -> Int {
    guard let value else { return fallback }
    guard Integer.isInteger(value) || value.isObject && Types.cls(value).lookup(.__index__) != nil else {
      throw raise(.typeError, "slice indices must be integers or have an __index__ method")
    }
    let index = Integer.isInteger(value) ? Integer.clamped(value) : try Operations.index(value)
    return index < 0 ? max(-count, index) + count : min(index, count)
  }

  /// Adds the items of an iterable at the end.
  static func extend(_ list: Value, _ iterable: Value) throws(Raised) {
    if iterable.object(isExactly: Types.list) {
      let count = List.count(iterable)
      for index in 0..<count { List.append(list, List.item(iterable, index)) }
      return
    }
    try Iteration.append(iterable, to: list)
  }
}

/// `tuple`
enum TupleType {
  static func install() {
    let cls = Types.tuple.takeUnretainedValue()
    cls.staticMethod("__new__", "cls, iterable=(), /, **kwargs") { (a) throws(Raised) -> Value in
      let target = ClassObject.cls(a[0])
      try Construction.refuseKeywords(a[2], "tuple", ifPlain: .__init__, target, Types.tuple)
      let isPlain = target === Types.tuple.takeUnretainedValue()
      guard let iterable = a.optional(1) else {
        let empty = Tuple.make([])
        empty.object.pointee.cls = target.reference
        return empty
      }
      if isPlain, iterable.object(isExactly: Types.tuple) { return iterable }
      let tuple = Tuple.make(Array(List.items(try Iteration.list(iterable))))
      tuple.object.pointee.cls = target.reference
      return tuple
    }
    cls.method("count", "self, value, /") { (a) throws(Raised) -> Value in
      var found = 0
      for item in Tuple.items(a[0]) where try Operations.sameOrEqual(item, a[1]) { found += 1 }
      return Value(small: found)
    }
    cls.method("index", "self, value, start=0, stop=9223372036854775807, /") { (a) throws(Raised) -> Value in
      let items = Tuple.items(a[0])
      var index = try ListType.bound(a.optional(2), items.count, 0)
      let stop = try ListType.bound(a.optional(3), items.count, items.count)
      while index < stop {
        if try Operations.sameOrEqual(items[index], a[1]) { return Value(small: index) }
        index += 1
      }
      throw raise(.valueError, "tuple.index(x): x not in tuple")
    }
    cls.method("__hash__", "self, /") { (a) throws(Raised) -> Value in Integer.make(try Operations.hash(a[0])) }
    SequenceMethods.install(on: cls)
  }
}

/// The special methods that containers offer by name, for `super().__getitem__(…)` and the like.
enum SequenceMethods {
  static func install(on cls: Class) {
    cls.method("__len__", "self, /") { (a) throws(Raised) -> Value in
      switch a[0].object.pointee.kind {
      case .list: Value(small: List.count(a[0]))
      case .dict: Value(small: Dict.count(a[0]))
      case .set: Value(small: PySet.count(a[0]))
      default: Value(small: Tuple.items(a[0]).count)
      }
    }
    cls.method("__iter__", "self, /") { (a) throws(Raised) -> Value in
      guard let iterator = Iteration.builtinIterator(a[0]) else { throw Operations.notIterable(a[0]) }
      return iterator
    }
    cls.method("__contains__", "self, key, /") { (a) throws(Raised) -> Value in
      switch a[0].object.pointee.kind {
      case .dict: return Value(try Dict.get(a[0], a[1]) != nil)
      case .set: return Value(try PySet.contains(a[0], SetType.hashable(a[1])))
      default:
        let iterator = Iteration.builtinIterator(a[0]) ?? .none
        while let item = try Iteration.next(iterator) {
          if try Operations.sameOrEqual(item, a[1]) { return .yes }
        }
        return .no
      }
    }
    guard cls.instanceKind != .set else { return }
    cls.method("__getitem__", "self, key, /") { (a) throws(Raised) -> Value in
      try Subscript.getBuiltin(a[0], Types.cls(a[0]), a[1])
    }
    guard cls.instanceKind != .tuple else { return }
    cls.method("__setitem__", "self, key, value, /") { (a) throws(Raised) -> Value in
      try Subscript.setBuiltin(a[0], Types.cls(a[0]), a[1], a[2])
      return .none
    }
    cls.method("__delitem__", "self, key, /") { (a) throws(Raised) -> Value in
      try Subscript.deleteBuiltin(a[0], Types.cls(a[0]), a[1])
      return .none
    }
  }
}
