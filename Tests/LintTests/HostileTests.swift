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

  /// Texts whose parts could each be compared with all others: a megabyte takes no longer than its reading, and of what
  /// is found again and again only the beginning is told.
  func testMuchOfTheSame() {
    let head = "from locust import *\n"
    let task = head + "class U(HttpUser):\n @task\n def t(self):\n"
    func text(_ start: String, _ size: Int = 1_000_000, _ part: (Int) -> String) -> String {
      var text = start
      var index = 0
      while text.utf8.count < size {
        text += part(index)
        index += 1
      }
      return text
    }
    let texts: [String: String] = [
      "imports": text("") { _ in "import os\n" },
      "one import": text("import a") { ", os as o\($0)" },
      "old names": text("from locust import HttpLocust") { ", HttpLocust as h\($0)" },
      "undefined": text("") { "undefined\($0)\n" },
      "attributes": text("import random\n") { "random.rand\($0)\n" },
      "keywords": text("def f(a): pass\nf(a=1") { ", b\($0)=1" } + ")\n",
      "parameters": text("def f(") { "a\($0), " } + "b): pass\n" + times("f()\n", 100_000),
      "definitions": text("") { _ in "def f(): pass\nprint\n" },
      "ancestors": text(head + "class U0(HttpUser): pass\n", 200_000) { "class U\($0 + 1)(U\($0)): x = self.y\n" },
      "descendants": text(head + "class U(HttpUser):\n def f(self): self.z\n") {
        "class U\($0)(U):\n def f(self): self.f()\n"
      },
      "task sets": text(head) {
        "class S\($0)(TaskSet):\n @task\n def t(self): a.b\nclass U\($0)(HttpUser):\n tasks=[S\($0)]\n @task\n"
          + " def u(self): a.b\n"
      },
      "shared lists": text(head) { "class U\($0)(HttpUser):\n a=[]\n def t(self): self.a.append(1)\n" },
      "tags": text(head + "class U(HttpUser):\n") { index in
        let letters = String(index, radix: 26)
        return " @tag('t\(letters)')\n @task\n def t\(index)(self): pass\n"
      },
      "caught": text(task) { "  r\($0)=self.client.get('/',catch_response=True)\n  f(r\($0))\n" },
      "renamed": text(task) { _ in "  with self.client.rename_request('a'): self.client.get(f'{self.a}')\n" },
      "headers": text(task) { "  self.client.get('/',headers={'Acept-\($0)':1})\n" },
      "responses": task
        + (1...12).map { level in
          times("  r\(level) = \(level == 1 ? "self.client.get('/')" : "r\(level - 1)")\n", 19)
        }.joined() + "  r12.nothing()\n",
      "replacements": text("x = f'") { _ in "{a}" } + "'\n",
      "silenced": times("x = undefined_name  # noqa\n", 30_000),
    ]
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      let start = Date()
      let source = SourceText(name: "hostile.py", text)
      let found = linter().lint(source)
      let shown = OutputFormat.full.render([LintResult(source: source, findings: found)])
      let seconds = Date().timeIntervalSince(start)
      XCTAssertLessThan(seconds, 8, name)
      for (code, findings) in Dictionary(grouping: found, by: \.code) {
        XCTAssertLessThanOrEqual(findings.count, 1001, "\(name): \(code)")
      }
      XCTAssertLessThan(shown.utf8.count, 30 << 20, name)
    }
    XCTAssertEqual(linter().lint(SourceText(name: "a.py", texts["silenced"] ?? "")).count, 0)
  }
}
