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
    fix: "`self` is put in, unless the function is called through its class, too.")

  static func check(_ file: FileModel, _ report: Reporter) {
    for function in file.functions where function.cls != nil || function.isTask {
      let parameters = function.definition.parameters
      guard parameters.positional.isEmpty, parameters.positionalOnly.isEmpty, parameters.variadic == nil,
        !function.isStatic, function.definition.decorators.allSatisfy(file.isTransparent),
        function.outer.kind != .function
      else { continue }
      // Called only as `Class.name()` it may be meant so.
      if let cls = function.cls, cls.role == nil, !function.isTask { continue }
      let isPlain = file.isReadFromClass(function)
      if isPlain, !function.isTask, !file.isReadFromInstance(function) { continue }
      var open = Int(function.definition.nameSpan.end)
      while open < file.source.bytes.count, file.source.bytes[open] != UInt8(ascii: "(") { open += 1 }
      let name = function.cls == nil ? "user" : "self"
      let isAlone = parameters.keywordOnly.isEmpty && parameters.keywordVariadic == nil
      report(
        "'\(function.name)' takes no '\(name)'", at: function.definition.nameSpan,
        hint: "write def \(function.name)(\(name)\(isAlone ? "" : ", …")):",
        // What is called through the class, too, would lack an argument then.
        fix: isPlain ? nil : Fix("Add '\(name)'", replace: Span(open + 1, open + 1), with: isAlone ? name : name + ", ")
      )
    }
  }
}

extension FileModel {
  /// Whether a function of a class is read through the class, or called in the class's body: then it gets no instance.
  fileprivate func isReadFromClass(_ function: FunctionModel) -> Bool {
    guard function.cls != nil else { return false }
    let isCalled = calls.lazy.filter { $0.function.kind.name == function.name }
      .contains { $0.place.scope === function.outer }
    if isCalled { return true }
    return attributeOwners[function.name]?.classes.contains { reads($0, function) } == true
  }

  /// Whether a function of a class is read through an instance.
  fileprivate func isReadFromInstance(_ function: FunctionModel) -> Bool {
    attributeOwners[function.name]?.instances.contains { reads($0, function) } == true
  }

  private func reads(_ cls: ClassModel?, _ function: FunctionModel) -> Bool {
    guard let cls else { return true }
    return cls.lineage.contains { $0 === function.cls }
  }
}
