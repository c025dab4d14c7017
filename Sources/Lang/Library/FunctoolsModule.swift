/// Python's `functools`.
enum FunctoolsModule {
  private final class Partial: Payload {
    var function: Value
    var arguments: Value
    var keywords: Value

    init(_ function: Value, _ arguments: Value, _ keywords: Value) {
      self.function = function
      self.arguments = arguments
      self.keywords = keywords
    }

    override func trace() {
      Heap.mark(function)
      Heap.mark(arguments)
      Heap.mark(keywords)
    }
  }

  private final class Cache: Payload {
    let function: Value
    /// The results by arguments, the one used longest ago first.
    let results = Dict.make()
    let limit: Int?
    /// Whether equal arguments of different types have their own results.
    let isTyped: Bool
    var hits = 0
    var misses = 0

    init(_ function: Value, limit: Int?, isTyped: Bool) {
      self.function = function
      self.limit = limit
      self.isTyped = isTyped
    }

    override func trace() {
      Heap.mark(function)
      Heap.mark(results)
    }
  }

  static func build(_ module: Namespace) throws(Raised) {
    addPartial(module)
    addWraps(module)
    addCaches(module)
    module.function("reduce", "function, iterable, initial=None, /") { (a) throws(Raised) -> Value in
      var result = a.optional(2)
      let iterator = try Iteration.iterator(a[1])
      while let item = try Iteration.next(iterator) {
        if let current = result { result = try Call.call(a[0], current, item) } else { result = item }
      }
      guard let result else {
        throw raise(.typeError, "reduce() of empty iterable with no initial value")
      }
      return result
    }
    try PythonSources.run("functools", in: module)
  }

  /// Calls with a tuple of arguments, a dict of keywords, and more of both after them.
  static func call(
    _ function: Value, _ first: Value, _ keywords: Value, then more: Value, _ moreKeywords: Value
  ) throws(Raised) -> Value {
    let head = Tuple.items(first)
    let tail = Tuple.items(more)
    var pairs: [(key: Value, value: Value)] = []
    if Dict.count(keywords) > 0 || Dict.count(moreKeywords) > 0 {
      let all = Dict.make()
      for (key, value) in Dict.pairs(keywords) + Dict.pairs(moreKeywords) { try Dict.set(all, key, value) }
      pairs = Dict.pairs(all)
      // The dict of a partial can be changed by anyone.
      for (key, _) in pairs where !key.isKind(.str) { throw raise(.typeError, "keywords must be strings") }
    }
    let positional = head.count + tail.count
    return try Call.withValues(positional + pairs.count) { (values) throws(Raised) -> Value in
      for index in 0..<head.count { values[index] = head[index] }
      for index in 0..<tail.count { values[head.count + index] = tail[index] }
      for index in 0..<pairs.count { values[positional + index] = pairs[index].value }
      let names = pairs.isEmpty ? nil : KeywordNames(pairs.map { Symbol($0.key) })
      return try Call.call(function, values, positional, names)
    }
  }

