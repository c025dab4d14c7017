/// The response times of the last ten seconds or so: what a histogram has now and had not then.
///
/// Locust keeps such copies, too (`response_times_cache`); it has no current percentiles in the first seconds, where
/// this has those since the start.
public struct LatencyWindow {
  /// How far back the window reaches, in s.
  private static let length = 10

  private var copies: [(second: Int, counts: [LatencyCount])] = []
  private var current: [LatencyCount] = []

  /// Creates a window that has seen nothing.
  public init() {}

  /// Looks at an entry. To be called about once a second.
  ///
  /// - Parameter second: the time in s.
  public mutating func note(_ entry: RequestEntry, second: Int) {
    let counts = entry.latencies.counts
    var isReset = counts.count < current.count
    for (old, new) in zip(current, counts) where !isReset {
      isReset = new.microseconds == old.microseconds && new.count < old.count
    }
    if isReset { copies = [] }
    current = counts
    copies.append((second, counts))
    // The youngest copy that is old enough is the one to compare with.
    while copies.count > 1, copies[1].second <= second - LatencyWindow.length { copies.removeFirst() }
  }

  /// The response time within which a share of the window's requests finished, in ms; 0 when there were none.
  ///
  /// - Parameter share: 0 to 1.
  public func percentile(_ share: Double) -> Int {
    guard let last = copies.last, let first = copies.first else { return 0 }
    let before = first.second <= last.second - LatencyWindow.length ? first.counts : []
    var earlier: [UInt64: UInt64] = [:]
    for count in before { earlier[count.microseconds] = count.count }
    let recent = current.compactMap { count -> LatencyCount? in
      let new = count.count - min(count.count, earlier[count.microseconds] ?? 0)
      return new > 0 ? LatencyCount(microseconds: count.microseconds, count: new) : nil
    }
    let all = recent.reduce(0) { $0 + Int($1.count) }
    let wanted = Int(Double(all) * share)
    var processed = 0
    for count in recent.reversed() {
      processed += Int(count.count)
      if all - processed <= wanted {
        let index = LatencyHistogram.index(of: count.microseconds)
        return RequestEntry.rounded(Double(LatencyHistogram.middle(at: index)) / 1000)
      }
    }
    return 0
  }
}
