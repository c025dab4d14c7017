import DemoTarget
import Foundation
import XCTest

/// The demo target as clients meet it: its routes, its faults, its limits.
final class DemoTargetTests: XCTestCase {
  private var target: DemoTarget!
  private var thread: Thread!
  private let ended = DispatchSemaphore(value: 0)

  private var port: UInt16 { target.port }

  override func setUpWithError() throws {
    var options = DemoTargetOptions()
    options.tlsPort = 0
    options.maximumHead = 4096
    options.maximumBody = 100_000
    let target = try DemoTarget(options)
    self.target = target
    let ended = self.ended
    thread = Thread {
      target.run()
      ended.signal()
    }
    thread.start()
  }

  override func tearDown() {
    target.stop()
    XCTAssertEqual(ended.wait(timeout: .now() + 10), .success, "it doesn't stop")
    target = nil
  }

  // MARK: pages

  func testPages() throws {
    let index = try ask(port, "/?ok=0.123")
    XCTAssertEqual(index.status, 200)
    XCTAssertEqual(index.reason, "OK")
    XCTAssertEqual(index.fields["content-type"], "text/html; charset=utf-8")
    XCTAssertNotNil(index.fields["date"])
    XCTAssert(index.text.contains("<h1>Katydid's demo target</h1>"))
    XCTAssertEqual(try ask(port, "/index.html?ok=1").body, index.body)
    XCTAssertEqual(try ask(port, "http://localhost/index.html").body, index.body)
    XCTAssertEqual(try ask(port, "/json").object()["wings"] as? Int, 4)
    let missing = try ask(port, "/nowhere")
    XCTAssertEqual(missing.status, 404)
    XCTAssertEqual(missing.text, "there is nothing at /nowhere\n")
  }

  func testHeadAndOptionsAndOtherMethods() throws {
    let length = try ask(port, "/").body.count
    for path in ["/", "/index.html"] {
      let head = try ask(port, path, method: "HEAD")
      XCTAssertEqual(head.status, 200)
      XCTAssertEqual(head.fields["content-length"], String(length))
    }
    let options = try ask(port, "/login", method: "OPTIONS")
    XCTAssertEqual(options.status, 204)
    XCTAssertEqual(options.fields["allow"], "GET, POST, HEAD, OPTIONS")
    XCTAssertEqual(try ask(port, "*", method: "OPTIONS").status, 204)
    let refused = try ask(port, "/json", method: "DELETE")
    XCTAssertEqual(refused.status, 405)
    XCTAssertEqual(refused.fields["allow"], "GET, HEAD, OPTIONS")
  }

  func testEcho() throws {
    let echo = try ask(
      port, "/echo?a=1&a=2&b=%C3%A4+x", method: "PATCH", headers: ["X-Test: \"quoted\" \\"], body: "hé\n\u{1}"
    ).object()
    XCTAssertEqual(echo["method"] as? String, "PATCH")
    XCTAssertEqual(echo["path"] as? String, "/echo")
    XCTAssertEqual(echo["query"] as? String, "a=1&a=2&b=%C3%A4+x")
    XCTAssertEqual((echo["args"] as? [String: Any])?["a"] as? [String], ["1", "2"])
    XCTAssertEqual((echo["args"] as? [String: Any])?["b"] as? String, "ä x")
    XCTAssertEqual((echo["headers"] as? [String: String])?["X-Test"], "\"quoted\" \\")
    XCTAssertEqual(echo["body"] as? String, "hé\n\u{1}")
    XCTAssertEqual(try ask(port, "/echo", method: "BREW").object()["method"] as? String, "BREW")
  }

  func testCounterCountsByPathWithoutQuery() throws {
    for number in 0..<3 { _ = try ask(port, "/index.html?n=\(number)") }
    _ = try ask(port, "/status/404")
    let counter = try ask(port, "/counter").object()
    XCTAssertEqual(
      counter["paths"] as? [String: Int], ["/index.html": 3, "/status/404": 1, "/counter": 1])
    XCTAssertEqual(counter["total"] as? Int, 5)
  }

  // MARK: sessions

