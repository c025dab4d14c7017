import Foundation
import Runtime
import XCTest

/// Targets that mean harm: whatever they send, a request ends with a named failure, in bounded time and memory, and
/// leaves no descriptor behind.
final class HostileServerTests: XCTestCase {
  private var before = 0
  private var servers: [ScriptedServer] = []

  override func setUp() {
    onFiber { _ = failure(of: try get("http://localhost:\(ScriptedServer.freePort())/")) }
    // The first process that Foundation starts leaves descriptors of its own.
    _ = try? HostileServerTests.output("true")
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

  /// What one GET comes to: the failure's case, or the status.
  private func outcome(
    _ limit: Double = 10, bodyLimit: Int = 1 << 20, _ script: @escaping @Sendable (ScriptedServer.Peer) -> Void
  ) -> String {
    let server = serve { peer, _ in
      _ = peer.readRequest()
      script(peer)
    }
    var result = "none"
    onFiber(limit: limit) {
      var request = try get(server.url)
      request.readTimeout = 1_000_000_000
      let session = HTTPSession()
      session.limits.body = bodyLimit
      do throws(HTTPFailure) {
        result = "\(try session.send(request).status)"
      } catch {
        result = kind(error.reason)
      }
      session.close()
    }
    return result
  }

  func testEndlessHeaders() {
    XCTAssertEqual(
      outcome { peer in
        peer.write("HTTP/1.1 200 OK\r\n")
        for number in 0..<100_000 { peer.write("X-\(number): y\r\n") }
      }, "tooManyHeaders")
    XCTAssertEqual(
      outcome { peer in
        peer.write("HTTP/1.1 200 OK\r\nX: ")
        for _ in 0..<2000 { peer.write(String(repeating: "y", count: 1000)) }
      }, "headersTooLarge")
    XCTAssertEqual(
      outcome { peer in
        for _ in 0..<2000 { peer.write(String(repeating: "H", count: 1000)) }
      }, "badStatusLine")
  }

  func testEndlessChunks() {
    XCTAssertEqual(
      outcome { peer in
        peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;")
        for _ in 0..<2000 { peer.write(String(repeating: "e", count: 1000)) }
      }, "badChunk")
    XCTAssertEqual(
      outcome { peer in
        peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n")
        for number in 0..<100_000 { peer.write("T-\(number): y\r\n") }
      }, "headersTooLarge")
    XCTAssertEqual(
      outcome { peer in
        peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in 0..<5000 { peer.write("3e8\r\n\(String(repeating: "x", count: 1000))\r\n") }
      }, "bodyTooLarge")
    XCTAssertEqual(
      outcome { peer in
        peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n")
        peer.drain()
      }, "badChunk")
  }

  /// A hundred megabytes of zeros in a few hundred bytes to a hundred kilobytes.
  func testCompressedBombs() throws {
    for (coding, tool) in [("gzip", "gzip -c"), ("br", "python3 -c '\(Self.brotli)'"), ("zstd", "\(Self.zstd)")] {
      guard let bomb = try? Self.output("head -c 100000000 /dev/zero | \(tool)"), !bomb.isEmpty else {
        // Debian's own tools for the other two need not be there.
        XCTAssertNotEqual(coding, "gzip")
        continue
      }
      let head = Array("HTTP/1.1 200 OK\r\nContent-Encoding: \(coding)\r\nContent-Length: \(bomb.count)\r\n\r\n".utf8)
      XCTAssertEqual(outcome { $0.write(head + bomb) }, "bodyTooLarge", coding)
      // Within the limit it is a body like any other.
      XCTAssertEqual(outcome(20, bodyLimit: 1 << 27) { $0.write(head + bomb) }, "200", coding)
    }
    // Compressed many times over.
    var nested = [UInt8](repeating: 0, count: 1 << 22)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    for _ in 0..<3 {
      try Data(nested).write(to: file)
      nested = try Self.output("gzip -c \(file.path)")
    }
    let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip, gzip\r\nContent-Length: \(nested.count)\r\n\r\n"
    let whole = Array(head.utf8) + nested
    XCTAssertEqual(outcome { $0.write(whole) }, "bodyTooLarge")
  }

  private static let brotli =
    "import sys,brotli;sys.stdout.buffer.write(brotli.compress(sys.stdin.buffer.read(),quality=5))"
  private static let zstd = "zstd -q -c"

  private static func output(_ command: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Nginx.Missing(what: command) }
    return Array(data)
  }

