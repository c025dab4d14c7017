import Runtime

/// The report of a run as one HTML file that needs nothing else: no script, style or font from anywhere.
package struct HTMLReport {
  private let statistics: Statistics
  private let history: [StatsHistory.Point]
  private let facts: RunFacts
  private let outcomes: [Threshold.Outcome]

  /// Creates a report.
  ///
  /// - Parameter outcomes: how the thresholds stand.
  package init(
    _ statistics: Statistics, history: StatsHistory, facts: RunFacts, outcomes: [Threshold.Outcome] = []
  ) {
    self.outcomes = outcomes
    self.statistics = statistics
    self.history = history.points
    self.facts = facts
  }

  /// The file's text.
  package var text: String {
    let rows = statistics.entries + [statistics.total]
    let sections =
      [summary, thresholds, requests(rows), responseTimes(rows)] + AddedTable.all(of: statistics).map(\.html)
      + [failures, exceptions, charts, swaps, ratios]
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Katydid report\(facts.host.map { " – " + HTMLText.escaped($0) } ?? "")</title>
      <style>\(HTMLReport.style)</style>
      </head>
      <body>
      <header><h1>Katydid test report</h1><button id="theme" title="Light or dark">◐</button></header>
      <main>
      \(sections.filter { !$0.isEmpty }.joined(separator: "\n"))
      </main>
      <script>\(HTMLReport.script)</script>
      </body>
      </html>

      """
  }

  // MARK: Sections

  private var summary: String {
    let start = statistics.startTime
    let end = statistics.lastRequestTimestamp ?? start
    var lines = [
      ("During", "\(ReportTime.people(start)) – \(ReportTime.people(end)) (\(ReportTime.words(end - start)))"),
      ("Target host", facts.host ?? "several"), ("Script", facts.script),
    ]
    if let shape = facts.shape { lines.append(("Load shape", shape)) }
    if let users = facts.users { lines.append(("Users", String(users))) }
    if let rate = facts.spawnRate { lines.append(("Spawn rate", "\(Field.exact(rate)) users/s")) }
    if let time = facts.runTime { lines.append(("Run time", ReportTime.words(time))) }
    if let profile = facts.profile { lines.insert(("Profile", profile), at: 0) }
    let list = lines.map { "<dt>\($0.0)</dt><dd>\(HTMLText.escaped($0.1))</dd>" }.joined()
    let total = statistics.total
    let cards = [
      ("Requests", String(total.requests)), ("Failures", "\(Field.fixed(total.failRatio * 100)) %"),
      ("Requests/s", Field.fixed(total.totalRPS)), ("Median", "\(Int(total.medianResponseTime)) ms"),
      ("95 %", "\(total.percentile(0.95)) ms"),
      ("Exceptions", String(statistics.exceptions.reduce(0) { $0 + $1.count })),
    ]
    let shown = cards.map { "<div><b>\($0.1)</b><span>\($0.0)</span></div>" }.joined()
    return "<section><dl>\(list)</dl><div class=\"cards\">\(shown)</div></section>"
  }

  private var thresholds: String {
    guard !outcomes.isEmpty else { return "" }
    return HTMLText.table(
      "Thresholds", ["Threshold", "Result", "Measured"],
      outcomes.map { outcome in
        [
          .text(outcome.threshold.text), .verdict(outcome.isKept ? "kept" : "missed", isGood: outcome.isKept),
          .number(outcome.shown),
        ]
      })
  }

  private var swaps: String {
    guard !facts.swaps.isEmpty else { return "" }
    let list = HTMLText.table(
      "Versions of the spec", ["Version", "Time", "Files", "Users", "Changed over in", "By"],
      facts.swaps.map { swap in
        [
          .number(String(swap.version)), .text(ReportTime.people(swap.time)), .text(swap.id),
          .number(String(swap.users)), .number(swap.durationText), .text(swap.cause),
        ]
      })
    let tables = facts.versions.sorted { $0.key < $1.key }.map { number, statistics in
      requests(statistics.entries + [statistics.total], title: "Request Statistics under version \(number)")
    }
    return ([list] + tables).joined(separator: "\n")
  }

  private func requests(_ rows: [RequestEntry], title: String = "Request Statistics") -> String {
    HTMLText.table(
      title,
      [
        "Type", "Name", "# Requests", "# Fails", "Average (ms)", "Min (ms)", "Max (ms)", "Average size (bytes)", "RPS",
        "Failures/s",
      ],
      rows.map { entry in
        [
          .text(entry.key.method), .text(entry.key.name), .number(String(entry.requests)),
          .number(String(entry.failures)), .number(Field.fixed(entry.averageResponseTime)),
          .number(HTMLReport.whole(entry.minResponseTime ?? 0)), .number(HTMLReport.whole(entry.maxResponseTime)),
          .number(Field.fixed(entry.averageContentLength)), .number(Field.fixed(entry.totalRPS)),
          .number(Field.fixed(entry.totalFailuresPerSecond)),
        ]
      }, hasTotal: true)
  }

  private func responseTimes(_ rows: [RequestEntry]) -> String {
    let shares: [(String, Double)] = [
      ("50%ile (ms)", 0.5), ("60%ile (ms)", 0.6), ("70%ile (ms)", 0.7), ("80%ile (ms)", 0.8), ("90%ile (ms)", 0.9),
      ("95%ile (ms)", 0.95), ("99%ile (ms)", 0.99), ("100%ile (ms)", 1),
    ]
    return HTMLText.table(
      "Response Time Statistics", ["Method", "Name"] + shares.map(\.0),
      rows.map { entry in
        [.text(entry.key.method), .text(entry.key.name)]
          + shares.map { .number(String(entry.percentile($0.1))) }
      }, hasTotal: true)
  }

  private var failures: String {
    guard !statistics.failures.isEmpty else { return "" }
    return HTMLText.table(
      "Failures Statistics", ["# Failures", "Method", "Name", "Message", "First Seen", "Last Seen"],
      statistics.failures.sorted { $0.key < $1.key }.map { row in
        [
          .number(String(row.occurrences)), .text(row.key.method), .text(row.key.name), .text(row.error),
          .text(ReportTime.people(row.firstSeen)), .text(ReportTime.people(row.lastSeen)),
        ]
      })
  }

  private var exceptions: String {
    guard !statistics.exceptions.isEmpty else { return "" }
    return HTMLText.table(
      "Exceptions Statistics", ["# Occurrences", "Message", "Traceback", "Nodes"],
      statistics.exceptions.map { row in
        [
          .number(String(row.count)), .text(row.message), .block(row.traceback),
          .text(row.nodes.sorted().joined(separator: ", ")),
        ]
      })
  }

  private var charts: String {
    let times = history.map(\.time)
    let marks = facts.swaps.map { SVGChart.Mark(time: $0.time, text: "version \($0.version)") }
    let all = [
      SVGChart(
        title: "Total Requests per Second", times: times,
        series: [
          SVGChart.Series(name: "RPS", style: "good", values: history.map(\.rate)),
          SVGChart.Series(name: "Failures/s", style: "bad", values: history.map(\.failureRate)),
        ], marks: marks),
      SVGChart(
        title: "Response Times (ms)", times: times,
        series: statistics.settings.charted.enumerated().map { index, share in
          SVGChart.Series(
            name: ReportSettings.chartTitle(share), style: HTMLReport.styles[index % HTMLReport.styles.count],
            values: history.map { index < $0.times.count ? $0.times[index] : 0 })
        }, marks: marks),
      SVGChart(
        title: "Number of Users", times: times,
        series: [SVGChart.Series(name: "Users", style: "good", values: history.map { Double($0.users) })]),
    ].map(\.html).filter { !$0.isEmpty }
    return all.isEmpty ? "" : "<section><h2>Charts</h2>\(all.joined(separator: "\n"))</section>"
  }

  /// The colours of the percentiles' lines.
  private static let styles = ["mid", "high", "good", "bad"]

  private var ratios: String {
    guard !facts.ratios.perClass.isEmpty else { return "" }
    return """
      <section><h2>Final ratio</h2><div class="halves"><div><h3>Ratio per User class</h3>\(HTMLReport.list(facts.ratios.perClass))\
      </div><div><h3>Total ratio</h3>\(HTMLReport.list(facts.ratios.total))</div></div></section>
      """
  }

  private static func list(_ shares: [TaskRatio]) -> String {
    let items = shares.map { share in
      "<li><i>\(tenths(share.ratio * 100))%</i> \(HTMLText.escaped(share.name))"
        + (share.tasks.isEmpty ? "" : list(share.tasks)) + "</li>"
    }
    return "<ul>\(items.joined())</ul>"
  }

  private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
  private static func whole(_ value: Double) -> String { String(Int(value)) }
}
