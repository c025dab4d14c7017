/// What requests are grouped by.
public struct RequestKey: Hashable, Sendable, Comparable {
  /// The HTTP method, or the type that a spec reports.
  public let method: String
  /// The name, by default the path with its query.
  public let name: String

  /// Creates a key.
  public init(method: String, name: String) {
    self.method = method
    self.name = name
  }

  /// Rows are sorted by name, then by method, by code point.
  public static func < (left: RequestKey, right: RequestKey) -> Bool {
    left.name == right.name
      ? left.method.unicodeScalars.lexicographicallyPrecedes(right.method.unicodeScalars)
      : left.name.unicodeScalars.lexicographicallyPrecedes(right.name.unicodeScalars)
  }
}

/// One row of the statistics: the requests of one method and name, or all of them.
///
/// Callers on the hot path keep the entry; it stays valid for the life of its `Statistics`, through resets too.
public final class RequestEntry {
  /// What the row stands for. The row of all requests has the name "Aggregated" and no method.
  public let key: RequestKey
  /// The statistics to which the row belongs.
  public unowned(unsafe) let statistics: Statistics

  /// How many requests were made, failed ones included.
  public private(set) var requests = 0
  /// How many of them have no response time.
  public private(set) var requestsWithoutTime = 0
  /// How many requests failed.
  public private(set) var failures = 0
  /// The sum of the bodies' sizes, in bytes.
  public private(set) var contentLength = 0

  private(set) var nanoseconds: UInt64 = 0
  private(set) var shortest = UInt64.max
  private(set) var longest: UInt64 = 0
  package var latencies = LatencyHistogram()
  /// What the steps of the requests took.
  public private(set) var steps = StepTimes()
  /// The response times from the intended start, of users that are to begin at set times.
  package private(set) var intended = LatencyHistogram()
  /// The end of the latest request, in ns since 1970; 0 for none. Behind `endOfRequest` while requests are recorded here.
  private var lastRequest: UInt64 = 0
  /// The monotonic time at which the latest request recorded in this process ended; 0 for none.
  private var endOfRequest: UInt64 = 0
  private var startTimeInNanoseconds: UInt64

  /// The monotonic time at which the second began that `requestsInSecond` counts.
  private var secondStart: UInt64 = 0
  private var requestsInSecond: UInt32 = 0
  private var requestSeconds = SecondCounts()
  private var failureSeconds = SecondCounts()

  /// The requests that reports of other processes brought; the rest was recorded here.
  private(set) var mergedRequests = 0
  private(set) var mergedFailures = 0
  /// Whether the row is shown although it has counted nothing since the last reset.
  var isListed = false
  /// The failure that came last, for the many failures that are like the one before.
  var lastFailure: FailureRow?

  init(key: RequestKey, statistics: Statistics) {
    self.key = key
    self.statistics = statistics
    startTimeInNanoseconds = WallClock.now
  }

  /// Counts one request, whether it failed or not.
  ///
  /// - Parameters:
  ///   - nanoseconds: the response time.
  ///   - length: the size of the body, in bytes.
  ///   - at: the monotonic time at the end of the request, in ns.
  @inline(__always)
  public func record(nanoseconds: UInt64, length: Int, at end: UInt64) {
    count(length: length, at: end)
    add(nanoseconds)
    if nanoseconds > longest { longest = nanoseconds }
    if nanoseconds < shortest { shortest = nanoseconds }
    latencies.record(nanoseconds / 1000)
  }

  /// Counts what the steps of a request took.
  @inline(__always)
  func record(_ timing: HTTPTiming) { steps.record(timing) }

  /// Counts a response time, in ns, from the moment at which it should have begun.
  func record(nanoseconds: UInt64, _ lateness: Lateness) { lateness.record(nanoseconds, in: &intended) }

  /// Counts one request that has no response time.
  ///
  /// - Parameters:
  ///   - length: the size of the body, in bytes.
  ///   - at: the monotonic time at the end of the request, in ns.
  public func recordWithoutTime(length: Int, at end: UInt64) {
    count(length: length, at: end)
    requestsWithoutTime &+= 1
  }

  /// Adds to the sum of the times, which stays at the most that there is.
  @inline(__always)
  private func add(_ time: UInt64) {
    let (sum, isTooMuch) = nanoseconds.addingReportingOverflow(time)
    nanoseconds = isTooMuch ? .max : sum
  }

