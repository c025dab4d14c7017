/// Calling any value with any arguments.
public enum Call {
  /// Calls a value with positional arguments.
  public static func call(_ callee: Value, _ arguments: Value...) throws(Raised) -> Value {
    try call(callee, arguments)
  }

  /// Calls a value with positional arguments.
  public static func call(_ callee: Value, _ arguments: [Value]) throws(Raised) -> Value {
    try withValues(arguments.count) { (values) throws(Raised) -> Value in
      for index in arguments.indices { values[index] = arguments[index] }
      return try call(callee, values, arguments.count, nil)
    }
  }

  /// Calls a value with positional and keyword arguments.
  public static func call(
    _ callee: Value, _ arguments: [Value], keywords: [(name: String, value: Value)]
  ) throws(Raised) -> Value {
    let total = arguments.count + keywords.count
    return try withValues(total) { (values) throws(Raised) -> Value in
      for index in arguments.indices { values[index] = arguments[index] }
      for index in keywords.indices { values[arguments.count + index] = keywords[index].value }
      return try call(callee, values, arguments.count, KeywordNames(keywords.map { Symbol($0.name) }))
    }
  }

  /// Room for some values where the collector sees them, all unbound to begin with.
  @inline(__always)
  static func withValues<Result>(
    _ count: Int, _ body: (UnsafeMutablePointer<Value>) throws(Raised) -> Result
  ) throws(Raised) -> Result {
    if count <= 8 {
      var slots = InlineArray<8, Value>(repeating: .unbound)
      return try withUnsafeMutablePointer(to: &slots) { (slots) throws(Raised) -> Result in
        try body(UnsafeMutablePointer<Value>(OpaquePointer(slots)))
      }
    }
    let (tuple, items) = Tuple.uninitialized(count)
    items.update(repeating: .unbound, count: count)
    defer { Function.keepAlive(tuple) }
    return try body(items)
  }

  /// A frame of so many slots on the machine stack, all unbound.
  static func withFrame<Result>(
    _ size: Int, _ body: (Frame) throws(Raised) -> Result
  ) throws(Raised) -> Result {
    if size <= 16 {
      var slots = InlineArray<16, Value>(repeating: .unbound)
      return try withUnsafeMutablePointer(to: &slots) { (slots) throws(Raised) -> Result in
        try body(Frame(OpaquePointer(slots)))
      }
    }
    return try withValues(size, body)
  }

  /// Calls a value with `count` positional arguments, followed in memory by the values of `keywords`.
  @inline(never)
  static func call(
    _ callee: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: KeywordNames?
  ) throws(Raised) -> Value {
    guard callee.isObject else { throw notCallable(callee) }
    switch callee.object.pointee.kind {
    case .function:
      return try callee.object.as(FunctionLayout.self).pointee.code.borrow { (code) throws(Raised) -> Value in
        if keywords == nil && code.isSimple && count == code.parameters.positional.count {
          return try Function.invoke(code, callee, arguments, count)
        }
        return try Binding.invoke(code, callee, arguments, count, keywords)
      }
    case .nativeFunction:
      return try callNative(callee, arguments, count, keywords)
    case .boundMethod:
      let method = callee.object.as(BoundMethodLayout.self)
      return try call(method.pointee.function, receiver: method.pointee.receiver, arguments, count, keywords)
    case .class:
      return try callee.object.as(ClassLayout.self).pointee.cls.borrow { (cls) throws(Raised) -> Value in
        try Construction.construct(cls, callee, arguments, count, keywords)
      }
    default:
      guard let method = Types.cls(callee).lookup(.__call__) else { throw notCallable(callee) }
      // An instance may be its own class's `__call__`.
      try Interpreter.enterNative(" while calling a Python object")
      defer { Interpreter.leaveNative() }
      return try call(try Attributes.bind(method, callee), arguments, count, keywords)
    }
  }

  /// Calls a function with a value in front of the arguments.
  @inline(never)
  static func call(
    _ function: Value, receiver: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int,
    _ keywords: KeywordNames?
  ) throws(Raised) -> Value {
    let total = count + (keywords?.names.count ?? 0)
    return try withValues(total + 1) { (values) throws(Raised) -> Value in
      values[0] = receiver
      for index in 0..<total { values[index + 1] = arguments[index] }
      return try call(function, values, count + 1, keywords)
    }
  }

  /// Calls a function written in Swift.
  @inline(never)
  static func callNative(
    _ callee: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: KeywordNames?
  ) throws(Raised) -> Value {
    try callee.object.as(NativeFunctionLayout.self).pointee.function.borrow { (function) throws(Raised) -> Value in
      if count == function.exactCount, keywords == nil, function.receiver == nil {
        return try function.body(Arguments(base: arguments, count: count))
      }
      if let receiver = function.receiver {
        if count == 0 || function.takesClass || Types.of(arguments[0]).toOpaque() != receiver.toOpaque() {
          try function.checkReceiver(arguments, count)
        }
      }
      if keywords == nil {
        if count == function.exactCount { return try function.body(Arguments(base: arguments, count: count)) }
        if count >= function.leastCount && count <= function.mostCount {
          return try withValues(function.slotCount) { (values) throws(Raised) -> Value in
            for index in 0..<count { values[index] = arguments[index] }
            return try function.body(Arguments(base: values, count: function.slotCount))
          }
        }
      }
      return try withValues(function.slotCount) { (values) throws(Raised) -> Value in
        try function.bind(arguments, count, keywords, values)
        return try function.body(Arguments(base: values, count: function.slotCount))
      }
    }
  }

  @inline(never)
  private static func notCallable(_ value: Value) -> Raised {
    raise(.typeError, "'\(Types.name(value))' object is not callable")
  }

  /// Whether a value can be called.
  public static func isCallable(_ value: Value) -> Bool {
    guard value.isObject else { return false }
    switch value.object.pointee.kind {
    case .function, .nativeFunction, .boundMethod, .class: return true
    default: return Types.cls(value).lookup(.__call__) != nil
    }
  }

  /// Calls the special method of a value's class, if it has it.
  static func special(_ value: Value, _ name: KnownName, _ arguments: Value...) throws(Raised) -> Value? {
    guard value.isObject, let method = Types.cls(value).lookup(name) else { return nil }
    return try Call.method(method, of: value, arguments)
  }

  /// Calls what a value's class has as a method, whatever sort of descriptor it is.
  static func method(_ method: Value, of value: Value, _ arguments: Value...) throws(Raised) -> Value {
    try Call.method(method, of: value, arguments)
  }

  private static func method(_ method: Value, of value: Value, _ arguments: [Value]) throws(Raised) -> Value {
    try withValues(arguments.count) { (values) throws(Raised) -> Value in
      for index in arguments.indices { values[index] = arguments[index] }
      return try Call.method(method, of: value, values, arguments.count, nil)
    }
  }

  /// The same with any arguments.
  static func method(
    _ method: Value, of value: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: KeywordNames?
  ) throws(Raised) -> Value {
    // These bind by putting the value in front.
    if method.isKind(.function)
      || method.isObject && method.object.pointee.cls.toOpaque() == Types.methodDescriptor.toOpaque()
    {
      return try call(method, receiver: value, arguments, count, keywords)
    }
    return try call(try Attributes.bind(method, value), arguments, count, keywords)
  }
}
