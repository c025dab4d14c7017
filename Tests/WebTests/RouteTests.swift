import Foundation
import Web
import XCTest

/// Locust's routes, asked as scripts ask them.
final class RouteTests: WebTestCase {
  func testTheFiguresHaveLocustsKeys() async throws {
    var snapshot = Snapshot()
    snapshot.state = "running"
    snapshot.userCount = 7
    snapshot.currentPercentiles = [0.5: 12, 0.95: nil]
    var row = Snapshot.Entry(name: "/a", method: "GET")
    row.requests = 5
    row.failures = 1
    row.quantiles = Array(1...11)
    var total = Snapshot.Entry(name: "Aggregated", method: "")
    total.requests = 5
    total.failures = 1
    snapshot.entries = [row, total]
    snapshot.errors = [Snapshot.Failure(name: "/a", method: "GET", error: "boom", occurrences: 1)]
    let room = FakeRoom()
    room.snapshot = snapshot
    let server = try await start(room)
    let answer = try await server.get("/stats/requests")
    let object = try XCTUnwrap(JSONSerialization.jsonObject(with: answer.data) as? [String: Any])
    XCTAssertEqual(object["state"] as? String, "running")
    XCTAssertEqual(object["user_count"] as? Int, 7)
    XCTAssertEqual(object["fail_ratio"] as? Double, 0.2)
    let rows = try XCTUnwrap(object["stats"] as? [[String: Any]])
    XCTAssertEqual(rows.map { $0["name"] as? String }, ["/a", "Aggregated"])
    XCTAssertEqual(rows[0]["num_requests"] as? Int, 5)
    // The percentiles that the spec wants: 50 66 75 80 90 95 98 99 99.9 99.99 100.
    XCTAssertEqual(rows[0]["response_time_percentile_0.9"] as? Int, 5)
    XCTAssertEqual(rows[0]["response_time_percentile_0.999"] as? Int, 9)
    XCTAssertNil(rows[0]["response_time_percentile_0.95"])
    let percentiles = try XCTUnwrap(object["current_response_time_percentiles"] as? [String: Any])
    XCTAssertEqual(percentiles["response_time_percentile_0.5"] as? Int, 12)
    XCTAssertTrue(percentiles["response_time_percentile_0.95"] is NSNull)
    XCTAssertEqual((object["errors"] as? [[String: Any]])?.first?["occurrences"] as? Int, 1)
  }

  func testTheSetupHasPercentilesAndClasses() async throws {
    let server = try await start(FakeRoom())
    let answer = try await server.get("/api/v1/setup")
    let setup = try XCTUnwrap(JSONSerialization.jsonObject(with: answer.data) as? [String: Any])
    let percentiles = try XCTUnwrap(setup["percentiles"] as? [String: [Double]])
    XCTAssertEqual(percentiles["statistics"], [0.9, 0.999])
    XCTAssertEqual(percentiles["charted"], [0.5, 0.98])
    XCTAssertEqual(percentiles["lines"], [0.5, 0.75, 0.9, 0.95, 0.98, 0.99])
    let classes = try XCTUnwrap(setup["class_settings"] as? [[String: Any]])
    XCTAssertEqual(classes.first?["name"] as? String, "Visitor")
    XCTAssertEqual(classes.first?["fixed_count"] as? Int, 0)
    XCTAssertEqual(classes.first?["all_tasks"] as? [String], ["look", "buy"])
  }

  func testSwarmStopAndReset() async throws {
    let room = FakeRoom()
    let server = try await start(room)
    let started = try await server.post(
      "/swarm",
      "user_count=20&spawn_rate=2.5&host=http%3A%2F%2Fx%2F%3Cb%3E&run_time=1m30s&user_classes=Visitor&token=t+1")
    XCTAssertTrue(started.text.contains("\"success\":true"), started.text)
    let request = try XCTUnwrap(room.requests.first)
    XCTAssertEqual(request.users, 20)
    XCTAssertEqual(request.spawnRate, 2.5)
    XCTAssertEqual(request.host, "http://x/b")
    XCTAssertEqual(request.runTime, 90)
    XCTAssertEqual(request.userClasses, ["Visitor"])
    XCTAssertEqual(request.custom["token"], ["t 1"])
    for wrong in ["user_count=x&spawn_rate=1", "user_count=1&spawn_rate=0", "user_count=1&spawn_rate=1&run_time=soon"] {
      let refused = try await server.post("/swarm", wrong)
      XCTAssertEqual(refused.status, 200)
      XCTAssertTrue(refused.text.contains("\"success\":false"), refused.text)
    }
    XCTAssertEqual(room.requests.count, 1)
    let stopped = try await server.post("/stop")
    XCTAssertTrue(stopped.text.contains("Test stopped"))
    let reset = try await server.post("/stats/reset")
    XCTAssertEqual(reset.text, "ok")
    XCTAssertEqual(room.stops, 1)
    XCTAssertEqual(room.resets, 1)
    let get = try await server.get("/stop")
    XCTAssertEqual(get.status, 405)
  }

