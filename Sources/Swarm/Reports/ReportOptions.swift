/// What is printed and written of the statistics of a run.
public struct ReportOptions: Sendable {
  /// Whether tables are printed while the test runs.
  public var printsTables = true
  /// Whether they are also printed when there is a web page.
  public var printsTablesWithPage = false
  /// What the names of the CSV files begin with; nil for none.
  public var csvPrefix: String?
  /// Whether the history has a row for each entry, not only for all together.
  public var writesFullHistory = false
  /// The file of the HTML report; nil for none.
  public var htmlFile: String?
  /// Whether the final entries are written to standard output as JSON.
  public var writesJSON = false
  /// The file that gets them, without its ending `.json`; nil for none.
  public var jsonFile: String?
  /// The file of the run's summary; nil for none.
  public var summaryFile: String?
  /// The file that tells CI servers of the thresholds; nil for none.
  public var junitFile: String?
  /// The locustfile, for reports.
  public var script = ""
  /// A label of the run for reports.
  public var profile: String?
  /// What the statistics must reach.
  public var thresholds = Thresholds()

  /// Creates options with Locust's defaults.
  public init() {}

  /// A file name with `{u}`, `{r}` and `{t}` replaced by users, spawn rate and run time in s.
  public static func fileName(_ name: String, users: Int, rate: Double, time: Double?) -> String {
    var result = name
    let numbers = [("{u}", Double(users)), ("{r}", rate)] + (time.map { [("{t}", $0)] } ?? [])
    for (mark, number) in numbers {
      let text = number == number.rounded() && number < 1e15 ? String(Int(number)) : "\(number)"
      result = result.split(separator: mark, omittingEmptySubsequences: false).joined(separator: text)
    }
    return result
  }

  /// Tries whether every file can be written, so that a run doesn't end without its report.
  ///
  /// - Returns: what is wrong, for people; nil when nothing is.
  public func firstFault() -> String? {
    let files = ["_stats.csv", "_stats_history.csv", "_failures.csv", "_exceptions.csv"].compactMap { ending in
      csvPrefix.map { $0 + ending }
    }
    do throws(ReportFile.Fault) {
      for file in files + [htmlFile, jsonFile.map { $0 + ".json" }, summaryFile, junitFile].compactMap({ $0 }) {
        try ReportFile(file).close()
      }
      return nil
    } catch { return error.text }
  }
}
