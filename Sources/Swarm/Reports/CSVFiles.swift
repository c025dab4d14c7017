import Runtime

/// The four CSV files of a run that Locust has, and two for what a spec has measured itself.
struct CSVFiles {
  private let prefix: String
  private let requests: ReportFile
  private let history: ReportFile
  private let failures: ReportFile
  private let exceptions: ReportFile
  /// The files of metrics and checks, which are made when there are any.
  private var metrics: ReportFile?
  private var checks: ReportFile?
  private let isFull: Bool
  private var windows: [RequestKey: LatencyWindow] = [:]
  /// When the files that are written anew are due, on the monotonic clock in ns.
  private var nextReplacement: UInt64 = 0

  /// Creates the files with their titles.
  ///
  /// - Throws: `ReportFile.Fault` when one can't be written.
  init(prefix: String, isFull: Bool, settings: ReportSettings) throws(ReportFile.Fault) {
    self.prefix = prefix
    self.isFull = isFull
    requests = try ReportFile(prefix + "_stats.csv")
    history = try ReportFile(prefix + "_stats_history.csv")
    failures = try ReportFile(prefix + "_failures.csv")
    exceptions = try ReportFile(prefix + "_exceptions.csv")
    history.append(CSVText.historyHead(settings))
  }

  /// Writes what there is now.
  ///
  /// - Parameter time: the time in s since 1970.
  mutating func write(_ statistics: Statistics, users: Int, time: Int) {
    // With a hundred thousand names this takes a second or more: the run must not stand still for it.
    let began = EventLoop.now
    if began >= nextReplacement {
      replace(statistics)
      nextReplacement = EventLoop.now + 9 * (EventLoop.now - began)
    }
    var rows = ""
    for entry in (isFull ? statistics.entries : []) + [statistics.total] {
      if isFull {
        windows[entry.key, default: LatencyWindow()].note(entry, second: time)
        let window = windows[entry.key]
        rows += CSVText.history(entry, time: time, users: users) { window?.percentile($0) ?? 0 }
      } else {
        rows += CSVText.history(entry, time: time, users: users) { entry.percentile($0) }
      }
    }
    history.append(rows)
  }

  /// Writes what there is in the end, but no further row of the history.
  mutating func finish(_ statistics: Statistics) {
    replace(statistics)
    for file in [requests, history, failures, exceptions, metrics, checks] { file?.close() }
  }

  private mutating func replace(_ statistics: Statistics) {
    requests.replace(CSVText.requests(statistics))
    failures.replace(CSVText.failures(statistics))
    exceptions.replace(CSVText.exceptions(statistics))
    let all = statistics.metrics.all
    // A file that can't be made is no reason to end a run that goes on: the first four are made before it begins.
    if metrics == nil, all.contains(where: { $0.kind != .check }) { metrics = try? ReportFile(prefix + "_metrics.csv") }
    if checks == nil, all.contains(where: { $0.kind == .check }) { checks = try? ReportFile(prefix + "_checks.csv") }
    metrics?.replace(CSVText.metrics(statistics))
    checks?.replace(CSVText.checks(statistics))
  }
}
