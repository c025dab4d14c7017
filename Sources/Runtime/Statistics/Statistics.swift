/// What a process has measured, or, in the master, what all have: request entries, failures and exceptions.
///
/// A worker records and drains; the master merges what workers drained. Names and definitions follow Locust's
/// `stats.py` (2.47).
public final class Statistics {
  private var table: [RequestKey: RequestEntry] = [:]
  private var failureIndex: [FailureKey: FailureRow] = [:]
  private var exceptionIndex: [String: ExceptionRow] = [:]
  /// The sum of everything merged.
  private lazy var merged = RequestEntry(key: Statistics.totalKey, statistics: self)

  /// The failures, in the order in which each was first seen.
  public private(set) var failures: [FailureRow] = []
  /// The exceptions, in the order in which each was first seen.
  public private(set) var exceptions: [ExceptionRow] = []

  /// What the spec has said of how it is to be shown.
  public var settings = ReportSettings()
  /// What the spec measures besides requests.
  public let metrics = Metrics()

  /// The monotonic time at which the latest request recorded in this process ended.
  var endOfRequest: UInt64 = 0
  /// What is added to the monotonic clock to get the wall clock, in ns.
  package private(set) var clockLead = WallClock.lead

  private struct FailureKey: Hashable {
    let request: RequestKey
    let error: String
  }

  /// Creates empty statistics that start now.
  public init() {
    _ = merged
  }

  private static let totalKey = RequestKey(method: "", name: "Aggregated")

  // MARK: Recording

  /// The entry of a method and a name, made at its first use. Callers on the hot path keep it.
  public func entry(method: String, name: String) -> RequestEntry {
    entry(RequestKey(method: method, name: name))
  }

  private func entry(_ key: RequestKey) -> RequestEntry {
    if let entry = table[key] { return entry }
    let entry = RequestEntry(key: key, statistics: self)
    table[key] = entry
    return entry
  }

  /// Counts a failure of a request that `RequestEntry.record` has counted.
  ///
  /// - Parameters:
  ///   - error: the error as Locust's report shows it, such as `HTTPError('404 Client Error…')`.
  ///   - at: the monotonic time at the end of the request, in ns.
  public func recordFailure(_ entry: RequestEntry, error: String, at end: UInt64) {
    entry.countFailure(at: end)
    let row: FailureRow
    if let last = entry.lastFailure, last.error == error {
      row = last
    } else {
      row = failure(entry.key, FailureRow.withoutAddress(error))
      entry.lastFailure = row
    }
    let time = Double(end &+ clockLead) / 1e9
    row.occurrences += 1
    row.firstSeen = min(row.firstSeen, time)
    row.lastSeen = max(row.lastSeen, time)
  }

  /// Counts an exception that left a task.
  ///
  /// - Parameters:
  ///   - message: `str(exception)`.
  ///   - traceback: the Python-style traceback; exceptions are grouped by it.
  ///   - node: where it happened; "local" for this process.
  public func recordException(message: String, traceback: String, node: String = "local") {
    count(ExceptionReport(message: message, traceback: traceback, count: 1), from: node)
  }

  private func failure(_ key: RequestKey, _ error: String) -> FailureRow {
    let failureKey = FailureKey(request: key, error: error)
    if let row = failureIndex[failureKey] { return row }
    let row = FailureRow(key: key, error: error)
    failureIndex[failureKey] = row
    failures.append(row)
    return row
  }

  private func count(_ exception: ExceptionReport, from node: String) {
    let row: ExceptionRow
    if let known = exceptionIndex[exception.traceback] {
      row = known
    } else {
      row = ExceptionRow(message: exception.message, traceback: exception.traceback)
      exceptionIndex[exception.traceback] = row
      exceptions.append(row)
    }
    row.count += exception.count
    row.nodes.insert(node)
  }

  // MARK: Reading

  /// The entries that have something to show, sorted by name and method.
  public var entries: [RequestEntry] {
    table.values.filter { $0.isListed || $0.requests > 0 || $0.failures > 0 }.sorted { $0.key < $1.key }
  }

