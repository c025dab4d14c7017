import Glibc

/// Values as text: `repr`, `str`, `ascii`. Formatting and the methods of `str` are in the other `Text` files.
public enum Text {
  /// The objects whose `repr` is being written, so that a structure that contains itself ends in `...`.
  private nonisolated(unsafe) static var active: [UInt64] = []

  /// The classes whose `__repr__`, `__str__` and `__format__` are what this file does anyway.
  private static let plainOwners: Set<String> = [
    "object", "type", "int", "bool", "float", "str", "bytes", "bytearray", "tuple", "list", "dict", "set",
    "frozenset", "function", "method", "module", "range", "slice", "BaseException", "Exception",
    "builtin_function_or_method", "NoneType",
  ]

  /// The special method that a value's class defines beyond what the built-in layouts do by themselves.
  static func ownMethod(_ value: Value, _ name: KnownName) -> Value? {
    guard value.isObject else { return nil }
    let cls = Types.cls(value)
    if let own = cls.override(name) { return own }
    if !cls.isUserDefined {
      let kind = value.object.pointee.kind
      guard kind == .native || kind == .instance || kind == .dict else { return nil }
    }
    guard let method = cls.lookup(name) else { return nil }
    let isPlain = method.isKind(.nativeFunction) && plainOwners.contains(NativeFunction.of(method).owner)
    return isPlain ? nil : method
  }

  /// `repr(value)`
  public static func repr(_ value: Value) throws(Raised) -> Value {
    if value.isSmallInt { return integer(value.smallInt) }
    if value.isFloat { return Str.make(floatRepr(value.double)) }
    if let own = try ownRepr(value) { return own }
    return try plainRepr(value)
  }

  /// The form that a value's layout has without any method's help.
  static func plainRepr(_ value: Value) throws(Raised) -> Value {
    var out: [UInt8] = []
    try appendPlainRepr(value, to: &out)
    return Str.make(out)
  }

  /// The form that `object` gives to a value of any class.
  static func objectRepr(_ value: Value) -> String {
    "<\(className(Types.cls(value))) object at \(address(value))>"
  }

  /// `str(value)`
  public static func str(_ value: Value) throws(Raised) -> Value {
    if value.isObject {
      if value.isKind(.str) && value.object.pointee.cls.toOpaque() == Types.str.toOpaque() { return value }
      if let method = ownMethod(value, .__str__) {
        let result = try Call.call(try Attributes.bind(method, value))
        guard result.isKind(.str) else {
          throw raise(.typeError, "__str__ returned non-string (type \(Types.name(result)))")
        }
        return result
      }
      if value.isKind(.str) { return Str.make(Str.bytes(value)) }
      // What `bytes` has as `__str__` shows it, whatever a subclass has as `__repr__`.
      if value.isKind(.bytes), Types.cls(value).isUserDefined {
        var out: [UInt8] = []
        try appendPlainRepr(value, to: &out)
        return Str.make(out)
      }
      if Exceptions.isException(value) { return try exceptionText(value) }
    }
    if let own = try ownRepr(value, as: "__str__") { return own }
    return try repr(value)
  }

  /// `ascii(value)`
  public static func ascii(_ value: Value) throws(Raised) -> Value {
    let text = try repr(value)
    if Str.isASCII(text) { return text }
    var out: [UInt8] = []
    for scalar in Str.scalars(text) {
      if scalar < 0x80 { out.append(UInt8(scalar)) } else { appendEscape(scalar, to: &out) }
    }
    return Str.make(out)
  }

  /// What a class's own `__repr__` gives; nil where the layout's own form is wanted. `method` is what has been called.
  private static func ownRepr(_ value: Value, as method: String = "__repr__") throws(Raised) -> Value? {
    guard let own = ownMethod(value, .__repr__) else { return nil }
    try Interpreter.enterNative(" while getting the repr of an object")
    defer { Interpreter.leaveNative() }
    let result = try Call.call(try Attributes.bind(own, value))
    guard result.isKind(.str) else {
      throw raise(.typeError, "\(method) returned non-string (type \(Types.name(result)))")
    }
    return result
  }

  /// Appends `repr(value)`.
  static func appendRepr(_ value: Value, to out: inout [UInt8]) throws(Raised) {
    if let own = try ownRepr(value) {
      out.append(contentsOf: Str.bytes(own))
    } else {
      try appendPlainRepr(value, to: &out)
    }
  }

