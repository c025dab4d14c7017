import Lang

/// One thing that a rule found in a file: data, printed by the emitters.
public struct Finding: Sendable {
  /// The rule's code, `KD101`.
  public let code: String
  /// What is wrong, without a final full stop.
  public let message: String
  /// Where; the caret goes under it.
  public let span: Span
  /// What to do about it.
  public let hint: String?
  /// How it can be mended mechanically.
  public let fix: Fix?

  /// Creates a finding.
  public init(code: String, message: String, span: Span, hint: String? = nil, fix: Fix? = nil) {
    self.code = code
    self.message = message
    self.span = span
    self.hint = hint
    self.fix = fix
  }
}

/// A change of the text that mends a finding.
public struct Fix: Sendable {
  /// What it does, for people: "Replace with `User-Agent`".
  public let title: String
  /// The pieces of text to replace, in order, apart from each other.
  public let edits: [Diagnostic.Edit]
  /// Whether the code can mean nothing else afterwards but what was meant; `--fix` applies these alone.
  public let isSafe: Bool

  /// Creates a fix.
  public init(_ title: String, _ edits: [Diagnostic.Edit], isSafe: Bool = true) {
    self.title = title
    self.edits = edits
    self.isSafe = isSafe
  }

  /// A fix that replaces one piece of text.
  public init(_ title: String, replace span: Span, with text: String, isSafe: Bool = true) {
    self.init(title, [Diagnostic.Edit(span, text)], isSafe: isSafe)
  }
}

/// How bad a finding is.
public enum Severity: String, Sendable, CaseIterable {
  /// The spec won't run, or surely not as it is meant.
  case error
  /// The spec runs, but what it measures or does is hardly what is meant.
  case warning
}
