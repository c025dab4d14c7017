import BigInt

/// The state of an `array.array`: its items lie in a bytearray, on which a `memoryview` can look too.
final class PackedArray: Payload {
  let code: ScalarCode
  let storage: Value

  nonisolated(unsafe) static var cls: Class! = nil
  nonisolated(unsafe) static var iteratorClass: Class! = nil

  init(_ code: ScalarCode) {
    self.code = code
    storage = Bytes.make([], mutable: true)
  }

  override func trace() { Heap.mark(storage) }

  /// All bytes.
  var bytes: [UInt8] { Bytes.bytes(storage) }
  /// How many items.
  var count: Int { Bytes.buffer(storage).count / code.size }

  private var base: UnsafeMutablePointer<UInt8> { storage.object.as(BytesLayout.self).pointee.data }

  /// The item at a position within bounds.
  subscript(_ index: Int) -> Value { code.load(base + index * code.size) }

  /// The bits of the item at a position within bounds.
  func raw(_ index: Int) -> UInt64 {
    (0..<code.size).reduce(UInt64(0)) { $0 | UInt64(base[index * code.size + $1]) << UInt64(8 * $1) }
  }

  /// Replaces the item at a position within bounds.
  func set(_ index: Int, _ bits: UInt64) { code.store(bits, base + index * code.size) }

