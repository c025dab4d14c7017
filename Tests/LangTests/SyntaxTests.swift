import Foundation
import Lang
import XCTest

/// What the parser accepts, and how it words what it refuses.
final class SyntaxTests: XCTestCase {
  private func input(_ name: String) throws -> SourceText {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Inputs/\(name)")
    return SourceText(name: name, bytes: Array(try Data(contentsOf: url)))
  }

  func testTheSeedWithItsBraceMisplacedGivesOnePreciseDiagnostic() throws {
    let source = try input("seed_broken.py")
    let diagnostics = Parser.parse(source).diagnostics
    XCTAssertEqual(diagnostics.count, 1)
    let diagnostic = try XCTUnwrap(diagnostics.first)
    XCTAssertEqual(source.text(of: diagnostic.span), "name=")
    XCTAssertEqual(source.position(at: Int(diagnostic.span.start)).line, 6)
    XCTAssertEqual(
      diagnostic.hint,
      #"write l.client.get(indexstr, headers={"UserAgent":"locust"},name="/index.html?ok=[random]")"#)
  }

  func testSeveralFaultsAreAllReported() {
    let source = SourceText(name: "spec.py", "x = = 1\nif True\n    pass\ndef f(:\n    pass\ny = 2\n")
    XCTAssertEqual(Parser.parse(source).diagnostics.count, 3)
  }

  /// CPython is asked for the message and line of each broken snippet; ours must be the same.
  func testMessagesAreThoseOfCPython() throws {
    let snippets = [
      "f(1", "x = [1, 2", "if x\n  pass\n", "while True print(1)", "print 'x'", "f(a b)", "x = 'abc", "x = '''abc",
      "a = )", "a = (1]", "def f(:\n  pass", "if True:\npass", "for x in y:\npass", "class A:\npass", "return 1",
      "break", "continue", "1 = x", "f() = 1", "None = 1", "x + 1 = 2", "del f()", "f(x=1, 2)", "f(**k, 1)",
      "f(a=1, a=2)", "def f(a, a): pass", "def f(a=1, b): pass", "try:\n  pass\n", "  x = 1",
      "if True:\n    x\n  y", "x = 08", "x = 1abc", "x = 0b12", "lambda: (yield", "x = 5 +", "import", "from x import",
      "x = {1: }", "f'{}'", "f'{x'", "f'}'", "if x = 1:\n  pass", "else:\n  pass", "with open() as f\n  pass",
      "def f()\n  pass", "a, b += 1", "(a, b): int = 1", "*a = 1", "x = *a", "async x", "yield 1",
    ]
    let script =
      "import sys, json\nfor s in json.load(sys.stdin):\n"
      + "  try:\n    compile(s, 'f', 'exec'); print('ok')\n"
      + "  except SyntaxError as e: print(e.lineno, e.msg)\n"
    let expected = try runPython(script, input: String(decoding: JSONEncoder().encode(snippets), as: UTF8.self))
      .split(separator: "\n").map(String.init)
    XCTAssertEqual(expected.count, snippets.count)
    var different: [String] = []
    for (snippet, wanted) in zip(snippets, expected) {
      let source = SourceText(name: "f", snippet)
      let first = Parser.parse(source).diagnostics.first
      let got = first.map { "\(source.position(at: Int($0.span.start)).line) \($0.message)" } ?? "ok"
      if got != wanted { different.append("\(snippet.debugDescription): got \(got); CPython says \(wanted)") }
    }
    XCTAssertEqual(different, [])
  }

  /// Every file of CPython's own library that compiles there must parse here.
  func testTheStandardLibraryParses() throws {
    let folder = try runPython("import sysconfig; print(sysconfig.get_path('stdlib'), end='')", input: "")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".py") }
    XCTAssertGreaterThan(files.count, 50)
    for file in files {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
      guard let text = String(data: data, encoding: .utf8) else { continue }
      let source = SourceText(name: file, text)
      let diagnostics = Parser.parse(source).diagnostics
      XCTAssert(diagnostics.isEmpty, diagnostics.first?.rendered(in: source) ?? "")
    }
  }

  func testTruncationsNeverCrash() throws {
    let bytes = try input("seed_broken.py").bytes
    for end in 0..<bytes.count { _ = Parser.parse(SourceText(name: "f", bytes: Array(bytes[..<end]))) }
    let deep = String(repeating: "(", count: 5000)
    XCTAssertFalse(Parser.parse(SourceText(name: "f", deep)).diagnostics.isEmpty)
  }
}
