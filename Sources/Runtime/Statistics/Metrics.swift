import Glibc

/// What a spec measures besides requests: `katydid.metrics` and `katydid.check`.
///
/// As in k6 there are four kinds. Each process keeps its own; a report is what was added since the last one, and
/// merging is adding, so no percentile is ever averaged.
public final class Metrics {
  /// The kinds of metrics.
  public enum Kind: String, Sendable {
    case counter, gauge, trend, rate, check
  }

  /// The metrics by their names; checks have names of their own.
  private var table: [Key: Metric] = [:]

  private struct Key: Hashable {
    let name: String
    let isCheck: Bool
  }

  /// Creates an empty collection.
  public init() {}

  /// The metric of a name, made at its first use; nil when the name belongs to a metric of another kind.
  public func metric(_ kind: Kind, _ name: String, isTime: Bool = false) -> Metric? {
    let key = Key(name: name, isCheck: kind == .check)
    if let metric = table[key] { return metric.kind == kind ? metric : nil }
    let metric = Metric(kind: kind, name: name, isTime: isTime)
    table[key] = metric
    return metric
  }

  /// A counter of the engine's own. A spec that has given its name to something else gets no count there.
  func counter(_ name: String) -> Metric { metric(.counter, name) ?? Metric(kind: .counter, name: name, isTime: false) }

  /// A trend of the engine's own.
  func trend(_ name: String, isTime: Bool) -> Metric {
    metric(.trend, name, isTime: isTime) ?? Metric(kind: .trend, name: name, isTime: isTime)
  }

  /// The metrics that have values, checks last, each kind sorted by name.
  public var all: [Metric] { withEngine.filter { $0.name != Metrics.timerError } }

  /// All metrics that have values, with what the engine says of itself, which tables of results don't show.
  public var withEngine: [Metric] {
    table.values.filter { $0.count > 0 }.sorted {
      ($0.kind == .check ? 1 : 0, $0.name) < ($1.kind == .check ? 1 : 0, $1.name)
    }
  }

  /// The trend of how late the timers of users were that came due: their waits, sleeps and timeouts.
  private static let timerError = "timer error"

  /// Adds how late timers were, in µs.
  public func addTimerErrors(_ counts: [LatencyCount]) {
    guard !counts.isEmpty else { return }
    let trend = trend(Metrics.timerError, isTime: true)
    for item in counts { trend.add(Double(item.microseconds) / 1000, times: Int(item.count)) }
  }

  /// Takes what was added since the last call and begins at nothing again.
  public func drain() -> [MetricReport] {
    let reports = withEngine.map(\.report)
    for metric in table.values { metric.reset() }
    return reports
  }

  /// Adds what another process has drained.
  public func merge(_ reports: [MetricReport]) {
    for report in reports { metric(report.kind, report.name, isTime: report.isTime)?.merge(report) }
  }

  /// Forgets all values.
  public func reset() { for metric in table.values { metric.reset() } }
}

/// One metric.
public final class Metric {
  /// What kind it is.
  public let kind: Metrics.Kind
  /// Its name.
  public let name: String
  /// Whether a trend's values are times in ms.
  public let isTime: Bool
  /// How many values were added.
  public private(set) var count = 0
  /// The sum of a counter or a trend.
  public private(set) var sum = 0.0
  /// How many values of a rate were true, or how many checks were passed.
  public private(set) var hits = 0
  /// The smallest value; infinite without values.
  public private(set) var least = Double.infinity
  /// The largest value; negatively infinite without values.
  public private(set) var most = -Double.infinity
  /// The latest value of a gauge, and when it was set, in s since 1970.
  public private(set) var latest = (value: 0.0, at: -Double.infinity)
  /// A trend's values, by the numbers of their buckets.
  private var buckets: [Int: Int] = [:]

  init(kind: Metrics.Kind, name: String, isTime: Bool) {
    self.kind = kind
    self.name = name
    self.isTime = isTime
  }

  /// Adds a value: to a counter's sum, as a gauge's latest, as one of a trend's.
  public func add(_ value: Double) {
    count += 1
    sum += value
    least = min(least, value)
    most = max(most, value)
    if kind == .gauge { latest = (value, Double(WallClock.now) / 1e9) }
    if kind == .trend { buckets[Metric.bucket(value), default: 0] += 1 }
  }

