import Lang

/// KD301: a user class without tasks.
enum NoTasksRule: Rule {
  static let info = RuleInfo(
    "KD301", "no-tasks", .error,
    summary: "A user class has no tasks.",
    why: """
      Its users have nothing to do: the first that starts raises an exception. Mostly `@task` was forgotten, or the \
      class is a base for others and lacks `abstract = True`.
      """,
    bad: """
      class Visitor(HttpUser):
          wait_time = between(1, 5)

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

  static func check(_ file: FileModel, _ report: Reporter) {
    guard !file.storedAttributes.contains("tasks"), !file.namedTexts.contains("tasks") else { return }
    let (changed, isUnknown) = changes(file)
    if isUnknown { return }
    for cls in file.userClasses where !cls.isAbstract && cls.subclasses.isEmpty && !cls.hasUnknownBase {
      if cls.lineage.contains(where: { base in hasTasks(base, file) || changed.contains { $0 === base } }) { continue }
      let candidate = cls.methods.first { method in
        !method.name.hasPrefix("_")
          && !["on_start", "on_stop", "wait_time", "wait", "context", "run"].contains(method.name)
          && method.definition.decorators.isEmpty
      }
      let hint: String
      if let candidate {
        hint = "write @task above def \(candidate.name)"
      } else if cls.own("task") != nil {
        hint = "the attribute is called 'tasks'"
      } else {
        hint = "write a method with @task, or abstract = True if other classes derive from it"
      }
      report("\(cls.name) has no tasks", at: cls.definition.nameSpan, hint: hint)
    }
  }

  private static let changing: Set<String> = ["append", "extend", "insert", "update", "setdefault", "__setitem__"]

  /// The classes whose `tasks` are added to, by themselves or from outside; and whether some are of which it isn't known
  /// whose they are.
  private static func changes(_ file: FileModel) -> (classes: [ClassModel], isUnknown: Bool) {
    var owners: [(owner: Expr, place: Place)] = []
    for call in file.calls {
      guard case .attribute(let list, let name, _) = call.function.kind, changing.contains(name),
        case .attribute(let owner, "tasks", _) = list.kind
      else { continue }
      owners.append((owner, call.place))
    }
    for site in file.assignments {
      for case .subscript(let list, _) in site.targets.map(\.kind) {
        if case .attribute(let owner, "tasks", _) = list.kind { owners.append((owner, site.place)) }
      }
    }
    var classes: [ClassModel] = []
    for (owner, place) in owners {
      switch file.known(owner, in: place.scope) {
      case .localClass(let cls)?, .localInstance(let cls)?: classes.append(cls)
      default: return ([], true)
      }
    }
    return (classes, false)
  }

  private static func hasTasks(_ cls: ClassModel, _ file: FileModel) -> Bool {
    if cls.methods.contains(where: \.isTask)
      || file.nestedClasses[ObjectIdentifier(cls.scope)]?.contains(where: \.isTask) == true
    {
      return true
    }
    // A decorator that isn't known may make a task.
    if cls.methods.contains(where: { !$0.definition.decorators.allSatisfy(file.isTransparent) && !$0.isAccessor }) {
      return true
    }
    for name in ["tasks", "task_set", "run"] {
      guard let binding = cls.own(name) else { continue }
      if case .assignment(let value) = binding.kind, value.kind.isEmptyList { continue }
      return true
    }
    return false
  }
}

extension FunctionModel {
  /// Whether it is read as an attribute.
  var isAccessor: Bool { hasDecorator("property") || hasDecorator("setter") || hasDecorator("cached_property") }
}

extension ExprKind {
  /// Whether it is a list or dict without anything in it.
  var isEmptyList: Bool {
    switch self {
    case .list(let elements), .tuple(let elements), .set(let elements): elements.isEmpty
    case .dict(let entries): entries.isEmpty
    default: false
    }
  }
}
