import Foundation
import Synchronization

/// What pages are told as a run goes on: the differences between one state and the next, made once for all of them, so
/// that many pages on a run with a thousand rows cost little.
package final class Feed: Sendable {
  /// How many differences are kept for pages that lag behind; others are told everything anew.
  private static let kept = 8

  private struct State {
    var changes = Changes()
    /// The number of the latest event.
    var number = 0
    /// The version of the snapshot that it shows.
    var version = -1
    var recent: [(number: Int, event: [UInt8])] = []
    /// Everything, as a new page is told it.
    var whole: (number: Int, event: [UInt8])?
  }

  private let state = Mutex(State())

  /// Creates a feed that has told nobody anything.
  package init() {}

  /// What a page is to be told that knows everything up to an event.
  ///
  /// - Parameters:
  ///   - number: the event's number; 0 for a page that knows nothing.
  ///   - snapshot: how things stand.
  /// - Returns: the events as JSON, and the number of the last one.
  package func events(after number: Int, _ snapshot: Snapshot) -> (events: [[UInt8]], number: Int) {
    state.withLock { state in
      if snapshot.version != state.version {
        state.version = snapshot.version
        state.number += 1
        state.recent.append((state.number, state.changes.next(snapshot)))
        if state.recent.count > Feed.kept { state.recent.removeFirst() }
      }
      if number == state.number { return ([], number) }
      if number > 0, let first = state.recent.first, first.number <= number + 1, number < state.number {
        return (state.recent.filter { $0.number > number }.map(\.event), state.number)
      }
      if state.whole?.number != state.number {
        var everything = Changes()
        state.whole = (state.number, everything.next(snapshot))
      }
      return (state.whole.map { [$0.event] } ?? [], state.number)
    }
  }
}

/// What has been told so far.
struct Changes {
  private var last: Snapshot?
  private var entries: [String: Snapshot.Entry] = [:]
  private var failures: [String: Snapshot.Failure] = [:]
  private var workers: [String: Snapshot.Worker] = [:]
  private var lastPoint = -1.0

  private static func key(_ entry: Snapshot.Entry) -> String { "\(entry.method ?? "")\u{0}\(entry.name)" }
  private static func key(_ failure: Snapshot.Failure) -> String {
    "\(failure.method)\u{0}\(failure.name)\u{0}\(failure.error)"
  }

  /// The next event as JSON, on one line.
  mutating func next(_ snapshot: Snapshot) -> [UInt8] {
    let hasBegunAnew = last.map { begunAnew(snapshot, since: $0) } ?? true
    if hasBegunAnew { self = Changes() }
    var json = JSONText()
    json.raw("{\"reset\":")
    json.flag(hasBegunAnew)
    json.raw(",\"state\":")
    json.string(snapshot.state)
    json.raw(",\"users\":")
    json.number(snapshot.userCount)
    json.raw(",\"target\":")
    json.number(snapshot.targetUserCount)
    json.raw(",\"spawn_rate\":")
    json.number(snapshot.spawnRate)
    json.raw(",\"host\":")
    json.optional(snapshot.host)
    addRows(&json, snapshot)
    addFailures(&json, snapshot)
    addPoints(&json, snapshot)
    addWorkers(&json, snapshot)
    addLogs(&json, snapshot)
    add(&json, "exceptions", snapshot.exceptions, last?.exceptions)
    add(&json, "tasks", snapshot.taskRatios, last?.taskRatios)
    add(&json, "spec", snapshot.spec, last?.spec)
    add(&json, "runs", snapshot.runs, last?.runs)
    json.raw("}")
    last = snapshot
    return json.bytes
  }

  /// Rows vanish, and counts fall, only when the statistics begin anew.
  private func begunAnew(_ snapshot: Snapshot, since last: Snapshot) -> Bool {
    if snapshot.total.requests < last.total.requests || snapshot.entries.count < last.entries.count { return true }
    if let first = snapshot.history.first, first.time > lastPoint, lastPoint >= 0 { return true }
    return snapshot.history.isEmpty && lastPoint >= 0
  }

