/// Python's `base64` and `hashlib`.
enum EncodingModules {
  private static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let urlSafe = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// The base-64 form of bytes (RFC 4648).
  static func encode64(_ bytes: [UInt8], urlSafe isURLSafe: Bool = false) -> [UInt8] {
    let alphabet = isURLSafe ? urlSafe : standard
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group = 0
      for offset in 0..<3 { group = group << 8 | (offset < count ? Int(bytes[start + offset]) : 0) }
      for offset in 0..<4 {
        out.append(offset <= count ? alphabet[group >> (18 - 6 * offset) & 63] : UInt8(ascii: "="))
      }
    }
    return out
  }

  /// The bytes of a base-64 form; other characters are skipped, as Python does unless told otherwise.
  static func decode64(_ text: [UInt8], urlSafe isURLSafe: Bool = false) throws(Raised) -> [UInt8] {
    let alphabet = isURLSafe ? urlSafe : standard
    var values = [UInt8: Int]()
    for (value, letter) in alphabet.enumerated() { values[letter] = value }
    var out: [UInt8] = []
    var group = 0
    var bits = 0
    var letters = 0
    var padding = 0
    for byte in text {
      if byte == UInt8(ascii: "=") {
        padding += 1
        if letters % 4 >= 2, letters % 4 + padding >= 4 { break }
        continue
      }
      guard let value = values[byte] else { continue }
      padding = 0
      letters += 1
      group = (group << 6 | value) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: group >> bits))
      }
    }
    if letters % 4 == 1 {
      throw raise(
        try binasciiError(),
        "Invalid base64-encoded string: number of data characters (\(letters)) cannot be 1 more than a multiple of 4")
    }
    if letters % 4 != 0, letters % 4 + padding < 4 { throw raise(try binasciiError(), "Incorrect padding") }
    return out
  }

  nonisolated(unsafe) private static var errorClass: Class?

  private static func binasciiError() throws(Raised) -> Class {
    if let errorClass { return errorClass }
    let cls = Types.define(
      "Error", module: "binascii", kind: .instance, bases: [ExceptionKind.valueError.cls], hasAttributes: true)
    errorClass = cls
    return cls
  }

  private static func source(_ value: Value) throws(Raised) -> [UInt8] {
    if value.isKind(.str) {
      guard Str.isASCII(value) else {
        throw raise(.valueError, "string argument should contain only ASCII characters")
      }
      return Array(Str.bytes(value))
    }
    return try Library.bytes(value)
  }

  static func buildBase64(_ module: Namespace) throws(Raised) {
    for (name, isURLSafe) in [("b64", false), ("standard_b64", false), ("urlsafe_b64", true)] {
      module.function("\(name)encode", "s, altchars=None") { (a) throws(Raised) -> Value in
        Bytes.make(encode64(try Library.bytes(a[0]), urlSafe: isURLSafe))
      }
      module.function("\(name)decode", "s, altchars=None, validate=False") { (a) throws(Raised) -> Value in
        Bytes.make(try decode64(try source(a[0]), urlSafe: isURLSafe))
      }
    }
    module.function("b16encode", "s") { (a) throws(Raised) -> Value in
      Bytes.make(try Library.bytes(a[0]).flatMap { Array(Text.hex(UInt32($0), 2).uppercased().utf8) })
    }
  }

  // MARK: hashlib

  private final class Digest: Payload {
    let name: String
    let compute: ([UInt8]) -> [UInt8]
    var data: [UInt8] = []

    init(name: String, compute: @escaping ([UInt8]) -> [UInt8]) {
      self.name = name
      self.compute = compute
    }
  }

  static func buildHashlib(_ module: Namespace) throws(Raised) {
    let cls = Types.define("HASH", module: "_hashlib")
    func of(_ value: Value) throws(Raised) -> Digest {
      guard let digest = Native.payload(value, as: Digest.self) else {
        throw raise(.typeError, "a '_hashlib.HASH' object is required, not '\(Types.name(value))'")
      }
      return digest
    }
    func data(_ value: Value) throws(Raised) -> [UInt8] {
      if value.isKind(.str) {
        throw raise(.typeError, "Strings must be encoded before hashing")
      }
      guard value.isKind(.bytes) else {
        throw raise(.typeError, "object supporting the buffer API required")
      }
      return Bytes.bytes(value)
    }
    cls.method("update", "self, data, /") { (a) throws(Raised) -> Value in
      let digest = try of(a[0])
      digest.data += try data(a[1])
      return .none
    }
    cls.method("digest", "self, /") { (a) throws(Raised) -> Value in
      let digest = try of(a[0])
      return Bytes.make(digest.compute(digest.data))
    }
    cls.method("hexdigest", "self, /") { (a) throws(Raised) -> Value in
      let digest = try of(a[0])
      return Str.make(digest.compute(digest.data).map { Text.hex(UInt32($0), 2) }.joined())
    }
    cls.method("copy", "self, /") { (a) throws(Raised) -> Value in
      let digest = try of(a[0])
      let copy = Digest(name: digest.name, compute: digest.compute)
      copy.data = digest.data
      return Native.make(cls, copy)
    }
    cls.property("name", get: { (value) throws(Raised) -> Value in Str.make(try of(value).name) })
    let algorithms: [(String, ([UInt8]) -> [UInt8])] = [
      ("md5", Digests.md5), ("sha1", Digests.sha1), ("sha256", Digests.sha256), ("sha512", Digests.sha512),
    ]
    for (name, compute) in algorithms {
      module.function(name, "string=b'', *, usedforsecurity=True") { (a) throws(Raised) -> Value in
        let digest = Digest(name: name, compute: compute)
        if let initial = a.optional(0) { digest.data = try data(initial) }
        return Native.make(cls, digest)
      }
    }
    module.function("new", "name, data=b'', *, usedforsecurity=True") { (a) throws(Raised) -> Value in
      let name = try Library.text(a[0], "new").lowercased()
      guard let (_, compute) = algorithms.first(where: { $0.0 == name }) else {
        throw raise(.valueError, "unsupported hash type \(name)")
      }
      let digest = Digest(name: name, compute: compute)
      if let initial = a.optional(1) { digest.data = try data(initial) }
      return Native.make(cls, digest)
    }
  }
}
