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
      // It asks whether the whole is a text, which one with its own `__getattribute__` notices.
      if a[0].isObject, Types.of(a[0]).read({ $0.override(.__getattribute__) }) != nil {
        _ = try ClassMembership.isInstance(a[0], Types.str.takeUnretainedValue().value)
      }
      return try dump(a[0], Arguments(base: a.base + 1, count: a.count - 1))
    }
    module.function("dump", "obj, fp, *, \(options)") { (a) throws(Raised) -> Value in
      let text = try dump(a[0], Arguments(base: a.base + 2, count: a.count - 2), inPieces: true)
      _ = try Call.call(try Attributes.get(a[1], "write"), text)
      return .none
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
    addHelpers(module)
    try PythonSources.run("json", in: module)
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

  private static func dump(_ value: Value, _ a: Arguments, inPieces: Bool = false) throws(Raised) -> Value {
    func flag(_ index: Int, _ otherwise: Bool) throws(Raised) -> Bool {
      guard let given = a.optional(index) else { return otherwise }
      return try Operations.truth(given)
    }
    func given(_ index: Int) -> Value? { a.optional(index).flatMap { $0.isNone ? nil : $0 } }
    if let encoder = given(4) {
      let options = a[9].isKind(.dict) ? a[9] : Dict.make()
      for (index, name, otherwise) in [
        (0, "skipkeys", Value(false)), (1, "ensure_ascii", Value(true)), (2, "check_circular", Value(true)),
        (3, "allow_nan", Value(true)), (5, "indent", .none), (6, "separators", .none), (7, "default", .none),
        (8, "sort_keys", Value(false)),
      ] as [(Int, String, Value)] {
        Dict.set(options, name, a.optional(index) ?? otherwise)
      }
      let keywords = Dict.pairs(options).map { (name: Str.swift($0.key), value: $0.value) }
      let instance = try Call.call(encoder, [], keywords: keywords)
      guard inPieces else { return try Call.call(try Attributes.get(instance, "encode"), value) }
      let pieces = try Iteration.list(try Call.call(try Attributes.get(instance, "iterencode"), value))
      return try Call.call(try Attributes.get(Str.make(""), "join"), pieces)
    }
    if Dict.count(a[9]) > 0, let name = Dict.pairs(a[9]).first?.key {
      throw raise(
        .typeError, "JSONEncoder.__init__() got an unexpected keyword argument '\(Str.swift(name))'")
    }
    var writer = JSONWriter()
    writer.asksLikePython = inPieces || given(5) != nil
    writer.skipsKeys = try flag(0, false)
    writer.ensuresASCII = try flag(1, true)
    writer.allowsNaN = try flag(3, true)
    writer.checksCircles = try flag(2, true)
    writer.sortsKeys = try flag(8, false)
    if let fallback = given(7) { writer.fallback = fallback }
    if let indent = given(5) {
      writer.indent =
        indent.isKind(.str) ? indent : try Arithmetic.binary(.mult, Str.make(" "), indent)
    }
    if let separators = given(6) {
      let pair = try Iteration.pair(separators)
      for (index, separator) in [pair.1, pair.0].enumerated() where !separator.isKind(.str) {
        throw raise(
          .typeError, "make_encoder() argument \(5 + index) must be str, not \(Text.describeType(separator))")
      }
      (writer.itemSeparator, writer.keySeparator) = pair
    }
    return try writer.text(value)
  }

  private static func load(_ source: Value, _ a: Arguments) throws(Raised) -> Value {
    var text = source
    if source.isKind(.bytes) {
      text = try decoded(Bytes.buffer(source))
    } else if !source.isKind(.str) {
      throw raise(
        .typeError, "the JSON object must be str, bytes or bytearray, not \(Types.name(source))")
    } else if Str.bytes(source).starts(with: [0xEF, 0xBB, 0xBF]) {
      throw decodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", source, 0)
    }
    var decoder = a.optional(0) ?? .none
    if !decoder.isNone || Dict.count(a[6]) > 0 {
      if decoder.isNone { decoder = try Library.load("json")?["JSONDecoder"] ?? .none }
      var keywords = Dict.pairs(a[6]).map { (name: Str.swift($0.key), value: $0.value) }
      for (index, name) in [
        (1, "object_hook"), (2, "parse_float"), (3, "parse_int"), (4, "parse_constant"), (5, "object_pairs_hook"),
      ] {
        if let hook = a.optional(index), !hook.isNone { keywords.append((name, hook)) }
      }
      let instance = try Call.call(decoder, [], keywords: keywords)
      return try Call.call(try Attributes.get(instance, "decode"), text)
    }
    var reader = JSONReader(text)
    configure(&reader, a, from: 1)
    defer { Function.keepAlive(text) }
    return try reader.read()
  }

  /// Takes the hooks, in the order of the signature, from the arguments.
  private static func configure(_ reader: inout JSONReader, _ a: Arguments, from first: Int) {
    func given(_ index: Int) -> Value { a.optional(first + index).flatMap { $0.isNone ? nil : $0 } ?? .unbound }
    reader.objectHook = given(0)
    reader.parseFloat = given(1)
    reader.parseInt = given(2)
    reader.parseConstant = given(3)
    reader.pairsHook = given(4)
  }

  /// The text of bytes in UTF-8, UTF-16 or UTF-32, which the zeros among the first bytes tell (RFC 4627).
  private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) throws(Raised) -> Value {
    func zero(_ index: Int) -> Bool { index < bytes.count && bytes[index] == 0 }
    var name = "utf-8-sig"
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      name = "utf-32"
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      name = "utf-16"
    } else if bytes.count >= 4, zero(0) {
      name = zero(1) ? "utf-32-be" : "utf-16-be"
    } else if bytes.count >= 4, zero(1) {
      name = zero(2) && zero(3) ? "utf-32-le" : "utf-16-le"
    } else if bytes.count == 2, zero(0) || zero(1) {
      name = zero(0) ? "utf-16-be" : "utf-16-le"
    }
    if name == "utf-8-sig" { return try Codec.utf8Signed.decode(bytes, errors: "surrogatepass") }
    return try Codec.named(name).decode(bytes, errors: "surrogatepass")
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
    // A position behind the end counts on.
    let column = position - Str.codePoints(UnsafeBufferPointer(rebasing: before[..<lineStart])) + 1
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

  /// What the classes in Python are made of.
  private static func addHelpers(_ module: Namespace) {
    let options = "skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default, sort_keys, kw"
    module.function("_encode", "obj, in_pieces, \(options)") { (a) throws(Raised) -> Value in
      try dump(a[0], Arguments(base: a.base + 2, count: a.count - 2), inPieces: try Operations.truth(a[1]))
    }
    let hooks = "object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, strict"
    module.function("_decode", "s, \(hooks)") { (a) throws(Raised) -> Value in
      var reader = JSONReader(a[0])
      configure(&reader, a, from: 1)
      reader.allowsControls = try !Operations.truth(a[6])
      defer { Function.keepAlive(a[0]) }
      return try reader.read()
    }
    module.function("_decode_prefix", "s, idx, \(hooks)") { (a) throws(Raised) -> Value in
      var reader = JSONReader(a[0])
      configure(&reader, a, from: 2)
      reader.allowsControls = try !Operations.truth(a[7])
      defer { Function.keepAlive(a[0]) }
      let (value, end) = try reader.readPrefix(from: try Operations.index(a[1]))
      return Tuple.make(value, Integer.make(end))
    }
  }
}
