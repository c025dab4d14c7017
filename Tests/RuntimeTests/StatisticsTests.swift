import Histogram
import Runtime
import Testing

/// What a row shows for requests whose times are known; expected values are Locust's 2.47 for the same times.
@Suite struct StatisticsTests {
  private let millisecond: UInt64 = 1_000_000

  /// A monotonic time `seconds` after the start of the wall second in which `statistics` began.
  private func time(_ seconds: Double, in statistics: Statistics) -> UInt64 {
    UInt64((statistics.startTime.rounded(.down) + seconds) * 1e9) &- statistics.clockLead
  }

  @Test func valuesGoWhereHdrHistogramPutsThem() {
    var reference = Histogram<UInt64>(highestTrackableValue: LatencyHistogram.longest)
    var ours = LatencyHistogram()
    var random = SystemRandomNumberGenerator()
    for step in 0..<20_000 {
      let limit = UInt64(1) << UInt64(step % 32 + 1)
      let value = min(random.next(upperBound: limit), LatencyHistogram.longest)
      reference.record(value)
      ours.record(value)
      let index = LatencyHistogram.index(of: value)
      #expect(LatencyHistogram.lowest(at: index) == reference.lowestEquivalentForValue(value))
    }
    let theirs = reference.recordedValues().map {
      LatencyCount(microseconds: reference.lowestEquivalentForValue($0.value), count: $0.count)
    }
    #expect(ours.counts == theirs)
  }

  @Test func fewValuesMakeNoCountersAndAreNotLost() {
    var histogram = LatencyHistogram()
    for value in [5, 70_000, 5, 3_600_000_000, 9_000_000_000] as [UInt64] { histogram.record(value) }
    let few = histogram.counts
    #expect(few.map(\.count) == [2, 1, 2])
    for _ in 0..<100 { histogram.record(5) }
    #expect(histogram.counts.map(\.count) == [102, 1, 2])
    histogram.removeAll()
    #expect(histogram.counts.isEmpty)
    histogram.record(7, count: 1_000_000)
    #expect(histogram.counts == [LatencyCount(microseconds: 7, count: 1_000_000)])
  }

