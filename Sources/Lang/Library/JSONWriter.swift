/// Writes JSON as Python's `json.dumps` does, with its errors.
struct JSONWriter {
  private var out: [UInt8] = []
  /// Where containers being written are, so that a ring is an error and not an endless text.
  private var path: [UInt64] = []
  /// How many of them are containers that indent what is in them.
  private var depth = 0
  var itemSeparator: [UInt8] = Array(", ".utf8)
  var keySeparator: [UInt8] = Array(": ".utf8)
  /// What one level is indented by; nil for all on one line.
  var indent: [UInt8]?
  var sortsKeys = false
  var skipsKeys = false
  var ensuresASCII = true
  var allowsNaN = true
  /// Python's callable for values that JSON has no form for; unbound where not given.
  var fallback = Value.unbound

  /// Creates a writer with Python's defaults.
  init() {}

  /// The JSON text of a value.
  mutating func text(_ value: Value) throws(Raised) -> Value {
    out.reserveCapacity(256)
    try write(value)
    return Str.make(out)
  }

  private mutating func write(_ value: Value) throws(Raised) {
    if value.isSmallInt { return Text.appendInteger(value.smallInt, to: &out) }
    if value.isFloat { return try writeFloat(value.double) }
    if value.isNone { return append("null") }
    if value.isBool { return append(value.isTrue ? "true" : "false") }
    guard value.isObject else { return try writeOther(value) }
    switch value.object.pointee.kind {
    case .str: writeString(Str.bytes(value))
    case .bigInt: append(try Text.integerText(value))
    case .float: try writeFloat(value.object.as(FloatLayout.self).pointee.value)
    case .list: try enter(value) { (writer) throws(Raised) -> Void in try writer.writeList(value) }
    case .tuple: try enter(value) { (writer) throws(Raised) -> Void in try writer.writeTuple(value) }
    case .dict: try enter(value) { (writer) throws(Raised) -> Void in try writer.writeDict(value) }
    default: try writeOther(value)
    }
  }

  private mutating func append(_ text: String) { out.append(contentsOf: text.utf8) }

  private mutating func enter(
    _ value: Value, _ body: (inout JSONWriter) throws(Raised) -> Void
  ) throws(Raised) {
    if path.contains(value.bits) { throw raise(.valueError, "Circular reference detected") }
    try Comparison.checkStack()
    path.append(value.bits)
    depth += 1
    try body(&self)
    depth -= 1
    path.removeLast()
  }

  private mutating func writeOther(_ value: Value) throws(Raised) {
    guard !fallback.isUnbound else {
      throw raise(.typeError, "Object of type \(Types.cls(value).name) is not JSON serializable")
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
    if double.isFinite { return append(Text.floatRepr(double)) }
    if !allowsNaN {
      throw raise(.valueError, "Out of range float values are not JSON compliant")
    }
    append(double.isNaN ? "NaN" : double > 0 ? "Infinity" : "-Infinity")
  }

  private mutating func writeString(_ text: UnsafeBufferPointer<UInt8>) {
    out.append(UInt8(ascii: "\""))
    var index = JSONText.plainPrefix(text, from: 0)
    if index == text.count {
      out.append(contentsOf: text)
      out.append(UInt8(ascii: "\""))
      return
    }
    var start = 0
    while index < text.count {
      let byte = text[index]
      let isPlain =
        byte >= 32 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        && (byte < 0x7F || !ensuresASCII)
      if isPlain {
        index += 1
        continue
      }
      out.append(contentsOf: text[start..<index])
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 10: append("\\n")
      case 13: append("\\r")
      case 9: append("\\t")
      case 12: append("\\f")
      case 8: append("\\b")
      case ..<32, 0x7F: append("\\u" + Text.hex(UInt32(byte), 4))
      default:
        let code = Str.nextScalar(text, &index)
        if code < 0x10000 {
          append("\\u" + Text.hex(code, 4))
        } else {
          append("\\u" + Text.hex(0xD800 + (code - 0x10000) >> 10, 4))
          append("\\u" + Text.hex(0xDC00 + (code - 0x10000) & 0x3FF, 4))
        }
        start = index
        continue
      }
      index += 1
      start = index
    }
    out.append(contentsOf: text[start...])
    out.append(UInt8(ascii: "\""))
  }

  private mutating func newLine(_ depth: Int) {
    guard let indent else { return }
    out.append(10)
    for _ in 0..<depth { out.append(contentsOf: indent) }
  }

  private mutating func separate(_ isFirst: inout Bool) {
    if !isFirst { out.append(contentsOf: itemSeparator) }
    isFirst = false
    newLine(depth)
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

  private mutating func writePair(_ key: Value, _ item: Value, _ isFirst: inout Bool) throws(Raised) {
    let name: String?
    if key.isKind(.str) {
      name = nil
    } else if key.isFloat || key.isKind(.float), let double = try Numbers.double(key) {
      if !double.isFinite && !allowsNaN {
        throw raise(.valueError, "Out of range float values are not JSON compliant")
      }
      name = double.isFinite ? Text.floatRepr(double) : double.isNaN ? "NaN" : double > 0 ? "Infinity" : "-Infinity"
    } else if key.isBool {
      name = key.isTrue ? "true" : "false"
    } else if key.isNone {
      name = "null"
    } else if Integer.isInteger(key) {
      name = try Text.integerText(key)
    } else if skipsKeys {
      return
    } else {
      throw raise(
        .typeError, "keys must be str, int, float, bool or None, not \(Types.name(key))")
    }
    separate(&isFirst)
    if let name {
      out.append(UInt8(ascii: "\""))
      append(name)
      out.append(UInt8(ascii: "\""))
    } else {
      writeString(Str.bytes(key))
    }
    out.append(contentsOf: keySeparator)
    try write(item)
  }
}
