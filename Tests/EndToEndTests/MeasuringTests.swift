import Foundation
import ProcessRun
import XCTest

/// What is measured beyond Locust's numbers, and how it gets into the console, the HTML report and the JSON file.
final class MeasuringTests: KatydidTestCase {
  /// A run with an HTML report and JSON on standard output, and the report.
  private func measure(_ spec: String, _ options: String) throws -> (
    report: Report, html: String, json: [[String: Any]]
  ) {
    let page = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-\(UUID().uuidString).html")
    defer { try? FileManager.default.removeItem(at: page) }
    let report = try run(spec, "\(options) --html \(page.path) --json --only-summary")
    let text = report.result.output.drop { $0 != "[" }
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
    return (report, try String(contentsOf: page, encoding: .utf8), json)
  }

  /// The cells of the line of a console table that begins with some words.
  private func cells(_ start: String, _ report: Report) -> [String] {
    let line = report.log.components(separatedBy: "\n").last {
      $0.split(separator: " ").joined(separator: " ").hasPrefix(start + " ")
    }
    return line?.split(separator: " ").map(String.init) ?? []
  }

  func testMetricsAndChecks() throws {
    let spec = """
      from locust import User, task, constant
      from katydid import check, metrics

      sold = metrics.Counter("sold")
      stock = metrics.Gauge("stock")
      size = metrics.Trend("size", is_time=True)
      lucky = metrics.Rate("lucky")

      class Buyer(User):
          fixed_count = 2
          wait_time = constant(10)

          @task
          def buy(self):
              sold.add(3)
              stock.add(7)
              for value in range(1, 101):
                  size.add(value)
                  lucky.add(value % 4 == 0)
              check("always", True)
              check("never", lambda: 1 == 2)
      """
    let (report, html, json) = try measure(spec, "-u 2 -r 10 -t 1s --processes 2")
    // Both workers' values are added up; percentiles are 1 % off at most.
    XCTAssertEqual(cells("counter sold", report), ["counter", "sold", "2", "6"])
    XCTAssertEqual(cells("gauge stock", report), ["gauge", "stock", "2", "7", "7", "7"])
    XCTAssertEqual(cells("rate lucky", report), ["rate", "lucky", "200", "25.00%"])
    let trend = cells("trend size (ms)", report)
    XCTAssertEqual(trend.prefix(7), ["trend", "size", "(ms)", "200", "50.50", "1", "100"])
    let shares = trend.dropFirst(7).compactMap(Double.init)
    for (got, wanted) in zip(shares, [50.0, 95, 99]) { XCTAssertEqual(got, wanted, accuracy: wanted * 0.02) }
    XCTAssertEqual(shares.count, 3)
    XCTAssertEqual(cells("ok always", report), ["ok", "always", "2", "0", "100.00%"])
    XCTAssertEqual(cells("FAILED never", report), ["FAILED", "never", "0", "2", "0.00%"])
    // A check that has failed fails no run.
    XCTAssertEqual(report.status, 0)

    for text in ["<h2>Metrics</h2>", "<td>sold</td>", "<h2>Checks</h2>", "<td>never</td>"] {
      XCTAssertTrue(html.contains(text), text)
    }
    XCTAssertEqual(
      json.map { $0["name"] as? String ?? "" }.sorted(), ["always", "lucky", "never", "size", "sold", "stock"])
    for entry in json {
      XCTAssertEqual(entry["num_requests"] as? Int, 0)
      XCTAssertNotNil(entry["response_times"] as? [String: Int])
    }
    let sold = json.first { $0["name"] as? String == "sold" }?["katydid"] as? [String: Any]
    XCTAssertEqual((sold?["metric"] as? [String: Any])?["sum"] as? Double, 6)
  }

