/// The methods and attributes of the built-in exceptions, and `generator`.
enum ExceptionTypes {
  static func install(in namespace: Namespace) {
    for kind in ExceptionKind.allCases { namespace[kind.cls.name] = kind.cls.value }
    namespace["EnvironmentError"] = ExceptionKind.osError.cls.value
    namespace["IOError"] = ExceptionKind.osError.cls.value
    let base = ExceptionKind.baseException.cls
    base.staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      Exceptions.make(ClassObject.cls(a[0]), a[1])
    }
    // There are no groups; their classes are there to be named in `isinstance` and `except`.
    ExceptionKind.baseExceptionGroup.cls.staticMethod("__new__", "cls, /, *args, **kwargs") {
      (_) throws(Raised) -> Value in
      throw raise(.runtimeError, "exception groups are not supported: raise one exception")
    }
    base.method("__init__", "self, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      if Dict.count(a[2]) > 0 { throw raise(.typeError, "\(Types.name(a[0]))() takes no keyword arguments") }
      Exceptions.set(a[0], .args, a[1])
      return .none
    }
    base.method("__str__", "self, /") { (a) throws(Raised) -> Value in
      let args = Exceptions.args(a[0])
      switch args.count {
      case 0: return Str.empty
      case 1: return try Text.str(args[0])
      default: return try Text.str(Exceptions.get(a[0], .args) ?? .none)
      }
    }
    base.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      let args = Exceptions.args(a[0])
      let inside =
        args.count == 1
        ? "(\(Str.swift(try Text.repr(args[0]))))" : Str.swift(try Text.repr(Exceptions.get(a[0], .args) ?? .none))
      return Str.make(Types.name(a[0]) + inside)
    }
    base.method("with_traceback", "self, tb, /") { (a) throws(Raised) -> Value in
      guard a[1].isNone || a[1].isKind(.traceback) else {
        throw raise(.typeError, "__traceback__ must be a traceback or None")
      }
      Exceptions.set(a[0], .traceback, a[1])
      return a[0]
    }
    base.method("add_note", "self, note, /") { (a) throws(Raised) -> Value in
      guard a[1].isKind(.str) else { throw raise(.typeError, "note must be a str, not '\(Types.name(a[1]))'") }
      let notes = try Attributes.find(a[0], Symbol(.__notes__)) ?? List.make()
      guard notes.isKind(.list) else { throw raise(.typeError, "Cannot add note: __notes__ is not a list") }
      List.append(notes, a[1])
      try Attributes.set(a[0], Symbol(.__notes__), notes)
      return .none
    }
    for (field, what) in [(Exceptions.Field.cause, "cause"), (.context, "context")] {
      base.property(
        field.name.rawValue, get: { (v) throws(Raised) -> Value in Exceptions.get(v, field) ?? .none },
        set: { (v, new) throws(Raised) in
          guard new.isNone || Exceptions.isException(new) else {
            throw raise(.typeError, "exception \(what) must be None or derive from BaseException")
          }
          Exceptions.set(v, field, new)
          if field == .cause { Exceptions.set(v, .suppressContext, .yes) }
        })
    }
    base.property(
      "__traceback__", get: { (v) throws(Raised) -> Value in Exceptions.get(v, .traceback) ?? .none },
      set: { (v, new) throws(Raised) in
        guard new.isNone || new.isKind(.traceback) else {
          throw raise(.typeError, "__traceback__ must be a traceback or None")
        }
        Exceptions.set(v, .traceback, new)
      })
    base.property(
      "args", get: { (v) throws(Raised) -> Value in Exceptions.get(v, .args) ?? Tuple.make([]) },
      set: { (v, new) throws(Raised) in Exceptions.set(v, .args, try Iteration.tuple(new)) })
    base.property(
      "__suppress_context__", get: { (v) throws(Raised) -> Value in Exceptions.get(v, .suppressContext) ?? .no },
      set: { (v, new) throws(Raised) in Exceptions.set(v, .suppressContext, new) })
    ExceptionKind.keyError.cls.method("__str__", "self, /") { (a) throws(Raised) -> Value in
      let args = Exceptions.args(a[0])
      if args.count == 1 { return try Text.repr(args[0]) }
      return args.count == 0 ? Str.empty : try Text.str(Exceptions.get(a[0], .args) ?? .none)
    }
    for (kind, name) in [(ExceptionKind.stopIteration, "value"), (.systemExit, "code")] {
      kind.cls.property(
        name,
        get: { (v) throws(Raised) -> Value in
          if let given = Instance.get(v, Symbol(name)), !given.isUnbound { return given }
          let args = Exceptions.args(v)
          if name == "code", args.count > 1 { return Exceptions.get(v, .args) ?? .none }
          return args.first ?? .none
        },
        set: { (v, new) throws(Raised) in Instance.set(v, Symbol(name), new) })
    }
    DetailedExceptions.install()
  }
}