  /// The entries with the most requests, the busiest first.
  ///
  /// - Parameter count: how many at most.
  public func busiest(_ count: Int) -> [RequestEntry] {
    var best: [RequestEntry] = []
    for entry in table.values where entry.requests > 0 {
      guard best.count < count || best.last.map({ Statistics.isBusier(entry, than: $0) }) == true else { continue }
      let place = best.firstIndex { Statistics.isBusier(entry, than: $0) } ?? best.endIndex
      best.insert(entry, at: place)
      if best.count > count { best.removeLast() }
    }
    return best
  }

  private static func isBusier(_ entry: RequestEntry, than other: RequestEntry) -> Bool {
    entry.requests == other.requests ? entry.key < other.key : entry.requests > other.requests
  }

  /// The entry of a key, if there is one to show.
  public subscript(_ key: RequestKey) -> RequestEntry? {
    guard let entry = table[key], entry.isListed || entry.requests > 0 || entry.failures > 0 else { return nil }
    return entry
  }

  /// All requests together. While requests are recorded in this process it is summed up anew at each call.
  public var total: RequestEntry {
    if table.values.allSatisfy({ $0.requests == $0.mergedRequests && $0.failures == $0.mergedFailures }) {
      return merged
    }
    return sum(of: table.values)
  }

  /// Several entries together.
  public func sum(of entries: some Sequence<RequestEntry>) -> RequestEntry {
    let sum = RequestEntry(key: Statistics.totalKey, statistics: self)
    for entry in entries { sum.merge(entry.report) }
    return sum
  }

  /// When counting began: at the making or at the last reset, in s since 1970.
  public var startTime: Double { merged.startTime }

  /// When the latest request of any entry ended, in s since 1970; nil when there was none.
  public var lastRequestTimestamp: Double? {
    let here = endOfRequest == 0 ? 0 : Double(endOfRequest &+ clockLead) / 1e9
    let last = max(here, merged.lastRequestTimestamp ?? 0)
    return last == 0 ? nil : last
  }

  /// Whether something failed: what makes a run's exit status 1.
  public var hasFaults: Bool { !failures.isEmpty || !exceptions.isEmpty }

  // MARK: Reports and resets

  /// Takes everything counted since the last call and begins at zero again.
  public func drain() -> StatisticsReport {
    var report = StatisticsReport()
    for entry in table.values where entry.requests > 0 || entry.failures > 0 {
      report.entries.append(entry.report)
      entry.reset()
    }
    report.failures = failures.map {
      FailureReport(
        key: $0.key, error: $0.error, occurrences: $0.occurrences, firstSeen: $0.firstSeen, lastSeen: $0.lastSeen)
    }
    report.exceptions = exceptions.map {
      ExceptionReport(message: $0.message, traceback: $0.traceback, count: $0.count)
    }
    report.metrics = metrics.drain()
    forgetFaults()
    merged.reset()
    endOfRequest = 0
    return report
  }

  /// Adds what another process drained.
  ///
  /// - Parameter node: the name of the node that sent it, for the exceptions.
  public func merge(_ report: StatisticsReport, from node: String) {
    for part in report.entries {
      entry(part.key).merge(part)
      merged.merge(part)
    }
    for part in report.failures {
      let row = failure(part.key, part.error)
      row.occurrences += part.occurrences
      row.firstSeen = min(row.firstSeen, part.firstSeen)
      row.lastSeen = max(row.lastSeen, part.lastSeen)
    }
    for part in report.exceptions { count(part, from: node) }
    metrics.merge(report.metrics)
  }

  /// Zeroes entries and failures, as `--reset-stats` wants; rows stay listed, exceptions stay counted.
  public func reset() {
    for entry in table.values { entry.reset() }
    metrics.reset()
    failures = []
    failureIndex = [:]
    merged.reset()
    endOfRequest = 0
    clockLead = WallClock.lead
  }

  /// Begins a test: nothing is listed until it is counted again.
  public func clear() {
    reset()
    for entry in table.values { entry.isListed = false }
    forgetFaults()
  }

  private func forgetFaults() {
    failures = []
    failureIndex = [:]
    exceptions = []
    exceptionIndex = [:]
    for entry in table.values { entry.lastFailure = nil }
  }
}
