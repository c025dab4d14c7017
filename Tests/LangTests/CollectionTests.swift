import Coroutine
import Foundation
import Glibc
import Lang
import XCTest

/// How the collector copes with many parked users.
final class CollectionTests: XCTestCase {
  /// Every coroutine that is parked within Python code.
  private nonisolated(unsafe) static var parked: [Coroutine] = []

  private func residentBytes() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    return (Int(text.split(separator: " ")[1]) ?? 0) * 4096
  }

  func testValuesOnParkedStacksSurviveAndThePauseIsShort() {
    Interpreter.start()
    // More than the default are parked by hand, to measure: KATYDID_PARKED=100000.
    let count = ProcessInfo.processInfo.environment["KATYDID_PARKED"].flatMap(Int.init) ?? 2000
    let printed = Printed()
    defer { printed.end() }
    let namespace = Namespace(name: "__main__")
    namespace.function("park", "") { (_) throws(Raised) -> Value in
      Coroutine.main.switchTo()
      return .none
    }
    let text = """
      total = 0
      class Task:
          def run(self, n):
              global total
              for i in range(1):
                  data = {"n": [n], "text": "user %d" % n}
                  try:
                      park()
                  finally:
                      total += data["n"][0]
                  assert data["text"] == "user %d" % n
      def user(n): Task().run(n)

      """
    do throws(Raised) {
      try Program.run(SourceText(name: "parked.py", text), in: namespace, importer: Importer())
    } catch { return XCTFail(Program.traceback(error)) }
    Heap.addRootProvider { for coroutine in CollectionTests.parked { Heap.scan(coroutine) } }
    guard let user = namespace["user"] else { return XCTFail("no function") }
    let before = residentBytes()
    for number in 0..<count {
      let coroutine = Coroutine {
        do throws(Raised) { _ = try Call.call(user, Value(small: number)) } catch {
          printed.text += Program.traceback(error)
        }
        return Coroutine.main
      }
      CollectionTests.parked.append(coroutine)
      coroutine.switchTo()
    }
    let each = (residentBytes() - before) / count
    var longest = 0.0
    for _ in 0..<3 {
      let start = Date()
      Heap.collect()
      longest = max(longest, Date().timeIntervalSince(start))
    }
    print("\(count) parked users: \(each) bytes each, a collection takes \(Int(longest * 1000)) ms")
    XCTAssertLessThan(longest, 1)
    for coroutine in CollectionTests.parked { coroutine.switchTo() }
    CollectionTests.parked.removeAll()
    XCTAssertEqual(printed.text, "")
    XCTAssertEqual(namespace["total"]?.smallInt, count * (count - 1) / 2)
  }
}
