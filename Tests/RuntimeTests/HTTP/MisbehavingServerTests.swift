import Foundation
import Runtime
import XCTest

/// Servers that do what they should not: every request ends with a failure that tells what happened, in bounded time,
/// and leaves no descriptor behind.
final class MisbehavingServerTests: XCTestCase {
  private let millisecond: UInt64 = 1_000_000
  private var before = 0
  private var servers: [ScriptedServer] = []

  override func setUp() {
    // What is made once for the process is no leak.
    onFiber { _ = failure(of: try get("http://localhost:\(ScriptedServer.freePort())/")) }
    before = openDescriptors()
  }

  override func tearDown() {
    for server in servers { XCTAssertTrue(server.stop(), "a server's script hangs") }
    servers = []
    XCTAssertEqual(openDescriptors(), before, "descriptors are left open")
  }

  private func serve(_ script: @escaping @Sendable (ScriptedServer.Peer, Int) -> Void) -> ScriptedServer {
    let server = ScriptedServer(script)
    servers.append(server)
    return server
  }

  /// Checks the failure of one GET with a read timeout of 300 ms; returns the server.
  @discardableResult
  private func expect(
    _ expected: String, connections: Int = 1, file: StaticString = #filePath, line: UInt = #line,
    _ script: @escaping @Sendable (ScriptedServer.Peer, Int) -> Void
  ) -> ScriptedServer {
    let server = serve(script)
    onFiber(limit: 10, file: file, line: line) {
      var request = try get(server.url)
      request.readTimeout = 300 * self.millisecond
      let started = EventLoop.now
      let failure = failure(of: request, file: file, line: line)
      XCTAssertEqual(failure.map { kind($0.reason) }, expected, file: file, line: line)
      XCTAssertEqual(failure?.address?.text, server.url + "/", file: file, line: line)
      let timing = failure?.timing ?? HTTPTiming()
      XCTAssertGreaterThanOrEqual(timing.started, started, file: file, line: line)
      XCTAssertGreaterThanOrEqual(timing.ended, timing.started, file: file, line: line)
      XCTAssertLessThanOrEqual(timing.ended, EventLoop.now, file: file, line: line)
    }
    XCTAssertEqual(server.connectionCount, connections, file: file, line: line)
    return server
  }

  func testClosesAtOnce() {
    expect("remoteClosed") { peer, _ in _ = peer.readRequest() }
    // Closing with the request unread is a reset, when the client gets to see it.
    let server = serve { _, _ in }
    onFiber {
      let reason = failure(of: try get(server.url))?.reason
      XCTAssertTrue(["remoteClosed", "reset"].contains(reason.map(kind)), "\(String(describing: reason))")
    }
  }

  func testResets() {
    expect("reset") { peer, _ in
      _ = peer.readRequest()
      peer.resetOnClose()
    }
    expect("reset") { peer, _ in
      _ = peer.readRequest()
      peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart")
      usleep(50_000)
      peer.resetOnClose()
    }
  }

  func testGarbage() {
    expect("badStatusLine") { peer, _ in
      _ = peer.readRequest()
      peer.write("SSH-2.0-OpenSSH_9.2\r\n")
      peer.drain()
    }
    expect("badStatusLine") { peer, _ in
      _ = peer.readRequest()
      peer.write([0x15, 3, 1, 0, 2, 2, 70])
      peer.drain()
    }
    expect("badHeader") { peer, _ in
      _ = peer.readRequest()
      peer.write("HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n")
      peer.drain()
    }
    // A head without an end is cut off at its limit, though the server would go on for ever.
    expect("headersTooLarge") { peer, _ in
      _ = peer.readRequest()
      peer.write("HTTP/1.1 200 OK\r\n")
      for _ in 0..<2000 { peer.write("X: \(String(repeating: "y", count: 1000))\r\n") }
    }
  }

