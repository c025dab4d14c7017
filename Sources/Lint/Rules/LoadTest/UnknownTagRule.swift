import Lang

/// KD315: a tag that is not known, or that does nothing.
enum UnknownTagRule: Rule {
  static let info = RuleInfo(
    "KD315", "unknown-tag", .warning,
    summary: "A tag is not among the known ones, is misspelled, or stands where it does nothing.",
    why: """
      `--tags` takes any name: a task whose tag is misspelled is silently left out of the run. With `known-tags` in the \
      configuration every other tag is reported; without it, one that is nearly another of the file. A tag on what is \
      no task does nothing, and `@tag` without a name raises ValueError.
      """,
    bad: """
      class Visitor(HttpUser):
          wait_time = between(1, 2)

          @tag("checkout")
          @task
          def pay(self):
              self.client.post("/pay")

          @tag("chekout")
          @task
          def cart(self):
              self.client.get("/cart")
      """,
    good: """
      class Visitor(HttpUser):
          wait_time = between(1, 2)

          @tag("checkout")
          @task
          def pay(self):
              self.client.post("/pay")

          @tag("checkout")
          @task
          def cart(self):
              self.client.get("/cart")
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    var uses: [(name: String, span: Span)] = []
    for function in file.functions { collect(function.definition.decorators, function.isTask, function.outer) }
    for cls in file.classes { collect(cls.definition.decorators, cls.role?.isTaskSet == true || cls.isTask, cls.outer) }

    func collect(_ decorators: [Expr], _ isTask: Bool, _ scope: ScopeModel) {
      for decorator in decorators {
        var callee = decorator
        var names: [Expr] = []
        if case .call(let function, let arguments, _) = decorator.kind { (callee, names) = (function, arguments) }
        guard file.isLocust(callee, "tag", in: scope) else { continue }
        if names.isEmpty {
          report("@tag has no name: it raises ValueError", at: decorator.span, hint: "write @tag(\"name\")")
        } else if !isTask {
          report(
            "this tag does nothing: it stands before what is no task", at: decorator.span, hint: "write @task, too")
        }
        uses += names.compactMap { name in name.kind.text.map { ($0, name.span) } }
      }
    }

    let counts = Dictionary(uses.map { ($0.name, 1) }) { $0 + $1 }
    for (name, span) in uses where !report.isFull {
      if let known = file.knownTags {
        guard !known.contains(name) else { continue }
        let near = Spelling.nearest(name, among: known)
        report(
          "the tag '\(name)' is not one of the known tags", at: span, hint: near.map { "did you mean '\($0)'?" },
          fix: near.map { replacement(span, $0, file) })
      } else if name.utf8.count > 3, counts.count < maximum {
        // Of two that differ by a letter the rarer, or later, one is the misspelled.
        let others = counts.keys.filter { other in
          other != name && other.utf8.count > 3 && Spelling.distance(Array(name.utf8), Array(other.utf8)) == 1
            && !isNumbered(name, other)
        }
        guard let other = others.first,
          (counts[other] ?? 0, first(name, uses)) > (counts[name] ?? 0, first(other, uses))
        else { continue }
        report(
          "the tag '\(name)' is nearly '\(other)'", at: span, hint: "did you mean '\(other)'?",
          fix: replacement(span, other, file))
      }
    }
  }

  /// How many tags are compared with each other.
  private static let maximum = 300

  private static func first(_ name: String, _ uses: [(name: String, span: Span)]) -> Int32 {
    uses.first { $0.name == name }?.span.start ?? 0
  }

  /// Whether two names differ in digits only: `step1`, `step2`.
  private static func isNumbered(_ a: String, _ b: String) -> Bool {
    a.filter { !$0.isNumber } == b.filter { !$0.isNumber }
  }

  private static func replacement(_ span: Span, _ name: String, _ file: FileModel) -> Fix {
    let quote = file.text(span).first.map(String.init) ?? "\""
    return Fix("Replace with '\(name)'", replace: span, with: quote + name + quote, isSafe: false)
  }
}
