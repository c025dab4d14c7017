import BigInt
import Glibc

/// Python's `math`.
enum MathModule {
  static func build(_ module: Namespace) throws(Raised) {
    module["pi"] = Value(Double.pi)
    module["e"] = Value(M_E)
    module["tau"] = Value(2 * Double.pi)
    module["inf"] = Value(Double.infinity)
    module["nan"] = Value(Double.nan)
    addElementary(module)
    addRounding(module)
    addClassification(module)
    addIntegers(module)
    addSequences(module)
  }

  private static var domain: Raised { raise(.valueError, "math domain error") }
  private static var range: Raised { raise(.overflowError, "math range error") }

  /// A function of one number; a NaN or an infinity made of finite numbers is an error, as in CPython.
  private static func one(
    _ module: Namespace, _ name: String, overflows: Bool = false, _ function: @escaping (Double) -> Double
  ) {
    module.function(name, "x, /") { (a) throws(Raised) -> Value in
      let x = try Library.double(a[0])
      let result = function(x)
      if result.isNaN && !x.isNaN { throw domain }
      if result.isInfinite && x.isFinite { throw overflows ? range : domain }
      return Value(result)
    }
  }

  private static func two(
    _ module: Namespace, _ name: String, _ function: @escaping (Double, Double) -> Double
  ) {
    module.function(name, "x, y, /") { (a) throws(Raised) -> Value in
      let x = try Library.double(a[0])
      let y = try Library.double(a[1])
      let result = function(x, y)
      if result.isNaN && !x.isNaN && !y.isNaN { throw domain }
      if result.isInfinite && x.isFinite && y.isFinite { throw range }
      return Value(result)
    }
  }

  private static func addElementary(_ module: Namespace) {
    let plain: [(String, (Double) -> Double)] = [
      ("acos", acos), ("acosh", acosh), ("asin", asin), ("asinh", asinh), ("atan", atan), ("atanh", atanh),
      ("cos", cos), ("sin", sin), ("tan", tan), ("tanh", tanh), ("erf", erf), ("erfc", erfc), ("cbrt", cbrt),
      ("fabs", { abs($0) }), ("sqrt", { $0.squareRoot() }), ("degrees", { $0 * (180 / Double.pi) }),
      ("radians", { $0 * (Double.pi / 180) }),
    ]
    for (name, function) in plain { one(module, name, function) }
    for (name, function) in [
      ("cosh", cosh), ("sinh", sinh), ("exp", exp), ("exp2", exp2), ("expm1", expm1),
    ] as [(String, (Double) -> Double)] {
      one(module, name, overflows: true, function)
    }
    one(module, "gamma", overflows: true) { GammaFunctions.gamma($0) }
    one(module, "lgamma", overflows: true) { GammaFunctions.logGamma($0) }
    one(module, "log1p", log1p)
    two(module, "atan2", atan2)
    two(module, "copysign", copysign)
    two(module, "fmod", fmod)
    two(module, "remainder", remainder)
    two(module, "nextafter", nextafter)
    module.function("pow", "x, y, /") { (a) throws(Raised) -> Value in
      let x = try Library.double(a[0])
      let y = try Library.double(a[1])
      let result = pow(x, y)
      if result.isNaN && !x.isNaN && !y.isNaN { throw domain }
      if result.isInfinite && x.isFinite && y.isFinite { throw x == 0 ? domain : range }
      return Value(result)
    }
    for (name, base, function) in [("log2", 2.0, log2), ("log10", 10.0, log10)]
      as [(String, Double, (Double) -> Double)]
    {
      module.function(name, "x, /") { (a) throws(Raised) -> Value in
        Value(try logarithm(a[0], function, log(base)))
      }
    }
    module.function("log", "x, base=None, /") { (a) throws(Raised) -> Value in
      let x = try logarithm(a[0], { Glibc.log($0) }, 1)
      guard let base = a.optional(1) else { return Value(x) }
      let divisor = try logarithm(base, { Glibc.log($0) }, 1)
      if divisor == 0 { throw raise(.zeroDivisionError, "float division by zero") }
      return Value(x / divisor)
    }
  }

