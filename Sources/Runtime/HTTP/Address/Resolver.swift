import CCounting
import CLinux
import Glibc

/// Looks up host names with the system's resolver on helper threads, so that the loop never waits for it.
///
/// Many fibers asking for one host share one lookup. Threads are started when there is work and end when there is none.
final class Resolver {
  /// The resolver of the process.
  nonisolated(unsafe) private(set) static var shared = Resolver()

  /// How long found addresses are used, in ns.
  private static let lifetime: UInt64 = 60_000_000_000
  private static let maxThreads = 4

  /// One lookup under way. Written by a helper thread before, and read by the loop after, it is in `finished`.
  private final class Lookup {
    let host: String
    var addresses: [SocketAddress] = []
    var failure: HTTPFailure.Reason?
    var isAnswered = false
    /// Fibers that wait for the answer; only touched by the loop's thread.
    var waiters: [Fiber] = []

    init(host: String) { self.host = host }
  }

  /// Lookups under way, by host; only touched by the loop's thread.
  private var pending: [String: Lookup] = [:]
  private let wakeUp: Int32

  // What the threads share, under `mutex`.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private var queue: [Lookup] = []
  private var finished: [Lookup] = []
  private var threads = 0

  private init() {
    mutex = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    wakeUp = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
    EventLoop.shared.register(wakeUp) { [unowned self] in collect() }
    Resolver.renewAfterFork
  }

  /// A forked child has none of the threads, and may have inherited the mutex locked. The old object is left alone: a
  /// thread that doesn't exist here may have been in the middle of it.
  private static let renewAfterFork: Void = EventLoop.shared.afterFork {
    close(shared.wakeUp)
    _ = Unmanaged.passRetained(shared)
    shared = Resolver()
  }

  /// The addresses of an origin's host, with its port. Parks the running fiber if they have to be looked up.
  ///
  /// - Parameter deadline: on the monotonic clock in ns; nil for none.
  func resolve(_ origin: Origin, deadline: UInt64?) throws(HTTPFailure.Reason) -> [SocketAddress] {
    let now = EventLoop.now
    if origin.addressesExpire > now { return origin.addresses }
    if let addresses = HostOverrides.addresses(of: origin) {
      origin.setAddresses(addresses, expire: .max)
      return addresses
    }
    if let address = SocketAddress(literal: origin.host, port: origin.port) {
      origin.setAddresses([address], expire: .max)
      return origin.addresses
    }
    let fiber = EventLoop.currentFiber
    let lookup = pending[origin.host] ?? start(origin.host)
    lookup.waiters.append(fiber)
    while !lookup.isAnswered {
      let result = deadline.map { EventLoop.shared.park(until: $0) } ?? EventLoop.shared.park()
      if result == .ready { continue }
      lookup.waiters.removeAll { $0 === fiber }
      throw result == .interrupted ? .interrupted : .connectTimeout
    }
    if let failure = lookup.failure { throw failure }
    let addresses = lookup.addresses.map { $0.with(port: origin.port) }
    // Another fiber may have found out meanwhile which of them answers.
    if origin.addressesExpire <= now || origin.addresses.isEmpty {
      origin.setAddresses(addresses, expire: EventLoop.now + Resolver.lifetime)
    }
    return origin.addresses
  }

  private func start(_ host: String) -> Lookup {
    let lookup = Lookup(host: host)
    pending[host] = lookup
    pthread_mutex_lock(mutex)
    queue.append(lookup)
    let needsThread = threads < Resolver.maxThreads
    if needsThread { threads += 1 }
    pthread_mutex_unlock(mutex)
    if needsThread, !startThread() {
      pthread_mutex_lock(mutex)
      threads -= 1
      let isAlone = threads == 0
      pthread_mutex_unlock(mutex)
      // Without any thread, one blocking lookup is better than none.
      if isAlone { work(countsAsThread: false) }
    }
    return lookup
  }

  private func startThread() -> Bool {
    // A signal is for the loop's thread: the threads are born with all of them blocked.
    var all = sigset_t()
    var old = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &old)
    defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
    var thread = pthread_t()
    let me = Unmanaged.passRetained(self)
    counting_thread_begins()
    counting_begin_announced()
    let status = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Resolver.run(argument) }
        counting_thread_ended()
        return nil
      }, me.toOpaque())
    counting_end_announced()
    guard status == 0 else {
      counting_thread_ended()
      me.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  /// All that a helper thread does with objects.
  @inline(never)
  private static func run(_ resolver: UnsafeMutableRawPointer) {
    Unmanaged<Resolver>.fromOpaque(resolver).takeRetainedValue().work(countsAsThread: true)
  }

  /// Answers lookups until there are none left; on a helper thread.
  private func work(countsAsThread: Bool) {
    while true {
      pthread_mutex_lock(mutex)
      if queue.isEmpty {
        if countsAsThread { threads -= 1 }
        pthread_mutex_unlock(mutex)
        return
      }
      let lookup = queue.removeFirst()
      pthread_mutex_unlock(mutex)
      Resolver.answer(lookup)
      pthread_mutex_lock(mutex)
      finished.append(lookup)
      pthread_mutex_unlock(mutex)
      var one: UInt64 = 1
      _ = write(wakeUp, &one, 8)
    }
  }

  private static func answer(_ lookup: Lookup) {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(lookup.host, nil, &hints, &list)
    defer { if let list { freeaddrinfo(list) } }
    if code != 0 {
      let text = code == EAI_SYSTEM ? strerror(errno) : UnsafeMutablePointer(mutating: gai_strerror(code))
      lookup.failure = .nameResolution(code, text.map { String(cString: $0) } ?? "")
      return
    }
    var next = list
    while let info = next {
      if let address = SocketAddress(info.pointee) { lookup.addresses.append(address) }
      next = info.pointee.ai_next
    }
    if lookup.addresses.isEmpty {
      lookup.failure = .nameResolution(EAI_NONAME, String(cString: gai_strerror(EAI_NONAME)))
    }
  }

  /// Hands out the answers; on the loop's stack.
  private func collect() {
    var count: UInt64 = 0
    _ = read(wakeUp, &count, 8)
    pthread_mutex_lock(mutex)
    let answered = finished
    finished.removeAll()
    pthread_mutex_unlock(mutex)
    for lookup in answered {
      lookup.isAnswered = true
      pending[lookup.host] = nil
      for fiber in lookup.waiters { EventLoop.shared.wake(fiber) }
      lookup.waiters.removeAll()
    }
  }
}