  func testNeverAnswers() {
    expect("readTimeout") { peer, _ in peer.drain() }
    expect("readTimeout") { peer, _ in
      _ = peer.readRequest()
      peer.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel")
      peer.drain()
    }
  }

  func testTimeoutIsKept() {
    let server = serve { peer, _ in peer.drain() }
    onFiber {
      var request = try get(server.url)
      request.readTimeout = 200 * self.millisecond
      let start = EventLoop.now
      _ = failure(of: request)
      let took = EventLoop.now - start
      XCTAssertGreaterThanOrEqual(took, 200 * self.millisecond)
      XCTAssertLessThan(took, 1500 * self.millisecond)
    }
  }

  func testServerThatReadsNothing() {
    let server = serve { _, _ in usleep(1_500_000) }
    onFiber(limit: 10) {
      var request = HTTPRequest(method: .post, address: try HTTPAddress(server.url))
      request.body = [UInt8](repeating: 1, count: 30_000_000)
      request.hasBody = true
      request.readTimeout = 200 * self.millisecond
      XCTAssertEqual(failure(of: request)?.reason, .sendTimeout)
    }
  }

  func testNobodyListens() {
    let port = ScriptedServer.freePort()
    onFiber {
      XCTAssertEqual(failure(of: try get("http://127.0.0.1:\(port)/"))?.reason, .connect(ECONNREFUSED))
      XCTAssertEqual(failure(of: try get("http://localhost:\(port)/"))?.reason, .connect(ECONNREFUSED))
    }
  }

  func testUnknownHost() {
    onFiber {
      let session = HTTPSession()
      // Several askers share a lookup, and each gets the answer.
      let request = try get("http://nonexistent.invalid/")
      var reasons: [String] = []
      let fibers = (0..<5).map { _ in
        EventLoop.shared.spawn { reasons.append(failure(of: request, session).map { kind($0.reason) } ?? "") }
      }
      while fibers.contains(where: { !$0.isFinished }) { _ = EventLoop.shared.sleep(self.millisecond) }
      XCTAssertEqual(reasons, [String](repeating: "nameResolution", count: 5))
    }
  }

  // MARK: Lengths

  func testBodyShorterThanAnnounced() {
    let server = serve { peer, _ in
      _ = peer.readRequest()
      peer.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello")
    }
    onFiber {
      XCTAssertEqual(failure(of: try get(server.url))?.reason, .incompleteBody(received: 5, expected: 10))
    }
    expect("incompleteBody") { peer, _ in
      _ = peer.readRequest()
      peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
    }
    expect("incompleteHead") { peer, _ in
      _ = peer.readRequest()
      peer.write("HTTP/1.1 200 OK\r\nContent-")
    }
  }

  /// What is behind a body isn't the next response: such a connection is not used again.
  func testBodyLongerThanAnnounced() {
    let server = serve { peer, number in
      _ = peer.readRequest()
      peer.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 500 Smuggled\r\nContent-Length: 0\r\n\r\n")
      peer.drain()
    }
    onFiber {
      let session = HTTPSession()
      for _ in 0..<3 {
        let response = try session.send(try get(server.url))
        XCTAssertEqual(response.status, 200)
        XCTAssertEqual(text(response), "ok")
      }
      session.close()
    }
    XCTAssertEqual(server.connectionCount, 3)
  }

  /// The same, when the rest comes only after the response has been taken.
  func testLateBytesSpoilAConnection() {
    let server = serve { peer, _ in
      _ = peer.readRequest()
      peer.write(response("ok"))
      usleep(30_000)
      peer.write("HTTP/1.1 500 Smuggled\r\nContent-Length: 0\r\n\r\n")
      peer.drain()
    }
    onFiber {
      let session = HTTPSession()
      for _ in 0..<2 {
        XCTAssertEqual(try session.send(try get(server.url)).status, 200)
        _ = EventLoop.shared.sleep(100 * self.millisecond)
      }
      session.close()
    }
    XCTAssertEqual(server.connectionCount, 2)
  }

