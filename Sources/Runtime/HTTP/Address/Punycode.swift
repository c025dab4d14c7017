/// Host names with characters outside ASCII, as the DNS knows them (RFC 3492, RFC 5891).
enum Punycode {
  /// Encodes a host in lower case; nil when a label can't be one.
  static func encode(host: String) -> String? {
    var labels: [String] = []
    for label in host.split(whereSeparator: { ".。．｡".contains($0) }) {
      guard let encoded = encode(label: label) else { return nil }
      labels.append(encoded)
    }
    return labels.isEmpty ? nil : labels.joined(separator: ".")
  }

  private static func encode(label: Substring) -> String? {
    let scalars = label.unicodeScalars.map(\.value)
    var output = scalars.filter { $0 < 128 }.map { UInt8($0) }
    if output.count == scalars.count { return String(label) }
    let basic = output.count
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var next: UInt32 = 128
    var delta = 0
    var bias = 72
    var handled = basic
    while handled < scalars.count {
      guard let smallest = scalars.lazy.filter({ $0 >= next }).min() else { return nil }
      delta += Int(smallest - next) * (handled + 1)
      next = smallest
      for scalar in scalars {
        if scalar < next { delta += 1 }
        guard scalar == next else { continue }
        var rest = delta
        var base = 36
        while true {
          let threshold = min(max(base - bias, 1), 26)
          if rest < threshold { break }
          output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
          rest = (rest - threshold) / (36 - threshold)
          base += 36
        }
        output.append(digit(rest))
        bias = adapt(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    let encoded = "xn--" + String(decoding: output, as: UTF8.self)
    return encoded.utf8.count <= 63 ? encoded : nil
  }

  private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? value + 97 : value + 22) }

  private static func adapt(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var bias = 0
    while delta > 455 {
      delta /= 35
      bias += 36
    }
    return bias + 36 * delta / (delta + 38)
  }
}
