import Lang

/// KD302: a user class without `wait_time`.
enum MissingWaitTimeRule: Rule {
  static let info = RuleInfo(
    "KD302", "missing-wait-time", .warning,
    summary: "A user class has no wait_time, so its users send requests without a pause.",
    why: """
      Without wait_time a user begins its next task at once. That is right for a test of the highest rate, but then it \
      is better said: `wait_time = constant(0)`. Most often the line was forgotten, and ten users load the target like \
      a thousand.
      """,
    bad: """
      class Visitor(HttpUser):
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
      """)

  private static let names = ["wait_time", "wait", "min_wait", "max_wait", "wait_function"]

  static func check(_ file: FileModel, _ report: Reporter) {
    for cls in file.userClasses where !cls.isAbstract && cls.subclasses.isEmpty && !cls.hasUnknownBase {
      if names.contains(where: {
        cls.inherited($0) != nil || cls.lineage.contains { $0.instanceNames.contains($0.name) }
      }) {
        continue
      }
      if file.storedAttributes.contains("wait_time")
        || file.taskSets(of: cls).contains(where: { set in
          names.contains { set.inherited($0) != nil }
        })
      {
        continue
      }
      report(
        "\(cls.name) has no wait_time: its users send requests without a pause", at: cls.definition.nameSpan,
        hint: "write wait_time = between(1, 5), or wait_time = constant(0) if that is meant")
    }
  }
}

extension FileModel {
  /// The task sets of the file that a class runs, also those within it.
  func taskSets(of cls: ClassModel) -> [ClassModel] {
    var result: [ClassModel] = []
    for ancestor in cls.lineage {
      for name in ["tasks", "task_set"] {
        guard case .assignment(let list)? = ancestor.own(name)?.kind else { continue }
        for item in TaskList.items(list) {
          if case .localClass(let set)? = known(item.task, in: ancestor.scope) { result.append(set) }
        }
      }
      result += nestedClasses[ObjectIdentifier(ancestor.scope)] ?? []
    }
    return result
  }
}
