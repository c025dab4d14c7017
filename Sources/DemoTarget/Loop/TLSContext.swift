import COpenSSL
import Glibc

/// How HTTPS connections are encrypted.
final class TLSContext {
  private let context: OpaquePointer
  /// The certificate, without the rest of its chain.
  let certificatePEM: String

  /// Reads the certificate and key that the options name, or makes a certificate for localhost.
  init(_ options: DemoTargetOptions) throws(DemoTargetFailure) {
    guard let context = SSL_CTX_new(TLS_server_method()) else { throw TLSContext.failure("can't set up TLS") }
    self.context = context
    // From here on deinit frees the context, so every property must have its value before a throw.
    var pem: String?
    var refusal: DemoTargetFailure?
    do throws(DemoTargetFailure) {
      pem = try TLSContext.install(options, in: context)
    } catch { refusal = error }
    certificatePEM = pem ?? ""
    if let refusal { throw refusal }

    _ = SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(TLS1_2_VERSION), nil)
    let modes =
      SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS
    _ = SSL_CTX_ctrl(context, SSL_CTRL_MODE, Int(modes), nil)
    // Clients that go away without TLS's farewell are usual under load and no error.
    let ignoreUnexpectedEnd: UInt64 = 1 << 7  // SSL_OP_IGNORE_UNEXPECTED_EOF, a macro that Swift can't see
    SSL_CTX_set_options(context, ignoreUnexpectedEnd)
    _ = SSL_CTX_ctrl(context, SSL_CTRL_SET_READ_AHEAD, 1, nil)
    SSL_CTX_set_alpn_select_cb(context, selectHTTP1, nil)
  }

  deinit { SSL_CTX_free(context) }

  /// The server's side of a new connection.
  func accept(_ descriptor: Int32) -> OpaquePointer? {
    guard let tls = SSL_new(context) else { return nil }
    SSL_set_fd(tls, descriptor)
    SSL_set_accept_state(tls)
    return tls
  }

  private static func install(_ options: DemoTargetOptions, in context: OpaquePointer) throws(DemoTargetFailure)
    -> String
  {
    guard let path = options.certificatePath else {
      guard options.keyPath == nil else { throw DemoTargetFailure(description: "a key without its certificate") }
      return try installSelfSigned(in: context)
    }
    guard SSL_CTX_use_certificate_chain_file(context, path) == 1 else {
      throw failure("can't read the certificate \(path)")
    }
    let keyPath = options.keyPath ?? path
    guard SSL_CTX_use_PrivateKey_file(context, keyPath, SSL_FILETYPE_PEM) == 1 else {
      throw failure("can't use the private key \(keyPath)")
    }
    guard let certificate = SSL_CTX_get0_certificate(context) else { throw failure("no certificate in \(path)") }
    return pemText(of: certificate)
  }

  private static func installSelfSigned(in context: OpaquePointer) throws(DemoTargetFailure) -> String {
    let made = try SelfSignedCertificate()
    guard SSL_CTX_use_certificate(context, made.certificate) == 1, SSL_CTX_use_PrivateKey(context, made.key) == 1 else {
      throw failure("can't use the certificate made for localhost")
    }
    return pemText(of: made.certificate)
  }

  private static func pemText(of certificate: OpaquePointer) -> String {
    guard let file = BIO_new(BIO_s_mem()) else { return "" }
    defer { BIO_free(file) }
    PEM_write_bio_X509(file, certificate)
    var start: UnsafeMutableRawPointer?
    let count = BIO_ctrl(file, BIO_CTRL_INFO, 0, &start)
    guard let start, count > 0 else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// A failure with OpenSSL's reason for it.
  static func failure(_ what: String) -> DemoTargetFailure {
    let code = ERR_get_error()
    ERR_clear_error()
    // The system's errors are marked by a bit and have no text of OpenSSL's.
    let systemMark: UInt = 1 << 31
    if code & systemMark != 0 {
      return DemoTargetFailure(description: "\(what): \(String(cString: strerror(Int32(code & (systemMark - 1)))))")
    }
    guard code != 0, let reason = ERR_reason_error_string(code) else { return DemoTargetFailure(description: what) }
    return DemoTargetFailure(description: "\(what): \(String(cString: reason))")
  }
}

/// Picks HTTP/1.1 from what the client offers (ALPN, RFC 7301); a client that doesn't offer it goes on without.
private let selectHTTP1:
  @convention(c) (
    OpaquePointer?, UnsafeMutablePointer<UnsafePointer<UInt8>?>?, UnsafeMutablePointer<UInt8>?, UnsafePointer<UInt8>?,
    UInt32, UnsafeMutableRawPointer?
  ) -> Int32 = { _, chosen, chosenCount, offered, offeredCount, _ in
    guard let offered else { return SSL_TLSEXT_ERR_NOACK }
    let wanted = Array("http/1.1".utf8)
    var offset = 0
    while offset < Int(offeredCount) {
      let count = Int(offered[offset])
      let name = UnsafeBufferPointer(start: offered + offset + 1, count: count)
      if name.elementsEqual(wanted) {
        chosen?.pointee = offered + offset + 1
        chosenCount?.pointee = UInt8(count)
        return SSL_TLSEXT_ERR_OK
      }
      offset += 1 + count
    }
    return SSL_TLSEXT_ERR_NOACK
  }
