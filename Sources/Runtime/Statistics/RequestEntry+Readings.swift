/// What reports show of an entry, computed as Locust's `stats.py` (2.47) does.
extension RequestEntry {
  /// The sum of the response times, in ms.
  public var totalResponseTime: Double { Double(nanoseconds) / 1e6 }

  /// The shortest response time, in ms; nil when none has a time.
  public var minResponseTime: Double? { shortest == .max ? nil : Double(shortest) / 1e6 }

  /// The longest response time, in ms; 0 when none has a time.
  public var maxResponseTime: Double { Double(longest) / 1e6 }

  /// The mean response time, in ms.
  public var averageResponseTime: Double {
    let timed = requests - requestsWithoutTime
    return timed > 0 ? totalResponseTime / Double(timed) : 0
  }

  /// The median response time in ms, rounded as `rounded(_:)` does but never outside of minimum and maximum.
  public var medianResponseTime: Double {
    min(max(Double(percentile(0.5)), minResponseTime ?? 0), maxResponseTime)
  }

  /// The response time within which a share of the requests finished, in ms, rounded as `rounded(_:)` does.
  ///
  /// - Parameter share: 0 to 1; 1 gives the longest time.
  public func percentile(_ share: Double) -> Int {
    let timed = requests - requestsWithoutTime
    let wanted = Int(Double(timed) * share)
    var processed = 0
    var result = 0
    latencies.descend { index, count in
      processed += Int(count)
      guard timed - processed <= wanted else { return true }
      result = RequestEntry.rounded(Double(LatencyHistogram.middle(at: index)) / 1000)
      return false
    }
    return result
  }

  /// The response time within which a share of the requests finished, in ms, as exact as the histogram is (0.1 %).
  ///
  /// - Parameter share: 0 to 1; 1 gives the longest time.
  public func precisePercentile(_ share: Double) -> Double {
    let timed = requests - requestsWithoutTime
    guard share < 1 else { return maxResponseTime }
    let wanted = Int((Double(timed) * share).rounded(.up))
    var above = 0
    var result = minResponseTime ?? 0
    latencies.descend { index, count in
      above += Int(count)
      guard timed - above < wanted else { return true }
      result = Double(LatencyHistogram.middle(at: index)) / 1000
      return false
    }
    return min(max(result, minResponseTime ?? 0), maxResponseTime)
  }

  /// The response times of several shares at once, each as `percentile(_:)` gives it.
  ///
  /// - Parameter shares: 0 to 1, ascending.
  public func percentiles(_ shares: [Double]) -> [Int] {
    latencies.percentiles(shares, of: requests - requestsWithoutTime)
  }

  /// How many response times there are from the intended start, those of starts that were left out included.
  public var intendedCount: Int { intended.total }

  /// The response times of several shares in ms, from the intended start, each as `percentile(_:)` gives it.
  ///
  /// - Parameter shares: 0 to 1, ascending.
  public func intendedPercentiles(_ shares: [Double]) -> [Int] {
    intended.percentiles(shares, of: intended.total)
  }

  /// A response time as reports group it: about two significant digits, in ms.
  public static func rounded(_ milliseconds: Double) -> Int {
    let step: Double = milliseconds < 100 ? 1 : milliseconds < 1000 ? 10 : milliseconds < 10000 ? 100 : 1000
    return Int((milliseconds / step).rounded(.toNearestOrEven) * step)
  }

  /// How many requests took each rounded time (in ms).
  public var responseTimes: [Int: Int] {
    var times: [Int: Int] = [:]
    latencies.descend { index, count in
      times[RequestEntry.rounded(Double(LatencyHistogram.middle(at: index)) / 1000), default: 0] += Int(count)
      return true
    }
    return times
  }

  /// The mean size of a body, in bytes.
  public var averageContentLength: Double { requests > 0 ? Double(contentLength) / Double(requests) : 0 }

  /// The share of the requests that failed, 0 to 1.
  public var failRatio: Double {
    requests > 0 ? Double(failures) / Double(requests) : failures > 0 ? 1 : 0
  }

  /// Requests a second lately: the mean of the ten whole seconds that ended two seconds before the latest request.
  public var currentRPS: Double { recentMean(of: requestsPerSecond) }

  /// Failures a second lately, over the same seconds as `currentRPS`.
  public var currentFailuresPerSecond: Double { recentMean(of: failuresPerSecond) }

  /// Requests a second from the start to the latest request of any entry.
  public var totalRPS: Double { wholeMean(of: requests) }

  /// Failures a second from the start to the latest request of any entry.
  public var totalFailuresPerSecond: Double { wholeMean(of: failures) }

  private func recentMean(of counts: SecondCounts) -> Double {
    guard let last = statistics.lastRequestTimestamp else { return 0 }
    let first = max(Int(last) - 12, Int(statistics.startTime))
    let end = Int(last) - 2
    return Double(counts.sum(from: first, to: end)) / Double(max(end - first, 1))
  }

  private func wholeMean(of count: Int) -> Double {
    guard let last = statistics.lastRequestTimestamp, last != statistics.startTime else { return 0 }
    return Double(count) / (last - statistics.startTime)
  }
}
