import Lang

/// KD206: a method that is named and not called.
enum UncalledMethodRule: Rule {
  static let info = RuleInfo(
    "KD206", "uncalled-method", .error,
    summary: "A method is named, but not called: the brackets are missing.",
    why: """
      `response.success` as a statement does nothing at all, and `response.json["id"]` raises TypeError: a method is \
      called by brackets.
      """,
    bad: """
      with self.client.get("/", catch_response=True) as response:
          response.success
      """,
    good: """
      with self.client.get("/", catch_response=True) as response:
          response.success()
      """,
    fix: "The brackets are put in, if the method needs no arguments.")

  static func check(_ file: FileModel, _ report: Reporter) {
    for (expression, place) in file.uncalled where !place.isGuarded {
      let signature: CallSignature?
      switch file.known(expression, in: place.scope) {
      case .method(let value)?: signature = Introspection.signature(value)?.bound
      case .localFunction(let function, true)?: signature = function.signature.bound
      default: continue
      }
      let isPlain = signature.map { $0.positional.allSatisfy { !$0.isRequired } } ?? false
      let end = Int(expression.span.end)
      report(
        "'\(expression.kind.shortName)' is a method and isn't called", at: expression.span,
        hint: "write \(file.text(expression.span))(\(isPlain ? "" : "…"))",
        fix: isPlain ? Fix("Call it", replace: Span(end, end), with: "()") : nil)
    }
  }
}
