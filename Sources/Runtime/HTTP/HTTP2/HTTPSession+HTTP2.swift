/// The opening of an HTTP/2 connection that several fibers may wait for.
final class HTTP2Opening {
  var waiters: [Fiber] = []
  var isOver = false
}

/// Requests over HTTP/2.
extension HTTPSession {
  /// What there is for a request that may be sent over HTTP/2.
  enum HTTP2Choice {
    case http2(HTTP2Connection)
    /// The server prefers HTTP/1.1: a fresh connection for it.
    case http1(HTTPConnection)
    /// The server is known to prefer HTTP/1.1.
    case none
  }

  /// Finds or opens a connection for a request.
  func http2Connection(
    _ request: HTTPRequest, _ timing: inout HTTPTiming
  ) throws(HTTPFailure.Reason) -> HTTP2Choice {
    let origin = request.origin
    let key = ObjectIdentifier(origin)
    while true {
      if let connection = pool.http2.first(where: {
        $0.origin === origin && (!origin.isSecure || $0.tls === request.tls) && $0.hasRoom
      }) {
        timing.isReused = true
        return .http2(connection)
      }
      if origin.isSecure, pool.http1Origins.contains(key) { return .none }
      guard let opening = pool.http2Openings[key] else { break }
      opening.waiters.append(EventLoop.currentFiber)
      let deadline = request.connectTimeout.map { EventLoop.now &+ $0 }
      let result = deadline.map { EventLoop.shared.park(until: $0) } ?? EventLoop.shared.park()
      opening.waiters.removeAll { $0 === EventLoop.currentFiber }
      if result == .interrupted { throw .interrupted }
      if result == .timedOut { throw .connectTimeout }
    }
    let opening = HTTP2Opening()
    pool.http2Openings[key] = opening
    defer {
      pool.http2Openings[key] = nil
      for fiber in opening.waiters { EventLoop.shared.wake(fiber) }
    }
    let connection = try HTTPConnection.open(
      origin, through: nil, tls: request.tls, session: pool.tlsSession(origin, request.tls),
      timeout: request.connectTimeout, timing: &timing, offersHTTP2: true)
    if origin.isSecure, connection.channel?.choseHTTP2 != true {
      pool.http1Origins.insert(key)
      return .http1(connection)
    }
    let made = HTTP2Connection(connection)
    made.whenClosed = { [weak pool = self.pool, unowned made] in pool?.http2.removeAll { $0 === made } }
    pool.http2.append(made)
    return .http2(made)
  }

  /// Sends a request over HTTP/2 and reads its response.
  func exchange(
    _ request: HTTPRequest, _ cookies: [UInt8], over first: HTTP2Connection, _ timing: inout HTTPTiming
  ) throws(HTTPFailure.Reason) -> HTTPResponse {
    var connection = first
    var mayRepeat = true
    while true {
      timing.sent = EventLoop.now
      let stream = try connection.begin(request, cookies: cookies, limits: limits)
      let isStreamed = stream.isStreamed
      try connection.wait(stream, request.readTimeout) { isStreamed && $0.hasHead }
      if let failure = stream.failure, !(isStreamed && stream.hasHead) {
        // The server hasn't looked at the request: it had closed the connection, or was about to.
        let isLost = stream.isUnprocessed || (timing.isReused && !stream.hasHead && failure.isClosing)
        if mayRepeat, isLost, request.extras?.source.map({ $0.rewind() }) ?? true {
          mayRepeat = false
          timing.isReused = false
          if case .http2(let other) = try http2Connection(request, &timing) {
            connection = other
            continue
          }
        }
        throw failure
      }
      timing.firstByte = stream.firstByte
      timing.ended = EventLoop.now
      return try response(from: stream, connection, request, cookies, timing)
    }
  }

  private func response(
    from stream: HTTP2Stream, _ connection: HTTP2Connection, _ request: HTTPRequest, _ cookies: [UInt8],
    _ timing: HTTPTiming
  ) throws(HTTPFailure.Reason) -> HTTPResponse {
    var head: ResponseHead
    do throws(HTTPFailure.Reason) {
      guard let read = try stream.head.withUnsafeBufferPointer(ResponseHead.scan) else {
        throw .http2("a response without a status")
      }
      head = read
    } catch {
      connection.cancel(stream)
      throw error
    }
    head.version = 20
    if stream.isStreamed {
      let body = HTTP2Body(connection, stream, timeout: request.readTimeout)
      return try response(head, stream.head, body, request, cookies, timing)
    }
    return try HTTPResponse(
      head, stream.head + stream.body, to: request, cookies: cookies, timing: timing, bodyLimit: limits.body)
  }
}
