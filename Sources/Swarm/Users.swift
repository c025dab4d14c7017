import Runtime

/// What the swarm needs of a load test: `LoadTest`, or something simpler in the swarm's own tests.
///
/// All methods are called on a fiber.
public protocol Users: AnyObject {
  /// The classes to run.
  var userClasses: [UserClassInfo] { get }
  /// In a worker what its users have measured, in the master what all have.
  var statistics: Statistics { get }
  /// How many users of each class are alive in this process.
  var userCounts: [String: Int] { get }
  /// The exit status that the spec wants; nil when it leaves it to the results.
  var exitCode: Int32? { get }
  /// Whether a listener of an event has raised something.
  var hasFailedListeners: Bool { get }
  /// Where the run stands.
  var state: LoadTest.State { get set }
  /// How many users the run is to have.
  var targetUserCount: Int { get set }
  /// In the master: how many users of each class all workers report.
  var clusterUserCounts: [String: Int]? { get set }
  /// Called when the spec ends the run.
  var onQuit: (_ reason: String?) -> Void { get set }
  /// What else the spec can ask of the run.
  var hooks: RunHooks { get }
  /// What says how many users there are, if that isn't up to the command line.
  var shape: LoadShape? { get }
  /// The names of the load shapes that there are.
  var shapeNames: [String] { get }
  /// The tags that tasks have.
  var tags: [String] { get }
  /// What workers have to know of the options.
  var sharedOptions: PlainData { get }
  /// What the spec's listeners have made of the host and the time for stopping; nil where there is no spec.
  var standing: RunStanding? { get }
  /// What they have made of the command line; nil where there is no spec.
  var wishes: RunWishes? { get }

  /// Has another load shape lead the next test; none without a name.
  func chooseShape(named name: String?)
  /// Loads a version of the spec beside the one that runs.
  func prepare(_ paths: [String], files: SpecFiles) throws(SpecFault)
  /// Forgets that version.
  func abandonPrepared()
  /// Has users change over to it; `onDone` is called when none of the old version is left.
  func activatePrepared(oldVersion: Int, restarts: Bool, onDone: @escaping () -> Void)
  /// Sets attributes of a user class, as Locust's `update_user_class` messages have them.
  func update(userClass settings: PlainData) throws(SpecFault)
  /// Sets each class's share after that, without cutting tasks short.
  func setUserCountsGracefully(_ counts: [String: Int])
  /// Tells the spec's listeners what has happened.
  func notify(_ event: SwarmEvent)
  /// In a worker: what the spec adds to a report.
  func additions(to report: () -> PlainData) -> [PlainData.Pair]
  /// In the master: shows the spec what a worker reports.
  func hearReport(from node: String, _ report: () -> PlainData)
  /// Gives the spec a message of its own; false when it has no listener for it.
  func receive(_ type: String, _ data: PlainData, from node: String) -> Bool
  /// In a worker: takes over what the master says before users start.
  func take(options: PlainData, host: String?, stopTimeout: Double)
  /// In a worker: has users serve arrivals; nil lets them wait their own time.
  func take(arrivals: LoadShape.Arrivals?)
  /// Takes up a role, after any fork.
  func begin(_ role: LoadTest.Role)
  /// Begins a test.
  func start()
  /// Starts and stops users until each class has the wanted number.
  func setUserCounts(_ counts: [String: Int])
  /// Says that all users of the run are there.
  func spawningComplete(userCount: Int)
  /// Stops every user, and returns when none is left. They may finish their tasks for `timeout` seconds.
  func stop(timeout: Double)
  /// Says that the process is about to end.
  func quit()
  /// Says how it ends.
  func quitted(exitCode: Int32)
}

/// What users without a spec leave out.
extension Users {
  public func prepare(_ paths: [String], files: SpecFiles) throws(SpecFault) {}
  public func update(userClass settings: PlainData) throws(SpecFault) {}
  public func abandonPrepared() {}
  public func activatePrepared(oldVersion: Int, restarts: Bool, onDone: @escaping () -> Void) { onDone() }
  public func setUserCountsGracefully(_ counts: [String: Int]) { setUserCounts(counts) }
  public var shape: LoadShape? { nil }
  public var shapeNames: [String] { [] }
  public var tags: [String] { [] }
  public func chooseShape(named name: String?) {}
  public var sharedOptions: PlainData { .map([]) }
  public var standing: RunStanding? { nil }
  public var wishes: RunWishes? { nil }
  public func notify(_ event: SwarmEvent) {}
  public func additions(to report: () -> PlainData) -> [PlainData.Pair] { [] }
  public func hearReport(from node: String, _ report: () -> PlainData) {}
  public func receive(_ type: String, _ data: PlainData, from node: String) -> Bool { false }
  public func take(options: PlainData, host: String?, stopTimeout: Double) {}
  public func take(arrivals: LoadShape.Arrivals?) {}
}

extension LoadTest: Users {}
