import BigInt
import Glibc

/// Python's `random`: the same numbers as CPython's for the same seed.
enum RandomModule {
  typealias Body = (RandomState, Arguments) throws(Raised) -> Value

  static func build(_ module: Namespace) throws(Raised) {
    let cls = Types.define("Random", module: "random", hasAttributes: true)
    let system = Types.define("SystemRandom", module: "random", bases: [cls], hasAttributes: true)
    let shared = RandomState()
    instance = shared
    cls.staticMethod("__new__", "cls, /, *args, **kwargs") { (a) throws(Raised) -> Value in
      let owner = ClassObject.cls(a[0])
      return Native.make(owner, owner.isSubclass(of: system) ? SystemRandomState() : RandomState())
    }
    cls.method("__init__", "self, x=None") { (a) throws(Raised) -> Value in
      guard let state = Native.payload(a[0], as: RandomState.self) else { return .none }
      if Types.cls(a[0]).isUserDefined {
        _ = try Call.call(try Attributes.get(a[0], "seed"), a.optional(1) ?? .none)
      } else {
        try seed(state, a.optional(1) ?? .none)
      }
      return .none
    }
    module["Random"] = cls.value
    module["_inst"] = Native.make(cls, shared)
    module["SystemRandom"] = system.value

    let made: Set<String> = ["random", "getrandbits", "seed", "getstate", "setstate"]
    /// Adds a method of `Random` and the function of the module that uses the shared instance.
    func add(_ name: String, _ signature: String, _ body: @escaping Body) {
      cls.method(name, signature.isEmpty ? "self" : "self, \(signature)") { (a) throws(Raised) -> Value in
        guard let state = Native.payload(a[0], as: RandomState.self) else {
          throw raise(.typeError, "descriptor '\(name)' requires a 'random.Random' object")
        }
        // What others may replace is itself made by the generator.
        var acting = state
        if !made.contains(name), Types.cls(a[0]).isUserDefined || Attributes.bag(a[0])?.isUnbound == false,
          let own = OwnRandomState(state, a[0])
        {
          acting = own
        }
        return try body(acting, Arguments(base: a.base + 1, count: a.count - 1))
      }
      module.function(name, signature) { (a) throws(Raised) -> Value in try body(shared, a) }
    }
    addBasics(add)
    addChoices(add)
    RandomDistributions.add(add)
    system.method("seed", "self, /, *args, **kwds") { (_) throws(Raised) -> Value in .none }
    for name in ["getstate", "setstate"] {
      system.method(name, "self, /, *args, **kwds") { (_) throws(Raised) -> Value in
        throw raise(.notImplementedError, "System entropy source does not have state.")
      }
    }
    for (name, value) in [
      ("NV_MAGICCONST", 4 * exp(-0.5) / 2.0.squareRoot()), ("LOG4", log(4)), ("SG_MAGICCONST", 1 + log(4.5)),
      ("TWOPI", 2 * Double.pi), ("RECIP_BPF", 0x1p-53),
    ] {
      module[name] = Value(value)
    }
    module["BPF"] = Value(small: 53)
    module["__all__"] = List.make(
      [
        "Random", "SystemRandom", "betavariate", "choice", "choices", "expovariate", "gammavariate", "gauss",
        "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint", "random",
        "randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate",
        "weibullvariate",
      ].map { Str.make($0) })
  }

  /// The state behind the functions of the module.
  private nonisolated(unsafe) static var instance: RandomState?

  /// Gives the functions of the module a new seed, as they must have in a process that was just forked.
  static func reseed() {
    instance?.gaussNext = nil
    instance?.twister.seed(entropy: Library.entropy)
  }

