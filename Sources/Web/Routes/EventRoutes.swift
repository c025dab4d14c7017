import Foundation
import Hummingbird
import NIOCore

/// Live updates as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
///
/// Each page is sent what has changed since the last event, not whole tables, so that many pages on a run with a
/// thousand rows cost little.
extension RouteTable {
  func addEvents(to group: RouterGroup<WebContext>) {
    let room = room
    group.get("/api/v1/events") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "text/event-stream"],
        body: .init { writer in
          var changes = Changes()
          var version = -1
          while !Task.isCancelled {
            let snapshot = room.snapshot
            if snapshot.version != version {
              version = snapshot.version
              let data = try changes.next(snapshot)
              try await writer.write(ByteBuffer(string: "data: \(String(decoding: data, as: UTF8.self))\n\n"))
            }
            try await Task.sleep(for: .milliseconds(500))
          }
          try await writer.finish(nil)
        })
    }
  }
}

/// What one page has been told so far.
struct Changes {
  private var entries: [String: Snapshot.Entry] = [:]
  private var failures: [String: Snapshot.Failure] = [:]
  private var exceptions: [Snapshot.SpecException] = []
  private var logs: [String: [String]] = [:]
  private var ratios: TaskRatios?
  private var lastPoint = -1.0
  private var isFirst = true

  private struct Event: Encodable {
    var state: String
    var users: Int
    var target: Int
    var host: String?
    /// Rows that are new or have changed.
    var rows: [Snapshot.Entry]
    var failures: [Snapshot.Failure]
    var points: [Snapshot.HistoryPoint]
    var workers: [Snapshot.Worker]
    var exceptions: [Snapshot.SpecException]?
    var logs: [String: [String]]?
    var tasks: TaskRatios?
    /// Whether everything that the page knows is to be forgotten first.
    var reset: Bool
  }

  /// The next event as JSON, on one line.
  mutating func next(_ snapshot: Snapshot) throws -> Data {
    func key(_ entry: Snapshot.Entry) -> String { "\(entry.method ?? "")\u{0}\(entry.name)" }
    func key(_ failure: Snapshot.Failure) -> String { "\(failure.method)\u{0}\(failure.name)\u{0}\(failure.error)" }
    let known = Dictionary(snapshot.entries.map { (key($0), $0) }, uniquingKeysWith: { $1 })
    // Rows vanish, and counts fall, only when the statistics begin anew.
    let reset =
      isFirst || entries.contains { old in (known[old.key]?.requests ?? -1) < old.value.requests }
      || (snapshot.history.first?.time ?? .infinity) > lastPoint && lastPoint >= 0
    if reset { self = Changes() }
    isFirst = false
    let rows = snapshot.entries.filter { entries[key($0)] != $0 }
    for row in rows { entries[key(row)] = row }
    let failed = snapshot.errors.filter { failures[key($0)] != $0 }
    for failure in failed { failures[key(failure)] = failure }
    let points = snapshot.history.filter { $0.time > lastPoint }
    lastPoint = points.last?.time ?? lastPoint
    var event = Event(
      state: snapshot.state, users: snapshot.userCount, target: snapshot.targetUserCount, host: snapshot.host,
      rows: rows, failures: failed, points: points, workers: snapshot.workers, reset: reset)
    if snapshot.exceptions != exceptions || reset {
      exceptions = snapshot.exceptions
      event.exceptions = exceptions
    }
    if snapshot.logs != logs || reset {
      logs = snapshot.logs
      event.logs = logs
    }
    if snapshot.taskRatios != ratios || reset {
      ratios = snapshot.taskRatios
      event.tasks = ratios
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    return try encoder.encode(event)
  }
}
