import Foundation
import Runtime

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

  /// Takes what a spec sets as defaults, by the options' names in `parsed_options`. Names that no option has are the
  /// spec's own business.
  ///
  /// - Throws: `OptionFault` for a value that its option doesn't take.
  init(defaults: [(name: String, value: PlainData)]) throws(OptionFault) {
    for (name, value) in defaults {
      guard let option = RunOption.all.first(where: { $0.key == name }) else { continue }
      let texts = OptionLayer.texts(of: value)
      // None and False are what an option is without being given.
      if !texts.isEmpty, texts != ["false"] { try set(option, texts, spelling: "parser.set_defaults(\(name)=…)") }
    }
  }

  private static func texts(of value: PlainData) -> [String] {
    switch value {
    case .null, .bytes, .map: []
    case .bool(let bool): [bool ? "true" : "false"]
    case .int(let int): ["\(int)"]
    case .double(let double): [double == double.rounded() && abs(double) < 1e15 ? "\(Int(double))" : "\(double)"]
    case .text(let text): [text]
    case .list(let items): items.flatMap(texts)
    }
  }

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