  func append(_ bits: UInt64) {
    Bytes.append(storage, (0..<code.size).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) })
  }

  func append(bytes: [UInt8]) { Bytes.append(storage, bytes) }

  /// Appends bytes a number of times; raises `MemoryError` when that is absurdly many.
  func append(_ bytes: [UInt8], times: Int) throws(Raised) {
    guard times > 0, !bytes.isEmpty else { return }
    let (total, overflows) = bytes.count.multipliedReportingOverflow(by: times)
    try Heap.checkSize(overflows ? .max : total)
    for _ in 0..<times { Bytes.append(storage, bytes) }
  }

  func insert(_ bits: UInt64, at index: Int) {
    append(0)
    for position in stride(from: count - 1, to: index, by: -1) { set(position, raw(position - 1)) }
    set(index, bits)
  }

  func remove(at index: Int) {
    var bytes = bytes
    bytes.removeSubrange((index * code.size)..<((index + 1) * code.size))
    Bytes.assign(storage, bytes)
  }

  func remove(_ chosen: Slice.Indices) {
    let gone = Set((0..<chosen.count).map { chosen.start + $0 * chosen.step })
    let kept = (0..<count).filter { !gone.contains($0) }.map { raw($0) }
    Bytes.assign(storage, [])
    for bits in kept { append(bits) }
  }

  /// Puts other items in place of those of a slice.
  func replace(_ chosen: Slice.Indices, _ new: [UInt8]) throws(Raised) {
    let size = code.size
    if chosen.step == 1 {
      var bytes = bytes
      bytes.replaceSubrange((chosen.start * size)..<(max(chosen.start, chosen.stop) * size), with: new)
      return Bytes.assign(storage, bytes)
    }
    guard new.count / size == chosen.count else {
      throw raise(
        .valueError,
        "attempt to assign array of size \(new.count / size) to extended slice of size \(chosen.count)")
    }
    for number in 0..<chosen.count {
      for offset in 0..<size {
        base[(chosen.start + number * chosen.step) * size + offset] = new[number * size + offset]
      }
    }
  }

  /// The position that an index means.
  func position(_ index: Value, _ message: String) throws(Raised) -> Int {
    guard Integer.isInteger(index) || index.isObject && Types.cls(index).lookup(.__index__) != nil else {
      throw raise(.typeError, "array indices must be integers")
    }
    let given = try Operations.index(index)
    let position = given < 0 ? given + count : given
    guard position >= 0, position < count else { throw raise(.indexError, message) }
    return position
  }

  func firstIndex(of value: Value, from low: Int, to high: Int) throws(Raised) -> Int? {
    var index = low
    while index < min(count, high) {
      if try Operations.equal(self[index], value) { return index }
      index += 1
    }
    return nil
  }

  /// The items as a list.
  func list() -> Value {
    let result = List.make(capacity: count)
    for index in 0..<count { List.append(result, self[index]) }
    return result
  }

  /// The characters as a text; raises `ValueError` for an array of numbers.
  func text() throws(Raised) -> Value {
    guard code.letter == "u" else {
      throw raise(.valueError, "tounicode() may only be called on unicode type arrays")
    }
    return Str.make((0..<count).map { min(UInt32(truncatingIfNeeded: raw($0)), 0x10FFFF) })
  }

  /// A copy as an object of the class of the original.
  func copy(of original: Value) -> Value {
    let result = PackedArray(code)
    result.append(bytes: bytes)
    return Native.make(Types.cls(original), result)
  }

  /// Takes what the constructor is given.
  func fill(_ source: Value) throws(Raised) {
    if source.isKind(.str) {
      guard code.letter == "u" else {
        throw raise(.typeError, "cannot use a str to initialize an array with typecode '\(code.letter)'")
      }
      for scalar in Str.scalars(source) { append(UInt64(scalar)) }
      return
    }
    if source.isKind(.bytes) {
      let bytes = Bytes.bytes(source)
      guard bytes.count.isMultiple(of: code.size) else {
        throw raise(.valueError, "bytes length not a multiple of item size")
      }
      return append(bytes: bytes)
    }
    if let other = Native.payload(source, as: PackedArray.self) {
      if other.code.letter == code.letter { return append(bytes: other.bytes) }
      if (other.code.letter == "u") != (code.letter == "u") {
        throw raise(
          .typeError,
          other.code.letter == "u"
            ? "cannot use a unicode array to initialize an array with typecode '\(code.letter)'"
            : "array item must be unicode character")
      }
    }
    try Iteration.forEach(source) { (item) throws(Raised) in self.append(try self.bits(item)) }
  }

  /// `array.extend`
  func extend(_ source: Value) throws(Raised) {
    if let other = Native.payload(source, as: PackedArray.self) {
      guard other.code.letter == code.letter else {
        throw raise(.typeError, "can only extend with array of same kind")
      }
      return append(bytes: other.bytes)
    }
    try Iteration.forEach(source) { (item) throws(Raised) in self.append(try self.bits(item)) }
  }

  /// The bits of a new item; raises `TypeError` or `OverflowError` for one that doesn't fit.
  func bits(_ value: Value) throws(Raised) -> UInt64 {
    if code.letter == "u" {
      guard value.isKind(.str), Str.length(value) == 1 else {
        throw raise(.typeError, "array item must be unicode character")
      }
      return UInt64(Str.scalars(value)[0])
    }
    if code.isFloat {
      let double: Double?
      if let plain = try Numbers.double(value) { double = plain } else { double = try asFloat(value) }
      guard let double else {
        throw raise(.typeError, "must be real number, not \(Types.name(value))")
      }
      return code.bits(double)
    }
    var number = value
    if !Integer.isInteger(number) {
      guard value.isObject, let index = try Call.special(value, .__index__), Integer.isInteger(index) else {
        throw raise(.typeError, "'\(Types.name(value))' object cannot be interpreted as an integer")
      }
      number = index
    }
    guard let big = Integer.big(number) else { return 0 }
    if let bits = code.bits(big) { return bits }
    throw raise(.overflowError, overflow(big))
  }

  private func asFloat(_ value: Value) throws(Raised) -> Double? {
    guard value.isObject, let result = try Call.special(value, .__float__), result.isFloat else { return nil }
    return result.double
  }

  /// What CPython says, which passes an int through a word of one size or another first.
  private func overflow(_ big: BigInt) -> String {
    let side = big < 0 ? "less than minimum" : "greater than maximum"
    let isLong = Int(exactly: big) != nil
    switch code.letter {
    case "q": return "int too big to convert"
    case "Q": return big < 0 ? "can't convert negative int to unsigned" : "int too big to convert"
    case "I", "L":
      if big < 0 { return "can't convert negative value to unsigned int" }
      return UInt64(exactly: big) == nil
        ? "Python int too large to convert to C unsigned long" : "unsigned int is greater than maximum"
    case _ where !isLong: return "Python int too large to convert to C long"
    case "b" where Int16(exactly: big) != nil: return "signed char is \(side)"
    case "B": return "unsigned byte integer is \(side)"
    case "b", "h": return "signed short integer is \(side)"
    case "H" where Int32(exactly: big) != nil: return "unsigned short is \(side)"
    default: return "signed integer is \(side)"
    }
  }

  /// The iterator of an array, which sees what is appended meanwhile.
  final class Walk: IteratorPayload {
    private let array: Value
    private let state: PackedArray
    private var index = 0

    init(_ array: Value, _ state: PackedArray) {
      self.array = array
      self.state = state
    }

    override func trace() { Heap.mark(array) }

    override func next() throws(Raised) -> Value? {
      guard index < state.count else {
        index = .max
        return nil
      }
      index += 1
      return state[index - 1]
    }
  }
}
