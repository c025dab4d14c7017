import Coroutine

/// A user's thread of control: straight-line code that parks while it waits.
///
/// Its code may itself run inside generators, which have coroutines of their own; parking leaves whichever coroutine
/// runs, and waking goes back to exactly that one. Only `EventLoop` makes, parks and wakes fibers.
public final class Fiber {
  /// The fiber that runs now; nil on the loop's own stack.
  nonisolated(unsafe) public internal(set) static unowned(unsafe) var current: Fiber?

  /// Whoever this fiber runs for; not kept alive by it.
  public unowned(unsafe) var owner: AnyObject?

  /// What belongs to the fiber and goes with it: how `FiberThreads` knows it.
  var companion: FiberThread?

  /// Whether the fiber waits, or waits for its turn.
  public private(set) var isParked = true
  /// Whether the fiber's body has returned.
  public private(set) var isFinished = false

  /// Whether the fiber is in the loop's list of those that go on at its next turn.
  var isScheduled = false
  /// The interrupt that nobody has seen yet.
  var isInterrupted = false
  /// What the wait the fiber is parked in will answer.
  var result = WaitResult.ready
  /// Where the fiber's timer stands in the loop's heap; -1 for none.
  var timerIndex = -1
  /// The fiber behind this one in the loop's list of scheduled ones.
  var nextScheduled: Unmanaged<Fiber>?

  private var root: Coroutine?
  /// The coroutine that ran when the fiber parked.
  private var innermost: Unmanaged<Coroutine>?
  private unowned(unsafe) var nextLive: Fiber?
  private unowned(unsafe) var previousLive: Fiber?

  /// The first of all fibers that have not ended, each of which the list keeps alive.
  nonisolated(unsafe) private static unowned(unsafe) var firstLive: Fiber?

  init(_ body: @escaping () -> Void, atEnd: @escaping () -> Void) {
    let coroutine = Coroutine(sharingStackOf: .shared) { [unowned(unsafe) self] in
      body()
      atEnd()
      finish()
      return Coroutine.main
    }
    root = coroutine
    innermost = .passUnretained(coroutine)
    nextLive = Fiber.firstLive
    Fiber.firstLive?.previousLive = self
    Fiber.firstLive = self
    _ = Unmanaged.passRetained(self)
  }

  private func finish() {
    innermost = nil
    isParked = false
    isFinished = true
    Fiber.current = nil
    if let previousLive { previousLive.nextLive = nextLive } else { Fiber.firstLive = nextLive }
    nextLive?.previousLive = previousLive
    root = nil
    Unmanaged.passUnretained(self).release()
  }

  /// Leaves the running fiber until the loop resumes it.
  @inline(__always)
  func park() {
    innermost = .passUnretained(Coroutine.current)
    isParked = true
    Fiber.current = nil
    Coroutine.switchToMain()
  }

  /// Goes on with a parked fiber, from the loop; returns when it parks again or ends.
  @inline(__always)
  func resume() {
    guard isParked, let target = innermost else { return }
    isParked = false
    Fiber.current = self
    target._withUnsafeGuaranteedRef { $0.switchTo() }
  }

  /// Calls `body` with all suspended coroutines that belong to parked fibers, generators' resumers included, some at a
  /// time.
  public static func forEachSuspended(_ body: (UnsafeBufferPointer<Unmanaged<Coroutine>>) -> Void) {
    let batch = 16
    withUnsafeTemporaryAllocation(of: Unmanaged<Coroutine>.self, capacity: batch) { buffer in
      var count = 0
      func flush() {
        body(UnsafeBufferPointer(rebasing: buffer[..<count]))
        count = 0
      }
      var next = firstLive
      while let fiber = next {
        next = fiber.nextLive
        guard fiber.isParked else { continue }
        var coroutine = fiber.innermost?.takeUnretainedValue()
        while let current = coroutine {
          if count == batch { flush() }
          buffer[count] = .passUnretained(current)
          count += 1
          coroutine = current.resumer
        }
      }
      flush()
    }
  }

  /// Forgets every fiber but the one that runs: the others belong to the process this one was forked from.
  static func forgetOthers() {
    let kept = current
    kept?.nextLive = nil
    kept?.previousLive = nil
    firstLive = kept
  }
}
