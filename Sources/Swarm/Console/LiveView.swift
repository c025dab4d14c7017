import Runtime

/// What stands below everything else while a test runs on a terminal: how far it is, how fast, the busiest requests, what
/// fails, and changes of the spec.
package struct LiveView {
  /// What there is to show.
  package struct Facts {
    /// What was measured so far.
    package var statistics: Statistics
    /// What the run does: "running", say.
    package var state = "running"
    /// How long the test has lasted, in s.
    package var elapsed = 0.0
    /// How long it is to last, in s; nil when nobody knows.
    package var length: Double?
    /// How many users run, and how many are wanted.
    package var users = (running: 0, wanted: 0)
    /// How many workers there are; nil where nobody has asked for any.
    package var workers: Int?
    /// The changes of the spec.
    package var swaps: [SwapRecord] = []
    /// Why the spec's latest version is not in use; nil when it is.
    package var fault: String?
    /// How the thresholds stand.
    package var outcomes: [Threshold.Outcome] = []
    /// Whether keys are read.
    package var hasKeys = false

    /// Facts about a run that has just begun.
    package init(_ statistics: Statistics) { self.statistics = statistics }
  }

  /// How many rows of requests, failures and swaps are shown at most.
  private static let most = (rows: 10, failures: 3, swaps: 2)
  /// Until when the rate is that of the whole test, in s; the last ten seconds' needs that many to be right.
  private static let settled = 13.0

  /// Whether only the first two lines are wanted.
  private let isBrief: Bool
  private let marks: Marks

  /// The characters that bars are made of.
  private struct Marks {
    let full: Character
    let empty: Character
    let steps: [Character]
  }

  /// Creates a view.
  ///
  /// - Parameters:
  ///   - isBrief: whether only the first two lines are wanted.
  ///   - isPlain: whether the terminal can show nothing but ASCII.
  package init(isBrief: Bool = false, isPlain: Bool = false) {
    self.isBrief = isBrief
    marks =
      isPlain
      ? Marks(full: "#", empty: ".", steps: Array("_.-=+*#")) : Marks(full: "█", empty: "░", steps: Array("▁▂▃▄▅▆▇█"))
  }

  /// The lines, each at most as wide as the terminal.
  ///
  /// - Parameters:
  ///   - width: the terminal's width, in columns.
  ///   - height: its height, in lines.
  package func lines(_ facts: Facts, width: Int, height: Int) -> [Console.Line] {
    var lines = [progress(facts, width), speed(facts, width)]
    guard !isBrief else { return lines }
    var below = failures(facts) + swaps(facts) + thresholds(facts)
    if facts.hasKeys {
      below.append(Console.Line("w W s S: more or fewer users, by 1 or 10   r: swap the spec   q: stop", .dim))
    }
    // Two lines stay for what comes in between.
    let room = height - lines.count - below.count - 3
    if room > 0 { lines += rows(facts, min(room, LiveView.most.rows), width) }
    return Array((lines + below).prefix(max(2, height - 2)))
  }

  // MARK: Lines

  private func progress(_ facts: Facts, _ width: Int) -> Console.Line {
    let users =
      facts.users.running == facts.users.wanted
      ? LiveView.counted(facts.users.running, "user") : "\(facts.users.running) of \(facts.users.wanted) users"
    let right = "  " + users + (facts.workers.map { ", " + LiveView.counted($0, "worker") } ?? "")
    let clock = LiveView.clock(facts.elapsed) + (facts.length.map { " of \(LiveView.clock($0))" } ?? "")
    let left = "Katydid \(facts.state) \(clock)  "
    guard let length = facts.length, length > 0 else { return Console.Line(left + right, .bold) }
    let share = min(1, max(0, facts.elapsed / length))
    let percent = " \(Int(share * 100))%"
    let room = max(0, min(60, width - left.count - right.count - percent.count - 1))
    let full = Int(Double(room) * share)
    let bar = String(repeating: marks.full, count: full) + String(repeating: marks.empty, count: room - full)
    return Console.Line(left + bar + percent + right, .bold)
  }

  private func speed(_ facts: Facts, _ width: Int) -> Console.Line {
    let total = facts.statistics.total
    let (rate, failureRate) = rates(of: total, facts)
    let left = "\(Field.fixed(rate)) req/s "
    let right =
      " \(total.requests) requests, \(total.failures) failures (\(Field.fixed(total.failRatio * 100))%, "
      + "\(Field.fixed(failureRate))/s), median \(Int(total.medianResponseTime)) ms, 95% \(total.percentile(0.95)) ms"
    return Console.Line(left + spark(total, max(0, min(60, width - left.count - right.count - 1))) + right)
  }

  /// How many requests and failures a second there are.
  private func rates(of entry: RequestEntry, _ facts: Facts) -> (requests: Double, failures: Double) {
    facts.elapsed < LiveView.settled
      ? (entry.totalRPS, entry.totalFailuresPerSecond) : (entry.currentRPS, entry.currentFailuresPerSecond)
  }

  /// The requests in each of the last whole seconds, as columns.
  private func spark(_ total: RequestEntry, _ width: Int) -> String {
    guard width >= 4, let last = total.lastRequestTimestamp else { return "" }
    // Workers report the latest seconds a little later.
    let end = Int(last) - 1
    let first = max(end - width, Int(total.startTime) + 1)
    guard end > first else { return "" }
    var counts = [UInt32](repeating: 0, count: end - first)
    for second in total.requestsPerSecond.seconds.reversed() {
      if Int(second.second) < first { break }
      if Int(second.second) < end { counts[Int(second.second) - first] = second.count }
    }
    let highest = Double(max(1, counts.max() ?? 1))
    return String(counts.map { marks.steps[Int(Double($0) / highest * Double(marks.steps.count - 1) + 0.5)] })
  }

  private func rows(_ facts: Facts, _ count: Int, _ width: Int) -> [Console.Line] {
    let entries = facts.statistics.busiest(count)
    guard !entries.isEmpty else { return [] }
    let nameWidth = max(8, width - 69)
    let head =
      Field.left("Type", 8) + " " + Field.left("Name", nameWidth)
      + ["# reqs", "# fails", "Avg", "Med", "95%", "Max"].map { Field.right($0, 8) }.joined() + Field.right("req/s", 10)
    return [Console.Line(head, .dim)]
      + entries.map { entry in
        let name = String(entry.key.name.prefix(nameWidth))
        let times = [
          entry.averageResponseTime, entry.medianResponseTime, Double(entry.percentile(0.95)), entry.maxResponseTime,
        ]
        return Console.Line(
          Field.left(String(entry.key.method.prefix(8)), 8) + " " + Field.left(name, nameWidth)
            + Field.right(String(entry.requests), 8) + Field.right(String(entry.failures), 8)
            + times.map { Field.number($0, 8) }.joined() + Field.rate(rates(of: entry, facts).requests, 10))
      }
  }

  private func failures(_ facts: Facts) -> [Console.Line] {
    let rows = facts.statistics.failures.sorted { $0.occurrences > $1.occurrences }
    var lines = rows.prefix(LiveView.most.failures).map { row in
      Console.Line("\(row.occurrences) x \(row.key.method) \(row.key.name): \(row.error)", .red)
    }
    let exceptions = facts.statistics.exceptions.reduce(0) { $0 + $1.count }
    if let last = facts.statistics.exceptions.last {
      lines.append(Console.Line("\(LiveView.counted(exceptions, "exception")), the latest kind: \(last.message)", .red))
    }
    return lines
  }

  private func swaps(_ facts: Facts) -> [Console.Line] {
    var lines = facts.swaps.suffix(LiveView.most.swaps).map { swap in
      Console.Line(
        "\(ReportTime.clock(swap.time)) version \(swap.version) of the spec (\(swap.id), by \(swap.cause)): "
          + (swap.duration == nil
            ? "users change over" : "\(swap.users) users changed over in \(swap.durationText)"),
        .green)
    }
    if let fault = facts.fault {
      lines.append(
        Console.Line("The spec can't be used as it is now: \(fault.split(separator: "\n").last ?? "")", .red))
    }
    return lines
  }

  private func thresholds(_ facts: Facts) -> [Console.Line] {
    guard !facts.outcomes.isEmpty else { return [] }
    let parts = facts.outcomes.map { "\($0.threshold.text): \($0.shown)" }
    return [
      Console.Line(
        "Thresholds  " + parts.joined(separator: "   "), facts.outcomes.allSatisfy(\.isKept) ? .green : .red)
    ]
  }

  private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private static func clock(_ seconds: Double) -> String {
    let whole = max(0, Int(seconds))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}
