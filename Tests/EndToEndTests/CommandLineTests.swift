import Foundation
import ProcessRun
import XCTest

/// Mistakes: each gets one clear message and a status before any load. And what asks for no load at all.
final class CommandLineTests: XCTestCase {
  private static let good = """
    from locust import User, task, constant

    class A(User):
        wait_time = constant(1)

        @task
        def act(self):
            pass

    class B(A):
        pass

    class Base(User):
        abstract = True
    """

  private func run(
    _ options: String, spec: String? = good, file: String = "locustfile.py", environment: [String: String] = [:]
  ) throws -> ProcessRun.Result {
    let run = try ProcessRun(
      "katydid", options.split(separator: " ").map(String.init), environment: environment,
      files: spec.map { [file: $0] } ?? [:])
    let result = run.finish(within: 10)
    XCTAssertFalse(result.isLate, options)
    XCTAssertFalse(result.leavesProcesses, options)
    return result
  }

  /// Checks that a run is refused with one message.
  private func assertRefused(
    _ options: String, spec: String? = good, file: String = "locustfile.py", environment: [String: String] = [:],
    status: Int32, _ texts: String..., line: UInt = #line
  ) throws {
    let result = try run(options, spec: spec, file: file, environment: environment)
    XCTAssertEqual(result.status, status, "\(options): \(result.errors)", line: line)
    for text in texts {
      XCTAssertTrue(result.errors.contains(text), "'\(text)' is missing for \(options):\n\(result.errors)", line: line)
    }
    XCTAssertFalse(result.errors.contains("Ramping"), "\(options): load before the message", line: line)
    XCTAssertEqual(result.output, "", options, line: line)
    XCTAssertLessThan(result.errors.split(separator: "\n").count, 12, result.errors, line: line)
  }

  private let quick = "--headless -t 1s"

  func testFilesThatAreNoSpecs() throws {
    try assertRefused(quick, spec: nil, status: 1, "Could not find 'locustfile.py'")
    try assertRefused("\(quick) -f nowhere.py", status: 1, "Could not find 'nowhere.py'")
    try assertRefused("\(quick) -f spec.txt", file: "spec.txt", status: 1, "Could not load 'spec.txt'", ".py")
    try assertRefused("\(quick) -f .", status: 1, "Could not load '.'")
    try assertRefused(quick, spec: "", status: 1, "No User class found in locustfile.py")
    try assertRefused(
      quick, spec: "from locust import User\nclass Base(User):\n    abstract = True\n", status: 1, "No User class found"
    )
  }

  func testSpecsThatDoNotLoad() throws {
    try assertRefused(
      quick, spec: "x = (1,\n", status: 1, "locustfile.py:1:5: error: '(' was never closed", "\n        ^\n")
    try assertRefused(
      quick, spec: "def f():\n    1 / 0\nf()\n", status: 1, "Traceback (most recent call last):",
      "File \"locustfile.py\", line 3, in <module>", "File \"locustfile.py\", line 2, in f",
      "ZeroDivisionError: division by zero")
    try assertRefused(
      quick, spec: "import nowhere_at_all\n", status: 1, "ModuleNotFoundError: No module named 'nowhere_at_all'")
    try assertRefused(quick, spec: "import sys\nsys.exit(3)\n", status: 3)
  }

  /// The seed as it was published, with the brace in the wrong place: one message that points at the place.
  func testTheBrokenSeed() throws {
    let inputs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("LangTests/Inputs/seed_broken.py")
    let spec = try String(contentsOf: inputs, encoding: .utf8)
    try assertRefused(
      quick, spec: spec, status: 1, "locustfile.py:6:58: error: ",
      """
              l.client.get(indexstr, headers={"UserAgent":"locust",name="/index.html?ok=[random]"})
                                                                   ^^^^^
      """, "hint: write l.client.get(indexstr, headers={\"UserAgent\":\"locust\"},name=\"/index.html?ok=[random]\")")
    XCTAssertEqual(try run(quick, spec: spec).errors.components(separatedBy: "error:").count, 2, "one fault")
  }

  func testUserClassesThatAreNotThere() throws {
    try assertRefused("\(quick) Wasp", status: 1, "Unknown User(s): Wasp", "A, B")
    try assertRefused("\(quick) A Base", status: 1, "Unknown User(s): Base")
  }

