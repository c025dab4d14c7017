/// The codecs `unicode_escape` and `raw_unicode_escape`: the escapes of Python's own literals.
extension Codec {
  /// A text with everything outside ASCII (outside Latin-1, when raw) as escapes.
  func escaped(_ codes: [UInt32]) -> [UInt8] {
    var isRaw = false
    if case .rawUnicodeEscape = self { isRaw = true }
    var out: [UInt8] = []
    for code in codes {
      switch code {
      case _ where isRaw && code < 0x100: out.append(UInt8(code))
      case 0x5C where !isRaw: out.append(contentsOf: "\\\\".utf8)
      case 9 where !isRaw: out.append(contentsOf: "\\t".utf8)
      case 10 where !isRaw: out.append(contentsOf: "\\n".utf8)
      case 13 where !isRaw: out.append(contentsOf: "\\r".utf8)
      case 0x20..<0x7F: out.append(UInt8(code))
      default: Text.appendEscape(code, to: &out)
      }
    }
    return out
  }

  /// The character at an offset of an escaped text.
  static func unescape(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Step {
    guard bytes[index] == 0x5C else { return .code(UInt32(bytes[index]), 1) }
    guard index + 1 < bytes.count else { return .fault(1, "\\ at end of string") }
    let letter = bytes[index + 1]
    switch letter {
    case 10: return .nothing(2)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): return .code(UInt32(letter), 2)
    case UInt8(ascii: "a"): return .code(7, 2)
    case UInt8(ascii: "b"): return .code(8, 2)
    case UInt8(ascii: "f"): return .code(12, 2)
    case UInt8(ascii: "n"): return .code(10, 2)
    case UInt8(ascii: "r"): return .code(13, 2)
    case UInt8(ascii: "t"): return .code(9, 2)
    case UInt8(ascii: "v"): return .code(11, 2)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      let digits = bytes[(index + 1)...].prefix(3).prefix { (48...55).contains($0) }
      return .code(digits.reduce(0) { $0 * 8 + UInt32($1 - 48) }, 1 + digits.count)
    case UInt8(ascii: "x"): return hexadecimal(bytes, index, 2, "truncated \\xXX escape")
    case UInt8(ascii: "u"): return hexadecimal(bytes, index, 4, "truncated \\uXXXX escape")
    case UInt8(ascii: "U"): return hexadecimal(bytes, index, 8, "truncated \\UXXXXXXXX escape")
    case UInt8(ascii: "N"): return named(bytes, index)
    // An unknown escape stands for itself: first its backslash, then its letter.
    default: return .code(0x5C, 1)
    }
  }

  /// The character at an offset of a text in which only `\u` and `\U` are escapes.
  static func unescapeRaw(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Step {
    guard bytes[index] == 0x5C, index + 1 < bytes.count else { return .code(UInt32(bytes[index]), 1) }
    // A backslash behind an odd number of others is none that escapes.
    var before = index
    while before > 0, bytes[before - 1] == 0x5C { before -= 1 }
    guard (index - before).isMultiple(of: 2) else { return .code(0x5C, 1) }
    switch bytes[index + 1] {
    case UInt8(ascii: "u"): return hexadecimal(bytes, index, 4, "truncated \\uXXXX escape")
    case UInt8(ascii: "U"):
      let step = hexadecimal(bytes, index, 8, "truncated \\UXXXXXXXX escape")
      if case .fault(10, _) = step { return .fault(10, "\\Uxxxxxxxx out of range") }
      return step
    default: return .code(0x5C, 1)
    }
  }

  private static func hexadecimal(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ count: Int, _ message: String
  ) -> Step {
    let digits = bytes[(index + 2)...].prefix(count).prefix { $0.hexDigit != nil }
    guard digits.count == count else { return .fault(2 + digits.count, message) }
    let code = digits.reduce(UInt32(0)) { $0 << 4 | UInt32($1.hexDigit ?? 0) }
    return code > 0x10FFFF ? .fault(2 + count, "illegal Unicode character") : .code(code, 2 + count)
  }

  private static func named(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Step {
    let malformed = "malformed \\N character escape"
    guard index + 2 < bytes.count, bytes[index + 2] == UInt8(ascii: "{") else { return .fault(2, malformed) }
    guard let end = bytes[(index + 3)...].firstIndex(of: UInt8(ascii: "}")), end > index + 3 else {
      return .fault(bytes[(index + 3)...].prefix { $0 != UInt8(ascii: "}") }.count + 3, malformed)
    }
    let name = String(decoding: bytes[(index + 3)..<end], as: UTF8.self)
    guard let scalar = UnicodeNames.scalar(name) else {
      return .fault(end + 1 - index, "unknown Unicode character name")
    }
    return .code(scalar.value, end + 1 - index)
  }
}
