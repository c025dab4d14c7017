/// Writes JSON as Python's `json.dumps` does, with its errors.
struct JSONWriter {
  private var out = ByteSink()
  /// Where containers being written are, so that a ring is an error and not an endless text.
  private var path: [UInt64] = []
  /// How many of them are containers that indent what is in them.
  private var depth = 0
  /// The texts between items, and between a key and its value; those of Python where unbound.
  var itemSeparator = Value.unbound
  var keySeparator = Value.unbound
  /// The text that one level is indented by; nil for all on one line.
  var indent: Value?
  /// Whether containers of classes in Python are asked as CPython's writer in Python does, which is the one for texts
  /// with indents or in pieces, and not as the one in C does.
  var asksLikePython = false
  var checksCircles = true
  var sortsKeys = false
  var skipsKeys = false
  var ensuresASCII = true
  var allowsNaN = true
  /// Python's callable for values that JSON has no form for; unbound where not given.
  var fallback = Value.unbound

  /// Whether only ASCII was written.
  private var isASCII = true

  /// Creates a writer with Python's defaults, for one text.
  init() {}

  /// The JSON text of a value.
  mutating func text(_ value: Value) throws(Raised) -> Value {
    defer { out.free() }
    try write(value)
    return isASCII ? Str.makeASCII(out.bytes) : Str.make(out.bytes)
  }

  private mutating func write(_ value: Value) throws(Raised) {
    if value.isSmallInt { return out.append(integer: value.smallInt) }
    if value.isFloat { return try writeFloat(value.double) }
    if value.isNone { return out.append("null" as StaticString) }
    if value.isBool { return out.append((value.isTrue ? "true" : "false") as StaticString) }
    guard value.isObject else { return try writeOther(value) }
    switch value.object.pointee.kind {
    case .str: writeString(Str.bytes(value))
    case .bigInt: out.append(try Text.integerText(value))
    case .float: try writeFloat(value.object.as(FloatLayout.self).pointee.value)
    case .list:
      try enter(value) { (writer) throws(Raised) -> Void in
        let items = try writer.items(value, Symbol(.__iter__))
        try writer.writeList(items ?? value)
      }
    case .tuple:
      try enter(value) { (writer) throws(Raised) -> Void in
        guard let items = try writer.items(value, Symbol(.__iter__)) else { return try writer.writeTuple(value) }
        try writer.writeList(items)
      }
    case .dict:
      try enter(value) { (writer) throws(Raised) -> Void in
        guard let items = try writer.items(value, Symbol("items")) else { return try writer.writeDict(value) }
        try writer.writePairs(items)
      }
    default: try writeOther(value)
    }
  }

  /// The items or pairs of a container whose class in Python says itself what they are; nil for all others.
  private func items(_ value: Value, _ name: Symbol) throws(Raised) -> Value? {
    let cls = Types.cls(value)
    guard cls.isUserDefined else { return nil }
    if asksLikePython {
      if try !Operations.truth(value) { return List.make() }
    } else if value.isKind(.dict), Dict.count(value) == 0 {
      return nil
    }
    guard let method = cls.lookup(name), !method.isKind(.nativeFunction) else { return nil }
    if value.isKind(.dict) {
      let found = try Call.call(try Attributes.get(value, "items"))
      if asksLikePython || found.isKind(.list) { return try Iteration.list(found) }
      let isIterable = try Iteration.isIterable(found)
      guard isIterable else {
        throw raise(.typeError, "\(cls.name).items() returned a non-iterable (type \(Types.name(found)))")
      }
      return try Iteration.list(found)
    }
    if asksLikePython { return try Iteration.list(try Iteration.iterator(value)) }
    let iterator: Value
    do throws(Raised) { iterator = try Iteration.iterator(value) } catch {
      guard Exceptions.isA(Interpreter.raised, .typeError) else { throw error }
      throw raise(.typeError, "_iterencode_list needs a sequence")
    }
    return try Iteration.list(iterator)
  }

