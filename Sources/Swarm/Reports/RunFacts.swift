import Runtime

/// What reports say of a run beside its statistics.
package struct RunFacts {
  /// The target; nil when the user classes have different ones.
  package var host: String?
  /// The locustfile.
  package var script = ""
  /// A label of the run.
  package var profile: String?
  /// How many users were asked for; nil when a load shape says that.
  package var users: Int?
  /// How many users a second were to start; nil when a load shape says that.
  package var spawnRate: Double?
  /// How long the test was to last, in s; nil for no limit.
  package var runTime: Double?
  /// The load shape's name, if there is one.
  package var shape: String?
  /// How often user classes and tasks are chosen.
  package var ratios = TaskRatios()
  /// The changes of the spec.
  package var swaps: [SwapRecord] = []
  /// What was measured under each version of the spec, by its number; nothing while there is only one.
  package var versions: [Int: Statistics] = [:]

  /// Creates facts about nothing.
  package init() {}
}
