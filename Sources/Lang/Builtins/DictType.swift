/// The methods of `dict`.
enum DictType {
  nonisolated(unsafe) static var viewClasses: [Class] = []

  static func install() {
    let cls = Types.dict.takeUnretainedValue()
    cls.staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      let dict = Dict.make()
      dict.object.pointee.cls = ClassObject.cls(a[0]).reference
      return dict
    }
    cls.method("__init__", "self, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      try update(a[0], Tuple.items(a[1]), a[2], "dict")
      return .none
    }
    cls.method("update", "self, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      try update(a[0], Tuple.items(a[1]), a[2], "update")
      return .none
    }
    cls.method("get", "self, key, default=None, /") { (a) throws(Raised) -> Value in
      try Dict.get(a[0], a[1]) ?? a.optional(2) ?? .none
    }
    cls.method("setdefault", "self, key, default=None, /") { (a) throws(Raised) -> Value in
      let hash = try Operations.hash(a[1])
      Dict.refresh(a[0])
      let position = try DictTable.find(in: Dict.table(a[0]), a[1], hash)
      if position >= 0 { return Dict.table(a[0]).pointee.value(at: position) }
      let value = a.optional(2) ?? .none
      Dict.table(a[0]).pointee.append(a[1], hash, value)
      if a[0].object.pointee.flags != 0 { ModuleDict.note(a[0], a[1], value) }
      return value
    }
    cls.method("pop", "self, key, default=None, /") { (a) throws(Raised) -> Value in
      Dict.refresh(a[0])
      // An empty one doesn't ask for the key's hash.
      if Dict.count(a[0]) > 0, let found = try Dict.remove(a[0], a[1]) { return found }
      if let fallback = a.optional(2) { return fallback }
      throw raise(.keyError, value: a[1])
    }
    cls.method("popitem", "self, /") { (a) throws(Raised) -> Value in
      let table = Dict.table(a[0])
      Dict.refresh(a[0])
      guard table.pointee.count > 0 else { throw raise(.keyError, "popitem(): dictionary is empty") }
      var position = table.pointee.used - 1
      while table.pointee.key(at: position).isUnbound { position -= 1 }
      let pair = Tuple.make(table.pointee.key(at: position), table.pointee.value(at: position))
      _ = try Dict.remove(a[0], Tuple.items(pair)[0])
      table.pointee.trim()
      return pair
    }
    cls.method("clear", "self, /") { (a) throws(Raised) -> Value in
      if a[0].object.pointee.flags != 0 {
        for (key, _) in Dict.pairs(a[0]) { _ = try Dict.remove(a[0], key) }
      }
      Dict.table(a[0]).pointee.removeAll()
      return .none
    }
    cls.method("copy", "self, /") { (a) throws(Raised) -> Value in
      let copy = Dict.make()
      Dict.refresh(a[0])
      Dict.table(copy).pointee = Dict.table(a[0]).pointee.copy()
      return copy
    }
    cls.classMethod("fromkeys", "cls, iterable, value=None, /") { (a) throws(Raised) -> Value in
      let isPlain = a[0].bits == Types.dict.takeUnretainedValue().value.bits
      let made = isPlain ? Dict.make() : try Call.call(a[0])
      let value = a.optional(2) ?? .none
      let isDict = made.object(isExactly: Types.dict)
      try Iteration.forEach(a[1]) { (key) throws(Raised) in
        if isDict { try Dict.set(made, key, value) } else { try Subscript.set(made, key, value) }
      }
      return made
    }
    for (name, part) in [("keys", DictPart.keys), ("values", .values), ("items", .items)] {
      let view = Types.define("dict_\(name)")
      viewClasses.append(view)
      cls.method(name, "self, /") { (a) throws(Raised) -> Value in Native.make(view, DictView(a[0], part)) }
      DictView.install(on: view, part)
    }
    SequenceMethods.install(on: cls)
  }

  private static func update(
    _ dict: Value, _ given: UnsafeMutableBufferPointer<Value>, _ named: Value, _ name: String
  ) throws(Raised) {
    guard given.count <= 1 else {
      throw raise(.typeError, "\(name) expected at most 1 argument, got \(given.count)")
    }
    if given.count == 1 { try update(dict, given[0]) }
    for (key, value) in Dict.pairs(named) { try Dict.set(dict, key, value) }
  }

  /// Takes over what a mapping or an iterable of pairs has.
  static func update(_ dict: Value, _ source: Value) throws(Raised) {
    if try updateByKeys(dict, source) { return }
    var index = 0
    try Iteration.forEach(source) { (item) throws(Raised) in
      guard try Iteration.isIterable(item) else {
        throw raise(
          .typeError, "cannot convert dictionary update sequence element #\(index) to a sequence")
      }
      let pair = try Iteration.list(item)
      guard List.count(pair) == 2 else {
        throw raise(
          .valueError,
          "dictionary update sequence element #\(index) has length \(List.count(pair)); 2 is required")
      }
      try Dict.set(dict, List.item(pair, 0), List.item(pair, 1))
      index += 1
    }
  }

  /// Takes over what a mapping has; false for what is none.
  static func updateByKeys(_ dict: Value, _ source: Value) throws(Raised) -> Bool {
    if source.isKind(.dict), try isWalkedAsDict(source) {
      try merge(source, into: dict)
      return true
    }
    guard let keys = try keys(of: source) else { return false }
    for index in 0..<List.count(keys) {
      let key = List.item(keys, index)
      try Dict.set(dict, key, try Subscript.get(source, key))
    }
    return true
  }

  /// A list of what a mapping's `keys` gives; nil for an object without it.
  static func keys(of source: Value) throws(Raised) -> Value? {
    guard let method = try Attributes.lookUp(source, Symbol(.keys)) else { return nil }
    let given = try Call.call(method)
    let iterator: Value
    do throws(Raised) { iterator = try Iteration.iterator(given) } catch {
      guard Exceptions.isA(Interpreter.raised, .typeError) else { throw error }
      throw raise(
        .typeError, "\(Types.name(source)).keys() returned a non-iterable (type \(Types.name(given)))")
    }
    return try Iteration.list(iterator)
  }

  /// Whether walking over a dict gives its keys as they stand: a subclass may say otherwise.
  static func isWalkedAsDict(_ dict: Value) throws(Raised) -> Bool {
    Types.cls(dict).override(.__iter__) == nil
  }

  /// Takes over what a dict has.
  static func merge(_ source: Value, into dict: Value) throws(Raised) {
    var position = 0
    Dict.refresh(source)
    let table = Dict.table(source)
    let count = table.pointee.count
    if source.bits == dict.bits { return }
    while position < table.pointee.used {
      let key = table.pointee.key(at: position)
      if !key.isUnbound {
        try Dict.set(dict, key, table.pointee.value(at: position))
        guard table.pointee.count == count else { throw raise(.runtimeError, "dict mutated during update") }
      }
      position += 1
    }
  }
}

