import Lang
import Logging

/// A version of a spec that was loaded beside the one that runs.
final class PreparedSpec {
  let spec: Spec
  let classes: [UserClass]
  let infos: [UserClassInfo]
  /// What the spec can read.
  let files: Library.FileAccess
  /// The listeners that its module level has added, pinned.
  let listeners: [[Value]]
  /// What `environment` says of it: a dictionary of attributes, pinned.
  let shown: Value

  init(
    _ spec: Spec, _ classes: [UserClass], _ infos: [UserClassInfo], _ files: Library.FileAccess,
    _ listeners: [[Value]], _ shown: Value
  ) {
    self.spec = spec
    self.classes = classes
    self.infos = infos
    self.files = files
    self.listeners = listeners
    self.shown = shown
  }

  /// Lets go of what loading has pinned.
  func release() {
    SpecEvents.letGo(listeners)
    Heap.unpin(shown)
    spec.release()
  }
}

/// The change from one version of a spec to the next, in one process.
///
/// A version is loaded beside the one that runs, with an importer and so modules of its own. From its activation on
/// each user changes over when it is between two tasks: its object gets the new class of the same name.
final class SpecSwap {
  /// Whether users stop between tasks only, which is so while a swap's new shares are set.
  var isGraceful = false

  fileprivate var spec: Spec?
  /// The name of the load shape that somebody has chosen, nil in it for none; nil when nobody has.
  fileprivate var shapeChoice: String??
  fileprivate var prepared: PreparedSpec?
  /// The version before, while users run it.
  fileprivate var previous: Spec?
  /// The number of the version before the present one, for `on_swap`.
  fileprivate(set) var oldVersion = 0
  fileprivate(set) var restarts = false
  fileprivate var removed: [UserClass] = []
  /// How many users have still to change over or to leave.
  fileprivate var outdated = 0
  fileprivate var onDone: () -> Void = {}

  /// Notes the first version.
  func begin(with spec: Spec) { self.spec = spec }

  /// Whether a class is no longer in the spec.
  func isRemoved(_ userClass: UserClass) -> Bool { removed.contains { $0 === userClass } }

  /// Where the present version has something of a dotted name.
  func find(_ name: String) throws(Raised) -> Value? {
    let parts = name.split(separator: ".").map(String.init)
    for module in spec?.modules ?? [] {
      guard let first = parts.first, var value = module[first] else { continue }
      for part in parts.dropFirst() {
        guard let inner = try Attributes.find(value, Symbol(part)) else { return nil }
        value = inner
      }
      return value
    }
    return nil
  }

  /// A user has changed over.
  func noteChangeover() {
    outdated -= 1
    finishIfDone()
  }

  /// A user has ended.
  func note(endOf user: UserRun, in test: LoadTest) {
    if isRemoved(user.userClass), user.userClass.users.isEmpty {
      removed.removeAll { $0 === user.userClass }
      test.classes.removeAll { $0 === user.userClass }
    }
    guard user.isOutdated else { return }
    user.isOutdated = false
    // One that makes room for a fresh user; an end for another reason is final.
    if restarts, user.state != .stopping, !user.isEnding, !isRemoved(user.userClass) { test.add(user.userClass) }
    noteChangeover()
  }

  fileprivate func finishIfDone() {
    guard outdated == 0, let previous else { return }
    self.previous = nil
    previous.release()
    Heap.collectSoon()
    let done = onDone
    onDone = {}
    done()
  }
}

extension LoadTest {
  /// Loads a version of the spec beside the one that runs; nothing changes for users yet. To be called on a fiber.
  ///
  /// - Parameters:
  ///   - paths: the locustfiles.
  ///   - files: their files; others are read from disk.
  /// - Throws: `SpecFault` when it can't be loaded; nothing has changed then.
  public func prepare(_ paths: [String], files: SpecFiles) throws(SpecFault) {
    abandonPrepared()
    let runningFiles = Library.files
    let listeners = SpecEvents.shared.takeListeners()
    SpecFiles.loading = files
    defer {
      SpecFiles.loading = nil
      Library.files = runningFiles
      SpecEvents.shared.putListeners(listeners)
    }
    let spec = try Spec(paths)
    do throws(SpecFault) {
      swap.prepared = try adjust(spec)
    } catch {
      spec.release()
      throw error
    }
  }

