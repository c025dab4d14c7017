import Glibc
import Runtime
import Web

/// What a test looked like from second to second, with the distribution of the response times of each second.
struct PageHistory {
  /// How many points are kept; of longer tests every second, every fourth one and so on.
  private static let mostPoints = 900

  private(set) var points: [Snapshot.HistoryPoint] = []
  /// What had been counted at the point before.
  private var before: [UInt64: UInt64] = [:]
  private var ticks = 0
  private var stride = 1

  /// Notes how the test looks now. To be called once a second.
  ///
  /// - Parameters:
  ///   - time: the time in s since 1970.
  ///   - shares: those whose response times the point is to have.
  mutating func note(_ total: RequestEntry, users: Int, time: Double, shares: [Double]) {
    defer { ticks += 1 }
    guard ticks % stride == 0 else { return }
    var point = Snapshot.HistoryPoint(
      time: time, userCount: users, rps: total.currentRPS, failuresPerSecond: total.currentFailuresPerSecond)
    measure(total.latencies.counts, &point, shares)
    points.append(point)
    guard points.count >= PageHistory.mostPoints else { return }
    points = points.indices.filter { $0 % 2 == 0 }.map { points[$0] }
    stride *= 2
  }

  /// Fills in what is new since the point before.
  private mutating func measure(_ counts: [LatencyCount], _ point: inout Snapshot.HistoryPoint, _ shares: [Double]) {
    var new: [LatencyCount] = []
    for count in counts {
      // Counters that have fallen have begun anew.
      let old = before[count.microseconds] ?? 0
      let more = count.count >= old ? count.count - old : count.count
      if more > 0 { new.append(LatencyCount(microseconds: count.microseconds, count: more)) }
    }
    before = Dictionary(uniqueKeysWithValues: counts.map { ($0.microseconds, $0.count) })
    let sum = new.reduce(0) { $0 + $1.count }
    guard sum > 0 else { return }
    var heat = [Int](repeating: 0, count: Snapshot.HistoryPoint.steps)
    var time = 0.0
    for count in new {
      let milliseconds = Double(count.microseconds) / 1000
      time += milliseconds * Double(count.count)
      let step = log10(max(milliseconds, 0.1) * 10) * Snapshot.HistoryPoint.stepsPerDecade
      heat[min(max(Int(step), 0), heat.count - 1)] += Int(count.count)
    }
    while heat.last == 0 { heat.removeLast() }
    point.heat = heat
    point.average = time / Double(sum)
    point.quantiles = shares.map { share in
      var left = UInt64((Double(sum) * share).rounded(.up))
      for count in new {
        if count.count >= left { return Double(count.microseconds) / 1000 }
        left -= count.count
      }
      return 0
    }
  }
}
