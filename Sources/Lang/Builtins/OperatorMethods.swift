/// The special methods by which Python code reaches what the interpreter does by itself: `list.__add__`,
/// `function.__get__` and their like.
enum OperatorMethods {
  static func install() {
    installSequences()
    installArguments()
    installGenerics()
    installSets()
    installCallables()
    installRangesAndSlices()
    installObject()
  }

  private static func binary(_ cls: Class, _ name: String, _ op: BinaryOperator, reflected: Bool = false) {
    cls.method(name, "self, value, /") { (a) throws(Raised) -> Value in
      // A text or bytes formats only what is on its right.
      if reflected, op == .mod, a[0].isKind(.str) || a[0].isKind(.bytes), !Types.isInstance(a[1], Types.cls(a[0])) {
        return .notImplemented
      }
      return reflected ? try Arithmetic.base(op, a[1], a[0]) : try Arithmetic.base(op, a[0], a[1])
    }
  }

  /// Refuses what can't be a number of repetitions, as methods do, unlike `*`, before they look at it.
  private static func checkCount(_ value: Value) throws(Raised) {
    if !Integer.isInteger(value), !value.isObject || Types.cls(value).lookup(.__index__) == nil {
      throw raise(.typeError, "'\(Types.name(value))' object cannot be interpreted as an integer")
    }
  }

  private static func inPlace(_ cls: Class, _ name: String, _ op: BinaryOperator) {
    cls.method(name, "self, value, /") { (a) throws(Raised) -> Value in
      if try Arithmetic.changeInPlace(op, a[0], a[1]) { return a[0] }
      guard a[0].isKind(.bytes) else { return .notImplemented }
      throw raise(.typeError, "can't concat \(Types.name(a[1])) to \(Types.name(a[0]))")
    }
  }

  /// `list[int]` and its like.
  private static func installGenerics() {
    for type in [Types.list, Types.dict, Types.tuple, Types.set, Types.frozenset] {
      type?.takeUnretainedValue().classMethod("__class_getitem__", "cls, index, /") { (a) throws(Raised) -> Value in
        GenericAlias.make(a[0], a[1])
      }
    }
  }

  /// What `copy` makes instances of subclasses from.
  private static func installArguments() {
    for type in [Types.str, Types.bytes, Types.tuple, Types.int, Types.float] {
      type?.takeUnretainedValue().method("__getnewargs__", "self, /") { (a) throws(Raised) -> Value in
        switch a[0].isObject ? a[0].object.pointee.kind : .bigInt {
        case .str: return Tuple.make([Str.make(Str.bytes(a[0]))])
        case .bytes: return Tuple.make([Bytes.make(Bytes.bytes(a[0]))])
        case .tuple: return Tuple.make([Tuple.make(Array(Tuple.items(a[0])))])
        default: return Tuple.make([Integer.big(a[0]).map { Integer.make($0) } ?? Numbers.plain(a[0])])
        }
      }
    }
  }

