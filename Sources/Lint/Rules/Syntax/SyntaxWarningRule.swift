import Lang

/// KD007: what Python's own compiler warns of.
enum SyntaxWarningRule: Rule {
  static let info = RuleInfo(
    "KD007", "syntax-warning", .warning,
    summary: "Something that is Python, but was hardly meant.",
    why: """
      CPython warns of a few things when it compiles a file: `is` with a literal, an assertion of a tuple (which is \
      always true), a call or an index of what has none, mostly for a comma that is missing. Katydid shows the same \
      warnings when a run begins; here they are found before.
      """,
    bad: """
      if response.status_code is 200:
          response.success()
      """,
    good: """
      if response.status_code == 200:
          response.success()
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    // The body of a `finally` has its warnings twice.
    var seen: Set<Span> = []
    for warning in file.warnings where seen.insert(warning.span).inserted {
      report(warning.message, at: warning.span)
    }
  }
}
