import BigInt

/// Python's `slice`.
enum Slice {
  /// A slice; absent parts are `None`.
  static func make(_ start: Value, _ stop: Value, _ step: Value) -> Value {
    let layout = Heap.make(SliceLayout.self, .slice, Types.slice)
    layout.pointee.start = start
    layout.pointee.stop = stop
    layout.pointee.step = step
    return Value(Object(OpaquePointer(layout)))
  }

  /// The items that a slice chooses from a sequence: `count` of them, from `start` on, `step` apart.
  struct Indices {
    var start: Int
    var stop: Int
    var step: Int
    var count: Int
  }

  /// A slice applied to a sequence of `length` items: what `slice.indices` gives.
  static func indices(_ slice: Value, _ length: Int) throws(Raised) -> Indices {
    let layout = slice.object.as(SliceLayout.self)
    let step = layout.pointee.step.isNone ? 1 : try part(layout.pointee.step)
    if step == 0 { throw raise(.valueError, "slice step cannot be zero") }
    let lower = step < 0 ? -1 : 0
    let upper = step < 0 ? length - 1 : length
    let start =
      layout.pointee.start.isNone
      ? (step < 0 ? upper : lower) : clamp(try part(layout.pointee.start), length, lower, upper)
    let stop =
      layout.pointee.stop.isNone
      ? (step < 0 ? lower : upper) : clamp(try part(layout.pointee.stop), length, lower, upper)
    return Indices(start: start, stop: stop, step: step, count: PyRange.count(start, stop, step))
  }

  /// `slice.indices(length)`: a tuple of start, stop and step, of any size.
  static func exactIndices(_ slice: Value, _ length: Value) throws(Raised) -> Value {
    let layout = slice.object.as(SliceLayout.self).pointee
    let length = try Operations.whole(length)
    if length < 0 { throw raise(.valueError, "length should not be negative") }
    let step = layout.step.isNone ? 1 : try Operations.whole(try checked(layout.step))
    if step == 0 { throw raise(.valueError, "slice step cannot be zero") }
    let lower: BigInt = step < 0 ? -1 : 0
    let upper = step < 0 ? length - 1 : length
    func bound(_ given: Value, _ absent: BigInt) throws(Raised) -> BigInt {
      if given.isNone { return absent }
      let index = try Operations.whole(try checked(given))
      return index < 0 ? max(index + length, lower) : min(index, upper)
    }
    let start = try bound(layout.start, step < 0 ? upper : lower)
    let stop = try bound(layout.stop, step < 0 ? lower : upper)
    return Tuple.make([Integer.make(start), Integer.make(stop), Integer.make(step)])
  }

  /// A bound that is an int or has an `__index__`; raises for others what is said of slices.
  private static func checked(_ value: Value) throws(Raised) -> Value {
    if Integer.isInteger(value) || Types.lookup(value, .__index__) != nil { return value }
    throw raise(.typeError, "slice indices must be integers or None or have an __index__ method")
  }

  /// Whether the step is an int beyond a machine word.
  static func hasHugeStep(_ slice: Value) -> Bool {
    let step = slice.object.as(SliceLayout.self).pointee.step
    return step.isKind(.bigInt) && Integer.int(step) == nil
  }

  private static func clamp(_ index: Int, _ length: Int, _ lower: Int, _ upper: Int) -> Int {
    index < 0 ? max(index &+ length, lower) : min(index, upper)
  }

  /// A bound as a machine word; ints beyond it are cut off.
  private static func part(_ value: Value) throws(Raised) -> Int {
    if value.isSmallInt { return value.smallInt }
    let big = try Operations.whole(try checked(value))
    let half = Int.max / 2
    return Int(exactly: big).map { max(-half, min(half, $0)) } ?? (big.sign == .minus ? -half : half)
  }
}