/// The live views that `keys`, `values` and `items` give.
final class DictView: Payload {
  let dict: Value
  let part: DictPart

  init(_ dict: Value, _ part: DictPart) {
    self.dict = dict
    self.part = part
  }

  override func trace() { Heap.mark(dict) }

  /// A new iterator over the view.
  func iterator() -> Value {
    let cls: Class =
      switch part {
      case .keys: Iterators.dictKeys
      case .values: Iterators.dictValues
      case .items: Iterators.dictItems
      }
    return Native.make(cls, DictIterator(dict, part))
  }

  private static func state(_ value: Value) throws(Raised) -> DictView {
    guard let view = Native.payload(value, as: DictView.self) else { throw raise(.typeError, "not a dict view") }
    return view
  }

  static func install(on cls: Class, _ part: DictPart) {
    cls.method("__len__", "self, /") { (a) throws(Raised) -> Value in
      Value(small: Dict.count(try state(a[0]).dict))
    }
    cls.method("__iter__", "self, /") { (a) throws(Raised) -> Value in try state(a[0]).iterator() }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      guard let items = try Text.reprOnce(a[0], { () throws(Raised) in try Text.repr(try Iteration.list(a[0])) }) else {
        return Str.make("...")
      }
      let owner = Types.cls(try state(a[0]).dict)
      let isOrdered = owner.mro.contains { $0.name == "OrderedDict" && $0.module == "collections" }
      return Str.make("\(isOrdered ? "odict" : "dict")_\(part)(\(Str.swift(items)))")
    }
    cls.method("__reversed__", "self, /") { (a) throws(Raised) -> Value in
      let iterator =
        switch part {
        case .keys: Iterators.dictReverseKeys
        case .values: Iterators.dictReverseValues
        case .items: Iterators.dictReverseItems
        }
      return Native.make(
        iterator.unsafelyUnwrapped, DictIterator(try state(a[0]).dict, part, reversed: true))
    }
    cls.property("mapping", get: { (v) throws(Raised) -> Value in MappingProxy.make(try state(v).dict) })
    guard part != .values else { return }
    cls.method("isdisjoint", "self, other, /") { (a) throws(Raised) -> Value in
      let iterator = try Iteration.iterator(a[1])
      while let item = try Iteration.next(iterator) { if try Operations.contains(a[0], item) { return .no } }
      return .yes
    }
    cls.method("__contains__", "self, key, /") { (a) throws(Raised) -> Value in
      let dict = try state(a[0]).dict
      if part == .keys { return Value(try Dict.get(dict, a[1]) != nil) }
      guard a[1].isKind(.tuple), Tuple.items(a[1]).count == 2 else { return .no }
      guard let found = try Dict.get(dict, Tuple.items(a[1])[0]) else { return .no }
      return Value(try Operations.sameOrEqual(found, Tuple.items(a[1])[1]))
    }
    let operations: [(String, BinaryOperator)] = [
      ("and", .bitAnd), ("or", .bitOr), ("sub", .sub), ("xor", .bitXor),
    ]
    for (name, op) in operations {
      cls.method("__\(name)__", "self, other, /") { (a) throws(Raised) -> Value in
        try Arithmetic.binary(op, try SetType.make(a[0]), try SetType.make(a[1]))
      }
      cls.method("__r\(name)__", "self, other, /") { (a) throws(Raised) -> Value in
        let left = PySet.make()
        try SetAlgebra.add(a[1], to: left)
        return try Arithmetic.binary(op, left, try SetType.make(a[0]))
      }
    }
    for (name, op) in [("eq", ComparisonOperator.equal), ("le", .lessEqual), ("lt", .less), ("ge", .greaterEqual)] {
      cls.method("__\(name)__", "self, other, /") { (a) throws(Raised) -> Value in
        guard a[1].isKind(.set) || Native.payload(a[1], as: DictView.self) != nil else { return .notImplemented }
        return try Comparison.compare(op, try SetType.make(a[0]), try SetType.make(a[1]))
      }
    }
    cls.set(Symbol(.__hash__), .none)
  }
}
