import Lang

/// What was found in one file, with the file's text for those who show it.
public struct LintResult {
  /// The file.
  public let source: SourceText
  /// What was found, in the order of the places.
  public let findings: [Finding]

  /// Creates a result.
  public init(source: SourceText, findings: [Finding]) {
    self.source = source
    self.findings = findings
  }
}
