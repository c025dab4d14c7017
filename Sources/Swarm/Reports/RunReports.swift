import Glibc
import Logging
import Runtime

/// The files of a run's statistics: some are written while it runs, all at its end.
package final class RunReports {
  /// What a test is asked for.
  package struct Plan {
    /// How many users.
    package var users: Int
    /// How many to start a second.
    package var spawnRate: Double
    /// How long it is to last, in s; nil for no limit.
    package var runTime: Double?
  }

  /// How often the history gets a point, in ns.
  private static let interval: UInt64 = 1_000_000_000

  private let users: any Users
  private let options: RunOptions
  private let userCount: () -> Int
  private let versions: () -> VersionHistory?
  /// What the test was asked for; a page may ask for something else each time.
  package var plan: Plan
  private var csv: CSVFiles?
  /// The run from second to second.
  package private(set) var history = StatsHistory()
  private var isOver = false
  /// When the CSV files are due again, in s since 1970.
  private var nextFiles = 0.0
  private let log = Logger(label: "katydid.main")
  /// How many users of each class ran when the run was about to end.
  private var finalCounts: [String: Int] = [:]

  /// Creates reports of a run.
  ///
  /// - Parameters:
  ///   - versions: gives the versions of the spec so far; nil where there is none.
  ///   - userCount: gives how many users run.
  package init(
    users: any Users, options: RunOptions, versions: @escaping () -> VersionHistory? = { nil },
    userCount: @escaping () -> Int
  ) {
    self.versions = versions
    plan = Plan(users: options.userCount, spawnRate: options.spawnRate, runTime: options.runTime)
    self.users = users
    self.options = options
    self.userCount = userCount
  }

  /// Begins with the files that are written while the run lasts. To be called on a fiber when the test starts.
  ///
  /// - Parameter isActive: whether a second is part of a test.
  package func begin(while isActive: @escaping () -> Bool) {
    if let prefix = options.reports.csvPrefix {
      do throws(ReportFile.Fault) {
        csv = try CSVFiles(
          prefix: prefix, isFull: options.reports.writesFullHistory,
          settings: users.statistics.settings)
      } catch { log.error("\(error.text)") }
    }
    EventLoop.shared.spawn { [self] in
      while !isOver {
        if isActive() { note() }
        _ = EventLoop.shared.sleep(RunReports.interval)
      }
    }
  }

  /// Begins the history of another test.
  package func restart() { history = StatsHistory() }

  private func note(isLast: Bool = false) {
    let time = Double(WallClock.now) / 1e9
    let count = userCount()
    if count > 0 { finalCounts = users.clusterUserCounts ?? users.userCounts }
    history.note(users.statistics, users: count, time: time)
    guard isLast || time >= nextFiles else { return }
    // A little less than asked for, so that a tick that comes early counts, too.
    nextFiles = time + users.statistics.settings.fileInterval - 0.5
    csv?.write(users.statistics, users: count, time: Int(time))
  }

  /// Notes that users are about to be stopped. To be called before they are.
  package func beginEnd() { if !isOver { note(isLast: true) } }

  /// Writes every file as it is to stay.
  ///
  /// - Parameters:
  ///   - outcomes: how the thresholds stand.
  ///   - exitCode: the exit status of the run.
  package func finish(_ outcomes: [Threshold.Outcome], exitCode: Int32) {
    isOver = true
    csv?.finish(users.statistics)
    let reports = options.reports
    do throws(ReportFile.Fault) {
      if let name = reports.jsonFile { try RunReports.write(JSONReport.text(users.statistics), to: name + ".json") }
      if let file = reports.htmlFile {
        log.info("writing html report to file: \(file)")
        try RunReports.write(html(outcomes), to: file)
      }
      if let file = reports.summaryFile {
        let summary = SummaryReport(users.statistics, facts: facts, outcomes: outcomes, exitCode: exitCode)
        try RunReports.write(summary.text, to: file)
      }
      if let file = reports.junitFile {
        let start = users.statistics.startTime
        let seconds = (users.statistics.lastRequestTimestamp ?? start) - start
        try RunReports.write(
          JUnitReport.text(outcomes, script: reports.script, start: start, seconds: seconds), to: file)
      }
    } catch { log.error("\(error.text)") }
  }

  /// How the thresholds stand.
  var outcomes: [Threshold.Outcome] { options.reports.thresholds.outcomes(users.statistics) }

  /// The HTML report as things stand.
  ///
  /// - Parameter outcomes: how the thresholds stand.
  func html(_ outcomes: [Threshold.Outcome]) -> String {
    HTMLReport(users.statistics, history: history, facts: facts, outcomes: outcomes).text
  }

  private static func write(_ text: String, to path: String) throws(ReportFile.Fault) {
    let file = try ReportFile(path)
    file.append(text)
    file.close()
  }

  private var facts: RunFacts {
    var facts = RunFacts()
    facts.shape = users.shape?.name
    if users.shape == nil {
      facts.users = plan.users
      facts.spawnRate = plan.spawnRate
      facts.runTime = plan.runTime
    }
    if let versions = versions(), !versions.swaps.isEmpty {
      facts.swaps = versions.swaps
      facts.versions = versions.statistics.filter { $0.value.total.requests > 0 }
    }
    let hosts = Set(users.userClasses.map(\.host))
    let host = users.standing.map(\.host) ?? options.host
    facts.host = host ?? (hosts.count == 1 ? hosts.first ?? nil : nil)
    facts.script = options.reports.script
    facts.profile = options.reports.profile
    // The report is not to be lost for what is the least of it.
    if let test = users as? LoadTest, let shares = try? test.taskShares() {
      facts.ratios = TaskRatios(shares, counts: finalCounts)
    }
    return facts
  }
}
