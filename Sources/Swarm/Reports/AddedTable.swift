import Runtime

/// A table of what Locust doesn't measure, for the console and the HTML report.
struct AddedTable {
  /// A column.
  struct Column {
    let title: String
    /// How wide it is on the console; nil for one of names, which gets what is left.
    var width: Int?
    /// Whether it has numbers, which stand on the right.
    var isNumber = true
  }

  let title: String
  let columns: [Column]
  let rows: [[String]]
  /// Whether the last row is about all of them.
  var hasTotal = false

  /// The tables that have something in them.
  static func all(of statistics: Statistics) -> [AddedTable] {
    [steps(statistics), intended(statistics), metrics(statistics), checks(statistics)].filter { !$0.rows.isEmpty }
  }

  // MARK: The tables

  private static let type = Column(title: "Type", width: 8, isNumber: false)
  private static let name = Column(title: "Name", isNumber: false)

  /// The steps of requests. DNS, connecting and TLS are there for new connections only, and so are their means.
  private static func steps(_ statistics: Statistics) -> AddedTable {
    let titles = ["DNS", "Connect", "TLS", "Send", "First byte", "Receive"]
    func row(_ entry: RequestEntry) -> [String]? {
      guard !entry.steps.times.isEmpty else { return nil }
      return [entry.key.method, entry.key.name]
        + HTTPTiming.Step.allCases.map { step in
          let time = entry.steps[step]
          return time.count == 0 ? "-" : Field.fixed(time.mean)
        } + [String(entry.steps[.connect].count)]
    }
    return AddedTable(
      title: "Steps of the requests (mean ms)",
      columns: [type, name] + titles.map { Column(title: $0, width: max(8, $0.count)) }
        + [Column(title: "# new", width: 7)],
      rows: (statistics.entries + [statistics.total]).compactMap(row), hasTotal: true)
  }

  /// Response times from the intended start, for users that have one.
  private static func intended(_ statistics: Statistics) -> AddedTable {
    let shares: [(title: String, share: Double)] = [
      ("50%", 0.5), ("90%", 0.9), ("95%", 0.95), ("99%", 0.99), ("99.9%", 0.999), ("100%", 1),
    ]
    let rows = (statistics.entries + [statistics.total]).filter { $0.intendedCount > 0 }.map { entry in
      [entry.key.method, entry.key.name] + entry.intendedPercentiles(shares.map(\.share)).map(String.init)
        + [String(entry.intendedCount)]
    }
    return AddedTable(
      title: "Response times from the intended start (ms), of users that are to begin at set times",
      columns: [type, name] + shares.map { Column(title: $0.title, width: 8) }
        + [Column(title: "# starts", width: 9)],
      rows: rows, hasTotal: true)
  }

  /// What the spec has added to `katydid.metrics`.
  private static func metrics(_ statistics: Statistics) -> AddedTable {
    let rows = statistics.metrics.all.filter { $0.kind != .check }.map { metric -> [String] in
      let range = [Field.short(metric.least), Field.short(metric.most)]
      let head = [metric.kind.rawValue, metric.isTime ? "\(metric.name) (ms)" : metric.name, String(metric.count)]
      switch metric.kind {
      case .counter: return head + [Field.short(metric.sum), "", "", "", "", ""]
      case .gauge: return head + [Field.short(metric.latest.value)] + range + ["", "", ""]
      case .rate, .check: return head + ["\(Field.fixed(metric.share * 100))%", "", "", "", "", ""]
      case .trend:
        return head + [Field.short(metric.mean)] + range + [0.5, 0.95, 0.99].map { Field.short(metric.percentile($0)) }
      }
    }
    return AddedTable(
      title: "Metrics",
      columns: [Column(title: "Kind", width: 8, isNumber: false), name, Column(title: "# added", width: 8)]
        + ["Value", "Min", "Max", "50%", "95%", "99%"].map { Column(title: $0, width: 9) },
      rows: rows)
  }

  /// What `katydid.check` has counted.
  private static func checks(_ statistics: Statistics) -> AddedTable {
    let rows = statistics.metrics.all.filter { $0.kind == .check }.map { check in
      [
        check.hits == check.count ? "ok" : "FAILED", check.name, String(check.hits), String(check.count - check.hits),
        "\(Field.fixed(check.share * 100))%",
      ]
    }
    return AddedTable(
      title: "Checks",
      columns: [
        Column(title: "Result", width: 8, isNumber: false), name, Column(title: "# passed", width: 9),
        Column(title: "# failed", width: 9), Column(title: "Share", width: 8),
      ], rows: rows)
  }

  // MARK: Looks

  /// The table for the console, with an empty line behind it.
  func lines(nameWidth: Int) -> [String] {
    func line(_ cells: [String]) -> String {
      zip(columns, cells).map { column, cell in
        let width = column.width ?? nameWidth
        return column.isNumber ? Field.right(cell, width) : Field.left(cell, width)
      }.joined(separator: " ")
    }
    let rule = columns.map { Field.rule($0.width ?? nameWidth) }.joined(separator: "|")
    let all = rows.map(line)
    return [title, line(columns.map(\.title)), rule] + (hasTotal ? all.dropLast() + [rule] + all.suffix(1) : all) + [""]
  }

  /// The table as a section of the HTML report.
  var html: String {
    HTMLText.table(
      title, columns.map(\.title),
      rows.map { cells in zip(columns, cells).map { $0.isNumber ? .number($1) : .text($1) } }, hasTotal: hasTotal)
  }
}
