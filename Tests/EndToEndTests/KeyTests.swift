import Foundation
import ProcessRun
import XCTest

/// The keys of a run's terminal, typed on a pseudo-terminal.
final class KeyTests: KatydidTestCase {
  private static let spec = """
    from locust import HttpUser, task, constant

    class Visitor(HttpUser):
        wait_time = constant(0.1)

        @task
        def ask(self):
            self.client.get("/json")
    """

  /// Types keys, each once the pattern before it is shown; the terminal must be as before in the end.
  private func type(
    _ steps: [(pattern: String, keys: String)], _ options: String, environment: [String: String] = [:],
    file: StaticString = #filePath, line: UInt = #line
  ) throws -> ProcessRun.Result {
    let outcome = try Typist.run(
      steps.map { Typist.Step(matching: $0.pattern, keys: $0.keys) },
      ["--host", host] + options.split(separator: " ").map(String.init), environment: environment,
      files: ["locustfile.py": KeyTests.spec])
    XCTAssertNil(outcome.missing, outcome.result.output, file: file, line: line)
    XCTAssertTrue(outcome.isRestored, outcome.result.output, file: file, line: line)
    XCTAssertFalse(outcome.result.leavesProcesses, file: file, line: line)
    return outcome.result
  }

  func testKeysChangeTheNumberOfUsers() throws {
    let steps = [
      (#"All users spawned: .*\(2 total"#, "w"), (#"Ramping to 3 .*\(3 total"#, "W"),
      (#"Ramping to 13 .*\(13 total"#, "s"),
      (#"Ramping to 12 .*\(12 total"#, "S"), (#"Ramping to 2 .*\(2 total"#, "S"), (#"Ramping to 0 .*\(0 total"#, "xw"),
      (#"Ramping to 1 .*\(1 total"#, "\u{3}"),
    ]
    let result = try type(steps, "--headless -u 2 -r 100 --only-summary")
    XCTAssertTrue(result.output.contains("Got SIGINT signal"), result.output)
    XCTAssertTrue(result.output.contains("Shutting down (exit code 0)"))
  }

  /// While users are being started, a key is refused with a word.
  func testKeysDuringTheRamp() throws {
    let steps = [
      ("Ramping to 30 ", "w"), ("Already spawning users, can't spawn more", "s"), ("can't stop any", "\u{3}"),
    ]
    _ = try type(steps, "--headless -u 30 -r 2 --only-summary")
  }

  func testEnterOpensThePage() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("katydid-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let browser = folder.appendingPathComponent("xdg-open")
    try Data("#!/bin/sh\necho \"OPENED $1\"\n".utf8).write(to: browser)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser.path)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let steps = [("press enter to open your default browser", "\r"), (#"OPENED http://127\.0\.0\.1:\d+"#, "\u{3}")]
    _ = try type(steps, "--web-host 127.0.0.1 --web-port 0", environment: ["PATH": "\(folder.path):\(path)"])
  }
}