  private mutating func enter(
    _ value: Value, _ body: (inout JSONWriter) throws(Raised) -> Void
  ) throws(Raised) {
    if checksCircles, path.contains(value.bits) { throw raise(.valueError, "Circular reference detected") }
    try Comparison.checkStack(" while encoding a JSON object")
    path.append(value.bits)
    depth += 1
    try body(&self)
    depth -= 1
    path.removeLast()
  }

  private mutating func writeOther(_ value: Value) throws(Raised) {
    guard !fallback.isUnbound else {
      let cls = try Attributes.get(value, Symbol(.__class__))
      let name = Str.swift(try Text.str(try Attributes.get(cls, Symbol(.__name__))))
      throw raise(.typeError, "Object of type \(name) is not JSON serializable")
    }
    let substitute = fallback
    depth -= 1
    try enter(value) { (writer) throws(Raised) -> Void in
      let replacement = try Call.call(substitute, value)
      try writer.write(replacement)
    }
    depth += 1
  }

  private mutating func writeFloat(_ double: Double) throws(Raised) {
    if double.isFinite { return out.append(Text.floatRepr(double)) }
    if !allowsNaN {
      throw raise(.valueError, "Out of range float values are not JSON compliant")
    }
    out.append(double.isNaN ? "NaN" : double > 0 ? "Infinity" : "-Infinity")
  }

  private mutating func writeString(_ text: UnsafeBufferPointer<UInt8>) {
    out.append(UInt8(ascii: "\""))
    let plain = JSONText.plainPrefix(text, from: 0)
    if plain == text.count { out.append(text) } else { writeEscaped(text, from: plain) }
    out.append(UInt8(ascii: "\""))
  }

