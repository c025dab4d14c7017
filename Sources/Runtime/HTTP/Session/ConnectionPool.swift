import Glibc

/// Connections that are kept between requests: those of one session, or those that several sessions share.
public final class ConnectionPool {
  /// How many idle connections are kept.
  public var maxIdle = 10
  /// How many connections to one origin may be in use at a time; further requests wait. Nil for no limit.
  public var maxInUse: Int?

  /// The idle connections, the last used one first.
  private var idle: HTTPConnection?
  private var idleCount = 0
  /// The sessions of closed TLS connections, to be resumed.
  private var tlsSessions: [(origin: Origin, options: TLSOptions, session: TLSSession)] = []
  /// Connections in use, and fibers that wait for one, by origin; only kept where there is a limit.
  private var usage: [ObjectIdentifier: Usage] = [:]
  /// Connections that speak HTTP/2; each carries many requests at a time.
  var http2: [HTTP2Connection] = []
  /// Origins whose servers prefer HTTP/1.1 where they could have HTTP/2.
  var http1Origins: Set<ObjectIdentifier> = []
  /// Fibers that open an HTTP/2 connection now, or wait for one that does, by origin.
  var http2Openings: [ObjectIdentifier: HTTP2Opening] = [:]

  /// The connections to one origin that are in use, and who waits for one, the first of them first.
  private final class Usage {
    var count = 0
    private var waiters: [Fiber] = []
    private var gone = 0

    func add(_ fiber: Fiber) { waiters.append(fiber) }

    /// Takes out one that waits no longer; says whether it still stood in the line.
    func remove(_ fiber: Fiber) -> Bool {
      guard let index = waiters[gone...].firstIndex(where: { $0 === fiber }) else { return false }
      waiters.remove(at: index)
      return true
    }

    /// Has the first one go on.
    func wakeNext() {
      guard gone < waiters.count else { return }
      EventLoop.shared.wake(waiters[gone])
      gone += 1
      if gone * 2 > waiters.count {
        waiters.removeFirst(gone)
        gone = 0
      }
    }
  }

  /// Creates a pool without connections.
  public init() {}

  deinit { close() }

  /// Closes the kept connections and forgets TLS sessions. The pool can still be used.
  public func close() {
    // Not left to the chain of deinits, which would nest.
    while let connection = idle {
      idle = connection.nextIdle
      connection.nextIdle = nil
      connection.close()
    }
    idleCount = 0
    tlsSessions.removeAll()
    let connections = http2
    http2.removeAll()
    for connection in connections { connection.retire() }
  }

  /// Takes an idle connection to an origin that nobody has closed, as far as is known without a system call.
  @inline(__always)
  func takeIdle(_ origin: Origin, _ tls: TLSOptions, _ proxy: HTTPProxy?) -> HTTPConnection? {
    var previous: HTTPConnection?
    var next = idle
    while let connection = next {
      next = connection.nextIdle
      guard connection.origin === origin, connection.proxy === proxy, !origin.isSecure || connection.tls === tls else {
        previous = connection
        continue
      }
      if let previous { previous.nextIdle = next } else { idle = next }
      connection.nextIdle = nil
      idleCount -= 1
      if isUsable(connection) { return connection }
      discard(connection)
    }
    return nil
  }

  /// What a server sends without being asked is its farewell; over TLS it may be a session ticket.
  @inline(__always)
  private func isUsable(_ connection: HTTPConnection) -> Bool {
    let loop = EventLoop.shared
    return connection.channel == nil
      ? !loop.hasUnseenInput(connection.descriptor) : !loop.isHungUp(connection.descriptor)
  }

  /// The session of an earlier TLS connection.
  func tlsSession(_ origin: Origin, _ tls: TLSOptions) -> TLSSession? {
    tlsSessions.first { $0.origin === origin && $0.options === tls }?.session
  }

  /// Puts a connection back for the next request.
  @inline(__always)
  func keep(_ connection: HTTPConnection) {
    connection.nextIdle = idle
    idle = connection
    idleCount += 1
    if idleCount > maxIdle { dropLast() }
  }

  private func dropLast() {
    var previous: HTTPConnection?
    var last = idle
    while let next = last?.nextIdle {
      previous = last
      last = next
    }
    if let previous { previous.nextIdle = nil } else { idle = nil }
    idleCount -= 1
    if let last { discard(last) }
  }

  /// Closes a connection; its TLS session stays for the next one.
  func discard(_ connection: HTTPConnection) {
    if let session = connection.takeTLSSession() {
      tlsSessions.removeAll { $0.origin === connection.origin && $0.options === connection.tls }
      if tlsSessions.count >= maxIdle { tlsSessions.removeFirst() }
      tlsSessions.append((connection.origin, connection.tls, session))
    }
    connection.close()
  }

  // MARK: The limit

  /// Waits until a connection to an origin may be used. Each success is to be followed by one `leave`.
  func enter(_ origin: Origin, deadline: UInt64?) throws(HTTPFailure.Reason) {
    guard let maxInUse else { return }
    let usage = self.usage[ObjectIdentifier(origin)] ?? Usage()
    self.usage[ObjectIdentifier(origin)] = usage
    while usage.count >= maxInUse {
      let fiber = EventLoop.currentFiber
      usage.add(fiber)
      let result = deadline.map { EventLoop.shared.park(until: $0) } ?? EventLoop.shared.park()
      // One that was about to have its turn and gives up leaves it to the next.
      if result != .ready, !usage.remove(fiber) { usage.wakeNext() }
      switch result {
      case .ready: break
      case .timedOut: throw .connectTimeout
      case .interrupted: throw .interrupted
      }
    }
    usage.count += 1
  }

  /// Says that a connection to an origin is no longer in use.
  func leave(_ origin: Origin) {
    guard maxInUse != nil, let usage = usage[ObjectIdentifier(origin)] else { return }
    usage.count -= 1
    usage.wakeNext()
  }
}
