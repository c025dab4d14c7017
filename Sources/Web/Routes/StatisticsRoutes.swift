import Foundation
import Hummingbird

/// The running figures, as JSON with Locust's keys.
extension RouteTable {
  /// More rows than these are left out of one answer.
  private static let mostRows = 500

  /// The answer of `/stats/requests`.
  private struct Requests: Encodable {
    var stats: [Row]
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

    init(_ snapshot: Snapshot, _ percentiles: Percentiles) {
      let total = snapshot.total
      // The aggregated row stays, however many there are.
      let shown = Array(snapshot.entries.dropLast().prefix(RouteTable.mostRows)) + snapshot.entries.suffix(1)
      stats = shown.map { Row($0, percentiles) }
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

  /// A row with Locust's keys, which name the percentiles that the spec wants.
  private struct Row: Encodable {
    let entry: Snapshot.Entry
    let percentiles: Percentiles

    init(_ entry: Snapshot.Entry, _ percentiles: Percentiles) {
      self.entry = entry
      self.percentiles = percentiles
    }

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(_ text: String) { stringValue = text }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
      var row = encoder.container(keyedBy: Key.self)
      try row.encode(entry.method, forKey: Key("method"))
      try row.encode(entry.name, forKey: Key("name"))
      try row.encode(entry.requests, forKey: Key("num_requests"))
      try row.encode(entry.failures, forKey: Key("num_failures"))
      for (key, value) in [
        ("min_response_time", entry.minResponseTime), ("max_response_time", entry.maxResponseTime),
        ("avg_response_time", entry.averageResponseTime), ("median_response_time", entry.medianResponseTime),
        ("current_rps", entry.currentRPS), ("current_fail_per_sec", entry.currentFailuresPerSecond),
        ("total_rps", entry.totalRPS), ("total_fail_per_sec", entry.totalFailuresPerSecond),
        ("avg_content_length", entry.averageContentLength),
      ] {
        try row.encode(value, forKey: Key(key))
      }
      for share in percentiles.statistics {
        try row.encode(percentiles.time(share, of: entry), forKey: Key("response_time_percentile_\(share)"))
      }
    }
  }

  func addStatistics(to group: RouterGroup<WebContext>) {
    let room = room
    group.get("/stats/requests") { _, _ in try Answer.json(Requests(room.snapshot, room.setup.percentiles)) }
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
