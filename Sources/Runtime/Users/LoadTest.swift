import Lang
import Logging

/// A loaded spec and the users that run it in this process.
///
/// The master loads it and forks the workers, which so have it already; from `begin` on each process goes its own way.
/// In the master `statistics` holds what all workers have measured.
public final class LoadTest {
  /// What a process does with the spec.
  public enum Role {
    /// It runs no users: it leads those that do.
    case master
    /// It leads the workers of a run on one machine that nobody has asked to be more than one process: to the spec it
    /// looks like Locust's `LocalRunner`.
    case local
    /// It runs users. Workers are numbered from 0.
    case worker(index: Int)
  }

  /// `environment.runner.state`
  public enum State: String, Sendable {
    case ready, spawning, running, cleanup, stopping, stopped, missing
  }

  /// The load test of the process.
  nonisolated(unsafe) public internal(set) static var current: LoadTest?

  /// The spec.
  public let spec: Spec
  /// The classes to run, sorted by name.
  public internal(set) var userClasses: [UserClassInfo]
  /// The load shape that says how many users there are; nil to go by `-u`, `-r` and `-t`.
  public internal(set) var shape: LoadShape?
  /// What this process's users have measured.
  public let statistics = Statistics()
  /// What the spec can ask of the run.
  public let hooks = RunHooks()
  /// What the spec sees as `environment.runner.state`; kept by whoever leads the run.
  public var state = State.ready
  /// How many users the run is to have now; for `environment.runner.target_user_count`.
  public var targetUserCount = 0
  /// In the master: how many users of each class all workers report. Nil in a worker.
  public var clusterUserCounts: [String: Int]?
  /// Called when the spec ends the run: `environment.runner.quit()`, or a user that can't exist (`StopTest`); the text
  /// says why, nil for on request.
  public var onQuit: (_ reason: String?) -> Void = { _ in }

  /// How many tasks a user that is started runs before it ends; nil for no end.
  public var tasksPerUser: Int?

  /// The spec's `environment`.
  let environment: Value
  /// The classes of the users that are alive: those to run, and for a while those that a swap has removed.
  var classes: [UserClass]
  /// The classes themselves, in the order of `userClasses`.
  var userClassValues: [Value] { classes.map(\.value) }
  let options: LoadOptions
  let swap = SpecSwap()
  /// How much of a core and of memory the process took when that was last measured.
  var usage = (cpu: 0.0, memory: 0)
  /// Hands arrivals to users, while a shape asks for that.
  var gate: ArrivalGate?
  /// Classes that only a listener has put among those to run, pinned.
  var adopted: [UserClass] = []
  private var isBeginning = false
  private var whenEmpty: Fiber?
  private var statusOfExit: Int32?
  private var hasFailedBeginning = false

  /// How many users of each class are alive and not cut off yet.
  public var userCounts: [String: Int] {
    Dictionary(uniqueKeysWithValues: classes.map { ($0.name, $0.users.count { !$0.isEnding }) })
  }

  var reportedUserCounts: [String: Int] { clusterUserCounts ?? userCounts }

  /// `environment.process_exit_code`, when the spec has set it; else what `exit()` in a task or a listener asked for, or
  /// 1 when a listener of `init` has raised something.
  public var exitCode: Int32? {
    let code = Instance.get(environment, Symbol("process_exit_code")) ?? .none
    if let int = Integer.int(code) { return Int32(truncatingIfNeeded: int & 0xFF) }
    return statusOfExit ?? (hasFailedBeginning ? 1 : nil)
  }

  /// Whether a listener of an event has raised something: the exit status is 2 then, unless requests have failed.
  public private(set) var hasFailedListeners = false

  /// Reads, checks and runs a spec's module level, and picks its user classes.
  ///
  /// - Throws: `SpecFault` when the spec is not to be run.
  public convenience init(path: String, options: LoadOptions) throws(SpecFault) {
    try self.init(Spec([path]), options: options)
  }

