import Foundation
import ProcessRun
import XCTest

/// The spec changes while a test runs.
final class SwarmSwapTests: SwarmTestCase {
  private func spec(_ name: String, wait: Double = 0.02, _ more: String = "") -> String {
    """
    from locust import HttpUser, task, constant

    class Alpha(HttpUser):
        wait_time = constant(\(wait))

        def on_start(self):
            self.born = "\(name)"

        def on_swap(self, old_version):
            print("swapped from", old_version, "born under", self.born)

        @task
        def get(self):
            self.client.get("/json", name="\(name)")

    \(more)
    """
  }

  func testNoRequestIsLostInTenSwaps() throws {
    let before = try counted()
    let run = try start(spec("v1"), "-u 20 -r 20 --processes 2 --only-summary --stop-timeout 5")
    waits(run, for: "All users spawned")
    for version in 2...11 {
      try run.replace("locustfile.py", with: spec("v\(version)"))
      waits(run, for: "Version \(version) of the spec")
    }
    // Time for some requests of the last version.
    usleep(300_000)
    run.signalGroup(SIGINT)
    let report = finish(run)
    XCTAssertEqual(report.status, 0, report.log)
    let sum = (1...11).reduce(0) { $0 + report.requests("v\($1)") }
    for version in 1...11 { XCTAssertGreaterThan(report.requests("v\(version)"), 0, report.log) }
    // The question itself is counted, too.
    XCTAssertEqual(sum, try counted() - before - 1, report.log)
    XCTAssert(report.result.output.contains("swapped from 10 born under v1"), report.result.output)
    XCTAssert(report.result.output.contains("swapped from 1 born under v1"), report.result.output)
    XCTAssert(report.log.contains("Under version 11"), report.log)
  }

  func testClassesComeAndGoAndWaitsAreCut() throws {
    let old = """
      class Gone(HttpUser):
          wait_time = constant(60)

          def on_stop(self):
              print("gone leaves")

          @task
          def get(self):
              self.client.get("/json", name="gone")
      """
    let run = try start(spec("long", wait: 60, old), "-u 10 -r 10 --processes 2 --only-summary")
    waits(run, for: "All users spawned")
    let new = old.replacingOccurrences(of: "Gone", with: "Fresh").replacingOccurrences(of: "60", with: "0.1")
      .replacingOccurrences(of: "gone", with: "fresh")
    try run.replace("locustfile.py", with: spec("short", wait: 0.05, new))
    waits(run, for: "Version 2 of the spec")
    usleep(1_000_000)
    run.signalGroup(SIGINT)
    let report = finish(run)
    XCTAssertEqual(report.requests("long"), 5, report.log)
    XCTAssertEqual(report.requests("gone"), 5, report.log)
    XCTAssertGreaterThan(report.requests("short"), 20, report.log)
    XCTAssertGreaterThan(report.requests("fresh"), 10, report.log)
    XCTAssertEqual(report.result.output.components(separatedBy: "gone leaves").count - 1, 5, report.result.output)
  }

  func testWithABrokenSpecTheOldOneGoesOn() throws {
    let run = try start(spec("good"), "-u 4 -r 4 --processes 2 --only-summary")
    waits(run, for: "All users spawned")
    try run.overwrite("locustfile.py", with: spec("bad") + "\ndef (:\n")
    waits(run, for: "[syntax-error]")
    try run.overwrite("locustfile.py", with: spec("bad", "1 / 0"))
    waits(run, for: "ZeroDivisionError")
    try run.overwrite("locustfile.py", with: spec("bad", "import tensorflow"))
    waits(run, for: "tensorflow")
    try run.overwrite("locustfile.py", with: spec("better"))
    waits(run, for: "Version 2 of the spec")
    run.signalGroup(SIGINT)
    let report = finish(run)
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertEqual(report.requests("bad"), 0)
    XCTAssertGreaterThan(report.requests("good"), 0)
    XCTAssertEqual(report.log.components(separatedBy: "the run goes on with version 1").count - 1, 3, report.log)
  }

  func testRestartPutsFreshUsersInPlace() throws {
    let run = try start(spec("old"), "-u 4 -r 4 --processes 2 --only-summary --swap restart")
    waits(run, for: "All users spawned")
    try run.replace("locustfile.py", with: spec("new"))
    waits(run, for: "Version 2 of the spec")
    try run.replace("locustfile.py", with: spec("newer", "def unused(): pass"))
    waits(run, for: "Version 3 of the spec")
    run.signalGroup(SIGINT)
    let report = finish(run)
    XCTAssertGreaterThan(report.requests("new"), 0, report.log)
    XCTAssertFalse(report.result.output.contains("swapped"), report.result.output)
  }

  func testManySavesAndHalfWrittenFilesEndInTheLastVersion() throws {
    let run = try start(spec("first"), "-u 4 -r 4 --processes 2 --only-summary")
    waits(run, for: "All users spawned")
    for save in 1...20 {
      let text = spec("save\(save)")
      try run.overwrite("locustfile.py", with: String(text.prefix(text.count / 2)))
      try run.overwrite("locustfile.py", with: text)
      usleep(50_000)
    }
    XCTAssert(run.wait { $0.errors.contains(/Version \d+ of the spec/) }, run.errors)
    usleep(1_500_000)
    run.signalGroup(SIGINT)
    let report = finish(run)
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertGreaterThan(report.requests("save20"), 0, report.log)
  }

  func testAWorkerThatJoinsLaterGetsThePresentVersion() throws {
    let master = try startMaster(spec("v1"), "--expect-workers 1 -u 10 -r 10")
    let first = try startWorker(of: master.port)
    waits(master.run, for: "All users spawned")
    try master.run.replace("locustfile.py", with: spec("v2"))
    waits(master.run, for: "Version 2 of the spec")
    let second = try startWorker(of: master.port)
    waits(master.run, for: "2 workers connected")
    usleep(1_000_000)
    // A worker that dies between the phases, or anywhere in a swap, must not hold it up.
    kill(first.pid, SIGKILL)
    _ = first.finish()
    try master.run.replace("locustfile.py", with: spec("v3"))
    waits(master.run, for: "Version 3 of the spec")
    usleep(3_500_000)
    master.run.signalGroup(SIGINT)
    let report = finish(master.run)
    XCTAssertEqual(second.finish().status, 0)
    XCTAssertGreaterThan(report.requests("v2"), 0, report.log)
    XCTAssertGreaterThan(report.requests("v3"), 0, report.log)
  }
}
