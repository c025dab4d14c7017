import Runtime
import Testing

/// Metrics of a spec's own: kinds, merging, percentiles.
@Suite struct MetricsTests {
  @Test func reportsAddUp() throws {
    let here = Metrics()
    let there = Metrics()
    for (metrics, values) in [(here, [1.0, 2, 3]), (there, [4.0, 5, 1000])] {
      for value in values {
        metrics.metric(.counter, "c")?.add(value)
        metrics.metric(.trend, "t", isTime: true)?.add(value)
        metrics.metric(.gauge, "g")?.add(value)
        metrics.metric(.rate, "r")?.add(value > 2)
        metrics.metric(.check, "c")?.add(value < 1000)
      }
    }
    let sum = Metrics()
    sum.merge(here.drain())
    sum.merge(there.drain())
    #expect(here.all.isEmpty)
    #expect(sum.all.map(\.kind) == [.counter, .gauge, .rate, .trend, .check])
    #expect(sum.metric(.counter, "c")?.sum == 1015)
    let trend = try #require(sum.metric(.trend, "t"))
    #expect(trend.isTime)
    #expect(trend.count == 6)
    #expect(trend.least == 1)
    #expect(trend.most == 1000)
    #expect(abs(trend.percentile(0.5) - 3) < 0.04)
    #expect(trend.percentile(1) == 1000)
    #expect(sum.metric(.gauge, "g")?.latest.value == 1000)
    #expect(abs(try #require(sum.metric(.rate, "r")).share - 4.0 / 6) < 1e-9)
    #expect(sum.metric(.check, "c")?.hits == 5)
  }

  @Test func aNameHasOneKind() {
    let metrics = Metrics()
    #expect(metrics.metric(.counter, "x") != nil)
    #expect(metrics.metric(.gauge, "x") == nil)
    #expect(metrics.metric(.check, "x") != nil)
  }

  /// Of any size and sign, within 1 %.
  @Test func percentilesOfAnyValues() throws {
    let trend = try #require(Metrics().metric(.trend, "t"))
    for step in -1000...1000 { trend.add(Double(step) * 1e6) }
    #expect(abs(trend.percentile(0.5)) < 1e-6)
    #expect(abs(trend.percentile(0.75) - 5e8) < 6.1e6)
    #expect(abs(trend.percentile(0.25) + 5e8) < 6.1e6)
    #expect(abs(trend.percentile(0) + 1e9) < 1.1e7)
  }
}
