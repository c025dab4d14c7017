import Glibc

/// From bytes to requests to answers.
extension ServerLoop {
  /// Deals with bytes that a connection has received.
  func take(_ bytes: UnsafeRawBufferPointer, from connection: Connection) {
    if connection.input.isEmpty {
      let used = consume(bytes, connection)
      if used < bytes.count { connection.input = Array(bytes[used...]) }
    } else {
      connection.input.append(contentsOf: bytes)
      consumeHeld(connection)
    }
    sendOutput(connection)
  }

  /// Goes on with the requests that were held back while an answer was due.
  func resume(_ connection: Connection) {
    consumeHeld(connection)
    sendOutput(connection)
  }

  /// Does what a connection's timer was set for.
  func wake(_ connection: Connection, at now: UInt64) {
    if connection.phase == .draining { return end(connection) }
    switch connection.later {
    case nil, .never: return
    case .answer(let bytes):
      output.append(bytes)
      connection.later = nil
    case .drip(var drip):
      drip.take(dueAt: now).withUnsafeBytes { output.append($0) }
      if drip.sent < drip.body.count {
        connection.later = .drip(drip)
        timers.add(drip.next, connection.key)
        return sendOutput(connection)
      }
      connection.later = nil
    }
    connection.phase = connection.closesLater ? .closing : .reading
    resume(connection)
    // Edges that came in the meantime are not repeated.
    read(connection, toEnd: true)
  }

  private func consumeHeld(_ connection: Connection) {
    guard connection.input.count >= connection.needed else { return }
    let held = connection.input
    connection.input = []
    let used = held.withUnsafeBytes { consume($0, connection) }
    if used == 0 {
      connection.input = held
    } else if used < held.count {
      connection.input = Array(held[used...])
    }
  }

  /// Answers the requests that bytes hold.
  ///
  /// - Returns: the number of bytes that are dealt with.
  private func consume(_ bytes: UnsafeRawBufferPointer, _ connection: Connection) -> Int {
    var used = 0
    while used < bytes.count, connection.phase == .reading {
      do throws(Refusal) {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[used...])
        guard let count = try answerFirst(rest, connection) else { return used }
        used += count
      } catch {
        connection.ending = .drained
        connection.phase = .closing
        _ = error.response.write(date: site.date, for: nil, isHead: false, to: output)
      }
    }
    // What follows the last answer is of no interest.
    return connection.phase == .closing || connection.phase == .closed ? bytes.count : used
  }

  /// Answers the request at the beginning of some bytes.
  ///
  /// - Returns: its length; nil if it isn't complete.
  private func answerFirst(_ bytes: UnsafeRawBufferPointer, _ connection: Connection) throws(Refusal) -> Int? {
    let head: RequestHead
    if let known = connection.head {
      head = known
    } else {
      // Some clients send an empty line after a body.
      if bytes[0] == 13 || bytes[0] == 10 { return 1 }
      guard let new = try RequestHead.parse(bytes, limit: limits.head) else { return nil }
      head = new
      if !head.isChunked && head.contentLength == 0 {
        answer(head, bytes, UnsafeRawBufferPointer(rebasing: bytes[head.length..<head.length]), connection)
        return head.length
      }
      if head.contentLength > limits.body { throw .bodyTooLarge(limits.body) }
      connection.head = head
      if head.expectsContinue && bytes.count == head.length { output.append("HTTP/1.1 100 Continue\r\n\r\n") }
    }
    let length: Int
    if head.isChunked {
      let chunks = connection.chunks ?? ChunkedBody(limit: limits.body)
      connection.chunks = chunks
      guard let count = try chunks.read(UnsafeRawBufferPointer(rebasing: bytes[head.length...])) else { return nil }
      length = head.length + count
      forgetBody(connection)
      chunks.bytes.withUnsafeBytes { answer(head, bytes, $0, connection) }
    } else {
      length = head.length + head.contentLength
      connection.needed = length
      guard bytes.count >= length else { return nil }
      forgetBody(connection)
      answer(head, bytes, UnsafeRawBufferPointer(rebasing: bytes[head.length..<length]), connection)
    }
    return length
  }

  private func forgetBody(_ connection: Connection) {
    connection.head = nil
    connection.chunks = nil
    connection.needed = 0
  }

  private func answer(
    _ head: RequestHead, _ bytes: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer, _ connection: Connection
  ) {
    let path = UnsafeRawBufferPointer(rebasing: bytes[head.path])
    if head.keepsAlive, !head.isVersion10, matchesGet(bytes, head.method), let ready = site.readyAnswer(path) {
      ready.withUnsafeBytes { output.append($0) }
      return
    }
    let request = Request(head: head, bytes: bytes, body: body)
    site.count(request.path)
    let reply: Reply
    do throws(Refusal) {
      reply = try Router.reply(to: request, site)
    } catch {
      reply = .now(error.response)
    }
    perform(reply, request, connection)
  }

  private func perform(_ reply: Reply, _ request: Request, _ connection: Connection) {
    func write(_ response: Response) -> Bool {
      response.write(date: site.date, for: request.head, isHead: request.method == "HEAD", to: output)
    }
    switch reply {
    case .now(let response):
      if !write(response) { connection.phase = .closing }
    case .after(let time, let response):
      // Written now, since the request is gone then; earlier answers in the output are not to wait.
      sendOutput(connection)
      guard connection.phase == .reading else { return }
      connection.closesLater = !write(response)
      let bytes = Array(output.bytes)
      output.clear()
      wait(connection, .answer(bytes), until: ServerLoop.now + time)
    case .drip(let response, let duration):
      guard case .bytes(let body) = response.body else { return }
      var head = response
      head.claimedLength = body.count
      head.body = .bytes([])
      connection.closesLater = !write(head)
      guard request.method != "HEAD" else {
        if connection.closesLater { connection.phase = .closing }
        return
      }
      let drip = Drip(body: body, start: ServerLoop.now, duration: duration)
      wait(connection, .drip(drip), until: drip.next)
    case .raw(let bytes):
      output.append(bytes)
      connection.phase = .closing
    case .never:
      connection.later = .never
      connection.phase = .waiting
    case .drop:
      connection.ending = .abrupt
      connection.phase = .closing
    case .reset:
      connection.ending = .reset
      connection.phase = .closing
    }
  }

  private func wait(_ connection: Connection, _ later: Connection.Later, until due: UInt64) {
    connection.later = later
    connection.phase = .waiting
    timers.add(due, connection.key)
  }

  @inline(__always)
  private func matchesGet(_ bytes: UnsafeRawBufferPointer, _ method: Range<Int>) -> Bool {
    method.count == 3 && bytes[method.lowerBound] == UInt8(ascii: "G") && bytes[method.lowerBound + 1] == 69
      && bytes[method.lowerBound + 2] == 84
  }
}
