import Coroutine
import XCTest

/// Switches, ends and errors of coroutines as the engine uses them.
final class CoroutineTests: XCTestCase {
  struct Fault: Error { let depth: Int }

  func testYieldsBackAndForth() {
    var trace: [Int] = []
    let main = Coroutine.current
    let coroutine = Coroutine {
      for number in 1...3 {
        trace.append(number)
        Coroutine.yield()
      }
      return main
    }
    for _ in 0..<4 {
      coroutine.resume()
      trace.append(-1)
    }
    XCTAssertEqual(trace, [1, -1, 2, -1, 3, -1, -1])
    XCTAssertEqual(coroutine.state, .finished)
  }

  func testErrorsCrossDeepFramesInsideACoroutine() {
    func dive(_ depth: Int) throws -> Int {
      if depth == 0 { throw Fault(depth: 500) }
      return try dive(depth - 1) + 1
    }
    let main = Coroutine.current
    var caught = 0
    let coroutine = Coroutine {
      do { _ = try dive(500) } catch { caught = (error as? Fault)?.depth ?? -1 }
      return main
    }
    coroutine.resume()
    XCTAssertEqual(caught, 500)
  }

  func testHundredThousandSuspendedAtOnce() {
    let main = Coroutine.current
    var finished = 0
    let all = (0..<100_000).map { _ in
      Coroutine {
        Coroutine.yield()
        finished += 1
        return main
      }
    }
    for coroutine in all { coroutine.resume() }
    XCTAssertEqual(finished, 0)
    for coroutine in all { coroutine.resume() }
    XCTAssertEqual(finished, 100_000)
    StackPool.shared.trim()
  }

  @inline(never) private func dive(_ depth: Int, _ number: Int, _ body: () -> Void) -> Bool {
    var kept = [number, depth]
    // On the stack itself, with a pointer into it that must be good again whenever the frame runs.
    return withUnsafeMutablePointer(to: &kept) { pointer in
      let isWhole: Bool
      if depth == 0 {
        body()
        isWhole = true
      } else {
        isWhole = dive(depth - 1, number, body)
      }
      return isWhole && pointer.pointee == [number, depth]
    }
  }

  func testMoreCoroutinesThanSharedStacksKeepTheirFrames() {
    let count = StackPool.mostShared * 3 + 17
    var whole = 0
    let pool = StackPool(stackSize: 256 * 1024)
    let all = (0..<count).map { number in
      Coroutine(sharingStackOf: pool) {
        let isWhole = self.dive(number % 30, number) {
          Coroutine.switchToMain()
          Coroutine.switchToMain()
        }
        if isWhole { whole += 1 }
        return Coroutine.main
      }
    }
    for coroutine in all { coroutine.switchTo() }
    for coroutine in all.reversed() { coroutine.switchTo() }
    XCTAssertEqual(whole, 0)
    XCTAssertTrue(all.allSatisfy { ($0.liveFrames?.count ?? 0) > 100 })
    for coroutine in all.shuffled() { coroutine.switchTo() }
    XCTAssertEqual(whole, count)
    XCTAssertTrue(all.allSatisfy { $0.state == .finished })
  }

  func testASignalArrivesOnACoroutinesStack() {
    signal(SIGUSR1) { _ in }
    let main = Coroutine.current
    var alive = false
    let coroutine = Coroutine {
      raise(SIGUSR1)
      alive = true
      return main
    }
    coroutine.resume()
    XCTAssertTrue(alive)
    signal(SIGUSR1, SIG_DFL)
  }
}
