import Runtime

/// What the statistics of a run must reach, as `locust-plugins` has it: `--check-rps` and its like.
public struct Thresholds: Sendable {
  /// The exit status of a run that misses one.
  static let status: Int32 = 3

  /// The fewest requests a second.
  public var leastRate: Double?
  /// The largest share of failed requests, from 0 to 1.
  public var mostFailures: Double?
  /// The longest mean response time, in ms.
  public var mostMilliseconds: Double?

  /// Creates thresholds that anything reaches.
  public init() {}

  /// What was missed, for people; empty when nothing was.
  func misses(of total: RequestEntry) -> [String] {
    var misses: [String] = []
    if let mostFailures, total.failRatio > mostFailures {
      misses.append(
        "Check failed: fail ratio was \(Field.fixed(total.failRatio)) (threshold \(Field.fixed(mostFailures)))")
    }
    if let leastRate, total.totalRPS < leastRate {
      misses.append("Check failed: total rps was \(Field.fixed(total.totalRPS)) (threshold \(Field.fixed(leastRate)))")
    }
    if let mostMilliseconds, total.averageResponseTime > mostMilliseconds {
      misses.append(
        "Check failed: avg response time was \(Field.fixed(total.averageResponseTime)) ms "
          + "(threshold \(Field.fixed(mostMilliseconds)) ms)")
    }
    return misses
  }
}
