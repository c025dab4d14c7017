import Runtime
import Swarm
import XCTest

/// The live view of terminals of several sizes.
final class LiveViewTests: XCTestCase {
  private func statistics(names: Int) -> Statistics {
    let statistics = Statistics()
    let end = WallClock.now &- statistics.clockLead
    for number in 0..<names {
      let entry = statistics.entry(method: "GET", name: "/page/\(number)")
      for _ in 0...number { entry.record(nanoseconds: 5_000_000, length: 10, at: end) }
    }
    return statistics
  }

  func testItFitsTheTerminal() {
    var facts = LiveView.Facts(statistics(names: 40))
    facts.elapsed = 45
    facts.length = 90
    facts.users = (5, 10)
    facts.workers = 2
    facts.hasKeys = true
    for (width, height) in [(40, 10), (80, 24), (200, 60), (20, 3), (1, 1)] {
      let lines = LiveView().lines(facts, width: width, height: height)
      XCTAssertLessThanOrEqual(lines.count, max(2, height - 2), "\(width) x \(height)")
    }
    let lines = LiveView().lines(facts, width: 100, height: 30).map(\.text)
    XCTAssertEqual(
      lines[0],
      "Katydid running 0:45 of 1:30  \(String(repeating: "█", count: 19))\(String(repeating: "░", count: 20)) 50%"
        + "  5 of 10 users, 2 workers")
    XCTAssertEqual(lines.filter { $0.hasPrefix("GET") }.count, 10, "the ten busiest")
    XCTAssertTrue(lines[3].hasPrefix("GET      /page/39"), lines[3])
    let plain = LiveView(isPlain: true).lines(facts, width: 100, height: 30)
    XCTAssertTrue(plain.allSatisfy { $0.text.allSatisfy(\.isASCII) })
    XCTAssertEqual(LiveView(isBrief: true).lines(facts, width: 100, height: 30).count, 2)
  }

  func testItShowsWhatGoesWrong() throws {
    let statistics = statistics(names: 1)
    let end = WallClock.now &- statistics.clockLead
    let entry = statistics.entry(method: "POST", name: "/\u{1B}[2Jlogin")
    entry.record(nanoseconds: 300_000_000, length: 0, at: end)
    statistics.recordFailure(entry, error: "HTTPError('500')", at: end)
    var facts = LiveView.Facts(statistics)
    facts.fault = "locustfile.py:3\nSyntaxError: invalid syntax"
    facts.swaps = [SwapRecord(time: 0, version: 2, id: "abcd1234", cause: "a change of the files")]
    facts.outcomes = [try Threshold("max<200ms").outcome(statistics)]
    let lines = LiveView().lines(facts, width: 120, height: 30)
    let red = lines.filter { $0.style == .red }.map(\.text)
    XCTAssertEqual(red.count, 3)
    XCTAssertEqual(red[0], "1 x POST /?[2Jlogin: HTTPError('500')", "a server's text can't steer the terminal")
    XCTAssertEqual(red[1], "The spec can't be used as it is now: SyntaxError: invalid syntax")
    XCTAssertEqual(red[2], "Thresholds  max<200ms: 300.00 ms")
    XCTAssertTrue(
      lines.contains {
        $0.text.hasSuffix("version 2 of the spec (abcd1234, by a change of the files): users change over")
      })
  }
}
