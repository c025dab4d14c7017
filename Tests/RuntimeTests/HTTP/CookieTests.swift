import Runtime
import XCTest

/// Which cookies are taken and sent. Expected values are those of requests 2.34 under Python 3.11.
final class CookieTests: XCTestCase {
  /// A jar after a response from `url` with some Set-Cookie lines.
  private func jar(_ url: String, _ lines: [String]) throws -> CookieJar {
    let jar = CookieJar()
    let head = lines.map { "Set-Cookie: \($0)\r\n" }.joined()
    // Header bytes are Latin-1.
    let bytes = "HTTP/1.1 204 No\r\n\(head)\r\n".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    var parser = ResponseParser(isHead: false)
    _ = try bytes.withUnsafeBufferPointer { try parser.feed($0) }
    let address = try HTTPAddress(url)
    jar.extract(
      from: try HTTPResponse(
        &parser, to: HTTPRequest(method: .get, address: address), timing: HTTPTiming(), bodyLimit: 1000))
    return jar
  }

  private func check(
    _ url: String, _ lines: [String], _ expected: KeyValuePairs<String, String>, file: StaticString = #filePath,
    line: UInt = #line
  ) throws {
    let jar = try jar(url, lines)
    for (next, header) in expected {
      let sent = jar.header(for: try HTTPAddress(next)).map { Character(Unicode.Scalar($0)) }
      XCTAssertEqual(String(sent), header, next, file: file, line: line)
    }
  }

  func testPaths() throws {
    try check(
      "http://a.test/d/e", ["x=1"],
      [
        "http://a.test/": "", "http://a.test/d": "x=1", "http://a.test/d/": "x=1", "http://a.test/d/f": "x=1",
        "http://a.test/dx": "", "https://a.test/d/f": "x=1",
      ])
    try check(
      "http://a.test/", ["x=1; Path=/p", "y=2; Path=/", "z=3"],
      [
        "http://a.test/": "y=2; z=3", "http://a.test/p": "x=1; y=2; z=3", "http://a.test/p/q": "x=1; y=2; z=3",
        "http://a.test/pq": "y=2; z=3",
      ])
    try check(
      "http://a.test/x", ["a=1; Path=/", "b=2; Path=/x/y", "c=3; Path=/x", "d=4; Path=/x"],
      ["http://a.test/x/y/z": "b=2; c=3; d=4; a=1"])
    try check(
      "http://a.test/", ["x=1; path=/a b", "y=1; path=rel", "z=1; path="],
      ["http://a.test/": "z=1", "http://a.test/a%20b/": "x=1; z=1"])
  }

  func testDomains() throws {
    try check(
      "http://a.test/d/e", ["x=1"], ["http://sub.a.test/d/f": "x=1", "http://b.test/d/f": "", "http://test/d/f": ""])
    try check(
      "http://w.a.test/",
      ["x=1; Domain=a.test", "y=2; Domain=.a.test", "z=3; Domain=b.test", "q=4; Domain=test", "s=5; Domain=w.a.test"],
      [
        "http://a.test/": "x=1; y=2", "http://w.a.test/": "x=1; y=2; s=5", "http://v.a.test/": "x=1; y=2",
        "http://b.test/": "",
      ])
    try check(
      "http://localhost/", ["x=1", "y=2; Domain=localhost"],
      ["http://localhost/": "x=1", "http://localhost:81/": "x=1"])
    try check(
      "http://127.0.0.1:8080/", ["x=1", "y=2; Domain=127.0.0.1"],
      ["http://127.0.0.1/": "x=1; y=2", "http://127.0.0.1:9/": "x=1; y=2"])
    try check("http://[::1]:81/", ["x=1"], ["http://[::1]/": "x=1"])
  }

  func testSecure() throws {
    try check(
      "http://a.test/", ["x=1; Secure", "y=2; HttpOnly; SameSite=Lax"],
      ["http://a.test/": "y=2", "https://a.test/": "x=1; y=2"])
    try check(
      "http://a.test/", ["x=1, y=2", "z=\"a\\\"b\"", "e=1; DOMAIN=A.TEST; PATH=/; SECURE=no"],
      ["http://a.test/": "x=1, y=2; z=\"ab\"", "https://a.test/": "x=1, y=2; z=\"ab\"; e=1"])
  }

