import Runtime

/// Where fibers wait for something to change; whoever changes it posts.
final class Notice {
  private var waiting: [Fiber] = []

  /// Lets all waiting fibers look again.
  func post() {
    for fiber in waiting { EventLoop.shared.wake(fiber) }
  }

  /// Parks the running fiber until a post or the deadline, on the monotonic clock in ns. The caller looks whether what
  /// it waits for is there: it may have been woken for another reason.
  func wait(until deadline: UInt64 = .max) {
    let fiber = EventLoop.currentFiber
    waiting.append(fiber)
    _ = EventLoop.shared.park(until: deadline)
    waiting.removeAll { $0 === fiber }
  }
}
