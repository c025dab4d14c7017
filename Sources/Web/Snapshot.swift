/// Where a run stands, as the page shows it. The JSON names are those of Locust's `/stats/requests`.
public struct Snapshot: Sendable {
  /// `ready`, `spawning`, `running`, `stopping` or `stopped`.
  public var state = "ready"
  public var userCount = 0
  public var targetUserCount = 0
  /// The base address of the target; nil when each class has its own.
  public var host: String?
  /// A row for every name and method, and `Aggregated` at the end.
  public var entries: [Entry] = []
  public var errors: [Failure] = []
  public var exceptions: [SpecException] = []
  public var workers: [Worker] = []
  /// Response time percentiles of the last ten seconds, in ms, by share (0.5, 0.95 …).
  public var currentPercentiles: [Double: Int?] = [:]
  public var userClassCounts: [String: Int] = [:]
  /// The share of each class and task.
  public var taskRatios = TaskRatios()
  /// The latest lines of the log by process: `master`, and workers' names.
  public var logs: [String: [String]] = [:]
  /// How many lines the master's log has ever had.
  public var logCount = 0
  /// The versions of the spec.
  public var spec = SpecState()
  /// The tests since the program began, the present one last.
  public var runs: [RunRecord] = []
  /// How many users are started a second.
  public var spawnRate = 0.0
  /// A point every few seconds since the test began.
  public var history: [HistoryPoint] = []
  /// Rises with every new snapshot.
  public var version = 0

  public init() {}

  /// The aggregated row.
  public var total: Entry { entries.last ?? Entry(name: "Aggregated", method: "") }

  /// One row of the statistics. Times are in ms, sizes in bytes, rates in 1/s.
  public struct Entry: Sendable, Equatable {
    public var name: String
    public var method: String?
    public var requests = 0
    public var failures = 0
    public var minResponseTime = 0.0
    public var maxResponseTime = 0.0
    public var averageResponseTime = 0.0
    public var medianResponseTime = 0.0
    public var currentRPS = 0.0
    public var currentFailuresPerSecond = 0.0
    public var totalRPS = 0.0
    public var totalFailuresPerSecond = 0.0
    public var averageContentLength = 0.0
    /// The response times within which `Percentiles.columns` of the requests finished.
    public var quantiles: [Int] = []

    public init(name: String, method: String?) {
      self.name = name
      self.method = method
    }
  }

  /// Failures with the same name, method and text.
  public struct Failure: Sendable, Codable, Equatable {
    public var name: String
    public var method: String
    public var error: String
    public var occurrences: Int
    /// Seconds since 1970.
    public var firstSeen: Double?
    public var lastSeen: Double?

    public init(
      name: String, method: String, error: String, occurrences: Int, firstSeen: Double? = nil, lastSeen: Double? = nil
    ) {
      self.name = name
      self.method = method
      self.error = error
      self.occurrences = occurrences
      self.firstSeen = firstSeen
      self.lastSeen = lastSeen
    }

    private enum CodingKeys: String, CodingKey {
      case name, method, error, occurrences
      case firstSeen = "first_seen"
      case lastSeen = "last_seen"
    }
  }

  /// Exceptions of tasks with the same traceback.
  public struct SpecException: Sendable, Codable, Equatable {
    public var count: Int
    public var message: String
    public var traceback: String
    /// The workers that have seen it, joined by commas.
    public var nodes: String

    public init(count: Int, message: String, traceback: String, nodes: String) {
      self.count = count
      self.message = message
      self.traceback = traceback
      self.nodes = nodes
    }

    private enum CodingKeys: String, CodingKey {
      case count, traceback, nodes
      case message = "msg"
    }
  }

  /// One worker process.
  public struct Worker: Sendable, Codable, Equatable {
    public var id: String
    public var state: String
    public var userCount: Int
    /// Of one core, in percent.
    public var cpuUsage: Double
    /// In bytes.
    public var memoryUsage: Int
    /// The number of the spec's version that it runs; nil when that isn't known.
    public var version: Int?
    /// How long it has been silent, in s.
    public var silence: Int

    public init(
      id: String, state: String, userCount: Int, cpuUsage: Double, memoryUsage: Int, version: Int? = nil,
      silence: Int = 0
    ) {
      self.id = id
      self.state = state
      self.userCount = userCount
      self.cpuUsage = cpuUsage
      self.memoryUsage = memoryUsage
      self.version = version
      self.silence = silence
    }

    private enum CodingKeys: String, CodingKey {
      case id, state, version, silence
      case userCount = "user_count"
      case cpuUsage = "cpu_usage"
      case memoryUsage = "memory_usage"
    }
  }

  /// One moment of the charts.
  public struct HistoryPoint: Sendable, Codable, Equatable {
    /// Seconds since 1970.
    public var time: Double
    public var userCount: Int
    public var rps: Double
    public var failuresPerSecond: Double
    /// The mean response time of the requests since the point before, in ms; nil when nothing was answered.
    public var average: Double?
    /// The response times of these requests by `Percentiles.lines`, in ms; empty when nothing was answered.
    public var quantiles: [Double]
    /// How many of these requests took how long: steps of `HistoryPoint.stepsPerDecade` to a power of ten, from
    /// 0.1 ms; no zeros at the end.
    public var heat: [Int]

    /// How finely the heat map tells response times apart.
    public static let stepsPerDecade = 5.0
    /// The steps of a heat map: 0.1 ms to 100 s.
    public static let steps = 30

    public init(
      time: Double, userCount: Int, rps: Double, failuresPerSecond: Double, average: Double? = nil,
      quantiles: [Double] = [], heat: [Int] = []
    ) {
      self.time = time
      self.userCount = userCount
      self.rps = rps
      self.failuresPerSecond = failuresPerSecond
      self.average = average
      self.quantiles = quantiles
      self.heat = heat
    }

    private enum CodingKeys: String, CodingKey {
      case time, rps, average, heat
      case userCount = "user_count"
      case failuresPerSecond = "failures_per_second"
      case quantiles = "percentiles"
    }
  }
}

/// Which share of the work each task has, as Locust's `/tasks` gives it.
public struct TaskRatios: Sendable, Codable, Equatable {
  /// A class, or a task and what is nested in it.
  public struct Node: Sendable, Codable, Equatable {
    /// 0 to 1 of what the tasks around it do.
    public var ratio: Double
    public var tasks: [String: Node]?

    public init(ratio: Double, tasks: [String: Node]? = nil) {
      self.ratio = ratio
      self.tasks = tasks
    }
  }

  /// Shares within each user class.
  public var perClass: [String: Node]
  /// Shares of the whole.
  public var total: [String: Node]

  public init(perClass: [String: Node] = [:], total: [String: Node] = [:]) {
    self.perClass = perClass
    self.total = total
  }

  private enum CodingKeys: String, CodingKey {
    case perClass = "per_class"
    case total
  }
}
