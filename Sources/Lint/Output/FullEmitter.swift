import Lang

/// The finding with its line, a caret under the fault, and the hint.
struct FullEmitter {
  let hasColours: Bool

  func render(_ results: [LintResult]) -> String {
    var text = ""
    for result in results { for finding in result.findings { text += render(finding, in: result) } }
    return text
  }

  private func render(_ finding: Finding, in result: LintResult) -> String {
    let colours = Colours(isOn: hasColours)
    let source = result.source
    let start = result.start(finding)
    let excerpt = Excerpt(source, finding.span)
    let place = "\(source.name):\(start.line):\(start.column):"
    let title = colours.severity("\(finding.severity.rawValue)", finding.severity)
    var text = "\(colours.bold(place)) \(title): \(finding.message) [\(finding.code) \(finding.name)]\n"
    let number = String(start.line)
    let margin = String(repeating: " ", count: number.count)
    text += "  \(number) | \(excerpt.line)\n"
    text += "  \(margin) | \(excerpt.indent)\(colours.severity(excerpt.carets, finding.severity))\n"
    if let hint = finding.hint { text += "  \(margin) = hint: \(hint)\n" }
    if let fix = finding.fix {
      text += "  \(margin) = fix: \(fix.title) (--fix\(fix.isSafe ? "" : " --unsafe-fixes"))\n"
    }
    return text + "\n"
  }
}
