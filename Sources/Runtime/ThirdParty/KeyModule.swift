import COpenSSL
import Glibc
import Lang

/// The module `_keys`: signatures with keys in PEM, which OpenSSL makes and checks; `jwt`, in Python, is built on it.
enum KeyModule {
  /// A private or public key.
  private final class Key: Payload {
    let pointer: OpaquePointer
    let isPrivate: Bool

    init(_ pointer: OpaquePointer, isPrivate: Bool) {
      self.pointer = pointer
      self.isPrivate = isPrivate
    }

    deinit { EVP_PKEY_free(pointer) }

    /// The kind of key: RSA, EC, ED25519…
    var kind: String {
      let name: UnsafePointer<CChar>? = EVP_PKEY_get0_type_name(pointer)
      return name.map { String(cString: $0) } ?? ""
    }

    /// The bytes of the numbers of an ECDSA signature.
    var size: Int { (Int(EVP_PKEY_get_bits(pointer)) + 7) / 8 }
  }

  static func build(_ module: Namespace) throws(Raised) {
    let cls = Types.define("Key", module: "_keys")
    cls.reading("kind", of: Key.self) { (key) throws(Raised) -> Value in Str.make(key.kind) }
    cls.reading("size", of: Key.self) { (key) throws(Raised) -> Value in Value(small: key.size) }
    cls.reading("is_private", of: Key.self) { (key) throws(Raised) -> Value in Value(key.isPrivate) }
    // A key from its text; None when it is none of that sort.
    module.function("private_key", "pem, password") { (a) throws(Raised) -> Value in
      let password = a[1].isNone ? [] : try bytes(a[1])
      guard let key = read(try bytes(a[0]), { PEM_read_bio_PrivateKey($0, nil, readPhrase, $1) }, password) else {
        return .none
      }
      return Native.make(cls, Key(key, isPrivate: true))
    }
    module.function("public_key", "pem") { (a) throws(Raised) -> Value in
      let pem = try bytes(a[0])
      let key =
        read(pem, { bio, _ in PEM_read_bio_PUBKEY(bio, nil, nil, nil) }, [])
        ?? read(
          pem,
          { bio, _ in
            guard let certificate = PEM_read_bio_X509(bio, nil, nil, nil) else { return nil }
            defer { X509_free(certificate) }
            return X509_get_pubkey(certificate)
          }, [])
      return key.map { Native.make(cls, Key($0, isPrivate: false)) } ?? .none
    }
    module.function("sign", "key, digest, is_pss, message") { (a) throws(Raised) -> Value in
      let (context, message) = try begin(a, EVP_DigestSignInit)
      defer { EVP_MD_CTX_free(context) }
      var count = 0
      guard EVP_DigestSign(context, nil, &count, message, message.count) == 1 else { throw fault("can't sign") }
      var signature = [UInt8](repeating: 0, count: count)
      guard EVP_DigestSign(context, &signature, &count, message, message.count) == 1 else { throw fault("can't sign") }
      return BytesValue.make(Array(signature[..<count]))
    }
    module.function("verify", "key, digest, is_pss, message, signature") { (a) throws(Raised) -> Value in
      let (context, message) = try begin(a, EVP_DigestVerifyInit)
      defer { EVP_MD_CTX_free(context) }
      let signature = try bytes(a[4])
      let result = EVP_DigestVerify(context, signature, signature.count, message, message.count)
      ERR_clear_error()
      return Value(result == 1)
    }
  }

  private static func read(
    _ pem: [UInt8], _ reader: (OpaquePointer, UnsafeMutableRawPointer) -> OpaquePointer?, _ password: [UInt8]
  ) -> OpaquePointer? {
    guard let bio = BIO_new_mem_buf(pem, Int32(clamping: pem.count)) else { return nil }
    defer { BIO_free(bio) }
    var password = password + [0]
    let key = password.withUnsafeMutableBytes { buffer in buffer.baseAddress.flatMap { reader(bio, $0) } }
    ERR_clear_error()
    return key
  }

  private typealias Init = (
    OpaquePointer?, UnsafeMutablePointer<OpaquePointer?>?, OpaquePointer?, OpaquePointer?, OpaquePointer?
  ) -> Int32

  /// Prepares to sign or check, and reads the message.
  private static func begin(
    _ a: Arguments, _ initialize: Init
  ) throws(Raised) -> (context: OpaquePointer, message: [UInt8]) {
    guard let key = Native.payload(a[0], as: Key.self) else {
      throw raise(.typeError, "a key is required, not '\(Types.name(a[0]))'")
    }
    let message = try bytes(a[3])
    let digest = a[1].isNone ? nil : EVP_get_digestbyname(Str.swift(a[1]))
    guard let context = EVP_MD_CTX_new() else { throw fault("no memory") }
    var keyContext: OpaquePointer?
    var isReady = initialize(context, &keyContext, digest, nil, key.pointer) == 1
    if isReady, try Operations.truth(a[2]) {
      // RFC 7518, section 3.5: the salt is as long as the digest, which -1 stands for.
      isReady =
        EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) > 0
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, -1) > 0
    }
    guard isReady else {
      EVP_MD_CTX_free(context)
      throw fault("the key doesn't fit the algorithm")
    }
    return (context, message)
  }

  private static func fault(_ text: String) -> Raised {
    ERR_clear_error()
    return raise(.valueError, text)
  }

  private static func bytes(_ value: Value) throws(Raised) -> [UInt8] {
    if value.isKind(.str) { return Array(Str.bytes(value)) }
    guard value.isKind(.bytes) else {
      throw raise(.typeError, "a bytes-like object is required, not '\(Types.name(value))'")
    }
    return BytesValue.bytes(value)
  }
}

/// An encrypted key without a password is refused rather than asked for on the terminal.
private func readPhrase(
  _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int32, _: Int32, _ user: UnsafeMutableRawPointer?
) -> Int32 {
  guard let buffer, let user else { return -1 }
  let text = user.assumingMemoryBound(to: CChar.self)
  let count = min(Int(size), strlen(text))
  memcpy(buffer, text, count)
  return Int32(count)
}
