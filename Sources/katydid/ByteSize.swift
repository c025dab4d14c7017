import ArgumentParser

/// An amount of memory as people write it: `1048576`, `512k`, `64m`, `2g`; units of 1,024.
struct ByteSize: ExpressibleByArgument {
  /// The amount in bytes.
  let bytes: Int

  init?(argument: String) {
    let units: [Character: Int] = ["k": 1 << 10, "m": 1 << 20, "g": 1 << 30]
    let unit = argument.last.flatMap { units[Character($0.lowercased())] }
    guard let number = Int(unit == nil ? argument : String(argument.dropLast())), number > 0 else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: unit ?? 1)
    if overflow { return nil }
    bytes = product
  }
}
