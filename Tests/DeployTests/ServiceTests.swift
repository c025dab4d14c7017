import Foundation
import ProcessRun
import XCTest

/// The units, and what the program tells a service manager.
final class ServiceTests: XCTestCase {
  private let units = Deploy.folder.appendingPathComponent("systemd").path

  func testUnitsAreValidAndConfined() throws {
    // The program is not where a package would put it: that is the only complaint that may come.
    let complaints = try Deploy.shell("systemd-analyze verify $1/*.service 2>&1 || true", [units]).output
      .split(separator: "\n").filter { !$0.contains("is not executable") && !$0.contains("man katydid(1)") }
    XCTAssertEqual(complaints, [])
    for name in ["katydid-master", "katydid-worker", "katydid-worker@"] {
      let path = "\(units)/\(name).service"
      let rating = try Deploy.shell("systemd-analyze security --offline=true --threshold=25 $1 2>&1", [path])
      XCTAssertEqual(rating.status, 0, "\(name) is too exposed:\n\(rating.output.suffix(400))")
    }
  }

  /// A service manager that prints what it is told: a datagram a line.
  private static let manager = """
    import os, socket, subprocess, sys
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listener.bind("notify")
    listener.settimeout(15)
    service = subprocess.Popen(sys.argv[2:], env=dict(os.environ, NOTIFY_SOCKET=os.path.abspath("notify"),
                                                      WATCHDOG_USEC="400000"), stderr=open("log", "w"))
    for _ in range(int(sys.argv[1])):
        print(listener.recv(4096).decode().replace("\\n", " "), flush=True)
    service.terminate()
    sys.exit(service.wait(15))
    """

  private func notices(_ count: Int, _ arguments: String...) throws -> [Substring] {
    let run = try ProcessRun(
      "/usr/bin/env", ["python3", "-c", ServiceTests.manager, "\(count)", Deploy.katydid] + arguments,
      files: ["locustfile.py": "from locust import User, task\nclass U(User):\n    @task\n    def t(self): pass\n"])
    let result = run.finish(within: 30)
    XCTAssertFalse(result.leavesProcesses)
    return result.output.split(separator: "\n")
  }

  func testMasterTellsThatItIsReadyAndAlive() throws {
    let lines = try notices(3, "--master", "--headless", "--master-bind-host", "127.0.0.1", "--master-bind-port", "0")
    XCTAssertEqual(lines.first, "READY=1 STATUS=ready: 0 users on 0 workers")
    XCTAssertEqual(lines.dropFirst().first, "WATCHDOG=1 STATUS=ready: 0 users on 0 workers")
    XCTAssertEqual(lines.count, 3)
  }

  /// Machines start in any order: a worker is up as soon as it looks for its master.
  func testWorkerIsReadyBeforeItsMaster() throws {
    let lines = try notices(2, "--worker", "--master-port", "1")
    XCTAssertEqual(lines.first, "READY=1 STATUS=looking for the master at tcp://127.0.0.1:1")
    XCTAssertTrue(lines.last?.hasPrefix("WATCHDOG=1 ") == true, "\(lines)")
  }

  func testParentOfWorkersSpeaksForThem() throws {
    let lines = try notices(2, "--worker", "--processes", "2", "--master-port", "1")
    XCTAssertEqual(lines.first, "READY=1 STATUS=2 worker processes")
    XCTAssertEqual(lines.last, "WATCHDOG=1 STATUS=2 worker processes")
  }
}
