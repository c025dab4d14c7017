import Swarm

/// An option of a load test, as the command line, the environment and configuration files know it.
struct RunOption: Sendable {
  /// What may follow an option.
  enum Kind: Sendable {
    /// Nothing: it is on when it is there.
    case flag
    /// Any text.
    case text
    /// An integer within a range.
    case integer(ClosedRange<Int>)
    /// A number above 0.
    case rate
    /// A number, fractions too, of at least 0.
    case amount
    /// A time such as `90`, `20s` or `1h30m`.
    case time
    /// One of some words, in any case.
    case choice([String])
    /// Any number of words, up to the next option.
    case words
    /// A text that may be given several times.
    case list
  }

  /// The sections of `--help`, in their order.
  enum Group: String, CaseIterable, Sendable {
    case common = "Common options"
    case web = "Web page options"
    case master = "Master options"
    case worker = "Worker options"
    case tags = "Tag options"
    case statistics = "Statistics options"
    case thresholds = "Threshold options"
    case log = "Log options"
    case other = "Other options"
  }

  /// The name in `environment.parsed_options`.
  let key: String
  /// The long name with its dashes; without them the key in configuration files.
  let name: String
  /// The short name with its dash.
  let short: String?
  /// Names that Locust had before, which still work and aren't shown.
  let oldNames: [String]
  /// The environment variable, Locust's name for it; each also goes by `KATYDID_` instead of `LOCUST_`.
  let variable: String?
  /// Names that Locust had before for the variable.
  let oldVariables: [String]
  /// What may follow.
  let kind: Kind
  /// What stands for the value in `--help`.
  let placeholder: String
  /// Where it stands in `--help`; nil for nowhere.
  let group: Group?
  /// What it does.
  let help: String
  /// What to say instead of taking it; nil for an option that works.
  let refusal: String?

  /// Creates an option.
  ///
  /// - Parameter key: the attribute of `parsed_options`; nil for the name with underscores.
  init(
    _ name: String, _ short: String? = nil, key: String? = nil, kind: Kind = .flag, _ placeholder: String = "",
    in group: Group?, variable: String? = nil, old oldNames: [String] = [], oldVariables: [String] = [],
    refusal: String? = nil, _ help: String
  ) {
    self.name = name
    self.short = short
    self.key = key ?? String(name.dropFirst(2).map { $0 == "-" ? "_" : $0 })
    self.kind = kind
    self.placeholder = placeholder
    self.group = group
    self.variable = variable
    self.oldNames = oldNames
    self.oldVariables = oldVariables
    self.refusal = refusal
    self.help = help
  }

  /// Whether nothing follows it.
  var isFlag: Bool { if case .flag = kind { true } else { false } }
  /// Whether any number of words follows it.
  var takesWords: Bool { if case .words = kind { true } else { false } }
  /// Whether what is given last doesn't replace what was given before.
  var isList: Bool { if case .list = kind { true } else { takesWords } }

  /// All its names on the command line.
  var names: [String] { [name] + (short.map { [$0] } ?? []) + oldNames }

  /// The variables that set it, the first that is set counts.
  var variables: [String] {
    ((variable.map { [$0] } ?? []) + oldVariables).flatMap { name in
      name.hasPrefix("LOCUST_") ? ["KATYDID_" + String(name.dropFirst(7)), name] : [name]
    }
  }

  /// Whether a text is a value that it takes.
  func accepts(_ text: String) -> Bool {
    switch kind {
    case .flag, .text, .words, .list: true
    case .integer(let range): Int(text).map { range.contains($0) } ?? false
    case .rate: Double(text).map { $0 > 0 && $0.isFinite } ?? false
    case .amount: Double(text).map { $0 >= 0 && $0.isFinite } ?? false
    case .time: TimeSpan(argument: text) != nil
    case .choice(let words): words.contains { $0.lowercased() == text.lowercased() }
    }
  }

  /// What it takes, for the message about something else.
  var expectation: String {
    switch kind {
    case .flag: "true or false"
    case .text, .words, .list: "a text"
    case .integer(let range):
      range.upperBound == .max
        ? "a whole number of at least \(range.lowerBound)"
        : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .rate: "a number greater than 0"
    case .amount: "a number of at least 0"
    case .time: "a time such as 90, 20s, 3m or 1h30m"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    }
  }
}
