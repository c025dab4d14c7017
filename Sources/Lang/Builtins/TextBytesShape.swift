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

  /// `format % arguments` for `bytes`: the conversions of texts, but that `%s` and `%b` take bytes and `%c` a byte.
  static func percentBytes(_ format: Value, _ arguments: Value) throws(Raised) -> Value {
    let text = Bytes.bytes(format)
    var items = arguments.isKind(.tuple) ? Array(Tuple.items(arguments)) : [arguments]
    items.reverse()
    var out: [UInt8] = []
    var index = 0
    let isMapping =
      arguments.isObject && ![.tuple, .str, .bytes].contains(arguments.object.pointee.kind)
      && Types.cls(arguments).lookup(.__getitem__) != nil
    func next() throws(Raised) -> Value {
      guard let item = items.popLast() else { throw raise(.typeError, "not enough arguments for format string") }
      return item
    }
    while index < text.count {
      guard text[index] == UInt8(ascii: "%") else {
        out.append(text[index])
        index += 1
        continue
      }
      index += 1
      var keyed: Value?
      var spec: [UInt8] = [UInt8(ascii: "%")]
      if index < text.count, text[index] == UInt8(ascii: "(") {
        var depth = 0
        let close = text[index...].firstIndex { byte in
          if byte == UInt8(ascii: "(") { depth += 1 }
          if byte == UInt8(ascii: ")") { depth -= 1 }
          return depth == 0
        }
        guard let end = close else { throw raise(.valueError, "incomplete format key") }
        guard isMapping else { throw raise(.typeError, "format requires a mapping") }
        keyed = try Subscript.get(arguments, Bytes.make(Array(text[(index + 1)..<end])))
        items.removeAll()
        index = end + 1
      }
      var stars: [Value] = []
      while index < text.count, "-+ #0123456789.*hlL".utf8.contains(text[index]) {
        if text[index] == UInt8(ascii: "*") { stars.append(try next()) }
        spec.append(text[index])
        index += 1
      }
      guard index < text.count else { throw raise(.valueError, "incomplete format") }
      let type = text[index]
      index += 1
      if type == UInt8(ascii: "%") {
        out.append(type)
        continue
      }
      var value: Value
      if let keyed { value = keyed } else { value = try next() }
      switch type {
      case UInt8(ascii: "s"), UInt8(ascii: "b"):
        // Latin-1 carries the bytes through the formatting of texts unchanged.
        value = Str.make(try bytesArgument(value).map { UInt32($0) })
        spec.append(UInt8(ascii: "s"))
      case UInt8(ascii: "c"):
        if value.isKind(.bytes), Bytes.buffer(value).count == 1 {
          value = Str.make([UInt32(Bytes.buffer(value)[0])])
        } else {
          guard let number = try percentCode(value) else {
            throw raise(.typeError, "%c requires an integer in range(256) or a single byte")
          }
          guard let code = Integer.int(number), UInt8(exactly: code) != nil else {
            throw raise(.overflowError, "%c arg not in range(256)")
          }
          value = number
        }
        spec.append(type)
      case UInt8(ascii: "r"), UInt8(ascii: "a"): spec.append(UInt8(ascii: "a"))
      default:
        guard "diuoxXeEfFgG".utf8.contains(type) else {
          throw raise(
            .valueError,
            "unsupported format character '\(UnicodeScalar(type))' (0x\(String(type, radix: 16))) at index "
              + "\(index - 1)")
        }
        if "eEfFgG".utf8.contains(type) {
          guard let double = NumberTypes.realOrNil(value) else {
            throw raise(.typeError, "float argument required, not \(Types.name(value))")
          }
          value = Value(double)
        }
        spec.append(type == UInt8(ascii: "i") ? UInt8(ascii: "d") : type)
      }
      let formatted = try percentFormat(Str.make(spec), Tuple.make(stars + [value]))
      out += Str.scalars(formatted).map { UInt8(truncatingIfNeeded: $0) }
    }
    if !items.isEmpty, !isMapping {
      throw raise(.typeError, "not all arguments converted during bytes formatting")
    }
    return Bytes.make(out, mutable: Bytes.isMutable(format))
  }

  private static func bytesArgument(_ value: Value) throws(Raised) -> [UInt8] {
    if let bytes = try bufferBytes(value) { return bytes }
    if let result = try Call.special(value, .__bytes__), result.isKind(.bytes) { return Bytes.bytes(result) }
    throw raise(
      .typeError,
      "%b requires a bytes-like object, or an object that implements __bytes__, not '\(Types.name(value))'")
  }
}
