import CLinux
import Glibc

/// One connection to an origin: a socket and, for https, a TLS channel over it. It holds no buffers of its own.
final class HTTPConnection {
  let origin: Origin
  let tls: TLSOptions
  /// The proxy that it goes through.
  let proxy: HTTPProxy?
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

  private init(origin: Origin, proxy: HTTPProxy?, tls: TLSOptions, descriptor: Int32) {
    self.origin = origin
    self.proxy = proxy
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
  /// - Parameters:
  ///   - proxy: the proxy to go through; the origin is the proxy's own for plain requests.
  ///   - timeout: how long one address, and the handshake, may take, in ns; nil for ever.
  ///   - offersHTTP2: whether the server may choose HTTP/2.
  static func open(
    _ origin: Origin, through proxy: HTTPProxy?, tls: TLSOptions, session: TLSSession?, timeout: UInt64?,
    timing: inout HTTPTiming, offersHTTP2: Bool = false
  ) throws(HTTPFailure.Reason) -> HTTPConnection {
    guard let proxy else {
      return try open(origin, at: origin, nil, tls, session, timeout, &timing, offersHTTP2)
    }
    do throws(HTTPFailure.Reason) {
      return try open(origin, at: proxy.origin, proxy, tls, session, timeout, &timing, false)
    } catch {
      switch error {
      case .connect(let code): throw .proxyConnect(code)
      case .nameResolution(let code, let text): throw .proxyResolution(code, text)
      default: throw error
      }
    }
  }

  private static func open(
    _ origin: Origin, at place: Origin, _ proxy: HTTPProxy?, _ tls: TLSOptions, _ session: TLSSession?,
    _ timeout: UInt64?, _ timing: inout HTTPTiming, _ offersHTTP2: Bool
  ) throws(HTTPFailure.Reason) -> HTTPConnection {
    if place !== origin, place.isSecure {
      throw .proxy(0, "requests over TLS can't go through a proxy that is itself reached over TLS")
    }
    if NetworkAccess.isRefused {
      NetworkAccess.hasRefused = true
      throw .connect(EPERM)
    }
    let addresses = place.inTurn(try Resolver.shared.resolve(place, deadline: deadline(timeout)))
    timing.resolved = EventLoop.now
    var failure = HTTPFailure.Reason.connect(EADDRNOTAVAIL)
    for (index, address) in addresses.enumerated() {
      let connection: HTTPConnection
      switch connect(address, origin, proxy, tls, deadline(timeout)) {
      case .success(let made): connection = made
      case .failure(.interrupted): throw .interrupted
      case .failure(let reason):
        failure = reason
        continue
      }
      timing.connected = EventLoop.now
      if index > 0 { place.noteUnreachable(Array(addresses[..<index]), reachable: Array(addresses[index...])) }
      if let proxy, place !== origin { try connection.tunnel(proxy, deadline: deadline(timeout)) }
      if origin.isSecure {
        let channel = try TLSChannel(
          connection.descriptor, origin: origin, options: tls, session: session, offersHTTP2: offersHTTP2)
        connection.channel = channel
        try channel.handshake(deadline: deadline(timeout))
        timing.secured = EventLoop.now
      }
      return connection
    }
    throw failure
  }

  /// Has a proxy connect to the origin (RFC 9110, section 9.3.6).
  private func tunnel(_ proxy: HTTPProxy, deadline: UInt64?) throws(HTTPFailure.Reason) {
    let name = origin.host.utf8.contains(UInt8(ascii: ":")) ? "[\(origin.host)]" : origin.host
    let target = "\(name):\(origin.port)"
    var head = Array("CONNECT \(target) HTTP/1.1\r\nHost: \(target)\r\n".utf8)
    if !proxy.authorization.isEmpty {
      head += Array("Proxy-Authorization: ".utf8) + proxy.authorization + Array("\r\n".utf8)
    }
    head += Array("\r\n".utf8)
    let sent = head.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { send($0, buffer.count, more: false) } ?? .all
    }
    // A head of this size fits an empty send buffer.
    guard case .all = sent else { throw .proxy(EPIPE, "") }
    // An answer to CONNECT has no body when it is a yes; what follows belongs to the tunnel.
    var parser = ResponseParser(isHead: true)
    while !parser.isDone {
      switch receive() {
      case .bytes(let count, _):
        let used = try parser.feed(UnsafeBufferPointer(start: IOBuffers.receive, count: count))
        if used < count { throw .proxy(0, "the proxy sent more than its answer to CONNECT") }
      case .end: throw .proxy(0, "Remote end closed connection without response")
      case .failed(.reset(let code)): throw .proxy(code, "")
      case .failed(let reason): throw reason
      case .wouldBlock:
        switch EventLoop.shared.wait(descriptor, for: .read, deadline: deadline) {
        case .ready: break
        case .timedOut: throw .connectTimeout
        case .interrupted: throw .interrupted
        }
      }
    }
    let status = parser.head.status
    guard status == 200 else {
      let head = parser.head
      let reason = parser.takeBytes()[head.reason].withUnsafeBufferPointer(HeaderLines.latin1)
      throw .proxy(0, "Tunnel connection failed: \(status) \(reason)")
    }
  }

  private static func deadline(_ timeout: UInt64?) -> UInt64? {
    guard let timeout else { return nil }
    let (time, overflow) = EventLoop.now.addingReportingOverflow(timeout)
    return overflow ? nil : time
  }

  private static func connect(
    _ address: SocketAddress, _ origin: Origin, _ proxy: HTTPProxy?, _ tls: TLSOptions, _ deadline: UInt64?
  ) -> Result<HTTPConnection, HTTPFailure.Reason> {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.family, kind, 0)
    guard descriptor >= 0 else { return .failure(.connect(errno)) }
    let connection = HTTPConnection(origin: origin, proxy: proxy, tls: tls, descriptor: descriptor)
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
