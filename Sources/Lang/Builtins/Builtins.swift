import Glibc

/// The built-in functions and types, and the attributes that are computed rather than stored.
public enum Builtins {
  /// Where `print` writes: standard output, buffered, unless the host replaces it.
  nonisolated(unsafe) public static var output: (UnsafeBufferPointer<UInt8>) -> Void = { bytes in
    buffer.append(contentsOf: bytes)
    if buffer.count > 8192 { flush() }
  }
  private nonisolated(unsafe) static var buffer: [UInt8] = []

  /// Writes out what is buffered. What standard output doesn't take is dropped, as nobody is left to tell.
  public static func flush() {
    var done = 0
    buffer.withUnsafeBytes { bytes in
      while done < bytes.count, let base = bytes.baseAddress {
        let count = write(1, base + done, bytes.count - done)
        if count < 0 && errno != EINTR { break }
        done += max(0, count)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts everything into the namespace of built-in names; called once.
  static func install(in namespace: Namespace) {
    Iterators.install()
    SlotMember.install()
    GenericAlias.install()
    UnionType.install()
    MappingProxy.install()
    CodeObject.install()
    TypeConstructors.install()
    ObjectType.install()
    ExceptionTypes.install(in: namespace)
    Construction.start()
    AttributeCache.start()
    StoreCache.start()
    NumberTypes.install()
    ListType.install()
    TupleType.install()
    DictType.install()
    SetType.install()
    GeneratorType.install()
    Text.installStr(on: Types.str.takeUnretainedValue())
    Text.installBytes(on: Types.bytes.takeUnretainedValue(), mutable: false)
    Text.installBytes(on: Types.bytearray.takeUnretainedValue(), mutable: true)
    for type in [
      Types.str, Types.bytes, Types.bytearray, Types.list, Types.tuple, Types.set, Types.frozenset,
    ] {
      if let type { Comparison.install(on: type.takeUnretainedValue(), Comparison.all) }
    }
    for type in [Types.dict, Types.range] {
      if let type { Comparison.install(on: type.takeUnretainedValue(), [.equal, .notEqual]) }
    }
    DirectMakers.install()
    OperatorMethods.install()
    MemoryView.install(in: namespace)
    namespace["__builtins__"] = namespace.value
    let types: [Unmanaged<Class>] = [
      Types.object, Types.type, Types.bool, Types.int, Types.float, Types.str, Types.bytes, Types.bytearray,
      Types.tuple, Types.list, Types.dict, Types.set, Types.frozenset, Types.range, Types.slice, Types.property,
      Types.staticMethod, Types.classMethod, Types.superObject,
    ]
    for type in types { namespace[type.takeUnretainedValue().name] = type.takeUnretainedValue().value }
    let complex = Types.define("complex")
    complex.staticMethod("__new__", "cls, /, *args, **kwargs") { (_) throws(Raised) -> Value in
      throw raise(.typeError, "complex numbers are not supported")
    }
    namespace["complex"] = complex.value
    namespace["NotImplemented"] = .notImplemented
    namespace["Ellipsis"] = .ellipsis
    namespace["__debug__"] = .yes
    installFunctions(in: namespace)
    installIteration(in: namespace)
    installReflection(in: namespace)
  }

  /// Whether a class can't be derived from.
  static func isFinal(_ cls: Class) -> Bool {
    let closed: [Unmanaged<Class>] = [
      Types.bool, Types.none, Types.range, Types.slice, Types.function, Types.boundMethod, Types.nativeFunction,
      Types.generator, Types.ellipsis, Types.notImplemented, Types.cell,
    ]
    return closed.contains { $0.toOpaque() == cls.reference.toOpaque() }
  }

  /// An attribute that every value of a kind has without storing it; nil when there is none of that name.
  static func computedAttribute(_ value: Value, _ cls: Class, _ name: Symbol) throws(Raised) -> Value? {
    switch name {
    case Symbol(.__class__): return cls.value
    case Symbol(.__dict__): return dictionary(of: value)
    case Symbol(.__doc__):
      if value.isKind(.function) {
        let doc = Function.code(value).whole.doc
        return doc.isUnbound ? .none : doc
      }
      if value.isKind(.boundMethod) { break }
      return Value.none
    default: break
    }
    guard value.isObject else { return nil }
    switch value.object.pointee.kind {
    case .function: return functionAttribute(value, name)
    case .nativeFunction:
      let function = NativeFunction.of(value)
      if name == Symbol(.__name__) { return Str.make(function.name) }
      if name == Symbol(.__qualname__) {
        return Str.make(function.receiver == nil ? function.name : function.qualifiedName)
      }
      if name == Symbol(.__module__), function.receiver == nil { return Str.make(function.owner) }
      if name.name == "__objclass__", let receiver = function.receiver, !function.takesClass {
        return receiver.takeUnretainedValue().value
      }
      if name.name == "__text_signature__" { return Value.none }
      return nil
    case .boundMethod:
      let method = value.object.as(BoundMethodLayout.self).pointee
      if name == Symbol(.__self__) { return method.receiver }
      if name == Symbol(.__func__) { return method.function }
      return try Attributes.find(method.function, name)
    default: return nil
    }
  }

  private static func functionAttribute(_ value: Value, _ name: Symbol) -> Value? {
    let code = Function.code(value)
    let layout = value.object.as(FunctionLayout.self).pointee
    switch name {
    // Symbols' texts are the same object each time, as in CPython.
    case Symbol(.__name__): return Symbol(code.name).value
    case Symbol(.__qualname__): return Symbol(code.qualifiedName).value
    case Symbol(.__module__): return code.namespace.shownName
    case Symbol(.__defaults__): return layout.defaults.isUnbound ? .none : layout.defaults
    case Symbol(.__kwdefaults__): return layout.keywordDefaults.isUnbound ? .none : layout.keywordDefaults
    case Symbol(.__annotations__):
      if layout.annotations.isUnbound { value.object.as(FunctionLayout.self).pointee.annotations = Dict.make() }
      return value.object.as(FunctionLayout.self).pointee.annotations
    case Symbol("__globals__"): return ModuleDict.of(code.namespace)
    case Symbol("__closure__"):
      guard let cells = layout.cells, code.freeCount > 0 else { return Value.none }
      return Tuple.make(cells, code.freeCount)
    case Symbol("__builtins__"): return ModuleDict.of(Interpreter.builtins)
    case Symbol(.__code__): return CodeObject.make(code.whole)
    default: return nil
    }
  }

  /// The attributes of a value as a dict: the one in which it keeps them from now on.
  static func dictionary(of value: Value) -> Value? {
    guard value.isObject else { return nil }
    switch value.object.pointee.kind {
    case .instance: return Types.cls(value).hasAttributes ? InstanceDict.make(value) : nil
    case .module: return ModuleDict.of(ModuleObject.namespace(value))
    default:
      guard value.isKind(.function) || Types.cls(value).hasAttributes else { return nil }
      return Attributes.makeBag(value).map { InstanceDict.make($0) }
    }
  }

  /// An attribute that every class has without storing it; nil when there is none of that name.
  static func computedClassAttribute(_ cls: Class, _ name: Symbol) throws(Raised) -> Value? {
    switch name {
    case Symbol(.__name__): return Str.make(cls.name)
    case Symbol(.__qualname__): return Str.make(cls.qualifiedName)
    case Symbol(.__module__): return Str.make(cls.module)
    case Symbol(.__mro__): return Tuple.make(cls.mro.map(\.value))
    case Symbol(.__bases__): return Tuple.make(cls.bases.map(\.value))
    case Symbol(.__doc__):
      guard let own = cls.attributes[name] else { return Value.none }
      // A class whose instances compute theirs has none of its own.
      return Native.payload(own, as: GetSet.self) == nil ? try Attributes.bindToClass(own, cls) : Value.none
    case Symbol(.__class__): return cls.metaclass?.value ?? cls.value
    case Symbol(.__dict__):
      return MappingProxy.make(cls.value)
    case Symbol("__base__"): return Class.widestLayout(cls.bases)?.value ?? .none
    case Symbol("__dictoffset__"), Symbol("__weakrefoffset__"), Symbol("__flags__"), Symbol("__basicsize__"): return nil
    case Symbol(.__annotations__) where cls.isUserDefined:
      // Each class has its own.
      if let own = cls.attributes[name] { return own }
      let dict = Dict.make()
      cls.set(name, dict)
      return dict
    case Symbol(.__subclasses__):
      let list = List.make(cls.directSubclasses.map(\.value))
      return NativeFunction.make("__subclasses__", "") { (_) throws(Raised) -> Value in list }
    default: return nil
    }
  }

  /// Sets a computed attribute; false when the name is an ordinary one.
  static func setComputedAttribute(_ value: Value, _ name: Symbol, _ newValue: Value) throws(Raised) -> Bool {
    if name == Symbol(.__class__) {
      try setClass(value, newValue)
      return true
    }
    if name == Symbol(.__dict__), value.isKind(.module) { throw raise(.attributeError, "readonly attribute") }
    if name == Symbol(.__dict__), value.isKind(.function) || Types.cls(value).hasAttributes,
      let target = value.isKind(.instance) ? value : Attributes.makeBag(value)
    {
      guard newValue.isKind(.dict) else {
        throw raise(.typeError, "__dict__ must be set to a dictionary, not a '\(Types.name(newValue))'")
      }
      InstanceDict.replace(target, newValue)
      return true
    }
    if value.isKind(.function), ["__globals__", "__closure__", "__builtins__"].contains(name.name) {
      throw raise(.attributeError, "readonly attribute")
    }
    guard value.isKind(.function) else { return false }
    return try setFunctionAttribute(value.object.as(FunctionLayout.self), name, newValue)
  }

  private static func setClass(_ value: Value, _ newValue: Value) throws(Raised) {
    guard newValue.isKind(.class) else {
      throw raise(.typeError, "__class__ must be set to a class, not '\(Types.name(newValue))' object")
    }
    let new = ClassObject.cls(newValue)
    let old = Types.cls(value)
    guard value.isKind(.instance), old.isUserDefined, new.isUserDefined else {
      throw raise(
        .typeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
    }
    guard new.instanceKind == .instance, new.hasAttributes == old.hasAttributes,
      new.rootShape.hiddenNames == old.rootShape.hiddenNames
    else {
      throw raise(
        .typeError, "__class__ assignment: '\(new.name)' object layout differs from '\(old.name)'")
    }
    InstanceDict.changeClass(value, to: new)
  }

  /// What `del function.name` does to an attribute that every function has; false when the name is an ordinary one.
  static func resetFunctionAttribute(_ function: Value, _ name: Symbol) throws(Raised) -> Bool {
    let layout = function.object.as(FunctionLayout.self)
    switch name {
    case Symbol(.__defaults__): layout.pointee.defaults = .unbound
    case Symbol(.__kwdefaults__): layout.pointee.keywordDefaults = .unbound
    case Symbol(.__annotations__): layout.pointee.annotations = .unbound
    case Symbol(.__doc__): try Attributes.set(function, name, .none)
    case Symbol(.__name__), Symbol(.__qualname__):
      throw raise(.typeError, "\(name.name) must be set to a string object")
    case Symbol(.__dict__): throw raise(.typeError, "cannot delete __dict__")
    case Symbol("__globals__"), Symbol("__closure__"), Symbol("__builtins__"):
      throw raise(.attributeError, "readonly attribute")
    default: return false
    }
    return true
  }

  private static func setFunctionAttribute(
    _ function: UnsafeMutablePointer<FunctionLayout>, _ name: Symbol, _ value: Value
  ) throws(Raised) -> Bool {
    switch name {
    case Symbol(.__name__), Symbol(.__qualname__):
      guard value.isKind(.str) else { throw raise(.typeError, "\(name.name) must be set to a string object") }
      return false
    case Symbol(.__defaults__):
      guard value.isNone || value.isKind(.tuple) else {
        throw raise(.typeError, "__defaults__ must be set to a tuple object")
      }
      function.pointee.defaults = value.isNone ? .unbound : value
    case Symbol(.__code__):
      guard let code = CodeObject.function(value) else {
        throw raise(.typeError, "__code__ must be set to a code object")
      }
      let old = function.pointee.code.takeUnretainedValue().whole
      guard code.freeCount == old.freeCount else {
        throw raise(
          .valueError,
          "\(old.name)() requires a code object with \(old.freeCount) free vars, not \(code.freeCount)")
      }
      throw raise(.typeError, "assigning to __code__ of a function is not supported")
    case Symbol(.__kwdefaults__):
      guard value.isNone || value.isKind(.dict) else {
        throw raise(.typeError, "__kwdefaults__ must be set to a dict object")
      }
      function.pointee.keywordDefaults = value.isNone ? .unbound : value
    case Symbol(.__annotations__):
      guard value.isNone || value.isKind(.dict) else {
        throw raise(.typeError, "__annotations__ must be set to a dict object")
      }
      function.pointee.annotations = value.isNone ? .unbound : value
    default: return false
    }
    return true
  }
}
