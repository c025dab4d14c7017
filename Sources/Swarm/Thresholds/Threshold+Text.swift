import Runtime

/// A text that is no threshold.
public struct ThresholdFault: Error {
  /// What is wrong and what would be right, for people.
  public let text: String
}

extension Threshold {
  /// Reads a threshold: `[NAME:]MEASURE COMPARISON LIMIT [abort [after TIME]]`.
  ///
  /// - Throws: `ThresholdFault` for anything else.
  public init(_ given: String) throws(ThresholdFault) {
    let pattern =
      #/
      \s* (?: (?<name> .+?) \s* : )?
      \s* (?<measure> [a-z][a-z0-9.()/]* )
      \s* (?<sign> <= | >= | == | < | > )
      \s* (?<limit> [0-9]+ (?: \.[0-9]* )? | \.[0-9]+ )
      \s* (?<unit> us | ms | s | % | /s )?
      (?<abort> \s+ abort (?: \s+ after \s+ (?<delay> \S+) )? )? \s*
      /#
    let parts = try? pattern.wholeMatch(in: given)
    guard let parts, let comparison = Comparison(rawValue: String(parts.sign)), let number = Double(parts.limit) else {
      throw ThresholdFault(text: "'\(given)' is no threshold. \(Threshold.examples)")
    }
    let unit = parts.unit.map(String.init)
    guard let (measure, kind) = Threshold.measure(String(parts.measure), isShare: unit == "%") else {
      throw ThresholdFault(
        text: "'\(given)': nothing is measured by the name '\(parts.measure)'. \(Threshold.measures)")
    }
    guard let scale = Threshold.scales(kind)[unit ?? ""] else {
      throw ThresholdFault(text: "'\(given)': '\(parts.measure)' can't be compared with a value in \(unit ?? "")")
    }
    if parts.name != nil, measure == .exceptions {
      throw ThresholdFault(text: "'\(given)': exceptions are not counted by name")
    }
    let delay = try parts.delay.map { text throws(ThresholdFault) in
      guard let span = TimeSpan(argument: String(text)) else {
        throw ThresholdFault(text: "'\(given)': '\(text)' is no time such as 10s or 1m")
      }
      return span.seconds
    }
    let own = given[..<(parts.abort?.startIndex ?? given.endIndex)]
    self.init(
      text: String(own), name: parts.name.map(String.init), measure: measure,
      comparison: comparison, limit: number * scale, unit: kind, abortsAfter: parts.abort == nil ? nil : delay ?? 0)
  }

  /// One of those that `locust-plugins` has an option for, with its words for a miss.
  ///
  /// - Parameter wording: `{}` in it stands for what was measured.
  static func check(
    _ text: String, _ measure: Measure, _ comparison: Comparison, _ limit: Double, _ unit: Unit, _ wording: String
  ) -> Threshold {
    Threshold(
      text: text, name: nil, measure: measure, comparison: comparison, limit: limit, unit: unit, abortsAfter: nil,
      wording: wording)
  }

  private static let examples = "Thresholds are such as 'p95<200ms', 'login:failures<1%' or 'rps>100 abort after 10s'."
  private static let measures =
    "There are p50 to p99.99, avg, min, max, med, rps, requests, failures, failures/s, exceptions, checks, and count, "
    + "value and rate of a spec's own metrics."

  private static func measure(_ word: String, isShare: Bool) -> (Measure, Unit)? {
    if let percent = word.wholeMatch(of: /p\(?([0-9]+(?:\.[0-9]+)?)\)?/).flatMap({ Double($0.1) }) {
      return percent <= 100 ? (.percentile(percent / 100), .milliseconds) : nil
    }
    switch word {
    case "med", "median": return (.percentile(0.5), .milliseconds)
    case "avg": return (.average, .milliseconds)
    case "min": return (.least, .milliseconds)
    case "max": return (.most, .milliseconds)
    case "rps", "requests/s": return (.rate, .perSecond)
    case "requests": return (.requests, .plain)
    case "failures": return isShare ? (.failureShare, .percent) : (.failures, .plain)
    case "failures/s": return (.failuresPerSecond, .perSecond)
    case "exceptions": return (.exceptions, .plain)
    case "checks", "rate": return (.share, .percent)
    case "count": return (.count, .plain)
    case "value": return (.value, .plain)
    default: return nil
    }
  }

  /// The units that a limit may have, with what each is multiplied by. A share without a unit is one from 0 to 1.
  private static func scales(_ unit: Unit) -> [String: Double] {
    switch unit {
    case .milliseconds: ["": 1, "us": 0.001, "ms": 1, "s": 1000]
    case .percent: ["": 1, "%": 0.01]
    case .perSecond: ["": 1, "/s": 1]
    case .plain: ["": 1]
    }
  }
}
