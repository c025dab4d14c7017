import Foundation
import Lang
import XCTest

/// What protects a worker from a spec's code: budgets and interruptions end it with an exception at its own line.
final class LimitTests: XCTestCase {
  private func run(_ text: String) -> String {
    let printed = Printed()
    defer { printed.end() }
    let namespace = Namespace(name: "__main__")
    namespace.function("interrupt", "") { (_) throws(Raised) -> Value in
      Interpreter.interrupt()
      return .none
    }
    do throws(Raised) {
      try Program.run(SourceText(name: "limits.py", text), in: namespace, importer: Importer())
    } catch { printed.text += Program.traceback(error) }
    return printed.text
  }

  func testCodeThatKeepsTooMuchRaisesMemoryError() {
    Interpreter.start()
    Heap.collect()
    Heap.budget = 256 << 20
    defer { Heap.budget = .max }
    let text = "kept = []\ntry:\n    while True:\n        kept.append([1] * 1000)\nexcept MemoryError: kept = None\n"
    XCTAssertEqual(run(text + "print('over')\n"), "over\n")
    XCTAssertEqual(run("x = []\nfor i in range(10 ** 9): x = [x, [0] * 100]\n").suffix(12), "MemoryError\n")
    Heap.collect()
    XCTAssertEqual(run("print(sum([1] * 1000))\n"), "1000\n")
  }

  func testEndlessCodeCanBeInterrupted() {
    for loop in ["while True: pass", "for i in iter(int, 1): pass", "def f():\n  while 1: yield 1\nfor x in f(): x"] {
      XCTAssertTrue(run("interrupt()\n" + loop + "\n").hasSuffix("KeyboardInterrupt\n"), loop)
    }
    let usual = Interpreter.onInterrupt
    Interpreter.onInterrupt = { () throws(Raised) in throw raise(.timeoutError, "the task took too long") }
    defer { Interpreter.onInterrupt = usual }
    let text = run("def task():\n    interrupt()\n    while True:\n        x = 1\ntask()\n")
    XCTAssertTrue(text.contains("line 4, in task"), text)
    XCTAssertTrue(text.hasSuffix("TimeoutError: the task took too long\n"), text)
  }

  func testImpossibleSizesRaise() {
    let program = """
      for f in (lambda: "a" * 10**12, lambda: [0] * 10**12, lambda: (1,) * 10**15, lambda: b"x" * 10**13,
                lambda: 10**10**8, lambda: 1 << 10**12, lambda: "x".ljust(10**13), lambda: "%1000000000000d" % 1,
                lambda: bytes(10**13), lambda: bytearray(10**13), lambda: "x".center(10**13), lambda: "1".zfill(10**13),
                lambda: f"{1:10000000000000}"):
          try: f(); print("made")
          except (MemoryError, OverflowError, ValueError) as e: print(type(e).__name__)

      """
    XCTAssertFalse(run(program).contains("Traceback"))
  }
}
