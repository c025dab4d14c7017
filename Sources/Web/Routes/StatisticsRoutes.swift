import Foundation
import Hummingbird

/// The running figures, as JSON with Locust's keys.
extension RouteTable {
  /// More rows than these are left out of one answer.
  private static let mostRows = 500

  /// The answer of `/stats/requests`.
  private struct Requests: Encodable {
    var stats: [Snapshot.Entry]
    var errors: [Snapshot.Failure]
    var currentRps: Double
    var currentFailPerSec: Double
    var totalRps: Double
    var totalFailPerSec: Double
    var failRatio: Double
    var currentResponseTimePercentiles: [String: Int?]
    var totalMedianResponseTime: Double
    var totalAvgResponseTime: Double
    var state: String
    var userCount: Int
    var workers: [Snapshot.Worker]?
    var workerCount: Int?

    init(_ snapshot: Snapshot) {
      let total = snapshot.total
      // The aggregated row stays, however many there are.
      stats = Array(snapshot.entries.dropLast().prefix(RouteTable.mostRows)) + snapshot.entries.suffix(1)
      errors = Array(snapshot.errors.prefix(RouteTable.mostRows))
      currentRps = total.currentRPS
      currentFailPerSec = total.currentFailuresPerSecond
      totalRps = total.totalRPS
      totalFailPerSec = total.totalFailuresPerSecond
      failRatio = total.requests > 0 ? Double(total.failures) / Double(total.requests) : 0
      currentResponseTimePercentiles = Dictionary(
        uniqueKeysWithValues: snapshot.currentPercentiles.map { ("response_time_percentile_\($0.key)", $0.value) })
      totalMedianResponseTime = total.medianResponseTime
      totalAvgResponseTime = total.averageResponseTime
      state = snapshot.state
      userCount = snapshot.userCount
      workers = snapshot.workers.isEmpty ? nil : snapshot.workers
      workerCount = snapshot.workers.isEmpty ? nil : snapshot.workers.count
    }
  }

  func addStatistics(to group: RouterGroup<WebContext>) {
    let room = room
    group.get("/stats/requests") { _, _ in try Answer.json(Requests(room.snapshot)) }
    group.get("/exceptions") { _, _ in try Answer.json(["exceptions": room.snapshot.exceptions]) }
    group.get("/tasks") { _, _ in try Answer.json(room.snapshot.taskRatios) }
    group.get("/worker-count") { _, _ in try Answer.json(["worker_count": room.snapshot.workers.count]) }
    group.get("/logs") { _, _ in
      struct Logs: Encodable {
        var master: [String]
        var workers: [String: [String]]
      }
      var logs = room.snapshot.logs
      return try Answer.json(Logs(master: logs.removeValue(forKey: "master") ?? [], workers: logs))
    }
  }
}
