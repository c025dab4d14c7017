/// Between text and bytes: the Unicode encodings, ASCII, Latin-1, the single-byte character sets, and the escapes of
/// Python's own literals.
enum Codec {
  case utf8, utf8Signed, ascii, latin1
  case utf16(bigEndian: Bool?)
  case utf32(bigEndian: Bool?)
  case characterMap(CharacterMap)
  case unicodeEscape, rawUnicodeEscape
  /// One that `codecs.register` brought: the tuple that its search function gave.
  case registered(Value, name: String)

  /// The encodings that go from bytes to bytes or from text to text, by all their names.
  private static let transforms: Set<String> = [
    "base64", "base_64", "base64_codec", "bz2", "bz2_codec", "hex", "hex_codec", "quopri", "quoted_printable",
    "quopri_codec", "quotedprintable", "rot13", "rot_13", "uu", "uu_codec", "zip", "zlib", "zlib_codec",
  ]

  /// The encodings that are written in Python, by their names.
  private static let library = [
    "utf7": "utf7", "u7": "utf7", "unicode11utf7": "utf7", "punycode": "punycode", "idna": "idna",
  ]

  /// The codec of a name; raises `LookupError` for an unknown one.
  ///
  /// - Parameter verb: what is to be done with it, for the message about one that is for other data than text.
  static func named(_ name: String, to verb: String = "encode") throws(Raised) -> Codec {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    switch plain {
    case "utf8", "u8", "utf", "cp65001": return .utf8
    case "utf8sig": return .utf8Signed
    case "ascii", "usascii", "646": return .ascii
    case "latin1", "iso88591", "latin", "l1", "8859", "cp819": return .latin1
    case "utf16", "u16": return .utf16(bigEndian: nil)
    case "utf16le": return .utf16(bigEndian: false)
    case "utf16be": return .utf16(bigEndian: true)
    case "utf32", "u32": return .utf32(bigEndian: nil)
    case "utf32le": return .utf32(bigEndian: false)
    case "utf32be": return .utf32(bigEndian: true)
    case "unicodeescape": return .unicodeEscape
    case "rawunicodeescape": return .rawUnicodeEscape
    default:
      if let map = CharacterMap.named(plain) { return .characterMap(map) }
      if let known = library[plain], let found = try Library.load("_encodings")?[known] {
        return .registered(found, name: name)
      }
      if transforms.contains(name.lowercased().replacing("-", with: "_").replacing(" ", with: "_")) {
        throw raise(
          .lookupError, "'\(name)' is not a text encoding; use codecs.\(verb)() to handle arbitrary codecs")
      }
      if !search.isNone {
        let found = try Call.call(search, Str.make(name.lowercased().replacing(" ", with: "_")))
        if !found.isNone { return .registered(found, name: name) }
      }
      throw raise(.lookupError, "unknown encoding: \(name)")
    }
  }

  /// The encodings that CPython converts without asking its registry, which names the codec in what it raises.
  private static let direct: Set<String> = [
    "utf8", "utf16", "utf32", "ascii", "usascii", "latin1", "iso88591",
  ]

  /// Converts with the codec of a name, UTF-8 if there is none, and a way to handle errors.
  static func convert(
    _ encoding: Value?, _ errors: Value?, to verb: String, _ body: (Codec, String) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    let errors = errors.map { Str.swift($0) } ?? "strict"
    guard let encoding else { return try body(.utf8, errors) }
    let name = Str.swift(encoding)
    let codec = try Codec.named(name, to: verb)
    do throws(Raised) { return try body(codec, errors) } catch {
      if case .registered = codec { throw error }
      if direct.contains(name.lowercased().filter { $0.isLetter || $0.isNumber }) { throw error }
      throw try failed(error, String(verb.dropLast()) + "ing", name)
    }
  }

  /// The function of module `codecs` that knows what was registered there, which keeps it alive; None until something is.
  nonisolated(unsafe) static var search = Value.none