  @inline(__always)
  private func count(length: Int, at end: UInt64) {
    requests &+= 1
    contentLength &+= length
    endOfRequest = end
    statistics.endOfRequest = end
    if end &- secondStart < 1_000_000_000 {
      requestsInSecond &+= 1
    } else {
      beginSecond(at: end)
    }
  }

  /// Counts a request in the wall clock's second in which it ended, and all that follow in the same one.
  @inline(never)
  private func beginSecond(at end: UInt64) {
    settleSecond()
    let wall = end &+ statistics.clockLead
    secondStart = end &- wall % 1_000_000_000
    requestsInSecond = 1
  }

  private func settleSecond() {
    if requestsInSecond > 0 {
      requestSeconds.add(
        requestsInSecond, in: UInt32(truncatingIfNeeded: (secondStart &+ statistics.clockLead) / 1_000_000_000))
    }
    requestsInSecond = 0
    secondStart = 0
  }

  /// Counts a failure; the text of it belongs to `Statistics`.
  func countFailure(at end: UInt64) {
    failures &+= 1
    failureSeconds.add(1, in: UInt32(truncatingIfNeeded: (end &+ statistics.clockLead) / 1_000_000_000))
  }

  /// Zeroes everything that was counted.
  func reset() {
    if requests > 0 || failures > 0 { isListed = true }
    requests = 0
    requestsWithoutTime = 0
    failures = 0
    contentLength = 0
    nanoseconds = 0
    shortest = .max
    longest = 0
    latencies.removeAll()
    steps = StepTimes()
    intended.removeAll()
    lastRequest = 0
    endOfRequest = 0
    startTimeInNanoseconds = WallClock.now
    secondStart = 0
    requestsInSecond = 0
    requestSeconds = SecondCounts()
    failureSeconds = SecondCounts()
    mergedRequests = 0
    mergedFailures = 0
    lastFailure = nil
  }

  // MARK: Reports

  /// What was counted, for another process.
  public var report: EntryReport {
    EntryReport(
      key: key, requests: requests, requestsWithoutTime: requestsWithoutTime, failures: failures,
      contentLength: contentLength, nanoseconds: nanoseconds, shortest: shortest == .max ? nil : shortest,
      longest: longest, startTime: startTime, lastRequestTimestamp: lastRequestTimestamp,
      requestsPerSecond: requestsPerSecond, failuresPerSecond: failuresPerSecond, latencies: latencies.counts,
      steps: steps, intended: intended.counts)
  }

  /// Adds what another process counted.
  func merge(_ report: EntryReport) {
    requests &+= report.requests
    mergedRequests &+= report.requests
    requestsWithoutTime &+= report.requestsWithoutTime
    failures &+= report.failures
    mergedFailures &+= report.failures
    contentLength &+= report.contentLength
    add(report.nanoseconds)
    longest = max(longest, report.longest)
    if let other = report.shortest { shortest = min(shortest, other) }
    startTimeInNanoseconds = min(startTimeInNanoseconds, UInt64(seconds: report.startTime))
    if let last = report.lastRequestTimestamp { lastRequest = max(lastRequest, UInt64(seconds: last)) }
    requestSeconds.add(report.requestsPerSecond)
    failureSeconds.add(report.failuresPerSecond)
    for latency in report.latencies { latencies.record(latency.microseconds, count: latency.count) }
    steps.merge(report.steps)
    for latency in report.intended { intended.record(latency.microseconds, count: latency.count) }
  }

  // MARK: Times and seconds

  /// When counting began: the entry's making or its last reset, in s since 1970.
  public var startTime: Double { Double(startTimeInNanoseconds) / 1e9 }

  /// When the latest request ended, in s since 1970; nil when there was none.
  public var lastRequestTimestamp: Double? {
    let here = endOfRequest == 0 ? 0 : endOfRequest &+ statistics.clockLead
    let last = max(here, lastRequest)
    return last == 0 ? nil : Double(last) / 1e9
  }

  /// The requests in each second.
  public var requestsPerSecond: SecondCounts {
    settleSecond()
    return requestSeconds
  }

  /// The failures in each second.
  public var failuresPerSecond: SecondCounts { failureSeconds }
}

extension UInt64 {
  /// A time in seconds as ns, with whatever a wrong clock or a hostile peer may say brought into range.
  fileprivate init(seconds: Double) {
    self = seconds > 0 ? UInt64(Swift.min(seconds * 1e9, 9e18)) : 0
  }
}
