import Lang

/// KD105: a variable that hides an import.
enum ShadowedImportRule: Rule {
  static let info = RuleInfo(
    "KD105", "shadowed-import", .warning,
    summary: "A variable or function has the name of an import and hides it.",
    why: """
      After `time = time.time()` there is no module `time` any more: the next `time.sleep(1)` raises AttributeError. \
      Under Locust's names it is worse: a function called `task` takes the decorator's place.
      """,
    bad: """
      import time


      def measure():
          global time
          time = time.time()
      """,
    good: """
      import time


      def measure():
          global started
          started = time.time()
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    var imports: [String: Binding] = [:]
    for binding in file.top.allBindings where binding.isImport && !binding.isGuarded { imports[binding.name] = binding }
    guard !imports.isEmpty else { return }
    for scope in file.scopes where scope.kind == .function || scope.kind == .module {
      for binding in scope.allBindings {
        guard let hidden = imports[binding.name], hidden !== binding, binding.order > hidden.order else { continue }
        switch binding.kind {
        case .assignment, .unpacking, .loop, .with, .function, .cls:
          let line = file.source.line(at: Int(hidden.span.start))
          report(
            "'\(binding.name)' hides the import of line \(line)", at: binding.span, hint: "give it another name")
        default: break
        }
      }
    }
  }
}
