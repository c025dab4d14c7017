import Runtime
import Web

/// Makes the state that the page shows from what the master has.
final class SnapshotMaker {
  private unowned let run: PageRun
  private let page: PageSettings
  private var version = 0
  private var ratios: (counts: [String: Int], shown: Web.TaskRatios)?
  private var shares: (version: Int, tasks: [TaskShare])?

  init(_ run: PageRun, _ page: PageSettings) {
    self.run = run
    self.page = page
  }

  /// What the page is told once; a new version of the spec changes it.
  var setup: Setup {
    let (master, options) = (run.master, run.options)
    let path = options.reports.script
    let given = options.commonOptions
    return Setup(
      locustfile: path.split(separator: "/").last.map(String.init) ?? path, version: Swarm.version,
      userClasses: master.users.userClasses.map(\.name), shapeClasses: master.users.shape.map { [$0.name] } ?? [],
      users: given.contains("--users") ? options.userCount : nil,
      spawnRate: given.contains("--spawn-rate") ? options.spawnRate : nil, runTime: page.runTime,
      isDistributed: !options.looksLocal, showsClassPicker: page.showsClassPicker, customArguments: arguments)
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
    version += 1
    var shown = Snapshot()
    shown.version = version
    shown.state = users.state.rawValue
    shown.userCount = master.userCount
    shown.targetUserCount = master.target
    shown.host = host
    let statistics = users.statistics
    shown.entries = (statistics.entries + [statistics.total]).map(Snapshot.Entry.init)
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
    shown.workers = master.workers.values.sorted { $0.index < $1.index }.map { worker in
      Snapshot.Worker(
        id: worker.id, state: worker.state.rawValue, userCount: worker.userCounts.values.reduce(0, +),
        cpuUsage: worker.cpuUsage, memoryUsage: worker.memoryUsage)
    }
    shown.history = run.history.points.map { point in
      Snapshot.HistoryPoint(
        time: point.time, userCount: point.users, rps: point.rate, failuresPerSecond: point.failureRate,
        average: 0, percentile50: Int(point.median), percentile95: Int(point.high))
    }
    let last = shown.history.last
    shown.currentPercentiles = [0.5: last?.percentile50, 0.95: last?.percentile95]
    shown.userClassCounts = master.reportedCounts
    shown.taskRatios = taskRatios(master.reportedCounts)
    shown.logs = ["master": LogTail.shared.lines]
    return shown
  }

  private var host: String? {
    if let host = run.master.options.host { return host }
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
  init(_ entry: RequestEntry) {
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
    percentile95 = entry.percentile(0.95)
    percentile99 = entry.percentile(0.99)
    averageContentLength = entry.averageContentLength
  }
}
