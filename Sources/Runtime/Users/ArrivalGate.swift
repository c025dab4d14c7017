import Lang

/// Starts iterations at a rate, however slow the target is: an open model, where a closed one has users that begin
/// anew only when they are ready.
///
/// Each arrival has its moment. A user that waits here takes it; when none waits, a new user is started for it, up to
/// a limit, and else it is taken late, by the first user that is ready. What was late, and by how much, is counted in
/// `katydid.metrics`.
final class ArrivalGate {
  /// Arrivals later than this count as late, in ns; earlier ones are the machine's own delay.
  private static let tolerance: UInt64 = 10_000_000
  /// For how many seconds arrivals may queue up before further ones are dropped.
  private static let patience = 60.0

  /// The rate and the limit of this process.
  var plan: LoadShape.Arrivals {
    didSet { if plan.rate != oldValue.rate { begin() } }
  }

  private unowned(unsafe) let owner: LoadTest
  /// Users that wait for an arrival, first come, first served.
  private var idle: [UserRun] = []
  /// The arrivals that nobody has taken yet, by their moments on the monotonic clock in ns.
  private var due: [UInt64] = []
  private var firstDue = 0
  /// Users that have been started and are not here yet.
  private var coming: Set<ObjectIdentifier> = []
  private var isClosed = false
  /// Which clock is the latest: one with another number ends.
  private var clock = 0

  init(_ plan: LoadShape.Arrivals, of owner: LoadTest) {
    self.plan = plan
    self.owner = owner
    begin()
  }

  /// Ends the arrivals; users that wait for one stay here until somebody stops them.
  func halt() { clock += 1 }

  /// Ends the arrivals and lets everybody pass.
  func close() {
    halt()
    isClosed = true
    for user in idle { if let fiber = user.fiber { EventLoop.shared.wake(fiber) } }
  }

  /// Notes that a user was started, who will come here when it is ready.
  func expect(_ user: UserRun) { coming.insert(ObjectIdentifier(user)) }

  /// Notes that a user is gone.
  func forget(_ user: UserRun) { coming.remove(ObjectIdentifier(user)) }

  private func begin() {
    clock += 1
    let mine = clock
    EventLoop.shared.spawn { [self] in tick(mine) }
  }

  private func tick(_ mine: Int) {
    let pause = 1e9 / plan.rate
    let start = EventLoop.now
    var count = 0.0
    while clock == mine {
      count += 1
      // Counted from the start, so that rounding doesn't add up.
      let moment = start &+ UInt64(min(count * pause, 9e18))
      if moment > EventLoop.now { _ = EventLoop.shared.sleep(until: moment) }
      guard clock == mine else { return }
      arrive(moment)
    }
  }

  private func arrive(_ moment: UInt64) {
    let metrics = owner.statistics.metrics
    metrics.counter("arrivals").add(1)
    guard Double(due.count - firstDue) < max(1000, plan.rate * ArrivalGate.patience) else {
      metrics.counter("arrivals dropped").add(1)
      return
    }
    due.append(moment)
    if let user = idle.popLast(), let fiber = user.fiber {
      EventLoop.shared.wake(fiber)
    } else if coming.count < due.count - firstDue, alive < plan.mostUsers, let userClass = neediest {
      owner.add(userClass)
    }
  }

  private var alive: Int { owner.classes.reduce(0) { $0 + $1.users.count } }

  /// The class that has the fewest users for its weight.
  private var neediest: UserClass? {
    var best: (userClass: UserClass, share: Double)?
    for (userClass, info) in zip(owner.classes, owner.userClasses) {
      if info.fixedCount > 0, userClass.users.count >= info.fixedCount { continue }
      let weight = info.fixedCount > 0 ? Double(info.fixedCount) : info.weight
      guard weight > 0 else { continue }
      let share = Double(userClass.users.count) / weight
      if share < best?.share ?? .infinity { best = (userClass, share) }
    }
    return best?.userClass
  }

  /// Parks a user until there is an arrival for it. Returns when it has taken one or when the gate is closed.
  func pass(_ user: UserRun) throws(Raised) {
    forget(user)
    while firstDue >= due.count {
      if isClosed { return }
      idle.append(user)
      let result = EventLoop.shared.park()
      idle.removeAll { $0 === user }
      if result == .interrupted { throw Host.interrupted() }
    }
    let moment = due[firstDue]
    firstDue += 1
    if firstDue > 1024, firstDue * 2 > due.count {
      due.removeFirst(firstDue)
      firstDue = 0
    }
    let now = EventLoop.now
    let delay = now > moment ? now - moment : 0
    user.lateness = Lateness(delay: delay, interval: 0)
    let metrics = owner.statistics.metrics
    metrics.trend("arrival delay", isTime: true).add(Double(delay) / 1e6)
    if delay > ArrivalGate.tolerance { metrics.counter("arrivals late").add(1) }
  }
}
