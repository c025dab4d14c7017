import Lang

/// KD407: hatching, slaves, setup and teardown.
enum LegacyNameRule: Rule {
  static let info = RuleInfo(
    "KD407", "legacy-name", .warning,
    summary: "A name of the time before Locust 1.0: hatching, slaves, setup and teardown.",
    why: """
      hatch_rate became spawn_rate, slaves became workers. Methods called setup and teardown are not run any more: \
      what has to happen once belongs in listeners of test_start and test_stop.
      """,
    bad: """
      class Visitor(HttpUser):
          wait_time = between(1, 2)

          def setup(self):
              self.client.post("/reset")

          @task
          def index(self):
              self.client.get("/")
      """,
    good: """
      class Visitor(HttpUser):
          wait_time = between(1, 2)

          def on_start(self):
              self.client.post("/reset")

          @task
          def index(self):
              self.client.get("/")
      """,
    fix: "Attributes that were renamed are.")

  private static let attributes = [
    "hatch_rate": "spawn_rate", "num_clients": "num_users", "MasterLocustRunner": "MasterRunner",
    "SlaveLocustRunner": "WorkerRunner", "LocalLocustRunner": "LocalRunner",
    "DistributedLocustRunner": "DistributedRunner",
    "slave_count": "worker_count", "locust_count": "user_count", "STATE_HATCHING": "STATE_SPAWNING",
  ]
  private static let imports = [
    "MasterLocustRunner": "MasterRunner", "SlaveLocustRunner": "WorkerRunner", "LocalLocustRunner": "LocalRunner",
    "DistributedLocustRunner": "DistributedRunner", "STATE_HATCHING": "STATE_SPAWNING",
  ]

  static func check(_ file: FileModel, _ report: Reporter) {
    guard file.usesLocust else { return }
    for site in file.attributes where !site.isStore {
      guard let new = attributes[site.name], isRun(site.value) else { continue }
      report(
        "'\(site.name)' is an old name", at: site.nameSpan, hint: "it is called \(new) now",
        fix: Fix("Rename to \(new)", replace: site.nameSpan, with: new))
    }
    for site in file.imports where site.module.hasPrefix("locust.runners") {
      for alias in site.names ?? [] {
        guard let new = imports[alias.name] else { continue }
        report("'\(alias.name)' is an old name", at: alias.span, hint: "it is called \(new) now")
      }
    }
    for cls in file.classes where cls.role?.isUser == true || cls.role?.isTaskSet == true {
      for method in cls.methods where method.name == "setup" || method.name == "teardown" {
        guard !file.attributeNames.contains(method.name), method.definition.decorators.isEmpty else { continue }
        let event = method.name == "setup" ? "test_start" : "test_stop"
        report(
          "'\(method.name)' is not called since Locust 1.0", at: method.definition.nameSpan,
          hint: "listen to events.\(event), or write \(method.name == "setup" ? "on_start" : "on_stop") for each user")
      }
    }
  }

  /// Whether an expression is a runner or the options of the run, by its name.
  private static func isRun(_ value: Expr) -> Bool {
    let name = value.kind.shortName
    return ["runner", "runners", "options", "parsed_options", "locust_runner"].contains(name)
  }
}
