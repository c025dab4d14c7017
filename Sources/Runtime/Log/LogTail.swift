/// The last lines of the process's log, for those who read it from afar.
public final class LogTail {
  /// The tail of the process's log.
  nonisolated(unsafe) public static let shared = LogTail()

  /// How many lines are kept.
  public static let length = 500

  /// The last lines, the oldest first.
  public private(set) var lines: [String] = []
  /// How many lines there have been.
  public private(set) var count = 0

  /// Adds a line.
  func add(_ line: String) {
    count += 1
    lines.append(line)
    // Dropping many at once keeps adding cheap.
    if lines.count >= 2 * LogTail.length { lines.removeFirst(lines.count - LogTail.length) }
  }
}