  /// A logarithm, of ints beyond a double too; `scale` is the natural logarithm of the base.
  private static func logarithm(
    _ value: Value, _ function: (Double) -> Double, _ scale: Double
  ) throws(Raised) -> Double {
    if let big = Integer.big(value), big > 0, big.magnitude.bitWidth > 1000 {
      let shift = big.magnitude.bitWidth - 64
      // A power of the base comes out whole, as the logarithm of a double would.
      let result = function(Double(big.magnitude >> shift)) + Double(shift) * log(2.0) / scale
      let rounded = result.rounded()
      let isWhole = scale == log(10.0) && abs(result - rounded) < 1e-9 && big == BigInt(10).power(Int(rounded))
      return isWhole ? rounded : result
    }
    if let big = Integer.big(value), big < 0 { throw domain }
    // An int is taken as it is, whatever its class has as `__float__`.
    let x = try Integer.isInteger(value) ? Numbers.double(value) ?? 0 : Library.double(value)
    if x <= 0 { throw domain }
    return function(x)
  }

  private static func addRounding(_ module: Namespace) {
    for (name, special, rule) in [
      ("floor", KnownName.__floor__, FloatingPointRoundingRule.down), ("ceil", .__ceil__, .up),
      ("trunc", .__trunc__, .towardZero),
    ] {
      module.function(name, "x, /") { (a) throws(Raised) -> Value in
        if a[0].isSmallInt { return a[0] }
        if a[0].isBool { return Value(small: a[0].isTrue ? 1 : 0) }
        if !a[0].isFloat, let result = try Call.special(a[0], special) { return result }
        if name == "trunc", !a[0].isFloat {
          throw raise(.typeError, "type \(Types.name(a[0])) doesn't define __trunc__ method")
        }
        return try Text.truncate(try Library.double(a[0]).rounded(rule))
      }
    }
    module.function("modf", "x, /") { (a) throws(Raised) -> Value in
      let x = try Library.double(a[0])
      if x.isInfinite { return Tuple.make(Value(copysign(0, x)), Value(x)) }
      let whole = x.rounded(.towardZero)
      return Tuple.make(Value(copysign(x - whole, x)), Value(whole))
    }
    module.function("frexp", "x, /") { (a) throws(Raised) -> Value in
      let x = try Library.double(a[0])
      if x == 0 || !x.isFinite { return Tuple.make(Value(x), Value(small: 0)) }
      return Tuple.make(Value(copysign(x.significand / 2, x)), Value(small: Int(x.exponent) + 1))
    }
    module.function("ldexp", "x, i, /") { (a) throws(Raised) -> Value in
      let x = try Library.double(a[0])
      guard let exponent = Integer.big(a[1]) else {
        throw raise(.typeError, "Expected an int as second argument to ldexp.")
      }
      let result = scalbn(x, Int32(clamping: exponent))
      if result.isInfinite && x.isFinite { throw range }
      return Value(result)
    }
    module.function("ulp", "x, /") { (a) throws(Raised) -> Value in
      let size = abs(try Library.double(a[0]))
      return Value(size.isInfinite ? size : size.ulp)
    }
  }

  private static func addClassification(_ module: Namespace) {
    for (name, test) in [
      ("isnan", { $0.isNaN }), ("isinf", { $0.isInfinite }), ("isfinite", { $0.isFinite }),
    ] as [(String, (Double) -> Bool)] {
      module.function(name, "x, /") { (a) throws(Raised) -> Value in Value(test(try Library.double(a[0]))) }
    }
    module.function("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0") { (a) throws(Raised) -> Value in
      let x = try Library.double(a[0])
      let y = try Library.double(a[1])
      let relative = try a.optional(2).map(Library.double) ?? 1e-9
      let absolute = try a.optional(3).map(Library.double) ?? 0
      if relative < 0 || absolute < 0 { throw raise(.valueError, "tolerances must be non-negative") }
      if x == y { return .yes }
      if x.isInfinite || y.isInfinite { return .no }
      let difference = abs(y - x)
      return Value(difference <= abs(relative * y) || difference <= abs(relative * x) || difference <= absolute)
    }
  }

