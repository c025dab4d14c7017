import COpenSSL

/// The digests of Python's `hashlib`, which OpenSSL computes; the rest is in Python.
enum HashlibModule {
  /// A digest under way.
  private final class Digest: Payload {
    let name: String
    let context: OpaquePointer

    init(name: String, context: OpaquePointer) {
      self.name = name
      self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    var type: OpaquePointer? { EVP_MD_CTX_get0_md(context) }
    /// The size of the result in bytes; 0 when the caller chooses it.
    var size: Int { isExtendable ? 0 : Int(EVP_MD_get_size(type)) }
    var blockSize: Int { Int(EVP_MD_get_block_size(type)) }
    var isExtendable: Bool { name.hasPrefix("shake_") }

    func copy() -> Digest? {
      guard let fresh = EVP_MD_CTX_new() else { return nil }
      let result = Digest(name: name, context: fresh)
      return EVP_MD_CTX_copy_ex(fresh, context) == 1 ? result : nil
    }

    /// The result so far; more can be added afterwards.
    func result(_ length: Int) -> [UInt8]? {
      guard let last = copy() else { return nil }
      var out = [UInt8](repeating: 0, count: max(1, length))
      let status =
        isExtendable ? EVP_DigestFinalXOF(last.context, &out, length) : EVP_DigestFinal_ex(last.context, &out, nil)
      return status == 1 ? Array(out[..<length]) : nil
    }
  }

  /// OpenSSL's names of the algorithms that Python names otherwise.
  private static let names = [
    "sha3_224": "sha3-224", "sha3_256": "sha3-256", "sha3_384": "sha3-384", "sha3_512": "sha3-512",
    "shake_128": "shake128", "shake_256": "shake256", "blake2b": "blake2b512", "blake2s": "blake2s256",
  ]

  /// The SHA-512 digest of bytes, which seeding `random` with a text needs.
  static func sha512(_ bytes: [UInt8]) -> [UInt8] {
    guard let digest = start("sha512"), EVP_DigestUpdate(digest.context, bytes, bytes.count) == 1 else { return [] }
    return digest.result(64) ?? []
  }

  /// The digests that were asked for. OpenSSL would look for one among its providers each time it is begun, which takes
  /// longer than a short text's digest.
  private nonisolated(unsafe) static var types: [String: OpaquePointer] = [:]

  private static func type(_ name: String) -> OpaquePointer? {
    if let type = types[name] { return type }
    let type = EVP_MD_fetch(nil, names[name] ?? name, nil)
    // What a connection over TLS would take for an error of its own.
    if type == nil { ERR_clear_error() }
    types[name] = type
    return type
  }

  private static func start(_ name: String) -> Digest? {
    guard let type = type(name), let context = EVP_MD_CTX_new() else { return nil }
    let digest = Digest(name: name, context: context)
    return EVP_DigestInit_ex(context, type, nil) == 1 ? digest : nil
  }

  private static func data(_ value: Value) throws(Raised) -> UnsafeBufferPointer<UInt8> {
    if value.isKind(.str) { throw raise(.typeError, "Strings must be encoded before hashing") }
    guard let bytes = try Text.bufferValue(value) else {
      throw raise(.typeError, "object supporting the buffer API required")
    }
    return Bytes.buffer(bytes)
  }

  private static func of(_ value: Value) throws(Raised) -> Digest {
    guard let digest = Native.payload(value, as: Digest.self) else {
      throw raise(.typeError, "a '_hashlib.HASH' object is required, not '\(Types.name(value))'")
    }
    return digest
  }

  private static func result(_ digest: Digest, _ length: Value?) throws(Raised) -> [UInt8] {
    var count = digest.size
    if digest.isExtendable {
      guard let length else {
        throw raise(.typeError, "digest() missing required argument 'length' (pos 1)")
      }
      count = try Operations.index(length)
      if count < 0 { throw raise(.valueError, "value must be positive") }
    }
    guard let bytes = digest.result(count) else { throw raise(.valueError, "the digest can't be computed") }
    return bytes
  }

