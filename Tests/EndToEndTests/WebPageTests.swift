import Foundation
import ProcessRun
import XCTest

/// The web page of the real binary: by scripts that were written for Locust's, and in a real browser.
final class WebPageTests: KatydidTestCase {
  private static let spec = """
    from locust import HttpUser, constant, task

    class Visitor(HttpUser):
        wait_time = constant(0.2)

        @task(2)
        def home(self):
            self.client.get("/index.html")

        @task
        def lost(self):
            self.client.get("/status/404", name="lost")

        @task
        def broken(self):
            raise ValueError("broken on purpose")
    """
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL

  private static func script(_ name: String) -> String {
    root.appendingPathComponent("Tests/Browser/\(name)").path
  }

  private func startPage(_ options: String...) throws -> (run: ProcessRun, address: String) {
    let run = try ProcessRun(
      "katydid", ["--web-host", "127.0.0.1", "--web-port", "0"] + options,
      files: ["locustfile.py": WebPageTests.spec])
    var address = ""
    let isThere = run.wait(15) {
      address = $0.errors.firstMatch(of: /web interface at (http\S+?)[,\s]/).map { String($0.1) } ?? ""
      return !address.isEmpty
    }
    XCTAssertTrue(isThere, run.errors)
    return (run, address)
  }