  private static func installSequences() {
    for type in [Types.str, Types.bytes, Types.bytearray, Types.list, Types.tuple] {
      guard let cls = type?.takeUnretainedValue() else { continue }
      cls.method("__add__", "self, value, /") { (a) throws(Raised) -> Value in
        try Arithmetic.concatenate(a[0], a[1])
      }
      for name in ["__mul__", "__rmul__"] {
        cls.method(name, "self, value, /") { (a) throws(Raised) -> Value in
          try checkCount(a[1])
          return try Arithmetic.base(.mult, a[0], a[1])
        }
      }
      if cls.instanceKind == .str || cls.instanceKind == .bytes {
        binary(cls, "__mod__", .mod)
        binary(cls, "__rmod__", .mod, reflected: true)
        cls.method("__getitem__", "self, key, /") { (a) throws(Raised) -> Value in
          try Subscript.getBuiltin(a[0], Types.cls(a[0]), a[1])
        }
        cls.method("__iter__", "self, /") { (a) throws(Raised) -> Value in
          Iteration.builtinIterator(a[0]) ?? .none
        }
      }
      if cls.instanceKind != .list && type?.toOpaque() != Types.bytearray.toOpaque() {
        cls.method("__hash__", "self, /") { (a) throws(Raised) -> Value in
          Integer.make(try Operations.hashByLayout(a[0]))
        }
      }
    }
    for type in [Types.list, Types.bytearray] {
      guard let cls = type?.takeUnretainedValue() else { continue }
      inPlace(cls, "__iadd__", .add)
      cls.method("__imul__", "self, value, /") { (a) throws(Raised) -> Value in
        try checkCount(a[1])
        return try Arithmetic.changeInPlace(.mult, a[0], a[1]) ? a[0] : .notImplemented
      }
      cls.set(Symbol(.__hash__), .none)
    }
    let bytearray = Types.bytearray.takeUnretainedValue()
    bytearray.method("__setitem__", "self, key, value, /") { (a) throws(Raised) -> Value in
      try Subscript.setBuiltin(a[0], Types.cls(a[0]), a[1], a[2])
      return .none
    }
    bytearray.method("__delitem__", "self, key, /") { (a) throws(Raised) -> Value in
      try Subscript.deleteBuiltin(a[0], Types.cls(a[0]), a[1])
      return .none
    }
    let dict = Types.dict.takeUnretainedValue()
    binary(dict, "__or__", .bitOr)
    binary(dict, "__ror__", .bitOr, reflected: true)
    inPlace(dict, "__ior__", .bitOr)
    dict.set(Symbol(.__hash__), .none)
    for type in [Types.list, Types.dict] {
      type?.takeUnretainedValue().method("__reversed__", "self, /") { (a) throws(Raised) -> Value in
        a[0].isKind(.list)
          ? Native.make(Iterators.listReverse, ListReverseIterator(a[0]))
          : Native.make(Iterators.dictReverseKeys, DictIterator(a[0], .keys, reversed: true))
      }
    }
  }

  private static func installSets() {
    let operators: [(String, BinaryOperator)] = [("or", .bitOr), ("and", .bitAnd), ("sub", .sub), ("xor", .bitXor)]
    for type in [Types.set, Types.frozenset] {
      guard let cls = type?.takeUnretainedValue() else { continue }
      for (name, op) in operators {
        binary(cls, "__\(name)__", op)
        binary(cls, "__r\(name)__", op, reflected: true)
        if type?.toOpaque() == Types.set.toOpaque() { inPlace(cls, "__i\(name)__", op) }
      }
    }
    Types.frozenset.takeUnretainedValue().method("__hash__", "self, /") { (a) throws(Raised) -> Value in
      Integer.make(try Operations.hashByLayout(a[0]))
    }
  }

  private static func installCallables() {
    let callables = [Types.function, Types.boundMethod, Types.nativeFunction, Types.methodDescriptor]
    for type in callables {
      type?.takeUnretainedValue().method("__call__", "self, /, *args, **kwargs") { (a) throws(Raised) -> Value in
        try Call.call(
          a[0], Array(Tuple.items(a[1])), keywords: Dict.pairs(a[2]).map { (Str.swift($0.key), $0.value) })
      }
    }
    let descriptors = [Types.function, Types.methodDescriptor, Types.staticMethod, Types.classMethod, Types.property]
    for type in descriptors {
      type?.takeUnretainedValue().method("__get__", "self, instance, owner=None, /") { (a) throws(Raised) -> Value in
        let owner = a.optional(2).flatMap { $0.isNone ? nil : $0 }
        if a[1].isNone, owner == nil { throw raise(.typeError, "__get__(None, None) is invalid") }
        return try Attributes.builtinGet(a[0], a[1], owner)
      }
    }
  }

