import Foundation
import Glibc
import Web
import XCTest

/// What somebody with bad intentions would try.
final class SecurityTests: WebTestCase {
  /// Every path that the API's description has, with its methods.
  private func describedPaths(_ server: Running) async throws -> [(method: String, path: String)] {
    let answer = try await server.get("/assets/openapi.json")
    XCTAssertEqual(answer.status, 404, "descriptions are no public files")
    let token = ["Authorization": "Bearer abcdefghijklmnop"]
    let document = try await server.get("/api/v1/openapi.json", token)
    let object = try XCTUnwrap(JSONSerialization.jsonObject(with: document.data) as? [String: Any])
    let paths = try XCTUnwrap(object["paths"] as? [String: [String: Any]])
    return paths.flatMap { path, methods in
      methods.keys.map { ($0.uppercased(), path.replacing("{number}", with: "1")) }
    }.sorted { $0.path < $1.path }
  }

  private func tokenFile() throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("tokens-\(UUID().uuidString)")
    try Data("abcdefghijklmnop\n".utf8).write(to: file)
    addTeardownBlock { try? FileManager.default.removeItem(at: file) }
    return file.path
  }

  func testEveryDescribedPathIsThereAndNeedsALogin() async throws {
    let tokens = try tokenFile()
    let server = try await start(FakeRoom()) { $0.tokenFile = tokens }
    let paths = try await describedPaths(server)
    XCTAssertGreaterThan(paths.count, 14)
    for (method, path) in paths {
      let closed = try await server.send(method, path, [:], method == "POST" ? "{}" : nil)
      XCTAssertEqual(closed.status, 401, "\(method) \(path)")
      // Events never end.
      guard !path.hasSuffix("/events") else { continue }
      let headers = ["Authorization": "Bearer abcdefghijklmnop", "Content-Type": "application/json"]
      let open = try await server.send(method, path, headers, method == "POST" ? "{\"text\":\"fault\"}" : nil)
      XCTAssertTrue([200, 400].contains(open.status), "\(method) \(path): \(open.status)")
    }
  }

  func testTheSpecIsChangedByOperatorsOnly() async throws {
    let room = FakeRoom()
    let server = try await start(room)
    let json = ["Content-Type": "application/json"]
    let swapped = try await server.post("/api/v1/spec/swap", #"{"text":"x = 1","path":"spec.py"}"#, json)
    XCTAssertTrue(swapped.text.contains("\"version\":2"), swapped.text)
    let back = try await server.post("/api/v1/spec/swap", #"{"version":1}"#, json)
    XCTAssertEqual(back.status, 200)
    // Only the spec's own files can have another text.
    let other = try await server.post("/api/v1/spec/swap", #"{"text":"x","path":"/etc/passwd"}"#, json)
    XCTAssertEqual(other.status, 400)
    let nonsense = try await server.post("/api/v1/spec/swap", "[]", json)
    XCTAssertEqual(nonsense.status, 400)
    XCTAssertEqual(room.wishes, [.texts(["spec.py": "x = 1"]), .version(1)])
    // Another site's page can send a form, or text, but not say where it is from.
    let elsewhere = try await server.post(
      "/api/v1/spec/swap", #"{"version":1}"#, ["Content-Type": "text/plain", "Origin": "http://evil.example"])
    XCTAssertEqual(elsewhere.status, 403)
    let large = try await server.post("/api/v1/spec/lint", String(repeating: " ", count: 5 << 20), json)
    XCTAssertEqual(large.status, 413)
  }

  func testNothingGetsIntoHeaders() async throws {
    let room = FakeRoom()
    var snapshot = Snapshot()
    snapshot.host = "http://x\r\nSet-Cookie: a=b\r\n\r\n<script>"
    room.snapshot = snapshot
    let server = try await start(room)
    let answer = try await server.get("/stats/requests/csv")
    XCTAssertNil(answer.headers["Set-Cookie"])
    let name = try XCTUnwrap(answer.headers["Content-Disposition"])
    XCTAssertNil(name.firstMatch(of: /[^A-Za-z0-9_.;= -]/), name)
    // What a session cookie may hold is ours to say.
    let strange = try await server.get(
      "/stats/requests", ["Cookie": "katydid_session=../../etc/passwd; katydid_session="])
    XCTAssertEqual(strange.status, 200)
  }

  func testFramesScriptsAndReferrersAreForbidden() async throws {
    let server = try await start(FakeRoom())
    for path in ["/", "/stats/requests", "/nothing", "/stats/report", "/assets/app.js"] {
      let answer = try await server.get(path)
      let policy = answer.headers["Content-Security-Policy"] ?? ""
      XCTAssertTrue(policy.contains("frame-ancestors 'none'"), "\(path): \(policy)")
      XCTAssertFalse(policy.contains("script-src 'unsafe-inline'"), policy)
      XCTAssertEqual(answer.headers["X-Content-Type-Options"], "nosniff", path)
    }
    let page = try await server.get("/")
    XCTAssertNil(page.text.firstMatch(of: /<script>|\son\w+=|style="/), "there is script or style in the page")
  }

  func testPrometheusReadsTheMetrics() async throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/promtool") else {
      throw XCTSkip("promtool is not installed; 'make setup-test' does that")
    }
    let room = FakeRoom()
    var snapshot = Snapshot()
    var row = Snapshot.Entry(name: "a\"b\\c\n# TYPE x counter\nd{}", method: "GET")
    row.requests = 3
    snapshot.entries = [row, Snapshot.Entry(name: "Aggregated", method: "")]
    room.snapshot = snapshot
    let server = try await start(room)
    let result = Process()
    result.executableURL = URL(fileURLWithPath: "/bin/sh")
    result.arguments = [
      "-c", "curl -s http://127.0.0.1:\(server.server.port)/metrics | promtool check metrics > /dev/null",
    ]
    try result.run()
    result.waitUntilExit()
    XCTAssertEqual(result.terminationStatus, 0)
  }

  /// A connection that says part of a request and then nothing.
  private func halfOpen(_ port: Int, _ text: String) -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    XCTAssertEqual(result, 0)
    _ = text.withCString { write(descriptor, $0, strlen($0)) }
    return descriptor
  }

  func testAThousandHalfOpenConnectionsKeepNobodyOut() async throws {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = min(limit.rlim_max, 4096)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    try XCTSkipIf(limit.rlim_cur < 2600, "too few open files are allowed")
    let server = try await start(FakeRoom()) { $0.patience = 3 }
    let descriptors = (0..<1000).map { _ in halfOpen(server.server.port, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ") }
    defer { for descriptor in descriptors { close(descriptor) } }
    let begin = Date()
    let answer = try await server.get("/healthz")
    XCTAssertEqual(answer.status, 200)
    XCTAssertLessThan(Date().timeIntervalSince(begin), 1)
    // They are cut even if a byte trickles in now and then.
    for _ in 0..<5 {
      try await Task.sleep(for: .seconds(1))
      for descriptor in descriptors { send(descriptor, "a", 1, Int32(MSG_NOSIGNAL)) }
    }
    var open = 0
    for descriptor in descriptors {
      var byte: UInt8 = 0
      if recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT)) < 0, errno == EAGAIN { open += 1 }
    }
    XCTAssertEqual(open, 0)
  }
}
