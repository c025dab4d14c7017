import Foundation
import Lang

/// The findings as JSON: one array, or an object a line.
enum JSONEmitter {
  private struct Place: Encodable {
    let row: Int
    let column: Int

    init(_ source: SourceText, _ offset: Int32) {
      let position = source.position(at: min(Int(offset), source.bytes.count))
      (row, column) = (position.line, position.column)
    }
  }

  private struct Edit: Encodable {
    let content: String
    let location: Place
    let endLocation: Place
  }

  private struct Remedy: Encodable {
    /// `safe` or `unsafe`.
    let applicability: String
    let message: String
    let edits: [Edit]
  }

  private struct Entry: Encodable {
    let code: String
    let name: String
    let severity: String
    let message: String
    let hint: String?
    let filename: String
    let location: Place
    let endLocation: Place
    let fix: Remedy?

    init(_ finding: Finding, in source: SourceText) {
      code = finding.code
      name = finding.name
      severity = finding.severity.rawValue
      message = finding.message
      hint = finding.hint
      filename = source.name
      location = Place(source, finding.span.start)
      endLocation = Place(source, max(finding.span.start, finding.span.end))
      fix = finding.fix.map { fix in
        Remedy(
          applicability: fix.isSafe ? "safe" : "unsafe", message: fix.title,
          edits: fix.edits.map {
            Edit(content: $0.text, location: Place(source, $0.span.start), endLocation: Place(source, $0.span.end))
          })
      }
    }
  }

  static func render(_ results: [LintResult]) -> String {
    let entries = results.flatMap { result in result.findings.map { Entry($0, in: result.source) } }
    return encode(entries, pretty: true) + "\n"
  }

  static func renderLines(_ results: [LintResult]) -> String {
    results.flatMap { result in result.findings.map { encode(Entry($0, in: result.source), pretty: false) + "\n" } }
      .joined()
  }

  /// A value as JSON text: keys in snake case and in order, slashes as they are.
  static func encode(_ value: some Encodable, pretty: Bool, snakeCase: Bool = true) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes] : [.sortedKeys, .withoutEscapingSlashes]
    if snakeCase { encoder.keyEncodingStrategy = .convertToSnakeCase }
    // These types hold nothing that JSON can't say.
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }
}