  /// Gives a version's classes their options, in an environment that shows that version meanwhile.
  private func adjust(_ spec: Spec) throws(SpecFault) -> PreparedSpec {
    let chosen = try spec.choose(options.userClasses)
    do throws(Raised) {
      let shown = Heap.pin(try LoadTest.describe(spec, chosen, in: environment, options))
      defer { Heap.unpin(shown) }
      let exchange = try Attributes.get(environment, "_exchange")
      let running = Heap.pin(try Call.call(exchange, with: shown))
      defer { Heap.unpin(running) }
      let kept: [Value]
      let adjusted: Value
      do throws(Raised) {
        _ = try Call.call(try Attributes.get(environment, "_drop_weightless"))
        kept = try LoadTest.adjust(environment, options)
        adjusted = Heap.pin(try Call.call(exchange, with: running))
      } catch {
        let exception = Interpreter.raised
        _ = try Call.call(exchange, with: running)
        throw raise(exception)
      }
      let classes = chosen.filter { userClass in kept.contains { $0.bits == userClass.value.bits } }
      var infos: [UserClassInfo] = []
      for userClass in classes { infos.append(try userClass.info()) }
      return PreparedSpec(spec, classes, infos, Library.files, SpecEvents.shared.takeListeners(), adjusted)
    } catch { throw SpecFault(text: Program.traceback(error).trimmingEnd()) }
  }

  /// Forgets the version that was loaded last.
  public func abandonPrepared() {
    swap.prepared?.release()
    swap.prepared = nil
  }

  /// Makes the version that was loaded last the present one. To be called on a fiber.
  ///
  /// Users change over between tasks; those of classes that are gone run `on_stop` and leave. The new version's
  /// listeners take the place of the old one's, and those of `init`, and of `test_start` when a test runs, are called:
  /// its module level starts from nothing.
  ///
  /// - Parameters:
  ///   - oldVersion: the number of the version that ran so far, for `on_swap`.
  ///   - restarts: whether fresh users take the place of those there are, instead of their changing over.
  ///   - onDone: called when no user of the old version is left.
  public func activatePrepared(oldVersion: Int, restarts: Bool, onDone: @escaping () -> Void) {
    guard let next = swap.prepared else { return onDone() }
    swap.prepared = nil
    swap.previous?.release()
    SpecEvents.letGo(SpecEvents.shared.takeListeners())
    swap.previous = swap.spec
    swap.spec = next.spec
    swap.oldVersion = oldVersion
    swap.restarts = restarts
    swap.onDone = onDone
    Library.files = next.files
    SpecEvents.shared.putListeners(next.listeners)
    do throws(Raised) { _ = try Call.call(try Attributes.get(environment, "_exchange"), with: next.shown) } catch {
      Logger(label: "locust.main").error("\(Program.traceback(error).trimmingEnd())")
    }
    Heap.unpin(next.shown)
    let old = classes
    userClasses = next.infos
    classes = next.classes
    for userClass in old where !userClass.users.isEmpty {
      if let heir = next.classes.first(where: { $0.name == userClass.name }) {
        heir.users = userClass.users
        for user in heir.users { user.userClass = heir }
        userClass.users = UserList()
      } else {
        if !swap.isRemoved(userClass) { swap.removed.append(userClass) }
        classes.append(userClass)
      }
    }
    changeShape(to: pickShape(of: next.spec))
    tellListeners()
    beginChangeover()
  }

  /// The names of the load shapes of the version in use.
  public var shapeNames: [String] { (swap.spec ?? spec).shapeNames }

  /// The tags that tasks of the version in use have, sorted.
  public var tags: [String] {
    do throws(Raised) {
      return List.items(try Call.call(try Attributes.get(environment, "_tags"))).map { Str.swift($0) }
    } catch {
      Logger(label: "locust.main").error("\(Program.traceback(error).trimmingEnd())")
      return []
    }
  }

  /// Has another load shape of the spec lead the next test, and those of later versions that have its name; none
  /// without a name.
  public func chooseShape(named name: String?) {
    swap.shapeChoice = .some(name)
    shape = pickShape(of: swap.spec ?? spec)
  }

  /// The load shape that leads: the chosen one, or the first.
  private func pickShape(of spec: Spec) -> LoadShape? {
    guard let choice = swap.shapeChoice else { return spec.shapes.first }
    return choice.flatMap { name in spec.shapes.first { $0.name == name } }
  }

  /// Has the new version's load shape go on where the old one's stands.
  private func changeShape(to next: LoadShape?) {
    do throws(Raised) {
      if let shape, let next {
        let start = Symbol("start_time")
        try Attributes.set(next.value, start, try Attributes.get(shape.value, start))
      }
    } catch { Logger(label: "locust.main").error("\(Program.traceback(error).trimmingEnd())") }
    shape = next
  }

