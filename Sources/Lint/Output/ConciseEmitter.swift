import Lang

/// One line a finding: `file:line:column: CODE message`.
struct ConciseEmitter {
  let hasColours: Bool

  func render(_ results: [LintResult]) -> String {
    let colours = Colours(isOn: hasColours)
    var text = ""
    for result in results {
      for finding in result.findings {
        let start = result.start(finding)
        let mark = finding.fix.map { $0.isSafe ? " [*]" : " [-]" } ?? ""
        text +=
          "\(result.source.name):\(start.line):\(start.column): "
          + "\(colours.severity(finding.code, finding.severity))\(mark) \(finding.message)\n"
      }
    }
    return text
  }
}