  func testMetricsAndChecksAsCSV() throws {
    let spec = """
      from locust import User, task, constant
      from katydid import check, metrics

      class Buyer(User):
          wait_time = constant(10)

          @task
          def buy(self):
              metrics.Counter("sold, in all").add(3)
              metrics.Gauge("stock").add(7)
              metrics.Trend("size", is_time=True).add(4)
              metrics.Rate("lucky").add(True)
              check("always", True)
              check("half", True)
              check("half", False)
      """
    let run = try start(spec, "-u 1 -t 2s --csv out --only-summary")
    let report = finish(run)
    XCTAssertEqual(report.status, 0, report.log)
    let metrics = CSVTable(run.file("out_metrics.csv"))
    XCTAssertEqual(metrics.head.prefix(8), ["Kind", "Name", "Unit", "Count", "Value", "Min", "Max", "50%"])
    XCTAssertEqual(metrics.head.last, "100%")
    XCTAssertEqual(
      metrics.lines(of: ["Kind", "Name", "Unit", "Count", "Value", "Min", "Max"]),
      """
      counter | sold, in all |  | 1 | 3.0 |  | \("")
      gauge | stock |  | 1 | 7.0 | 7.0 | 7.0
      rate | lucky |  | 1 | 1.0 |  | \("")
      trend | size | ms | 1 | 4.0 | 4.0 | 4.0
      """)
    let checks = CSVTable(run.file("out_checks.csv"))
    XCTAssertEqual(
      checks.lines(of: ["Name", "Passed", "Failed", "Share"]), "always | 1 | 0 | 1.0\nhalf | 1 | 1 | 0.5")
    // Locust's files stay its own, and a run without metrics has neither of these.
    let plain = try start(
      "from locust import User, task\n\nclass V(User):\n    @task\n    def t(self): self.environment.runner.quit()\n",
      "-u 1 -t 5s --csv out --only-summary")
    XCTAssertEqual(finish(plain).status, 0)
    XCTAssertEqual(plain.file("out_metrics.csv") + plain.file("out_checks.csv"), "")
    XCTAssertTrue(plain.file("out_stats.csv").hasPrefix("Type,Name,"))
  }

