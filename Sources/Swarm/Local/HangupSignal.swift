import CLinux
import Glibc
import Runtime

/// SIGHUP, which asks a master to look at its spec. On a terminal it means that the terminal is gone, and has its usual
/// effect.
enum HangupSignal {
  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGHUP)
    return set
  }

  /// Has it wait until somebody listens.
  static func block() {
    guard isatty(STDIN_FILENO) == 0 else { return }
    var set = set
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Calls `body` for each.
  static func listen(_ body: @escaping () -> Void) {
    guard isatty(STDIN_FILENO) == 0 else { return }
    var set = set
    let descriptor = signalfd(-1, &set, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
    guard descriptor >= 0 else { return }
    EventLoop.shared.register(descriptor) {
      var info = signalfd_siginfo()
      while read(descriptor, &info, MemoryLayout<signalfd_siginfo>.size) > 0 { body() }
    }
  }
}
