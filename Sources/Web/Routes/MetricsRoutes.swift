import Hummingbird

/// Health, and figures for Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/, version 0.0.4).
extension RouteTable {
  func addMetrics(to group: RouterGroup<WebContext>) {
    let room = room
    group.get("/healthz") { _, _ in Answer.text("ok\n") }
    group.get("/metrics") { _, _ in
      Answer.text(Metrics.text(room.snapshot, room.setup.percentiles), type: "text/plain; version=0.0.4; charset=utf-8")
    }
  }
}

enum Metrics {
  static func text(_ snapshot: Snapshot, _ percentiles: Percentiles) -> String {
    var text = ""
    func family(_ name: String, _ type: String, _ help: String, _ samples: [(labels: String, value: Double)]) {
      text += "# HELP katydid_\(name) \(help)\n# TYPE katydid_\(name) \(type)\n"
      for (labels, value) in samples { text += "katydid_\(name)\(labels) \(value)\n" }
    }
    func labels(_ entry: Snapshot.Entry) -> String {
      "{name=\"\(escaped(entry.name))\",method=\"\(escaped(entry.method ?? ""))\"}"
    }
    let rows = snapshot.entries.dropLast()
    family("users", "gauge", "Users that run.", [("", Double(snapshot.userCount))])
    family(
      "state", "gauge", "1 for the state that the run is in.",
      ["ready", "spawning", "running", "stopping", "stopped"].map {
        ("{state=\"\($0)\"}", snapshot.state == $0 ? 1 : 0)
      })
    family("workers", "gauge", "Workers that are connected.", [("", Double(snapshot.workers.count))])
    family(
      "requests_total", "counter", "Requests that were answered or failed.",
      rows.map { (labels($0), Double($0.requests)) })
    family("failures_total", "counter", "Requests that failed.", rows.map { (labels($0), Double($0.failures)) })
    family("requests_per_second", "gauge", "Requests a second lately.", rows.map { (labels($0), $0.currentRPS) })
    family(
      "response_time_average_seconds", "gauge", "Mean response time.",
      rows.map { (labels($0), $0.averageResponseTime / 1000) })
    family(
      "response_time_p95_seconds", "gauge", "95 % of the responses took no longer.",
      rows.map { (labels($0), Double(percentiles.time(0.95, of: $0)) / 1000) })
    family(
      "response_time_p99_seconds", "gauge", "99 % of the responses took no longer.",
      rows.map { (labels($0), Double(percentiles.time(0.99, of: $0)) / 1000) })
    return text
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
