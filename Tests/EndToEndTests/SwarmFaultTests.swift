import Foundation
import ProcessRun
import XCTest

/// What goes wrong in a swarm: afterwards users and statistics add up.
final class SwarmFaultTests: SwarmTestCase {
  /// Users of a version whose module level takes a while in each process, and says that it runs.
  private func slow(_ name: String) -> String {
    """
    import time
    from locust import HttpUser, task, constant

    print("loading \(name)", flush=True)
    time.sleep(1)

    class Alpha(HttpUser):
        wait_time = constant(0.02)

        @task
        def get(self):
            self.client.get("/json", name="\(name)")
    """
  }

  private func check(_ report: Report, since before: Int, file: StaticString = #filePath, line: UInt = #line) throws {
    XCTAssertEqual(report.rows["Aggregated"]?.failures, 0, report.log, file: file, line: line)
    XCTAssertEqual(report.requests("Aggregated"), try counted() - before - 1, report.log, file: file, line: line)
  }

  func testAWorkerThatDiesWhileItLoadsAVersionDoesNotHoldUpTheOthers() throws {
    let master = try startMaster(SwarmFaultTests.spec, "--expect-workers 2 -u 8 -r 8 --stop-timeout 5")
    let dying = try startWorker(of: master.port)
    let living = try startWorker(of: master.port)
    waits(master.run, for: "All users spawned")
    try master.run.replace("locustfile.py", with: slow("v2"))
    XCTAssert(dying.wait { $0.output.contains("loading v2") }, master.run.errors)
    kill(dying.pid, SIGKILL)
    _ = dying.finish()
    waits(master.run, matching: /Version 2 of the spec .* 1 workers/)
    // Its users have gone to the other one.
    waits(master.run, for: "(8 total users)", times: 2)
    usleep(1_000_000)
    master.run.signalGroup(SIGINT)
    let report = finish(master.run)
    XCTAssertEqual(living.finish().status, 0)
    XCTAssertGreaterThan(report.requests("v2"), 50, report.log)
  }

  func testAWorkerThatStopsWhileItLoadsAVersionGetsItLater() throws {
    let master = try startMaster(SwarmFaultTests.spec, "--expect-workers 2 -u 8 -r 8 --stop-timeout 5")
    let stopped = try startWorker(of: master.port)
    let living = try startWorker(of: master.port)
    waits(master.run, for: "All users spawned")
    try master.run.replace("locustfile.py", with: slow("v2"))
    XCTAssert(stopped.wait { $0.output.contains("loading v2") }, master.run.errors)
    kill(stopped.pid, SIGSTOP)
    waits(master.run, matching: /Version 2 of the spec .* 1 workers/)
    kill(stopped.pid, SIGCONT)
    waits(master.run, for: "self-healed with heartbeat")
    waits(master.run, for: "gets version 2 of the spec")
    waits(master.run, for: "(8 total users)", times: 3)
    usleep(2_000_000)
    master.run.signalGroup(SIGINT)
    let report = finish(master.run)
    XCTAssertEqual(living.finish().status, 0)
    XCTAssertEqual(stopped.finish().status, 0)
    XCTAssertEqual(report.rows["Aggregated"]?.failures, 0, report.log)
  }

  func testNothingIsLostWhenTheNetworkIsCut() throws {
    let before = try counted()
    let master = try startMaster(SwarmFaultTests.spec, "--expect-workers 2 -u 8 -r 8 --stop-timeout 5")
    let proxy = SwarmProxy(to: master.port)
    defer { proxy.close() }
    let far = try startWorker(of: proxy.port)
    let near = try startWorker(of: master.port)
    waits(master.run, for: "All users spawned")
    // Short: nobody is missed, but what was on the way is lost.
    for _ in 0..<3 {
      proxy.mode = .cut
      usleep(200_000)
      proxy.mode = .pass
      usleep(700_000)
    }
    // Long: its users go to the other one.
    proxy.mode = .cut
    waits(master.run, for: "failed to send heartbeat")
    waits(master.run, for: "(8 total users)", times: 2)
    proxy.mode = .pass
    waits(master.run, for: "self-healed with heartbeat")
    waits(master.run, for: "(8 total users)", times: 3)
    // A dead line.
    proxy.mode = .hold
    usleep(2_500_000)
    proxy.mode = .pass
    usleep(6_000_000)
    master.run.signalGroup(SIGINT)
    let report = finish(master.run)
    XCTAssertEqual(far.finish().status, 0)
    XCTAssertEqual(near.finish().status, 0)
    try check(report, since: before)
  }

