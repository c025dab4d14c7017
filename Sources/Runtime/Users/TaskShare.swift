import Lang

/// A task, task set or user class of a spec, and how often it is expected to be chosen.
public struct TaskShare: Sendable {
  /// The name of the function or class.
  public let name: String
  /// Its weight: how often it is in the list it is chosen from; of a user class its own weight.
  public let weight: Double
  /// The part of its parent's choices that fall on it, from 0 to 1.
  public let share: Double
  /// The tasks of a task set or user class, in the order of their first place in the list.
  public let tasks: [TaskShare]
}

extension LoadTest {
  /// The user classes with the tasks that each has. Classes with a fixed number of users have no share of the others.
  public func taskShares() throws(SpecFault) -> [TaskShare] {
    let total = userClasses.filter { $0.fixedCount == 0 }.reduce(0) { $0 + $1.weight }
    do throws(Raised) {
      var result: [TaskShare] = []
      for (info, value) in zip(userClasses, userClassValues) {
        let share = info.fixedCount > 0 || total == 0 ? 0 : info.weight / total
        result.append(
          TaskShare(
            name: info.name, weight: info.weight, share: share, tasks: try LoadTest.shares(ofTasksOf: value, depth: 0)))
      }
      return result
    } catch { throw SpecFault(text: Program.traceback(error)) }
  }

  /// How deeply task sets may nest before they are taken to hold themselves.
  private static let maximumDepth = 20

  private static func shares(ofTasksOf holder: Value, depth: Int) throws(Raised) -> [TaskShare] {
    guard depth < maximumDepth, let tasks = try Attributes.find(holder, Symbol("tasks")) else { return [] }
    let list = try Iteration.list(tasks)
    var order: [Value] = []
    var counts: [UInt64: Int] = [:]
    for index in 0..<List.count(list) {
      let task = List.item(list, index)
      if counts[task.bits] == nil { order.append(task) }
      counts[task.bits, default: 0] += 1
    }
    var result: [TaskShare] = []
    for task in order {
      let count = Double(counts[task.bits] ?? 0)
      let name = try Attributes.find(task, Symbol("__name__"))
      let inner = task.isKind(.class) ? try shares(ofTasksOf: task, depth: depth + 1) : []
      result.append(
        TaskShare(
          name: name.map { $0.isKind(.str) ? Str.swift($0) : "?" } ?? Types.name(task), weight: count,
          share: count / Double(List.count(list)), tasks: inner))
    }
    return result
  }
}
