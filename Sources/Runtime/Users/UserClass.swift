import Lang

/// A user class of a spec.
final class UserClass {
  /// The class as a Python value, pinned by the load test that holds it.
  let value: Value
  let name: String
  /// The names of the tasks that it was declared with.
  private let allTasks: [String]
  /// The users of this class that are alive, in the order in which they were started.
  var users = UserList()

  init(_ value: Value) {
    self.value = value
    name = ClassObject.cls(value).name
    allTasks = UserClass.names(of: (try? Attributes.get(value, "tasks")) ?? .none)
  }

  /// What the dispatcher needs to know.
  func info() throws(Raised) -> UserClassInfo {
    let weight = try Attributes.get(value, "weight")
    let fixedCount = try Attributes.get(value, "fixed_count")
    let host = try Attributes.get(value, "host")
    let share: Double
    if weight.isFloat {
      share = weight.double
    } else if let int = Integer.int(weight) {
      share = Double(int)
    } else {
      throw raise(.typeError, "the weight of user class \(name) must be a number, not '\(Types.name(weight))'")
    }
    guard let fixed = Integer.int(fixedCount), fixed >= 0 else {
      throw raise(.typeError, "the fixed_count of user class \(name) must be an int of at least 0")
    }
    let tasks = UserClass.names(of: try Attributes.get(value, "tasks"))
    return UserClassInfo(
      name: name, weight: share, fixedCount: fixed, host: host.isKind(.str) ? Str.swift(host) : nil, tasks: tasks,
      allTasks: allTasks)
  }

  private static func names(of tasks: Value) -> [String] {
    guard tasks.isKind(.list) else { return [] }
    var names: [String] = []
    for task in List.items(tasks) {
      guard let name = try? Attributes.find(task, Symbol("__name__")), name.isKind(.str) else { continue }
      let text = Str.swift(name)
      if !names.contains(text) { names.append(text) }
    }
    return names
  }

  /// Whether a value of a spec's module is a user class to run: a subclass of `User` that isn't abstract.
  static func isRunnable(_ value: Value) throws(Raised) -> Bool {
    guard value.isKind(.class), ClassObject.cls(value).isSubclass(of: SpecDefaults.shared.userClass) else {
      return false
    }
    return try !Operations.truth(Attributes.get(value, "abstract"))
  }
}
