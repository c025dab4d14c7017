import Foundation
import ProcessRun
import XCTest

/// Whole runs: a master and its workers in real processes, with users that need no spec and no target.
final class RunTests: XCTestCase {
  private func start(_ words: String) throws -> ProcessRun {
    // A backtrace of the crashes that are asked for would only take its time.
    try ProcessRun(
      "swarm-fixture", words.split(separator: " ").map(String.init), environment: ["SWIFT_BACKTRACE": "enable=no"])
  }

  /// Waits for a run's end and checks what holds for all of them.
  private func finish(_ run: ProcessRun, line: UInt = #line) -> ProcessRun.Result {
    let result = run.finish()
    XCTAssertFalse(result.isLate, "it doesn't end:\n\(result.output)\(result.errors)", line: line)
    XCTAssertFalse(result.leavesProcesses, "a process is left", line: line)
    return result
  }

  /// Whether texts are in a log in this order.
  private func assertOrder(_ texts: [String], in log: String, line: UInt = #line) {
    var rest = log[...]
    for text in texts {
      guard let range = rest.range(of: text) else {
        return XCTFail("'\(text)' is missing or too early in:\n\(log)", line: line)
      }
      rest = rest[range.upperBound...]
    }
  }

  /// The requests in the final table's last row.
  private func aggregated(_ result: ProcessRun.Result) -> Int? {
    let row = result.errors.components(separatedBy: "\n").last { $0.contains(" Aggregated ") && $0.contains("%") }
    return row?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }

  /// The requests that the workers say they have made.
  private func made(_ result: ProcessRun.Result) -> Int {
    result.output.matches(of: /stop, (\d+) requests/).compactMap { Int($0.1) }.reduce(0, +)
  }

  // MARK: runs that go well

  func testARun() throws {
    let result = finish(try start("6 6 1.3 2"))
    XCTAssertEqual(result.status, 0)
    assertOrder(
      [
        "/INFO/katydid.main: Run time limit set to 1.3 seconds",
        "/INFO/katydid.runners: Ramping to 6 users at a rate of 6.00 per second",
        "/INFO/katydid.runners: All users spawned: {\"Alpha\": 4, \"Beta\": 2} (6 total users)",
        "/INFO/katydid.main: --run-time limit reached, shutting down",
        "/INFO/katydid.main: Shutting down (exit code 0)",
        "Type     Name", "GET      /alpha", "GET      /beta", "Aggregated", "Response time percentiles (approximated)",
      ], in: result.errors)
    XCTAssertFalse(result.errors.contains("Error report"))
    XCTAssertGreaterThan(made(result), 300)
    XCTAssertEqual(aggregated(result), made(result), "no request is lost on the way")
    for role in ["master", "worker 0", "worker 1"] {
      assertOrder(
        ["\(role): pid", "\(role): start", "\(role): spawning complete 6", "\(role): quit", "\(role): quitted 0"],
        in: result.output)
    }
    XCTAssertTrue(result.output.contains("worker 0: users Alpha=2 Beta=1"), result.output)
    XCTAssertTrue(result.output.contains("worker 1: users Alpha=2 Beta=1"), result.output)
    XCTAssertLessThan(result.seconds, 3)
  }

  func testUsersComeAtTheirRate() throws {
    let result = finish(try start("3 1 2.5 1"))
    assertOrder(
      [
        "worker 0: users Alpha=1 Beta=0", "worker 0: users Alpha=1 Beta=1", "worker 0: users Alpha=2 Beta=1",
        "worker 0: spawning complete 3",
      ], in: result.output)
    XCTAssertEqual(result.status, 0)
  }

  func testTablesWhileTheTestRuns() throws {
    let tables = finish(try start("2 2 2.3 1"))
    XCTAssertEqual(tables.errors.components(separatedBy: "# fails").count - 1, 3, "at 0 s, at 2 s, and the last")
    let summary = finish(try start("2 2 0.3 1 only-summary"))
    XCTAssertEqual(summary.errors.components(separatedBy: "# fails").count - 1, 1)
  }

  func testJSON() throws {
    let result = finish(try start("2 2 0.5 1 json"))
    let begin = try XCTUnwrap(result.output.range(of: "[\n    {"))
    let end = try XCTUnwrap(result.output.range(of: "\n]\n"))
    let json = Data(result.output[begin.lowerBound..<end.upperBound].utf8)
    let entries = try XCTUnwrap(try JSONSerialization.jsonObject(with: json) as? [[String: Any]])
    XCTAssertEqual(entries.map { $0["name"] as? String }, ["/alpha", "/beta"])
    XCTAssertEqual(entries.compactMap { $0["num_requests"] as? Int }.reduce(0, +), made(result))
    XCTAssertEqual(entries[0]["max_response_time"] as? Double, 5)
  }

  func testResetOnceAllUsersAreThere() throws {
    let result = finish(try start("4 2 2.5 2 reset"))
    XCTAssertEqual(result.status, 0)
    XCTAssertTrue(result.errors.contains("Resetting stats"))
    let counted = try XCTUnwrap(aggregated(result))
    XCTAssertLessThan(counted, made(result), "what came before is forgotten")
    XCTAssertGreaterThan(counted, made(result) / 2)
  }

  func testNoUsers() throws {
    let result = finish(try start("0 1 0.3 1"))
    XCTAssertEqual(result.status, 0)
    XCTAssertEqual(aggregated(result), 0)
  }

