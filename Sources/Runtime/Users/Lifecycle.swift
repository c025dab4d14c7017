import Lang
import Logging

/// What a user does from its first moment to its last: `on_start`, tasks and waits in turn, `on_stop`.
///
/// The loop is Locust's `User.run` and `TaskSet.run`; methods that a spec overrides are called, those that it doesn't
/// override cost nothing.
enum Lifecycle {
  private static let logger = Logger(label: "locust.user.task")
  /// For what `on_start` raises.
  private static let userLogger = Logger(label: "locust.user.users")

  /// Runs the user of a fiber to its end. Throws what ended it when that was no ordinary way to end.
  static func run(_ run: UserRun) throws(Raised) {
    let user = run.value
    let names = SpecNames.shared
    let defaults: SpecDefaults = SpecDefaults.shared
    do throws(Raised) {
      try callHook(user, names.onStart, unless: defaults.userOnStart)
    } catch {
      let exception = Interpreter.raised
      if isEnd(exception) {
        if Exceptions.isA(exception, .exception) { log(exception, by: userLogger) }
        try callHook(user, names.onStop, unless: defaults.userOnStop)
        return
      }
      if endsProgram(exception, run) { return }
      log(exception, by: userLogger)
      SpecEvents.fireUserError(user, exception)
      return
    }
    do throws(Raised) {
      if let gate = run.owner?.gate { try pass(gate, run) }
      try loop(TaskHolder(user: user), run)
    } catch {
      if endsProgram(Interpreter.raised, run) { return }
      guard isEnd(Interpreter.raised) else { throw error }
      do throws(Raised) {
        try callHook(user, names.onStop, unless: defaults.userOnStop)
      } catch {
        if !isEnd(Interpreter.raised) { report(Interpreter.raised, from: user) }
      }
    }
  }

  /// Runs a nested task set until something interrupts it; always throws.
  static func run(taskSet: Value, _ run: UserRun) throws(Raised) {
    let exceptions: SpecExceptions = SpecExceptions.shared
    do throws(Raised) {
      try callHook(taskSet, SpecNames.shared.onStart, unless: SpecDefaults.shared.taskSetOnStart)
    } catch {
      let exception = Interpreter.raised
      guard Types.isInstance(exception, exceptions.interruptTaskSet) else { throw error }
      throw try reschedule(exception)
    }
    run.taskSets.append(taskSet)
    defer { run.taskSets.removeLast() }
    try loop(TaskHolder(taskSet: taskSet), run)
  }

  /// Tasks and waits in turn, until an exception ends it.
  private static func loop(_ holder: TaskHolder, _ run: UserRun) throws(Raised) {
    while true {
      do throws(Raised) {
        if run.isOutdated { try Changeover.perform(run, in: holder) }
        let waits = try executeNext(holder, run)
        run.noteTaskEnd()
        // The wait is the new version's already.
        if run.isOutdated { try Changeover.perform(run, in: holder) }
        if waits { try wait(after: holder, run) }
      } catch {
        let exception = Interpreter.raised
        if Types.isInstance(exception, SpecExceptions.shared.interruptTaskSet) {
          try stop(holder)
          throw try reschedule(exception)
        }
        if isEnd(exception) {
          do throws(Raised) { try stop(holder) } catch { _ = Interpreter.raised }
          throw raise(exception)
        }
        guard Exceptions.isA(exception, .exception) else { throw error }
        report(exception, from: try holder.reported())
        run.noteTaskEnd()
        guard try catchesExceptions(run) else { throw raise(exception) }
        do throws(Raised) { try wait(after: holder, run) } catch {
          let ending = Interpreter.raised
          do throws(Raised) { try stop(holder) } catch { _ = Interpreter.raised }
          throw raise(ending)
        }
      }
    }
  }

  /// Picks a task and runs it.
  ///
  /// - Returns: whether a wait comes next.
  private static func executeNext(_ holder: TaskHolder, _ run: UserRun) throws(Raised) -> Bool {
    let task = try holder.next()
    if run.state == .stopping { throw raise(Exceptions.make(SpecExceptions.shared.stopUser)) }
    // Like in locust-plugins, entering a task set is no iteration, its tasks are.
    let iterations = task.isKind(.class) ? nil : run.owner?.hooks.iterations
    if let iterations, try !iterations.take() { throw raise(Exceptions.make(SpecExceptions.shared.stopUser)) }
    defer { iterations?.finish() }
    do throws(Raised) {
      try holder.execute(task)
      return true
    } catch {
      let exception = Interpreter.raised
      let exceptions: SpecExceptions = SpecExceptions.shared
      if Types.isInstance(exception, exceptions.rescheduleTaskImmediately) { return false }
      if Types.isInstance(exception, exceptions.rescheduleTask) { return true }
      throw error
    }
  }

  /// Waits after a task, by the task set's own `wait` where a spec overrides it.
  private static func wait(after holder: TaskHolder, _ run: UserRun) throws(Raised) {
    if holder.isTaskSet,
      Types.lookup(holder.value, SpecNames.shared.wait)?.bits != SpecDefaults.shared.taskSetWait.bits
    {
      _ = try Call.callMethod(holder.value, SpecNames.shared.wait)
    } else {
      try wait(holder.value, run)
    }
  }