  func testARestartedMasterTakesOverAndItsSwapsReachEverybody() throws {
    let master = try startMaster(SwarmFaultTests.spec, "--expect-workers 2 -u 10 -r 10")
    let workers = try startWorker(of: master.port, "--processes 2")
    waits(master.run, for: "All users spawned")
    kill(master.run.pid, SIGKILL)
    _ = master.run.finish()
    let next = try startMaster(slow("v2"), "--expect-workers 2 -u 10 -r 10 --stop-timeout 5", port: master.port)
    waits(next.run, for: "is taken over from an earlier master", times: 2)
    waits(next.run, for: "gets version 1 of the spec", times: 2)
    usleep(2_500_000)
    next.run.signalGroup(SIGINT)
    let report = finish(next.run)
    XCTAssertEqual(workers.finish().status, 0)
    XCTAssertGreaterThan(report.requests("v2"), 50, report.log)
  }

  func testMessagesOfNoUseAreDroppedAndCounted() throws {
    let master = try startMaster(SwarmFaultTests.spec, "--expect-workers 1 -u 2 -r 2 -t 4s --stop-timeout 5")
    let worker = try startWorker(of: master.port)
    waits(master.run, for: "All users spawned")
    let peer = try XCTUnwrap(SwarmRawPeer(port: master.port, name: "stranger"))
    let good: [UInt8] = [0x93, 0xa5] + Array("stats".utf8) + [0xc0, 0xa8] + Array("stranger".utf8)
    for bytes in [[], [0xc1], Array(good.dropLast(3)), good, [0x93, 1, 2, 3], [UInt8](repeating: 0x91, count: 5000)] {
      peer.send(bytes)
    }
    peer.send([0x93, 0xa4] + Array("what".utf8) + [0xc0, 0xa8] + Array("stranger".utf8))
    // A text that says it has 4 GiB.
    peer.send([0x93, 0xdb, 0xff, 0xff, 0xff, 0xff])
    // Longer than any message may be.
    peer.send([UInt8](repeating: 0, count: (64 << 20) + 1))
    waits(master.run, for: "messages dropped so far")
    let report = finish(master.run)
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssert(report.log.contains("9 messages were dropped"), report.log)
    XCTAssertEqual(worker.finish().status, 0)
  }

  func testUnknownPeersAreRefusedQuietly() throws {
    let secret = String(repeating: "b2", count: 32)
    let master = try startMaster(
      SwarmFaultTests.spec, "--expect-workers 1 -u 2 -r 2 -t 4s --stop-timeout 5",
      environment: ["KATYDID_SECRET": secret])
    let wrong = try startWorker(of: master.port, environment: ["KATYDID_SECRET": String(repeating: "c3", count: 32)])
    let keyless = try startWorker(of: master.port)
    waits(master.run, for: "without the swarm's secret was refused")
    let friend = try startWorker(of: master.port, environment: ["KATYDID_SECRET": secret])
    let report = finish(master.run)
    for stranger in [wrong, keyless] {
      stranger.signalGroup(SIGTERM)
      _ = stranger.finish()
    }
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssertEqual(friend.finish().status, 0)
    XCTAssertEqual(report.log.components(separatedBy: "reported as ready").count - 1, 1, report.log)
    // Both try again and again; the log says so once in ten seconds.
    XCTAssertLessThanOrEqual(report.log.components(separatedBy: "was refused").count - 1, 2, report.log)
  }

  func testOpenPeersAreLetInWhereTheMasterAllowsThem() throws {
    let secret = String(repeating: "d4", count: 32)
    let port = Int(SwarmFaultTests.makeClosedPort())
    let master = try startMaster(
      SwarmFaultTests.spec, "--expect-workers 2 -u 4 -r 4 -t 3s --stop-timeout 5 --allow-locust-peers",
      port: port, environment: ["KATYDID_SECRET": secret])
    let open = try startWorker(of: port + 1)
    let friend = try startWorker(of: port, environment: ["KATYDID_SECRET": secret])
    let report = finish(master.run)
    XCTAssertEqual(report.status, 0, report.log)
    XCTAssert(report.log.contains("2 workers connected"), report.log)
    XCTAssertEqual(open.finish().status, 0)
    XCTAssertEqual(friend.finish().status, 0)
  }
}
