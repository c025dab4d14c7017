import BigInt

/// The generator MT19937 (Matsumoto and Nishimura, "Mersenne Twister", 1998), seeded as CPython seeds it, so that the
/// same seed gives the same numbers.
struct MersenneTwister {
  private var words = [UInt32](repeating: 0, count: 624)
  private var index = 624

  /// Creates a generator seeded from the host's entropy.
  init() { seed(entropy: Library.entropy) }

  /// Seeds with fresh entropy.
  mutating func seed(entropy: () -> UInt64) {
    var key: [UInt32] = []
    for _ in 0..<8 {
      let bits = entropy()
      key.append(UInt32(truncatingIfNeeded: bits))
      key.append(UInt32(truncatingIfNeeded: bits >> 32))
    }
    seed(key: key)
  }

  /// Seeds with the magnitude of an int.
  mutating func seed(_ magnitude: BigUInt) {
    var key: [UInt32] = []
    for word in magnitude.words {
      key.append(UInt32(truncatingIfNeeded: word))
      key.append(UInt32(truncatingIfNeeded: word >> 32))
    }
    while key.count > 1, key.last == 0 { key.removeLast() }
    seed(key: key.isEmpty ? [0] : key)
  }

  private mutating func seed(word: UInt32) {
    words[0] = word
    for position in 1..<624 {
      words[position] =
        1_812_433_253 &* (words[position - 1] ^ (words[position - 1] >> 30)) &+ UInt32(position)
    }
    index = 624
  }

  /// The reference implementation's `init_by_array`.
  mutating func seed(key: [UInt32]) {
    seed(word: 19_650_218)
    var i = 1
    var j = 0
    for _ in 0..<max(624, key.count) {
      words[i] =
        (words[i] ^ ((words[i - 1] ^ (words[i - 1] >> 30)) &* 1_664_525)) &+ key[j] &+ UInt32(j)
      i += 1
      j += 1
      if i >= 624 {
        words[0] = words[623]
        i = 1
      }
      if j >= key.count { j = 0 }
    }
    for _ in 0..<623 {
      words[i] = (words[i] ^ ((words[i - 1] ^ (words[i - 1] >> 30)) &* 1_566_083_941)) &- UInt32(i)
      i += 1
      if i >= 624 {
        words[0] = words[623]
        i = 1
      }
    }
    words[0] = 0x8000_0000
  }

  /// The next 32 bits.
  mutating func next() -> UInt32 {
    if index >= 624 { twist() }
    var y = words[index]
    index += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9d2c_5680
    y ^= (y << 15) & 0xefc6_0000
    return y ^ (y >> 18)
  }

  private mutating func twist() {
    for position in 0..<624 {
      let y = (words[position] & 0x8000_0000) | (words[(position + 1) % 624] & 0x7fff_ffff)
      words[position] = words[(position + 397) % 624] ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_b0df)
    }
    index = 0
  }

  /// A double from 0 up to 1 with 53 random bits.
  mutating func random() -> Double {
    let a = next() >> 5
    let b = next() >> 6
    return (Double(a) * 67_108_864 + Double(b)) * (1 / 9_007_199_254_740_992)
  }

  /// An int of up to 64 random bits.
  mutating func bits(_ count: Int) -> UInt64 {
    if count <= 32 { return count <= 0 ? 0 : UInt64(next() >> UInt32(32 - count)) }
    let low = UInt64(next())
    return low | UInt64(next() >> UInt32(64 - count)) << 32
  }

  /// An int of any number of random bits.
  mutating func bigBits(_ count: Int) -> BigUInt {
    var words: [UInt] = []
    var left = count
    while left > 0 {
      words.append(UInt(bits(min(64, left))))
      left -= 64
    }
    return BigUInt(words: words)
  }

  /// An int from 0 up to `limit`, which is positive, each as likely.
  mutating func below(_ limit: Int) -> Int {
    let count = Int.bitWidth - limit.leadingZeroBitCount
    while true {
      let candidate = bits(count)
      if candidate < UInt64(limit) { return Int(candidate) }
    }
  }

  /// An int from 0 up to a limit of any size, which is positive.
  mutating func below(_ limit: BigInt) -> BigInt {
    if let small = Int(exactly: limit) { return BigInt(below(small)) }
    let count = limit.magnitude.bitWidth
    while true {
      let candidate = bigBits(count)
      if candidate < limit.magnitude { return BigInt(candidate) }
    }
  }

  /// The state as `getstate` shows it: the words and the position.
  var state: [UInt32] { words + [UInt32(index)] }

  /// Goes on from a state; says whether it was one.
  mutating func restore(_ state: [UInt32]) -> Bool {
    guard state.count == 625, state[624] <= 624 else { return false }
    words = Array(state[..<624])
    index = Int(state[624])
    return true
  }
}
