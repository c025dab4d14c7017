import CZlib

/// Python's `binascii`; `base64` is written in Python on top of it.
enum BinasciiModule {
  nonisolated(unsafe) static var errorClass: Class! = nil

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  /// The value of each letter of the alphabet; 255 for other bytes.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  /// The base-64 form of bytes (RFC 4648).
  static func encode64(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4 + 1)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group = 0
      for offset in 0..<3 { group = group << 8 | (offset < count ? Int(bytes[start + offset]) : 0) }
      for offset in 0..<4 {
        out.append(offset <= count ? alphabet[group >> (18 - 6 * offset) & 63] : UInt8(ascii: "="))
      }
    }
    return out
  }

  /// The bytes of a base-64 form. Other characters are skipped unless `isStrict`, as are bits after the padding.
  static func decode64(_ text: UnsafeBufferPointer<UInt8>, isStrict: Bool) throws(Raised) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count / 4 * 3)
    var place = 0
    var left: UInt8 = 0
    var pads = 0
    var hasPadding = false
    if isStrict, text.first == UInt8(ascii: "=") { throw raise(errorClass, "Leading padding not allowed") }
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "=") {
        hasPadding = true
        if place >= 2 {
          pads += 1
          if place + pads >= 4 {
            if isStrict, index + 1 < text.count { throw raise(errorClass, "Excess data after padding") }
            return out
          }
        }
        continue
      }
      let value = values[Int(byte)]
      if value == 255 {
        if isStrict { throw raise(errorClass, "Only base64 data is allowed") }
        continue
      }
      if isStrict, hasPadding { throw raise(errorClass, "Discontinuous padding not allowed") }
      pads = 0
      switch place {
      case 0: left = value
      case 1:
        out.append(left << 2 | value >> 4)
        left = value & 15
      case 2:
        out.append(left << 4 | value >> 2)
        left = value & 3
      default: out.append(left << 6 | value)
      }
      place = (place + 1) & 3
    }
    if place == 1 {
      throw raise(
        errorClass,
        "Invalid base64-encoded string: number of data characters (\(out.count / 3 * 4 + 1)) cannot be 1 more than a "
          + "multiple of 4")
    }
    if place != 0 { throw raise(errorClass, "Incorrect padding") }
    return out
  }

  /// The bytes of an argument that may be bytes or a text of ASCII characters only.
  static func ascii(_ value: Value) throws(Raised) -> UnsafeBufferPointer<UInt8> {
    if value.isKind(.str) {
      guard Str.isASCII(value) else {
        throw raise(.valueError, "string argument should contain only ASCII characters")
      }
      return Str.bytes(value)
    }
    guard let bytes = try Text.bufferValue(value) else {
      throw raise(
        .typeError, "argument should be bytes, buffer or ASCII string, not '\(Types.name(value))'")
    }
    return Bytes.buffer(bytes)
  }

  private static func bytes(_ value: Value) throws(Raised) -> UnsafeBufferPointer<UInt8> {
    guard let bytes = try Text.bufferValue(value) else {
      throw raise(.typeError, "a bytes-like object is required, not '\(Types.name(value))'")
    }
    return Bytes.buffer(bytes)
  }

  static func build(_ module: Namespace) throws(Raised) {
    errorClass = Types.define(
      "Error", module: "binascii", kind: .instance, bases: [ExceptionKind.valueError.cls], hasAttributes: true)
    module["Error"] = errorClass.value
    module["Incomplete"] =
      Types.define(
        "Incomplete", module: "binascii", kind: .instance, bases: [ExceptionKind.exception.cls], hasAttributes: true
      ).value
    module.function("b2a_base64", "data, /, *, newline=True") { (a) throws(Raised) -> Value in
      var out = encode64(try bytes(a[0]))
      if try a.optional(1).map(Operations.truth) ?? true { out.append(10) }
      return Bytes.make(out)
    }
    module.function("a2b_base64", "data, /, *, strict_mode=False") { (a) throws(Raised) -> Value in
      Bytes.make(try decode64(try ascii(a[0]), isStrict: try a.optional(1).map(Operations.truth) ?? false))
    }
    for name in ["hexlify", "b2a_hex"] {
      module.function(name, "data, sep=None, bytes_per_sep=1") { (a) throws(Raised) -> Value in
        let text = try Attributes.get(Bytes.make(try bytes(a[0])), "hex")
        var arguments: [Value] = []
        if let separator = a.optional(1) { arguments = [separator, a.optional(2) ?? Value(small: 1)] }
        return Bytes.make(Str.bytes(try Call.call(text, arguments)))
      }
    }
    for name in ["unhexlify", "a2b_hex"] {
      module.function(name, "hexstr, /") { (a) throws(Raised) -> Value in
        let text = try ascii(a[0])
        guard text.count % 2 == 0 else { throw raise(errorClass, "Odd-length string") }
        var out: [UInt8] = []
        for index in stride(from: 0, to: text.count, by: 2) {
          guard let high = text[index].hexDigit, let low = text[index + 1].hexDigit else {
            throw raise(errorClass, "Non-hexadecimal digit found")
          }
          out.append(high << 4 | low)
        }
        return Bytes.make(out)
      }
    }
    module.function("crc32", "data, crc=0, /") { (a) throws(Raised) -> Value in
      try ZlibModule.checksum(a, start: 0, CZlib.crc32)
    }
    module.function("crc_hqx", "data, crc, /") { (a) throws(Raised) -> Value in
      var sum = UInt16(truncatingIfNeeded: try Operations.index(a[1]))
      for byte in try bytes(a[0]) {
        sum ^= UInt16(byte) << 8
        for _ in 0..<8 { sum = sum & 0x8000 != 0 ? sum << 1 ^ 0x1021 : sum << 1 }
      }
      return Value(small: Int(sum))
    }
    try PythonSources.run("binascii", in: module)
  }
}
