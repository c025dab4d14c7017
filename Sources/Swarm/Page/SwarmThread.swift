import CLinux
import Glibc
import Runtime
import Synchronization

/// Has things done on the thread that runs the swarm, for others that mustn't touch it.
final class SwarmThread: Sendable {
  private let waiting = Mutex<[@Sendable () -> Void]>([])
  /// Readable while something waits.
  private let bell: Int32

  /// Nil when the system has no descriptor left.
  init?() {
    bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    if bell < 0 { return nil }
  }

  /// Does what is asked for, each on a fiber of its own, for as long as the process lives. To be called on a fiber.
  func serve() {
    EventLoop.shared.register(bell)
    while EventLoop.shared.wait(bell, for: .read, deadline: nil) == .ready {
      var count: UInt64 = 0
      _ = read(bell, &count, MemoryLayout<UInt64>.size)
      let work = waiting.withLock { waiting in
        defer { waiting = [] }
        return waiting
      }
      for body in work { EventLoop.shared.spawn(body) }
    }
  }

  /// Does something on the swarm's thread, on a fiber. To be called on any other thread.
  func perform<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      waiting.withLock { $0.append { continuation.resume(returning: body()) } }
      var one: UInt64 = 1
      _ = write(bell, &one, MemoryLayout<UInt64>.size)
    }
  }
}