  /// Picks the user classes of a spec and gives them their options.
  ///
  /// - Throws: `SpecFault` when the spec is not to be run so.
  public init(_ spec: Spec, options: LoadOptions) throws(SpecFault) {
    self.spec = spec
    self.options = options
    swap.begin(with: spec)
    let chosen = try spec.choose(options.userClasses)
    try spec.check(options.userSettings)
    shape = spec.shapes.first
    do throws(Raised) {
      environment = Heap.pin(try LoadTest.makeEnvironment(spec, options, chosen))
      let kept = try LoadTest.adjust(environment, options)
      classes = chosen.filter { userClass in kept.contains { $0.bits == userClass.value.bits } }
      var infos: [UserClassInfo] = []
      for userClass in classes { infos.append(try userClass.info()) }
      userClasses = infos
    } catch {
      // The parser of the spec's own arguments has said on standard error what is wrong.
      Program.flushOutput()
      if let status = Program.exitStatus(error) { throw SpecFault(text: "", exitStatus: status) }
      throw SpecFault(text: Program.traceback(error).trimmingEnd())
    }
    LoadTest.current = self
    Heap.addRootProvider { [unowned(unsafe) self] in
      for userClass in classes { for user in userClass.users { Heap.mark(user.value) } }
    }
  }

  // MARK: The life of a run

  /// Takes up a role: makes `environment.runner` and fires `init`. To be called on a fiber, once, after any fork.
  public func begin(_ role: Role) {
    isBeginning = true
    defer { isBeginning = false }
    do throws(Raised) {
      let maker = try Attributes.get(environment, "_begin")
      switch role {
      case .master: _ = try Call.call(maker, Str.make("master"), .none)
      case .local: _ = try Call.call(maker, Str.make("local"), .none)
      case .worker(let index):
        RandomSeed.renew()
        _ = try Call.call(maker, Str.make("worker"), Integer.make(index))
      }
    } catch { Logger(label: "locust.main").error("\(Program.traceback(error).trimmingEnd())") }
    fireInit()
    settleClasses()
    do throws(Raised) { statistics.settings = try LocustModule.reportSettings() } catch {
      let reason = Lifecycle.text(Interpreter.raised)
      // Whoever leads has found the same, and says it.
      if case .worker = role {} else { Logger(label: "locust.main").error("\(reason)") }
      onQuit(reason)
    }
    Program.flushOutput()
  }

  /// Fires `init`, for which the runner is made if somebody listens.
  func fireInit() {
    guard SpecEvents.shared.hasListeners("init") else { return }
    do throws(Raised) {
      let runner = try Attributes.get(environment, "runner")
      SpecEvents.shared.fire("init", [("environment", environment), ("runner", runner), ("web_ui", .none)])
    } catch { Logger(label: "locust.main").error("\(Program.traceback(error).trimmingEnd())") }
  }

  /// Leaves out what tags exclude, fires `test_start` and gives classes their host. To be called on a fiber.
  public func start() {
    do throws(Raised) { _ = try Call.call(try Attributes.get(environment, "_prepare")) } catch {
      Logger(label: "locust.main").error("\(Program.traceback(error).trimmingEnd())")
    }
    fireEnvironment("test_start")
    // Its listeners may have changed hosts, weights and which classes there are.
    giveHosts()
    settleClasses()
  }

  /// Gives classes the host of the run, where it has one.
  func giveHosts() {
    do throws(Raised) { _ = try Call.call(try Attributes.get(environment, "_give_hosts")) } catch {
      Logger(label: "locust.main").error("\(Program.traceback(error).trimmingEnd())")
    }
  }

  /// Starts and stops users until each class has the wanted number.
  public func setUserCounts(_ counts: [String: Int]) {
    for userClass in classes where !swap.isRemoved(userClass) {
      var wanted = counts[userClass.name] ?? 0
      let staying = userClass.users.filter { !$0.isEnding && $0.state != .stopping }
      // Those that arrivals needed stay for as long as arrivals go on.
      if gate != nil { wanted = max(wanted, staying.count) }
      if staying.count < wanted {
        for _ in staying.count..<wanted { add(userClass) }
      } else {
        let timeout = swap.isGraceful ? Double.infinity : stopTimeout ?? options.stopTimeout
        for user in staying.suffix(staying.count - wanted) { stop(user, timeout: timeout) }
      }
    }
  }

