import Runtime

/// The final entries as JSON, with Locust's keys and layout (`json.dumps(…, indent=4)`).
package enum JSONReport {
  /// The text, without a final newline.
  package static func text(_ statistics: Statistics) -> String {
    let entries = statistics.entries.filter { $0.requests > 0 || $0.failures > 0 }.map(entry)
    return entries.isEmpty ? "[]" : "[\n\(entries.joined(separator: ",\n"))\n]"
  }

  private static func entry(_ entry: RequestEntry) -> String {
    let times = entry.responseTimes.sorted { $0.key < $1.key }.map { (String($0.key), String($0.value)) }
    let members = [
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
