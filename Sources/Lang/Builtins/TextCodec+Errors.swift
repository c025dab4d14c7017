/// What the error handlers (`errors="…"`) make of what can't be converted.
extension Codec {
  /// One step of decoding: a character and its width, or how many bytes are bad and why.
  enum Step {
    case code(UInt32, Int)
    case fault(Int, String)
    /// Bytes that stand for nothing, such as a line that is continued.
    case nothing(Int)
  }

  /// Decodes character by character, with an error handler.
  struct Decoder {
    private let codec: Codec
    private let bytes: UnsafeBufferPointer<UInt8>
    private let errors: String
    private var index: Int
    private var codes: [UInt32] = []

    init(_ codec: Codec, _ bytes: UnsafeBufferPointer<UInt8>, _ errors: String, from start: Int = 0) {
      self.codec = codec
      self.bytes = bytes
      self.errors = errors
      index = start
    }

    consuming func decode(_ step: (UnsafeBufferPointer<UInt8>, Int) -> Step) throws(Raised) -> Value {
      while index < bytes.count {
        switch step(bytes, index) {
        case .code(let code, let width):
          codes.append(code)
          index += width
        case .nothing(let width): index += width
        case .fault(let count, let reason): try handle(count, reason)
        }
      }
      return Str.make(codes)
    }

    private mutating func handle(_ count: Int, _ reason: String) throws(Raised) {
      switch errors {
      case "strict": throw fault(count, reason)
      case "ignore": break
      case "replace": codes.append(0xFFFD)
      case "backslashreplace":
        for byte in bytes[index..<(index + count)] {
          let hex = String(byte, radix: 16)
          codes.append(contentsOf: ("\\x" + (hex.count == 1 ? "0" : "") + hex).unicodeScalars.map(\.value))
        }
      case "surrogateescape":
        // ASCII is never escaped, so that it can't be smuggled past a check.
        let escaped = bytes[index..<(index + count)].prefix(4).prefix { $0 >= 0x80 }
        guard !escaped.isEmpty else { throw fault(count, reason) }
        codes.append(contentsOf: escaped.map { 0xDC00 + UInt32($0) })
        index += escaped.count
        return
      case "surrogatepass":
        guard let (code, width) = surrogate() else { throw fault(count, reason) }
        codes.append(code)
        index += width
        return
      case "xmlcharrefreplace", "namereplace":
        throw raise(.typeError, "don't know how to handle UnicodeDecodeError in error callback")
      default: throw raise(.lookupError, "unknown error handler name '\(errors)'")
      }
      index += count
    }

    /// The surrogate that stands at the place of an error, and its width.
    private func surrogate() -> (UInt32, Int)? {
      var code: UInt32 = 0
      var width = 0
      switch codec {
      case .utf8, .utf8Signed:
        width = 3
        guard index + 2 < bytes.count, bytes[index] == 0xED, bytes[index + 2] & 0xC0 == 0x80 else { return nil }
        code = 0xD000 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
      case .utf16(let big):
        width = 2
        guard index + 1 < bytes.count else { return nil }
        let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
        code = big == true ? first << 8 | second : second << 8 | first
      case .utf32(let big):
        width = 4
        guard index + 3 < bytes.count else { return nil }
        for offset in 0..<4 { code = code << 8 | UInt32(bytes[index + (big == true ? offset : 3 - offset)]) }
      default: return nil
      }
      return Codec.isSurrogate(code) ? (code, width) : nil
    }

    private func fault(_ count: Int, _ reason: String) -> Raised {
      raise(
        DetailedExceptions.codec(
          .unicodeDecodeError, codec.errorName, Bytes.make(bytes), index..<(index + count), reason))
    }
  }

  /// Encodes character by character, with an error handler.
  struct Encoder {
    private let codec: Codec
    private let text: Value
    private let codes: [UInt32]
    private let errors: String
    /// What a character set's bytes from 128 on are by their characters.
    private let upper: [UInt32: UInt8]
    private var bytes: [UInt8] = []

    init(_ codec: Codec, _ text: Value, _ codes: [UInt32], _ errors: String) {
      self.codec = codec
      self.text = text
      self.codes = codes
      self.errors = errors
      var upper: [UInt32: UInt8] = [:]
      if case .characterMap(let map) = codec {
        for (offset, code) in map.upperHalf().enumerated() { if let code { upper[code] = UInt8(128 + offset) } }
      }
      self.upper = upper
    }