  /// The product of the numbers from one on to below another; halves first, as numbers of one length are multiplied
  /// fastest.
  private static func product(_ low: Int, _ end: Int) throws(Raised) -> BigInt {
    if end - low <= 32 {
      var result = BigInt(1)
      for factor in low..<end { result *= BigInt(factor) }
      return result
    }
    try Interpreter.takeInterrupt()
    let middle = low + (end - low) / 2
    let first = try product(low, middle)
    return BigProduct.multiply(first, try product(middle, end))
  }

  private static func addIntegers(_ module: Namespace) {
    module.function("factorial", "n, /") { (a) throws(Raised) -> Value in
      let count = try Operations.whole(a[0])
      if count < 0 { throw raise(.valueError, "factorial() not defined for negative values") }
      guard let limit = Int(exactly: count) else {
        throw raise(.overflowError, "factorial() argument should not exceed \(Int.max)")
      }
      return Integer.make(try product(2, Swift.max(2, limit + 1)))
    }
    module.function("gcd", "*integers") { (a) throws(Raised) -> Value in
      var result = BigInt(0)
      for item in Tuple.items(a[0]) { result = result.greatestCommonDivisor(with: try Operations.whole(item)) }
      return Integer.make(BigInt(result.magnitude))
    }
    module.function("lcm", "*integers") { (a) throws(Raised) -> Value in
      var result = BigInt(1)
      for item in Tuple.items(a[0]) {
        let number = try Operations.whole(item)
        // What comes after a zero must be an integer all the same.
        if number == 0 || result == 0 {
          result = 0
          continue
        }
        result = result / result.greatestCommonDivisor(with: number) * number
      }
      return Integer.make(BigInt(result.magnitude))
    }
    module.function("isqrt", "n, /") { (a) throws(Raised) -> Value in
      let number = try Operations.whole(a[0])
      if number < 0 { throw raise(.valueError, "isqrt() argument must be nonnegative") }
      return Integer.make(BigInt(number.magnitude.squareRoot()))
    }
    module.function("comb", "n, k, /") { (a) throws(Raised) -> Value in
      let (n, k) = try pair(a)
      if k > n { return Value(small: 0) }
      guard let picked = Int(exactly: min(k, n - k)) else {
        throw raise(.overflowError, "min(n - k, k) must not exceed \(Int.max)")
      }
      var result = BigInt(1)
      for index in 0..<picked { result = result * (n - BigInt(index)) / BigInt(index + 1) }
      return Integer.make(result)
    }
    module.function("perm", "n, k=None, /") { (a) throws(Raised) -> Value in
      let n = try Operations.whole(a[0])
      let given = try a.optional(1).flatMap { $0.isNone ? nil : $0 }.map(Operations.whole)
      let k = given ?? n
      if given == nil {
        if n < 0 { throw raise(.valueError, "factorial() not defined for negative values") }
        if n > BigInt(Int.max) {
          throw raise(.overflowError, "factorial() argument should not exceed \(Int.max)")
        }
      }
      if n < 0 { throw raise(.valueError, "n must be a non-negative integer") }
      if k < 0 { throw raise(.valueError, "k must be a non-negative integer") }
      if k > n { return Value(small: 0) }
      if k > BigInt(Int.max) { throw raise(.overflowError, "k must not exceed \(Int.max)") }
      var result = BigInt(1)
      var index = BigInt(0)
      while index < k {
        result *= n - index
        index += 1
      }
      return Integer.make(result)
    }
  }

  private static func pair(_ a: Arguments) throws(Raised) -> (BigInt, BigInt) {
    let n = try Operations.whole(a[0])
    let k = try Operations.whole(a[1])
    if n < 0 { throw raise(.valueError, "n must be a non-negative integer") }
    if k < 0 { throw raise(.valueError, "k must be a non-negative integer") }
    return (n, k)
  }

  private static func doubles(_ iterable: Value) throws(Raised) -> [Double] {
    var result: [Double] = []
    try Iteration.forEach(iterable) { (item) throws(Raised) -> Void in result.append(try Library.double(item)) }
    return result
  }

  /// Twice the precision of a double: a number as the sum of two with half its bits each (Veltkamp, Dekker).
  @inline(__always)
  private static func halves(_ x: Double) -> (high: Double, low: Double) {
    let t = x * 134_217_729
    let high = t - (t - x)
    return (high, x - high)
  }

