import CLinux
import Foundation
import Runtime
import XCTest

/// The loop alone: timers, wake-ups, descriptors, fairness, forks.
final class EventLoopTests: XCTestCase {
  private let loop = EventLoop.shared
  private let millisecond: UInt64 = 1_000_000

  // MARK: Timers

  func testSleepersWakeInOrderOfTheirTimes() {
    var random = SystemRandomNumberGenerator()
    let start = EventLoop.now + 20 * millisecond
    let times = (0..<500).map { _ in start + UInt64.random(in: 0...60 * millisecond, using: &random) }
    var woken: [UInt64] = []
    onFibers(
      times.map { time in
        {
          XCTAssertEqual(self.loop.sleep(until: time), .timedOut)
          XCTAssertGreaterThanOrEqual(EventLoop.now, time)
          woken.append(time)
        }
      })
    XCTAssertEqual(woken, times.sorted())
  }

  func testTellsHowLateTimersWere() {
    _ = loop.takeTimerErrors()
    onFibers([
      { XCTAssertEqual(self.loop.sleep(10 * self.millisecond), .timedOut) },
      {
        // Nobody else can go on meanwhile.
        let end = EventLoop.now + 60 * self.millisecond
        while EventLoop.now < end {}
      },
    ])
    XCTAssertGreaterThanOrEqual(loop.takeTimerErrors().map(\.microseconds).max() ?? 0, 45_000)
    XCTAssertTrue(loop.takeTimerErrors().isEmpty)
  }

  func testSleepLastsAsLongAsAsked() {
    onFiber {
      for duration in [1, 5, 20] {
        let start = EventLoop.now
        XCTAssertEqual(self.loop.sleep(UInt64(duration) * self.millisecond), .timedOut)
        let took = EventLoop.now - start
        XCTAssertGreaterThanOrEqual(took, UInt64(duration) * self.millisecond)
        XCTAssertLessThan(took, UInt64(duration + 250) * self.millisecond)
      }
      let start = EventLoop.now
      XCTAssertEqual(self.loop.sleep(0), .timedOut)
      XCTAssertEqual(self.loop.sleep(until: start), .timedOut)
      XCTAssertEqual(self.loop.sleep(until: 0), .timedOut)
      XCTAssertLessThan(EventLoop.now - start, 250 * self.millisecond)
    }
  }

  func testTenThousandSleepers() {
    var woken = 0
    let start = EventLoop.now
    onFiber {
      let fibers = (0..<10_000).map { number in
        self.loop.spawn {
          if self.loop.sleep(UInt64(200 + number % 100) * self.millisecond) == .timedOut { woken += 1 }
        }
      }
      XCTAssertEqual(self.loop.fiberCount, 10_002)
      while fibers.contains(where: { !$0.isFinished }) { _ = self.loop.sleep(10 * self.millisecond) }
    }
    XCTAssertEqual(woken, 10_000)
    XCTAssertLessThan(EventLoop.now - start, 10_000 * millisecond)
  }

  /// Timers that are cancelled out of the middle of the heap must not disturb the others.
  func testInterruptedSleepersLeaveTheOthersAlone() {
    var timedOut: [Int] = []
    var interrupted = 0
    let start = EventLoop.now + 50 * millisecond
    onFiber {
      let fibers = (0..<300).map { number in
        self.loop.spawn {
          // A permutation of 0..<300, so that the heap isn't filled in order.
          let place = number * 7 % 300
          switch self.loop.sleep(until: start + UInt64(place) * 100_000) {
          case .timedOut: timedOut.append(place)
          case .interrupted: interrupted += 1
          case .ready: XCTFail("nobody woke it")
          }
        }
      }
      _ = self.loop.sleep(0)
      for (number, fiber) in fibers.enumerated() where number % 3 == 0 { self.loop.interrupt(fiber) }
      while fibers.contains(where: { !$0.isFinished }) { _ = self.loop.sleep(self.millisecond) }
    }
    XCTAssertEqual(interrupted, 100)
    XCTAssertEqual(timedOut.count, 200)
    XCTAssertEqual(timedOut, timedOut.sorted())
  }

  // MARK: Waking and interrupting

