import Lang

/// KD406: `@seq_task(n)`.
enum LegacyDecoratorRule: Rule {
  static let info = RuleInfo(
    "KD406", "legacy-decorator", .warning,
    summary: "@seq_task orders tasks by number, which ended with Locust 1.0.",
    why: """
      A SequentialTaskSet runs its tasks in the order in which they are written; the decorator for them is `@task`. \
      Where the numbers are in another order than the methods, the methods have to be moved.
      """,
    bad: """
      from locust import TaskSequence, seq_task


      class Order(TaskSequence):
          @seq_task(1)
          def cart(self):
              self.client.get("/cart")
      """,
    good: """
      from locust import SequentialTaskSet, task


      class Order(SequentialTaskSet):
          @task
          def cart(self):
              self.client.get("/cart")
      """,
    fix: "The decorators are replaced by @task, if their numbers are in the order of the methods.")

  static func check(_ file: FileModel, _ report: Reporter) {
    for cls in file.classes {
      var decorators: [(decorator: Expr, number: Double?)] = []
      for method in cls.methods {
        for decorator in method.definition.decorators {
          guard case .call(let function, let arguments, _) = decorator.kind, function.kind.shortName == "seq_task"
          else {
            continue
          }
          decorators.append((decorator, arguments.first?.kind.number))
        }
      }
      let numbers = decorators.compactMap(\.number)
      let isOrdered = numbers.count == decorators.count && numbers == numbers.sorted()
      for (decorator, _) in decorators {
        report(
          "@seq_task is the way before Locust 1.0", at: decorator.span,
          hint: isOrdered
            ? "write @task: tasks are run in the order in which they are written"
            : "write @task, and the methods in the order of their numbers",
          fix: isOrdered ? fix(decorator, cls, file) : nil)
      }
    }
  }

  private static func fix(_ decorator: Expr, _ cls: ClassModel, _ file: FileModel) -> Fix? {
    var edits = [Diagnostic.Edit(decorator.span, "task")]
    if cls.scope.resolve("task") == nil {
      guard let insertion = file.locustImport(of: "task") else { return nil }
      edits.insert(insertion, at: 0)
    }
    return Fix("Write @task", edits)
  }
}
