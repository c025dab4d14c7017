import Lang

/// Query strings and form bodies, as `requests` and `urllib.parse.urlencode(doseq=True)` write them.
enum FormEncoding {
  /// `params=` or `data=` as text: a text or bytes stay as they are, mappings and pairs are encoded.
  ///
  /// - Parameter isFlat: whether each value is one text, lists and `None` included: `urlencode(doseq=False)`.
  static func encode(_ value: Value, isFlat: Bool = false) throws(Raised) -> [UInt8] {
    if value.isKind(.str) { return Array(Str.bytes(value)) }
    if value.isKind(.bytes) { return BytesValue.bytes(value) }
    var out: [UInt8] = []
    for (name, item) in try pairs(of: value) {
      if isFlat {
        try append(name, item, to: &out)
      } else if item.isNone {
        continue
      } else if isSequence(item) {
        let list = List.make()
        try Iteration.forEach(item) { (part) throws(Raised) in List.append(list, part) }
        for index in 0..<List.count(list) where !List.item(list, index).isNone {
          try append(name, List.item(list, index), to: &out)
        }
      } else {
        try append(name, item, to: &out)
      }
    }
    return out
  }

  private static func isSequence(_ value: Value) -> Bool {
    value.isKind(.list) || value.isKind(.tuple) || value.isKind(.set)
  }

  private static func append(_ name: Value, _ value: Value, to out: inout [UInt8]) throws(Raised) {
    if !out.isEmpty { out.append(UInt8(ascii: "&")) }
    try quote(name, to: &out)
    out.append(UInt8(ascii: "="))
    try quote(value, to: &out)
  }

  private static func quote(_ value: Value, to out: inout [UInt8]) throws(Raised) {
    if value.isKind(.bytes) {
      quote(BytesValue.buffer(value), to: &out)
    } else {
      quote(Str.bytes(try Text.str(value)), to: &out)
    }
  }

  private static let hex = Array("0123456789ABCDEF".utf8)

  /// `urllib.parse.quote_plus`
  static func quote(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "~"):
        out.append(byte)
      case UInt8(ascii: " "): out.append(UInt8(ascii: "+"))
      default:
        out.append(UInt8(ascii: "%"))
        out.append(hex[Int(byte >> 4)])
        out.append(hex[Int(byte & 15)])
      }
    }
  }
}
