import Lang
import Logging
import Runtime

/// One worker process: it runs the users that the master asks for and reports what they measure.
final class Worker {
  /// What is told to a worker before it starts.
  struct Settings {
    /// The worker's name.
    let node: String
    /// Its number, until the master says otherwise.
    let index: Int
    /// Whether statistics are zeroed once all users are there.
    let resetsStatistics: Bool
    /// How long stopping users may take to finish their tasks, in s, until a spawn message says otherwise.
    let stopTimeout: Double
    /// How often statistics are sent, in ns.
    let reportInterval: UInt64
    /// The spec that it has, and the number of its version.
    var bundle: SpecBundle?
    var version = 1
  }

  private static let heartbeatInterval: UInt64 = 1_000_000_000
  /// How many heartbeats there are to one measurement of the CPU load, and to one look at the log.
  private static let heartbeatsPerLoad = 10
  /// How long the master may take to accept the worker, in ns, and how often it is asked.
  private static let connectTimeout: UInt64 = 5_000_000_000
  private static let connectRetries = 60
  /// How many retries there are before people hear of them.
  private static let quietRetries = 6
  /// How long the master may be silent before the worker ends, in ns.
  private static let masterTimeout: UInt64 = 60_000_000_000
  /// How many messages a master that can't count exceptions gets of one kind in one report.
  private static let mostCopies = 100
  /// The status of a worker that finds no master.
  private static let unconnected: Int32 = 255
  private static let busyShare = 90.0

  private let users: any Users
  private let transport: any Transport
  private let settings: Settings
  private let spec: WorkerSpec
  private var stopTimeout: Double
  private var lastSpawn = -Double.infinity
  /// When the master was last heard; nil before that.
  private var lastHeard: UInt64?
  /// Whether the master is a Katydid too, which understands more than Locust's.
  private var hasKatydidMaster = false
  /// Whether reports and heartbeats go on.
  private var isWorking = true
  private var isAccepted = false
  private var hasAskedForEnd = false
  private var sentReports = SentReports()
  /// Posted when the master has accepted the worker.
  private let accepted = Notice()
  private var status: Int32 = 0
  private let log = Logger(label: "katydid.worker")

  init(users: any Users, transport: any Transport, settings: Settings) {
    self.users = users
    self.transport = transport
    self.settings = settings
    stopTimeout = settings.stopTimeout
    spec = WorkerSpec(users: users, bundle: settings.bundle, version: settings.version)
  }

  /// Works until the master says to quit. To be called on a fiber.
  ///
  /// - Returns: the process's exit status.
  func run() -> Int32 {
    Heap.suitWorker()
    users.onQuit = { [unowned self] reason in requestEnd(reason) }
    users.hooks.node = settings.node
    users.hooks.send = { [unowned self] type, data, _ in send(type, MessagePack(data)) }
    EventLoop.shared.spawn { [self] in connect() }
    while true {
      switch transport.receive() {
      case .message(let message):
        lastHeard = EventLoop.now
        if !handle(message) { return leave() }
      case .garbage(_, let fault):
        log.error("A message from the master is broken: \(fault)")
      case .lost:
        // Nobody is left to report to, or whoever runs this process wants its end.
        return leave()
      }
    }
  }

  /// The spec wants the whole test to end; of a Locust master, which has no message for that, the worker takes leave.
  private func requestEnd(_ reason: String?) {
    guard !hasAskedForEnd else { return }
    hasAskedForEnd = true
    guard !hasKatydidMaster else { return send(MessageType.stop, reason.map { .string($0) } ?? .null) }
    if let reason { log.error("\(reason)") }
    transport.report(lost: "master")
  }

  /// Ends the worker as a signal asks for it.
  func interrupt(because text: String) {
    log.info("\(text)")
    transport.report(lost: "master")
  }

  /// How the worker fares, in a line.
  var summary: String {
    isAccepted ? "\(users.state.rawValue): \(users.userCounts.values.reduce(0, +)) users" : "looking for the master"
  }

  private func send(_ type: String, _ data: MessagePack = .null) {
    transport.send(Message(type, data, node: settings.node))
  }

