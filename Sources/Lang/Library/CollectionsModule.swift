/// Python's `collections`: `deque` and `defaultdict` here, the rest in Python.
enum CollectionsModule {
  /// The items of a deque: a list whose first `start` places are free.
  final class Deque: Payload {
    var items = List.make()
    var start = 0
    var limit: Int?
    /// Grows with every change, so that iterators notice.
    var version = 0

    override func trace() { Heap.mark(items) }

    var count: Int { List.count(items) - start }

    subscript(index: Int) -> Value {
      get { List.item(items, start + index) }
      set { List.setItem(items, start + index, newValue) }
    }

    func append(_ value: Value) {
      version += 1
      List.append(items, value)
      if let limit, count > limit { _ = popFirst() }
    }

    func appendLeft(_ value: Value) {
      version += 1
      if start == 0 {
        let room = max(8, count)
        List.replace(items, 0..<0, Array(repeating: .none, count: room))
        start = room
      }
      start -= 1
      List.setItem(items, start, value)
      if let limit, count > limit { _ = popLast() }
    }

    func popFirst() -> Value {
      version += 1
      let value = List.item(items, start)
      List.setItem(items, start, .none)
      start += 1
      if start > 32 && start > List.count(items) / 2 {
        List.replace(items, 0..<start, [])
        start = 0
      }
      return value
    }

    func popLast() -> Value {
      version += 1
      return List.remove(items, at: List.count(items) - 1)
    }

    func clear() {
      version += 1
      List.removeAll(items)
      start = 0
    }
  }

  private final class DequeIterator: IteratorPayload {
    let deque: Deque
    let owner: Value
    let version: Int
    let isReversed: Bool
    var index = 0

    init(_ deque: Deque, _ owner: Value, reversed: Bool) {
      self.deque = deque
      self.owner = owner
      isReversed = reversed
      version = deque.version
    }

    override func trace() { Heap.mark(owner) }

    override var lengthHint: Int? { index == .max ? 0 : max(0, deque.count - index) }

    override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
      let shown = try part(owner)
      guard let source = Native.payload(shown, as: Deque.self) else { return nil }
      let copy = DequeIterator(source, shown, reversed: isReversed)
      copy.index = index
      return copy
    }

