/// The arguments of a function written in Swift, already bound to its parameters: one value per parameter, unbound
/// where an optional one was not given; `*args` is a tuple, `**kwargs` a dict.
public struct Arguments {
  let base: UnsafeMutablePointer<Value>
  /// How many parameters there are.
  public let count: Int

  /// The argument of a parameter.
  @inline(__always)
  public subscript(_ index: Int) -> Value { base[index] }

  /// The argument of a parameter, or nil where it was not given.
  @inline(__always)
  public func optional(_ index: Int) -> Value? { base[index].isUnbound ? nil : base[index] }
}

/// What a function written in Swift does.
public typealias NativeBody = (Arguments) throws(Raised) -> Value

/// A function written in Swift, with Python's way to take arguments.
public final class NativeFunction {
  /// The name.
  public let name: String
  let signature: NativeSignature
  let body: NativeBody
  /// The module or class in which it is defined, for `repr`.
  let owner: String
  /// The class whose methods' receivers are to be instances of it; nil for functions and for `object`'s methods, which
  /// take anything.
  var receiver: Unmanaged<Class>?
  /// Whether the first argument is to be the class, or one that derives from it: a constructor.
  var takesClass = false

  /// Whether it is a built-in type's own way to read, set or delete attributes.
  let isAttributeHook: Bool
  /// How many parameters there are.
  let slotCount: Int
  /// The number of positional arguments that needs no binding at all; -1 for none.
  let exactCount: Int
  /// The number of positional arguments that leaves none missing.
  let boundCount: Int
  /// The numbers of positional arguments that can be copied to their parameters as they are.
  let leastCount: Int
  let mostCount: Int

  init(name: String, owner: String, signature: NativeSignature, body: @escaping NativeBody) {
    slotCount = signature.names.count
    exactCount = signature.fits(signature.positionalCount) ? signature.positionalCount : -1
    let areByPosition = zip(signature.isRequired.indices, signature.isRequired).allSatisfy {
      $0 < signature.positionalCount || !$1
    }
    boundCount = areByPosition ? signature.requiredCount : .max
    let isCopied = signature.variadic == nil && signature.keywordVariadic == nil && areByPosition
    leastCount = isCopied ? signature.requiredCount : .max
    mostCount = isCopied ? signature.positionalCount : -1
    isAttributeHook = name == "__getattribute__" || name == "__setattr__" || name == "__delattr__"
    self.name = name
    self.owner = owner
    self.signature = signature
    self.body = body
  }

  /// A function as a Python value.
  ///
  /// - Parameters:
  ///   - signature: the parameters as Python would write them, without annotations: `"obj, /, *, key=None"`. Those
  ///     with a default are optional; what the default says is for readers, the body sees an unbound value.
  ///   - isMethod: whether it binds its first parameter when found through a class.
  public static func make(
    _ name: String, _ signature: String, owner: String = "", isMethod: Bool = false, _ body: @escaping NativeBody
  ) -> Value {
    let function = NativeFunction(name: name, owner: owner, signature: .of(signature), body: body)
    let layout = Heap.make(
      NativeFunctionLayout.self, .nativeFunction, isMethod ? Types.methodDescriptor : Types.nativeFunction)
    layout.pointee.function = Unmanaged.passRetained(function)
    return Value(Object(OpaquePointer(layout)))
  }

  /// The function of a value of kind `.nativeFunction`.
  static func of(_ value: Value) -> NativeFunction {
    value.object.as(NativeFunctionLayout.self).pointee.function.takeUnretainedValue()
  }
}

extension NativeFunction {
  /// Raises `TypeError` unless the first argument is what the body relies on: a method found through its class can be
  /// called with anything.
  @inline(never)
  func checkReceiver(_ arguments: UnsafeMutablePointer<Value>, _ count: Int) throws(Raised) {
    guard let receiver else { return }
    if takesClass { return try checkClass(receiver.takeUnretainedValue(), count > 0 ? arguments[0] : .unbound) }
    guard count > 0 else {
      throw raise(
        .typeError,
        isSlot
          ? "descriptor '\(name)' of '\(owner)' object needs an argument"
          : "unbound method \(owner).\(name)() needs an argument")
    }
    if receiver.read({ Types.isInstance(arguments[0], $0) }) { return }
    let given = Types.name(arguments[0])
    throw raise(
      .typeError,
      isSlot
        ? "descriptor '\(name)' requires a '\(owner)' object but received a '\(given)'"
        : "descriptor '\(name)' for '\(owner)' objects doesn't apply to a '\(given)' object")
  }

