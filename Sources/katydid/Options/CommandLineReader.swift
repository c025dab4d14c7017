/// Reads a command line as Python's argparse does, which Locust uses: `--option value`, `--option=value`, `-u10`,
/// unambiguous beginnings of long names, and options that take every word up to the next one.
struct CommandLineReader {
  private let words: [String]
  private var index = 0
  private var layer = OptionLayer()

  /// Reads the words after the program's name.
  ///
  /// - Throws: `OptionFault` for options without their values or with wrong ones. Unknown options are collected.
  static func read(_ words: [String]) throws(OptionFault) -> OptionLayer {
    var reader = CommandLineReader(words: words)
    try reader.readAll()
    return reader.layer
  }

  private init(words: [String]) { self.words = words }

  private mutating func readAll() throws(OptionFault) {
    while index < words.count {
      let word = words[index]
      index += 1
      if word == "--" {
        layer.positionals += words[index...]
        return
      }
      guard CommandLineReader.isOption(word) else {
        layer.positionals.append(word)
        continue
      }
      if word.hasPrefix("--") { try readLong(word) } else { try readShort(word) }
    }
  }

  private mutating func readLong(_ word: String) throws(OptionFault) {
    let name = String(word.prefix { $0 != "=" })
    let value = name.count < word.count ? String(word.dropFirst(name.count + 1)) : nil
    guard let option = try CommandLineReader.option(long: name) else { return skip(word) }
    try take(option, value, spelling: name)
  }

  /// `-u 10`, `-u10`, `-u=10` or several flags at once, such as `-lV`.
  private mutating func readShort(_ word: String) throws(OptionFault) {
    let name = String(word.prefix(2))
    guard let option = RunOption.all.first(where: { $0.names.contains(name) }) else { return skip(word) }
    let rest = word.dropFirst(2)
    guard !rest.isEmpty else { return try take(option, nil, spelling: name) }
    guard option.isFlag else {
      return try take(option, String(rest.first == "=" ? rest.dropFirst() : rest), spelling: name)
    }
    try take(option, nil, spelling: name)
    try readShort("-" + rest)
  }

  private mutating func skip(_ word: String) {
    layer.unknown.append(OptionLayer.Unknown(name: word, value: nil, place: ""))
  }

  private mutating func take(_ option: RunOption, _ given: String?, spelling: String) throws(OptionFault) {
    let shown = option.placeholder.isEmpty ? spelling : "\(spelling) <\(option.placeholder)>"
    if option.isFlag {
      guard given == nil else { throw OptionFault("The option '\(spelling)' takes no value.") }
      return try layer.set(option, ["true"], spelling: shown)
    }
    var values = given.map { [$0] } ?? []
    while given == nil, index < words.count, !CommandLineReader.isOption(words[index]) {
      values.append(words[index])
      index += 1
      if !option.takesWords { break }
    }
    guard !values.isEmpty || option.takesWords else {
      throw OptionFault("Missing value for '\(shown)'.")
    }
    try layer.set(option, values, spelling: shown, appends: option.isList && !option.takesWords)
  }

  /// Whether a word is an option. Negative numbers are values, and so is a single dash.
  private static func isOption(_ word: String) -> Bool {
    word.hasPrefix("-") && word != "-" && Double(word) == nil
  }

  /// The option of a long name or of an unambiguous beginning of one; nil when there is none.
  private static func option(long name: String) throws(OptionFault) -> RunOption? {
    if let option = RunOption.all.first(where: { $0.names.contains(name) }) { return option }
    guard name.count > 3 else { return nil }
    let candidates = RunOption.all.filter { $0.refusal == nil && $0.name.hasPrefix(name) }
    guard candidates.count > 1 else { return candidates.first }
    let names = candidates.map(\.name).joined(separator: ", ")
    throw OptionFault("The option '\(name)' is ambiguous: it could be \(names).")
  }
}