  private static func installRangesAndSlices() {
    let range = Types.range.takeUnretainedValue()
    range.method("__len__", "self, /") { (a) throws(Raised) -> Value in Integer.make(PyRange.count(a[0])) }
    range.method("__bool__", "self, /") { (a) throws(Raised) -> Value in Value(PyRange.count(a[0]) > 0) }
    range.method("__iter__", "self, /") { (a) throws(Raised) -> Value in Iteration.builtinIterator(a[0]) ?? .none }
    range.method("__contains__", "self, key, /") { (a) throws(Raised) -> Value in
      Value(try Operations.contains(a[0], a[1]))
    }
    range.method("__getitem__", "self, key, /") { (a) throws(Raised) -> Value in try Subscript.get(a[0], a[1]) }
    range.method("__reversed__", "self, /") { (a) throws(Raised) -> Value in
      let layout = a[0].object.as(RangeLayout.self).pointee
      let count = PyRange.count(a[0])
      let last = layout.start &+ (count - 1) &* layout.step
      return Native.make(Iterators.range, RangeIterator(start: last, step: -layout.step, count: count))
    }
    range.method("__hash__", "self, /") { (a) throws(Raised) -> Value in
      Integer.make(try Operations.hashByLayout(a[0]))
    }
    range.method("count", "self, value, /") { (a) throws(Raised) -> Value in
      Value(small: try Operations.contains(a[0], a[1]) ? 1 : 0)
    }
    range.method("index", "self, value, /") { (a) throws(Raised) -> Value in
      if let int = Integer.int(a[1]), PyRange.contains(a[0], int) {
        let layout = a[0].object.as(RangeLayout.self).pointee
        return Integer.make((int - layout.start) / layout.step)
      }
      guard Integer.isInteger(a[1]) else {
        let iterator = Iteration.builtinIterator(a[0]) ?? .none
        var index = 0
        while let item = try Iteration.next(iterator) {
          if try Operations.equal(item, a[1]) { return Integer.make(index) }
          index += 1
        }
        throw raise(.valueError, "sequence.index(x): x not in sequence")
      }
      throw raise(.valueError, "\(Str.swift(try Text.repr(a[1]))) is not in range")
    }
    let slice = Types.slice.takeUnretainedValue()
    slice.method("indices", "self, length, /") { (a) throws(Raised) -> Value in
      try Slice.exactIndices(a[0], a[1])
    }
    slice.method("__eq__", "self, value, /") { (a) throws(Raised) -> Value in
      guard a[1].isKind(.slice) else { return .notImplemented }
      return Value(try Operations.equal(parts(a[0]), parts(a[1])))
    }
    for (name, op) in [
      ("__lt__", ComparisonOperator.less), ("__le__", .lessEqual), ("__gt__", .greater), ("__ge__", .greaterEqual),
    ] {
      slice.method(name, "self, value, /") { (a) throws(Raised) -> Value in
        a[1].isKind(.slice) ? try Comparison.compare(op, parts(a[0]), parts(a[1])) : .notImplemented
      }
    }
    slice.set(Symbol(.__hash__), .none)
    for (index, name) in ["start", "stop", "step"].enumerated() {
      slice.property(name, get: { (v) throws(Raised) -> Value in Tuple.items(parts(v))[index] })
      Types.range.takeUnretainedValue().property(
        name,
        get: { (v) throws(Raised) -> Value in
          let range = v.object.as(RangeLayout.self).pointee
          return Integer.make([range.start, range.stop, range.step][index])
        })
    }
  }

  private static func parts(_ slice: Value) -> Value {
    let layout = slice.object.as(SliceLayout.self).pointee
    return Tuple.make([layout.start, layout.stop, layout.step])
  }

  private static func installObject() {
    let object = Types.object.takeUnretainedValue()
    for name in ["__lt__", "__le__", "__gt__", "__ge__"] {
      for cls in [Types.object, Types.dict, Types.range] {
        cls?.takeUnretainedValue().method(name, "self, value, /") { (_) throws(Raised) -> Value in .notImplemented }
      }
    }
    object.method("__hash__", "self, /") { (a) throws(Raised) -> Value in Integer.make(Int(a[0].bits >> 4)) }
    object.method("__dir__", "self, /") { (a) throws(Raised) -> Value in
      List.make(Builtins.attributeNames(a[0]).map { Str.make($0) })
    }
    object.classMethod("__subclasshook__", "cls, other, /") { (_) throws(Raised) -> Value in .notImplemented }
    for name in ["__reduce__", "__reduce_ex__"] {
      object.method(name, "self, protocol=0, /") { (a) throws(Raised) -> Value in
        throw raise(.typeError, "cannot pickle '\(Types.name(a[0]))' object: pickling is not supported in a spec")
      }
    }
    object.method("__getstate__", "self, /") { (a) throws(Raised) -> Value in
      guard let state = try Library.load("copy")?["_own_state"] else { return .none }
      let result = try Call.call(state, a[0], Types.cls(a[0]).value)
      // Attributes alone are the object's own dict.
      return result.isKind(.dict) ? Builtins.dictionary(of: a[0]) ?? result : result
    }
    let none = Types.none.takeUnretainedValue()
    none.method("__bool__", "self, /") { (_) throws(Raised) -> Value in .no }
  }
}
