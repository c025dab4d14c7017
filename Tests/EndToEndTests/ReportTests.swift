import Foundation
import ProcessRun
import XCTest

/// What a run leaves behind: thresholds, the summary, the HTML report, and test results for CI servers.
final class ReportTests: KatydidTestCase {
  private static let spec = """
    from locust import HttpUser, task, constant

    class Visitor(HttpUser):
        wait_time = constant(0.02)

        @task(3)
        def home(self):
            self.client.get("/index.html", name="home")

        @task
        def lost(self):
            self.client.get("/status/404", name="lost")
    """

  private func json(_ run: ProcessRun, _ file: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(run.file(file).utf8))
    return try XCTUnwrap(value as? [String: Any])
  }

  func testThresholdsDecideTheStatus() throws {
    let run = try ProcessRun(
      "katydid",
      [
        "--headless", "--host", host, "-u", "4", "-r", "10", "-t", "2s", "--exit-code-on-error", "0",
        "--threshold", "home:p95<1s", "--threshold", "lost:failures<1%", "--threshold", "hom:rps>1",
        "--threshold", "timer error:p50<1s", "--junit-xml", "out/junit.xml", "--summary-export", "out/summary.json",
        "--html", "out/report.html",
      ], files: ["locustfile.py": ReportTests.spec])
    let report = finish(run)
    XCTAssertEqual(report.status, 3, report.log)
    XCTAssertTrue(report.log.contains("Threshold missed: lost:failures<1% (100.00 %)"), report.log)
    XCTAssertTrue(report.log.contains("Threshold missed: hom:rps>1 (nothing was measured)"), report.log)
    XCTAssertTrue(report.log.contains(#/home:p95<1s +kept +[\d.]+ ms/#), report.log)
    XCTAssertTrue(report.log.contains(#/lost:failures<1% +MISSED +100\.00 %/#), report.log)

    XCTAssertTrue(run.file("out/junit.xml").contains("tests=\"4\" failures=\"2\""), run.file("out/junit.xml"))

    let summary = try json(run, "out/summary.json")
    XCTAssertEqual(summary["exit_code"] as? Int, 3)
    XCTAssertEqual(summary["users"] as? Int, 4)
    XCTAssertEqual(summary["run_time"] as? Double, 2)
    XCTAssertEqual(summary["host"] as? String, host)
    let thresholds = try XCTUnwrap(summary["thresholds"] as? [[String: Any]])
    XCTAssertEqual(thresholds.map { $0["kept"] as? Bool }, [true, false, false, true])
    XCTAssertNil(thresholds[2]["measured"])
    let metrics = try XCTUnwrap(summary["metrics"] as? [[String: Any]])
    let timers = try XCTUnwrap(metrics.first { $0["name"] as? String == "timer error" })
    XCTAssertNotNil((timers["percentiles"] as? [String: Double])?["0.99"])
    let entries = try XCTUnwrap(summary["entries"] as? [[String: Any]])
    XCTAssertEqual(entries.map { $0["name"] as? String }, ["home", "lost"])
    let total = try XCTUnwrap(summary["total"] as? [String: Any])
    XCTAssertEqual(
      total["requests"] as? Int, entries.reduce(0) { $0 + ($1["requests"] as? Int ?? 0) })
    XCTAssertNotNil((total["percentiles_ms"] as? [String: Double])?["0.95"])

    let html = run.file("out/report.html")
    for part in ["<h2>Thresholds</h2>", "lost:failures&lt;1%", ">missed<", "<dt>Users</dt><dd>4</dd>"] {
      XCTAssertTrue(html.contains(part), part)
    }
  }

  func testAThresholdAbortsTheRun() throws {
    let run = try ProcessRun(
      "katydid",
      [
        "--headless", "--host", host, "-u", "2", "-t", "60s", "--threshold", "requests<10000000",
        "--threshold", "lost:failures<1% abort after 1s",
      ], files: ["locustfile.py": ReportTests.spec])
    let report = finish(run)
    XCTAssertEqual(report.status, 3, report.log)
    XCTAssertTrue(
      report.log.contains("Threshold missed: lost:failures<1% (100.00 %); aborting the test"), report.log)
    XCTAssertGreaterThan(report.requests("home"), 0)
  }

  func testWrongThresholdsAreRefused() throws {
    for (options, part) in [
      (["--threshold", "p95<fast"], "'p95<fast' is no threshold. Thresholds are such as 'p95<200ms'"),
      (["--threshold", "p95<1s", "--junit-xml", "/proc/none/x"], "can't write '/proc/none/x'"),
      (["--junit-xml", "x.xml"], "--junit-xml needs a --threshold"),
    ] {
      let run = try ProcessRun(
        "katydid", ["--headless", "--host", host, "-t", "1s"] + options, files: ["locustfile.py": ReportTests.spec])
      let report = finish(run)
      XCTAssertTrue([1, 2].contains(report.status), "\(options): \(report.log)")
      XCTAssertTrue(report.log.contains(part), report.log)
    }
  }

  func testSwapsAreInTheReports() throws {
    let run = try ProcessRun(
      "katydid",
      [
        "--headless", "--host", host, "-u", "3", "-r", "10", "-t", "5s", "--exit-code-on-error", "0",
        "--summary-export", "summary.json", "--html", "report.html",
      ], files: ["locustfile.py": ReportTests.spec])
    XCTAssertTrue(run.wait { $0.errors.contains("All users spawned") }, run.errors)
    usleep(1_500_000)
    try run.replace("locustfile.py", with: ReportTests.spec.replacingOccurrences(of: "\"home\"", with: "\"hall\""))
    let report = finish(run)
    XCTAssertEqual(report.status, 0, report.log)
    let swaps = try XCTUnwrap(try json(run, "summary.json")["swaps"] as? [[String: Any]])
    XCTAssertEqual(swaps.count, 1)
    XCTAssertEqual(swaps[0]["version"] as? Int, 2)
    XCTAssertEqual(swaps[0]["users"] as? Int, 3)
    XCTAssertEqual(swaps[0]["by"] as? String, "a change of the files")
    XCTAssertGreaterThan(try XCTUnwrap(swaps[0]["duration_ms"] as? Double), 0)
    let html = run.file("report.html")
    XCTAssertTrue(html.contains("<h2>Versions of the spec</h2>"))
    for part in ["under version 1</h2>", "under version 2</h2>"] { XCTAssertTrue(html.contains(part), part) }
    XCTAssertTrue(html.contains("<title>version 2</title>"), "the charts show when it came")
  }
}
