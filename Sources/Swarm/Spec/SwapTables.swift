import Runtime

/// What the end of a run says of changes of the spec: a line for each, and the statistics under each version.
enum SwapTables {
  /// The lines; none when the spec has not changed.
  static func lines(_ history: VersionHistory, terminalWidth: Int?) -> [String] {
    guard !history.swaps.isEmpty else { return [] }
    var lines = ["Versions of the spec", "Version  Time      Files     Users  Changed over in  By"]
    for swap in history.swaps {
      lines.append(
        [
          Field.left("\(swap.version)", 7), ReportTime.clock(swap.time), Field.left(swap.id, 8),
          Field.left("\(swap.users)", 5), Field.left(swap.durationText, 15),
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
}