  private func add<Value: Encodable & Equatable>(
    _ json: inout JSONText, _ name: StaticString, _ value: Value, _ old: Value?
  ) {
    guard value != old else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return }
    json.raw(",\"")
    json.raw(name)
    json.raw("\":")
    json.raw(data)
  }

  private mutating func addRows(_ json: inout JSONText, _ snapshot: Snapshot) {
    var changed: [Snapshot.Entry] = []
    for entry in snapshot.entries where entries.updateValue(entry, forKey: Self.key(entry)) != entry {
      changed.append(entry)
    }
    json.raw(",\"rows\":")
    json.array(changed) { json, row in
      json.raw("[")
      json.string(row.method ?? "")
      json.raw(",")
      json.string(row.name)
      for count in [row.requests, row.failures] {
        json.raw(",")
        json.number(count)
      }
      for value in [
        row.minResponseTime, row.maxResponseTime, row.averageResponseTime, row.averageContentLength, row.currentRPS,
        row.currentFailuresPerSecond, row.totalRPS, row.totalFailuresPerSecond,
      ] {
        json.raw(",")
        json.number(value)
      }
      json.raw(",")
      json.array(row.quantiles) { $0.number($1) }
      json.raw("]")
    }
  }

  private mutating func addFailures(_ json: inout JSONText, _ snapshot: Snapshot) {
    var changed: [Snapshot.Failure] = []
    for failure in snapshot.errors where failures.updateValue(failure, forKey: Self.key(failure)) != failure {
      changed.append(failure)
    }
    json.raw(",\"failures\":")
    json.array(changed) { json, row in
      json.raw("[")
      json.string(row.method)
      json.raw(",")
      json.string(row.name)
      json.raw(",")
      json.string(row.error)
      json.raw(",")
      json.number(row.occurrences)
      json.raw(",")
      json.optional(row.firstSeen)
      json.raw(",")
      json.optional(row.lastSeen)
      json.raw("]")
    }
  }

  private mutating func addPoints(_ json: inout JSONText, _ snapshot: Snapshot) {
    let from = lastPoint
    json.raw(",\"points\":")
    json.array(snapshot.history.filter { $0.time > from }) { json, point in
      json.raw("[")
      json.number(point.time)
      json.raw(",")
      json.number(point.userCount)
      json.raw(",")
      json.number(point.rps)
      json.raw(",")
      json.number(point.failuresPerSecond)
      json.raw(",")
      json.optional(point.average)
      json.raw(",")
      json.array(point.quantiles) { $0.number($1) }
      json.raw(",")
      json.array(point.heat) { $0.number($1) }
      json.raw("]")
    }
    lastPoint = snapshot.history.last?.time ?? lastPoint
  }

  private mutating func addWorkers(_ json: inout JSONText, _ snapshot: Snapshot) {
    let present = Set(snapshot.workers.map(\.id))
    let gone = workers.keys.filter { !present.contains($0) }
    for id in gone { workers[id] = nil }
    var changed: [Snapshot.Worker] = []
    for worker in snapshot.workers where workers.updateValue(worker, forKey: worker.id) != worker {
      changed.append(worker)
    }
    json.raw(",\"gone\":")
    json.array(gone) { $0.string($1) }
    json.raw(",\"workers\":")
    json.array(changed) { json, worker in
      json.raw("[")
      json.string(worker.id)
      json.raw(",")
      json.string(worker.state)
      json.raw(",")
      json.number(worker.userCount)
      json.raw(",")
      json.number(worker.cpuUsage)
      json.raw(",")
      json.number(worker.memoryUsage)
      json.raw(",")
      json.optional(worker.version)
      json.raw(",")
      json.number(worker.silence)
      json.raw("]")
    }
  }

  /// Of the master's log only new lines; of a worker's all that are kept, as it sends them so.
  private func addLogs(_ json: inout JSONText, _ snapshot: Snapshot) {
    let lines = snapshot.logs["master"] ?? []
    let new = min(lines.count, snapshot.logCount - (last?.logCount ?? 0))
    json.raw(",\"log\":")
    json.array(lines.suffix(max(0, new))) { $0.string($1) }
    json.raw(",\"worker_logs\":{")
    var isFirst = true
    for (name, lines) in snapshot.logs where name != "master" && lines != last?.logs[name] {
      if !isFirst { json.raw(",") }
      isFirst = false
      json.string(name)
      json.raw(":")
      json.array(lines) { $0.string($1) }
    }
    json.raw("}")
  }
}