    override func next() throws(Raised) -> Value? {
      guard index < deque.count || version != deque.version && index != .max else {
        index = .max
        return nil
      }
      guard version == deque.version else {
        index = .max
        throw raise(.runtimeError, "deque mutated during iteration")
      }
      index += 1
      return deque[isReversed ? deque.count - index : index - 1]
    }
  }

  nonisolated(unsafe) private static var iteratorClass: Class! = nil
  nonisolated(unsafe) private static var reverseIteratorClass: Class! = nil

  static func build(_ module: Namespace) throws(Raised) {
    iteratorClass = Iterators.define("_deque_iterator", module: "_collections")
    reverseIteratorClass = Iterators.define("_deque_reverse_iterator", module: "_collections")
    module["deque"] = defineDeque().value
    module["defaultdict"] = defineDefaultDict().value
    try PythonSources.run("collections", in: module)
  }

  private static func of(_ value: Value) throws(Raised) -> Deque {
    guard let deque = Native.payload(value, as: Deque.self) else {
      throw raise(.typeError, "a 'collections.deque' object is required, not '\(Types.name(value))'")
    }
    return deque
  }

  private static func position(_ deque: Deque, _ index: Value) throws(Raised) -> Int {
    var position = try Operations.size(index)
    if position < 0 { position += deque.count }
    guard position >= 0, position < deque.count else { throw raise(.indexError, "deque index out of range") }
    return position
  }

  private static func extend(_ deque: Deque, _ iterable: Value, left: Bool = false) throws(Raised) {
    // A deque may be extended by itself.
    let source =
      Native.payload(iterable, as: Deque.self) === deque ? try Iteration.list(iterable) : iterable
    try Iteration.forEach(source) { (item) throws(Raised) -> Void in
      if left { deque.appendLeft(item) } else { deque.append(item) }
    }
  }

  private static func defineDeque() -> Class {
    let cls = Types.define("deque", module: "collections")
    cls.staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      Native.make(ClassObject.cls(a[0]), Deque())
    }
    cls.method("__init__", "self, iterable=(), maxlen=None") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      deque.clear()
      if let limit = a.optional(2), !limit.isNone {
        guard Integer.isInteger(limit) else { throw raise(.typeError, "an integer is required") }
        deque.limit = try Operations.index(limit)
        if deque.limit ?? 0 < 0 { throw raise(.valueError, "maxlen must be non-negative") }
      }
      if let iterable = a.optional(1) { try extend(deque, iterable) }
      return .none
    }
    addDequeChanges(cls)
    addDequeReading(cls)
    Subscript.positional = ["__getitem__", "__setitem__", "__delitem__"].map { cls.lookup(Symbol($0))?.bits ?? 0 }
    return cls
  }

  private static func addDequeChanges(_ cls: Class) {
    cls.method("append", "self, x, /") { (a) throws(Raised) -> Value in
      try of(a[0]).append(a[1])
      return .none
    }
    cls.method("appendleft", "self, x, /") { (a) throws(Raised) -> Value in
      try of(a[0]).appendLeft(a[1])
      return .none
    }
    cls.method("extend", "self, iterable, /") { (a) throws(Raised) -> Value in
      try extend(try of(a[0]), a[1])
      return .none
    }
    cls.method("extendleft", "self, iterable, /") { (a) throws(Raised) -> Value in
      try extend(try of(a[0]), a[1], left: true)
      return .none
    }
    cls.method("__iadd__", "self, iterable, /") { (a) throws(Raised) -> Value in
      try extend(try of(a[0]), a[1])
      return a[0]
    }
    cls.method("pop", "self, /") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      if deque.count == 0 { throw raise(.indexError, "pop from an empty deque") }
      return deque.popLast()
    }
    cls.method("popleft", "self, /") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      if deque.count == 0 { throw raise(.indexError, "pop from an empty deque") }
      return deque.popFirst()
    }
    cls.method("clear", "self, /") { (a) throws(Raised) -> Value in
      try of(a[0]).clear()
      return .none
    }
    cls.method("rotate", "self, n=1, /") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      let steps = try a.optional(1).map(Operations.index) ?? 1
      guard deque.count > 1 else { return .none }
      let shift = ((steps % deque.count) + deque.count) % deque.count
      for _ in 0..<shift { deque.appendLeft(deque.popLast()) }
      return .none
    }
    cls.method("__setitem__", "self, key, value, /") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      deque[try position(deque, a[1])] = a[2]
      return .none
    }
    cls.method("__delitem__", "self, key, /") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      _ = List.remove(deque.items, at: deque.start + (try position(deque, a[1])))
      deque.version += 1
      return .none
    }
    cls.method("remove", "self, value, /") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      let changed = { raise(.indexError, "deque mutated during iteration") }
      guard let index = try first(deque, a[1], 0..<deque.count, evenFound: true, changed) else {
        throw raise(.valueError, "\(Str.swift(try Text.repr(a[1]))) is not in deque")
      }
      _ = List.remove(deque.items, at: deque.start + index)
      deque.version += 1
      return .none
    }
    cls.method("insert", "self, index, value, /") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      var index = try Operations.index(a[1])
      if let limit = deque.limit, deque.count >= limit {
        throw raise(.indexError, "deque already at its maximum size")
      }
      if index < 0 { index = max(0, index + deque.count) }
      index = min(index, deque.count) + deque.start
      List.replace(deque.items, index..<index, [a[2]])
      deque.version += 1
      return .none
    }
    cls.method("reverse", "self, /") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      var low = 0
      var high = deque.count - 1
      while low < high {
        (deque[low], deque[high]) = (deque[high], deque[low])
        low += 1
        high -= 1
      }
      return .none
    }
  }

  private static func mutated() -> Raised { raise(.runtimeError, "deque mutated during iteration") }

  /// Where in a range a value is first; raises what `changed` gives when comparing changes the deque and, unless
  /// `evenFound`, says no.
  private static func first(
    _ deque: Deque, _ value: Value, _ range: Range<Int>, evenFound: Bool = false, _ changed: () -> Raised = mutated
  ) throws(Raised) -> Int? {
    let version = deque.version
    for index in range {
      let isFound = try Operations.sameOrEqual(deque[index], value)
      if deque.version != version, evenFound || !isFound { throw changed() }
      if isFound { return index }
    }
    return nil
  }

  private static func addDequeReading(_ cls: Class) {
    cls.method("__len__", "self, /") { (a) throws(Raised) -> Value in Integer.make(try of(a[0]).count) }
    cls.method("__iter__", "self, /") { (a) throws(Raised) -> Value in
      Native.make(iteratorClass, DequeIterator(try of(a[0]), a[0], reversed: false))
    }
    cls.method("__reversed__", "self, /") { (a) throws(Raised) -> Value in
      Native.make(reverseIteratorClass, DequeIterator(try of(a[0]), a[0], reversed: true))
    }
    cls.method("__getitem__", "self, key, /") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      return deque[try position(deque, a[1])]
    }
    cls.method("__contains__", "self, key, /") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      return Value(try first(deque, a[1], 0..<deque.count) != nil)
    }
    cls.method("count", "self, value, /") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      var found = 0
      var start = 0
      while let index = try first(deque, a[1], start..<deque.count, evenFound: true) {
        found += 1
        start = index + 1
      }
      return Integer.make(found)
    }
    cls.method("index", "self, value, start=None, stop=None, /") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      let low = try ListType.bound(a.optional(2), deque.count, 0)
      let high = try ListType.bound(a.optional(3), deque.count, deque.count)
      if let index = try first(deque, a[1], low..<max(low, min(high, deque.count))) {
        return Integer.make(index)
      }
      throw raise(.valueError, "\(Str.swift(try Text.repr(a[1]))) is not in deque")
    }
    func copy(_ value: Value) throws(Raised) -> Value {
      let deque = try of(value)
      let copy = Deque()
      let result = Native.make(Types.cls(value), copy)
      copy.limit = deque.limit
      for index in 0..<deque.count { copy.append(deque[index]) }
      return result
    }
    cls.method("copy", "self, /") { (a) throws(Raised) -> Value in try copy(a[0]) }
    cls.method("__copy__", "self, /") { (a) throws(Raised) -> Value in try copy(a[0]) }
    cls.method("__add__", "self, value, /") { (a) throws(Raised) -> Value in
      guard Native.payload(a[1], as: Deque.self) != nil else {
        throw raise(
          .typeError, "can only concatenate deque (not \"\(Types.name(a[1]))\") to deque")
      }
      let result = try copy(a[0])
      try extend(try of(result), a[1])
      return result
    }
    for name in ["__mul__", "__rmul__", "__imul__"] {
      cls.method(name, "self, value, /") { (a) throws(Raised) -> Value in
        let times = try Operations.size(a[1])
        let result = name == "__imul__" ? a[0] : try copy(a[0])
        let deque = try of(result)
        let items = (0..<deque.count).map { deque[$0] }
        let count = max(0, times)
        try Arithmetic.checkSize(min(items.count, deque.limit ?? .max) * 8, deque.limit == nil ? count : 1)
        if count == 0 { deque.clear() }
        // What a limit would push out again needn't be put in.
        let rounds = deque.limit.map { min(count, $0 / max(1, items.count) + 2) } ?? count
        for _ in 1..<max(1, rounds) { for item in items { deque.append(item) } }
        return result
      }
    }
    cls.method("__eq__", "self, value, /") { (a) throws(Raised) -> Value in
      guard Native.payload(a[1], as: Deque.self) != nil else { return .notImplemented }
      return Value(try Operations.equal(try Iteration.list(a[0]), try Iteration.list(a[1])))
    }
    for (name, op) in [("__lt__", .less), ("__le__", .lessEqual), ("__gt__", .greater), ("__ge__", .greaterEqual)]
      as [(String, ComparisonOperator)]
    {
      cls.method(name, "self, value, /") { (a) throws(Raised) -> Value in
        guard Native.payload(a[1], as: Deque.self) != nil else { return .notImplemented }
        return try Comparison.compare(op, try Iteration.list(a[0]), try Iteration.list(a[1]))
      }
    }
    cls.set(Symbol(.__hash__), .none)
    cls.property(
      "maxlen",
      get: { (value) throws(Raised) -> Value in
        try of(value).limit.map { Integer.make($0) } ?? .none
      })
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      let deque = try of(a[0])
      let text = try Text.reprOnce(a[0]) { () throws(Raised) -> Value in
        var out = Array("\(Types.cls(a[0]).name)(".utf8)
        try Text.appendRepr(try Iteration.list(a[0]), to: &out)
        if let limit = deque.limit { out.append(contentsOf: ", maxlen=\(limit)".utf8) }
        out.append(UInt8(ascii: ")"))
        return Str.make(out)
      }
      return text ?? Str.make("[...]")
    }
  }

  private static func defineDefaultDict() -> Class {
    let base = Types.dict.takeUnretainedValue()
    let cls = Types.define("defaultdict", module: "collections", kind: .dict, bases: [base])
    let factoryName = Symbol("default_factory")
    let factoryBag = Types.bag("defaultdict", hiding: [factoryName])
    cls.property(
      "default_factory", deletesToNone: true,
      get: { (value) throws(Raised) -> Value in
        Attributes.bag(value).flatMap { Instance.get($0, factoryName) } ?? .none
      },
      set: { (value, factory) throws(Raised) -> Void in
        if let bag = Attributes.makeBag(value, of: factoryBag) { Instance.set(bag, factoryName, factory) }
      })
    cls.method("__init__", "self, default_factory=None, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      let factory = a.optional(1) ?? .none
      guard factory.isNone || Call.isCallable(factory) else {
        throw raise(.typeError, "first argument must be callable or None")
      }
      try Attributes.set(a[0], factoryName, factory)
      guard let initializer = base.lookup(.__init__) else { return .none }
      _ = try FunctoolsModule.call(initializer, Tuple.make([a[0]]), Dict.make(), then: a[2], a[3])
      return .none
    }
    cls.method("__missing__", "self, key, /") { (a) throws(Raised) -> Value in
      guard let factory = try Attributes.find(a[0], factoryName), !factory.isNone else {
        throw raise(.keyError, value: a[1])
      }
      let value = try Call.call(factory)
      try Dict.set(a[0], a[1], value)
      return value
    }
    func copy(_ value: Value) throws(Raised) -> Value {
      let factory = try Attributes.find(value, factoryName) ?? .none
      return try Call.call(Types.cls(value).value, factory, value)
    }
    cls.method("copy", "self") { (a) throws(Raised) -> Value in try copy(a[0]) }
    cls.method("__copy__", "self") { (a) throws(Raised) -> Value in try copy(a[0]) }
    // The factory of the one on the left goes on, as that one's `copy` would have it.
    func joined(_ left: Value, _ right: Value, factoryOf owner: Value) throws(Raised) -> Value {
      guard left.isKind(.dict), right.isKind(.dict) else { return .notImplemented }
      let result = try Call.call(Types.cls(owner).value, try Attributes.find(owner, factoryName) ?? .none, left)
      for (key, value) in Dict.pairs(right) { try Dict.set(result, key, value) }
      return result
    }
    cls.method("__or__", "self, value, /") { (a) throws(Raised) -> Value in
      try joined(a[0], a[1], factoryOf: a[0])
    }
    cls.method("__ror__", "self, value, /") { (a) throws(Raised) -> Value in
      try joined(a[1], a[0], factoryOf: a[0])
    }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      var out = Array("\(Types.cls(a[0]).name)(".utf8)
      let factory = try Attributes.find(a[0], factoryName) ?? .none
      // A factory that is the dict's own method would show the dict again.
      let shown = try Text.reprOnce(factory) { () throws(Raised) -> Value in try Text.repr(factory) }
      out.append(contentsOf: shown.map { Array(Str.bytes($0)) } ?? Array("...".utf8))
      out.append(contentsOf: ", ".utf8)
      try Text.appendPlainRepr(a[0], to: &out)
      out.append(UInt8(ascii: ")"))
      return Str.make(out)
    }
    return cls
  }
}
