import DemoTarget
import Foundation
import ProcessRun
import XCTest

/// Tests that run the real binary against a demo target, which the tests of a class share.
class KatydidTestCase: XCTestCase {
  nonisolated(unsafe) private static var target: DemoTarget?

  override class func setUp() {
    var options = DemoTargetOptions()
    options.tlsPort = 0
    guard let target = try? DemoTarget(options) else { return XCTFail("the demo target doesn't start") }
    KatydidTestCase.target = target
    Thread { target.run() }.start()
  }

  override class func tearDown() {
    target?.stop()
    target = nil
  }

  /// The demo target's address.
  var host: String { "http://127.0.0.1:\(KatydidTestCase.target?.port ?? 0)" }
  /// The demo target's address for TLS, with a certificate that nobody has signed.
  var secureHost: String { "https://127.0.0.1:\(KatydidTestCase.target?.tlsPort ?? 0)" }

  /// A port of loopback on which nobody listens.
  static func makeClosedPort() -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(descriptor, $0, size)
        _ = getsockname(descriptor, $0, &size)
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  /// Starts `katydid` in a folder with a locustfile.
  ///
  /// - Parameters:
  ///   - spec: the text of `locustfile.py`.
  ///   - options: the options, parted by spaces, beside `--headless` and the demo target's address.
  ///   - files: what lies beside the locustfile.
  func start(
    _ spec: String, _ options: String, environment: [String: String] = [:], files: [String: String] = [:]
  ) throws -> ProcessRun {
    try ProcessRun(
      "katydid", ["--headless", "--host", host] + options.split(separator: " ").map(String.init),
      environment: environment, files: files.merging(["locustfile.py": spec]) { $1 })
  }

  /// Waits for the end of a run, which must come by itself and leave no process behind.
  func finish(_ run: ProcessRun, file: StaticString = #filePath, line: UInt = #line) -> Report {
    let result = run.finish(within: 15)
    XCTAssertFalse(result.isLate, "it doesn't end:\n\(result.output)\(result.errors)", file: file, line: line)
    XCTAssertFalse(result.leavesProcesses, "a process is left", file: file, line: line)
    XCTAssertNil(result.signal, "it crashes:\n\(result.errors)", file: file, line: line)
    return Report(result)
  }

  /// Runs a spec to its end.
  func run(
    _ spec: String, _ options: String, environment: [String: String] = [:], file: StaticString = #filePath,
    line: UInt = #line
  ) throws -> Report {
    finish(try start(spec, options, environment: environment), file: file, line: line)
  }

  /// Python that counts a request under a name: what specs without a target use to say what has happened.
  static let fire = """
    from locust import *
    import locust, logging, time

    def fire(name, exception=None, ms=1.0):
        events.request.fire(request_type="OWN", name=name, response_time=ms, response_length=7, exception=exception,
                            context={})


    """
}

/// What a run has reported.
struct Report {
  /// A row of the final table.
  struct Row: Equatable {
    let method: String
    let requests: Int
    let failures: Int
  }

  let result: ProcessRun.Result
  var status: Int32? { result.status }
  /// The log and the tables.
  var log: String { result.errors }
  /// The rows of the final table by their names, "Aggregated" among them.
  let rows: [String: Row]
  /// The error report: how often each error came.
  let failures: [String: Int]
  /// The exception report, line by line.
  let exceptions: [String]

  init(_ result: ProcessRun.Result) {
    self.result = result
    let lines = result.errors.components(separatedBy: "\n")
    var rows: [String: Row] = [:]
    let table = lines.lastIndex { $0.hasPrefix("Type ") && $0.contains("# fails") } ?? lines.endIndex
    for line in lines[table...].prefix(while: { !$0.isEmpty }) {
      guard let match = line.wholeMatch(of: /(\S*) +(.*?) +(\d+) +(\d+)\([\d.]+%\) \|.*/) else { continue }
      rows[String(match.2)] = Row(
        method: String(match.1), requests: Int(match.3) ?? -1, failures: Int(match.4) ?? -1)
    }
    self.rows = rows
    var failures: [String: Int] = [:]
    for line in Report.section("Error report", of: lines) {
      guard let match = line.wholeMatch(of: /(\d+) +(.*?) */) else { continue }
      failures[String(match.2)] = Int(match.1)
    }
    self.failures = failures
    exceptions = Report.section("Exception report", of: lines)
  }

  /// The lines between the two rules of a section.
  private static func section(_ title: String, of lines: [String]) -> [String] {
    guard let start = lines.firstIndex(of: title) else { return [] }
    return Array(lines[start...].dropFirst(3).prefix { !$0.hasPrefix("------") })
  }

  /// How many requests a name has; 0 for none.
  func requests(_ name: String) -> Int { rows[name]?.requests ?? 0 }
}
