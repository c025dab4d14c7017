import Glibc

/// A connection that speaks HTTP/2, for many requests at a time.
final class HTTP2Connection {
  let origin: Origin
  let tls: TLSOptions
  private let connection: HTTPConnection
  private let engine = HTTP2Engine()
  private var isOpen = true
  /// What the kernel has not taken yet.
  private var unsent: [UInt8] = []
  /// Whether what several fibers have begun is about to be sent.
  private var isFlushDue = false
  /// Called once when the connection takes no more requests.
  var whenClosed: (() -> Void)?

  /// Takes over a connection whose server has agreed to HTTP/2, or is known to speak it.
  init(_ connection: HTTPConnection) {
    origin = connection.origin
    tls = connection.tls
    self.connection = connection
    EventLoop.shared.handOver(connection.descriptor) { [weak self] in self?.advance() }
    advance()
  }

  deinit { connection.close() }

  /// Whether another request can be sent.
  var hasRoom: Bool { isOpen && engine.room > 0 }

  /// Takes no more requests; the connection is closed when the last of those under way has ended.
  func retire() {
    guard isOpen else { return }
    if engine.streams.isEmpty { shut(.remoteClosed) } else { engine.refuseMore() }
  }

  private func shut(_ reason: HTTPFailure.Reason) {
    guard isOpen else { return }
    isOpen = false
    engine.failAll(reason)
    connection.close()
    let action = whenClosed
    whenClosed = nil
    action?()
  }

  // MARK: Reading and writing; on the loop's stack or a fiber's, without waiting

  /// Reads what is there, and sends what is due.
  private func advance() {
    var mayHaveMore = true
    while isOpen, mayHaveMore {
      switch connection.receive() {
      case .bytes(let count, let more):
        do throws(HTTPFailure.Reason) {
          try engine.receive(UnsafeBufferPointer(start: IOBuffers.receive, count: count))
        } catch {
          // The server is told why before the connection is closed.
          flush()
          shut(error)
          return
        }
        // A connection's end is no event of its own when it comes with its last bytes.
        mayHaveMore = more || EventLoop.shared.isHungUp(connection.descriptor)
      case .wouldBlock: mayHaveMore = false
      case .end: return shut(.remoteClosed)
      case .failed(let reason): return shut(reason)
      }
    }
    flush()
    if engine.isOver {
      shut(.http2("the server broke the rules of HTTP/2"))
    } else if engine.isClosing, engine.streams.isEmpty {
      shut(.remoteClosed)
    }
  }

  /// Sends what is due, as far as the kernel takes it.
  private func flush() {
    isFlushDue = false
    guard isOpen else { return }
    if !unsent.isEmpty {
      let bytes = unsent
      unsent = []
      guard bytes.withUnsafeBufferPointer({ sendNow($0) }) else { return }
    }
    // Frames are gathered: a call of the kernel for each would cost more than the copying.
    let room = 32 * 1024
    let buffer = IOBuffers.sendBuffer(room)
    var used = 0
    while isOpen, let output = engine.nextOutput() {
      if used + output.count > room {
        guard sendNow(UnsafeBufferPointer(start: buffer, count: used)) else {
          unsent += output
          return
        }
        used = 0
      }
      if output.count > room {
        guard sendNow(output) else { return }
      } else if let from = output.baseAddress {
        (buffer + used).update(from: from, count: output.count)
        used += output.count
      }
    }
    if used > 0 { _ = sendNow(UnsafeBufferPointer(start: buffer, count: used)) }
  }

  /// Sends bytes; false when some of them have to wait in `unsent`, or the connection is gone.
  private func sendNow(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var sent = 0
    while sent < bytes.count {
      switch connection.send(base + sent, bytes.count - sent, more: false) {
      case .all: return true
      case .some(let count): sent += count
      case .wouldBlock:
        unsent += UnsafeBufferPointer(start: base + sent, count: bytes.count - sent)
        return false
      case .failed(let reason):
        shut(reason)
        return false
      }
    }
    return true
  }

  /// Sends what a fiber has begun: at once when it is alone here, else together with what the others begin.
  private func flushSoon() {
    if engine.streams.count <= 1 { return flush() }
    if isFlushDue { return }
    isFlushDue = true
    EventLoop.shared.later { [weak self] in self?.flush() }
  }

