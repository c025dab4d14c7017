import Glibc

/// One user's HTTP client: its connections, or a share in those of a pool, and its cookies.
///
/// Several fibers may use one session; each request has a connection to itself, or a stream of one.
public final class HTTPSession {
  /// The cookies that servers have set and that are sent back to them.
  public let cookies = CookieJar()
  /// How many redirects one request may follow.
  public var maxRedirects = 30
  /// How much a response may have.
  public var limits = ResponseParser.Limits()
  /// Where its connections are kept.
  public private(set) var pool: ConnectionPool
  /// Whether other sessions use the pool too.
  private var sharesPool: Bool

  /// Called with every response, redirects included, before it is followed; gives the response that takes its place.
  /// It may send requests of its own with `resend`.
  public typealias HopHandler = (HTTPResponse, HTTPRequest) throws(HTTPFailure) -> HTTPResponse

  /// Creates a session without connections.
  ///
  /// - Parameter pool: connections that it shares with other sessions; nil for its own.
  public init(pool: ConnectionPool? = nil) {
    self.pool = pool ?? ConnectionPool()
    sharesPool = pool != nil
  }

  /// Has a session that has sent nothing yet share connections with others.
  public func share(_ pool: ConnectionPool) {
    self.pool = pool
    sharesPool = true
  }

  /// Closes the kept connections and forgets TLS sessions; those of a shared pool are left to the others. The session
  /// can still be used.
  public func close() { if !sharesPool { pool.close() } }

  /// Sends a request and waits for the response and its whole body, following redirects if the request says so.
  ///
  /// To be called on a fiber.
  ///
  /// - Parameter handler: called with every response; nil for nobody.
  public func send(_ request: HTTPRequest, handler: HopHandler? = nil) throws(HTTPFailure) -> HTTPResponse {
    if !request.cookies.isEmpty || handler != nil { return try sendFollowing(request, EventLoop.now, handler) }
    let started = EventLoop.now
    let response = try hop(request, started, jar: cookies)
    guard request.followsRedirects, response.isRedirect else { return response }
    return try follow(response, request, jar: nil, started, nil)
  }

  /// The way of requests that bring cookies of their own, or whose responses are looked at.
  private func sendFollowing(
    _ request: HTTPRequest, _ started: UInt64, _ handler: HopHandler?
  ) throws(HTTPFailure) -> HTTPResponse {
    let jar: CookieJar
    if request.cookies.isEmpty {
      jar = cookies
    } else {
      jar = cookies.copy()
      for cookie in request.cookies { jar.set(cookie) }
    }
    var response = try hop(request, started, jar: jar)
    if let handler { response = try handler(response, request) }
    guard request.followsRedirects, response.isRedirect else { return response }
    return try follow(response, request, jar: jar, started, handler)
  }

  /// Sends a request again, changed, for a handler; the response that asked for it becomes part of the history.
  public func resend(_ request: HTTPRequest, after response: HTTPResponse) throws(HTTPFailure) -> HTTPResponse {
    var jar = cookies
    if !request.cookies.isEmpty {
      jar = cookies.copy()
      for cookie in request.cookies { jar.set(cookie) }
    }
    let second = try hop(request, EventLoop.now, jar: jar)
    second.history = response.history + [response]
    second.timing.started = response.timing.started
    return second
  }

  // MARK: One request, one response

  /// Sends one request and reads its response, without following it.
  ///
  /// - Parameter jar: where cookies come from; those of the response go into it and the session's.
  func hop(_ request: HTTPRequest, _ started: UInt64, jar: CookieJar) throws(HTTPFailure) -> HTTPResponse {
    let cookieHeader = jar.isEmpty || request.hasCookie ? [] : jar.header(for: request.address)
    var timing = HTTPTiming()
    timing.started = started
    timing.hopStarted = started
    let response: HTTPResponse
    do throws(HTTPFailure.Reason) {
      response =
        !request.hasExtras && pool.maxInUse == nil
        ? try exchange(request, cookieHeader, nil, &timing) : try exchangeSpecially(request, cookieHeader, &timing)
    } catch {
      var failure = HTTPFailure(error)
      timing.ended = EventLoop.now
      failure.timing = timing
      failure.address = request.address
      throw failure
    }
    if response.setsCookie {
      cookies.extract(from: response)
      if jar !== cookies { jar.extract(from: response) }
    }
    return response
  }