  /// Waits for the next arrival, with those of a load shape that sets their rate.
  private static func pass(_ gate: ArrivalGate, _ run: UserRun) throws(Raised) {
    run.state = .waiting
    defer { if run.state == .waiting { run.state = .running } }
    try gate.pass(run)
  }

  /// `environment.catch_exceptions`
  private static func catchesExceptions(_ run: UserRun) throws(Raised) -> Bool {
    guard let owner = run.owner else { return true }
    return try Operations.truth(Attributes.get(owner.environment, "catch_exceptions"))
  }

  /// Waits as long as `wait_time` says. A user that is to stop ends here.
  static func wait(_ holder: Value, _ run: UserRun) throws(Raised) {
    if run.state == .stopping { throw raise(Exceptions.make(SpecExceptions.shared.stopUser)) }
    run.lateness = nil
    if let gate = run.owner?.gate { return try pass(gate, run) }
    run.state = .waiting
    defer { if run.state == .waiting { run.state = .running } }
    try Changeover.sleep(try seconds(waitTime(of: holder)), of: holder, run)
    // One that was told to go when its wait was just over must not be cut off in its next request instead.
    if run.isEnding { try Host.sleep(0) }
    if run.state == .stopping { throw raise(Exceptions.make(SpecExceptions.shared.stopUser)) }
  }

  static func waitTime(of holder: Value) throws(Raised) -> Value {
    let method = Types.lookup(holder, SpecNames.shared.waitTime)?.bits
    if method == SpecDefaults.shared.taskSetWaitTime.bits { return try WaitTimes.fallback(holder) }
    if method == SpecDefaults.shared.userWaitTime.bits, let wait = try WaitTimes.legacyWait(user: holder) {
      return wait
    }
    return try Call.callMethod(holder, SpecNames.shared.waitTime)
  }

  static func seconds(_ value: Value) throws(Raised) -> Double {
    if value.isFloat { return value.double }
    if value.isSmallInt { return Double(value.smallInt) }
    throw raise(.typeError, "wait_time must give a number of seconds, not '\(Types.name(value))'")
  }

  // MARK: Endings

  /// Whether an exception ends the user in an ordinary way.
  private static func isEnd(_ exception: Value) -> Bool {
    let exceptions: SpecExceptions = SpecExceptions.shared
    return Types.isInstance(exception, exceptions.stopUser) || Types.isInstance(exception, exceptions.stopTest)
      || Types.isInstance(exception, exceptions.greenletExit)
  }

  /// Has the whole test end, if that is what an exception asks for: `exit()` in a task or in `on_start`.
  private static func endsProgram(_ exception: Value, _ run: UserRun) -> Bool {
    guard let owner = run.owner, Exceptions.isA(exception, .systemExit) else { return false }
    owner.exitRequested(by: exception)
    return true
  }

  /// Calls `on_stop` of a task set that is left; what goes wrong there is logged only.
  private static func stop(_ holder: TaskHolder) throws(Raised) {
    guard holder.isTaskSet else { return }
    do throws(Raised) {
      try callHook(holder.value, SpecNames.shared.onStop, unless: SpecDefaults.shared.taskSetOnStop)
    } catch {
      if isEnd(Interpreter.raised) { throw error }
      logger.error("Uncaught exception in on_stop: \n\(Program.traceback(of: Interpreter.raised).trimmingEnd())")
    }
  }

  /// What an interrupted task set raises for the one around it.
  private static func reschedule(_ interrupt: Value) throws(Raised) -> Raised {
    let isImmediate = try Operations.truth(Attributes.get(interrupt, SpecNames.shared.reschedule))
    let exceptions: SpecExceptions = SpecExceptions.shared
    return raise(
      Exceptions.make(isImmediate ? exceptions.rescheduleTaskImmediately : exceptions.rescheduleTask))
  }

  /// Calls a method without arguments, unless it is the one that does nothing.
  private static func callHook(_ value: Value, _ name: Symbol, unless nothing: Value) throws(Raised) {
    if Types.lookup(value, name)?.bits == nothing.bits { return }
    _ = try Call.callMethod(value, name)
  }

  // MARK: Exceptions of the spec

  /// Tells everybody of an exception that left a task: the `user_error` listeners, the log, the statistics.
  static func report(_ exception: Value, from instance: Value) {
    // What is fired is counted.
    SpecEvents.fireUserError(instance, exception)
    log(exception)
  }

  private static func log(_ exception: Value, by logger: Logger = logger) {
    logger.error("\(text(exception))\n\(Program.traceback(of: exception).trimmingEnd())")
  }

  /// Logs an exception and counts it.
  static func record(_ exception: Value) {
    log(exception)
    count(exception)
  }

  /// Counts an exception.
  static func count(_ exception: Value) {
    LoadTest.current?.statistics.recordException(message: text(exception), traceback: Exceptions.frames(exception))
  }

  /// `str(exception)`, whatever its `__str__` does.
  static func text(_ exception: Value) -> String {
    do throws(Raised) { return Str.swift(try Text.str(exception)) } catch { return Types.name(exception) }
  }
}
