import Lang

/// KD109: a variable that hides a built-in name.
enum ShadowedBuiltinRule: Rule {
  static let info = RuleInfo(
    "KD109", "shadowed-builtin", .warning,
    summary: "A variable, parameter or function has the name of a built-in one and hides it.",
    why: """
      `list = [1, 2]` makes every later `list(...)` of the same scope fail with "'list' object is not callable". Names \
      such as `id` and `input` are popular all the same, so the rule is off unless it is selected.
      """,
    bad: """
      def visit(user, list):
          user.client.get("/")
      """,
    good: """
      def visit(user, pages):
          user.client.get("/")
      """, isDefault: false)

  static func check(_ file: FileModel, _ report: Reporter) {
    for scope in file.scopes where scope.kind != .classBody && scope.kind != .comprehension {
      var told: Set<String> = []
      for binding in scope.allBindings
      where file.knowledge.builtinNames.contains(binding.name) && !binding.isImport && !binding.isGuarded {
        guard !binding.name.hasPrefix("__"), told.insert(binding.name).inserted else { continue }
        report("'\(binding.name)' hides the built-in of that name", at: binding.span, hint: "give it another name")
      }
    }
  }
}
