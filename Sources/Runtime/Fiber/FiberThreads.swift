import Lang

/// A fiber, or the process's own stack, as `threading` and `gevent` know it.
final class FiberThread {
  /// Tells it from all others; never 0.
  let number: Int
  /// Its fiber; for the process's own stack the one that waits in its place, or nil.
  unowned(unsafe) var fiber: Fiber?
  /// Whether somebody has had it go on that it hasn't noticed yet.
  var hasToken = false
  /// Whether it waits in `FiberThreads.park`.
  var isParked = false
  /// What is to be raised where it waits; unbound for nothing.
  var thrown = Value.unbound

  init(number: Int, fiber: Fiber?) {
    self.number = number
    self.fiber = fiber
    FiberThreads.known[number] = Unmanaged.passUnretained(self)
  }

  deinit { FiberThreads.known[number] = nil }
}

/// Python's threads and greenlets over fibers: who runs, who waits, and what is raised in somebody who waits.
enum FiberThreads {
  /// The threads that have been asked for and haven't ended.
  fileprivate(set) nonisolated(unsafe) static var known: [Int: Unmanaged<FiberThread>] = [:]
  private nonisolated(unsafe) static var lastNumber = 1
  private nonisolated(unsafe) static let main = FiberThread(number: 1, fiber: nil)
  /// What the call of `onFiber` that is under way has come to.
  private nonisolated(unsafe) static var outcome = Value.unbound
  /// What was spawned before the process forked, and has not begun.
  private nonisolated(unsafe) static var early: [Int: () -> Void] = [:]

  /// Has the language's threads run on fibers.
  static func connect() {
    Library.threads = Library.Threads(
      current: { current.number }, spawn: { (body) throws(Raised) in spawn(body) },
      park: { (seconds) throws(Raised) in try park(seconds) }, unpark: unpark)
    Heap.addRootProvider {
      Heap.mark(outcome)
      for thread in known.values { thread._withUnsafeGuaranteedRef { Heap.mark($0.thrown) } }
    }
    EventLoop.shared.afterFork {
      let bodies = early.sorted { $0.key < $1.key }.map(\.value)
      early = [:]
      for body in bodies { spawn(body) }
    }
  }

  /// The thread that runs now.
  static var current: FiberThread {
    guard let fiber = Fiber.current else { return main }
    if let thread = fiber.companion { return thread }
    lastNumber += 1
    let thread = FiberThread(number: lastNumber, fiber: fiber)
    fiber.companion = thread
    return thread
  }

  /// Starts a fiber. What a spec spawns while it is loaded is spawned again in each worker that is forked before it
  /// has begun.
  private static func spawn(_ body: @escaping () -> Void) {
    guard LoadTest.current == nil else {
      EventLoop.shared.spawn(body)
      return
    }
    lastNumber += 1
    let key = lastNumber
    early[key] = body
    EventLoop.shared.spawn {
      early[key] = nil
      body()
    }
  }

  /// Parks the running thread until it is unparked or a time has passed; says whether it was unparked.
  static func park(_ seconds: Double?) throws(Raised) -> Bool {
    guard Fiber.current != nil else {
      if seconds == nil, EventLoop.shared.fiberCount == 0, !main.hasToken {
        throw Lang.raise(.runtimeError, "this would wait for ever: no other thread can end the wait")
      }
      return try onFiber { () throws(Raised) -> Value in Value(try park(seconds)) }.isTrue
    }
    let thread = current
    if !thread.hasToken {
      thread.isParked = true
      let result: WaitResult
      if let seconds {
        let wait = UInt64(min(max(0, seconds) * 1e9, 9e18))
        result = EventLoop.shared.park(until: EventLoop.now &+ wait)
      } else {
        result = EventLoop.shared.park()
      }
      thread.isParked = false
      if result == .interrupted { throw Host.interrupted() }
    }
    let wasUnparked = thread.hasToken
    thread.hasToken = false
    return wasUnparked
  }

  /// Has a parked thread go on.
  static func unpark(_ number: Int) {
    guard let thread = known[number]?.takeUnretainedValue() else { return }
    thread.hasToken = true
    if thread.isParked, let fiber = thread.fiber { EventLoop.shared.wake(fiber) }
  }

  /// Has an exception raised where a thread waits, or will wait next; says whether there is such a thread.
  static func raise(_ exception: Value, in number: Int) -> Bool {
    guard let thread = known[number]?.takeUnretainedValue(), let fiber = thread.fiber else { return false }
    thread.thrown = exception
    EventLoop.shared.interrupt(fiber)
    return true
  }

  /// Takes back an exception that hasn't been raised yet.
  static func withdraw(_ exception: Value, from number: Int) {
    guard let thread = known[number]?.takeUnretainedValue(), thread.thrown.bits == exception.bits else { return }
    thread.thrown = .unbound
    thread.fiber?.isInterrupted = false
  }

  /// The exception that is to be raised in the running thread, which has been interrupted.
  static func takeThrown() -> Value? {
    let thread = current
    guard !thread.thrown.isUnbound else { return nil }
    defer { thread.thrown = .unbound }
    return thread.thrown
  }

  /// Does what has to wait: at once on a fiber, else on one of its own, while the loop runs. So module-level code can
  /// do what users do.
  static func onFiber(_ body: @escaping () throws(Raised) -> Value) throws(Raised) -> Value {
    guard Fiber.current == nil else { return try body() }
    var hasFailed = false
    runLoop {
      do throws(Raised) { outcome = try body() } catch {
        outcome = Interpreter.raised
        hasFailed = true
      }
    }
    let result = outcome
    outcome = .unbound
    if hasFailed { throw Lang.raise(result) }
    return result
  }

  /// The same for what gives no Python value.
  static func onFiber<Answer, Fault: Error>(
    reading body: @escaping () throws(Fault) -> Answer?
  ) throws(Fault) -> Answer? {
    guard Fiber.current == nil else { return try body() }
    var answer: Answer?
    var fault: Fault?
    runLoop {
      do throws(Fault) { answer = try body() } catch { fault = error }
    }
    if let fault { throw fault }
    return answer
  }

  /// Runs the loop until a fiber of its own, which stands for the process's own stack, has done something.
  private static func runLoop(_ body: @escaping () -> Void) {
    var isDone = false
    let fiber = EventLoop.shared.spawn {
      body()
      isDone = true
    }
    fiber.companion = main
    main.fiber = fiber
    while !isDone {
      EventLoop.shared.run(until: { isDone || Interpreter.hasInterrupt })
      guard !isDone else { break }
      // Ctrl-C: the wait is given up first, then the code that waits gets its exception.
      do throws(Raised) { try Interpreter.takeInterrupt() } catch { main.thrown = Interpreter.raised }
      EventLoop.shared.interrupt(fiber)
    }
    main.fiber = nil
  }
}
