import BigInt
import Glibc

/// Numbers and single characters as text.
extension Text {
  /// The decimal text of an int.
  static func integer(_ value: Int) -> Value {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
      let start = digits(value, buffer)
      return Str.makeASCII(UnsafeBufferPointer(rebasing: buffer[start...]))
    }
  }

  /// Writes decimal digits at the end of a buffer of 24 bytes; gives the index of the first.
  @inline(__always)
  static func digits(_ value: Int, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var magnitude = value.magnitude
    var position = 24
    repeat {
      position -= 1
      buffer[position] = 48 + UInt8(truncatingIfNeeded: magnitude % 10)
      magnitude /= 10
    } while magnitude > 0
    if value < 0 {
      position -= 1
      buffer[position] = UInt8(ascii: "-")
    }
    return position
  }

  /// Appends the decimal text of an int.
  static func appendInteger(_ value: Int, to out: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
      let start = digits(value, buffer)
      out.append(contentsOf: buffer[start...])
    }
  }

  /// How many digits ints and texts may have that are made of each other; 0 for any number.
  nonisolated(unsafe) static var mostDigits = 4300

  /// Whether so many digits are too many.
  static func exceedsDigits(_ count: Int) -> Bool { mostDigits > 0 && count > mostDigits }

  /// The decimal text of an int or of an instance of a subclass; raises beyond CPython's limit of digits.
  static func integerText(_ value: Value) throws(Raised) -> String {
    if let int = Integer.int(value) { return String(int) }
    guard let big = Integer.big(value) else { return "" }
    // CPython refuses what would take quadratic time for its algorithm, and code can see that it does. A digit has more
    // than three bits, so that what is far too long needn't be converted.
    let isFarTooLong = exceedsDigits(big.magnitude.bitWidth * 3 / 10 - 1)
    let text = isFarTooLong ? "" : String(big)
    if isFarTooLong || exceedsDigits(text.utf8.count - (big.sign == .minus ? 1 : 0)) {
      throw raise(
        .valueError,
        "Exceeds the limit (\(mostDigits) digits) for integer string conversion; use sys.set_int_max_str_digits() to increase "
          + "the limit")
    }
    return text
  }

  /// The shortest text that reads back as the same double, laid out as Python does.
  public static func floatRepr(_ double: Double) -> String {
    if double.isNaN { return "nan" }
    if double.isInfinite { return double < 0 ? "-inf" : "inf" }
    let text = double.description
    // Swift changes to exponents at 2^53 already, Python at 1e16.
    guard double.magnitude >= 9e15, double.magnitude < 1e16, let mark = text.firstIndex(of: "e") else { return text }
    var digits = text[..<mark].filter { $0 != "." && $0 != "-" }
    digits += String(repeating: "0", count: max(0, 16 - digits.count))
    return (double < 0 ? "-" : "") + digits + ".0"
  }

  /// A double by one of C's conversions.
  static func printf(_ double: Double, _ conversion: Character, precision: Int, alternate: Bool = false) -> String {
    withPrinted(double, conversion.asciiValue ?? 0, precision: precision, alternate: alternate) {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Runs `body` with what one of C's conversions (`e`, `f`, `g`) makes of a double.
  static func withPrinted<Result>(
    _ double: Double, _ conversion: UInt8, precision: Int, alternate: Bool = false,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if conversion == UInt8(ascii: "f"), !alternate, let scaled = scaled(double, precision) {
      return withFixed(scaled, isNegative: double.sign == .minus, precision, body)
    }
    // The longest double has 309 digits before the point; sign, point and exponent take a few more.
    let room = precision + 330
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      let base = UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped).assumingMemoryBound(to: CChar.self)
      var format = InlineArray<28, UInt8>(repeating: 0)
      return withUnsafeMutablePointer(to: &format) { format in
        let format = UnsafeMutableBufferPointer(start: UnsafeMutablePointer<UInt8>(OpaquePointer(format)), count: 28)
        let count: Int
        let text = UnsafeRawPointer(format.baseAddress.unsafelyUnwrapped).assumingMemoryBound(to: CChar.self)
        if alternate {
          for (index, byte) in [UInt8(ascii: "%"), UInt8(ascii: "#"), 46, 42, conversion].enumerated() {
            format[index] = byte
          }
          count = withVaList([Int32(clamping: precision), double]) { Int(vsnprintf(base, room, text, $0)) }
        } else {
          // Without the variable arguments that cost more than the conversion: `%.PRECISION` and the letter, written
          // from the end, where the terminator stands already.
          format[26] = conversion
          var start = digits(precision, UnsafeMutableBufferPointer(rebasing: format[2..<26])) + 1
          format[start] = 46
          start -= 1
          format[start] = UInt8(ascii: "%")
          count = Int(formatDouble(base, room, text + start, double))
        }
        return body(UnsafeBufferPointer(rebasing: buffer[..<min(max(0, count), room - 1)]))
      }
    }
  }

  /// `|double| * 10^digits`, rounded half to even as its exact value says; nil where that takes more than 128 bits.
  private static func scaled(_ double: Double, _ digits: Int) -> UInt64? {
    guard double.isFinite, digits <= 18 else { return nil }
    let bits = double.bitPattern & 0x7FFF_FFFF_FFFF_FFFF
    let exponent = Int(bits >> 52)
    guard exponent > 0 else { return bits == 0 ? 0 : nil }
    // The value is `significand * 2^-shift`.
    let shift = 1075 - exponent
    guard shift >= 0, shift < 120 else { return nil }
    var product = UInt128(bits & 0xF_FFFF_FFFF_FFFF | 1 << 52)
    for _ in 0..<digits { product &*= 10 }
    var quotient = product >> UInt128(shift)
    let rest = product & ((1 << UInt128(shift)) - 1)
    let half: UInt128 = shift == 0 ? .max : 1 << UInt128(shift - 1)
    if rest > half || rest == half && quotient & 1 == 1 { quotient += 1 }
    return UInt64(exactly: quotient)
  }

  /// Runs `body` with the text of a scaled number: its digits with a point before the last `precision` ones.
  private static func withFixed<Result>(
    _ scaled: UInt64, isNegative: Bool, _ precision: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { buffer in
      var position = 48
      var left = scaled
      var written = 0
      repeat {
        if written == precision && precision > 0 {
          position -= 1
          buffer[position] = 46
        }
        position -= 1
        buffer[position] = 48 + UInt8(truncatingIfNeeded: left % 10)
        left /= 10
        written += 1
      } while left > 0 || written <= precision
      if isNegative {
        position -= 1
        buffer[position] = UInt8(ascii: "-")
      }
      return body(UnsafeBufferPointer(rebasing: buffer[position...]))
    }
  }

  /// A finite double with so many digits after the point.
  static func fixedPoint(_ double: Double, _ digits: Int) -> Value {
    withPrinted(double, UInt8(ascii: "f"), precision: digits) { Str.makeASCII($0) }
  }

  /// A number in lower-case hexadecimal with at least `width` digits.
  static func hex(_ number: UInt32, _ width: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  /// Appends a character as `\x..`, `\u....` or `\U........`.
  static func appendEscape(_ scalar: UInt32, to out: inout [UInt8]) {
    let text =
      scalar < 0x100 ? "\\x" + hex(scalar, 2) : scalar < 0x10000 ? "\\u" + hex(scalar, 4) : "\\U" + hex(scalar, 8)
    out.append(contentsOf: text.utf8)
  }

  /// Whether `repr` shows a character as it is.
  static func isPrintable(_ code: UInt32) -> Bool {
    if code < 0x7F { return code >= 0x20 }
    guard let properties = properties(code) else { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }

  /// A text in quotes, as `repr` shows it.
  static func quoted(_ text: [UInt8]) -> String {
    var out: [UInt8] = []
    text.withUnsafeBufferPointer { appendQuoted($0, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends a text in quotes, as `repr` shows it.
  static func appendQuoted(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    let single = UInt8(ascii: "'")
    let double = UInt8(ascii: "\"")
    let quote = text.contains(single) && !text.contains(double) ? double : single
    out.reserveCapacity(out.count + text.count + 2)
    out.append(quote)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        switch byte {
        case quote, UInt8(ascii: "\\"):
          out.append(UInt8(ascii: "\\"))
          out.append(byte)
        case 10: out.append(contentsOf: [92, 110])
        case 13: out.append(contentsOf: [92, 114])
        case 9: out.append(contentsOf: [92, 116])
        case 0x20..<0x7F: out.append(byte)
        default: appendEscape(UInt32(byte), to: &out)
        }
      } else {
        let scalar = Str.nextScalar(text, &index)
        if isPrintable(scalar) { Str.append(scalar, to: &out) } else { appendEscape(scalar, to: &out) }
      }
    }
    out.append(quote)
  }
}

/// glibc's `strfromd` (ISO C23), which its header hides from Swift: one conversion without variable arguments.
@_silgen_name("strfromd")
private func formatDouble(
  _ buffer: UnsafeMutablePointer<CChar>, _ room: Int, _ format: UnsafePointer<CChar>, _ double: Double
) -> Int32
