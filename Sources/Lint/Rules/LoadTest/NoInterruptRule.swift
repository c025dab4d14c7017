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
    var told: Set<ObjectIdentifier> = []
    var known: Ways?
    for cls in file.classes where cls.role?.isUser == true || cls.role?.isTaskSet == true {
      let sets = file.taskSets(of: cls)
      let lists = cls.lineage.compactMap { $0.value("tasks") }.flatMap(TaskList.items)
      let nested = (file.nestedClasses[ObjectIdentifier(cls.scope)] ?? []).filter(\.isTask)
      let count = cls.lineage.flatMap(\.methods).filter(\.isTask).count + max(lists.count, 0) + nested.count
      guard count > 1 else { continue }
      for set in sets where !told.contains(ObjectIdentifier(set)) && set.role?.isTaskSet == true {
        let ways = known ?? Ways(file)
        known = ways
        guard !set.hasUnknownBase, !ways.leave(set) else { continue }
        told.insert(ObjectIdentifier(set))
        report(
          "users that enter \(set.name) never leave it", at: set.definition.nameSpan,
          hint: "call self.interrupt() in one of its tasks")
      }
    }
  }

  /// Where the tasks of a file leave their sets.
  private struct Ways {
    private var classes: Set<ObjectIdentifier> = []
    private var places: [Int32] = []

    init(_ file: FileModel) {
      for site in file.attributes where ["interrupt", "stop", "parent"].contains(site.name) {
        if let cls = site.place.cls { classes.insert(ObjectIdentifier(cls)) }
      }
      for scope in file.scopes {
        for read in scope.reads where leaving.contains(read.name) { places.append(read.span.start) }
      }
      places.sort()
    }

    /// Whether something in a set, or in what it derives from, leaves it.
    func leave(_ set: ClassModel) -> Bool {
      if set.lineage.contains(where: { classes.contains(ObjectIdentifier($0)) }) { return true }
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        if places[middle] >= set.span.start { high = middle } else { low = middle + 1 }
      }
      return low < places.count && places[low] < set.span.end
    }
  }
}
