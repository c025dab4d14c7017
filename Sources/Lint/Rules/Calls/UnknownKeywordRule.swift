import Lang

/// KD202: a call with a keyword argument that the function doesn't have.
enum UnknownKeywordRule: Rule {
  static let info = RuleInfo(
    "KD202", "unknown-keyword", .error,
    summary: "A call names a keyword argument that the function doesn't have, or one that is given already.",
    why: """
      The call raises TypeError when it is reached. `client.get(..., header={...})` is the classic: the argument is \
      called `headers`.
      """,
    bad: """
      self.client.get("/", header={"Accept": "*/*"})
      """,
    good: """
      self.client.get("/", headers={"Accept": "*/*"})
      """,
    fix: "A keyword that is nearly one that exists is replaced by it (unsafe).")

  static func check(_ file: FileModel, _ report: Reporter) {
    for call in file.calls where !call.keywords.isEmpty && !call.place.isGuarded && !report.isFull {
      guard let (signature, name) = file.signature(call) else { continue }
      let hasStar = call.arguments.contains { if case .starred = $0.kind { true } else { false } }
      let known = signature.keywords
      let taken = hasStar ? [] : signature.positional.prefix(call.arguments.count)
      for keyword in call.keywords where !report.isFull {
        guard let given = keyword.name else { continue }
        let span = Span(Int(keyword.span.start), Int(keyword.span.start) + given.utf8.count)
        if taken.contains(where: { $0.name == given }), known.contains(given) {
          report("\(name) gets '\(given)' twice: by position and by name", at: span)
        } else if !known.contains(given), signature.keywordVariadic == nil {
          if MisplacedKeywordRule.isMisplaced(keyword, in: call, file) { continue }
          let near = Spelling.nearest(given, among: known)
          report(
            "\(name) has no argument '\(given)'", at: span,
            hint: near.map { "did you mean '\($0)'?" } ?? "it is called as \(name.dropLast(2))\(signature.text)",
            fix: near.map { Fix("Replace with '\($0)'", replace: span, with: $0, isSafe: false) })
        }
      }
    }
  }
}
