import Glibc

/// The continuous distributions of `random`, step by step as CPython's, since every step shows in the numbers.
enum RandomDistributions {
  static func add(_ add: (String, String, @escaping RandomModule.Body) -> Void) {
    addSimple(add)
    addNormal(add)
    addGamma(add)
  }

  private static func number(_ value: Value?, _ otherwise: Double) throws(Raised) -> Double {
    guard let value, !value.isNone else { return otherwise }
    return try Library.double(value)
  }

  private static func addSimple(_ add: (String, String, @escaping RandomModule.Body) -> Void) {
    add("uniform", "a, b") { (state, a) throws(Raised) -> Value in
      let width = try Arithmetic.binary(.sub, a[1], a[0])
      let part = try Arithmetic.binary(.mult, width, Value(try state.random()))
      return try Arithmetic.binary(.add, a[0], part)
    }
    add("triangular", "low=0.0, high=1.0, mode=None") { (state, a) throws(Raised) -> Value in
      var low = try number(a.optional(0), 0)
      var high = try number(a.optional(1), 1)
      var u = try state.random()
      var c = 0.5
      if let mode = a.optional(2), !mode.isNone {
        if high == low { return a.optional(0) ?? Value(0.0) }
        c = (try Library.double(mode) - low) / (high - low)
      }
      if u > c {
        u = 1 - u
        c = 1 - c
        swap(&low, &high)
      }
      return Value(low + (high - low) * (u * c).squareRoot())
    }
    add("expovariate", "lambd=1.0") { (state, a) throws(Raised) -> Value in
      let rate = try number(a.optional(0), 1)
      let logarithm = -log(1 - (try state.random()))
      if rate == 0 { throw raise(.zeroDivisionError, "float division by zero") }
      return Value(logarithm / rate)
    }
    add("paretovariate", "alpha") { (state, a) throws(Raised) -> Value in
      let alpha = try Library.double(a[0])
      let number = 1 - (try state.random())
      if alpha == 0 { throw raise(.zeroDivisionError, "float division by zero") }
      return Value(pow(number, -1 / alpha))
    }
    add("weibullvariate", "alpha, beta") { (state, a) throws(Raised) -> Value in
      let alpha = try Library.double(a[0])
      let beta = try Library.double(a[1])
      let number = -log(1 - (try state.random()))
      if beta == 0 { throw raise(.zeroDivisionError, "float division by zero") }
      return Value(alpha * pow(number, 1 / beta))
    }
    add("vonmisesvariate", "mu, kappa") { (state, a) throws(Raised) -> Value in
      Value(try vonMises(state, try Library.double(a[0]), try Library.double(a[1])))
    }
  }

  private static func addNormal(_ add: (String, String, @escaping RandomModule.Body) -> Void) {
    add("gauss", "mu=0.0, sigma=1.0") { (state, a) throws(Raised) -> Value in
      let mu = try number(a.optional(0), 0)
      let sigma = try number(a.optional(1), 1)
      let z: Double
      if let next = state.gaussNext {
        z = next
        state.gaussNext = nil
      } else {
        let angle = try state.random() * (2 * Double.pi)
        let radius = (-2 * log(1 - (try state.random()))).squareRoot()
        z = cos(angle) * radius
        state.gaussNext = sin(angle) * radius
      }
      return Value(mu + z * sigma)
    }
    add("normalvariate", "mu=0.0, sigma=1.0") { (state, a) throws(Raised) -> Value in
      Value(try normal(state, try number(a.optional(0), 0), try number(a.optional(1), 1)))
    }
    add("lognormvariate", "mu, sigma") { (state, a) throws(Raised) -> Value in
      Value(exp(try normal(state, try Library.double(a[0]), try Library.double(a[1]))))
    }
  }

  private static func normal(_ state: RandomState, _ mu: Double, _ sigma: Double) throws(Raised) -> Double {
    let constant = 4 * exp(-0.5) / 2.0.squareRoot()
    while true {
      let u1 = try state.random()
      let u2 = 1 - (try state.random())
      let z = constant * (u1 - 0.5) / u2
      if z * z / 4 <= -log(u2) { return mu + z * sigma }
    }
  }

  private static func vonMises(_ state: RandomState, _ mu: Double, _ kappa: Double) throws(Raised) -> Double {
    let full = 2 * Double.pi
    if kappa <= 1e-6 { return full * (try state.random()) }
    let s = 0.5 / kappa
    let r = s + (1 + s * s).squareRoot()
    var z = 0.0
    while true {
      z = cos(Double.pi * (try state.random()))
      let d = z / (r + z)
      let u2 = try state.random()
      if u2 < 1 - d * d || u2 <= (1 - d) * exp(d) { break }
    }
    let q = 1 / r
    let f = (q + z) / (1 + q * z)
    let angle = try state.random() > 0.5 ? mu + acos(f) : mu - acos(f)
    return Numbers.divmod(angle, full).remainder
  }

  private static func addGamma(_ add: (String, String, @escaping RandomModule.Body) -> Void) {
    add("gammavariate", "alpha, beta") { (state, a) throws(Raised) -> Value in
      Value(try gamma(state, try Library.double(a[0]), try Library.double(a[1])))
    }
    add("betavariate", "alpha, beta") { (state, a) throws(Raised) -> Value in
      let y = try gamma(state, try Library.double(a[0]), 1)
      if y == 0 { return Value(0.0) }
      return Value(y / (y + (try gamma(state, try Library.double(a[1]), 1))))
    }
  }

  private static func gamma(_ state: RandomState, _ alpha: Double, _ beta: Double) throws(Raised) -> Double {
    if alpha <= 0 || beta <= 0 {
      throw raise(.valueError, "gammavariate: alpha and beta must be > 0.0")
    }
    if alpha > 1 {
      let inverse = (2 * alpha - 1).squareRoot()
      let b = alpha - log(4.0)
      let c = alpha + inverse
      while true {
        let u1 = try state.random()
        guard u1 > 1e-7, u1 < 0.9999999 else { continue }
        let u2 = 1 - (try state.random())
        let v = log(u1 / (1 - u1)) / inverse
        let x = alpha * exp(v)
        let z = u1 * u1 * u2
        let r = b + c * v - x
        if r + (1 + log(4.5)) - 4.5 * z >= 0 || r >= log(z) { return x * beta }
      }
    }
    if alpha == 1 { return -log(1 - (try state.random())) * beta }
    let e = M_E
    while true {
      let b = (e + alpha) / e
      let p = b * (try state.random())
      let x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha)
      let u1 = try state.random()
      if p > 1 {
        if u1 <= pow(x, alpha - 1) { return x * beta }
      } else if u1 <= exp(-x) {
        return x * beta
      }
    }
  }
}
