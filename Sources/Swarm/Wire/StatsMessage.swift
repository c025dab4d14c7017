import Runtime

/// What a `stats` message carries: a statistics report and the numbers of users, under Locust's keys.
///
/// Locust knows response times only as rounded ms (`response_times`). `katydid_latencies` has the histogram's counts
/// as pairs of µs and count in one array; a message without it gives the rounded ones.
package struct StatsMessage: Equatable {
  /// What was measured. Locust has messages of their own for exceptions.
  package var report: StatisticsReport
  /// The users of each class that run.
  package var userCounts: [String: Int]
  /// The version of the spec under which it was measured.
  package var version = 1

  /// The key that a Katydid's message has when a listener of events has raised something.
  static let failedListeners = "katydid_failed_listeners"

  /// Creates a message.
  package init(report: StatisticsReport, userCounts: [String: Int]) {
    self.report = report
    self.userCounts = userCounts
  }

  package static func == (left: StatsMessage, right: StatsMessage) -> Bool {
    left.report.entries == right.report.entries && left.report.metrics == right.report.metrics
      && left.report.failures == right.report.failures
      && left.userCounts == right.userCounts
  }

  /// Data that has another shape.
  package struct Fault: Error {}

  /// The message's data for a master that is a Katydid, which sums up by itself.
  package var compactData: MessagePack {
    [
      .string(StatsRows.key): .binary(StatsRows.encode(report.entries)),
      "errors": .map(
        report.failures.enumerated().map { .init(.int(Int64($0)), StatsMessage.failure($1)) }),
      "katydid_exceptions": .array(
        report.exceptions.map { [.string($0.message), .string($0.traceback), .int(Int64($0.count))] }),
      "user_classes_count": .counts(userCounts),
      "katydid_version": .int(Int64(version)),
      .string(MetricsMessage.key): MetricsMessage.data(report.metrics),
    ]
  }

  private static func failure(_ failure: FailureReport) -> MessagePack {
    [
      "name": .string(failure.key.name), "method": .string(failure.key.method), "error": .string(failure.error),
      "occurrences": .int(Int64(failure.occurrences)), "first_seen": .double(failure.firstSeen),
      "last_seen": .double(failure.lastSeen),
    ]
  }

  /// The message's data, under Locust's keys.
  package var data: MessagePack {
    let sum = Statistics()
    sum.merge(report, from: "")
    let errors = report.failures.map {
      MessagePack.Pair(.string(StatsMessage.errorKey($0)), StatsMessage.failure($0))
    }
    return [
      "stats": .array(report.entries.map(StatsMessage.entry)),
      "stats_total": StatsMessage.entry(sum.total.report),
      "errors": .map(errors),
      "user_classes_count": .counts(userCounts),
      "user_count": .int(Int64(userCounts.values.reduce(0, +))),
      "katydid_version": .int(Int64(version)),
      .string(MetricsMessage.key): MetricsMessage.data(report.metrics),
    ]
  }

  /// The key under which Locust sums failures up: the SHA-256 of method, name and the error as Python writes it.
  package static func errorKey(_ failure: FailureReport) -> String {
    Digest.hexadecimal(
      Array("\(failure.key.method).\(failure.key.name).\(PythonText.quoted(failure.error))".utf8))
  }

  private static func entry(_ entry: EntryReport) -> MessagePack {
    var times: [Int: Int] = [:]
    for latency in entry.latencies {
      times[RequestEntry.rounded(Double(latency.microseconds) / 1000), default: 0] += Int(latency.count)
    }
    return [
      "name": .string(entry.key.name),
      "method": .string(entry.key.method),
      "last_request_timestamp": entry.lastRequestTimestamp.map { .double($0) } ?? .null,
      "start_time": .double(entry.startTime),
      "num_requests": .int(Int64(entry.requests)),
      "num_none_requests": .int(Int64(entry.requestsWithoutTime)),
      "num_failures": .int(Int64(entry.failures)),
      "total_response_time": .double(min(Double(entry.nanoseconds) / 1e6, mostMilliseconds)),
      "max_response_time": .double(Double(entry.longest) / 1e6),
      "min_response_time": entry.shortest.map { .double(Double($0) / 1e6) } ?? .null,
      "total_content_length": .int(Int64(min(entry.contentLength, 1 << 50))),
      "response_times": .map(
        times.sorted { $0.key < $1.key }.map { .init(.int(Int64($0.key)), .int(Int64($0.value))) }),
      "num_reqs_per_sec": seconds(entry.requestsPerSecond),
      "num_fail_per_sec": seconds(entry.failuresPerSecond),
      "katydid_latencies": .array(
        entry.latencies.flatMap { [.int(Int64($0.microseconds)), .int(Int64($0.count))] }),
    ]
  }

  private static func seconds(_ counts: SecondCounts) -> MessagePack {
    .map(counts.seconds.map { .init(.int(Int64($0.second)), .int(Int64($0.count))) })
  }
}

// MARK: Reading