    consuming func encode() throws(Raised) -> [UInt8] {
      var index = 0
      while index < codes.count {
        if put(codes[index]) {
          index += 1
          continue
        }
        var end = index + 1
        if isByRun { while end < codes.count, !isEncodable(codes[end]) { end += 1 } }
        try handle(index..<end)
        index = end
      }
      return bytes
    }

    /// Whether neighbouring characters that can't be encoded are one error.
    private var isByRun: Bool {
      switch codec {
      case .utf16, .utf32: false
      default: true
      }
    }

    private func isEncodable(_ code: UInt32) -> Bool {
      switch codec {
      case .ascii: code < 0x80
      case .latin1: code < 0x100
      case .characterMap: code < 0x80 || upper[code] != nil
      default: !Codec.isSurrogate(code)
      }
    }

    private mutating func put(_ code: UInt32) -> Bool {
      guard isEncodable(code) else { return false }
      write(code)
      return true
    }

    private mutating func write(_ code: UInt32) {
      switch codec {
      case .ascii, .latin1: bytes.append(UInt8(truncatingIfNeeded: code))
      case .characterMap: bytes.append(upper[code] ?? UInt8(truncatingIfNeeded: code))
      case .utf16(let big):
        if code < 0x10000 {
          unit(code, 2, big)
        } else {
          unit(0xD800 + (code - 0x10000) >> 10, 2, big)
          unit(0xDC00 + (code - 0x10000) & 0x3FF, 2, big)
        }
      case .utf32(let big): unit(code, 4, big)
      default: Str.append(code, to: &bytes)
      }
    }

    private mutating func unit(_ code: UInt32, _ width: Int, _ big: Bool?) {
      for offset in 0..<width {
        let shift = UInt32(8 * (big == true ? width - 1 - offset : offset))
        bytes.append(UInt8(truncatingIfNeeded: code >> shift))
      }
    }

    private var reason: String {
      switch codec {
      case .ascii: "ordinal not in range(128)"
      case .latin1: "ordinal not in range(256)"
      case .characterMap: "character maps to <undefined>"
      default: "surrogates not allowed"
      }
    }

    private mutating func handle(_ range: Swift.Range<Int>) throws(Raised) {
      for index in range {
        let code = codes[index]
        switch errors {
        case "ignore": continue
        case "replace": try replace("?", range)
        case "backslashreplace":
          var escape: [UInt8] = []
          Text.appendEscape(code, to: &escape)
          try replace(String(decoding: escape, as: UTF8.self), range)
        case "xmlcharrefreplace": try replace("&#\(code);", range)
        case "namereplace":
          if let name = Unicode.Scalar(code)?.properties.name {
            try replace("\\N{\(name)}", range)
          } else {
            var escape: [UInt8] = []
            Text.appendEscape(code, to: &escape)
            try replace(String(decoding: escape, as: UTF8.self), range)
          }
        case "surrogateescape" where code >= 0xDC80 && code < 0xDD00 && isByRun: bytes.append(UInt8(code - 0xDC00))
        case "surrogatepass" where Codec.isSurrogate(code) && !isNarrow: write(code)
        case "strict", "surrogateescape", "surrogatepass":
          throw fault(errors == "surrogateescape" && isUTF8 ? index..<range.upperBound : range)
        default: throw raise(.lookupError, "unknown error handler name '\(errors)'")
        }
      }
    }

    private var isUTF8: Bool {
      switch codec {
      case .utf8, .utf8Signed: true
      default: false
      }
    }

    private var isNarrow: Bool {
      switch codec {
      case .ascii, .latin1, .characterMap: true
      default: false
      }
    }

    private mutating func replace(_ replacement: String, _ range: Swift.Range<Int>) throws(Raised) {
      for scalar in replacement.unicodeScalars {
        guard put(scalar.value) else { throw fault(range) }
      }
    }

    private func fault(_ range: Swift.Range<Int>) -> Raised {
      raise(DetailedExceptions.codec(.unicodeEncodeError, codec.errorName, text, range, reason))
    }
  }
}
