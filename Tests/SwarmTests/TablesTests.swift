import Runtime
import Swarm
import XCTest

/// The console's tables, byte for byte as Locust prints them for the same requests.
final class TablesTests: XCTestCase {
  /// The same sequence of numbers in Locust's process, which made `TableFacts`, and in this one.
  private struct Numbers {
    private var state: UInt64 = 1

    mutating func next(below limit: Int) -> Int {
      state = (state &* 1_103_515_245 &+ 12345) & 0x7fff_ffff
      return Int(state >> 8) % limit
    }
  }

  private static let start = 1_700_000_000.25

  private static func empty(_ method: String, _ name: String) -> EntryReport {
    EntryReport(
      key: RequestKey(method: method, name: name), requests: 0, requestsWithoutTime: 0, failures: 0, contentLength: 0,
      nanoseconds: 0, shortest: nil, longest: 0, startTime: start, lastRequestTimestamp: nil,
      requestsPerSecond: SecondCounts(), failuresPerSecond: SecondCounts(), latencies: [])
  }

  private static func makeStatistics() -> Statistics {
    var entries = [
      empty("GET", "/"), empty("POST", "/login"),
      empty("GET", "/a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1"), empty("", "custom"),
      empty("PUT", "/größe"),
    ]
    var failures: [FailureReport] = []
    func fail(_ entry: inout EntryReport, _ error: String, at time: Double) {
      entry.failures += 1
      entry.failuresPerSecond.add(1, in: UInt32(time))
      failures.append(
        FailureReport(key: entry.key, error: error, occurrences: 1, firstSeen: time, lastSeen: time))
    }
    var numbers = Numbers()
    var now = start
    for round in 0..<3000 {
      now = start + Double(round) * 0.0123
      let index = round % 3 == 0 ? 0 : numbers.next(below: 5)
      let magnitude = numbers.next(below: 5)
      let limit = (0..<3 + magnitude).reduce(1) { power, _ in power * 10 }
      let microseconds = UInt64(numbers.next(below: limit) + 1)
      entries[index].requests += 1
      entries[index].contentLength += numbers.next(below: 2000)
      entries[index].nanoseconds += microseconds * 1000
      entries[index].shortest = min(entries[index].shortest ?? .max, microseconds * 1000)
      entries[index].longest = max(entries[index].longest, microseconds * 1000)
      entries[index].lastRequestTimestamp = now
      entries[index].requestsPerSecond.add(1, in: UInt32(now))
      entries[index].latencies.append(LatencyCount(microseconds: microseconds, count: 1))
      if numbers.next(below: 20) == 0 {
        let errors = [
          "HTTPError('404 Client Error: Not Found for url: /x')", "CatchResponseError('no wings')",
        ]
        fail(&entries[index], errors[numbers.next(below: 2)], at: now)
      }
    }
    var timeless = empty("GET", "/no-time")
    timeless.requests = 1
    timeless.requestsWithoutTime = 1
    timeless.contentLength = 5
    timeless.lastRequestTimestamp = now
    timeless.requestsPerSecond.add(1, in: UInt32(now))
    var broken = empty("WS", "/none")
    fail(&broken, "OSError('gone')", at: now)
    var report = StatisticsReport()
    report.entries = entries + [timeless, broken]
    report.failures = failures
    let statistics = Statistics()
    statistics.merge(report, from: "h_0")
    return statistics
  }

  func testTablesAreLocusts() {
    var facts: [String: [String]] = [:]
    var title = ""
    for ended in TableFacts.text.components(separatedBy: "\n") {
      let line = String(ended.dropLast())
      if line.hasPrefix("@") { title = String(line.dropFirst()) } else { facts[title, default: []].append(line) }
    }
    let statistics = TablesTests.makeStatistics()
    for (name, terminal) in [("80", nil), ("80", 200), ("20", 100), ("0", 80), ("0", 40)] as [(String, Int?)] {
      let tables = Tables(statistics, terminalWidth: terminal)
      let place = "a terminal of \(terminal.map(String.init) ?? "unknown") columns"
      // Locust prints an empty line after each table, too; the error report has its own.
      XCTAssertEqual(tables.requests(isFinal: false), (facts["\(name) current"] ?? []) + [""], place)
      XCTAssertEqual(tables.requests(isFinal: true), (facts["\(name) total"] ?? []) + [""], place)
      XCTAssertEqual(tables.percentiles(), (facts["\(name) percentiles"] ?? []) + [""], place)
      XCTAssertEqual(tables.failures(), facts["\(name) errors"], place)
    }
  }

  func testWithoutRequests() {
    let tables = Tables(Statistics(), terminalWidth: 80)
    let requests = tables.requests(isFinal: true)
    XCTAssertEqual(requests.count, 5)
    XCTAssertEqual(
      requests[3], "         Aggregated       0     0(0.00%) |      0       0       0      0 |    0.00        0.00")
    XCTAssertEqual(tables.percentiles().count, 5)
    XCTAssertEqual(tables.failures(), [])
    XCTAssertEqual(tables.exceptions(), [])
  }

  func testExceptionsAreListedWithTracebackAndWorkers() {
    let statistics = Statistics()
    for node in ["h_1", "h_0", "h_1"] {
      statistics.recordException(message: "no wings", traceback: "Traceback:\n  File \"x.py\"\n", node: node)
    }
    let lines = Tables(statistics, terminalWidth: nil).exceptions()
    XCTAssertEqual(lines.prefix(2), ["Exception report", "# occurrences      Exception"])
    XCTAssertEqual(lines[3], "3                  no wings (on h_0, h_1)")
    XCTAssertEqual(lines[4], "                   Traceback:")
    XCTAssertEqual(lines[5], "                     File \"x.py\"")
  }

  func testJSONIsWhatPythonReads() throws {
    let statistics = TablesTests.makeStatistics()
    let value = try JSONSerialization.jsonObject(with: Data(JSONReport.text(statistics).utf8))
    let entries = try XCTUnwrap(value as? [[String: Any]])
    XCTAssertEqual(entries.count, 7)
    let entry = try XCTUnwrap(entries.first { $0["name"] as? String == "/größe" })
    XCTAssertEqual(entry["method"] as? String, "PUT")
    XCTAssertEqual(entry["num_requests"] as? Int, 377)
    XCTAssertEqual(entry["num_failures"] as? Int, 18)
    XCTAssertEqual((entry["response_times"] as? [String: Int])?.values.reduce(0, +), 377)
    XCTAssertEqual((entry["num_reqs_per_sec"] as? [String: Int])?.values.reduce(0, +), 377)
    XCTAssertEqual(JSONReport.text(Statistics()), "[]")
  }
}
