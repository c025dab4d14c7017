import CLinux
import Glibc

/// Everything this process writes for people: log lines and tables on standard error, with a live line below them when
/// that is a terminal. What a spec prints itself comes here, too.
///
/// Each text goes out in one `write`, which erases a live line first and draws it again after; so lines of several
/// processes on one terminal never mix with it.
public enum Console {
  /// The live line, without line break; nil for none.
  nonisolated(unsafe) private static var liveLine: String?
  /// Whether standard error is a terminal.
  public static let isTerminal = isatty(STDERR_FILENO) == 1

  /// The width of the terminal, in columns; nil when there is none or it has no known width.
  public static var width: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes text that ends a line to standard error.
  public static func write(_ text: String) {
    guard isTerminal else { return send(text, to: STDERR_FILENO) }
    send(erase + text + (liveLine ?? ""), to: STDERR_FILENO)
  }

  /// Draws the live line, cut to the terminal's width, or takes it away. Does nothing without a terminal.
  public static func showLive(_ line: String?) {
    guard isTerminal, line != nil || liveLine != nil else { return }
    let fitting = line.map { String($0.prefix(max(0, (width ?? 80) - 1))) }
    liveLine = fitting
    send(erase + (fitting ?? ""), to: STDERR_FILENO)
  }

  /// Writes a spec's own lines to standard output or standard error. On a terminal the live line makes room for them.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    guard isTerminal, descriptor == STDERR_FILENO || isatty(descriptor) == 1 else {
      return send(bytes, to: descriptor)
    }
    send(Array(erase.utf8) + bytes + Array((liveLine ?? "").utf8), to: descriptor)
  }

  private static let erase = "\r\u{1B}[K"

  /// Writes all of a text; gives up when the other side is gone.
  static func send(_ text: String, to descriptor: Int32) { send(Array(text.utf8), to: descriptor) }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
        if count > 0 {
          sent += count
        } else if errno == EAGAIN {
          var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = Glibc.poll(&poll, 1, -1)
        } else if errno != EINTR {
          return
        }
      }
    }
  }
}
