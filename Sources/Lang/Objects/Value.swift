/// A Python value in eight bytes: small ints, floats, bools and None inline, everything else a pointer to the heap.
///
/// The layout is NaN-boxing that favours pointers, as in JavaScriptCore:
/// ```
/// 0000 pppp pppp pppp   pointer to an Object (or one of the few constants below 256)
/// 0002…FFFA             a double, its bits raised by 2^49
/// FFFE|FFFF iiii …      an int of 49 bits, sign included
/// ```
/// A value is a plain word: copying it costs nothing and counts nothing. The collector finds the values in machine
/// stacks by itself; a value kept anywhere else must be reachable from a root (see `Heap`).
public struct Value {
  /// The word.
  public var bits: UInt64

  /// Takes a word that already has the layout.
  @inlinable @inline(__always)
  public init(bits: UInt64) { self.bits = bits }

  @usableFromInline static var intTag: UInt64 { 0xFFFE_0000_0000_0000 }
  @usableFromInline static var doubleOffset: UInt64 { 0x0002_0000_0000_0000 }

  /// No value: an unbound variable, a missing argument.
  public static var unbound: Value { Value(bits: 0) }
  /// `None`
  public static var none: Value { Value(bits: 2) }
  /// `False`
  public static var no: Value { Value(bits: 6) }
  /// `True`
  public static var yes: Value { Value(bits: 7) }
  /// `...`
  public static var ellipsis: Value { Value(bits: 10) }
  /// `NotImplemented`
  public static var notImplemented: Value { Value(bits: 14) }

  /// A bool.
  @inlinable @inline(__always)
  public init(_ bool: Bool) { bits = bool ? 7 : 6 }

  /// A float. A NaN loses its payload so that it can't pass for another value.
  @inlinable @inline(__always)
  public init(_ double: Double) { bits = double.bitPattern &+ Value.doubleOffset }

  /// An int that is known to fit 49 bits.
  @inlinable @inline(__always)
  public init(small int: Int) { bits = UInt64(bitPattern: Int64(int)) | Value.intTag }

  /// A heap object.
  @inlinable @inline(__always)
  public init(_ object: Object) { bits = UInt64(UInt(bitPattern: object)) }

  /// Whether an int fits inline.
  @inlinable @inline(__always)
  public static func isSmall(_ int: Int) -> Bool { UInt64(bitPattern: Int64(int &+ (1 << 48))) >> 49 == 0 }

  /// Whether this is an inline int (a bool is not).
  @inlinable @inline(__always)
  public var isSmallInt: Bool { bits >= Value.intTag }
  /// Whether both are inline ints.
  @inlinable @inline(__always)
  public static func areSmallInts(_ a: Value, _ b: Value) -> Bool { a.bits & b.bits >= Value.intTag }
  /// The int of a value for which `isSmallInt` holds.
  @inlinable @inline(__always)
  public var smallInt: Int { Int(Int64(bitPattern: bits << 15) >> 15) }

  /// Whether this is a float.
  @inlinable @inline(__always)
  public var isFloat: Bool { bits &- Value.doubleOffset < Value.intTag &- Value.doubleOffset }
  /// The double of a value for which `isFloat` holds.
  @inlinable @inline(__always)
  public var double: Double { Double(bitPattern: bits &- Value.doubleOffset) }

  /// Whether this is a heap object.
  @inlinable @inline(__always)
  public var isObject: Bool { bits &- 256 < 0x0001_0000_0000_0000 - 256 }
  /// The object of a value for which `isObject` holds.
  @inlinable @inline(__always)
  public var object: Object {
    Object(bitPattern: UInt(bits)).unsafelyUnwrapped
  }

  /// Whether this is `True` or `False`.
  @inlinable @inline(__always)
  public var isBool: Bool { bits | 1 == 7 }
  /// Whether this is `None`.
  @inlinable @inline(__always)
  public var isNone: Bool { bits == 2 }
  /// Whether this is no value.
  @inlinable @inline(__always)
  public var isUnbound: Bool { bits == 0 }
  /// Whether this is `True`.
  @inlinable @inline(__always)
  public var isTrue: Bool { bits == 7 }
  /// Whether this is `NotImplemented`.
  @inlinable @inline(__always)
  public var isNotImplemented: Bool { bits == 14 }

  /// Whether this is a heap object of `kind`.
  @inlinable @inline(__always)
  public func isKind(_ kind: Kind) -> Bool { isObject && object.pointee.kind == kind }

  /// Python's `is`.
  @inlinable @inline(__always)
  public static func same(_ a: Value, _ b: Value) -> Bool { a.bits == b.bits }
}
