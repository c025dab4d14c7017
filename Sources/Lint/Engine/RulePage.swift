extension RuleInfo {
  /// The rule's page as Markdown: what `--explain` prints and `docs/rules` holds.
  public var page: String {
    var text = "# \(code) \(name)\n\n"
    text += "Group: \(group). Severity: \(severity.rawValue).\(isDefault ? "" : " Off unless it is selected.")\n\n"
    text += "## What it finds\n\n\(summary)\n\n## Why\n\n\(RuleInfo.wrapped(why))\n\n"
    text += "## Example\n\n```python\n\(bad)\n```\n\nWrite instead:\n\n```python\n\(good)\n```\n\n"
    text += "## Fix\n\n\(fix ?? "None: what is meant has to be decided by a person.")\n\n"
    text += "To silence it on one line, end the line with `# noqa: \(code)`.\n"
    return text
  }

  /// The list of all rules as Markdown: `docs/rules/README.md`.
  public static func index(_ rules: [RuleInfo]) -> String {
    var text = "# Rules of katydid lint\n\nMade of the rules' own data; `katydid lint --explain CODE` prints a page.\n"
    text += "🔧 marks what `--fix` can mend, with `--unsafe-fixes` where the page says so.\n"
    var group = ""
    for rule in rules {
      if rule.group != group {
        group = rule.group
        text += "\n## \(group)\n\n| code | name | severity | finds |\n|---|---|---|---|\n"
      }
      let mark = (rule.fix == nil ? "" : " 🔧") + (rule.isDefault ? "" : " (off by default)")
      text +=
        "| [\(rule.code)](\(rule.code).md) | \(rule.name)\(mark) | \(rule.severity.rawValue) | \(rule.summary) |\n"
    }
    return text
  }

  /// A paragraph in lines of at most 110 characters.
  private static func wrapped(_ text: String) -> String {
    var lines: [String] = [""]
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if lines[lines.count - 1].count + word.count >= 110 { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines.joined(separator: "\n")
  }
}
