import Lang

/// GitLab's report of code quality.
enum GitLabEmitter {
  private struct Lines: Encodable { let begin: Int }
  private struct Location: Encodable {
    let path: String
    let lines: Lines
  }
  private struct Issue: Encodable {
    let checkName: String
    let description: String
    let fingerprint: String
    let severity: String
    let location: Location
  }

  static func render(_ results: [LintResult]) -> String {
    var seen: [String: Int] = [:]
    let issues = results.flatMap { result in
      result.findings.map { finding in
        let line = result.start(finding).line
        // The text of the line, not its number: an issue stays the same when lines are added above it.
        let key = "\(result.source.name)|\(finding.code)|\(result.source.text(ofLine: line))|\(finding.message)"
        let count = seen[key, default: 0]
        seen[key] = count + 1
        return Issue(
          checkName: finding.code, description: "\(finding.code) \(finding.message)",
          fingerprint: fingerprint("\(key)|\(count)"),
          severity: finding.severity == .error ? "major" : "minor",
          location: Location(path: result.source.name, lines: Lines(begin: line)))
      }
    }
    return JSONEmitter.encode(issues, pretty: true) + "\n"
  }

  /// A 64-bit FNV-1a hash in hexadecimal: GitLab only asks that it differs from issue to issue.
  private static func fingerprint(_ text: String) -> String {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
