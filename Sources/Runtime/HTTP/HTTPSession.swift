import Glibc

/// One user's HTTP client: its kept connections and its cookies.
///
/// Several fibers may use one session; each request has a connection to itself.
public final class HTTPSession {
  /// The cookies that servers have set and that are sent back to them.
  public let cookies = CookieJar()
  /// How many redirects one request may follow.
  public var maxRedirects = 30
  /// How much a response may have.
  public var limits = ResponseParser.Limits()

  /// How many idle connections are kept.
  static let maxIdle = 10
  /// The idle connections, the last used one first.
  var idle: HTTPConnection?
  var idleCount = 0
  /// The sessions of closed TLS connections, to be resumed.
  var tlsSessions: [(origin: Origin, options: TLSOptions, session: TLSSession)] = []

  /// Creates a session without connections.
  public init() {}

  deinit { close() }

  /// Sends a request and waits for the response and its whole body, following redirects if the request says so.
  ///
  /// To be called on a fiber.
  public func send(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    if !request.cookies.isEmpty { return try sendFollowing(request, EventLoop.now) }
    let started = EventLoop.now
    let response = try hop(request, started, jar: cookies)
    guard request.followsRedirects, response.isRedirect else { return response }
    return try follow(response, request, jar: nil, started)
  }

  /// The way of requests that bring cookies of their own.
  private func sendFollowing(_ request: HTTPRequest, _ started: UInt64) throws(HTTPFailure) -> HTTPResponse {
    let jar = cookies.copy()
    for cookie in request.cookies { jar.set(cookie) }
    let response = try hop(request, started, jar: jar)
    guard request.followsRedirects, response.isRedirect else { return response }
    return try follow(response, request, jar: jar, started)
  }

  // MARK: One request, one response

  /// Sends one request and reads its response, without following it.
  ///
  /// - Parameter jar: where cookies come from; those of the response go into it and the session's.
  func hop(_ request: HTTPRequest, _ started: UInt64, jar: CookieJar) throws(HTTPFailure) -> HTTPResponse {
    let cookieHeader = jar.isEmpty || request.hasCookie ? [] : jar.header(for: request.address)
    var timing = HTTPTiming()
    timing.started = started
    let response: HTTPResponse
    do throws(HTTPFailure.Reason) {
      response = try exchange(request, cookieHeader, &timing)
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

  private func exchange(
    _ request: HTTPRequest, _ cookies: [UInt8], _ timing: inout HTTPTiming
  ) throws(HTTPFailure.Reason) -> HTTPResponse {
    var mayReuse = true
    while true {
      let connection: HTTPConnection
      if mayReuse, let kept = takeIdle(request.origin, request.tls) {
        connection = kept
        timing.isReused = true
      } else {
        connection = try open(request, &timing)
      }
      var parser = ResponseParser(isHead: request.method.isHead, limits: limits)
      do throws(HTTPFailure.Reason) {
        let canBeKept = try transfer(connection, request, cookies, &parser, &timing)
        if canBeKept { keep(connection) } else { discard(connection) }
      } catch {
        discard(connection)
        // The server had closed the kept connection before it saw the request.
        if timing.isReused, !parser.hasBegun, error.isClosing {
          mayReuse = false
          timing.isReused = false
          continue
        }
        throw error
      }
      return try HTTPResponse(&parser, to: request, timing: timing, bodyLimit: limits.body)
    }
  }

  /// Sends the request and reads the response; whether the connection can be used again.
  private func transfer(
    _ connection: HTTPConnection, _ request: HTTPRequest, _ cookies: [UInt8], _ parser: inout ResponseParser,
    _ timing: inout HTTPTiming
  ) throws(HTTPFailure.Reason) -> Bool {
    let written = RequestWriter.write(request, cookies: cookies)
    timing.sent = timing.isReused ? timing.started : EventLoop.now
    var sendFailure: HTTPFailure.Reason?
    do throws(HTTPFailure.Reason) {
      try sendAll(connection, written, request)
    } catch {
      // A server that refuses a body may answer and close before it has read it all.
      guard error.isClosing else { throw error }
      sendFailure = error
    }
    var deadline = request.readTimeout.map { timing.sent &+ $0 }
    var triesFirst = sendFailure != nil
    while true {
      if !triesFirst {
        switch EventLoop.shared.wait(connection.descriptor, for: .read, deadline: deadline) {
        case .ready: break
        case .timedOut: throw .readTimeout
        case .interrupted: throw .interrupted
        }
      }
      switch connection.receive() {
      case .bytes(let count, let more):
        let used = try parser.feed(UnsafeBufferPointer(start: IOBuffers.receive, count: count))
        if parser.isDone {
          timing.ended = EventLoop.now
          if timing.firstByte == 0 { timing.firstByte = timing.ended }
          return parser.keepsAlive && used == count && sendFailure == nil && (!more || connection.channel != nil)
            && !EventLoop.shared.isHungUp(connection.descriptor)
        }
        if timing.firstByte == 0 { timing.firstByte = EventLoop.now }
        if let timeout = request.readTimeout { deadline = EventLoop.now &+ timeout }
        triesFirst = more
      case .end:
        if let sendFailure, !parser.hasBegun { throw sendFailure }
        try parser.finish()
        timing.ended = EventLoop.now
        return false
      case .wouldBlock:
        if let sendFailure { throw sendFailure }
        triesFirst = false
      case .failed(let reason):
        throw sendFailure ?? reason
      }
    }
  }

  private func sendAll(
    _ connection: HTTPConnection, _ written: RequestWriter.Written, _ request: HTTPRequest
  ) throws(HTTPFailure.Reason) {
    let first = connection.send(written.start, written.count, more: !written.hasBody)
    if case .all = first, written.hasBody { return }
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
    if !written.hasBody { try push(request.body, connection, request, more: false) }
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