  private mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>, from first: Int) {
    var index = first
    var start = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80, !ensuresASCII { isASCII = false }
      let isPlain =
        byte >= 32 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        && (byte < 0x7F || !ensuresASCII)
      if isPlain {
        index += 1
        continue
      }
      out.append(UnsafeBufferPointer(rebasing: text[start..<index]))
      switch byte {
      case UInt8(ascii: "\""): out.append("\\\"" as StaticString)
      case UInt8(ascii: "\\"): out.append("\\\\" as StaticString)
      case 10: out.append("\\n" as StaticString)
      case 13: out.append("\\r" as StaticString)
      case 9: out.append("\\t" as StaticString)
      case 12: out.append("\\f" as StaticString)
      case 8: out.append("\\b" as StaticString)
      case ..<32, 0x7F: out.append("\\u" + Text.hex(UInt32(byte), 4))
      default:
        let code = Str.nextScalar(text, &index)
        if code < 0x10000 {
          out.append("\\u" + Text.hex(code, 4))
        } else {
          out.append("\\u" + Text.hex(0xD800 + (code - 0x10000) >> 10, 4))
          out.append("\\u" + Text.hex(0xDC00 + (code - 0x10000) & 0x3FF, 4))
        }
        start = index
        continue
      }
      index += 1
      start = index
    }
    out.append(UnsafeBufferPointer(rebasing: text[start...]))
  }

  private mutating func newLine(_ depth: Int) {
    guard let indent else { return }
    out.append(10)
    for _ in 0..<depth { append(separator: indent) }
  }

  /// Appends a separator or an indent, which Python code may have given.
  private mutating func append(separator: Value) {
    if !Str.isASCII(separator) { isASCII = false }
    out.append(Str.bytes(separator))
  }

  @inline(__always)
  private mutating func separate(_ isFirst: inout Bool) {
    if isFirst {
      isFirst = false
    } else if itemSeparator.isUnbound {
      out.append(UInt8(ascii: ","))
      // What is on a line of its own needs no space before it.
      if indent == nil { out.append(32) }
    } else {
      append(separator: itemSeparator)
    }
    if indent != nil { newLine(depth) }
  }

  private mutating func close(_ isEmpty: Bool, _ bracket: UInt8) {
    if !isEmpty { newLine(depth - 1) }
    out.append(bracket)
  }

  private mutating func writeList(_ value: Value) throws(Raised) {
    out.append(UInt8(ascii: "["))
    var isFirst = true
    var index = 0
    while index < List.count(value) {
      separate(&isFirst)
      try write(List.item(value, index))
      index += 1
    }
    close(isFirst, UInt8(ascii: "]"))
  }

  private mutating func writeTuple(_ value: Value) throws(Raised) {
    out.append(UInt8(ascii: "["))
    var isFirst = true
    for item in Tuple.items(value) {
      separate(&isFirst)
      try write(item)
    }
    close(isFirst, UInt8(ascii: "]"))
  }

  private mutating func writeDict(_ value: Value) throws(Raised) {
    out.append(UInt8(ascii: "{"))
    var isFirst = true
    if sortsKeys {
      let keys = List.make()
      for (key, _) in Dict.pairs(value) { List.append(keys, key) }
      let sorted = try JSONModule.sorted(keys)
      for index in 0..<List.count(sorted) {
        let key = List.item(sorted, index)
        guard let item = try Dict.get(value, key) else { continue }
        try writePair(key, item, &isFirst)
      }
    } else {
      var position = 0
      while position < Dict.table(value).pointee.used {
        let key = Dict.table(value).pointee.key(at: position)
        if !key.isUnbound { try writePair(key, Dict.table(value).pointee.value(at: position), &isFirst) }
        position += 1
      }
    }
    close(isFirst, UInt8(ascii: "}"))
  }

  private mutating func writePairs(_ pairs: Value) throws(Raised) {
    out.append(UInt8(ascii: "{"))
    var isFirst = true
    let sorted = sortsKeys ? try JSONModule.sorted(pairs) : pairs
    for index in 0..<List.count(sorted) {
      let pair = List.item(sorted, index)
      if !asksLikePython {
        guard pair.isKind(.tuple), Tuple.items(pair).count == 2 else {
          throw raise(.valueError, "items must return 2-tuples")
        }
        try writePair(Tuple.items(pair)[0], Tuple.items(pair)[1], &isFirst)
      } else {
        let (key, item) = try Iteration.pair(pair)
        try writePair(key, item, &isFirst)
      }
    }
    close(isFirst, UInt8(ascii: "}"))
  }

  private mutating func writePair(_ key: Value, _ item: Value, _ isFirst: inout Bool) throws(Raised) {
    if key.isKind(.str) {
      separate(&isFirst)
      writeString(Str.bytes(key))
    } else {
      guard let name = try name(of: key) else { return }
      separate(&isFirst)
      out.append(UInt8(ascii: "\""))
      out.append(name)
      out.append(UInt8(ascii: "\""))
    }
    if keySeparator.isUnbound {
      out.append(UInt8(ascii: ":"))
      out.append(32)
    } else {
      append(separator: keySeparator)
    }
    try write(item)
  }

  /// The text of a key that is none; nil for one to be skipped.
  private func name(of key: Value) throws(Raised) -> String? {
    if key.isFloat || key.isKind(.float), let double = try Numbers.double(key) {
      if !double.isFinite && !allowsNaN {
        throw raise(.valueError, "Out of range float values are not JSON compliant")
      }
      return double.isFinite ? Text.floatRepr(double) : double.isNaN ? "NaN" : double > 0 ? "Infinity" : "-Infinity"
    }
    if key.isBool { return key.isTrue ? "true" : "false" }
    if key.isNone { return "null" }
    if Integer.isInteger(key) { return try Text.integerText(key) }
    if skipsKeys { return nil }
    throw raise(.typeError, "keys must be str, int, float, bool or None, not \(Types.name(key))")
  }
}
