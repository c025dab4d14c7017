import Lang

/// An argument that a spec adds to the command line by `events.init_command_line_parser`.
public struct CustomArgument: Sendable, Equatable {
  /// The options, such as `--my-argument`.
  public var names: [String]
  /// The attribute of `environment.parsed_options` that has the value.
  public var attribute: String
  /// Whether it is a switch, which is followed by no value.
  public var isSwitch: Bool
  /// Whether any number of values may follow.
  public var takesMany: Bool
  /// The value without the option.
  public var defaultValue: PlainData
  /// What it may be; nil for anything.
  public var choices: [String]?
  /// What it is for, for `--help` and the web form.
  public var help: String
  /// What stands for its value in `--help`.
  public var placeholder: String
  /// The environment variable that sets it.
  public var variable: String?
  /// Whether the web form has a field for it.
  public var isShownOnWebPage: Bool
  /// Whether that field hides what is typed.
  public var isSecret: Bool
  /// Whether that field must be filled.
  public var isRequired: Bool
  /// Whether that field takes several of the choices.
  public var isMultiple: Bool

  /// Takes out of a command line what belongs to the spec's own arguments.
  ///
  /// - Parameter line: the arguments of the command line; loses what is returned.
  /// - Returns: options and values, for `LoadOptions.customArguments`.
  public static func extract(_ arguments: [CustomArgument], from line: inout [String]) -> [String] {
    var taken: [String] = []
    var rest: [String] = []
    var index = line.startIndex
    while index < line.endIndex {
      let word = line[index]
      index += 1
      if word == "--" {
        rest.append(contentsOf: line[(index - 1)...])
        break
      }
      let name = word.hasPrefix("--") ? String(word.prefix { $0 != "=" }) : word
      guard word.hasPrefix("-"), let argument = arguments.first(where: { $0.names.contains(name) }) else {
        rest.append(word)
        continue
      }
      taken.append(word)
      if argument.isSwitch || name != word { continue }
      while index < line.endIndex, isValue(line[index]) {
        taken.append(line[index])
        index += 1
        if !argument.takesMany { break }
      }
    }
    line = rest
    return taken
  }

  /// Whether a word of the command line is a value: anything but an option; numbers may be negative.
  private static func isValue(_ word: String) -> Bool { !word.hasPrefix("-") || word == "-" || Double(word) != nil }

  /// Lets a spec add its arguments.
  ///
  /// - Returns: the parser that knows them, pinned, what they are, and the defaults that the spec sets of other options;
  ///   no parser where nobody listens.
  static func ask(_ importer: Importer) throws(Raised) -> Answer {
    guard SpecEvents.shared.hasListeners("init_command_line_parser") else { return (nil, [], []) }
    guard let module = try LocustModule.load("locust.argument_parser", importer: importer),
      let maker = module["LocustArgumentParser"]
    else { throw raise(.importError, "No module named 'locust.argument_parser'") }
    let parser = Heap.pin(try Call.call(maker))
    try SpecEvents.shared.fireOrRaise("init_command_line_parser", [("parser", parser)])
    let described = try PlainData(try Call.call(try Attributes.get(parser, "_describe")))
    let others = try PlainData(try Call.call(try Attributes.get(parser, "_other_defaults")))
    guard case .list(let items) = described, case .map(let pairs) = others else { return (parser, [], []) }
    return (parser, items.map(CustomArgument.init), pairs.map { ($0.key.text ?? "", $0.value) })
  }

  /// What a spec has made of the parser.
  typealias Answer = (parser: Value?, arguments: [CustomArgument], defaults: [(name: String, value: PlainData)])

  private init(_ data: PlainData) {
    names = data["names"]?.texts ?? []
    attribute = data["attribute"]?.text ?? ""
    isSwitch = data["is_switch"] == .bool(true)
    takesMany = data["takes_many"] == .bool(true)
    defaultValue = data["default"] ?? .null
    choices = data["choices"]?.texts
    help = data["help"]?.text ?? ""
    placeholder = data["placeholder"]?.text ?? ""
    variable = data["variable"]?.text
    isShownOnWebPage = data["include_in_web_ui"] == .bool(true)
    isSecret = data["is_secret"] == .bool(true)
    isRequired = data["is_required"] == .bool(true)
    isMultiple = data["is_multiple"] == .bool(true)
  }
}

/// Reading data whose shape is not certain.
extension PlainData {
  /// The value under a key of a map; nil for a missing key or another type.
  public subscript(key: String) -> PlainData? {
    guard case .map(let pairs) = self else { return nil }
    return pairs.first { $0.key == .text(key) }?.value
  }

  /// The text; nil for anything else.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The number; nil for anything else.
  var number: Double? {
    switch self {
    case .int(let int): Double(int)
    case .double(let double) where !double.isNaN: double
    default: nil
    }
  }

  /// The texts of a list; nil for anything else.
  var texts: [String]? {
    guard case .list(let items) = self else { return nil }
    return items.compactMap(\.text)
  }
}
