import Foundation
import ProcessRun
import XCTest

/// The keys of a run's terminal, typed on a pseudo-terminal.
final class KeyTests: KatydidTestCase {
  /// Runs a command on a terminal: waits for each text in turn, types the keys that belong to it, and says in the end
  /// whether the terminal is as it was before.
  private static let typist = """
    import json, os, pty, re, select, sys, termios, time
    steps = json.loads(sys.argv[1])
    master, slave = pty.openpty()
    before = termios.tcgetattr(slave)
    pid = os.fork()
    if pid == 0:
        os.login_tty(slave)
        os.execv(sys.argv[2], sys.argv[2:])
    text = ""
    deadline = time.monotonic() + 15
    while True:
        if steps and (found := re.search(steps[0][0], text, re.S)):
            text = text[found.end():]
            os.write(master, steps.pop(0)[1].encode())
        if time.monotonic() > deadline:
            os.kill(pid, 9)
            break
        ended, status = os.waitpid(pid, os.WNOHANG)
        if select.select([master], [], [], 0.05)[0]:
            data = os.read(master, 65536).decode(errors="replace")
            sys.stdout.write(data)
            text += data
        elif ended:
            break
    print("LEFT", len(steps), "SAME", termios.tcgetattr(slave)[3] == before[3])
    """

  private static let spec = """
    from locust import HttpUser, task, constant

    class Visitor(HttpUser):
        wait_time = constant(0.1)

        @task
        def ask(self):
            self.client.get("/json")
    """

  private func type(
    _ steps: [[String]], _ options: String, environment: [String: String] = [:], files: [String: String] = [:]
  ) throws -> ProcessRun {
    let katydid = ProcessRun.products.appendingPathComponent("katydid").path
    let script = String(decoding: try JSONSerialization.data(withJSONObject: steps), as: UTF8.self)
    return try ProcessRun(
      "/usr/bin/env",
      ["python3", "-c", KeyTests.typist, script, katydid, "--host", host]
        + options.split(separator: " ").map(String.init),
      environment: environment, files: files.merging(["locustfile.py": KeyTests.spec]) { _, spec in spec })
  }

  func testKeysChangeTheNumberOfUsers() throws {
    let steps = [
      [#"All users spawned: .*\(2 total"#, "w"], [#"Ramping to 3 .*\(3 total"#, "W"],
      [#"Ramping to 13 .*\(13 total"#, "s"],
      [#"Ramping to 12 .*\(12 total"#, "S"], [#"Ramping to 2 .*\(2 total"#, "S"], [#"Ramping to 0 .*\(0 total"#, "xw"],
      [#"Ramping to 1 .*\(1 total"#, "\u{3}"],
    ]
    let result = try type(steps, "--headless -u 2 -r 100 --only-summary").finish(within: 25)
    XCTAssertTrue(result.output.contains("LEFT 0 SAME True"), result.output)
    XCTAssertTrue(result.output.contains("Got SIGINT signal"), result.output)
    XCTAssertTrue(result.output.contains("Shutting down (exit code 0)"))
    XCTAssertFalse(result.leavesProcesses)
  }

  /// While users are being started, a key is refused with a word.
  func testKeysDuringTheRamp() throws {
    let steps = [
      ["Ramping to 30 ", "w"], ["Already spawning users, can't spawn more", "s"], ["can't stop any", "\u{3}"],
    ]
    let result = try type(steps, "--headless -u 30 -r 2 --only-summary").finish(within: 25)
    XCTAssertTrue(result.output.contains("LEFT 0 SAME True"), result.output)
  }

  func testEnterOpensThePage() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let browser = folder.appendingPathComponent("xdg-open")
    try Data("#!/bin/sh\necho \"OPENED $1\"\n".utf8).write(to: browser)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser.path)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let steps = [["press enter to open your default browser", "\r"], [#"OPENED http://127\.0\.0\.1:\d+"#, "\u{3}"]]
    let result = try type(
      steps, "--web-host 127.0.0.1 --web-port 0", environment: ["PATH": "\(folder.path):\(path)"]
    ).finish(within: 25)
    XCTAssertTrue(result.output.contains("LEFT 0 SAME True"), result.output)
    XCTAssertFalse(result.leavesProcesses)
  }
}