  /// Adds a value of a trend that came several times.
  func add(_ value: Double, times: Int) {
    count += times
    sum += value * Double(times)
    least = min(least, value)
    most = max(most, value)
    buckets[Metric.bucket(value), default: 0] += times
  }

  /// Adds to a rate, or the outcome of a check.
  public func add(_ isHit: Bool) {
    count += 1
    if isHit { hits += 1 }
  }

  /// The share of true values, or of passed checks; 0 without values.
  public var share: Double { count == 0 ? 0 : Double(hits) / Double(count) }
  /// The mean of a trend's values; 0 without values.
  public var mean: Double { count == 0 ? 0 : sum / Double(count) }

  /// The value of a trend below which a share of its values lies, 1 % off at most.
  ///
  /// - Parameter share: from 0 to 1.
  public func percentile(_ share: Double) -> Double {
    guard count > 0 else { return 0 }
    let rank = max(1, Int((share * Double(count)).rounded(.up)))
    var seen = 0
    for bucket in buckets.keys.sorted() {
      seen += buckets[bucket] ?? 0
      if seen >= rank { return min(max(Metric.value(bucket), least), most) }
    }
    return most
  }

  // MARK: Buckets

  // Buckets grow by 2 % of their value, as in DDSketch (https://arxiv.org/abs/1908.10693): any value is met with an
  // error of 1 %, whatever its size. Bucket 0 is for what is nearly 0; negative values have negative numbers.
  private static let growth = log(1.02)
  private static let smallest = 1e-9

  private static func bucket(_ value: Double) -> Int {
    let size = abs(value)
    guard size > smallest, size.isFinite else { return 0 }
    let number = Int((log(size / smallest) / growth).rounded(.up)) + 1
    return value < 0 ? -number : number
  }

  private static func value(_ bucket: Int) -> Double {
    guard bucket != 0 else { return 0 }
    let size = smallest * exp((Double(abs(bucket)) - 1.5) * growth)
    return bucket < 0 ? -size : size
  }

  // MARK: Reports

  /// What was added since the last reset.
  var report: MetricReport {
    MetricReport(
      kind: kind, name: name, isTime: isTime, count: count, sum: sum, hits: hits, least: least, most: most,
      latest: latest.value, latestAt: latest.at, buckets: buckets)
  }

  func merge(_ report: MetricReport) {
    count += report.count
    sum += report.sum
    hits += report.hits
    least = min(least, report.least)
    most = max(most, report.most)
    if report.latestAt > latest.at { latest = (report.latest, report.latestAt) }
    for (bucket, number) in report.buckets { buckets[bucket, default: 0] += number }
  }

  func reset() {
    count = 0
    sum = 0
    hits = 0
    least = .infinity
    most = -.infinity
    latest = (0, -.infinity)
    buckets = [:]
  }
}

/// What was added to a metric since the last report.
public struct MetricReport: Sendable, Equatable {
  /// What kind of metric it is.
  public var kind: Metrics.Kind
  /// Its name.
  public var name: String
  /// Whether a trend's values are times in ms.
  public var isTime: Bool
  /// How many values were added.
  public var count: Int
  /// Their sum.
  public var sum: Double
  /// How many were true.
  public var hits: Int
  /// The smallest of them.
  public var least: Double
  /// The largest of them.
  public var most: Double
  /// The latest value of a gauge.
  public var latest: Double
  /// When that was set, in s since 1970.
  public var latestAt: Double
  /// How many of a trend's values are in each bucket.
  public var buckets: [Int: Int]

  /// Creates a report from its parts.
  public init(
    kind: Metrics.Kind, name: String, isTime: Bool, count: Int, sum: Double, hits: Int, least: Double, most: Double,
    latest: Double, latestAt: Double, buckets: [Int: Int]
  ) {
    self.kind = kind
    self.name = name
    self.isTime = isTime
    self.count = count
    self.sum = sum
    self.hits = hits
    self.least = least
    self.most = most
    self.latest = latest
    self.latestAt = latestAt
    self.buckets = buckets
  }
}
