/// Python's `urllib.parse`: quoting here, the rest in Python.
enum URLModule {
  private static let alwaysSafe = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~".utf8)

  /// Bytes with `%XX` for all that isn't safe.
  static func quote(_ bytes: some Sequence<UInt8>, safe: Set<UInt8>, plus: Bool) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in bytes {
      if alwaysSafe.contains(byte) || safe.contains(byte) {
        out.append(byte)
      } else if plus && byte == 32 {
        out.append(UInt8(ascii: "+"))
      } else {
        out.append(UInt8(ascii: "%"))
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      }
    }
    return out
  }

  /// Bytes with every `%XX` resolved.
  static func unquote(_ bytes: UnsafeBufferPointer<UInt8>, plus: Bool) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = bytes[index + 1].hexDigit,
        let low = bytes[index + 2].hexDigit
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(plus && byte == UInt8(ascii: "+") ? 32 : byte)
        index += 1
      }
    }
    return out
  }

  static func build(_ module: Namespace) throws(Raised) {
    for (name, plus) in [("quote", false), ("quote_plus", true)] {
      module.function(name, "string, safe=None, encoding=None, errors=None") { (a) throws(Raised) -> Value in
        let source: UnsafeBufferPointer<UInt8>
        if a[0].isKind(.str) {
          source = Str.bytes(a[0])
        } else if a[0].isKind(.bytes) {
          source = Bytes.buffer(a[0])
        } else {
          throw raise(.typeError, "quote_from_bytes() expected bytes")
        }
        var safe: Set<UInt8> = plus ? [] : [UInt8(ascii: "/")]
        if let given = a.optional(1), given.isKind(.str) { safe = Set(Str.bytes(given).filter { $0 < 0x80 }) }
        return Str.make(quote(source, safe: safe, plus: plus))
      }
    }
    for (name, plus) in [("unquote", false), ("unquote_plus", true)] {
      module.function(name, "string, encoding='utf-8', errors='replace'") { (a) throws(Raised) -> Value in
        guard a[0].isKind(.str) else {
          if a[0].isKind(.bytes) {
            let bytes = Bytes.make(unquote(Bytes.buffer(a[0]), plus: plus))
            return try Codec.utf8.decode(Bytes.buffer(bytes), errors: "replace")
          }
          throw raise(.typeError, "argument of type '\(Types.name(a[0]))' is not iterable")
        }
        let bytes = Bytes.make(unquote(Str.bytes(a[0]), plus: plus))
        let codec = try Codec.named(Library.text(a.optional(1), else: "utf-8"))
        return try codec.decode(Bytes.buffer(bytes), errors: Library.text(a.optional(2), else: "replace"))
      }
    }
    try PythonSources.run("urllib.parse", in: module)
  }
}
