import ArgumentParser
import Glibc

/// Options that the environment gives where the command line doesn't.
enum Variables {
  /// A variable's text; nil when it is unset or empty.
  static func text(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// A variable's value as its option takes it; nil when it is unset or empty.
  ///
  /// - Throws: `ValidationError` when it is no such value.
  static func value<Value: ExpressibleByArgument>(_ name: String) throws -> Value? {
    guard let text = text(name) else { return nil }
    guard let value = Value(argument: text) else {
      throw ValidationError("The value '\(text)' of the variable \(name) is invalid.")
    }
    return value
  }

  /// Whether a variable says yes, in the words that Locust's flags take.
  ///
  /// - Throws: `ValidationError` when it says neither yes nor no.
  static func flag(_ name: String) throws -> Bool {
    switch text(name)?.lowercased() {
    case "1", "true", "yes", "on": true
    case nil, "0", "false", "no", "off": false
    case let text?: throw ValidationError("The variable \(name) must be true or false, not '\(text)'.")
    }
  }

  /// A variable's words.
  static func words(_ name: String) -> [String] { text(name)?.split(separator: " ").map(String.init) ?? [] }
}
