import Lang

/// KD201: a call with too many or too few arguments.
enum ArgumentCountRule: Rule {
  static let info = RuleInfo(
    "KD201", "argument-count", .error,
    summary: "A call gives too many arguments, or leaves out one that is needed.",
    why: """
      The call raises TypeError when it is reached. Functions and classes of the file are checked, those of Python's \
      library, and everything that Locust has: the signatures are those of the functions that will be called.
      """,
    bad: """
      wait_time = between(1)
      """,
    good: """
      wait_time = between(1, 5)
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    for call in file.calls where !call.hasSpread && !call.place.isGuarded && !report.isFull {
      guard let (signature, name) = file.signature(call) else { continue }
      let given = call.arguments.count
      if given > signature.positional.count, signature.variadic == nil {
        let extra = call.arguments[signature.positional.count].span.union(call.arguments[given - 1].span)
        let count = signature.positional.count
        report(
          "\(name) takes \(count == 0 ? "no" : "at most \(count)") positional argument\(count == 1 ? "" : "s"), "
            + "\(given) \(given == 1 ? "is" : "are") given", at: extra,
          hint: "it is called as \(name.dropLast(2))\(signature.text)")
        continue
      }
      let needed =
        signature.positional.dropFirst(given).filter(\.isRequired) + signature.keywordOnly.filter(\.isRequired)
      guard !needed.isEmpty else { continue }
      let keywords = Set(call.keywords.compactMap(\.name))
      let missing = needed.filter { !keywords.contains($0.name) }
      guard !missing.isEmpty else { continue }
      // A keyword that nobody knows is the better finding.
      if signature.keywordVariadic == nil, !keywords.isSubset(of: signature.keywords) { continue }
      let names = missing.map { "'\($0.name)'" }.joined(separator: ", ")
      report(
        "\(name) lacks its argument\(missing.count == 1 ? "" : "s") \(names)",
        at: Span(Int(call.function.span.start), Int(call.span.end)),
        hint: "it is called as \(name.dropLast(2))\(signature.text)")
    }
  }
}