  // MARK: what the spec decides

  func testFailuresAndExceptionsMakeTheStatus1() throws {
    let failing = finish(try start("2 2 0.5 1 fail"))
    XCTAssertEqual(failing.status, 1)
    assertOrder(["Shutting down (exit code 1)", "Error report", "GET /alpha: Broken()"], in: failing.errors)
    let raising = finish(try start("2 2 0.5 2 raise"))
    XCTAssertEqual(raising.status, 1)
    assertOrder(["Exception report", "oh no (on ", "File \"x.py\", line 1, in t"], in: raising.errors)
  }

  func testTheSpecsStatusGoesFirst() throws {
    let result = finish(try start("2 2 0.5 1 fail code"))
    XCTAssertEqual(result.status, 7)
    XCTAssertTrue(result.errors.contains("Shutting down (exit code 7)"))
    XCTAssertTrue(result.output.contains("master: quitted 7"))
  }

  func testTheSpecEndsTheRun() throws {
    let result = finish(try start("3 3 60 2 quit"))
    XCTAssertEqual(result.status, 0)
    XCTAssertFalse(result.errors.contains("limit reached"))
    XCTAssertEqual(aggregated(result), made(result))
  }

  func testTheSpecCannotGoOn() throws {
    let result = finish(try start("3 3 60 2 stoptest"))
    XCTAssertEqual(result.status, 1)
    assertOrder(["/ERROR/katydid.main: no host", "Shutting down (exit code 1)"], in: result.errors)
  }

  // MARK: workers that fail

  func testAWorkerCrashes() throws {
    let result = finish(try start("6 6 3 2 crash"))
    XCTAssertEqual(result.status, 1)
    assertOrder(["(index 1) is gone: it was ended by signal ", "--run-time limit reached"], in: result.errors)
    assertOrder(["worker 0: users Alpha=2 Beta=1", "worker 0: users Alpha=4 Beta=2"], in: result.output)
    XCTAssertGreaterThanOrEqual(try XCTUnwrap(aggregated(result)), made(result), "what worker 0 made is all there")
    XCTAssertGreaterThan(made(result), 1000, "its new users work")
  }

  func testAllWorkersGo() throws {
    let run = try start("6 6 60 2 crash")
    XCTAssertTrue(run.wait { $0.errors.contains("(index 1) is gone") }, run.errors)
    let worker = try XCTUnwrap(run.output.firstMatch(of: /worker 0: pid (\d+)/).flatMap { pid_t($0.1) })
    kill(worker, SIGKILL)
    let result = finish(run)
    XCTAssertEqual(result.status, 1)
    assertOrder(
      ["(index 0) is gone: it was ended by signal 9", "The last worker went missing, stopping test.", "Aggregated"],
      in: result.errors)
    XCTAssertLessThan(result.seconds, 10)
  }

  func testAWorkerHangs() throws {
    let result = finish(try start("6 6 5.5 2 hang"))
    XCTAssertEqual(result.status, 1)
    assertOrder(
      [
        "failed to send heartbeat, setting state to missing.", "--run-time limit reached", "Timeout waiting for",
        "Aggregated",
      ],
      in: result.errors)
    assertOrder(["worker 0: users Alpha=2 Beta=1", "worker 0: users Alpha=4 Beta=2"], in: result.output)
    XCTAssertLessThan(result.seconds, 15)
  }

  // MARK: signals

  func testSignalsEndTheRunWithTheReport() throws {
    for (signal, name) in [(SIGINT, "SIGINT"), (SIGTERM, "SIGTERM")] {
      let run = try start("4 4 60 2")
      XCTAssertTrue(run.wait { $0.errors.contains("All users spawned") }, run.errors)
      usleep(200_000)
      run.signalGroup(signal)
      let result = finish(run)
      XCTAssertEqual(result.status, 0, name)
      assertOrder(
        ["Got \(name) signal", "Shutting down (exit code 0)", "Aggregated", "percentiles"], in: result.errors)
      XCTAssertEqual(aggregated(result), made(result), name)
      XCTAssertLessThan(result.seconds, 5)
    }
  }

  func testSignalsWithFailuresGiveTheStatus1() throws {
    let run = try start("4 4 60 2 fail")
    XCTAssertTrue(run.wait { $0.errors.contains("All users spawned") }, run.errors)
    usleep(200_000)
    run.signalGroup(SIGINT)
    XCTAssertEqual(finish(run).status, 1)
  }

  func testTheSecondSignalEndsTheRunAtOnce() throws {
    let run = try start("6 6 60 2 hang")
    // The hung worker makes the end take its time.
    XCTAssertTrue(run.wait { $0.errors.contains("failed to send heartbeat") }, run.errors)
    run.signalGroup(SIGINT)
    usleep(300_000)
    XCTAssertEqual(run.members.count, 2, "the master waits for the worker that hangs")
    run.signalGroup(SIGINT)
    let result = finish(run)
    XCTAssertEqual(result.signal, SIGINT)
    XCTAssertLessThan(result.seconds, 8)
  }

  func testAMasterThatIsKilledLeavesNoWorkers() throws {
    let run = try start("6 6 60 2 hang")
    XCTAssertTrue(run.wait { $0.errors.contains("All users spawned") }, run.errors)
    usleep(500_000)
    kill(run.pid, SIGKILL)
    XCTAssertEqual(finish(run).signal, SIGKILL)
  }
}
