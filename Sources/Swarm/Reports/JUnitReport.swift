/// The thresholds as a JUnit XML file, which CI servers show as tests: a test case for each, a failure for a miss.
///
/// The layout is [Jenkins's](https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd).
package enum JUnitReport {
  /// The file's text.
  ///
  /// - Parameters:
  ///   - script: the locustfile.
  ///   - start: when the run began, in s since 1970.
  ///   - seconds: how long it lasted.
  package static func text(_ outcomes: [Threshold.Outcome], script: String, start: Double, seconds: Double) -> String {
    let failures = outcomes.filter { !$0.isKept }.count
    let time = Field.fixed(max(0, seconds))
    let cases = outcomes.map { outcome in
      let name = escaped(outcome.threshold.text)
      let head = "    <testcase name=\"\(name)\" classname=\"\(escaped(script))\" time=\"\(time)\""
      guard !outcome.isKept else { return head + "/>" }
      return """
        \(head)>
              <failure message="\(escaped(outcome.complaint))" type="threshold">\(escaped(outcome.complaint))</failure>
            </testcase>
        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="katydid" tests="\(outcomes.count)" failures="\(failures)" errors="0" time="\(time)">
        <testsuite name="thresholds" tests="\(outcomes.count)" failures="\(failures)" errors="0" skipped="0" \
      timestamp="\(ReportTime.iso(start))" time="\(time)">
      \(cases.joined(separator: "\n"))
        </testsuite>
      </testsuites>

      """
  }

  /// A text for XML 1.0, which has no place for most control characters.
  private static func escaped(_ text: String) -> String {
    let allowed = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.value < 0x20 && scalar != "\t" || scalar.value == 0xfffe || scalar.value == 0xffff ? "\u{fffd}" : scalar
    }
    return HTMLText.escaped(String(String.UnicodeScalarView(allowed)))
  }
}
