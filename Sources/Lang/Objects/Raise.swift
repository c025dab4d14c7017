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
  if !handled.isUnbound && handled.bits != exception.bits {
    Exceptions.cut(chain: handled, before: exception)
    Exceptions.set(exception, .context, handled)
  }
  return Interpreter.throwing(exception)
}

/// Making and reading exceptions.
public enum Exceptions {
  /// The slots that every exception has first, in the order of the hidden names of `BaseException`.
  enum Field: Int, CaseIterable {
    case args, cause, context, traceback, suppressContext

    /// The attribute's name.
    var name: KnownName {
      switch self {
      case .args: .args
      case .cause: .__cause__
      case .context: .__context__
      case .traceback: .__traceback__
      case .suppressContext: .__suppress_context__
      }
    }
  }

  /// A field of an exception; nil while it is not set.
  @inline(__always)
  static func get(_ exception: Value, _ field: Field) -> Value? {
    let found = exception.object.as(InstanceLayout.self).pointee.slots[field.rawValue]
    return found.isUnbound ? nil : found
  }

  /// Sets a field of an exception.
  @inline(__always)
  static func set(_ exception: Value, _ field: Field, _ value: Value) {
    exception.object.as(InstanceLayout.self).pointee.slots[field.rawValue] = value
  }

  /// Ends a chain of contexts where it leads to an exception that is to come before it, lest it become a ring. Rings
  /// that are there already, made by assignment, are walked once (Floyd's tortoise and hare).
  fileprivate static func cut(chain: Value, before exception: Value) {
    var link = chain
    var slow = chain
    var isOddStep = false
    while let next = get(link, .context), !next.isNone {
      if next.bits == exception.bits { return set(link, .context, .none) }
      link = next
      if link.bits == slow.bits { return }
      if isOddStep { slow = get(slow, .context) ?? .none }
      isOddStep.toggle()
    }
  }

  /// An exception of a class with its `args`, its `__init__` not called.
  public static func make(_ cls: Class, _ args: Value) -> Value {
    let value = Instance.make(cls)
    set(value, .args, args)
    return value
  }

  /// The `args` of an exception.
  public static func args(_ exception: Value) -> UnsafeMutableBufferPointer<Value> {
    guard let args = get(exception, .args), args.isKind(.tuple) else { return .init(start: nil, count: 0) }
    return Tuple.items(args)
  }

  /// Whether a value is an exception.
  public static func isException(_ value: Value) -> Bool {
    value.isKind(.instance) && Types.baseException.read { Types.isInstance(value, $0) }
  }

  /// Whether a value is a class of exceptions.
  static func isExceptionClass(_ value: Value) -> Bool {
    value.isKind(.class) && ClassObject.read(value) { cls in Types.baseException.read { cls.isSubclass(of: $0) } }
  }

  /// Whether an exception is of a built-in kind.
  public static func isA(_ exception: Value, _ kind: ExceptionKind) -> Bool { Types.isInstance(exception, kind.cls) }
}

/// Reading classes as values.
public enum ClassObject {
  /// Runs `body`, which can't fail, with the class that a value of kind `.class` is, counting nothing.
  @inline(__always)
  static func read<Result>(_ value: Value, _ body: (Class) -> Result) -> Result {
    value.object.as(ClassLayout.self).pointee.cls.read(body)
  }

  /// The class that a value of kind `.class` is.
  @inline(__always)
  public static func cls(_ value: Value) -> Class {
    value.object.as(ClassLayout.self).pointee.cls.takeUnretainedValue()
  }
}
