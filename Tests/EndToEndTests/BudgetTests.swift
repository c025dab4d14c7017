import Foundation
import XCTest

/// `--max-memory` and `--max-steps`: what a task may take, on the workers that run it.
final class BudgetTests: SwarmTestCase {
  private static let greedy =
    KatydidTestCase.fire + """
      class Greedy(SequentialTaskSet):
          @task
          def fill(self):
              kept = []
              while True:
                  kept.append("x" * 10_000)

          @task
          def circle(self):
              while True:
                  try:
                      pass
                  except Exception:
                      pass

          @task
          def work(self):
              total = sum(range(1000))
              fire("work")

      class One(User):
          wait_time = constant(0)
          tasks = [Greedy]
      """

  func testATaskOverItsBudgetIsAnExceptionAndItsUserGoesOn() throws {
    for processes in ["1", "2"] {
      let report = try run(
        BudgetTests.greedy, "-u 1 -i 6 --max-memory 40m --max-steps 100000 --processes \(processes)")
      XCTAssertEqual(report.requests("work"), 2, report.log)
      XCTAssertTrue(report.log.contains("MemoryError: the task took more than"), report.log)
      XCTAssertTrue(report.log.contains("kept.append(\"x\" * 10_000)") || report.log.contains("in fill"), report.log)
      XCTAssertTrue(report.log.contains("RuntimeError: the task took more than 100000 steps"), report.log)
      XCTAssertTrue(report.log.contains("in circle"), report.log)
      XCTAssertEqual(report.status, 1)
    }
  }

  func testWrongAmountsAreRefused() throws {
    XCTAssertEqual(try run(BudgetTests.greedy, "--max-memory lots").status, 2)
    XCTAssertEqual(try run(BudgetTests.greedy, "--max-steps 0").status, 2)
  }
}