  private func checkClass(_ cls: Class, _ given: Value) throws(Raised) {
    guard name == "__new__" else {
      if given.isKind(.class), ClassObject.cls(given).isSubclass(of: cls) { return }
      throw raise(.typeError, "descriptor '\(name)' requires a subtype of '\(owner)'")
    }
    if given.isUnbound { throw raise(.typeError, "\(owner).__new__(): not enough arguments") }
    guard given.isKind(.class) else {
      throw raise(.typeError, "\(owner).__new__(X): X is not a type object (\(Types.name(given)))")
    }
    let wanted = ClassObject.cls(given)
    // A metaclass's order may leave out the class that has the layout.
    guard wanted.isSubclass(of: cls) || Construction.layoutBase(wanted) === cls else {
      throw raise(.typeError, "\(owner).__new__(\(wanted.name)): \(wanted.name) is not a subtype of \(owner)")
    }
    // Only the constructor of the built-in type that lies at the bottom knows how its instances are laid out.
    let base = Construction.layoutBase(wanted)
    guard base === cls || base.lookup(.__new__)?.bits == cls.lookup(.__new__)?.bits else {
      throw raise(.typeError, "\(owner).__new__(\(wanted.name)) is not safe, use \(base.name).__new__()")
    }
  }

  /// The special methods that CPython keeps as plain methods, whatever their names.
  private static let plainSpecials: Set<String> = [
    "__reversed__", "__format__", "__reduce__", "__reduce_ex__", "__sizeof__", "__trunc__", "__floor__", "__ceil__",
    "__round__", "__getnewargs__", "__enter__", "__exit__", "__dir__", "__subclasses__", "__instancecheck__",
    "__subclasscheck__", "__prepare__", "__getstate__", "__setstate__", "__length_hint__", "__copy__", "__deepcopy__",
    "__getformat__", "__bytes__", "__set_name__", "__complex__", "__class_getitem__",
  ]

  private static let parsedNames: Set<String> = ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"]

  /// Whether it is one of the methods of texts and bytes whose wrong numbers of arguments CPython words in another way.
  var isParsed: Bool {
    switch owner {
    case "str", "bytes", "bytearray": NativeFunction.parsedNames.contains(name)
    case "deque": name == "insert" || name == "index"
    default: false
    }
  }

  /// Whether CPython has it in Python, so that its messages about arguments read like those of functions in Python.
  var isOfPython: Bool { owner == "os.path" || owner == "json" }

  private static let sequences: Set<String> = ["str", "bytes", "bytearray", "list", "tuple", "deque", "array"]

  /// Whether it is the slot wrapper of a sequence's repetition, whose name CPython's messages leave empty.
  var isRepetition: Bool {
    (name == "__mul__" || name == "__rmul__" || name == "__imul__") && NativeFunction.sequences.contains(owner)
  }

  /// Whether it is one of the methods that CPython makes of a type's slots, and calls slot wrappers.
  var isSlot: Bool {
    guard name.hasPrefix("__"), name.hasSuffix("__"), !NativeFunction.plainSpecials.contains(name) else { return false }
    switch owner {
    case "list": return name != "__getitem__"
    case "dict": return name != "__getitem__" && name != "__contains__"
    case "set", "frozenset": return name != "__contains__"
    default: return true
    }
  }
}

extension Class {
  /// Adds a method written in Swift; the signature begins with `self`.
  public func method(_ name: String, _ signature: String, _ body: @escaping NativeBody) {
    let method = NativeFunction.make(name, signature, owner: self.name, isMethod: true, body)
    if self !== Types.object.takeUnretainedValue() { NativeFunction.of(method).receiver = reference }
    set(name, method)
  }

