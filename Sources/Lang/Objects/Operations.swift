import BigInt

/// What Python does with any two values: truth, equality, order, hash.
public enum Operations {
  /// `bool(value)`
  @inline(never)
  public static func truth(_ value: Value) throws(Raised) -> Bool {
    if value.isBool { return value.isTrue }
    if value.isNone { return false }
    if value.isSmallInt { return value.smallInt != 0 }
    if value.isFloat { return value.double != 0 }
    guard value.isObject else { return true }
    if !Types.of(value).read({ $0.isUserDefined }) {
      switch value.object.pointee.kind {
      case .str: return value.object.as(StrLayout.self).pointee.count > 0
      case .bytes: return value.object.as(BytesLayout.self).pointee.count > 0
      case .list: return List.count(value) > 0
      case .tuple: return Tuple.items(value).count > 0
      case .dict: return Dict.count(value) > 0
      case .set: return PySet.count(value) > 0
      case .bigInt: return true
      case .range: return PyRange.count(value) > 0
      case .function, .boundMethod, .nativeFunction, .module: return true
      default: break
      }
    }
    if let result = try Call.special(value, .__bool__) {
      guard result.isBool else {
        throw raise(.typeError, "__bool__ should return bool, returned \(Types.name(result))")
      }
      return result.isTrue
    }
    if let result = try Call.special(value, .__len__) {
      return try lengthOf(result) != 0
    }
    if value.isKind(.float) { return Numbers.plain(value).double != 0 }
    if let int = Integer.int(value) { return int != 0 }
    return true
  }

  /// `hash(value)`
  @inline(__always)
  public static func hash(_ value: Value) throws(Raised) -> Int {
    if value.object(isExactly: Types.str) { return Str.hash(value) }
    if value.isSmallInt { return Integer.hash(value) }
    return try hashOther(value)
  }

  @inline(never)
  private static func hashOther(_ value: Value) throws(Raised) -> Int {
    if value.isBool { return value.isTrue ? 1 : 0 }
    if value.isFloat { return hash(value.double) }
    guard value.isObject else { return Int(value.bits) &* 7919 }
    if let method = Types.of(value).read({ $0.override(.__hash__) }) {
      if method.isNone { throw raise(.typeError, "unhashable type: '\(Types.name(value))'") }
      let result = try Call.method(method, of: value)
      guard Integer.isInteger(result) else {
        throw raise(.typeError, "__hash__ method should return an integer")
      }
      return hashOf(result)
    }
    return try hashByLayout(value)
  }

  /// The hash that a `__hash__` method means by its result: the int itself where a machine word holds it.
  private static func hashOf(_ result: Value) -> Int {
    guard let int = Integer.int(result) else { return Integer.hash(result) }
    return int == -1 ? -2 : int
  }

  /// The hash of an object as its layout has it, whatever `__hash__` a subclass defines.
  static func hashByLayout(_ value: Value) throws(Raised) -> Int {
    switch value.object.pointee.kind {
    case .str: return Str.hash(value)
    case .bigInt: return Integer.hash(value)
    case .float: return hash(Numbers.plain(value).double)
    case .bytes where value.object.pointee.flags & BytesLayout.flagMutable == 0:
      let layout = value.object.as(BytesLayout.self)
      return Str.hashBytes(UnsafeBufferPointer(start: layout.pointee.data, count: layout.pointee.count))
    case .tuple:
      try Interpreter.checkStack()
      return try hashTuple(value)
    case .set where PySet.isFrozen(value):
      return hashFrozen(value)
    case .list, .dict, .set, .bytes, .slice: throw raise(.typeError, "unhashable type: '\(Types.name(value))'")
    case .range:
      // Equal ranges, those of the same items, have the same hash.
      let range = value.object.as(RangeLayout.self).pointee
      let count = PyRange.count(value)
      return try hashTuple(
        Tuple.make([
          Integer.make(count), count == 0 ? .none : Integer.make(range.start),
          count <= 1 ? .none : Integer.make(range.step),
        ]))
    case .boundMethod:
      let method = value.object.as(BoundMethodLayout.self)
      return Int(method.pointee.function.bits >> 4) ^ Int(method.pointee.receiver.bits >> 4)
    case .native, .instance:
      let cls = Types.cls(value)
      if cls.isUserDefined && value.object.pointee.kind == .instance { return Int(value.bits >> 4) }
      if let method = cls.lookup(.__hash__) {
        if method.isNone { throw raise(.typeError, "unhashable type: '\(Types.name(value))'") }
        return hashOf(try Call.call(method, value))
      }
      return Int(value.bits >> 4)
    default: return Int(value.bits >> 4)
    }
  }

