import Foundation
import Runtime
import XCTest

/// HTTP/2 with a real nginx: over TLS by ALPN, and without TLS by prior knowledge.
final class HTTP2Tests: XCTestCase {
  private var nginx: Nginx?

  override func setUpWithError() throws {
    let nginx = try Nginx { nginx in
      let folder = nginx.folder.path
      try runToEnd(
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-subj", "/CN=katydid test", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout",
        "\(folder)/tls.key", "-out", "\(folder)/tls.crt")
      return """
        listen 127.0.0.1:\(nginx.tlsPort) ssl http2; listen 127.0.0.1:\(nginx.otherPort) http2;
        ssl_certificate \(folder)/tls.crt; ssl_certificate_key \(folder)/tls.key;
        add_header X-Protocol $server_protocol; client_max_body_size 100m; keepalive_requests 10;
        location = /id { return 200 "$server_protocol|$connection|$request_method|$http_x_own|$http_cookie"; }
        location = /cookie { add_header Set-Cookie "a=b; Path=/"; return 200 "set"; }
        location = /redirect { return 302 /id; }
        location = /gone { return 404 "none"; }
        location = /upload { dav_methods PUT; create_full_put_path on; alias \(folder)/html/upload; }
        location = /closed { return 444; }
        """
    }
    try nginx.put("big.bin", [UInt8](repeating: 7, count: 3_000_000))
    self.nginx = nginx
  }

  override func tearDown() { nginx?.stop() }

  private func onNginx(_ body: @escaping (Nginx) throws -> Void) throws {
    let nginx = try XCTUnwrap(nginx)
    let before = openDescriptors()
    onFiber { try body(nginx) }
    XCTAssertEqual(openDescriptors(), before, "descriptors are left")
  }

  private func request(
    _ url: String, _ use: HTTP2Use = .priorKnowledge, _ method: HTTPMethod = .get, streams: Bool = false
  ) throws -> HTTPRequest {
    var request = HTTPRequest(method: method, address: try HTTPAddress(url))
    let extras = HTTPRequestExtras()
    extras.http2 = use
    extras.streamsResponse = streams
    request.extras = extras
    request.tls = .unverified
    request.readTimeout = 5_000_000_000
    return request
  }

  func testNegotiatedOverTLS() throws {
    try onNginx { nginx in
      let session = HTTPSession()
      let url = "https://localhost:\(nginx.tlsPort)"
      let first = try session.send(try self.request(url + "/id", .negotiated))
      XCTAssertTrue(text(first).hasPrefix("HTTP/2.0|"), text(first))
      XCTAssertEqual(first.version, 20)
      XCTAssertEqual(first.status, 200)
      XCTAssertFalse(first.timing.isReused)
      XCTAssertGreaterThan(first.timing.secured, 0)
      let second = try session.send(try self.request(url + "/id", .negotiated))
      XCTAssertEqual(text(first), text(second), "another connection")
      XCTAssertTrue(second.timing.isReused)
      // A server that has no HTTP/2 is spoken to as ever, over the connection that found that out.
      let plain = try session.send(try self.request("http://127.0.0.1:\(nginx.port)/id", .negotiated))
      XCTAssertTrue(text(plain).hasPrefix("HTTP/1.1|"))
      session.close()
    }
  }

  func testPriorKnowledge() throws {
    try onNginx { nginx in
      let session = HTTPSession()
      let url = "http://127.0.0.1:\(nginx.otherPort)"
      var own = try self.request(url + "/id")
      own.headers = Array("X-Own: mine\r\nConnection: keep-alive\r\n".utf8)
      XCTAssertTrue(text(try session.send(own)).hasSuffix("|GET|mine|"))
      _ = try session.send(try self.request(url + "/cookie"))
      XCTAssertTrue(text(try session.send(try self.request(url + "/id"))).hasSuffix("|GET||a=b"))
      let followed = try session.send(try self.request(url + "/redirect"))
      XCTAssertEqual(followed.history.map(\.status), [302])
      XCTAssertEqual(try session.send(try self.request(url + "/gone")).status, 404)
      let head = try session.send(try self.request(url + "/big.bin", .priorKnowledge, .head))
      XCTAssertEqual(head.header("content-length"), "3000000")
      XCTAssertEqual(head.bodyLength, 0)
      XCTAssertEqual(try session.send(try self.request(url + "/big.bin")).bodyLength, 3_000_000)
      session.close()
    }
  }

