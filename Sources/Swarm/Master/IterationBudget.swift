/// The iterations that a run with `--iterations` has left, and what workers have of them.
///
/// Workers get small parts as they ask for them, the smaller the fewer are left, so that a slow one keeps little back.
struct IterationBudget {
  /// The most that a worker gets at once, unless as many users wait there.
  private static let largest = 1000

  private let total: Int
  private var left: Int
  private var granted: [String: Int] = [:]
  private var done: [String: Int] = [:]
  /// Whether the end has been told of.
  private var isOver = false
  /// Whether people were told of a worker that knows nothing of iterations.
  var hasWarned = false

  /// Creates a budget of so many iterations.
  init(_ total: Int) {
    self.total = total
    left = total
  }

  /// Takes what a worker has done and gives it some of what it wants.
  ///
  /// - Returns: how many; 0 when none are left; nil when it wants none.
  mutating func serve(_ node: String, wanted: Int, done count: Int, workers: Int) -> Int? {
    done[node] = count
    guard wanted > 0 else { return nil }
    let part = min(IterationBudget.largest, left / (4 * max(1, workers)))
    let grant = min(left, max(wanted, part))
    left -= grant
    granted[node, default: 0] += grant
    return grant
  }

  /// Whether all iterations are done, or were given to workers that are gone; true once only.
  mutating func takeEnd(isThere: (String) -> Bool) -> Bool {
    guard left == 0, !isOver,
      !granted.contains(where: { isThere($0.key) && $0.value > done[$0.key, default: 0] })
    else { return false }
    isOver = true
    return true
  }
}

/// Handing out iterations.
extension Master {
  /// Answers a worker that has run iterations or wants some.
  func serveIterations(_ message: Message) {
    guard let wanted = message.data["wanted"]?.integer, let done = message.data["done"]?.integer else { return }
    guard
      let grant = iterations?.serve(
        message.node, wanted: wanted, done: done, workers: dispatcher?.distribution.count ?? 1)
    else { return }
    send(MessageType.iterations, ["granted": .int(Int64(grant))], to: message.node)
  }

  /// Tells people once of a worker that is Locust's: it runs as many tasks as it likes.
  func warnOfIterations(_ node: String) {
    guard iterations?.hasWarned == false else { return }
    iterations?.hasWarned = true
    log.warning("Worker \(node) is no Katydid: what it runs is not limited by --iterations, and not counted there")
  }

  /// Ends the run when all its iterations are done.
  func endAfterIterations() {
    guard let total = options.iterations, iterations?.takeEnd(isThere: { workers[$0] != nil }) == true else { return }
    log.info("Iteration limit reached (\(total)), stopping")
    requestQuit(.iterationsDone)
  }
}
