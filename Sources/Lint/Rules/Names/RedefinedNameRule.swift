import Lang

/// KD106: a function or class that takes the place of an earlier one.
enum RedefinedNameRule: Rule {
  static let info = RuleInfo(
    "KD106", "redefined-name", .warning,
    summary: "A function or class has the name of an earlier one, which is lost.",
    why: """
      Of two tasks of one name only the second is ever run: the first is silently missing from the test. It happens \
      when a task is copied and its name isn't changed.
      """,
    bad: """
      class Visitor(HttpUser):
          wait_time = between(1, 2)

          @task
          def page(self):
              self.client.get("/first")

          @task
          def page(self):
              self.client.get("/second")
      """,
    good: """
      class Visitor(HttpUser):
          wait_time = between(1, 2)

          @task
          def first_page(self):
              self.client.get("/first")

          @task
          def second_page(self):
              self.client.get("/second")
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    check(file.module.body, file.top, file, report)
    for cls in file.classes { check(cls.definition.body, cls.scope, file, report) }
  }

  private static func check(_ body: [Stmt], _ scope: ScopeModel, _ file: FileModel, _ report: Reporter) {
    var seen: [String: (span: Span, order: Int32)] = [:]
    for statement in body {
      let name: String
      let span: Span
      let decorators: [Expr]
      switch statement.kind {
      case .functionDef(let definition):
        (name, span, decorators) = (definition.name, definition.nameSpan, definition.decorators)
      case .classDef(let definition):
        (name, span, decorators) = (definition.name, definition.nameSpan, definition.decorators)
      default: continue
      }
      // What is registered somewhere, such as a listener, isn't lost with its name.
      let isLost = decorators.allSatisfy { decorator in
        let callee = if case .call(let function, _, _) = decorator.kind { function } else { decorator }
        return ["task", "tag", "seq_task", "staticmethod", "classmethod"].contains(callee.kind.name ?? "")
      }
      if let earlier = seen[name], isLost, name != "_",
        !scope.isRead(name, after: earlier.span.start, before: span.start)
      {
        report(
          "'\(name)' takes the place of the one of line \(file.source.line(at: Int(earlier.span.start)))", at: span,
          hint: "give one of them another name")
      }
      seen[name] = isLost ? (span, statement.span.start) : nil
    }
  }
}
