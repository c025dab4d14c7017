/// Between text and bytes: UTF-8, ASCII, Latin-1, UTF-16, UTF-32.
enum Codec {
  case utf8, utf8Signed, ascii, latin1
  case utf16(bigEndian: Bool?)
  case utf32(bigEndian: Bool?)

  /// The codec of a name; raises `LookupError` for an unknown one.
  static func named(_ name: String) throws(Raised) -> Codec {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    switch plain {
    case "utf8", "u8", "cp65001": return .utf8
    case "utf8sig": return .utf8Signed
    case "ascii", "usascii", "646": return .ascii
    case "latin1", "iso88591", "latin", "l1", "8859", "cp819": return .latin1
    case "utf16", "u16": return .utf16(bigEndian: nil)
    case "utf16le": return .utf16(bigEndian: false)
    case "utf16be": return .utf16(bigEndian: true)
    case "utf32", "u32": return .utf32(bigEndian: nil)
    case "utf32le": return .utf32(bigEndian: false)
    case "utf32be": return .utf32(bigEndian: true)
    default: throw raise(.lookupError, "unknown encoding: \(name)")
    }
  }

  /// The bytes of a text.
  func encode(_ text: Value, errors: String) throws(Raised) -> Value {
    switch self {
    case .utf8, .utf8Signed:
      var bytes = Array(Str.bytes(text))
      if !Str.isASCII(text), errors != "surrogatepass" {
        let codes = Str.scalars(text)
        if codes.contains(where: Codec.isSurrogate) {
          bytes = []
          for (index, code) in codes.enumerated() {
            if Codec.isSurrogate(code) {
              try handle(text, code, index, "utf-8", "surrogates not allowed", errors, &bytes)
            } else {
              Str.append(code, to: &bytes)
            }
          }
        }
      }
      if case .utf8Signed = self { bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0) }
      return Bytes.make(bytes)
    case .ascii, .latin1:
      if Str.isASCII(text) { return Bytes.make(Array(Str.bytes(text))) }
      var limit: UInt32 = 0x80
      var name = "ascii"
      if case .latin1 = self { (limit, name) = (0x100, "latin-1") }
      var bytes: [UInt8] = []
      for (index, code) in Str.scalars(text).enumerated() {
        if code < limit {
          bytes.append(UInt8(code))
        } else {
          try handle(text, code, index, name, "ordinal not in range(\(limit))", errors, &bytes)
        }
      }
      return Bytes.make(bytes)
    case .utf16(let big):
      var bytes: [UInt8] = big == nil ? [0xFF, 0xFE] : []
      func put(_ unit: UInt32) {
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        bytes += big == true ? pair.reversed() : pair
      }
      for code in Str.scalars(text) {
        if code < 0x10000 {
          put(code)
        } else {
          put(0xD800 + (code - 0x10000) >> 10)
          put(0xDC00 + (code - 0x10000) & 0x3FF)
        }
      }
      return Bytes.make(bytes)
    case .utf32(let big):
      var bytes: [UInt8] = big == nil ? [0xFF, 0xFE, 0, 0] : []
      for code in Str.scalars(text) {
        let four = (0..<4).map { UInt8(code >> (8 * $0) & 0xFF) }
        bytes += big == true ? four.reversed() : four
      }
      return Bytes.make(bytes)
    }
  }

  private static func isSurrogate(_ code: UInt32) -> Bool { code >= 0xD800 && code < 0xE000 }

  private func handle(
    _ text: Value, _ code: UInt32, _ index: Int, _ name: String, _ reason: String, _ errors: String,
    _ bytes: inout [UInt8]
  ) throws(Raised) {
    switch errors {
    case "ignore": return
    case "replace": bytes.append(UInt8(ascii: "?"))
    case "backslashreplace": Text.appendEscape(code, to: &bytes)
    case "xmlcharrefreplace": bytes.append(contentsOf: "&#\(code);".utf8)
    case "surrogateescape" where code >= 0xDC80 && code < 0xDD00: bytes.append(UInt8(code - 0xDC00))
    case "strict", "surrogateescape", "surrogatepass":
      throw raise(
        Exceptions.make(
          ExceptionKind.unicodeEncodeError.cls,
          Tuple.make([
            Str.make(name), text, Integer.make(index), Integer.make(index + 1), Str.make(reason),
          ])))
    default: throw raise(.lookupError, "unknown error handler name '\(errors)'")
    }
  }

  /// The text of bytes.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>, errors: String) throws(Raised) -> Value {
    switch self {
    case .utf8: return try Codec.decodeUTF8(bytes, errors)
    case .utf8Signed:
      let isSigned = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
      return try Codec.decodeUTF8(isSigned ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes, errors)
    case .latin1: return Str.make(bytes.lazy.map { UInt32($0) })
    case .ascii:
      guard let bad = bytes.firstIndex(where: { $0 >= 0x80 }) else { return Str.makeASCII(bytes) }
      var out = Array(bytes[..<bad])
      for index in bad..<bytes.count {
        if bytes[index] < 0x80 {
          out.append(bytes[index])
        } else {
          try Codec.handle(bytes, index, 1, "ascii", "ordinal not in range(128)", errors, &out)
        }
      }
      return Str.make(out)
    case .utf16(let big):
      var bytes = bytes
      var isBig = big ?? false
      if big == nil, bytes.count >= 2, bytes[0] ^ bytes[1] == 1, bytes[0] >= 0xFE {
        isBig = bytes[0] == 0xFE
        bytes = UnsafeBufferPointer(rebasing: bytes[2...])
      }
      var units: [UInt16] = []
      for index in stride(from: 0, to: bytes.count - 1, by: 2) {
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        units.append(isBig ? first << 8 | second : second << 8 | first)
      }
      if bytes.count % 2 == 1 {
        var out: [UInt8] = []
        try Codec.handle(bytes, bytes.count - 1, 1, isBig ? "utf-16-be" : "utf-16-le", "truncated data", errors, &out)
      }
      return Str.make(String(decoding: units, as: UTF16.self))
    case .utf32(let big):
      var bytes = bytes
      if big == nil, bytes.count >= 4, bytes[0] == 0xFF, bytes[1] == 0xFE {
        bytes = UnsafeBufferPointer(rebasing: bytes[4...])
      }
      var codes: [UInt32] = []
      for start in stride(from: 0, to: bytes.count - 3, by: 4) {
        var code: UInt32 = 0
        for offset in 0..<4 {
          let byte = UInt32(bytes[start + offset])
          code |= byte << UInt32(8 * (big == true ? 3 - offset : offset))
        }
        codes.append(code)
      }
      return Str.make(codes)
    }
  }

  private static func handle(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ count: Int, _ name: String, _ reason: String,
    _ errors: String, _ out: inout [UInt8]
  ) throws(Raised) {
    switch errors {
    case "ignore": return
    case "replace": out.append(contentsOf: [0xEF, 0xBF, 0xBD])
    case "backslashreplace": for offset in 0..<count { Text.appendEscape(UInt32(bytes[index + offset]), to: &out) }
    case "surrogateescape": for offset in 0..<count { Str.append(0xDC00 + UInt32(bytes[index + offset]), to: &out) }
    case "strict", "surrogatepass":
      throw raise(
        Exceptions.make(
          ExceptionKind.unicodeDecodeError.cls,
          Tuple.make([
            Str.make(name), Bytes.make(Array(bytes)), Integer.make(index), Integer.make(index + count),
            Str.make(reason),
          ])))
    default: throw raise(.lookupError, "unknown error handler name '\(errors)'")
    }
  }

  private static func decodeUTF8(_ bytes: UnsafeBufferPointer<UInt8>, _ errors: String) throws(Raised) -> Value {
    var index = 0
    var length = 0
    // Valid input, the rule, needs one pass and one copy.
    while index < bytes.count {
      let width = sequence(bytes, index).width
      if width == 0 { break }
      index += width
      length += 1
    }
    if index == bytes.count {
      let (value, data) = Str.uninitialized(count: bytes.count, length: length)
      for position in 0..<bytes.count { data[position] = bytes[position] }
      return value
    }
    var out = Array(bytes[..<index])
    while index < bytes.count {
      let (width, bad, reason) = sequence(bytes, index)
      if width > 0 {
        out.append(contentsOf: bytes[index..<(index + width)])
        index += width
      } else {
        try handle(bytes, index, bad, "utf-8", reason, errors, &out)
        index += bad
      }
    }
    return Str.make(out)
  }

  /// The width of the valid sequence at an offset; 0, and how many bytes are bad and why, when there is none.
  @inline(__always)
  private static func sequence(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (width: Int, bad: Int, reason: String) {
    let first = bytes[index]
    if first < 0x80 { return (1, 0, "") }
    if first < 0xC2 || first > 0xF4 { return (0, 1, "invalid start byte") }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    if first == 0xE0 { low = 0xA0 }
    if first == 0xED { high = 0x9F }
    if first == 0xF0 { low = 0x90 }
    if first == 0xF4 { high = 0x8F }
    for offset in 1..<width {
      guard index + offset < bytes.count else { return (0, offset, "unexpected end of data") }
      let byte = bytes[index + offset]
      guard byte >= low && byte <= high else { return (0, offset, "invalid continuation byte") }
      low = 0x80
      high = 0xBF
    }
    return (width, 0, "")
  }
}