  /// A byte now and then is progress: the read timeout is for silence.
  func testSlowDrip() {
    let server = serve { peer, _ in
      _ = peer.readRequest()
      for byte in response("drip by drip").utf8 {
        peer.write([byte])
        usleep(10_000)
      }
    }
    onFiber {
      var request = try get(server.url)
      request.readTimeout = 300 * self.millisecond
      let response = try HTTPSession().send(request)
      XCTAssertEqual(text(response), "drip by drip")
      XCTAssertGreaterThan(response.timing.total, 300 * self.millisecond)
      XCTAssertLessThan(response.timing.firstByte, response.timing.ended - 200 * self.millisecond)
    }
  }

  // MARK: Kept connections that have died

  /// The server closes while nobody looks: the next request must not see it.
  func testClosedKeptConnectionIsReplaced() {
    let server = serve { peer, _ in
      _ = peer.readRequest()
      peer.write(response("ok"))
    }
    onFiber {
      let session = HTTPSession()
      for _ in 0..<4 {
        XCTAssertEqual(text(try session.send(try get(server.url))), "ok")
        _ = EventLoop.shared.sleep(20 * self.millisecond)
      }
    }
    XCTAssertEqual(server.connectionCount, 4)
  }

  /// The server closes just when the next request comes: it is sent once more, on a new connection.
  func testStaleConnectionIsRetriedOnce() {
    let server = serve { peer, number in
      _ = peer.readRequest()
      peer.write(response("first \(number)"))
      if number == 1 {
        // The second request is read, and left without an answer.
        _ = peer.readRequest()
      } else {
        _ = peer.readRequest()
        peer.write(response("second \(number)"))
        peer.drain()
      }
    }
    onFiber {
      let session = HTTPSession()
      XCTAssertEqual(text(try session.send(try get(server.url))), "first 1")
      let response = try session.send(try get(server.url))
      XCTAssertEqual(text(response), "first 2")
      XCTAssertFalse(response.timing.isReused)
      XCTAssertEqual(text(try session.send(try get(server.url))), "second 2")
      session.close()
    }
    XCTAssertEqual(server.connectionCount, 2)
  }

  /// A server that answers nothing but the first request: one retry, no more.
  func testRetriesDoNotGoOn() {
    let server = serve { peer, number in
      _ = peer.readRequest()
      if number == 1 {
        peer.write(response("ok"))
        _ = peer.readRequest()
      }
    }
    onFiber {
      let session = HTTPSession()
      XCTAssertEqual(text(try session.send(try get(server.url))), "ok")
      XCTAssertEqual(failure(of: try get(server.url), session)?.reason, .remoteClosed)
    }
    XCTAssertEqual(server.connectionCount, 2)
  }

  /// Once a byte of the answer has come, the server has seen the request: it isn't sent again.
  func testBegunAnswersAreNotRetried() {
    let server = serve { peer, _ in
      _ = peer.readRequest()
      peer.write(response("ok"))
      _ = peer.readRequest()
      peer.write("HTTP/1.1 2")
    }
    onFiber {
      let session = HTTPSession()
      XCTAssertEqual(text(try session.send(try get(server.url))), "ok")
      XCTAssertEqual((failure(of: try get(server.url), session)?.reason).map(kind), "incompleteHead")
    }
    XCTAssertEqual(server.connectionCount, 1)
  }

  /// A server may refuse a large body by answering and closing before it has read it.
  func testEarlyAnswerToALargeBody() {
    let server = serve { peer, _ in
      var bytes = [UInt8](repeating: 0, count: 1000)
      recv(peer.descriptor, &bytes, 1000, 0)
      peer.write(response("too large", status: "413 Content Too Large", headers: "Connection: close\r\n"))
      shutdown(peer.descriptor, Int32(SHUT_WR))
      usleep(200_000)
    }
    onFiber(limit: 10) {
      var request = HTTPRequest(method: .post, address: try HTTPAddress(server.url))
      request.body = [UInt8](repeating: 1, count: 20_000_000)
      request.hasBody = true
      let response = try HTTPSession().send(request)
      XCTAssertEqual(response.status, 413)
      XCTAssertEqual(text(response), "too large")
    }
  }

