import Foundation
import ProcessRun
import XCTest

/// What of a spec can change while it runs, and who changes it.
final class SwarmChangeTests: SwarmTestCase {
  /// Two classes whose requests tell what they are.
  private func spec(
    _ version: String, alpha: String = "", beta: String = "", host: String? = nil, _ more: String = ""
  ) -> String {
    """
    from locust import HttpUser, LoadTestShape, constant, tag, task

    class Alpha(HttpUser):
        wait_time = constant(0.05)
        \(host.map { "host = \"\($0)\"" } ?? "")
        \(alpha)

        @tag("yes")
        @task
        def get(self):
            self.client.get("/json", name="alpha \(version)")

        @tag("no")
        @task
        def other(self):
            self.client.get("/json", name="excluded \(version)")

    class Beta(HttpUser):
        wait_time = constant(0.05)
        \(beta)

        @tag("yes")
        @task
        def get(self):
            self.client.get("/json", name="beta \(version)")

    \(more)
    """
  }

  private func end(_ run: ProcessRun) -> Report {
    run.signalGroup(SIGINT)
    let report = finish(run)
    XCTAssertEqual(report.status, 0, report.log)
    return report
  }

  func testWeightsAndFixedCountsShareUsersOutAnew() throws {
    let run = try start(spec("v1", alpha: "weight = 3"), "-u 8 -r 8 --processes 2 --only-summary --stop-timeout 5")
    waits(run, for: "{\"Alpha\": 6, \"Beta\": 2} (8 total users)")
    try run.replace("locustfile.py", with: spec("v2", beta: "weight = 3"))
    waits(run, for: "Version 2 of the spec")
    usleep(1_500_000)
    try run.replace("locustfile.py", with: spec("v3", alpha: "fixed_count = 1"))
    waits(run, for: "Version 3 of the spec")
    usleep(1_500_000)
    let report = end(run)
    // Each user makes the same number of requests, half of Alpha's under the other name.
    XCTAssertGreaterThan(report.requests("beta v2"), 3 * report.requests("alpha v2"), report.log)
    XCTAssertGreaterThan(report.requests("beta v3"), 8 * report.requests("alpha v3"), report.log)
    XCTAssert(report.log.contains("Under version 2"), report.log)
  }

  func testTagsLeaveOutTasksOfANewVersionToo() throws {
    let run = try start(spec("v1"), "-u 4 -r 4 --processes 2 --only-summary --exclude-tags no --stop-timeout 5")
    waits(run, for: "All users spawned")
    try run.replace("locustfile.py", with: spec("v2"))
    waits(run, for: "Version 2 of the spec")
    usleep(500_000)
    let report = end(run)
    XCTAssertEqual(report.requests("excluded v1"), 0, report.log)
    XCTAssertEqual(report.requests("excluded v2"), 0, report.log)
    XCTAssertGreaterThan(report.requests("alpha v2"), 0, report.log)
  }

  func testClientsFollowTheHost() throws {
    let run = try ProcessRun(
      "katydid", ["--headless", "-u", "2", "-r", "2", "--processes", "2", "--only-summary", "--stop-timeout", "5"],
      files: ["locustfile.py": spec("v1", beta: "weight = 0", host: "\(host)/status/404?")])
    waits(run, for: "All users spawned")
    try run.replace("locustfile.py", with: spec("v2", beta: "weight = 0", host: host))
    waits(run, for: "Version 2 of the spec")
    usleep(500_000)
    run.signalGroup(SIGINT)
    let report = finish(run)
    // Which of a version's two tasks are run is left to chance.
    func rows(_ version: String) -> [Report.Row] { report.rows.filter { $0.key.hasSuffix(version) }.map(\.value) }
    XCTAssertTrue(rows("v1").allSatisfy { $0.failures == $0.requests }, report.log)
    XCTAssertFalse(rows("v2").isEmpty, report.log)
    XCTAssertTrue(rows("v2").allSatisfy { $0.failures == 0 }, report.log)
  }