  static func build(_ module: Namespace) throws(Raised) {
    let cls = Types.define("HASH", module: "_hashlib")
    let extendable = Types.define("HASHXOF", module: "_hashlib", bases: [cls])
    cls.method("update", "self, obj, /") { (a) throws(Raised) -> Value in
      let bytes = try data(a[1])
      EVP_DigestUpdate(try of(a[0]).context, bytes.baseAddress, bytes.count)
      return .none
    }
    cls.method("digest", "self, length=None") { (a) throws(Raised) -> Value in
      Bytes.make(try result(try of(a[0]), a.optional(1)))
    }
    cls.method("hexdigest", "self, length=None") { (a) throws(Raised) -> Value in
      try Call.call(try Attributes.get(Bytes.make(try result(try of(a[0]), a.optional(1))), "hex"))
    }
    cls.method("copy", "self") { (a) throws(Raised) -> Value in
      guard let copy = try of(a[0]).copy() else { throw raise(.valueError, "the digest can't be copied") }
      return Native.make(Types.cls(a[0]), copy)
    }
    cls.method("__repr__", "self, /") { (a) throws(Raised) -> Value in
      let owner = Types.cls(a[0])
      return Str.make("<\(try of(a[0]).name) _hashlib.\(owner.name) object @ \(Text.address(a[0]))>")
    }
    cls.property("name", get: { (value) throws(Raised) -> Value in Str.make(try of(value).name) })
    cls.property("digest_size", get: { (value) throws(Raised) -> Value in Value(small: try of(value).size) })
    cls.property("block_size", get: { (value) throws(Raised) -> Value in Value(small: try of(value).blockSize) })
    module.function("_new", "name, data") { (a) throws(Raised) -> Value in
      guard a[0].isKind(.str), let digest = start(Str.swift(a[0])) else {
        throw raise(.valueError, "unsupported hash type \(Str.swift(try Text.str(a[0])))")
      }
      let bytes = try data(a[1])
      EVP_DigestUpdate(digest.context, bytes.baseAddress, bytes.count)
      return Native.make(digest.isExtendable ? extendable : cls, digest)
    }
    addDerivations(module)
    try PythonSources.run("hashlib", in: module)
  }

  /// Keys from passwords.
  private static func addDerivations(_ module: Namespace) {
    module.function("_pbkdf2", "name, password, salt, iterations, length") { (a) throws(Raised) -> Value in
      let name = Str.swift(a[0])
      guard let type = type(name) else {
        throw raise(.valueError, "unsupported hash type \(name)")
      }
      let (password, salt) = (try data(a[1]), try data(a[2]))
      let iterations = try Operations.index(a[3])
      let length = a[4].isNone ? Int(EVP_MD_get_size(type)) : try Operations.index(a[4])
      if iterations < 1 { throw raise(.valueError, "iteration value must be greater than 0.") }
      if length < 1 { throw raise(.valueError, "key length must be greater than 0.") }
      var out = [UInt8](repeating: 0, count: length)
      let count = password.withMemoryRebound(to: CChar.self) { password in
        PKCS5_PBKDF2_HMAC(
          password.baseAddress, Int32(password.count), salt.baseAddress, Int32(salt.count), Int32(iterations), type,
          Int32(length), &out)
      }
      guard count == 1 else { throw raise(.valueError, "the key can't be derived") }
      return Bytes.make(out)
    }
    module.function("_scrypt", "password, salt, n, r, p, maxmem, length") { (a) throws(Raised) -> Value in
      let (password, salt) = (try data(a[0]), try data(a[1]))
      var numbers: [Int] = []
      for index in 2...6 { numbers.append(try Operations.index(a[index])) }
      guard numbers[0] >= 2, numbers[0] & (numbers[0] - 1) == 0 else {
        throw raise(.valueError, "n must be a power of 2.")
      }
      guard numbers.allSatisfy({ $0 >= 0 && $0 < 1 << 31 }), numbers[4] > 0 else {
        throw raise(.valueError, "dklen must be greater than 0 and smaller than 2147483647")
      }
      var out = [UInt8](repeating: 0, count: numbers[4])
      let status = password.withMemoryRebound(to: CChar.self) { password in
        EVP_PBE_scrypt(
          password.baseAddress, password.count, salt.baseAddress, salt.count, UInt64(numbers[0]), UInt64(numbers[1]),
          UInt64(numbers[2]), UInt64(numbers[3]), &out, out.count)
      }
      guard status == 1 else { throw raise(.valueError, "Invalid parameter combination for n, r, p, maxmem.") }
      return Bytes.make(out)
    }
  }
}
