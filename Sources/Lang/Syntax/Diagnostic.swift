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
  /// The changes of the text that mend it, where they are certain.
  public let edits: [Edit]

  /// A piece of text to put in the place of another.
  public struct Edit: Sendable, Equatable {
    /// What is replaced; empty to insert.
    public let span: Span
    /// What takes its place.
    public let text: String
    /// Creates a change.
    public init(_ span: Span, _ text: String) {
      self.span = span
      self.text = text
    }
  }

  /// Creates a diagnostic.
  public init(_ code: Code, _ message: String, at span: Span, hint: String? = nil, edits: [Edit] = []) {
    self.code = code
    self.message = message
    self.span = span
    self.hint = hint
    self.edits = edits
  }

  /// The diagnostic as a person reads it: `file:line:column: error: message [code]`, the line, a caret under the
  /// fault, and the hint.
  public func rendered(in source: SourceText) -> String {
    let position = source.position(at: Int(span.start))
    let excerpt = Excerpt(source, span)
    var text = "\(source.name):\(position.line):\(position.column): error: \(message) [\(code.rawValue)]\n"
    text += "    \(excerpt.line)\n    \(excerpt.indent)\(excerpt.carets)\n"
    if let hint { text += "    hint: \(hint)\n" }
    return text
  }
}

/// The line that a span begins in, as it is shown with carets under the span.
package struct Excerpt {
  /// The line; of a very long one the part around the span.
  package let line: String
  /// What stands before the carets.
  package let indent: String
  /// The carets.
  package let carets: String

  /// Cuts the line out of a source.
  package init(_ source: SourceText, _ span: Span) {
    let whole = source.range(ofLine: source.line(at: Int(span.start)))
    let offset = min(max(Int(span.start), whole.lowerBound), whole.upperBound)
    var part = whole
    if whole.count > 4000 {
      // All of it would be read again for each of its many faults.
      part = max(whole.lowerBound, offset - 400)..<min(whole.upperBound, offset + 1600)
    }
    func count(_ range: Range<Int>) -> Int { source.bytes[range].count { $0 & 0xC0 != 0x80 } }
    let width = max(1, count(offset..<min(max(Int(span.end), offset), part.upperBound)))
    var shown = Array(String(decoding: source.bytes[part], as: UTF8.self).unicodeScalars)
    var column = min(count(part.lowerBound..<offset), shown.count)
    if shown.count > 400 {
      let start = max(0, column - 80)
      shown = Array(shown[start..<min(shown.count, start + 240)])
      column -= start
    }
    line = String(String.UnicodeScalarView(shown))
    // A tab stays a tab, so that the caret stands under its character whatever the terminal's tab width.
    indent = String(String.UnicodeScalarView(shown.prefix(column).map { $0 == "\t" ? "\t" : " " }))
    carets = String(repeating: "^", count: min(width, max(1, shown.count - column)))
  }
}
