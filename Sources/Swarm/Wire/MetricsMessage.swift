import Runtime

/// A spec's own metrics within a `stats` message, under a key that Locust doesn't know and passes over.
enum MetricsMessage {
  /// The key.
  static let key = "katydid_metrics"

  /// The metrics' data.
  static func data(_ metrics: [MetricReport]) -> MessagePack {
    .array(
      metrics.map { metric in
        [
          "kind": .string(metric.kind.rawValue), "name": .string(metric.name), "is_time": .bool(metric.isTime),
          "count": .int(Int64(metric.count)), "sum": .double(metric.sum), "hits": .int(Int64(metric.hits)),
          "least": .double(metric.least), "most": .double(metric.most), "latest": .double(metric.latest),
          "latest_at": .double(metric.latestAt),
          "buckets": .array(
            metric.buckets.sorted { $0.key < $1.key }.flatMap { [.int(Int64($0.key)), .int(Int64($0.value))] }),
        ]
      })
  }

  /// Reads metrics; those that have another shape are left out.
  static func metrics(_ data: MessagePack?) -> [MetricReport] { (data?.elements ?? []).compactMap(metric) }

  private static func metric(_ data: MessagePack) -> MetricReport? {
    guard let kind = data["kind"]?.text.flatMap(Metrics.Kind.init), let name = data["name"]?.text,
      let count = data["count"]?.integer, let sum = data["sum"]?.number, let hits = data["hits"]?.integer,
      let least = data["least"]?.number, let most = data["most"]?.number, let latest = data["latest"]?.number,
      let latestAt = data["latest_at"]?.number, let numbers = data["buckets"]?.elements, numbers.count % 2 == 0,
      [count, hits].allSatisfy((0...1 << 50).contains)
    else { return nil }
    var buckets: [Int: Int] = [:]
    for index in stride(from: 0, to: numbers.count, by: 2) {
      guard let bucket = numbers[index].integer, let number = numbers[index + 1].integer,
        (-1 << 20...1 << 20).contains(bucket), (0...1 << 50).contains(number)
      else { return nil }
      buckets[bucket] = number
    }
    return MetricReport(
      kind: kind, name: name, isTime: data["is_time"] == .bool(true), count: count, sum: sum, hits: hits, least: least,
      most: most, latest: latest, latestAt: latestAt, buckets: buckets)
  }
}
