import CLinux
import Glibc

/// Waits for what happens on the listening sockets, the connections and the timers, and deals with it.
final class ServerLoop {
  private let epoll: Int32
  private let wakeUp: Int32
  private var listeners: [Listener]
  /// Given up for a moment when the process has no descriptor left, so that a connection can be accepted and closed;
  /// left waiting it would wake the loop over and over.
  private var spare: Int32
  private var connections: [Connection?] = []
  private var lastGeneration: UInt32 = 0
  private let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)

  var timers = TimerQueue()
  let output = OutputBuffer()
  let site: Site
  let limits: (head: Int, body: Int)

  init(listeners: [Listener], wakeUp: Int32, limits: (head: Int, body: Int)) throws(DemoTargetFailure) {
    epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard epoll >= 0 else { throw DemoTargetFailure(description: "no epoll instance: \(systemError())") }
    spare = openSpare()
    self.listeners = listeners
    self.wakeUp = wakeUp
    self.limits = limits
    site = Site()
    watch(wakeUp, EPOLLIN.rawValue, UInt64(UInt32(bitPattern: wakeUp)))
    for listener in listeners {
      // Generation 0 tells these from connections.
      watch(listener.descriptor, EPOLLIN.rawValue, UInt64(UInt32(bitPattern: listener.descriptor)))
    }
  }

  deinit {
    scratch.deallocate()
    close(epoll)
    if spare >= 0 { close(spare) }
  }

  /// The monotonic clock, in ns.
  static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Serves until the wake-up descriptor is written to.
  func run() {
    // OpenSSL writes to sockets without MSG_NOSIGNAL.
    let signals = BlockedPipeSignal()
    defer { signals.restore() }
    withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 512) { events in
      while turn(events) {}
    }
    for case let connection? in connections { end(connection) }
    listeners = []
  }

  /// - Returns: false when it is time to stop.
  private func turn(_ events: UnsafeMutableBufferPointer<epoll_event>) -> Bool {
    var timeout: Int32 = -1
    if let next = timers.next {
      let now = ServerLoop.now
      // Rounded up, or the last part of a millisecond would be spent turning.
      timeout = next > now ? Int32(min((next - now + 999_999) / 1_000_000, 3_600_000)) : 0
    }
    let count = epoll_wait(epoll, events.baseAddress, Int32(events.count), timeout)
    site.refreshDate()
    for index in 0..<Int(max(0, count)) {
      let event = events[index]
      let word = event.data.u64
      let descriptor = Int32(truncatingIfNeeded: word)
      let generation = UInt32(truncatingIfNeeded: word >> 32)
      if generation > 0 {
        guard let connection = connections[Int(descriptor)], connection.key.generation == generation else { continue }
        let gone = event.events & (EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0
        advance(connection, peerClosed: gone || event.events & EPOLLRDHUP.rawValue != 0)
      } else if descriptor == wakeUp {
        return false
      } else if let listener = listeners.first(where: { $0.descriptor == descriptor }) {
        accept(from: listener)
      }
    }
    if timers.next != nil {
      let now = ServerLoop.now
      while let entry = timers.pop(dueAt: now) {
        if let connection = connections[Int(entry.key.descriptor)],
          connection.key.generation == entry.key.generation
        {
          wake(connection, at: now)
        }
      }
    }
    return true
  }

  private func watch(_ descriptor: Int32, _ events: UInt32, _ word: UInt64) {
    var event = epoll_event()
    event.events = events
    event.data.u64 = word
    epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event)
  }

  /// Accepts a bounded number, so that a flood of new connections doesn't starve the old ones.
  private func accept(from listener: Listener) {
    for _ in 0..<256 {
      let descriptor = Glibc.accept(listener.descriptor, nil, nil)
      guard descriptor >= 0 else {
        if errno == EINTR || errno == ECONNABORTED { continue }
        if errno == EMFILE || errno == ENFILE { turnAway(from: listener) }
        return
      }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      var tls: OpaquePointer?
      if let context = listener.tls {
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        tls = context.accept(descriptor)
        if tls == nil {
          close(descriptor)
          continue
        }
      }
      lastGeneration = lastGeneration == UInt32.max ? 1 : lastGeneration + 1
      let key = Connection.Key(descriptor: descriptor, generation: lastGeneration)
      while connections.count <= Int(descriptor) { connections.append(nil) }
      connections[Int(descriptor)] = Connection(key: key, tls: tls)
      watch(
        descriptor, EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue, key.word)
    }
  }

  private func turnAway(from listener: Listener) {
    if spare >= 0 { close(spare) }
    let descriptor = Glibc.accept(listener.descriptor, nil, nil)
    if descriptor >= 0 { close(descriptor) }
    spare = openSpare()
  }

  /// Does what can be done on a connection after an event.
  ///
  /// Events are edge-triggered: each step goes on until the socket has no more to give or to take.
  private func advance(_ connection: Connection, peerClosed: Bool) {
    if connection.phase == .handshaking {
      guard let done = connection.handshake() else { return end(connection, .abrupt) }
      guard done else { return peerClosed ? end(connection, .abrupt) : () }
      connection.phase = .reading
    }
    if !connection.pending.isEmpty { flush(connection) }
    switch connection.phase {
    case .reading: read(connection, toEnd: peerClosed)
    case .waiting: if peerClosed { end(connection, .abrupt) }
    case .draining: drain(connection)
    case .closing, .closed, .handshaking: break
    }
  }

  /// Reads and answers until there is nothing to read, or an answer must be waited for.
  ///
  /// - Parameter toEnd: the client has closed its side, so the end is to be read too.
  func read(_ connection: Connection, toEnd: Bool) {
    while connection.phase == .reading && connection.pending.isEmpty {
      switch connection.receive(into: scratch) {
      case .bytes(let count):
        take(UnsafeRawBufferPointer(rebasing: scratch[..<count]), from: connection)
        // A short read has emptied the socket, which saves asking again; only TLS may hold more back.
        if connection.tls == nil && count < scratch.count && !toEnd { return }
      case .nothingYet: return
      case .ended: return end(connection)
      }
    }
  }

  private func drain(_ connection: Connection) {
    while true {
      switch connection.receive(into: scratch) {
      case .bytes: continue
      case .nothingYet: return
      case .ended: return end(connection)
      }
    }
  }

  /// Sends the turn's output, and keeps what the socket doesn't take.
  func sendOutput(_ connection: Connection) {
    if output.count > 0 {
      defer { output.clear() }
      if connection.pending.isEmpty {
        var sent = 0
        // TLS sends a record at a time.
        repeat {
          let rest = UnsafeRawBufferPointer(rebasing: output.bytes[sent...])
          guard let count = connection.send(rest) else { return end(connection, .abrupt) }
          if count == 0 { break }
          sent += count
        } while sent < output.count
        if sent < output.count { connection.pending = Array(output.bytes[sent...]) }
      } else {
        connection.pending.append(contentsOf: output.bytes)
      }
    }
    if connection.pending.isEmpty && connection.phase == .closing { finish(connection) }
  }

  private func flush(_ connection: Connection) {
    let held = connection.pending
    connection.pending = []
    var sent = 0
    while sent < held.count {
      let count = held.withUnsafeBytes { connection.send(UnsafeRawBufferPointer(rebasing: $0[sent...])) }
      guard let count else { return end(connection, .abrupt) }
      if count == 0 { break }
      sent += count
    }
    if sent < held.count {
      connection.pending = sent == 0 ? held : Array(held[sent...])
    } else if connection.phase == .closing {
      finish(connection)
    } else if connection.phase == .reading && !connection.input.isEmpty {
      // Requests that came behind the one whose answer was stuck.
      resume(connection)
    }
  }

  /// Ends a connection whose last answer is sent.
  private func finish(_ connection: Connection) {
    guard connection.ending == .drained else { return end(connection) }
    connection.phase = .draining
    connection.closeOutput()
    timers.add(ServerLoop.now + 1_000_000_000, connection.key)
    drain(connection)
  }

  /// Closes a connection.
  func end(_ connection: Connection, _ ending: Connection.Ending? = nil) {
    guard connection.phase != .closed else { return }
    if let ending { connection.ending = ending }
    connection.close()
    connections[Int(connection.descriptor)] = nil
  }
}

private func openSpare() -> Int32 { open("/dev/null", O_RDONLY | O_CLOEXEC) }

/// SIGPIPE held back from one thread; the process's own way of dealing with it stays as it is.
private struct BlockedPipeSignal {
  private var before = sigset_t()
  private var pipe = sigset_t()

  init() {
    sigemptyset(&pipe)
    sigaddset(&pipe, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &pipe, &before)
  }

  /// Drops a signal that came in between, and restores the thread's mask.
  func restore() {
    var pipe = pipe
    var before = before
    var none = timespec()
    while sigtimedwait(&pipe, nil, &none) > 0 {}
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