  func testStepsOfRequests() throws {
    let spec = """
      from locust import HttpUser, task, constant

      class Visitor(HttpUser):
          host = "\(secureHost)"
          wait_time = constant(0.02)

          def on_start(self):
              self.client.verify = False

          @task
          def wait(self):
              self.client.get("/delay/0.05", name="waits")
              steps = self.client.get("/json", name="fast").timing
              assert steps["wait"] > 0, steps
      """
    // The users' own host counts: the command line's is that of plain HTTP.
    let (report, html, json) = try measure(spec, "-u 3 -r 10 -t 2s --host \(secureHost)")
    let head = report.log.components(separatedBy: "\n").first { $0.contains("First byte") } ?? ""
    XCTAssertNotNil(head.firstMatch(of: /DNS +Connect +TLS +Send +First byte +Receive +# new/), report.log)
    let section = report.log.components(separatedBy: "Steps of the requests").last ?? ""
    let waits = try XCTUnwrap(section.components(separatedBy: "\n").first { $0.contains(" waits ") })
      .split(separator: " ").map(String.init)
    XCTAssertEqual(waits.count, 9, "\(waits)")
    XCTAssertGreaterThan(Double(waits[4]) ?? 0, 0.1, "a TLS handshake takes some time")
    XCTAssertEqual(Double(waits[6]) ?? 0, 50, accuracy: 30, "the server waits 50 ms")
    XCTAssertEqual(waits[8], "3", "each user has one connection")
    let fast = try XCTUnwrap(section.components(separatedBy: "\n").first { $0.contains(" fast ") })
      .split(separator: " ").map(String.init)
    XCTAssertEqual(Array(fast[2...4]), ["-", "-", "-"], "kept connections have no such steps")

    XCTAssertTrue(html.contains("<h2>Steps of the requests (mean ms)</h2>"))
    let entry = json.first { $0["name"] as? String == "waits" }
    let steps = (entry?["katydid"] as? [String: Any])?["steps"] as? [String: [String: Double]]
    XCTAssertEqual(steps?["tls"]?["count"], 3)
    XCTAssertEqual(steps?["wait"]?["mean"] ?? 0, 50, accuracy: 30)
  }

  /// A server that stalls once: a user who is to ask every 50 ms has it seen once, those who were not asked are put back.
  func testTimesFromTheIntendedStart() throws {
    let spec = """
      from locust import HttpUser, task, constant_pacing, constant

      class Paced(HttpUser):
          fixed_count = 1
          wait_time = constant_pacing(0.05)
          asked = 0

          @task
          def ask(self):
              self.asked += 1
              self.client.get("/delay/1" if self.asked == 5 else "/json", name="paced")

      class Free(HttpUser):
          fixed_count = 1
          wait_time = constant(0.1)

          @task
          def ask(self):
              self.client.get("/json", name="free")
      """
    let (report, html, json) = try measure(spec, "-u 2 -r 10 -t 3s")
    let entry = json.first { $0["name"] as? String == "paced" }
    let asked = try XCTUnwrap(entry?["num_requests"] as? Int)
    let times = (entry?["katydid"] as? [String: Any])?["intended_response_times"] as? [String: Int]
    let starts = try XCTUnwrap(times?["count"], report.log)
    // 60 starts were intended in 3 s; the first is not known to be paced yet.
    XCTAssertLessThan(asked, 48)
    XCTAssertGreaterThan(starts, asked + 12)
    XCTAssertLessThanOrEqual(starts, 61)
    // Most of the second's twenty starts met more than 90 ms; of the requests that were sent one did.
    let sent = cells("GET paced", report)
    XCTAssertGreaterThan(times?["90"] ?? 0, 500)
    XCTAssertFalse(sent.isEmpty)
    XCTAssertNil(
      json.first { $0["name"] as? String == "free" }.flatMap {
        ($0["katydid"] as? [String: Any])?["intended_response_times"]
      })
    XCTAssertTrue(report.log.contains("Response times from the intended start"))
    XCTAssertTrue(html.contains("<h2>Response times from the intended start"))
  }

  func testReportSettings() throws {
    let spec = """
      import locust.stats
      from locust import HttpUser, task, constant
      from locust.stats import RequestStats, StatsEntry

      locust.stats.CONSOLE_STATS_INTERVAL_SEC = 0.5
      locust.stats.PERCENTILES_TO_REPORT = [0.5, 0.975, 0.9999]
      locust.stats.PERCENTILES_TO_CHART = [0.25, 0.75, 0.99]

      class Visitor(HttpUser):
          wait_time = constant(0.05)

          @task
          def ask(self):
              self.client.get("/json")
              assert isinstance(self.environment.stats, RequestStats)
              assert isinstance(self.environment.stats.total, StatsEntry)
      """
    let page = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-\(UUID().uuidString).html")
    defer { try? FileManager.default.removeItem(at: page) }
    let report = try run(spec, "-u 1 -t 3s --html \(page.path)")
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertNotNil(report.log.firstMatch(of: /Type +Name +50% +97\.5% +99\.99% +# reqs/))
    XCTAssertGreaterThanOrEqual(report.log.components(separatedBy: "# fails").count - 1, 5)
    let html = try String(contentsOf: page, encoding: .utf8)
    for name in ["25th percentile", "75th percentile", "99th percentile"] { XCTAssertTrue(html.contains(name), name) }
    let wrong = try run(spec.replacingOccurrences(of: "0.25, 0.75", with: "0, 2"), "-u 1 -t 2s")
    XCTAssertEqual(wrong.status, 1)
    XCTAssertTrue(wrong.log.contains("stats.PERCENTILES_TO_CHART must be a list of numbers between 0 and 1"), wrong.log)
  }

  /// As in Locust, a run in one process has one node, whatever runs behind it.
  func testExceptionsOfALocalRun() throws {
    let prefix = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-\(UUID().uuidString)").path
    defer {
      for ending in ["stats", "stats_history", "failures", "exceptions"] {
        try? FileManager.default.removeItem(atPath: "\(prefix)_\(ending).csv")
      }
    }
    let spec = """
      from locust import User, task, constant

      class Broken(User):
          wait_time = constant(10)

          @task
          def fail(self):
              raise ValueError("on purpose")
      """
    _ = try run(spec, "-u 2 -r 10 -t 1s --csv \(prefix)")
    let rows = try String(contentsOfFile: "\(prefix)_exceptions.csv", encoding: .utf8)
    XCTAssertTrue(rows.hasPrefix("Count,Message,Traceback,Nodes\r\n2,on purpose,"), rows)
    XCTAssertTrue(rows.hasSuffix(",local\r\n"), rows)
  }
}
