/// A time as Locust's options take it: seconds (`90`) or parts in order (`1h30m`, `20s`), up to a hundred years.
public struct TimeSpan: Sendable {
  /// The time in seconds.
  public let seconds: Double

  /// Reads a time; nil for anything else.
  public init?(argument: String) {
    guard let seconds = TimeSpan.read(argument), seconds <= TimeSpan.longest else { return nil }
    self.seconds = Double(seconds)
  }

  /// A hundred years, in s: what the monotonic clock can count.
  private static let longest = 100 * 365 * 86400

  private static func read(_ text: String) -> Int? {
    if !text.isEmpty, text.utf8.allSatisfy({ $0 &- 48 < 10 }) { return Int(text) }
    var rest = text[...]
    var total = 0
    for (unit, size) in [("h", 3600), ("m", 60), ("s", 1)] as [(Character, Int)] {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, rest.dropFirst(digits.count).first == unit, let count = Int(digits) else { continue }
      let (part, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, total <= Int.max - part else { return nil }
      total += part
      rest = rest.dropFirst(digits.count + 1)
    }
    return rest.isEmpty && !text.isEmpty ? total : nil
  }
}
