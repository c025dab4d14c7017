import Lang

/// KD104: a variable that is read before anything is assigned to it.
enum UsedBeforeAssignmentRule: Rule {
  static let info = RuleInfo(
    "KD104", "used-before-assignment", .error,
    summary: "A variable is read before it is assigned to.",
    why: """
      A name that a function assigns to anywhere is local to it everywhere: reading it earlier raises \
      UnboundLocalError even if there is a variable of that name outside. A counter of the module needs `global`.
      """,
    bad: """
      counter = 0


      def count(user):
          counter += 1
          user.client.get("/")
      """,
    good: """
      counter = 0


      def count(user):
          global counter
          counter += 1
          user.client.get("/")
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    for scope in file.scopes where scope.kind == .function || scope.kind == .module {
      var told: Set<String> = []
      for read in scope.reads where !read.isGuarded && !read.isAnnotation {
        guard !told.contains(read.name), !scope.globals.contains(read.name), !scope.nonlocals.contains(read.name),
          let bindings = scope.bindings[read.name],
          bindings.allSatisfy({ $0.order > read.order && !sharesLoop($0.loop, read.loop, file) })
        else { continue }
        if scope.kind == .module, file.knowledge.builtin(read.name) != nil || file.hasOpenStar { continue }
        // The names that `global` statements of functions bind may be bound by a call in between.
        if scope.kind == .module, bindings.contains(where: { $0.isImport && $0.isGuarded }) { continue }
        told.insert(read.name)
        let isOuter = scope.parent?.resolve(read.name) != nil
        report(
          "'\(read.name)' is used before it is assigned to", at: read.span,
          hint: scope.kind == .function && isOuter
            ? "write 'global \(read.name)' at the start of the function, if the variable of the module is meant" : nil)
      }
    }
  }

  /// Whether a loop around the binding is also around the read: an earlier round may have assigned.
  private static func sharesLoop(_ a: Int, _ b: Int, _ file: FileModel) -> Bool {
    var around: Set<Int> = []
    var loop = a
    while loop > 0 {
      around.insert(loop)
      loop = file.loopParents[loop]
    }
    loop = b
    while loop > 0 {
      if around.contains(loop) { return true }
      loop = file.loopParents[loop]
    }
    return false
  }
}
