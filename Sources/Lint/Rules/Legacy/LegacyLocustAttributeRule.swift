import Lang

/// KD404: `self.locust`.
enum LegacyLocustAttributeRule: Rule {
  static let info = RuleInfo(
    "KD404", "legacy-locust-attribute", .warning,
    summary: "A task set calls its user `locust`, which is the name before 1.0.",
    why: "`self.locust` became `self.user` in Locust 1.0, where the old name raises AttributeError.",
    bad: """
      class Behaviour(TaskSet):
          @task
          def index(self):
              self.client.get(self.locust.host)
      """,
    good: """
      class Behaviour(TaskSet):
          @task
          def index(self):
              self.client.get(self.user.host)
      """,
    fix: "The name is replaced.")

  static func check(_ file: FileModel, _ report: Reporter) {
    guard file.usesLocust, !file.storedAttributes.contains("locust") else { return }
    for site in file.attributes where site.name == "locust" && !site.isStore {
      guard let name = site.value.kind.name, let (owner, bindings) = site.place.scope.resolve(name),
        bindings.count == 1, case .parameter(0) = bindings[0].kind, let function = owner.function,
        function.isTask || function.cls?.role?.isTaskSet == true
      else { continue }
      report(
        "'\(name).locust' is the name before Locust 1.0", at: site.nameSpan, hint: "write \(name).user",
        fix: Fix("Write \(name).user", replace: site.nameSpan, with: "user"))
    }
  }
}
