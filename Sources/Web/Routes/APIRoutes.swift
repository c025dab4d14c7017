import Foundation
import Hummingbird

/// `/api/v1`: the figures of a run, as `openapi.json` describes them.
extension RouteTable {
  private struct Point: Encodable {
    var time: Double
    var users: Int
    var rps: Double
    var failuresPerSecond: Double
    var average: Double?
    var percentiles: [String: Double]

    init(_ point: Snapshot.HistoryPoint, _ shown: Percentiles) {
      time = point.time
      users = point.userCount
      rps = point.rps
      failuresPerSecond = point.failuresPerSecond
      average = point.average
      percentiles = Dictionary(
        zip(shown.lines.map { "\($0)" }, point.quantiles), uniquingKeysWith: { first, _ in first })
    }
  }

  private struct Row: Encodable {
    var method: String
    var name: String
    var requests: Int
    var failures: Int
    var minimum: Double
    var maximum: Double
    var average: Double
    var averageSize: Double
    var currentRps: Double
    var currentFailuresPerSecond: Double
    var totalRps: Double
    var totalFailuresPerSecond: Double
    var percentiles: [String: Int]

    init(_ entry: Snapshot.Entry, _ shown: Percentiles) {
      (method, name, requests, failures) = (entry.method ?? "", entry.name, entry.requests, entry.failures)
      (minimum, maximum, average) = (entry.minResponseTime, entry.maxResponseTime, entry.averageResponseTime)
      averageSize = entry.averageContentLength
      (currentRps, currentFailuresPerSecond) = (entry.currentRPS, entry.currentFailuresPerSecond)
      (totalRps, totalFailuresPerSecond) = (entry.totalRPS, entry.totalFailuresPerSecond)
      percentiles = Dictionary(
        zip(shown.columns.map { "\($0)" }, entry.quantiles), uniquingKeysWith: { first, _ in first })
    }
  }

  private struct Statistics: Encodable {
    var state: String
    var users: Int
    var targetUsers: Int
    var rows: [Row]
    var total: Row
  }

  func addAPI(to group: RouterGroup<WebContext>) {
    let room = room
    group.get("/api/v1/openapi.json") { _, _ in
      Answer.text(AssetTexts.text("openapi.json") ?? "", type: "application/json")
    }
    group.get("/api/v1/runs") { _, _ in try Answer.json(["runs": room.snapshot.runs]) }
    group.get("/api/v1/workers") { _, _ in try Answer.json(["workers": room.snapshot.workers]) }
    group.get("/api/v1/statistics") { _, _ in
      let (snapshot, shown) = (room.snapshot, room.setup.percentiles)
      return try Answer.json(
        Statistics(
          state: snapshot.state, users: snapshot.userCount, targetUsers: snapshot.targetUserCount,
          rows: snapshot.entries.dropLast().map { Row($0, shown) }, total: Row(snapshot.total, shown)))
    }
    group.get("/api/v1/statistics/history") { request, _ in
      let since = request.uri.queryParameters["since"].flatMap { Double($0) } ?? 0
      let shown = room.setup.percentiles
      return try Answer.json(["points": room.snapshot.history.filter { $0.time > since }.map { Point($0, shown) }])
    }
  }
}
