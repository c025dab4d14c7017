import Glibc
import Logging
import Runtime
import Web

/// A run that people steer from the web page: its test starts and stops as often as they like, until a signal ends the
/// program.
final class PageRun: HeadlessRun {
  /// How often the page is told how things stand, in ns.
  private static let publishInterval: UInt64 = 1_000_000_000
  /// How long workers that have just stopped may take to be ready again, in ns.
  private static let restartPatience: UInt64 = 3_000_000_000

  /// How many tests are remembered.
  private static let mostRecords = 200

  private let page: PageSettings
  private var room: SwarmRoom?
  private var address = ""
  /// How serving went, once that is known.
  private var served: Result<WebServer, WebFailure>?
  /// The number of the test, to tell a later one from the one that somebody waits for.
  private var test = 0
  /// Whether the first test, which nobody had to start, is over.
  private var hasEnded = false

  init(master: Master, expected: Expectation, processes: WorkerProcesses?, page: PageSettings) {
    self.page = page
    super.init(master: master, expected: expected, processes: processes)
    master.endsWithoutWorkers = false
  }

  override func lead() {
    guard serve() else {
      hasGivenUp = true
      hasBegun = false
      return
    }
    reports.begin { [master] in master.users.state == .running || master.users.state == .spawning }
    EventLoop.shared.spawn { [self] in publish() }
    EventLoop.shared.spawn { [self] in keyboard.listen(obey) }
    if options.reports.printsTablesWithPage { showProgress() }
    if page.startsAtOnce {
      gather()
      if !shallEnd { startAtOnce() }
    }
    while !shallEnd { master.changed.wait(until: .max) }
    explainEnd(otherwise: nil)
  }

  override func obey(_ command: Keyboard.Command) {
    guard command == .open else { return super.obey(command) }
    Browser.open(address)
  }

  // MARK: Serving

  /// Starts the server and says where it is; false when that fails.
  private func serve() -> Bool {
    guard let thread = SwarmThread() else {
      log.error("The web page can't be served: no descriptor is left")
      return false
    }
    EventLoop.shared.spawn { thread.serve() }
    let room = SwarmRoom(thread, self, page)
    self.room = room
    let options = page.server
    Task.detached {
      let outcome: Result<WebServer, WebFailure>
      do { outcome = .success(try await WebServer.start(room, options)) } catch {
        outcome = .failure(error as? WebFailure ?? WebFailure("The web page can't be served: \(error)"))
      }
      await thread.perform { room.noteServer(outcome) }
    }
    while served == nil, signal == nil { master.changed.wait(until: .max) }
    switch served {
    case .success(let server):
      announce(server)
      return true
    case .failure(let fault): log.error("\(fault)")
    case nil: break
    }
    return false
  }

  /// Notes how serving went.
  func note(_ server: Result<WebServer, WebFailure>) {
    served = server
    master.changed.post()
  }

  private func announce(_ server: WebServer) {
    address = page.displayName ?? server.address
    let hint = Console.isTerminal ? ", press enter to open your default browser." : ""
    log.info("Starting web interface at \(address)\(hint)")
    if let fingerprint = server.fingerprint {
      log.info("The page's certificate was made for this run; its SHA-256 fingerprint is \(fingerprint)")
    }
    if let path = server.packagePath {
      let pin = server.publicKeyPin.map { " (public key \($0))" } ?? ""
      log.info("New machines find the program at port \(server.port), \(path)\(pin)")
    }
    if let password = server.oneTimePassword {
      // Not in the log, which the page shows to those who may look only.
      Console.write(
        "Log in as admin with the password \(password) (for this run; --htpasswd names a file of your own)\n")
    }
  }

  private func publish() {
    while !hasGivenUp {
      if isTesting {
        history.note(
          users.statistics.total, users: master.userCount, time: Double(WallClock.now) / 1e9,
          shares: Percentiles(users.statistics.settings).lines)
      }
      noteFigures()
      room?.publish()
      let next = EventLoop.now + PageRun.publishInterval
      // A change of the state shows at once.
      let state = users.state
      while EventLoop.now < next, users.state == state { master.changed.wait(until: next) }
    }
  }

  // MARK: The test

  private func startAtOnce() {
    var request = SwarmRequest()
    request.users = options.userCount
    request.spawnRate = options.spawnRate
    request.runTime = options.runTime
    if case .refused(let reason) = swarm(request) { log.error("\(reason)") }
    guard let seconds = page.quitsAfter else { return }
    let mine = test
    EventLoop.shared.spawn { [self] in
      while test == mine, isTesting { master.changed.wait(until: .max) }
      guard test == mine else { return }
      _ = EventLoop.shared.sleep(UInt64(seconds) * 1_000_000_000)
      log.info("--autoquit time reached, shutting down")
      master.endRun()
    }
  }

  private var isTesting: Bool {
    users.state == .running || users.state == .spawning || users.state == .stopping
  }