  /// What the encoder (at 0) or decoder (at 1) of a registered codec makes of a value.
  private static func run(
    _ codec: Value, _ name: String, at index: Int, _ value: Value, _ errors: String, as wanted: Kind
  ) throws(Raised) -> Value {
    let role = index == 0 ? "encoder" : "decoder"
    let function = try Subscript.get(codec, Value(small: index))
    let result: Value
    do throws(Raised) { result = try Call.call(function, value, Str.make(errors)) } catch {
      throw try failed(error, index == 0 ? "encoding" : "decoding", name)
    }
    guard result.isKind(.tuple), Tuple.items(result).count == 2 else {
      throw raise(.typeError, "\(role) must return a tuple (object, integer)")
    }
    let made = Tuple.items(result)[0]
    guard made.isKind(wanted) else {
      let (type, verb) = index == 0 ? ("bytes", "encode") : ("str", "decode")
      throw raise(
        .typeError,
        "'\(name)' \(role) returned '\(Types.name(made))' instead of '\(type)'; use codecs.\(verb)() to \(verb) to "
          + "arbitrary types")
    }
    return made
  }

  /// An exception that says which codec failed, because of the one that the codec raised; that one itself where it says
  /// more than a text.
  private static func failed(_ error: Raised, _ what: String, _ name: String) throws(Raised) -> Raised {
    let cause = Interpreter.raised
    let cls = Types.cls(cause)
    let arguments = Exceptions.args(cause)
    let base = ExceptionKind.baseException.cls
    guard arguments.count <= 1, arguments.allSatisfy({ $0.isKind(.str) }),
      cls.lookup(.__init__)?.bits == base.lookup(.__init__)?.bits,
      cls.lookup(.__new__)?.bits == base.lookup(.__new__)?.bits
    else { return error }
    let text = Str.swift(try Text.str(cause))
    let wrapped = Exceptions.make(
      cls, text: "\(what) with '\(name)' codec failed (\(cls.name): \(text))")
    Exceptions.set(wrapped, .cause, cause)
    Exceptions.set(wrapped, .suppressContext, .yes)
    return raise(wrapped)
  }

  /// The name in the messages of errors in decoding.
  var errorName: String {
    switch self {
    case .utf8, .utf8Signed: "utf-8"
    case .ascii: "ascii"
    case .latin1: "latin-1"
    case .utf16(let big): big.map { $0 ? "utf-16-be" : "utf-16-le" } ?? "utf-16"
    case .utf32(let big): big.map { $0 ? "utf-32-be" : "utf-32-le" } ?? "utf-32"
    case .characterMap: "charmap"
    case .unicodeEscape: "unicodeescape"
    case .rawUnicodeEscape: "rawunicodeescape"
    case .registered(_, let name): name
    }
  }

