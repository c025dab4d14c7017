/// Python's `itertools`: the classes; their iterators are in `ItertoolsIterators.swift` and `Combinatorics.swift`.
enum ItertoolsModule {
  typealias Maker = (Arguments) throws(Raised) -> IteratorPayload

  static func build(_ module: Namespace) throws(Raised) {
    addInfinite(module)
    addFiltering(module)
    addGrouping(module)
    addCombinatorics(module)
  }

  /// Adds a class of iterators; the signature is that of its `__new__` after `cls`.
  @discardableResult
  private static func add(
    _ module: Namespace, _ name: String, _ signature: String, _ maker: @escaping Maker
  ) -> Class {
    let cls = Iterators.define(name, module: "itertools")
    cls.staticMethod("__new__", "cls, \(signature)") { (a) throws(Raised) -> Value in
      Native.make(ClassObject.cls(a[0]), try maker(Arguments(base: a.base + 1, count: a.count - 1)))
    }
    module[name] = cls.value
    return cls
  }

  private static func addInfinite(_ module: Namespace) {
    let count = add(module, "count", "start=0, step=1") { (a) throws(Raised) -> IteratorPayload in
      let start = a.optional(0) ?? Value(small: 0)
      let step = a.optional(1) ?? Value(small: 1)
      for value in [start, step] where !(value.isFloat || Integer.isInteger(value)) {
        let isSequence = [.str, .list, .tuple, .bytes].contains { value.isKind($0) }
        guard try Attributes.find(value, Symbol(.__add__)) != nil, !isSequence else {
          throw raise(.typeError, "a number is required")
        }
      }
      return CountIterator(start, step)
    }
    count.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      guard let state = Native.payload(a[0], as: CountIterator.self) else { return .none }
      var out = Array("count(".utf8)
      try Text.appendRepr(state.value, to: &out)
      if Integer.int(state.step) != 1 {
        out.append(contentsOf: ", ".utf8)
        try Text.appendRepr(state.step, to: &out)
      }
      out.append(UInt8(ascii: ")"))
      return Str.make(out)
    }
    add(module, "cycle", "iterable, /") { (a) throws(Raised) -> IteratorPayload in
      CycleIterator(try Iteration.iterator(a[0]))
    }
    let repeated = add(module, "repeat", "object, times=None") { (a) throws(Raised) -> IteratorPayload in
      let times = try a.optional(1).map { (value) throws(Raised) in max(0, try Operations.index(value)) }
      return RepeatIterator(a[0], times)
    }
    repeated.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      guard let state = Native.payload(a[0], as: RepeatIterator.self) else { return .none }
      var out = Array("repeat(".utf8)
      try Text.appendRepr(state.value, to: &out)
      if let left = state.left { out.append(contentsOf: ", \(left)".utf8) }
      out.append(UInt8(ascii: ")"))
      return Str.make(out)
    }
  }

  private static func addFiltering(_ module: Namespace) {
    add(module, "accumulate", "iterable, func=None, *, initial=None") { (a) throws(Raised) -> IteratorPayload in
      AccumulateIterator(
        try Iteration.iterator(a[0]), a.optional(1).flatMap { $0.isNone ? nil : $0 },
        initial: a.optional(2).flatMap { $0.isNone ? nil : $0 })
    }
    let chain = add(module, "chain", "*iterables") { (a) throws(Raised) -> IteratorPayload in
      ChainIterator(try Iteration.iterator(a[0]))
    }
    chain.classMethod("from_iterable", "cls, iterable, /") { (a) throws(Raised) -> Value in
      Native.make(ClassObject.cls(a[0]), ChainIterator(try Iteration.iterator(a[1])))
    }
    add(module, "compress", "data, selectors") { (a) throws(Raised) -> IteratorPayload in
      CompressIterator(try Iteration.iterator(a[0]), try Iteration.iterator(a[1]))
    }
    for (name, kind) in [
      ("dropwhile", TestIterator.Kind.dropWhile), ("takewhile", .takeWhile), ("filterfalse", .filterFalse),
      ("starmap", .starMap),
    ] {
      let first = name == "starmap" || name == "filterfalse" ? "function" : "predicate"
      add(module, name, "\(first), iterable, /") { (a) throws(Raised) -> IteratorPayload in
        TestIterator(kind, a[0], try Iteration.iterator(a[1]))
      }
    }
    add(module, "islice", "iterable, start, stop=None, step=None, /") { (a) throws(Raised) -> IteratorPayload in
      func part(_ value: Value?, _ otherwise: Int?, _ message: String) throws(Raised) -> Int? {
        guard let value, !value.isNone else { return otherwise }
        guard Integer.isInteger(value) || value.isObject && Types.cls(value).lookup(.__index__) != nil,
          case let number = try Operations.index(value), number >= 0
        else { throw raise(.valueError, message) }
        return number
      }
      let indices = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
      let isShort = a.optional(2) == nil
      let stop = try part(
        isShort ? a[1] : a.optional(2), nil,
        isShort
          ? "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize." : indices)
      let start = isShort ? 0 : try part(a[1], 0, indices) ?? 0
      let step = try part(a.optional(3), 1, "Step for islice() must be a positive integer or None.") ?? 1
      if step < 1 { throw raise(.valueError, "Step for islice() must be a positive integer or None.") }
      return SliceIterator(try Iteration.iterator(a[0]), start, stop, step)
    }
    add(module, "pairwise", "iterable, /") { (a) throws(Raised) -> IteratorPayload in
      PairIterator(try Iteration.iterator(a[0]))
    }
    add(module, "zip_longest", "*iterables, fillvalue=None") { (a) throws(Raised) -> IteratorPayload in
      let iterators = List.make()
      for item in Tuple.items(a[0]) { List.append(iterators, try Iteration.iterator(item)) }
      return LongestIterator(iterators, a.optional(1) ?? .none)
    }
  }

  private static func addGrouping(_ module: Namespace) {
    let grouper = Iterators.define("_grouper", module: "itertools")
    add(module, "groupby", "iterable, key=None") { (a) throws(Raised) -> IteratorPayload in
      GroupIterator(try Iteration.iterator(a[0]), a.optional(1).flatMap { $0.isNone ? nil : $0 }, grouper)
    }
    let tee = Iterators.define("_tee", module: "itertools")
    tee.method("__copy__", "self, /") { (a) throws(Raised) -> Value in
      guard let state = Native.payload(a[0], as: TeeIterator.self) else { return .none }
      return Native.make(tee, TeeIterator(state.source, state.link))
    }
    module.function("tee", "iterable, n=2, /") { (a) throws(Raised) -> Value in
      let count = try a.optional(1).map(Operations.index) ?? 2
      if count < 0 { throw raise(.valueError, "n must be >= 0") }
      var source = try Iteration.iterator(a[0])
      var link = List.make()
      if let state = Native.payload(source, as: TeeIterator.self) {
        source = state.source
        link = state.link
      }
      let result = List.make()
      for _ in 0..<count { List.append(result, Native.make(tee, TeeIterator(source, link))) }
      return try Iteration.tuple(result)
    }
  }

  private static func addCombinatorics(_ module: Namespace) {
    add(module, "product", "*iterables, repeat=1") { (a) throws(Raised) -> IteratorPayload in
      let times = try a.optional(1).map(Operations.index) ?? 1
      if times < 0 { throw raise(.valueError, "repeat argument cannot be negative") }
      let once = List.make()
      for item in Tuple.items(a[0]) { List.append(once, try Iteration.tuple(item)) }
      let pools = List.make()
      for _ in 0..<times { for pool in List.items(once) { List.append(pools, pool) } }
      return ProductIterator(pools)
    }
    for (name, kind) in [
      ("combinations", CombinationIterator.Kind.combinations), ("combinations_with_replacement", .withReplacement),
    ] {
      add(module, name, "iterable, r") { (a) throws(Raised) -> IteratorPayload in
        let length = try Operations.index(a[1])
        if length < 0 { throw raise(.valueError, "r must be non-negative") }
        return CombinationIterator(kind, try Iteration.tuple(a[0]), length)
      }
    }
    add(module, "permutations", "iterable, r=None") { (a) throws(Raised) -> IteratorPayload in
      let pool = try Iteration.tuple(a[0])
      let given = a.optional(1).flatMap { $0.isNone ? nil : $0 }
      if let given, !Integer.isInteger(given) { throw raise(.typeError, "Expected int as r") }
      let length = try given.map(Operations.index) ?? Tuple.items(pool).count
      if length < 0 { throw raise(.valueError, "r must be non-negative") }
      return PermutationIterator(pool, length)
    }
  }
}
