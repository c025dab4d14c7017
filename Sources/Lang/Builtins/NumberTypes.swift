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

  /// `divmod(a, b)`; `NotImplemented` for what are no numbers.
  static func divmod(_ a: Value, _ b: Value) throws(Raised) -> Value {
    guard Numbers.isReal(a), Numbers.isReal(b) else { return .notImplemented }
    if a.isFloat || a.isKind(.float) || b.isFloat || b.isKind(.float), try Numbers.double(b) == 0 {
      throw raise(.zeroDivisionError, "float divmod()")
    }
    guard let quotient = try Numbers.binary(.floorDiv, a, b),
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
      let bytes = value.isKind(.bytes) ? Bytes.bytes(value) : nil
      let text = bytes.map { Str.make($0) } ?? value
      guard text.isKind(.str) else {
        throw raise(.typeError, "int() can't convert non-string with explicit base")
      }
      return try parseInt(text, radix, shown: bytes.map { Bytes.make($0) } ?? value)
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
      var bytes = try bytes(of: a[1])
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

  /// The bytes that `int.from_bytes` is given: of what is neither bytes nor makes them, the items, even of an int.
  private static func bytes(of value: Value) throws(Raised) -> [UInt8] {
    if value.object(isExactly: Types.bytes) { return Bytes.bytes(value) }
    var source: Value? = value
    let makesBytes = value.isObject && Types.lookup(value, .__bytes__) != nil
    if !makesBytes, try Text.bufferBytes(value) == nil {
      do throws(Raised) {
        source = value.isKind(.str) ? nil : try Iteration.iterator(value)
      } catch {
        guard Exceptions.isA(Interpreter.raised, .typeError) else { throw error }
        source = nil
      }
      if source != nil { try Iteration.askLength(value) }
    }
    guard let source else { throw raise(.typeError, "cannot convert '\(Types.name(value))' object to bytes") }
    return Bytes.bytes(try Call.call(Types.bytes.takeUnretainedValue().value, source))
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
    if value.isObject, let method = Types.cls(value).override(.__int__) {
      return try checkInt(try Call.method(method, of: value), "__int__")
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
      return try parseInt(Str.make(bytes), 10, shown: Bytes.make(bytes))
    }
    throw raise(
      .typeError,
      "int() argument must be a string, a bytes-like object or a real number, not '\(Types.name(value))'")
  }

  static func checkInt(_ result: Value, _ method: String) throws(Raised) -> Value {
    guard Integer.isInteger(result) else {
      throw raise(.typeError, "\(method) returned non-int (type \(Types.name(result)))")
    }
    return plainInt(result)
  }

  /// A text with the decimal digits of all scripts as those of ASCII.
  static func plainDigits(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(Text.decimalDigit(scalar.value).map { Unicode.Scalar(UInt8(ascii: "0") + UInt8($0)) } ?? scalar)
    }
    return String(result)
  }

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

  /// The int that decimal digits spell; nil where there is anything else. Each step takes the nineteen digits that a word
  /// holds.
  private static func decimalInt(_ digits: String.UTF8View) -> BigInt? {
    var words: [UInt] = []
    var part: UInt = 0
    var scale: UInt = 1
    func push() {
      var carry = part
      for index in words.indices {
        let (high, low) = words[index].multipliedFullWidth(by: scale)
        let (sum, overflows) = low.addingReportingOverflow(carry)
        words[index] = sum
        carry = high + (overflows ? 1 : 0)
      }
      if carry > 0 { words.append(carry) }
      (part, scale) = (0, 1)
    }
    for byte in digits {
      guard byte &- 48 < 10 else { return nil }
      part = part * 10 + UInt(byte - 48)
      scale *= 10
      if scale == 10_000_000_000_000_000_000 { push() }
    }
    push()
    return BigInt(BigUInt(words: words))
  }

  /// Reads an int; `shown` is what the message about a wrong one shows.
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
    if radix == 10 {
      big = decimalInt(plain.utf8)
    } else if radix < 36 {
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
}
