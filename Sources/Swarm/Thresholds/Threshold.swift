import Runtime

/// Something that the statistics of a run must reach, such as `login:p95<200ms`.
///
/// As [k6 has it](https://grafana.com/docs/k6/latest/using-k6/thresholds/): a run that misses one ends with status 3,
/// and one marked `abort` ends the run as soon as it is missed.
public struct Threshold: Sendable, Equatable {
  /// What is measured.
  enum Measure: Sendable, Equatable {
    /// The response time that a share of the requests keeps within, or such a value of a trend.
    case percentile(Double)
    case average, least, most
    /// Requests a second.
    case rate
    case requests, failures, failureShare, failuresPerSecond, exceptions
    /// The share of true values, or of passed checks.
    case share
    /// How often a metric got a value, or a counter's sum.
    case count
    /// A gauge's latest value.
    case value
  }

  /// How the measured value and the limit are compared.
  enum Comparison: String, Sendable {
    case below = "<"
    case atMost = "<="
    case above = ">"
    case atLeast = ">="
    case equal = "=="

    func holds(_ value: Double, _ limit: Double) -> Bool {
      switch self {
      case .below: value < limit
      case .atMost: value <= limit
      case .above: value > limit
      case .atLeast: value >= limit
      case .equal: value == limit
      }
    }
  }

  /// What the limit counts.
  enum Unit: Sendable {
    case milliseconds, percent, perSecond, plain
  }

  /// The threshold as it was written, without `abort`.
  public let text: String
  /// The request, check or metric that it is about; nil for all requests, or for all checks.
  let name: String?
  let measure: Measure
  let comparison: Comparison
  /// The limit in ms, as a share from 0 to 1, or as it is.
  let limit: Double
  let unit: Unit
  /// After how many seconds of the test a miss ends it; nil to look at its end only.
  let abortsAfter: Double?
  /// What a miss is called; nil for the usual words.
  var wording: String?

  /// How a threshold stands.
  public struct Outcome: Sendable {
    /// The threshold.
    public let threshold: Threshold
    /// What was measured; nil where there was nothing to measure.
    public let value: Double?
    /// Whether the threshold is kept. One with nothing to measure is not: its name may be mistyped.
    public let isKept: Bool
    /// What was measured, for people.
    public let shown: String
  }

  /// Compares with what was measured so far.
  package func outcome(_ statistics: Statistics) -> Outcome {
    let value = value(in: statistics)
    let shown = value.map(shown) ?? "nothing was measured"
    return Outcome(
      threshold: self, value: value, isKept: value.map { comparison.holds($0, limit) } ?? false, shown: shown)
  }

  private func value(in statistics: Statistics) -> Double? {
    if measure == .exceptions { return Double(statistics.exceptions.reduce(0) { $0 + $1.count }) }
    if measure == .share { return share(in: statistics.metrics) }
    guard let name else { return value(of: statistics.total) }
    let entries = statistics.entries.filter { $0.key.name == name || "\($0.key.method) \($0.key.name)" == name }
    if !entries.isEmpty { return value(of: entries.count == 1 ? entries[0] : statistics.sum(of: entries)) }
    return statistics.metrics.withEngine.first { $0.name == name && $0.kind != .check }.flatMap(value)
  }

  private func share(in metrics: Metrics) -> Double? {
    let wanted = metrics.all.filter { metric in
      name.map { $0 == metric.name } ?? (metric.kind == .check)
    }
    let count = wanted.reduce(0) { $0 + $1.count }
    return count == 0 ? nil : Double(wanted.reduce(0) { $0 + $1.hits }) / Double(count)
  }

  private func value(of entry: RequestEntry) -> Double? {
    switch measure {
    case .requests: return Double(entry.requests)
    case .failures: return Double(entry.failures)
    case .rate: return entry.totalRPS
    case .failuresPerSecond: return entry.totalFailuresPerSecond
    default: break
    }
    guard entry.requests > 0 else { return nil }
    switch measure {
    case .failureShare: return entry.failRatio
    case .percentile(let share): return entry.precisePercentile(share)
    case .average: return entry.averageResponseTime
    case .least: return entry.minResponseTime
    case .most: return entry.maxResponseTime
    default: return nil
    }
  }

  private func value(of metric: Metric) -> Double? {
    switch (measure, metric.kind) {
    case (.percentile(let share), .trend): metric.percentile(share)
    case (.average, .trend): metric.mean
    case (.least, .trend), (.least, .gauge): metric.least
    case (.most, .trend), (.most, .gauge): metric.most
    case (.count, .counter): metric.sum
    case (.count, _): Double(metric.count)
    case (.value, .gauge): metric.latest.value
    default: nil
    }
  }

  private func shown(_ value: Double) -> String {
    switch unit {
    case .milliseconds: Field.fixed(value) + " ms"
    case .percent: Field.fixed(value * 100) + " %"
    case .perSecond: Field.fixed(value) + "/s"
    case .plain: Field.short(value)
    }
  }
}

extension Threshold.Outcome {
  /// What is to be said of a miss.
  package var complaint: String {
    guard let wording = threshold.wording else { return "Threshold missed: \(threshold.text) (\(shown))" }
    return wording.replacing("{}", with: value.map(Field.fixed) ?? "nothing")
  }
}
