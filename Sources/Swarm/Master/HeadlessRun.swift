import Glibc
import Logging
import Runtime

/// A test from its start to the exit status, without a web page; `PageRun` adds one.
class HeadlessRun {
  /// How often thresholds are looked at that may end the test, in ns.
  private static let thresholdInterval: UInt64 = 1_000_000_000
  /// How long workers may take to come before people are told, in ns.
  private static let patience: UInt64 = 5_000_000_000
  /// How much longer than their users may a worker take to leave, in s.
  private static let grace = 5.0

  /// The workers that a test waits for before it starts.
  struct Expectation {
    /// How many.
    let workers: Int
    /// How long at most, in s; 0 for as long as it takes.
    let maxWait: Double
  }

  /// What can be done about workers that are processes of this machine.
  struct WorkerProcesses {
    /// Whether some still run.
    let areLeft: () -> Bool
    /// Ends those that don't leave by themselves.
    let kill: () -> Void
  }

  let master: Master
  private let expected: Expectation
  let users: any Users
  private(set) var options: RunOptions
  let log = Logger(label: "katydid.main")
  /// The workers' processes; nil where they are other machines'.
  private let processes: WorkerProcesses?
  /// The signal that asked for the end.
  private(set) var signal: Int32?
  /// When the test is to end, on the monotonic clock in ns; nil when nobody knows.
  private(set) var deadline: UInt64?
  /// When the test began, on the monotonic clock in ns; nil before.
  var beginning: UInt64?
  private(set) var isOver = false
  private var hasHungWorkers = false
  var hasGivenUp = false
  /// Whether there has been a run to tell of.
  var hasBegun = true
  let keyboard = Keyboard()
  private(set) lazy var reports = RunReports(
    users: users, options: options, versions: { [master] in master.swapper?.history },
    userCount: { [master] in master.userCount })

  init(master: Master, expected: Expectation, processes: WorkerProcesses? = nil) {
    self.master = master
    self.expected = expected
    users = master.users
    options = master.options
    self.processes = processes
  }

  /// A run of a master, with the web page where the options ask for one.
  static func make(_ master: Master, _ expected: Expectation, _ processes: WorkerProcesses?) -> HeadlessRun {
    guard let page = master.options.page else {
      return HeadlessRun(master: master, expected: expected, processes: processes)
    }
    return PageRun(master: master, expected: expected, processes: processes, page: page)
  }

  /// Notes a signal that asks for the end. The first one is enough.
  func receive(_ signal: Int32) {
    if self.signal == nil { self.signal = signal }
    // The next signal ends the process where it stands.
    keyboard.stop()
    master.changed.post()
  }

  /// Runs the test and reports. To be called on a fiber.
  ///
  /// - Returns: the process's exit status.
  final func run() -> Int32 {
    EventLoop.shared.spawn { [master] in master.listen() }
    EventLoop.shared.spawn { [master] in master.watch() }
    warnAboutShape()
    users.begin(options.looksLocal ? .local : .master)
    takeWishes()
    EventLoop.shared.spawn { [master] in master.measureLoad() }
    master.swapper?.begin()
    if options.reports.thresholds.canAbort { EventLoop.shared.spawn { [self] in watchThresholds() } }
    lead()
    if signal == SIGTERM { log.info("Got SIGTERM signal") }
    if signal == SIGINT { log.info("Got SIGINT signal") }
    return end()
  }

  /// Takes over what listeners of `init` have made of the command line.
  private func takeWishes() {
    guard let wishes = users.wishes else { return }
    options.userCount = wishes.userCount ?? options.userCount
    options.spawnRate = wishes.spawnRate ?? options.spawnRate
    options.runTime = wishes.runTime
    options.exitCodeOnError = wishes.exitCodeOnError ?? options.exitCodeOnError
    master.options = options
  }

  /// Does what lies between the beginning of the run and its end.
  func lead() {
    gather()
    if !shallEnd { test() }
  }

  final var shallEnd: Bool { signal != nil || master.quitRequest != nil || hasGivenUp }

  /// Waits until the expected workers are there.
  final func gather() {
    let begin = EventLoop.now
    let end = expected.maxWait > 0 ? begin + UInt64(expected.maxWait * 1e9) : .max
    var nextNote = begin + HeadlessRun.patience
    while master.available.count < expected.workers, !shallEnd {
      let now = EventLoop.now
      if now >= end {
        log.error("Gave up waiting for workers to connect.")
        hasGivenUp = true
      } else if now >= nextNote {
        log.info("Waiting for workers to be ready, \(master.available.count) of \(expected.workers) connected")
        nextNote = now + HeadlessRun.patience
      } else {
        master.changed.wait(until: min(end, nextNote))
      }
    }
  }

  private func test() {
    beginning = EventLoop.now
    if let shape = users.shape { return follow(shape) }
    if let time = options.runTime {
      log.info("Run time limit set to \(Field.exact(time)) seconds")
      deadline = EventLoop.now + UInt64(time * 1e9)
    } else {
      log.info("No run time limit set, use CTRL+C to interrupt")
    }
    showProgress()
    warnAboutFixedCounts()
    master.start(options.userCount, rate: options.spawnRate)
    reports.begin { true }
    EventLoop.shared.spawn { [self] in keyboard.listen(obey) }
    goOn()
  }

  /// Lets the run go on until its time is over, or a version of the spec brings a load shape.
  private func goOn() {
    while !shallEnd, users.shape == nil, EventLoop.now < deadline ?? .max {
      master.changed.wait(until: deadline ?? .max)
    }
    if !shallEnd, let shape = users.shape { return lead(by: shape) }
    explainEnd(otherwise: "--run-time limit reached, shutting down")
  }

