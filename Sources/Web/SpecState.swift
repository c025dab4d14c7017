/// The versions of the spec, as the page shows them.
public struct SpecState: Sendable, Codable, Equatable {
  /// The number of the version in use; the first one is 1.
  public var version = 1
  /// The paths of the locustfiles.
  public var paths: [String] = []
  /// Whether the page can change the spec.
  public var canSwap = false
  /// Whether the version in use has texts that are not on disk.
  public var hasUnwrittenTexts = false
  /// What is wrong with the version that was refused last; nil when the latest one is in use.
  public var fault: String?
  /// The versions so far, the oldest first.
  public var versions: [Version] = []

  public init() {}

  private enum CodingKeys: String, CodingKey {
    case version, paths, fault, versions
    case canSwap = "can_swap"
    case hasUnwrittenTexts = "has_unwritten_texts"
  }

  /// One version.
  public struct Version: Sendable, Codable, Equatable {
    public var number: Int
    /// When it came into use, in s since 1970.
    public var time: Double
    /// The start of the SHA-256 of its files.
    public var id: String
    /// Who or what asked for it.
    public var cause: String
    /// How long it took until the last user had changed over, in s; nil while that goes on.
    public var duration: Double?
    /// How many users have changed over.
    public var users: Int

    public init(number: Int, time: Double, id: String, cause: String, duration: Double? = nil, users: Int = 0) {
      self.number = number
      self.time = time
      self.id = id
      self.cause = cause
      self.duration = duration
      self.users = users
    }
  }
}

/// The texts of a version of the spec.
public struct SpecTexts: Sendable, Codable, Equatable {
  public var version: Int
  /// The paths of the locustfiles.
  public var locustfiles: [String]
  /// The texts by path: locustfiles, and what they import.
  public var files: [String: String]

  public init(version: Int, locustfiles: [String], files: [String: String]) {
    self.version = version
    self.locustfiles = locustfiles
    self.files = files
  }
}

/// Which spec is wanted.
public enum SwapWish: Sendable, Equatable {
  /// These texts in place of the files of these paths.
  case texts([String: String])
  /// An earlier version.
  case version(Int)
  /// The files as they are on disk.
  case disk
}

/// How a wish for another spec ended.
public enum SwapAnswer: Sendable, Equatable {
  /// The number of the version that is in use now.
  case inUse(Int)
  /// The run goes on as before.
  case refused(reason: String)
}

/// Something that lint has found.
public struct Finding: Sendable, Codable, Equatable {
  public var code: String
  /// `error` or `warning`.
  public var severity: String
  public var message: String
  public var hint: String?
  /// From 1.
  public var line: Int
  /// From 1, in code points.
  public var column: Int
  public var endLine: Int
  public var endColumn: Int

  public init(
    code: String, severity: String, message: String, hint: String? = nil, line: Int, column: Int, endLine: Int,
    endColumn: Int
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.hint = hint
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }

  private enum CodingKeys: String, CodingKey {
    case code, severity, message, hint, line, column
    case endLine = "end_line"
    case endColumn = "end_column"
  }
}

/// One test, from its start to its stop.
public struct RunRecord: Sendable, Codable, Equatable {
  /// From 1.
  public var number: Int
  /// Seconds since 1970.
  public var start: Double
  /// nil while it goes on.
  public var end: Double?
  /// The users that were asked for; nil where a load shape decides.
  public var users: Int?
  public var spawnRate: Double?
  public var host: String?
  public var requests = 0
  public var failures = 0

  public init(number: Int, start: Double, users: Int?, spawnRate: Double?, host: String?) {
    self.number = number
    self.start = start
    self.users = users
    self.spawnRate = spawnRate
    self.host = host
  }

  private enum CodingKeys: String, CodingKey {
    case number, start, end, users, host, requests, failures
    case spawnRate = "spawn_rate"
  }
}
