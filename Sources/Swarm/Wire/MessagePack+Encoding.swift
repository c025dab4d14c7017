extension MessagePack {
  /// The value in the format's shortest form.
  public var encoded: [UInt8] {
    var bytes: [UInt8] = []
    encode(into: &bytes)
    return bytes
  }

  /// Appends the value in the format's shortest form.
  public func encode(into bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(0xc0)
    case .bool(let value): bytes.append(value ? 0xc3 : 0xc2)
    case .int(let value): MessagePack.encode(value, into: &bytes)
    case .unsigned(let value): MessagePack.append(0xcf, value, to: &bytes)
    case .double(let value): MessagePack.append(0xcb, value.bitPattern, to: &bytes)
    case .string(var text):
      text.withUTF8 { utf8 in
        let lengths: [UInt8] = utf8.count < 32 ? [] : [0xd9, 0xda, 0xdb]
        MessagePack.appendHead(0xa0, utf8.count, lengths, to: &bytes)
        bytes.append(contentsOf: utf8)
      }
    case .binary(let data):
      MessagePack.appendHead(0, data.count, [0xc4, 0xc5, 0xc6], to: &bytes)
      bytes.append(contentsOf: data)
    case .array(let elements):
      MessagePack.appendHead(0x90, elements.count, elements.count < 16 ? [] : [nil, 0xdc, 0xdd], to: &bytes)
      for element in elements { element.encode(into: &bytes) }
    case .map(let pairs):
      MessagePack.appendHead(0x80, pairs.count, pairs.count < 16 ? [] : [nil, 0xde, 0xdf], to: &bytes)
      for pair in pairs {
        pair.key.encode(into: &bytes)
        pair.value.encode(into: &bytes)
      }
    case .extended(let type, let data):
      if data.count.nonzeroBitCount == 1 && data.count <= 16 {
        bytes.append(0xd4 + UInt8(data.count.trailingZeroBitCount))
      } else {
        MessagePack.appendHead(0, data.count, [0xc7, 0xc8, 0xc9], to: &bytes)
      }
      bytes.append(UInt8(bitPattern: type))
      bytes.append(contentsOf: data)
    }
  }

  /// Appends an integer in the format's shortest form.
  static func encode(_ value: Int64, into bytes: inout [UInt8]) {
    switch value {
    case 0..<128: bytes.append(UInt8(value))
    case -32..<0: bytes.append(UInt8(bitPattern: Int8(value)))
    case 0...Int64(UInt8.max): append(0xcc, UInt8(value), to: &bytes)
    case 0...Int64(UInt16.max): append(0xcd, UInt16(value), to: &bytes)
    case 0...Int64(UInt32.max): append(0xce, UInt32(value), to: &bytes)
    case 0...: append(0xcf, UInt64(value), to: &bytes)
    case Int64(Int8.min)...: append(0xd0, Int8(value), to: &bytes)
    case Int64(Int16.min)...: append(0xd1, Int16(value), to: &bytes)
    case Int64(Int32.min)...: append(0xd2, Int32(value), to: &bytes)
    default: append(0xd3, value, to: &bytes)
    }
  }

  /// Appends a type byte and a big-endian number.
  private static func append(_ type: UInt8, _ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    bytes.append(type)
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// Appends the head of something with a length.
  ///
  /// - Parameters:
  ///   - short: the type byte to which a short length is added.
  ///   - types: the type bytes for lengths of 8, 16 and 32 bits, nil where the format has none; empty for a short one.
  private static func appendHead(_ short: UInt8, _ length: Int, _ types: [UInt8?], to bytes: inout [UInt8]) {
    guard types.count == 3 else { return bytes.append(short | UInt8(length)) }
    if length <= UInt8.max, let type = types[0] {
      append(type, UInt8(length), to: &bytes)
    } else if length <= UInt16.max, let type = types[1] {
      append(type, UInt16(length), to: &bytes)
    } else if let type = types[2] {
      append(type, UInt32(length), to: &bytes)
    }
  }
}
