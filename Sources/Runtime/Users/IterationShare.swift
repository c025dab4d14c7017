import Lang

/// A worker's part of the iterations of `--iterations`: users take one before each task, and the worker asks the master
/// for further ones when none is left.
public final class IterationShare {
  /// Asks the master.
  ///
  /// `wanted` is how many iterations users wait for, `done` how many have ended since the test began.
  private let ask: (_ wanted: Int, _ done: Int) -> Void
  /// How many may still begin.
  private var credit = 0
  private var running = 0
  private var done = 0
  private var isAsked = false
  /// Whether the master has none left.
  private var isOver = false
  private var waiting: [Fiber] = []

  /// Creates a share of nothing yet.
  ///
  /// - Parameter ask: sends what the worker wants and has done.
  public init(ask: @escaping (_ wanted: Int, _ done: Int) -> Void) { self.ask = ask }

  /// Takes what the master gives; 0 says that there is nothing left for good.
  public func grant(_ count: Int) {
    isAsked = false
    if count > 0 { credit += count } else { isOver = true }
    for fiber in waiting { EventLoop.shared.wake(fiber) }
    if isOver { reportIfIdle() }
  }

  /// Takes an iteration, and parks the running fiber until there is one.
  ///
  /// - Returns: false when there are no more.
  func take() throws(Raised) -> Bool {
    while credit == 0, !isOver {
      let fiber = EventLoop.currentFiber
      waiting.append(fiber)
      if !isAsked {
        isAsked = true
        ask(waiting.count, done)
      }
      let result = EventLoop.shared.park()
      waiting.removeAll { $0 === fiber }
      if result == .interrupted { throw Host.interrupted() }
    }
    guard credit > 0 else { return false }
    credit -= 1
    running += 1
    return true
  }

  /// Notes that an iteration has ended.
  func finish() {
    running -= 1
    done += 1
    reportIfIdle()
  }

  /// Tells the master what was done when nothing more is, so that it needn't wait for users that wait.
  private func reportIfIdle() { if running == 0, credit == 0 { ask(0, done) } }
}
