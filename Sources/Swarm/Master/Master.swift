import Logging
import Runtime

/// The process that leads the workers: it decides who runs which users, and gathers what they measure.
final class Master {
  /// Above which share of a core, in percent, measurements are no longer to be trusted.
  private static let busyShare = 90.0
  /// Dropped messages are logged no more often than this, in ns.
  private static let dropLogInterval: UInt64 = 5_000_000_000
  /// After how long a worker that hasn't heard how many users it is to have is told again, in ns.
  private static let spawnPatience: UInt64 = 2_000_000_000

  let users: any Users
  /// What the run is asked for; the web page can change it.
  var options: RunOptions
  let transport: any Transport
  /// Posted whenever a worker or the run's state changes.
  let changed = Notice()
  let log = Logger(label: "katydid.runners")

  /// The workers that are there, by name.
  var workers: [String: WorkerNode] = [:]
  /// The numbers of all workers that have ever come.
  private var indices: [String: Int] = [:]
  /// How many workers have ever come.
  var knownWorkers: Int { indices.count }
  /// The workers that have said that they leave.
  private var departed: Set<String> = []
  /// The last lines of the workers' logs.
  private(set) var workerLogs = WorkerLogs()
  /// Messages that were dropped: broken, too long, or from nobody known.
  private(set) var droppedMessages = 0
  private var lastDropLog: UInt64 = 0
  private var reports = ReceivedReports()
  /// `reportedCounts`, until something changes in it: summing a thousand workers up takes time.
  var knownCounts: [String: Int]?
  /// The number of users that the run is to have.
  var target = 0
  var spawnRate = 1.0
  var dispatcher: UsersDispatcher?
  /// Which ramp is the latest; an earlier one ends when it sees that.
  var ramp = 0
  var isRamping = false
  var lastTimestamp = 0.0
  /// The target before listeners of `test_start` in this process could change it.
  var hostBefore: String?
  /// What users serve instead of waiting their own time.
  var arrivals: LoadShape.Arrivals?
  /// What is left of `--iterations`; nil without a limit.
  var iterations: IterationBudget?
  /// The classes that a load shape has picked.
  var pickedClasses: [String]?

  /// Why the run is to end, when something in it has asked for that.
  private(set) var quitRequest: QuitRequest?
  /// Whether a worker was lost before it was told to quit.
  private(set) var hasLostWorkers = false
  /// The exit status that the spec wants in a worker.
  private(set) var exitCodeOfWorkers: Int32?
  /// Whether a listener of events has raised something in a worker.
  private(set) var hasFailedListeners = false
  private(set) var wasBusy = false
  /// Whether workers were told to quit, so that their leaving is no surprise.
  var isQuitting = false

  /// A wish to end the run.
  enum QuitRequest: Equatable {
    /// The spec asked for it.
    case requested
    /// The spec can't go on.
    case failed(reason: String)
    /// No worker is left.
    case workersGone
    /// All the iterations that were asked for are done.
    case iterationsDone

    /// Whether only the test is over, and a program with a web page goes on.
    var endsTestOnly: Bool { self == .workersGone || self == .iterationsDone }
  }

  /// Whether the run ends when no worker is left; otherwise only the test does.
  var endsWithoutWorkers = true

