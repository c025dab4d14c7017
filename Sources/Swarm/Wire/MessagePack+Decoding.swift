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
  /// A value of another kind than the one that has to be there.
  case unexpected
}

extension MessagePack {
  /// Reads one value that fills all the bytes.
  ///
  /// - Throws: `MessagePackFault` for anything else; no bytes can do worse.
  public init(decoding bytes: [UInt8]) throws(MessagePackFault) {
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(MessagePackFault) -> MessagePack in
      var reader = MessagePackReader(UnsafeRawBufferPointer(buffer))
      let value = try reader.value()
      guard reader.isAtEnd else { throw .trailingBytes }
      return value
    }
  }
}
