import Foundation
import ProcessRun
import XCTest

/// Swarms of which one half is the real Locust.
final class SwarmLocustTests: SwarmTestCase {
  private static let mixed = """
    from locust import HttpUser, task, constant

    class Alpha(HttpUser):
        wait_time = constant(0.05)

        @task(4)
        def good(self):
            self.client.get("/json")

        @task
        def bad(self):
            self.client.get("/status/404", name="it's bad")

        @task
        def broken(self):
            raise ValueError("oh no")
    """

  /// Locust as `make setup-test` installs it.
  private func locust() throws -> String {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../.build-locust/bin/locust"
    ).standardizedFileURL.path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw XCTSkip("Locust is not installed; 'make setup-test' does that")
    }
    return path
  }

  private func startLocust(_ arguments: String, spec: Bool) throws -> ProcessRun {
    try ProcessRun(
      locust(), arguments.split(separator: " ").map(String.init),
      files: spec ? ["locustfile.py": SwarmLocustTests.mixed] : [:])
  }

  private func check(_ report: Report, file: StaticString = #filePath, line: UInt = #line) {
    XCTAssertEqual(report.status, 1, report.log, file: file, line: line)
    XCTAssertGreaterThan(report.requests("/json"), 100, report.log, file: file, line: line)
    let bad = report.rows["it's bad"]
    XCTAssertEqual(bad?.failures, bad?.requests, file: file, line: line)
    XCTAssertGreaterThan(bad?.requests ?? 0, 10, file: file, line: line)
    XCTAssertEqual(report.rows["/json"]?.failures, 0, file: file, line: line)
    XCTAssertEqual(report.failures.values.first, bad?.requests, report.log, file: file, line: line)
  }

  func testAWorkerUnderLocustsMaster() throws {
    let port = SwarmLocustTests.makeClosedPort()
    let master = try startLocust(
      "--headless --master --master-bind-host 127.0.0.1 --master-bind-port \(port) --expect-workers 1 -u 10 -r 10 -t 4s "
        + "--only-summary --host \(host)", spec: true)
    let worker = try startWorker(of: Int(port), "-f -")
    let ended = master.finish(within: 30)
    XCTAssertEqual(worker.finish().status, 0)
    check(Report(ended))
    XCTAssert(ended.errors.contains("All users spawned: {\"Alpha\": 10} (10 total users)"), ended.errors)
  }

  func testLocustsWorkerUnderOurMaster() throws {
    let before = try counted()
    let master = try startMaster(SwarmLocustTests.mixed, "--expect-workers 1 -u 10 -r 10 -t 4s")
    let worker = try startLocust("--worker -f - --master-port \(master.port)", spec: false)
    let ended = master.run.finish(within: 30)
    XCTAssertEqual(worker.finish().status, 0)
    let report = Report(ended)
    check(report)
    let sum = report.requests("/json") + report.requests("it's bad")
    let served = try counted() - before - 1
    XCTAssert((sum...sum + 10).contains(served), "\(served) were served, \(sum) reported")
    XCTAssert(report.exceptions.contains { $0.contains("oh no") }, report.log)
  }

  private func curl(_ words: String...) throws -> String {
    try ProcessRun("/usr/bin/curl", ["-s", "-S"] + words).finish().output
  }

  func testAWorkerUnderLocustsWebMaster() throws {
    let port = SwarmLocustTests.makeClosedPort()
    let web = "http://127.0.0.1:\(SwarmLocustTests.makeClosedPort())"
    let master = try startLocust(
      "--master --master-bind-host 127.0.0.1 --master-bind-port \(port) --web-host 127.0.0.1 "
        + "--web-port \(web.split(separator: ":").last ?? "") --host \(host)", spec: true)
    let worker = try startWorker(of: Int(port), "-f -")
    XCTAssert(master.wait { $0.errors.contains("1 workers connected") }, master.errors)
    /// What the page shows of each name.
    func requests() throws -> [String: Int] {
      let answer = try JSONSerialization.jsonObject(with: Data(curl("\(web)/stats/requests").utf8)) as? [String: Any]
      let rows = answer?["stats"] as? [[String: Any]] ?? []
      return Dictionary(
        rows.map { ($0["name"] as? String ?? "", $0["num_requests"] as? Int ?? 0) }, uniquingKeysWith: +)
    }
    var seen: [String: Int] = [:]
    func waitFor(_ name: String) {
      XCTAssert(
        master.wait { _ in
          seen = (try? requests()) ?? [:]
          return seen[name] ?? 0 > 20
        }, "\(name) is missing: \(seen)\n\(master.errors)\n\(worker.errors)")
    }
    _ = try curl("-d", "user_count=10", "-d", "spawn_rate=10", "\(web)/swarm")
    waitFor("it's bad")
    XCTAssert(try curl("\(web)/exceptions").contains("oh no"))
    _ = try curl("-X", "POST", "\(web)/stop")
    XCTAssert(
      master.wait { _ in (try? curl("\(web)/stats/requests").contains("stopped")) ?? false }, master.errors)
    // What the page's dialogue of a user class sends.
    _ = try curl(
      "-H", "Content-Type: application/json", "-d", "{\"user_class_name\": \"Alpha\", \"tasks\": [\"good\"]}",
      "\(web)/user")
    _ = try curl("-d", "user_count=4", "-d", "spawn_rate=10", "\(web)/swarm")
    let isChanged = master.wait { _ in
      seen = (try? requests()) ?? [:]
      return seen["/json"] ?? 0 > 20 && seen["it's bad"] == nil
    }
    XCTAssert(isChanged, "\(seen)\n\(worker.errors)")
    _ = try curl("-X", "POST", "\(web)/stop")
    kill(master.pid, SIGTERM)
    _ = master.finish()
    XCTAssertEqual(worker.finish().status, 0, worker.errors)
  }
}
