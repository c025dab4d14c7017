/// The built-in functions that walk over things.
extension Builtins {
  static func installIteration(in namespace: Namespace) {
    namespace.function("iter", "object, sentinel=None, /") { (a) throws(Raised) -> Value in
      guard let sentinel = a.optional(1) else { return try Iteration.iterator(a[0]) }
      guard Call.isCallable(a[0]) else { throw raise(.typeError, "iter(v, w): v must be callable") }
      return Native.make(Iterators.callable, CallableIterator(a[0], sentinel))
    }
    namespace.function("next", "iterator, default=None, /") { (a) throws(Raised) -> Value in
      guard Iteration.isIterator(a[0]) else {
        throw raise(.typeError, "'\(Types.name(a[0]))' object is not an iterator")
      }
      if let item = try Iteration.next(a[0]) { return item }
      if let fallback = a.optional(1) { return fallback }
      var result = Native.payload(a[0], as: GeneratorState.self)?.result ?? .none
      // A `StopIteration` of a method of Python's goes through with its value.
      if Types.cls(a[0]).isUserDefined, !a[0].isKind(.native) { result = Iteration.lastResult }
      throw raise(Exceptions.make(ExceptionKind.stopIteration.cls, Tuple.make(result.isNone ? [] : [result])))
    }
    constructor(Iterators.enumerate, "cls, iterable, start=0") { (a) throws(Raised) -> Value in
      let start =
        try a.optional(2).map { (v) throws(Raised) in
          if Integer.isInteger(v), Integer.int(v) == nil {
            throw raise(.overflowError, "counting beyond 64 bits is not supported")
          }
          return try Operations.index(v)
        } ?? 0
      return Native.make(Iterators.enumerate, try EnumerateIterator(a[1], start))
    }
    constructor(Iterators.zip, "cls, *iterables, strict=False") { (a) throws(Raised) -> Value in
      let strict = try a.optional(2).map { (v) throws(Raised) in try Operations.truth(v) } ?? false
      return Native.make(Iterators.zip, ZipIterator(try iterators(a[1]), strict: strict))
    }
    constructor(Iterators.map, "cls, func=None, /, *iterables") { (a) throws(Raised) -> Value in
      guard Tuple.items(a[2]).count > 0 else { throw raise(.typeError, "map() must have at least two arguments.") }
      return Native.make(Iterators.map, MapIterator(a[1], try iterators(a[2])))
    }
    constructor(Iterators.filter, "cls, function, iterable, /") { (a) throws(Raised) -> Value in
      Native.make(Iterators.filter, FilterIterator(a[1], try Iteration.iterator(a[2])))
    }
    constructor(Iterators.reversed, "cls, sequence, /") { (a) throws(Raised) -> Value in try reversed(a[1]) }
    for cls in [Iterators.enumerate, Iterators.zip, Iterators.map, Iterators.filter, Iterators.reversed] {
      if let cls { namespace[cls.name] = cls.value }
    }
    namespace.function("sorted", "iterable, /, *, key=None, reverse=False") { (a) throws(Raised) -> Value in
      let list = try Iteration.list(a[0])
      try ListType.sort(list, key: a.optional(1) ?? .none, reverse: a.optional(2))
      return list
    }
    namespace.function("sum", "iterable, /, start=0") { (a) throws(Raised) -> Value in
      var total = a.optional(1) ?? Value(small: 0)
      guard try Iteration.isIterable(a[0]) else { throw Operations.notIterable(a[0]) }
      if total.isKind(.str) { throw raise(.typeError, "sum() can't sum strings [use ''.join(seq) instead]") }
      if total.isKind(.bytes) {
        let name = Types.name(total)
        throw raise(.typeError, "sum() can't sum \(name) [use b''.join(seq) instead]")
      }
      try walk(a[0]) { (item) throws(Raised) -> Bool in
        total = try Reduction.add(total, item)
        return true
      }
      return total
    }
    namespace.function("any", "iterable, /") { (a) throws(Raised) -> Value in
      Value(!(try walk(a[0]) { (item) throws(Raised) -> Bool in try !Operations.truth(item) }))
    }
    namespace.function("all", "iterable, /") { (a) throws(Raised) -> Value in
      Value(try walk(a[0]) { (item) throws(Raised) -> Bool in try Operations.truth(item) })
    }
    for (name, op) in [("min", ComparisonOperator.less), ("max", .greater)] {
      namespace.function(name, "*args, key=None, default=None") { (a) throws(Raised) -> Value in
        try extreme(name, op, Tuple.items(a[0]), key: a.optional(1) ?? .none, fallback: a.optional(2))
      }
    }
    Types.range.takeUnretainedValue().staticMethod("__new__", "cls, *args, /") { (a) throws(Raised) -> Value in
      let given = Tuple.items(a[1])
      guard given.count >= 1 && given.count <= 3 else {
        throw raise(
          .typeError,
          given.count == 0
            ? "range expected at least 1 argument, got 0" : "range expected at most 3 arguments, got \(given.count)")
      }
      let first = try bound(given[0])
      guard given.count > 1 else { return try PyRange.checked(0, first, 1) }
      let stop = try bound(given[1])
      let step = given.count > 2 ? try bound(given[2]) : 1
      if step == 0 { throw raise(.valueError, "range() arg 3 must not be zero") }
      return try PyRange.checked(first, stop, step)
    }
    Types.slice.takeUnretainedValue().staticMethod("__new__", "cls, *args, /") { (a) throws(Raised) -> Value in
      let given = Tuple.items(a[1])
      if given.count == 1 { return Slice.make(.none, given[0], .none) }
      guard given.count == 2 || given.count == 3 else {
        throw raise(
          .typeError, "slice expected at \(given.isEmpty ? "least 1 argument" : "most 3 arguments"), got \(given.count)"
        )
      }
      return Slice.make(given[0], given[1], given.count > 2 ? given[2] : .none)
    }
  }