  func testALoadShapeComesChangesAndGoes() throws {
    func shape(_ users: Int) -> String {
      """
      class Shape(LoadTestShape):
          def tick(self):
              return \(users), 100
      """
    }
    let run = try start(spec("v1"), "-u 2 -r 2 --processes 2 --only-summary --stop-timeout 5")
    waits(run, for: "(2 total users)")
    try run.replace("locustfile.py", with: spec("v2", shape(6)))
    waits(run, for: "(6 total users)")
    try run.replace("locustfile.py", with: spec("v3", shape(4)))
    waits(run, for: "(4 total users)")
    try run.replace("locustfile.py", with: spec("v4"))
    waits(run, for: "the run goes on with the users that there are")
    usleep(500_000)
    let report = end(run)
    XCTAssertGreaterThan(report.requests("alpha v4"), 0, report.log)
  }

  func testWhatIsWrongWithoutFailingToLoadIsRefusedToo() throws {
    let run = try start(spec("v1"), "-u 2 -r 2 --processes 2 --only-summary --stop-timeout 5")
    waits(run, for: "All users spawned")
    let misspelt = spec("bad").replacingOccurrences(of: "self.client.get", with: "self.client.gte")
    try run.replace("locustfile.py", with: misspelt)
    waits(run, for: "the run goes on with version 1")
    waits(run, for: "gte")
    let report = end(run)
    XCTAssertEqual(report.requests("alpha bad"), 0, report.log)
  }

  func testSeveralFilesModulesAndDataAreWatched() throws {
    let helper = "NAME = 'h1'\n"
    let first = """
      from locust import HttpUser, constant, task
      import helper

      TEXT = open("data.txt").read().strip()

      class Alpha(HttpUser):
          wait_time = constant(0.05)

          @task
          def get(self):
              self.client.get("/json", name=f"alpha {helper.NAME} {TEXT}")
      """
    func second(_ name: String) -> String {
      """
      from locust import HttpUser, constant, task

      class \(name)(HttpUser):
          wait_time = constant(0.05)

          @task
          def get(self):
              self.client.get("/json", name="\(name)")
      """
    }
    let files = ["a.py": first, "b.py": second("Beta"), "helper.py": helper, "data.txt": "d1\n"]
    let options = ["--headless", "--host", host, "-u", "4", "-r", "4", "--only-summary", "--stop-timeout", "5"]
    let master = try ProcessRun(
      "katydid",
      ["-f", "a.py,b.py", "--master", "--master-bind-host", "127.0.0.1", "--master-bind-port", "0"] + options,
      files: files)
    waits(master, for: "listens at 127.0.0.1")
    let port = try XCTUnwrap(master.errors.firstMatch(of: /listens at 127.0.0.1:(\d+)/)?.1)
    let worker = try startWorker(of: Int(port) ?? 0, "--processes 2")
    waits(master, for: "All users spawned")
    try master.replace("helper.py", with: "NAME = 'h2'\n")
    waits(master, for: "Version 2 of the spec")
    try master.overwrite("data.txt", with: "d2\n")
    waits(master, for: "Version 3 of the spec")
    try master.overwrite("b.py", with: second("Gamma"))
    waits(master, for: "Version 4 of the spec")
    usleep(1_000_000)
    let report = end(master)
    XCTAssertEqual(worker.finish().status, 0)
    for name in ["alpha h1 d1", "alpha h2 d1", "alpha h2 d2", "Beta", "Gamma"] {
      XCTAssertGreaterThan(report.requests(name), 0, "\(name): \(report.log)")
    }
  }

