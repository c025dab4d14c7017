/// Making methods, functions, cells and modules by calling their types, which `types` gives.
enum TypeConstructors {
  static func install() {
    installMethod()
    installFunction()
    installCell()
    installModule()
  }

  private static func installMethod() {
    Types.boundMethod.takeUnretainedValue().staticMethod("__new__", "cls, *args, /") {
      (a) throws(Raised) -> Value in
      let given = Tuple.items(a[1])
      guard given.count == 2 else { throw raise(.typeError, "method expected 2 arguments, got \(given.count)") }
      guard Call.isCallable(given[0]) else { throw raise(.typeError, "first argument must be callable") }
      if given[1].isNone { throw raise(.typeError, "self must not be None") }
      return BoundMethod.make(given[0], given[1])
    }
  }

  private static func installFunction() {
    Types.function.takeUnretainedValue().staticMethod(
      "__new__", "cls, code, globals, name=None, argdefs=None, closure=None"
    ) { (a) throws(Raised) -> Value in
      guard let code = CodeObject.function(a[1]) else {
        throw raise(.typeError, "function() argument 'code' must be code, not \(Text.describeType(a[1]))")
      }
      guard a[2].isKind(.dict) else {
        throw raise(.typeError, "function() argument 'globals' must be dict, not \(Text.describeType(a[2]))")
      }
      guard try ModuleDict.namespace(for: a[2]) === code.namespace else {
        throw raise(.runtimeError, "a function with the globals of another module is not supported in a spec")
      }
      let defaults = a.optional(4).flatMap { $0.isNone ? nil : $0 } ?? .unbound
      guard defaults.isUnbound || defaults.isKind(.tuple) else {
        throw raise(.typeError, "arg 4 (defaults) must be None or tuple")
      }
      let closure = a.optional(5).flatMap { $0.isNone ? nil : $0 } ?? Tuple.make([])
      guard closure.isKind(.tuple) else { throw raise(.typeError, "arg 5 (closure) must be tuple") }
      let cells = Tuple.items(closure)
      guard cells.count == code.freeCount else {
        throw raise(
          .valueError, "\(code.name) requires closure of length \(code.freeCount), not \(cells.count)")
      }
      guard cells.allSatisfy({ $0.isKind(.cell) }) else {
        throw raise(.typeError, "arg 5 (closure) expected cell, found \(Types.name(cells[0]))")
      }
      let function = Function.make(code, cells: Array(cells), defaults: defaults)
      if let name = a.optional(3), !name.isNone { try Attributes.set(function, Symbol(.__name__), name) }
      return function
    }
  }

  private static func installCell() {
    let cell = Types.cell.takeUnretainedValue()
    cell.staticMethod("__new__", "cls, contents=None, /") { (a) throws(Raised) -> Value in
      Cell.make(a.optional(1) ?? .unbound)
    }
    cell.property(
      "cell_contents",
      get: { (v) throws(Raised) -> Value in
        let contents = Cell.get(v)
        if contents.isUnbound { throw raise(.valueError, "Cell is empty") }
        return contents
      }, set: { (v, new) throws(Raised) in Cell.set(v, new) })
    for op in Comparison.all {
      cell.method(Comparison.method(op).rawValue, "self, value, /") { (a) throws(Raised) -> Value in
        guard a[1].isKind(.cell) else { return .notImplemented }
        let (left, right) = (Cell.get(a[0]), Cell.get(a[1]))
        guard !left.isUnbound, !right.isUnbound else {
          // An empty cell comes before all others.
          return Value(Comparison.decide(op, (left.isUnbound ? 0 : 1) - (right.isUnbound ? 0 : 1)))
        }
        return try Comparison.compare(op, left, right)
      }
    }
    cell.set(Symbol(.__hash__), .none)
  }

  private static func installModule() {
    let module = Types.module.takeUnretainedValue()
    module.staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      let namespace = Namespace(name: "")
      namespace[Symbol(.__name__)] = nil
      namespace.value.object.pointee.cls = ClassObject.cls(a[0]).reference
      return namespace.value
    }
    module.method("__init__", "self, name, doc=None") { (a) throws(Raised) -> Value in
      guard a[1].isKind(.str) else {
        throw raise(.typeError, "module.__init__() argument 'name' must be str, not \(Text.describeType(a[1]))")
      }
      let namespace = ModuleObject.namespace(a[0])
      namespace[Symbol(.__name__)] = a[1]
      namespace[Symbol(.__doc__)] = a.optional(2) ?? .none
      for name in ["__package__", "__loader__", "__spec__"] { namespace[name] = Value.none }
      return .none
    }
  }
}
