import Logging
import Runtime

/// The process that leads the workers: it decides who runs which users, and gathers what they measure.
final class Master {
  /// Above which share of a core, in percent, measurements are no longer to be trusted.
  private static let busyShare = 90.0
  /// Dropped messages are logged no more often than this, in ns.
  private static let dropLogInterval: UInt64 = 5_000_000_000

  let users: any Users
  /// What the run is asked for; the web page can change it.
  var options: RunOptions
  let transport: any Transport
  /// Posted whenever a worker or the run's state changes.
  let changed = Notice()
  let log = Logger(label: "katydid.runners")

  /// The workers that are there, by name.
  private(set) var workers: [String: WorkerNode] = [:]
  /// The numbers of all workers that have ever come.
  private var indices: [String: Int] = [:]
  /// How many workers have ever come.
  var knownWorkers: Int { indices.count }
  /// The workers that have said that they leave.
  private var departed: Set<String> = []
  /// Messages that were dropped: broken, too long, or from nobody known.
  private(set) var droppedMessages = 0
  private var lastDropLog: UInt64 = 0
  /// The number of users that the run is to have.
  private(set) var target = 0
  private(set) var spawnRate = 1.0
  private var dispatcher: UsersDispatcher?
  /// Which ramp is the latest; an earlier one ends when it sees that.
  private var ramp = 0
  private var isRamping = false
  private var lastTimestamp = 0.0
  /// What users serve instead of waiting their own time.
  private var arrivals: LoadShape.Arrivals?
  /// The classes that a load shape has picked.
  private var pickedClasses: [String]?

  /// Why the run is to end, when something in it has asked for that.
  private(set) var quitRequest: QuitRequest?
  /// Whether a worker was lost before it was told to quit.
  private(set) var hasLostWorkers = false
  private(set) var wasBusy = false
  /// Whether workers were told to quit, so that their leaving is no surprise.
  private(set) var isQuitting = false

  /// A wish to end the run.
  enum QuitRequest: Equatable {
    /// The spec asked for it.
    case requested
    /// The spec can't go on.
    case failed(reason: String)
    /// No worker is left.
    case workersGone
  }

  /// Whether the run ends when no worker is left; otherwise only the test does.
  var endsWithoutWorkers = true

  /// What workers have logged lately.
  private(set) var workerLogs = WorkerLogs()

  /// What leads changes of the spec; nil where there is none to change.
  var swapper: SpecSwapper?

  /// Whether the log says which workers come.
  var saysWhoComes = false

  /// How the process of a lost worker ended, for people; nil when it isn't known.
  var describeEnd: (_ node: String) -> String? = { _ in nil }

  init(users: any Users, options: RunOptions, transport: any Transport) {
    self.users = users
    self.options = options
    self.transport = transport
    users.clusterUserCounts = [:]
    users.onQuit = { [unowned self] reason in requestQuit(reason.map { .failed(reason: $0) } ?? .requested) }
    connectHooks()
  }

  /// Lets the spec ask for what only the master can do.
  private func connectHooks() {
    users.hooks.start = { [unowned self] count, rate, classes in start(count, rate: rate, classes: classes) }
    users.hooks.stop = { [unowned self] in stop() }
    users.hooks.send = { [unowned self] type, data, node in
      if let node { send(type, MessagePack(data), to: node) } else { sendToAll(type, MessagePack(data)) }
    }
    users.hooks.workers = { [unowned self] in
      workers.values.sorted { $0.index < $1.index }.map {
        RunHooks.Worker(
          id: $0.id, index: $0.index, state: $0.state, userCounts: $0.userCounts, cpuUsage: $0.cpuUsage,
          memoryUsage: $0.memoryUsage)
      }
    }
  }

  // MARK: Messages

  /// Takes what workers send, for as long as the process lives. To be called on a fiber of its own.
  func listen() {
    while true {
      switch transport.receive() {
      case .message(let message): handle(message)
      case .garbage(let node, let fault): drop("A message from worker \(node) is broken: \(fault)")
      case .lost(let node): lose(node)
      }
      changed.post()
    }
  }

  /// Counts a message that can't be used; people hear of it every few seconds.
  private func drop(_ why: String) {
    droppedMessages += 1
    let now = EventLoop.now
    guard now >= lastDropLog + Master.dropLogInterval else { return }
    lastDropLog = now
    log.warning("\(why) (\(droppedMessages) messages dropped so far)")
  }