  func testLoginByForm() throws {
    let form = try ask(port, "/login").text
    let token = try XCTUnwrap(form.firstMatch(of: /name="csrf_token" value="([^"]+)"/)).1
    let type = ["Content-Type: application/x-www-form-urlencoded"]
    let wrong = try ask(port, "/login", method: "POST", headers: type, body: "username=ada&password=wrong")
    XCTAssertEqual(wrong.status, 401)
    let forged = try ask(
      port, "/login", method: "POST", headers: type, body: "username=ada&password=x&csrf_token=1.2")
    XCTAssertEqual(forged.status, 403)
    let right = try ask(
      port, "/login", method: "POST", headers: type, body: "username=ada+l%C3%B6&password=x&csrf_token=\(token)")
    XCTAssertEqual(right.status, 200)
    let cookie = try XCTUnwrap(right.cookies.first?.split(separator: ";").first)
    XCTAssertEqual(try ask(port, "/me").status, 401)
    XCTAssertEqual(try ask(port, "/me", headers: ["Cookie: \(cookie)x"]).status, 401)
    let me = try ask(port, "/me", headers: ["Cookie: other=1; \(cookie)"])
    XCTAssertEqual(try me.object()["user"] as? String, "ada lö")
    XCTAssert(try ask(port, "/logout").cookies[0].contains("Max-Age=0"))
  }

  func testLoginByJSON() throws {
    let type = ["Content-Type: application/json"]
    let body = #"{"username": "\u00e9ve \ud83d\ude00", "more": [1, {"a": null}], "password": "secret"}"#
    let answer = try ask(port, "/login", method: "POST", headers: type, body: body)
    XCTAssertEqual(try answer.object()["user"] as? String, "éve 😀")
    XCTAssertEqual(try ask(port, "/login", method: "POST", headers: type, body: "{").status, 400)
    let deep = String(repeating: "[", count: 50_000)
    XCTAssertEqual(try ask(port, "/login", method: "POST", headers: type, body: deep).status, 400)
  }

  func testCookiesAndBasicAuthentication() throws {
    let set = try ask(port, "/cookies/set?flavour=oat&size=2")
    XCTAssertEqual(set.status, 302)
    XCTAssertEqual(set.cookies, ["flavour=oat; Path=/", "size=2; Path=/"])
    XCTAssertEqual(try ask(port, "/cookies/set?a=%0d%0aEvil:1").status, 400)
    let shown = try ask(port, "/cookies", headers: ["Cookie: flavour=oat; size=2"]).object()
    XCTAssertEqual(shown["cookies"] as? [String: String], ["flavour": "oat", "size": "2"])
    let refused = try ask(port, "/basic-auth/ada/pass%20word")
    XCTAssertEqual(refused.status, 401)
    XCTAssertNotNil(refused.fields["www-authenticate"])
    let credentials = Data("ada:pass word".utf8).base64EncodedString()
    XCTAssertEqual(
      try ask(port, "/basic-auth/ada/pass%20word", headers: ["Authorization: Basic \(credentials)"]).status, 200)
  }

  // MARK: redirects and status codes

  func testRedirects() throws {
    XCTAssertEqual(try ask(port, "/redirect/3").fields["location"], "/redirect/2")
    XCTAssertEqual(try ask(port, "/redirect/1").fields["location"], "/")
    XCTAssertEqual(try ask(port, "/redirect/x").status, 400)
    XCTAssertEqual(try ask(port, "/redirect-loop").fields["location"], "/redirect-loop")
    let chosen = try ask(port, "/redirect-to?url=http%3A%2F%2Fexample.org%2F&status=307")
    XCTAssertEqual(chosen.status, 307)
    XCTAssertEqual(chosen.fields["location"], "http://example.org/")
    XCTAssertEqual(try ask(port, "/redirect-to?url=a%0d%0ab").status, 400)
  }

  func testStatusCodes() throws {
    let client = try RawClient(port: port)
    for (code, reason) in [
      (200, "OK"), (204, "No Content"), (304, "Not Modified"), (418, "I'm a teapot"), (599, "Unknown"),
    ] {
      client.send("GET /status/\(code) HTTP/1.1\r\nHost: a\r\n\r\n")
      let answer = try client.answer()
      XCTAssertEqual(answer.status, code)
      XCTAssertEqual(answer.reason, reason)
    }
    XCTAssertEqual(try ask(port, "/status/600").status, 400)
    XCTAssertEqual(try ask(port, "/status/199").status, 400)
  }

