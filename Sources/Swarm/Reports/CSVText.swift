import Glibc
import Runtime

/// The contents of the CSV files, with Locust 2.47's columns and formats: comma, CRLF, quotes where they must be.
package enum CSVText {
  // MARK: Requests

  /// A row per entry, and all of them together.
  package static func requests(_ statistics: Statistics) -> String {
    let head =
      [
        "Type", "Name", "Request Count", "Failure Count", "Median Response Time", "Average Response Time",
        "Min Response Time", "Max Response Time", "Average Content Size", "Requests/s", "Failures/s",
      ] + statistics.settings.reported.map(\.title)
    let rows = (statistics.entries + [statistics.total]).map { entry in
      [entry.key.method, entry.key.name, String(entry.requests), String(entry.failures)] + times(entry)
        + ["\(entry.totalRPS)", "\(entry.totalFailuresPerSecond)"]
        + statistics.settings.percentiles.map { entry.requests > 0 ? String(entry.percentile($0)) : "N/A" }
    }
    return text([head] + rows)
  }

  /// Median, average, minimum, maximum and size, as Python writes ints and floats.
  private static func times(_ entry: RequestEntry) -> [String] {
    let median = entry.medianResponseTime
    let isRounded = median == Double(entry.percentile(0.5))
    return [
      isRounded ? String(Int(median)) : "\(median)", number(entry.averageResponseTime),
      number(entry.minResponseTime ?? 0), number(entry.maxResponseTime), number(entry.averageContentLength),
    ]
  }

  private static func number(_ value: Double) -> String { value == 0 ? "0" : "\(value)" }

  // MARK: History

  /// The titles of the history.
  package static func historyHead(_ settings: ReportSettings) -> String {
    text([
      ["Timestamp", "User Count", "Type", "Name", "Requests/s", "Failures/s"] + settings.reported.map(\.title) + [
        "Total Request Count", "Total Failure Count", "Total Median Response Time", "Total Average Response Time",
        "Total Min Response Time", "Total Max Response Time", "Total Average Content Size",
      ]
    ])
  }

  /// A row of the history.
  ///
  /// - Parameters:
  ///   - time: the time in s since 1970.
  ///   - percentile: the percentile of a share, in ms.
  package static func history(
    _ entry: RequestEntry, time: Int, users: Int, percentile: (_ share: Double) -> Int
  ) -> String {
    text([
      [
        String(time), String(users), entry.key.method, entry.key.name, sixDigits(entry.currentRPS),
        sixDigits(entry.currentFailuresPerSecond),
      ] + entry.statistics.settings.percentiles.map { entry.requests > 0 ? String(percentile($0)) : "N/A" }
        + [String(entry.requests), String(entry.failures)] + times(entry)
    ])
  }

  private static func sixDigits(_ value: Double) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      _ = withVaList([value]) { vsnprintf(buffer.baseAddress, buffer.count, "%f", $0) }
      return buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  // MARK: Faults

  /// The failures.
  package static func failures(_ statistics: Statistics) -> String {
    let rows = statistics.failures.sorted { $0.key < $1.key }.map { row in
      [
        row.key.method, row.key.name, row.error, String(row.occurrences), ReportTime.iso(row.firstSeen),
        ReportTime.iso(row.lastSeen),
      ]
    }
    return text([["Method", "Name", "Error", "Occurrences", "First Seen", "Last Seen"]] + rows)
  }

  /// The exceptions that left tasks.
  package static func exceptions(_ statistics: Statistics) -> String {
    let rows = statistics.exceptions.map { row in
      [String(row.count), row.message, row.traceback, row.nodes.sorted().joined(separator: ", ")]
    }
    return text([["Count", "Message", "Traceback", "Nodes"]] + rows)
  }

  // MARK: What a spec has measured itself

  /// The metrics of `katydid.metrics`. A trend's percentiles are those of the requests' rows; what a kind hasn't is empty.
  package static func metrics(_ statistics: Statistics) -> String {
    let shares = statistics.settings.reported
    let rows = statistics.metrics.all.filter { $0.kind != .check }.map { metric -> [String] in
      let isTrend = metric.kind == .trend
      let hasRange = isTrend || metric.kind == .gauge
      let value =
        switch metric.kind {
        case .counter: metric.sum
        case .gauge: metric.latest.value
        case .trend: metric.mean
        case .rate, .check: metric.share
        }
      return [metric.kind.rawValue, metric.name, metric.isTime ? "ms" : "", String(metric.count), number(value)]
        + [hasRange ? number(metric.least) : "", hasRange ? number(metric.most) : ""]
        + shares.map { isTrend ? number(metric.percentile($0.share)) : "" }
    }
    return text([["Kind", "Name", "Unit", "Count", "Value", "Min", "Max"] + shares.map(\.title)] + rows)
  }

  /// The checks of `katydid.check`.
  package static func checks(_ statistics: Statistics) -> String {
    let rows = statistics.metrics.all.filter { $0.kind == .check }.map { check in
      [check.name, String(check.hits), String(check.count - check.hits), number(check.share)]
    }
    return text([["Name", "Passed", "Failed", "Share"]] + rows)
  }

  // MARK: Rows

  private static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A field, in quotes when something in it would end it.
  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) }) else {
      return field
    }
    let doubled = field.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
    return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
  }
}