  private static func hashFrozen(_ value: Value) -> Int {
    let table = PySet.table(value).pointee
    // As CPython documents it: independent of the order, and spread so that sets of sets get different hashes.
    var hash = 1_927_868_237 &* UInt64(table.count + 1)
    for slot in 0..<table.slotCount where table.element(at: slot) != nil {
      let element = UInt64(bitPattern: Int64(table.hash(at: slot)))
      hash ^= (element ^ 89_869_747 ^ (element << 16)) &* 3_644_798_167
    }
    hash ^= (hash >> 11) ^ (hash >> 25)
    hash = hash &* 69069 &+ 907_133_923
    return hash == .max ? 590_923_713 : Int(Int64(bitPattern: hash))
  }

  /// The hash of a tuple: xxHash's rounds over the items' hashes, as CPython since 3.8.
  private static func hashTuple(_ value: Value) throws(Raised) -> Int {
    var accumulator: UInt64 = 2_870_177_450_012_600_261
    let items = Tuple.items(value)
    for item in items {
      accumulator &+= UInt64(bitPattern: Int64(try hash(item))) &* 14_029_467_366_897_019_727
      accumulator = accumulator << 31 | accumulator >> 33
      accumulator &*= 11_400_714_785_074_694_791
    }
    accumulator &+= UInt64(items.count) ^ (2_870_177_450_012_600_261 ^ 3_527_539)
    return accumulator == .max ? 1_546_275_796 : Int(Int64(bitPattern: accumulator))
  }

  /// The hash of a float: equal to that of an equal int (CPython's documented numeric hash, modulus 2^61-1).
  static func hash(_ double: Double) -> Int {
    if double.isInfinite { return double > 0 ? 314_159 : -314_159 }
    if double.isNaN { return 0 }
    var exponent = double == 0 ? 0 : Int(double.exponent) + 1
    var mantissa = double == 0 ? 0 : double.magnitude.significand / 2
    var result: UInt = 0
    let modulus: UInt = (1 << 61) - 1
    while mantissa != 0 {
      result = (result << 28) & modulus | result >> 33
      mantissa *= 268_435_456
      exponent -= 28
      let digit = UInt(mantissa)
      mantissa -= Double(digit)
      result += digit
      if result >= modulus { result -= modulus }
    }
    exponent = exponent >= 0 ? exponent % 61 : 61 - 1 - (-1 - exponent) % 61
    result = (result << UInt(exponent)) & modulus | result >> UInt(61 - exponent)
    let signed = double < 0 ? -Int(result) : Int(result)
    return signed == -1 ? -2 : signed
  }

  /// `a == b` as a truth.
  @inline(never)
  public static func equal(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    if Value.areSmallInts(a, b) { return a.bits == b.bits }
    if a.object(isExactly: Types.str), b.object(isExactly: Types.str) { return Str.equal(a, b) }
    if a.bits == b.bits && !(a.isObject && Types.cls(a).isUserDefined) { return !(a.isFloat && a.double.isNaN) }
    return try truth(try Comparison.compare(.equal, a, b))
  }

