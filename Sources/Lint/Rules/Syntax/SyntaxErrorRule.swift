import Lang

/// KD001: the text is not Python.
enum SyntaxErrorRule: Rule {
  static let info = RuleInfo(
    "KD001", "syntax-error", .error,
    summary: "The file is not Python 3.11.",
    why: """
      A file with a syntax error can't be run at all. Every faulty statement of the file is reported, not the first \
      alone. A file that is no text (binary data, invalid UTF-8, null bytes) is reported the same way.
      """,
    bad: """
      def index(user)
          user.client.get("/")
      """,
    good: """
      def index(user):
          user.client.get("/")
      """)

  /// A file with more faults than that is no Python at all.
  private static let maximum = 100

  static func check(_ file: FileModel, _ report: Reporter) {
    var last: Diagnostic?
    var count = 0
    for fault in file.diagnostics where fault.code == .syntaxError && fault.edits.isEmpty {
      // One place can be at fault for several statements.
      if let last, last.span == fault.span, last.message == fault.message { continue }
      last = fault
      count += 1
      if count <= maximum { report(fault.message, at: fault.span, hint: fault.hint) }
    }
    if count > maximum, let last {
      report("\(count - maximum) more syntax errors are not shown", at: last.span)
    }
  }
}
