import Lang

/// Workflow commands that make GitHub Actions annotate a pull request.
enum GitHubEmitter {
  static func render(_ results: [LintResult]) -> String {
    var text = ""
    for result in results {
      for finding in result.findings {
        let start = result.start(finding)
        let end = result.end(finding)
        let properties = [
          "file=\(property(result.source.name))", "line=\(start.line)", "col=\(start.column)", "endLine=\(end.line)",
          "endColumn=\(end.column)", "title=\(property("katydid (\(finding.code) \(finding.name))"))",
        ]
        let message = finding.message + (finding.hint.map { "\n" + $0 } ?? "")
        text += "::\(finding.severity.rawValue) \(properties.joined(separator: ","))::\(escaped(message))\n"
      }
    }
    return text
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