  // MARK: Requests

  /// Sends a request; the response comes into the stream that is given.
  func begin(
    _ request: HTTPRequest, cookies: [UInt8], limits: ResponseParser.Limits
  ) throws(HTTPFailure.Reason) -> HTTP2Stream {
    let stream = HTTP2Stream(isStreamed: request.extras?.streamsResponse == true, limits: limits)
    let source = request.extras?.source
    stream.upload = request.body
    stream.uploadGoesOn = source != nil
    stream.lastActivity = EventLoop.now
    try engine.submit(
      stream, HTTP2Fields(request, cookies: cookies), hasBody: source != nil || !request.body.isEmpty)
    flushSoon()
    if let source { try upload(source, stream, request.readTimeout) }
    return stream
  }

  /// How much of an upload may wait to be sent.
  private static let uploadAhead = 256 * 1024

  private func upload(
    _ source: HTTPBodySource, _ stream: HTTP2Stream, _ timeout: UInt64?
  ) throws(HTTPFailure.Reason) {
    do throws(HTTPFailure.Reason) {
      while !stream.isDone, let piece = try source.next() {
        if stream.uploaded == stream.upload.count {
          stream.upload = piece
          stream.uploaded = 0
        } else {
          stream.upload += piece
        }
        engine.resumeUpload(stream)
        flush()
        while !stream.isDone, stream.upload.count - stream.uploaded > HTTP2Connection.uploadAhead {
          try pause(stream, 10_000_000, timeout)
        }
      }
    } catch {
      cancel(stream)
      throw error
    }
    stream.uploadGoesOn = false
    engine.resumeUpload(stream)
    flush()
  }

  /// Waits a little for a window to open.
  private func pause(_ stream: HTTP2Stream, _ time: UInt64, _ timeout: UInt64?) throws(HTTPFailure.Reason) {
    let before = stream.uploaded
    if EventLoop.shared.sleep(time) == .interrupted { throw .interrupted }
    if stream.uploaded > before { stream.lastActivity = EventLoop.now }
    if let timeout, EventLoop.now &- stream.lastActivity > timeout { throw .sendTimeout }
  }

  /// Parks the running fiber until something of a stream can be used.
  ///
  /// - Parameter isReady: what is waited for; the stream's end is always enough.
  func wait(
    _ stream: HTTP2Stream, _ timeout: UInt64?, until isReady: (HTTP2Stream) -> Bool
  ) throws(HTTPFailure.Reason) {
    stream.waiter = EventLoop.currentFiber
    defer { stream.waiter = nil }
    while !stream.isDone, !isReady(stream) {
      let result =
        timeout.map { EventLoop.shared.park(until: stream.lastActivity &+ $0) } ?? EventLoop.shared.park()
      switch result {
      case .ready: break
      case .interrupted:
        cancel(stream)
        throw .interrupted
      case .timedOut:
        guard let timeout, EventLoop.now &- stream.lastActivity >= timeout, !stream.isDone else { continue }
        cancel(stream)
        throw .readTimeout
      }
    }
  }

  /// Gives a stream up.
  func cancel(_ stream: HTTP2Stream) {
    engine.cancel(stream)
    flush()
  }

  /// Says that bytes of a streamed body have been taken, so that more may come.
  func consume(_ stream: HTTP2Stream, _ count: Int) {
    guard isOpen else { return }
    engine.consume(stream, count)
    flush()
  }
}

/// The body of a response over HTTP/2 that is read while it comes.
final class HTTP2Body: BodySupply {
  private let connection: HTTP2Connection
  private let stream: HTTP2Stream
  private let timeout: UInt64?

  init(_ connection: HTTP2Connection, _ stream: HTTP2Stream, timeout: UInt64?) {
    self.connection = connection
    self.stream = stream
    self.timeout = timeout
  }

  func next() throws(HTTPFailure.Reason) -> [UInt8]? {
    stream.lastActivity = EventLoop.now
    try connection.wait(stream, timeout) { !$0.body.isEmpty }
    if !stream.body.isEmpty {
      var piece: [UInt8] = []
      swap(&piece, &stream.body)
      connection.consume(stream, piece.count)
      return piece
    }
    if let failure = stream.failure { throw failure }
    return nil
  }

  func close() { connection.cancel(stream) }
}