  /// The bytes of a text.
  func encode(_ text: Value, errors: String) throws(Raised) -> Value {
    switch self {
    case .utf8 where Str.isASCII(text), .ascii where Str.isASCII(text), .latin1 where Str.isASCII(text),
      .characterMap where Str.isASCII(text):
      return Bytes.make(Str.bytes(text))
    case .utf8, .utf8Signed:
      // Only surrogates, which a text rarely has, can't be encoded.
      let codes = Str.isASCII(text) ? [] : Str.scalars(text)
      let isClean = !codes.contains(where: Codec.isSurrogate)
      var bytes = isClean || errors == "surrogatepass" ? Array(Str.bytes(text)) : []
      if !isClean, errors != "surrogatepass" { bytes = try Encoder(self, text, codes, errors).encode() }
      if case .utf8Signed = self { bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0) }
      return Bytes.make(bytes)
    case .unicodeEscape, .rawUnicodeEscape: return Bytes.make(escaped(Str.scalars(text)))
    case .registered(let codec, let name): return try Codec.run(codec, name, at: 0, text, errors, as: .bytes)
    case .utf16(nil): return Bytes.make([0xFF, 0xFE] + (try Encoder(self, text, Str.scalars(text), errors).encode()))
    case .utf32(nil):
      return Bytes.make([0xFF, 0xFE, 0, 0] + (try Encoder(self, text, Str.scalars(text), errors).encode()))
    default: return Bytes.make(try Encoder(self, text, Str.scalars(text), errors).encode())
    }
  }

  static func isSurrogate(_ code: UInt32) -> Bool { code >= 0xD800 && code < 0xE000 }

  /// The text of bytes.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>, errors: String) throws(Raised) -> Value {
    switch self {
    case .utf8: return try Codec.decodeUTF8(bytes, errors)
    case .utf8Signed:
      let isSigned = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
      return try Codec.decodeUTF8(isSigned ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes, errors)
    case .latin1: return Str.make(bytes.lazy.map { UInt32($0) })
    case .ascii where !bytes.contains { $0 >= 0x80 }: return Str.makeASCII(bytes)
    case .ascii:
      return try Decoder(self, bytes, errors).decode { bytes, index in
        bytes[index] < 0x80 ? .code(UInt32(bytes[index]), 1) : .fault(1, "ordinal not in range(128)")
      }
    case .characterMap(let map):
      let upper = map.upperHalf()
      return try Decoder(self, bytes, errors).decode { bytes, index in
        let byte = bytes[index]
        guard byte >= 0x80 else { return .code(UInt32(byte), 1) }
        return upper[Int(byte) - 128].map { .code($0, 1) } ?? .fault(1, "character maps to <undefined>")
      }
    case .utf16(let big): return try Codec.decodeUTF16(bytes, big, errors)
    case .utf32(let big): return try Codec.decodeUTF32(bytes, big, errors)
    case .unicodeEscape: return try Decoder(self, bytes, errors).decode(Codec.unescape)
    case .rawUnicodeEscape: return try Decoder(self, bytes, errors).decode(Codec.unescapeRaw)
    case .registered(let codec, let name):
      return try Codec.run(codec, name, at: 1, Bytes.make(Array(bytes)), errors, as: .str)
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
    return try Decoder(.utf8, bytes, errors).decode { bytes, index in
      let (width, bad, reason) = sequence(bytes, index)
      if width == 0 { return .fault(bad, reason) }
      var code = UInt32(bytes[index])
      if width > 1 {
        code &= 0xFF >> UInt32(width + 1)
        for offset in 1..<width { code = code << 6 | UInt32(bytes[index + offset] & 0x3F) }
      }
      return .code(code, width)
    }
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

  private static func decodeUTF16(
    _ all: UnsafeBufferPointer<UInt8>, _ big: Bool?, _ errors: String
  ) throws(Raised) -> Value {
    var isBig = big ?? false
    var start = 0
    if big == nil, all.count >= 2, all[0] ^ all[1] == 1, all[0] >= 0xFE {
      isBig = all[0] == 0xFE
      start = 2
    }
    func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    return try Decoder(.utf16(bigEndian: isBig), all, errors, from: start).decode { bytes, index in
      guard index + 1 < bytes.count else { return .fault(1, "truncated data") }
      let high = unit(bytes, index)
      guard isSurrogate(high) else { return .code(high, 2) }
      if high >= 0xDC00 { return .fault(2, "illegal encoding") }
      guard index + 3 < bytes.count else { return .fault(bytes.count - index, "unexpected end of data") }
      let low = unit(bytes, index + 2)
      guard low >= 0xDC00 && low < 0xE000 else { return .fault(2, "illegal UTF-16 surrogate") }
      return .code(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), 4)
    }
  }

  private static func decodeUTF32(
    _ all: UnsafeBufferPointer<UInt8>, _ big: Bool?, _ errors: String
  ) throws(Raised) -> Value {
    var isBig = big ?? false
    var start = 0
    if big == nil, all.count >= 4 {
      let mark = Array(all[..<4])
      if mark == [0xFF, 0xFE, 0, 0] || mark == [0, 0, 0xFE, 0xFF] {
        isBig = mark[0] == 0
        start = 4
      }
    }
    return try Decoder(.utf32(bigEndian: isBig), all, errors, from: start).decode { bytes, index in
      guard index + 3 < bytes.count else { return .fault(bytes.count - index, "truncated data") }
      var code: UInt32 = 0
      for offset in 0..<4 { code = code << 8 | UInt32(bytes[index + (isBig ? offset : 3 - offset)]) }
      if isSurrogate(code) { return .fault(4, "code point in surrogate code point range(0xd800, 0xe000)") }
      return code > 0x10FFFF ? .fault(4, "code point not in range(0x110000)") : .code(code, 4)
    }
  }
}
