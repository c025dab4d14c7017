/// Python's `json`.
enum JSONModule {
  nonisolated(unsafe) private static var errorClass: Class! = nil

  static func build(_ module: Namespace) throws(Raised) {
    if errorClass == nil { errorClass = defineError() }
    module["JSONDecodeError"] = errorClass.value
    let options =
      "skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, "
      + "separators=None, default=None, sort_keys=False, **kw"
    module.function("dumps", "obj, *, \(options)") { (a) throws(Raised) -> Value in
      try dump(a[0], Arguments(base: a.base + 1, count: a.count - 1))
    }
    module.function("dump", "obj, fp, *, \(options)") { (a) throws(Raised) -> Value in
      let text = try dump(a[0], Arguments(base: a.base + 2, count: a.count - 2))
      return try Call.call(try Attributes.get(a[1], "write"), text)
    }
    let hooks =
      "cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw"
    module.function("loads", "s, *, \(hooks)") { (a) throws(Raised) -> Value in
      try load(a[0], Arguments(base: a.base + 1, count: a.count - 1))
    }
    module.function("load", "fp, *, \(hooks)") { (a) throws(Raised) -> Value in
      let text = try Call.call(try Attributes.get(a[0], "read"))
      return try load(text, Arguments(base: a.base + 1, count: a.count - 1))
    }
    addClasses(module)
  }

  /// The JSON text of a value with Python's defaults: what an HTTP client sends.
  public static func dumps(_ value: Value) throws(Raised) -> Value {
    var writer = JSONWriter()
    return try writer.text(value)
  }

  /// The value of a JSON text: what an HTTP response's `json()` gives.
  public static func loads(_ text: Value) throws(Raised) -> Value {
    if errorClass == nil { errorClass = defineError() }
    var reader = JSONReader(text)
    defer { Function.keepAlive(text) }
    return try reader.read()
  }

  /// The class `json.JSONDecodeError`.
  static var decodeErrorClass: Class {
    if errorClass == nil { errorClass = defineError() }
    return errorClass
  }

  /// A list of the same values in order.
  static func sorted(_ list: Value) throws(Raised) -> Value {
    if let sorted = Interpreter.builtins["sorted"] { return try Call.call(sorted, list) }
    return list
  }

  private static func dump(_ value: Value, _ a: Arguments) throws(Raised) -> Value {
    func flag(_ index: Int, _ otherwise: Bool) throws(Raised) -> Bool {
      guard let given = a.optional(index) else { return otherwise }
      return try Operations.truth(given)
    }
    func given(_ index: Int) -> Value? { a.optional(index).flatMap { $0.isNone ? nil : $0 } }
    if let encoder = given(4), encoder.isKind(.class), ClassObject.cls(encoder).isUserDefined {
      let options = a[9].isKind(.dict) ? a[9] : Dict.make()
      for (index, name) in [
        (0, "skipkeys"), (1, "ensure_ascii"), (3, "allow_nan"), (5, "indent"), (6, "separators"), (7, "default"),
        (8, "sort_keys"),
      ] {
        if let option = given(index) { Dict.set(options, name, option) }
      }
      let keywords = Dict.pairs(options).map { (name: Str.swift($0.key), value: $0.value) }
      let instance = try Call.call(encoder, [], keywords: keywords)
      return try Call.call(try Attributes.get(instance, "encode"), value)
    }
    var writer = JSONWriter()
    writer.skipsKeys = try flag(0, false)
    writer.ensuresASCII = try flag(1, true)
    writer.allowsNaN = try flag(3, true)
    writer.sortsKeys = try flag(8, false)
    if let fallback = given(7) { writer.fallback = fallback }
    if let indent = given(5) {
      writer.indent =
        indent.isKind(.str)
        ? Array(Str.bytes(indent)) : Array(repeating: 32, count: max(0, try Operations.index(indent)))
      writer.itemSeparator = [UInt8(ascii: ",")]
    }
    if let separators = given(6) {
      let pair = try Iteration.tuple(separators)
      guard Tuple.items(pair).count == 2, Tuple.items(pair).allSatisfy({ $0.isKind(.str) }) else {
        throw raise(.typeError, "separators must be a pair of str")
      }
      writer.itemSeparator = Array(Str.bytes(Tuple.items(pair)[0]))
      writer.keySeparator = Array(Str.bytes(Tuple.items(pair)[1]))
    }
    return try writer.text(value)
  }

