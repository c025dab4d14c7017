import CLinux
import Coroutine
import Glibc

/// How a wait ended.
public enum WaitResult {
  /// What was waited for has happened; of a sleep: somebody woke the fiber.
  case ready
  /// The deadline or the sleep's end came first.
  case timedOut
  /// The fiber was interrupted: it is to give up what it does.
  case interrupted
}

/// The one event loop of the process: epoll, timers, and the fibers that are ready to go on.
///
/// It runs on the process's own stack; fibers run on theirs and come back to it whenever they wait. A turn gives
/// every scheduled fiber, every due timer and every event of one epoll call its chance, so none can starve another.
public final class EventLoop {
  /// The loop of the process.
  nonisolated(unsafe) public static let shared = EventLoop()

  /// What a fiber waits for on a descriptor.
  public enum Interest {
    case read, write
  }

  /// How many events one epoll call brings at most.
  private static let batch = 256
  /// How many resumptions of scheduled fibers, and how many ns, may pass before epoll is asked again.
  private static let pollAfterResumptions = 64
  private static let pollAfterTime: UInt64 = 100_000

  private var epoll: Int32
  private let events: UnsafeMutablePointer<epoll_event>
  private var table = DescriptorTable()
  private var timers = TimerHeap()
  /// How late timers were: the time from when each was due until its fiber went on.
  private var timerErrors = LatencyHistogram()
  // Scheduled fibers have not ended, so the list of live ones keeps them; counting references here would cost a
  // tenth of a turn.
  private var firstScheduled: Unmanaged<Fiber>?
  private var lastScheduled: Unmanaged<Fiber>?
  private var liveFibers = 0
  private var isStopped = false
  private var resumptions = 0
  private var lastPoll: UInt64 = 0
  /// When epoll last told of events, in ns on the monotonic clock: what a fiber is resumed for had happened by then,
  /// however many others have had their turn before it.
  private(set) var eventTime: UInt64 = 0
  private var hasPreciseWait = true
  private var forkHandlers: [() -> Void] = []
  private var deferred: [() -> Void] = []

  private init() {
    epoll = EventLoop.makeEpoll()
    events = .allocate(capacity: EventLoop.batch)
    events.initialize(repeating: epoll_event(), count: EventLoop.batch)
  }

  private static func makeEpoll() -> Int32 {
    let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
    // It is asked for before there are users or connections, when no descriptors can have run out; a process that the
    // system refuses it all the same has nothing to go on with.
    guard epoll >= 0 else { fatalError("no epoll instance: \(String(cString: strerror(errno)))") }
    return epoll
  }

