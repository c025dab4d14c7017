/// What single bytes are in HTTP's and URLs' grammars.
enum Bytes {
  /// A set of ASCII characters.
  struct Set: Sendable {
    private let low: UInt64
    private let high: UInt64

    init(_ characters: StaticString) {
      var low: UInt64 = 0
      var high: UInt64 = 0
      characters.withUTF8Buffer { buffer in
        for byte in buffer {
          if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
      }
      self.low = low
      self.high = high
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
      if byte < 64 { return low >> UInt64(byte) & 1 != 0 }
      if byte < 128 { return high >> UInt64(byte - 64) & 1 != 0 }
      return false
    }
  }

  private static let token = Set("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

  /// Whether a byte may be in a token (RFC 9110, 5.6.2).
  static func isToken(_ byte: UInt8) -> Bool { token.contains(byte) }

  /// An ASCII letter in lower case; other bytes as they are.
  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
}
