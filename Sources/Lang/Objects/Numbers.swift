import BigInt
import Glibc

/// Arithmetic between numbers, with CPython's results and messages.
enum Numbers {
  /// Whether a value is an int, bool or float.
  @inline(__always)
  static func isReal(_ value: Value) -> Bool {
    value.isSmallInt || value.isFloat || Integer.isInteger(value) || value.isKind(.float)
  }

  /// A float as an inline one, where it is an instance of a subclass; other values as they are.
  @inline(__always)
  static func plain(_ value: Value) -> Value {
    value.isKind(.float) ? Value(value.object.as(FloatLayout.self).pointee.value) : value
  }

  /// An instance of a subclass of `float`.
  static func makeFloat(_ double: Double, _ cls: Class) -> Value {
    let layout = Heap.make(FloatLayout.self, .float, cls.reference)
    layout.pointee.value = double
    return Value(Object(OpaquePointer(layout)))
  }

  /// The value of a number as a double; raises `OverflowError` for an int beyond it. Nil when it is no number.
  static func double(_ value: Value) throws(Raised) -> Double? {
    if value.isFloat { return value.double }
    if value.isKind(.float) { return value.object.as(FloatLayout.self).pointee.value }
    if value.isSmallInt { return Double(value.smallInt) }
    if let int = Integer.int(value) { return Double(int) }
    guard let big = Integer.big(value) else { return nil }
    let double = nearest(big)
    if double.isInfinite { throw raise(.overflowError, "int too large to convert to float") }
    return double
  }

  /// How many bits an int may get by `<<` and `**`: beyond that the calculation would take minutes.
  private static let maximumBits = 1 << 28

  /// The double nearest to an int, half to even; infinite when there is none. BigInt's own conversion cuts bits off.
  static func nearest(_ big: BigInt) -> Double {
    let width = big.magnitude.bitWidth
    guard width > 64 else { return big.sign == .minus ? -Double(UInt(big.magnitude)) : Double(UInt(big.magnitude)) }
    // The first 64 bits, the last of which says whether any below them is set.
    let shift = width - 64
    var top = UInt(big.magnitude >> shift)
    if big.magnitude.trailingZeroBitCount < shift { top |= 1 }
    let magnitude = scalbn(Double(top), Int32(clamping: shift))
    return big.sign == .minus ? -magnitude : magnitude
  }

  /// `a op b` for an inline int and a float, or two ints to be divided; nil for others. Inline ints are exact doubles.
  @inline(__always)
  static func mixed(_ op: BinaryOperator, _ a: Value, _ b: Value) -> Value? {
    guard a.isSmallInt || a.isFloat, b.isSmallInt || b.isFloat, op == .div || a.isFloat || b.isFloat else { return nil }
    let left = a.isFloat ? a.double : Double(a.smallInt)
    let right = b.isFloat ? b.double : Double(b.smallInt)
    switch op {
    case .add: return Value(left + right)
    case .sub: return Value(left - right)
    case .mult: return Value(left * right)
    case .div: return right == 0 ? nil : Value(left / right)
    default: return nil
    }
  }

