/// Decoding of literals.
enum Literals {
  /// A fault inside a literal: the message and the offset within it.
  struct Fault: Error {
    let message: String
    let offset: Int
  }

  /// The value of a number's text.
  static func number(_ bytes: ArraySlice<UInt8>) throws(Fault) -> Constant {
    let text = String(decoding: bytes, as: UTF8.self)
    let plain = String(text.filter { $0 != "_" }).lowercased()
    if text.contains("__") || text.hasSuffix("_") { throw Fault(message: "invalid decimal literal", offset: 0) }
    if plain.hasPrefix("0x") { return try integer(plain.dropFirst(2), 16, "hexadecimal") }
    if plain.hasPrefix("0o") { return try integer(plain.dropFirst(2), 8, "octal") }
    if plain.hasPrefix("0b") { return try integer(plain.dropFirst(2), 2, "binary") }
    if plain.hasSuffix("j") { return .imaginary(Double(plain.dropLast()) ?? 0) }
    if plain.contains(where: { $0 == "." || $0 == "e" }) {
      var spelled = plain
      if spelled.hasPrefix(".") { spelled = "0" + spelled }
      spelled = spelled.replacing(".e", with: ".0e")
      if spelled.hasSuffix(".") { spelled += "0" }
      return .float(Double(spelled) ?? 0)
    }
    if plain.hasPrefix("0") && plain.contains(where: { $0 != "0" }) {
      throw Fault(
        message: "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
        offset: 0)
    }
    return try integer(Substring(plain), 10, "decimal")
  }

  private static func integer(_ digits: Substring, _ radix: Int, _ name: String) throws(Fault) -> Constant {
    if let int = Int(digits, radix: radix), digits.first != "+", digits.first != "-" { return .int(int) }
    if let bad = digits.first(where: { ($0.hexDigitValue ?? 99) >= radix }) {
      throw Fault(
        message: bad.isNumber ? "invalid digit '\(bad)' in \(name) literal" : "invalid \(name) literal", offset: 2)
    }
    if digits.isEmpty { throw Fault(message: "invalid \(name) literal", offset: 1) }
    if radix == 10, digits.utf8.count > 4300 {
      throw Fault(
        message:
          "Exceeds the limit (4300 digits) for integer string conversion: value has \(digits.utf8.count) digits; use "
          + "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to "
          + "avoid decimal conversion limits.", offset: 0)
    }
    return .bigInt(digits: String(digits), radix: radix)
  }

  /// Resolves the escapes of a string or bytes literal's inside.
  static func unescape(_ bytes: ArraySlice<UInt8>, isBytes: Bool, isRaw: Bool) throws(Fault) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    func byte(_ offset: Int) -> UInt8 { offset < bytes.endIndex ? bytes[offset] : 0 }
    while index < bytes.endIndex {
      let current = bytes[index]
      if current == UInt8(ascii: "\r") {
        // Line ends inside strings are always "\n".
        result.append(UInt8(ascii: "\n"))
        index += byte(index + 1) == UInt8(ascii: "\n") ? 2 : 1
        continue
      }
      if isBytes && current >= 0x80 {
        throw Fault(message: "bytes can only contain ASCII literal characters", offset: 0)
      }
      guard current == UInt8(ascii: "\\"), !isRaw else {
        result.append(current)
        index += 1
        continue
      }
      let next = byte(index + 1)
      index += 2
      switch next {
      case UInt8(ascii: "\n"): break
      case UInt8(ascii: "\r"): if byte(index) == UInt8(ascii: "\n") { index += 1 }
      case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): result.append(next)
      case UInt8(ascii: "a"): result.append(7)
      case UInt8(ascii: "b"): result.append(8)
      case UInt8(ascii: "f"): result.append(12)
      case UInt8(ascii: "n"): result.append(10)
      case UInt8(ascii: "r"): result.append(13)
      case UInt8(ascii: "t"): result.append(9)
      case UInt8(ascii: "v"): result.append(11)
      case UInt8(ascii: "0")...UInt8(ascii: "7"):
        var value = UInt32(next - UInt8(ascii: "0"))
        var count = 1
        while count < 3, byte(index) >= UInt8(ascii: "0"), byte(index) <= UInt8(ascii: "7") {
          value = value * 8 + UInt32(byte(index) - UInt8(ascii: "0"))
          index += 1
          count += 1
        }
        if isBytes { result.append(UInt8(truncatingIfNeeded: value)) } else { Str.append(value, to: &result) }
      case UInt8(ascii: "x"):
        let place = index - 2 - bytes.startIndex
        let message = isBytes ? "(value error) invalid \\x escape at position \(place)" : nil
        let value = try hex(bytes, &index, 2, message, "\\xXX")
        if isBytes { result.append(UInt8(value)) } else { Str.append(value, to: &result) }
      case UInt8(ascii: "u") where !isBytes:
        Str.append(try hex(bytes, &index, 4, nil, "\\uXXXX"), to: &result)
      case UInt8(ascii: "U") where !isBytes:
        let value = try hex(bytes, &index, 8, nil, "\\UXXXXXXXX")
        guard value <= 0x10FFFF else { throw unicodeFault("illegal Unicode character", bytes, index - 10, index) }
        Str.append(value, to: &result)
      case UInt8(ascii: "N") where !isBytes:
        Str.append(try named(bytes, &index), to: &result)
      default:
        result.append(UInt8(ascii: "\\"))
        if index - 1 < bytes.endIndex { index -= 1 }
      }
    }
    return result
  }

  /// The fault of the escape between two places of a text, with the places as CPython's decoder counts them: it is
  /// given every character beyond ASCII as an escape of ten.
  private static func unicodeFault(_ reason: String, _ bytes: ArraySlice<UInt8>, _ from: Int, _ to: Int) -> Fault {
    func place(_ index: Int) -> Int {
      bytes[bytes.startIndex..<min(index, bytes.endIndex)].reduce(0) {
        $0 + ($1 < 0x80 ? 1 : $1 & 0xC0 == 0x80 ? 0 : 10)
      }
    }
    let (first, last) = (place(from), place(to) - 1)
    return Fault(
      message: "(unicode error) 'unicodeescape' codec can't decode "
        + (last > first ? "bytes in position \(first)-\(last)" : "byte 0x5c in position \(first)") + ": \(reason)",
      offset: 0)
  }

  private static func hex(
    _ bytes: ArraySlice<UInt8>, _ index: inout Int, _ count: Int, _ message: String?, _ form: String
  ) throws(Fault) -> UInt32 {
    var value: UInt32 = 0
    let start = index - 2
    for _ in 0..<count {
      guard index < bytes.endIndex, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
        if let message { throw Fault(message: message, offset: 0) }
        throw unicodeFault("truncated \(form) escape", bytes, start, index)
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  /// `\N{NAME}`: found among the names that Swift's Unicode tables give.
  private static func named(_ bytes: ArraySlice<UInt8>, _ index: inout Int) throws(Fault) -> UInt32 {
    let start = index - 2
    let isOpen = index < bytes.endIndex && bytes[index] == UInt8(ascii: "{")
    let end = isOpen ? bytes[index...].firstIndex(of: UInt8(ascii: "}")) : nil
    guard let close = end, close > index + 1 else {
      throw unicodeFault("malformed \\N character escape", bytes, start, isOpen ? end ?? bytes.endIndex : index)
    }
    let name = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
    index = close + 1
    if let scalar = UnicodeNames.scalar(name) { return scalar.value }
    throw unicodeFault("unknown Unicode character name", bytes, start, index)
  }
}
