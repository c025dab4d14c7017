import Lang

/// JUnit's XML: a suite a file, a failed case a finding; a file without findings is a case that passed.
enum JUnitEmitter {
  static func render(_ results: [LintResult]) -> String {
    let total = results.reduce(0) { $0 + max(1, $1.findings.count) }
    let failures = results.reduce(0) { $0 + $1.findings.count }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"katydid lint\" tests=\"\(total)\" failures=\"\(failures)\" errors=\"0\">\n"
    for result in results { text += suite(result) }
    return text + "</testsuites>\n"
  }

  private static func suite(_ result: LintResult) -> String {
    let name = escaped(result.source.name)
    let count = result.findings.count
    var text =
      "  <testsuite name=\"\(name)\" tests=\"\(max(1, count))\" failures=\"\(count)\" errors=\"0\" "
      + "package=\"katydid.lint\">\n"
    if count == 0 { text += "    <testcase name=\"\(name)\" classname=\"\(name)\"/>\n" }
    for finding in result.findings {
      let start = result.start(finding)
      let place = "line=\"\(start.line)\" column=\"\(start.column)\""
      text += "    <testcase name=\"\(finding.code) \(finding.name)\" classname=\"\(name)\" \(place)>\n"
      let detail =
        "line \(start.line), column \(start.column): \(finding.message)\(finding.hint.map { "\nhint: " + $0 } ?? "")"
      text += "      <failure type=\"\(finding.severity.rawValue)\" message=\"\(escaped(finding.message))\">"
      text += "\(escaped(detail))</failure>\n    </testcase>\n"
    }
    return text + "  </testsuite>\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      // XML 1.0 can't hold other control characters in any way.
      case _ where scalar.value < 32 && scalar != "\t": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
