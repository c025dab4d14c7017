import BigInt
import Glibc

/// `int`, `float` and `bool`.
enum NumberTypes {
  static func install() {
    installInt(Types.int.takeUnretainedValue())
    installFloat(Types.float.takeUnretainedValue())
    Types.bool.takeUnretainedValue().staticMethod("__new__", "cls, x=False, /") { (a) throws(Raised) -> Value in
      guard let value = a.optional(1) else { return .no }
      return Value(try Operations.truth(value))
    }
    let operators: [(String, BinaryOperator)] = [
      ("add", .add), ("sub", .sub), ("mul", .mult), ("truediv", .div), ("floordiv", .floorDiv), ("mod", .mod),
      ("pow", .pow), ("and", .bitAnd), ("or", .bitOr), ("xor", .bitXor), ("lshift", .leftShift),
      ("rshift", .rightShift),
    ]
    for type in [Types.int, Types.float] {
      guard let cls = type?.takeUnretainedValue() else { continue }
      for (name, op) in operators {
        cls.method("__\(name)__", "self, value, /") { (a) throws(Raised) -> Value in
          guard Numbers.isReal(a[1]) else { return .notImplemented }
          return try Numbers.binary(op, a[0], a[1]) ?? .notImplemented
        }
        cls.method("__r\(name)__", "self, value, /") { (a) throws(Raised) -> Value in
          guard Numbers.isReal(a[1]) else { return .notImplemented }
          return try Numbers.binary(op, a[1], a[0]) ?? .notImplemented
        }
      }
      for (name, op) in [("neg", UnaryOperator.minus), ("pos", .plus)] {
        cls.method("__\(name)__", "self, /") { (a) throws(Raised) -> Value in Numbers.unary(op, a[0]) ?? .none }
      }
      cls.method("__hash__", "self, /") { (a) throws(Raised) -> Value in Integer.make(try Operations.hash(a[0])) }
    }
  }

  private static func installInt(_ cls: Class) {
    cls.staticMethod("__new__", "cls, x=0, /, base=10") { (a) throws(Raised) -> Value in
      guard let value = a.optional(1) else { return Value(small: 0) }
      if let base = a.optional(2) {
        guard value.isKind(.str) else {
          throw raise(.typeError, "int() can't convert non-string with explicit base")
        }
        return try parseInt(value, try Operations.index(base))
      }
      return try toInt(value)
    }
    cls.method("bit_length", "self, /") { (a) throws(Raised) -> Value in
      Value(small: Integer.big(a[0])?.magnitude.bitWidth ?? 0)
    }
    cls.method("bit_count", "self, /") { (a) throws(Raised) -> Value in
      let words = Integer.big(a[0])?.magnitude.words ?? BigUInt(0).words
      return Value(small: words.reduce(0) { $0 + $1.nonzeroBitCount })
    }
    cls.method("__index__", "self, /") { (a) throws(Raised) -> Value in a[0] }
    cls.method("__int__", "self, /") { (a) throws(Raised) -> Value in a[0] }
    cls.method("conjugate", "self, /") { (a) throws(Raised) -> Value in a[0] }
    cls.method("to_bytes", "self, length=1, byteorder='big', *, signed=False") { (a) throws(Raised) -> Value in
      guard var big = Integer.big(a[0]) else { return .none }
      let length = try a.optional(1).map { (v) throws(Raised) in try Operations.index(v) } ?? 1
      let isSigned = try a.optional(3).map { (v) throws(Raised) in try Operations.truth(v) } ?? false
      if big < 0 {
        if !isSigned { throw raise(.overflowError, "can't convert negative int to unsigned") }
        big += BigInt(1) << (8 * length)
      }
      if big < 0 || big.magnitude.bitWidth > 8 * length { throw raise(.overflowError, "int too big to convert") }
      var bytes = (0..<length).map { UInt8(truncatingIfNeeded: (big >> (8 * $0)) & 0xFF) }
      if a.optional(2).map({ Str.swift($0) }) != "little" { bytes.reverse() }
      return Bytes.make(bytes)
    }
    cls.classMethod("from_bytes", "cls, bytes, byteorder='big', *, signed=False") { (a) throws(Raised) -> Value in
      let isSigned = try a.optional(3).map { (v) throws(Raised) in try Operations.truth(v) } ?? false
      var bytes = Array(Bytes.bytes(a[1]))
      if a.optional(2).map({ Str.swift($0) }) == "little" { bytes.reverse() }
      var big = bytes.reduce(BigInt(0)) { $0 << 8 | BigInt($1) }
      if isSigned, let first = bytes.first, first >= 0x80 { big -= BigInt(1) << (8 * bytes.count) }
      return Integer.make(big)
    }
    for (name, value) in [("real", true), ("numerator", true), ("imag", false)] {
      cls.property(name, get: { (v) throws(Raised) -> Value in value ? v : Value(small: 0) })
    }
    cls.property("denominator", get: { (_) throws(Raised) -> Value in Value(small: 1) })
  }

