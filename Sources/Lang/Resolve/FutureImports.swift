/// `from __future__ import …`: all features of 3.11 are there already, but the statement has rules of its own.
enum FutureImports {
  private static let features: Set<String> = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
    "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
  ]

  /// What is wrong with a module's future imports.
  static func check(_ module: Module) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var isBeginning = true
    for (index, statement) in module.body.enumerated() {
      guard case .importFrom("__future__", let names, 0) = statement.kind else {
        // A docstring may come first.
        if index == 0, case .expr(let value) = statement.kind, case .constant(.string) = value.kind { continue }
        isBeginning = false
        continue
      }
      if !isBeginning {
        faults.append(
          Diagnostic(
            .syntaxError, "from __future__ imports must occur at the beginning of the file", at: statement.span))
      }
      for name in names where !features.contains(name.name) {
        let message = name.name == "braces" ? "not a chance" : "future feature \(name.name) is not defined"
        faults.append(Diagnostic(.syntaxError, message, at: name.span))
      }
    }
    return faults
  }
}
