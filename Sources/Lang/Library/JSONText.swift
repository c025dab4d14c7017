/// The part of a string that JSON has as it is.
enum JSONText {
  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// How many bytes at the start of a text are printable ASCII but neither quotes nor backslashes.
  ///
  /// Eight bytes are looked at at a time, as in S. E. Anderson's "Bit Twiddling Hacks" (a zero byte in a word): JSON is
  /// mostly names and short texts in which there is nothing to escape.
  @inline(__always)
  static func plainPrefix(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    var index = start
    while index + 8 <= text.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      let deletes = word ^ (ones &* 0x7F)
      let special =
        ((word &- ones &* 0x20) & ~word) | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
        | ((deletes &- ones) & ~deletes) | word
      let found = special & high
      if found != 0 { return index + found.trailingZeroBitCount / 8 - start }
      index += 8
    }
    while index < text.count {
      let byte = text[index]
      if byte < 32 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      index += 1
    }
    return index - start
  }
}
