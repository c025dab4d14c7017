import BigInt
import Glibc

/// What becomes of a value as a float, and how numbers are rounded.
extension NumberTypes {
  /// What C functions that take a double make of a value: a float's own value, whatever its `__float__` says, and what
  /// `__float__` or `__index__` give for others; nil for what is no number.
  static func real(_ value: Value) throws(Raised) -> Double? {
    if value.isFloat || value.isKind(.float) { return Numbers.plain(value).double }
    if Integer.isInteger(value), !(value.isObject && Types.cls(value).isUserDefined) {
      return try Numbers.double(value)
    }
    if let double = try byMethod(value) { return double }
    return Types.lookup(value, .__index__) == nil ? nil : try Numbers.double(try Operations.indexed(value))
  }

  /// The same where whoever asks says of a value with a wrong `__float__`, too, that it is no number.
  static func realOrNil(_ value: Value) -> Double? {
    do throws(Raised) { return try real(value) } catch { return nil }
  }

  /// What `__float__` makes of a value; nil where it has none.
  private static func byMethod(_ value: Value) throws(Raised) -> Double? {
    guard let result = try Call.special(value, .__float__) else { return nil }
    guard result.isFloat || result.isKind(.float) else {
      throw raise(.typeError, "\(Types.name(value)).__float__ returned non-float (type \(Types.name(result)))")
    }
    return Numbers.plain(result).double
  }

  /// `float(value)`
  static func toFloat(_ value: Value) throws(Raised) -> Double {
    if value.isFloat { return value.double }
    // A float's subclass is asked as well.
    if value.isObject, Types.of(value).read({ $0.override(.__float__) }) != nil, let double = try byMethod(value) {
      return double
    }
    if let double = try real(value) { return double }
    if value.isKind(.str) { return try parseFloat(value, shown: value) }
    if let bytes = try Text.bufferBytes(value) {
      return try parseFloat(Str.make(bytes), shown: value)
    }
    throw raise(
      .typeError, "float() argument must be a string or a real number, not '\(Types.name(value))'")
  }

  /// The number that a short text of nothing but ASCII digits, signs, points and exponents spells; nil for others.
  private static func plainFloat(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var buffer = InlineArray<64, CChar>(repeating: 0)
    guard text.count < 64, !text.isEmpty else { return nil }
    for index in 0..<text.count {
      let byte = text[index]
      guard byte &- 48 < 10 || byte == 46 || byte == 43 || byte == 45 || byte | 32 == 101 else { return nil }
      buffer[index] = CChar(bitPattern: byte)
    }
    return withUnsafeMutablePointer(to: &buffer) { buffer in
      let start = UnsafeMutablePointer<CChar>(OpaquePointer(buffer))
      var end: UnsafeMutablePointer<CChar>?
      let double = strtod(start, &end)
      return end == start + text.count ? double : nil
    }
  }

  private static func parseFloat(_ value: Value, shown: Value) throws(Raised) -> Double {
    if let plain = plainFloat(Str.bytes(value)) { return plain }
    var text = Str.swift(value)[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    let lower = text.lowercased()
    switch lower.first == "+" || lower.first == "-" ? lower.dropFirst() : lower[...] {
    case "inf", "infinity": return lower.hasPrefix("-") ? -.infinity : .infinity
    case "nan": return lower.hasPrefix("-") ? -.nan : .nan
    default: break
    }
    let isMisplaced = hasMisplacedUnderscore(text)
    let plain = plainDigits(text.replacing("_", with: ""))
    let allowed = plain.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
    guard allowed, !isMisplaced, !plain.isEmpty else { throw invalid(shown) }
    var end: UnsafeMutablePointer<CChar>?
    let string = String(plain)
    let (double, consumed) = string.withCString { start -> (Double, Int) in
      let double = strtod(start, &end)
      return (double, end.map { $0 - UnsafeMutablePointer(mutating: start) } ?? 0)
    }
    guard consumed == string.utf8.count else { throw invalid(shown) }
    return double
  }

  /// Whether there is an underscore that doesn't stand between two digits.
  private static func hasMisplacedUnderscore(_ text: Substring) -> Bool {
    guard text.contains("_") else { return false }
    let letters = Array(text)
    return letters.indices.contains { index in
      guard letters[index] == "_" else { return false }
      guard index > 0, index + 1 < letters.count else { return true }
      return !letters[index - 1].isNumber || !letters[index + 1].isNumber
    }
  }

  private static func invalid(_ value: Value) -> Raised {
    do throws(Raised) {
      return raise(.valueError, "could not convert string to float: \(Str.swift(try Text.repr(value)))")
    } catch { return error }
  }

  /// `round(number, digits)`, halves to even.
  static func round(_ value: Value, _ digits: Value) throws(Raised) -> Value {
    if value.isObject, let method = Types.cls(value).override(.__round__) {
      let bound = try Attributes.bind(method, value)
      return digits.isNone ? try Call.call(bound) : try Call.call(bound, digits)
    }
    if value.isFloat || value.isKind(.float) {
      let value = Numbers.plain(value)
      if digits.isNone { return try toInt(Value(value.double.rounded(.toNearestOrEven))) }
      let double = value.double
      let places = Integer.clamped(try Operations.indexed(digits))
      guard double.isFinite, places < 324 else { return value }
      if places < -308 { return Value(copysign(0, double)) }
      if places >= 0 {
        // The decimal digits decide, correctly rounded, as in CPython.
        return Value(Double(Text.printf(double, "f", precision: places)) ?? double)
      }
      let unit = pow(10.0, Double(-places))
      let rounded = (double / unit).rounded(.toNearestOrEven) * unit
      if rounded.isInfinite { throw raise(.overflowError, "rounded value too large to represent") }
      return Value(rounded)
    }
    if let int = Integer.int(value), digits.isNone { return Integer.make(int) }
    if let big = Integer.big(value) {
      guard !digits.isNone else { return Integer.make(big) }
      let places = try Operations.index(digits)
      if places >= 0 { return Integer.make(big) }
      let unit = BigInt(10).power(-places)
      let (quotient, remainder) = Numbers.divmod(big, unit)
      let twice = remainder * 2
      let isUp = twice > unit || twice == unit && quotient & 1 == 1
      return Integer.make((isUp ? quotient + 1 : quotient) * unit)
    }
    let result =
      digits.isNone ? try Call.special(value, .__round__) : try Call.special(value, .__round__, digits)
    if let result { return result }
    throw raise(.typeError, "type \(Types.name(value)) doesn't define __round__ method")
  }
}
