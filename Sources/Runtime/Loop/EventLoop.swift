import CLinux
import Coroutine
import Glibc

/// The one event loop of the process: epoll, timers, and the fibers that are ready to go on.
///
/// It runs on the process's own stack; fibers run on theirs and come back to it whenever they wait.
public final class EventLoop {
  /// The loop of the process.
  nonisolated(unsafe) public static let shared = EventLoop()

  /// What a fiber waits for on a descriptor.
  public enum Interest {
    case read, write

    var mask: UInt32 { self == .read ? EPOLLIN.rawValue | EPOLLRDHUP.rawValue : EPOLLOUT.rawValue }
  }

  private let epoll: Int32
  private var ready: [Fiber] = []
  private var timers = TimerHeap()
  /// The fiber that waits on each descriptor, by the descriptor's number.
  private var waiters: [Unmanaged<Fiber>?] = []
  private var liveFibers = 0

  private init() {
    epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
    precondition(epoll >= 0, "no epoll instance: \(errno)")
  }

  /// The monotonic clock, in ns.
  @inline(__always)
  public static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Starts a fiber at the loop's next turn.
  @discardableResult
  public func spawn(_ body: @escaping () -> Void) -> Fiber {
    let fiber = Fiber(body) { [unowned self] in self.liveFibers -= 1 }
    liveFibers += 1
    ready.append(fiber)
    return fiber
  }

  /// Registers a descriptor once, edge-triggered; `wait` then costs no system call of its own.
  public func register(_ descriptor: Int32) {
    var event = epoll_event()
    event.events = EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue
    event.data.fd = descriptor
    epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event)
    while waiters.count <= Int(descriptor) { waiters.append(nil) }
    waiters[Int(descriptor)] = nil
  }

  /// Forgets a descriptor that is about to be closed.
  public func unregister(_ descriptor: Int32) {
    if Int(descriptor) < waiters.count { waiters[Int(descriptor)] = nil }
  }

  /// Parks the running fiber until something happens on a registered descriptor, or the deadline passes.
  ///
  /// Edge-triggered: to be called only after an operation would have blocked.
  ///
  /// - Parameter deadline: on the monotonic clock in ns; nil for none.
  /// - Returns: false when the deadline came first.
  public func wait(_ descriptor: Int32, deadline: UInt64?) -> Bool {
    guard let fiber = Fiber.current else { preconditionFailure("wait outside a fiber") }
    waiters[Int(descriptor)] = Unmanaged.passUnretained(fiber)
    let timer = deadline.map { timers.add($0, fiber) }
    let reason = Fiber.park()
    if Int(descriptor) < waiters.count { waiters[Int(descriptor)] = nil }
    if let timer, reason != .timer { timers.cancel(timer) }
    return reason != .timer
  }

  /// Parks the running fiber for some time, in ns.
  public func sleep(_ nanoseconds: UInt64) {
    guard let fiber = Fiber.current else { preconditionFailure("sleep outside a fiber") }
    let timer = timers.add(EventLoop.now + nanoseconds, fiber)
    if Fiber.park() != .timer { timers.cancel(timer) }
  }

  /// Lets a parked fiber go on at the loop's next turn.
  public func wake(_ fiber: Fiber) {
    guard fiber.isParked, !fiber.isScheduled else { return }
    fiber.isScheduled = true
    ready.append(fiber)
  }

  /// Runs until no fiber is left.
  public func run() {
    while liveFibers > 0 { turn() }
  }

  /// One turn: the ready fibers, then what epoll and the timers bring.
  private func turn() {
    let batch = ready
    ready.removeAll(keepingCapacity: true)
    for fiber in batch { fiber.resume(because: .woken) }
    var timeout: Int32 = -1
    var precise: timespec?
    if !ready.isEmpty {
      timeout = 0
    } else if let next = timers.next {
      let now = EventLoop.now
      let wait = next > now ? next - now : 0
      precise = timespec(tv_sec: Int(wait / 1_000_000_000), tv_nsec: Int(wait % 1_000_000_000))
      timeout = wait == 0 ? 0 : -1
    }
    if liveFibers > 0 { poll(timeout, precise) }
    let now = EventLoop.now
    while let fiber = timers.pop(before: now) { fiber.resume(because: .timer) }
  }

  private func poll(_ timeout: Int32, _ precise: timespec?) {
    withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 256) { events in
      guard let base = events.baseAddress else { return }
      let count: Int32
      if var precise, timeout != 0 {
        count = epoll_pwait2(epoll, base, 256, &precise, nil)
      } else {
        count = epoll_wait(epoll, base, 256, timeout)
      }
      guard count > 0 else { return }
      for index in 0..<Int(count) {
        let descriptor = Int(events[index].data.fd)
        guard descriptor < waiters.count, let fiber = waiters[descriptor] else { continue }
        waiters[descriptor] = nil
        fiber._withUnsafeGuaranteedRef { $0.resume(because: .descriptor) }
      }
    }
  }
}

/// The timers of sleeping fibers: a binary heap by time, with cancellation by a mark.
struct TimerHeap {
  private struct Entry {
    let time: UInt64
    let id: UInt64
    let fiber: Fiber
  }

  private var entries: [Entry] = []
  private var cancelled: Set<UInt64> = []
  private var lastID: UInt64 = 0

  /// The time of the earliest timer.
  var next: UInt64? { entries.first?.time }

  /// Adds a timer; the result is for `cancel`.
  mutating func add(_ time: UInt64, _ fiber: Fiber) -> UInt64 {
    lastID += 1
    entries.append(Entry(time: time, id: lastID, fiber: fiber))
    siftUp(entries.count - 1)
    return lastID
  }

  /// Has a timer pass without effect. Marks are swept when they are the majority.
  mutating func cancel(_ id: UInt64) {
    cancelled.insert(id)
    if cancelled.count > 1024 && cancelled.count * 2 > entries.count {
      let kept = entries.filter { !cancelled.contains($0.id) }
      cancelled.removeAll(keepingCapacity: true)
      entries.removeAll(keepingCapacity: true)
      for entry in kept {
        entries.append(entry)
        siftUp(entries.count - 1)
      }
    }
  }

  /// Takes the earliest timer that is due.
  mutating func pop(before now: UInt64) -> Fiber? {
    while let first = entries.first, first.time <= now {
      let last = entries.removeLast()
      if !entries.isEmpty {
        entries[0] = last
        siftDown()
      }
      if cancelled.remove(first.id) == nil { return first.fiber }
    }
    return nil
  }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      if entries[parent].time <= entries[child].time { return }
      entries.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var child = parent * 2 + 1
      if child >= entries.count { return }
      if child + 1 < entries.count && entries[child + 1].time < entries[child].time { child += 1 }
      if entries[parent].time <= entries[child].time { return }
      entries.swapAt(parent, child)
      parent = child
    }
  }
}
