import Runtime
import Swarm
import XCTest

/// Messages between nodes, and those with statistics above all.
final class MessageTests: XCTestCase {
  func testMessagesComeBack() throws {
    let message = Message("spawn", ["timestamp": 1.5, "host": nil], node: "host_0")
    XCTAssertEqual(try Message(decoding: message.encoded), message)
  }

  func testWhatIsNotAMessage() {
    let faults: [([UInt8], Message.Fault)] = [
      ([0xc1], .notMessagePack(.reservedByte)), ([], .notMessagePack(.truncated)),
      ([0x93, 0xa1], .notMessagePack(.truncated)),
      ([0x01], .notAMessage), ([0x90], .notAMessage), ([0x93, 0x01, 0x02, 0x03], .notAMessage),
      ([0x92, 0xa1, 0x61, 0xc0], .notAMessage),
    ]
    for (bytes, fault) in faults {
      XCTAssertThrowsError(try Message(decoding: bytes), bytes.hex) { XCTAssertEqual($0 as? Message.Fault, fault) }
    }
  }

  // MARK: statistics

  private static func makeReport() -> StatisticsReport {
    let statistics = Statistics()
    let times: [UInt64] = [1, 999, 1_000_000, 12_345_678, 99_499_000, 123_456_789_012, 7_200_000_000_000]
    let entry = statistics.entry(method: "GET", name: "/größe?q=\"1\"")
    for (index, time) in times.enumerated() {
      entry.record(nanoseconds: time, length: index * 1000, at: UInt64(index) * 700_000_000 + 1)
    }
    statistics.recordFailure(entry, error: "HTTPError('404 Client Error')", at: 1_400_000_000)
    let other = statistics.entry(method: "", name: "own")
    other.recordWithoutTime(length: 3, at: 5)
    statistics.recordFailure(other, error: "Broken()", at: 5)
    statistics.recordFailure(other, error: "Broken()", at: 6)
    return statistics.drain()
  }

  func testStatisticsComeBack() throws {
    let message = StatsMessage(report: MessageTests.makeReport(), userCounts: ["A": 3, "B": 0])
    let bytes = Message("stats", message.data, node: "host_0").encoded
    XCTAssertEqual(try StatsMessage(Message(decoding: bytes).data), message)
    let empty = StatsMessage(report: StatisticsReport(), userCounts: [:])
    XCTAssertEqual(try StatsMessage(MessagePack(decoding: empty.data.encoded)), empty)
  }

  func testCompactStatisticsComeBack() throws {
    var report = MessageTests.makeReport()
    report.exceptions = [ExceptionReport(message: "oh", traceback: "Traceback…", count: 3)]
    let message = StatsMessage(report: report, userCounts: ["A": 3])
    let back = try StatsMessage(MessagePack(decoding: message.compactData.encoded))
    XCTAssertEqual(back.report.exceptions, report.exceptions)
    // Both forms say the same; Locust's has times in ms with a fraction.
    XCTAssertEqual(back, message)
    XCTAssertLessThan(message.compactData.encoded.count * 2, message.data.encoded.count)
    guard case .binary(let rows)? = message.compactData["katydid_rows"] else { return XCTFail("no rows") }
    for count in 1..<rows.count {
      let broken: MessagePack = [
        "katydid_rows": .binary(Array(rows.prefix(count))), "errors": .map([]), "user_classes_count": .map([]),
      ]
      // Some prefixes are whole rows; nothing crashes on the others.
      if let partial = try? StatsMessage(broken) { XCTAssertLessThan(partial.report.entries.count, 2) }
    }
  }

  func testTheMergedCopyReadsLikeTheOriginal() throws {
    let report = MessageTests.makeReport()
    let (here, there) = (Statistics(), Statistics())
    here.merge(report, from: "host_0")
    there.merge(try StatsMessage(StatsMessage(report: report, userCounts: [:]).data).report, from: "host_0")
    for (left, right) in zip(here.entries + [here.total], there.entries + [there.total]) {
      XCTAssertEqual(left.requests, right.requests)
      XCTAssertEqual(left.averageResponseTime, right.averageResponseTime)
      for share in [0.5, 0.9, 0.99, 1] { XCTAssertEqual(left.percentile(share), right.percentile(share)) }
    }
    XCTAssertEqual(there.failures.map(\.occurrences), [1, 2])
    XCTAssertEqual(there.entries.count, 2)
  }