  func testAFileThatComesIntoAFolderIsALocustfile() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func put(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name), options: .atomic)
    }
    try put("one.py", SwarmTestCase.spec)
    let run = try ProcessRun(
      "katydid",
      [
        "-f", folder.path, "--headless", "--host", host, "-u", "4", "-r", "4", "--processes", "2", "--only-summary",
        "--stop-timeout", "5",
      ])
    waits(run, for: "{\"Alpha\": 4} (4 total users)")
    try put(
      "two.py",
      SwarmTestCase.spec.replacingOccurrences(of: "Alpha", with: "Beta")
        .replacingOccurrences(of: "/json", with: "/?beta"))
    waits(run, for: "Version 2 of the spec")
    usleep(500_000)
    let report = end(run)
    XCTAssertGreaterThan(report.requests("/?beta"), 0, report.log)
  }

  func testTwentySavesInASecondEndInTheLastVersion() throws {
    let run = try start(spec("save0"), "-u 4 -r 4 --processes 2 --only-summary --stop-timeout 5")
    waits(run, for: "All users spawned")
    for save in 1...20 {
      try run.replace("locustfile.py", with: spec("save\(save)"))
      usleep(50_000)
    }
    waits(run, matching: /Version \d+ of the spec/)
    usleep(2_000_000)
    let report = end(run)
    XCTAssertGreaterThan(report.requests("alpha save20"), 0, report.log)
  }

  func testAFileThatIsBeingWrittenIsNotTaken() throws {
    let run = try start(spec("v1"), "-u 2 -r 2 --processes 2 --only-summary --stop-timeout 5")
    waits(run, for: "All users spawned")
    // Half of the file is a spec, too.
    let half = spec("half")
    let file = try XCTUnwrap(fopen("/proc/\(run.pid)/cwd/locustfile.py", "w"))
    fputs(half, file)
    fflush(file)
    usleep(1_000_000)
    fputs("\n\nclass Gamma(Beta):\n    pass\n", file)
    fclose(file)
    waits(run, for: "Version 2 of the spec")
    usleep(300_000)
    let report = end(run)
    XCTAssertFalse(report.log.contains("Version 3"), report.log)
  }

  func testPuppetReplacesTheSpec() throws {
    let puppet = "/usr/bin/puppet"
    guard FileManager.default.isExecutableFile(atPath: puppet) else {
      throw XCTSkip("puppet is not installed; 'make setup-test' does that")
    }
    let run = try start(spec("v1"), "-u 2 -r 2 --processes 2 --only-summary --stop-timeout 5")
    waits(run, for: "All users spawned")
    let place = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(run.pid)/cwd")
    let manifest = """
      file { '\(place)/locustfile.py':
        ensure => file,
        source => '\(place)/next.py',
      }
      """
    try run.replace("next.py", with: spec("v2"))
    try run.replace("site.pp", with: manifest)
    let apply = try ProcessRun(
      puppet,
      ["apply", "--confdir", "\(place)/puppet", "--vardir", "\(place)/puppet", "\(place)/site.pp"])
    let applied = apply.finish(within: 60)
    XCTAssertEqual(applied.status, 0, applied.output + applied.errors)
    waits(run, for: "Version 2 of the spec")
    // A second run finds nothing to do, and so does the master.
    let again = try ProcessRun(
      puppet, ["apply", "--confdir", "\(place)/puppet", "--vardir", "\(place)/puppet", "\(place)/site.pp"])
    XCTAssertEqual(again.finish(within: 60).status, 0)
    let report = end(run)
    XCTAssertGreaterThan(report.requests("alpha v2"), 0, report.log)
    XCTAssertFalse(report.log.contains("Version 3"), report.log)
  }

  func testTheWalkThroughRuns() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../examples/hot_swap/run.sh"
    ).standardizedFileURL.path
    let katydid = ProcessRun.products.appendingPathComponent("katydid").path
    let result = try ProcessRun("/bin/sh", [script, katydid]).finish(within: 40)
    XCTAssertEqual(result.status, 0, result.errors)
    XCTAssertFalse(result.leavesProcesses)
    let report = Report(result)
    XCTAssertGreaterThan(report.requests("front page"), 0, report.log)
    XCTAssertGreaterThan(report.requests("data"), 0, report.log)
    XCTAssertEqual(result.output.components(separatedBy: "from version 1 with").count - 1, 4, result.output)
  }
}