  /// `a op b` for two numbers; nil for an operator that numbers don't have.
  static func binary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    if a.isFloat || b.isFloat || a.isKind(.float) || b.isKind(.float) {
      guard let left = try double(a), let right = try double(b) else { return nil }
      return try binary(op, left, right)
    }
    if let left = Integer.int(a), let right = Integer.int(b), let result = try words(op, left, right) {
      if a.isBool && b.isBool && (op == .bitAnd || op == .bitOr || op == .bitXor) {
        return Value(result.smallInt != 0)
      }
      return result
    }
    guard let left = Integer.big(a), let right = Integer.big(b) else { return nil }
    return try bigs(op, left, right)
  }

  private static func binary(_ op: BinaryOperator, _ a: Double, _ b: Double) throws(Raised) -> Value? {
    switch op {
    case .add: return Value(a + b)
    case .sub: return Value(a - b)
    case .mult: return Value(a * b)
    case .div:
      if b == 0 { throw raise(.zeroDivisionError, "float division by zero") }
      return Value(a / b)
    case .floorDiv:
      if b == 0 { throw raise(.zeroDivisionError, "float floor division by zero") }
      return Value(divmod(a, b).quotient)
    case .mod:
      if b == 0 { throw raise(.zeroDivisionError, "float modulo") }
      return Value(divmod(a, b).remainder)
    case .pow: return try power(a, b)
    default: return nil
    }
  }

  /// Floor division and remainder of doubles, the remainder with the divisor's sign.
  static func divmod(_ a: Double, _ b: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(a, b)
    var quotient = (a - remainder) / b
    if remainder != 0 {
      if (b < 0) != (remainder < 0) {
        remainder += b
        quotient -= 1
      }
    } else {
      remainder = copysign(0, b)
    }
    if quotient == 0 { return (copysign(0, a / b), remainder) }
    let floored = quotient.rounded(.down)
    return (quotient - floored > 0.5 ? floored + 1 : floored, remainder)
  }

  static func power(_ a: Double, _ b: Double) throws(Raised) -> Value {
    if a == 0 && b < 0 && b.isFinite { throw raise(.zeroDivisionError, "0.0 cannot be raised to a negative power") }
    if a < 0 && a.isFinite && b.isFinite && b != b.rounded() {
      throw raise(.valueError, "a negative number to a fractional power is a complex number, which is not supported")
    }
    let result = pow(a, b)
    if result.isInfinite && a.isFinite && b.isFinite {
      throw raise(
        Exceptions.make(
          ExceptionKind.overflowError.cls, Tuple.make([Value(small: 34), Str.make("Numerical result out of range")])))
    }
    return Value(result)
  }

  /// The result for machine words; nil where it overflows.
  private static func words(_ op: BinaryOperator, _ a: Int, _ b: Int) throws(Raised) -> Value? {
    switch op {
    case .add:
      let (result, overflow) = a.addingReportingOverflow(b)
      return overflow ? nil : Integer.make(result)
    case .sub:
      let (result, overflow) = a.subtractingReportingOverflow(b)
      return overflow ? nil : Integer.make(result)
    case .mult:
      let (result, overflow) = a.multipliedReportingOverflow(by: b)
      return overflow ? nil : Integer.make(result)
    case .div:
      if b == 0 { throw raise(.zeroDivisionError, "division by zero") }
      // Exact when both fit a double's 53 bits; longer ones go the long way.
      guard a.magnitude < 1 << 53, b.magnitude < 1 << 53 else { return nil }
      return Value(Double(a) / Double(b))
    case .floorDiv:
      if b == 0 { throw raise(.zeroDivisionError, "integer division or modulo by zero") }
      if b == -1 { return a == .min ? nil : Integer.make(-a) }
      return Integer.make(floorDivide(a, b))
    case .mod:
      if b == 0 { throw raise(.zeroDivisionError, "integer modulo by zero") }
      if b == -1 { return Value(small: 0) }
      let remainder = a % b
      return Integer.make(remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder)
    case .bitAnd: return Integer.make(a & b)
    case .bitOr: return Integer.make(a | b)
    case .bitXor: return Integer.make(a ^ b)
    case .leftShift:
      if b < 0 { throw raise(.valueError, "negative shift count") }
      guard b < 62, a.magnitude < UInt(1) << UInt(62 - b) else { return nil }
      return Integer.make(a << b)
    case .rightShift:
      if b < 0 { throw raise(.valueError, "negative shift count") }
      return Integer.make(a >> min(b, 63))
    case .pow: return wordPower(a, b).map { Integer.make($0) }
    case .matMult: return nil
    }
  }

  /// `base ** exponent` by squaring; nil where it overflows or is no int.
  private static func wordPower(_ base: Int, _ exponent: Int) -> Int? {
    guard exponent >= 0 else { return nil }
    var result = 1
    var square = base
    var left = exponent
    while true {
      if left & 1 == 1 {
        let (product, overflow) = result.multipliedReportingOverflow(by: square)
        if overflow { return nil }
        result = product
      }
      left >>= 1
      if left == 0 { return result }
      let (product, overflow) = square.multipliedReportingOverflow(by: square)
      if overflow { return nil }
      square = product
    }
  }

  @inline(__always)
  static func floorDivide(_ a: Int, _ b: Int) -> Int {
    let quotient = a / b
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
  }

  /// Floor division and remainder of arbitrary ints.
  static func divmod(_ a: BigInt, _ b: BigInt) -> (quotient: BigInt, remainder: BigInt) {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder != 0 && (remainder.sign != b.sign) ? (quotient - 1, remainder + b) : (quotient, remainder)
  }

  private static func bigs(_ op: BinaryOperator, _ a: BigInt, _ b: BigInt) throws(Raised) -> Value? {
    switch op {
    case .add: return Integer.make(a + b)
    case .sub: return Integer.make(a - b)
    case .mult: return Integer.make(BigProduct.multiply(a, b))
    case .div: return try trueDivide(a, b)
    case .floorDiv:
      if b == 0 { throw raise(.zeroDivisionError, "integer division or modulo by zero") }
      return Integer.make(divmod(a, b).quotient)
    case .mod:
      if b == 0 { throw raise(.zeroDivisionError, "integer modulo by zero") }
      return Integer.make(divmod(a, b).remainder)
    case .bitAnd: return Integer.make(BigBits.combine(a, b, &))
    case .bitOr: return Integer.make(BigBits.combine(a, b, |))
    case .bitXor: return Integer.make(BigBits.combine(a, b, ^))
    case .leftShift:
      if b < 0 { throw raise(.valueError, "negative shift count") }
      if a == 0 { return Value(small: 0) }
      guard let count = Int(exactly: b), count < Numbers.maximumBits else {
        throw raise(.overflowError, "too many digits in integer")
      }
      return Integer.make(a << count)
    case .rightShift:
      if b < 0 { throw raise(.valueError, "negative shift count") }
      guard let count = Int(exactly: b) else { return Value(small: a.sign == .minus ? -1 : 0) }
      return Integer.make(BigBits.shiftRight(a, count))
    case .pow: return try power(a, b)
    case .matMult: return nil
    }
  }

  /// The correctly rounded quotient of two ints.
  private static func trueDivide(_ a: BigInt, _ b: BigInt) throws(Raised) -> Value {
    if b == 0 { throw raise(.zeroDivisionError, "division by zero") }
    if a == 0 { return Value(b.sign == .minus ? -0.0 : 0.0) }
    // Scale so that the integer quotient has 61 to 63 bits, which the machine rounds; the remainder is the sticky bit.
    let shift = 62 - (a.magnitude.bitWidth - b.magnitude.bitWidth)
    let scaled = shift >= 0 ? a.magnitude << shift : a.magnitude
    let divisor = shift >= 0 ? b.magnitude : b.magnitude << -shift
    var (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: divisor)
    if remainder != 0 { quotient |= 1 }
    let magnitude = scalbn(Double(UInt(quotient)), Int32(clamping: -shift))
    if magnitude.isInfinite { throw raise(.overflowError, "integer division result too large for a float") }
    return Value(a.sign == b.sign ? magnitude : -magnitude)
  }

  private static func power(_ a: BigInt, _ b: BigInt) throws(Raised) -> Value {
    if b < 0 {
      if a == 0 { throw raise(.zeroDivisionError, "0.0 cannot be raised to a negative power") }
      return try power(nearest(a), nearest(b))
    }
    guard let exponent = Int(exactly: b), exponent < 1 << 31 else {
      if a == 0 || a == 1 { return Integer.make(a) }
      if a == -1 { return Value(small: b & 1 == 0 ? 1 : -1) }
      throw raise(.overflowError, "the result of ** has too many digits")
    }
    if a.magnitude > 1, exponent > Numbers.maximumBits / max(1, a.magnitude.bitWidth - 1) {
      throw raise(.overflowError, "the result of ** has too many digits")
    }
    return Integer.make(BigProduct.power(a, exponent))
  }

  /// `pow(a, b, modulus)`; `NotImplemented` where one of them is no int.
  static func power(_ a: Value, _ b: Value, modulo modulus: Value) throws(Raised) -> Value {
    guard let base = Integer.big(a), let exponent = Integer.big(b), let divisor = Integer.big(modulus) else {
      for value in [a, b, modulus] where value.isFloat || value.isKind(.float) {
        throw raise(.typeError, "pow() 3rd argument not allowed unless all arguments are integers")
      }
      return .notImplemented
    }
    if divisor == 0 { throw raise(.valueError, "pow() 3rd argument cannot be 0") }
    let size = BigInt(divisor.magnitude)
    if size == 1 { return Value(small: 0) }
    var power = divmod(base, size).remainder
    if exponent < 0 {
      guard let inverse = power.inverse(size) else {
        throw raise(.valueError, "base is not invertible for the given modulus")
      }
      power = inverse
    }
    power = power.power(BigInt(exponent.magnitude), modulus: size)
    return Integer.make(divmod(power, divisor).remainder)
  }

  /// `-a`, `+a`, `~a` for a number; nil for what isn't one.
  static func unary(_ op: UnaryOperator, _ value: Value) -> Value? {
    let a = plain(value)
    if a.isFloat {
      switch op {
      case .minus: return Value(-a.double)
      case .plus: return a
      default: return nil
      }
    }
    if let int = Integer.int(a), int != .min {
      switch op {
      case .minus: return Integer.make(-int)
      case .plus: return Integer.make(int)
      case .invert: return Integer.make(~int)
      case .not: return nil
      }
    }
    guard let big = Integer.big(a) else { return nil }
    switch op {
    case .minus: return Integer.make(-big)
    case .plus: return Integer.make(big)
    case .invert: return Integer.make(-big - 1)
    case .not: return nil
    }
  }
}
