import BigInt

/// Holds an int that is no small one for the heap.
final class BigIntBox {
  /// The value, where a machine word holds it: nanoseconds since 1970 do, and `BigInt` takes ten times as long.
  let word: Int?
  private var big: BigInt?

  init(_ value: BigInt) {
    big = value
    word = Integer.word(value)
  }

  init(word: Int) { self.word = word }

  var value: BigInt {
    if let big { return big }
    let made = Integer.wide(word ?? 0)
    big = made
    return made
  }
}

/// Python's `int` over its two representations.
public enum Integer {
  /// The value of an int.
  @inline(__always)
  public static func make(_ int: Int) -> Value {
    Value.isSmall(int) ? Value(small: int) : make(BigIntBox(word: int))
  }

  /// The value of an arbitrary int, inline when it fits.
  static func make(_ big: BigInt) -> Value {
    let box = BigIntBox(big)
    if let word = box.word, Value.isSmall(word) { return Value(small: word) }
    return make(box)
  }

  private static func make(_ box: BigIntBox) -> Value {
    let layout = Heap.make(BigIntLayout.self, .bigInt, Types.int)
    layout.pointee.box = Unmanaged.passRetained(box)
    return Value(Object(OpaquePointer(layout)))
  }

  /// A machine word as an arbitrary-precision int. `BigInt`'s own generic conversions take many times as long.
  static func wide(_ word: Int) -> BigInt {
    BigInt(sign: word < 0 ? .minus : .plus, magnitude: BigUInt(words: [word.magnitude]))
  }

  /// The machine word of an arbitrary-precision int; nil where it needs more.
  static func word(_ big: BigInt) -> Int? {
    let magnitude = big.magnitude
    guard magnitude.bitWidth <= 64 else { return nil }
    let low = magnitude.words.first ?? 0
    if big.sign == .plus { return Int(exactly: low) }
    return low <= Int.min.magnitude ? Int(truncatingIfNeeded: 0 &- low) : nil
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
    if value.isSmallInt { return wide(value.smallInt) }
    if value.isBool { return value.isTrue ? 1 : 0 }
    if value.isKind(.bigInt) { return value.object.as(BigIntLayout.self).pointee.box.read { $0.value } }
    return nil
  }

  /// The machine-word value of an int or bool that fits one; nil for others.
  @inline(__always)
  public static func int(_ value: Value) -> Int? {
    if value.isSmallInt { return value.smallInt }
    if value.isBool { return value.isTrue ? 1 : 0 }
    if value.isKind(.bigInt) { return value.object.as(BigIntLayout.self).pointee.box.read { $0.word } }
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
    if let int = int(value), int.magnitude < UInt(prime) { return int == -1 ? -2 : int }
    guard let big = big(value) else { return 0 }
    let magnitude = Int(big.magnitude % BigUInt(prime))
    let signed = big.sign == .minus ? -magnitude : magnitude
    return signed == -1 ? -2 : signed
  }
}
