import Lang

/// KD317: a `wait_time` that can't be called.
enum WaitTimeValueRule: Rule {
  static let info = RuleInfo(
    "KD317", "wait-time-value", .error,
    summary: "wait_time is set to something that can't be called, or to a wait function without its arguments.",
    why: """
      wait_time is called after each task to ask for the seconds to wait. A number raises TypeError then, after the \
      first task of every user.
      """,
    bad: """
      wait_time = 5
      """,
    good: """
      wait_time = constant(5)
      """,
    fix: "A number is put into constant(), a pair into between(), where these are imported.")

  static func check(_ file: FileModel, _ report: Reporter) {
    for cls in file.classes where cls.role?.isUser == true || cls.role?.isTaskSet == true {
      guard let binding = cls.own("wait_time"), case .assignment(let value) = binding.kind else { continue }
      switch value.kind {
      case .constant(.int), .constant(.float):
        tell(value, "constant(\(file.text(value.span)))", "constant", cls, file, report)
      case .tuple(let pair) where pair.count == 2, .list(let pair) where pair.count == 2:
        tell(value, "between(\(file.text(pair[0].span)), \(file.text(pair[1].span)))", "between", cls, file, report)
      case .constant(.string), .list, .tuple, .dict:
        report("wait_time can't be called", at: value.span, hint: "write wait_time = between(1, 5)")
      case .name(let name):
        guard ["between", "constant", "constant_pacing", "constant_throughput", "poisson"].contains(name),
          file.isLocust(value, name, in: cls.scope)
        else { continue }
        report(
          "\(name) is named, but not called", at: value.span,
          hint: "write wait_time = \(name)(\(name == "between" ? "1, 5" : "1"))")
      default: break
      }
    }
  }

  private static func tell(
    _ value: Expr, _ text: String, _ function: String, _ cls: ClassModel, _ file: FileModel, _ report: Reporter
  ) {
    let isThere = cls.scope.resolve(function) != nil
    report(
      "wait_time can't be called", at: value.span,
      hint: "write wait_time = \(text)\(isThere ? "" : ", and import \(function) from locust")",
      fix: isThere ? Fix("Write \(text)", replace: value.span, with: text) : nil)
  }
}
