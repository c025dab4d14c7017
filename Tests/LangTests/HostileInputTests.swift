import Foundation
import XCTest

/// What bad input gets: a diagnostic or an exception, never a crash and never a hang. Everything runs under the built
/// program.
final class HostileInputTests: XCTestCase {
  private struct Outcome {
    let output: String
    let status: Int32
    let wasSignalled: Bool
  }

  /// Runs `katydid exec`; one that takes longer than the given seconds is ended, and fails.
  private func run(_ arguments: [String], within seconds: Double = 20, interruptAfter: Double? = nil) throws -> Outcome
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: builtProgram())
    process.arguments = ["exec"] + arguments
    let log = FileManager.default.temporaryDirectory.appendingPathComponent("hostile-\(UUID().uuidString)")
    FileManager.default.createFile(atPath: log.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: log) }
    let handle = try FileHandle(forWritingTo: log)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    if let interruptAfter {
      Thread.sleep(forTimeInterval: interruptAfter)
      process.interrupt()
    }
    let end = Date(timeIntervalSinceNow: seconds)
    while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.01) }
    if process.isRunning {
      XCTFail("still running after \(seconds) s: \(arguments)")
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    let output = String(decoding: try Data(contentsOf: log), as: UTF8.self)
    return Outcome(
      output: output, status: process.terminationStatus, wasSignalled: process.terminationReason == .uncaughtSignal)
  }

  /// Runs a source from a file.
  private func run(source: [UInt8], within seconds: Double = 20) throws -> Outcome {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("hostile-\(UUID().uuidString).py")
    try Data(source).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try run([file.path], within: seconds)
  }

  func testSourcesOfAnyDepthGetADiagnosticOrRun() throws {
    func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    let sources: [(String, String)] = [
      ("parentheses", repeated("(", 100_000)), ("lists", repeated("[", 5_000) + repeated("]", 5_000)),
      ("signs", repeated("-", 100_000) + "1"), ("attributes", "x" + repeated(".a", 100_000)),
      ("sums", "1" + repeated("+1", 100_000)), ("lambdas", repeated("lambda:", 100_000) + "1"),
      ("calls", repeated("f(", 50_000)), ("not", repeated("not ", 100_000) + "1"),
      ("subscripts", "x" + repeated("[0]", 100_000)), ("elif", "if 1: pass\n" + repeated("elif 1: pass\n", 50_000)),
      ("blocks", (0..<500).map { repeated(" ", $0) + "if 1:\n" }.joined() + repeated(" ", 500) + "pass"),
      ("f-strings", repeated("f\"{", 3_000)), ("conditions", repeated("1 if 1 else ", 100_000) + "1"),
      ("patterns", "match x:\n case " + repeated("[", 5_000) + repeated("]", 5_000) + ": pass"),
      ("powers", repeated("*", 100_000) + "a"), ("digits", repeated("1", 1_000_000)),
    ]
    for (name, source) in sources {
      let outcome = try run(source: Array(source.utf8))
      XCTAssertFalse(outcome.wasSignalled, "\(name): \(outcome.output.suffix(400))")
      XCTAssertEqual(outcome.status, 1, name)
      XCTAssertTrue(outcome.output.contains("error: ") || outcome.output.contains("Error: "), name)
    }
  }

  func testAnyBytesAreASource() throws {
    let sources: [(String, [UInt8])] = [
      ("UTF-16", [0xFF, 0xFE, 0x61, 0]), ("NUL", Array("x = 1\0\n".utf8)),
      ("no UTF-8", [0x78, 0x3D, 0x22, 0xC3, 0x28]),
      ("noise", (0..<100_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 7) }),
      ("unknown encoding", Array("# coding: klingon\nx = 1\n".utf8)),
    ]
    for (name, source) in sources {
      let outcome = try run(source: source)
      XCTAssertFalse(outcome.wasSignalled, "\(name): \(outcome.output.suffix(400))")
      XCTAssertEqual(outcome.status, 1, name)
    }
    let long = try run(source: Array("x = \"".utf8) + [UInt8](repeating: 97, count: 50_000_000) + Array("\"\n".utf8))
    XCTAssertEqual(long.status, 0)
  }

  func testWhatCannotEndOrFitRaises() throws {
    let programs: [(text: String, ends: String)] = [
      ("a = []; a.append(a); d = {1: a}; a.append(d); print(a)", "[[...], {1: [...]}]\n"),
      (
        "a = []; a.append(a); b = []; b.append(b); a == b",
        "RecursionError: maximum recursion depth exceeded in comparison\n"
      ),
      ("'a' * 10**12", "MemoryError\n"), ("10**10**8", "OverflowError: the result of ** has too many digits\n"),
      ("'%.*d' % (2**40, 1)", "OverflowError: Python int too large to convert to C int\n"),
      (
        "import re; re.match(r'(a+)+$', 'a' * 5000 + 'b')",
        "RuntimeError: the regular expression needs too many steps or too much memory\n"
      ),
      ("class A:\n  def __eq__(s, o): return s == o\nA() == A()", "RecursionError: maximum recursion depth exceeded\n"),
      ("class A:\n  def __repr__(s): return repr(s)\nrepr(A())", "RecursionError: maximum recursion depth exceeded\n"),
      (
        "n = 0\nclass A:\n  def __del__(s):\n    global n\n    n += 1\n    raise ValueError\n"
          + "import sys, io\nsys.stderr = io.StringIO()\nfor i in range(100000): A()\nprint('end')", "end\n"
      ),
      (
        "import random\nclass A:\n  def __lt__(s, o): return random.random() < 0.5\n"
          + "l = [A() for i in range(5000)]\nprint(len({id(x) for x in sorted(l)}))", "5000\n"
      ),
      ("l = list(range(9))\nprint(sorted(l, key=lambda x: l.clear() or x) == list(range(9)), l)", "True []\n"),
      (
        "d = {}\nclass K:\n  def __hash__(s): return 1\n  def __eq__(s, o): d.clear(); return False\n"
          + "for i in range(50): d[K()] = i\nprint('end')", "end\n"
      ),
      (
        "x = set()\nclass K:\n  def __hash__(s): return 1\n  def __eq__(s, o): x.clear(); return False\n"
          + "for i in range(50): x.add(K())\nprint('end')", "end\n"
      ),
      ("list(range(10**12))", "MemoryError\n"),
      (
        "a = ()\nfor i in range(1000000): a = (a,)\nhash(a)", "RecursionError: maximum recursion depth exceeded\n"
      ),
      (
        "import yaml\nyaml.safe_load('[' * 100000)",
        "RecursionError: maximum recursion depth exceeded\n"
      ),
      ("list.append({}, 1)", "TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'dict' object\n"),
      ("int.__new__(str)", "TypeError: int.__new__(str): str is not a subtype of int\n"),
    ]
    for (text, ends) in programs {
      let outcome = try run(["-c", text])
      XCTAssertFalse(outcome.wasSignalled, text)
      XCTAssertEqual(String(outcome.output.suffix(ends.count)), ends, text)
    }
  }

  /// Iterators within iterators need no call of a function, on the script's stack and on a greenlet's.
  func testIteratorsNestWithoutACrash() throws {
    for wrapping in [
      "map(str, m)", "filter(None, m)", "zip(m)", "enumerate(m)", "itertools.chain(m)", "itertools.islice(m, 5)",
      "itertools.accumulate(m)", "itertools.takewhile(bool, m)", "itertools.starmap(tuple, zip(m))", "(x for x in m)",
      "itertools.zip_longest(m)", "itertools.compress(m, [1])", "itertools.dropwhile(bool, m)", "itertools.pairwise(m)",
    ] {
      let text =
        "import gevent, itertools\ndef walk():\n    m = iter([1])\n    for i in range(300000): m = \(wrapping)\n"
        + "    try: list(m)\n    except RecursionError: pass\nwalk()\ngevent.spawn(walk).join()\nprint('end')"
      let outcome = try run(["-c", text], within: 60)
      XCTAssertFalse(outcome.wasSignalled, text)
      XCTAssertEqual(outcome.output, "end\n", text)
    }
  }

  func testControlCEndsWhatNeverEnds() throws {
    let programs = [
      "while True: pass", "def g():\n  while True: yield\nfor x in g(): pass", "sum(iter(int, 1))",
      "import itertools; list(itertools.cycle([]) or 1 for x in iter(int, 1))", "import time; time.sleep(60)",
      "import gevent; gevent.sleep(60)", "import math; math.factorial(10**8)",
    ]
    for program in programs {
      let outcome = try run(["-c", program], within: 5, interruptAfter: 0.3)
      XCTAssertTrue(outcome.wasSignalled && outcome.status == SIGINT, program)
      XCTAssertTrue(outcome.output.hasSuffix("KeyboardInterrupt\n"), program)
    }
  }

  func testBudgetsEndAScriptAtItsOwnLine() throws {
    let text = "def fill(kept):\n    while True:\n        kept.append([1] * 1000)\nfill([])\n"
    let memory = try run(["--max-memory", "200m", "-c", text])
    XCTAssertTrue(
      memory.output.contains("File \"<string>\", line 2, in fill") || memory.output.contains("line 3, in fill"))
    XCTAssertTrue(memory.output.hasSuffix("MemoryError\n"), memory.output)
    let steps = try run([
      "--max-steps", "10000", "-c", "n = 0\nwhile True:\n    try: n += 1\n    except Exception: pass\n",
    ])
    XCTAssertTrue(steps.output.contains("File \"<string>\", line "), steps.output)
    XCTAssertTrue(steps.output.hasSuffix("RuntimeError: the task took more than 10000 steps\n"), steps.output)
    XCTAssertEqual(try run(["--max-steps", "10000", "-c", "print(sum(range(5000)))"]).output, "12497500\n")
    XCTAssertEqual(try run(["--max-memory", "lots", "-c", "1"]).status, 2)
  }

  func testAClosedOutputEndsAScript() throws {
    let command = "\(builtProgram()) exec -c 'while True: print(1)' | head -1"
    XCTAssertEqual(try runProgram("/bin/sh", ["-c", command]).output, "1\n")
  }
}