  /// Lets a load shape lead until it ends the run, or a version of the spec has none.
  private func lead(by shape: LoadShape) {
    ShapeRun(shape, of: master).run { [self] in shallEnd || users.shape == nil }
    guard !shallEnd, users.shape == nil else { return explainEnd(otherwise: nil) }
    log.info("The spec has no load shape any more; the run goes on with the users that there are")
    goOn()
  }

  /// Says that `-u`, `-r` and `-t` mean nothing to a load shape, unless it reads them.
  private func warnAboutShape() {
    guard let shape = users.shape, !shape.usesCommonOptions, !options.commonOptions.isEmpty else { return }
    log.warning(
      """
      --run-time, --users or --spawn-rate have no impact on LoadShapes unless the shape class explicitly reads them. \
      See: docs.locust.io/en/stable/custom-load-shape.html#use-common-options
      """)
    log.warning("The following option(s) will be ignored: \(options.commonOptions.joined(separator: ", "))")
  }

  /// Lets a load shape lead.
  private func follow(_ shape: LoadShape) {
    showProgress()
    reports.begin { true }
    lead(by: shape)
  }

  /// Ends the test when a threshold that may do so is missed.
  private func watchThresholds() {
    while !isOver, !master.isQuitting {
      _ = EventLoop.shared.sleep(HeadlessRun.thresholdInterval)
      guard users.state == .running || users.state == .spawning else { continue }
      let seconds = Double(WallClock.now) / 1e9 - users.statistics.startTime
      guard let miss = options.reports.thresholds.abort(users.statistics, after: seconds) else { continue }
      log.error("\(miss.complaint); aborting the test")
      endTest()
    }
  }

  /// Ends the test before its time.
  func endTest() { master.endRun() }

  final func explainEnd(otherwise reason: String?) {
    switch master.quitRequest {
    case .failed(let reason):
      log.error("\(reason)")
      log.warning("Stopping Katydid...")
    case .requested, .workersGone, .iterationsDone: break
    case nil: if signal == nil, let reason { log.info("\(reason)") }
    }
  }

  /// Does what a key asks for.
  func obey(_ command: Keyboard.Command) { act(on: command) }

  private func warnAboutFixedCounts() {
    let total = users.userClasses.reduce(0) { $0 + $1.fixedCount }
    guard total > options.userCount else { return }
    log.info(
      """
      Total fixed_count of User classes (\(total)) is greater than the specified number of users \
      (\(options.userCount)), so not all will be spawned.
      """)
  }

  // MARK: The end

  private func end() -> Int32 {
    reports.beginEnd()
    master.quit()
    waitForWorkers()
    if master.droppedMessages > 0 {
      log.warning("\(master.droppedMessages) messages were dropped, as they were of no use")
    }
    if master.wasBusy { log.warning("CPU usage was too high at some point during the test!") }
    if users.state == .stopping {
      users.stop(timeout: 0)
      users.state = .stopped
    }
    users.quit()
    let outcomes = hasBegun ? reports.outcomes : []
    let status = exitStatus(outcomes)
    isOver = true
    keyboard.stop()
    Console.showLive([])
    log.info("Shutting down (exit code \(status))")
    if options.reports.writesJSON { print(JSONReport.text(users.statistics)) }
    if Log.showsTables, hasBegun {
      if let history = master.swapper?.history { write(SwapTables.lines(history, terminalWidth: Console.width)) }
      let tables = Tables(users.statistics, terminalWidth: Console.width)
      write(tables.requests(isFinal: true))
      write(tables.percentiles())
      write(tables.additions())
      write(tables.failures())
      write(tables.exceptions())
      write(Thresholds.table(outcomes))
    }
    reports.finish(outcomes, exitCode: status)
    users.quitted(exitCode: status)
    return status
  }

  /// Waits until every worker has sent its last report and left; ends those that hang.
  private func waitForWorkers() {
    var patience = EventLoop.now + UInt64((master.stopTimeout + HeadlessRun.grace) * 1e9)
    while areWorkersLeft {
      guard EventLoop.now < patience else {
        if hasHungWorkers { return }
        let names = master.workers.keys.sorted().joined(separator: ", ")
        log.error("Timeout waiting for all workers to stop; ending \(names)")
        hasHungWorkers = true
        processes?.kill()
        patience += UInt64(HeadlessRun.grace * 1e9)
        continue
      }
      master.changed.wait(until: patience)
    }
  }

  /// Whether a worker has yet to leave. One of this machine that is missing may hang, and one that has not come yet will
  /// look for its master: neither must be left behind.
  private var areWorkersLeft: Bool {
    guard let processes else { return master.workers.values.contains { $0.state != .missing } }
    return !master.workers.isEmpty || master.knownWorkers < expected.workers && processes.areLeft()
  }

  private func exitStatus(_ outcomes: [Threshold.Outcome]) -> Int32 {
    if let code = users.exitCode ?? master.exitCodeOfWorkers { return code }
    let misses = outcomes.filter { !$0.isKept }
    for miss in misses { log.error("\(miss.complaint)") }
    if !misses.isEmpty { return Thresholds.status }
    if users.statistics.hasFaults { return options.exitCodeOnError }
    if users.hasFailedListeners || master.hasFailedListeners { return 2 }
    if case .failed = master.quitRequest { return 1 }
    return master.hasLostWorkers || hasHungWorkers || hasGivenUp ? 1 : 0
  }
}
