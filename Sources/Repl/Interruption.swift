import Glibc
import Lang

/// Ctrl-C: noted by the signal's handler, taken by whoever can act on it.
enum Interruption {
  private nonisolated(unsafe) static var isPending: sig_atomic_t = 0

  /// Has Ctrl-C noted instead of ending the process.
  static func listen() {
    // The interpreter may see a Ctrl-C only after it was dealt with, at the next input.
    let raise = Interpreter.onInterrupt
    Interpreter.onInterrupt = { () throws(Raised) in if take() { try raise() } }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      Interruption.isPending = 1
      Interpreter.interrupt()
    }
    // Without SA_RESTART, so that reading a line ends.
    sigaction(SIGINT, &action, nil)
  }

  /// Whether Ctrl-C was pressed since the last time.
  static func take() -> Bool {
    defer { isPending = 0 }
    return isPending != 0
  }

  /// Whether Ctrl-C was pressed and nobody has taken it.
  static var isWaiting: Bool { isPending != 0 }
}
