import BigInt
import Glibc

/// `format()` and f-strings.
extension Text {
  /// `format(value, spec)`
  public static func format(_ value: Value, _ spec: Value) throws(Raised) -> Value {
    guard spec.isKind(.str) else {
      throw raise(.typeError, "format() argument 2 must be str, not \(describeType(spec))")
    }
    let isEmpty = Str.bytes(spec).isEmpty
    if value.isObject {
      if isEmpty && value.object.pointee.cls.toOpaque() == Types.str.toOpaque() { return value }
      if let method = ownMethod(value, .__format__) {
        let result = try Call.call(try Attributes.bind(method, value), spec)
        guard result.isKind(.str) else {
          throw raise(.typeError, "__format__ must return a str, not \(Types.name(result))")
        }
        return result
      }
    }
    return try plainFormat(value, spec)
  }

  /// What the `__format__` of a built-in type gives, whatever a subclass's own does.
  static func plainFormat(_ value: Value, _ spec: Value) throws(Raised) -> Value {
    if Str.bytes(spec).isEmpty { return try str(value) }
    if value.isFloat, let text = fixedPoint(value.double, Str.bytes(spec)) { return text }
    if value.isKind(.str) { return try formatText(value, spec) }
    if value.isKind(.float) {
      return try formatFloat(value, Numbers.plain(value).double, FormatSpec(Str.bytes(spec), for: value))
    }
    if value.isFloat { return try formatFloat(value, value.double, FormatSpec(Str.bytes(spec), for: value)) }
    if Integer.isInteger(value) { return try formatInteger(value, FormatSpec(Str.bytes(spec), for: value)) }
    throw raise(.typeError, "unsupported format string passed to \(Types.name(value)).__format__")
  }

  /// A float by a specification like `.2f`, the commonest of all; nil for others.
  private static func fixedPoint(_ number: Double, _ spec: UnsafeBufferPointer<UInt8>) -> Value? {
    guard spec.count == 3, spec[0] == UInt8(ascii: "."), spec[1] &- 48 < 10, spec[2] == UInt8(ascii: "f"),
      number.isFinite
    else { return nil }
    return fixedPoint(number, Int(spec[1] - 48))
  }

  private static func formatText(_ value: Value, _ text: Value) throws(Raised) -> Value {
    let spec = try FormatSpec(Str.bytes(text), for: value)
    if spec.type != 0 && spec.type != 115 { throw spec.unknown(value) }
    if spec.sign == 32 { throw raise(.valueError, "Space not allowed in string format specifier") }
    if spec.sign != 0 { throw raise(.valueError, "Sign not allowed in string format specifier") }
    if spec.coercesNegativeZero {
      throw raise(.valueError, "Negative zero coercion (z) not allowed in string format specifier")
    }
    if spec.alternate { throw raise(.valueError, "Alternate form (#) not allowed in string format specifier") }
    if spec.align == UInt8(ascii: "=") {
      throw raise(.valueError, "'=' alignment not allowed in string format specifier")
    }
    if spec.grouping != 0 { throw spec.cannotGroup(115) }
    try Heap.checkSize(spec.width)
    var shown = value
    if let precision = spec.precision, precision < Str.length(value) { shown = Str.slice(value, 0, precision) }
    let length = Str.length(shown)
    if length >= spec.width { return shown }
    return Str.make(spec.pad(Array(Str.bytes(shown)), length: length, defaultAlign: UInt8(ascii: "<")))
  }

  /// Formats an int or bool.
  static func formatInteger(_ value: Value, _ spec: FormatSpec) throws(Raised) -> Value {
    var spec = spec
    switch spec.type {
    case 101, 102, 103, 69, 70, 71, 37:
      guard let double = try Numbers.double(value) else { throw spec.unknown(value) }
      return try formatFloat(value, double, spec)
    case 0, 100, 110, 98, 111, 120, 88, 99: break
    default: throw spec.unknown(value)
    }
    if spec.precision != nil { throw raise(.valueError, "Precision not allowed in integer format specifier") }
    if spec.coercesNegativeZero {
      throw raise(.valueError, "Negative zero coercion (z) not allowed in integer format specifier")
    }
    if spec.type == 99 { return try formatCharacter(value, spec) }
    try Heap.checkSize(spec.width)
    var radix = 10
    var prefix = ""
    switch spec.type {
    case 98: (radix, prefix) = (2, "0b")
    case 111: (radix, prefix) = (8, "0o")
    case 120: (radix, prefix) = (16, "0x")
    case 88: (radix, prefix) = (16, "0X")
    default: break
    }
    if !spec.alternate { prefix = "" }
    if spec.type == 110 { spec.grouping = 0 }
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    let groupSize = radix == 10 ? 3 : 4
    if let int = Integer.int(value) {
      let isNegative = int < 0
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { buffer in
        var magnitude = int.magnitude
        var start = 64
        repeat {
          start -= 1
          let digit = UInt8(truncatingIfNeeded: magnitude % UInt(radix))
          buffer[start] = digit < 10 ? 48 + digit : (spec.type == 88 ? 55 : 87) + digit
          magnitude /= UInt(radix)
        } while magnitude > 0
        return spec.assemble(
          isNegative: isNegative, prefix: prefix, digits: UnsafeBufferPointer(rebasing: buffer[start...]),
          rest: nothing, groupSize: groupSize)
      }
    }
    let (isNegative, digits) = try integerDigits(value, radix: radix, uppercase: spec.type == 88)
    return digits.withUnsafeBufferPointer {
      spec.assemble(isNegative: isNegative, prefix: prefix, digits: $0, rest: nothing, groupSize: groupSize)
    }
  }

