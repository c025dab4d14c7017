/// What a spec can ask of the run it is part of, as far as the process that leads the run has to do it.
///
/// The swarm fills these in; until then asking does nothing.
public final class RunHooks {
  /// Another node, for `environment.runner.clients`.
  public struct Worker: Sendable {
    /// Its name.
    public let id: String
    /// Its number.
    public let index: Int
    /// What it says it does.
    public let state: LoadTest.State
    /// How many users of each class it reports.
    public let userCounts: [String: Int]
    /// The share of a core that it takes, in percent.
    public let cpuUsage: Double
    /// Its resident memory, in bytes.
    public let memoryUsage: Int

    /// Creates a description of a worker.
    public init(
      id: String, index: Int, state: LoadTest.State, userCounts: [String: Int], cpuUsage: Double, memoryUsage: Int
    ) {
      self.id = id
      self.index = index
      self.state = state
      self.userCounts = userCounts
      self.cpuUsage = cpuUsage
      self.memoryUsage = memoryUsage
    }
  }

  /// In the master: goes to a number of users; `classes` names those to add users of, nil for all.
  public var start: (_ users: Int, _ rate: Double, _ classes: [String]?) -> Void = { _, _, _ in }
  /// In the master: ends the test, not the process.
  public var stop: () -> Void = {}
  /// Sends a message of the spec: from the master to one worker or, without a name, to all; from a worker to the master.
  public var send: (_ type: String, _ data: PlainData, _ node: String?) -> Void = { _, _, _ in }
  /// In the master: the workers that are there, by their numbers.
  public var workers: () -> [Worker] = { [] }
  /// The name of this node.
  public var node = "local"

  /// In a worker: what of `--iterations` falls to it; nil without a limit.
  public var iterations: IterationShare?

  /// Creates hooks that do nothing.
  public init() {}
}

/// What a spec's `environment` says of a run, which its listeners can change at any time.
public struct RunStanding: Sendable, Equatable {
  /// The base address of the target; nil leaves it to the user classes.
  public let host: String?
  /// How long stopping users may take to finish their tasks, in s.
  public let stopTimeout: Double

  /// Creates what an environment says.
  public init(host: String?, stopTimeout: Double) {
    self.host = host
    self.stopTimeout = stopTimeout
  }
}

/// What listeners of `init` have made of the command line; nil where they, or it, say nothing.
public struct RunWishes: Sendable, Equatable {
  /// How many users to run.
  public let userCount: Int?
  /// How many to start a second.
  public let spawnRate: Double?
  /// How long the test lasts, in s.
  public let runTime: Double?
  /// The exit status when a request has failed or an exception has left a task.
  public let exitCodeOnError: Int32?

  init(_ data: PlainData) {
    // A listener can write anything there, also what is no number of anything.
    func number(_ name: String) -> Double? { data[name]?.number.flatMap { $0.isFinite ? $0 : nil } }
    userCount = number("num_users").map { Int(max(0, min($0, 1e9))) }
    spawnRate = number("spawn_rate").flatMap { $0 > 0 ? $0 : nil }
    runTime = number("run_time").flatMap { $0 > 0 ? $0 : nil }
    exitCodeOnError = number("exit_code_on_error").map { Int32(max(-1e9, min($0, 1e9))) }
  }
}

/// What the swarm tells a spec's listeners.
public enum SwarmEvent: Sendable {
  /// In the master: a worker has come.
  case workerConnected(node: String)
  /// In the master: a worker's sign of life was answered.
  case heartbeatSent(node: String)
  /// In a worker: the master has answered a sign of life.
  case heartbeatReceived(node: String)
  /// How much of a core, in percent, and how many bytes of memory this process takes.
  case usage(cpu: Double, memory: Int)
  /// The statistics were reset on the web page.
  case statisticsReset
}
