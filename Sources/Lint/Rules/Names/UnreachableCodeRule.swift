import Lang

/// KD108: statements that nothing can reach.
enum UnreachableCodeRule: Rule {
  static let info = RuleInfo(
    "KD108", "unreachable-code", .warning,
    summary: "Statements stand after one that always leaves their block.",
    why: """
      They are never run: requests after a `return` that was put in for a try, checks after a `raise`. What is \
      deliberately switched off is clearer as a comment.
      """,
    bad: """
      self.client.get("/")
      return
      self.client.get("/second")
      """,
    good: """
      self.client.get("/")
      self.client.get("/second")
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    for dead in file.deadCode {
      report("this can't be reached: '\(dead.after)' before it leaves the block", at: dead.span)
    }
  }
}
