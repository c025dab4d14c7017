/// What a run is asked for.
public struct RunOptions: Sendable {
  /// How many users to run at the peak.
  public var userCount = 1
  /// How many users to start a second.
  public var spawnRate = 1.0
  /// How long the test lasts from its start, in s; nil for until it is interrupted.
  public var runTime: Double?
  /// How many tasks run altogether before the test ends; nil for no limit.
  public var iterations: Int?
  /// Which of `--users`, `--spawn-rate` and `--run-time` were given, to warn where they mean nothing.
  public var commonOptions: [String] = []
  /// How long stopping users may take to finish their tasks, in s.
  public var stopTimeout = 0.0
  /// Whether nobody has asked for several processes, so that to the spec the run looks like one in a single process.
  public var looksLocal = false
  /// How many worker processes to run.
  public var processes = 1
  /// The base address of the target; nil leaves it to the user classes.
  public var host: String?
  /// Whether statistics are zeroed once all users are there.
  public var resetsStatistics = false
  /// What is printed and written of the statistics.
  public var reports = ReportOptions()
  /// The exit status when a request has failed or an exception has left a task.
  public var exitCodeOnError: Int32 = 1

  /// How the web page is served; nil to run without it.
  public var page: PageSettings?

  /// Creates options with Locust's defaults.
  public init() {}
}
