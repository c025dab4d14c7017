/// Python's `operator`.
enum OperatorModule {
  /// What `itemgetter`, `attrgetter` and `methodcaller` remember.
  private final class Getter: Payload {
    /// The items, the attribute names as texts, or the method's name followed by its arguments.
    let items: Value
    let keywords: Value
    /// Each attribute's dotted name in parts.
    let paths: [[Symbol]]

    init(_ items: Value, keywords: Value = .unbound, paths: [[Symbol]] = []) {
      self.items = items
      self.keywords = keywords
      self.paths = paths
    }

    override func trace() {
      Heap.mark(items)
      Heap.mark(keywords)
    }
  }

  static func build(_ module: Namespace) throws(Raised) {
    addArithmetic(module)
    addComparison(module)
    addSequence(module)
    addGetters(module)
    module["__all__"] = List.make(
      module.names.filter { !$0.name.hasPrefix("_") }.map(\.value).sorted { Str.compare($0, $1) < 0 })
  }

  /// Adds a function under its name and, between underscores, that of the special method.
  private static func add(
    _ module: Namespace, _ name: String, _ signature: String, _ special: String? = nil, _ body: @escaping NativeBody
  ) {
    module.function(name, signature, body)
    if let function = module[name] { module[special ?? "__\(name)__"] = function }
  }

  private static func addArithmetic(_ module: Namespace) {
    let binary: [(String, BinaryOperator, String?)] = [
      ("add", .add, nil), ("sub", .sub, nil), ("mul", .mult, nil), ("truediv", .div, nil),
      ("floordiv", .floorDiv, nil), ("mod", .mod, nil), ("pow", .pow, nil), ("matmul", .matMult, nil),
      ("and_", .bitAnd, "__and__"), ("or_", .bitOr, "__or__"), ("xor", .bitXor, nil), ("lshift", .leftShift, nil),
      ("rshift", .rightShift, nil),
    ]
    for (name, op, special) in binary {
      add(module, name, "a, b, /", special) { (a) throws(Raised) -> Value in try Arithmetic.binary(op, a[0], a[1]) }
      let inPlace = "i" + name.prefix { $0 != "_" }
      add(module, inPlace, "a, b, /") { (a) throws(Raised) -> Value in try Arithmetic.inPlace(op, a[0], a[1]) }
    }
    for (name, op) in [("neg", UnaryOperator.minus), ("pos", .plus), ("invert", .invert), ("inv", .invert)] {
      add(module, name, "a, /") { (a) throws(Raised) -> Value in try Arithmetic.unary(op, a[0]) }
    }
    for (name, builtin) in [("abs", "abs")] {
      if let function = Interpreter.builtins[builtin] {
        add(module, name, "a, /") { (a) throws(Raised) -> Value in try Call.call(function, a[0]) }
      }
    }
    add(module, "index", "a, /") { (a) throws(Raised) -> Value in
      let result = try Operations.indexed(a[0])
      return Integer.big(result).map { Integer.make($0) } ?? result
    }
  }

  private static func addComparison(_ module: Namespace) {
    let comparisons: [(String, ComparisonOperator)] = [
      ("lt", .less), ("le", .lessEqual), ("eq", .equal), ("ne", .notEqual), ("ge", .greaterEqual), ("gt", .greater),
    ]
    for (name, op) in comparisons {
      add(module, name, "a, b, /") { (a) throws(Raised) -> Value in try Comparison.compare(op, a[0], a[1]) }
    }
    add(module, "not_", "a, /", "__not__") { (a) throws(Raised) -> Value in Value(!(try Operations.truth(a[0]))) }
    module.function("truth", "a, /") { (a) throws(Raised) -> Value in Value(try Operations.truth(a[0])) }
    module.function("is_", "a, b, /") { (a) throws(Raised) -> Value in Value(Value.same(a[0], a[1])) }
    module.function("is_not", "a, b, /") { (a) throws(Raised) -> Value in Value(!Value.same(a[0], a[1])) }
  }

  private static func addSequence(_ module: Namespace) {
    add(module, "concat", "a, b, /") { (a) throws(Raised) -> Value in
      guard a[0].isObject, Types.cls(a[0]).lookup(.__getitem__) != nil || isSequence(a[0]) else {
        throw raise(.typeError, "'\(Types.name(a[0]))' object can't be concatenated")
      }
      return try Arithmetic.binary(.add, a[0], a[1])
    }
    add(module, "iconcat", "a, b, /") { (a) throws(Raised) -> Value in
      guard a[0].isObject, Types.cls(a[0]).lookup(.__getitem__) != nil || isSequence(a[0]) else {
        throw raise(.typeError, "'\(Types.name(a[0]))' object can't be concatenated")
      }
      return try Arithmetic.inPlace(.add, a[0], a[1])
    }
    add(module, "contains", "a, b, /") { (a) throws(Raised) -> Value in
      Value(try Operations.contains(a[0], a[1]))
    }
    add(module, "getitem", "a, b, /") { (a) throws(Raised) -> Value in try Subscript.get(a[0], a[1]) }
    add(module, "setitem", "a, b, c, /") { (a) throws(Raised) -> Value in
      try Subscript.set(a[0], a[1], a[2])
      return .none
    }
    add(module, "delitem", "a, b, /") { (a) throws(Raised) -> Value in
      try Subscript.delete(a[0], a[1])
      return .none
    }
    module.function("countOf", "a, b, /") { (a) throws(Raised) -> Value in
      var count = 0
      let iterator = try iterator(a[0])
      while let item = try Iteration.next(iterator) {
        if try Operations.sameOrEqual(item, a[1]) { count += 1 }
      }
      return Integer.make(count)
    }
    module.function("indexOf", "a, b, /") { (a) throws(Raised) -> Value in
      var index = 0
      let iterator = try iterator(a[0])
      while let item = try Iteration.next(iterator) {
        if try Operations.sameOrEqual(item, a[1]) { return Integer.make(index) }
        index += 1
      }
      throw raise(.valueError, "sequence.index(x): x not in sequence")
    }
    module.function("length_hint", "obj, default=0, /") { (a) throws(Raised) -> Value in
      let fallback = a.optional(1) ?? Value(small: 0)
      if !Integer.isInteger(fallback) {
        throw raise(.typeError, "'\(Types.name(fallback))' object cannot be interpreted as an integer")
      }
      if let payload = Native.payload(a[0], as: IteratorPayload.self), let hint = payload.lengthHint {
        return Integer.make(hint)
      }
      if a[0].isObject, isSequence(a[0]) { return Integer.make(try Operations.length(a[0])) }
      if let hint = try Iteration.lengthHint(a[0]) { return Integer.make(hint) }
      return fallback
    }
    add(module, "call", "obj, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      try FunctoolsModule.call(a[0], a[1], a[2], then: Tuple.make([]), Dict.make())
    }
  }

