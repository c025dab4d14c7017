import BigInt

/// The state of an instance of `random.Random`, or of a class derived from it that makes its own random numbers.
class RandomState: Payload {
  var twister = MersenneTwister()
  /// The second number of the last pair that `gauss` made.
  var gaussNext: Double?

  /// A float from 0 up to 1.
  func random() throws(Raised) -> Double { twister.random() }
  /// A random int below a positive limit.
  func below(_ limit: Int) throws(Raised) -> Int { twister.below(limit) }
  /// A random int below a positive limit of any size.
  func below(_ limit: BigInt) throws(Raised) -> BigInt { twister.below(limit) }
  /// An int of some random bits.
  func bits(_ count: Int) throws(Raised) -> BigUInt { twister.bigBits(count) }
  /// Random bytes.
  func bytes(_ count: Int) throws(Raised) -> [UInt8] {
    var bytes: [UInt8] = []
    var left = count
    while left > 0 {
      let bits = twister.bits(min(32, left * 8))
      for offset in 0..<min(4, left) { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * offset))) }
      left -= 4
    }
    return bytes
  }
}

/// The state of `random.SystemRandom`: bits that nobody can foretell, and so nothing to seed or save.
final class SystemRandomState: RandomState {
  override func random() -> Double { Double(Library.entropy() >> 11) * 0x1p-53 }

  override func below(_ limit: Int) -> Int { Int(below(BigInt(limit))) }

  override func below(_ limit: BigInt) -> BigInt {
    while true {
      let candidate = bits(limit.magnitude.bitWidth)
      if candidate < limit.magnitude { return BigInt(candidate) }
    }
  }

  override func bits(_ count: Int) -> BigUInt {
    var number = BigUInt(0)
    for _ in 0..<((count + 63) / 64) { number = number << 64 | BigUInt(Library.entropy()) }
    return number >> ((count + 63) / 64 * 64 - count)
  }

  override func bytes(_ count: Int) -> [UInt8] { SystemModules.randomBytes(count) }
}

/// An instance that makes random bits or floats of its own, by methods of its class or attributes: all other numbers come
/// from those.
final class OwnRandomState: RandomState {
  /// Where ints come from.
  private enum Source { case plain, bits, floats, method }

  private let base: RandomState
  private let owner: Value
  private let hasOwnFloats: Bool
  private let source: Source

  /// The state by which an instance acts; nil for one that has nothing of its own.
  init?(_ base: RandomState, _ owner: Value) {
    let cls = Types.cls(owner)
    let attributes = Attributes.bag(owner).flatMap { $0.isUnbound ? nil : $0 }
    func has(_ name: String) -> Bool {
      attributes.map { Instance.get($0, Symbol(name)) != nil } ?? false
    }
    var source = Source.plain
    for part in cls.mro where part.isUserDefined {
      if part.attributes[Symbol("_randbelow")] != nil {
        source = .method
      } else if part.attributes[Symbol("getrandbits")] != nil {
        source = .bits
      } else if part.attributes[Symbol("random")] != nil {
        source = .floats
      }
      if source != .plain { break }
    }
    if source == .plain, has("getrandbits") { source = .bits }
    if has("_randbelow") { source = .method }
    hasOwnFloats = has("random") || cls.mro.contains { $0.isUserDefined && $0.attributes[Symbol("random")] != nil }
    if source == .plain, !hasOwnFloats { return nil }
    self.base = base
    self.owner = owner
    self.source = source
  }

  override var gaussNext: Double? {
    get { base.gaussNext }
    set { base.gaussNext = newValue }
  }

  override func random() throws(Raised) -> Double {
    if !hasOwnFloats { return try base.random() }
    return try Library.double(try Call.call(try Attributes.get(owner, "random")))
  }

  override func below(_ limit: Int) throws(Raised) -> Int {
    switch source {
    case .plain: return try base.below(limit)
    case .bits, .method:
      guard let small = Int(exactly: try below(BigInt(limit))) else { return 0 }
      return small
    case .floats: break
    }
    let most = 1 << 53
    if limit >= most { return Int(try random() * Double(limit)) }
    // What is left of the range of 53 bits must not make some results likelier.
    let bound = Double(most - most % limit) / Double(most)
    while true {
      let number = try random()
      if number < bound { return Int(number * Double(most)) % limit }
    }
  }

  override func below(_ limit: BigInt) throws(Raised) -> BigInt {
    switch source {
    case .plain: return try base.below(limit)
    case .method:
      return Integer.big(try Call.call(try Attributes.get(owner, "_randbelow"), Integer.make(limit))) ?? 0
    case .bits:
      while true {
        let candidate = BigInt(try bits(limit.magnitude.bitWidth))
        if candidate < limit { return candidate }
      }
    case .floats:
      if let small = Int(exactly: limit) { return BigInt(try below(small)) }
      return BigInt(try random() * Double(limit))
    }
  }

  override func bits(_ count: Int) throws(Raised) -> BigUInt {
    let made = try Call.call(try Attributes.get(owner, "getrandbits"), Integer.make(count))
    return (Integer.big(made) ?? 0).magnitude
  }

  override func bytes(_ count: Int) throws(Raised) -> [UInt8] {
    var number = try bits(count * 8)
    return (0..<count).map { _ in
      defer { number >>= 8 }
      return UInt8(truncatingIfNeeded: number.words.first ?? 0)
    }
  }
}