/// The methods of generators.
enum GeneratorType {
  static func install() {
    let cls = Types.generator.takeUnretainedValue()
    cls.method("__iter__", "self, /") { (a) throws(Raised) -> Value in a[0] }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      let address = String(UInt(a[0].bits), radix: 16)
      return Str.make("<generator object \(try state(a[0]).qualifiedName) at 0x\(address)>")
    }
    cls.property(
      "__name__", get: { (v) throws(Raised) -> Value in Str.make(try state(v).name) },
      set: { (v, new) throws(Raised) in
        guard new.isKind(.str) else { throw raise(.typeError, "__name__ must be set to a string object") }
        try state(v).name = Str.swift(new)
      })
    cls.property(
      "__qualname__", get: { (v) throws(Raised) -> Value in Str.make(try state(v).qualifiedName) },
      set: { (v, new) throws(Raised) in
        guard new.isKind(.str) else { throw raise(.typeError, "__qualname__ must be set to a string object") }
        try state(v).qualifiedName = Str.swift(new)
      })
    cls.property(
      "gi_yieldfrom",
      get: { (v) throws(Raised) -> Value in
        let state = try state(v)
        return state.isSuspended && !state.delegate.isUnbound ? state.delegate : .none
      })
    cls.property("gi_running", get: { (v) throws(Raised) -> Value in Value(try state(v).isRunning) })
    cls.property("gi_suspended", get: { (v) throws(Raised) -> Value in Value(try state(v).isSuspended) })
    cls.property("gi_code", get: { (v) throws(Raised) -> Value in CodeObject.make(try state(v).code) })
    cls.method("__next__", "self, /") { (a) throws(Raised) -> Value in try advance(a[0], .none) }
    cls.method("send", "self, value, /") { (a) throws(Raised) -> Value in try advance(a[0], a[1]) }
    cls.method("throw", "self, type, value=None, traceback=None, /") { (a) throws(Raised) -> Value in
      let state = try state(a[0])
      // An iterator that the generator delegates to is handed what came, whatever it is.
      let given = state.delegatesToOther && a.optional(2) == nil ? a[1] : try thrown(a)
      if let item = try state.raiseInside(given) { return item }
      throw stop(state.result)
    }
    cls.method("close", "self, /") { (a) throws(Raised) -> Value in
      try state(a[0]).close()
      return .none
    }
  }

  private static func state(_ value: Value) throws(Raised) -> GeneratorState {
    guard let state = Native.payload(value, as: GeneratorState.self) else {
      throw raise(.typeError, "'\(Types.name(value))' object is not a generator")
    }
    return state
  }

  /// The exception that the arguments of `throw` mean: an instance, or a class with what it is made of.
  private static func thrown(_ a: Arguments) throws(Raised) -> Value {
    if let traceback = a.optional(3), !traceback.isNone, !traceback.isKind(.traceback) {
      throw raise(.typeError, "throw() third argument must be a traceback object")
    }
    let value = a.optional(2) ?? .none
    if Exceptions.isException(a[1]) {
      if value.isNone { return a[1] }
      throw raise(.typeError, "instance exception may not have a separate value")
    }
    guard Exceptions.isExceptionClass(a[1]) else {
      throw raise(
        .typeError,
        "exceptions must be classes or instances deriving from BaseException, not \(Types.name(a[1]))")
    }
    if Types.isInstance(value, ClassObject.cls(a[1])) { return value }
    let made =
      value.isNone ? [] : value.isKind(.tuple) ? Array(Tuple.items(value)) : [value]
    let instance = try Call.call(a[1], made)
    guard Exceptions.isException(instance) else {
      throw raise(
        .typeError,
        "calling \(Str.swift(try Text.repr(a[1]))) should have returned an instance of BaseException, not "
          + Types.name(instance))
    }
    return instance
  }

  private static func advance(_ value: Value, _ sent: Value) throws(Raised) -> Value {
    let state = try state(value)
    if let item = try state.resume(with: sent) { return item }
    throw stop(state.result)
  }

  private static func stop(_ result: Value) -> Raised {
    raise(Exceptions.make(ExceptionKind.stopIteration.cls, Tuple.make(result.isNone ? [] : [result])))
  }
}
