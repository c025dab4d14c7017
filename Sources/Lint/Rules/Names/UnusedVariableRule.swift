import Lang

/// KD103: a local variable that nothing reads.
enum UnusedVariableRule: Rule {
  static let info = RuleInfo(
    "KD103", "unused-variable", .warning,
    summary: "A local variable is assigned to and never read.",
    why: """
      Often the line that was meant to use it is missing or names another variable: a response that is fetched and \
      never checked, say. A name that begins with an underscore is taken as unused on purpose.
      """,
    bad: """
      response = self.client.get("/")
      """,
    good: """
      response = self.client.get("/")
      assert "Welcome" in response.text
      """,
    fix: "The assignment is removed, what it calls stays (unsafe).")

  static func check(_ file: FileModel, _ report: Reporter) {
    for scope in file.scopes where scope.kind == .function && !scope.isOpen {
      for binding in scope.allBindings where !binding.isRead && !binding.name.hasPrefix("_") {
        switch binding.kind {
        case .assignment(let value):
          // Of `a = b = 1` and the like only the plain form can be mended.
          let starts = binding.statement.start == binding.span.start && value.span.start > binding.span.end
          let fix =
            starts && value.kind.isCall
            ? Fix(
              "Remove the assignment", replace: Span(Int(binding.statement.start), Int(value.span.start)), with: "",
              isSafe: false) : nil
          tell(binding, report, fix)
        case .exception: tell(binding, report, nil)
        default: break
        }
      }
    }
  }

  private static func tell(_ binding: Binding, _ report: Reporter, _ fix: Fix?) {
    report(
      "'\(binding.name)' is assigned to but never used", at: binding.span,
      hint: "use it, or name it '_\(binding.name)' if that is meant", fix: fix)
  }
}

extension ExprKind {
  /// Whether it is a call.
  var isCall: Bool { if case .call = self { true } else { false } }
}
