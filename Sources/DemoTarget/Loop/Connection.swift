import COpenSSL
import Glibc

/// One client's connection. While it waits for a request it holds no buffer.
final class Connection {
  /// Names a connection in epoll and in timers; a descriptor's number alone would be taken for its successor's.
  struct Key {
    let descriptor: Int32
    let generation: UInt32

    var word: UInt64 { UInt64(generation) << 32 | UInt64(UInt32(bitPattern: descriptor)) }
  }

  enum Phase {
    case handshaking
    /// Requests are read and answered.
    case reading
    /// An answer is due later, or never.
    case waiting
    /// It ends as soon as the output is sent.
    case closing
    /// The answer is sent; what the client still sends is thrown away, so that a reset doesn't overtake the answer.
    case draining
    case closed
  }

  /// How a connection ends.
  enum Ending {
    case orderly
    /// Reads on for a moment first: the client was interrupted while sending.
    case drained
    /// Without TLS's farewell.
    case abrupt
    /// With a TCP reset.
    case reset
  }

  /// What is sent later.
  enum Later {
    case never
    case answer([UInt8])
    case drip(Drip)
  }

  enum Received {
    case bytes(Int)
    case nothingYet
    case ended
  }

  let key: Key
  let tls: OpaquePointer?
  var phase: Phase
  var ending = Ending.orderly
  /// The beginning of a request that isn't complete.
  var input: [UInt8] = []
  /// The head of the request in `input` whose body isn't complete.
  var head: RequestHead?
  /// How long `input` must be before looking at it again makes sense.
  var needed = 0
  var chunks: ChunkedBody?
  /// What the socket didn't take yet.
  var pending: [UInt8] = []
  var later: Later?
  /// Whether it ends after the later answer.
  var closesLater = false

  var descriptor: Int32 { key.descriptor }

  init(key: Key, tls: OpaquePointer?) {
    self.key = key
    self.tls = tls
    phase = tls == nil ? .reading : .handshaking
  }

  @inline(__always)
  func receive(into buffer: UnsafeMutableRawBufferPointer) -> Received {
    guard let tls else {
      while true {
        let count = recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
        if count > 0 { return .bytes(count) }
        if count < 0 && errno == EINTR { continue }
        return count < 0 && errno == EAGAIN ? .nothingYet : .ended
      }
    }
    let count = SSL_read(tls, buffer.baseAddress, Int32(buffer.count))
    if count > 0 { return .bytes(Int(count)) }
    return wouldBlock(tls, count) ? .nothingYet : .ended
  }

  /// Sends what the socket takes.
  ///
  /// - Returns: the number of bytes, 0 if none can be sent now, nil if the connection is broken.
  @inline(__always)
  func send(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard let tls else {
      while true {
        let count = Glibc.send(
          descriptor, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
        if count >= 0 { return count }
        if errno == EINTR { continue }
        return errno == EAGAIN ? 0 : nil
      }
    }
    let count = SSL_write(tls, bytes.baseAddress, Int32(min(bytes.count, 1 << 30)))
    if count > 0 { return Int(count) }
    return wouldBlock(tls, count) ? 0 : nil
  }

  /// Goes on with TLS's greeting.
  ///
  /// - Returns: true when it is over, false when the client is to speak, nil when it failed.
  func handshake() -> Bool? {
    guard let tls else { return true }
    let status = SSL_accept(tls)
    if status == 1 { return true }
    return wouldBlock(tls, status) ? false : nil
  }

  /// Tells the client that nothing more comes, while what it sends is still taken.
  func closeOutput() {
    if let tls { SSL_shutdown(tls) }
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// Closes the descriptor in the way that `ending` says. Epoll forgets it by itself.
  func close() {
    phase = .closed
    if let tls {
      if ending == .orderly || ending == .drained {
        if SSL_is_init_finished(tls) != 0 { SSL_shutdown(tls) }
      }
      SSL_free(tls)
      ERR_clear_error()
    }
    if ending == .reset {
      var now = linger(l_onoff: 1, l_linger: 0)
      setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }
    Glibc.close(descriptor)
  }

  private func wouldBlock(_ tls: OpaquePointer, _ status: Int32) -> Bool {
    let reason = SSL_get_error(tls, status)
    if reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE { return true }
    // The queue of errors belongs to the thread; what stays in it would be taken for the next connection's.
    ERR_clear_error()
    return false
  }
}

/// A body that is sent a little at a time, evenly over a time.
struct Drip {
  let body: [UInt8]
  /// On the monotonic clock, in ns.
  let start: UInt64
  /// In ns.
  let duration: UInt64
  var sent = 0

  /// When the next byte is due.
  var next: UInt64 { start + duration * UInt64(sent + 1) / UInt64(max(1, body.count)) }

  /// Takes the bytes that are due at a time.
  mutating func take(dueAt now: UInt64) -> ArraySlice<UInt8> {
    let first = sent
    while sent < body.count && next <= now { sent += 1 }
    return body[first..<sent]
  }
}