  func testLifetimes() throws {
    try check(
      "http://a.test/",
      [
        "x=1; Max-Age=0", "y=2; Max-Age=100", "z=3; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        "q=4; Expires=Fri, 01-Jan-2100 00:00:00 GMT", "r=5; Max-Age=-1", "s=6; Expires=garbage", "t=7; Max-Age=soon",
      ], ["http://a.test/": "y=2; q=4; s=6"])
    try check(
      "http://a.test/",
      [
        "x=1; expires=Tue, 19 Jan 2038 03:14:07 GMT; max-age=0",
        "y=1; Max-Age=0; Expires=Tue, 19 Jan 2038 03:14:07 GMT",
        "z=\"1\"; Version=1", "w=\"1\"; Version=2",
      ], ["http://a.test/": "z=\"1\""])
  }

  func testOddities() throws {
    try check("http://a.test/", ["x=1", "x=2", "X=3"], ["http://a.test/": "x=2; X=3"])
    try check(
      "http://a.test/", ["x", "=v", "x=", "y = 1 ;", "z=\"a b\"", "q=a=b", "r=a,b", " s=1;;;"],
      ["http://a.test/": "x=; y=1; z=\"a b\"; q=a=b; r=a,b; s=1"])
    try check("http://a.test/", ["x=\u{e4}\u{ff}"], ["http://a.test/": "x=\u{e4}\u{ff}"])
  }

  func testRemoval() throws {
    let jar = try jar("http://a.test/", ["a=1", "b=2", "c=3; Path=/p"])
    jar.remove("a")
    XCTAssertEqual(jar.all.map(\.name), ["b", "c"])
    jar.clear(domain: "a.test", path: "/p")
    XCTAssertEqual(jar.all.map(\.name), ["b"])
    jar.clear()
    XCTAssertTrue(jar.isEmpty)
  }

  /// A header that is kept from one request to the next must follow what happens to the jar.
  func testHeadersFollowTheJar() throws {
    let jar = try jar("http://a.test/", ["a=1"])
    let address = try HTTPAddress("http://a.test/")
    XCTAssertEqual(jar.header(for: address), Array("a=1".utf8))
    jar.set(Cookie(name: "b", value: "2", domain: "a.test"))
    XCTAssertEqual(jar.header(for: address), Array("a=1; b=2".utf8))
    XCTAssertEqual(jar.header(for: try HTTPAddress("http://b.test/")), [])
    jar.remove("a")
    XCTAssertEqual(jar.header(for: address), Array("b=2".utf8))
    jar.set(Cookie(name: "evil", value: "x\r\nInjected: y", domain: "a.test"))
    XCTAssertFalse(jar.header(for: address).contains(0x0A))
  }

  /// Cookies travel along redirects, and a request's own ones don't stay.
  func testCookiesOnTheWire() {
    let server = ScriptedServer { peer, _ in
      while case let request = peer.readRequest(), !request.isEmpty {
        let cookie = request.split(separator: "\r\n").first { $0.hasPrefix("Cookie: ") } ?? "none"
        if request.hasPrefix("GET /login ") {
          peer.write(response("", status: "302 Found", headers: "Location: /home\r\nSet-Cookie: id=7\r\n"))
        } else if request.hasPrefix("GET /logout ") {
          peer.write(response("", headers: "Set-Cookie: id=; Max-Age=0\r\n"))
        } else {
          peer.write(response(String(cookie)))
        }
      }
    }
    onFiber {
      let session = HTTPSession()
      XCTAssertEqual(text(try session.send(try get(server.url + "/"))), "none")
      XCTAssertEqual(text(try session.send(try get(server.url + "/login"))), "Cookie: id=7")
      var request = try get(server.url + "/")
      request.cookies = [Cookie(name: "own", value: "1")]
      let sent = text(try session.send(request))
      XCTAssertTrue(["Cookie: id=7; own=1", "Cookie: own=1; id=7"].contains(sent), sent)
      XCTAssertEqual(text(try session.send(try get(server.url + "/"))), "Cookie: id=7")
      _ = try session.send(try get(server.url + "/logout"))
      XCTAssertEqual(text(try session.send(try get(server.url + "/"))), "none")
      XCTAssertEqual(text(try HTTPSession().send(try get(server.url + "/"))), "none")
      session.close()
    }
    XCTAssertTrue(server.stop())
  }
}