  /// Whether two values are the same object or equal: what `in`, `list.index` and the like ask.
  @inline(__always)
  static func sameOrEqual(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    a.bits == b.bits ? true : try equal(a, b)
  }

  /// `element in container`
  @inline(never)
  static func contains(_ container: Value, _ element: Value) throws(Raised) -> Bool {
    guard container.isObject else { throw notContainer(container) }
    if let method = Types.of(container).read({ $0.override(.__contains__) }) {
      if method.isNone { throw raise(.typeError, "'\(Types.name(container))' object is not a container") }
      return try truth(try Call.method(method, of: container, element))
    }
    switch container.object.pointee.kind {
    case .str:
      guard element.isKind(.str) else {
        throw raise(
          .typeError, "'in <string>' requires string as left operand, not \(Types.name(element))")
      }
      return Text.find(Str.bytes(container), Str.bytes(element), from: 0) != nil
    case .list:
      var index = 0
      while index < List.count(container) {
        if try sameOrEqual(List.item(container, index), element) { return true }
        index += 1
      }
      return false
    case .tuple:
      for item in Tuple.items(container) where try sameOrEqual(item, element) { return true }
      return false
    case .dict: return try Dict.get(container, element) != nil
    case .set: return try PySet.contains(container, SetType.hashable(element))
    case .range:
      if let int = Integer.int(element) { return PyRange.contains(container, int) }
    default:
      if let method = Types.lookup(container, .__contains__) {
        return try truth(try Call.call(method, container, element))
      }
    }
    guard try Iteration.isIterable(container) else { throw notContainer(container) }
    let iterator: Value
    do throws(Raised) { iterator = try Iteration.iterator(container) } catch {
      throw Exceptions.isA(Interpreter.raised, .typeError) ? notContainer(container) : error
    }
    while let item = try Iteration.next(iterator) {
      if try sameOrEqual(item, element) { return true }
    }
    return false
  }

  /// The `TypeError` for something in which nothing can be searched.
  static func notContainer(_ value: Value) -> Raised {
    raise(.typeError, "argument of type '\(Types.name(value))' is not iterable")
  }

  /// The `TypeError` for something that can't be iterated over.
  static func notIterable(_ value: Value) -> Raised {
    raise(.typeError, "'\(Types.name(value))' object is not iterable")
  }

  /// `len(value)`
  public static func length(_ value: Value) throws(Raised) -> Int {
    if value.isObject {
      if value.object.pointee.cls.read({ !$0.isUserDefined }) {
        switch value.object.pointee.kind {
        case .str: return Str.length(value)
        case .list: return List.count(value)
        case .tuple: return Tuple.items(value).count
        case .dict: return Dict.count(value)
        case .set: return PySet.count(value)
        case .bytes: return value.object.as(BytesLayout.self).pointee.count
        case .range: return PyRange.count(value)
        default: break
        }
      }
      if let result = try Call.special(value, .__len__) { return try lengthOf(result) }
    }
    throw raise(.typeError, "object of type '\(Types.name(value))' has no len()")
  }

  /// The length that a `__len__` method means by its result.
  private static func lengthOf(_ result: Value) throws(Raised) -> Int {
    let number = try indexed(result)
    if Integer.big(number).map({ $0 < 0 }) == true { throw raise(.valueError, "__len__() should return >= 0") }
    return try size(result, number)
  }

  /// `operator.index(value)` as a length or a number of repetitions.
  static func size(_ value: Value) throws(Raised) -> Int { try size(value, try indexed(value)) }

  private static func size(_ value: Value, _ number: Value) throws(Raised) -> Int {
    try index(number, overflow: .overflowError, as: "cannot fit '\(Types.name(value))' into an index-sized integer")
  }

