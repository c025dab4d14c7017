/// Raising Python exceptions from Swift: `throw raise(.typeError, "…")`.

/// Makes an exception with one text argument the one on its way.
@inline(never)
public func raise(_ kind: ExceptionKind, _ message: String) -> Raised {
  raise(Exceptions.make(kind.cls, Tuple.make([Str.make(message)])))
}

/// Makes an exception with the given argument the one on its way.
@inline(never)
public func raise(_ kind: ExceptionKind, value: Value) -> Raised {
  raise(Exceptions.make(kind.cls, Tuple.make([value])))
}

/// Makes an exception of a class with a text the one on its way.
public func raise(_ cls: Class, _ message: String) -> Raised {
  raise(Exceptions.make(cls, Tuple.make([Str.make(message)])))
}

/// Makes an exception the one on its way; it gets the one being handled as its context.
@inline(never)
public func raise(_ exception: Value) -> Raised {
  let handled = Interpreter.handled
  if !handled.isUnbound && handled.bits != exception.bits && Instance.get(exception, .__context__) == nil {
    // A chain that already leads to this exception must not become a ring.
    var link = handled
    while let next = Instance.get(link, .__context__), !next.isNone {
      if next.bits == exception.bits {
        Instance.set(link, .__context__, .none)
        break
      }
      link = next
    }
    Instance.set(exception, .__context__, handled)
  }
  return Interpreter.throwing(exception)
}

/// Making and reading exceptions.
public enum Exceptions {
  /// An exception of a class with its `args`, its `__init__` not called.
  public static func make(_ cls: Class, _ args: Value) -> Value {
    let value = Instance.make(cls)
    Instance.set(value, .args, args)
    return value
  }

  /// The `args` of an exception.
  public static func args(_ exception: Value) -> UnsafeMutableBufferPointer<Value> {
    guard let args = Instance.get(exception, .args), args.isKind(.tuple) else { return .init(start: nil, count: 0) }
    return Tuple.items(args)
  }

  /// Whether a value is an exception.
  public static func isException(_ value: Value) -> Bool {
    value.isKind(.instance) && Types.isInstance(value, Types.baseException.takeUnretainedValue())
  }

  /// Whether a value is a class of exceptions.
  static func isExceptionClass(_ value: Value) -> Bool {
    value.isKind(.class) && ClassObject.cls(value).isSubclass(of: Types.baseException.takeUnretainedValue())
  }

  /// Whether an exception is of a built-in kind.
  public static func isA(_ exception: Value, _ kind: ExceptionKind) -> Bool { Types.isInstance(exception, kind.cls) }
}

/// Reading classes as values.
public enum ClassObject {
  /// The class that a value of kind `.class` is.
  @inline(__always)
  public static func cls(_ value: Value) -> Class {
    value.object.as(ClassLayout.self).pointee.cls.takeUnretainedValue()
  }
}