  /// Seeds from None, an int, a float, a text or bytes.
  static func seed(_ state: RandomState, _ value: Value) throws(Raised) {
    state.gaussNext = nil
    if value.isNone {
      state.twister.seed(entropy: Library.entropy)
    } else if let big = Integer.big(value) {
      state.twister.seed(big.magnitude)
    } else if value.isFloat || value.isKind(.float) {
      state.twister.seed(BigUInt(UInt(bitPattern: try Operations.hash(value))))
    } else if value.isKind(.str) || value.isKind(.bytes) {
      let bytes = value.isKind(.str) ? Array(Str.bytes(value)) : Bytes.bytes(value)
      var number = BigUInt(0)
      for byte in bytes + HashlibModule.sha512(bytes) { number = number << 8 | BigUInt(byte) }
      state.twister.seed(number)
    } else {
      throw raise(
        .typeError,
        "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
    }
  }

  /// What `seed(…, version=1)` makes of a text: the hash that texts had in Python 2, whose sequences it gives.
  private static func firstVersion(_ value: Value) -> Value {
    guard value.isKind(.str) || value.isKind(.bytes) else { return value }
    let letters = value.isKind(.str) ? Str.scalars(value) : Bytes.bytes(value).map { UInt32($0) }
    var hash = UInt64(letters.first ?? 0) << 7
    for letter in letters { hash = (hash &* 1_000_003) ^ UInt64(letter) }
    hash ^= UInt64(letters.count)
    return Integer.make(BigInt(hash))
  }

  private static func addBasics(_ add: (String, String, @escaping Body) -> Void) {
    add("random", "") { (state, _) throws(Raised) -> Value in Value(try state.random()) }
    add("seed", "a=None, version=2") { (state, a) throws(Raised) -> Value in
      let value = a.optional(0) ?? .none
      let isFirst = a.optional(1).map { Integer.int($0) == 1 } ?? false
      try seed(state, isFirst ? firstVersion(value) : value)
      return .none
    }
    add("getrandbits", "k, /") { (state, a) throws(Raised) -> Value in
      let count = try Operations.index(a[0])
      if count < 0 { throw raise(.valueError, "number of bits must be non-negative") }
      return Integer.make(BigInt(try state.bits(count)))
    }
    add("randbytes", "n") { (state, a) throws(Raised) -> Value in
      let count = try Operations.index(a[0])
      if count < 0 { throw raise(.valueError, "number of bits must be non-negative") }
      return Bytes.make(try state.bytes(count))
    }
    add("randrange", "start, stop=None, step=1") { (state, a) throws(Raised) -> Value in
      if let found = try smallRange(state, a) { return found }
      let start = try integer(a[0], "arg 1")
      guard let stopArgument = a.optional(1), !stopArgument.isNone else {
        if a.optional(2) != nil { throw raise(.typeError, "Missing a non-None stop argument") }
        if start <= 0 { throw raise(.valueError, "empty range for randrange()") }
        return Integer.make(try state.below(start))
      }
      let stop = try integer(stopArgument, "stop")
      let step = try a.optional(2).map { (value) throws(Raised) in try integer(value, "step") } ?? 1
      return try range(state, start, stop, step)
    }
    add("randint", "a, b") { (state, a) throws(Raised) -> Value in
      if a[0].isSmallInt, a[1].isSmallInt, a[0].smallInt <= a[1].smallInt {
        return Integer.make(a[0].smallInt + (try state.below(a[1].smallInt - a[0].smallInt + 1)))
      }
      return try range(
        state, try integer(a[0], "arg 1", warns: false), try integer(a[1], "stop", warns: false) + 1, 1)
    }
    add("getstate", "") { (state, _) throws(Raised) -> Value in
      let words = Tuple.make(state.twister.state.map { Value(small: Int($0)) })
      return Tuple.make([Value(small: 3), words, state.gaussNext.map { Value($0) } ?? .none])
    }
    add("setstate", "state") { (state, a) throws(Raised) -> Value in
      try restore(state, a[0])
      return .none
    }
  }

  /// `setstate(state)`
  private static func restore(_ state: RandomState, _ given: Value) throws(Raised) {
    let version = try Subscript.get(given, Value(small: 0))
    guard let number = Integer.int(version), number == 2 || number == 3 else {
      let shown = Str.swift(try Text.str(version))
      throw raise(.valueError, "state with version \(shown) passed to Random.setstate() of version 3")
    }
    let parts = Tuple.items(try Iteration.tuple(given))
    guard parts.count == 3 else {
      throw raise(
        .valueError,
        parts.count < 3
          ? "not enough values to unpack (expected 3, got \(parts.count))" : "too many values to unpack (expected 3)")
    }
    var vector = parts[1]
    // The second version had signed words.
    if number == 2, !vector.isKind(.tuple) {
      guard try Iteration.isIterable(vector) else { throw Operations.notIterable(vector) }
      vector = try Iteration.tuple(vector)
    }
    guard vector.isKind(.tuple) else { throw raise(.typeError, "state vector must be a tuple") }
    var words: [UInt32] = []
    let items = Tuple.items(vector)
    if number == 2 {
      for item in items where Integer.big(item) == nil {
        throw raise(
          .typeError,
          item.isKind(.str)
            ? "not all arguments converted during string formatting"
            : "unsupported operand type(s) for %: '\(Types.name(item))' and 'int'")
      }
    }
    guard items.count == 625 else { throw raise(.valueError, "state vector is the wrong size") }
    for (index, item) in items.enumerated() {
      guard let big = Integer.big(item) else { throw raise(.typeError, "an integer is required") }
      if index < 624 {
        if number == 3, big < 0 { throw raise(.overflowError, "can't convert negative value to unsigned int") }
        words.append(UInt32(truncatingIfNeeded: big))
      } else {
        guard big >= 0, big <= 624 else { throw raise(.valueError, "invalid state") }
        words.append(UInt32(big))
      }
    }
    guard state.twister.restore(words) else { throw raise(.valueError, "invalid state") }
    state.gaussNext = try parts[2].isNone ? nil : Library.double(parts[2])
  }

  private static func integer(_ value: Value, _ what: String, warns: Bool = true) throws(Raised) -> BigInt {
    if let big = Integer.big(value) { return big }
    if value.isObject, Types.cls(value).lookup(.__index__) != nil { return BigInt(try Operations.index(value)) }
    // It is read as an int before it is refused.
    let read = try NumberTypes.toInt(value)
    guard try Operations.equal(read, value), let big = Integer.big(read) else {
      if warns { try deprecate("randrange() will raise TypeError in the future") }
      throw raise(.valueError, "non-integer \(what) for randrange()")
    }
    if warns {
      try deprecate(
        "non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a "
          + "subsequent version")
    }
    return big
  }

  private static func deprecate(_ text: String) throws(Raised) {
    guard let warn = try Library.load("warnings")?["warn"] else { return }
    _ = try Call.call(warn, Str.make(text), ExceptionKind.deprecationWarning.cls.value)
  }

  /// `randrange` of small ints; nil where there are others, or none to choose from.
  private static func smallRange(_ state: RandomState, _ a: Arguments) throws(Raised) -> Value? {
    guard a[0].isSmallInt else { return nil }
    guard let stop = a.optional(1) else {
      return a.optional(2) == nil && a[0].smallInt > 0 ? Integer.make(try state.below(a[0].smallInt)) : nil
    }
    let step = a.optional(2) ?? Value(small: 1)
    guard stop.isSmallInt, step.isSmallInt, step.smallInt != 0 else { return nil }
    let size = step.smallInt
    let count = Numbers.floorDivide(stop.smallInt - a[0].smallInt + size + (size > 0 ? -1 : 1), size)
    return count > 0 ? Integer.make(a[0].smallInt + size * (try state.below(count))) : nil
  }

  private static func range(
    _ state: RandomState, _ start: BigInt, _ stop: BigInt, _ step: BigInt
  ) throws(Raised) -> Value {
    let width = stop - start
    if step == 1 {
      if width <= 0 {
        throw raise(.valueError, "empty range for randrange() (\(start), \(stop), \(width))")
      }
      return Integer.make(start + (try state.below(width)))
    }
    if step == 0 { throw raise(.valueError, "zero step for randrange()") }
    let count = Numbers.divmod(width + step + (step > 0 ? -1 : 1), step).quotient
    if count <= 0 { throw raise(.valueError, "empty range for randrange()") }
    return Integer.make(start + step * (try state.below(count)))
  }

  // MARK: Choosing from sequences

  private static func addChoices(_ add: (String, String, @escaping Body) -> Void) {
    add("choice", "seq") { (state, a) throws(Raised) -> Value in
      let count = try Operations.length(a[0])
      if count == 0 { throw raise(.indexError, "Cannot choose from an empty sequence") }
      return try Library.item(a[0], try state.below(count))
    }
    add("shuffle", "x") { (state, a) throws(Raised) -> Value in
      let count = try Operations.length(a[0])
      let isList = a[0].isKind(.list)
      var index = count - 1
      while index >= 1 {
        let other = try state.below(index + 1)
        if isList {
          List.items(a[0]).swapAt(index, other)
        } else {
          let first = try Subscript.get(a[0], Integer.make(index))
          let second = try Subscript.get(a[0], Integer.make(other))
          try Subscript.set(a[0], Integer.make(index), second)
          try Subscript.set(a[0], Integer.make(other), first)
        }
        index -= 1
      }
      return .none
    }
    add("sample", "population, k, *, counts=None") { (state, a) throws(Raised) -> Value in
      try sample(state, a[0], try Operations.index(a[1]), a.optional(2))
    }
    add("choices", "population, weights=None, *, cum_weights=None, k=1") { (state, a) throws(Raised) -> Value in
      let count = try Operations.length(a[0])
      let wanted = try a.optional(3).map(Operations.index) ?? 1
      let cumulative = try cumulativeWeights(a, count)
      let result = List.make(capacity: max(0, wanted))
      if cumulative == nil && count == 0 && wanted > 0 { throw raise(.indexError, "list index out of range") }
      for _ in 0..<max(0, wanted) {
        let random = try state.random()
        var index = Int(random * Double(count))
        if let cumulative { index = bisect(cumulative, random * cumulative[count - 1], count - 1) }
        List.append(result, try Library.item(a[0], index))
      }
      return result
    }
  }

  private static func cumulativeWeights(_ a: Arguments, _ count: Int) throws(Raised) -> [Double]? {
    let weights = a.optional(1).flatMap { $0.isNone ? nil : $0 }
    let given = a.optional(2).flatMap { $0.isNone ? nil : $0 }
    var sums: [Double] = []
    if let given {
      if weights != nil {
        throw raise(.typeError, "Cannot specify both weights and cumulative weights")
      }
      try Iteration.forEach(given) { (item) throws(Raised) -> Void in sums.append(try Library.double(item)) }
    } else if let weights {
      if Integer.isInteger(weights) {
        throw raise(
          .typeError,
          "The number of choices must be a keyword argument: k=\(Str.swift(try Text.repr(weights)))")
      }
      var sum = 0.0
      try Iteration.forEach(weights) { (item) throws(Raised) -> Void in
        sum += try Library.double(item)
        sums.append(sum)
      }
    } else {
      return nil
    }
    guard sums.count == count else {
      throw raise(.valueError, "The number of weights does not match the population")
    }
    if sums.isEmpty { throw raise(.indexError, "list index out of range") }
    let total = sums.last ?? 0
    if total <= 0 { throw raise(.valueError, "Total of weights must be greater than zero") }
    if !total.isFinite { throw raise(.valueError, "Total of weights must be finite") }
    return sums
  }

  /// The place after all entries up to `value`, among the first `high`.
  private static func bisect(_ sums: [Double], _ value: Double, _ high: Int) -> Int {
    var low = 0
    var high = high
    while low < high {
      let middle = (low + high) / 2
      if value < sums[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func sample(
    _ state: RandomState, _ population: Value, _ wanted: Int, _ counts: Value?
  ) throws(Raised) -> Value {
    let isSequence =
      population.isKind(.list) || population.isKind(.tuple) || population.isKind(.str) || population.isKind(.range)
      || population.isKind(.bytes)
      || (population.isObject && !population.isKind(.dict) && !population.isKind(.set)
        && Types.cls(population).lookup(.__getitem__) != nil)
    guard isSequence else {
      throw raise(
        .typeError, "Population must be a sequence.  For dicts or sets, use sorted(d).")
    }
    let count = try Operations.length(population)
    if let counts, !counts.isNone {
      var sums: [Double] = []
      var sum = 0.0
      try Iteration.forEach(counts) { (item) throws(Raised) -> Void in
        guard Integer.isInteger(item) else { throw raise(.typeError, "Counts must be integers") }
        sum += try Library.double(item)
        sums.append(sum)
      }
      guard sums.count == count else {
        throw raise(.valueError, "The number of counts does not match the population")
      }
      if sum <= 0 { throw raise(.valueError, "Total of counts must be greater than zero") }
      let result = List.make()
      for index in try picks(state, Int(sum), wanted) {
        List.append(result, try Library.item(population, bisect(sums, Double(index), count - 1)))
      }
      return result
    }
    let result = List.make(capacity: max(0, wanted))
    for index in try picks(state, count, wanted) { List.append(result, try Library.item(population, index)) }
    return result
  }

  /// `wanted` different indices below `count`, found the way CPython finds them.
  private static func picks(_ state: RandomState, _ count: Int, _ wanted: Int) throws(Raised) -> [Int] {
    guard wanted >= 0, wanted <= count else {
      throw raise(.valueError, "Sample larger than population or is negative")
    }
    var size = 21
    if wanted > 5 {
      size += Int(pow(4, (log(Double(wanted * 3)) / log(4)).rounded(.up)))
    }
    var result: [Int] = []
    if count <= size {
      var pool = Array(0..<count)
      for index in 0..<wanted {
        let pick = try state.below(count - index)
        result.append(pool[pick])
        pool[pick] = pool[count - index - 1]
      }
      return result
    }
    var selected = Set<Int>()
    for _ in 0..<wanted {
      var pick = try state.below(count)
      while !selected.insert(pick).inserted { pick = try state.below(count) }
      result.append(pick)
    }
    return result
  }
}