  func testWrongLengths() {
    XCTAssertEqual(outcome { $0.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort") }, "incompleteBody")
    XCTAssertEqual(outcome { $0.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\nx") }, "bodyTooLarge")
    XCTAssertEqual(outcome { $0.write("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx") }, "badHeader")
    XCTAssertEqual(
      outcome { $0.write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxy") }, "badHeader")
  }

  /// A response that lies ready before the request is sent: nobody has asked, so the connection isn't used again.
  func testResponseBeforeTheRequest() {
    let server = serve { peer, number in
      _ = peer.readRequest()
      peer.write(response("first"))
      usleep(20_000)
      if number == 1 { peer.write(response("unasked")) }
      if !peer.readRequest().isEmpty { peer.write(response("asked")) }
    }
    onFiber {
      let session = HTTPSession()
      XCTAssertEqual(text(try session.send(try get(server.url))), "first")
      _ = EventLoop.shared.sleep(60_000_000)
      XCTAssertEqual(text(try session.send(try get(server.url))), "first")
      session.close()
    }
    XCTAssertEqual(server.connectionCount, 2)
    // The first response before its request is taken for the answer: there is no telling.
    let eager = serve { peer, _ in
      peer.write(response("eager"))
      _ = peer.readRequest()
    }
    onFiber {
      let session = HTTPSession()
      XCTAssertEqual(text(try session.send(try get(eager.url))), "eager")
      session.close()
    }
  }

  func testInterimStorm() {
    XCTAssertEqual(
      outcome { peer in
        for _ in 0..<10_000 { peer.write("HTTP/1.1 100 Continue\r\n\r\n") }
        peer.write(response("late"))
      }, "badStatusLine")
    XCTAssertEqual(
      outcome { peer in
        for _ in 0..<3 { peer.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n") }
        peer.write(response("fine"))
      }, "200")
    XCTAssertEqual(outcome { $0.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n") }, "101")
  }

  func testRedirectLoop() {
    XCTAssertEqual(
      outcome { peer in
        repeat {
          peer.write("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")
        } while !peer.readRequest().isEmpty
      }, "tooManyRedirects")
    for location in ["http://", "ftp://x/", "http://[::1", "//", "http://\u{1}\u{2}/"] {
      let result = outcome { peer in
        peer.write("HTTP/1.1 302 Found\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n")
        peer.drain()
      }
      XCTAssertFalse(["none", "200"].contains(result), "\(location): \(result)")
    }
  }

  /// Cookies with anything in them come back as one header line or not at all.
  func testCookiesWithControlCharacters() {
    let server = serve { peer, _ in
      var seen = peer.readRequest()
      var turn = 0
      while !seen.isEmpty {
        var bytes = Array("HTTP/1.1 200 OK\r\nContent-Length: \(seen.utf8.count)\r\n".utf8)
        if turn == 0 {
          for byte in [UInt8](1...40) + [58, 59, 61, 92] + [UInt8](127...160) + [255] where byte != 10 && byte != 13 {
            bytes += Array("Set-Cookie: c\(byte)=a".utf8) + [byte] + Array("b; Path=/\r\n".utf8)
            bytes += Array("Set-Cookie: n".utf8) + [byte] + Array("=v; Path=/\r\n".utf8)
          }
          bytes += Array("Set-Cookie: bare\rCR=1\r\nSet-Cookie: =\r\nSet-Cookie: ;;;\r\nSet-Cookie: \r\n".utf8)
        }
        peer.write(bytes + [13, 10] + Array(seen.utf8))
        turn += 1
        seen = peer.readRequest()
      }
    }
    onFiber {
      let session = HTTPSession()
      _ = try session.send(try get(server.url))
      let second = try session.send(try get(server.url))
      let lines = text(second).components(separatedBy: "\r\n").filter { !$0.isEmpty }
      XCTAssertEqual(lines.count, 3, "a cookie has broken the head: \(lines.prefix(5))")
      XCTAssertEqual(lines.filter { $0.hasPrefix("Cookie: ") }.count, 1)
      session.close()
    }
  }

  func testInvalidTextEverywhere() {
    let junk: [UInt8] = [0xFF, 0xFE, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0x00, 0x80]
    let server = serve { peer, _ in
      _ = peer.readRequest()
      var bytes = Array("HTTP/1.1 200 ".utf8) + junk + Array("\r\nX-".utf8) + junk + Array(": ".utf8) + junk
      bytes += Array("\r\nContent-Type: text/html; charset=".utf8) + junk + Array("\r\nSet-Cookie: ".utf8) + junk
      bytes += Array("=".utf8) + junk + Array("\r\nLink: <".utf8) + junk + Array("\r\nContent-Length: 9\r\n\r\n".utf8)
      peer.write(bytes + junk)
    }
    onFiber {
      let session = HTTPSession()
      let response = try session.send(try get(server.url))
      XCTAssertEqual(response.body, junk)
      XCTAssertEqual(response.status, 200)
      XCTAssertEqual(response.headers.count, 5)
      _ = response.reason
      session.close()
    }
    XCTAssertEqual(
      outcome { peer in
        peer.write(Array("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /".utf8) + junk + [13, 10, 13, 10])
        _ = peer.readRequest()
        peer.write(response("there"))
      }, "200")
  }

  /// A byte now and then keeps the read timeout from striking, as with every client; the limits hold all the same.
  func testSlowDrip() {
    let started = EventLoop.now
    XCTAssertEqual(
      outcome(5) { peer in
        for byte in Array("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab".utf8) {
          peer.write([byte])
          usleep(4000)
        }
        peer.drain()
      }, "readTimeout")
    XCTAssertGreaterThan(EventLoop.now - started, 1_000_000_000)
  }

  /// The connection is reset after each byte of a response in turn: always a named failure, or the whole response.
  func testResetAtEveryByte() {
    let whole = Array(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nSet-Cookie: a=b\r\n\r\n5\r\nhello\r\n0\r\n\r\n".utf8)
    let server = serve { peer, number in
      _ = peer.readRequest()
      peer.write(Array(whole[..<(number - 1)]))
      usleep(1000)
      peer.resetOnClose()
    }
    onFiber {
      for count in 0..<whole.count {
        let session = HTTPSession()
        var request = try get(server.url)
        request.readTimeout = 1_000_000_000
        let reason = failure(of: request, session)?.reason
        XCTAssertTrue(
          ["reset", "remoteClosed", "incompleteHead", "incompleteBody"].contains(reason.map(kind)),
          "\(count): \(String(describing: reason))")
        session.close()
      }
    }
  }
}
