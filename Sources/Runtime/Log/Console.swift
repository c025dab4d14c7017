import CLinux
import Glibc

/// Everything this process writes for people: log lines and tables on standard error, with a live view below them when
/// that is a terminal. What a spec prints itself comes here, too.
///
/// The cursor waits at the beginning of the live view. Each text goes out in one `write`, which erases all from there on
/// first and draws the view again after; so lines of several processes on one terminal never mix with it.
public enum Console {
  /// A line of the live view.
  public struct Line: Sendable {
    /// How a line looks, by its code in ECMA-48 (Select Graphic Rendition).
    public enum Style: Int, Sendable {
      case plain = 0
      case bold = 1
      case dim = 2
      case red = 31
      case green = 32
    }

    /// What it says.
    public let text: String
    /// How it looks where colours are wanted.
    public let style: Style

    /// Creates a line. Control characters, which a terminal would obey, are shown as question marks.
    public init(_ text: String, _ style: Style = .plain) {
      self.text = String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }))
      self.style = style
    }
  }

  /// The live view as it is drawn; empty for none.
  nonisolated(unsafe) private static var liveView = ""
  /// Whether standard error is a terminal.
  public static let isTerminal = isatty(STDERR_FILENO) == 1
  /// Whether standard error is a terminal on which lines can be drawn anew.
  public static let canRedraw = isTerminal && variable("TERM") != "dumb" && variable("TERM") != nil
  /// Whether the terminal shows more than ASCII, as far as the environment says.
  public static let showsUnicode: Bool = {
    let locale = variable("LC_ALL") ?? variable("LC_CTYPE") ?? variable("LANG") ?? ""
    return locale.lowercased().replacing("-", with: "").hasSuffix("utf8")
  }()
  /// Whether colours are welcome (https://no-color.org).
  private static let hasColours = variable("NO_COLOR") == nil

  /// A variable of the environment; nil when it is empty, too.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The width of the terminal, in columns; nil when there is none or it has no known width.
  public static var width: Int? { size?.width }

  /// How wide the tables' column of names is, as Locust has it.
  ///
  /// - Parameter terminalWidth: in columns; nil for no terminal.
  public static func nameWidth(terminalWidth: Int?) -> Int { terminalWidth.map { max(min($0 - 80, 80), 0) } ?? 80 }

  /// The size of the terminal, in columns and lines; nil when there is none or it has no known size.
  public static var size: (width: Int, height: Int)? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Writes text that ends a line to standard error.
  public static func write(_ text: String) {
    guard canRedraw else { return send(text, to: STDERR_FILENO) }
    send(erase + text + liveView, to: STDERR_FILENO)
  }

  /// Draws the live view, its lines cut to the terminal's width, or takes it away when there are none. Does nothing
  /// where lines can't be drawn anew.
  public static func showLive(_ lines: [Line]) {
    guard canRedraw, !lines.isEmpty || !liveView.isEmpty else { return }
    let width = max(1, (width ?? 80) - 1)
    let drawn = lines.map { line in
      let text = String(line.text.prefix(width))
      return hasColours && line.style != .plain ? "\u{1B}[\(line.style.rawValue)m\(text)\u{1B}[m" : text
    }
    let back = lines.count > 1 ? "\r\u{1B}[\(lines.count - 1)A" : "\r"
    liveView = lines.isEmpty ? "" : drawn.joined(separator: "\n") + back
    send(erase + liveView, to: STDERR_FILENO)
  }

  /// Writes a spec's own lines to standard output or standard error. On a terminal the live view makes room for them.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    guard canRedraw, descriptor == STDERR_FILENO || isatty(descriptor) == 1 else {
      return send(bytes, to: descriptor)
    }
    send(Array(erase.utf8) + bytes + Array(liveView.utf8), to: descriptor)
  }

  /// From the cursor's line to the end of the screen.
  private static let erase = "\r\u{1B}[J"

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
