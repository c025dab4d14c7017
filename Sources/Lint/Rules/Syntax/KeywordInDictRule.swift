import Lang

/// KD006: `{…, name=value}`.
enum KeywordInDictRule: Rule {
  static let info = RuleInfo(
    "KD006", "keyword-in-dict", .error,
    summary: "A keyword argument stands within a dict whose brace closes too late.",
    why: """
      `client.get(url, headers={"Accept": "*/*", name="/x"})` means `headers={"Accept": "*/*"}, name="/x"`: the brace \
      slipped behind the next argument. Python can only say "invalid syntax"; this rule knows where the brace belongs.
      """,
    bad: """
      self.client.get("/", headers={"Accept": "*/*", name="/start"})
      """,
    good: """
      self.client.get("/", headers={"Accept": "*/*"}, name="/start")
      """,
    fix: "The brace is moved in front of the comma.")

  static func check(_ file: FileModel, _ report: Reporter) {
    for fault in file.diagnostics where fault.code == .syntaxError && !fault.edits.isEmpty {
      report(
        fault.message, at: fault.span, hint: fault.hint, fix: Fix("Close the dict before the argument", fault.edits))
    }
  }
}