  func testBadOptions() throws {
    try assertRefused("\(quick) --wings", status: 2, "Unknown option '--wings'")
    try assertRefused("\(quick) -u many", status: 2, "'many' is invalid for '-u <count>'")
    try assertRefused("\(quick) -u -3", status: 2, "--users must not be negative")
    try assertRefused("\(quick) -u", status: 2, "Missing value for '-u <count>'")
    try assertRefused("\(quick) -r 0", status: 2, "--spawn-rate must be a number greater than 0")
    try assertRefused("\(quick) -r nan", status: 2, "--spawn-rate must be a number greater than 0")
    try assertRefused("\(quick) -r -1", status: 2, "--spawn-rate must be a number greater than 0")
    try assertRefused("\(quick) --processes 0", status: 2, "--processes must be")
    try assertRefused("\(quick) --loglevel LOUD", status: 2, "LOUD")
    try assertRefused("--headless -t 5x", status: 2, "'5x' is invalid for '-t <time>'")
    try assertRefused("--headless -t 1m2h", status: 2, "'1m2h' is invalid")
    try assertRefused("--headless -t 999999999999999999", status: 2, "'999999999999999999' is invalid")
    try assertRefused("\(quick) -u 99999999999", status: 2, "--users must not be above 10000000")
    try assertRefused("\(quick) -s soon", status: 2, "'soon' is invalid")
    try assertRefused("\(quick) --logfile /proc/none/log", status: 1, "can't write log file '/proc/none/log'")
    try assertRefused("-t 1s", status: 2, "--headless")
  }

  func testBadVariables() throws {
    for (name, value) in [
      ("LOCUST_USERS", "many"), ("LOCUST_RUN_TIME", "5x"), ("LOCUST_SPAWN_RATE", "fast"),
      ("LOCUST_STOP_TIMEOUT", "soon"),
      ("LOCUST_PROCESSES", "all"), ("LOCUST_LOGLEVEL", "LOUD"),
    ] {
      try assertRefused("--headless", environment: [name: value], status: 2, name, value)
    }
    try assertRefused("-t 1s", environment: ["LOCUST_HEADLESS": "maybe"], status: 2, "LOCUST_HEADLESS", "maybe")
  }

  func testVariablesStandForOptions() throws {
    let result = try run(
      "",
      environment: [
        "LOCUST_USERS": "3", "LOCUST_SPAWN_RATE": "100", "LOCUST_RUN_TIME": "1s", "LOCUST_HEADLESS": "true",
        "LOCUST_ONLY_SUMMARY": "1",
      ])
    XCTAssertEqual(result.status, 0, result.errors)
    XCTAssertTrue(result.errors.contains("Ramping to 3 users at a rate of 100.00 per second"), result.errors)
  }

  func testTimes() throws {
    let spec = """
      from locust import User, task, constant

      class Quits(User):
          wait_time = constant(1)

          @task
          def act(self):
              self.environment.runner.quit()
      """
    for (time, seconds) in [("90", 90), ("1h30m", 5400), ("2h3s", 7203), ("20s", 20), ("45m", 2700)] {
      let result = try run("--headless -t \(time)", spec: spec)
      XCTAssertEqual(result.status, 0, time)
      XCTAssertTrue(result.errors.contains("Run time limit set to \(seconds) seconds"), result.errors)
    }
    XCTAssertEqual(try run("--headless -u 2 -r 1e-300 -t 3150000000", spec: spec).status, 0)
    XCTAssertTrue(try run("--headless", spec: spec).errors.contains("No run time limit set, use CTRL+C to interrupt"))
  }

  /// A class without an address to go to ends the run at once; nobody could know before a user is made.
  func testNoHost() throws {
    let spec = """
      from locust import HttpUser, task

      class Site(HttpUser):
          @task
          def page(self):
              self.client.get("/")
      """
    let result = try run("--headless -u 3 -r 3 -t 1m", spec: spec)
    XCTAssertEqual(result.status, 1)
    XCTAssertTrue(result.errors.contains("You must specify the base host."), result.errors)
    XCTAssertLessThan(result.seconds, 5)
  }

  func testListing() throws {
    let result = try run("--list")
    XCTAssertEqual(result.status, 0)
    XCTAssertEqual(result.output, "Available Users:\n    A\n    B\n")
    XCTAssertEqual(try run("--version").output, "katydid 0.1.0\n")
  }

  func testHelpIsGroupedAndFits80Columns() throws {
    let result = try run("--help", environment: ["COLUMNS": "80"])
    XCTAssertEqual(result.status, 0)
    for text in ["USAGE: katydid [<options>]", "COMMON OPTIONS:", "RUN OPTIONS:", "OUTPUT AND LOG OPTIONS:"] {
      XCTAssertTrue(result.output.contains(text), "\(text) is missing:\n\(result.output)")
    }
    for text in ["--headless", "--users", "exec", "demo-target"] { XCTAssertTrue(result.output.contains(text), text) }
    for command in ["--help", "exec --help", "demo-target --help"] {
      for line in try run(command, environment: ["COLUMNS": "80"]).output.split(separator: "\n") {
        XCTAssertLessThanOrEqual(line.count, 80, "\(command): \(line)")
      }
    }
  }

  func testTheLogGoesToAFile() throws {
    let run = try ProcessRun(
      "katydid", ["--headless", "-t", "1s", "--logfile", "logs/run.log", "--json"],
      files: ["locustfile.py": CommandLineTests.good])
    let result = run.finish()
    XCTAssertEqual(result.status, 0, result.errors)
    XCTAssertFalse(result.errors.contains("Ramping"))
    XCTAssertEqual(result.output, "[]\n")
  }
}
