import Lang

/// The classes that give the instances of one class their names: those that it derives from, those that derive from it,
/// as it may be mixed into them, and what these derive from.
final class ClassFamily {
  private let classes: [ClassModel]
  private let bases: [Value]
  private let given: Set<String>

  /// What every instance of Locust's classes gets when it is made.
  private static let given: [ClassModel.Role: Set<String>] = {
    let user: Set<String> = ["environment", "client", "_state", "_greenlet", "_group", "greenlet", "group", "id"]
    let set: Set<String> = [
      "_user", "_parent", "_task_queue", "_next_task_index", "user", "parent", "client", "locust",
    ]
    return [
      .user: user, .httpUser: user.union(["pool_manager", "rest", "rest_"]),
      .fastHttpUser: user.union(["client_pool", "rest", "rest_"]), .taskSet: set, .sequentialTaskSet: set,
      .markovTaskSet: set.union(["current"]), .shape: ["start_time", "runner"],
    ]
  }()

  /// The family of a class; nil when names may come from where it can't be seen.
  init?(_ cls: ClassModel, _ file: FileModel) {
    guard let descendants = cls.descendants else { return nil }
    var classes: [ClassModel] = []
    var bases: [Value] = []
    var given: Set<String> = []
    for relative in cls.lineage + descendants {
      if relative.hasUnknownBase || !relative.definition.decorators.allSatisfy(file.isTransparent) { return nil }
      if relative.scope.bindings["__getattr__"] != nil || relative.scope.bindings["__slots__"] != nil { return nil }
      for base in relative.knownBases {
        if Introspection.isOpen(base) { return nil }
        // Of a class of the library that is written in Python it isn't known what its methods set.
        if relative.role == nil, !Introspection.isNative(base) { return nil }
        if !bases.contains(where: { $0.bits == base.bits }) { bases.append(base) }
      }
      if let role = relative.role, let names = ClassFamily.given[role] {
        given = given.isEmpty ? names : given.union(names)
      }
      for ancestor in relative.lineage where !classes.contains(where: { $0 === ancestor }) { classes.append(ancestor) }
    }
    self.classes = classes
    self.bases = bases
    self.given = given
  }

  /// Whether the instances have a name.
  func has(_ name: String) -> Bool {
    given.contains(name)
      || classes.contains { $0.scope.bindings[name] != nil || $0.instanceNames.contains(name) }
      || bases.contains { Introspection.member($0, name) != nil }
  }

  /// The names that the instances have.
  var names: Set<String> {
    var names = given
    for cls in classes { names.formUnion(cls.instanceNames.union(cls.scope.bindings.keys)) }
    for base in bases { names.formUnion(Introspection.names(base)) }
    return names
  }
}

extension ClassModel {
  /// The classes of the file that derive from it, at any remove; nil when they are too many.
  var descendants: [ClassModel]? {
    var result: [ClassModel] = []
    var queue = subclasses
    while let next = queue.popLast() {
      if result.contains(where: { $0 === next }) { continue }
      guard result.count < ClassModel.maximumFamily, queue.count < ClassModel.maximumFamily else { return nil }
      result.append(next)
      queue += next.subclasses
    }
    return result
  }
}
