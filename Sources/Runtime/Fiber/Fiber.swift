import Coroutine

/// A user's thread of control: straight-line code that parks while it waits.
///
/// Its code may itself run inside generators, which have coroutines of their own; parking leaves whichever coroutine
/// runs, and waking goes back to exactly that one.
public final class Fiber {
  /// Why a parked fiber goes on.
  public enum WakeReason {
    case woken, timer, descriptor
  }

  /// The fiber that runs now; nil on the loop's own stack.
  nonisolated(unsafe) public private(set) static var current: Fiber?
  /// Every fiber that has not ended, for whoever must see their stacks.
  nonisolated(unsafe) private static var live: [ObjectIdentifier: Fiber] = [:]

  private var root: Coroutine?
  /// The coroutine that ran when the fiber parked.
  private var innermost: Coroutine?
  private var reason = WakeReason.woken
  var isScheduled = true
  /// Whether the fiber waits.
  public private(set) var isParked = true

  init(_ body: @escaping () -> Void, atEnd: @escaping () -> Void) {
    root = nil
    innermost = nil
    let coroutine = Coroutine { [unowned(unsafe) self] in
      body()
      atEnd()
      finish()
      return Coroutine.main
    }
    root = coroutine
    innermost = coroutine
    Fiber.live[ObjectIdentifier(self)] = self
  }

  private func finish() {
    innermost = nil
    isParked = false
    Fiber.current = nil
    Fiber.live[ObjectIdentifier(self)] = nil
  }

  /// Leaves the running fiber until somebody resumes it.
  static func park() -> WakeReason {
    guard let fiber = current else { preconditionFailure("park outside a fiber") }
    fiber.innermost = Coroutine.current
    fiber.isParked = true
    current = nil
    Coroutine.main.switchTo()
    return fiber.reason
  }

  /// Goes on with a parked fiber, from the loop.
  func resume(because reason: WakeReason) {
    guard isParked, let target = innermost else { return }
    self.reason = reason
    isParked = false
    isScheduled = false
    Fiber.current = self
    target.switchTo()
  }

  /// Calls `body` with each suspended coroutine that belongs to a parked fiber, generators' resumers included.
  public static func forEachSuspended(_ body: (Coroutine) -> Void) {
    for fiber in live.values where fiber.isParked {
      var coroutine = fiber.innermost
      while let current = coroutine {
        body(current)
        coroutine = current.resumer
      }
    }
  }
}
