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
    ObjectType.install()
    ExceptionTypes.install(in: namespace)
    Construction.start()
    NumberTypes.install()
    ListType.install()
    TupleType.install()
    DictType.install()
    SetType.install()
    GeneratorType.install()
    Text.installStr(on: Types.str.takeUnretainedValue())
    Text.installBytes(on: Types.bytes.takeUnretainedValue(), mutable: false)
    Text.installBytes(on: Types.bytearray.takeUnretainedValue(), mutable: true)
    let types: [Unmanaged<Class>] = [
      Types.object, Types.type, Types.bool, Types.int, Types.float, Types.str, Types.bytes, Types.bytearray,
      Types.tuple, Types.list, Types.dict, Types.set, Types.frozenset, Types.range, Types.slice, Types.property,
      Types.staticMethod, Types.classMethod, Types.superObject,
    ]
    for type in types { namespace[type.takeUnretainedValue().name] = type.takeUnretainedValue().value }
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
      if value.isKind(.function) { return Function.code(value).doc.isUnbound ? .none : Function.code(value).doc }
      return Value.none
    default: break
    }
    guard value.isObject else { return nil }
    switch value.object.pointee.kind {
    case .function: return functionAttribute(value, name)
    case .nativeFunction:
      let function = NativeFunction.of(value)
      if name == Symbol(.__name__) { return Str.make(function.name) }
      if name == Symbol(.__qualname__) { return Str.make(function.qualifiedName) }
      return nil
    case .boundMethod:
      let method = value.object.as(BoundMethodLayout.self).pointee
      if name == Symbol(.__self__) { return method.receiver }
      if name == Symbol(.__func__) { return method.function }
      return try Attributes.find(method.function, name)
    case .range:
      let range = value.object.as(RangeLayout.self).pointee
      switch name.name {
      case "start": return Integer.make(range.start)
      case "stop": return Integer.make(range.stop)
      case "step": return Integer.make(range.step)
      default: return nil
      }
    case .slice:
      let slice = value.object.as(SliceLayout.self).pointee
      switch name.name {
      case "start": return slice.start
      case "stop": return slice.stop
      case "step": return slice.step
      default: return nil
      }
    default: return nil
    }
  }

  private static func functionAttribute(_ value: Value, _ name: Symbol) -> Value? {
    let code = Function.code(value)
    let layout = value.object.as(FunctionLayout.self).pointee
    switch name {
    case Symbol(.__name__): return Str.make(code.name)
    case Symbol(.__qualname__): return Str.make(code.qualifiedName)
    case Symbol(.__module__): return Str.make(code.namespace.name)
    case Symbol(.__defaults__): return layout.defaults.isUnbound ? .none : layout.defaults
    case Symbol(.__kwdefaults__): return layout.keywordDefaults.isUnbound ? .none : layout.keywordDefaults
    case Symbol(.__annotations__): return Dict.make()
    default: return nil
    }
  }

  /// The attributes of a value as a dict: a copy, as changing a class's or instance's attributes goes through them.
  static func dictionary(of value: Value) -> Value? {
    guard value.isObject else { return nil }
    let dict = Dict.make()
    var pairs: [(name: Symbol, value: Value)] = []
    switch value.object.pointee.kind {
    case .instance:
      guard Types.cls(value).hasAttributes else { return nil }
      pairs = Instance.attributes(value)
    case .module:
      let namespace = ModuleObject.namespace(value)
      pairs = namespace.names.map { ($0, namespace[$0] ?? .none) }
    default:
      guard let bag = Attributes.bag(value), value.isKind(.function) || Types.cls(value).hasAttributes else {
        return nil
      }
      if !bag.isUnbound { pairs = Instance.attributes(bag) }
    }
    for (name, value) in pairs where !value.isUnbound { Dict.set(dict, name.name, value) }
    return dict
  }

  /// An attribute that every class has without storing it; nil when there is none of that name.
  static func computedClassAttribute(_ cls: Class, _ name: Symbol) throws(Raised) -> Value? {
    switch name {
    case Symbol(.__name__): return Str.make(cls.name)
    case Symbol(.__qualname__): return cls.attributes[name] ?? Str.make(cls.name)
    case Symbol(.__module__): return Str.make(cls.module)
    case Symbol(.__mro__): return Tuple.make(cls.mro.map(\.value))
    case Symbol(.__bases__): return Tuple.make(cls.bases.map(\.value))
    case Symbol(.__doc__): return cls.attributes[name] ?? Value.none
    case Symbol(.__class__): return cls.metaclass?.value ?? cls.value
    case Symbol(.__dict__):
      let dict = Dict.make()
      for (name, value) in zip(cls.attributes.names, cls.attributes.values) { Dict.set(dict, name.name, value) }
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
      throw raise(.typeError, "__class__ assignment is not supported")
    }
    return false
  }
}

/// `instance.__dict__` is a copy, so changes to it have nowhere to go; see `Builtins.dictionary`.
enum InstanceDict {
  static func noteSet(_ dict: Value, _ key: Value, _ value: Value) {}
  static func noteRemoved(_ dict: Value, _ key: Value) {}
}
