import Lang

/// What a spec has set in the module `locust.stats`: how often and with what statistics are shown.
public struct ReportSettings: Sendable, Equatable {
  /// The percentiles of the console's table and of CSV files, from 0 to 1.
  public var percentiles = [0.5, 0.66, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1]
  /// Those of the chart of response times.
  public var charted = [0.5, 0.95]
  /// Those of the web page's table of statistics.
  public var statistics = [0.95, 0.99]
  /// How often the console shows a table, in s.
  public var consoleInterval = 2.0
  /// How often the CSV files are written, in s.
  public var fileInterval = 1.0

  /// Creates settings with Locust's defaults.
  public init() {}

  /// Reads the module.
  ///
  /// - Throws: `ValueError` for what can't be used.
  init(_ module: Namespace) throws(Raised) {
    percentiles = try ReportSettings.shares("PERCENTILES_TO_REPORT", module, isOpen: false)
    charted = try ReportSettings.shares("PERCENTILES_TO_CHART", module, isOpen: true)
    guard charted.count <= 6 else {
      throw raise(.valueError, "stats.PERCENTILES_TO_CHART may have 6 percentiles at most")
    }
    statistics = try ReportSettings.shares("PERCENTILES_TO_STATISTICS", module, isOpen: true)
    // What it would change, the histograms don't know.
    if let bucket = module["bucket_response_time"], let name = try Attributes.find(bucket, Symbol("__module__")),
      !name.isKind(.str) || Str.swift(name) != "locust.stats"
    {
      throw raise(
        .valueError,
        "stats.bucket_response_time can't be replaced: times are kept in HDR histograms, to the microsecond")
    }
    consoleInterval = try ReportSettings.seconds("CONSOLE_STATS_INTERVAL_SEC", module)
    fileInterval = try ReportSettings.seconds("CSV_STATS_INTERVAL_SEC", module)
  }

  private static func shares(_ name: String, _ module: Namespace, isOpen: Bool) throws(Raised) -> [Double] {
    let value = module[name] ?? .none
    let items = value.isKind(.list) ? Array(List.items(value)) : value.isKind(.tuple) ? Array(Tuple.items(value)) : []
    let shares = items.compactMap(number)
    guard !items.isEmpty, shares.count == items.count,
      shares.allSatisfy({ isOpen ? $0 > 0 && $0 < 1 : $0 >= 0 && $0 <= 1 })
    else {
      throw raise(.valueError, "stats.\(name) must be a list of numbers between 0 and 1, such as 0.95")
    }
    return shares
  }

  private static func seconds(_ name: String, _ module: Namespace) throws(Raised) -> Double {
    guard let seconds = number(module[name] ?? .none), seconds > 0, seconds.isFinite else {
      throw raise(.valueError, "stats.\(name) must be a number of seconds above 0")
    }
    return seconds
  }

  private static func number(_ value: Value) -> Double? {
    value.isFloat ? value.double : Integer.int(value).map(Double.init)
  }
}