  private func tellListeners() {
    fireInit()
    settleClasses()
    if state == .running || state == .spawning { start() }
  }

  private func beginChangeover() {
    swap.outdated = 0
    for userClass in classes {
      for user in userClass.users where !user.isEnding {
        user.isOutdated = true
        swap.outdated += 1
      }
    }
    for userClass in classes {
      for user in userClass.users where user.isOutdated {
        if swap.isRemoved(userClass) {
          stop(user, timeout: .infinity)
        } else if user.isInWait, let fiber = user.fiber {
          EventLoop.shared.wake(fiber)
        }
      }
    }
    swap.finishIfDone()
  }

  /// Starts and stops users until each class has its share in a new version, without cutting tasks short.
  public func setUserCountsGracefully(_ counts: [String: Int]) {
    swap.isGraceful = true
    defer { swap.isGraceful = false }
    setUserCounts(counts)
  }
}

/// A user's own part in a swap, between two of its tasks.
enum Changeover {
  nonisolated(unsafe) private static let onSwap = Symbol("on_swap")
  nonisolated(unsafe) private static let classAttribute = Symbol("__class__")
  nonisolated(unsafe) private static let host = Symbol("host")
  nonisolated(unsafe) private static let client = Symbol("client")
  nonisolated(unsafe) private static let baseURL = Symbol("base_url")

  /// Gives a user, and the task sets that it is in, their new classes.
  ///
  /// Raises `StopUser` where a fresh user is to take its place, and `InterruptTaskSet` in a task set that is gone.
  static func perform(_ run: UserRun, in holder: TaskHolder) throws(Raised) {
    guard let test = LoadTest.current, !test.swap.isRemoved(run.userClass) else { return }
    if test.swap.restarts { throw raise(Exceptions.make(SpecExceptions.shared.stopUser)) }
    run.isOutdated = false
    defer { test.swap.noteChangeover() }
    let oldHost = try Attributes.find(run.value, host)
    try Attributes.set(run.value, classAttribute, run.userClass.value)
    try follow(oldHost, run.value)
    var isGone = false
    for taskSet in run.taskSets {
      let name = Types.cls(taskSet).qualifiedName
      if let heir = try test.swap.find(name), heir.isKind(.class) {
        try Attributes.set(taskSet, classAttribute, heir)
      } else if taskSet.bits == holder.value.bits {
        isGone = true
      }
    }
    if try Attributes.find(run.value, onSwap) != nil {
      let number = Integer.make(test.swap.oldVersion)
      _ = try Call.call(try Attributes.get(run.value, onSwap), with: number)
    }
    if isGone { throw raise(Exceptions.make(SpecExceptions.shared.interruptTaskSet, Tuple.make([Value.yes]))) }
  }

  /// Has a client that was made for the class's old base address use the new one.
  private static func follow(_ oldHost: Value?, _ user: Value) throws(Raised) {
    guard let oldHost, let newHost = try Attributes.find(user, host), newHost.isKind(.str), oldHost.isKind(.str),
      Str.swift(newHost) != Str.swift(oldHost), let session = try Attributes.find(user, client),
      let base = try Attributes.find(session, baseURL), base.isKind(.str), Str.swift(base) == Str.swift(oldHost)
    else { return }
    try Attributes.set(session, baseURL, newHost)
  }

  /// The wait after a task; when a new version comes meanwhile, it is cut to the new wait time.
  static func sleep(_ seconds: Double, of holder: Value, _ run: UserRun) throws(Raised) {
    let begin = EventLoop.now
    var end = Changeover.end(begin, seconds)
    run.isInWait = true
    defer { run.isInWait = false }
    guard seconds > 0 else { return try Host.sleep(0) }
    while true {
      switch EventLoop.shared.sleep(until: end) {
      case .timedOut: return
      case .interrupted: throw Host.interrupted()
      case .ready:
        guard run.isOutdated else { continue }
        run.isInWait = false
        try perform(run, in: TaskHolder(taskSet: holder))
        let wait = try Lifecycle.seconds(try Lifecycle.waitTime(of: holder))
        end = min(end, Changeover.end(begin, wait))
        run.isInWait = true
      }
    }
  }

  private static func end(_ begin: UInt64, _ seconds: Double) -> UInt64 {
    guard seconds > 0 else { return begin }
    let (end, overflow) = begin.addingReportingOverflow(UInt64(min(seconds * 1e9, 9e18)))
    return overflow ? .max : end
  }
}
