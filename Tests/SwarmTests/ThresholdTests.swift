import Foundation
import Runtime
import Swarm
import XCTest

/// Thresholds: what they say, how they stand, and what CI servers get of them.
final class ThresholdTests: XCTestCase {
  /// 100 requests of 1 to 100 ms to /a, of which 3 failed, and two of 10 ms to /b by different methods.
  private func makeStatistics() -> Statistics {
    let statistics = Statistics()
    let end = WallClock.now &- statistics.clockLead
    let first = statistics.entry(method: "GET", name: "/a")
    for number in 1...100 {
      first.record(nanoseconds: UInt64(number) * 1_000_000, length: 10, at: end)
      if number <= 3 { statistics.recordFailure(first, error: "no", at: end) }
    }
    for method in ["GET", "POST"] {
      statistics.entry(method: method, name: "http://b:80/").record(nanoseconds: 10_000_000, length: 10, at: end)
    }
    let metrics = statistics.metrics
    for number in 1...4 {
      metrics.metric(.check, "found")?.add(number > 1)
      metrics.metric(.trend, "queue")?.add(Double(number))
      metrics.metric(.counter, "orders")?.add(2)
    }
    return statistics
  }

  func testWhatIsMeasured() throws {
    let statistics = makeStatistics()
    for (text, value, isKept) in [
      ("p95<96ms", 95, true), ("p95<=95", 95, false), ("p(50) < 0.1s", 49, true), ("/a:max<100", 100, false),
      ("/a:med<=60", 50, true), ("/a:min==1ms", 1, true), ("avg<1s", 49.70, true), ("requests>=102", 102, true),
      ("GET /a:requests>100", 100, false), ("http://b:80/:requests==2", 2, true),
      ("POST http://b:80/:requests==1", 1, true), ("failures<1%", 0.0294, false), ("/a:failures<=3", 3, true),
      ("failures<0.05", 3, false), ("exceptions==0", 0, true), ("checks>=75%", 0.75, true),
      ("found:rate>0.8", 0.75, false),
      ("queue:max<=4", 4, true), ("orders:count==8", 8, true),
    ] {
      let outcome = try Threshold(text).outcome(statistics)
      let measured = try XCTUnwrap(outcome.value, text)
      XCTAssertEqual(measured, value, accuracy: abs(value) * 0.011 + 0.001, text)
      if text != "p95<=95" { XCTAssertEqual(outcome.isKept, isKept, "\(text): \(measured)") }
    }
    let typo = try Threshold("/aa:p95<1s").outcome(statistics)
    XCTAssertFalse(typo.isKept, "a threshold on what never came is missed")
    XCTAssertEqual(typo.complaint, "Threshold missed: /aa:p95<1s (nothing was measured)")
  }

  func testWhatIsNoThreshold() {
    for (text, part) in [
      ("", "is no threshold"), ("p95", "is no threshold"), ("p95<fast", "is no threshold"), ("p101<1", "'p101'"),
      ("speed<3", "nothing is measured by the name 'speed'"), ("p95<3%", "can't be compared with a value in %"),
      ("rps>1ms", "can't be compared"), ("rps>1 abort after soon", "'soon' is no time"), ("a:exceptions<1", "by name"),
      ("p95<2ms end", "is no threshold"),
    ] {
      XCTAssertThrowsError(try Threshold(text), text) { error in
        XCTAssertTrue((error as? ThresholdFault)?.text.contains(part) == true, "\(error)")
      }
    }
  }

  func testAbort() throws {
    var thresholds = Thresholds()
    thresholds.add(try Threshold("requests<50"))
    XCTAssertFalse(thresholds.canAbort)
    thresholds.add(try Threshold("failures<1% abort after 10s"))
    thresholds.add(try Threshold("/b:p95<1 abort"))
    XCTAssertTrue(thresholds.canAbort)
    XCTAssertEqual(thresholds.all.map(\.text), ["requests<50", "failures<1%", "/b:p95<1"])
    XCTAssertNil(thresholds.abort(makeStatistics(), after: 9), "its time has not come, and there is no /b")
    XCTAssertEqual(thresholds.abort(makeStatistics(), after: 10)?.threshold.text, "failures<1%")
  }

  func testTheTable() throws {
    let outcomes = try ["p95<1s", "/a:failures<1%"].map { try Threshold($0).outcome(makeStatistics()) }
    XCTAssertEqual(
      Thresholds.table(outcomes),
      [
        "Threshold       Result  Measured", "--------------------------------------------",
        "p95<1s          kept    \(outcomes[0].shown)", "/a:failures<1%  MISSED  3.00 %", "",
      ])
    XCTAssertEqual(Thresholds.table([]), [])
  }

  func testJUnit() throws {
    let outcomes = try ["p95<1s", "/a\u{7}\"&:p95<1ms"].map { try Threshold($0).outcome(makeStatistics()) }
    let text = JUnitReport.text(outcomes, script: "a<b.py", start: 0, seconds: 1.5)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-\(UUID().uuidString).xml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let reader = """
      import sys, xml.etree.ElementTree as tree
      root = tree.parse(sys.argv[1]).getroot()
      print(root.attrib["tests"], root.attrib["failures"], root[0].attrib["timestamp"])
      for case in root.iter("testcase"):
          print(case.attrib["classname"], case.attrib["name"], [failure.attrib["message"] for failure in case])
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", reader, file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    XCTAssertEqual(
      output,
      """
      2 1 1970-01-01T00:00:00Z
      a<b.py p95<1s []
      a<b.py /a\u{fffd}"&:p95<1ms ['Threshold missed: /a\u{fffd}"&:p95<1ms (nothing was measured)']

      """)
  }
}
