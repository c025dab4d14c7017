import Foundation
import ProcessRun
import XCTest

/// Versions of a spec that nobody runs any more take no memory.
final class SwapMemoryTests: KatydidTestCase {
  /// A spec of some 170 KB.
  private static func spec(_ version: Int) -> String {
    let functions = (0..<2000).map {
      "def helper\($0)(value):\n    total = value + \($0)\n    return [total, str(total), 'text \($0)']\n"
    }
    return """
      from locust import User, constant, task

      VERSION = \(version)

      \(functions.joined(separator: "\n"))

      class Visitor(User):
          wait_time = constant(0.05)

          @task
          def visit(self):
              helper1(1)
      """
  }

  /// The memory of the processes that `run` has started, its own left out, in KB.
  private func workersMemory(_ run: ProcessRun) -> Int {
    run.members.filter { $0 != run.pid }.reduce(0) { sum, pid in
      let text = (try? String(contentsOfFile: "/proc/\(pid)/smaps_rollup", encoding: .utf8)) ?? ""
      return sum + (text.firstMatch(of: /Pss:\s+(\d+)/).flatMap { Int($0.1) } ?? 0)
    }
  }

  func testOldVersionsAreFreed() throws {
    let run = try start(SwapMemoryTests.spec(1), "-u 4 -r 10 --processes 2")
    XCTAssertTrue(run.wait { $0.errors.contains("All users spawned") }, run.errors)
    var early = 0
    for version in 2...20 {
      try run.replace("locustfile.py", with: SwapMemoryTests.spec(version))
      XCTAssertTrue(run.wait { $0.errors.contains("Version \(version) of the spec") }, run.errors)
      if version == 8 { early = workersMemory(run) }
    }
    // A version takes each of the two workers more than 1 MB, and the last few may not have been collected yet.
    XCTAssertLessThan(workersMemory(run), early + 10_000)
    run.signalGroup(SIGINT)
    XCTAssertEqual(finish(run).status, 0)
  }
}
