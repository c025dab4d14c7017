import CLinux
import Glibc

/// One connection to an origin: a socket and, for https, a TLS channel over it. It holds no buffers of its own.
final class HTTPConnection {
  let origin: Origin
  let tls: TLSOptions
  /// The next connection in the session's list of idle ones.
  var nextIdle: HTTPConnection?
  let descriptor: Int32
  private(set) var channel: TLSChannel?
  private var isOpen = true

  /// What one read brought.
  enum Received {
    /// So many bytes in the receive buffer; whether more may be there to be read at once.
    case bytes(Int, more: Bool)
    case end
    case wouldBlock
    case failed(HTTPFailure.Reason)
  }

  private init(origin: Origin, tls: TLSOptions, descriptor: Int32) {
    self.origin = origin
    self.tls = tls
    self.descriptor = descriptor
  }

  deinit { close() }

  /// Closes the socket without ceremony.
  func close() {
    guard isOpen else { return }
    isOpen = false
    channel = nil
    EventLoop.shared.unregister(descriptor)
    Glibc.close(descriptor)
  }

  /// The TLS session, to be resumed by a later connection.
  func takeTLSSession() -> TLSSession? { channel?.session() }

  // MARK: Opening

  /// Connects to an origin, trying its addresses in turn, and does the TLS handshake for https.
  ///
  /// - Parameter timeout: how long one address, and the handshake, may take, in ns; nil for ever.
  static func open(
    _ origin: Origin, tls: TLSOptions, session: TLSSession?, timeout: UInt64?, timing: inout HTTPTiming
  ) throws(HTTPFailure.Reason) -> HTTPConnection {
    let addresses = try Resolver.shared.resolve(origin, deadline: deadline(timeout))
    timing.resolved = EventLoop.now
    var failure = HTTPFailure.Reason.connect(EADDRNOTAVAIL)
    for (index, address) in addresses.enumerated() {
      let connection: HTTPConnection
      switch connect(address, origin, tls, deadline(timeout)) {
      case .success(let made): connection = made
      case .failure(.interrupted): throw .interrupted
      case .failure(let reason):
        failure = reason
        continue
      }
      timing.connected = EventLoop.now
      // The next connection begins with the address that answers.
      if index > 0 { origin.addresses = [address] + addresses[..<index] + addresses[(index + 1)...] }
      if origin.isSecure {
        let channel = try TLSChannel(connection.descriptor, origin: origin, options: tls, session: session)
        connection.channel = channel
        try channel.handshake(deadline: deadline(timeout))
        timing.secured = EventLoop.now
      }
      return connection
    }
    throw failure
  }

  private static func deadline(_ timeout: UInt64?) -> UInt64? {
    guard let timeout else { return nil }
    let (time, overflow) = EventLoop.now.addingReportingOverflow(timeout)
    return overflow ? nil : time
  }

  private static func connect(
    _ address: SocketAddress, _ origin: Origin, _ tls: TLSOptions, _ deadline: UInt64?
  ) -> Result<HTTPConnection, HTTPFailure.Reason> {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.family, kind, 0)
    guard descriptor >= 0 else { return .failure(.connect(errno)) }
    let connection = HTTPConnection(origin: origin, tls: tls, descriptor: descriptor)
    var on: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    let isPending = address.connect(descriptor) != 0
    if isPending, errno != EINPROGRESS { return .failure(.connect(errno)) }
    guard EventLoop.shared.register(descriptor) else { return .failure(.connect(errno)) }
    guard isPending else { return .success(connection) }
    switch EventLoop.shared.wait(descriptor, for: .write, deadline: deadline) {
    case .interrupted: return .failure(.interrupted)
    case .timedOut: return .failure(.connectTimeout)
    case .ready: break
    }
    var error: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length)
    return error == 0 ? .success(connection) : .failure(.connect(error))
  }

  // MARK: Sending

  /// What became of a write.
  enum Sent {
    case all
    case some(Int)
    case wouldBlock(EventLoop.Interest)
    case failed(HTTPFailure.Reason)
  }

  /// Sends what the kernel takes at once.
  ///
  /// - Parameter more: whether more follows at once, so that the kernel need not send a short packet.
  @inline(__always)
  func send(_ bytes: UnsafePointer<UInt8>, _ count: Int, more: Bool) -> Sent {
    if let channel { return channel.send(bytes, count) }
    let flags = Int32(MSG_NOSIGNAL) | (more ? Int32(MSG_MORE) : 0)
    while true {
      let sent = Glibc.send(descriptor, bytes, count, flags)
      if sent == count { return .all }
      if sent >= 0 { return .some(sent) }
      if errno == EINTR { continue }
      return errno == EAGAIN ? .wouldBlock(.write) : .failed(.reset(errno))
    }
  }

  // MARK: Receiving

  /// Reads what is there into the process's receive buffer.
  @inline(__always)
  func receive() -> Received {
    if let channel { return channel.receive() }
    while true {
      let count = recv(descriptor, IOBuffers.receive, IOBuffers.receiveSize, 0)
      if count > 0 { return .bytes(count, more: count == IOBuffers.receiveSize) }
      if count == 0 { return .end }
      if errno == EINTR { continue }
      return errno == EAGAIN ? .wouldBlock : .failed(.reset(errno))
    }
  }
}
