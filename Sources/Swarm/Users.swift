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

  /// In a worker: gives all classes the base address that the master says; nil leaves them theirs.
  func take(host: String?)
  /// Loads a version of the spec beside the one that runs.
  func prepare(_ path: String, files: SpecFiles) throws(SpecFault)
  /// Forgets that version.
  func abandonPrepared()
  /// Has users change over to it; `onDone` is called when none of the old version is left.
  func activatePrepared(oldVersion: Int, restarts: Bool, onDone: @escaping () -> Void)
  /// Sets each class's share after that, without cutting tasks short.
  func setUserCountsGracefully(_ counts: [String: Int])
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
  public func take(host: String?) {}
  public func prepare(_ path: String, files: SpecFiles) throws(SpecFault) {}
  public func abandonPrepared() {}
  public func activatePrepared(oldVersion: Int, restarts: Bool, onDone: @escaping () -> Void) { onDone() }
  public func setUserCountsGracefully(_ counts: [String: Int]) { setUserCounts(counts) }
}

extension LoadTest: Users {}