  /// Adds an attribute computed in Swift. Without a setter, assigning raises `AttributeError`; deleting raises it unless
  /// that is said to set the attribute to `None`.
  public func property(
    _ name: String, deletesToNone: Bool = false, get: @escaping (Value) throws(Raised) -> Value,
    set setter: ((Value, Value) throws(Raised) -> Void)? = nil
  ) {
    let descriptor = GetSet(name: name, get: get, set: setter)
    descriptor.deletesToNone = deletesToNone
    if self !== Types.object.takeUnretainedValue() { descriptor.owner = reference }
    set(name, Native.make(Types.getSet.takeUnretainedValue(), descriptor))
  }

  /// Adds an attribute that is read out of the state of an object; `None` for an object that has another.
  public func reading<State: Payload>(
    _ name: String, of state: State.Type, _ read: @escaping (State) throws(Raised) -> Value
  ) {
    property(
      name,
      get: { (value) throws(Raised) -> Value in
        guard let payload = Native.payload(value, as: state) else { return .none }
        return try read(payload)
      })
  }

  /// Adds a static method written in Swift.
  public func staticMethod(_ name: String, _ signature: String, _ body: @escaping NativeBody) {
    let function = NativeFunction.make(name, signature, owner: self.name, body)
    if name == "__new__" {
      NativeFunction.of(function).receiver = reference
      NativeFunction.of(function).takesClass = true
    }
    set(name, function)
  }

  /// Adds a class method written in Swift; the signature begins with `cls`.
  public func classMethod(_ name: String, _ signature: String, _ body: @escaping NativeBody) {
    let function = NativeFunction.make(name, signature, owner: self.name, body)
    NativeFunction.of(function).receiver = reference
    NativeFunction.of(function).takesClass = true
    set(name, Native.make(Types.classMethod.takeUnretainedValue(), Wrapper(function)))
  }
}

extension Namespace {
  /// Adds a function written in Swift.
  public func function(_ name: String, _ signature: String, _ body: @escaping NativeBody) {
    self[name] = NativeFunction.make(name, signature, owner: self.name, body)
  }
}

/// An attribute computed in Swift.
final class GetSet: Payload {
  let name: String
  /// The class of whose instances it is an attribute; nil for those of any value.
  var owner: Unmanaged<Class>?
  let get: (Value) throws(Raised) -> Value
  let set: ((Value, Value) throws(Raised) -> Void)?
  /// Whether deleting sets it to `None`.
  var deletesToNone = false

  init(
    name: String, get: @escaping (Value) throws(Raised) -> Value, set: ((Value, Value) throws(Raised) -> Void)?
  ) {
    self.name = name
    self.get = get
    self.set = set
  }

  /// Raises `TypeError` for a value that can't have the attribute: one may be read by its descriptor of any value.
  func check(_ value: Value) throws(Raised) {
    guard let owner, Types.of(value).toOpaque() != owner.toOpaque() else { return }
    let cls = owner.takeUnretainedValue()
    if Types.isInstance(value, cls) { return }
    throw raise(
      .typeError, "descriptor '\(name)' for '\(cls.name)' objects doesn't apply to a '\(Types.name(value))' object")
  }
}

/// The one value inside a `staticmethod` or `classmethod`.
final class Wrapper: Payload {
  let value: Value
  init(_ value: Value) { self.value = value }
  override func trace() { Heap.mark(value) }

  /// What is read through a class, or an instance of it, of this `classmethod` or `staticmethod`.
  func bound(_ wrapper: Value, _ cls: Value) throws(Raised) -> Value {
    guard Types.isInstance(wrapper, Types.classMethod.takeUnretainedValue()) else { return value }
    // A descriptor within, such as a property, is asked for what it gives for the class.
    guard value.isObject, !value.isKind(.function) else { return BoundMethod.make(value, cls) }
    let type = Types.cls(value)
    if type.isUserDefined, let getter = type.lookup(.__get__) { return try Call.call(getter, value, cls, cls) }
    if let property = Native.payload(value, as: Property.self) { return try property.get(cls) }
    if let inner = Native.payload(value, as: Wrapper.self) { return try inner.bound(value, Types.cls(cls).value) }
    return BoundMethod.make(value, cls)
  }
}