  private func handle(_ message: Message) {
    let node = message.node
    if message.type == MessageType.locustfile { return answerSpecRequest(message) }
    if workers[node] == nil, message.type != MessageType.clientReady {
      guard takeOver(message) else {
        if departed.contains(node) { return }
        return drop("Received \(message.type) message from an unknown worker: \(node).")
      }
    }
    switch message.type {
    case MessageType.clientReady: greet(message)
    case MessageType.heartbeat: noteHeartbeat(message)
    case MessageType.spawning: workers[node]?.state = .spawning
    case MessageType.spawningComplete:
      workers[node]?.state = .running
      if let counts = message.data["user_classes_count"]?.asCounts { note(counts, of: node) }
    case MessageType.stats: merge(message)
    case MessageType.exception:
      let count = message.data["katydid_count"]?.integer ?? 1
      var report = StatisticsReport()
      report.exceptions = [
        ExceptionReport(
          message: message.data["msg"]?.text ?? "", traceback: message.data["traceback"]?.text ?? "",
          count: min(max(count, 1), 1 << 40))
      ]
      users.statistics.merge(report, from: node)
    case MessageType.clientStopped:
      workers[node]?.state = .stopped
      note([:], of: node)
    case MessageType.stop:
      requestQuit(message.data.text.map { .failed(reason: $0) } ?? .requested)
    case MessageType.quit: farewell(node)
    case MessageType.logs: workerLogs.take(message)
    case MessageType.specLoaded: swapper?.noteLoaded(message)
    case MessageType.specActive: swapper?.noteActive(message)
    default:
      if !users.receive(message.type, message.data.plain, from: node) {
        drop("Unknown message type received from worker \(node): \(message.type)")
      }
    }
  }

  private func answerSpecRequest(_ message: Message) {
    if let swapper { return swapper.answer(message) }
    send(MessageType.locustfile, ["error": "this master has no locustfile to give"], to: message.node)
  }

  private func greet(_ message: Message) {
    let node = message.node
    guard message.data.text?.isEmpty == false || message.data.integer == -1 else {
      return log.error("A worker from before Locust 2.0 tried to connect (\(node)); it can't be used")
    }
    let isNew = workers[node] == nil
    let worker = enter(node)
    send(MessageType.ack, ["index": .int(Int64(worker.index)), "katydid": .string(version)], to: node)
    let text = "\(node) (index \(worker.index)) reported as ready. \(available.count) workers connected."
    if isNew && saysWhoComes { log.info("\(text)") } else { log.debug("\(text)") }
    users.notify(.workerConnected(node: node))
    // It has come too late to be told with the others.
    guard !isQuitting else { return send(MessageType.quit, to: node) }
    if isNew, dispatcher != nil {
      dispatcher?.add(worker: node)
      redistribute()
    }
  }

  /// Takes a worker in.
  @discardableResult
  private func enter(_ node: String) -> WorkerNode {
    let index = indices[node] ?? indices.count
    indices[node] = index
    departed.remove(node)
    let worker = WorkerNode(id: node, index: index)
    workers[node] = worker
    return worker
  }

  /// Takes in a worker that has had another master, which has ended: it goes on with its users.
  private func takeOver(_ message: Message) -> Bool {
    guard !isQuitting, !departed.contains(message.node) else { return false }
    guard message.type == MessageType.heartbeat || message.type == MessageType.stats else { return false }
    let worker = enter(message.node)
    log.info("Worker \(message.node) (index \(worker.index)) is taken over from an earlier master")
    if dispatcher != nil {
      dispatcher?.add(worker: message.node)
      redistribute()
    }
    return true
  }

  /// A worker has said that it leaves.
  private func farewell(_ node: String) {
    departed.insert(node)
    guard let worker = workers.removeValue(forKey: node) else { return }
    guard !isQuitting else { return }
    log.info("Worker \(node) (index \(worker.index)) quit. \(available.count) workers ready.")
    leave(out: node)
  }

  private func noteHeartbeat(_ message: Message) {
    let node = message.node
    guard let worker = workers[node] else { return }
    let state = message.data["state"]?.text.flatMap { LoadTest.State(rawValue: $0) } ?? .ready
    workers[node]?.heartbeats = WorkerNode.liveness
    workers[node]?.state = state
    workers[node]?.cpuUsage = message.data["current_cpu_usage"]?.number ?? 0
    workers[node]?.memoryUsage = message.data["current_memory_usage"]?.integer ?? 0
    if let id = message.data["katydid_spec"]?.text {
      workers[node]?.specID = id
      swapper?.noteVersion(id, of: node)
    }
    if worker.state == .missing {
      log.info("Worker \(node) self-healed with heartbeat, setting state to \(state.rawValue).")
      dispatcher?.add(worker: node)
      redistribute()
    }
    if let worker = workers[node], worker.cpuUsage > Master.busyShare, !worker.wasBusy {
      wasBusy = true
      workers[node]?.wasBusy = true
      log.warning(
        """
        CPU usage of worker \(node) above \(Int(Master.busyShare))%! This may constrain your throughput and may even \
        give inconsistent response time measurements! Distribute the load over more CPU cores or machines
        """)
    }
    users.notify(.heartbeatSent(node: node))
    send(MessageType.heartbeat, to: node)
  }

