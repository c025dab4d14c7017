import Lang

/// SARIF 2.1.0 (OASIS), which GitHub's code scanning and many editors read.
enum SARIFEmitter {
  private struct Text: Encodable { let text: String }
  private struct RuleEntry: Encodable {
    let id: String
    let name: String
    let shortDescription: Text
    let fullDescription: Text
    let defaultConfiguration: Level
  }
  private struct Level: Encodable { let level: String }
  private struct Driver: Encodable {
    let name = "katydid lint"
    let rules: [RuleEntry]
  }
  private struct Tool: Encodable { let driver: Driver }
  private struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int

    init(_ source: SourceText, _ span: Span) {
      let start = source.position(at: Int(span.start))
      let end = source.position(at: max(Int(span.start), min(Int(span.end), source.bytes.count)))
      (startLine, startColumn, endLine, endColumn) = (start.line, start.column, end.line, end.column)
    }
  }
  private struct Artifact: Encodable { let uri: String }
  private struct Physical: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }
  private struct Location: Encodable { let physicalLocation: Physical }
  private struct Replacement: Encodable {
    let deletedRegion: Region
    let insertedContent: Text
  }
  private struct Change: Encodable {
    let artifactLocation: Artifact
    let replacements: [Replacement]
  }
  private struct Remedy: Encodable {
    let description: Text
    let artifactChanges: [Change]
  }
  private struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Text
    let locations: [Location]
    let fixes: [Remedy]?
  }
  private struct Run: Encodable {
    let tool: Tool
    // Columns count code points, as everywhere in lint.
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }
  private struct Log: Encodable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }

  static func render(_ results: [LintResult]) -> String {
    let rules = RuleCatalog.all
    let entries = rules.map {
      RuleEntry(
        id: $0.code, name: $0.name, shortDescription: Text(text: $0.summary), fullDescription: Text(text: $0.why),
        defaultConfiguration: Level(level: $0.severity.rawValue))
    }
    let index = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.code, $0) })
    let found = results.flatMap { result in
      result.findings.map { self.result($0, in: result.source, index[$0.code] ?? -1) }
    }
    let log = Log(runs: [Run(tool: Tool(driver: Driver(rules: entries)), results: found)])
    return JSONEmitter.encode(log, pretty: true, snakeCase: false) + "\n"
  }

  private static func result(_ finding: Finding, in source: SourceText, _ index: Int) -> Result {
    let file = Artifact(uri: uri(source.name))
    let fixes = finding.fix.map { fix in
      let replacements = fix.edits.map {
        Replacement(deletedRegion: Region(source, $0.span), insertedContent: Text(text: $0.text))
      }
      return [
        Remedy(
          description: Text(text: fix.title),
          artifactChanges: [Change(artifactLocation: file, replacements: replacements)])
      ]
    }
    return Result(
      ruleId: finding.code, ruleIndex: index, level: finding.severity.rawValue,
      message: Text(text: finding.message + (finding.hint.map { "; " + $0 } ?? "")),
      locations: [
        Location(physicalLocation: Physical(artifactLocation: file, region: Region(source, finding.span)))
      ],
      fixes: fixes)
  }

  /// A path as a reference that RFC 3986 allows.
  private static func uri(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      let isPlain =
        Lexer.isDigit(byte) || byte < 0x80 && Lexer.isNameStart(byte) || "/-.~".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      text += isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
    }
    return text
  }
}
