import Runtime

/// The final entries as JSON, with Locust's keys and layout (`json.dumps(…, indent=4)`).
package enum JSONReport {
  /// The text, without a final newline.
  package static func text(_ statistics: Statistics) -> String {
    let entries =
      statistics.entries.filter { $0.requests > 0 || $0.failures > 0 }.map(entry)
      + statistics.metrics.all.map { metric($0, since: statistics.startTime) }
    return entries.isEmpty ? "[]" : "[\n\(entries.joined(separator: ",\n"))\n]"
  }

  private static func entry(_ entry: RequestEntry) -> String {
    let times = entry.responseTimes.sorted { $0.key < $1.key }.map { (String($0.key), String($0.value)) }
    var members = [
      ("name", quoted(entry.key.name)),
      ("method", quoted(entry.key.method)),
      ("last_request_timestamp", entry.lastRequestTimestamp.map { "\($0)" } ?? "null"),
      ("start_time", "\(entry.startTime)"),
      ("num_requests", "\(entry.requests)"),
      ("num_none_requests", "\(entry.requestsWithoutTime)"),
      ("num_failures", "\(entry.failures)"),
      ("total_response_time", "\(entry.totalResponseTime)"),
      ("max_response_time", "\(entry.maxResponseTime)"),
      ("min_response_time", entry.minResponseTime.map { "\($0)" } ?? "null"),
      ("total_content_length", "\(entry.contentLength)"),
      ("response_times", object(times, indent: 8)),
      ("num_reqs_per_sec", object(seconds(entry.requestsPerSecond), indent: 8)),
      ("num_fail_per_sec", object(seconds(entry.failuresPerSecond), indent: 8)),
    ]
    let additions = additions(entry)
    if !additions.isEmpty { members.append(("katydid", object(additions, indent: 8))) }
    return "    " + object(members, indent: 4)
  }

  /// What Locust doesn't measure, under a key of its own: the steps' times, and the times from the intended start.
  private static func additions(_ entry: RequestEntry) -> [(String, String)] {
    var members: [(String, String)] = []
    let steps = HTTPTiming.Step.allCases.filter { entry.steps[$0].count > 0 }.map { step in
      let time = entry.steps[step]
      return (
        "\(step)", "{\"count\": \(time.count), \"mean\": \(time.mean), \"max\": \(time.most)}"
      )
    }
    if !steps.isEmpty { members.append(("steps", object(steps, indent: 12))) }
    if entry.intendedCount > 0 {
      let shares = [0.5, 0.9, 0.95, 0.99, 1]
      let times = zip(["50", "90", "95", "99", "100"], entry.intendedPercentiles(shares)).map { ($0, String($1)) }
      members.append(
        ("intended_response_times", object([("count", String(entry.intendedCount))] + times, indent: 12)))
    }
    return members
  }

  /// A metric of the spec's own, among the entries: one that counts no requests, so that whoever sums entries up is not
  /// misled.
  private static func metric(_ metric: Metric, since start: Double) -> String {
    var values: [(String, String)] = [("kind", quoted(metric.kind.rawValue)), ("count", String(metric.count))]
    switch metric.kind {
    case .counter: values.append(("sum", "\(metric.sum)"))
    case .gauge:
      values += [("value", "\(metric.latest.value)"), ("min", "\(metric.least)"), ("max", "\(metric.most)")]
    case .trend:
      values += [("mean", "\(metric.mean)"), ("min", "\(metric.least)"), ("max", "\(metric.most)")]
      for (name, share) in [("50", 0.5), ("90", 0.9), ("95", 0.95), ("99", 0.99)] {
        values.append((name, "\(metric.percentile(share))"))
      }
    case .rate, .check: values += [("hits", String(metric.hits)), ("share", "\(metric.share)")]
    }
    let none = ["num_requests", "num_none_requests", "num_failures", "total_response_time", "max_response_time"]
    let members =
      [("name", quoted(metric.name)), ("method", quoted(metric.kind.rawValue.uppercased()))]
      + [("last_request_timestamp", "null"), ("start_time", "\(start)"), ("min_response_time", "null")]
      + (none + ["total_content_length"]).map { ($0, "0") }
      + ["response_times", "num_reqs_per_sec", "num_fail_per_sec"].map { ($0, "{}") }
      + [("katydid", object([("metric", object(values, indent: 12))], indent: 8))]
    return "    " + object(members, indent: 4)
  }

  private static func seconds(_ counts: SecondCounts) -> [(String, String)] {
    counts.seconds.map { (String($0.second), String($0.count)) }
  }

  private static func object(_ members: [(String, String)], indent: Int) -> String {
    guard !members.isEmpty else { return "{}" }
    let margin = String(repeating: " ", count: indent)
    let lines = members.map { "\(margin)    \(quoted($0.0)): \($0.1)" }
    return "{\n\(lines.joined(separator: ",\n"))\n\(margin)}"
  }

  /// A string in ASCII, as Python's json writes it.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: result += "\\\""
      case 0x5c: result += "\\\\"
      case 0x0a: result += "\\n"
      case 0x0d: result += "\\r"
      case 0x09: result += "\\t"
      case 0x08: result += "\\b"
      case 0x0c: result += "\\f"
      case 0x20..<0x7f: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