  private func merge(_ message: Message) {
    do throws(StatsMessage.Fault) {
      let stats = try StatsMessage(message.data)
      users.statistics.merge(stats.report, from: message.node)
      swapper?.history.merge(stats.report, from: message.node, version: stats.version)
      note(stats.userCounts, of: message.node)
      users.hearReport(from: message.node) { message.data.plain }
    } catch {
      log.error("A stats message from worker \(message.node) is broken; what it measured is lost")
    }
  }

  private func note(_ counts: [String: Int], of node: String) {
    workers[node]?.userCounts = counts
    users.clusterUserCounts = reportedCounts
  }

  func send(_ type: String, _ data: MessagePack = .null, to node: String) {
    transport.send(Message(type, data, node: node))
  }

  private func sendToAll(_ type: String, _ data: MessagePack = .null) {
    for node in workers.keys { send(type, data, to: node) }
  }

  /// Ends the run.
  func endRun() { requestQuit(.requested) }

  private func requestQuit(_ request: QuitRequest) {
    guard request != .workersGone || endsWithoutWorkers else { return stop() }
    if quitRequest == nil { quitRequest = request }
    changed.post()
  }

  // MARK: Workers that fall silent or go

  /// Counts the seconds since the last heartbeats. To be called on a fiber of its own.
  func watch() {
    while true {
      _ = EventLoop.shared.sleep(1_000_000_000)
      for (node, worker) in workers where !isQuitting {
        workers[node]?.heartbeats -= 1
        if worker.state == .missing {
          guard worker.heartbeats <= WorkerNode.forgottenAt else { continue }
          workers[node] = nil
          log.info("Worker \(node) was missing for too long; it is forgotten")
        } else if worker.heartbeats < 0 {
          log.error("Worker \(node) failed to send heartbeat, setting state to missing.")
          workers[node]?.state = .missing
          leave(out: node)
        }
      }
    }
  }

  /// Tells the spec every ten seconds how busy the master is. To be called on a fiber of its own.
  func measureLoad() {
    var load = ProcessLoad()
    while !isQuitting {
      _ = EventLoop.shared.sleep(10_000_000_000)
      users.notify(.usage(cpu: load.takeUsage(), memory: ProcessLoad.residentMemory))
    }
  }

  private func lose(_ node: String) {
    guard !departed.contains(node) else { return }
    guard let worker = workers.removeValue(forKey: node) else { return noteStillborn(node) }
    let end = describeEnd(node)
    guard !isQuitting || worker.state != .stopped else { return }
    hasLostWorkers = true
    log.error(
      "Worker \(node) (index \(worker.index)) is gone\(end.map { ": \($0)" } ?? ""). What it had reported is kept")
    if worker.state != .missing { leave(out: node) }
  }

  /// A worker has ended before it said that it was ready.
  private func noteStillborn(_ node: String) {
    hasLostWorkers = true
    log.error("Worker \(node) did not come up\(describeEnd(node).map { ": \($0)" } ?? "")")
    requestQuit(.workersGone)
  }

  /// Gives a worker's users to the others.
  private func leave(out node: String) {
    swapper?.forget(node)
    note([:], of: node)
    users.clusterUserCounts = reportedCounts
    guard !isQuitting else { return }
    if available.isEmpty {
      log.error("The last worker went missing, stopping test.")
      return requestQuit(.workersGone)
    }
    guard dispatcher != nil else { return }
    dispatcher?.remove(worker: node)
    redistribute()
  }

  /// Has workers told what the dispatcher has changed, unless a ramp does that anyway.
  private func redistribute() {
    guard users.state == .running || users.state == .spawning, !isRamping else { return }
    start(target, rate: spawnRate, classes: pickedClasses, arrivals: arrivals)
  }

  // MARK: Users

  /// The workers that can be given users.
  var available: [String] { workers.values.filter(\.isAvailable).map(\.id) }

  /// How many users of each class run, as the workers say.
  var reportedCounts: [String: Int] {
    var counts: [String: Int] = [:]
    for worker in workers.values where worker.isAvailable {
      for (name, count) in worker.userCounts { counts[name, default: 0] += count }
    }
    return counts
  }

  /// How many users run, as the workers say.
  var userCount: Int { reportedCounts.values.reduce(0, +) }

  /// How the swarm fares, in a line.
  var summary: String { "\(users.state.rawValue): \(userCount) users on \(available.count) workers" }

