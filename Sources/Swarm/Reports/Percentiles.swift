/// The percentiles that tables and files have, as Locust's `PERCENTILES_TO_REPORT`.
enum Percentiles {
  /// Their titles and shares.
  static let reported: [(title: String, share: Double)] = [
    ("50%", 0.5), ("66%", 0.66), ("75%", 0.75), ("80%", 0.8), ("90%", 0.9), ("95%", 0.95), ("98%", 0.98),
    ("99%", 0.99), ("99.9%", 0.999), ("99.99%", 0.9999), ("100%", 1),
  ]
}
