import COpenSSL
import Glibc

/// OpenSSL's settings for client connections, made once for each `TLSOptions` and process.
enum TLSContext {
  nonisolated(unsafe) private static var made: [TLSOptions.Settings: OpaquePointer] = [:]

  /// The context for some options.
  ///
  /// - Throws: `.tls` when a file that they name can't be used.
  static func of(_ options: TLSOptions) throws(HTTPFailure.Reason) -> OpaquePointer {
    if let context = made[options.settings] { return context }
    ERR_clear_error()
    guard let context = SSL_CTX_new(TLS_client_method()) else { throw .tls(lastError()) }
    do {
      try setUp(context, options.settings)
    } catch {
      SSL_CTX_free(context)
      throw error
    }
    made[options.settings] = context
    return context
  }

  private static func setUp(_ context: OpaquePointer, _ options: TLSOptions.Settings) throws(HTTPFailure.Reason) {
    let modes = SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER
    SSL_CTX_ctrl(context, SSL_CTRL_MODE, Int(modes), nil)
    // One read for a whole record instead of one for its header and one for the rest.
    SSL_CTX_ctrl(context, SSL_CTRL_SET_READ_AHEAD, 1, nil)
    SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, options.oldestVersion ?? Int(TLS1_2_VERSION), nil)
    if let version = options.newestVersion { SSL_CTX_ctrl(context, SSL_CTRL_SET_MAX_PROTO_VERSION, version, nil) }
    if let ciphers = options.ciphers, SSL_CTX_set_cipher_list(context, ciphers) != 1 { throw .tls(lastError()) }
    SSL_CTX_ctrl(context, SSL_CTRL_SET_SESS_CACHE_MODE, Int(SSL_SESS_CACHE_OFF), nil)
    // A server that closes without TLS's own farewell is an end of file like any other: lengths tell what is missing.
    SSL_CTX_set_options(context, UInt64(1) << 7)
    let protocols = [UInt8](arrayLiteral: 8) + Array("http/1.1".utf8)
    SSL_CTX_set_alpn_protos(context, protocols, UInt32(protocols.count))
    SSL_CTX_set_verify(context, options.verifiesCertificate ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, nil)
    if options.verifiesCertificate { try loadAuthorities(context, options.authorities) }
    if let certificate = options.certificate {
      try loadCertificate(context, certificate, options.key ?? certificate, options.password)
    }
  }

  private static func loadAuthorities(_ context: OpaquePointer, _ path: String?) throws(HTTPFailure.Reason) {
    guard let path else {
      SSL_CTX_set_default_verify_paths(context)
      return
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw .tls("could not find a suitable TLS CA certificate bundle, invalid path: \(path)")
    }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    let loaded = isFolder ? SSL_CTX_load_verify_dir(context, path) : SSL_CTX_load_verify_file(context, path)
    if loaded != 1 { throw .tls("\(lastError()): \(path)") }
  }

  private static func loadCertificate(
    _ context: OpaquePointer, _ certificate: String, _ key: String, _ password: String?
  ) throws(HTTPFailure.Reason) {
    guard SSL_CTX_use_certificate_chain_file(context, certificate) == 1 else {
      throw .tls("could not use the TLS certificate file \(certificate): \(lastError())")
    }
    // Without this OpenSSL would ask whoever sits at the terminal.
    SSL_CTX_set_default_passwd_cb(context) { buffer, size, _, password in
      guard let buffer, let password else { return 0 }
      let text = password.assumingMemoryBound(to: CChar.self)
      let count = strlen(text)
      guard count <= size else { return 0 }
      memcpy(buffer, text, count)
      return Int32(count)
    }
    let words = password.flatMap { strdup($0) }
    SSL_CTX_set_default_passwd_cb_userdata(context, words)
    defer {
      SSL_CTX_set_default_passwd_cb_userdata(context, nil)
      free(words)
    }
    guard SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) == 1 else {
      throw .tls("could not use the TLS key file \(key): \(lastError())")
    }
  }

  /// OpenSSL's words for the first error that it has noted; clears the notes.
  static func lastError() -> String {
    let code = ERR_get_error()
    ERR_clear_error()
    guard code != 0 else { return "unknown error" }
    if let reason = ERR_reason_error_string(code) { return String(cString: reason) }
    // A system error: its number is the reason.
    let number = Int32(truncatingIfNeeded: code & 0x7FFF_FFFF)
    return String(cString: strerror(number))
  }
}