  private static func addPartial(_ module: Namespace) {
    let cls = Types.define("partial", module: "functools", hasAttributes: true)
    cls.staticMethod("__new__", "cls, /, *args, **keywords") { (a) throws(Raised) -> Value in
      let given = Tuple.items(a[1])
      guard let function = given.first else { throw raise(.typeError, "type 'partial' takes at least one argument") }
      let (cls, rest, keywords) = (a[0], Tuple.make(Array(given.dropFirst())), a[2])
      guard Call.isCallable(function) else { throw raise(.typeError, "the first argument must be callable") }
      // A partial of a partial is one partial of the function inside.
      if let inner = Native.payload(function, as: Partial.self) {
        let arguments = Tuple.make(Array(Tuple.items(inner.arguments)) + Array(Tuple.items(rest)))
        let all = Dict.make()
        for (key, value) in Dict.pairs(inner.keywords) + Dict.pairs(keywords) { try Dict.set(all, key, value) }
        return Native.make(ClassObject.cls(cls), Partial(inner.function, arguments, all))
      }
      return Native.make(ClassObject.cls(cls), Partial(function, rest, keywords))
    }
    cls.method("__call__", "self, /, *args, **keywords") { (a) throws(Raised) -> Value in
      guard let partial = Native.payload(a[0], as: Partial.self) else { return .none }
      return try call(partial.function, partial.arguments, partial.keywords, then: a[1], a[2])
    }
    for (name, read) in [
      ("func", { $0.function }), ("args", { $0.arguments }), ("keywords", { $0.keywords }),
    ] as [(String, (Partial) -> Value)] {
      cls.property(
        name,
        get: { (value) throws(Raised) -> Value in
          guard let partial = Native.payload(value, as: Partial.self) else { return .none }
          return read(partial)
        }, set: { (_, _) throws(Raised) in throw raise(.attributeError, "readonly attribute") })
    }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in try partialText(a[0]) }
    cls.set(Symbol(.__dict__), ObjectType.dictDescriptor)
    // What `copy` and `pickle` ask for, and give to a new one.
    cls.method("__reduce__", "self, /") { (a) throws(Raised) -> Value in
      guard let partial = Native.payload(a[0], as: Partial.self) else { return .none }
      let own = Attributes.bag(a[0]) == nil ? .none : try Attributes.get(a[0], Symbol(.__dict__))
      let state = Tuple.make([partial.function, partial.arguments, partial.keywords, own])
      return Tuple.make([Types.cls(a[0]).value, Tuple.make([partial.function]), state])
    }
    cls.method("__setstate__", "self, state, /") { (a) throws(Raised) -> Value in
      guard let partial = Native.payload(a[0], as: Partial.self) else { return .none }
      let state = a[1].isKind(.tuple) ? Array(Tuple.items(a[1])) : []
      guard state.count == 4, Call.isCallable(state[0]), state[1].isKind(.tuple),
        state[2].isNone || state[2].isKind(.dict)
      else { throw raise(.typeError, "invalid partial state") }
      partial.function = state[0]
      partial.arguments =
        state[1].object(isExactly: Types.tuple) ? state[1] : Tuple.make(Array(Tuple.items(state[1])))
      if state[2].object(isExactly: Types.dict) {
        partial.keywords = state[2]
      } else {
        partial.keywords = Dict.make()
        for (key, value) in state[2].isNone ? [] : Dict.pairs(state[2]) { try Dict.set(partial.keywords, key, value) }
      }
      try Attributes.set(a[0], Symbol(.__dict__), state[3].isNone ? Dict.make() : state[3])
      return .none
    }
    module["partial"] = cls.value
  }

  /// The partials whose repr is being made, for those that contain themselves.
  private nonisolated(unsafe) static var shown: Set<UInt64> = []

  private static func partialText(_ value: Value) throws(Raised) -> Value {
    guard let partial = Native.payload(value, as: Partial.self) else { return .none }
    guard shown.insert(value.bits).inserted else { return Str.make("...") }
    defer { shown.remove(value.bits) }
    let cls = Types.cls(value)
    var out = Array("\(cls.isUserDefined ? cls.name : "functools.partial")(".utf8)
    try Text.appendRepr(partial.function, to: &out)
    for item in Tuple.items(partial.arguments) {
      out.append(contentsOf: ", ".utf8)
      try Text.appendRepr(item, to: &out)
    }
    for (key, value) in Dict.pairs(partial.keywords) {
      out.append(contentsOf: ", ".utf8)
      out.append(contentsOf: Str.bytes(try Text.str(key)))
      out.append(UInt8(ascii: "="))
      try Text.appendRepr(value, to: &out)
    }
    out.append(UInt8(ascii: ")"))
    return Str.make(out)
  }

  // MARK: wraps

  /// Gives a wrapper the identity of what it wraps.
  static func updateWrapper(_ wrapper: Value, _ wrapped: Value) throws(Raised) {
    for name in ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"] {
      guard let value = try Attributes.lookUp(wrapped, Symbol(name)) else { continue }
      do throws(Raised) { try Attributes.set(wrapper, Symbol(name), value) } catch {
        guard Exceptions.isA(Interpreter.raised, .attributeError) || Exceptions.isA(Interpreter.raised, .typeError)
        else { throw error }
      }
    }
    if wrapped.isObject, let bag = Attributes.bag(wrapped), !bag.isUnbound {
      for (name, value) in Instance.attributes(bag) { try Attributes.set(wrapper, name, value) }
    }
    try Attributes.set(wrapper, Symbol(.__wrapped__), wrapped)
  }

  private static func addWraps(_ module: Namespace) {
    module.function("update_wrapper", "wrapper, wrapped, assigned=(), updated=()") { (a) throws(Raised) -> Value in
      try updateWrapper(a[0], a[1])
      return a[0]
    }
    let apply = NativeFunction.make("wraps", "wrapped, wrapper", owner: "functools") { (a) throws(Raised) -> Value in
      try updateWrapper(a[1], a[0])
      return a[1]
    }
    Heap.pin(apply)
    module.function("wraps", "wrapped, assigned=(), updated=()") { (a) throws(Raised) -> Value in
      BoundMethod.make(apply, a[0])
    }
  }

  // MARK: Caches

  private static func addCaches(_ module: Namespace) {
    let cls = Types.define("_lru_cache_wrapper", module: "functools", hasAttributes: true)
    cls.method("__call__", "self, /, *args, **keywords") { (a) throws(Raised) -> Value in
      guard let cache = Native.payload(a[0], as: Cache.self) else { return .none }
      return try lookUp(cache, a[1], a[2])
    }
    cls.method("__get__", "self, instance, owner=None, /") { (a) throws(Raised) -> Value in
      a[1].isNone ? a[0] : BoundMethod.make(a[0], a[1])
    }
    cls.method("cache_clear", "self") { (a) throws(Raised) -> Value in
      guard let cache = Native.payload(a[0], as: Cache.self) else { return .none }
      Dict.table(cache.results).pointee.removeAll()
      cache.hits = 0
      cache.misses = 0
      return .none
    }
    cls.method("cache_info", "self") { (a) throws(Raised) -> Value in
      guard let cache = Native.payload(a[0], as: Cache.self) else { return .none }
      let counts = [
        Value(small: cache.hits), Value(small: cache.misses), cache.limit.map { Integer.make($0) } ?? .none,
        Value(small: Dict.count(cache.results)),
      ]
      guard let info = module["CacheInfo"] else { return Tuple.make(counts) }
      return try Call.call(info, counts)
    }
    func wrap(_ function: Value, _ limit: Int?, isTyped: Bool = false) throws(Raised) -> Value {
      guard Call.isCallable(function) else { throw raise(.typeError, "the first argument must be callable") }
      let wrapper = Native.make(cls, Cache(function, limit: limit, isTyped: isTyped))
      try updateWrapper(wrapper, function)
      let parameters = Dict.make()
      Dict.set(parameters, "maxsize", limit.map { Integer.make($0) } ?? .none)
      Dict.set(parameters, "typed", Value(isTyped))
      let ask = NativeFunction.make("cache_parameters", "", owner: "functools") { (_) throws(Raised) -> Value in
        let copy = Dict.make()
        for (key, value) in Dict.pairs(parameters) { try Dict.set(copy, key, value) }
        return copy
      }
      try Attributes.set(wrapper, Symbol("cache_parameters"), ask)
      return wrapper
    }
    module.function("cache", "user_function, /") { (a) throws(Raised) -> Value in try wrap(a[0], nil) }
    module.function("lru_cache", "maxsize=128, typed=False") { (a) throws(Raised) -> Value in
      let size = a.optional(0) ?? Value(small: 128)
      let isTyped = try a.optional(1).map(Operations.truth) ?? false
      if Call.isCallable(size) { return try wrap(size, 128, isTyped: isTyped) }
      guard size.isNone || Integer.isInteger(size) else {
        throw raise(.typeError, "Expected first argument to be an integer, a callable, or None")
      }
      let limit = Integer.int(size).map { max(0, $0) }
      return NativeFunction.make("decorating_function", "user_function", owner: "functools") {
        (a) throws(Raised) -> Value in
        try wrap(a[0], limit, isTyped: isTyped)
      }
    }
  }

  private static func lookUp(_ cache: Cache, _ arguments: Value, _ keywords: Value) throws(Raised) -> Value {
    if cache.limit == 0 {
      cache.misses += 1
      return try call(cache.function, arguments, keywords, then: Tuple.make([]), Dict.make())
    }
    var key = arguments
    if Dict.count(keywords) > 0 {
      var parts = Array(Tuple.items(arguments))
      for (name, value) in Dict.pairs(keywords) { parts.append(Tuple.make(name, value)) }
      key = Tuple.make(Tuple.make(parts), .ellipsis)
    }
    // As CPython has it: a lone int or text is its own key, so that 1 and True, or 1.0, are kept apart.
    if !cache.isTyped, Dict.count(keywords) == 0, Tuple.items(arguments).count == 1,
      case let only = Tuple.items(arguments)[0], only.isSmallInt || only.object(isExactly: Types.str)
    {
      key = only
    }
    if cache.isTyped {
      let values = Array(Tuple.items(arguments)) + Dict.pairs(keywords).map(\.value)
      key = Tuple.make(key, Tuple.make(values.map { Types.cls($0).value }))
    }
    if let known = try Dict.get(cache.results, key) {
      cache.hits += 1
      if cache.limit != nil {
        _ = try Dict.remove(cache.results, key)
        try Dict.set(cache.results, key, known)
      }
      return known
    }
    cache.misses += 1
    let result = try call(cache.function, arguments, keywords, then: Tuple.make([]), Dict.make())
    try Dict.set(cache.results, key, result)
    if let limit = cache.limit, Dict.count(cache.results) > limit {
      let table = Dict.table(cache.results)
      var position = 0
      while position < table.pointee.used, table.pointee.key(at: position).isUnbound { position += 1 }
      if position < table.pointee.used { _ = try Dict.remove(cache.results, table.pointee.key(at: position)) }
    }
    return result
  }
}
