/// What machines cost.
public enum Prices {
  /// On-demand Linux prices of us-east-1 in US dollars an hour (https://aws.amazon.com/ec2/pricing/on-demand/, 2025).
  /// Other regions cost 0 to 40 % more.
  private static let hourly: [String: Double] = [
    "c7i.large": 0.08925, "c7i.xlarge": 0.1785, "c7i.2xlarge": 0.357, "c7i.4xlarge": 0.714, "c6i.large": 0.085,
    "c6i.xlarge": 0.17, "c6i.2xlarge": 0.34, "c7a.large": 0.10264, "c7a.xlarge": 0.20528, "m7i.large": 0.1008,
    "m6i.large": 0.096, "c5.large": 0.085, "m5.large": 0.096, "t3.micro": 0.0104, "t3.small": 0.0208,
    "t3.medium": 0.0416, "t3.large": 0.0832,
  ]

  /// The price of a type in US dollars an hour; nil for one that isn't known here.
  public static func hour(of type: String) -> Double? { hourly[type] }

  /// An amount as people write it.
  public static func text(_ dollars: Double) -> String {
    let cents = Int((dollars * 100).rounded())
    return "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
  }
}
