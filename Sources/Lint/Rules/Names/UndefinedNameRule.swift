import Lang

/// KD101: a name that is bound nowhere.
enum UndefinedNameRule: Rule {
  static let info = RuleInfo(
    "KD101", "undefined-name", .error,
    summary: "A name that is not defined anywhere.",
    why: """
      Reading the name raises NameError, in a load test perhaps only after minutes, in a task that few users reach. \
      Most are misspelled, lack an import, or lack `self.` before them.
      """,
    bad: """
      from locust import HttpUser, task


      class Visitor(HttpUser):
          @task
          def index(self):
              self.client.get("/?page=" + str(random.randint(1, 9)), name="/?page=[n]")
      """,
    good: """
      import random

      from locust import HttpUser, task


      class Visitor(HttpUser):
          @task
          def index(self):
              self.client.get("/?page=" + str(random.randint(1, 9)), name="/?page=[n]")
      """,
    fix: "A name that is nearly one that exists is replaced by it (unsafe).")

  static func check(_ file: FileModel, _ report: Reporter) {
    guard !file.hasOpenStar, !file.top.isOpen else { return }
    var told: Set<String> = []
    var nearest: [String: String?] = [:]
    for (read, scope) in file.undefined where !read.isGuarded && !report.isFull {
      if read.isAnnotation, file.annotationsAreTexts { continue }
      var hint: String?
      var fix: Fix?
      let cls = enclosingClass(scope)
      if let cls,
        cls.inherited(read.name) != nil || cls.lineage.contains(where: { $0.instanceNames.contains(read.name) })
      {
        let parameter = scope.function?.firstParameter ?? "self"
        hint = "write \(parameter).\(read.name): names of a class are not seen from within its methods"
      } else if let locust = file.knowledge.value("locust"), Introspection.member(locust, read.name) != nil {
        hint = "import it: from locust import \(read.name)"
      } else if case .known = file.answer(read.name) {
        hint = "import it: import \(read.name)"
      } else if let near = nearest[read.name] ?? Spelling.nearest(read.name, among: visible(from: scope, file)) {
        nearest[read.name] = near
        hint = "did you mean '\(near)'?"
        fix = Fix("Replace with '\(near)'", replace: read.span, with: near, isSafe: false)
      }
      if hint == nil { nearest[read.name] = .some(nil) }
      // One hint a name is enough.
      if !told.insert(read.name).inserted, fix == nil { hint = nil }
      report("undefined name '\(read.name)'", at: read.span, hint: hint, fix: fix)
    }
  }

  private static func enclosingClass(_ scope: ScopeModel) -> ClassModel? {
    var scope: ScopeModel? = scope
    while let inner = scope {
      if let cls = inner.function?.cls { return cls }
      scope = inner.parent
    }
    return nil
  }

  /// The names that could be meant.
  private static func visible(from scope: ScopeModel, _ file: FileModel) -> Set<String> {
    var names = file.knowledge.builtinNames
    var current: ScopeModel? = scope
    while let inner = current {
      if inner.kind != .classBody || inner === scope { names.formUnion(inner.bindings.keys) }
      current = inner.parent
    }
    return names
  }
}
