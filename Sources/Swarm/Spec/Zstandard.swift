import CZstd

/// Zstandard compression (RFC 8878).
enum Zstandard {
  /// What a message may unpack to, in bytes.
  private static let longest: UInt64 = 256 << 20
  private static let level: Int32 = 6

  /// The bytes as one frame that says how many they are.
  static func compress(_ bytes: [UInt8]) -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      let size = ZSTD_compress(buffer.baseAddress, bound, bytes, bytes.count, level)
      // It can't fail in a buffer of that size; a frame that is none is refused by the receiver.
      count = ZSTD_isError(size) == 0 ? size : 0
    }
  }

  /// The bytes of one frame; nil when it is none, or too long.
  static func decompress(_ frame: [UInt8]) -> [UInt8]? {
    let size = ZSTD_getFrameContentSize(frame, frame.count)
    // The two largest values say that the size is unknown, or the frame broken.
    guard size <= longest else { return nil }
    var isGood = false
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      let result = ZSTD_decompress(buffer.baseAddress, Int(size), frame, frame.count)
      isGood = ZSTD_isError(result) == 0 && result == Int(size)
      count = isGood ? result : 0
    }
    return isGood ? bytes : nil
  }
}
