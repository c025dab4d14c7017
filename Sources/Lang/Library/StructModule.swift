import BigInt

/// Python's `struct`.
enum StructModule {
  /// One entry of a format: a code with its size and how often it occurs.
  struct Item {
    let code: UInt8
    let size: Int
    let count: Int
    /// The offset of its first byte.
    let offset: Int
  }

  /// A format that has been read.
  final class Layout: Payload {
    let format: Value
    let items: [Item]
    let size: Int
    let isBig: Bool
    /// Whether numbers are laid out as the machine has them.
    let isNative: Bool
    /// How many values it packs.
    let valueCount: Int

    init(format: Value, items: [Item], size: Int, isBig: Bool, isNative: Bool) {
      self.format = format
      self.items = items
      self.size = size
      self.isBig = isBig
      self.isNative = isNative
      valueCount = items.reduce(0) { $0 + ($1.code == UInt8(ascii: "x") ? 0 : isText($1.code) ? 1 : $1.count) }
    }

    override func trace() { Heap.mark(format) }
  }

  nonisolated(unsafe) private static var errorClass: Class! = nil

  private static func isText(_ code: UInt8) -> Bool { code == UInt8(ascii: "s") || code == UInt8(ascii: "p") }

  private static func fault(_ message: String) -> Raised { raise(errorClass, message) }

  /// The size of a code, natively or by the standard; nil for an unknown one.
  private static func size(_ code: UInt8, native: Bool) -> Int? {
    switch Character(Unicode.Scalar(code)) {
    case "x", "c", "b", "B", "?", "s", "p": 1
    case "h", "H", "e": 2
    case "i", "I", "f": 4
    case "l", "L": native ? 8 : 4
    case "q", "Q", "d": 8
    case "n", "N", "P": native ? 8 : nil
    default: nil
    }
  }

  static func read(_ format: Value) throws(Raised) -> Layout {
    guard format.isKind(.str) || format.isKind(.bytes) else {
      throw raise(.typeError, "Struct() argument 1 must be a str or bytes object, not \(Types.name(format))")
    }
    var text = Array(format.isKind(.str) ? Str.bytes(format) : Bytes.buffer(format))[...]
    if text.contains(0) { throw fault("embedded null character") }
    var isNative = true
    var isBig = false
    if let first = text.first, "@=<>!".utf8.contains(first) {
      text.removeFirst()
      isNative = first == UInt8(ascii: "@")
      isBig = first == UInt8(ascii: ">") || first == UInt8(ascii: "!")
    }
    var items: [Item] = []
    var offset = 0
    while let code = text.popFirst() {
      if code == 32 || (9...13).contains(code) { continue }
      var count = 1
      var code = code
      if (48...57).contains(code) {
        count = 0
        while (48...57).contains(code) {
          count = count &* 10 &+ Int(code - 48)
          if count > 1 << 40 { throw fault("total struct size too long") }
          guard let next = text.popFirst() else { throw fault("repeat count given without format specifier") }
          code = next
        }
      }
      guard let size = size(code, native: isNative) else { throw fault("bad char in struct format") }
      if isNative, size > 1 { offset = (offset + size - 1) / size * size }
      items.append(Item(code: code, size: size, count: count, offset: offset))
      offset += size * count
    }
    let kept = format.isKind(.str) ? format : Str.make(Array(Bytes.buffer(format)))
    return Layout(format: kept, items: items, size: offset, isBig: isBig, isNative: isNative)
  }

  private static func store(_ bits: UInt64, _ size: Int, _ isBig: Bool, _ out: inout [UInt8], at offset: Int) {
    for index in 0..<size {
      out[offset + (isBig ? size - 1 - index : index)] = UInt8(truncatingIfNeeded: bits >> UInt64(8 * index))
    }
  }

