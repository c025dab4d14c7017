import Lang

/// KD303: `between(5, 1)`.
enum SwappedWaitTimeRule: Rule {
  static let info = RuleInfo(
    "KD303", "swapped-wait-time", .warning,
    summary: "The lower bound of between() is above the upper one.",
    why: "The wait is drawn from the range all the same, but whoever reads the spec is misled about it.",
    bad: """
      wait_time = between(5, 1)
      """,
    good: """
      wait_time = between(1, 5)
      """,
    fix: "The bounds are swapped.")

  static func check(_ file: FileModel, _ report: Reporter) {
    for call in file.calls
    where call.arguments.count == 2 && call.function.kind.dottedName?.hasSuffix("between") == true {
      guard file.isLocust(call.function, "between", in: call.place.scope),
        let low = call.arguments[0].kind.number, let high = call.arguments[1].kind.number, low > high
      else { continue }
      let (first, second) = (call.arguments[0].span, call.arguments[1].span)
      report(
        "the bounds of between() are swapped", at: first.union(second), hint: "write the smaller one first",
        fix: Fix(
          "Swap the bounds",
          [Diagnostic.Edit(first, file.text(second)), Diagnostic.Edit(second, file.text(first))]))
    }
  }
}

extension FileModel {
  /// Whether an expression is Locust's function or class of a name.
  func isLocust(_ expression: Expr, _ name: String, in scope: ScopeModel) -> Bool {
    guard case .value(let value)? = known(expression, in: scope), let wanted = knowledge.member("locust", name) else {
      return false
    }
    return value.bits == wanted.bits
  }
}
