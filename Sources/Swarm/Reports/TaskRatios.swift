import Glibc
import Runtime

/// A user class or a task, and the part of the choices that falls on it.
public struct TaskRatio: Sendable, Equatable {
  /// Its name.
  public let name: String
  /// The part, 0 to 1: of all users, of what stands beside it, or of all tasks.
  public let ratio: Double
  /// The tasks in it.
  public let tasks: [TaskRatio]
}

/// How often each user class and task is chosen, for `--show-task-ratio` and reports.
public struct TaskRatios: Sendable {
  /// The parts that tasks have of what stands beside them.
  public let perClass: [TaskRatio]
  /// The parts that tasks have of all.
  public let total: [TaskRatio]

  /// Creates ratios of nothing.
  init() {
    perClass = []
    total = []
  }

  /// Computes the ratios.
  ///
  /// - Parameters:
  ///   - shares: what the classes have.
  ///   - counts: how many users of each class there are.
  public init(_ shares: [TaskShare], counts: [String: Int]) {
    let all = Double(max(1, counts.values.reduce(0, +)))
    func ratios(isTotal: Bool) -> [TaskRatio] {
      shares.map { share in
        let ratio = Double(counts[share.name] ?? 0) / all
        return TaskRatio(
          name: share.name, ratio: ratio, tasks: TaskRatios.ratios(share.tasks, of: isTotal ? ratio : nil))
      }
    }
    perClass = ratios(isTotal: false)
    total = ratios(isTotal: true)
  }

  private static func ratios(_ shares: [TaskShare], of parent: Double?) -> [TaskRatio] {
    let all = shares.reduce(0) { $0 + $1.weight }
    return shares.map { share in
      let ratio = share.weight * (parent ?? 1) / all
      return TaskRatio(
        name: share.name, ratio: ratio, tasks: ratios(share.tasks, of: parent == nil ? nil : ratio))
    }
  }

  /// How many users of each class a run of so many has, as `--show-task-ratio` counts them.
  ///
  /// - Parameter users: nil for as many as the weights add up to.
  public static func counts(of classes: [UserClassInfo], users: Int?) -> [String: Int] {
    let fixed = classes.reduce(0) { $0 + $1.fixedCount }
    let weight = classes.filter { $0.fixedCount == 0 }.reduce(0) { $0 + $1.weight }
    let wanted = users.map(Double.init) ?? (fixed == 0 ? weight : 1)
    let rest = max(0, wanted - Double(fixed))
    var counts: [String: Int] = [:]
    for info in classes {
      let share = weight > 0 ? info.weight / weight * rest : 0
      counts[info.name] = info.fixedCount > 0 ? info.fixedCount : Int(share.rounded(.toNearestOrEven))
    }
    return counts
  }

  /// Two tables, as Locust prints them.
  public var table: String {
    let rule = String(repeating: "-", count: 80)
    let parts = [("Task ratio per User class", perClass), ("Total task ratio", total)]
    return parts.map { title, shares in
      (["", " \(title)", rule] + TaskRatios.rows(shares, level: 0)).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static func rows(_ shares: [TaskRatio], level: Int) -> [String] {
    let padding = String(repeating: "  ", count: level)
    return shares.flatMap { share in
      [
        " " + Field.left(padding + Field.left(tenths(share.ratio * 100), 6), 10) + " "
          + Field.left(padding + share.name, 50)
      ]
        + rows(share.tasks, level: level + 1)
    }
  }

  /// `%.1f`
  private static func tenths(_ value: Double) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      _ = withVaList([value]) { vsnprintf(buffer.baseAddress, buffer.count, "%.1f", $0) }
      return buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  /// The same as JSON with Locust's keys and layout (`json.dumps(…, indent=4)`).
  public var json: String {
    TaskRatios.object(
      [
        ("per_class", TaskRatios.members(perClass, level: 1)), ("total", TaskRatios.members(total, level: 1)),
      ], level: 0)
  }

  private static func members(_ shares: [TaskRatio], level: Int) -> String {
    object(
      shares.map { share in
        var parts = [("ratio", "\(share.ratio)")]
        if !share.tasks.isEmpty { parts.append(("tasks", members(share.tasks, level: level + 2))) }
        return (share.name, object(parts, level: level + 1))
      }, level: level)
  }

  private static func object(_ members: [(String, String)], level: Int) -> String {
    guard !members.isEmpty else { return "{}" }
    let margin = String(repeating: "    ", count: level)
    let lines = members.map { "\(margin)    \(JSONReport.quoted($0.0)): \($0.1)" }
    return "{\n\(lines.joined(separator: ",\n"))\n\(margin)}"
  }
}
