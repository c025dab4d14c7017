import Glibc

/// How many requests took about as long as a value.
public struct LatencyCount: Sendable, Equatable {
  /// The response time in µs: the lowest one that the histogram does not tell apart from it.
  public let microseconds: UInt64
  /// How many requests took that long.
  public let count: UInt64

  /// Creates a count.
  public init(microseconds: UInt64, count: UInt64) {
    self.microseconds = microseconds
    self.count = count
  }
}

/// A histogram of response times in the layout of HdrHistogram (Gil Tene): 1 µs resolution, three significant digits,
/// up to an hour.
///
/// The first 2048 counters stand for one µs each; every further 1024 cover as much again as all before them, in steps
/// twice as wide. Counters exist only as far up as a value was seen, and not at all while there are few values: a spec
/// that forgets to group its names makes a hundred thousand entries, and each must stay small.
package struct LatencyHistogram: ~Copyable {
  /// The longest response time that is told apart, in µs; longer ones count as this.
  package static let longest: UInt64 = 3_600_000_000
  /// How many values are kept as a list before the counters are made.
  private static let fewest = 64
  private static let halfMagnitude: UInt64 = 10
  private static let half = 1 << halfMagnitude

  private var counters: UnsafeMutablePointer<UInt64>?
  private var capacity = 0
  /// The indices of the values seen, while they are few; empty as soon as there are counters.
  private var few: [UInt16] = []

  /// Creates an empty histogram.
  package init() {}

  deinit {
    counters?.deallocate()
  }

  /// Where a value's counter is.
  @inline(__always)
  package static func index(of microseconds: UInt64) -> Int {
    let bucket = 53 &- (microseconds | 2047).leadingZeroBitCount
    let offset = Int(truncatingIfNeeded: microseconds &>> UInt64(truncatingIfNeeded: bucket))
    return (bucket &+ 1) &<< 10 &+ offset &- half
  }

  /// The lowest value of a counter, in µs.
  package static func lowest(at index: Int) -> UInt64 {
    let bucket = max(0, index >> halfMagnitude - 1)
    let offset = index - (bucket << halfMagnitude)
    return UInt64(offset) << UInt64(bucket)
  }

  /// The value in the middle of a counter's range, in µs.
  static func middle(at index: Int) -> UInt64 {
    let bucket = max(0, index >> halfMagnitude - 1)
    return lowest(at: index) + (1 << UInt64(bucket)) / 2
  }

  /// Counts one value.
  @inline(__always)
  package mutating func record(_ microseconds: UInt64) {
    let index = LatencyHistogram.index(of: microseconds)
    if index < capacity, let counters {
      counters[index] &+= 1
    } else {
      recordSlowly(microseconds, count: 1)
    }
  }

  /// Counts a value that came several times.
  package mutating func record(_ microseconds: UInt64, count: UInt64) {
    let index = LatencyHistogram.index(of: microseconds)
    if index < capacity, let counters {
      counters[index] &+= count
    } else {
      recordSlowly(microseconds, count: count)
    }
  }

  @inline(never)
  private mutating func recordSlowly(_ microseconds: UInt64, count: UInt64) {
    let index = LatencyHistogram.index(of: min(microseconds, LatencyHistogram.longest))
    if counters == nil {
      if few.count + Int(min(count, UInt64(LatencyHistogram.fewest))) <= LatencyHistogram.fewest {
        few.append(contentsOf: repeatElement(UInt16(index), count: Int(count)))
        return
      }
      grow(toHold: Int(few.max() ?? 0))
      for earlier in few { counters?[Int(earlier)] &+= 1 }
      few = []
    }
    if index >= capacity { grow(toHold: index) }
    counters?[index] &+= count
  }

  private mutating func grow(toHold index: Int) {
    let wanted = max(2, index >> 10 + 1) << 10
    guard wanted > capacity else { return }
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: wanted)
    larger.initialize(repeating: 0, count: wanted)
    if let counters {
      larger.update(from: counters, count: capacity)
      counters.deallocate()
    }
    counters = larger
    capacity = wanted
  }

  /// Forgets every value. Counters that were well used stay allocated.
  package mutating func removeAll() {
    few.removeAll(keepingCapacity: true)
    guard let counters else { return }
    var total: UInt64 = 0
    for index in 0..<capacity { total &+= counters[index] }
    if total > UInt64(LatencyHistogram.fewest) {
      counters.update(repeating: 0, count: capacity)
    } else {
      counters.deallocate()
      self.counters = nil
      capacity = 0
    }
  }

  /// The values seen and how often, in ascending order.
  package var counts: [LatencyCount] {
    var result: [LatencyCount] = []
    descend { index, count in
      result.append(LatencyCount(microseconds: LatencyHistogram.lowest(at: index), count: count))
      return true
    }
    result.reverse()
    return result
  }

  /// The times within which several shares of so many values lie, in ms, rounded as `RequestEntry.rounded(_:)` does.
  ///
  /// - Parameter shares: 0 to 1, ascending.
  func percentiles(_ shares: [Double], of timed: Int) -> [Int] {
    var results = [Int](repeating: 0, count: shares.count)
    var next = shares.count - 1
    var processed = 0
    descend { index, count in
      processed += Int(count)
      while next >= 0, timed - processed <= Int(Double(timed) * shares[next]) {
        results[next] = RequestEntry.rounded(Double(LatencyHistogram.middle(at: index)) / 1000)
        next -= 1
      }
      return next >= 0
    }
    return results
  }

  /// How many values there are.
  package var total: Int {
    var total = 0
    descend { _, count in
      total += Int(count)
      return true
    }
    return total
  }

  /// Calls `body` with each used counter's index and count from the longest time down, until it returns false.
  func descend(_ body: (Int, UInt64) -> Bool) {
    guard let counters else {
      let sorted = few.sorted(by: >)
      var start = 0
      while start < sorted.count {
        var end = start
        while end < sorted.count && sorted[end] == sorted[start] { end += 1 }
        guard body(Int(sorted[start]), UInt64(end - start)) else { return }
        start = end
      }
      return
    }
    for index in stride(from: capacity - 1, through: 0, by: -1) where counters[index] > 0 {
      guard body(index, counters[index]) else { return }
    }
  }
}