  // MARK: bodies

  func testBodies() throws {
    XCTAssertEqual(try ask(port, "/bytes/70000").body.count, 70000)
    XCTAssertEqual(try ask(port, "/bytes/10000000").body.count, 10_000_000)
    let chunked = try ask(port, "/chunked?chunks=7&size=11")
    XCTAssertEqual(chunked.fields["transfer-encoding"], "chunked")
    XCTAssertEqual(chunked.body.count, 77)
    let lines = try ask(port, "/stream/3").text.split(separator: "\n")
    XCTAssertEqual(lines.count, 3)
    XCTAssertEqual(lines[2], #"{"id": 2, "text": "line 2"}"#)
    XCTAssertEqual(try ask(port, "/headers/500").fields["x-header-500"], "value 500")
    let client = try RawClient(port: port)
    client.send("GET /chunked HTTP/1.0\r\n\r\n")
    XCTAssertEqual(try client.answer().body.count, 1000, "HTTP/1.0 knows no chunks")
  }

  func testCompressedBodies() throws {
    let script = """
      import sys, urllib.request, zlib
      for name, bits in (("gzip", 31), ("deflate", 15)):
          answer = urllib.request.urlopen(f"http://127.0.0.1:\(port)/{name}")
          print(answer.headers["Content-Encoding"], zlib.decompress(answer.read(), bits).count(b"compressed"))
      """
    XCTAssertEqual(try python(script), "gzip 40\ndeflate 40\n")
  }

  func testUpload() throws {
    // The digests are Python's.
    let raw = try ask(port, "/upload", method: "PUT", body: "hello").object()
    XCTAssertEqual(raw["size"] as? Int, 5)
    XCTAssertEqual(raw["crc32"] as? Int, 907_060_870)
    let digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    XCTAssertEqual(raw["sha256"] as? String, digest)
    let body = """
      --xyz\r
      Content-Disposition: form-data; name="note"\r
      \r
      one\r
      --xyz\r
      Content-Disposition: form-data; name="file"; filename="a;b.txt"\r
      Content-Type: text/plain\r
      \r
      hello\r
      --xyz--\r

      """
    let type = "Content-Type: multipart/form-data; boundary=xyz"
    let answer = try ask(port, "/upload", method: "POST", headers: [type], body: body).object()
    let parts = try XCTUnwrap(answer["parts"] as? [[String: Any]])
    XCTAssertEqual(parts.map { $0["name"] as? String }, ["note", "file"])
    XCTAssertEqual(parts[1]["filename"] as? String, "a;b.txt")
    XCTAssertEqual(parts[1]["contentType"] as? String, "text/plain")
    XCTAssertEqual(parts[1]["sha256"] as? String, digest)
    XCTAssertEqual(try ask(port, "/upload", method: "POST", headers: [type], body: "nonsense").status, 400)
  }

  func testChunkedRequestSplitAnywhere() throws {
    let request = Array(
      "POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\nT: 1\r\n\r\n"
        .utf8)
    let client = try RawClient(port: port)
    for split in 1..<request.count {
      client.send(Data(request[..<split]))
      usleep(200)
      client.send(Data(request[split...]))
      XCTAssertEqual(try client.answer().object()["crc32"] as? Int, 907_060_870, "split at \(split)")
    }
    for byte in request {
      client.send(Data([byte]))
      usleep(200)
    }
    XCTAssertEqual(try client.answer().object()["size"] as? Int, 5)
  }

  func testExpectContinue() throws {
    let client = try RawClient(port: port)
    client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
    XCTAssertEqual(try client.answer().status, 100)
    client.send("hello")
    XCTAssertEqual(try client.answer().object()["size"] as? Int, 5)
  }

  // MARK: time

  func testDelaysDontBlockOthers() throws {
    let start = Date()
    let clients = try (0..<20).map { _ in try RawClient(port: port) }
    for client in clients {
      client.send("GET /delay/0.4 HTTP/1.1\r\nHost: a\r\n\r\nGET /json HTTP/1.1\r\nHost: a\r\n\r\n")
    }
    XCTAssertEqual(try ask(port, "/json").status, 200)
    XCTAssertLessThan(Date().timeIntervalSince(start), 0.3)
    for client in clients {
      XCTAssertEqual(try client.answer().object()["delay"] as? Double, 0.4)
      XCTAssertEqual(try client.answer().object()["wings"] as? Int, 4, "the request behind it is answered too")
    }
    let time = Date().timeIntervalSince(start)
    XCTAssert(time >= 0.4 && time < 2, "it took \(time) s")
    XCTAssertEqual(try ask(port, "/delay/-1").status, 400)
    XCTAssertEqual(try ask(port, "/delay/nan").status, 400)
  }

  func testDrip() throws {
    let start = Date()
    let client = try RawClient(port: port)
    client.send("GET /drip?duration=0.3&numbytes=6 HTTP/1.1\r\nHost: a\r\n\r\n")
    XCTAssertEqual(try client.answer().text, "******")
    XCTAssertGreaterThanOrEqual(Date().timeIntervalSince(start), 0.3)
    client.send("GET /json HTTP/1.1\r\nHost: a\r\n\r\n")
    XCTAssertEqual(try client.answer().status, 200)
  }

  // MARK: faults

  func testFaults() throws {
    func bytes(_ path: String) throws -> (data: Data, error: Int32) {
      let client = try RawClient(port: port)
      client.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
      return (client.readToEnd(), client.lastError)
    }
    let drop = try bytes("/drop")
    XCTAssertEqual(drop.data.count, 0)
    XCTAssertEqual(drop.error, 0)
    XCTAssertEqual(try bytes("/reset").error, ECONNRESET)
    let garbage = try bytes("/garbage")
    XCTAssertFalse(garbage.data.isEmpty || garbage.data.starts(with: Data("HTTP".utf8)))
    let truncated = String(decoding: try bytes("/truncate").data, as: UTF8.self)
    XCTAssert(truncated.contains("Content-Length: 1000\r\n") && truncated.hasSuffix("cut short "))
    let closing = String(decoding: try bytes("/close").data, as: UTF8.self)
    XCTAssert(closing.contains("Connection: close\r\n") && closing.hasSuffix("bye\n"))
    let silent = try RawClient(port: port, timeout: 1)
    silent.send("GET /never HTTP/1.1\r\nHost: a\r\n\r\n")
    XCTAssertEqual(silent.readToEnd().count, 0)
    XCTAssertEqual(silent.lastError, EAGAIN)
  }

  func testBadRequests() throws {
    let cases: [(String, Int)] = [
      ("nonsense\r\n\r\n", 400), ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400), ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
      ("GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n", 400), ("GET nowhere HTTP/1.1\r\nHost: a\r\n\r\n", 400),
      ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1x\r\n\r\n", 400),
      ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
      ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
      ("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
      ("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400),
      ("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n", 400),
      ("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n", 400),
      ("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n20000\r\n", 413),
      ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100001\r\n\r\n", 413),
      ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 5000))\r\n\r\n", 431),
      (String(repeating: "x", count: 5000), 431),
    ]
    for (request, status) in cases {
      let client = try RawClient(port: port)
      client.send(request)
      XCTAssertEqual(try client.answer().status, status, request.prefix(80).debugDescription)
      XCTAssertEqual(client.readToEnd().count, 0, "the connection ends")
    }
  }

