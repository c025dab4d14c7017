import Foundation
import Runtime

/// What the end of a run says of changes of the spec: a line for each, and the statistics under each version.
enum SwapTables {
  /// The lines; none when the spec has not changed.
  static func lines(_ history: VersionHistory, terminalWidth: Int?) -> [String] {
    guard !history.swaps.isEmpty else { return [] }
    var lines = ["Versions of the spec", "Version  Time      Files     Users  Changed over in  By"]
    for swap in history.swaps {
      let duration = swap.duration.map { "\(Int(($0 * 1000).rounded())) ms" } ?? "not finished"
      lines.append(
        [
          pad("\(swap.version)", 7), clock(swap.time), pad(swap.id, 8), pad("\(swap.users)", 5), pad(duration, 15),
          swap.cause,
        ].joined(separator: "  "))
    }
    lines.append("")
    for (version, statistics) in history.statistics.sorted(by: { $0.key < $1.key })
    where statistics.total.requests > 0 {
      lines.append("Under version \(version)")
      lines += Tables(statistics, terminalWidth: terminalWidth).requests(isFinal: true)
    }
    return lines
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func clock(_ time: Double) -> String {
    var seconds = time_t(time)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { ($0 < 10 ? "0" : "") + "\($0)" }.joined(separator: ":")
  }
}
