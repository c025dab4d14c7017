/// What a process has measured since its last report, for the one that merges.
public struct StatisticsReport: Sendable {
  /// The entries that counted something.
  public var entries: [EntryReport] = []
  /// The failures.
  public var failures: [FailureReport] = []
  /// The exceptions.
  public var exceptions: [ExceptionReport] = []
  /// What was added to the spec's own metrics.
  public var metrics: [MetricReport] = []

  /// Creates an empty report.
  public init() {}

  /// Whether there is nothing in it.
  public var isEmpty: Bool { entries.isEmpty && failures.isEmpty && exceptions.isEmpty && metrics.isEmpty }
}

/// What one entry counted.
public struct EntryReport: Sendable, Equatable {
  /// The entry's method and name.
  public var key: RequestKey
  /// How many requests were made.
  public var requests: Int
  /// How many of them have no response time.
  public var requestsWithoutTime: Int
  /// How many failed.
  public var failures: Int
  /// The sum of the bodies' sizes, in bytes.
  public var contentLength: Int
  /// The sum of the response times, in ns.
  public var nanoseconds: UInt64
  /// The shortest response time, in ns; nil when none has a time.
  public var shortest: UInt64?
  /// The longest response time, in ns.
  public var longest: UInt64
  /// When counting began, in s since 1970.
  public var startTime: Double
  /// When the latest request ended, in s since 1970.
  public var lastRequestTimestamp: Double?
  /// The requests in each second.
  public var requestsPerSecond: SecondCounts
  /// The failures in each second.
  public var failuresPerSecond: SecondCounts
  /// How many requests took how long.
  public var latencies: [LatencyCount]
  /// What their steps took.
  public var steps: StepTimes
  /// The same of response times from the intended start.
  public var intended: [LatencyCount]

  /// Creates a report from its parts.
  public init(
    key: RequestKey, requests: Int, requestsWithoutTime: Int, failures: Int, contentLength: Int, nanoseconds: UInt64,
    shortest: UInt64?, longest: UInt64, startTime: Double, lastRequestTimestamp: Double?,
    requestsPerSecond: SecondCounts, failuresPerSecond: SecondCounts, latencies: [LatencyCount],
    steps: StepTimes = StepTimes(), intended: [LatencyCount] = []
  ) {
    self.key = key
    self.requests = requests
    self.requestsWithoutTime = requestsWithoutTime
    self.failures = failures
    self.contentLength = contentLength
    self.nanoseconds = nanoseconds
    self.shortest = shortest
    self.longest = longest
    self.startTime = startTime
    self.lastRequestTimestamp = lastRequestTimestamp
    self.requestsPerSecond = requestsPerSecond
    self.failuresPerSecond = failuresPerSecond
    self.latencies = latencies
    self.steps = steps
    self.intended = intended
  }
}

/// How often a failure happened.
public struct FailureReport: Sendable, Equatable {
  /// The entry's method and name.
  public var key: RequestKey
  /// The error's text.
  public var error: String
  /// How often it happened.
  public var occurrences: Int
  /// When it happened first, in s since 1970.
  public var firstSeen: Double
  /// When it happened last, in s since 1970.
  public var lastSeen: Double

  /// Creates a report from its parts.
  public init(key: RequestKey, error: String, occurrences: Int, firstSeen: Double, lastSeen: Double) {
    self.key = key
    self.error = error
    self.occurrences = occurrences
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
  }
}

/// How often an exception left a task.
public struct ExceptionReport: Sendable, Equatable {
  /// `str(exception)`.
  public var message: String
  /// The Python-style traceback.
  public var traceback: String
  /// How often it happened.
  public var count: Int

  /// Creates a report from its parts.
  public init(message: String, traceback: String, count: Int) {
    self.message = message
    self.traceback = traceback
    self.count = count
  }
}
