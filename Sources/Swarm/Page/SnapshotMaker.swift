import Runtime
import Web

/// Makes the state that the page shows from what the master has.
final class SnapshotMaker {
  private unowned let run: PageRun
  private let page: PageSettings
  private var version = 0
  private var ratios: (counts: [String: Int], shown: Web.TaskRatios)?
  private var shares: (version: Int, tasks: [TaskShare])?
  /// When the program began, in s since 1970, and what spec it had.
  private let startTime = Double(WallClock.now) / 1e9
  private let firstID: String

  init(_ run: PageRun, _ page: PageSettings) {
    self.run = run
    self.page = page
    firstID = run.master.swapper?.bundle.shortID ?? ""
  }

  /// Which percentiles the spec wants to see.
  private var percentiles: Percentiles { Percentiles(run.users.statistics.settings) }

  /// What the page is told once; a new version of the spec changes it.
  var setup: Setup {
    let (master, options) = (run.master, run.options)
    let path = options.reports.script
    let given = options.commonOptions
    return Setup(
      locustfile: path.split(separator: "/").last.map(String.init) ?? path, version: Swarm.version,
      userClasses: master.users.userClasses.map(\.name), classSettings: classSettings, percentiles: percentiles,
      shapeClasses: master.users.shapeNames,
      shape: master.users.shape?.name, tags: master.users.tags,
      users: given.contains("--users") ? options.userCount : nil,
      spawnRate: given.contains("--spawn-rate") ? options.spawnRate : nil, runTime: page.runTime,
      isDistributed: !options.looksLocal, showsClassPicker: page.showsClassPicker, customArguments: arguments)
  }

  private var classSettings: [ClassSettings] {
    run.users.userClasses.map { info in
      ClassSettings(
        name: info.name, host: info.host == run.master.host ? nil : info.host, weight: info.weight,
        fixedCount: info.fixedCount, tasks: info.tasks, allTasks: info.allTasks)
    }
  }

  private var arguments: [FormArgument] {
    let values = run.users.sharedOptions
    return page.arguments.map { argument in
      FormArgument(
        name: argument.attribute,
        value: CustomArgument.text(of: values[argument.attribute] ?? argument.defaultValue),
        help: argument.help, isSecret: argument.isSecret, isRequired: argument.isRequired,
        choices: argument.choices ?? [])
    }
  }

  /// How things stand.
  func snapshot() -> Snapshot {
    let (master, users) = (run.master, run.users)
    let spec = self.spec
    version += 1
    var shown = Snapshot()
    shown.version = version
    shown.state = users.state.rawValue
    shown.userCount = master.userCount
    shown.targetUserCount = master.target
    shown.host = host
    let statistics = users.statistics
    let columns = percentiles.columns
    shown.entries = (statistics.entries + [statistics.total]).map { Snapshot.Entry($0, columns) }
    shown.errors = statistics.failures.sorted { $0.key < $1.key }.map { row in
      Snapshot.Failure(
        name: row.key.name, method: row.key.method, error: row.error, occurrences: row.occurrences,
        firstSeen: row.firstSeen, lastSeen: row.lastSeen)
    }
    shown.exceptions = statistics.exceptions.map { row in
      Snapshot.SpecException(
        count: row.count, message: row.message, traceback: row.traceback,
        nodes: row.nodes.sorted().joined(separator: ", "))
    }
    let numbers = Dictionary(spec.versions.map { ($0.id, $0.number) }, uniquingKeysWith: { $1 })
    shown.workers = master.workers.values.sorted { $0.index < $1.index }.map { worker in
      Snapshot.Worker(
        id: worker.id, state: worker.state.rawValue, userCount: worker.userCounts.values.reduce(0, +),
        cpuUsage: worker.cpuUsage, memoryUsage: worker.memoryUsage,
        version: worker.specID.flatMap { numbers[String($0.prefix(8))] },
        silence: max(0, WorkerNode.liveness - worker.heartbeats))
    }
    shown.spawnRate = master.spawnRate
    shown.history = run.history.points
    let last = shown.history.last
    let percentiles = self.percentiles
    shown.currentPercentiles = Dictionary(
      uniqueKeysWithValues: Set(percentiles.charted).map { ($0, percentiles.time($0, at: last).map { Int($0) }) })
    shown.userClassCounts = master.reportedCounts
    shown.taskRatios = taskRatios(master.reportedCounts)
    shown.logs = master.workerLogs.lines
    shown.logs["master"] = LogTail.shared.lines
    shown.logCount = LogTail.shared.count
    shown.spec = spec
    shown.runs = run.records
    return shown
  }

  private var spec: SpecState {
    var state = SpecState()
    guard let swapper = run.master.swapper else { return state }
    state.version = swapper.version
    state.paths = swapper.locustfiles
    state.canSwap = true
    state.hasUnwrittenTexts = swapper.hasUnwrittenTexts
    state.fault = swapper.lastFault?.text
    state.versions = [SpecState.Version(number: 1, time: startTime, id: firstID, cause: "the start")]
    state.versions += swapper.history.swaps.map { swap in
      SpecState.Version(
        number: swap.version, time: swap.time, id: swap.id, cause: swap.cause, duration: swap.duration,
        users: swap.users)
    }
    return state
  }

  private var host: String? {
    if let host = run.master.host { return host }
    let hosts = Set(run.users.userClasses.map(\.host))
    return hosts.count == 1 ? hosts.first ?? nil : nil
  }

  private func taskRatios(_ counts: [String: Int]) -> Web.TaskRatios {
    if let ratios, ratios.counts == counts { return ratios.shown }
    guard let test = run.users as? LoadTest else { return Web.TaskRatios() }
    let present = run.master.swapper?.version ?? 1
    if shares?.version != present { shares = (try? test.taskShares()).map { (present, $0) } }
    let ratios = TaskRatios(shares?.tasks ?? [], counts: counts)
    let shown = Web.TaskRatios(perClass: Self.nodes(ratios.perClass), total: Self.nodes(ratios.total))
    self.ratios = (counts, shown)
    return shown
  }

  private static func nodes(_ ratios: [TaskRatio]) -> [String: Web.TaskRatios.Node] {
    Dictionary(
      ratios.map { ratio in
        (ratio.name, Web.TaskRatios.Node(ratio: ratio.ratio, tasks: ratio.tasks.isEmpty ? nil : nodes(ratio.tasks)))
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension Snapshot.Entry {
  /// The row of an entry.
  ///
  /// - Parameter shares: those of the columns, ascending.
  init(_ entry: RequestEntry, _ shares: [Double]) {
    self.init(name: entry.key.name, method: entry.key.method)
    requests = entry.requests
    failures = entry.failures
    minResponseTime = entry.minResponseTime ?? 0
    maxResponseTime = entry.maxResponseTime
    averageResponseTime = entry.averageResponseTime
    medianResponseTime = entry.medianResponseTime
    currentRPS = entry.currentRPS
    currentFailuresPerSecond = entry.currentFailuresPerSecond
    totalRPS = entry.totalRPS
    totalFailuresPerSecond = entry.totalFailuresPerSecond
    averageContentLength = entry.averageContentLength
    quantiles = entry.percentiles(shares)
  }
}

extension Percentiles {
  /// Those that the spec has set in `locust.stats`.
  init(_ settings: ReportSettings) {
    self.init(reported: settings.percentiles, statistics: settings.statistics, charted: settings.charted)
  }
}