  // MARK: Interrupts

  func testInterruptEndsARequest() {
    let server = serve { peer, _ in peer.drain() }
    onFiber {
      var reason: HTTPFailure.Reason?
      let request = try get(server.url)
      let fiber = EventLoop.shared.spawn { reason = failure(of: request)?.reason }
      _ = EventLoop.shared.sleep(20 * self.millisecond)
      XCTAssertNil(reason)
      let start = EventLoop.now
      EventLoop.shared.interrupt(fiber)
      while !fiber.isFinished { _ = EventLoop.shared.sleep(self.millisecond) }
      XCTAssertEqual(reason, .interrupted)
      XCTAssertLessThan(EventLoop.now - start, 500 * self.millisecond)
    }
  }

  /// Interrupts at any moment of a request: it ends, and the session can be used afterwards.
  func testInterruptAtAnyMoment() {
    let server = serve { peer, _ in
      while !peer.readRequest().isEmpty {
        usleep(2_000)
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")
        usleep(2_000)
        peer.write("body")
      }
    }
    onFiber {
      let session = HTTPSession()
      let request = try get(server.url)
      for delay in 0..<40 {
        var ended = ""
        let fiber = EventLoop.shared.spawn {
          do throws(HTTPFailure) {
            ended = text(try session.send(request))
          } catch {
            ended = kind(error.reason)
          }
        }
        _ = EventLoop.shared.sleep(UInt64(delay) * 150_000)
        EventLoop.shared.interrupt(fiber)
        while !fiber.isFinished { _ = EventLoop.shared.sleep(self.millisecond) }
        XCTAssertTrue(ended == "interrupted" || ended == "body", ended)
        XCTAssertEqual(text(try session.send(request)), "body")
      }
      session.close()
    }
  }

  // MARK: Redirects

  func testEndlessRedirects() {
    let server = serve { peer, _ in
      while !peer.readRequest().isEmpty { peer.write(response("", status: "302 Found", headers: "Location: /\r\n")) }
    }
    onFiber {
      let session = HTTPSession()
      let failure = failure(of: try get(server.url), session)
      XCTAssertEqual(failure?.reason, .tooManyRedirects(limit: 30))
      XCTAssertEqual(failure?.response?.history.count, 30)
      session.close()
    }
    XCTAssertEqual(server.connectionCount, 1)
  }

  /// As requests has it: there is nowhere to go, so the redirect is the answer.
  func testRedirectWithoutAPlace() {
    for header in ["Location: \r\n", ""] {
      let server = serve { peer, _ in
        _ = peer.readRequest()
        peer.write(response("here", status: "302 Found", headers: header + "Connection: close\r\n"))
      }
      onFiber {
        let response = try HTTPSession().send(try get(server.url))
        XCTAssertEqual(response.status, 302)
        XCTAssertEqual(text(response), "here")
        XCTAssertEqual(response.history.count, 0)
      }
    }
  }

  func testRedirectToNowhere() {
    for (location, expected) in [("ftp://x/", "invalidScheme"), ("http://[/", "invalidURL")] {
      let server = serve { peer, _ in
        _ = peer.readRequest()
        peer.write(response("", status: "301 Moved", headers: "Location: \(location)\r\nConnection: close\r\n"))
      }
      onFiber {
        let failure = failure(of: try get(server.url))
        XCTAssertEqual((failure?.reason).map(kind), expected)
        XCTAssertEqual(failure?.response?.status, 301)
      }
    }
  }
}