  /// `operator.index(value)`: an int as it is, and what `__index__` gives for others.
  static func indexed(_ value: Value) throws(Raised) -> Value {
    if Integer.isInteger(value) { return value }
    guard let result = try Call.special(value, .__index__) else {
      throw raise(.typeError, "'\(Types.name(value))' object cannot be interpreted as an integer")
    }
    guard Integer.isInteger(result) else {
      throw raise(.typeError, "__index__ returned non-int (type \(Types.name(result)))")
    }
    return result
  }

  /// `operator.index(value)` as a number of any size.
  static func whole(_ value: Value) throws(Raised) -> BigInt { Integer.big(try indexed(value)) ?? 0 }

  /// `operator.index(value)` as a machine word.
  public static func index(_ value: Value) throws(Raised) -> Int { try index(value, overflow: .overflowError) }

  /// What C functions that take an `int` make of a value.
  static func cInt(_ value: Value) throws(Raised) -> Int {
    guard let int = Integer.int(try indexed(value)), Int32(exactly: int) != nil else {
      throw raise(.overflowError, "Python int too large to convert to C int")
    }
    return int
  }

  /// The machine word of an index; an exception of the given kind, with its own text or the usual one, where it is too
  /// large.
  static func index(_ value: Value, overflow: ExceptionKind, as text: String? = nil) throws(Raised) -> Int {
    if value.isSmallInt { return value.smallInt }
    guard let int = Integer.int(try indexed(value)) else {
      throw raise(
        overflow,
        text
          ?? (overflow == .indexError
            ? "cannot fit '\(Types.name(value))' into an index-sized integer"
            : "Python int too large to convert to C ssize_t"))
    }
    return int
  }
}

/// Python's `range` over machine words.
enum PyRange {
  static func make(_ start: Int, _ stop: Int, _ step: Int) -> Value {
    let layout = Heap.make(RangeLayout.self, .range, Types.range)
    layout.pointee.start = start
    layout.pointee.stop = stop
    layout.pointee.step = step
    return Value(Object(OpaquePointer(layout)))
  }

  /// A range; raises `OverflowError` where its bounds or what lies a step beyond them are no machine words.
  static func checked(_ start: Int, _ stop: Int, _ step: Int) throws(Raised) -> Value {
    let distance = stop.subtractingReportingOverflow(start)
    guard !distance.overflow, distance.partialValue != .min, step != .min else { throw tooLarge() }
    return make(start, stop, step)
  }

  /// The part of a range that a slice chooses.
  static func slice(_ value: Value, _ index: Value) throws(Raised) -> Value {
    let range = value.object.as(RangeLayout.self).pointee
    if Slice.hasHugeStep(index) { throw tooLarge() }
    let chosen = try Slice.indices(index, count(value))
    func at(_ position: Int) throws(Raised) -> Int {
      let (product, overflows) = position.multipliedReportingOverflow(by: range.step)
      let (sum, overflowsToo) = range.start.addingReportingOverflow(product)
      if overflows || overflowsToo || sum == .min { throw tooLarge() }
      return sum
    }
    let (step, overflows) = range.step.multipliedReportingOverflow(by: chosen.step)
    if overflows { throw tooLarge() }
    return try checked(try at(chosen.start), try at(chosen.stop), step)
  }

  static func tooLarge() -> Raised {
    raise(.overflowError, "a range of ints beyond 64 bits is not supported")
  }

  /// How many ints a range has.
  static func count(_ value: Value) -> Int {
    let range = value.object.as(RangeLayout.self).pointee
    return count(range.start, range.stop, range.step)
  }

  static func count(_ start: Int, _ stop: Int, _ step: Int) -> Int {
    if step > 0 { return stop > start ? (stop - start - 1) / step + 1 : 0 }
    return start > stop ? (start - stop - 1) / -step + 1 : 0
  }

  static func contains(_ value: Value, _ int: Int) -> Bool {
    let range = value.object.as(RangeLayout.self).pointee
    let inside = range.step > 0 ? int >= range.start && int < range.stop : int <= range.start && int > range.stop
    return inside && (int - range.start) % range.step == 0
  }
}