  /// The way of requests that are not plain: through a proxy, over HTTP/2, or in a pool with a limit.
  private func exchangeSpecially(
    _ request: HTTPRequest, _ cookies: [UInt8], _ timing: inout HTTPTiming
  ) throws(HTTPFailure.Reason) -> HTTPResponse {
    let proxy = request.extras?.proxies?.proxy(for: request.origin)
    let use = request.extras?.http2 ?? .never
    if proxy == nil, request.origin.isSecure ? use != .never : use == .priorKnowledge {
      switch try http2Connection(request, &timing) {
      case .http2(let connection): return try exchange(request, cookies, over: connection, &timing)
      case .http1(let connection): keep(connection)
      case .none: break
      }
    }
    guard pool.maxInUse != nil else { return try exchange(request, cookies, proxy, &timing) }
    try pool.enter(request.origin, deadline: request.connectTimeout.map { EventLoop.now &+ $0 })
    // A streamed body keeps its connection longer than this; that one is counted as free.
    defer { pool.leave(request.origin) }
    return try exchange(request, cookies, proxy, &timing)
  }

  private func exchange(
    _ request: HTTPRequest, _ cookies: [UInt8], _ proxy: HTTPProxy?, _ timing: inout HTTPTiming
  ) throws(HTTPFailure.Reason) -> HTTPResponse {
    // Plain requests through a proxy all go over connections to the proxy itself.
    let origin = proxy.map { request.origin.isSecure ? request.origin : $0.origin } ?? request.origin
    var mayReuse = true
    while true {
      let connection: HTTPConnection
      if mayReuse, let kept = pool.takeIdle(origin, request.tls, proxy) {
        connection = kept
        timing.isReused = true
      } else {
        connection = try HTTPConnection.open(
          origin, through: proxy, tls: request.tls, session: pool.tlsSession(origin, request.tls),
          timeout: request.connectTimeout, timing: &timing)
      }
      var parser = ResponseParser(
        isHead: request.method.isHead,
        limits: request.hasExtras && request.extras?.streamsResponse == true ? limits.streamed : limits)
      do throws(HTTPFailure.Reason) {
        let outcome = try transfer(connection, request, cookies, proxy, &parser, &timing)
        switch outcome {
        case .reusable: keep(connection)
        case .spent: discard(connection)
        case .streaming(let hasMore, let isReusable):
          return try streamed(
            ConnectionBody(
              self, connection, parser, timeout: request.readTimeout, hasMore: hasMore, isReusable: isReusable),
            &parser, request, cookies, timing)
        }
      } catch {
        discard(connection)
        // The server had closed the kept connection before it saw the request.
        if timing.isReused, !parser.hasBegun, error.isClosing, request.extras?.source.map({ $0.rewind() }) ?? true {
          mayReuse = false
          timing.isReused = false
          continue
        }
        throw error
      }
      return try HTTPResponse(&parser, to: request, cookies: cookies, timing: timing, bodyLimit: limits.body)
    }
  }

  /// A response whose body is left to be read.
  private func streamed(
    _ body: ConnectionBody, _ parser: inout ResponseParser, _ request: HTTPRequest, _ cookies: [UInt8],
    _ timing: HTTPTiming
  ) throws(HTTPFailure.Reason) -> HTTPResponse {
    let head = parser.head
    _ = parser.takeBody()
    let bytes = parser.takeBytes()
    return try response(head, bytes, body, request, cookies, timing)
  }

  /// A response whose body comes from somewhere.
  func response(
    _ head: ResponseHead, _ bytes: [UInt8], _ body: BodySupply, _ request: HTTPRequest, _ cookies: [UInt8],
    _ timing: HTTPTiming
  ) throws(HTTPFailure.Reason) -> HTTPResponse {
    let stream = HTTPBodyStream(
      body, codings: ContentCoding.named(bytes, head.contentEncoding) ?? [],
      acceptsPart: request.extras?.habits == .requests, limit: limits.body)
    return try HTTPResponse(
      head, bytes, to: request, cookies: cookies, timing: timing, bodyLimit: limits.body, stream: stream)
  }

  /// Puts a connection back for the next request.
  @inline(__always)
  func keep(_ connection: HTTPConnection) { pool.keep(connection) }

  /// Closes a connection.
  func discard(_ connection: HTTPConnection) { pool.discard(connection) }

  /// What has become of a connection after a request.
  private enum Outcome {
    /// It can be used for the next one.
    case reusable
    /// It can't.
    case spent
    /// The body is still to come; whether some may be there to be read at once.
    case streaming(hasMore: Bool, isReusable: Bool)
  }

