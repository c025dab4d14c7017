import Logging
import Runtime

/// One worker process: it runs the users that the master asks for and reports what they measure.
final class Worker {
  /// What is told to a worker before it starts.
  struct Settings {
    /// The worker's name.
    let node: String
    /// Whether statistics are zeroed once all users are there.
    let resetsStatistics: Bool
    /// How long stopping users may take to finish their tasks, in s, until a spawn message says otherwise.
    let stopTimeout: Double
  }

  /// How often statistics are sent, in ns. Locust sends every 3 s; on one machine more often costs little.
  private static let reportInterval: UInt64 = 1_000_000_000
  private static let heartbeatInterval: UInt64 = 1_000_000_000
  /// How many heartbeats there are to one measurement of the CPU load.
  private static let heartbeatsPerLoad = 10
  /// How many bytes may wait to be sent before reports wait, too.
  private static let patience = 16 << 20

  private let users: any Users
  private let transport: any Transport
  private let settings: Settings
  private var stopTimeout: Double
  private var lastSpawn = -Double.infinity
  /// Whether reports and heartbeats go on.
  private var isWorking = true
  private let log = Logger(label: "katydid.worker")

  init(users: any Users, transport: any Transport, settings: Settings) {
    self.users = users
    self.transport = transport
    self.settings = settings
    stopTimeout = settings.stopTimeout
  }

  /// Works until the master says to quit. To be called on a fiber.
  ///
  /// - Returns: the process's exit status.
  func run() -> Int32 {
    users.onQuit = { [unowned self] reason in
      send(MessageType.stop, reason.map { .string($0) } ?? .null)
    }
    users.hooks.node = settings.node
    users.hooks.send = { [unowned self] type, data, _ in send(type, MessagePack(data)) }
    send(MessageType.clientReady, .string(version))
    EventLoop.shared.spawn { [self] in beat() }
    EventLoop.shared.spawn { [self] in report() }
    while true {
      switch transport.receive() {
      case .message(let message):
        if !handle(message) { return leave() }
      case .garbage(_, let fault):
        log.error("A message from the master is broken: \(fault)")
      case .lost:
        // Whoever started the test is gone; nobody is left to report to.
        return 1
      }
    }
  }

  private func send(_ type: String, _ data: MessagePack = .null) {
    transport.send(Message(type, data, node: settings.node))
  }

  /// Does what a message says; false when it is the last one.
  private func handle(_ message: Message) -> Bool {
    switch message.type {
    case MessageType.ack: break
    case MessageType.heartbeat: users.notify(.heartbeatReceived(node: settings.node))
    case MessageType.spawn: spawn(message.data)
    case MessageType.spawningComplete:
      if settings.resetsStatistics { users.statistics.reset() }
      users.spawningComplete(userCount: message.data["user_count"]?.integer ?? 0)
    case MessageType.stop:
      stop()
      send(MessageType.clientStopped)
      users.state = .ready
      send(MessageType.clientReady, .string(version))
    case MessageType.quit: return false
    default:
      if !users.receive(message.type, message.data.plain, from: message.node) {
        log.warning("Unknown message type received: \(message.type)")
      }
    }
    return true
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
    users.take(options: data["parsed_options"]?.plain ?? .null, host: data["host"]?.text, stopTimeout: stopTimeout)
    send(MessageType.spawning)
    if users.state != .running && users.state != .spawning {
      users.statistics.clear()
      users.start()
    }
    users.state = .spawning
    users.take(arrivals: Worker.arrivals(data["katydid_arrivals"]))
    users.targetUserCount = counts.values.reduce(0, +)
    users.setUserCounts(counts)
    users.state = .running
    let alive = users.userCounts
    send(
      MessageType.spawningComplete,
      ["user_classes_count": .counts(alive), "user_count": .int(Int64(alive.values.reduce(0, +)))])
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
    users.stop(timeout: stopTimeout)
    users.state = .stopped
    sendReport()
  }

  /// Stops, sends the last statistics and sees them off.
  private func leave() -> Int32 {
    stop()
    users.quit()
    sendReport()
    send(MessageType.quit)
    users.quitted(exitCode: 0)
    isWorking = false
    while transport.backlog > 0 { _ = EventLoop.shared.sleep(500_000) }
    return 0
  }

  // MARK: Reports

  private func report() {
    while isWorking {
      _ = EventLoop.shared.sleep(Worker.reportInterval)
      if transport.backlog < Worker.patience { sendReport() }
    }
  }

  private func sendReport() {
    let report = users.statistics.drain()
    for exception in report.exceptions {
      // Locust sends a message for each; the count keeps a broken spec from flooding the master.
      send(
        MessageType.exception,
        [
          "msg": .string(exception.message), "traceback": .string(exception.traceback),
          "katydid_count": .int(Int64(exception.count)),
        ])
    }
    var data = StatsMessage(report: report, userCounts: users.userCounts).data
    data.append(users.reportAdditions().map { MessagePack.Pair(MessagePack($0.key), MessagePack($0.value)) })
    send(MessageType.stats, data)
  }

  private func beat() {
    var load = ProcessLoad()
    var usage = 0.0
    var beats = 0
    while isWorking {
      send(
        MessageType.heartbeat,
        [
          "state": .string(users.state.rawValue), "current_cpu_usage": .double(usage),
          "current_memory_usage": .int(Int64(ProcessLoad.residentMemory)),
        ])
      _ = EventLoop.shared.sleep(Worker.heartbeatInterval)
      beats += 1
      if beats % Worker.heartbeatsPerLoad == 0 {
        usage = load.takeUsage()
        users.notify(.usage(cpu: usage, memory: ProcessLoad.residentMemory))
      }
    }
  }
}
