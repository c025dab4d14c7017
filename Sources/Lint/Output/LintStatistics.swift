/// How often each rule found something.
public enum LintStatistics {
  /// A line a rule, the most frequent first.
  public static func text(_ results: [LintResult]) -> String {
    var counts: [String: (count: Int, fixable: Int)] = [:]
    for finding in results.flatMap(\.findings) {
      counts[finding.code, default: (0, 0)].count += 1
      if finding.fix != nil { counts[finding.code]?.fixable += 1 }
    }
    let width = counts.values.map { String($0.count).count }.max() ?? 0
    return counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { code, value in
      let number = String(value.count)
      let padding = String(repeating: " ", count: width - number.count)
      return "\(padding)\(number)  \(code)  [\(value.fixable == 0 ? " " : "*")] \(RuleCatalog.rule(code)?.name ?? "")\n"
    }.joined()
  }
}
