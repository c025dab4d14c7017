import CLinux
import Glibc
import Runtime

/// The signals that ask for the end of a run: Ctrl-C and what `kill` sends.
enum StopSignals {
  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    sigaddset(&set, SIGTERM)
    return set
  }

  /// Has them wait.
  static func block() {
    var set = set
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Drops them, in workers: Ctrl-C goes to the whole process group, and the master tells them what to do.
  static func ignore() {
    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, SIG_IGN)
    unblock()
  }

  private static func unblock() {
    var set = set
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Waits for blocked signals. After the first one the next has its usual effect, which is to end the process at
  /// once; the kernel then ends the workers. To be called on a fiber.
  static func listen(_ body: (Int32) -> Void) {
    var set = set
    let descriptor = signalfd(-1, &set, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
    guard descriptor >= 0 else { return unblock() }
    defer { close(descriptor) }
    EventLoop.shared.register(descriptor)
    var info = signalfd_siginfo()
    while read(descriptor, &info, MemoryLayout<signalfd_siginfo>.size) < 0 {
      _ = EventLoop.shared.wait(descriptor, for: .read, deadline: nil)
    }
    EventLoop.shared.unregister(descriptor)
    unblock()
    body(Int32(bitPattern: info.ssi_signo))
  }
}
