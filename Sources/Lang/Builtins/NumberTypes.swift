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
    let bitwise: [BinaryOperator] = [.bitAnd, .bitOr, .bitXor, .leftShift, .rightShift]
    for type in [Types.int, Types.float] {
      guard let cls = type?.takeUnretainedValue() else { continue }
      let isInt = cls === Types.int.takeUnretainedValue()
      /// Whether a type's own methods know what to do with the other operand: what an int and a float make is up to
      /// the float.
      func takes(_ value: Value) -> Bool { isInt ? Integer.isInteger(value) : Numbers.isReal(value) }
      for (name, op) in operators where isInt || !bitwise.contains(op) {
        cls.method("__\(name)__", op == .pow ? "self, value, mod=None, /" : "self, value, /") {
          (a) throws(Raised) -> Value in
          if op == .pow, let modulus = a.optional(2), !modulus.isNone {
            if isInt, !Integer.isInteger(a[1]) || !Integer.isInteger(modulus) { return .notImplemented }
            return try Numbers.power(a[0], a[1], modulo: modulus)
          }
          guard takes(a[1]) else { return .notImplemented }
          return try Numbers.binary(op, a[0], a[1]) ?? .notImplemented
        }
        cls.method("__r\(name)__", op == .pow ? "self, value, mod=None, /" : "self, value, /") {
          (a) throws(Raised) -> Value in
          if op == .pow, let modulus = a.optional(2), !modulus.isNone {
            if isInt, !Integer.isInteger(a[1]) || !Integer.isInteger(modulus) { return .notImplemented }
            return try Numbers.power(a[1], a[0], modulo: modulus)
          }
          guard takes(a[1]) else { return .notImplemented }
          return try Numbers.binary(op, a[1], a[0]) ?? .notImplemented
        }
      }
      cls.method("__divmod__", "self, value, /") { (a) throws(Raised) -> Value in
        takes(a[1]) ? try divmod(a[0], a[1]) : .notImplemented
      }
      cls.method("__rdivmod__", "self, value, /") { (a) throws(Raised) -> Value in
        takes(a[1]) ? try divmod(a[1], a[0]) : .notImplemented
      }
      cls.method("__bool__", "self, /") { (a) throws(Raised) -> Value in
        Value(a[0].isObject ? try Numbers.double(a[0]) != 0 : try Operations.truth(a[0]))
      }
      cls.method("__abs__", "self, /") { (a) throws(Raised) -> Value in
        let isNegative = try Operations.truth(try Comparison.base(.less, a[0], Value(small: 0)))
        return Numbers.unary(isNegative ? .minus : .plus, a[0]) ?? .none
      }
      cls.method("__round__", "self, ndigits=None, /") { (a) throws(Raised) -> Value in
        if isInt, let digits = a.optional(1), digits.isNone { _ = try Operations.index(digits) }
        return try round(a[0], a.optional(1) ?? .none)
      }
      Comparison.install(on: cls, Comparison.all, with: takes)
      for (name, op) in [("neg", UnaryOperator.minus), ("pos", .plus)] {
        cls.method("__\(name)__", "self, /") { (a) throws(Raised) -> Value in Numbers.unary(op, a[0]) ?? .none }
      }
      cls.method("__hash__", "self, /") { (a) throws(Raised) -> Value in
        // Not what a subclass says, which may ask this one.
        Integer.make(a[0].isObject ? try Operations.hashByLayout(a[0]) : try Operations.hash(a[0]))
      }
    }
  }

  private static func divmod(_ a: Value, _ b: Value) throws(Raised) -> Value {
    guard Numbers.isReal(a), Numbers.isReal(b), let quotient = try Numbers.binary(.floorDiv, a, b),
      let remainder = try Numbers.binary(.mod, a, b)
    else { return .notImplemented }
    return Tuple.make(quotient, remainder)
  }

  private static func installInt(_ cls: Class) {
    cls.staticMethod("__new__", "cls, x=0, /, base=10") { (a) throws(Raised) -> Value in
      let value = try newInt(a)
      let target = ClassObject.cls(a[0])
      guard target !== cls, let big = Integer.big(value) else { return value }
      return Integer.make(big, target)
    }
    installIntMethods(cls)
  }

  private static func newInt(_ a: Arguments) throws(Raised) -> Value {
    guard let value = a.optional(1) else {
      if a.optional(2) != nil { throw raise(.typeError, "int() missing string argument") }
      return Value(small: 0)
    }
    if let base = a.optional(2) {
      // Any base beyond a machine word is as wrong as 37.
      let radix = Integer.isInteger(base) ? Integer.clamped(base) : try Operations.index(base)
      guard radix == 0 || (2...36).contains(radix) else {
        throw raise(.valueError, "int() base must be >= 2 and <= 36, or 0")
      }
      let text = try Text.bufferBytes(value).map { Str.make($0) } ?? value
      guard text.isKind(.str) else {
        throw raise(.typeError, "int() can't convert non-string with explicit base")
      }
      return try parseInt(text, radix, shown: value)
    }
    return try toInt(value)
  }

  private static func installIntMethods(_ cls: Class) {
    cls.method("bit_length", "self, /") { (a) throws(Raised) -> Value in
      if let int = Integer.int(a[0]) { return Value(small: UInt.bitWidth - int.magnitude.leadingZeroBitCount) }
      return Value(small: Integer.big(a[0])?.magnitude.bitWidth ?? 0)
    }
    cls.method("bit_count", "self, /") { (a) throws(Raised) -> Value in
      let words = Integer.big(a[0])?.magnitude.words ?? BigUInt(0).words
      return Value(small: words.reduce(0) { $0 + $1.nonzeroBitCount })
    }
    for name in ["__index__", "__int__", "conjugate", "__trunc__", "__floor__", "__ceil__"] {
      cls.method(name, "self, /") { (a) throws(Raised) -> Value in plainInt(a[0]) }
    }
    cls.method("__invert__", "self, /") { (a) throws(Raised) -> Value in Numbers.unary(.invert, a[0]) ?? .none }
    cls.method("__float__", "self, /") { (a) throws(Raised) -> Value in Value(try Numbers.double(a[0]) ?? 0) }
    cls.method("as_integer_ratio", "self, /") { (a) throws(Raised) -> Value in
      Tuple.make(plainInt(a[0]), Value(small: 1))
    }
    cls.method("to_bytes", "self, length=1, byteorder='big', *, signed=False") { (a) throws(Raised) -> Value in
      guard var big = Integer.big(a[0]) else { return .none }
      let length = try a.optional(1).map { (v) throws(Raised) in try Operations.index(v) } ?? 1
      let isBig = try isBigEndian(a.optional(2), "to_bytes")
      let isSigned = try a.optional(3).map { (v) throws(Raised) in try Operations.truth(v) } ?? false
      if length < 0 { throw raise(.valueError, "length argument must be non-negative") }
      let wasNegative = big < 0
      if big < 0 {
        if !isSigned { throw raise(.overflowError, "can't convert negative int to unsigned") }
        if big < -(BigInt(1) << max(0, 8 * length - 1)) { throw raise(.overflowError, "int too big to convert") }
        big += BigInt(1) << (8 * length)
      }
      let isTooBig = isSigned && !wasNegative && big.magnitude.bitWidth >= 8 * length && big != 0
      if big < 0 || big.magnitude.bitWidth > 8 * length || isTooBig {
        throw raise(.overflowError, "int too big to convert")
      }
      let words = big.magnitude.words
      var bytes = [UInt8](repeating: 0, count: length)
      for index in bytes.indices where index / 8 < words.count {
        bytes[index] = UInt8(truncatingIfNeeded: words[index / 8] >> UInt(8 * (index % 8)))
      }
      if isBig { bytes.reverse() }
      return Bytes.make(bytes)
    }
    cls.classMethod("from_bytes", "cls, bytes, byteorder='big', *, signed=False") { (a) throws(Raised) -> Value in
      let isBig = try isBigEndian(a.optional(2), "from_bytes")
      let isSigned = try a.optional(3).map { (v) throws(Raised) in try Operations.truth(v) } ?? false
      var isBytes = a[1].isObject && Types.cls(a[1]).lookup(.__bytes__) != nil
      if !isBytes, !a[1].isKind(.str) {
        isBytes = try Text.bufferBytes(a[1]) != nil
        if !isBytes { isBytes = try Iteration.isIterable(a[1]) }
      }
      guard isBytes else { throw raise(.typeError, "cannot convert '\(Types.name(a[1]))' object to bytes") }
      // `bytes` makes zeros of what is an int, even one with items.
      let given = Integer.isInteger(a[1]) && Types.lookup(a[1], .__bytes__) == nil ? try Iteration.iterator(a[1]) : a[1]
      let source =
        given.object(isExactly: Types.bytes) ? given : try Call.call(Types.bytes.takeUnretainedValue().value, given)
      var bytes = Array(Bytes.bytes(source))
      if !isBig { bytes.reverse() }
      var words = [UInt](repeating: 0, count: (bytes.count + 7) / 8)
      for (index, byte) in bytes.reversed().enumerated() { words[index / 8] |= UInt(byte) << UInt(8 * (index % 8)) }
      var big = BigInt(BigUInt(words: words))
      if isSigned, let first = bytes.first, first >= 0x80 { big -= BigInt(1) << (8 * bytes.count) }
      let cls = ClassObject.cls(a[0])
      return cls === Types.int.takeUnretainedValue() ? Integer.make(big) : try Call.call(a[0], Integer.make(big))
    }
    for (name, value) in [("real", true), ("numerator", true), ("imag", false)] {
      cls.property(name, get: { (v) throws(Raised) -> Value in value ? plainInt(v) : Value(small: 0) })
    }
    cls.property("denominator", get: { (_) throws(Raised) -> Value in Value(small: 1) })
  }

  private static func plainInt(_ value: Value) -> Value {
    value.isSmallInt ? value : Integer.big(value).map { Integer.make($0) } ?? value
  }

  private static func isBigEndian(_ order: Value?, _ function: String) throws(Raised) -> Bool {
    guard let order else { return true }
    guard order.isKind(.str) else {
      throw raise(.typeError, "\(function)() argument 'byteorder' must be str, not \(Text.describeType(order))")
    }
    switch Str.swift(order) {
    case "big": return true
    case "little": return false
    default: throw raise(.valueError, "byteorder must be either 'little' or 'big'")
    }
  }

  /// `int(value)`
  static func toInt(_ value: Value) throws(Raised) -> Value {
    if value.isSmallInt { return value }
    if value.isObject, Types.cls(value).isUserDefined, let method = Types.cls(value).lookup(.__int__),
      !method.isKind(.nativeFunction)
    {
      return try checkInt(try Call.call(try Attributes.bind(method, value)), "__int__")
    }
    if value.isFloat || value.isKind(.float) {
      let double = Numbers.plain(value).double
      if double.isNaN { throw raise(.valueError, "cannot convert float NaN to integer") }
      if double.isInfinite { throw raise(.overflowError, "cannot convert float infinity to integer") }
      if let int = Int(exactly: double.rounded(.towardZero)) { return Integer.make(int) }
      return Integer.make(BigInt(double.rounded(.towardZero)))
    }
    if let int = Integer.int(value) { return Integer.make(int) }
    if let big = Integer.big(value) { return Integer.make(big) }
    if value.object(isExactly: Types.str) { return try parseInt(value, 10) }
    for method in [KnownName.__int__, .__index__, .__trunc__] {
      if let result = try Call.special(value, method) { return try checkInt(result, method.rawValue) }
    }
    if value.isKind(.str) { return try parseInt(value, 10) }
    if let bytes = try Text.bufferBytes(value) {
      return try parseInt(Str.make(bytes), 10, shown: value)
    }
    throw raise(
      .typeError,
      "int() argument must be a string, a bytes-like object or a real number, not '\(Types.name(value))'")
  }

  private static func checkInt(_ result: Value, _ method: String) throws(Raised) -> Value {
    guard Integer.isInteger(result) else {
      throw raise(.typeError, "\(method) returned non-int (type \(Types.name(result)))")
    }
    return plainInt(result)
  }

  /// A text with the decimal digits of all scripts as those of ASCII.
  private static func plainDigits(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isDecimal = scalar.properties.numericType == .decimal && !scalar.isASCII
      let digit = isDecimal ? scalar.properties.numericValue.map { UInt8(ascii: "0") + UInt8($0) } : nil
      result.append(digit.map { Unicode.Scalar($0) } ?? scalar)
    }
    return String(result)
  }

  /// Reads an int; `shown` is what the message about a wrong one shows.
  /// The int that up to 18 ASCII digits after an optional sign spell; nil for other texts.
  private static func plainInt(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
    let isSigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
    let digits = text[(isSigned ? 1 : 0)...]
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var sum = 0
    for byte in digits {
      guard byte &- 48 < 10 else { return nil }
      sum = sum &* 10 &+ Int(byte &- 48)
    }
    return Integer.make(text.first == UInt8(ascii: "-") ? -sum : sum)
  }

  private static func parseInt(_ value: Value, _ base: Int, shown: Value? = nil) throws(Raised) -> Value {
    if base == 10, let plain = plainInt(Str.bytes(value)) { return plain }
    let invalid = { () throws(Raised) -> Raised in
      raise(
        .valueError, "invalid literal for int() with base \(base): \(Str.swift(try Text.repr(shown ?? value)))")
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
    let plain = plainDigits(digits.replacing("_", with: ""))
    guard plain.utf8.allSatisfy({ $0 < 0x80 }) else { throw try invalid() }
    if Text.exceedsDigits(plain.utf8.count), radix & (radix - 1) != 0 {
      throw raise(
        .valueError,
        "Exceeds the limit (\(Text.mostDigits) digits) for integer string conversion: value has \(plain.utf8.count) digits; use "
          + "sys.set_int_max_str_digits() to increase the limit")
    }
    guard plain.first != "-", plain.first != "+" else { throw try invalid() }
    if let int = Int(plain, radix: radix) { return Integer.make(isNegative ? -int : int) }
    // The library's own reading ends at base 35.
    let big: BigInt?
    if radix < 36 {
      big = BigInt(plain, radix: radix)
    } else {
      big = plain.reduce(BigInt?(0)) { sum, digit in
        sum.flatMap { sum in Int(String(digit), radix: 36).map { sum * 36 + BigInt($0) } }
      }
    }
    guard let big else { throw try invalid() }
    return Integer.make(isNegative ? -big : big)
  }

  private static func installFloat(_ cls: Class) {
    cls.staticMethod("__new__", "cls, x=0, /, **kwargs") { (a) throws(Raised) -> Value in
      let target = ClassObject.cls(a[0])
      try Construction.refuseKeywords(a[2], "float", ifPlain: .__init__, target, Types.float)
      let double = try toFloat(a.optional(1) ?? Value(0.0))
      return target === cls ? Value(double) : Numbers.makeFloat(double, target)
    }
    cls.method("is_integer", "self, /") { (a) throws(Raised) -> Value in
      let double = Numbers.plain(a[0]).double
      return Value(double == double.rounded() && double.isFinite)
    }
    cls.method("hex", "self, /") { (a) throws(Raised) -> Value in Str.make(FloatHex.text(Numbers.plain(a[0]).double)) }
    cls.classMethod("__getformat__", "cls, typestr, /") { (a) throws(Raised) -> Value in
      guard a[1].isKind(.str) else {
        throw raise(.typeError, "__getformat__() argument must be str, not \(Text.describeType(a[1]))")
      }
      guard ["double", "float"].contains(Str.swift(a[1])) else {
        throw raise(.valueError, "__getformat__() argument 1 must be 'double' or 'float'")
      }
      return Str.make("IEEE, little-endian")
    }
    cls.classMethod("fromhex", "cls, string, /") { (a) throws(Raised) -> Value in
      guard a[1].isKind(.str) else { throw raise(.typeError, "bad argument type for built-in operation") }
      guard let double = FloatHex.read(Str.swift(a[1])) else {
        throw raise(.valueError, "invalid hexadecimal floating-point string")
      }
      if double.isInfinite, a[1].isKind(.str), Str.swift(a[1]).contains(where: \.isWholeNumber) {
        throw raise(.overflowError, "hexadecimal value too large to represent as a float")
      }
      return try Call.call(a[0], Value(double))
    }
    for name in ["conjugate", "__float__"] {
      cls.method(name, "self, /") { (a) throws(Raised) -> Value in Numbers.plain(a[0]) }
    }
    for (name, rounding) in [
      ("__floor__", FloatingPointRoundingRule.down), ("__ceil__", .up), ("__trunc__", .towardZero),
    ] {
      cls.method(name, "self, /") { (a) throws(Raised) -> Value in
        try toInt(Value(Numbers.plain(a[0]).double.rounded(rounding)))
      }
    }
    cls.method("as_integer_ratio", "self, /") { (a) throws(Raised) -> Value in
      let double = Numbers.plain(a[0]).double
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
    cls.property("real", get: { (v) throws(Raised) -> Value in Numbers.plain(v) })
    cls.property("imag", get: { (_) throws(Raised) -> Value in Value(0.0) })
  }

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
    if value.isObject, Types.of(value).read({ $0.isUserDefined }), let method = Types.lookup(value, .__float__),
      !method.isKind(.nativeFunction), let double = try byMethod(value)
    {
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
    if value.isObject, Types.cls(value).isUserDefined, let method = Types.cls(value).lookup(.__round__),
      !method.isKind(.nativeFunction)
    {
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