  /// Tells the master that the worker is there until it is accepted.
  private func connect() {
    for retry in 0...Worker.connectRetries where !isAccepted && isWorking {
      if retry > 0 {
        log.log(
          level: retry < Worker.quietRetries ? .debug : .info,
          "Failed to connect to the master, retry \(retry)/\(Worker.connectRetries).")
      }
      send(MessageType.clientReady, .string(version))
      let deadline = EventLoop.now + Worker.connectTimeout
      while !isAccepted, isWorking, EventLoop.now < deadline { accepted.wait(until: deadline) }
    }
    guard !isAccepted, isWorking else { return }
    log.error("No master was found")
    status = Worker.unconnected
    transport.report(lost: "master")
  }

  /// Does what a message says; false when it is the last one.
  private func handle(_ message: Message) -> Bool {
    switch message.type {
    case MessageType.ack: accept(message.data)
    case MessageType.heartbeat:
      users.notify(.heartbeatReceived(node: settings.node))
      if let number = message.data[SentReports.acknowledgementKey]?.integer {
        for report in sentReports.acknowledge(number) { send(MessageType.stats, report) }
      }
    case MessageType.spawn: spawn(message.data)
    case MessageType.spawningComplete:
      if settings.resetsStatistics { users.statistics.reset() }
      users.spawningComplete(userCount: message.data["user_count"]?.integer ?? 0)
    case MessageType.stop:
      stop()
      send(MessageType.clientStopped)
      users.state = .ready
      send(MessageType.clientReady, .string(version))
    case MessageType.specPrepare: send(MessageType.specLoaded, spec.prepare(message.data))
    case MessageType.specAbandon: spec.abandon(message.data)
    case MessageType.specActivate: activate(message.data)
    case MessageType.locustfile: break
    case MessageType.iterations: users.hooks.iterations?.grant(message.data["granted"]?.integer ?? 0)
    case MessageType.updateUserClass:
      do throws(SpecFault) { try users.update(userClass: message.data.plain) } catch { log.error("\(error.text)") }
    case MessageType.reconnect:
      log.warning("The master asks to connect anew")
      transport.reconnect()
    case MessageType.quit:
      log.debug("The master says to quit")
      return false
    default:
      if !users.receive(message.type, message.data.plain, from: message.node) {
        log.warning("Unknown message type received: \(message.type)")
      }
    }
    return true
  }

  private func accept(_ data: MessagePack) {
    hasKatydidMaster = data["katydid"] != nil
    guard !isAccepted else { return }
    isAccepted = true
    accepted.post()
    users.begin(.worker(index: data["index"]?.integer ?? settings.index))
    EventLoop.shared.spawn { [self] in beat() }
    EventLoop.shared.spawn { [self] in report() }
  }

  private func spawn(_ data: MessagePack) {
    guard let timestamp = data["timestamp"]?.number, let counts = data["user_classes_count"]?.asCounts else {
      return log.error("A spawn message from the master is broken")
    }
    guard timestamp > lastSpawn else {
      return log.info("Discard spawn message with older or equal timestamp than timestamp of previous spawn message")
    }
    lastSpawn = timestamp
    stopTimeout = data["stop_timeout"]?.number ?? stopTimeout
    let options = data["parsed_options"]?.plain ?? .null
    let host = data["host"]?.text
    let isStart = users.state != .running && users.state != .spawning
    // Listeners that change the host by what it was must not find the change of the master's there.
    let before = isStart && data["katydid_host_before"] != nil ? data["katydid_host_before"]?.text : host
    users.take(options: options, host: before, stopTimeout: stopTimeout)
    send(MessageType.spawning)
    if isStart {
      users.statistics.clear()
      users.hooks.iterations =
        data["katydid_iterations"] == .bool(true)
        ? IterationShare { [unowned self] wanted, done in
          send(MessageType.iterations, ["wanted": .int(Int64(wanted)), "done": .int(Int64(done))])
        } : nil
      users.start()
    }
    users.state = .spawning
    if before != host { users.take(options: options, host: host, stopTimeout: stopTimeout) }
    users.take(arrivals: Worker.arrivals(data["katydid_arrivals"]))
    users.targetUserCount = counts.values.reduce(0, +)
    if data["katydid_graceful"] == .bool(true) {
      users.setUserCountsGracefully(counts)
    } else {
      users.setUserCounts(counts)
    }
    users.state = .running
    let alive = users.userCounts
    send(
      MessageType.spawningComplete,
      ["user_classes_count": .counts(alive), "user_count": .int(Int64(alive.values.reduce(0, +)))])
  }

