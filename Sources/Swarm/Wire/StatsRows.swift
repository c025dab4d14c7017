import Runtime

/// The rows of a statistics report as Katydids send them to each other: MessagePack values one after the other, without
/// names, so that a master reads the rows of a thousand workers as they come.
///
/// A row is: method, name, requests, those without a time, failures, bytes, the sum of times in ns, the shortest time in
/// ns plus 1 (0 for none), the longest in ns, the start, the last request's end (0 for none), then four lists, each
/// behind the number of its pairs: seconds and requests, seconds and failures, µs and counts, µs from the intended start
/// and counts. Seconds are counted from the first of their list, which is whole. Last come the steps behind their number:
/// for each how many had it, the sum of their ns and the longest.
enum StatsRows {
  /// The largest of the numbers that have to do with times in ns, and of all others.
  private static let mostTime = 1 << 62
  private static let most = 1 << 50

  /// The key of the rows in a message.
  static let key = "katydid_rows"

  /// The rows as bytes.
  static func encode(_ entries: [EntryReport]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.count * 96)
    func add(_ number: Int) { MessagePack.encode(Int64(min(number, most)), into: &bytes) }
    func add(time: UInt64) { MessagePack.encode(Int64(min(time, UInt64(mostTime))), into: &bytes) }
    func add(_ counts: SecondCounts) {
      add(counts.seconds.count)
      var earlier = 0
      for second in counts.seconds {
        add(Int(second.second) - earlier)
        add(Int(second.count))
        earlier = Int(second.second)
      }
    }
    for entry in entries {
      MessagePack.string(entry.key.method).encode(into: &bytes)
      MessagePack.string(entry.key.name).encode(into: &bytes)
      for number in [entry.requests, entry.requestsWithoutTime, entry.failures, entry.contentLength] { add(number) }
      add(time: entry.nanoseconds)
      add(time: entry.shortest.map { $0 &+ 1 } ?? 0)
      add(time: entry.longest)
      MessagePack.double(entry.startTime).encode(into: &bytes)
      MessagePack.double(entry.lastRequestTimestamp ?? 0).encode(into: &bytes)
      add(entry.requestsPerSecond)
      add(entry.failuresPerSecond)
      for latencies in [entry.latencies, entry.intended] {
        add(latencies.count)
        for latency in latencies {
          add(Int(clamping: latency.microseconds))
          add(Int(clamping: latency.count))
        }
      }
      add(entry.steps.times.count)
      for step in entry.steps.times {
        add(step.count)
        add(time: step.nanoseconds)
        add(time: step.longest)
      }
    }
    return bytes
  }

  /// Reads rows.
  ///
  /// - Throws: `StatsMessage.Fault` when something is missing or out of range.
  static func decode(_ bytes: [UInt8]) throws(StatsMessage.Fault) -> [EntryReport] {
    do throws(MessagePackFault) {
      return try bytes.withUnsafeBufferPointer { (buffer) throws(MessagePackFault) -> [EntryReport] in
        var reader = MessagePackReader(UnsafeRawBufferPointer(buffer))
        var entries: [EntryReport] = []
        while !reader.isAtEnd { entries.append(try row(&reader)) }
        return entries
      }
    } catch { throw StatsMessage.Fault() }
  }

  private static func row(_ reader: inout MessagePackReader) throws(MessagePackFault) -> EntryReport {
    let key = RequestKey(method: try reader.text(), name: try reader.text())
    let requests = try reader.count()
    let requestsWithoutTime = try reader.count()
    let failures = try reader.count()
    let contentLength = try reader.count()
    let nanoseconds = try reader.count(upTo: mostTime)
    let shortest = try reader.count(upTo: mostTime)
    let longest = try reader.count(upTo: mostTime)
    let start = try reader.double()
    let last = try reader.double()
    let requestSeconds = try seconds(&reader)
    let failureSeconds = try seconds(&reader)
    let latencies = try StatsRows.latencies(&reader)
    let intended = try StatsRows.latencies(&reader)
    var steps: [StepTime] = []
    for _ in 0..<(try reader.count(upTo: HTTPTiming.Step.allCases.count)) {
      steps.append(
        StepTime(
          count: try reader.count(), nanoseconds: UInt64(try reader.count(upTo: mostTime)),
          longest: UInt64(try reader.count(upTo: mostTime))))
    }
    return EntryReport(
      key: key, requests: requests, requestsWithoutTime: requestsWithoutTime, failures: failures,
      contentLength: contentLength, nanoseconds: UInt64(nanoseconds),
      shortest: shortest == 0 ? nil : UInt64(shortest - 1), longest: UInt64(longest), startTime: start,
      lastRequestTimestamp: last == 0 ? nil : last, requestsPerSecond: requestSeconds,
      failuresPerSecond: failureSeconds, latencies: latencies, steps: StepTimes(steps), intended: intended)
  }

  private static func latencies(_ reader: inout MessagePackReader) throws(MessagePackFault) -> [LatencyCount] {
    var latencies: [LatencyCount] = []
    let count = try reader.count()
    latencies.reserveCapacity(min(count, 1024))
    for _ in 0..<count {
      latencies.append(
        LatencyCount(microseconds: UInt64(try reader.count()), count: UInt64(try reader.count())))
    }
    return latencies
  }

  private static func seconds(_ reader: inout MessagePackReader) throws(MessagePackFault) -> SecondCounts {
    var counts = SecondCounts()
    var second = 0
    for _ in 0..<(try reader.count()) {
      second += try reader.count(upTo: Int(UInt32.max))
      guard let exact = UInt32(exactly: second) else { throw .unexpected }
      counts.add(UInt32(try reader.count(upTo: Int(UInt32.max))), in: exact)
    }
    return counts
  }
}
