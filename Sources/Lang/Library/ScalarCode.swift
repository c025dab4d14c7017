import BigInt

/// A number's layout in memory by the letter that `array`, `memoryview` and `struct` have for it, in the machine's own
/// order and size.
struct ScalarCode {
  /// The letter.
  let letter: Character
  /// How many bytes.
  let size: Int

  /// The layout of a letter; nil for an unknown one.
  init?(_ letter: Character) {
    self.letter = letter
    switch letter {
    case "c", "b", "B", "?": size = 1
    case "h", "H": size = 2
    case "i", "I", "f", "u": size = 4
    case "l", "L", "q", "Q", "d", "n", "N", "P": size = 8
    default: return nil
    }
  }

  var isFloat: Bool { letter == "f" || letter == "d" }
  var isSigned: Bool { letter.isLowercase }

  /// The value whose bytes begin at an address.
  func load(_ bytes: UnsafePointer<UInt8>) -> Value {
    var bits: UInt64 = 0
    for index in 0..<size { bits |= UInt64(bytes[index]) << UInt64(8 * index) }
    switch letter {
    case "c": return Bytes.make([UInt8(truncatingIfNeeded: bits)])
    case "?": return Value(bits != 0)
    case "u": return Str.make([min(UInt32(truncatingIfNeeded: bits), 0x10FFFF)])
    case "f": return Value(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))).withoutPayload)
    case "d": return Value(Double(bitPattern: bits).withoutPayload)
    case _ where isSigned:
      let shift = UInt64(64 - 8 * size)
      return Integer.make(Int(Int64(bitPattern: bits << shift) >> Int64(shift)))
    default: return bits <= UInt64(Int.max) ? Integer.make(Int(bits)) : Integer.make(BigInt(bits))
    }
  }

  /// Puts the low bytes of a word at an address.
  func store(_ bits: UInt64, _ bytes: UnsafeMutablePointer<UInt8>) {
    for index in 0..<size { bytes[index] = UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)) }
  }

  /// The bits of a float.
  func bits(_ double: Double) -> UInt64 { letter == "f" ? UInt64(Float(double).bitPattern) : double.bitPattern }

  /// The bits of an int; nil when it doesn't fit.
  func bits(_ int: BigInt) -> UInt64? {
    let width = size * 8
    if isSigned {
      guard int >= -(BigInt(1) << (width - 1)), int < BigInt(1) << (width - 1) else { return nil }
      return UInt64(bitPattern: Int64(int))
    }
    return int >= 0 && int < BigInt(1) << width ? UInt64(int) : nil
  }
}

extension Double {
  /// The number; for a NaN, one whose payload can't pass for another value.
  fileprivate var withoutPayload: Double { isNaN ? .nan : self }
}