  /// The base address of the target, as the spec's listeners have left it; nil leaves it to the user classes.
  var host: String? {
    guard let standing = users.standing else { return options.host }
    return standing.host
  }
  /// How long stopping users may take to finish their tasks, in s, as the spec's listeners have left it.
  var stopTimeout: Double { users.standing?.stopTimeout ?? options.stopTimeout }

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
      endAfterIterations()
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
    case MessageType.spawning: set(.spawning, of: node)
    case MessageType.spawningComplete:
      set(.running, of: node)
      if let counts = message.data["user_classes_count"]?.asCounts { note(counts, of: node) }
    case MessageType.stats: merge(message)
    case MessageType.exception:
      var report = StatisticsReport()
      report.exceptions = [
        ExceptionReport(
          message: message.data["msg"]?.text ?? "", traceback: message.data["traceback"]?.text ?? "", count: 1)
      ]
      users.statistics.merge(report, from: node)
    case MessageType.clientStopped:
      set(.stopped, of: node)
      note([:], of: node)
    case MessageType.stop:
      requestQuit(message.data.text.map { .failed(reason: $0) } ?? .requested)
    case MessageType.quit: farewell(node)
    case MessageType.logs: workerLogs.take(message)
    case MessageType.specLoaded: swapper?.noteLoaded(message)
    case MessageType.iterations: serveIterations(message)
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
    countsChanged()
    return worker
  }

  /// Takes in a worker that has had another master, which has ended: it goes on with its users.
  private func takeOver(_ message: Message) -> Bool {
    guard !isQuitting, !departed.contains(message.node) else { return false }
    guard message.type == MessageType.heartbeat, message.data["state"]?.text != nil else { return false }
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
    set(state, of: node)
    workers[node]?.cpuUsage = message.data["current_cpu_usage"]?.number ?? 0
    workers[node]?.memoryUsage = message.data["current_memory_usage"]?.integer ?? 0
    if let id = message.data["katydid_spec"]?.text {
      workers[node]?.specID = id
      swapper?.noteVersion(id, of: node)
    } else {
      warnOfIterations(node)
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
    send(
      MessageType.heartbeat,
      reports[node].map { [.string(SentReports.acknowledgementKey): .int(Int64($0))] } ?? .null, to: node)
    repeatWhatWasLost(message, state)
  }

  /// Says again what a worker seems not to have heard: messages that are under way get lost with a connection.
  private func repeatWhatWasLost(_ message: Message, _ state: LoadTest.State) {
    let node = message.node
    guard !isQuitting else { return send(MessageType.quit, to: node) }
    guard let heard = message.data["katydid_spawn"]?.number else { return }
    switch users.state {
    case .running, .spawning:
      if let told = workers[node]?.told, heard < told.timestamp, EventLoop.now > told.at + Master.spawnPatience {
        sendSpawns(to: node)
      }
    case .stopped, .ready:
      if state == .running { send(MessageType.stop, to: node) }
    default: break
    }
  }

  private func merge(_ message: Message) {
    if let number = message.data[SentReports.numberKey]?.integer, !reports.take(number, from: message.node) { return }
    do throws(StatsMessage.Fault) {
      let stats = try StatsMessage(message.data)
      if message.data[StatsMessage.failedListeners] == .bool(true) { hasFailedListeners = true }
      // In what looks like one process it doesn't matter where the spec has set it.
      if options.looksLocal, let code = message.data[StatsMessage.exitCode]?.integer {
        exitCodeOfWorkers = Int32(truncatingIfNeeded: code & 0xff)
      }
      // A run in what looks like one process has no nodes to tell apart, as in Locust.
      users.statistics.merge(stats.report, from: options.looksLocal ? "local" : message.node)
      swapper?.history.merge(stats.report, from: message.node, version: stats.version)
      note(stats.userCounts, of: message.node)
      users.hearReport(from: message.node) {
        guard message.data[StatsRows.key] != nil else { return message.data.plain }
        // Listeners see what Locust's would: its keys, and what the worker's own listeners have added.
        var shown = stats.data
        shown.append((message.data.pairs ?? []).filter { $0.key != .string(StatsRows.key) })
        return shown.plain
      }
    } catch {
      log.error("A stats message from worker \(message.node) is broken; what it measured is lost")
    }
  }

  private func note(_ counts: [String: Int], of node: String) {
    guard workers[node] == nil || workers[node]?.userCounts != counts else { return }
    workers[node]?.userCounts = counts
    countsChanged()
  }

  private func set(_ state: LoadTest.State, of node: String) {
    let wasAvailable = workers[node]?.isAvailable
    workers[node]?.state = state
    if workers[node]?.isAvailable != wasAvailable { countsChanged() }
  }

  /// Notes that the numbers of users have changed, or which workers there are.
  private func countsChanged() {
    knownCounts = nil
    users.clusterUserCounts = reportedCounts
  }

  func send(_ type: String, _ data: MessagePack = .null, to node: String) {
    transport.send(Message(type, data, node: node))
  }

  func sendToAll(_ type: String, _ data: MessagePack = .null) {
    for node in workers.keys { send(type, data, to: node) }
  }

  /// Ends the run.
  func endRun() { requestQuit(.requested) }

  /// Sets attributes of a user class here and in all workers; the dispatcher goes by it with the next start.
  ///
  /// - Throws: `SpecFault` for a class that there isn't, or values that a class can't have.
  func update(userClass settings: PlainData) throws(SpecFault) {
    try users.update(userClass: settings)
    // Where the run doesn't look local, the spec's own environment has sent it.
    if options.looksLocal { sendToAll(MessageType.updateUserClass, MessagePack(settings)) }
  }

  func requestQuit(_ request: QuitRequest) {
    guard endsWithoutWorkers || !request.endsTestOnly else {
      // Whoever asks may be the fiber that takes messages, which must not wait for the users' end.
      EventLoop.shared.spawn { [self] in stop() }
      return
    }
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
          set(.missing, of: node)
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
    guard users.state == .running || users.state == .spawning else { return }
    // One that only waits for reports sends nothing more.
    guard !isRamping || dispatcher?.isRamping == false else { return }
    start(target, rate: spawnRate, classes: pickedClasses, arrivals: arrivals)
  }
}
