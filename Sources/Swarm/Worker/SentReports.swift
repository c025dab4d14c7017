import Runtime

/// The reports that a worker has sent to a Katydid master and that may have been lost on their way: they are sent again
/// until the master says that it has them, which it does with its heartbeats.
struct SentReports {
  /// The key of a report's number in a `stats` message.
  static let numberKey = "katydid_report"
  /// The key of the last report that the master has, in its heartbeats.
  static let acknowledgementKey = "katydid_reports"
  /// How many reports may be on their way; what is measured meanwhile goes on counting.
  private static let most = 5
  /// After how long a report is sent again, in ns.
  private static let patience: UInt64 = 4_000_000_000

  private var waiting: [(number: Int, data: MessagePack, sent: UInt64)] = []
  private var last = 0

  /// Whether no further report should be sent now.
  var isFull: Bool { waiting.count >= SentReports.most }

  /// Notes a report that is about to be sent.
  ///
  /// - Returns: the report with its number.
  mutating func add(_ data: MessagePack) -> MessagePack {
    last += 1
    var numbered = data
    numbered.append([.init(.string(SentReports.numberKey), .int(Int64(last)))])
    waiting.append((last, numbered, EventLoop.now))
    return numbered
  }

  /// Takes what the master says that it has.
  ///
  /// - Returns: what is to be sent again, in order.
  mutating func acknowledge(_ number: Int) -> [MessagePack] {
    waiting.removeAll { $0.number <= number }
    guard let first = waiting.first, EventLoop.now > first.sent + SentReports.patience else { return [] }
    for index in waiting.indices { waiting[index].sent = EventLoop.now }
    return waiting.map(\.data)
  }
}

/// The reports that a master has of each worker, so that each counts once.
struct ReceivedReports {
  private var last: [String: Int] = [:]

  /// The last report of a worker; nil when it has sent none with a number.
  subscript(node: String) -> Int? { last[node] }

  /// Whether a report is to be counted: the next one, or the first of a worker that had another master before.
  mutating func take(_ number: Int, from node: String) -> Bool {
    guard last[node].map({ number == $0 + 1 }) ?? true else { return false }
    last[node] = number
    return true
  }
}