  /// Tells the listeners of `spawning_complete` that all users of the run are there.
  public func spawningComplete(userCount: Int) {
    SpecEvents.shared.fire("spawning_complete", [("user_count", Integer.make(userCount))])
  }

  /// Stops every user and fires `test_stop`. To be called on a fiber; returns when no user is left.
  ///
  /// - Parameter timeout: how long users may finish their tasks, in seconds.
  public func stop(timeout: Double) {
    fireEnvironment("test_stopping")
    gate?.halt()
    for userClass in classes {
      for user in userClass.users { stop(user, timeout: timeout) }
    }
    gate = nil
    while classes.contains(where: { !$0.users.isEmpty }) {
      whenEmpty = Fiber.current
      _ = EventLoop.shared.park()
    }
    whenEmpty = nil
    fireEnvironment("test_stop")
  }

  /// Fires `quitting`, whose listeners may change the exit status. To be called on a fiber.
  public func quit() {
    SpecEvents.shared.fire("quitting", [("environment", environment)], reverse: true)
    Program.flushOutput()
  }

  /// Fires `quit`, when the exit status is settled, and calls what was registered with `atexit`: the process ends.
  public func quitted(exitCode: Int32) {
    SpecEvents.shared.fire("quit", [("exit_code", Integer.make(Int(exitCode)))])
    Library.runExitFunctions()
    Program.flushOutput()
  }

  // MARK: Users

  /// Starts a user.
  func add(_ userClass: UserClass) {
    let user = UserRun(userClass, of: self)
    user.remainingTasks = tasksPerUser
    userClass.users.append(user)
    gate?.expect(user)
    user.start()
  }

  func stop(_ user: UserRun, timeout: Double) {
    if user.isEnding || user.stop(force: timeout <= 0) || timeout == .infinity { return }
    // Whoever is still at its task when the time is over is cut off in the middle of it.
    let deadline = EventLoop.now &+ UInt64(timeout * 1e9)
    EventLoop.shared.spawn {
      _ = EventLoop.shared.sleep(until: deadline)
      if user.userClass.users.contains(user) {
        Logger(label: "locust.runners").info("Not all users finished their tasks in \(timeout) s; stopping them now")
        user.stop(force: true)
      }
    }
  }

  /// Forgets a user whose fiber has ended.
  func remove(_ user: UserRun) {
    gate?.forget(user)
    user.userClass.users.remove(user)
    swap.note(endOf: user, in: self)
    if let whenEmpty, classes.allSatisfy({ $0.users.isEmpty }) { EventLoop.shared.wake(whenEmpty) }
  }

  /// The run of a user object, if it is alive.
  func run(of value: Value) -> UserRun? {
    for userClass in classes {
      if let user = userClass.users.first(where: { $0.value.bits == value.bits }) { return user }
    }
    return nil
  }

  /// A user that can't exist ends the whole run.
  func stopTest(because reason: String) { onQuit(reason) }

  /// `environment.runner.quit()`
  func quitRequested() { onQuit(nil) }

  /// `exit()` in a task or a listener.
  func exitRequested(by exception: Value) {
    statusOfExit = Program.exitStatus(of: exception) ?? 1
    onQuit(nil)
  }

  /// A listener has raised something. What `init` hasn't prepared can't be tested: the run ends.
  func noteListenerFailure() {
    hasFailedListeners = true
    guard isBeginning else { return }
    hasFailedBeginning = true
    // Whoever leads the run may not listen yet.
    EventLoop.shared.spawn { [self] in onQuit("A listener of init has raised an exception") }
  }

  /// A load shape has raised something: the run ends, with the status of a failed listener.
  func noteShapeFailure() { hasFailedListeners = true }

  private func fireEnvironment(_ name: String) {
    SpecEvents.shared.fire(name, [("environment", environment)])
    Program.flushOutput()
  }
}