/// Objects whose state is a Swift object.
public enum Native {
  /// A new object of a class with its state.
  public static func make(_ cls: Class, _ payload: consuming Payload) -> Value {
    let layout = Heap.make(NativeLayout.self, .native, cls.reference)
    layout.pointee.payload = Unmanaged.passRetained(payload)
    layout.pointee.attributes = .unbound
    return Value(Object(OpaquePointer(layout)))
  }

  /// The state of a value, if it has one of this type.
  @inline(__always)
  public static func payload<State: Payload>(_ value: Value, as type: State.Type) -> State? {
    guard value.isKind(.native) else { return nil }
    let payload = value.object.as(NativeLayout.self).pointee.payload.takeUnretainedValue()
    // The exact type, as it nearly always is, costs one comparison; a dynamic cast costs a hundred times that.
    if Swift.type(of: payload) == State.self { return unsafeDowncast(payload, to: State.self) }
    return payload as? State
  }
}

/// The parameters of a function written in Swift.
struct NativeSignature {
  private(set) var names: [Symbol] = []
  /// How many can be given by position, `*args` not counted.
  private(set) var positionalCount = 0
  /// The first of them that can also be given by name.
  private(set) var positionalOnlyCount = 0
  private(set) var isRequired: [Bool] = []
  private(set) var requiredCount = 0
  private(set) var variadic: Int?
  private(set) var keywordVariadic: Int?

  /// Those that have been read: a thousand functions share some hundred signatures.
  private nonisolated(unsafe) static var known: [String: NativeSignature] = [:]

  /// The signature that a text in Python's notation describes; a mistake in it is a mistake in this program.
  static func of(_ text: String) -> NativeSignature {
    if let signature = known[text] { return signature }
    let signature = NativeSignature(text)
    known[text] = signature
    return signature
  }

  /// Reads the text byte by byte: Swift's own ways to split it took a fifth of the time to a test's first request.
  private init(_ text: String) {
    var afterStar = false
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: ",") { end += 1 }
        read(UnsafeBufferPointer(rebasing: bytes[start..<end]), &afterStar)
        start = end + 1
      }
    }
  }

  /// Reads one parameter, `*` or `/`.
  private mutating func read(_ item: UnsafeBufferPointer<UInt8>, _ afterStar: inout Bool) {
    var start = 0
    while start < item.count, item[start] == UInt8(ascii: " ") { start += 1 }
    var stars = 0
    while start < item.count, item[start] == UInt8(ascii: "*") { (start, stars) = (start + 1, stars + 1) }
    var end = start
    while end < item.count, item[end] != UInt8(ascii: "="), item[end] != UInt8(ascii: " ") { end += 1 }
    let name = UnsafeBufferPointer(rebasing: item[start..<end])
    if name.first == UInt8(ascii: "/") {
      positionalOnlyCount = names.count
      return
    }
    if stars > 0 {
      if stars == 1 { afterStar = true }
      guard !name.isEmpty else { return }
      if stars == 1 { variadic = names.count } else { keywordVariadic = names.count }
      return add(name, required: false)
    }
    while end < item.count, item[end] != UInt8(ascii: "=") { end += 1 }
    let isRequired = end == item.count
    add(name, required: isRequired)
    guard !afterStar else { return }
    positionalCount = names.count
    if isRequired { requiredCount += 1 }
  }

  private mutating func add(_ name: UnsafeBufferPointer<UInt8>, required: Bool) {
    names.append(Symbol(utf8: name))
    isRequired.append(required)
  }

  /// The place of the parameter that a keyword argument is for; nil where there is none.
  func position(of name: Symbol) -> Int? {
    guard let index = names.firstIndex(of: name), index >= positionalOnlyCount, index != variadic,
      index != keywordVariadic
    else { return nil }
    return index
  }

  /// Whether all parameters but `*args` and `**kwargs` are positional only; `self` alone counts as one.
  var isPositionalOnly: Bool {
    let spread = (variadic == nil ? 0 : 1) + (keywordVariadic == nil ? 0 : 1)
    let named = names.count - spread
    return positionalOnlyCount >= named || named == 1 && names.first == Symbol(.`self`)
  }

  /// Whether a call with so many positional arguments and no keywords needs no binding at all.
  @inline(__always)
  func fits(_ count: Int) -> Bool { count == positionalCount && count == names.count }
}