  private static func integer(_ value: Value, _ item: Item, isBig: Bool) throws(Raised) -> UInt64 {
    var value = value
    if !Integer.isInteger(value) {
      guard value.isObject, let index = try Call.special(value, .__index__) else {
        throw fault("required argument is not an integer")
      }
      value = index
    }
    guard let big = Integer.big(value) else { throw fault("required argument is not an integer") }
    let letter = Character(Unicode.Scalar(item.code))
    let isSigned = letter.isLowercase && letter != "?"
    let width = item.size * 8
    if letter == "P" {
      if let word = Int64(exactly: big) { return UInt64(bitPattern: word) }
      guard let word = UInt64(exactly: big) else { throw fault("int too large to convert") }
      return word
    }
    let low = isSigned ? -(BigInt(1) << (width - 1)) : BigInt(0)
    let high = (BigInt(1) << (isSigned ? width - 1 : width)) - 1
    guard big >= low, big <= high else {
      if isBig, !isSigned, big < 0, item.size == 2 || item.size == 4 { throw fault("argument out of range") }
      if isBig, item.size == 8 { throw fault("int too large to convert") }
      // CPython first makes a machine word of the int, with an error of its own.
      let isWord =
        letter == "i" || letter == "I" || letter == "l" || letter == "L"
        ? (letter.isLowercase || big >= 0) : Int(exactly: big) != nil
      guard isWord, item.size < 8, Int64(exactly: big) != nil || !isSigned && UInt64(exactly: big) != nil else {
        throw fault("argument out of range")
      }
      let names: [Character: String] = ["b": "byte", "B": "ubyte", "h": "short", "H": "ushort"]
      let name = (!isBig || item.size == 1 ? names[letter] : nil) ?? "'\(letter)'"
      throw fault("\(name) format requires \(low) <= number <= \(high)")
    }
    return isSigned ? UInt64(bitPattern: Int64(big)) : UInt64(big)
  }

  static func pack(_ layout: Layout, _ values: ArraySlice<Value>) throws(Raised) -> [UInt8] {
    guard values.count == layout.valueCount else {
      throw fault("pack expected \(layout.valueCount) items for packing (got \(values.count))")
    }
    var out = [UInt8](repeating: 0, count: layout.size)
    var rest = values
    for item in layout.items {
      if item.code == UInt8(ascii: "x") { continue }
      if isText(item.code) {
        let value = rest.removeFirst()
        guard value.isKind(.bytes) else {
          throw fault("argument for '\(Character(Unicode.Scalar(item.code)))' must be a bytes object")
        }
        let bytes = Bytes.bytes(value)
        let isPascal = item.code == UInt8(ascii: "p")
        let room = isPascal ? max(0, item.count - 1) : item.count
        let kept = min(bytes.count, room)
        if isPascal, item.count > 0 { out[item.offset] = UInt8(min(kept, 255)) }
        for index in 0..<kept { out[item.offset + (isPascal ? 1 : 0) + index] = bytes[index] }
        continue
      }
      for index in 0..<item.count {
        let offset = item.offset + index * item.size
        let value = rest.removeFirst()
        switch Character(Unicode.Scalar(item.code)) {
        case "c":
          guard value.isKind(.bytes), Bytes.buffer(value).count == 1 else {
            throw fault("char format requires a bytes object of length 1")
          }
          out[offset] = Bytes.buffer(value)[0]
        case "?": out[offset] = try Operations.truth(value) ? 1 : 0
        case "d", "f", "e":
          guard let double = NumberTypes.realOrNil(value) else {
            throw fault("required argument is not a float")
          }
          let bits = try bits(double, item, native: layout.isNative, isInteger: Integer.isInteger(value))
          store(bits, item.size, layout.isBig, &out, at: offset)
        default:
          store(try integer(value, item, isBig: layout.isBig), item.size, layout.isBig, &out, at: offset)
        }
      }
    }
    return out
  }

  private static func bits(
    _ double: Double, _ item: Item, native: Bool, isInteger: Bool
  ) throws(Raised) -> UInt64 {
    func tooLarge(_ code: String) -> Raised {
      isInteger
        ? fault("int too large to convert") : raise(.overflowError, "float too large to pack with \(code) format")
    }
    switch item.size {
    case 8: return double.bitPattern
    case 4:
      let float = Float(double)
      // The machine's own conversion makes an infinity of it.
      if !native, float.isInfinite && double.isFinite {
        throw tooLarge("f")
      }
      return UInt64(float.bitPattern)
    default:
      let half = Float16(double)
      if half.isInfinite && double.isFinite { throw tooLarge("e") }
      return UInt64(half.bitPattern)
    }
  }