  /// The message that a worker of Locust 2.47 sends for two requests, of 12.6 and 120.4 ms, and a failure.
  private static let locusts = """
    93a5737461747385a57374617473918ea46e616d65a22f61a66d6574686f64a3474554b66c6173745f726571756573745f74696d657374
    616d70cb41d954fc40500000aa73746172745f74696d65cb41d954fc40100000ac6e756d5f726571756573747302b16e756d5f6e6f6e65
    5f726571756573747300ac6e756d5f6661696c7572657301b3746f74616c5f726573706f6e73655f74696d65cb4060a00000000000b16d
    61785f726573706f6e73655f74696d65cb405e19999999999ab16d696e5f726573706f6e73655f74696d65cb4029333333333333b4746f
    74616c5f636f6e74656e745f6c656e677468cc96ae726573706f6e73655f74696d6573820d017801b06e756d5f726571735f7065725f73
    656382ce6553f10001ce6553f10101b06e756d5f6661696c5f7065725f73656381ce6553f10101ab73746174735f746f74616c8ea46e61
    6d65aa41676772656761746564a66d6574686f64a0b66c6173745f726571756573745f74696d657374616d70cb41d954fc40500000aa73
    746172745f74696d65cb41d954fc40100000ac6e756d5f726571756573747302b16e756d5f6e6f6e655f726571756573747300ac6e756d
    5f6661696c7572657301b3746f74616c5f726573706f6e73655f74696d65cb4060a00000000000b16d61785f726573706f6e73655f7469
    6d65cb405e19999999999ab16d696e5f726573706f6e73655f74696d65cb4029333333333333b4746f74616c5f636f6e74656e745f6c65
    6e677468cc96ae726573706f6e73655f74696d6573820d017801b06e756d5f726571735f7065725f73656382ce6553f10001ce6553f101
    01b06e756d5f6661696c5f7065725f73656381ce6553f10101a66572726f727381d9403861353964373561353564613332336337393963
    336262633961616363373563373634346165626638373165656331653531353539353131303334346563646586a46e616d65a22f61a66d
    6574686f64a3474554a56572726f72b84361746368526573706f6e73654572726f7228276e6f2729ab6f6363757272656e63657301aa66
    697273745f7365656ecb41d954fc40500000a96c6173745f7365656ecb41d954fc40500000b2757365725f636c61737365735f636f756e
    7481a14102aa757365725f636f756e7402a6686f73745f31
    """

  func testAMessageOfLocusts() throws {
    let message = try Message(decoding: Array(hex: MessageTests.locusts))
    XCTAssertEqual(message.type, MessageType.stats)
    XCTAssertEqual(message.node, "host_1")
    let stats = try StatsMessage(message.data)
    XCTAssertEqual(stats.userCounts, ["A": 2])
    let entry = try XCTUnwrap(stats.report.entries.first)
    XCTAssertEqual(stats.report.entries.count, 1)
    XCTAssertEqual(entry.key, RequestKey(method: "GET", name: "/a"))
    XCTAssertEqual([entry.requests, entry.requestsWithoutTime, entry.failures, entry.contentLength], [2, 0, 1, 150])
    XCTAssertEqual(entry.nanoseconds, 133_000_000)
    XCTAssertEqual(entry.shortest, 12_600_000)
    XCTAssertEqual(entry.longest, 120_400_000)
    XCTAssertEqual(entry.lastRequestTimestamp, 1_700_000_001.25)
    XCTAssertEqual(entry.requestsPerSecond.seconds.map(\.second), [1_700_000_000, 1_700_000_001])
    XCTAssertEqual(
      entry.latencies,
      [LatencyCount(microseconds: 13_000, count: 1), LatencyCount(microseconds: 120_000, count: 1)])
    XCTAssertEqual(stats.report.failures.map(\.error), ["CatchResponseError('no')"])
    XCTAssertEqual(stats.report.failures.map(\.occurrences), [1])
  }

  /// What Locust's master reads of each entry is under the keys that its own workers send.
  func testOurMessageHasAllOfLocustsKeys() throws {
    func keys(_ value: MessagePack?) -> Set<String> { Set(value?.pairs?.compactMap(\.key.text) ?? []) }
    let theirs = try Message(decoding: Array(hex: MessageTests.locusts)).data
    let ours = StatsMessage(report: MessageTests.makeReport(), userCounts: ["A": 1]).data
    XCTAssertTrue(keys(ours).isSuperset(of: keys(theirs)))
    XCTAssertTrue(keys(ours["stats"]?.elements?.first).isSuperset(of: keys(theirs["stats"]?.elements?.first)))
    XCTAssertTrue(keys(ours["stats_total"]).isSuperset(of: keys(theirs["stats_total"])))
    XCTAssertEqual(keys(ours["errors"]?.pairs?.first?.value), keys(theirs["errors"]?.pairs?.first?.value))
  }

  /// Bytes flipped anywhere in a message give an error, or statistics that can be merged and shown.
  func testDamagedStatisticsAreHarmless() throws {
    let samples = [
      Array(hex: MessageTests.locusts),
      Message("stats", StatsMessage(report: MessageTests.makeReport(), userCounts: ["A": 3]).data, node: "h").encoded,
    ]
    var numbers = SystemRandomNumberGenerator()
    var merged = 0
    for sample in samples {
      for round in 0..<4000 {
        var bytes = sample
        for _ in 0..<Int.random(in: 1...3, using: &numbers) {
          bytes[Int.random(in: bytes.indices, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
        }
        guard let message = try? Message(decoding: bytes), let stats = try? StatsMessage(message.data) else { continue }
        merged += 1
        let statistics = Statistics()
        statistics.merge(stats.report, from: "h")
        guard round % 20 == 0 else { continue }
        let tables = Tables(statistics, terminalWidth: nil)
        XCTAssertFalse(tables.requests(isFinal: false).isEmpty)
        XCTAssertFalse(tables.requests(isFinal: true).isEmpty)
        XCTAssertFalse(tables.percentiles().isEmpty)
        XCTAssertFalse(JSONReport.text(statistics).isEmpty)
      }
    }
    XCTAssertGreaterThan(merged, 100)
  }
}