  func testWakeEndsASleepAndAPark() {
    onFiber {
      var results: [WaitResult] = []
      let fiber = self.loop.spawn {
        results.append(self.loop.park())
        results.append(self.loop.sleep(60_000 * self.millisecond))
        results.append(self.loop.park(until: EventLoop.now + self.millisecond))
      }
      for _ in 0..<2 {
        _ = self.loop.sleep(5 * self.millisecond)
        self.loop.wake(fiber)
        // A second wake before it has run is the same wake.
        self.loop.wake(fiber)
      }
      _ = self.loop.sleep(20 * self.millisecond)
      XCTAssertEqual(results, [.ready, .ready, .timedOut])
      XCTAssertTrue(fiber.isFinished)
      // Waking and interrupting one that has ended does nothing.
      self.loop.wake(fiber)
      self.loop.interrupt(fiber)
    }
  }

  func testInterruptIsSeenOnce() {
    onFiber {
      var results: [WaitResult] = []
      let fiber = self.loop.spawn {
        results.append(self.loop.sleep(60_000 * self.millisecond))
        results.append(self.loop.sleep(self.millisecond))
      }
      _ = self.loop.sleep(self.millisecond)
      self.loop.interrupt(fiber)
      while !fiber.isFinished { _ = self.loop.sleep(self.millisecond) }
      XCTAssertEqual(results, [.interrupted, .timedOut])
    }
  }

  /// An interrupt that comes while the fiber runs, or before it has begun, meets its next wait of any kind.
  func testInterruptWaitsForTheNextWait() {
    onFiber {
      let waits: [() -> WaitResult] = [
        { self.loop.park() }, { self.loop.sleep(60_000 * self.millisecond) }, { self.loop.sleep(0) },
        { self.loop.park(until: .max) },
      ]
      for wait in waits {
        var result: WaitResult?
        let fiber = self.loop.spawn { result = wait() }
        self.loop.interrupt(fiber)
        while !fiber.isFinished { _ = self.loop.sleep(self.millisecond) }
        XCTAssertEqual(result, .interrupted)
      }
    }
  }

  // MARK: Descriptors

