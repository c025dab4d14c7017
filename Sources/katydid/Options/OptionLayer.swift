import Foundation

/// The options that one place gives: the command line, the environment or a configuration file.
struct OptionLayer {
  /// The values by option keys; a flag has the value "true" or "false".
  private(set) var values: [String: [String]] = [:]
  /// Words that belong to no option: user classes.
  var positionals: [String] = []
  /// What no option is known for: those of the locustfile, or mistakes.
  var unknown: [Unknown] = []

  /// Something that is no option.
  struct Unknown {
    /// The name, as it was written.
    let name: String
    /// The value that a file gives; nil on a command line.
    let value: String?
    /// Where it was written, for messages; empty for the command line.
    let place: String
  }

  /// Creates an empty layer.
  init() {}

  /// Takes a value.
  ///
  /// - Parameters:
  ///   - spelling: how the option is written where it was found, for messages.
  ///   - appends: whether it is added to what is there already.
  /// - Throws: `OptionFault` when the option takes no such value.
  mutating func set(
    _ option: RunOption, _ texts: [String], spelling: String, appends: Bool = false
  ) throws(OptionFault) {
    if let refusal = option.refusal { throw OptionFault(refusal) }
    for text in texts where !option.accepts(text) {
      throw OptionFault("The value '\(text)' is invalid for '\(spelling)': \(option.expectation) is needed.")
    }
    values[option.key] = appends ? (values[option.key] ?? []) + texts : texts
  }

  /// The words of a text: those of a list such as `[a, b]`, or what spaces part.
  static func words(_ text: String) -> [String] {
    items(text) ?? text.split(separator: " ").map(String.init)
  }

  /// The parts of a list such as `[a, b]`, trimmed; nil for another text.
  static func items(_ text: String) -> [String]? {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    return text.dropFirst().dropLast().split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The value of a flag in the words that variables and files use; nil for neither yes nor no.
  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "1", "true", "yes", "on", "": true
    case "0", "false", "no", "off": false
    default: nil
    }
  }
}
