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
    // One a line, with `\\n` and `\\t` for line ends and tabs.
    let snippets = try input("broken_snippets.txt").lines.map {
      $0.replacingOccurrences(of: "\\n", with: "\n").replacingOccurrences(of: "\\t", with: "\t")
    }
    XCTAssertGreaterThan(snippets.count, 300)
    let script =
      "import sys, json\nfor s in json.load(sys.stdin):\n"
      + "  try:\n    compile(s, 'f', 'exec'); print('ok')\n"
      + "  except SyntaxError as e: print(e.lineno, e.msg)\n"
    let expected = try runPython(
      "import warnings; warnings.simplefilter('ignore')\n" + script,
      input: String(decoding: JSONEncoder().encode(snippets), as: UTF8.self)
    ).split(separator: "\n").map(String.init)
    XCTAssertEqual(expected.count, snippets.count)
    var different: [String] = []
    for (snippet, wanted) in zip(snippets, expected) {
      let source = SourceText(name: "f", snippet)
      let first = Program.check(source).first
      let got = first.map { "\(source.position(at: Int($0.span.start)).line) \($0.message)" } ?? "ok"
      if got != wanted { different.append("\(snippet.debugDescription): got \(got); CPython says \(wanted)") }
    }
    XCTAssertEqual(different, [])
  }

  /// Whatever the text, there are diagnostics or a run, never a crash; what CPython refuses is refused.
  func testHostileTextsAreRefused() {
    func times(_ text: String, _ count: Int = 100_000) -> String { String(repeating: text, count: count) }
    let texts = [
      times("("), times("(") + "1" + times(")"), "x=" + times("[") + times("]"), "x=" + times("{1:") + "1",
      times("f(") + times(")"), "x=" + times("-") + "1", "x=" + times("not ") + "1", "x=" + times("2**") + "1",
      "x=" + times("lambda:") + "1", "x=" + times("1 if 1 else ") + "1", "x=a" + times(".b"), "x=a" + times("[0]"),
      "x=a" + times("()"), "x=1" + times("+1"), "x=1" + times(" and 1"), "if 0: pass\n" + times("elif 0: pass\n", 5000),
      (0..<2000).map { times(" ", $0) + "if 1:\n" }.joined(), "match x:\n case " + times("[") + ": pass",
      "x=" + times("9"), "x = 1\u{0}", "f\"" + times("{"), times("*") + "x",
    ]
    for text in texts {
      XCTAssertFalse(Program.check(SourceText(name: "f", text)).isEmpty, String(text.prefix(20)))
    }
    let invalid: [[UInt8]] = [[0x78, 0x3D, 0x22, 0xFF, 0x22], [0x23, 0xC3, 0x28, 0x0A], Array(0...255)]
    for bytes in invalid { XCTAssertFalse(Program.check(SourceText(name: "f", bytes: bytes)).isEmpty) }
    let fine = [
      "x=[" + times("1,", 300_000) + "]", "x=\"" + times("a", 1_000_000) + "\"", "x=" + times("\"a\""), times("x=1\n"),
      "x=1" + times("<2"), times("@f\n", 10000) + "def g(): pass\n", "",
    ]
    for text in fine { XCTAssertEqual(Program.check(SourceText(name: "f", text)), [], String(text.prefix(20))) }
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

extension SourceText {
  /// The lines that aren't empty.
  fileprivate var lines: [String] { (1...lineCount).map { text(ofLine: $0) }.filter { !$0.isEmpty } }
}
