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
  /// A point every few seconds since the test began.
  public var history: [HistoryPoint] = []
  /// Rises with every new snapshot.
  public var version = 0

  public init() {}

  /// The aggregated row.
  public var total: Entry { entries.last ?? Entry(name: "Aggregated", method: "") }

  /// One row of the statistics. Times are in ms, sizes in bytes, rates in 1/s.
  public struct Entry: Sendable, Codable, Equatable {
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
    public var percentile95 = 0
    public var percentile99 = 0
    public var averageContentLength = 0.0

    public init(name: String, method: String?) {
      self.name = name
      self.method = method
    }

    private enum CodingKeys: String, CodingKey {
      case name, method
      case requests = "num_requests"
      case failures = "num_failures"
      case minResponseTime = "min_response_time"
      case maxResponseTime = "max_response_time"
      case averageResponseTime = "avg_response_time"
      case medianResponseTime = "median_response_time"
      case currentRPS = "current_rps"
      case currentFailuresPerSecond = "current_fail_per_sec"
      case totalRPS = "total_rps"
      case totalFailuresPerSecond = "total_fail_per_sec"
      case percentile95 = "response_time_percentile_0.95"
      case percentile99 = "response_time_percentile_0.99"
      case averageContentLength = "avg_content_length"
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

    public init(id: String, state: String, userCount: Int, cpuUsage: Double, memoryUsage: Int) {
      self.id = id
      self.state = state
      self.userCount = userCount
      self.cpuUsage = cpuUsage
      self.memoryUsage = memoryUsage
    }

    private enum CodingKeys: String, CodingKey {
      case id, state
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
    /// In ms.
    public var average: Double
    /// Response time percentiles of the last seconds in ms; nil when nothing was answered.
    public var percentile50: Int?
    public var percentile95: Int?

    public init(
      time: Double, userCount: Int, rps: Double, failuresPerSecond: Double, average: Double, percentile50: Int?,
      percentile95: Int?
    ) {
      self.time = time
      self.userCount = userCount
      self.rps = rps
      self.failuresPerSecond = failuresPerSecond
      self.average = average
      self.percentile50 = percentile50
      self.percentile95 = percentile95
    }

    private enum CodingKeys: String, CodingKey {
      case time, rps, average
      case userCount = "user_count"
      case failuresPerSecond = "failures_per_second"
      case percentile50 = "p50"
      case percentile95 = "p95"
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
