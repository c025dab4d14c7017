/// A line chart as SVG, of the size that the HTML report gives it.
struct SVGChart {
  /// A line of the chart.
  struct Series {
    let name: String
    /// The class that gives it its colour.
    let style: String
    let values: [Double]
  }

  /// A moment to point out.
  struct Mark {
    /// In s since 1970.
    let time: Double
    let text: String
  }

  private static let size = (width: 900.0, height: 240.0)
  private static let margin = (left: 56.0, right: 12.0, top: 10.0, bottom: 24.0)
  private static let lines = 4

  let title: String
  /// The times in s since 1970, one for each value.
  let times: [Double]
  let series: [Series]
  /// What to point out; moments outside of the chart are left out.
  var marks: [Mark] = []

  /// The chart's HTML.
  var html: String {
    guard times.count > 1, let first = times.first, let last = times.last, last > first else { return "" }
    let top = SVGChart.ceiling(series.flatMap(\.values).max() ?? 0)
    let inner = (
      width: SVGChart.size.width - SVGChart.margin.left - SVGChart.margin.right,
      height: SVGChart.size.height - SVGChart.margin.top - SVGChart.margin.bottom
    )
    func x(_ time: Double) -> Double { SVGChart.margin.left + (time - first) / (last - first) * inner.width }
    func y(_ value: Double) -> Double { SVGChart.margin.top + (1 - value / top) * inner.height }
    var parts: [String] = []
    for line in 0...SVGChart.lines {
      let value = top * Double(line) / Double(SVGChart.lines)
      let height = SVGChart.short(y(value))
      parts.append(
        """
        <line class="grid" x1="\(SVGChart.short(SVGChart.margin.left))" x2="\(SVGChart.short(SVGChart.size.width - SVGChart.margin.right))" y1="\(height)" y2="\(height)"/>
        <text class="axis" x="\(SVGChart.short(SVGChart.margin.left - 6))" y="\(height)" text-anchor="end" dy="0.35em">\(SVGChart.label(value))</text>
        """)
    }
    for time in SVGChart.ticks(last - first) {
      parts.append(
        """
        <text class="axis" x="\(SVGChart.short(x(first + time)))" y="\(SVGChart.short(SVGChart.size.height - 6))" text-anchor="middle">\(SVGChart.clock(time))</text>
        """)
    }
    for mark in marks where (first...last).contains(mark.time) {
      let place = SVGChart.short(x(mark.time))
      parts.append(
        """
        <line class="mark" x1="\(place)" x2="\(place)" y1="\(Int(SVGChart.margin.top))" y2="\(Int(SVGChart.size.height - SVGChart.margin.bottom))"><title>\(HTMLText.escaped(mark.text))</title></line>
        """)
    }
    for line in series {
      let points = zip(times, line.values).map { "\(SVGChart.short(x($0))),\(SVGChart.short(y($1)))" }
      parts.append("<polyline class=\"\(line.style)\" points=\"\(points.joined(separator: " "))\"/>")
    }
    let legend = series.map { "<span class=\"key \($0.style)\">\(HTMLText.escaped($0.name))</span>" }.joined()
    let data =
      "{\"t\":[\(times.map { SVGChart.short($0 - first) }.joined(separator: ","))],\"s\":["
      + series.map { "[\"\($0.name)\",[\($0.values.map(SVGChart.short).joined(separator: ","))]]" }.joined(
        separator: ",")
      + "]}"
    return """
      <figure class="chart"><figcaption>\(HTMLText.escaped(title)) \(legend)<output></output></figcaption>
      <svg viewBox="0 0 \(Int(SVGChart.size.width)) \(Int(SVGChart.size.height))" data-left="\(Int(SVGChart.margin.left))" \
      data-width="\(Int(inner.width))" data-points='\(data)' role="img" aria-label="\(HTMLText.escaped(title))">
      \(parts.joined(separator: "\n"))
      <line class="cursor" y1="\(Int(SVGChart.margin.top))" y2="\(Int(SVGChart.size.height - SVGChart.margin.bottom))"/>
      </svg></figure>
      """
  }

  /// The next number that divides well: 1, 2, 4, 8 or 10 times a power of ten.
  private static func ceiling(_ value: Double) -> Double {
    guard value > 0 else { return 1 }
    var power = 1.0
    while power * 10 < value { power *= 10 }
    while power > value { power /= 10 }
    return ([1, 2, 4, 8, 10].map { $0 * power }.first { $0 >= value }) ?? value
  }

  /// Where times are written below the chart, in s from its start.
  private static func ticks(_ span: Double) -> [Double] {
    let steps: [Double] = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400, 43200, 86400]
    let step = steps.first { span / $0 <= 8 } ?? span / 8
    return Array(stride(from: 0, through: span, by: step))
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return whole >= 3600
      ? "\(whole / 3600):\(two(whole / 60 % 60)):\(two(whole % 60))" : "\(whole / 60):\(two(whole % 60))"
  }

  private static func label(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : short(value) }

  /// A number with two decimals at most.
  private static func short(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
