import Foundation
import Lang
import Lint
import XCTest

/// Files made to hurt: a diagnostic, in bounded time.
final class HostileTests: LintTestCase {
  private func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private func lint(_ bytes: [UInt8], within seconds: Double) -> [Finding] {
    let start = Date()
    let found = linter().lint(SourceText(name: "hostile.py", bytes: bytes))
    XCTAssertLessThan(Date().timeIntervalSince(start), seconds, String(decoding: bytes.prefix(20), as: UTF8.self))
    return found
  }

  func testNestingAndBinaries() {
    let texts = [
      times("(", 100_000), times("[", 100_000) + times("]", 100_000), "x = " + times("{1:", 100_000),
      "x = " + times("-", 100_000) + "1", "x = " + times("lambda: ", 100_000) + "1",
      "if 0: pass\n" + times("elif 0: pass\n", 20_000), times("try:\n ", 90), "x = 1\u{0}",
      "x = f\"" + times("{", 10_001) + "\"", times("class A:\n", 1) + times("\u{1}", 100_000),
    ]
    for text in texts {
      let found = lint(Array(text.utf8), within: 5)
      XCTAssertFalse(found.isEmpty, String(text.prefix(20)))
      XCTAssertLessThanOrEqual(found.count, 110, String(text.prefix(20)))
    }
    XCTAssertFalse(lint([0xFF, 0xFE, 0x00], within: 5).isEmpty)
    XCTAssertFalse(lint(Array(repeating: 0xC3, count: 10 << 20), within: 5).isEmpty)
    XCTAssertFalse(
      lint((0..<(10 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }, within: 5).isEmpty)
  }

  func testTenMegabytes() {
    // Neither much of the same nor one long line costs more than its reading.
    XCTAssertFalse(lint(Array(times("x = undefined_name\n", 550_000).utf8), within: 60).isEmpty)
    XCTAssertFalse(lint(Array(("x = [" + times("1, ", 3_500_000) + "] + y").utf8), within: 60).isEmpty)
    XCTAssertFalse(lint(Array(("x = \"" + times("a", 10 << 20)).utf8), within: 30).isEmpty)
    XCTAssertTrue(lint(Array(("x = \"" + times("a", 10 << 20) + "\"\n").utf8), within: 30).isEmpty)
  }
}
