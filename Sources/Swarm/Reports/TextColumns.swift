import Glibc

/// Fields of tables, as Python's `%` operator formats them. Widths count code points.
enum Field {
  /// `%-{width}s`
  static func left(_ text: String, _ width: Int) -> String { text + spaces(width - text.unicodeScalars.count) }

  /// `%{width}s`
  static func right(_ text: String, _ width: Int) -> String { spaces(width - text.unicodeScalars.count) + text }

  /// `%{width}d` of a number that is cut to an int.
  static func number(_ value: Double, _ width: Int) -> String { right(String(Int(value)), width) }

  /// `%{width}.2f`
  static func rate(_ value: Double, _ width: Int) -> String { right(fixed(value), width) }

  /// `%.2f`
  static func fixed(_ value: Double) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      _ = withVaList([value]) { vsnprintf(buffer.baseAddress, buffer.count, "%.2f", $0) }
      return buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  /// A whole number as such, any other with all its digits.
  static func exact(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  /// A whole number as such, any other with two decimals.
  static func short(_ value: Double) -> String {
    value == value.rounded() ? exact(value) : fixed(value)
  }

  /// A rule of dashes; nothing for a width below 1.
  static func rule(_ width: Int) -> String { String(repeating: "-", count: max(0, width)) }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