  private static func append(_ text: String, to out: inout [UInt8]) { out.append(contentsOf: text.utf8) }

  /// Appends the form that a value's layout has without any method's help.
  static func appendPlainRepr(_ value: Value, to out: inout [UInt8]) throws(Raised) {
    guard value.isObject else {
      if value.isSmallInt {
        appendInteger(value.smallInt, to: &out)
      } else if value.isFloat {
        append(floatRepr(value.double), to: &out)
      } else if value.isBool {
        append(value.isTrue ? "True" : "False", to: &out)
      } else if value.isNone {
        append("None", to: &out)
      } else {
        append(value.isNotImplemented ? "NotImplemented" : "Ellipsis", to: &out)
      }
      return
    }
    switch value.object.pointee.kind {
    case .str: appendQuoted(Str.bytes(value), to: &out)
    case .bytes: Bytes.appendRepr(value, to: &out)
    case .bigInt: append(try integerText(value), to: &out)
    case .float: append(floatRepr(Numbers.plain(value).double), to: &out)
    case .list, .tuple, .dict, .set: try appendContainer(value, to: &out)
    case .instance where Exceptions.isException(value):
      append(Types.name(value), to: &out)
      out.append(UInt8(ascii: "("))
      for (index, argument) in Exceptions.args(value).enumerated() {
        if index > 0 { append(", ", to: &out) }
        try appendRepr(argument, to: &out)
      }
      out.append(UInt8(ascii: ")"))
    case .range, .slice: try appendRange(value, to: &out)
    case .boundMethod:
      let method = value.object.as(BoundMethodLayout.self).pointee
      if method.function.isKind(.function) {
        append("<bound method \(Function.code(method.function).qualifiedName) of ", to: &out)
        try appendRepr(method.receiver, to: &out)
        out.append(UInt8(ascii: ">"))
      } else if !method.function.isKind(.nativeFunction) {
        var name = try Attributes.find(method.function, Symbol(.__qualname__))
        if name == nil { name = try Attributes.find(method.function, Symbol(.__name__)) }
        let shown = name.flatMap { $0.isKind(.str) ? Str.swift($0) : nil } ?? "?"
        append("<bound method \(shown) of ", to: &out)
        try appendRepr(method.receiver, to: &out)
        out.append(UInt8(ascii: ">"))
      } else {
        append("<built-in method \(functionName(method.function)) of ", to: &out)
        append("\(Types.name(method.receiver)) object at \(address(method.receiver))>", to: &out)
      }
    case .native where Types.name(value).hasPrefix("dict_") && !Types.name(value).hasSuffix("iterator"):
      append(Str.swift(try Call.special(value, .__repr__) ?? .none), to: &out)
    default: append(describe(value), to: &out)
    }
  }

  private static func functionName(_ value: Value) -> String {
    value.isKind(.nativeFunction) ? NativeFunction.of(value).name : Types.name(value)
  }

