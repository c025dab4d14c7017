import Runtime

/// The four CSV files of a run.
struct CSVFiles {
  private let requests: ReportFile
  private let history: ReportFile
  private let failures: ReportFile
  private let exceptions: ReportFile
  private let isFull: Bool
  private var windows: [RequestKey: LatencyWindow] = [:]

  /// Creates the files with their titles.
  ///
  /// - Throws: `ReportFile.Fault` when one can't be written.
  init(prefix: String, isFull: Bool, settings: ReportSettings) throws(ReportFile.Fault) {
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
    replace(statistics)
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
  func finish(_ statistics: Statistics) {
    replace(statistics)
    for file in [requests, history, failures, exceptions] { file.close() }
  }

  private func replace(_ statistics: Statistics) {
    requests.replace(CSVText.requests(statistics))
    failures.replace(CSVText.failures(statistics))
    exceptions.replace(CSVText.exceptions(statistics))
  }
}