  func testRefusalReachesAClientThatIsStillSending() throws {
    let client = try RawClient(port: port)
    client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 30000000\r\n\r\n")
    client.send(Data(count: 3_000_000))
    XCTAssertEqual(try client.answer().status, 413)
  }

  // MARK: connections

  func testPipelinedRequests() throws {
    let client = try RawClient(port: port)
    let count = 500
    client.send(
      String(
        repeating: "GET /json HTTP/1.1\r\nHost: a\r\n\r\nGET /status/201 HTTP/1.1\r\nHost: a\r\n\r\n", count: count))
    for _ in 0..<count {
      XCTAssertEqual(try client.answer().status, 200)
      XCTAssertEqual(try client.answer().status, 201)
    }
  }

  func testSlowReadersGetEverything() throws {
    let client = try RawClient(port: port)
    client.send(String(repeating: "GET /bytes/5000000 HTTP/1.1\r\nHost: a\r\n\r\n", count: 3))
    usleep(300_000)
    for _ in 0..<3 { XCTAssertEqual(try client.answer().body.count, 5_000_000) }
  }

  func testHTTP10() throws {
    let client = try RawClient(port: port)
    client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
    XCTAssertEqual(try client.answer().fields["connection"], "keep-alive")
    client.send("GET / HTTP/1.0\r\n\r\n")
    XCTAssertEqual(try client.answer().fields["connection"], "close")
    XCTAssertEqual(client.readToEnd().count, 0)
  }