  private static func load(_ source: Value, _ a: Arguments) throws(Raised) -> Value {
    var text = source
    if source.isKind(.bytes) {
      text = try Codec.utf8Signed.decode(Bytes.buffer(source), errors: "surrogatepass")
    } else if !source.isKind(.str) {
      throw raise(
        .typeError, "the JSON object must be str, bytes or bytearray, not \(Types.name(source))")
    } else if Str.bytes(source).starts(with: [0xEF, 0xBB, 0xBF]) {
      throw decodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", source, 0)
    }
    var reader = JSONReader(text)
    func given(_ index: Int) -> Value { a.optional(index).flatMap { $0.isNone ? nil : $0 } ?? .unbound }
    reader.objectHook = given(1)
    reader.parseFloat = given(2)
    reader.parseInt = given(3)
    reader.pairsHook = given(5)
    defer { Function.keepAlive(text) }
    return try reader.read()
  }

  private static func defineError() -> Class {
    let base = ExceptionKind.valueError.cls
    let cls = Types.define(
      "JSONDecodeError", module: "json.decoder", kind: .instance, bases: [base], hasAttributes: true)
    cls.method("__init__", "self, msg, doc, pos") { (a) throws(Raised) -> Value in
      guard a[1].isKind(.str), a[2].isKind(.str) else { throw raise(.typeError, "msg and doc must be str") }
      let position = try Operations.index(a[3])
      fill(a[0], a[1], a[2], Str.offset(a[2], codePoint: position), position)
      return .none
    }
    return cls
  }

  private static func fill(_ error: Value, _ message: Value, _ document: Value, _ offset: Int, _ position: Int) {
    let before = Str.bytes(document)[..<min(offset, Str.bytes(document).count)]
    let line = before.reduce(1) { $1 == 10 ? $0 + 1 : $0 }
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    let column = Str.codePoints(UnsafeBufferPointer(rebasing: before[lineStart...])) + 1
    let text = "\(Str.swift(message)): line \(line) column \(column) (char \(position))"
    Instance.set(error, .args, Tuple.make([Str.make(text)]))
    Instance.set(error, .msg, message)
    Instance.set(error, .doc, document)
    Instance.set(error, .pos, Integer.make(position))
    Instance.set(error, .lineno, Integer.make(line))
    Instance.set(error, .colno, Integer.make(column))
  }

  /// The `JSONDecodeError` for a byte offset of a document.
  static func decodeError(_ message: String, _ document: Value, _ offset: Int) -> Raised {
    let error = Exceptions.make(decodeErrorClass, Tuple.make([]))
    let position = Str.codePoints(UnsafeBufferPointer(rebasing: Str.bytes(document)[..<offset]))
    fill(error, Str.make(message), document, offset, position)
    return raise(error)
  }

  /// `JSONEncoder`, for subclasses with a `default`, and `JSONDecoder`.
  private static func addClasses(_ module: Namespace) {
    let encoder = Types.define("JSONEncoder", module: "json.encoder", kind: .instance, hasAttributes: true)
    let names = [
      "skipkeys", "ensure_ascii", "check_circular", "allow_nan", "sort_keys", "indent", "separators", "default",
    ]
    encoder.method("__init__", "self, *, \(names.map { "\($0)=None" }.joined(separator: ", "))") {
      (a) throws(Raised) -> Value in
      for (index, name) in names.enumerated() {
        if let option = a.optional(index + 1), name != "default" || !option.isNone {
          Instance.set(a[0], Symbol(name), option)
        }
      }
      return .none
    }
    encoder.method("default", "self, o") { (a) throws(Raised) -> Value in
      throw raise(.typeError, "Object of type \(Types.name(a[1])) is not JSON serializable")
    }
    encoder.method("encode", "self, o") { (a) throws(Raised) -> Value in
      func option(_ name: String) -> Value { Instance.get(a[0], Symbol(name)) ?? .unbound }
      return try Call.withValues(10) { (values) throws(Raised) -> Value in
        for (index, name) in [
          (0, "skipkeys"), (1, "ensure_ascii"), (3, "allow_nan"), (5, "indent"), (6, "separators"), (8, "sort_keys"),
        ] {
          values[index] = option(name)
        }
        values[7] = try Attributes.get(a[0], "default")
        return try dump(a[1], Arguments(base: values, count: 10))
      }
    }
    module["JSONEncoder"] = encoder.value
    let decoder = Types.define("JSONDecoder", module: "json.decoder", kind: .instance, hasAttributes: true)
    decoder.method("decode", "self, s") { (a) throws(Raised) -> Value in
      guard a[1].isKind(.str) else { throw raise(.typeError, "expected string or bytes-like object") }
      return try loads(a[1])
    }
    decoder.method("raw_decode", "self, s, idx=0") { (a) throws(Raised) -> Value in
      guard a[1].isKind(.str) else { throw raise(.typeError, "first argument must be a string") }
      var reader = JSONReader(a[1])
      let (value, end) = try reader.readPrefix(from: try a.optional(2).map(Operations.index) ?? 0)
      return Tuple.make(value, Integer.make(end))
    }
    module["JSONDecoder"] = decoder.value
  }
}
