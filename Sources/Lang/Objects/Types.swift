/// The classes of the built-in types, as object headers refer to them. Set once by `Types.start`.
///
/// They are implicitly unwrapped because nothing can run before that, and because every allocation reads one.
public enum Types {
  nonisolated(unsafe) public private(set) static var object: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var type: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var none: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var bool: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var int: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var float: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var str: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var bytes: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var bytearray: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var tuple: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var list: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var dict: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var set: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var frozenset: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var function: Unmanaged<Class>! = nil
  /// The class of the side objects that hold functions' attributes: those that `__dict__` doesn't show come first.
  nonisolated(unsafe) private(set) static var functionBag: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var boundMethod: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var nativeFunction: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var methodDescriptor: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var getSet: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var cell: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var range: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var slice: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var module: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var generator: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var property: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var staticMethod: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var classMethod: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var superObject: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var ellipsis: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var notImplemented: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var traceback: Unmanaged<Class>! = nil
  nonisolated(unsafe) public private(set) static var baseException: Unmanaged<Class>! = nil
  /// The built-in exceptions by `ExceptionKind`.
  nonisolated(unsafe) private(set) static var exceptions: [Class] = []

  /// The class of a value.
  @inline(__always)
  public static func of(_ value: Value) -> Unmanaged<Class> {
    value.isObject ? value.object.pointee.cls : ofImmediate(value)
  }

  private static func ofImmediate(_ value: Value) -> Unmanaged<Class> {
    if value.isSmallInt { return int }
    if value.isFloat { return float }
    if value.isBool { return bool }
    if value.isNone { return none }
    return value.isNotImplemented ? notImplemented : ellipsis
  }

  /// The class of a value as a Swift reference.
  public static func cls(_ value: Value) -> Class { of(value).takeUnretainedValue() }

  /// What a value's class has or inherits under a name, descriptors as they are; nil when it has nothing.
  @inline(__always)
  public static func lookup(_ value: Value, _ name: Symbol) -> Value? { of(value).read { $0.lookup(name) } }

  /// What a value's class has or inherits under a name, descriptors as they are; nil when it has nothing.
  @inline(__always)
  static func lookup(_ value: Value, _ name: KnownName) -> Value? { lookup(value, Symbol(name)) }

  /// The name of a value's class, for messages.
  public static func name(_ value: Value) -> String {
    let cls = cls(value)
    return cls.messageName ?? cls.name
  }

  /// Whether a value is an instance of a class or of a subclass.
  public static func isInstance(_ value: Value, _ cls: Class) -> Bool { of(value).read { $0.isSubclass(of: cls) } }

  /// Makes a built-in class: the way a library module adds a type.
  ///
  /// - Parameters:
  ///   - kind: the layout of instances; `.native` for a `Payload`.
  ///   - bases: `object` when none are given.
  ///   - hasAttributes: whether Python code can set attributes on instances.
  public static func define(
    _ name: String, module: String = "builtins", kind: Kind = .native, bases: [Class] = [],
    hasAttributes: Bool = false
  ) -> Class {
    makeClass(name, module, kind, bases.isEmpty ? [object.takeUnretainedValue()] : bases, hasAttributes, [])
  }

  private static let dottedModules: Set<String> = [
    "collections", "re", "itertools", "array", "zlib", "_struct", "operator", "functools", "_hashlib", "_csv",
  ]

  private static func makeClass(
    _ name: String, _ module: String, _ kind: Kind, _ bases: [Class], _ hasAttributes: Bool, _ hidden: [Symbol]
  ) -> Class {
    let cls = Class(
      name: name, module: module, bases: bases, mro: Class.linearize(bases) ?? bases, kind: kind,
      metaclass: type?.takeUnretainedValue(), isUserDefined: false, hasAttributes: hasAttributes, hidden: hidden)
    // Messages call the classes that CPython has in C by their modules, too.
    if module != "builtins", kind != .instance, dottedModules.contains(module) { cls.messageName = "\(module).\(name)" }
    return Unmanaged.passRetained(cls).takeUnretainedValue()
  }

  private static func builtin(
    _ name: String, _ kind: Kind, base: Class? = nil, hasAttributes: Bool = false
  ) -> Unmanaged<Class> {
    let base = base ?? object.takeUnretainedValue()
    return makeClass(name, "builtins", kind, [base], hasAttributes, []).reference
  }

  /// Makes the classes; called once, before the first value.
  static func start() {
    // `type` and `object` need each other: `type` comes first, as its own class and without bases.
    type = makeClass("type", "builtins", .class, [], false, []).reference
    object = makeClass("object", "builtins", .instance, [], false, []).reference
    type.takeUnretainedValue().adopt(object.takeUnretainedValue())
    none = builtin("NoneType", .native)
    int = builtin("int", .bigInt)
    bool = builtin("bool", .bigInt, base: int.takeUnretainedValue())
    float = builtin("float", .float)
    str = builtin("str", .str)
    bytes = builtin("bytes", .bytes)
    bytearray = builtin("bytearray", .bytes)
    tuple = builtin("tuple", .tuple)
    list = builtin("list", .list)
    dict = builtin("dict", .dict)
    set = builtin("set", .set)
    frozenset = builtin("frozenset", .set)
    function = builtin("function", .function)
    boundMethod = builtin("method", .boundMethod)
    nativeFunction = builtin("builtin_function_or_method", .nativeFunction)
    methodDescriptor = builtin("method_descriptor", .nativeFunction)
    getSet = builtin("getset_descriptor", .native)
    cell = builtin("cell", .cell)
    range = builtin("range", .range)
    slice = builtin("slice", .slice)
    module = builtin("module", .module)
    generator = builtin("generator", .native)
    property = builtin("property", .native)
    staticMethod = builtin("staticmethod", .native, hasAttributes: true)
    classMethod = builtin("classmethod", .native, hasAttributes: true)
    superObject = builtin("super", .native)
    ellipsis = builtin("ellipsis", .native)
    notImplemented = builtin("NotImplementedType", .native)
    traceback = builtin("traceback", .traceback)
  }

  /// The class of the side objects of some type's values (see `Attributes.bag`) whose first attributes don't show in
  /// `__dict__`.
  static func bag(_ name: String, hiding names: [Symbol]) -> Class {
    makeClass(name, "builtins", .instance, [object.takeUnretainedValue()], true, names)
  }

  /// Makes the exception classes; called once, after the symbols exist.
  static func startExceptions() {
    functionBag =
      bag("function", hiding: [KnownName.__name__, .__qualname__, .__doc__, .__module__].map { Symbol($0) }).reference
    for kind in ExceptionKind.allCases {
      let fields = Exceptions.Field.allCases.map { Symbol($0.name) }
      let hidden =
        kind == .baseException ? fields : kind.ownFields.isEmpty ? [] : fields + kind.ownFields.map { Symbol($0) }
      let bases = kind.bases.map { exceptions[$0.number] }
      let cls = makeClass(
        kind.name, "builtins", .instance, bases.isEmpty ? [object.takeUnretainedValue()] : bases, true, hidden)
      exceptions.append(cls)
    }
    baseException = exceptions[ExceptionKind.baseException.number].reference
  }
}
