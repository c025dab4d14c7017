import Lang

/// What a run would refuse in the modules beside a spec, told where the spec imports them.
struct ImportedModules {
  /// The rules whose findings end a run.
  private let rules: [any Rule.Type]
  private let knowledge: Knowledge
  private let store: ModuleStore
  private let covered: Set<String>

  /// Creates a look at modules.
  ///
  /// - Parameters:
  ///   - rules: those that are applied to the spec.
  ///   - covered: the whole paths of files that are looked at anyway.
  init(_ rules: [any Rule.Type], _ knowledge: Knowledge, _ store: ModuleStore, covered: Set<String>) {
    self.rules = rules.filter { rule in
      rule.info.severity == .error && (rule.info.code.hasPrefix("KD0") || rule.info.code == "KD107")
    }
    self.knowledge = knowledge
    self.store = store
    self.covered = covered
  }

  /// Reports what is found in all modules that a spec's imports lead to, each once.
  func check(_ spec: FileModel, _ report: Reporter) {
    var seen: Set<String> = [ModuleStore.whole(spec.source.name)]
    var count = 0
    for site in spec.imports where !site.isGuarded {
      var waiting = files(of: site, spec) ?? []
      while !waiting.isEmpty, count < Reporter.maximum {
        let path = waiting.removeFirst()
        let whole = ModuleStore.whole(path)
        guard !covered.contains(whole), seen.insert(whole).inserted, let parsed = store.module(path) else { continue }
        let (module, findings) = look(parsed, for: spec)
        // One of a kind is enough to know that the module is none for a spec.
        var told: Set<String> = []
        for finding in findings where told.insert(finding.code).inserted {
          let others = findings.count { $0.code == finding.code } - 1
          let more = others == 0 ? "" : " (and \(others) more there)"
          let line = parsed.source.line(at: Int(finding.span.start))
          report.begin(finding.code)
          report("\(path):\(line): \(finding.message)\(more)", at: site.span, hint: finding.hint)
          count += 1
        }
        // What isn't compiled imports nothing.
        if told.contains(SyntaxErrorRule.info.code) || told.contains(UnsupportedSyntaxRule.info.code) { continue }
        waiting += module.imports.filter { !$0.isGuarded }.flatMap { files(of: $0, module) ?? [] }
      }
    }
  }

  /// Looks at a module as the spec's run would load it.
  private func look(_ parsed: ModuleStore.Parsed, for spec: FileModel) -> (FileModel, [Finding]) {
    let source = parsed.source
    let isWhole = parsed.faults.isEmpty
    let refusals = isWhole ? Program.review(parsed.module, source).refusals : parsed.faults
    let module = FileModel(source, parsed.module, refusals, knowledge)
    module.localModules = spec.localModules
    if isWhole { FileModelBuilder.fill(module) }
    let reporter = Reporter(Suppressions(source))
    for rule in rules where isWhole || rule.info.code.hasPrefix("KD0") {
      reporter.begin(rule.info.code)
      rule.check(module, reporter)
    }
    if rules.contains(where: { $0 == UnknownModuleRule.self }) {
      // What a spec imports relatively can't be said: it may be a package's.
      reporter.begin(UnknownModuleRule.info.code)
      for site in module.imports where !site.isGuarded && files(of: site, module) == nil {
        reporter("no module named '\(site.module)'", at: site.span)
      }
    }
    return (module, reporter.findings.sorted { $0.span.start < $1.span.start })
  }

  /// The files that an import leads to, those of the library left out; nil for a relative one that leads nowhere.
  private func files(of site: ImportSite, _ file: FileModel) -> [String]? {
    if !site.module.hasPrefix(".") {
      guard case .local = file.answer(site.module) else { return [] }
    }
    return file.localModules.files(of: site, in: file.source.name)
  }
}