  /// What a script for Locust's page gets from a page.
  private func scriptAnswers(from address: String) throws -> [String: Any] {
    let result = try ProcessRun("/usr/bin/env", ["python3", Self.script("locust_client.py"), address, host])
      .finish(within: 60)
    XCTAssertEqual(result.status, 0, result.errors)
    return try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any] ?? [:]
  }

  /// Where the first has something that the second lacks or has otherwise.
  private func differences(_ wanted: Any?, _ got: Any?, at place: String = "") -> [String] {
    guard let wanted else { return [] }
    if let wanted = wanted as? [String: Any] {
      let got = got as? [String: Any] ?? [:]
      return wanted.keys.sorted().flatMap { differences(wanted[$0], got[$0], at: "\(place)/\($0)") }
    }
    if let wanted = wanted as? [Any] {
      let got = got as? [Any] ?? []
      guard wanted.count <= got.count else { return ["\(place): \(wanted) against \(got)"] }
      return wanted.indices.flatMap { differences(wanted[$0], got[$0], at: "\(place)[\($0)]") }
    }
    if let wanted = wanted as? NSNumber, let got = got as? NSNumber, wanted == got { return [] }
    return "\(wanted)" == got.map { "\($0)" } ? [] : ["\(place): \(wanted) against \(got ?? "nothing")"]
  }

  func testAScriptForLocustsPageWorks() throws {
    let locust = Self.root.appendingPathComponent(".build-locust/bin/locust").path
    guard FileManager.default.isExecutableFile(atPath: locust) else {
      throw XCTSkip("Locust is not installed; 'make setup-test' does that")
    }
    let port = KatydidTestCase.makeClosedPort()
    let peer = try ProcessRun(
      locust, ["--web-host", "127.0.0.1", "--web-port", "\(port)"], files: ["locustfile.py": WebPageTests.spec])
    defer {
      peer.signalGroup(SIGTERM)
      _ = peer.finish(within: 10)
    }
    XCTAssertTrue(peer.wait(20) { $0.errors.contains("Starting web interface") }, peer.errors)
    let (run, address) = try startPage()
    let ours = try scriptAnswers(from: address)
    let theirs = try scriptAnswers(from: "http://127.0.0.1:\(port)")
    XCTAssertFalse(theirs.isEmpty)
    XCTAssertEqual(differences(theirs, ours), [])
    run.signalGroup(SIGINT)
    let report = finish(run)
    XCTAssertEqual(report.status, 1, "requests have failed")
  }

  /// Sends a form or a JSON object to the page, and gives the status and the body.
  private func post(_ address: String, _ body: String, json: Bool = false) throws -> (status: String, body: String) {
    let kind = json ? ["-H", "Content-Type: application/json"] : []
    let result = try ProcessRun(
      "/usr/bin/curl", ["-sS", "-w", "\n%{http_code}", "-d", body] + kind + [address]
    ).finish()
    let parts = result.output.split(separator: "\n").map(String.init)
    return (parts.last ?? "", parts.dropLast().joined(separator: "\n"))
  }

  /// The names that the page has statistics of, all together left out, once there are `count` at least.
  private func names(_ address: String, count: Int = 1) throws -> Set<String> {
    var names: Set<String> = []
    let deadline = Date() + 10
    repeat {
      usleep(300_000)
      let text = try ProcessRun("/usr/bin/curl", ["-sS", address + "/stats/requests"]).finish().output
      let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let rows = value?["stats"] as? [[String: Any]] ?? []
      names = Set(rows.compactMap { $0["name"] as? String }).subtracting(["Aggregated"])
    } while names.count < count && Date() < deadline
    return names
  }

  func testTagsShapesAndClassesAreChosenForEachTest() throws {
    let spec = """
      from locust import HttpUser, LoadTestShape, constant, tag, task

      class Visitor(HttpUser):
          wait_time = constant(0.05)

          @tag("read")
          @task
          def read(self):
              self.client.get("/json", name="read")

          @tag("write")
          @task
          def write(self):
              self.client.get("/json", name="write")

          @task
          def look(self):
              self.client.get("/json", name="look")

      class Steps(LoadTestShape):
          def tick(self):
              return (3, 10) if self.get_run_time() < 60 else None
      """
    let run = try ProcessRun(
      "katydid", ["--web-host", "127.0.0.1", "--web-port", "0", "--host", host], files: ["locustfile.py": spec])
    var address = ""
    XCTAssertTrue(
      run.wait(15) {
        address = $0.errors.firstMatch(of: /web interface at (http\S+?)[,\s]/).map { String($0.1) } ?? ""
        return !address.isEmpty
      }, run.errors)
    func start(_ form: String) throws -> String { try post(address + "/swarm", form).body }
    func stop() throws {
      _ = try post(address + "/stop", "")
      XCTAssertTrue(
        run.wait { _ in
          (try? ProcessRun("/usr/bin/curl", ["-sS", address + "/stats/requests"]).finish().output)?
            .contains("\"state\":\"stopped\"") == true
        })
    }
    XCTAssertTrue(try start("shape_class=Nothing").contains("no load shape Nothing"))
    XCTAssertTrue(try start("user_count=2&spawn_rate=10").contains("using shape class 'Steps'"), "the first one leads")
    XCTAssertEqual(try names(address, count: 3), ["read", "write", "look"])
    try stop()
    XCTAssertTrue(
      try start("user_count=2&spawn_rate=10&shape_class=Default&tags=read+write").contains("\"success\":true"))
    XCTAssertEqual(try names(address, count: 2), ["read", "write"])
    try stop()
    // Another test's tags bring back what the last one's have left out.
    _ = try start("user_count=2&spawn_rate=10&shape_class=Default&tags=&exclude_tags=write")
    XCTAssertEqual(try names(address, count: 2), ["read", "look"])
    try stop()
    let setup = try ProcessRun("/usr/bin/curl", ["-sS", address + "/api/v1/setup"]).finish().output
    XCTAssertTrue(setup.contains("\"tags\":[\"read\",\"write\"]"), setup)
    XCTAssertTrue(setup.contains("\"shape_classes\":[\"Steps\"]"), setup)

    // Attributes of a class, as Locust's page sets them.
    let changed = try post(address + "/user", #"{"user_class_name": "Visitor", "tasks": ["look"]}"#, json: true)
    XCTAssertEqual(changed.status, "201", changed.body)
    _ = try start("user_count=2&spawn_rate=10&shape_class=Default&tags=&exclude_tags=")
    XCTAssertEqual(try names(address), ["look"])
    for body in ["[", #"{"weight": 2}"#, #"{"user_class_name": "Nobody", "weight": 2}"#] {
      XCTAssertEqual(try post(address + "/user", body, json: true).status, "400", body)
    }
    run.signalGroup(SIGINT)
    XCTAssertEqual(finish(run).status, 0)
  }

  func testAutostartAndAutoquit() throws {
    let (run, address) = try startPage(
      "--autostart", "--autoquit", "1", "-u", "2", "-r", "5", "-t", "2s", "--host", host, "--web-base-path", "/load",
      "--exit-code-on-error", "0")
    XCTAssertTrue(address.hasSuffix("/load"))
    let report = finish(run)
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertTrue(report.log.contains("--run-time limit reached, stopping test"), report.log)
    XCTAssertTrue(report.log.contains("--autoquit time reached, shutting down"), report.log)
    XCTAssertGreaterThan(report.requests("/index.html"), 4)
  }

  func testAPageThatCannotBeServed() throws {
    let (first, address) = try startPage()
    let port = try XCTUnwrap(address.split(separator: ":").last)
    let second = try ProcessRun(
      "katydid", ["--web-host", "127.0.0.1", "--web-port", String(port)], files: ["locustfile.py": WebPageTests.spec])
    let report = finish(second)
    XCTAssertEqual(report.status, 1)
    XCTAssertTrue(report.log.contains("Address already in use"), report.log)
    XCTAssertFalse(report.log.contains("Aggregated"), report.log)
    first.signalGroup(SIGTERM)
    XCTAssertEqual(finish(first).status, 0)
  }

  func testThePageInABrowser() throws {
    for program in ["chromium", "chromedriver"] {
      guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)") else {
        throw XCTSkip("\(program) is not installed; 'make setup-test' does that")
      }
    }
    // Pictures stay, to be looked at.
    let pictures = Self.root.appendingPathComponent(".build/pictures").path
    let result = try ProcessRun(
      "/usr/bin/env",
      [
        "python3", Self.script("journey.py"), ProcessRun.products.appendingPathComponent("katydid").path, "--pictures",
        pictures,
      ]
    ).finish(within: 240)
    XCTAssertEqual(result.status, 0, result.output + result.errors)
  }
}
