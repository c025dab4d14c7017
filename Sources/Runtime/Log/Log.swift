import Glibc
import Logging

/// The process's log, in Locust's format: `[2026-11-25 09:46:21,147] host/INFO/katydid.main: message`.
public enum Log {
  /// How to set the log up.
  public struct Options: Sendable {
    /// Messages below this level are dropped.
    public var level = Logger.Level.info
    /// The file that gets the log instead of standard error.
    public var file: String?
    /// Whether to leave the set-up out: then only warnings and worse are shown, bare, as Python does by itself.
    public var isBare = false

    /// Creates options with Locust's defaults.
    public init() {}
  }

  /// A log file that can't be written.
  public struct Fault: Error {
    /// What is wrong, for people.
    public let text: String
  }

  nonisolated(unsafe) private static var options = Options()
  nonisolated(unsafe) private static var descriptor = STDERR_FILENO
  nonisolated(unsafe) private static var isReady = false

  /// Whether the log has its format and level; otherwise it is left as Python has it.
  static var isSetUp: Bool { !options.isBare }

  /// Whether tables are written; like Locust's, they go through the log and are lost without its set-up.
  public static var showsTables: Bool { !options.isBare }

  /// Sets the process's log up. To be called before any logger is made.
  ///
  /// - Throws: `Fault` when the log file can't be opened.
  public static func setUp(_ options: Options) throws(Fault) {
    Log.options = options
    if let file = options.file {
      makeDirectories(above: file)
      let opened = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
      guard opened >= 0 else {
        throw Fault(text: "can't write log file '\(file)': \(String(cString: strerror(errno)))")
      }
      descriptor = opened
    }
    if !isReady {
      isReady = true
      LoggingSystem.bootstrap { label in LocustLogHandler(label: label) }
    }
  }

  private static func makeDirectories(above file: String) {
    for index in file.indices where file[index] == "/" && index != file.startIndex {
      mkdir(String(file[..<index]), 0o755)
    }
  }

  /// The level of a name as `--loglevel` takes it, in any case; nil for an unknown one.
  public static func level(named name: String) -> Logger.Level? {
    levels.first { $0.name == name.uppercased() }?.level
  }

  /// The level that is logged, as Python's `logging` numbers it: 10 for DEBUG to 50 for CRITICAL.
  static var levelNumber: Int { ((levels.firstIndex { $0.level == options.level } ?? 1) + 1) * 10 }

  /// The levels' names, lowest first.
  public static let levelNames = levels.map(\.name)

  private static let levels: [(name: String, level: Logger.Level)] = [
    ("DEBUG", .debug), ("INFO", .info), ("WARNING", .warning), ("ERROR", .error), ("CRITICAL", .critical),
  ]

  /// Writes one message. `logger` is the name it is under, such as "katydid.main", or "root".
  public static func write(_ level: Logger.Level, logger: String, _ message: String) {
    if options.isBare {
      if level >= .warning { Console.write(message + "\n") }
      return
    }
    guard level >= options.level else { return }
    let text = "[\(timestamp())] \(host)/\(name(of: level))/\(logger): \(message)"
    LogTail.shared.add(text)
    let line = text + "\n"
    if descriptor == STDERR_FILENO { Console.write(line) } else { Console.send(line, to: descriptor) }
  }

  private static func name(of level: Logger.Level) -> String {
    switch level {
    case .trace, .debug: "DEBUG"
    case .info, .notice: "INFO"
    case .warning: "WARNING"
    case .error: "ERROR"
    case .critical: "CRITICAL"
    }
  }

  /// The machine's name without its domain.
  public static let host: String = {
    var buffer = [CChar](repeating: 0, count: 256)
    gethostname(&buffer, buffer.count - 1)
    let name = buffer.prefix { $0 != 0 && $0 != CChar(UInt8(ascii: ".")) }
    return String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()

  /// Local time, as Python's logging writes it.
  private static func timestamp() -> String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var parts = tm()
    localtime_r(&now.tv_sec, &parts)
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    let date = [parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday].map { digits(Int($0), 2) }
    let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { digits(Int($0), 2) }
    return "\(date.joined(separator: "-")) \(time.joined(separator: ":")),\(digits(now.tv_nsec / 1_000_000, 3))"
  }
}

/// What swift-log hands messages to.
struct LocustLogHandler: LogHandler {
  let label: String
  var metadataProvider: Logger.MetadataProvider?
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.trace

  init(label: String) { self.label = label }

  func log(event: LogEvent) {
    Log.write(event.level, logger: label, event.message.description)
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }
}