  /// The root of a sum of squares. The numbers are scaled by a power of two, their squares summed exactly but for the
  /// last bits, and the root corrected once by what its own square differs by, so that it is nearly always rounded
  /// correctly, and equal to CPython's.
  private static func norm(_ numbers: [Double]) -> Double {
    let sizes = numbers.map(abs)
    if sizes.contains(.infinity) { return .infinity }
    if sizes.contains(where: \.isNaN) { return .nan }
    let largest = sizes.max() ?? 0
    if largest == 0 || sizes.count == 1 { return largest }
    var sum = 1.0
    /// Adds a term to the sum; gives what rounding cut off.
    func add(_ term: Double) -> Double {
      let before = sum
      sum += term
      return before - sum + term
    }
    var lost = (0.0, 0.0, 0.0)
    // The exponent of a number from 0.5 to 1.
    let exponent = Int32(largest.exponent) + 1
    guard exponent >= -1023 else {
      for size in sizes { lost.0 += add((size / largest) * (size / largest)) }
      return largest * (sum - 1 + lost.0).squareRoot()
    }
    let scale = scalbn(1.0, -exponent)
    for size in sizes {
      let (high, low) = halves(size * scale)
      lost.0 += add(high * high)
      lost.1 += add(2 * high * low)
      lost.2 += low * low
    }
    let root = (sum - 1 + (lost.0 + lost.1 + lost.2)).squareRoot()
    let (high, low) = halves(root)
    lost.0 += add(-high * high)
    lost.1 += add(-2 * high * low)
    lost.2 += add(-low * low)
    let rest = sum - 1 + (lost.0 + lost.1 + lost.2)
    return (root + rest / (2 * root)) / scale
  }

  private static func addSequences(_ module: Namespace) {
    module.function("fsum", "seq, /") { (a) throws(Raised) -> Value in
      let numbers = try doubles(a[0])
      let sum = exactSum(numbers)
      if sum.isFinite { return Value(sum) }
      if numbers.allSatisfy(\.isFinite) { throw raise(.overflowError, "intermediate overflow in fsum") }
      if sum.isNaN, !numbers.contains(where: \.isNaN) { throw raise(.valueError, "-inf + inf in fsum") }
      return Value(sum)
    }
    module.function("hypot", "*coordinates") { (a) throws(Raised) -> Value in
      Value(norm(try doubles(a[0])))
    }
    module.function("dist", "p, q, /") { (a) throws(Raised) -> Value in
      let p = try Iteration.tuple(a[0])
      let q = try Iteration.tuple(a[1])
      guard Tuple.items(p).count == Tuple.items(q).count else {
        throw raise(.valueError, "both points must have the same number of dimensions")
      }
      return Value(norm(zip(try doubles(p), try doubles(q)).map { $0 - $1 }))
    }
    module.function("prod", "iterable, /, *, start=1") { (a) throws(Raised) -> Value in
      var result = a.optional(1) ?? Value(small: 1)
      let iterator = try Iteration.iterator(a[0])
      while let item = try Iteration.next(iterator) { result = try Arithmetic.binary(.mult, result, item) }
      return result
    }
  }

  /// The correctly rounded sum (Shewchuk, "Adaptive Precision Floating-Point Arithmetic", 1997).
  static func exactSum(_ numbers: [Double]) -> Double {
    var partials: [Double] = []
    var special = 0.0
    for number in numbers {
      if !number.isFinite {
        special += number
        continue
      }
      var x = number
      var kept = 0
      for index in partials.indices {
        var y = partials[index]
        if abs(x) < abs(y) { swap(&x, &y) }
        let high = x + y
        let low = y - (high - x)
        if low != 0 {
          partials[kept] = low
          kept += 1
        }
        x = high
      }
      partials.removeSubrange(kept...)
      partials.append(x)
    }
    if special != 0 || special.isNaN { return special }
    guard var high = partials.popLast() else { return 0 }
    var low = 0.0
    while let y = partials.popLast() {
      let x = high
      high = x + y
      low = y - (high - x)
      if low != 0 { break }
    }
    if let next = partials.last, (low < 0 && next < 0) || (low > 0 && next > 0) {
      // Half-way cases round by what lies below.
      let doubled = low * 2
      let candidate = high + doubled
      if doubled == candidate - high { high = candidate }
    }
    return high
  }
}
