import BigInt

/// Holds an arbitrary-precision int for the heap.
final class BigIntBox {
  let value: BigInt
  init(_ value: BigInt) { self.value = value }
}

/// Python's `int` over its two representations.
public enum Integer {
  /// The value of an int.
  @inline(__always)
  public static func make(_ int: Int) -> Value {
    Value.isSmall(int) ? Value(small: int) : make(BigInt(int))
  }

  /// The value of an arbitrary int, inline when it fits.
  static func make(_ big: BigInt) -> Value {
    if let int = Int(exactly: big), Value.isSmall(int) { return Value(small: int) }
    let layout = Heap.make(BigIntLayout.self, .bigInt, Types.int)
    layout.pointee.box = Unmanaged.passRetained(BigIntBox(big))
    return Value(Object(OpaquePointer(layout)))
  }

  /// An instance of a subclass of `int`.
  static func make(_ big: BigInt, _ cls: Class) -> Value {
    let layout = Heap.make(BigIntLayout.self, .bigInt, cls.reference)
    layout.pointee.box = Unmanaged.passRetained(BigIntBox(big))
    return Value(Object(OpaquePointer(layout)))
  }

  /// Whether a value is an int or a bool.
  @inline(__always)
  public static func isInteger(_ value: Value) -> Bool { value.isSmallInt || value.isBool || value.isKind(.bigInt) }

  /// The arbitrary-precision value of an int or bool; nil for others.
  static func big(_ value: Value) -> BigInt? {
    if value.isSmallInt { return BigInt(value.smallInt) }
    if value.isBool { return value.isTrue ? 1 : 0 }
    if value.isKind(.bigInt) { return value.object.as(BigIntLayout.self).pointee.box.read { $0.value } }
    return nil
  }

  /// The machine-word value of an int or bool that fits one; nil for others.
  @inline(__always)
  public static func int(_ value: Value) -> Int? {
    if value.isSmallInt { return value.smallInt }
    if value.isBool { return value.isTrue ? 1 : 0 }
    if value.isKind(.bigInt) { return big(value).flatMap { Int(exactly: $0) } }
    return nil
  }

  /// The value of an int or bool, or the machine word nearest to it.
  static func clamped(_ value: Value) -> Int {
    int(value) ?? (big(value)?.sign == .minus ? .min : .max)
  }

  /// The hash of an int: its remainder by the Mersenne prime 2^61-1, with its sign, and -2 for -1 (CPython's
  /// documented numeric hash).
  static func hash(_ value: Value) -> Int {
    let prime = (1 << 61) - 1
    if value.isSmallInt {
      let int = value.smallInt
      return int == -1 ? -2 : int
    }
    guard let big = big(value) else { return 0 }
    let magnitude = Int(big.magnitude % BigUInt(prime))
    let signed = big.sign == .minus ? -magnitude : magnitude
    return signed == -1 ? -2 : signed
  }
}
