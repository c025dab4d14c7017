import COpenSSL
import Glibc

/// A TLS session that a later connection may resume.
final class TLSSession {
  fileprivate let session: OpaquePointer

  fileprivate init(owning session: OpaquePointer) { self.session = session }

  deinit { SSL_SESSION_free(session) }
}

/// TLS over a connection's socket, by OpenSSL. All its calls return at once; waiting is the caller's part.
final class TLSChannel {
  private let ssl: OpaquePointer
  private let descriptor: Int32
  private let origin: Origin

  /// How many channels there are.
  nonisolated(unsafe) private static var count = 0
  /// So many channels keep OpenSSL's two buffers, of 17 KB each, between their requests; further ones give them back,
  /// which is a 40th of a request's cost.
  private static let mostWithBuffers = 256

  init(
    _ descriptor: Int32, origin: Origin, options: TLSOptions, session: TLSSession?, offersHTTP2: Bool = false
  ) throws(HTTPFailure.Reason) {
    let context = try TLSContext.of(options)
    guard let ssl = SSL_new(context) else { throw .tls(TLSContext.lastError()) }
    self.ssl = ssl
    self.descriptor = descriptor
    self.origin = origin
    TLSChannel.count += 1
    if TLSChannel.count > TLSChannel.mostWithBuffers {
      SSL_ctrl(ssl, SSL_CTRL_MODE, Int(SSL_MODE_RELEASE_BUFFERS), nil)
    }
    guard let bio = SocketBIO.make(descriptor) else { throw .tls(TLSContext.lastError()) }
    SSL_set_bio(ssl, bio, bio)
    SSL_set_connect_state(ssl)
    if offersHTTP2 {
      let protocols: [UInt8] = [2] + Array("h2".utf8) + [8] + Array("http/1.1".utf8)
      SSL_set_alpn_protos(ssl, protocols, UInt32(protocols.count))
    }
    let isLiteral = SocketAddress(literal: origin.host, port: 0) != nil
    if !isLiteral {
      _ = origin.host.withCString { name in
        SSL_ctrl(
          ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name), UnsafeMutableRawPointer(mutating: name))
      }
    }
    if options.verifiesCertificate && options.settings.checksName {
      if isLiteral {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), origin.host)
      } else {
        SSL_set_hostflags(ssl, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
        SSL_set1_host(ssl, origin.host)
      }
    }
    if let session { SSL_set_session(ssl, session.session) }
  }

  deinit {
    TLSChannel.count -= 1
    // As if the farewells had been exchanged, or OpenSSL would take the session as unfit for resumption.
    SSL_set_shutdown(ssl, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN)
    SSL_free(ssl)
  }

  /// The present session, if it can be resumed.
  func session() -> TLSSession? {
    guard let session = SSL_get1_session(ssl) else { return nil }
    let holder = TLSSession(owning: session)
    return SSL_SESSION_is_resumable(session) == 1 ? holder : nil
  }

  /// Whether the handshake resumed an earlier session.
  var isResumed: Bool { SSL_session_reused(ssl) == 1 }

  /// Whether the server has chosen HTTP/2.
  var choseHTTP2: Bool {
    var name: UnsafePointer<UInt8>?
    var length: UInt32 = 0
    SSL_get0_alpn_selected(ssl, &name, &length)
    guard let name, length == 2 else { return false }
    return name[0] == UInt8(ascii: "h") && name[1] == UInt8(ascii: "2")
  }

  /// Shakes hands, parking the running fiber as needed.
  ///
  /// - Parameter deadline: on the monotonic clock in ns; nil for none.
  func handshake(deadline: UInt64?) throws(HTTPFailure.Reason) {
    while true {
      ERR_clear_error()
      let status = SSL_do_handshake(ssl)
      if status == 1 { return }
      let interest: EventLoop.Interest
      switch SSL_get_error(ssl, status) {
      case SSL_ERROR_WANT_READ: interest = .read
      case SSL_ERROR_WANT_WRITE: interest = .write
      case SSL_ERROR_SYSCALL where SocketBIO.lastError != 0: throw .reset(SocketBIO.lastError)
      case SSL_ERROR_SYSCALL, SSL_ERROR_ZERO_RETURN: throw .tls("unexpected eof while reading")
      default: throw .tls(failureText())
      }
      switch EventLoop.shared.wait(descriptor, for: interest, deadline: deadline) {
      case .ready: break
      case .timedOut: throw .connectTimeout
      case .interrupted: throw .interrupted
      }
    }
  }

  /// OpenSSL's words for what failed, with the verifier's where a certificate is to blame.
  private func failureText() -> String {
    let code = ERR_peek_error()
    let text = TLSContext.lastError()
    guard code & 0x7F_FFFF == UInt(SSL_R_CERTIFICATE_VERIFY_FAILED) else { return text }
    let result = SSL_get_verify_result(ssl)
    switch Int32(truncatingIfNeeded: result) {
    case X509_V_ERR_HOSTNAME_MISMATCH:
      return "\(text): Hostname mismatch, certificate is not valid for '\(origin.host)'."
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
      return "\(text): IP address mismatch, certificate is not valid for '\(origin.host)'."
    default:
      return "\(text): \(String(cString: X509_verify_cert_error_string(result)))"
    }
  }

  /// Empties OpenSSL's list of errors, which must be empty before a call whose result `SSL_get_error` is to explain. It
  /// nearly always is: looking costs a fifth of emptying.
  @inline(__always)
  private func forgetErrors() { if ERR_peek_error() != 0 { ERR_clear_error() } }

  /// Encrypts and sends what the kernel takes at once.
  func send(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> HTTPConnection.Sent {
    var sent = 0
    forgetErrors()
    let status = SSL_write_ex(ssl, bytes, count, &sent)
    if status == 1 { return sent == count ? .all : .some(sent) }
    switch SSL_get_error(ssl, status) {
    case SSL_ERROR_WANT_READ: return .wouldBlock(.read)
    case SSL_ERROR_WANT_WRITE: return .wouldBlock(.write)
    case SSL_ERROR_SYSCALL where SocketBIO.lastError != 0: return .failed(.reset(SocketBIO.lastError))
    case SSL_ERROR_SYSCALL, SSL_ERROR_ZERO_RETURN: return .failed(.reset(EPIPE))
    default: return .failed(.tls(failureText()))
    }
  }

  /// Decrypts what is there into the process's receive buffer.
  func receive() -> HTTPConnection.Received {
    var count = 0
    forgetErrors()
    SocketBIO.wasFull = false
    let status = SSL_read_ex(ssl, IOBuffers.receive, IOBuffers.receiveSize, &count)
    // Records behind this one may be in OpenSSL's own buffer, of which epoll knows nothing.
    if status == 1 { return .bytes(count, more: SocketBIO.wasFull || SSL_has_pending(ssl) == 1) }
    switch SSL_get_error(ssl, status) {
    case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .wouldBlock
    case SSL_ERROR_ZERO_RETURN: return .end
    case SSL_ERROR_SYSCALL: return SocketBIO.lastError == 0 ? .end : .failed(.reset(SocketBIO.lastError))
    default: return .failed(.tls(failureText()))
    }
  }
}