  func testDownloads() async throws {
    let server = try await start(FakeRoom())
    let csv = try await server.get("/stats/requests/csv")
    XCTAssertEqual(csv.text, "Type,Name\r\nrequests,x\r\n")
    XCTAssertTrue(csv.headers["Content-Disposition"]?.contains("_spec.py__requests.csv") ?? false, "\(csv.headers)")
    let report = try await server.get("/stats/report?theme=dark")
    XCTAssertTrue(report.text.contains("report dark"))
    let exceptions = try await server.get("/exceptions/csv")
    XCTAssertEqual(exceptions.status, 200)
  }

  func testThePageAsksForNothingElsewhere() async throws {
    let server = try await start(FakeRoom(), basePath: "/load")
    let page = try await server.get("/load/")
    XCTAssertTrue(page.text.contains("src=\"/load/assets/app.js\""))
    for name in [
      "api.js", "app.js", "chart.js", "charts.js", "diff.js", "editor.js", "form.js", "heatmap.js", "python.js",
      "spec.js",
      "table.js", "views.js", "style.css", "icon.svg",
    ] {
      let asset = try await server.get("/load/assets/\(name)")
      XCTAssertEqual(asset.status, 200, name)
      XCTAssertFalse(asset.text.replacing("http://www.w3.org/2000/svg", with: "").contains("http"), name)
    }
    XCTAssertTrue(page.headers["Content-Security-Policy"]?.contains("script-src 'self'") ?? false)
    for path in ["/load/assets/../Package.swift", "/load/assets/%2e%2e%2fPackage.swift", "/load/assets/nothing", "/"] {
      let answer = try await server.get(path)
      XCTAssertEqual(answer.status, 404, path)
    }
  }

  func testMetricsAreEscaped() async throws {
    let room = FakeRoom()
    var snapshot = Snapshot()
    var row = Snapshot.Entry(name: "a\"b\\c\nd", method: "GET")
    row.requests = 3
    snapshot.entries = [row, Snapshot.Entry(name: "Aggregated", method: "")]
    room.snapshot = snapshot
    let server = try await start(room)
    let metrics = try await server.get("/metrics")
    XCTAssertTrue(
      metrics.text.contains("katydid_requests_total{name=\"a\\\"b\\\\c\\nd\",method=\"GET\"} 3.0\n"), metrics.text)
  }

  func testBodiesThatAreTooLargeAreRefused() async throws {
    let server = try await start(FakeRoom())
    let answer = try await server.post("/swarm", "host=" + String(repeating: "x", count: 200_000))
    XCTAssertEqual(answer.status, 413)
  }

  func testPagesAreSentWhatHasChanged() throws {
    let feed = Feed()
    func text(_ number: Int, _ snapshot: Snapshot) -> (String, Int) {
      let next = feed.events(after: number, snapshot)
      return (next.events.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n"), next.number)
    }
    var snapshot = Snapshot()
    var row = Snapshot.Entry(name: "/a", method: "GET")
    row.requests = 1
    let quiet = Snapshot.Entry(name: "/quiet", method: "GET")
    snapshot.entries = [quiet, row]
    let (first, number) = text(0, snapshot)
    XCTAssertTrue(first.contains("/quiet") && first.contains("\"reset\":true"), first)
    XCTAssertEqual(text(number, snapshot).0, "")
    snapshot.entries[1].requests = 2
    snapshot.version += 1
    let (second, next) = text(number, snapshot)
    XCTAssertTrue(second.contains("\"/a\"") && second.contains("\"reset\":false"), second)
    XCTAssertFalse(second.contains("/quiet"))
    // Another page, which knows nothing.
    XCTAssertTrue(text(0, snapshot).0.contains("/quiet"))
    snapshot.entries = [quiet]
    snapshot.version += 1
    XCTAssertTrue(text(next, snapshot).0.contains("\"reset\":true"))
    XCTAssertNotNil(try? JSONSerialization.jsonObject(with: Data(second.utf8)))
  }
}
