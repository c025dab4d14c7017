import Lang

/// A way to print findings.
public enum OutputFormat: String, Sendable, CaseIterable {
  case full, concise, json
  case jsonLines = "json-lines"
  case github, gitlab, junit, sarif

  /// The findings of all files as a text that ends in a newline, empty when there is nothing to say.
  ///
  /// - Parameter colours: whether the terminal takes colours; only `full` and `concise` use them.
  public func render(_ results: [LintResult], colours: Bool = false) -> String {
    switch self {
    case .full: FullEmitter(hasColours: colours).render(results)
    case .concise: ConciseEmitter(hasColours: colours).render(results)
    case .json: JSONEmitter.render(results)
    case .jsonLines: JSONEmitter.renderLines(results)
    case .github: GitHubEmitter.render(results)
    case .gitlab: GitLabEmitter.render(results)
    case .junit: JUnitEmitter.render(results)
    case .sarif: SARIFEmitter.render(results)
    }
  }
}

extension LintResult {
  /// Where a finding begins.
  func start(_ finding: Finding) -> SourceText.Position { source.position(at: Int(finding.span.start)) }

  /// Where a finding ends: the column after its last character.
  func end(_ finding: Finding) -> SourceText.Position {
    source.position(at: max(Int(finding.span.start), min(Int(finding.span.end), source.bytes.count)))
  }
}

extension Finding {
  /// The name of the rule.
  var name: String { RuleCatalog.rule(code)?.name ?? code }
  /// How bad it is.
  public var severity: Severity { RuleCatalog.rule(code)?.severity ?? .error }
}

/// The colours of a terminal (ECMA-48, "select graphic rendition").
struct Colours {
  let isOn: Bool

  func paint(_ text: String, _ code: Int) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
  func bold(_ text: String) -> String { paint(text, 1) }
  func severity(_ text: String, _ severity: Severity) -> String { paint(text, severity == .error ? 31 : 33) }
}