  /// Starts a test, or changes the one that runs. To be called on a fiber.
  func swarm(_ request: SwarmRequest) -> SwarmAnswer {
    let deadline = EventLoop.now + PageRun.restartPatience
    while master.available.isEmpty, !master.workers.isEmpty, EventLoop.now < deadline {
      master.changed.wait(until: deadline)
    }
    guard !master.available.isEmpty else {
      return .refused(
        reason: "No worker is connected: a test can't be started before at least one has come")
    }
    if let name = request.shapeClass ?? nil, !users.shapeNames.contains(name) {
      return .refused(reason: "The spec has no load shape \(name)")
    }
    if let fault = takeArguments(request) { return .refused(reason: fault) }
    if !isTesting {
      // As in Locust: where classes are picked, leaving out the shape means none.
      if let choice = request.shapeClass ?? (page.showsClassPicker ? .some(nil) : nil) {
        users.chooseShape(named: choice)
      }
      noteFigures()
      test += 1
      beginning = EventLoop.now
      reports.restart()
      history = PageHistory()
      limit(request.runTime)
      records.append(
        RunRecord(
          number: records.count + 1, start: Double(WallClock.now) / 1e9,
          users: users.shape == nil ? request.users ?? options.userCount : nil,
          spawnRate: users.shape == nil ? request.spawnRate ?? options.spawnRate : nil, host: master.host))
      if records.count > PageRun.mostRecords { records.removeFirst() }
    }
    if let shape = users.shape {
      if isTesting { return .refused(reason: "The load shape \(shape.name) decides how many users there are") }
      follow(shape)
      return .started(message: "Swarming started using shape class '\(shape.name)'")
    }
    let classes = request.userClasses.filter { name in users.userClasses.contains { $0.name == name } }
    reports.plan = RunReports.Plan(
      users: request.users ?? options.userCount, spawnRate: request.spawnRate ?? options.spawnRate,
      runTime: request.runTime ?? (isTesting ? reports.plan.runTime : nil))
    master.start(
      request.users ?? options.userCount, rate: request.spawnRate ?? options.spawnRate,
      classes: classes.isEmpty ? nil : classes)
    return .started(message: "Swarming started")
  }

  /// Ends the test after some time; nil for none.
  private func limit(_ seconds: Double?) {
    guard let seconds else { return }
    log.info("Run time limit set to \(Field.exact(seconds)) seconds")
    let mine = test
    let deadline = EventLoop.now + UInt64(min(seconds, 1e9) * 1e9)
    EventLoop.shared.spawn { [self] in
      while test == mine, EventLoop.now < deadline { master.changed.wait(until: deadline) }
      guard test == mine, isTesting else { return }
      log.info("--run-time limit reached, stopping test")
      stop()
    }
  }

  private func follow(_ shape: LoadShape) {
    let mine = test
    EventLoop.shared.spawn { [self] in
      var hasBegun = false
      ShapeRun(shape, of: master).run {
        hasBegun = hasBegun || isTesting
        return shallEnd || test != mine || hasBegun && !isTesting
      }
      if test == mine { stop() }
    }
  }

  /// Ends the test. To be called on a fiber.
  func stop() {
    guard isTesting else { return }
    reports.beginEnd()
    master.stop()
  }

  override func endTest() { stop() }

  /// Begins the statistics anew.
  func reset() {
    users.notify(.statisticsReset)
    users.statistics.reset()
    master.swapper?.history.clear()
    history = PageHistory()
    room?.publish()
  }

  /// Sets the spec's own arguments, and the tags of a test that is to start; what is wrong with them, for people.
  private func takeArguments(_ request: SwarmRequest) -> String? {
    let fields = request.custom
    var pairs: [PlainData.Pair] = []
    if !isTesting {
      for (name, tags) in [("tags", request.tags), ("exclude_tags", request.excludedTags)] {
        if let tags { pairs.append(PlainData.Pair(.text(name), .list(tags.map { .text($0) }))) }
      }
    }
    for argument in page.arguments {
      guard let texts = fields[argument.attribute] else { continue }
      do throws(FormFault) {
        pairs.append(PlainData.Pair(.text(argument.attribute), try argument.value(of: texts)))
      } catch { return error.text }
    }
    if let host = request.host { master.options.host = host }
    users.take(options: .map(pairs), host: request.host ?? master.host, stopTimeout: master.stopTimeout)
    return nil
  }

  // MARK: What the page shows

  /// The file with every second of the run, as `--csv-full-history` writes it; nil without that option.
  var fullHistory: String? {
    guard options.reports.writesFullHistory, let prefix = options.reports.csvPrefix else { return nil }
    return SpecFiles.onDisk(prefix + "_stats_history.csv").map { String(decoding: $0, as: UTF8.self) }
  }
  /// The report as it is now.
  var report: String { reports.html(reports.outcomes) }
  /// The seconds of the test so far.
  private(set) var history = PageHistory()
  /// The tests since the program began.
  private(set) var records: [RunRecord] = []

  /// Brings the latest test's record up to date.
  private func noteFigures() {
    guard let last = records.indices.last, records[last].end == nil else { return }
    records[last].requests = users.statistics.total.requests
    records[last].failures = users.statistics.total.failures
    if !isTesting { records[last].end = Double(WallClock.now) / 1e9 }
  }
}
