import Glibc

/// The keeping of connections between requests.
extension HTTPSession {
  /// Closes the kept connections and forgets TLS sessions. The session can still be used.
  public func close() {
    // Not left to the chain of deinits, which would nest.
    while let connection = idle {
      idle = connection.nextIdle
      connection.nextIdle = nil
      connection.close()
    }
    idleCount = 0
    tlsSessions.removeAll()
  }

  /// Takes an idle connection to an origin that nobody has closed, as far as is known without a system call.
  @inline(__always)
  func takeIdle(_ origin: Origin, _ tls: TLSOptions) -> HTTPConnection? {
    var previous: HTTPConnection?
    var next = idle
    while let connection = next {
      next = connection.nextIdle
      guard connection.origin === origin, !origin.isSecure || connection.tls === tls else {
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

  /// Opens a connection for a request.
  func open(_ request: HTTPRequest, _ timing: inout HTTPTiming) throws(HTTPFailure.Reason) -> HTTPConnection {
    let origin = request.origin
    let known = tlsSessions.first { $0.origin === origin && $0.options === request.tls }
    return try HTTPConnection.open(
      origin, tls: request.tls, session: known?.session, timeout: request.connectTimeout, timing: &timing)
  }

  /// Puts a connection back for the next request.
  @inline(__always)
  func keep(_ connection: HTTPConnection) {
    connection.nextIdle = idle
    idle = connection
    idleCount += 1
    if idleCount > HTTPSession.maxIdle { dropLast() }
  }

  private func dropLast() {
    var previous: HTTPConnection?
    var last = idle
    while let next = last?.nextIdle {
      previous = last
      last = next
    }
    previous?.nextIdle = nil
    idleCount -= 1
    if let last { discard(last) }
  }

  /// Closes a connection; its TLS session stays for the next one.
  func discard(_ connection: HTTPConnection) {
    if let session = connection.takeTLSSession() {
      tlsSessions.removeAll { $0.origin === connection.origin && $0.options === connection.tls }
      if tlsSessions.count >= HTTPSession.maxIdle { tlsSessions.removeFirst() }
      tlsSessions.append((connection.origin, connection.tls, session))
    }
    connection.close()
  }
}