/// The way between OpenSSL and a socket. OpenSSL's own would be killed by SIGPIPE when the peer has gone.
private enum SocketBIO {
  /// The `errno` of the last call that failed; 0 after an end of file.
  nonisolated(unsafe) static var lastError: Int32 = 0
  /// Whether a read has brought as much as it asked for, so that the socket may have more.
  nonisolated(unsafe) static var wasFull = false

  /// `BIO_FLAGS_IN_EOF`, which OpenSSL asks for by `BIO_CTRL_EOF`.
  private static let endFlag: Int32 = 0x800

  nonisolated(unsafe) private static let method: OpaquePointer? = {
    guard let method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "katydid") else { return nil }
    BIO_meth_set_create(method) { bio in
      BIO_set_init(bio, 1)
      return 1
    }
    BIO_meth_set_write(method) { bio, bytes, count in
      SocketBIO.finish(bio, BIO_FLAGS_WRITE) { send($0, bytes, Int(count), Int32(MSG_NOSIGNAL)) }
    }
    BIO_meth_set_read(method) { bio, bytes, count in
      let received = SocketBIO.finish(bio, BIO_FLAGS_READ) { recv($0, bytes, Int(count), 0) }
      if received == 0 { BIO_set_flags(bio, SocketBIO.endFlag) }
      if received == count { SocketBIO.wasFull = true }
      return received
    }
    BIO_meth_set_ctrl(method) { bio, command, _, _ in
      switch command {
      case BIO_CTRL_FLUSH: 1
      case BIO_CTRL_EOF: BIO_test_flags(bio, SocketBIO.endFlag) != 0 ? 1 : 0
      default: 0
      }
    }
    return method
  }()

  static func make(_ descriptor: Int32) -> OpaquePointer? {
    guard let method, let bio = BIO_new(method) else { return nil }
    BIO_set_data(bio, UnsafeMutableRawPointer(bitPattern: Int(descriptor) + 1))
    return bio
  }

  private static func finish(_ bio: OpaquePointer?, _ flag: Int32, _ call: (Int32) -> Int) -> Int32 {
    let descriptor = Int32(truncatingIfNeeded: Int(bitPattern: BIO_get_data(bio)) - 1)
    BIO_clear_flags(bio, BIO_FLAGS_READ | BIO_FLAGS_WRITE | BIO_FLAGS_IO_SPECIAL | BIO_FLAGS_SHOULD_RETRY)
    lastError = 0
    while true {
      let result = call(descriptor)
      if result >= 0 { return Int32(truncatingIfNeeded: result) }
      if errno == EINTR { continue }
      if errno == EAGAIN { BIO_set_flags(bio, flag | BIO_FLAGS_SHOULD_RETRY) } else { lastError = errno }
      return -1
    }
  }
}
