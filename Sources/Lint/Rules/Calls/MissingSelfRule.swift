import Lang

/// KD205: a method without a parameter for its instance.
enum MissingSelfRule: Rule {
  static let info = RuleInfo(
    "KD205", "missing-self", .error,
    summary: "A method or task takes no parameter, but is called with the user or task set.",
    why:
      "A call gives a method its instance as first argument, a task its user: without a parameter it raises TypeError.",
    bad: """
      @task
      def index():
          print("hello")
      """,
    good: """
      @task
      def index(self):
          print("hello")
      """,
    fix: "`self` is put in.")

  static func check(_ file: FileModel, _ report: Reporter) {
    for function in file.functions where function.cls != nil || function.isTask {
      let parameters = function.definition.parameters
      guard parameters.positional.isEmpty, parameters.positionalOnly.isEmpty, parameters.variadic == nil,
        !function.isStatic, function.definition.decorators.allSatisfy(file.isTransparent),
        function.outer.kind != .function
      else { continue }
      // Called only as `Class.name()` it may be meant so.
      if let cls = function.cls, cls.role == nil, !function.isTask { continue }
      var open = Int(function.definition.nameSpan.end)
      while open < file.source.bytes.count, file.source.bytes[open] != UInt8(ascii: "(") { open += 1 }
      let name = function.cls == nil ? "user" : "self"
      let isAlone = parameters.keywordOnly.isEmpty && parameters.keywordVariadic == nil
      report(
        "'\(function.name)' takes no '\(name)'", at: function.definition.nameSpan,
        hint: "write def \(function.name)(\(name)\(isAlone ? "" : ", …")):",
        fix: Fix("Add '\(name)'", replace: Span(open + 1, open + 1), with: isAlone ? name : name + ", "))
    }
  }
}
