import Foundation
import Runtime
import XCTest

/// Requests to a real nginx.
final class NginxTests: XCTestCase {
  private var nginx: Nginx?

  override func setUpWithError() throws {
    let nginx = try Nginx { _ in
      """
      gzip on; gzip_types *; gzip_min_length 1; keepalive_requests 100000; client_max_body_size 1m;
      location = /connection { add_header X-Connection $connection; return 200 "$connection_requests"; }
      location = /once { keepalive_timeout 0; return 200 once; }
      location = /echo { return 200 "$request_method|$http_host|$http_x_mine|$http_cookie|$content_length|$args"; }
      location = /moved { return 301 /connection; }
      location = /see { return 303 /echo; }
      location = /again { return 307 /echo; }
      location = /empty { return 204; }
      # Compressed on the fly, so of unknown length: chunked.
      location = /chunked.txt { gzip on; }
      """
    }
    try nginx.put("big.bin", NginxTests.big)
    try nginx.put("chunked.txt", NginxTests.words)
    self.nginx = nginx
  }

  override func tearDown() { nginx?.stop() }

  private static let big = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
  private static let words = Array(String(repeating: "many words ", count: 20_000).utf8)

  private func onSession(_ body: @escaping (HTTPSession, String) throws -> Void) throws {
    let url = try XCTUnwrap(nginx).url
    onFiber {
      let session = HTTPSession()
      try body(session, url)
      session.close()
    }
  }

  func testManyRequestsOnOneConnection() throws {
    try onSession { session, url in
      let request = try get(url + "/connection")
      var connections: Set<String> = []
      for number in 1...1000 {
        let response = try session.send(request)
        XCTAssertEqual(text(response), String(number))
        XCTAssertEqual(response.timing.isReused, number > 1)
        connections.insert(response.header("X-Connection") ?? "")
      }
      XCTAssertEqual(connections.count, 1)
    }
  }

  func testFibersShareASessionButNoConnection() throws {
    try onSession { session, url in
      let request = try get(url + "/connection")
      var connections: Set<String> = []
      let fibers = (0..<20).map { _ in
        EventLoop.shared.spawn {
          for _ in 0..<50 {
            let response = try? session.send(request)
            XCTAssertEqual(response?.status, 200)
            connections.insert(response?.header("X-Connection") ?? "")
          }
        }
      }
      while fibers.contains(where: { !$0.isFinished }) { _ = EventLoop.shared.sleep(1_000_000) }
      XCTAssertFalse(connections.contains(""))
      XCTAssertGreaterThanOrEqual(connections.count, 10)
    }
  }

  func testConnectionsThatAreNotKept() throws {
    try onSession { session, url in
      for _ in 0..<5 {
        let response = try session.send(try get(url + "/once"))
        XCTAssertEqual(text(response), "once")
        XCTAssertFalse(response.timing.isReused)
        XCTAssertGreaterThan(response.timing.connected, response.timing.started)
      }
    }
  }

  func testNotFound() throws {
    try onSession { session, url in
      let response = try session.send(try get(url + "/nothing"))
      XCTAssertEqual(response.status, 404)
      XCTAssertEqual(response.reason, "Not Found")
      XCTAssertTrue(text(response).contains("nginx"))
    }
  }

  func testBigBody() throws {
    try onSession { session, url in
      let response = try session.send(try get(url + "/big.bin"))
      XCTAssertEqual(response.header("content-length"), "5000000")
      XCTAssertTrue(response.body == NginxTests.big)
      session.limits.body = 4_999_999
      XCTAssertEqual(failure(of: try get(url + "/big.bin"), session)?.reason, .bodyTooLarge(limit: 4_999_999))
    }
  }

  func testGzipAndChunks() throws {
    try onSession { session, url in
      var request = try get(url + "/chunked.txt")
      XCTAssertTrue(try session.send(request).body == NginxTests.words)
      request.headers = Array("Accept-Encoding: gzip, deflate\r\n".utf8)
      let response = try session.send(request)
      XCTAssertEqual(response.header("Content-Encoding"), "gzip")
      XCTAssertEqual(response.header("Transfer-Encoding"), "chunked")
      XCTAssertTrue(response.body == NginxTests.words)
      XCTAssertLessThan(response.wireBodyLength, NginxTests.words.count / 10)
      XCTAssertTrue(try session.send(try get(url + "/empty")).timing.isReused)
    }
  }

  func testWhatIsSent() throws {
    try onSession { session, url in
      let host = url.dropFirst("http://".count)
      var request = try get(url + "/echo?a=b")
      request.headers = Array("X-Mine: yes\r\n".utf8)
      XCTAssertEqual(text(try session.send(request)), "GET|\(host)|yes|||a=b")
      for method in [HTTPMethod.post, .put, .patch] {
        request = HTTPRequest(method: method, address: try HTTPAddress(url + "/echo"))
        XCTAssertEqual(text(try session.send(request)), "\(method.text)|\(host)|||0|")
        // Short bodies are sent with the head, long ones behind it.
        for count in [5, 16 * 1024, 16 * 1024 + 1, 900_000] {
          request.body = [UInt8](repeating: 120, count: count)
          request.hasBody = true
          XCTAssertEqual(text(try session.send(request)), "\(method.text)|\(host)|||\(count)|")
        }
      }
      request.body = [UInt8](repeating: 120, count: 2_000_000)
      XCTAssertEqual(try session.send(request).status, 413)
      let head = try session.send(HTTPRequest(method: .head, address: try HTTPAddress(url + "/big.bin")))
      XCTAssertEqual(head.header("Content-Length"), "5000000")
      XCTAssertEqual(head.bodyLength, 0)
      request = try get(url + "/echo")
      request.hasHost = true
      request.headers = Array("Host: other.test\r\nCookie: mine\r\n".utf8)
      XCTAssertEqual(text(try session.send(request)), "GET|other.test||mine||")
    }
  }

  func testRedirects() throws {
    try onSession { session, url in
      let host = url.dropFirst("http://".count)
      var request = try get(url + "/moved#part")
      let response = try session.send(request)
      XCTAssertEqual(response.status, 200)
      XCTAssertEqual(response.address.text, url + "/connection#part")
      XCTAssertEqual(response.history.map(\.status), [301])
      XCTAssertEqual(response.timing.started, response.history.first?.timing.started)
      request.followsRedirects = false
      XCTAssertEqual(try session.send(request).status, 301)
      request = HTTPRequest(method: .post, address: try HTTPAddress(url + "/see"))
      request.body = [1, 2, 3]
      request.hasBody = true
      XCTAssertEqual(text(try session.send(request)), "GET|\(host)||||")
      request.address = try HTTPAddress(url + "/again")
      XCTAssertEqual(text(try session.send(request)), "POST|\(host)|||3|")
    }
  }

  /// An nginx that is told to end while connections are kept: they are noticed as closed.
  func testServerThatEnds() throws {
    try onSession { session, url in
      XCTAssertEqual(try session.send(try get(url + "/connection")).status, 200)
      self.nginx?.stop()
      _ = EventLoop.shared.sleep(20_000_000)
      XCTAssertEqual(failure(of: try get(url + "/connection"), session)?.reason, .connect(ECONNREFUSED))
    }
  }

  func testNoDescriptorIsLeft() throws {
    try onSession { _, url in
      let request = try get(url + "/connection")
      func use() throws {
        for _ in 0..<20 {
          let session = HTTPSession()
          _ = try session.send(request)
        }
      }
      try use()
      let before = openDescriptors()
      try use()
      XCTAssertEqual(openDescriptors(), before)
    }
  }
}
