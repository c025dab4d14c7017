import Glibc

/// Options that the environment gives.
enum Variables {
  /// A variable's text; nil when it is unset or empty.
  static func text(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// A variable's number; nil when it is unset or no number.
  static func number<Number: LosslessStringConvertible>(_ name: String) -> Number? { text(name).flatMap(Number.init) }

  /// Whether a variable says yes, as Locust's flags take it.
  static func flag(_ name: String) -> Bool {
    ["1", "true", "yes", "on"].contains(text(name)?.lowercased() ?? "")
  }

  /// A variable's words.
  static func words(_ name: String) -> [String] { text(name)?.split(separator: " ").map(String.init) ?? [] }
}