  @Test func percentilesAndMedianAreLocusts() {
    let statistics = Statistics()
    let entry = statistics.entry(method: "GET", name: "/")
    let at = time(1.5, in: statistics)
    for value in [3, 7, 12, 48, 147, 153, 992, 1449, 3432, 58_760] as [UInt64] {
      entry.record(nanoseconds: value * millisecond, length: 10, at: at)
    }
    let shares = [0.5, 0.66, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1.0]
    #expect(
      shares.map { entry.percentile($0) }
        == [150, 990, 1400, 3400, 59_000, 59_000, 59_000, 59_000, 59_000, 59_000, 59_000])
    #expect(entry.medianResponseTime == 150)
    #expect(entry.averageResponseTime == 6500.3)
    #expect(entry.minResponseTime == 3 && entry.maxResponseTime == 58_760)
    #expect(entry.contentLength == 100)
  }

  @Test func medianStaysWithinMinimumAndMaximum() {
    let statistics = Statistics()
    let entry = statistics.entry(method: "GET", name: "/")
    entry.record(nanoseconds: 1449 * millisecond, length: 0, at: time(1, in: statistics))
    #expect(entry.medianResponseTime == 1449)
    entry.recordWithoutTime(length: 0, at: time(1, in: statistics))
    #expect(entry.averageResponseTime == 1449 && entry.requests == 2)
  }

  @Test func ratesUseLocustsWindows() {
    let statistics = Statistics()
    let entry = statistics.entry(method: "GET", name: "/")
    // Second n has n requests; the window is the ten seconds from 12 to 3 before the latest request.
    for second in 1...20 {
      for step in 0..<second {
        let at = time(Double(second) + 0.04 * Double(step) + 0.01, in: statistics)
        entry.record(nanoseconds: millisecond, length: 0, at: at)
        if step == 0 { statistics.recordFailure(entry, error: "x", at: at) }
      }
    }
    #expect(entry.currentRPS == Double((8...17).reduce(0, +)) / 10)
    #expect(entry.currentFailuresPerSecond == 1)
    #expect(statistics.total.currentRPS == entry.currentRPS)
    #expect(entry.requestsPerSecond.seconds.map(\.count) == (1...20).map { UInt32($0) })
    let span = (statistics.lastRequestTimestamp ?? 0) - statistics.startTime
    #expect(entry.totalRPS == 210 / span)
    #expect(entry.failRatio == 20.0 / 210)
  }

  @Test func mergedReportsAddUpToWhatWasRecorded() {
    let master = Statistics()
    let direct = Statistics()
    for worker in 0..<3 {
      let statistics = Statistics()
      for round in 0..<4 {
        for step in 0..<200 {
          let value = UInt64(step * step * (worker + 1) + round) * 40_000
          for target in [statistics, direct] {
            let entry = target.entry(method: "GET", name: "/\(step % 3)")
            entry.record(nanoseconds: value, length: step, at: time(Double(round + 1), in: target))
            if step % 50 == 0 { target.recordFailure(entry, error: "broken", at: time(1, in: target)) }
          }
        }
        statistics.recordException(message: "boom", traceback: "Traceback…")
        master.merge(statistics.drain(), from: "worker\(worker)")
      }
      #expect(statistics.drain().isEmpty)
    }
    #expect(master.entries.map(\.key.name) == ["/0", "/1", "/2"])
    for (merged, wanted) in zip(master.entries + [master.total], direct.entries + [direct.total]) {
      #expect(merged.requests == wanted.requests && merged.failures == wanted.failures)
      #expect(merged.contentLength == wanted.contentLength)
      #expect(merged.totalResponseTime == wanted.totalResponseTime)
      #expect(merged.minResponseTime == wanted.minResponseTime && merged.maxResponseTime == wanted.maxResponseTime)
      #expect(merged.latencies.counts == wanted.latencies.counts)
      #expect(merged.requestsPerSecond == wanted.requestsPerSecond)
      #expect(merged.failuresPerSecond.seconds.map(\.count) == wanted.failuresPerSecond.seconds.map(\.count))
    }
    #expect(master.total.requests == 2400)
    #expect(master.failures.map(\.occurrences).reduce(0, +) == 48)
    #expect(master.exceptions.count == 1)
    #expect(master.exceptions.first?.count == 12)
    #expect(master.exceptions.first?.nodes == ["worker0", "worker1", "worker2"])
  }

  @Test func failuresAreGroupedByTextWithoutAddresses() {
    let statistics = Statistics()
    let entry = statistics.entry(method: "GET", name: "/")
    for address in ["0x7f01", "0x7f02"] {
      statistics.recordFailure(
        entry, error: "Error(<Thing object at \(address)>, 'again \(address)')", at: time(2, in: statistics))
    }
    statistics.recordFailure(entry, error: "other", at: time(3, in: statistics))
    #expect(
      statistics.failures.map(\.error) == ["Error(<Thing object at 0x....>, 'again 0x....')", "other"])
    #expect(statistics.failures.map(\.occurrences) == [2, 1])
    #expect(entry.failures == 3)
  }

  @Test func resetKeepsRowsAndClearHidesThem() {
    let statistics = Statistics()
    let entry = statistics.entry(method: "GET", name: "/")
    _ = statistics.entry(method: "GET", name: "/never")
    entry.record(nanoseconds: millisecond, length: 1, at: time(1, in: statistics))
    statistics.recordException(message: "boom", traceback: "t")
    statistics.reset()
    #expect(statistics.entries.map(\.requests) == [0])
    #expect(statistics.exceptions.count == 1)
    #expect(statistics.total.requests == 0 && statistics.lastRequestTimestamp == nil)
    statistics.clear()
    #expect(statistics.entries.isEmpty && !statistics.hasFaults)
    entry.record(nanoseconds: millisecond, length: 1, at: time(1, in: statistics))
    #expect(statistics.entries.map(\.requests) == [1])
  }

  /// A guard against a slow path creeping into `record`, far above its real cost of a few ns.
  @Test func recordingIsCheap() {
    let statistics = Statistics()
    let entry = statistics.entry(method: "GET", name: "/")
    let begin = EventLoop.now
    let count: UInt64 = 5_000_000
    for step in 0..<count {
      entry.record(nanoseconds: (step & 1023) * 100_000, length: 100, at: begin + step * 200)
    }
    let each = Double(EventLoop.now - begin) / Double(count)
    print("RequestEntry.record: \(each) ns")
    #expect(each < 100)
    #expect(entry.requests == Int(count))
    var reference = Histogram<UInt64>(highestTrackableValue: LatencyHistogram.longest)
    let start = EventLoop.now
    for step in 0..<count { reference.record((step & 1023) * 100) }
    print("HdrHistogram alone: \(Double(EventLoop.now - start) / Double(count)) ns, \(reference.totalCount)")
  }
}