  /// The sign and digits of an int.
  static func integerDigits(
    _ value: Value, radix: Int, uppercase: Bool = false
  ) throws(Raised) -> (isNegative: Bool, digits: [UInt8]) {
    if let int = Integer.int(value) {
      return (int < 0, Array(String(int.magnitude, radix: radix, uppercase: uppercase).utf8))
    }
    guard let big = Integer.big(value) else { return (false, []) }
    if radix == 10 {
      let text = Array(try integerText(value).utf8)
      return text.first == UInt8(ascii: "-") ? (true, Array(text.dropFirst())) : (false, text)
    }
    return (big.sign == .minus, Array(String(big.magnitude, radix: radix, uppercase: uppercase).utf8))
  }

  private static func formatCharacter(_ value: Value, _ spec: FormatSpec) throws(Raised) -> Value {
    if spec.sign != 0 { throw raise(.valueError, "Sign not allowed with integer format specifier 'c'") }
    if spec.alternate {
      throw raise(.valueError, "Alternate form (#) not allowed with integer format specifier 'c'")
    }
    guard let code = Integer.int(value) else {
      throw raise(.overflowError, "Python int too large to convert to C long")
    }
    guard code >= 0, code < 0x110000 else {
      throw raise(.overflowError, "%c arg not in range(0x110000)")
    }
    try Heap.checkSize(spec.width)
    var bytes: [UInt8] = []
    Str.append(UInt32(code), to: &bytes)
    return Str.make(spec.pad(bytes, length: 1, defaultAlign: UInt8(ascii: ">")))
  }

  /// Formats a double; `value` is what the message about a wrong type speaks of.
  static func formatFloat(_ value: Value, _ number: Double, _ spec: FormatSpec) throws(Raised) -> Value {
    let precision = spec.precision ?? 6
    switch spec.type {
    case 0, 37, 69...71, 101...103, 110: break
    default: throw spec.unknown(value)
    }
    if precision > Int(Int32.max) { throw raise(.valueError, "precision too big") }
    try Heap.checkSize(max(precision, spec.width))
    var text: String
    switch spec.type {
    case 101, 102:
      return withPrinted(number, UInt8(spec.type), precision: precision, alternate: spec.alternate) {
        lay(out: $0, number, spec)
      }
    case 37:
      return withPrinted(number * 100, UInt8(ascii: "f"), precision: precision, alternate: spec.alternate) {
        lay(out: $0, number, spec, suffix: 37)
      }
    case 0:
      if let precision = spec.precision {
        text = generalText(number, precision, alternate: spec.alternate, pointZero: true)
      } else {
        text = floatRepr(number)
        if spec.alternate, number.isFinite, !text.contains(".") {
          text.insert(".", at: text.firstIndex(of: "e") ?? text.endIndex)
        }
      }
    case 110, 103, 71: text = generalText(number, precision, alternate: spec.alternate, pointZero: false)
    case 69: text = printf(number, "e", precision: precision, alternate: spec.alternate)
    default: text = printf(number, "f", precision: precision, alternate: spec.alternate)
    }
    if spec.type == 69 || spec.type == 70 || spec.type == 71 { text = text.uppercased() }
    return text.withUTF8 { lay(out: $0, number, spec) }
  }

  /// Lays out the digits of a number as a specification says.
  private static func lay(
    out text: UnsafeBufferPointer<UInt8>, _ number: Double, _ spec: FormatSpec, suffix: UInt8 = 0
  ) -> Value {
    var isNegative = text.first == UInt8(ascii: "-")
    let bytes = UnsafeBufferPointer(rebasing: text[(isNegative ? 1 : 0)...])
    if number.isNaN { isNegative = false }
    if isNegative, spec.coercesNegativeZero, number.isFinite {
      let isZero = bytes.prefix { $0 | 32 != 101 }.allSatisfy { $0 == 48 || $0 == 46 }
      if isZero { isNegative = false }
    }
    // `nan` and `inf` have no digits to group; zeros in front of them are plain padding.
    let whole = number.isFinite ? bytes.prefix { $0 &- 48 < 10 }.count : bytes.count
    var layout = spec
    if !number.isFinite { layout.grouping = 0 }
    return layout.assemble(
      isNegative: isNegative, digits: UnsafeBufferPointer(rebasing: bytes[..<whole]),
      rest: UnsafeBufferPointer(rebasing: bytes[whole...]), suffix: suffix)
  }

  /// C's `%g`; with `pointZero`, as Python shows floats whose type is not given: always a point or an exponent.
  private static func generalText(_ number: Double, _ precision: Int, alternate: Bool, pointZero: Bool) -> String {
    guard pointZero, number.isFinite else {
      return printf(number, "g", precision: max(1, precision), alternate: alternate)
    }
    let digits = max(1, precision)
    let scientific = printf(number, "e", precision: digits - 1)
    guard let mark = scientific.lastIndex(of: "e"),
      let exponent = Int(scientific[scientific.index(after: mark)...])
    else { return scientific }
    if exponent + 1 == digits && exponent >= 0 {
      // `%g` would still write all digits before the point; Python turns to the exponent one digit earlier.
      var mantissa = String(scientific[..<mark])
      if !alternate, mantissa.contains(".") {
        while mantissa.hasSuffix("0") { mantissa.removeLast() }
        if mantissa.hasSuffix(".") { mantissa.removeLast() }
      }
      if alternate, !mantissa.contains(".") { mantissa += "." }
      return mantissa + scientific[mark...]
    }
    let text = printf(number, "g", precision: digits, alternate: alternate)
    return text.contains(".") || text.contains("e") ? text : text + ".0"
  }
}