  /// Sends the request and reads the response, or its head if the body is to be left.
  private func transfer(
    _ connection: HTTPConnection, _ request: HTTPRequest, _ cookies: [UInt8], _ proxy: HTTPProxy?,
    _ parser: inout ResponseParser, _ timing: inout HTTPTiming
  ) throws(HTTPFailure.Reason) -> Outcome {
    let written = RequestWriter.write(request, cookies: cookies, proxy: proxy)
    timing.sent = timing.isReused ? timing.started : EventLoop.now
    let loop = EventLoop.shared
    var sendFailure: HTTPFailure.Reason?
    do throws(HTTPFailure.Reason) {
      try sendAll(connection, written, request, &timing)
    } catch {
      // A server that refuses a body may answer and close before it has read it all.
      guard error.isClosing else { throw error }
      sendFailure = error
    }
    var deadline = request.readTimeout.map { timing.sent &+ $0 }
    var triesFirst = sendFailure != nil
    while true {
      if !triesFirst {
        switch loop.wait(connection.descriptor, for: .read, deadline: deadline) {
        case .ready: break
        case .timedOut: throw .readTimeout
        case .interrupted: throw .interrupted
        }
      }
      // Not the time at which this fiber has its turn: the tester's own queue is no part of the server's answer.
      let isAfter = !triesFirst && loop.eventTime > max(timing.sent, timing.written)
      let arrival = isAfter ? loop.eventTime : EventLoop.now
      switch connection.receive() {
      case .bytes(let count, let more):
        let used = try parser.feed(UnsafeBufferPointer(start: IOBuffers.receive, count: count))
        if parser.isDone {
          timing.ended = arrival
          if timing.firstByte == 0 { timing.firstByte = arrival }
          return parser.keepsAlive && used == count && sendFailure == nil && (!more || connection.channel != nil)
            && !loop.isHungUp(connection.descriptor) ? .reusable : .spent
        }
        if timing.firstByte == 0 { timing.firstByte = arrival }
        if let extras = request.extras, extras.streamsResponse, parser.hasHead {
          timing.ended = EventLoop.now
          return .streaming(hasMore: more, isReusable: sendFailure == nil)
        }
        if let timeout = request.readTimeout { deadline = EventLoop.now &+ timeout }
        triesFirst = more
      case .end:
        if let sendFailure, !parser.hasBegun { throw sendFailure }
        try parser.finish()
        timing.ended = EventLoop.now
        return .spent
      case .wouldBlock:
        if let sendFailure { throw sendFailure }
        triesFirst = false
      case .failed(let reason):
        throw sendFailure ?? reason
      }
    }
  }

  private func sendAll(
    _ connection: HTTPConnection, _ written: RequestWriter.Written, _ request: HTTPRequest, _ timing: inout HTTPTiming
  ) throws(HTTPFailure.Reason) {
    let first = connection.send(written.start, written.count, more: !written.hasBody)
    if case .all = first, written.hasBody { return }
    defer { timing.written = EventLoop.now }
    // The send buffer is lost when the fiber waits.
    let rest: [UInt8]
    switch first {
    case .all: rest = []
    case .some(let sent):
      rest = Array(UnsafeBufferPointer(start: written.start + sent, count: written.count - sent))
    case .wouldBlock: rest = Array(UnsafeBufferPointer(start: written.start, count: written.count))
    case .failed(let reason): throw reason
    }
    try push(rest, connection, request, more: !written.hasBody)
    guard !written.hasBody else { return }
    if let source = request.extras?.source {
      try push(source, connection, request)
    } else {
      try push(request.body, connection, request, more: false)
    }
  }

  /// Sends a body as it comes, in chunks where its length isn't known (RFC 9112, section 7.1).
  private func push(
    _ source: HTTPBodySource, _ connection: HTTPConnection, _ request: HTTPRequest
  ) throws(HTTPFailure.Reason) {
    let isChunked = source.length == nil
    var left = source.length ?? 0
    while isChunked || left > 0 {
      guard var piece = try source.next() else {
        // Fewer bytes than Content-Length said: the server would wait for ever.
        if !isChunked { throw .bodyUnavailable }
        break
      }
      if piece.isEmpty { continue }
      if isChunked {
        piece = Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + [13, 10]
      } else {
        if piece.count > left { piece.removeLast(piece.count - left) }
        left -= piece.count
      }
      try push(piece, connection, request, more: isChunked || left > 0)
    }
    if isChunked { try push(Array("0\r\n\r\n".utf8), connection, request, more: false) }
  }

  /// Sends bytes to the last one, waiting while the server takes none.
  private func push(
    _ bytes: [UInt8], _ connection: HTTPConnection, _ request: HTTPRequest, more: Bool
  ) throws(HTTPFailure.Reason) {
    var sent = 0
    while sent < bytes.count {
      let result = bytes.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { connection.send($0 + sent, buffer.count - sent, more: more) } ?? .all
      }
      switch result {
      case .all: return
      case .some(let count): sent += count
      case .failed(let reason): throw reason
      case .wouldBlock(let interest):
        let deadline = request.readTimeout.map { EventLoop.now &+ $0 }
        switch EventLoop.shared.wait(connection.descriptor, for: interest, deadline: deadline) {
        case .ready: break
        case .timedOut: throw .sendTimeout
        case .interrupted: throw .interrupted
        }
      }
    }
  }
}
