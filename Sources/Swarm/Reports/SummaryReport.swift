import Foundation
import Runtime

/// All about a run as one JSON object, for programs that look at it later. Durations are in ms where the name says so,
/// moments are in s since 1970.
struct SummaryReport: Encodable {
  private let katydid = version
  private let start: Double
  private let end: Double
  private let exitCode: Int32
  private let script: String
  private let profile: String?
  private let host: String?
  private let users: Int?
  private let spawnRate: Double?
  private let runTime: Double?
  private let loadShape: String?
  private let total: Entry
  private let entries: [Entry]
  private let failures: [Failure]
  private let exceptions: [Fault]
  private let metrics: [Measure]
  private let thresholds: [Verdict]
  private let swaps: [Swap]

  private struct Entry: Encodable {
    let method: String
    let name: String
    let requests: Int
    let failures: Int
    let requestsPerSecond: Double
    let failuresPerSecond: Double
    let averageMs: Double
    let minMs: Double?
    let maxMs: Double
    let percentilesMs: [String: Double]
    let averageContentLength: Double
    /// The mean time of each step of the requests that had it: DNS, connecting and so on.
    let stepsMs: [String: Double]
    /// From the intended start, of users that are to begin at set times.
    let intendedPercentilesMs: [String: Int]

    init(_ entry: RequestEntry) {
      method = entry.key.method
      name = entry.key.name
      requests = entry.requests
      failures = entry.failures
      requestsPerSecond = entry.totalRPS
      failuresPerSecond = entry.totalFailuresPerSecond
      averageMs = entry.averageResponseTime
      minMs = entry.minResponseTime
      maxMs = entry.maxResponseTime
      percentilesMs = Dictionary(
        entry.statistics.settings.percentiles.map { ("\($0)", entry.precisePercentile($0)) },
        uniquingKeysWith: { first, _ in first })
      averageContentLength = entry.averageContentLength
      stepsMs = Dictionary(
        uniqueKeysWithValues: HTTPTiming.Step.allCases.filter { entry.steps[$0].count > 0 }.map {
          ("\($0)", entry.steps[$0].mean)
        })
      let shares = entry.intendedCount > 0 ? entry.statistics.settings.percentiles.sorted() : []
      intendedPercentilesMs = Dictionary(
        zip(shares.map { "\($0)" }, entry.intendedPercentiles(shares)), uniquingKeysWith: { first, _ in first })
    }
  }

  private struct Failure: Encodable {
    let method: String
    let name: String
    let error: String
    let occurrences: Int
    let firstSeen: Double
    let lastSeen: Double
  }

  private struct Fault: Encodable {
    let count: Int
    let message: String
    let traceback: String
    let nodes: [String]
  }

  private struct Measure: Encodable {
    let kind: String
    let name: String
    let count: Int
    let value: Double
    let percentiles: [String: Double]?

    init(_ metric: Metric) {
      kind = metric.kind.rawValue
      name = metric.name
      count = metric.count
      switch metric.kind {
      case .counter: value = metric.sum
      case .gauge: value = metric.latest.value
      case .trend: value = metric.mean
      case .rate, .check: value = metric.share
      }
      percentiles =
        metric.kind == .trend
        ? Dictionary(uniqueKeysWithValues: [0.5, 0.9, 0.95, 0.99, 0.999].map { ("\($0)", metric.percentile($0)) }) : nil
    }
  }

  private struct Verdict: Encodable {
    let threshold: String
    let kept: Bool
    let measured: Double?
  }

  private struct Swap: Encodable {
    let version: Int
    let time: Double
    let files: String
    let users: Int
    let durationMs: Double?
    let by: String
  }

  /// Collects what there is to say.
  ///
  /// - Parameters:
  ///   - outcomes: how the thresholds stand.
  ///   - exitCode: the exit status of the run.
  init(_ statistics: Statistics, facts: RunFacts, outcomes: [Threshold.Outcome], exitCode: Int32) {
    start = statistics.startTime
    end = statistics.lastRequestTimestamp ?? start
    self.exitCode = exitCode
    script = facts.script
    profile = facts.profile
    host = facts.host
    users = facts.users
    spawnRate = facts.spawnRate
    runTime = facts.runTime
    loadShape = facts.shape
    total = Entry(statistics.total)
    entries = statistics.entries.map(Entry.init)
    failures = statistics.failures.map {
      Failure(
        method: $0.key.method, name: $0.key.name, error: $0.error, occurrences: $0.occurrences,
        firstSeen: $0.firstSeen, lastSeen: $0.lastSeen)
    }
    exceptions = statistics.exceptions.map {
      Fault(count: $0.count, message: $0.message, traceback: $0.traceback, nodes: $0.nodes.sorted())
    }
    metrics = statistics.metrics.withEngine.map(Measure.init)
    thresholds = outcomes.map { Verdict(threshold: $0.threshold.text, kept: $0.isKept, measured: $0.value) }
    swaps = facts.swaps.map {
      Swap(
        version: $0.version, time: $0.time, files: $0.id, users: $0.users, durationMs: $0.duration.map { $0 * 1000 },
        by: $0.cause)
    }
  }

  /// The file's text.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    // Only a number that is none can't be written.
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let data = try? encoder.encode(self) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
