import Glibc

/// Python's `bytes` and `bytearray`: making, reading and growing.
public enum Bytes {
  /// A bytes value; a bytearray when `mutable`.
  public static func make(_ bytes: [UInt8], mutable: Bool = false) -> Value {
    bytes.withUnsafeBufferPointer { make($0, mutable: mutable) }
  }

  /// A bytes value copied from memory.
  public static func make(_ bytes: UnsafeBufferPointer<UInt8>, mutable: Bool = false) -> Value {
    let (value, data) = uninitialized(bytes.count, mutable: mutable)
    if let base = bytes.baseAddress { memcpy(data, base, bytes.count) }
    return value
  }

  /// A bytes value of so many bytes, and where they are to be put.
  static func uninitialized(_ count: Int, mutable: Bool) -> (Value, UnsafeMutablePointer<UInt8>) {
    let layout = Heap.make(BytesLayout.self, .bytes, mutable ? Types.bytearray : Types.bytes)
    if mutable { layout.pointee.header.flags |= BytesLayout.flagMutable }
    layout.pointee.data = allocateBuffer(count)
    layout.pointee.count = count
    layout.pointee.capacity = count
    Heap.charge(count)
    return (Value(Object(OpaquePointer(layout))), layout.pointee.data)
  }

  /// The bytes of a bytes value, copied.
  public static func bytes(_ value: Value) -> [UInt8] { Array(buffer(value)) }

  /// The bytes of a bytes value; valid until it changes.
  @inline(__always)
  public static func buffer(_ value: Value) -> UnsafeBufferPointer<UInt8> {
    let layout = value.object.as(BytesLayout.self)
    return UnsafeBufferPointer(start: layout.pointee.data, count: layout.pointee.count)
  }

  /// Whether a value is a bytearray.
  static func isMutable(_ value: Value) -> Bool { value.object.pointee.flags & BytesLayout.flagMutable != 0 }

  /// Adds bytes at the end of a bytearray.
  static func append(_ value: Value, _ bytes: [UInt8]) {
    let layout = value.object.as(BytesLayout.self)
    let needed = layout.pointee.count + bytes.count
    if needed > layout.pointee.capacity {
      let capacity = max(needed, layout.pointee.capacity * 3 / 2)
      Heap.charge(capacity - layout.pointee.capacity)
      layout.pointee.data = growBuffer(layout.pointee.data, capacity)
      layout.pointee.capacity = capacity
    }
    bytes.withUnsafeBufferPointer { new in
      if let base = new.baseAddress { memcpy(layout.pointee.data + layout.pointee.count, base, new.count) }
    }
    layout.pointee.count = needed
  }

  /// Replaces the contents of a bytearray.
  static func assign(_ value: Value, _ bytes: [UInt8]) {
    value.object.as(BytesLayout.self).pointee.count = 0
    append(value, bytes)
  }

  /// The order of two bytes values.
  public static func compare(_ a: Value, _ b: Value) -> Int {
    let left = buffer(a)
    let right = buffer(b)
    let common = min(left.count, right.count)
    if common > 0, let l = left.baseAddress, let r = right.baseAddress {
      let order = Int(memcmp(l, r, common))
      if order != 0 { return order }
    }
    return left.count - right.count
  }

  /// Appends `repr` of a bytes value.
  static func appendRepr(_ value: Value, to out: inout [UInt8]) {
    let isMutable = isMutable(value)
    if isMutable { out.append(contentsOf: "\(Types.name(value))(".utf8) }
    let bytes = buffer(value)
    let single = UInt8(ascii: "'")
    let double = UInt8(ascii: "\"")
    let quote = bytes.contains(single) && !bytes.contains(double) ? double : single
    out.append(UInt8(ascii: "b"))
    out.append(quote)
    for byte in bytes {
      switch byte {
      case quote, UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 10: out.append(contentsOf: "\\n".utf8)
      case 13: out.append(contentsOf: "\\r".utf8)
      case 9: out.append(contentsOf: "\\t".utf8)
      case 0x20..<0x7F: out.append(byte)
      default: Text.appendEscape(UInt32(byte), to: &out)
      }
    }
    out.append(quote)
    if isMutable { out.append(UInt8(ascii: ")")) }
  }

  /// The bytes that an argument gives: of a bytes value, or of ints in an iterable; `type` is what they are for.
  static func from(_ value: Value, as type: String) throws(Raised) -> [UInt8] {
    if let bytes = try Text.bufferBytes(value) { return bytes }
    let iterator: Value
    do throws(Raised) { iterator = try Iteration.iterator(value) } catch {
      guard Exceptions.isA(Interpreter.raised, .typeError) else { throw error }
      throw raise(.typeError, "cannot convert '\(Types.name(value))' object to \(type)")
    }
    var out: [UInt8] = []
    if type == "bytes" { try Iteration.askLength(value) }
    while let item = try Iteration.next(iterator) { out.append(try byte(item, as: type)) }
    Function.keepAlive(iterator)
    return out
  }

  /// An int from 0 to 255.
  static func byte(_ value: Value, as type: String = "bytes") throws(Raised) -> UInt8 {
    let message = "\(type == "bytes" ? "bytes" : "byte") must be in range(0, 256)"
    let int = try Operations.index(value, overflow: .valueError, as: message)
    guard let byte = UInt8(exactly: int) else {
      throw raise(.valueError, message)
    }
    return byte
  }

  /// `bytearray[index] = value`
  static func set(_ value: Value, _ index: Value, _ item: Value) throws(Raised) {
    guard index.isKind(.slice) else {
      let given = try Subscript.word(index, "bytearray indices must be integers or slices")
      let byte = try byte(item, as: "bytearray")
      let position = try Subscript.position(given, buffer(value).count, "bytearray")
      value.object.as(BytesLayout.self).pointee.data[position] = byte
      return
    }
    if Integer.isInteger(item) || item.isKind(.str) {
      throw raise(.typeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
    }
    let new = try from(item, as: "bytes")
    let chosen = try Slice.indices(index, buffer(value).count)
    if chosen.step == 1 && new.count != chosen.count {
      var bytes = bytes(value)
      bytes.replaceSubrange(chosen.start..<max(chosen.start, chosen.stop), with: new)
      assign(value, bytes)
      return
    }
    guard new.count == chosen.count else {
      throw raise(
        .valueError,
        "attempt to assign bytes of size \(new.count) to extended slice of size \(chosen.count)")
    }
    let data = value.object.as(BytesLayout.self).pointee.data
    for number in 0..<chosen.count { data[chosen.start + number * chosen.step] = new[number] }
  }

  /// `del bytearray[index]`
  static func delete(_ value: Value, _ index: Value) throws(Raised) {
    var bytes = bytes(value)
    if index.isKind(.slice) {
      let chosen = try Slice.indices(index, bytes.count)
      let gone = Set((0..<chosen.count).map { chosen.start + $0 * chosen.step })
      assign(value, bytes.enumerated().filter { !gone.contains($0.offset) }.map(\.element))
      return
    }
    let given = try Subscript.word(index, "bytearray indices must be integers or slices")
    bytes.remove(at: try Subscript.position(given, bytes.count, "bytearray"))
    assign(value, bytes)
  }
}
