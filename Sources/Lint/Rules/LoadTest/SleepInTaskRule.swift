import Lang

/// KD310: a task that begins or ends with a sleep.
enum SleepInTaskRule: Rule {
  static let info = RuleInfo(
    "KD310", "sleep-in-task", .warning,
    summary: "A task begins or ends with a sleep, which is what wait_time is for.",
    why: """
      A pause between tasks belongs in `wait_time`: it is then the same for all tasks, is seen at the top of the class, \
      and a user that waits can be stopped at once, while one that sleeps in a task counts as busy until the end of \
      --stop-timeout. A pause between two requests of one task is left alone.
      """,
    bad: """
      @task
      def index(self):
          self.client.get("/")
          time.sleep(2)
      """,
    good: """
      wait_time = constant(2)

      @task
      def index(self):
          self.client.get("/")
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    for function in file.functions where function.isTask && function.definition.body.count > 1 {
      let body = function.definition.body
      for statement in [body.first, body.last] {
        guard case .expr(let value)? = statement?.kind, case .call(let callee, _, _) = value.kind,
          isSleep(callee, in: function.scope, file)
        else { continue }
        report(
          "the task \(statement?.span == body.first?.span ? "begins" : "ends") with a sleep", at: value.span,
          hint: "set wait_time on the class")
      }
    }
  }

  private static func isSleep(_ callee: Expr, in scope: ScopeModel, _ file: FileModel) -> Bool {
    guard case .value(let value)? = file.known(callee, in: scope) else { return false }
    return ["time", "gevent"].contains { file.knowledge.member($0, "sleep")?.bits == value.bits }
  }
}
