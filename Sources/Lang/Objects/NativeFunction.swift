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

  /// How many parameters there are.
  let slotCount: Int
  /// The number of positional arguments that needs no binding at all; -1 for none.
  let exactCount: Int
  /// The numbers of positional arguments that can be copied to their parameters as they are.
  let leastCount: Int
  let mostCount: Int

  init(name: String, owner: String, signature: NativeSignature, body: @escaping NativeBody) {
    slotCount = signature.names.count
    exactCount = signature.fits(signature.positionalCount) ? signature.positionalCount : -1
    let isCopied =
      signature.variadic == nil && signature.keywordVariadic == nil
      && zip(signature.isRequired.indices, signature.isRequired).allSatisfy { $0 < signature.positionalCount || !$1 }
    leastCount = isCopied ? signature.requiredCount : .max
    mostCount = isCopied ? signature.positionalCount : -1
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
    let function = NativeFunction(name: name, owner: owner, signature: NativeSignature(signature), body: body)
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

extension Class {
  /// Adds a method written in Swift; the signature begins with `self`.
  public func method(_ name: String, _ signature: String, _ body: @escaping NativeBody) {
    set(name, NativeFunction.make(name, signature, owner: self.name, isMethod: true, body))
  }

  /// Adds an attribute computed in Swift. Without a setter, assigning raises `AttributeError`.
  public func property(
    _ name: String, get: @escaping (Value) throws(Raised) -> Value,
    set setter: ((Value, Value) throws(Raised) -> Void)? = nil
  ) {
    set(name, Native.make(Types.getSet.takeUnretainedValue(), GetSet(name: name, get: get, set: setter)))
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
    set(name, NativeFunction.make(name, signature, owner: self.name, body))
  }

  /// Adds a class method written in Swift; the signature begins with `cls`.
  public func classMethod(_ name: String, _ signature: String, _ body: @escaping NativeBody) {
    let function = NativeFunction.make(name, signature, owner: self.name, body)
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
  let get: (Value) throws(Raised) -> Value
  let set: ((Value, Value) throws(Raised) -> Void)?

  init(
    name: String, get: @escaping (Value) throws(Raised) -> Value, set: ((Value, Value) throws(Raised) -> Void)?
  ) {
    self.name = name
    self.get = get
    self.set = set
  }
}

/// The one value inside a `staticmethod` or `classmethod`.
final class Wrapper: Payload {
  let value: Value
  init(_ value: Value) { self.value = value }
  override func trace() { Heap.mark(value) }
}

/// Objects whose state is a Swift object.
public enum Native {
  /// A new object of a class with its state.
  public static func make(_ cls: Class, _ payload: Payload) -> Value {
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

  /// Reads Python's notation; a mistake in it is a mistake in this program.
  init(_ text: String) {
    var afterStar = false
    for part in text.split(separator: ",") {
      let item = part.split(separator: " ").joined()
      switch item {
      case "/": positionalOnlyCount = names.count
      case "*": afterStar = true
      case _ where item.hasPrefix("**"):
        keywordVariadic = names.count
        add(String(item.dropFirst(2)), required: false)
      case _ where item.hasPrefix("*"):
        variadic = names.count
        afterStar = true
        add(String(item.dropFirst()), required: false)
      default:
        let name = item.prefix { $0 != "=" }
        add(String(name), required: name.count == item.count)
        if !afterStar {
          positionalCount = names.count
          if name.count == item.count { requiredCount += 1 }
        }
      }
    }
  }

  private mutating func add(_ name: String, required: Bool) {
    names.append(Symbol(name))
    isRequired.append(required)
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
