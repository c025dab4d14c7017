import Lang

/// KD107: `from module import name` where the module has no such name.
enum MissingImportNameRule: Rule {
  static let info = RuleInfo(
    "KD107", "missing-import-name", .error,
    summary: "A name is imported that its module doesn't have.",
    why: """
      The import fails before the first request. The name is misspelled, or it is one of the few of the module that \
      Katydid doesn't have: docs/language.md lists them.
      """,
    bad: """
      from locust import HttpUsr
      """,
    good: """
      from locust import HttpUser
      """,
    fix: "A name that is nearly one that exists is replaced by it (unsafe).")

  static func check(_ file: FileModel, _ report: Reporter) {
    for site in file.imports where !site.isGuarded && !site.module.hasPrefix(".") && site.module != "__future__" {
      guard let aliases = site.names, let names = names(of: site.module, file) else { continue }
      for alias in aliases where alias.name != "*" && !names.contains(alias.name) {
        if names.contains("__getattr__") {
          guard case .known(let module) = file.answer(site.module),
            let reason = Introspection.refusal(module, alias.name)
          else { continue }
          report(
            "module '\(site.module)' has no name '\(alias.name)'",
            at: Span(Int(alias.span.start), Int(alias.span.start) + alias.name.utf8.count), hint: reason)
          continue
        }
        switch file.answer(site.module + "." + alias.name) {
        case .known, .refused, .local: continue
        case .missing: if file.localModules.has(site.module + "." + alias.name) { continue }
        }
        let near = Spelling.nearest(alias.name, among: names.filter { !$0.hasPrefix("_") })
        let span = Span(Int(alias.span.start), Int(alias.span.start) + alias.name.utf8.count)
        report(
          "module '\(site.module)' has no name '\(alias.name)'", at: span, hint: near.map { "did you mean '\($0)'?" },
          fix: near.map { Fix("Replace with '\($0)'", replace: span, with: $0, isSafe: false) })
      }
    }
  }

  /// The names that a module has; nil when they aren't known.
  private static func names(of module: String, _ file: FileModel) -> Set<String>? {
    switch file.answer(module) {
    case .known(let value): Set(Introspection.names(value))
    case .missing, .local: file.localModules.names(module)
    case .refused: nil
    }
  }
}
