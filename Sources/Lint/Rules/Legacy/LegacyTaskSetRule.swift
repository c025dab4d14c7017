import Lang

/// KD402: `task_set = X`.
enum LegacyTaskSetRule: Rule {
  static let info = RuleInfo(
    "KD402", "legacy-task-set", .warning,
    summary: "task_set is the way to write tasks before Locust 1.0.",
    why: """
      Since 1.0 a user class has `tasks`, a list or dict, or methods with `@task`; Locust ignores `task_set`, so that a \
      user has no tasks. Katydid reads it as `tasks = [X]`.
      """,
    bad: """
      class Behaviour(TaskSet):
          @task
          def index(self):
              self.client.get("/")


      class Visitor(HttpUser):
          wait_time = between(1, 2)
          task_set = Behaviour
      """,
    good: """
      class Behaviour(TaskSet):
          @task
          def index(self):
              self.client.get("/")


      class Visitor(HttpUser):
          wait_time = between(1, 2)
          tasks = [Behaviour]
      """,
    fix: "It is replaced by `tasks = […]`.")

  static func check(_ file: FileModel, _ report: Reporter) {
    for cls in file.classes where cls.role?.isUser == true {
      guard let binding = cls.own("task_set"), case .assignment(let value) = binding.kind else { continue }
      let text = file.text(value.span)
      report(
        "'task_set' is the way before Locust 1.0", at: binding.span, hint: "write tasks = [\(text)]",
        fix: cls.own("tasks") == nil
          ? Fix(
            "Write tasks = [\(text)]",
            [Diagnostic.Edit(binding.span, "tasks"), Diagnostic.Edit(value.span, "[\(text)]")])
          : nil)
    }
  }
}
