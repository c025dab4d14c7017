import Runtime

/// The tables of a run, line by line as Locust 2.47 prints them.
package struct Tables {
  private let statistics: Statistics
  /// How much room names get, in columns.
  private let nameWidth: Int
  private static let typeWidth = 8

  /// Creates tables.
  ///
  /// - Parameter terminalWidth: the width of the terminal in columns; nil for none.
  package init(_ statistics: Statistics, terminalWidth: Int?) {
    self.statistics = statistics
    nameWidth = Console.nameWidth(terminalWidth: terminalWidth)
  }

  /// A row per entry, and all of them together.
  ///
  /// - Parameter isFinal: whether rates are those of the whole run instead of the last ten seconds.
  package func requests(isFinal: Bool) -> [String] {
    // Names got what was saved elsewhere when the table was squeezed once. A negative width means its absolute value.
    let width = nameWidth - Tables.typeWidth + 4
    let rule =
      Field.rule(Tables.typeWidth) + "|" + Field.rule(width) + "|" + Field.rule(7) + "|" + Field.rule(13) + "|"
      + [7, 7, 7, 7, 8, 11].map(Field.rule).joined(separator: "|")
    let head =
      Field.left("Type", Tables.typeWidth) + " " + Field.left("Name", abs(width)) + " " + Field.right("# reqs", 7)
      + " " + Field.right("# fails", 12) + " |" + Field.right("Avg", 7) + " " + Field.right("Min", 7) + " "
      + Field.right("Max", 7) + Field.right("Med", 7) + " | " + Field.right("req/s", 7) + " "
      + Field.right("failures/s", 11)
    let rows = statistics.entries.map { row($0, abs(width), isFinal) }
    return [head, rule] + rows + [rule, row(statistics.total, abs(width), isFinal), ""]
  }

  private func row(_ entry: RequestEntry, _ width: Int, _ isFinal: Bool) -> String {
    let method = entry.key.method.isEmpty ? "" : entry.key.method + " "
    let failures = "\(entry.failures)(\(Field.fixed(entry.failRatio * 100))%)"
    let rate = isFinal ? entry.totalRPS : entry.currentRPS
    let failureRate = isFinal ? entry.totalFailuresPerSecond : entry.currentFailuresPerSecond
    return Field.left(method, Tables.typeWidth) + " " + Field.left(entry.key.name, width) + " "
      + Field.right(String(entry.requests), 7) + " " + Field.right(failures, 12) + " |"
      + Field.number(entry.averageResponseTime, 7) + " " + Field.number(entry.minResponseTime ?? 0, 7) + " "
      + Field.number(entry.maxResponseTime, 7) + Field.number(entry.medianResponseTime, 7) + " | "
      + Field.rate(rate, 7) + " " + Field.rate(failureRate, 11)
  }

  /// The percentiles of each entry that has response times, and of all.
  package func percentiles() -> [String] {
    let reported = statistics.settings.reported
    let rule =
      Field.rule(Tables.typeWidth) + "|" + Field.rule(nameWidth) + "|" + Field.rule(8) + "|"
      + reported.map { _ in Field.rule(6) }.joined(separator: "|")
    let head =
      Field.left("Type", Tables.typeWidth) + " " + Field.left("Name", nameWidth) + " "
      + Field.right(reported[0].title, 8) + " "
      + (reported.dropFirst().map { Field.right($0.title, 6) } + [Field.right("# reqs", 6)])
      .joined(separator: " ")
    let rows = statistics.entries.filter { $0.requests > $0.requestsWithoutTime }.map(percentiles(of:))
    let total = statistics.total
    let last = total.requests > total.requestsWithoutTime ? [percentiles(of: total)] : []
    return ["Response time percentiles (approximated)", head, rule] + rows + [rule] + last + [""]
  }

  private func percentiles(of entry: RequestEntry) -> String {
    let values = statistics.settings.percentiles.map(entry.percentile) + [entry.requests]
    return Field.left(entry.key.method, Tables.typeWidth) + " " + Field.left(entry.key.name, nameWidth) + " "
      + Field.right(String(values[0]), 8) + " "
      + values.dropFirst().map { Field.right(String($0), 6) }.joined(separator: " ")
  }

  /// What Locust doesn't measure, if there is any of it.
  package func additions() -> [String] {
    AddedTable.all(of: statistics).flatMap { $0.lines(nameWidth: nameWidth) }
  }

  /// The failures, if there are any.
  package func failures() -> [String] {
    guard !statistics.failures.isEmpty else { return [] }
    let rule = Field.rule(18) + "|" + Field.rule(80 + nameWidth - 19)
    let rows = statistics.failures.map { row in
      Field.left(String(row.occurrences), 18) + " "
        + Field.left("\(row.key.method) \(row.key.name): \(row.shownError)", 100)
    }
    let head = Field.left("# occurrences", 18) + " " + Field.left("Error", 100)
    return ["Error report", head, rule] + rows + [rule, ""]
  }

  /// The exceptions that left tasks, if there are any. Locust shows them only on its web page.
  package func exceptions() -> [String] {
    guard !statistics.exceptions.isEmpty else { return [] }
    let rule = Field.rule(18) + "|" + Field.rule(80 + nameWidth - 19)
    let rows = statistics.exceptions.flatMap { row in
      let nodes = row.nodes.sorted().joined(separator: ", ")
      let lines = row.traceback.split(separator: "\n").map { Field.left("", 18) + " " + $0 }
      return [Field.left(String(row.count), 18) + " \(row.message) (on \(nodes))"] + lines
    }
    let head = Field.left("# occurrences", 18) + " Exception"
    return ["Exception report", head, rule] + rows + [rule, ""]
  }
}
