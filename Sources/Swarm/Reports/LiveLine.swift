/// The line under everything else while a test runs on a terminal.
package struct LiveLine {
  /// Requests so far at a few recent moments, the oldest first.
  private var recent: [(time: UInt64, requests: Int)] = []
  /// Over how many moments the rate is taken.
  private static let moments = 8

  /// Creates a line that knows of no moment yet.
  package init() {}

  /// The text for now.
  ///
  /// - Parameters:
  ///   - users: how many users run, and how many are wanted.
  ///   - requests: how many requests there were so far.
  ///   - failures: how many of them failed.
  ///   - left: how long the test still lasts, in s; nil when nobody knows.
  ///   - now: the monotonic time in ns.
  package mutating func text(
    users: (running: Int, wanted: Int), requests: Int, failures: Int, left: Double?, isStopping: Bool, now: UInt64
  ) -> String {
    if let last = recent.last, last.requests > requests { recent = [] }
    recent.append((now, requests))
    if recent.count > LiveLine.moments { recent.removeFirst() }
    let span = Double(now - recent[0].time) / 1e9
    let rate = span > 0 ? Double(requests - recent[0].requests) / span : 0
    let share = requests > 0 ? Double(failures) / Double(requests) * 100 : 0
    var parts = [
      users.running == users.wanted ? "\(users.running) users" : "\(users.running) of \(users.wanted) users",
      "\(Field.fixed(rate)) req/s",
      "\(requests) requests",
      "\(failures) failures (\(Field.fixed(share))%)",
    ]
    if isStopping {
      parts.append("stopping")
    } else if let left {
      parts.append("\(LiveLine.duration(left)) left")
    }
    return parts.joined(separator: " | ")
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = max(0, Int(seconds.rounded(.up)))
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    return hours > 0 ? "\(hours)h\(minutes)m\(rest)s" : minutes > 0 ? "\(minutes)m\(rest)s" : "\(rest)s"
  }
}
