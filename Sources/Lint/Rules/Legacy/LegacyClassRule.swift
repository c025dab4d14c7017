import Lang

/// KD401: classes and exceptions by their names before Locust 1.0.
enum LegacyClassRule: Rule {
  static let info = RuleInfo(
    "KD401", "legacy-class", .warning,
    summary: "A class of Locust is called by its name before 1.0.",
    why: """
      HttpLocust became HttpUser in 1.0, Locust User, TaskSequence SequentialTaskSet. Katydid still knows the old \
      names; Locust itself raises an error since then.
      """,
    bad: """
      from locust import HttpLocust, task


      class Visitor(HttpLocust):
          @task
          def index(self):
              self.client.get("/")
      """,
    good: """
      from locust import HttpUser, task


      class Visitor(HttpUser):
          @task
          def index(self):
              self.client.get("/")
      """,
    fix: "The name is replaced wherever it is used.")

  private static let names = [
    "HttpLocust": "HttpUser", "Locust": "User", "FastHttpLocust": "FastHttpUser", "TaskSequence": "SequentialTaskSet",
    "StopLocust": "StopUser",
  ]

  static func check(_ file: FileModel, _ report: Reporter) {
    var renamed: Set<String> = []
    for site in file.imports where site.module == "locust" || site.module.hasPrefix("locust.") {
      for alias in site.names ?? [] {
        guard let new = names[alias.name] else { continue }
        let span = Span(Int(alias.span.start), Int(alias.span.start) + alias.name.utf8.count)
        var edits = [Diagnostic.Edit(span, new)]
        if alias.asName == nil, renamed.insert(alias.name).inserted {
          for scope in file.scopes {
            for read in scope.reads
            where read.name == alias.name && !read.isAnnotation && scope.resolve(read.name)?.scope === site.place.scope
            {
              edits.append(Diagnostic.Edit(read.span, new))
            }
          }
        }
        edits.sort { $0.span.start < $1.span.start }
        report(
          "'\(alias.name)' is the name before Locust 1.0", at: span, hint: "it is called \(new) now",
          fix: Fix("Rename to \(new)", edits))
      }
    }
    for site in file.attributes {
      guard let new = names[site.name], site.value.kind.name == "locust" else { continue }
      report(
        "'locust.\(site.name)' is the name before Locust 1.0", at: site.nameSpan, hint: "it is called \(new) now",
        fix: Fix("Rename to \(new)", replace: site.nameSpan, with: new))
    }
  }
}
