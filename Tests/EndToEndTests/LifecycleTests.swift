import Foundation
import ProcessRun
import XCTest

/// How runs begin and end, and with which exit status.
final class LifecycleTests: KatydidTestCase {
  private static let steady = """
    from locust import HttpUser, task, constant

    class Steady(HttpUser):
        wait_time = constant(0.02)

        @task
        def page(self):
            self.client.get("/json")


    """

  private static var examples: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("examples")
  }

  func testTheSeedExample() throws {
    let path = LifecycleTests.examples.appendingPathComponent("seed_locustfile.py").path
    let report = finish(
      try ProcessRun(
        "katydid",
        ["-f", path, "--headless", "-u", "20", "-r", "10", "-t", "2", "--host", host]))
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertEqual(Set(report.rows.keys), ["/index.html?ok=[random]", "Aggregated"])
    XCTAssertEqual(report.rows["/index.html?ok=[random]"]?.failures, 0)
    // 10 users for two seconds and 10 more for one, each about ten times a second.
    XCTAssertGreaterThan(report.requests("/index.html?ok=[random]"), 200)
    XCTAssertLessThan(report.requests("/index.html?ok=[random]"), 330)
    XCTAssertTrue(report.log.contains("All users spawned: {\"WebsiteUser\": 20} (20 total users)"))
    XCTAssertFalse(report.log.contains("Error report"))
    XCTAssertFalse(report.log.contains("ERROR"))
  }

  func testEveryExampleRunsWithoutAFailure() throws {
    let folder = LifecycleTests.examples.path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".py") }.sorted()
    XCTAssertGreaterThanOrEqual(files.count, 5)
    for file in files {
      let report = finish(
        try ProcessRun(
          "katydid",
          ["-f", "\(folder)/\(file)", "--headless", "-u", "6", "-r", "6", "-t", "2", "--only-summary", "--host", host]))
      XCTAssertEqual(report.status, 0, "\(file): \(report.log)")
      XCTAssertGreaterThan(report.requests("Aggregated"), 5, file)
      XCTAssertFalse(report.log.contains("ERROR"), "\(file): \(report.log)")
    }
  }

  func testStatusOfFailures() throws {
    let spec = LifecycleTests.steady.replacingOccurrences(of: "/json", with: "/status/503")
    let report = try run(spec, "-t 1s --only-summary")
    XCTAssertEqual(report.status, 1)
    XCTAssertEqual(report.rows["/status/503"]?.failures, report.requests("/status/503"))
    XCTAssertTrue(report.log.contains("Shutting down (exit code 1)"))
    XCTAssertEqual(try run(spec, "-t 1s --exit-code-on-error 0").status, 0)
  }

  func testTheRunnerQuits() throws {
    let report = try run(
      KatydidTestCase.fire + """
        class Quits(User):
            wait_time = constant(0.01)
            count = 0

            @task
            def count_up(self):
                fire("counted")
                Quits.count += 1
                if Quits.count == 20:
                    self.environment.runner.quit()
        """, "-u 2 -r 2 -t 1m --processes 2")
    XCTAssertEqual(report.status, 0)
    XCTAssertLessThan(report.result.seconds, 5)
    XCTAssertFalse(report.log.contains("limit reached"))
    XCTAssertGreaterThanOrEqual(report.requests("counted"), 20)
  }

  func testAQuittingListenerSetsTheStatus() throws {
    let gate = """
      from locust import events

      @events.quitting.add_listener
      def gate(environment, **kwargs):
          total = environment.stats.total
          if total.fail_ratio > 0.01:
              environment.process_exit_code = 4
          elif total.num_requests < 5 or total.get_response_time_percentile(0.95) > 800:
              environment.process_exit_code = 5
          else:
              environment.process_exit_code = 0
      """
    XCTAssertEqual(try run(LifecycleTests.steady + gate, "-t 1s").status, 0)
    let failing = LifecycleTests.steady.replacingOccurrences(of: "/json", with: "/status/500")
    let report = try run(failing + gate, "-t 1s")
    XCTAssertEqual(report.status, 4)
    XCTAssertTrue(report.log.contains("Shutting down (exit code 4)"))
  }

  /// What was registered with `atexit` is called at the end of each process, after everything else
  /// of that process: which of two processes ends first is not said.
  func testExitFunctions() throws {
    let report = try run(
      KatydidTestCase.fire + """
        import atexit
        import os
        import sys

        @events.quit.add_listener
        def on_quit(exit_code, **kwargs):
            sys.stderr.write("MARK %d quit\\n" % os.getpid())

        @atexit.register
        def bye():
            sys.stderr.write("MARK %d bye\\n" % os.getpid())

        class ByHand(User):
            wait_time = constant(0.1)

            @task
            def nothing(self):
                fire("nothing")
        """, "-u 1 -t 1s --processes 1")
    XCTAssertEqual(report.status, 0, report.log)
    let marks = report.log.split(separator: "\n").map { $0.split(separator: " ") }.filter { $0.first == "MARK" }
    let ends = Dictionary(grouping: marks, by: { $0[1] }).mapValues { $0.map { $0[2] } }
    XCTAssertEqual(Array(ends.values), [["quit", "bye"], ["quit", "bye"]], report.log)
  }

  /// The test's own events, users' hooks and requests fired by hand, which need no client.
  func testEvents() throws {
    let report = try run(
      KatydidTestCase.fire + """
        @events.init.add_listener
        def on_init(environment, **kwargs):
            logging.info("MARK init")

        @events.test_start.add_listener
        def on_test_start(environment, **kwargs):
            logging.info("MARK test_start")

        @events.spawning_complete.add_listener
        def on_spawned(user_count, **kwargs):
            logging.info("MARK spawned %d", user_count)

        @events.test_stop.add_listener
        def on_test_stop(environment, **kwargs):
            logging.info("MARK test_stop")

        @events.quit.add_listener
        def on_quit(exit_code, **kwargs):
            logging.info("MARK quit %s", exit_code)

        @events.request.add_listener
        def on_request(name, response_time, exception, **kwargs):
            if exception:
                logging.info("MARK %s %.1f %r", name, response_time, exception)

        class ByHand(User):
            def on_start(self):
                fire("on_start")

            def on_stop(self):
                fire("on_stop")

            @task
            def once(self):
                fire("good", ms=12.7)
                fire("bad", RuntimeError("by hand"), ms=250)
                time.sleep(60)
        """, "-u 1 -t 1s")
    XCTAssertEqual(report.status, 1)
    XCTAssertEqual(report.rows["good"], Report.Row(method: "OWN", requests: 1, failures: 0))
    XCTAssertEqual(report.rows["bad"], Report.Row(method: "OWN", requests: 1, failures: 1))
    XCTAssertEqual(report.requests("on_start"), 1)
    XCTAssertEqual(report.requests("on_stop"), 1)
    XCTAssertEqual(report.failures, ["OWN bad: RuntimeError('by hand')": 1])
    for mark in ["init", "test_start", "spawned 1", "test_stop", "quit 1", "bad 250.0 RuntimeError('by hand')"] {
      XCTAssertTrue(report.log.contains("/INFO/root: MARK \(mark)\n"), "\(mark) is missing in:\n\(report.log)")
    }
  }

  /// What specs print goes to standard output in whole lines, whichever process prints, and nothing twice.
  func testPrints() throws {
    let report = try run(
      KatydidTestCase.fire + """
        print("loaded", end="")

        class Prints(User):
            wait_time = constant(0.01)

            @task
            def act(self):
                fire("act")
                print("x" * 700, end="|")
                print("y")
        """, "-u 6 -r 10 -t 1s --processes 2")
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertTrue(report.result.output.hasPrefix("loaded"))
    XCTAssertEqual(report.result.output.components(separatedBy: "loaded").count, 2)
    let line = String(repeating: "x", count: 700) + "|y"
    let lines = report.result.output.dropFirst("loaded".count).split(separator: "\n")
    XCTAssertEqual(lines.count, report.requests("act"))
    XCTAssertTrue(lines.allSatisfy { $0 == line })
  }

  func testTwoProcesses() throws {
    let run = try start(LifecycleTests.steady, "-u 5 -r 10 -t 1s --processes 2")
    XCTAssertTrue(run.wait { $0.errors.contains("All users spawned: {\"Steady\": 5} (5 total users)") }, run.errors)
    XCTAssertEqual(run.members.count, 3, "a master and two workers")
    let report = finish(run)
    XCTAssertEqual(report.status, 0)
    XCTAssertGreaterThan(report.requests("/json"), 100)
    let cores = try start(LifecycleTests.steady, "-u 5 -r 10 -t 1s --processes -1")
    XCTAssertTrue(cores.wait { $0.errors.contains("All users spawned") }, cores.errors)
    XCTAssertEqual(cores.members.count, 1 + ProcessInfo.processInfo.activeProcessorCount)
    XCTAssertEqual(finish(cores).status, 0)
  }

  func testSignalsEndTheRunWithTheReport() throws {
    for signal in [SIGINT, SIGTERM] {
      let run = try start(LifecycleTests.steady, "-u 4 -r 10")
      XCTAssertTrue(run.wait { $0.errors.contains("All users spawned") }, run.errors)
      usleep(300_000)
      run.signalGroup(signal)
      let report = finish(run)
      XCTAssertEqual(report.status, 0)
      XCTAssertGreaterThan(report.requests("/json"), 20)
      XCTAssertTrue(report.log.contains("Response time percentiles (approximated)"))
      XCTAssertLessThan(report.result.seconds, 4)
    }
  }

  /// Users stop at once without a stop timeout, and finish their tasks with one.
  func testStopTimeout() throws {
    let spec =
      KatydidTestCase.fire + """
        class Slow(HttpUser):
            @task
            def slow(self):
                fire("begun")
                self.client.get("/delay/3", name="slow")
                fire("finished")
                time.sleep(0.1)
        """
    let hasty = try run(spec, "-u 1 -t 1s")
    XCTAssertEqual(hasty.requests("begun"), 1)
    XCTAssertEqual(hasty.requests("finished"), 0)
    XCTAssertLessThan(hasty.result.seconds, 2.5)
    let patient = try run(spec, "-u 1 -t 1s --stop-timeout 10s")
    XCTAssertEqual(patient.requests("begun"), 1)
    XCTAssertEqual(patient.requests("finished"), 1)
    XCTAssertEqual(patient.rows["slow"], Report.Row(method: "GET", requests: 1, failures: 0))
    XCTAssertEqual(patient.status, 0)
    XCTAssertLessThan(patient.result.seconds, 8, "nobody waits for the timeout's end")
  }
}
