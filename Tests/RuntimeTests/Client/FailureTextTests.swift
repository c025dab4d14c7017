import Foundation
import Runtime
import XCTest

/// What reports say of failed requests: the texts that Locust 2.47 gave when its two clients met the same answers.
final class FailureTextTests: XCTestCase {
  /// One answer of a server, and what the reports of `HttpUser` and `FastHttpUser` say; PORT stands for its port.
  private struct Case {
    let answer: [UInt8]
    let slow: HTTPText
    let fast: HTTPText
    init(_ answer: String, _ slow: HTTPText, _ fast: HTTPText) {
      self.answer = Array(answer.utf8)
      self.slow = slow
      self.fast = fast
    }
  }
  private typealias HTTPText = String

  private let cases = [
    Case(
      "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno", "HTTPError('404 Client Error: Not Found for url: /x')",
      "LocustBadStatusCode(code=404)"),
    Case(
      "HTTP/1.1 599\r\nContent-Length: 2\r\n\r\nno", "HTTPError('599 Server Error:  for url: /x')",
      "LocustBadStatusCode(code=599)"),
    Case("HTTP/1.1 300 Many\r\nContent-Length: 2\r\n\r\nno", "None", "LocustBadStatusCode(code=300)"),
    Case(
      "", "RemoteDisconnected('Remote end closed connection without response')",
      "HTTPConnectionClosed('connection closed.')"),
    Case(
      "SSH-2.0-OpenSSH\r\n", "BadStatusLine('SSH-2.0-OpenSSH\\r\\n')",
      "HTTPParseError('Expected HTTP/, RTSP/ or ICE/', 8)"),
    Case(
      "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart",
      "ChunkedEncodingError(ProtocolError('Connection broken: IncompleteRead(4 bytes read, 96 more expected)', "
        + "IncompleteRead(4 bytes read, 96 more expected)))", "HTTPParseError('Incomplete response.')"),
    Case(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
      "ChunkedEncodingError(ProtocolError('Connection broken: IncompleteRead(3 bytes read, 2 more expected)', "
        + "IncompleteRead(3 bytes read, 2 more expected)))", "HTTPParseError('Incomplete response.')"),
    Case(
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
      "ContentDecodingError(DecodeError('Received response with content-encoding: gzip, but failed to decode it.', "
        + "error('Error -3 while decompressing data: incorrect header check')))",
      "error('Error -3 while decompressing data: incorrect header check')"),
    Case(
      "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n",
      "TooManyRedirects('Exceeded 30 redirects.')",
      "RetriesExceeded('http://127.0.0.1:PORT/x', 'Redirection limit reached (30)')"),
    Case("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", "None", "None"),
    Case("HTTP/1.1 200 OK\r\nContent-Encoding: foo\r\nContent-Length: 5\r\n\r\nhello", "None", "None"),
  ]

  private func report(_ client: String, _ port: UInt16, _ call: String = "c.get('/x')") -> [String] {
    runSpec(
      """
      from locust import events
      def hear(exception, **kwargs):
          note(exception)
      events.request._handlers.clear()
      events.request.add_listener(hear)
      c = \(client)("http://127.0.0.1:\(port)", events.request, None, **\(client == "HttpSession" ? "{}" :
        "{'network_timeout': 0.3, 'max_retries': 0}"))
      \(call)
      events.request.remove_listener(hear)
      c.close()
      """)
  }

  func testAnswers() {
    for one in cases {
      let server = ScriptedServer { peer, _ in
        while !peer.readRequest().isEmpty {
          peer.write(one.answer)
          if !one.answer.starts(with: Array("HTTP/1.1 302".utf8)) { return }
        }
      }
      let shown = String(decoding: one.answer.prefix(60), as: UTF8.self)
      XCTAssertEqual(report("HttpSession", server.port), [one.slow], shown)
      let fast = one.fast.replacingOccurrences(of: "PORT", with: "\(server.port)")
      XCTAssertEqual(report("FastHttpSession", server.port), [fast], shown)
      XCTAssertTrue(server.stop())
    }
  }

  func testTimeouts() {
    let server = ScriptedServer { peer, number in
      _ = peer.readRequest()
      if number > 2 { peer.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\npart") }
      peer.drain()
    }
    let pool = "HTTPConnectionPool(host='127.0.0.1', port=\(server.port)): Read timed out."
    XCTAssertEqual(
      report("HttpSession", server.port, "c.get('/x', timeout=0.5)"),
      ["ReadTimeout(ReadTimeoutError(\"\(pool) (read timeout=0.5)\"))"])
    XCTAssertEqual(
      report("FastHttpSession", server.port),
      ["RetriesExceeded('http://127.0.0.1:\(server.port)/x', 0, original=timed out)"])
    XCTAssertEqual(
      report("HttpSession", server.port, "c.get('/x', timeout=0.5)"), ["ReadTimeoutError(\"\(pool)\")"])
    XCTAssertEqual(report("FastHttpSession", server.port), ["TimeoutError('timed out')"])
    XCTAssertTrue(server.stop())
  }

  func testNobodyThere() {
    let port = ScriptedServer.freePort()
    for client in ["HttpSession", "FastHttpSession"] {
      XCTAssertEqual(report(client, port), ["ConnectionRefusedError(111, 'Connection refused')"], client)
      XCTAssertEqual(
        report(client, port, "c.get('http://nosuch.invalid/')"), ["gaierror(-2, 'Name or service not known')"], client)
    }
    XCTAssertEqual(
      report("HttpSession", port, "c.get('http://x.test/', proxies={'http': 'http://127.0.0.1:\(port)'})"),
      ["ConnectionRefusedError(111, 'Connection refused')"])
    let proxy = ScriptedServer { peer, _ in
      _ = peer.readRequest()
      peer.write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
    }
    XCTAssertEqual(
      report("HttpSession", port, "c.get('https://x.test/', proxies={'https': '\(proxy.url)'})"),
      ["OSError('Tunnel connection failed: 407 Proxy Authentication Required')"])
    XCTAssertTrue(proxy.stop())
  }
}