  /// Gives the items of an iterable to `body` until it says false; says whether it never did.
  @discardableResult
  private static func walk(
    _ iterable: Value, _ body: (Value) throws(Raised) -> Bool
  ) throws(Raised) -> Bool {
    if var walk = Walk(iterable) {
      while let item = walk.next() { if try !body(item) { return false } }
      return true
    }
    let iterator = try Iteration.iterator(iterable)
    while let item = try Iteration.next(iterator) { if try !body(item) { return false } }
    return true
  }

  /// A bound or the step of a range.
  private static func bound(_ value: Value) throws(Raised) -> Int {
    var index = value
    if !Integer.isInteger(index), index.isObject, let result = try Call.special(index, .__index__) { index = result }
    guard Integer.isInteger(index) else { return try Operations.index(value) }
    guard let int = Integer.int(index), int != .min else { throw PyRange.tooLarge() }
    return int
  }

  /// Gives an iterator class its constructor.
  private static func constructor(_ cls: Class?, _ signature: String, _ body: @escaping NativeBody) {
    cls?.staticMethod("__new__", signature) { (a) throws(Raised) -> Value in
      let made = try body(a)
      let target = ClassObject.cls(a[0])
      if target.isUserDefined, made.isKind(.native) { made.object.pointee.cls = target.reference }
      return made
    }
  }

  /// A tuple of iterators over the items of a tuple.
  private static func iterators(_ iterables: Value) throws(Raised) -> Value {
    let list = List.make()
    for item in Tuple.items(iterables) { List.append(list, try Iteration.iterator(item)) }
    return try Iteration.tuple(list)
  }

  static func reversed(_ value: Value) throws(Raised) -> Value {
    if value.isObject, Types.cls(value).lookup(.__reversed__)?.isNone == true { throw notReversible(value) }
    if let result = try Call.special(value, .__reversed__) { return result }
    switch value.isObject ? value.object.pointee.kind : .free {
    case .list: return Native.make(Iterators.listReverse, ListReverseIterator(value))
    case .dict: return Native.make(Iterators.dictReverseKeys, DictIterator(value, .keys, reversed: true))
    case .tuple, .str, .bytes:
      return Native.make(Iterators.reversed, SequenceReverseIterator(value, count: try Operations.length(value)))
    default: break
    }
    guard value.isObject, Types.cls(value).lookup(.__getitem__) != nil else { throw notReversible(value) }
    return Native.make(Iterators.reversed, SequenceReverseIterator(value, count: try Operations.length(value)))
  }

  private static func notReversible(_ value: Value) -> Raised {
    raise(.typeError, "'\(Types.name(value))' object is not reversible")
  }

  private static func extreme(
    _ name: String, _ op: ComparisonOperator, _ given: UnsafeMutableBufferPointer<Value>, key: Value, fallback: Value?
  ) throws(Raised) -> Value {
    guard given.count > 0 else { throw raise(.typeError, "\(name) expected at least 1 argument, got 0") }
    if given.count > 1 && fallback != nil {
      throw raise(.typeError, "Cannot specify a default for \(name)() with multiple positional arguments")
    }
    let iterator = try Iteration.iterator(given.count == 1 ? given[0] : Tuple.make(Array(given)))
    var best = Value.unbound
    var bestKey = Value.unbound
    while let item = try Iteration.next(iterator) {
      let itemKey = key.isNone ? item : try Call.call(key, item)
      if best.isUnbound {
        (best, bestKey) = (item, itemKey)
      } else if try Operations.truth(try Comparison.compare(op, itemKey, bestKey)) {
        (best, bestKey) = (item, itemKey)
      }
    }
    if !best.isUnbound { return best }
    guard let fallback else { throw raise(.valueError, "\(name)() arg is an empty sequence") }
    return fallback
  }
}
