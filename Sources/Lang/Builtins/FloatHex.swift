import Glibc

/// Hexadecimal texts of floats: `float.hex` and `float.fromhex`.
enum FloatHex {
  /// The exact text of a float.
  static func text(_ double: Double) -> String {
    if double.isNaN { return "nan" }
    let sign = double.sign == .minus ? "-" : ""
    if double.isInfinite { return "\(sign)inf" }
    if double == 0 { return "\(sign)0x0.0p+0" }
    let digits = String(double.significandBitPattern, radix: 16)
    let fraction = String(repeating: "0", count: 13 - digits.count) + digits
    let exponent = double.isSubnormal ? -1022 : Int(double.exponent)
    return "\(sign)0x\(double.isSubnormal ? 0 : 1).\(fraction)p\(exponent < 0 ? "" : "+")\(exponent)"
  }

  /// The float of a text; nil when it is none.
  static func read(_ text: String) -> Double? {
    var body = text.lowercased()
    while body.first?.isWhitespace == true { body.removeFirst() }
    while body.last?.isWhitespace == true { body.removeLast() }
    let isNegative = body.hasPrefix("-")
    if isNegative || body.hasPrefix("+") { body.removeFirst() }
    switch body {
    case "inf", "infinity": return isNegative ? -.infinity : .infinity
    case "nan": return .nan
    default: break
    }
    if body.hasPrefix("0x") { body.removeFirst(2) }
    guard body.first.map({ $0.isHexDigit || $0 == "." }) == true, body.contains(where: \.isHexDigit) else { return nil }
    let whole = "0x" + body
    return whole.withCString { start in
      var end: UnsafeMutablePointer<CChar>?
      let double = strtod(start, &end)
      guard let end, end - UnsafeMutablePointer(mutating: start) == whole.utf8.count else { return nil }
      return isNegative ? -double : double
    }
  }
}
