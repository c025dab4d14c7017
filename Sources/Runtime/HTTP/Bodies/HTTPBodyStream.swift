/// Where the bytes of a body come from while they are read: a connection or a stream of HTTP/2.
protocol BodySupply: AnyObject {
  /// The next bytes as they came, never none; nil at the end. May park the running fiber.
  func next() throws(HTTPFailure.Reason) -> [UInt8]?

  /// Gives the supply up before its end.
  func close()
}

/// A response's body that is read while it comes. It holds its connection until it is at its end or closed.
public final class HTTPBodyStream {
  private let supply: BodySupply
  private let decoders: [BodyDecoder]
  private let acceptsPart: Bool
  /// The most bytes that one piece from the network may become.
  private let limit: Int
  /// Whether the end has been reached, or the stream has been closed or has failed.
  public private(set) var isDone = false

  init(_ supply: BodySupply, codings: [ContentCoding], acceptsPart: Bool, limit: Int) {
    self.supply = supply
    decoders = codings.reversed().map { $0.makeDecoder() }
    self.acceptsPart = acceptsPart
    self.limit = limit
  }

  deinit { close() }

  /// The next bytes, decompressed, never none; nil at the end. Parks the running fiber until there are some; without
  /// one the loop runs meanwhile.
  public func next() throws(HTTPFailure.Reason) -> [UInt8]? {
    if Fiber.current == nil {
      return try FiberThreads.onFiber(reading: { [self] () throws(HTTPFailure.Reason) in try next() })
    }
    while !isDone {
      do throws(HTTPFailure.Reason) {
        guard var piece = try supply.next() else {
          isDone = true
          if !acceptsPart { for decoder in decoders { try decoder.finish() } }
          return nil
        }
        for decoder in decoders {
          var output: [UInt8] = []
          try piece.withUnsafeBufferPointer { (buffer) throws(HTTPFailure.Reason) in
            try decoder.feed(buffer, to: &output, limit: limit)
          }
          piece = output
        }
        if !piece.isEmpty { return piece }
      } catch {
        close()
        throw error
      }
    }
    return nil
  }

  /// Gives the rest up; the connection is closed unless the body had come to its end.
  public func close() {
    if isDone { return }
    isDone = true
    supply.close()
  }
}

/// The body of a response over HTTP/1.1.
final class ConnectionBody: BodySupply {
  private let session: HTTPSession
  private let connection: HTTPConnection
  private var parser: ResponseParser
  private let timeout: UInt64?
  private var isOver = false
  /// Whether the connection's buffer may hold bytes that nobody waits for.
  private var triesFirst: Bool
  private let isReusable: Bool

  /// Takes over a connection from which the head, and perhaps some of the body, has been read.
  init(
    _ session: HTTPSession, _ connection: HTTPConnection, _ parser: ResponseParser, timeout: UInt64?, hasMore: Bool,
    isReusable: Bool
  ) {
    self.session = session
    self.connection = connection
    self.parser = parser
    self.timeout = timeout
    self.isReusable = isReusable
    triesFirst = hasMore
  }

  func next() throws(HTTPFailure.Reason) -> [UInt8]? {
    while !isOver {
      let piece = parser.takeBody()
      if parser.isDone { end() }
      if !piece.isEmpty { return piece }
      if isOver { return nil }
      do throws(HTTPFailure.Reason) { try read() } catch {
        close()
        throw error
      }
    }
    return nil
  }

  private func read() throws(HTTPFailure.Reason) {
    if !triesFirst {
      switch EventLoop.shared.wait(connection.descriptor, for: .read, deadline: timeout.map { EventLoop.now &+ $0 }) {
      case .ready: break
      case .timedOut: throw .readTimeout
      case .interrupted: throw .interrupted
      }
    }
    triesFirst = false
    switch connection.receive() {
    case .bytes(let count, let more):
      let used = try parser.feed(UnsafeBufferPointer(start: IOBuffers.receive, count: count))
      if used < count { parser.distrust() }
      triesFirst = more
    case .end:
      try parser.finish()
      parser.distrust()
    case .wouldBlock: break
    case .failed(let reason): throw reason
    }
  }

  private func end() {
    guard !isOver else { return }
    isOver = true
    if isReusable, parser.keepsAlive, !EventLoop.shared.isHungUp(connection.descriptor) {
      session.keep(connection)
    } else {
      session.discard(connection)
    }
  }

  func close() {
    guard !isOver else { return }
    isOver = true
    session.discard(connection)
  }
}
