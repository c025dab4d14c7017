/// How many things happened in each second of the wall clock, for the seconds in which something did.
///
/// Nearly every count goes to the last second or the one after, so the seconds are a sorted array, searched from its
/// end: eight bytes a second, for runs that last days.
public struct SecondCounts: Sendable, Equatable {
  /// One second and its count.
  public struct Second: Sendable, Equatable {
    /// Seconds since 1970.
    public let second: UInt32
    /// How many things happened.
    public internal(set) var count: UInt32
  }

  /// The seconds, ascending.
  public private(set) var seconds: [Second] = []

  /// Creates an empty list.
  public init() {}

  /// Counts `count` more things in a second.
  public mutating func add(_ count: UInt32, in second: UInt32) {
    var index = seconds.count
    while index > 0 && seconds[index - 1].second > second { index -= 1 }
    if index > 0 && seconds[index - 1].second == second {
      seconds[index - 1].count &+= count
    } else {
      seconds.insert(Second(second: second, count: count), at: index)
    }
  }

  /// Adds another list's counts.
  public mutating func add(_ other: SecondCounts) {
    for entry in other.seconds { add(entry.count, in: entry.second) }
  }

  /// The sum over `first..<end`.
  public func sum(from first: Int, to end: Int) -> Int {
    var total = 0
    for entry in seconds.reversed() {
      if Int(entry.second) < first { break }
      if Int(entry.second) < end { total += Int(entry.count) }
    }
    return total
  }
}