  /// The address of a value's object, as `repr` shows it.
  static func address(_ value: Value) -> String {
    let hex = String(value.bits, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, 12 - hex.count)) + hex
  }

  /// The dotted name of a class.
  static func className(_ cls: Class) -> String {
    let name = cls.qualifiedName
    return cls.module == "builtins" || cls.module.isEmpty ? name : "\(cls.module).\(name)"
  }

  /// The form of objects that show no contents.
  private static func describe(_ value: Value) -> String {
    let cls = Types.cls(value)
    switch value.object.pointee.kind {
    case .class: return "<class '\(className(ClassObject.cls(value)))'>"
    case .function: return "<function \(Function.code(value).qualifiedName) at \(address(value))>"
    case .nativeFunction:
      let function = NativeFunction.of(value)
      guard cls === Types.methodDescriptor.takeUnretainedValue() else {
        return "<built-in function \(function.name)>"
      }
      return "<\(function.isSlot ? "slot wrapper" : "method") '\(function.name)' of '\(function.owner)' objects>"
    case .module:
      let namespace = ModuleObject.namespace(value)
      if let file = namespace[Symbol(.__file__)], file.isKind(.str) {
        return "<module '\(namespace.name)' from '\(Str.swift(file))'>"
      }
      return "<module '\(namespace.name)' (built-in)>"
    case .cell:
      let held = Cell.get(value)
      let content = held.isUnbound ? "empty" : "\(Types.name(held)) object at \(address(held))"
      return "<cell at \(address(value)): \(content)>"
    default: return objectRepr(value)
    }
  }

  private static func appendRange(_ value: Value, to out: inout [UInt8]) throws(Raised) {
    if value.isKind(.range) {
      let range = value.object.as(RangeLayout.self).pointee
      append("range(\(range.start), \(range.stop)\(range.step == 1 ? "" : ", \(range.step)"))", to: &out)
      return
    }
    let slice = value.object.as(SliceLayout.self)
    append("slice(", to: &out)
    try appendRepr(slice.pointee.start, to: &out)
    append(", ", to: &out)
    try appendRepr(slice.pointee.stop, to: &out)
    append(", ", to: &out)
    try appendRepr(slice.pointee.step, to: &out)
    append(")", to: &out)
  }

  /// What `body` gives for an object that isn't being written already; nil for one within itself.
  static func reprOnce(_ value: Value, _ body: () throws(Raised) -> Value) throws(Raised) -> Value? {
    if active.contains(value.bits) { return nil }
    active.append(value.bits)
    defer { active.removeLast() }
    return try body()
  }

  private static func appendContainer(_ value: Value, to out: inout [UInt8]) throws(Raised) {
    let kind = value.object.pointee.kind
    if active.contains(value.bits) {
      append(
        kind == .list ? "[...]" : kind == .tuple ? "(...)" : kind == .dict ? "{...}" : "\(Types.name(value))(...)",
        to: &out)
      return
    }
    try Interpreter.enterNative(" while getting the repr of an object")
    defer { Interpreter.leaveNative() }
    active.append(value.bits)
    defer {
      if let position = active.lastIndex(of: value.bits) { active.remove(at: position) }
    }
    switch kind {
    case .list: try appendList(value, to: &out)
    case .tuple: try appendTuple(value, to: &out)
    case .dict: try appendDict(value, to: &out)
    default: try appendSet(value, to: &out)
    }
  }

  private static func appendList(_ value: Value, to out: inout [UInt8]) throws(Raised) {
    out.append(UInt8(ascii: "["))
    var index = 0
    while index < List.count(value) {
      if index > 0 { append(", ", to: &out) }
      try appendRepr(List.item(value, index), to: &out)
      index += 1
    }
    out.append(UInt8(ascii: "]"))
  }

  private static func appendTuple(_ value: Value, to out: inout [UInt8]) throws(Raised) {
    out.append(UInt8(ascii: "("))
    let items = Tuple.items(value)
    for index in 0..<items.count {
      if index > 0 { append(", ", to: &out) }
      try appendRepr(items[index], to: &out)
    }
    if items.count == 1 { out.append(UInt8(ascii: ",")) }
    out.append(UInt8(ascii: ")"))
  }

  private static func appendDict(_ value: Value, to out: inout [UInt8]) throws(Raised) {
    out.append(UInt8(ascii: "{"))
    var position = 0
    var isFirst = true
    Dict.refresh(value)
    while position < Dict.table(value).pointee.used {
      let key = Dict.table(value).pointee.key(at: position)
      if !key.isUnbound {
        let item = Dict.table(value).pointee.value(at: position)
        if !isFirst { append(", ", to: &out) }
        isFirst = false
        try appendRepr(key, to: &out)
        append(": ", to: &out)
        try appendRepr(item, to: &out)
      }
      position += 1
    }
    out.append(UInt8(ascii: "}"))
  }

  private static func appendSet(_ value: Value, to out: inout [UInt8]) throws(Raised) {
    if PySet.count(value) == 0 {
      append("\(Types.name(value))()", to: &out)
      return
    }
    let isPlain = value.object.pointee.cls.toOpaque() == Types.set.toOpaque()
    append(isPlain ? "{" : "\(Types.name(value))({", to: &out)
    var isFirst = true
    var slot = 0
    while slot < PySet.table(value).pointee.slotCount {
      if let element = PySet.table(value).pointee.element(at: slot) {
        if !isFirst { append(", ", to: &out) }
        isFirst = false
        try appendRepr(element, to: &out)
      }
      slot += 1
    }
    append(isPlain ? "}" : "})", to: &out)
  }

  /// `str` of an exception.
  private static func exceptionText(_ value: Value) throws(Raised) -> Value {
    let args = Exceptions.args(value)
    switch args.count {
    case 0: return Str.empty
    case 1: return try str(args[0])
    default: return try repr(Exceptions.get(value, .args) ?? .none)
    }
  }
}
