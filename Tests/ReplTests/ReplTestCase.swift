import DemoTarget
import Foundation
import ProcessRun
import XCTest

/// Tests of the prompt against the demo target, on a real terminal: a pty.
class ReplTestCase: XCTestCase {
  nonisolated(unsafe) private static var target: DemoTarget?

  override class func setUp() {
    guard let target = try? DemoTarget(DemoTargetOptions(freePort: true)) else {
      return XCTFail("the demo target doesn't start")
    }
    ReplTestCase.target = target
    Thread { target.run() }.start()
  }

  override class func tearDown() {
    target?.stop()
    target = nil
  }

  /// The demo target's address.
  var host: String { "http://127.0.0.1:\(ReplTestCase.target?.port ?? 0)" }

  /// Types on a terminal; each text must be shown before the next keys are typed. Keys that begin with NUL write a file
  /// instead: its name, NUL, its text.
  func type(
    _ steps: [(shown: String, keys: String)], _ arguments: String..., files: [String: String] = [:],
    file: StaticString = #filePath, line: UInt = #line
  ) throws -> String {
    let outcome = try Typist.run(
      steps.map { step in
        guard step.keys.hasPrefix("\0") else { return Typist.Step(shown: step.shown, keys: step.keys) }
        let parts = step.keys.dropFirst().split(separator: "\0", maxSplits: 1, omittingEmptySubsequences: false)
        return Typist.Step(shown: step.shown, writes: String(parts[0]), String(parts.last ?? ""))
      }, ["repl"] + arguments, size: (120, 40), environment: ["HOME": ".", "TERM": "xterm", "COLUMNS": "120"],
      files: files, patience: 10)
    XCTAssertNil(outcome.missing, outcome.result.output, file: file, line: line)
    XCTAssertEqual(outcome.result.status, 0, outcome.result.output, file: file, line: line)
    return outcome.result.output
  }

  let prompt = "katydid> "
  let more = "...> "
  let interrupt = "\u{3}"
  let end = "\u{4}"
}

extension DemoTargetOptions {
  /// Options with a free port.
  fileprivate init(freePort: Bool) {
    self.init()
    if freePort { port = 0 }
  }
}