  /// Changes over to the version that was loaded. What was measured until now is the old one's.
  private func activate(_ data: MessagePack) {
    guard spec.isCandidate(data) else { return }
    sendReport()
    spec.activate(data) { [unowned self] in send(MessageType.specActive, $0) }
  }

  /// What of the arrivals is this worker's part, as the master has computed it.
  private static func arrivals(_ data: MessagePack?) -> LoadShape.Arrivals? {
    guard let parts = data?.elements, parts.count == 2, let rate = parts[0].number, rate > 0, rate.isFinite,
      let most = parts[1].integer
    else { return nil }
    return LoadShape.Arrivals(rate: rate, mostUsers: most)
  }

  private func stop() {
    guard users.state != .ready && users.state != .stopped else { return }
    users.state = .stopping
    users.stop(timeout: users.standing?.stopTimeout ?? stopTimeout)
    users.state = .stopped
    sendReport()
  }

  /// Stops, sends the last statistics and sees them off.
  private func leave() -> Int32 {
    isWorking = false
    accepted.post()
    stop()
    if isAccepted {
      users.quit()
      sendReport()
      send(MessageType.quit)
    }
    let code = users.exitCode ?? status
    users.quitted(exitCode: code)
    transport.close()
    return code
  }

  // MARK: Reports

  private func report() {
    while isWorking {
      _ = EventLoop.shared.sleep(settings.reportInterval)
      // What can't be sent now goes on counting and is part of a later report.
      if isWorking, !transport.isCongested, !sentReports.isFull { sendReport() }
    }
  }

  private func sendReport() {
    users.statistics.metrics.addTimerErrors(EventLoop.shared.takeTimerErrors())
    let report = users.statistics.drain()
    var message = StatsMessage(report: report, userCounts: users.userCounts)
    message.version = spec.version
    var data = hasKatydidMaster ? message.compactData : message.data
    data.append(
      users.additions(to: { message.data.plain }).map { MessagePack.Pair(MessagePack($0.key), MessagePack($0.value)) })
    guard !hasKatydidMaster else {
      if users.hasFailedListeners {
        data.append([MessagePack.Pair(.string(StatsMessage.failedListeners), .bool(true))])
      }
      if let code = users.exitCode {
        data.append([MessagePack.Pair(.string(StatsMessage.exitCode), .int(Int64(code)))])
      }
      return send(MessageType.stats, sentReports.add(data))
    }
    for exception in report.exceptions {
      let data: MessagePack = ["msg": .string(exception.message), "traceback": .string(exception.traceback)]
      for _ in 0..<min(exception.count, Worker.mostCopies) { send(MessageType.exception, data) }
    }
    send(MessageType.stats, data)
  }

  private func beat() {
    var load = ProcessLoad()
    var usage = 0.0
    var beats = 0
    var sentLines = 0
    var wasBusy = false
    while isWorking {
      send(
        MessageType.heartbeat,
        [
          "state": .string(users.state.rawValue), "current_cpu_usage": .double(usage),
          "current_memory_usage": .int(Int64(ProcessLoad.residentMemory)),
          // Which spec a Katydid has; Locust's master passes over it.
          "katydid_spec": .string(spec.id), "katydid_spawn": .double(max(lastSpawn, 0)),
        ])
      _ = EventLoop.shared.sleep(Worker.heartbeatInterval)
      if let lastHeard, EventLoop.now > lastHeard + Worker.masterTimeout, isWorking {
        log.error("Didn't get heartbeat from master in over \(Worker.masterTimeout / 1_000_000_000)s")
        return transport.report(lost: "master")
      }
      beats += 1
      guard beats % Worker.heartbeatsPerLoad == 0 else { continue }
      usage = load.takeUsage()
      users.notify(.usage(cpu: usage, memory: ProcessLoad.residentMemory))
      if usage > Worker.busyShare, !wasBusy {
        wasBusy = true
        log.warning(
          """
          CPU usage above \(Int(Worker.busyShare))%! This may constrain your throughput and may even give inconsistent \
          response time measurements! Distribute the load over more CPU cores or machines
          """)
      }
      sendLog(after: &sentLines)
    }
  }

  /// Sends the last lines of the log, when there are new ones.
  private func sendLog(after sent: inout Int) {
    let tail = LogTail.shared
    guard tail.count > sent else { return }
    sent = tail.count
    send(
      MessageType.logs,
      ["worker_id": .string(settings.node), "logs": .array(tail.lines.map { .string($0) })])
  }
}
