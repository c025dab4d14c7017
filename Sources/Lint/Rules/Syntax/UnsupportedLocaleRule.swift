import Lang

/// KD008: a locale of Faker's that isn't carried.
enum UnsupportedLocaleRule: Rule {
  static let info = RuleInfo(
    "KD008", "unsupported-locale", .error,
    summary: "A locale that Katydid's Faker has no words of.",
    why: """
      The names, addresses and words that Faker draws from are Katydid's own, and there are some locales of them only. \
      `Faker(…)` raises AttributeError for the others, mostly when the spec is loaded.
      """,
    bad: """
      from faker import Faker

      fake = Faker("ja_JP")
      """,
    good: """
      from faker import Faker

      fake = Faker("en_US")
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    // Loading Faker takes longer than most files do.
    guard file.imports.contains(where: { $0.module == "faker" || $0.module.hasPrefix("faker.") }),
      let maker = file.moduleValue("faker").flatMap({ Introspection.member($0, "Faker") }),
      let test = file.knowledge.member("faker", "_locale")
    else { return }
    for call in file.calls where !call.hasSpread && !report.isFull {
      guard let given = call.arguments.first ?? call.keyword("locale")?.value,
        case .value(let function)? = file.known(call.function, in: call.place.scope), function.bits == maker.bits
      else { continue }
      let items: [Expr] =
        switch given.kind {
        case .list(let elements), .tuple(let elements): elements
        default: [given]
        }
      for item in items {
        guard let locale = item.kind.text, let reason = Introspection.complaint(test, locale) else { continue }
        report("Faker has no locale '\(locale)'", at: item.span, hint: reason)
      }
    }
  }
}
