/// The methods of `bytes` and `bytearray` that change the look of ASCII letters, and translation.
extension Text {
  static func installBytesLetters(on cls: Class, mutable: Bool) {
    func method(_ name: String, _ signature: String, _ body: @escaping (Value, Arguments) throws(Raised) -> Value) {
      cls.method(name, signature) { (a) throws(Raised) -> Value in
        guard a[0].isKind(.bytes) else {
          throw raise(
            .typeError,
            "descriptor '\(name)' for '\(cls.name)' objects doesn't apply to a '\(Types.name(a[0]))' object")
        }
        return try body(a[0], a)
      }
    }
    func like(_ bytes: [UInt8]) -> Value { Bytes.make(bytes, mutable: mutable) }
    method("swapcase", "self, /") { (v, _) in like(Bytes.buffer(v).map { isLetter($0) ? $0 ^ 32 : $0 }) }
    method("capitalize", "self, /") { (v, _) in
      like(Bytes.buffer(v).enumerated().map { $0 == 0 ? upperASCII($1) : lowerASCII($1) })
    }
    method("title", "self, /") { (v, _) in
      var afterLetter = false
      return like(
        Bytes.buffer(v).map { byte in
          defer { afterLetter = isLetter(byte) }
          return afterLetter ? lowerASCII(byte) : upperASCII(byte)
        })
    }
    method("isascii", "self, /") { (v, _) in Value(Bytes.buffer(v).allSatisfy { $0 < 128 }) }
    for (name, first) in [("islower", UInt8(ascii: "a")), ("isupper", UInt8(ascii: "A"))] {
      method(name, "self, /") { (v, _) in
        let letters = Bytes.buffer(v).filter { isLetter($0) }
        return Value(!letters.isEmpty && letters.allSatisfy { $0 &- first < 26 })
      }
    }
    method("istitle", "self, /") { (v, _) in
      var afterLetter = false
      var hasLetter = false
      for byte in Bytes.buffer(v) {
        if isLetter(byte) {
          if (byte & 32 == 0) == afterLetter { return .no }
          hasLetter = true
        }
        afterLetter = isLetter(byte)
      }
      return Value(hasLetter)
    }
    method("zfill", "self, width, /") { (v, a) throws(Raised) in
      var bytes = Bytes.bytes(v)
      let missing = max(0, try Heap.checkSize(try Operations.index(a[1])) - bytes.count)
      let hasSign = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
      bytes.insert(contentsOf: Array(repeating: 48, count: missing), at: hasSign ? 1 : 0)
      return like(bytes)
    }
    method("expandtabs", "self, /, tabsize=8") { (v, a) throws(Raised) in
      let size = try Heap.checkSize(try a.optional(1).map(Operations.cInt) ?? 8)
      var out: [UInt8] = []
      var column = 0
      for byte in Bytes.buffer(v) {
        if byte == 9 {
          let spaces = size > 0 ? size - column % size : 0
          try Heap.checkSize(out.count + spaces)
          out += Array(repeating: 32, count: spaces)
          column += spaces
        } else {
          out.append(byte)
          column = byte == 10 || byte == 13 ? 0 : column + 1
        }
      }
      return like(out)
    }
    method("translate", "self, table, /, delete=b''") { (v, a) throws(Raised) in
      let table = a[1].isNone ? nil : try bytesLike(a[1])
      if let table, table.count != 256 {
        throw raise(.valueError, "translation table must be 256 characters long")
      }
      let deleted = try a.optional(2).map { (d) throws(Raised) in try bytesLike(d) } ?? []
      return like(Bytes.buffer(v).filter { !deleted.contains($0) }.map { table?[Int($0)] ?? $0 })
    }
    cls.staticMethod("maketrans", "frm, to, /") { (a) throws(Raised) -> Value in
      let from = try bytesLike(a[0])
      let to = try bytesLike(a[1])
      guard from.count == to.count else { throw raise(.valueError, "maketrans arguments must have same length") }
      var table = (0..<256).map { UInt8($0) }
      for (source, target) in zip(from, to) { table[Int(source)] = target }
      return Bytes.make(table)
    }
    guard mutable else {
      method("__bytes__", "self, /") { (v, _) in Bytes.make(Bytes.buffer(v)) }
      return
    }
    method("remove", "self, value, /") { (v, a) throws(Raised) in
      let byte = try Bytes.byte(a[1], as: "bytearray")
      var bytes = Bytes.bytes(v)
      guard let index = bytes.firstIndex(of: byte) else { throw raise(.valueError, "value not found in bytearray") }
      bytes.remove(at: index)
      Bytes.assign(v, bytes)
      return .none
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

  /// The bytes of a value that lies in memory as such: `bytes`, `bytearray`, `memoryview`, `array`; nil for others.
  static func bufferBytes(_ value: Value) throws(Raised) -> [UInt8]? {
    if value.isKind(.bytes) { return Bytes.bytes(value) }
    if let view = Native.payload(value, as: MemoryView.self) { return try view.bytes() }
    return Native.payload(value, as: PackedArray.self)?.bytes
  }

  /// A value that lies in memory as bytes as an object of kind `.bytes`, copied unless it is one; nil for others.
  static func bufferValue(_ value: Value) throws(Raised) -> Value? {
    if value.isKind(.bytes) { return value }
    return try bufferBytes(value).map { Bytes.make($0) }
  }

  /// The bytes of a value that `bufferBytes` has some of; raises `TypeError` for others.
  static func bytesLike(_ value: Value) throws(Raised) -> [UInt8] {
    if let bytes = try bufferBytes(value) { return bytes }
    throw raise(.typeError, "a bytes-like object is required, not '\(Types.name(value))'")
  }
}
