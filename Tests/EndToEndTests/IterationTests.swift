import Foundation
import ProcessRun
import XCTest

/// `--iterations`: so many tasks altogether, and the end.
final class IterationTests: SwarmTestCase {
  private static let plain = """
    from locust import HttpUser, SequentialTaskSet, task, constant

    class Plain(HttpUser):
        wait_time = constant(0)

        @task
        def ask(self):
            self.client.get("/json", name="plain")

        def on_stop(self):
            print("stopped")
    """

  func testSoManyTasksInAll() throws {
    for options in ["-u 1 -i 7", "-u 3 -r 100 --iterations 7", "-u 10 -r 100 -i 7 --processes 2"] {
      let report = try run(IterationTests.plain, options)
      XCTAssertEqual(report.requests("plain"), 7, options)
      XCTAssertEqual(report.status, 0, options)
      XCTAssertTrue(report.log.contains("Iteration limit reached (7), stopping"), report.log)
    }
    let many = try run(IterationTests.plain, "-u 20 -r 1000 --iterations 5000 --processes 2 --only-summary")
    XCTAssertEqual(many.requests("plain"), 5000)
    let unbounded = try run(IterationTests.plain, "-u 1 -i 1000000000 -t 1s")
    XCTAssertTrue(unbounded.log.contains("--run-time limit reached"))
    for value in ["0", "-1", "x"] { XCTAssertEqual(try run(IterationTests.plain, "-i \(value)").status, 2) }
  }

  /// As in locust-plugins: tasks count, entering a task set doesn't; a task that raises counts, too.
  func testWhatCounts() throws {
    let report = try run(
      KatydidTestCase.fire + """
        class Steps(SequentialTaskSet):
            @task
            def first(self):
                fire("first")

            @task
            def second(self):
                fire("second")
                raise ValueError("counts")

            @task
            def leave(self):
                fire("leave")
                self.interrupt()

        class Nested(User):
            wait_time = constant(0)
            tasks = [Steps]
        """, "-u 1 -i 7")
    XCTAssertEqual(report.requests("first"), 3)
    XCTAssertEqual(report.requests("second"), 2)
    XCTAssertEqual(report.requests("leave"), 2)
    XCTAssertEqual(report.status, 1)
  }

  /// Users that wait long after their last task, or end before it, don't hold the end up.
  func testTheLastTaskIsTheEnd() throws {
    let spec = IterationTests.plain.replacingOccurrences(of: "constant(0)", with: "constant(60)")
    let report = try run(spec, "-u 4 -r 100 -i 4")
    XCTAssertEqual(report.requests("plain"), 4)
    XCTAssertLessThan(report.result.seconds, 8)
  }

  func testInASwarm() throws {
    let master = try startMaster(IterationTests.plain, "-u 6 -r 100 --expect-workers 2 --iterations 300")
    let workers = try (0..<2).map { _ in try startWorker(of: master.port, "--host \(host)") }
    let report = finish(master.run)
    for worker in workers { XCTAssertEqual(worker.finish().status, 0) }
    XCTAssertEqual(report.requests("plain"), 300)
    XCTAssertEqual(report.status, 0)
  }

  func testResolve() throws {
    let port = try XCTUnwrap(URL(string: host)?.port)
    for text in ["demo.invalid:\(port):127.0.0.1", "demo.invalid:*:[::2],127.0.0.1"] {
      let report = try run(
        IterationTests.plain, "-i 3 --host http://demo.invalid:\(port) --resolve \(text)")
      XCTAssertEqual(report.requests("plain"), 3, text)
      XCTAssertEqual(report.status, 0, report.log)
    }
    let wrong = try run(IterationTests.plain, "--resolve demo.invalid")
    XCTAssertEqual(wrong.status, 2)
    XCTAssertTrue(
      wrong.log.contains("argument --resolve: 'demo.invalid' is not of the form HOST:PORT:ADDRESS"), wrong.log)
  }
}
