import Lang

/// KD312: a list, dict or set of the class that its users change.
enum SharedMutableRule: Rule {
  static let info = RuleInfo(
    "KD312", "shared-mutable", .warning,
    summary: "A list, dict or set of a class is changed through self: all users share it.",
    why: """
      What a class body makes exists once per worker process. Users that append to it see each other's values, it grows \
      for as long as the test runs, and users on other workers see another one. What belongs to one user is made in \
      on_start.
      """,
    bad: """
      class Visitor(HttpUser):
          wait_time = between(1, 2)
          seen = []

          @task
          def index(self):
              self.seen.append(self.client.get("/").text)
      """,
    good: """
      class Visitor(HttpUser):
          wait_time = between(1, 2)

          def on_start(self):
              self.seen = []

          @task
          def index(self):
              self.seen.append(self.client.get("/").text)
      """)

  /// Taking from a list that all share, as from a queue of accounts, is mostly meant so.
  private static let changes: Set<String> = [
    "append", "extend", "insert", "add", "update", "setdefault", "appendleft", "clear", "sort",
  ]

  static func check(_ file: FileModel, _ report: Reporter) {
    let changes = Changes(file)
    for cls in file.classes where cls.role != nil {
      for binding in cls.scope.allBindings where binding.name != "tasks" {
        guard case .assignment(let value) = binding.kind, isMutable(value),
          !cls.lineage.contains(where: { $0.instanceNames.contains(binding.name) }),
          let place = changes.first(of: binding.name, in: cls)
        else { continue }
        report(
          "'\(binding.name)' is shared by all users of the worker, and line \(file.source.line(at: Int(place.start))) "
            + "changes it", at: binding.span,
          hint: "make it in on_start: self.\(binding.name) = \(file.text(value.span))")
      }
    }
  }

  private static func isMutable(_ value: Expr) -> Bool {
    switch value.kind {
    case .list, .dict, .set, .listComp, .dictComp, .setComp: true
    case .call(let function, _, _):
      ["list", "dict", "set", "defaultdict", "deque", "OrderedDict", "Counter"].contains(function.kind.shortName)
    default: false
    }
  }

  /// Where methods change what `self.name` holds.
  private struct Changes {
    private struct Attribute: Hashable {
      let cls: ObjectIdentifier
      let name: String
    }

    private var places: [Attribute: Span] = [:]

    init(_ file: FileModel) {
      for call in file.calls {
        if case .attribute(let value, let method, _) = call.function.kind, changes.contains(method) {
          note(value, call.place, call.span, file)
        }
      }
      for site in file.assignments {
        for target in site.targets {
          if case .subscript(let value, _) = target.kind { note(value, site.place, site.span, file) }
          if site.isAugmented { note(target, site.place, site.span, file) }
        }
      }
    }

    private mutating func note(_ value: Expr, _ place: Place, _ span: Span, _ file: FileModel) {
      guard case .attribute(let owner, let name, _) = value.kind, let own = owner.kind.name,
        let cls = file.owner(of: own, in: place.scope)
      else { return }
      for ancestor in cls.lineage {
        let attribute = Attribute(cls: ObjectIdentifier(ancestor), name: name)
        if places[attribute] == nil { places[attribute] = span }
      }
    }

    /// The first change of an attribute that a class, or one that derives from it, makes.
    func first(of name: String, in cls: ClassModel) -> Span? {
      places[Attribute(cls: ObjectIdentifier(cls), name: name)]
    }
  }
}
