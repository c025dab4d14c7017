import BigInt

/// Products of large ints. The package that `BigInt` is of looks at each word through its storage, which costs a large
/// product ten times what it costs here, on plain memory.
enum BigProduct {
  private typealias Words = UnsafeMutablePointer<UInt>

  /// Below so many words the plain method is the fastest.
  private static let leastForHalves = 40

  /// `a * b`
  static func multiply(_ a: BigInt, _ b: BigInt) -> BigInt {
    let (left, right) = (a.magnitude, b.magnitude)
    if left.bitWidth < 64 * 4 || right.bitWidth < 64 * 4 { return a * b }
    let (x, y) = (Array(left.words), Array(right.words))
    let product = [UInt](unsafeUninitializedCapacity: x.count + y.count) { result, count in
      count = x.count + y.count
      guard let out = result.baseAddress else { return }
      x.withUnsafeBufferPointer { x in
        y.withUnsafeBufferPointer { y in
          guard let first = x.baseAddress, let second = y.baseAddress else { return }
          multiply(first, x.count, second, y.count, into: out)
        }
      }
    }
    return BigInt(sign: a.sign == b.sign ? .plus : .minus, magnitude: BigUInt(words: product))
  }

  /// `base ** exponent`, by squaring.
  static func power(_ base: BigInt, _ exponent: Int) -> BigInt {
    if base.magnitude == 2 {
      let power = BigInt(1) << exponent
      return base.sign == .minus && exponent & 1 == 1 ? -power : power
    }
    var (result, square, rest) = (BigInt(1), base, exponent)
    while true {
      if rest & 1 == 1 { result = multiply(result, square) }
      rest >>= 1
      if rest == 0 { return result }
      square = multiply(square, square)
    }
  }

  /// Writes the product of `x` and `y` to `out`, which has room for all their words and overlaps neither.
  private static func multiply(
    _ x: UnsafePointer<UInt>, _ xCount: Int, _ y: UnsafePointer<UInt>, _ yCount: Int, into out: Words
  ) {
    if xCount < yCount { return multiply(y, yCount, x, xCount, into: out) }
    if yCount < leastForHalves { return multiplyPlainly(x, xCount, y, yCount, into: out) }
    if xCount == yCount { return multiplyHalves(x, y, xCount, into: out) }
    // The longer one in pieces as long as the shorter one.
    out.update(repeating: 0, count: xCount + yCount)
    let piece = Words.allocate(capacity: 2 * yCount)
    defer { piece.deallocate() }
    var start = 0
    while start < xCount {
      let count = min(yCount, xCount - start)
      multiply(y, yCount, x + start, count, into: piece)
      add(piece, yCount + count, to: out + start)
      start += count
    }
  }

  private static func multiplyPlainly(
    _ x: UnsafePointer<UInt>, _ xCount: Int, _ y: UnsafePointer<UInt>, _ yCount: Int, into out: Words
  ) {
    out.update(repeating: 0, count: xCount + yCount)
    for place in 0..<yCount {
      let factor = y[place]
      var carry: UInt = 0
      let row = out + place
      for index in 0..<xCount {
        // A product of words and two more words fit into two words.
        let sum = factor.multipliedFullWidth(by: x[index])
        let (low, first) = sum.low.addingReportingOverflow(row[index])
        let (total, second) = low.addingReportingOverflow(carry)
        row[index] = total
        carry = sum.high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
      }
      row[xCount] = carry
    }
  }

  /// Of two numbers as long as each other, three products of numbers half as long.
  /// (Karatsuba and Ofman, "Multiplication of Multidigit Numbers on Automata", 1963.)
  private static func multiplyHalves(
    _ x: UnsafePointer<UInt>, _ y: UnsafePointer<UInt>, _ count: Int, into out: Words
  ) {
    let low = count / 2
    let high = count - low
    multiply(x, low, y, low, into: out)
    multiply(x + low, high, y + low, high, into: out + 2 * low)
    let sum = high + 1
    let scratch = Words.allocate(capacity: 4 * sum)
    defer { scratch.deallocate() }
    let (left, right, middle) = (scratch, scratch + sum, scratch + 2 * sum)
    for (target, source) in [(left, x), (right, y)] {
      target.update(from: source + low, count: high)
      target[high] = 0
      add(source, low, to: target)
    }
    multiply(left, sum, right, sum, into: middle)
    subtract(out, 2 * low, from: middle)
    subtract(out + 2 * low, 2 * high, from: middle)
    // The middle product is shorter than its room.
    var length = 2 * sum
    while length > 0, middle[length - 1] == 0 { length -= 1 }
    add(middle, length, to: out + low)
  }

  /// Adds to a number that has room for what is carried on.
  private static func add(_ x: UnsafePointer<UInt>, _ count: Int, to out: Words) {
    var carry: UInt = 0
    for index in 0..<count {
      let (sum, first) = out[index].addingReportingOverflow(x[index])
      let (total, second) = sum.addingReportingOverflow(carry)
      out[index] = total
      carry = (first ? 1 : 0) &+ (second ? 1 : 0)
    }
    var index = count
    while carry > 0 {
      let (total, overflows) = out[index].addingReportingOverflow(carry)
      out[index] = total
      carry = overflows ? 1 : 0
      index += 1
    }
  }

  /// Subtracts from a number that is not smaller.
  private static func subtract(_ x: UnsafePointer<UInt>, _ count: Int, from out: Words) {
    var borrow: UInt = 0
    for index in 0..<count {
      let (difference, first) = out[index].subtractingReportingOverflow(x[index])
      let (total, second) = difference.subtractingReportingOverflow(borrow)
      out[index] = total
      borrow = (first ? 1 : 0) &+ (second ? 1 : 0)
    }
    var index = count
    while borrow > 0 {
      let (total, overflows) = out[index].subtractingReportingOverflow(borrow)
      out[index] = total
      borrow = overflows ? 1 : 0
      index += 1
    }
  }
}
