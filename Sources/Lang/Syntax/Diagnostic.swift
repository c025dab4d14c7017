/// One fault found in a spec before it runs: data, printed by whoever reports it.
public struct Diagnostic: Error, Sendable, Equatable {
  /// What kind of fault: the stable code that documentation and machine-readable output use.
  public enum Code: String, Sendable {
    /// The text is not Python 3.11.
    case syntaxError = "syntax-error"
    /// Python, but outside the subset that Katydid runs.
    case unsupported = "unsupported"
  }

  /// The kind of fault.
  public let code: Code
  /// What is wrong, in CPython's words where CPython has good ones; without a final full stop.
  public let message: String
  /// Where: the caret goes under it.
  public let span: Span
  /// What to do about it, often the corrected line.
  public let hint: String?

  /// Creates a diagnostic.
  public init(_ code: Code, _ message: String, at span: Span, hint: String? = nil) {
    self.code = code
    self.message = message
    self.span = span
    self.hint = hint
  }

  /// The diagnostic as a person reads it: `file:line:column: error: message [code]`, the line, a caret under the
  /// fault, and the hint.
  public func rendered(in source: SourceText) -> String {
    let position = source.position(at: Int(span.start))
    let line = source.text(ofLine: position.line)
    let lineRange = source.range(ofLine: position.line)
    let end = source.position(at: min(Int(span.end), lineRange.upperBound))
    let width = end.line == position.line ? max(1, end.column - position.column) : 1
    var shown = Array(line.unicodeScalars)
    var column = position.column - 1
    // Of a very long line only the part around the fault is shown.
    if shown.count > 400 {
      let start = max(0, column - 80)
      shown = Array(shown[start..<min(shown.count, start + 240)])
      column -= start
    }
    // A tab stays a tab, so that the caret stands under its character whatever the terminal's tab width.
    let indent = String(String.UnicodeScalarView(shown.prefix(column).map { $0 == "\t" ? "\t" : " " }))
    let carets = String(repeating: "^", count: min(width, max(1, shown.count - column)))
    var text = "\(source.name):\(position.line):\(position.column): error: \(message) [\(code.rawValue)]\n"
    text += "    \(String(String.UnicodeScalarView(shown)))\n    \(indent)\(carets)\n"
    if let hint { text += "    hint: \(hint)\n" }
    return text
  }
}
