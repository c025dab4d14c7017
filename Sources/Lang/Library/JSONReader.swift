import BigInt
import Glibc

/// Reads JSON as Python's `json.loads` does, with its errors.
struct JSONReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let document: Value
  private var index = 0
  /// Python's callables for objects and floats; unbound where not given.
  var objectHook = Value.unbound
  var pairsHook = Value.unbound
  var parseFloat = Value.unbound
  var parseInt = Value.unbound
  var parseConstant = Value.unbound
  /// Whether control characters may stand in strings: Python's `strict=False`.
  var allowsControls = false

  /// Takes a text; it must stay alive while it is read.
  init(_ document: Value) {
    self.document = document
    text = Str.bytes(document)
  }

  /// Reads the one value of the document.
  mutating func read() throws(Raised) -> Value {
    skipSpace()
    let value = try readValue()
    skipSpace()
    if index < text.count { throw error("Extra data", index) }
    return value
  }

  /// Reads a value at an index of code points; gives it and where it ends.
  mutating func readPrefix(from start: Int) throws(Raised) -> (value: Value, end: Int) {
    index = Str.offset(document, codePoint: start)
    let value = try readValue()
    return (value, Str.codePoints(UnsafeBufferPointer(rebasing: text[..<index])))
  }

  @inline(__always)
  private mutating func skipSpace() {
    while index < text.count, text[index] == 32 || text[index] == 10 || text[index] == 13 || text[index] == 9 {
      index += 1
    }
  }

  private func error(_ message: String, _ offset: Int) -> Raised {
    JSONModule.decodeError(message, document, offset)
  }

  private mutating func readValue() throws(Raised) -> Value {
    guard index < text.count else { throw error("Expecting value", index) }
    switch text[index] {
    case UInt8(ascii: "\""):
      index += 1
      return try readString()
    case UInt8(ascii: "{"): return try readObject()
    case UInt8(ascii: "["): return try readArray()
    case UInt8(ascii: "t") where matches("true"): return .yes
    case UInt8(ascii: "f") where matches("false"): return .no
    case UInt8(ascii: "n") where matches("null"): return .none
    case UInt8(ascii: "N") where matches("NaN"): return try constant("NaN", .nan)
    case UInt8(ascii: "I") where matches("Infinity"): return try constant("Infinity", .infinity)
    case UInt8(ascii: "-") where matches("-Infinity"): return try constant("-Infinity", -.infinity)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: throw error("Expecting value", index)
    }
  }

  private func constant(_ name: String, _ value: Double) throws(Raised) -> Value {
    parseConstant.isUnbound ? Value(value) : try Call.call(parseConstant, Str.make(name))
  }

  private mutating func matches(_ word: StaticString) -> Bool {
    guard index + word.utf8CodeUnitCount <= text.count, let base = text.baseAddress,
      memcmp(base + index, word.utf8Start, word.utf8CodeUnitCount) == 0
    else { return false }
    index += word.utf8CodeUnitCount
    return true
  }

  private mutating func readNumber() throws(Raised) -> Value {
    let start = index
    if text[index] == UInt8(ascii: "-") { index += 1 }
    guard index < text.count, text[index] &- 48 < 10 else { throw error("Expecting value", start) }
    var magnitude = 0
    if text[index] == 48 {
      index += 1
    } else {
      while index < text.count, text[index] &- 48 < 10 {
        if index - start < 17 { magnitude = magnitude * 10 + Int(text[index] - 48) }
        index += 1
      }
    }
    let wholeEnd = index
    if index + 1 < text.count, text[index] == UInt8(ascii: "."), text[index + 1] &- 48 < 10 {
      index += 1
      skipDigits()
    }
    if index < text.count, text[index] | 32 == UInt8(ascii: "e") {
      var digits = index + 1
      if digits < text.count, text[digits] == UInt8(ascii: "+") || text[digits] == UInt8(ascii: "-") { digits += 1 }
      if digits < text.count, text[digits] &- 48 < 10 {
        index = digits
        skipDigits()
      }
    }
    let isFloat = index > wholeEnd
    let hook = isFloat ? parseFloat : parseInt
    if !hook.isUnbound {
      return try Call.call(hook, Str.make(UnsafeBufferPointer(rebasing: text[start..<index])))
    }
    if isFloat { return Value(double(start, index)) }
    if index - start < 17 { return Integer.make(text[start] == UInt8(ascii: "-") ? -magnitude : magnitude) }
    let digits = String(decoding: text[start..<index], as: UTF8.self)
    if Text.exceedsDigits(digits.utf8.count - (digits.hasPrefix("-") ? 1 : 0)) {
      throw raise(
        .valueError,
        "Exceeds the limit (\(Text.mostDigits) digits) for integer string conversion: value has \(digits.utf8.count) digits; use "
          + "sys.set_int_max_str_digits() to increase the limit")
    }
    return BigInt(digits).map { Integer.make($0) } ?? .none
  }

  private mutating func skipDigits() {
    while index < text.count, text[index] &- 48 < 10 { index += 1 }
  }

  /// The powers of ten that a double has exactly.
  private static let powers: [Double] = (0...22).reduce(into: []) { powers, _ in
    powers.append((powers.last ?? 0.1) * 10)
  }

  /// A number of few digits without an exponent, as nearly all are: both the digits as a whole and the power of ten are
  /// exact then, and so is the rounding of their quotient (W. D. Clinger, How to Read Floating Point Numbers Accurately).
  private func shortDouble(_ start: Int, _ end: Int) -> Double? {
    guard end - start <= 16 else { return nil }
    var whole: UInt64 = 0
    var point = end
    for offset in start..<end {
      let digit = text[offset] &- 48
      if digit < 10 {
        whole = whole * 10 + UInt64(digit)
      } else if text[offset] == UInt8(ascii: ".") {
        point = offset + 1
      } else if offset > start {
        return nil
      }
    }
    let magnitude = Double(whole) / JSONReader.powers[end - point]
    return text[start] == UInt8(ascii: "-") ? -magnitude : magnitude
  }

  private func double(_ start: Int, _ end: Int) -> Double {
    if let short = shortDouble(start, end) { return short }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: end - start + 1) { buffer in
      for offset in start..<end { buffer[offset - start] = CChar(bitPattern: text[offset]) }
      buffer[end - start] = 0
      return buffer.baseAddress.map { strtod($0, nil) } ?? 0
    }
  }

  /// Reads a string whose opening quote is behind.
  private mutating func readString() throws(Raised) -> Value {
    let begin = index
    var isASCII = true
    index += JSONText.plainPrefix(text, from: index)
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") {
        let part = UnsafeBufferPointer(rebasing: text[begin..<index])
        index += 1
        return isASCII ? Str.makeASCII(part) : Str.make(part)
      }
      if byte == UInt8(ascii: "\\") { return try readEscaped(begin) }
      if byte < 32, !allowsControls { throw error("Invalid control character at", index) }
      if byte >= 0x80 { isASCII = false }
      index += 1
    }
    throw error("Unterminated string starting at", begin - 1)
  }

  /// Reads the name of an object's member: one text for all that are alike where it can, as many documents have the same.
  private mutating func readKey() throws(Raised) -> Value {
    let length = JSONText.plainPrefix(text, from: index)
    let end = index + length
    guard end < text.count, text[end] == UInt8(ascii: "\""), length <= JSONKeys.longest else { return try readString() }
    let part = UnsafeBufferPointer(rebasing: text[index..<end])
    index = end + 1
    return JSONKeys.text(part)
  }

  /// Goes on reading a string at its first backslash.
  private mutating func readEscaped(_ begin: Int) throws(Raised) -> Value {
    var out = Array(text[begin..<index])
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return Str.make(out)
      }
      if byte < 32, !allowsControls { throw error("Invalid control character at", index) }
      index += 1
      guard byte == UInt8(ascii: "\\") else {
        out.append(byte)
        continue
      }
      guard index < text.count else { break }
      let escape = text[index]
      index += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(escape)
      case UInt8(ascii: "b"): out.append(8)
      case UInt8(ascii: "f"): out.append(12)
      case UInt8(ascii: "n"): out.append(10)
      case UInt8(ascii: "r"): out.append(13)
      case UInt8(ascii: "t"): out.append(9)
      case UInt8(ascii: "u"): Str.append(try readUnicode(), to: &out)
      default: throw error("Invalid \\escape", index - 2)
      }
    }
    throw error("Unterminated string starting at", begin - 1)
  }

  private mutating func readUnicode() throws(Raised) -> UInt32 {
    let first = try readHex()
    guard first >= 0xD800, first < 0xDC00, index + 6 <= text.count, text[index] == UInt8(ascii: "\\"),
      text[index + 1] == UInt8(ascii: "u")
    else { return first }
    let saved = index
    index += 2
    let second = try readHex()
    if second >= 0xDC00, second < 0xE000 { return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00) }
    index = saved
    return first
  }

  private mutating func readHex() throws(Raised) -> UInt32 {
    let start = index
    var code: UInt32 = 0
    if start + 4 >= text.count { throw error("Invalid \\uXXXX escape", start - 1) }
    for _ in 0..<4 {
      guard index < text.count, text[index] < 0x80,
        let digit = UInt32(String(UnicodeScalar(text[index])), radix: 16)
      else { throw error("Invalid \\uXXXX escape", start - 1) }
      code = code << 4 | digit
      index += 1
    }
    return code
  }

  private mutating func readArray() throws(Raised) -> Value {
    try Comparison.checkStack(" while decoding a JSON array from a unicode string")
    index += 1
    let list = List.make()
    skipSpace()
    if index < text.count, text[index] == UInt8(ascii: "]") {
      index += 1
      return list
    }
    while true {
      List.append(list, try readValue())
      skipSpace()
      guard index < text.count else { throw error("Expecting ',' delimiter", index) }
      let byte = text[index]
      if byte == UInt8(ascii: "]") { break }
      if byte != UInt8(ascii: ",") { throw error("Expecting ',' delimiter", index) }
      index += 1
      skipSpace()
    }
    index += 1
    return list
  }

  private mutating func readObject() throws(Raised) -> Value {
    try Comparison.checkStack(" while decoding a JSON object from a unicode string")
    index += 1
    let dict = Dict.make()
    let pairs = pairsHook.isUnbound ? Value.unbound : List.make()
    skipSpace()
    if index < text.count, text[index] == UInt8(ascii: "}") {
      index += 1
      return try finish(dict, pairs)
    }
    while true {
      guard index < text.count, text[index] == UInt8(ascii: "\"") else {
        throw error("Expecting property name enclosed in double quotes", index)
      }
      index += 1
      let key = try readKey()
      skipSpace()
      guard index < text.count, text[index] == UInt8(ascii: ":") else {
        throw error("Expecting ':' delimiter", index)
      }
      index += 1
      skipSpace()
      let value = try readValue()
      if pairs.isUnbound { try Dict.set(dict, key, value) } else { List.append(pairs, Tuple.make(key, value)) }
      skipSpace()
      guard index < text.count else { throw error("Expecting ',' delimiter", index) }
      let byte = text[index]
      if byte == UInt8(ascii: "}") { break }
      if byte != UInt8(ascii: ",") { throw error("Expecting ',' delimiter", index) }
      index += 1
      skipSpace()
    }
    index += 1
    return try finish(dict, pairs)
  }

  private func finish(_ dict: Value, _ pairs: Value) throws(Raised) -> Value {
    if !pairs.isUnbound { return try Call.call(pairsHook, pairs) }
    return objectHook.isUnbound ? dict : try Call.call(objectHook, dict)
  }
}
