import Lang

/// A spec's world without a load test: code is run as it is typed, with a client and users that are called by hand.
public final class Workbench {
  /// The names of what is typed.
  public let namespace: Namespace
  /// What has been measured since the last reset.
  public private(set) var statistics = Statistics()
  /// Called with each finished request.
  public var onRequest: (RequestNote) -> Void = { _ in }
  /// Whether what runs is to be interrupted: a wait ends when this says so.
  public var isInterrupted: () -> Bool = { false }
  /// The last request that was sent, for showing it in another form.
  public private(set) var lastRequest: RequestNote?

  private let importer: Importer
  /// The specs that were loaded; the collector asks them for their users as long as the process lives.
  private var tests: [LoadTest] = []
  private var fiber: Fiber?

  /// The spec that was loaded last.
  public var test: LoadTest? { tests.last }

  /// Makes the interpreter and an empty namespace.
  public init() throws(SpecFault) {
    Interpreter.start()
    // Nobody knows what will be typed next.
    FrameTracking.turnOn()
    Host.connect()
    namespace = Namespace(name: "__main__")
    let importer = Importer()
    self.importer = importer
    Importer.program = importer
    Library.files = HostFiles.all
    importer.hostModule = { [unowned importer] (name) throws(Raised) in
      try LocustModule.load(name, importer: importer)
    }
    importer.files = ModuleFinder(["."], reach: nil)
    Heap.pin(namespace.value)
    do throws(Raised) {
      try LocustModule.start(importer: importer)
      try listen()
    } catch { throw SpecFault(text: Program.traceback(error)) }
  }

  // MARK: Running code

  /// Compiles a source whose expression statements are given to a function of the namespace.
  public func prepare(
    _ source: SourceText, display: String
  ) -> (compiled: Program.Compiled?, diagnostics: [Diagnostic]) {
    Program.prepare(source, in: namespace, importer: importer, display: display)
  }

  /// Runs `body` where requests can be sent, and returns when it is done. While it runs, `isInterrupted` is asked now
  /// and then.
  public func run(_ body: @escaping () -> Void) {
    var isDone = false
    let fiber = EventLoop.shared.spawn {
      body()
      isDone = true
    }
    self.fiber = fiber
    // A signal can't end a wait by itself, as it may come at any moment.
    let watcher = EventLoop.shared.spawn { [self] in
      while !isDone {
        if isInterrupted(), fiber.isParked { EventLoop.shared.interrupt(fiber) }
        if EventLoop.shared.sleep(Workbench.interval) == .interrupted { return }
      }
    }
    EventLoop.shared.run { isDone }
    if !watcher.isFinished { EventLoop.shared.interrupt(watcher) }
    EventLoop.shared.run { watcher.isFinished }
    self.fiber = nil
  }

  /// How often a wait is asked whether it is to end, in ns.
  private static let interval: UInt64 = 50_000_000

  /// Whether an exception is what a wait raises that was interrupted.
  public static func isInterruptedWait(_ exception: Value) -> Bool {
    Types.isInstance(exception, SpecExceptions.shared.greenletExit)
  }

  // MARK: A client and users

  /// Makes a client for a base address.
  public func makeClient(_ host: String) throws(Raised) -> Value {
    guard let module = try LocustModule.load("locust.clients", importer: importer), let cls = module["HttpSession"]
    else { throw raise(.importError, "No module named 'locust.clients'") }
    return try Call.call(cls, [Str.make(host)], keywords: [("request_event", .none)])
  }

  /// Loads a spec: runs its module level, and takes its names into the namespace.
  ///
  /// - Returns: the names of its user classes.
  @discardableResult
  public func load(_ path: String, host: String?) throws(SpecFault) -> [String] {
    var options = LoadOptions()
    options.host = host
    let test = try LoadTest(path: path, options: options)
    tests.append(test)
    for module in test.spec.modules {
      for name in module.names where !name.name.hasPrefix("__") { namespace[name] = module[name] }
    }
    run {
      test.begin(.worker(index: 0))
      test.start()
    }
    return test.userClasses.map(\.name)
  }

  /// Makes a user of a class and runs its `on_start`. To be called while code runs.
  public func startUser(_ cls: Value) throws(Raised) -> Value {
    guard cls.isKind(.class), ClassObject.cls(cls).isSubclass(of: SpecDefaults.shared.userClass) else {
      throw raise(.typeError, "start() takes a user class, not '\(Types.name(cls))'")
    }
    guard let test else {
      throw raise(.runtimeError, "start() needs a spec, which gives users their environment: %load FILE")
    }
    let run = UserRun(UserClass(cls), of: test)
    run.value = try Call.call(cls, with: test.environment)
    runs.append(run)
    try asOwner(run) { () throws(Raised) in
      _ = try Call.callMethod(run.value, SpecNames.shared.onStart)
    }
    return run.value
  }

  /// Runs a task of a user, a function or a task set, once. To be called while code runs.
  public func run(_ task: Value, user: Value) throws(Raised) {
    guard let run = runs.first(where: { $0.value.bits == user.bits }) else {
      throw raise(.runtimeError, "the user was not made by start()")
    }
    try asOwner(run) { () throws(Raised) in
      do throws(Raised) { try TaskHolder(user: user).execute(task) } catch {
        let exceptions: SpecExceptions = SpecExceptions.shared
        let raised = Interpreter.raised
        let isEnd =
          Types.isInstance(raised, exceptions.rescheduleTask)
          || Types.isInstance(raised, exceptions.rescheduleTaskImmediately)
          || Types.isInstance(raised, exceptions.interruptTaskSet)
        if !isEnd { throw error }
      }
    }
  }

  /// Runs the `on_stop` of a user and forgets it. To be called while code runs.
  public func stopUser(_ user: Value) throws(Raised) {
    guard let index = runs.firstIndex(where: { $0.value.bits == user.bits }) else {
      throw raise(.runtimeError, "the user was not made by start()")
    }
    let run = runs.remove(at: index)
    try asOwner(run) { () throws(Raised) in
      _ = try Call.callMethod(run.value, SpecNames.shared.onStop)
    }
  }

  private var runs: [UserRun] = []
  /// The user that `start()` made last.
  public var latestUser: Value? { runs.last?.value }

  private func asOwner(_ run: UserRun, _ body: () throws(Raised) -> Void) throws(Raised) {
    let outer = fiber?.owner
    fiber?.owner = run
    defer { fiber?.owner = outer }
    try body()
  }

  // MARK: Measuring

  /// Forgets what was measured.
  public func reset() { statistics = Statistics() }

  private func listen() throws(Raised) {
    Heap.addRootProvider { [weak self] in
      for run in self?.runs ?? [] { Heap.mark(run.value) }
      if let value = self?.lastRequest?.response { Heap.mark(value) }
    }
    try RequestNote.listen { [weak self] note in self?.take(note) }
  }

  private func take(_ note: RequestNote) {
    lastRequest = note
    let entry = statistics.entry(method: note.method, name: note.name)
    entry.record(nanoseconds: UInt64(max(0, note.milliseconds) * 1e6), length: note.length, at: EventLoop.now)
    if let failure = note.failure { statistics.recordFailure(entry, error: failure, at: EventLoop.now) }
    onRequest(note)
  }
}