  /// More requests than the server takes on one connection: the next one is opened without a failure.
  func testServerEndsConnections() throws {
    try onNginx { nginx in
      let session = HTTPSession()
      var connections: Set<String> = []
      for _ in 0..<35 {
        let response = try session.send(try self.request("http://127.0.0.1:\(nginx.otherPort)/id"))
        connections.insert(String(text(response).split(separator: "|")[1]))
      }
      XCTAssertTrue((3...5).contains(connections.count), "\(connections)")
      session.close()
    }
  }

  /// Fibers that share a pool share a connection.
  func testMultiplexing() throws {
    let nginx = try XCTUnwrap(nginx)
    let pool = ConnectionPool()
    var connections: Set<String> = []
    var failures: [HTTPFailure.Reason] = []
    onFibers(
      (0..<8).map { _ in
        {
          let session = HTTPSession(pool: pool)
          guard let request = try? self.request("http://127.0.0.1:\(nginx.otherPort)/id") else { return }
          do throws(HTTPFailure) {
            connections.insert(String(text(try session.send(request)).split(separator: "|")[1]))
          } catch {
            failures.append(error.reason)
          }
        }
      })
    XCTAssertEqual(failures, [])
    XCTAssertEqual(connections.count, 1)
    onFiber { pool.close() }
  }

  func testUploads() throws {
    try onNginx { nginx in
      let session = HTTPSession()
      var put = try self.request("http://127.0.0.1:\(nginx.otherPort)/upload", .priorKnowledge, .put)
      put.body = (0..<500_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      put.hasBody = true
      // Whether nginx-light has DAV or not, it reads the body before it answers.
      XCTAssertTrue([201, 204, 405].contains(try session.send(put).status))
      session.close()
    }
  }

  func testStreamedBody() throws {
    try onNginx { nginx in
      let session = HTTPSession()
      let url = "https://localhost:\(nginx.tlsPort)/big.bin"
      let response = try session.send(try self.request(url, .negotiated, streams: true))
      XCTAssertTrue(response.isStreamed)
      var count = 0
      while let piece = try response.stream?.next() { count += piece.count }
      XCTAssertEqual(count, 3_000_000)
      // Given up in the middle: the connection stays good for others.
      let given = try session.send(try self.request(url, .negotiated, streams: true))
      _ = try given.stream?.next()
      given.stream?.close()
      XCTAssertEqual(
        try session.send(try self.request("https://localhost:\(nginx.tlsPort)/id", .negotiated)).status, 200)
      session.close()
    }
  }

  func testFailures() throws {
    try onNginx { nginx in
      let session = HTTPSession()
      let closed = failure(of: try self.request("http://127.0.0.1:\(nginx.otherPort)/closed"), session)
      XCTAssertTrue(
        ["http2", "remoteClosed"].contains(closed.map { kind($0.reason) }), "\(String(describing: closed))")
      // A server of HTTP/1.1 that is taken for one of HTTP/2.
      let wrong = failure(of: try self.request("http://127.0.0.1:\(nginx.port)/id"), session)
      XCTAssertTrue(
        ["http2", "remoteClosed", "reset"].contains(wrong.map { kind($0.reason) }), "\(String(describing: wrong))")
      session.close()
    }
    let silent = ScriptedServer { peer, _ in peer.drain() }
    onFiber {
      let session = HTTPSession()
      var request = try self.request(silent.url)
      request.readTimeout = 200_000_000
      XCTAssertEqual(failure(of: request, session).map { kind($0.reason) }, "readTimeout")
      session.close()
    }
    XCTAssertTrue(silent.stop())
  }
}
