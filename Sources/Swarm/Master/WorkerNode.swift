import Runtime

/// A worker as the master sees it.
struct WorkerNode {
  /// How many seconds without a heartbeat a worker may be silent.
  static let liveness = 3

  /// How many heartbeats below 0 a missing worker is given up at.
  static let forgottenAt = -60

  /// Its name.
  let id: String
  /// Its number, in the order of coming.
  let index: Int
  /// What it says it does; `missing` while it is silent.
  var state = LoadTest.State.ready
  /// How many seconds of silence are left; below 0 the worker is missing.
  var heartbeats = WorkerNode.liveness
  /// Whether it was said that its CPU load is too high.
  var wasBusy = false
  /// How many users of each class it reports.
  var userCounts: [String: Int] = [:]
  /// Which spec a Katydid worker has, empty for none that can be swapped; nil for Locust's.
  var specID: String?
  /// When it was told last how many users to have: by its message's timestamp, and on the monotonic clock in ns.
  var told: (timestamp: Double, at: UInt64)?
  /// The share of a core that it takes, in percent.
  var cpuUsage = 0.0
  /// Its resident memory, in bytes.
  var memoryUsage = 0

  /// Whether it can be given users.
  var isAvailable: Bool { state == .ready || state == .spawning || state == .running }
}
