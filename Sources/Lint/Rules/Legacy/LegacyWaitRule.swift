import Lang

/// KD403: `min_wait` and `max_wait` in milliseconds.
enum LegacyWaitRule: Rule {
  static let info = RuleInfo(
    "KD403", "legacy-wait", .warning,
    summary: "min_wait, max_wait and wait_function are the way to wait before Locust 0.13.",
    why: """
      They are in milliseconds, while wait_time is in seconds. Current Locust ignores them, so that its users don't wait \
      at all; Katydid waits as they say.
      """,
    bad: """
      class Visitor(HttpUser):
          min_wait = 1000
          max_wait = 5000

          @task
          def index(self):
              self.client.get("/")
      """,
    good: """
      class Visitor(HttpUser):
          wait_time = between(1, 5)

          @task
          def index(self):
              self.client.get("/")
      """,
    fix: "The two are replaced by wait_time = between(…), if both are numbers.")

  static func check(_ file: FileModel, _ report: Reporter) {
    for cls in file.classes where cls.role != nil && cls.inherited("wait_time") == nil {
      let low = cls.own("min_wait")
      let high = cls.own("max_wait")
      if let first = low ?? high {
        let fix = fix(cls, low, high, file)
        report(
          "'\(first.name)' is the way to wait before Locust 0.13, in milliseconds", at: first.span,
          hint: fix.map { "write \($0.title.dropFirst(6))" } ?? "write wait_time = between(…), in seconds", fix: fix)
      }
      if let function = cls.own("wait_function") {
        report(
          "'wait_function' is the way to wait before Locust 0.13, in milliseconds", at: function.span,
          hint: "write a method wait_time(self) that returns seconds")
      }
    }
  }

  private static func fix(_ cls: ClassModel, _ low: Binding?, _ high: Binding?, _ file: FileModel) -> Fix? {
    guard let low, let high, case .assignment(let first) = low.kind, case .assignment(let second) = high.kind,
      let from = first.kind.number, let to = second.kind.number,
      let removal = file.lineRemoval("", high.statement, isIndented: true), low.statement != high.statement
    else { return nil }
    let text = "wait_time = between(\(seconds(from)), \(seconds(to)))"
    var edits = [Diagnostic.Edit(low.statement, text)] + removal.edits
    if cls.scope.resolve("between") == nil {
      guard let insertion = file.locustImport(of: "between") else { return nil }
      edits.append(insertion)
    }
    edits.sort { $0.span.start < $1.span.start }
    return Fix("Write \(text)", edits)
  }

  private static func seconds(_ milliseconds: Double) -> String {
    let value = milliseconds / 1000
    return value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
  }
}

extension FileModel {
  /// The edit that adds a name to the `from locust import …` of the file; nil when there is none.
  func locustImport(of name: String) -> Diagnostic.Edit? {
    guard let site = imports.first(where: { $0.module == "locust" && $0.names != nil && $0.place.scope === top }),
      let last = site.names?.last, last.name != "*"
    else { return nil }
    return Diagnostic.Edit(Span(Int(last.span.end), Int(last.span.end)), ", " + name)
  }
}
