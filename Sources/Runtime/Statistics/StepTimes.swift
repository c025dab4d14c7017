/// How long one step of the requests of an entry took.
public struct StepTime: Sendable, Equatable {
  /// How many requests had the step.
  public var count: Int
  /// The sum of their times, in ns.
  public var nanoseconds: UInt64
  /// The longest of them, in ns.
  public var longest: UInt64

  /// Creates a time from its parts.
  public init(count: Int = 0, nanoseconds: UInt64 = 0, longest: UInt64 = 0) {
    self.count = count
    self.nanoseconds = nanoseconds
    self.longest = longest
  }

  /// The mean over the requests that had the step, in ms; 0 when none had.
  public var mean: Double { count == 0 ? 0 : Double(nanoseconds) / Double(count) / 1e6 }

  /// The longest time, in ms.
  public var most: Double { Double(longest) / 1e6 }

  @inline(__always)
  mutating func record(_ time: UInt64) {
    count &+= 1
    nanoseconds &+= time
    if time > longest { longest = time }
  }

  mutating func merge(_ other: StepTime) {
    count &+= other.count
    nanoseconds &+= other.nanoseconds
    longest = max(longest, other.longest)
  }
}

/// The times of all steps of the requests of an entry.
public struct StepTimes: Sendable, Equatable {
  /// A time for each of `HTTPTiming.Step.allCases`, in their order; empty as long as no request had steps.
  public private(set) var times: [StepTime] = []

  /// Creates times of nothing.
  public init() {}

  /// Creates times that another process has sent.
  ///
  /// - Parameter times: one for each step, or none at all; anything else counts as none.
  public init(_ times: [StepTime]) {
    if times.count == HTTPTiming.Step.allCases.count { self.times = times }
  }

  /// The time of a step.
  public subscript(step: HTTPTiming.Step) -> StepTime { times.isEmpty ? StepTime() : times[step.rawValue] }

  /// Counts the steps of one request. A kept connection has no DNS, connect and TLS.
  @inline(__always)
  mutating func record(_ timing: HTTPTiming) {
    if times.isEmpty { times = Array(repeating: StepTime(), count: HTTPTiming.Step.allCases.count) }
    times[HTTPTiming.Step.send.rawValue].record(timing.duration(of: .send))
    times[HTTPTiming.Step.wait.rawValue].record(timing.duration(of: .wait))
    times[HTTPTiming.Step.receive.rawValue].record(timing.duration(of: .receive))
    if !timing.isReused { recordConnection(timing) }
  }

  @inline(never)
  private mutating func recordConnection(_ timing: HTTPTiming) {
    if timing.resolved > 0 { times[HTTPTiming.Step.dns.rawValue].record(timing.duration(of: .dns)) }
    if timing.connected > 0 { times[HTTPTiming.Step.connect.rawValue].record(timing.duration(of: .connect)) }
    if timing.secured > 0 { times[HTTPTiming.Step.tls.rawValue].record(timing.duration(of: .tls)) }
  }

  mutating func merge(_ other: StepTimes) {
    guard !other.times.isEmpty else { return }
    guard !times.isEmpty else {
      times = other.times
      return
    }
    for index in times.indices { times[index].merge(other.times[index]) }
  }
}

/// How late an iteration of a user began that is to begin one at set times.
///
/// A user that waits for a slow answer doesn't ask again meanwhile, so the response times that it would have met then
/// are missing ("coordinated omission", Gil Tene). What is counted from the intended start puts them back, as
/// HdrHistogram's `recordValueWithExpectedInterval` does.
struct Lateness {
  /// How much later than intended the iteration began, in ns.
  let delay: UInt64
  /// After which time the user meant to begin again each time, in ns; 0 when every intended start is made up for.
  let interval: UInt64

  /// No more than so many intended starts are put back one by one; those of longer gaps are counted in bundles.
  private static let mostSteps: UInt64 = 1000

  /// Counts a response time from the intended start, and those of the starts that were left out.
  func record(_ nanoseconds: UInt64, in histogram: inout LatencyHistogram) {
    histogram.record((nanoseconds &+ delay) / 1000)
    guard interval > 0, delay > interval else { return }
    let missed = (delay - 1) / interval
    let bundle = missed / Lateness.mostSteps + 1
    var left = missed
    var rest = delay
    while left > 0 {
      let count = min(bundle, left)
      rest -= count &* interval
      histogram.record((nanoseconds &+ rest) / 1000, count: count)
      left -= count
    }
  }
}
