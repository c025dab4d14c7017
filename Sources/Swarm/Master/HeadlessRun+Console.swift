import Logging
import Runtime

/// What a run shows on the console, and the keys.
extension HeadlessRun {
  /// How often the live view is drawn, in ns.
  private static let liveInterval: UInt64 = 500_000_000
  /// The size of a terminal that doesn't tell it.
  private static let usualSize = (width: 80, height: 24)

  /// Shows how the test goes: a live view on a terminal, tables elsewhere.
  final func showProgress() {
    guard Log.showsTables else { return }
    if Console.canRedraw {
      EventLoop.shared.spawn { [self] in drawLive() }
    } else if options.reports.printsTables {
      EventLoop.shared.spawn { [self] in printTables() }
    }
  }

  private func printTables() {
    while !isOver, !master.isQuitting {
      write(Tables(users.statistics, terminalWidth: Console.width).requests(isFinal: false))
      let next = EventLoop.now + UInt64(min(users.statistics.settings.consoleInterval, 1e9) * 1e9)
      while !isOver, !master.isQuitting, EventLoop.now < next { master.changed.wait(until: next) }
    }
  }

  private func drawLive() {
    let view = LiveView(isBrief: !options.reports.printsTables, isPlain: !Console.showsUnicode)
    while !isOver {
      let size = Console.size ?? HeadlessRun.usualSize
      Console.showLive(view.lines(liveFacts, width: size.width, height: size.height))
      _ = EventLoop.shared.sleep(HeadlessRun.liveInterval)
    }
  }

  private var liveFacts: LiveView.Facts {
    var facts = LiveView.Facts(users.statistics)
    facts.state = master.isQuitting || users.state == .stopping ? "stopping" : users.state.rawValue
    let now = EventLoop.now
    facts.elapsed = Double(now - min(now, beginning ?? now)) / 1e9
    facts.length = deadline.flatMap { end in beginning.map { Double(end - min(end, $0)) / 1e9 } }
    facts.users = (master.userCount, master.target)
    facts.workers = options.looksLocal ? nil : master.available.count
    facts.swaps = master.swapper?.history.swaps ?? []
    facts.fault = master.swapper?.lastFault?.text
    facts.outcomes = options.reports.thresholds.outcomes(users.statistics)
    facts.hasKeys = keyboard.isListening
    return facts
  }

  final func write(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    Console.write(lines.map { $0 + "\n" }.joined())
  }

  // MARK: Keys

  /// Does what a key asks for.
  final func act(on command: Keyboard.Command) {
    guard !master.isQuitting else { return }
    switch command {
    case .users(let change): changeUsers(by: change)
    case .swap: swapSpec()
    case .stop:
      log.info("Stopped by the key q")
      endTest()
    case .open: break
    }
  }

  private func changeUsers(by change: Int) {
    guard users.state != .spawning else {
      return log.warning("Already spawning users, can't \(change > 0 ? "spawn more" : "stop any") right now")
    }
    master.start(max(0, master.userCount + change), rate: 100)
  }

  private func swapSpec() {
    guard let swapper = master.swapper else { return log.warning("There is no spec that could be swapped") }
    let version = swapper.version
    swapper.request(by: "the key r", .disk) { [log] outcome in
      if case .success(version) = outcome { log.info("The spec is as it was: version \(version)") }
    }
  }
}
