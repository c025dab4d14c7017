import Lang

/// Checks files against the rules.
public final class Linter {
  private let knowledge: Knowledge
  private let options: LintOptions
  private let rules: [any Rule.Type]
  private let store = ModuleStore()

  /// The files that are looked at for themselves: what is wrong in them is not told where others import them.
  public var covered: Set<String> = [] {
    didSet { coveredPaths = Set(covered.map(ModuleStore.whole)) }
  }
  private var coveredPaths: Set<String> = []
  /// Folders in which modules are looked for besides: those of `sys.path` where a spec has been loaded.
  public var folders: [String] = []

  /// Creates a linter.
  ///
  /// - Parameters:
  ///   - knowledge: what is known of modules; it is asked again and again, so one is enough for all linters.
  ///   - options: which rules to apply.
  public init(knowledge: Knowledge, options: LintOptions = LintOptions()) {
    self.knowledge = knowledge
    self.options = options
    rules = RuleCatalog.rules.filter { options.isSelected($0.info) }
  }

  /// What the rules find in a file, in the order of the places.
  public func lint(_ source: SourceText) -> [Finding] {
    Program.withDeepStack { check(source) }
  }

  private func check(_ source: SourceText) -> [Finding] {
    let (module, faults) = Parser.parse(source)
    // What doesn't parse has neither names nor calls that could be trusted.
    let review = faults.isEmpty ? Program.review(module, source) : (refusals: faults, warnings: [])
    let file = FileModel(source, module, review.refusals, knowledge)
    file.warnings = review.warnings
    file.knownTags = options.knownTags
    file.localModules = LocalModules(beside: source.name, store, also: folders)
    if faults.isEmpty {
      file.localModules.takeFolders(of: module)
      FileModelBuilder.fill(file)
      file.hasOtherFolders = file.userClasses.allSatisfy(\.isAbstract)
    }
    let reporter = Reporter(Suppressions(source))
    for rule in rules where faults.isEmpty || rule.info.code.hasPrefix("KD0") {
      reporter.begin(rule.info.code)
      rule.check(file, reporter)
    }
    if faults.isEmpty { ImportedModules(rules, knowledge, store, covered: coveredPaths).check(file, reporter) }
    return reporter.findings.sorted { a, b in
      (a.span.start, a.code, a.span.end) < (b.span.start, b.code, b.span.end)
    }
  }
}

/// Which rules to apply, and what they need to know.
public struct LintOptions: Sendable {
  /// Codes, or beginnings of codes, of the rules to apply; nil for those that are on by default.
  public var select: [String]?
  /// Those to add to the selected ones.
  public var extendSelect: [String] = []
  /// Those to leave out, whatever selects them.
  public var ignore: [String] = []
  /// The tags that tasks may have; nil for any.
  public var knownTags: Set<String>?

  /// Creates options that apply the default rules.
  public init() {}

  /// Whether some rule is meant by a code, the beginning of one, or a name.
  public static func isKnown(_ code: String) -> Bool {
    code == "ALL" || !code.isEmpty && RuleCatalog.all.contains { $0.code.hasPrefix(code) || $0.name == code }
  }

  /// Whether a rule is to be applied. Of two that disagree the longer beginning counts.
  func isSelected(_ rule: RuleInfo) -> Bool {
    func strength(_ patterns: [String]) -> Int {
      patterns.map { pattern in
        if pattern == "ALL" { return 1 }
        return rule.code.hasPrefix(pattern) ? pattern.count + 1 : rule.name == pattern ? 100 : 0
      }.max() ?? 0
    }
    var selected = strength(extendSelect)
    if let select { selected = max(selected, strength(select)) } else if rule.isDefault { selected = max(selected, 1) }
    return selected > 0 && selected > strength(ignore)
  }
}
