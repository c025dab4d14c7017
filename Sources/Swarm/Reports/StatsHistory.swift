import Runtime

/// What a run looked like from second to second, for charts.
package struct StatsHistory {
  /// The run at one moment.
  package struct Point: Sendable {
    /// The time in s since 1970.
    package var time: Double
    /// How many users ran.
    package var users: Int
    /// Requests a second, over the last seconds.
    package var rate: Double
    /// Failures a second, over the last seconds.
    package var failureRate: Double
    /// The response times that the charted shares of the last ten seconds' requests kept within, in ms.
    package var times: [Double]

    /// Creates a point.
    package init(time: Double, users: Int, rate: Double, failureRate: Double, times: [Double]) {
      self.time = time
      self.users = users
      self.rate = rate
      self.failureRate = failureRate
      self.times = times
    }
  }

  /// How many points are kept; of longer runs every second, every fourth point and so on.
  private static let mostPoints = 600

  /// The points, the oldest first.
  package private(set) var points: [Point] = []
  private var window = LatencyWindow()
  private var ticks = 0
  private var stride = 1

  /// Creates an empty history.
  package init() {}

  /// Notes how the run looks now. To be called once a second.
  ///
  /// - Parameter time: the time in s since 1970.
  package mutating func note(_ statistics: Statistics, users: Int, time: Double) {
    let total = statistics.total
    window.note(total, second: Int(time))
    defer { ticks += 1 }
    guard ticks % stride == 0 else { return }
    points.append(
      Point(
        time: time, users: users, rate: total.currentRPS, failureRate: total.currentFailuresPerSecond,
        times: statistics.settings.charted.map { Double(window.percentile($0)) }))
    guard points.count >= StatsHistory.mostPoints else { return }
    points = points.indices.filter { $0 % 2 == 0 }.map { points[$0] }
    stride *= 2
  }
}
