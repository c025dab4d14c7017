import Lang

/// One user that is alive: its Python object, its fiber, and where it stands.
final class UserRun {
  /// What a user does, for whoever wants to stop it.
  enum State: String {
    /// Inside a task, `on_start` or `on_stop`.
    case running
    /// Between tasks.
    case waiting
    /// To leave when the task that runs has ended.
    case stopping
  }

  var userClass: UserClass
  /// Its place in its class's `UserList`, which alone sets it.
  var place = 0
  var state = State.running
  /// The instance of the user class; unbound until its fiber has made it.
  var value = Value.unbound
  /// Whether it still has to change over to the spec's present version.
  var isOutdated = false
  /// Whether it is in the wait after a task, which a change of versions may cut short.
  var isInWait = false
  /// The task sets that it is in, the outermost first.
  var taskSets: [Value] = []
  /// How many tasks it runs before it ends; nil for no end.
  var remainingTasks: Int?
  /// How late the iteration began that it is in; nil for a user that has no set times to begin at.
  var lateness: Lateness?
  /// When its life began, on the monotonic clock in ns.
  private(set) var startedAt: UInt64 = 0
  private(set) var fiber: Fiber?
  /// The load test it is part of; nil for `run_single_user`.
  unowned(unsafe) let owner: LoadTest?
  /// Whether it has been told to go, one way or the other.
  private(set) var isEnding = false

  init(_ userClass: UserClass, of owner: LoadTest?) {
    self.userClass = userClass
    self.owner = owner
  }

  /// The user whose fiber runs now; nil on fibers that a spec has spawned.
  static var current: UserRun? {
    guard let owner = Fiber.current?.owner else { return nil }
    return unsafeDowncast(owner, to: UserRun.self)
  }

  /// Notes that a task has ended; after the last the user is to leave.
  func noteTaskEnd() {
    guard let left = remainingTasks else { return }
    remainingTasks = left - 1
    if left <= 1 { state = .stopping }
  }

  /// Starts the user's fiber at the loop's next turn.
  func start() {
    let fiber = EventLoop.shared.spawn { [unowned(unsafe) self] in
      live()
      owner?.remove(self)
    }
    adopt(fiber)
  }

  /// Makes a fiber this user's.
  func adopt(_ fiber: Fiber) {
    fiber.owner = self
    self.fiber = fiber
  }

  /// Tells the user to go: at once when it is waiting or when `force` says so, else once its task has ended.
  ///
  /// - Returns: whether it goes at once.
  @discardableResult
  func stop(force: Bool) -> Bool {
    if !force && state != .waiting {
      state = .stopping
      return false
    }
    isEnding = true
    if let fiber { EventLoop.shared.interrupt(fiber) }
    return true
  }

  // MARK: Life

  private func live() {
    guard let owner else { return }
    do throws(Raised) {
      try make(owner.environment)
    } catch {
      failToBegin(owner)
      return
    }
    // What leaves `run` has been logged and counted where it arose; here the user just ends.
    do throws(Raised) { try Lifecycle.run(self) } catch {}
  }

  /// Makes the instance of the user class.
  func make(_ environment: Value) throws(Raised) {
    startedAt = EventLoop.now
    value = try Call.call(userClass.value, with: environment)
  }

  /// A user that can't be made: `StopTest` ends the run, anything else is this user's own failure.
  private func failToBegin(_ owner: LoadTest) {
    let exception = Interpreter.raised
    if Types.isInstance(exception, SpecExceptions.shared.greenletExit) { return }
    if Types.isInstance(exception, SpecExceptions.shared.stopTest) {
      owner.stopTest(because: Lifecycle.text(exception))
    } else {
      Lifecycle.record(exception)
    }
  }
}