  /// The iterator of what is searched, with the words of `in` for what has none.
  private static func iterator(_ value: Value) throws(Raised) -> Value {
    do throws(Raised) { return try Iteration.iterator(value) } catch {
      throw Exceptions.isA(Interpreter.raised, .typeError) ? Operations.notContainer(value) : error
    }
  }

  private static func isSequence(_ value: Value) -> Bool {
    value.isKind(.str) || value.isKind(.list) || value.isKind(.tuple) || value.isKind(.bytes) || value.isKind(.range)
      || value.isKind(.dict) || value.isKind(.set)
  }

  private static func state(_ value: Value) throws(Raised) -> Getter {
    guard let state = Native.payload(value, as: Getter.self) else {
      throw raise(.typeError, "'\(Types.name(value))' object is not callable")
    }
    return state
  }

  private static func addGetters(_ module: Namespace) {
    let items = Types.define("itemgetter", module: "operator")
    items.staticMethod("__new__", "cls, /, *items") { (a) throws(Raised) -> Value in
      if Tuple.items(a[1]).isEmpty { throw raise(.typeError, "itemgetter expected 1 argument, got 0") }
      return Native.make(ClassObject.cls(a[0]), Getter(a[1]))
    }
    items.method("__call__", "self, obj, /") { (a) throws(Raised) -> Value in
      let wanted = Tuple.items(try state(a[0]).items)
      if wanted.count == 1 { return try Subscript.get(a[1], wanted[0]) }
      let result = List.make(capacity: wanted.count)
      for item in wanted { List.append(result, try Subscript.get(a[1], item)) }
      return try Iteration.tuple(result)
    }
    let attributes = Types.define("attrgetter", module: "operator")
    attributes.staticMethod("__new__", "cls, /, *attrs") { (a) throws(Raised) -> Value in
      let names = Array(Tuple.items(a[1]))
      if names.isEmpty { throw raise(.typeError, "attrgetter expected 1 argument, got 0") }
      guard names.allSatisfy({ $0.isKind(.str) }) else {
        throw raise(.typeError, "attribute name must be a string")
      }
      let paths = names.map {
        Str.swift($0).split(separator: ".", omittingEmptySubsequences: false).map { Symbol(String($0)) }
      }
      return Native.make(ClassObject.cls(a[0]), Getter(Tuple.make(names), paths: paths))
    }
    attributes.method("__call__", "self, obj, /") { (a) throws(Raised) -> Value in
      let getter = try state(a[0])
      let result = List.make(capacity: getter.paths.count)
      for path in getter.paths {
        var value = a[1]
        for name in path { value = try Attributes.get(value, name) }
        if getter.paths.count == 1 { return value }
        List.append(result, value)
      }
      return try Iteration.tuple(result)
    }
    let method = Types.define("methodcaller", module: "operator")
    method.staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      guard let name = Tuple.items(a[1]).first else {
        throw raise(.typeError, "methodcaller needs at least one argument, the method name")
      }
      guard name.isKind(.str) else { throw raise(.typeError, "method name must be a string") }
      return Native.make(
        ClassObject.cls(a[0]), Getter(a[1], keywords: a[2], paths: [[Symbol(name)]]))
    }
    method.method("__call__", "self, obj, /") { (a) throws(Raised) -> Value in
      let caller = try state(a[0])
      let bound = try Attributes.get(a[1], caller.paths[0][0])
      let arguments = Tuple.make(Array(Tuple.items(caller.items).dropFirst()))
      return try FunctoolsModule.call(bound, arguments, caller.keywords, then: Tuple.make([]), Dict.make())
    }
    for cls in [items, attributes, method] {
      cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
        let getter = try state(a[0])
        var out = Array("operator.\(Types.cls(a[0]).name)(".utf8)
        for (index, item) in Tuple.items(getter.items).enumerated() {
          if index > 0 { out.append(contentsOf: ", ".utf8) }
          try Text.appendRepr(item, to: &out)
        }
        if !getter.keywords.isUnbound {
          for (key, value) in Dict.pairs(getter.keywords) {
            out.append(contentsOf: ", \(Str.swift(key))=".utf8)
            try Text.appendRepr(value, to: &out)
          }
        }
        out.append(UInt8(ascii: ")"))
        return Str.make(out)
      }
      module[cls.name] = cls.value
    }
  }
}
