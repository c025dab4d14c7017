import Lang

/// KD005: a built-in function that has no place in a spec.
enum UnsupportedFunctionRule: Rule {
  static let info = RuleInfo(
    "KD005", "unsupported-function", .error,
    summary: "A call of a built-in function that has no place in a spec.",
    why: """
      What `exec`, `eval` and `compile` make of text can't be checked before the run, and a worker has nobody who could \
      type something in: `input` and `breakpoint` raise when they are reached.
      """,
    bad: """
      name = input("Which user? ")
      """,
    good: """
      import os

      name = os.environ["USER_NAME"]
      """)

  private static let hints = [
    "input": "read it from the environment: os.environ, or a command-line option of the spec",
    "exec": "write the code into the spec, or import it from a file beside it",
    "eval": "use json.loads for data, a dict of functions for choices",
    "compile": "write the code into the spec",
    "__import__": "write an import statement",
    "breakpoint": "use print or logging, or try the code with katydid repl",
  ]

  static func check(_ file: FileModel, _ report: Reporter) {
    for call in file.calls {
      guard let name = call.function.kind.name, let hint = hints[name], call.place.scope.resolve(name) == nil else {
        continue
      }
      report("'\(name)()' is not supported", at: call.function.span, hint: hint)
    }
  }
}
