import BigInt

/// The bit operators of arbitrary ints as two's complement without end, which `BigInt`'s own get wrong where a result
/// ends at a word's border and for negative numbers shifted right.
enum BigBits {
  /// `a & b`, `a | b`, `a ^ b`, word by word.
  static func combine(_ a: BigInt, _ b: BigInt, _ operation: (UInt, UInt) -> UInt) -> BigInt {
    // One word more than either has: its bits are all the sign.
    let count = max(a.magnitude.words.count, b.magnitude.words.count) + 1
    let left = words(a, count)
    let right = words(b, count)
    return value(zip(left, right).map(operation))
  }

  /// `a >> count`, rounding down.
  static func shiftRight(_ a: BigInt, _ count: Int) -> BigInt {
    guard a.sign == .minus else { return a >> count }
    // ~(~a >> count): what is shifted isn't negative.
    return -BigInt((-a - 1).magnitude >> count) - 1
  }

  private static func words(_ a: BigInt, _ count: Int) -> [UInt] {
    var words = Array(a.magnitude.words)
    words.append(contentsOf: repeatElement(0, count: count - words.count))
    return a.sign == .minus ? negated(words) : words
  }

  private static func value(_ words: [UInt]) -> BigInt {
    guard words[words.count - 1] >> (UInt.bitWidth - 1) == 1 else { return BigInt(BigUInt(words: words)) }
    return -BigInt(BigUInt(words: negated(words)))
  }

  private static func negated(_ words: [UInt]) -> [UInt] {
    var carry = true
    return words.map { word in
      let (result, overflow) = (~word).addingReportingOverflow(carry ? 1 : 0)
      carry = overflow
      return result
    }
  }
}
