import Runtime

/// Decides which worker runs how many users of each class, step by step, as Locust's dispatcher does.
///
/// Users are added one by one: the class by `UserSequence`, classes with a fixed count first; the worker in turn.
/// They are removed in the opposite order. The dispatcher doesn't wait: its caller does, `pause` between steps.
package struct UsersDispatcher {
  /// How many users of each class each worker is to run.
  package private(set) var distribution: [String: [String: Int]]
  /// How many users there are in all.
  package private(set) var userCount = 0

  private let classes: [UserClassInfo]
  /// The classes of which users are added; all unless a load shape picks some.
  private var activeClasses: [UserClassInfo]
  private var workers: [String]
  private var nextWorker = 0
  /// Where each user is, in the order in which they were added.
  private var users: [(worker: String, name: String)] = []

  private var weighted: UserSequence
  private var fixed: ArraySlice<String> = []
  private var isFixedDue = true

  private var target = 0
  private var usersPerStep = 1
  /// The time from the start of a step to the start of the next, in s.
  package private(set) var pause = 0.0
  private var hasStepped = true

  /// Creates a dispatcher of users for some workers.
  package init(workers: [String], classes: [UserClassInfo]) {
    self.workers = UsersDispatcher.sorted(workers)
    self.classes = classes.sorted { $0.name < $1.name }
    activeClasses = self.classes
    distribution = UsersDispatcher.empty(workers, self.classes)
    weighted = UsersDispatcher.sequence(self.classes)
  }

  private static func empty(_ workers: [String], _ classes: [UserClassInfo]) -> [String: [String: Int]] {
    let none = Dictionary(uniqueKeysWithValues: classes.map { ($0.name, 0) })
    return Dictionary(uniqueKeysWithValues: workers.map { ($0, none) })
  }

  private static func sequence(_ classes: [UserClassInfo]) -> UserSequence {
    UserSequence(classes.filter { $0.fixedCount == 0 }.map { ($0.name, $0.weight) })
  }

  /// Workers by how many others of their host come before, so that users are spread over hosts first; then by name.
  private static func sorted(_ workers: [String]) -> [String] {
    var perHost: [Substring: Int] = [:]
    let indexed = workers.sorted().map { worker in
      let host = worker.prefix { $0 != "_" }
      let index = perHost[host, default: 0]
      perHost[host] = index + 1
      return (index: index, worker: worker)
    }
    return indexed.sorted { ($0.index, $0.worker) < ($1.index, $1.worker) }.map(\.worker)
  }

  // MARK: A ramp

  /// Begins to go to another number of users.
  ///
  /// - Parameters:
  ///   - target: the number of users to have in the end.
  ///   - rate: users per second, above 0.
  ///   - classes: the names of the classes to add users of; nil leaves them.
  package mutating func begin(target: Int, rate: Double, classes names: [String]? = nil) {
    precondition(target >= 0 && rate > 0 && rate.isFinite, "checked by whoever takes the numbers from people")
    if let names {
      let chosen = classes.filter { names.contains($0.name) }
      if chosen != activeClasses {
        activeClasses = chosen
        weighted = UsersDispatcher.sequence(chosen)
        fixed = []
        isFixedDue = true
      }
    }
    self.target = target
    usersPerStep = rate < 1 ? 1 : Int(min(rate, 1e9))
    pause = Double(usersPerStep) / rate
    hasStepped = false
  }

  /// Whether the ramp has further steps.
  package var isRamping: Bool { !hasStepped || userCount != target }

  /// Does the next step of the ramp, which changes `distribution`. Without a difference to bridge it does nothing.
  package mutating func step() {
    hasStepped = true
    if userCount < target {
      let goal = min(userCount + usersPerStep, target)
      while userCount < goal {
        guard addUser() else {
          // No class is left to add users of: this is as far as it gets.
          target = userCount
          return
        }
      }
    } else {
      let goal = max(userCount - usersPerStep, target)
      while userCount > goal, let (worker, name) = users.popLast() {
        distribution[worker]?[name]? -= 1
        userCount -= 1
        isFixedDue = true
      }
    }
  }

  private mutating func addUser() -> Bool {
    guard let name = nextClass() else { return false }
    let worker = workers[nextWorker % workers.count]
    nextWorker = (nextWorker + 1) % workers.count
    distribution[worker]?[name]? += 1
    users.append((worker, name))
    userCount += 1
    return true
  }

  private mutating func nextClass() -> String? {
    while true {
      if let name = fixed.popFirst() { return name }
      guard isFixedDue else { return weighted.next() }
      isFixedDue = false
      let missing = activeClasses.filter { $0.fixedCount > 0 }.map { info in
        let present = distribution.values.reduce(0) { $0 + ($1[info.name] ?? 0) }
        return (name: info.name, weight: Double(max(0, info.fixedCount - present)))
      }
      var sequence = UserSequence(missing)
      fixed = (0..<Int(missing.reduce(0) { $0 + $1.weight })).compactMap { _ in sequence.next() }[...]
    }
  }

  // MARK: Workers that come and go

  /// Takes a worker in and distributes the users anew.
  package mutating func add(worker: String) {
    // The last worker stays when it goes missing; it may heal.
    guard !workers.contains(worker) else { return }
    workers = UsersDispatcher.sorted(workers + [worker])
    rebalance()
  }

  /// Leaves a worker out and distributes the users anew over the others, if there are any.
  package mutating func remove(worker: String) {
    workers.removeAll { $0 == worker }
    rebalance()
  }

  /// Distributes as many users as there are as if they were added from the start.
  private mutating func rebalance() {
    let count = userCount
    distribution = UsersDispatcher.empty(workers, classes)
    users = []
    userCount = 0
    nextWorker = 0
    weighted = UsersDispatcher.sequence(activeClasses)
    fixed = []
    isFixedDue = true
    guard !workers.isEmpty else { return }
    while userCount < count && addUser() {}
  }
}
