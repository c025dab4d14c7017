/// Takes values in the order in which they stand from the front of bytes, without a tree where the caller knows what
/// comes.
struct MessagePackReader {
  private static let deepest = 64

  /// The bytes; they must outlive the reader.
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether all was taken.
  var isAtEnd: Bool { offset == bytes.count }

  // MARK: Known values

  /// Takes an integer from 0 to `limit`.
  mutating func count(upTo limit: Int = 1 << 50) throws(MessagePackFault) -> Int {
    let first = try number(UInt8.self)
    let value: UInt64
    switch first {
    case 0x00...0x7f: value = UInt64(first)
    case 0xcc: value = UInt64(try number(UInt8.self))
    case 0xcd: value = UInt64(try number(UInt16.self))
    case 0xce: value = UInt64(try number(UInt32.self))
    case 0xcf: value = try number(UInt64.self)
    default: throw .unexpected
    }
    guard value <= UInt64(limit) else { throw .unexpected }
    return Int(value)
  }

  /// Takes a number with a fraction.
  mutating func double() throws(MessagePackFault) -> Double {
    guard try number(UInt8.self) == 0xcb else { throw .unexpected }
    return Double(bitPattern: try number(UInt64.self))
  }

  /// Takes a text.
  mutating func text() throws(MessagePackFault) -> String {
    let type = try number(UInt8.self)
    switch type {
    case 0xa0...0xbf: return try text(Int(type & 0x1f))
    case 0xd9...0xdb: return try text(try length(type - 0xd9))
    default: throw .unexpected
    }
  }

  // MARK: Any value

  mutating func value(depth: Int = 0) throws(MessagePackFault) -> MessagePack {
    guard depth < MessagePackReader.deepest else { throw .tooDeep }
    let type = try number(UInt8.self)
    switch type {
    case 0x00...0x7f: return .int(Int64(type))
    case 0x80...0x8f: return try map(Int(type & 0x0f), depth)
    case 0x90...0x9f: return try array(Int(type & 0x0f), depth)
    case 0xa0...0xbf: return .string(try text(Int(type & 0x1f)))
    case 0xc0: return .null
    case 0xc1: throw .reservedByte
    case 0xc2, 0xc3: return .bool(type == 0xc3)
    case 0xc4...0xc6: return .binary(Array(try take(try length(type - 0xc4))))
    case 0xc7...0xc9: return try extended(try length(type - 0xc7))
    case 0xca: return .double(Double(Float(bitPattern: try number(UInt32.self))))
    case 0xcb: return .double(Double(bitPattern: try number(UInt64.self)))
    case 0xcc: return .int(Int64(try number(UInt8.self)))
    case 0xcd: return .int(Int64(try number(UInt16.self)))
    case 0xce: return .int(Int64(try number(UInt32.self)))
    case 0xcf:
      let value = try number(UInt64.self)
      return Int64(exactly: value).map { .int($0) } ?? .unsigned(value)
    case 0xd0: return .int(Int64(try number(Int8.self)))
    case 0xd1: return .int(Int64(try number(Int16.self)))
    case 0xd2: return .int(Int64(try number(Int32.self)))
    case 0xd3: return .int(try number(Int64.self))
    case 0xd4...0xd8: return try extended(1 << Int(type - 0xd4))
    case 0xd9...0xdb: return .string(try text(try length(type - 0xd9)))
    case 0xdc, 0xdd: return try array(try length(type - 0xdc + 1), depth)
    case 0xde, 0xdf: return try map(try length(type - 0xde + 1), depth)
    default: return .int(Int64(Int8(bitPattern: type)))
    }
  }

  private mutating func take(_ count: Int) throws(MessagePackFault) -> Slice<UnsafeRawBufferPointer> {
    guard count <= bytes.count - offset else { throw .truncated }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  private mutating func number<Number: FixedWidthInteger>(_: Number.Type) throws(MessagePackFault) -> Number {
    let size = MemoryLayout<Number>.size
    guard size <= bytes.count - offset else { throw .truncated }
    defer { offset += size }
    return Number(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  /// Reads a length of 8, 16 or 32 bits for `size` 0, 1 or 2.
  private mutating func length(_ size: UInt8) throws(MessagePackFault) -> Int {
    switch size {
    case 0: Int(try number(UInt8.self))
    case 1: Int(try number(UInt16.self))
    default: Int(try number(UInt32.self))
    }
  }

  private mutating func text(_ count: Int) throws(MessagePackFault) -> String {
    guard let text = String(validating: try take(count), as: UTF8.self) else { throw .invalidText }
    return text
  }

  private mutating func extended(_ count: Int) throws(MessagePackFault) -> MessagePack {
    let type = try number(Int8.self)
    return .extended(type: type, data: Array(try take(count)))
  }

  /// Every element takes a byte at least, so a count above the bytes left is refused before anything is reserved.
  private mutating func array(_ count: Int, _ depth: Int) throws(MessagePackFault) -> MessagePack {
    guard count <= bytes.count - offset else { throw .truncated }
    var elements: [MessagePack] = []
    elements.reserveCapacity(min(count, 256))
    for _ in 0..<count { elements.append(try value(depth: depth + 1)) }
    return .array(elements)
  }

  private mutating func map(_ count: Int, _ depth: Int) throws(MessagePackFault) -> MessagePack {
    guard count <= (bytes.count - offset) / 2 else { throw .truncated }
    var pairs: [MessagePack.Pair] = []
    pairs.reserveCapacity(min(count, 256))
    for _ in 0..<count {
      let key = try value(depth: depth + 1)
      pairs.append(MessagePack.Pair(key, try value(depth: depth + 1)))
    }
    return .map(pairs)
  }
}
