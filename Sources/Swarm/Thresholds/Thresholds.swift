import Runtime

/// What the statistics of a run must reach.
public struct Thresholds: Sendable {
  /// The exit status of a run that misses one.
  static let status: Int32 = 3

  /// The thresholds, in the order in which they were given.
  public private(set) var all: [Threshold] = []

  /// Creates thresholds that anything reaches.
  public init() {}

  /// Adds one.
  public mutating func add(_ threshold: Threshold) { all.append(threshold) }

  /// Adds those of `locust-plugins`: `--check-rps`, `--check-fail-ratio` and `--check-avg-response-time`.
  ///
  /// - Parameters:
  ///   - leastRate: the fewest requests a second.
  ///   - mostFailures: the largest share of failed requests, from 0 to 1.
  ///   - mostMilliseconds: the longest mean response time, in ms.
  public mutating func addChecks(leastRate: Double?, mostFailures: Double?, mostMilliseconds: Double?) {
    if let limit = mostFailures {
      let share = Field.fixed(limit)
      all.append(
        .check(
          "fail ratio <= \(share)", .failureShare, .atMost, limit, .percent,
          "Check failed: fail ratio was {} (threshold \(share))"))
    }
    if let limit = leastRate {
      let rate = Field.fixed(limit)
      all.append(
        .check(
          "rps >= \(rate)", .rate, .atLeast, limit, .perSecond,
          "Check failed: total rps was {} (threshold \(rate))"))
    }
    if let limit = mostMilliseconds {
      let time = Field.fixed(limit)
      all.append(
        .check(
          "avg response time <= \(time) ms", .average, .atMost, limit, .milliseconds,
          "Check failed: avg response time was {} ms (threshold \(time) ms)"))
    }
  }

  /// How each stands.
  func outcomes(_ statistics: Statistics) -> [Threshold.Outcome] { all.map { $0.outcome(statistics) } }

  /// Whether one may end a test before its time.
  package var canAbort: Bool { all.contains { $0.abortsAfter != nil } }

  /// The first one that is missed and ends the test by that. What has nothing to measure yet isn't missed.
  ///
  /// - Parameter seconds: how long the test has lasted.
  package func abort(_ statistics: Statistics, after seconds: Double) -> Threshold.Outcome? {
    for threshold in all {
      guard let delay = threshold.abortsAfter, seconds >= delay else { continue }
      let outcome = threshold.outcome(statistics)
      if outcome.value != nil, !outcome.isKept { return outcome }
    }
    return nil
  }

  /// The table of how each stands, for people; empty without thresholds.
  package static func table(_ outcomes: [Threshold.Outcome]) -> [String] {
    guard !outcomes.isEmpty else { return [] }
    let width = max(9, outcomes.map { $0.threshold.text.count }.max() ?? 0)
    let head = "\(Field.left("Threshold", width))  \(Field.left("Result", 6))  Measured"
    let rows = outcomes.map {
      "\(Field.left($0.threshold.text, width))  \(Field.left($0.isKept ? "kept" : "MISSED", 6))  \($0.shown)"
    }
    return [head, "\(Field.rule(width))--------\(Field.rule(22))"] + rows + [""]
  }
}
