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
    try assertRefused("\(quick) -f .", file: "_helper.py", status: 2, "-f .: the folder has no .py file")
    try assertRefused("\(quick) -f http://127.0.0.1/spec.py", status: 2, "isn't fetched from the web")
    try assertRefused("\(quick) -f -", status: 2, "--worker")
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
    try assertRefused("\(quick) -u -3", status: 2, "'-3' is invalid for '-u <count>'")
    try assertRefused("\(quick) -u", status: 2, "Missing value for '-u <count>'")
    try assertRefused("\(quick) -r 0", status: 2, "'0' is invalid for '-r <rate>'", "a number greater than 0")
    try assertRefused("\(quick) -r nan", status: 2, "a number greater than 0")
    try assertRefused("\(quick) -r -1", status: 2, "a number greater than 0")
    try assertRefused("\(quick) --processes -2", status: 1, "--processes must be")
    try assertRefused("\(quick) --loglevel LOUD", status: 2, "LOUD")
    try assertRefused("--headless -t 5x", status: 2, "'5x' is invalid for '-t <time>'")
    try assertRefused("--headless -t 1m2h", status: 2, "'1m2h' is invalid")
    try assertRefused("--headless -t 999999999999999999", status: 2, "'999999999999999999' is invalid")
    try assertRefused("\(quick) -u 99999999999", status: 2, "a whole number from 0 to 10000000")
    try assertRefused("\(quick) -s soon", status: 2, "'soon' is invalid")
    try assertRefused("\(quick) --logfile /proc/none/log", status: 1, "can't write log file '/proc/none/log'")
    try assertRefused("\(quick) --csv-full-history", status: 2, "--csv-full-history needs --csv")
    try assertRefused("\(quick) --autoquit 3", status: 1, "--autoquit needs --autostart")
    try assertRefused("\(quick) --master --worker", status: 255, "either --master or --worker")
    try assertRefused("\(quick) --otel", status: 2, "OpenTelemetry")
    try assertRefused("\(quick) --headless=yes", status: 2, "takes no value")
    try assertRefused("\(quick) --html /proc/none/report.html", status: 1, "can't write '/proc/none/report.html'")
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

  func testUnknownOptionsSuggestTheNearest() throws {
    for (written, meant) in [
      ("--usres", "--users"), ("--run-tiem", "--run-time"), ("--only-sumary", "--only-summary"),
      ("--expect-workres", "--expect-workers"), ("--excludetags", "--exclude-tags"),
    ] {
      try assertRefused("\(quick) \(written)", status: 2, "Did you mean '\(meant)'?")
    }
  }

  /// What argparse takes: values after `=` or right behind a letter, letters together, beginnings of names.
  func testSpellings() throws {
    for line in [
      "-u3 -r100 -t1s --headless", "-u=3 --spawn-rate=100 --run-time 1s --headless",
      "--use 3 --spawn 100 --run-t 1s --headl", "--clients 3 --hatch-rate 100 -t 1 --no-web",
      "-c 3 -r 100 -t 1s --headless",
    ] {
      let result = try run(line)
      XCTAssertEqual(result.status, 0, "\(line): \(result.errors)")
      XCTAssertTrue(result.errors.contains("Ramping to 3 users at a rate of 100.00 per second"), line)
      XCTAssertTrue(result.errors.contains("Run time limit set to 1 seconds"), line)
    }
    try assertRefused("--headless --run 1s --tls x", status: 2, "'--tls' is ambiguous", "--tls-cert, --tls-key")
    XCTAssertEqual(try run("-lV").output, "katydid 0.1.0\n")
  }

  /// The least important first: files in the order of the list, a named file, the environment, the command line.
  func testConfigurationFiles() throws {
    let layers: [(file: String, text: String)] = [
      (".locust.conf", "headless = true\nrun-time: 1s\nspawn-rate 100\nusers = 1 ; few\n"),
      (".katydid.conf", "# mine\nusers = 2\n"), ("locust.conf", "[section]\n--users = '3'\n"),
      ("katydid.conf", "users = 4\n"), ("pyproject.toml", "[tool.other]\nusers = 0\n[tool.locust]\nusers = 5\n"),
      ("pyproject.toml", "[tool.locust]\nusers = 5\n[tool.katydid]\nusers = 6\nloglevel = \"INFO\"\n"),
    ]
    var files = ["locustfile.py": CommandLineTests.good, "more.conf": "users = 7\n", "empty.conf": ""]
    func ramp(_ options: [String], _ variables: [String: String] = [:]) throws -> String {
      let run = try ProcessRun(
        "katydid", options, environment: variables.merging(["HOME": "."]) { first, _ in first }, files: files)
      let result = run.finish(within: 10)
      XCTAssertEqual(result.status, 0, result.errors)
      let line = result.errors.split(separator: "\n").first { $0.contains("Ramping to ") } ?? ""
      return String(line.split(separator: " ").dropFirst(5).first ?? "")
    }
    for (number, layer) in layers.enumerated() {
      files[layer.file] = layer.text
      XCTAssertEqual(try ramp([]), String(number + 1), layer.file)
    }
    XCTAssertEqual(try ramp(["--config", "more.conf"]), "7")
    XCTAssertEqual(try ramp(["--config", "more.conf"], ["LOCUST_USERS": "8"]), "8")
    XCTAssertEqual(try ramp(["--config", "more.conf"], ["LOCUST_USERS": "8", "KATYDID_USERS": "9"]), "9")
    XCTAssertEqual(try ramp(["--config", "more.conf", "-u", "10"], ["LOCUST_USERS": "8"]), "10")
  }

  func testMistakesInConfigurationFiles() throws {
    for (file, text, message) in [
      ("locust.conf", "users = many\n", "'many' is invalid for 'users in locust.conf'"),
      ("locust.conf", "headless = maybe\n", "headless in locust.conf must be true or false"),
      ("locust.conf", "user-count = 3\n", "locust.conf: Unknown option '--user-count'"),
      ("pyproject.toml", "[tool.locust\n", "pyproject.toml is no TOML file"),
      ("pyproject.toml", "[tool.locust]\nusers = [1, 2]\n", "users in pyproject.toml is one value, not a list"),
    ] {
      let run = try ProcessRun(
        "katydid", ["--headless", "-t", "1s"], environment: ["HOME": "."],
        files: ["locustfile.py": CommandLineTests.good, file: text])
      let result = run.finish(within: 10)
      XCTAssertEqual(result.status, 2, text)
      XCTAssertTrue(result.errors.contains(message), "\(message) is missing: \(result.errors)")
    }
    try assertRefused("\(quick) --config nowhere.conf", status: 2, "Can't read the configuration file 'nowhere.conf'")
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
    for text in ["Usage: katydid [options]", "Common options:", "Web page options:", "Statistics options:"] {
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
