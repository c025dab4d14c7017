import Lang

/// KD002: Python, but not what the interpreter carries.
enum UnsupportedSyntaxRule: Rule {
  static let info = RuleInfo(
    "KD002", "unsupported-syntax", .error,
    summary: "A construct of Python that Katydid doesn't run.",
    why: """
      Katydid runs a strict subset of Python 3.11 and refuses the rest before a run begins, so that nothing is silently \
      different. The finding is made by the interpreter's own compiler and says what to write instead.
      """,
    bad: """
      async def index(self):
          await self.client.get("/")
      """,
    good: """
      def index(self):
          self.client.get("/")
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    for fault in file.diagnostics where fault.code == .unsupported {
      report(fault.message, at: fault.span, hint: fault.hint)
    }
  }
}
