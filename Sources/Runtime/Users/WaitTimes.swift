import Glibc
import Lang

/// The ready-made `wait_time` functions, as methods of users and task sets, and what happens where a spec sets none.
enum WaitTimes {
  /// `random.random`; known before the `locust` module is made.
  nonisolated(unsafe) static var randomRandom = Value.unbound

  /// Adds `between`, `constant_pacing` and `poisson` to a module.
  static func install(in module: Namespace) {
    module.function("between", "min_wait, max_wait") { (a) throws(Raised) -> Value in
      let low = try number(a[0])
      let high = try number(a[1])
      return method { (_) throws(Raised) -> Value in Value(low + (high - low) * (try random())) }
    }
    module.function("constant_pacing", "wait_time") { (a) throws(Raised) -> Value in
      let seconds = try number(a[0])
      return method { (instance) throws(Raised) -> Value in try pace(instance, seconds) }
    }
    module.function("poisson", "rate") { (a) throws(Raised) -> Value in
      let rate = try number(a[0])
      guard rate > 0 else {
        throw raise(.valueError, "poisson() requires a positive rate, got: \(Str.swift(try Text.str(a[0])))")
      }
      return method { (_) throws(Raised) -> Value in Value(-log(1 - (try random())) / rate) }
    }
  }

  private static func method(_ body: @escaping (Value) throws(Raised) -> Value) -> Value {
    NativeFunction.make("wait_time", "self", isMethod: true) { (a) throws(Raised) -> Value in try body(a[0]) }
  }

  private static func number(_ value: Value) throws(Raised) -> Double {
    if value.isFloat { return value.double }
    if let int = Integer.int(value) { return Double(int) }
    throw raise(.typeError, "a wait time is a number of seconds, not '\(Types.name(value))'")
  }

  /// `random.random()`: waits draw from the same sequence as the spec, so that a seed fixes both.
  private static func random() throws(Raised) -> Double {
    let value = try Call.call(randomRandom)
    return value.isFloat ? value.double : 0
  }

  /// How long until `seconds` have passed since the last call's end of waiting; 0 when they have.
  private static func pace(_ instance: Value, _ seconds: Double) throws(Raised) -> Value {
    let now = Double(EventLoop.now) / 1e9
    let names = SpecNames.shared
    let previous = try paceState(instance, names.pacedRun) ?? userStart(now)
    let waited = try paceState(instance, names.pacedWait) ?? 0
    let worked = now - previous - waited
    let wait = max(0, seconds - worked)
    UserRun.current?.lateness = Lateness(
      delay: UInt64(min(max(0, worked - seconds), 1e9) * 1e9), interval: UInt64(min(max(0, seconds), 1e9) * 1e9))
    try Attributes.set(instance, names.pacedWait, Value(wait))
    try Attributes.set(instance, names.pacedRun, Value(now))
    return Value(wait)
  }

  private static func paceState(_ instance: Value, _ name: Symbol) throws(Raised) -> Double? {
    guard let value = try Attributes.find(instance, name), value.isFloat else { return nil }
    return value.double
  }

  private static func userStart(_ now: Double) -> Double {
    UserRun.current.map { Double($0.startedAt) / 1e9 } ?? now
  }

  /// `TaskSet.wait_time` where a spec doesn't override it: the user's; before 0.13, milliseconds in
  /// `min_wait` and `max_wait` or `wait_function`.
  static func fallback(_ taskSet: Value) throws(Raised) -> Value {
    let names = SpecNames.shared
    let user = try Attributes.get(taskSet, names.user)
    if try isLegacy(taskSet, user) { return try legacy(taskSet) }
    return try Call.callMethod(user, names.waitTime)
  }

  /// Whether the milliseconds of old decide: they are set, and nobody has set `wait_time`.
  private static func isLegacy(_ holder: Value, _ user: Value) throws(Raised) -> Bool {
    guard Types.cls(user).lookup(SpecNames.shared.waitTime)?.bits == SpecDefaults.shared.userWaitTime.bits else {
      return false
    }
    let names = SpecNames.shared
    for name in [names.waitFunction, names.minWait] where try !Attributes.get(holder, name).isNone { return true }
    return false
  }

  /// The wait of a user class whose `wait_time` is `User`'s own, in seconds; nil where the milliseconds of old are not
  /// set either.
  static func legacyWait(user: Value) throws(Raised) -> Value? {
    try isLegacy(user, user) ? try legacy(user) : nil
  }

  private static func legacy(_ holder: Value) throws(Raised) -> Value {
    let names = SpecNames.shared
    let function = try Attributes.get(holder, names.waitFunction)
    if !function.isNone {
      // A lambda of a class body is bound by the lookup and takes the holder as its argument.
      return Value(try number(Call.call(function)) / 1000)
    }
    let low = try number(Attributes.get(holder, names.minWait))
    let high = try number(Attributes.get(holder, names.maxWait))
    // Whole milliseconds, both ends included, as `random.randint` gives them.
    return Value((low + floor(try random() * (high - low + 1))) / 1000)
  }
}