  private func pair() -> (Int32, Int32) {
    var ends: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue)
    XCTAssertEqual(socketpair(AF_UNIX, kind, 0, &ends), 0)
    return (ends[0], ends[1])
  }

  func testWaitsForADescriptor() {
    onFiber {
      let (near, far) = self.pair()
      XCTAssertTrue(self.loop.register(near))
      XCTAssertEqual(self.loop.wait(near, for: .write, deadline: nil), .ready)
      XCTAssertEqual(self.loop.wait(near, for: .read, deadline: EventLoop.now + 5 * self.millisecond), .timedOut)
      var result: WaitResult?
      let reader = self.loop.spawn { result = self.loop.wait(near, for: .read, deadline: nil) }
      _ = self.loop.sleep(self.millisecond)
      XCTAssertNil(result)
      write(far, "x", 1)
      while !reader.isFinished { _ = self.loop.sleep(self.millisecond) }
      XCTAssertEqual(result, .ready)
      // What comes while nobody waits isn't lost, nor is the end.
      var bytes = [UInt8](repeating: 0, count: 8)
      XCTAssertEqual(read(near, &bytes, 8), 1)
      write(far, "yz", 2)
      _ = self.loop.sleep(self.millisecond)
      XCTAssertEqual(self.loop.wait(near, for: .read, deadline: nil), .ready)
      XCTAssertEqual(read(near, &bytes, 8), 2)
      close(far)
      XCTAssertEqual(self.loop.wait(near, for: .read, deadline: nil), .ready)
      XCTAssertEqual(read(near, &bytes, 8), 0)
      self.loop.unregister(near)
      close(near)
    }
  }

  func testUnregisteringLetsWaitersGoOn() {
    onFiber {
      let (near, far) = self.pair()
      self.loop.register(near)
      var result: WaitResult?
      let reader = self.loop.spawn { result = self.loop.wait(near, for: .read, deadline: nil) }
      _ = self.loop.sleep(self.millisecond)
      self.loop.unregister(near)
      close(near)
      _ = self.loop.sleep(self.millisecond)
      XCTAssertEqual(result, .ready)
      XCTAssertTrue(reader.isFinished)
      close(far)
    }
  }

  /// A descriptor's number is used again at once: what is known of the old one must not be taken for the new.
  func testReusedNumbersBeginAnew() {
    onFiber {
      for _ in 0..<50 {
        let (near, far) = self.pair()
        self.loop.register(near)
        XCTAssertEqual(self.loop.wait(near, for: .read, deadline: EventLoop.now + 100_000), .timedOut)
        write(far, "x", 1)
        close(far)
        _ = self.loop.sleep(0)
        self.loop.unregister(near)
        close(near)
      }
    }
  }

  func testHandlersAreCalledForEvents() {
    onFiber {
      let (near, far) = self.pair()
      var received: [UInt8] = []
      self.loop.register(near) {
        var bytes = [UInt8](repeating: 0, count: 8)
        let count = read(near, &bytes, 8)
        if count > 0 { received += bytes[..<count] }
      }
      for byte in "abc".utf8 {
        var byte = byte
        write(far, &byte, 1)
        _ = self.loop.sleep(2 * self.millisecond)
      }
      XCTAssertEqual(received, Array("abc".utf8))
      self.loop.unregister(near)
      close(near)
      close(far)
    }
  }

  func testRegisteringWhatIsNoSocketFails() {
    XCTAssertFalse(loop.register(100_000))
    // A plain file is never waited for: epoll refuses it.
    let file = open("/proc/self/stat", O_RDONLY)
    XCTAssertFalse(loop.register(file))
    close(file)
    onFiber { XCTAssertEqual(self.loop.wait(file, for: .read, deadline: nil), .ready) }
  }

  // MARK: Fairness

  /// Fibers that only yield must let timers, descriptors and each other have their turns.
  func testYieldingFibersStarveNobody() {
    onFiber {
      let (near, far) = self.pair()
      self.loop.register(near)
      var isOver = false
      var turns = [0, 0, 0]
      let yielders = turns.indices.map { index in
        self.loop.spawn {
          while !isOver {
            turns[index] += 1
            _ = self.loop.sleep(0)
          }
        }
      }
      var bytes: UInt8 = 0
      for _ in 0..<20 {
        let start = EventLoop.now
        write(far, "x", 1)
        XCTAssertEqual(self.loop.wait(near, for: .read, deadline: start + 2_000 * self.millisecond), .ready)
        read(near, &bytes, 1)
        XCTAssertEqual(self.loop.sleep(self.millisecond), .timedOut)
        XCTAssertLessThan(EventLoop.now - start, 500 * self.millisecond)
      }
      isOver = true
      while yielders.contains(where: { !$0.isFinished }) { _ = self.loop.sleep(0) }
      XCTAssertGreaterThan(turns[0], 20)
      XCTAssertLessThanOrEqual((turns.max() ?? 0) - (turns.min() ?? 0), 2)
      self.loop.unregister(near)
      close(near)
      close(far)
    }
  }

  // MARK: Running and forking

  func testStopLeavesFibersParked() {
    let fiber = loop.spawn { _ = self.loop.park() }
    loop.spawn { self.loop.stop() }
    loop.run()
    XCTAssertFalse(fiber.isFinished)
    loop.wake(fiber)
    loop.run()
    XCTAssertTrue(fiber.isFinished)
    XCTAssertEqual(loop.fiberCount, 0)
  }

  /// The child has a loop of its own: no fibers and timers of the parent's, and nothing it does reaches the parent.
  func testResetAfterForkGivesAFreshLoop() {
    var order = ""
    onFiber {
      let sleeper = self.loop.spawn {
        _ = self.loop.sleep(200 * self.millisecond)
        order += "p"
      }
      let (near, far) = self.pair()
      self.loop.register(near)
      _ = self.loop.sleep(0)
      let child = katydid_fork()
      if child == 0 {
        self.loop.resetAfterFork()
        var isRight = self.loop.fiberCount == 1
        // The parent's registrations are gone, and its sleeper never wakes here.
        isRight = isRight && self.loop.wait(near, for: .read, deadline: nil) == .ready
        let own = self.loop.spawn { order += "c" }
        isRight = isRight && self.loop.sleep(300 * self.millisecond) == .timedOut
        isRight = isRight && own.isFinished && order == "c" && !sleeper.isFinished
        isRight = isRight && self.loop.register(near)
        write(far, "x", 1)
        isRight = isRight && self.loop.wait(near, for: .read, deadline: nil) == .ready
        _exit(isRight ? 7 : 8)
      }
      while !sleeper.isFinished { _ = self.loop.sleep(self.millisecond) }
      XCTAssertEqual(order, "p")
      var status: Int32 = 0
      while waitpid(child, &status, WNOHANG) == 0 { _ = self.loop.sleep(self.millisecond) }
      XCTAssertEqual(status, 7 << 8)
      self.loop.unregister(near)
      close(near)
      close(far)
    }
  }
}