  /// Begins to go to a number of users, on a fiber of its own.
  ///
  /// - Parameters:
  ///   - classes: the names of the classes to add users of; nil for all.
  ///   - arrivals: what users serve instead of waiting their own time.
  func start(_ count: Int, rate: Double, classes: [String]? = nil, arrivals: LoadShape.Arrivals? = nil) {
    target = count
    pickedClasses = classes
    self.arrivals = arrivals
    spawnRate = rate
    users.targetUserCount = count
    if users.state != .running && users.state != .spawning {
      users.statistics.clear()
      swapper?.history.clear()
      users.start()
    }
    users.state = .spawning
    log.info("Ramping to \(count) users at a rate of \(Field.fixed(rate)) per second")
    var dispatcher = dispatcher ?? UsersDispatcher(workers: available, classes: users.userClasses)
    dispatcher.begin(target: count, rate: rate, classes: classes)
    self.dispatcher = dispatcher
    ramp += 1
    isRamping = true
    let mine = ramp
    EventLoop.shared.spawn { [self] in
      climb(mine)
      changed.post()
    }
  }

  private func climb(_ mine: Int) {
    var next = EventLoop.now
    while ramp == mine, !isQuitting, dispatcher?.isRamping == true {
      dispatcher?.step()
      sendSpawns()
      guard let dispatcher, dispatcher.isRamping else { break }
      // A rate may be as low as it likes.
      next += UInt64(min(dispatcher.pause, 1e9) * 1e9)
      while ramp == mine, !isQuitting, EventLoop.now < next { changed.wait(until: next) }
    }
    guard ramp == mine, !isQuitting, let dispatcher else { return }
    // The workers have a second to say that they have started their users.
    let deadline = EventLoop.now + 1_000_000_000
    while userCount != dispatcher.userCount, EventLoop.now < deadline, ramp == mine, !isQuitting {
      changed.wait(until: deadline)
    }
    guard ramp == mine, !isQuitting else { return }
    finishRamp(isComplete: userCount == dispatcher.userCount, count: dispatcher.userCount)
  }

  /// Shares users out anew after a change of the classes, as many as there are, without cutting tasks short.
  func shareOut() {
    guard let old = dispatcher else { return }
    var fresh = UsersDispatcher(workers: available, classes: users.userClasses)
    fresh.begin(target: old.userCount, rate: 1e9)
    while fresh.isRamping { fresh.step() }
    if isRamping { fresh.begin(target: target, rate: spawnRate) }
    dispatcher = fresh
    sendSpawns(isGraceful: true)
  }

  /// Tells a worker once more how many users it is to have.
  func sendShare(to node: String) {
    guard users.state == .running || users.state == .spawning else { return }
    sendSpawns(to: node, isGraceful: true)
  }

  private func sendSpawns(to only: String? = nil, isGraceful: Bool = false) {
    guard let dispatcher else { return }
    lastTimestamp = max(lastTimestamp.nextUp, Double(WallClock.now) / 1e9)
    let parsedOptions = MessagePack(users.sharedOptions)
    let share = arrivals?.share(of: dispatcher.distribution.count)
    for (node, counts) in dispatcher.distribution where only == nil || only == node {
      send(
        MessageType.spawn,
        [
          "timestamp": .double(lastTimestamp), "user_classes_count": .counts(counts),
          "host": options.host.map { .string($0) } ?? .null, "stop_timeout": .double(options.stopTimeout),
          "parsed_options": parsedOptions,
          // Locust's workers pass over keys that they don't know.
          "katydid_arrivals": share.map { [.double($0.rate), .int(Int64($0.mostUsers))] } ?? .null,
          "katydid_graceful": .bool(isGraceful),
        ], to: node)
    }
  }

  private func finishRamp(isComplete: Bool, count: Int) {
    isRamping = false
    users.state = .running
    let prefix =
      isComplete
      ? "All users spawned"
      : "Spawning is complete and report waittime is expired, but not all reports received from workers"
    let counts = users.userClasses.map(\.name).sorted().map { "\"\($0)\": \(reportedCounts[$0] ?? 0)" }
    log.info("\(prefix): {\(counts.joined(separator: ", "))} (\(userCount) total users)")
    if options.resetsStatistics {
      log.info("Resetting stats\n")
      users.statistics.reset()
    }
    users.spawningComplete(userCount: count)
    sendToAll(MessageType.spawningComplete, ["user_count": .int(Int64(count))])
  }

  /// Ends the test; workers stay, ready for the next one. To be called on a fiber.
  func stop() {
    guard users.state == .running || users.state == .spawning else { return }
    ramp += 1
    isRamping = false
    dispatcher = nil
    users.state = .stopping
    sendToAll(MessageType.stop)
    users.stop(timeout: 0)
    users.state = .stopped
    changed.post()
  }

  /// Tells all workers to stop their users, to send what is left to report and to leave.
  func quit() {
    isQuitting = true
    ramp += 1
    if users.state == .running || users.state == .spawning { users.state = .stopping }
    for node in workers.keys { send(MessageType.quit, to: node) }
    changed.post()
  }
}
