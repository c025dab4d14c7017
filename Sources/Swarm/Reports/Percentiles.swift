import Runtime

/// The percentiles that tables and files have, as Locust's `PERCENTILES_TO_REPORT`.
extension ReportSettings {
  /// Their titles and shares.
  var reported: [(title: String, share: Double)] { percentiles.map { (ReportSettings.title($0), $0) } }

  /// A share as Locust writes it: 50%, 99.9%.
  static func title(_ share: Double) -> String { number(share) + "%" }

  /// A share as the charts name it: 50th percentile.
  static func chartTitle(_ share: Double) -> String { number(share) + "th percentile" }

  private static func number(_ share: Double) -> String {
    let percent = (share * 100 * 1e6).rounded() / 1e6
    return percent == percent.rounded() ? String(Int(percent)) : "\(percent)"
  }
}
