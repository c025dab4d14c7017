import Foundation
import ProcessRun
import XCTest

/// Tests with masters and workers that are processes of their own.
class SwarmTestCase: KatydidTestCase {
  /// Users that send a request every 20 ms.
  static let spec = """
    from locust import HttpUser, task, constant

    class Alpha(HttpUser):
        wait_time = constant(0.02)

        @task
        def get(self):
            self.client.get("/json")
    """

  /// A master that listens on loopback, and where.
  struct Master {
    let run: ProcessRun
    let port: Int
  }

  /// Starts a master at a free port, or at `port`, and waits until it listens.
  func startMaster(
    _ spec: String, _ options: String, port: Int = 0, environment: [String: String] = [:],
    files: [String: String] = [:], file: StaticString = #filePath, line: UInt = #line
  ) throws -> Master {
    let run = try start(
      spec, "--master --master-bind-host 127.0.0.1 --master-bind-port \(port) --only-summary \(options)",
      environment: environment, files: files)
    var found = 0
    let listens = run.wait { run in
      guard let match = run.errors.firstMatch(of: /listens at 127.0.0.1:(\d+)/) else { return false }
      found = Int(match.1) ?? 0
      return true
    }
    XCTAssert(listens, "the master doesn't listen:\n\(run.errors)", file: file, line: line)
    return Master(run: run, port: found)
  }

  /// Starts a worker, in a folder without a spec.
  func startWorker(of port: Int, _ options: String = "", environment: [String: String] = [:]) throws -> ProcessRun {
    try ProcessRun(
      "katydid", ["--worker", "--master-port", "\(port)"] + options.split(separator: " ").map(String.init),
      environment: environment)
  }

  /// Waits until a run's log has a text, `times` times.
  func waits(
    _ run: ProcessRun, for text: String, times: Int = 1, within seconds: Double = 15, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    XCTAssert(
      run.wait(seconds) { $0.errors.components(separatedBy: text).count > times },
      "no '\(text)' \(times) times:\n\(run.errors)", file: file, line: line)
  }

  /// Waits until a run's log has what a pattern says.
  func waits(
    _ run: ProcessRun, matching pattern: some RegexComponent, within seconds: Double = 15,
    file: StaticString = #filePath,
    line: UInt = #line
  ) {
    XCTAssert(
      run.wait(seconds) { $0.errors.contains(pattern) }, "not in the log:\n\(run.errors)", file: file, line: line)
  }

  /// How many requests the demo target has had.
  func counted() throws -> Int {
    let text = try ProcessRun("/usr/bin/curl", ["-s", "\(host)/counter"]).finish().output
    let match = try XCTUnwrap(text.firstMatch(of: /"total": ?(\d+)/), text)
    return try XCTUnwrap(Int(match.1))
  }
}
