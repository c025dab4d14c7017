import Lang

/// KD304: `min_wait` and `max_wait` beside `wait_time`.
enum MixedWaitTimeRule: Rule {
  static let info = RuleInfo(
    "KD304", "mixed-wait-time", .warning,
    summary: "min_wait or max_wait, in milliseconds, stand beside wait_time, in seconds.",
    why: """
      wait_time wins, so the other two mean nothing, but whoever changes them expects an effect. They are the way to \
      write it before Locust 0.13.
      """,
    bad: """
      wait_time = between(1, 5)
      min_wait = 1000
      """,
    good: """
      wait_time = between(1, 5)
      """,
    fix: "The old attribute is removed.")

  static func check(_ file: FileModel, _ report: Reporter) {
    for cls in file.classes where cls.role != nil && cls.inherited("wait_time") != nil {
      for name in ["min_wait", "max_wait"] {
        guard let binding = cls.own(name) else { continue }
        report(
          "'\(name)' has no effect beside wait_time", at: binding.span,
          hint: "remove it; wait_time is in seconds, '\(name)' was in milliseconds",
          fix: cls.own("wait_time") == nil
            ? nil : file.lineRemoval("Remove '\(name)'", binding.statement, isIndented: true))
      }
    }
  }
}
