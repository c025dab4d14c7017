import Runtime

/// One change of the spec during a run.
public struct SwapRecord: Sendable {
  /// When it was activated, in s since 1970.
  public let time: Double
  /// The number of the version that came; the first one is 1.
  public let version: Int
  /// The start of the SHA-256 of its files.
  public let id: String
  /// Who or what asked for it.
  public let cause: String
  /// How long it took from the change of the files, or the request, until the last user had changed over, in s; nil
  /// while that goes on.
  public internal(set) var duration: Double?
  /// How many users have changed over.
  public internal(set) var users = 0

  /// Creates the record of a change that has just been activated.
  package init(time: Double, version: Int, id: String, cause: String) {
    self.time = time
    self.version = version
    self.id = id
    self.cause = cause
  }

  /// How long it took, for people.
  var durationText: String { duration.map { "\(Int(($0 * 1000).rounded())) ms" } ?? "not finished" }
}

/// The versions of a spec during a run, with what was measured under each.
public final class VersionHistory {
  /// Of how many versions the files and the statistics are kept; of earlier ones there are only the lines in `swaps`.
  public static let kept = 20

  /// The changes, in order.
  public internal(set) var swaps: [SwapRecord] = []
  /// What was measured under each version, by its number.
  public private(set) var statistics: [Int: Statistics] = [:]
  /// The files of each version, by its number.
  package private(set) var bundles: [Int: SpecBundle] = [:]

  /// The texts of a version's files that are texts, by path; nil when the version is none or no longer kept.
  public func texts(of version: Int) -> [String: String]? {
    guard let bundle = bundles[version] else { return nil }
    var texts: [String: String] = [:]
    for file in bundle.files where !file.path.hasSuffix("/") {
      texts[file.path] = bundle.contents[file.digest].flatMap { String(validating: $0, as: UTF8.self) }
    }
    return texts
  }

  /// Keeps the files of a version, and lets go of those of the oldest.
  func keep(_ bundle: SpecBundle, _ version: Int) {
    bundles[version] = bundle
    bundles[version - VersionHistory.kept] = nil
    statistics[version - VersionHistory.kept] = nil
  }

  /// Notes what was measured until the first change: it is the first version's.
  func begin(with statistics: Statistics) {
    var report = StatisticsReport()
    report.entries = statistics.entries.map(\.report)
    report.failures = statistics.failures.map {
      FailureReport(
        key: $0.key, error: $0.error, occurrences: $0.occurrences, firstSeen: $0.firstSeen, lastSeen: $0.lastSeen)
    }
    let first = Statistics()
    first.merge(report, from: "")
    self.statistics[1] = first
  }

  /// Adds a report to a version's statistics.
  func merge(_ report: StatisticsReport, from node: String, version: Int) {
    // Until the first change it is all the first version's; a worker may say what it likes.
    guard !swaps.isEmpty, bundles[version] != nil else { return }
    let sum = statistics[version] ?? Statistics()
    statistics[version] = sum
    sum.merge(report, from: node)
  }

  /// Begins anew, with the statistics of the run.
  func clear() {
    for sum in statistics.values { sum.clear() }
  }
}