  func testManyConnectionsAndNoLeak() throws {
    let before = try openDescriptors()
    var clients: [RawClient] = []
    for index in 0..<400 {
      let client = try RawClient(port: port)
      client.send(
        "GET \(["/json", "/never", "/delay/100", "/drip?duration=100"][index % 4]) HTTP/1.1\r\nHost: a\r\n\r\n")
      clients.append(client)
    }
    for index in stride(from: 0, to: 400, by: 4) { XCTAssertEqual(try clients[index].answer().status, 200) }
    XCTAssertEqual(try openDescriptors() - before, 800, "each connection has a descriptor here and one there")
    clients = []
    let deadline = Date() + 5
    while try openDescriptors() > before && Date() < deadline { usleep(20_000) }
    XCTAssertEqual(try openDescriptors(), before)
  }

  func testTLS() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("certificate.pem")
    try XCTUnwrap(target.certificatePEM).write(to: file, atomically: true, encoding: .utf8)
    let script = """
      import http.client, ssl, socket
      trust = ssl.create_default_context(cafile="\(file.path)")
      trust.set_alpn_protocols(["h2", "http/1.1"])
      for host in ("localhost", "127.0.0.1"):
          client = http.client.HTTPSConnection(host, \(target.tlsPort ?? 0), context=trust, timeout=10)
          for path in ("/json", "/bytes/3000000", "/delay/0.05", "/echo"):
              client.request("POST" if path == "/echo" else "GET", path, body=b"x" * 90000 if path == "/echo" else None)
              answer = client.getresponse()
              print(answer.status, len(answer.read()) > 10, client.sock.selected_alpn_protocol())
          client.request("GET", "/drop")
          try:
              client.getresponse()
          except http.client.RemoteDisconnected:
              print("dropped")
      """
    let once = String(repeating: "200 True http/1.1\n", count: 4) + "dropped\n"
    XCTAssertEqual(try python(script), once + once)
    XCTAssertEqual(try RawClient(port: XCTUnwrap(target.tlsPort)).plainTextAnswer(), 0, "no HTTP on the port for HTTPS")
  }

  func testFailuresToStart() throws {
    func failure(_ change: (inout DemoTargetOptions) -> Void) -> String {
      var options = DemoTargetOptions()
      change(&options)
      do {
        _ = try DemoTarget(options)
        return "it starts"
      } catch { return error.description }
    }
    let taken = port
    XCTAssertEqual(failure { $0.port = taken }, "can't listen on 127.0.0.1 port \(taken): Address already in use")
    XCTAssert(failure { $0.host = "no such host" }.hasPrefix("can't find the address of no such host: "))
    let missing = failure {
      $0.tlsPort = 0
      $0.certificatePath = "/nowhere.pem"
    }
    XCTAssertEqual(missing, "can't read the certificate /nowhere.pem: No such file or directory")
  }

  private func openDescriptors() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
  }

  private func python(_ script: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

extension RawClient {
  /// The number of bytes that come back for a request in plain text, up to the end, without TLS's alert.
  fileprivate func plainTextAnswer() -> Int {
    send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    let data = readToEnd()
    return data.starts(with: Data("HTTP".utf8)) ? data.count : 0
  }
}
