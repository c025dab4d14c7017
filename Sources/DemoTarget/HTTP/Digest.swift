import COpenSSL
import CZlib

/// Checksums and signatures of bytes.
enum Digest {
  /// In hexadecimal.
  static func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_Digest(bytes.baseAddress, bytes.count, &digest, nil, EVP_sha256(), nil)
    return hexadecimal(digest)
  }

  static func crc32(_ bytes: UnsafeRawBufferPointer) -> Int {
    Int(CZlib.crc32(0, bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count)))
  }

  /// An HMAC with SHA-256 (RFC 2104), in hexadecimal.
  static func signature(_ text: String, key: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let bytes = Array(text.utf8)
    EVP_Q_mac(nil, "HMAC", nil, "SHA256", nil, key, key.count, bytes, bytes.count, &digest, digest.count, nil)
    return hexadecimal(digest)
  }

  static func base64(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var encoded = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
    let count = EVP_EncodeBlock(&encoded, bytes, Int32(bytes.count))
    return String(decoding: encoded[..<Int(count)], as: UTF8.self)
  }
}
