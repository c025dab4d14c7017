import Lang

/// KD318: a task set among other tasks that is never left.
enum NoInterruptRule: Rule {
  static let info = RuleInfo(
    "KD318", "no-interrupt", .warning,
    summary: "A task set stands among other tasks and never interrupts itself, so users don't leave it.",
    why: """
      A user that enters a task set runs its tasks until one of them calls `self.interrupt()`. Without that call the \
      user stays for ever, and after a while none is left that runs the other tasks.
      """,
    bad: """
      class Gallery(TaskSet):
          @task
          def picture(self):
              self.client.get("/picture")


      class Visitor(HttpUser):
          wait_time = between(1, 2)
          tasks = [Gallery]

          @task
          def index(self):
              self.client.get("/")
      """,
    good: """
      class Gallery(TaskSet):
          @task(5)
          def picture(self):
              self.client.get("/picture")

          @task
          def leave(self):
              self.interrupt()


      class Visitor(HttpUser):
          wait_time = between(1, 2)
          tasks = [Gallery]

          @task
          def index(self):
              self.client.get("/")
      """)

  private static let leaving: Set<String> = [
    "InterruptTaskSet", "StopUser", "StopTest", "RescheduleTask", "RescheduleTaskImmediately", "StopLocust",
  ]

  static func check(_ file: FileModel, _ report: Reporter) {
    var told: [ClassModel] = []
    for cls in file.classes where cls.role?.isUser == true || cls.role?.isTaskSet == true {
      let sets = file.taskSets(of: cls)
      let lists = cls.lineage.compactMap { $0.value("tasks") }.flatMap(TaskList.items)
      let nested = (file.nestedClasses[ObjectIdentifier(cls.scope)] ?? []).filter(\.isTask)
      let count = cls.lineage.flatMap(\.methods).filter(\.isTask).count + max(lists.count, 0) + nested.count
      guard count > 1 else { continue }
      for set in sets where !told.contains(where: { $0 === set }) && set.role?.isTaskSet == true {
        guard !set.hasUnknownBase, !leaves(set, file) else { continue }
        told.append(set)
        report(
          "users that enter \(set.name) never leave it", at: set.definition.nameSpan,
          hint: "call self.interrupt() in one of its tasks")
      }
    }
  }

  private static func leaves(_ set: ClassModel, _ file: FileModel) -> Bool {
    let family = set.lineage
    func isWithin(_ place: Place) -> Bool { place.cls.map { cls in family.contains { $0 === cls } } ?? false }
    if file.attributes.contains(where: { ["interrupt", "stop", "parent"].contains($0.name) && isWithin($0.place) }) {
      return true
    }
    return file.scopes.contains { scope in
      scope.reads.contains {
        leaving.contains($0.name) && set.span.start <= $0.span.start && $0.span.end <= set.span.end
      }
    }
  }
}
