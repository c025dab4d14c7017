import Runtime
import Swarm

/// What all places together say: files first, then the environment, and the command line above all.
struct OptionValues {
  private var values: [String: [String]] = [:]
  /// The user classes to run; empty for all.
  private(set) var userClasses: [String] = []
  /// What no option is known for, in any place.
  private(set) var unknown: [OptionLayer.Unknown] = []

  /// Lays layers over each other, the least important first.
  init(_ layers: [OptionLayer]) {
    for layer in layers {
      values.merge(layer.values) { _, new in new }
      if !layer.positionals.isEmpty { userClasses = layer.positionals }
      unknown += layer.unknown
    }
  }

  /// Reads every place there is.
  ///
  /// - Parameters:
  ///   - words: the command line, without the program's name.
  ///   - defaults: what a spec sets by `parser.set_defaults(…)`, which counts less than all else.
  /// - Throws: `OptionFault` when one of them is wrong.
  static func gather(
    _ words: [String], defaults: [(name: String, value: PlainData)] = []
  ) throws(OptionFault) -> OptionValues {
    let line = try CommandLineReader.read(words)
    let files = try ConfigurationFiles.read(named: line.values["config"]?.last)
    return OptionValues([try OptionLayer(defaults: defaults)] + files + [try EnvironmentOptions.read(), line])
  }

  /// Complains about the first option that nobody knows.
  ///
  /// - Parameter others: the names that a locustfile has added.
  /// - Throws: `OptionFault` with the nearest name that there is.
  func refuseUnknown(besides others: [String] = []) throws(OptionFault) {
    guard let first = unknown.first(where: { !others.contains(String($0.name.prefix { $0 != "=" })) }) else { return }
    let name = String(first.name.prefix { $0 != "=" })
    let known = RunOption.all.filter { $0.refusal == nil }.map(\.name) + others
    let hint = NearestName.of(name, in: known).map { " Did you mean '\($0)'?" } ?? " See --help."
    let place = first.place.isEmpty ? "" : "\(first.place): "
    throw OptionFault("\(place)Unknown option '\(name)'.\(hint)")
  }

  /// Whether anything but "false" is given.
  func isGiven(_ key: String) -> Bool { values[key].map { $0 != ["false"] } ?? false }
  /// Whether a flag is set.
  func isOn(_ key: String) -> Bool { values[key]?.last == "true" }
  /// A text; nil when it isn't given.
  func text(_ key: String) -> String? { values[key]?.last }
  /// A whole number; nil when it isn't given.
  func integer(_ key: String) -> Int? { text(key).flatMap { Int($0) } }
  /// A number; nil when it isn't given.
  func number(_ key: String) -> Double? { text(key).flatMap { Double($0) } }
  /// A time in s; nil when it isn't given.
  func seconds(_ key: String) -> Double? { text(key).flatMap { TimeSpan(argument: $0)?.seconds } }
  /// What the spec sees as the option's value in `parsed_options`.
  func data(_ option: RunOption) -> PlainData {
    switch option.kind {
    case .flag: .bool(isOn(option.key))
    case .integer: integer(option.key).map { .int(Int64($0)) } ?? .null
    case .rate, .amount: number(option.key).map { .double($0) } ?? .null
    case .time: seconds(option.key).map { .double($0) } ?? .null
    case .text: text(option.key).map { .text($0) } ?? .null
    case .choice: text(option.key).map { .text($0.uppercased()) } ?? .null
    case .words, .list: .list((words(option.key) ?? []).map { .text($0) })
    }
  }

  /// Several words; nil when none is given.
  func words(_ key: String) -> [String]? { values[key] }
}