extension StatsMessage {
  /// Reads a message's data.
  ///
  /// - Throws: `Fault` when something is missing or out of range; nothing is taken from such a message.
  package init(_ data: MessagePack) throws(Fault) {
    var report = StatisticsReport()
    if case .binary(let rows)? = data[StatsRows.key] {
      report.entries = try StatsRows.decode(rows)
    } else {
      for entry in try StatsMessage.need(data["stats"]?.elements) {
        report.entries.append(try StatsMessage.entry(entry))
      }
    }
    for pair in try StatsMessage.need(data["errors"]?.pairs) {
      report.failures.append(try StatsMessage.failure(pair.value))
    }
    for exception in data["katydid_exceptions"]?.elements ?? [] {
      guard let parts = exception.elements, parts.count == 3 else { throw Fault() }
      report.exceptions.append(
        ExceptionReport(
          message: try StatsMessage.need(parts[0].text), traceback: try StatsMessage.need(parts[1].text),
          count: try StatsMessage.count(parts[2])))
    }
    report.metrics = MetricsMessage.metrics(data[MetricsMessage.key])
    self.report = report
    userCounts = try StatsMessage.need(data["user_classes_count"]?.asCounts)
    version = max(1, data["katydid_version"]?.integer ?? 1)
  }

  private static func failure(_ value: MessagePack) throws(Fault) -> FailureReport {
    FailureReport(
      key: RequestKey(method: try need(value["method"]?.text), name: try need(value["name"]?.text)),
      error: try need(value["error"]?.text), occurrences: try count(value["occurrences"]),
      firstSeen: value["first_seen"]?.number ?? .infinity, lastSeen: value["last_seen"]?.number ?? 0)
  }

  private static func entry(_ value: MessagePack) throws(Fault) -> EntryReport {
    EntryReport(
      key: RequestKey(method: try need(value["method"]?.text), name: try need(value["name"]?.text)),
      requests: try count(value["num_requests"]),
      requestsWithoutTime: try count(value["num_none_requests"]),
      failures: try count(value["num_failures"]),
      contentLength: try count(value["total_content_length"]),
      nanoseconds: try nanoseconds(value["total_response_time"]),
      shortest: value["min_response_time"] == .null ? nil : try nanoseconds(value["min_response_time"]),
      longest: try nanoseconds(value["max_response_time"]),
      startTime: try need(value["start_time"]?.number),
      lastRequestTimestamp: value["last_request_timestamp"]?.number,
      requestsPerSecond: try seconds(value["num_reqs_per_sec"]),
      failuresPerSecond: try seconds(value["num_fail_per_sec"]),
      latencies: try latencies(value))
  }

  private static func latencies(_ entry: MessagePack) throws(Fault) -> [LatencyCount] {
    var result: [LatencyCount] = []
    if let numbers = entry["katydid_latencies"]?.elements {
      guard numbers.count % 2 == 0 else { throw Fault() }
      for index in stride(from: 0, to: numbers.count, by: 2) {
        result.append(
          LatencyCount(
            microseconds: UInt64(try count(numbers[index])), count: UInt64(try count(numbers[index + 1]))))
      }
    } else {
      for pair in try need(entry["response_times"]?.pairs) {
        result.append(
          LatencyCount(microseconds: UInt64(try count(pair.key)) * 1000, count: UInt64(try count(pair.value))))
      }
    }
    return result
  }

  private static func seconds(_ value: MessagePack?) throws(Fault) -> SecondCounts {
    var counts = SecondCounts()
    for pair in try need(value?.pairs) {
      guard let second = UInt32(exactly: try count(pair.key)), let number = UInt32(exactly: try count(pair.value))
      else {
        throw Fault()
      }
      counts.add(number, in: second)
    }
    return counts
  }

  /// A number of things: an integer from 0 to 2⁵⁰, so that sums of many can't overflow. Locust sends some as doubles.
  private static func count(_ value: MessagePack?) throws(Fault) -> Int {
    let number = try need(value?.number)
    guard number >= 0, number <= 0x1p50 else { throw Fault() }
    return Int(number)
  }

  /// The longest time, or sum of times, in ms.
  private static let mostMilliseconds = 0x1p43

  /// A time that is given in ms.
  private static func nanoseconds(_ value: MessagePack?) throws(Fault) -> UInt64 {
    let milliseconds = try need(value?.number)
    guard milliseconds >= 0, milliseconds <= mostMilliseconds else { throw Fault() }
    return UInt64((milliseconds * 1e6).rounded())
  }

  private static func need<Part>(_ part: Part?) throws(Fault) -> Part {
    guard let part else { throw Fault() }
    return part
  }
}

extension MessagePack {
  /// A map from names to numbers of users.
  static func counts(_ counts: [String: Int]) -> MessagePack {
    .map(counts.sorted { $0.key < $1.key }.map { .init(.string($0.key), .int(Int64($0.value))) })
  }

  /// A map from names to numbers of users, none of them negative; nil for anything else.
  var asCounts: [String: Int]? {
    guard let pairs else { return nil }
    var counts: [String: Int] = [:]
    for pair in pairs {
      guard let name = pair.key.text, let count = pair.value.integer, (0...1 << 32).contains(count) else { return nil }
      counts[name] = count
    }
    return counts
  }
}
