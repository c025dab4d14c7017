import Glibc
import Runtime

/// The keys that change a running test from its terminal: w and W add 1 and 10 users, s and S stop as many, r swaps the
/// spec, q stops the test, Enter opens the web page.
package final class Keyboard {
  /// What a key asks for.
  package enum Command: Equatable, Sendable {
    /// So many more users, or fewer.
    case users(Int)
    /// To take the spec as it is on disk now.
    case swap
    /// To end the test.
    case stop
    /// To open the web page in a browser.
    case open
  }

  /// How often keys are looked for, in ns.
  private static let interval: UInt64 = 200_000_000
  /// How the terminal was before, for `restore`, which also runs when the process exits.
  nonisolated(unsafe) private static var original: termios?

  /// Creates a keyboard that is not read.
  package init() {}

  /// Reads keys until `stop`, without their lines' ends. Does nothing when standard input is no terminal of this
  /// process group: in the background, changing a terminal would stop the process. To be called on a fiber.
  package func listen(_ body: (Command) -> Void) {
    guard begin() else { return }
    while Keyboard.original != nil {
      while let key = Keyboard.read() {
        if let command = Keyboard.command(of: key) { body(command) }
      }
      _ = EventLoop.shared.sleep(Keyboard.interval)
    }
  }

  /// Whether keys are read.
  package var isListening: Bool { Keyboard.original != nil }

  /// Gives the terminal back.
  package func stop() { Keyboard.restore() }

  /// What a key asks for; nil for one that means nothing.
  package static func command(of key: UInt8) -> Command? {
    switch key {
    case UInt8(ascii: "w"): .users(1)
    case UInt8(ascii: "W"): .users(10)
    case UInt8(ascii: "s"): .users(-1)
    case UInt8(ascii: "S"): .users(-10)
    case UInt8(ascii: "r"): .swap
    case UInt8(ascii: "q"): .stop
    case 10, 13: .open
    default: nil
    }
  }

  private func begin() -> Bool {
    var state = termios()
    guard isatty(STDIN_FILENO) == 1, tcgetpgrp(STDIN_FILENO) == getpgrp(), tcgetattr(STDIN_FILENO, &state) == 0 else {
      return false
    }
    Keyboard.original = state
    state.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard tcsetattr(STDIN_FILENO, TCSANOW, &state) == 0 else {
      Keyboard.original = nil
      return false
    }
    atexit { Keyboard.restore() }
    return true
  }

  private static func restore() {
    guard var state = original else { return }
    original = nil
    tcsetattr(STDIN_FILENO, TCSANOW, &state)
  }

  private static func read() -> UInt8? {
    var wanted = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    var key: UInt8 = 0
    guard poll(&wanted, 1, 0) == 1, wanted.revents & Int16(POLLIN) != 0, Glibc.read(STDIN_FILENO, &key, 1) == 1 else {
      return nil
    }
    return key
  }
}
