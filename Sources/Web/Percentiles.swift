/// Which percentiles the page has: those that the spec asks for in `locust.stats`, and some that one always wants.
public struct Percentiles: Sendable, Equatable {
  /// The shares that `Snapshot.Entry.quantiles` gives, ascending.
  public let columns: [Double]
  /// Those that the table shows beside the median until somebody chooses others: `PERCENTILES_TO_STATISTICS`.
  public let statistics: [Double]
  /// The shares that `Snapshot.HistoryPoint.quantiles` gives, ascending.
  public let lines: [Double]
  /// Those that the chart shows until somebody chooses others: `PERCENTILES_TO_CHART`.
  public let charted: [Double]

  /// Creates a choice; without arguments it is Locust's.
  public init(
    reported: [Double] = [0.5, 0.66, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1],
    statistics: [Double] = [0.95, 0.99], charted: [Double] = [0.5, 0.95]
  ) {
    columns = Set(reported + statistics + [0.5, 0.95, 0.99]).sorted()
    self.statistics = statistics
    lines = Set(charted + [0.5, 0.75, 0.9, 0.95, 0.99]).sorted()
    self.charted = charted
  }

  /// The response time within which a share of an entry's requests finished, in ms; 0 for one that is no column.
  public func time(_ share: Double, of entry: Snapshot.Entry) -> Int {
    columns.firstIndex(of: share).flatMap { entry.quantiles.indices.contains($0) ? entry.quantiles[$0] : nil } ?? 0
  }

  /// The response time of a share at a point, in ms; nil when nothing was answered.
  public func time(_ share: Double, at point: Snapshot.HistoryPoint?) -> Double? {
    guard let quantiles = point?.quantiles, let index = lines.firstIndex(of: share) else { return nil }
    return quantiles.indices.contains(index) ? quantiles[index] : nil
  }
}
