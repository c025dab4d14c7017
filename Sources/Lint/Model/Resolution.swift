import Lang

/// What can only be said once a whole file is walked: what names stand for, what classes derive from, what is a task.
enum Resolution {
  static func run(_ file: FileModel, loopParents: [Int]) {
    file.usesLocust = file.imports.contains { site in
      site.module == "locust" || site.module.hasPrefix("locust.") || site.module.hasPrefix("locust_plugins")
    }
    findBases(file)
    markReads(file, loopParents)
    file.isResolved = true
    markTasks(file)
  }

  private static func findBases(_ file: FileModel) {
    for cls in file.classes {
      for base in cls.definition.bases {
        switch file.known(base, in: cls.outer) {
        case .localClass(let other)? where other !== cls:
          cls.bases.append(.local(other))
          other.subclasses.append(cls)
        case .value(let value)? where Introspection.sort(value) == .cls: cls.bases.append(.known(value))
        default: cls.bases.append(.unknown)
        }
      }
    }
  }

  private static func markReads(_ file: FileModel, _ loopParents: [Int]) {
    for scope in file.scopes {
      for read in scope.reads {
        guard let (owner, bindings) = scope.resolve(read.name) else {
          if !file.knowledge.builtinNames.contains(read.name), !Knowledge.moduleNames.contains(read.name) {
            file.undefined.append((read, scope))
          }
          continue
        }
        if owner.readNames.insert(read.name).inserted { for binding in bindings { binding.isRead = true } }
      }
    }
    file.loopParents = loopParents
  }

  private static func markTasks(_ file: FileModel) {
    for function in file.functions {
      mark(function.definition.decorators) {
        function.isTask = true
        function.weight = $0
      }
    }
    for cls in file.classes {
      mark(cls.definition.decorators) {
        cls.isTask = true
        cls.weight = $0
      }
      for name in ["tasks", "task_set"] {
        guard let value = cls.scope.bindings[name]?.last, case .assignment(let list) = value.kind else { continue }
        for item in TaskList.items(list) {
          if case .localFunction(let function, _)? = file.known(item.task, in: cls.scope) { function.isTask = true }
        }
      }
    }
  }

  /// Calls `found` with the weight when one of the decorators makes a task.
  private static func mark(_ decorators: [Expr], _ found: (Expr?) -> Void) {
    for decorator in decorators {
      var callee = decorator
      var weight: Expr?
      if case .call(let function, let arguments, let keywords) = decorator.kind {
        callee = function
        weight = arguments.first ?? keywords.first { $0.name == "weight" }?.value
      }
      switch callee.kind.dottedName {
      case "task", "locust.task": found(weight)
      case "seq_task", "locust.seq_task", "transition", "transitions": found(nil)
      default: break
      }
    }
  }
}

/// The value of a `tasks` attribute.
enum TaskList {
  /// The tasks that a list, tuple, set or dict names, with their weights.
  static func items(_ value: Expr) -> [(task: Expr, weight: Expr?)] {
    switch value.kind {
    case .list(let elements), .tuple(let elements), .set(let elements):
      elements.map { element in
        if case .tuple(let pair) = element.kind, pair.count == 2 { return (pair[0], pair[1]) }
        return (element, nil)
      }
    case .dict(let entries): entries.compactMap { entry in entry.key.map { ($0, entry.value) } }
    case .name: [(value, nil)]
    default: []
    }
  }
}
