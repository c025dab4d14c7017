import Lang

/// KD313: `random.seed(…)` at module level.
enum SeededRandomRule: Rule {
  static let info = RuleInfo(
    "KD313", "seeded-random", .warning,
    summary: "random is seeded at module level, so every worker draws the same numbers.",
    why: """
      Each worker loads the spec, so with a fixed seed all of them choose the same users, items and waits in the same \
      order, in step: caches look better than they are, locks worse. Make the seed differ from worker to worker, or \
      leave it to the system.
      """,
    bad: """
      import random

      random.seed(42)
      """,
    good: """
      import random

      from locust import events


      @events.init.add_listener
      def seed(environment, runner, **kwargs):
          random.seed(42 + getattr(runner, "worker_index", 0))
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    guard let seed = file.knowledge.member("random", "seed") else { return }
    for call in file.calls where call.place.function == nil && !call.arguments.isEmpty {
      guard call.function.kind.shortName == "seed",
        case .value(let value)? = file.known(call.function, in: call.place.scope),
        value.bits == seed.bits, isFixed(call.arguments[0])
      else { continue }
      report(
        "every worker draws the same random numbers", at: call.span,
        hint: "seed in a listener of events.init, with runner.worker_index, or not at all")
    }
  }

  /// Whether the seed is the same on every worker.
  private static func isFixed(_ seed: Expr) -> Bool {
    switch seed.kind {
    case .constant(let constant): constant != .none
    case .name: true
    default: false
    }
  }
}
