import Lang

/// KD311: `print` in a task.
enum PrintInTaskRule: Rule {
  static let info = RuleInfo(
    "KD311", "print-in-task", .warning,
    summary: "A task prints each time it is run.",
    why: """
      Thousands of users print thousands of lines a second: they drown the report, and writing them costs more than \
      the requests. `logging.debug` can stay, as it does nothing until the level is changed.
      """,
    bad: """
      @task
      def index(self):
          response = self.client.get("/")
          print(response.text)
      """,
    good: """
      @task
      def index(self):
          response = self.client.get("/")
          logging.debug(response.text)
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    for call in file.calls {
      guard call.function.kind.name == "print", call.place.function?.isTask == true,
        call.place.scope.resolve("print") == nil
      else { continue }
      report("the task prints each time it is run", at: call.span, hint: "use logging.debug, or remove it")
    }
  }
}