  /// The monotonic clock, in ns.
  @inline(__always)
  public static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000 &+ UInt64(truncatingIfNeeded: time.tv_nsec)
  }

  // MARK: Fibers

  /// Starts a fiber at the loop's next turn.
  ///
  /// - Parameter body: what it does; the fiber ends when it returns.
  @discardableResult
  public func spawn(_ body: @escaping () -> Void) -> Fiber {
    let fiber = Fiber(body) { [unowned(unsafe) self] in self.liveFibers -= 1 }
    liveFibers += 1
    schedule(fiber, .ready)
    return fiber
  }

  /// How many fibers have not ended.
  public var fiberCount: Int { liveFibers }

  /// Parks the running fiber until somebody wakes or interrupts it.
  ///
  /// Like a condition variable's wait: the caller looks again at what it waits for.
  @discardableResult
  public func park() -> WaitResult {
    wait(in: EventLoop.currentFiber, deadline: nil)
  }

  /// Parks the running fiber until somebody wakes or interrupts it, or `deadline` passes.
  ///
  /// - Parameter deadline: on the monotonic clock in ns.
  public func park(until deadline: UInt64) -> WaitResult {
    wait(in: EventLoop.currentFiber, deadline: deadline)
  }

  /// Lets a parked fiber go on at the loop's next turn; its wait answers `.ready`. Does nothing to one that runs, has
  /// ended or is about to go on anyway.
  public func wake(_ fiber: Fiber) {
    guard fiber.isParked, !fiber.isScheduled else { return }
    schedule(fiber, .ready)
  }

  /// Has a fiber give up what it does: its present wait, or else its next one, answers `.interrupted`, once.
  public func interrupt(_ fiber: Fiber) {
    guard !fiber.isFinished else { return }
    if fiber.isParked, !fiber.isScheduled {
      schedule(fiber, .interrupted)
    } else {
      fiber.isInterrupted = true
    }
  }

  /// Parks the running fiber for some time.
  ///
  /// - Parameter nanoseconds: how long; 0 lets the others run.
  /// - Returns: `.timedOut` when the time has passed.
  public func sleep(_ nanoseconds: UInt64) -> WaitResult {
    guard nanoseconds > 0 else { return yield() }
    let (end, overflow) = EventLoop.now.addingReportingOverflow(nanoseconds)
    return sleep(until: overflow ? .max : end)
  }

  /// Parks the running fiber until a point in time on the monotonic clock, in ns; one that has passed lets the others
  /// run.
  ///
  /// - Returns: `.timedOut` when the time has come.
  public func sleep(until time: UInt64) -> WaitResult {
    wait(in: EventLoop.currentFiber, deadline: time)
  }

  private func yield() -> WaitResult {
    let fiber = EventLoop.currentFiber
    if fiber.isInterrupted {
      fiber.isInterrupted = false
      return .interrupted
    }
    schedule(fiber, .timedOut)
    fiber.park()
    return fiber.result
  }

  /// The fiber that waits here.
  ///
  /// That there is one is the caller's to see to: the swarm runs on fibers altogether, and what a spec reaches
  /// (`Host.sleep`, `ClientRequest.perform`) looks before it waits.
  @inline(__always)
  package static var currentFiber: Fiber {
    guard let fiber = Fiber.current else { fatalError("a wait outside a fiber") }
    return fiber
  }

  /// Parks `fiber`, which is the running one, until it is resumed for any reason.
  @inline(__always)
  private func wait(in fiber: Fiber, deadline: UInt64?) -> WaitResult {
    if fiber.isInterrupted {
      fiber.isInterrupted = false
      return .interrupted
    }
    if let deadline { timers.add(deadline, fiber) }
    fiber.park()
    if fiber.timerIndex >= 0 { timers.remove(fiber) }
    return fiber.result
  }

  @inline(__always)
  private func schedule(_ fiber: Fiber, _ result: WaitResult) {
    fiber.result = result
    fiber.isScheduled = true
    fiber.nextScheduled = nil
    let fiber = Unmanaged.passUnretained(fiber)
    if let lastScheduled {
      lastScheduled._withUnsafeGuaranteedRef { $0.nextScheduled = fiber }
    } else {
      firstScheduled = fiber
    }
    lastScheduled = fiber
  }

  // MARK: Descriptors

  /// Registers a descriptor once, edge-triggered; `wait` then costs no system call of its own.
  ///
  /// A socket is to be registered after `connect` has been called on it.
  ///
  /// - Returns: false when the kernel refuses (`errno` says why).
  @discardableResult
  public func register(_ descriptor: Int32) -> Bool { add(descriptor, handler: nil) }

  /// Registers a descriptor whose events are handed to `handler`, on the loop's own stack, instead of fibers.
  ///
  /// The handler must read until the descriptor would block, and must not wait.
  @discardableResult
  public func register(_ descriptor: Int32, handler: @escaping () -> Void) -> Bool {
    add(descriptor, handler: handler)
  }

  /// Has the events of a registered descriptor go to `handler` from now on, as if it had been registered with it. What
  /// epoll has said before is forgotten: the handler is to be called once by hand.
  func handOver(_ descriptor: Int32, to handler: @escaping () -> Void) {
    guard table.contains(descriptor) else { return }
    table[descriptor].pointee.handler = handler
  }

  private func add(_ descriptor: Int32, handler: (() -> Void)?) -> Bool {
    let generation = table.begin(descriptor, handler: handler)
    var event = epoll_event()
    event.events = EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue
    event.data.u64 = UInt64(generation) << 32 | UInt64(UInt32(bitPattern: descriptor))
    if epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) == 0 { return true }
    table.end(descriptor)
    return false
  }

  /// Forgets a descriptor that is about to be closed (closing takes it out of epoll). Fibers that still wait for it
  /// go on and see an error when they use it.
  public func unregister(_ descriptor: Int32) {
    guard table.contains(descriptor) else { return }
    let slot = table[descriptor].pointee
    table.end(descriptor)
    if let reader = slot.reader { wake(reader.takeUnretainedValue()) }
    if let writer = slot.writer { wake(writer.takeUnretainedValue()) }
  }

  /// Whether epoll has said that something can be read from a registered descriptor, end of file and errors
  /// included, that no fiber was waiting for.
  @inline(__always)
  func hasUnseenInput(_ descriptor: Int32) -> Bool {
    let slot = table[descriptor]
    return slot.pointee.isReadable || slot.pointee.isHungUp
  }

  /// Whether epoll has said that the peer of a registered descriptor will send no more.
  @inline(__always)
  func isHungUp(_ descriptor: Int32) -> Bool { table[descriptor].pointee.isHungUp }

  /// Parks the running fiber until a registered descriptor can be read or written, or the deadline passes.
  ///
  /// Edge-triggered: to be called only when an operation would block, and the operation may still block after
  /// `.ready`. A descriptor that isn't registered is ready at once. One fiber may wait for each direction.
  ///
  /// - Parameter deadline: on the monotonic clock in ns; nil for none.
  public func wait(_ descriptor: Int32, for interest: Interest, deadline: UInt64?) -> WaitResult {
    let fiber = EventLoop.currentFiber
    guard table.contains(descriptor) else { return .ready }
    let slot = table[descriptor]
    if interest == .read {
      if slot.pointee.isReadable || slot.pointee.isHungUp {
        slot.pointee.isReadable = false
        return fiber.isInterrupted ? wait(in: fiber, deadline: nil) : .ready
      }
      slot.pointee.reader = .passUnretained(fiber)
    } else {
      if slot.pointee.isWritable || slot.pointee.isHungUp {
        slot.pointee.isWritable = false
        return fiber.isInterrupted ? wait(in: fiber, deadline: nil) : .ready
      }
      slot.pointee.writer = .passUnretained(fiber)
    }
    let result = wait(in: fiber, deadline: deadline)
    // Whatever woke the fiber: nothing may be left that wakes it out of a later wait.
    if table.contains(descriptor) {
      let slot = table[descriptor]
      let mine = Unmanaged.passUnretained(fiber).toOpaque()
      if interest == .read {
        if slot.pointee.reader?.toOpaque() == mine { slot.pointee.reader = nil }
      } else {
        if slot.pointee.writer?.toOpaque() == mine { slot.pointee.writer = nil }
      }
    }
    return result
  }

  // MARK: Running

  /// Runs until no fiber is left, or `stop` is called. To be called on the process's own stack.
  public func run() {
    isStopped = false
    while liveFibers > 0, !isStopped { turn(atEnd: { self.liveFibers == 0 }) }
  }

  /// Runs until `condition`, asked after every turn, holds; it must be changed by fibers or handlers.
  public func run(until condition: () -> Bool) {
    isStopped = false
    while !isStopped, !condition() { turn(atEnd: condition) }
  }

  /// Has `run` return after the present turn; parked fibers stay parked.
  public func stop() { isStopped = true }

  /// Calls `action` on the loop's own stack once the fibers that are scheduled now have had their turn.
  func later(_ action: @escaping () -> Void) { deferred.append(action) }

  private func runDeferred() {
    let actions = deferred
    deferred.removeAll(keepingCapacity: true)
    for action in actions { action() }
  }

  /// Has `action` called in a forked child, after the loop's own reset, for state that a child must not share.
  public func afterFork(_ action: @escaping () -> Void) { forkHandlers.append(action) }

  /// Gives a forked child a loop of its own: a new epoll instance, no descriptors, no timers, no fibers but the one
  /// that runs, if one does. To be called in the child before anything else uses the loop.
  public func resetAfterFork() {
    close(epoll)
    epoll = EventLoop.makeEpoll()
    table.removeAll()
    timers.removeAll()
    firstScheduled = nil
    lastScheduled = nil
    Fiber.forgetOthers()
    deferred.removeAll()
    liveFibers = Fiber.current == nil ? 0 : 1
    isStopped = false
    for action in forkHandlers { action() }
  }

  private func turn(atEnd isAtEnd: () -> Bool) {
    runScheduled()
    if !deferred.isEmpty { runDeferred() }
    if isStopped || isAtEnd() { return }
    let hasTimers = timers.next != nil
    if firstScheduled == nil {
      poll(wait: true)
      if timers.next != nil { runTimers(EventLoop.now) }
      return
    }
    // Fibers that only yield must not pay for a system call each.
    let now = EventLoop.now
    if hasTimers { runTimers(now) }
    if resumptions >= EventLoop.pollAfterResumptions || now &- lastPoll >= EventLoop.pollAfterTime {
      resumptions = 0
      lastPoll = now
      poll(wait: false)
    }
  }

  /// Goes once round the fibers that are scheduled now; those they schedule wait for the next turn.
  private func runScheduled() {
    guard let last = lastScheduled?.toOpaque() else { return }
    while let next = firstScheduled {
      next._withUnsafeGuaranteedRef { fiber in
        firstScheduled = fiber.nextScheduled
        if firstScheduled == nil { lastScheduled = nil }
        fiber.isScheduled = false
        resumptions &+= 1
        fiber.resume()
      }
      if next.toOpaque() == last { return }
    }
  }

  private func runTimers(_ now: UInt64) {
    // Timers that are added meanwhile have their turn later, however early they are.
    var left = timers.count
    while left > 0, let due = timers.next, let fiber = timers.pop(dueAt: now) {
      left -= 1
      guard !fiber.isScheduled else { continue }
      fiber.result = .timedOut
      // Not by `now`: the fibers before this one have taken their time.
      timerErrors.record((EventLoop.now &- due) / 1000)
      fiber.resume()
    }
  }

  /// Hands over how late timers were since the last call: µs, and how often.
  public func takeTimerErrors() -> [LatencyCount] {
    let counts = timerErrors.counts
    timerErrors.removeAll()
    return counts
  }

  private func poll(wait: Bool) {
    let count = wait ? waitForEvents() : epoll_wait(epoll, events, Int32(EventLoop.batch), 0)
    guard count > 0 else { return }
    eventTime = EventLoop.now
    for index in 0..<Int(count) { deliver(events[index]) }
  }

  private func waitForEvents() -> Int32 {
    guard let next = timers.next else { return epoll_wait(epoll, events, Int32(EventLoop.batch), -1) }
    let now = EventLoop.now
    guard next > now else { return epoll_wait(epoll, events, Int32(EventLoop.batch), 0) }
    let wait = min(next &- now, 86_400_000_000_000)
    if hasPreciseWait {
      var time = timespec(tv_sec: Int(wait / 1_000_000_000), tv_nsec: Int(wait % 1_000_000_000))
      let count = epoll_pwait2(epoll, events, Int32(EventLoop.batch), &time, nil)
      if count >= 0 || errno != ENOSYS { return count }
      // Kernels before 5.11 don't have it.
      hasPreciseWait = false
    }
    return epoll_wait(epoll, events, Int32(EventLoop.batch), Int32((wait + 999_999) / 1_000_000))
  }

  @inline(__always)
  private func deliver(_ event: epoll_event) {
    let descriptor = Int32(truncatingIfNeeded: event.data.u64)
    let slot = table[descriptor]
    guard slot.pointee.generation == UInt32(truncatingIfNeeded: event.data.u64 >> 32) else { return }
    let flags = event.events
    let ended = EPOLLRDHUP.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue
    if flags & ended != 0 { slot.pointee.isHungUp = true }
    if let handler = slot.pointee.handler { return handler() }
    var reader: Unmanaged<Fiber>?
    var writer: Unmanaged<Fiber>?
    if flags & (EPOLLIN.rawValue | ended) != 0 {
      reader = slot.pointee.reader
      slot.pointee.reader = nil
      if reader == nil { slot.pointee.isReadable = true }
    }
    if flags & (EPOLLOUT.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0 {
      writer = slot.pointee.writer
      slot.pointee.writer = nil
      if writer == nil { slot.pointee.isWritable = true }
    }
    // The slot may move from here on. A fiber that is scheduled already goes on for another reason; it asks again.
    if let reader { resumeReady(reader, orMark: descriptor, .read) }
    if let writer { resumeReady(writer, orMark: descriptor, .write) }
  }

  @inline(__always)
  private func resumeReady(_ waiter: Unmanaged<Fiber>, orMark descriptor: Int32, _ interest: Interest) {
    waiter._withUnsafeGuaranteedRef { fiber in
      if fiber.isScheduled {
        if interest == .read { table[descriptor].pointee.isReadable = true }
        if interest == .write { table[descriptor].pointee.isWritable = true }
      } else {
        fiber.result = .ready
        fiber.resume()
      }
    }
  }
}
