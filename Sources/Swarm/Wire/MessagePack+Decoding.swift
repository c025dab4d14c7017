/// Bytes that are not one MessagePack value.
public enum MessagePackFault: Error, Equatable {
  /// The bytes end within a value.
  case truncated
  /// There are bytes after the value.
  case trailingBytes
  /// The byte 0xc1, which the format never uses.
  case reservedByte
  /// A string is not UTF-8.
  case invalidText
  /// Values are nested too deeply.
  case tooDeep
}

extension MessagePack {
  /// Reads one value that fills all the bytes.
  ///
  /// - Throws: `MessagePackFault` for anything else; no bytes can do worse.
  public init(decoding bytes: [UInt8]) throws(MessagePackFault) {
    var reader = MessagePackReader(bytes: bytes[...])
    self = try reader.value(depth: 0)
    guard reader.bytes.isEmpty else { throw .trailingBytes }
  }
}

/// Takes values from the front of bytes.
private struct MessagePackReader {
  /// What is still to be read.
  var bytes: ArraySlice<UInt8>

  private static let deepest = 64

  mutating func value(depth: Int) throws(MessagePackFault) -> MessagePack {
    guard depth < MessagePackReader.deepest else { throw .tooDeep }
    let type = try number(UInt8.self)
    switch type {
    case 0x00...0x7f: return .int(Int64(type))
    case 0x80...0x8f: return try map(Int(type & 0x0f), depth)
    case 0x90...0x9f: return try array(Int(type & 0x0f), depth)
    case 0xa0...0xbf: return try string(Int(type & 0x1f))
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
    case 0xd9...0xdb: return try string(try length(type - 0xd9))
    case 0xdc, 0xdd: return try array(try length(type - 0xdc + 1), depth)
    case 0xde, 0xdf: return try map(try length(type - 0xde + 1), depth)
    default: return .int(Int64(Int8(bitPattern: type)))
    }
  }

  private mutating func take(_ count: Int) throws(MessagePackFault) -> ArraySlice<UInt8> {
    guard count <= bytes.count else { throw .truncated }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }

  private mutating func number<Number: FixedWidthInteger>(_: Number.Type) throws(MessagePackFault) -> Number {
    try take(Number.bitWidth / 8).reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
  }

  /// Reads a length of 8, 16 or 32 bits for `size` 0, 1 or 2.
  private mutating func length(_ size: UInt8) throws(MessagePackFault) -> Int {
    switch size {
    case 0: Int(try number(UInt8.self))
    case 1: Int(try number(UInt16.self))
    default: Int(try number(UInt32.self))
    }
  }

  private mutating func string(_ count: Int) throws(MessagePackFault) -> MessagePack {
    guard let text = String(validating: try take(count), as: UTF8.self) else { throw .invalidText }
    return .string(text)
  }

  private mutating func extended(_ count: Int) throws(MessagePackFault) -> MessagePack {
    let type = try number(Int8.self)
    return .extended(type: type, data: Array(try take(count)))
  }

  /// Every element takes a byte at least, so a count above the bytes left is refused before anything is reserved.
  private mutating func array(_ count: Int, _ depth: Int) throws(MessagePackFault) -> MessagePack {
    guard count <= bytes.count else { throw .truncated }
    var elements: [MessagePack] = []
    for _ in 0..<count { elements.append(try value(depth: depth + 1)) }
    return .array(elements)
  }

  private mutating func map(_ count: Int, _ depth: Int) throws(MessagePackFault) -> MessagePack {
    guard count <= bytes.count / 2 else { throw .truncated }
    var pairs: [MessagePack.Pair] = []
    for _ in 0..<count {
      let key = try value(depth: depth + 1)
      pairs.append(MessagePack.Pair(key, try value(depth: depth + 1)))
    }
    return .map(pairs)
  }
}