  /// `int(value)`
  static func toInt(_ value: Value) throws(Raised) -> Value {
    if value.isSmallInt { return value }
    if value.isFloat {
      let double = value.double
      if double.isNaN { throw raise(.valueError, "cannot convert float NaN to integer") }
      if double.isInfinite { throw raise(.overflowError, "cannot convert float infinity to integer") }
      return Integer.make(BigInt(double.rounded(.towardZero)))
    }
    if let big = Integer.big(value) { return Integer.make(big) }
    if value.isKind(.str) { return try parseInt(value, 10) }
    if value.isKind(.bytes) { return try parseInt(Str.make(Array(Bytes.bytes(value))), 10) }
    for method in [KnownName.__int__, .__index__, .__trunc__] {
      if let result = try Call.special(value, method) { return result }
    }
    throw raise(
      .typeError,
      "int() argument must be a string, a bytes-like object or a real number, not '\(Types.name(value))'")
  }

  private static func parseInt(_ value: Value, _ base: Int) throws(Raised) -> Value {
    guard base == 0 || (2...36).contains(base) else {
      throw raise(.valueError, "int() base must be >= 2 and <= 36, or 0")
    }
    let invalid = { () throws(Raised) -> Raised in
      raise(
        .valueError, "invalid literal for int() with base \(base): \(Str.swift(try Text.repr(value)))")
    }
    var digits = Str.swift(value)[...]
    while let first = digits.unicodeScalars.first, first.properties.isWhitespace { digits = digits.dropFirst() }
    while let last = digits.unicodeScalars.last, last.properties.isWhitespace { digits = digits.dropLast() }
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits = digits.dropFirst() }
    var radix = base
    let lower = digits.lowercased()
    for (prefix, value) in [("0x", 16), ("0o", 8), ("0b", 2)] where lower.hasPrefix(prefix) {
      if base == value || base == 0 {
        radix = value
        digits = digits.dropFirst(2)
        if digits.hasPrefix("_") { digits = digits.dropFirst() }
      }
    }
    if radix == 0 {
      radix = 10
      if digits.hasPrefix("0"), digits.contains(where: { $0 != "0" && $0 != "_" }) { throw try invalid() }
    }
    guard !digits.isEmpty, !digits.hasPrefix("_"), !digits.hasSuffix("_"), !digits.contains("__") else {
      throw try invalid()
    }
    var plain = ""
    for character in digits where character != "_" {
      if character.isASCII {
        plain.append(character)
      } else if let digit = character.wholeNumberValue, digit < 10 {
        plain += String(digit)
      } else {
        throw try invalid()
      }
    }
    guard plain.first != "-", plain.first != "+", let big = BigInt(plain, radix: radix) else { throw try invalid() }
    return Integer.make(isNegative ? -big : big)
  }

  private static func installFloat(_ cls: Class) {
    cls.staticMethod("__new__", "cls, x=0, /") { (a) throws(Raised) -> Value in
      guard let value = a.optional(1) else { return Value(0.0) }
      if value.isFloat { return value }
      if let double = try Numbers.double(value) { return Value(double) }
      if value.isKind(.str) { return Value(try parseFloat(value)) }
      if let result = try Call.special(value, .__float__) { return result }
      if let result = try Call.special(value, .__index__) { return Value(try Numbers.double(result) ?? 0) }
      throw raise(
        .typeError, "float() argument must be a string or a real number, not '\(Types.name(value))'")
    }
    cls.method("is_integer", "self, /") { (a) throws(Raised) -> Value in
      Value(a[0].double == a[0].double.rounded() && a[0].double.isFinite)
    }
    cls.method("as_integer_ratio", "self, /") { (a) throws(Raised) -> Value in
      let double = a[0].double
      guard double.isFinite else {
        throw double.isNaN
          ? raise(.valueError, "cannot convert NaN to integer ratio")
          : raise(.overflowError, "cannot convert Infinity to integer ratio")
      }
      if double == 0 { return Tuple.make(Value(small: 0), Value(small: 1)) }
      let shift = max(0, 52 - Int(double.exponent))
      var numerator = BigInt(
        scalbn(double, Int32(min(shift, 1000))) * (shift > 1000 ? scalbn(1, Int32(shift - 1000)) : 1))
      var denominator = BigInt(1) << shift
      let divisor = numerator.greatestCommonDivisor(with: denominator)
      numerator /= divisor
      denominator /= divisor
      return Tuple.make(Integer.make(numerator), Integer.make(denominator))
    }
    cls.method("__int__", "self, /") { (a) throws(Raised) -> Value in try toInt(a[0]) }
    cls.method("__float__", "self, /") { (a) throws(Raised) -> Value in a[0] }
    cls.property("real", get: { (v) throws(Raised) -> Value in v })
    cls.property("imag", get: { (_) throws(Raised) -> Value in Value(0.0) })
  }

  private static func parseFloat(_ value: Value) throws(Raised) -> Double {
    var text = Str.swift(value)[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    let lower = text.lowercased()
    switch lower.drop(while: { $0 == "+" || $0 == "-" }) {
    case "inf", "infinity": return lower.hasPrefix("-") ? -.infinity : .infinity
    case "nan": return .nan
    default: break
    }
    let isUnderscored = text.hasPrefix("_") || text.hasSuffix("_") || text.contains("__")
    let plain = text.replacing("_", with: "")
    let allowed = plain.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
    guard allowed, !isUnderscored, !plain.isEmpty else { throw invalid(value) }
    var end: UnsafeMutablePointer<CChar>?
    let string = String(plain)
    let (double, consumed) = string.withCString { start -> (Double, Int) in
      let double = strtod(start, &end)
      return (double, end.map { $0 - UnsafeMutablePointer(mutating: start) } ?? 0)
    }
    guard consumed == string.utf8.count else { throw invalid(value) }
    return double
  }

  private static func invalid(_ value: Value) -> Raised {
    do throws(Raised) {
      return raise(.valueError, "could not convert string to float: \(Str.swift(try Text.repr(value)))")
    } catch { return error }
  }

  /// `round(number, digits)`, halves to even.
  static func round(_ value: Value, _ digits: Value) throws(Raised) -> Value {
    if value.isFloat {
      if digits.isNone { return try toInt(Value(value.double.rounded(.toNearestOrEven))) }
      let places = try Operations.index(digits)
      let double = value.double
      guard double.isFinite, places < 324 else { return value }
      if places < -308 { return Value(copysign(0, double)) }
      if places >= 0 {
        // The decimal digits decide, correctly rounded, as in CPython.
        return Value(Double(Text.printf(double, "f", precision: places)) ?? double)
      }
      let unit = pow(10.0, Double(-places))
      return Value((double / unit).rounded(.toNearestOrEven) * unit)
    }
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