  static func unpack(_ layout: Layout, _ bytes: UnsafeBufferPointer<UInt8>, at start: Int = 0) -> Value {
    let result = List.make(capacity: layout.valueCount)
    for item in layout.items {
      if item.code == UInt8(ascii: "x") { continue }
      if isText(item.code) {
        var from = start + item.offset
        var count = item.count
        if item.code == UInt8(ascii: "p"), count > 0 {
          count = min(Int(bytes[from]), count - 1)
          from += 1
        }
        List.append(result, Bytes.make(Array(bytes[from..<(from + count)])))
        continue
      }
      for index in 0..<item.count {
        let offset = start + item.offset + index * item.size
        var bits: UInt64 = 0
        for byte in 0..<item.size {
          bits |= UInt64(bytes[offset + (layout.isBig ? item.size - 1 - byte : byte)]) << UInt64(8 * byte)
        }
        List.append(result, value(bits, item))
      }
    }
    let count = List.count(result)
    guard let base = List.items(result).baseAddress, count > 0 else { return Tuple.make([]) }
    return Tuple.make(base, count)
  }

  private static func value(_ bits: UInt64, _ item: Item) -> Value {
    switch Character(Unicode.Scalar(item.code)) {
    case "c": return Bytes.make([UInt8(truncatingIfNeeded: bits)])
    case "?": return Value(bits != 0)
    case "d": return float(Double(bitPattern: bits))
    case "f": return float(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    case "e": return float(Double(Float16(bitPattern: UInt16(truncatingIfNeeded: bits))))
    case let letter where letter.isLowercase:
      let shift = UInt64(64 - 8 * item.size)
      return Integer.make(Int(Int64(bitPattern: bits << shift) >> Int64(shift)))
    default: return bits <= UInt64(Int.max) ? Integer.make(Int(bits)) : Integer.make(BigInt(bits))
    }
  }

  /// A float whose NaN has no payload that could pass for another value.
  private static func float(_ double: Double) -> Value { Value(double.isNaN ? .nan : double) }

  static func build(_ module: Namespace) throws(Raised) {
    errorClass = Types.define(
      "error", module: "struct", kind: .instance, bases: [ExceptionKind.exception.cls], hasAttributes: true)
    module["error"] = errorClass.value
    func buffer(_ value: Value) throws(Raised) -> UnsafeBufferPointer<UInt8> {
      guard let bytes = try Text.bufferValue(value) else {
        throw raise(.typeError, "a bytes-like object is required, not '\(Types.name(value))'")
      }
      return Bytes.buffer(bytes)
    }
    func unpack(_ layout: Layout, _ data: Value) throws(Raised) -> Value {
      let bytes = try buffer(data)
      guard bytes.count == layout.size else { throw fault("unpack requires a buffer of \(layout.size) bytes") }
      return StructModule.unpack(layout, bytes)
    }
    func unpackFrom(_ layout: Layout, _ data: Value, _ offset: Value?) throws(Raised) -> Value {
      let bytes = try buffer(data)
      var start = try offset.map(Operations.index) ?? 0
      if start < 0 {
        if start + layout.size > 0 {
          throw fault("not enough data to unpack \(layout.size) bytes at offset \(start)")
        }
        if start + bytes.count < 0 { throw fault("offset \(start) out of range for \(bytes.count)-byte buffer") }
        start += bytes.count
      }
      guard bytes.count - start >= layout.size else {
        throw fault(
          "unpack_from requires a buffer of at least \(UInt(start) + UInt(layout.size)) bytes for unpacking \(layout.size) bytes "
            + "at offset \(start) (actual buffer size is \(bytes.count))")
      }
      return StructModule.unpack(layout, bytes, at: start)
    }
    func packInto(_ layout: Layout, _ buffer: Value, _ offset: Value, _ values: Value) throws(Raised) -> Value {
      guard let target = MemoryView.writable(buffer) else {
        throw raise(
          .typeError, "pack_into() argument 2 must be read-write bytes-like object, not \(Types.name(buffer))")
      }
      let given = try Operations.index(offset)
      var start = given
      if start < 0 {
        start += target.count
        guard start >= 0 else { throw fault("offset \(given) out of range for \(target.count)-byte buffer") }
        guard target.count - start >= layout.size else {
          throw fault("no space to pack \(layout.size) bytes at offset \(given)")
        }
      }
      guard target.count - start >= layout.size else {
        throw fault(
          "pack_into requires a buffer of at least \(UInt(start) + UInt(layout.size)) bytes for packing "
            + "\(layout.size) bytes at offset \(start) (actual buffer size is \(target.count))")
      }
      for (index, byte) in try pack(layout, Array(Tuple.items(values))[...]).enumerated() {
        target[start + index] = byte
      }
      return .none
    }
    func all(_ layout: Layout, _ data: Value) throws(Raised) -> Value {
      let bytes = try buffer(data)
      if layout.size == 0 { throw fault("cannot iteratively unpack with a struct of length 0") }
      guard bytes.count % layout.size == 0 else {
        throw fault("iterative unpacking requires a buffer of a multiple of \(layout.size) bytes")
      }
      let result = List.make()
      for start in stride(from: 0, to: bytes.count, by: layout.size) {
        List.append(result, StructModule.unpack(layout, bytes, at: start))
      }
      return try Iteration.iterator(result)
    }
    module.function("calcsize", "format, /") { (a) throws(Raised) -> Value in Integer.make(try read(a[0]).size) }
    module.function("pack", "*values") { (a) throws(Raised) -> Value in
      let given = Array(Tuple.items(a[0]))
      guard let format = given.first else { throw raise(.typeError, "missing format argument") }
      return Bytes.make(try pack(try read(format), given.dropFirst()))
    }
    module.function("pack_into", "format, buffer, offset, /, *values") { (a) throws(Raised) -> Value in
      try packInto(try read(a[0]), a[1], a[2], a[3])
    }
    module.function("unpack", "format, buffer, /") { (a) throws(Raised) -> Value in
      try unpack(try read(a[0]), a[1])
    }
    module.function("unpack_from", "format, /, buffer, offset=0") { (a) throws(Raised) -> Value in
      try unpackFrom(try read(a[0]), a[1], a.optional(2))
    }
    module.function("iter_unpack", "format, buffer, /") { (a) throws(Raised) -> Value in
      try all(try read(a[0]), a[1])
    }
    let cls = Types.define("Struct", module: "_struct")
    func of(_ value: Value) throws(Raised) -> Layout {
      guard let layout = Native.payload(value, as: Layout.self) else {
        throw raise(.typeError, "a '_struct.Struct' object is required, not '\(Types.name(value))'")
      }
      return layout
    }
    cls.staticMethod("__new__", "cls, format") { (a) throws(Raised) -> Value in
      Native.make(ClassObject.cls(a[0]), try read(a[1]))
    }
    cls.property("format", get: { (value) throws(Raised) -> Value in try of(value).format })
    cls.property("size", get: { (value) throws(Raised) -> Value in Integer.make(try of(value).size) })
    cls.method("pack", "self, /, *values") { (a) throws(Raised) -> Value in
      Bytes.make(try pack(try of(a[0]), Array(Tuple.items(a[1]))[...]))
    }
    cls.method("pack_into", "self, buffer, offset, /, *values") { (a) throws(Raised) -> Value in
      try packInto(try of(a[0]), a[1], a[2], a[3])
    }
    cls.method("unpack", "self, buffer, /") { (a) throws(Raised) -> Value in try unpack(try of(a[0]), a[1]) }
    cls.method("unpack_from", "self, /, buffer, offset=0") { (a) throws(Raised) -> Value in
      try unpackFrom(try of(a[0]), a[1], a.optional(2))
    }
    cls.method("iter_unpack", "self, buffer, /") { (a) throws(Raised) -> Value in try all(try of(a[0]), a[1]) }
    module["Struct"] = cls.value
  }
}
