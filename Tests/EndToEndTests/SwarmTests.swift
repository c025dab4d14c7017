import Foundation
import ProcessRun
import XCTest

/// Masters and workers, what they count, and what becomes of them when others go.
final class SwarmTests: SwarmTestCase {
  func testWorkersWithoutASpecRunTheMasters() throws {
    let before = try counted()
    let master = try startMaster(SwarmTests.spec, "--expect-workers 2 -u 10 -r 10 -t 3s")
    let workers = try startWorker(of: master.port, "--processes 2")
    let report = finish(master.run)
    let worker = workers.finish()
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertEqual(worker.status, 0, worker.errors)
    XCTAssert(report.log.contains("All users spawned: {\"Alpha\": 10} (10 total users)"), report.log)
    // The question itself is counted, too.
    XCTAssertEqual(report.requests("/json"), try counted() - before - 1)
    XCTAssertGreaterThan(report.requests("/json"), 300)
  }

  func testUsersOfKilledAndStoppedWorkersGoToTheOthers() throws {
    let master = try startMaster(SwarmTests.spec, "--expect-workers 3 -u 12 -r 12 -t 10s")
    let killed = try startWorker(of: master.port)
    let stopped = try startWorker(of: master.port)
    let healthy = try startWorker(of: master.port)
    XCTAssert(master.run.wait { $0.errors.contains("All users spawned") }, master.run.errors)
    kill(killed.pid, SIGKILL)
    kill(stopped.pid, SIGSTOP)
    _ = killed.finish()
    XCTAssert(
      master.run.wait { $0.errors.components(separatedBy: "failed to send heartbeat").count == 3 }, master.run.errors)
    kill(stopped.pid, SIGCONT)
    XCTAssert(master.run.wait { $0.errors.contains("self-healed with heartbeat") }, master.run.errors)
    let report = finish(master.run)
    XCTAssertEqual(stopped.finish().status, 0)
    XCTAssertEqual(healthy.finish().status, 0)
    XCTAssertEqual(report.rows["/json"]?.failures, 0, report.log)
    XCTAssertGreaterThanOrEqual(report.log.components(separatedBy: "(12 total users)").count - 1, 2, report.log)
  }

  func testANewMasterTakesOverWhatRuns() throws {
    let master = try startMaster(SwarmTests.spec, "--expect-workers 1 -u 10 -r 10")
    let worker = try startWorker(of: master.port)
    XCTAssert(master.run.wait { $0.errors.contains("All users spawned") }, master.run.errors)
    kill(master.run.pid, SIGKILL)
    _ = master.run.finish()
    let next = try startMaster(SwarmTests.spec, "--expect-workers 1 -u 10 -r 10 -t 3s", port: master.port)
    let report = finish(next.run)
    XCTAssert(report.log.contains("is taken over from an earlier master"), report.log)
    XCTAssertGreaterThan(report.requests("/json"), 100)
    XCTAssertEqual(worker.finish().status, 0)
  }

  func testOnlyPeersWithTheSecretAreLetIn() throws {
    let secret = String(repeating: "a1", count: 32)
    let master = try startMaster(
      SwarmTests.spec, "--expect-workers 1 -u 2 -r 2 -t 2s", environment: ["KATYDID_SECRET": secret])
    let stranger = try startWorker(of: master.port)
    XCTAssert(master.run.wait { $0.errors.contains("without the swarm's secret was refused") }, master.run.errors)
    XCTAssertFalse(master.run.errors.contains("reported as ready"), master.run.errors)
    stranger.signalGroup(SIGTERM)
    _ = stranger.finish()
    let friend = try startWorker(of: master.port, environment: ["KATYDID_SECRET": secret])
    let report = finish(master.run)
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertGreaterThan(report.requests("/json"), 20)
    XCTAssertEqual(friend.finish().status, 0)
  }

  func testAMasterGivesUpOnWorkersThatDoNotCome() throws {
    let master = try startMaster(SwarmTests.spec, "--expect-workers 1 --expect-workers-max-wait 1")
    let report = finish(master.run)
    XCTAssertEqual(report.status, 1)
    XCTAssert(report.log.contains("Gave up waiting for workers to connect."), report.log)
  }

  func testKeygenMakesAFileForItsOwnerOnly() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-\(UUID().uuidString).key")
    defer { try? FileManager.default.removeItem(at: file) }
    XCTAssertEqual(try ProcessRun("katydid", ["keygen", file.path]).finish().status, 0)
    let text = try String(contentsOf: file, encoding: .utf8)
    XCTAssertNotNil(text.wholeMatch(of: /[0-9a-f]{64}\n/), text)
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    XCTAssertEqual(attributes[.posixPermissions] as? Int, 0o600)
    XCTAssertEqual(try ProcessRun("katydid", ["keygen", file.path]).finish().status, 2)
  }
}
