import Lang

/// KD102: an import that nothing uses.
enum UnusedImportRule: Rule {
  static let info = RuleInfo(
    "KD102", "unused-import", .warning,
    summary: "An import of Python's library or of Locust that nothing uses.",
    why: """
      It costs start-up time on every worker and readers a thought. Names imported from files beside the spec are left \
      alone: a user class counts by being there.
      """,
    bad: """
      import random

      from locust import HttpUser, between, task


      class Visitor(HttpUser):
          wait_time = between(1, 2)

          @task
          def index(self):
              self.client.get("/")
      """,
    good: """
      from locust import HttpUser, between, task


      class Visitor(HttpUser):
          wait_time = between(1, 2)

          @task
          def index(self):
              self.client.get("/")
      """,
    fix: "The import is removed.")

  static func check(_ file: FileModel, _ report: Reporter) {
    guard !file.top.isOpen, file.top.bindings["__all__"] == nil, !file.source.name.hasSuffix("__init__.py") else {
      return
    }
    var sites: [Span: Int] = [:]
    for (index, site) in file.imports.enumerated() { sites[site.span] = index }
    for scope in file.scopes where scope.kind != .classBody {
      for binding in scope.allBindings
      where binding.isImport && !binding.isRead && !binding.isGuarded && !report.isFull {
        guard !isUsedOtherwise(binding, file) else { continue }
        report(
          "'\(binding.name)' is imported but not used", at: binding.span, hint: "remove the import",
          fix: (sites[binding.span] ?? sites[binding.statement]).flatMap { removal(of: binding, $0, file) })
      }
    }
  }

  /// Whether an import does something by itself.
  private static func isUsedOtherwise(_ binding: Binding, _ file: FileModel) -> Bool {
    switch binding.kind {
    case .module(let path):
      // The first of several `import a.b`, `import a.c` is as used as the others.
      if let module = file.moduleValue(path) { return isPlugin(module, file) }
      return true
    case .member(let module, let level, _):
      if level > 0 || module == "__future__" { return true }
      if case .known = file.answer(module) { return false }
      return true
    default: return true
    }
  }

  private static func isPlugin(_ module: Value, _ file: FileModel) -> Bool {
    file.moduleName(module)?.hasPrefix("locust_plugins") == true
  }

  /// The fix that removes a name from the import of an index.
  private static func removal(of binding: Binding, _ index: Int, _ file: FileModel) -> Fix? {
    let siblings: [Span]
    if let names = file.imports[index].names {
      siblings = names.map(\.span)
    } else {
      // The modules of `import a, b` are noted one after the other.
      let isSibling: (ImportSite) -> Bool = { $0.names == nil && contains(binding.statement, $0.span) }
      siblings =
        file.imports[..<index].reversed().prefix(while: isSibling).map(\.span).reversed()
        + file.imports[index...].prefix(while: isSibling).map(\.span)
    }
    if siblings.count <= 1 { return file.lineRemoval("Remove the import", binding.statement) }
    guard let index = siblings.firstIndex(of: binding.span) else { return nil }
    let span =
      index + 1 < siblings.count
      ? Span(Int(siblings[index].start), Int(siblings[index + 1].start))
      : Span(Int(siblings[index - 1].end), Int(siblings[index].end))
    // Two removals that touch would both take the comma between them.
    return Fix("Remove '\(binding.name)' from the import", replace: span, with: "")
  }

  private static func contains(_ outer: Span, _ inner: Span) -> Bool {
    outer.start <= inner.start && inner.end <= outer.end
  }
}

extension FileModel {
  /// A fix that removes a whole statement with its line; nil when it shares its line or is all of its block.
  ///
  /// - Parameter isIndented: whether it may be indented; the caller knows that its block has other statements.
  func lineRemoval(_ title: String, _ span: Span, isSafe: Bool = true, isIndented: Bool = false) -> Fix? {
    let first = source.line(at: Int(span.start))
    let last = source.line(at: Int(span.end))
    let start = source.range(ofLine: first).lowerBound
    let blanks: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard source.bytes[start..<Int(span.start)].allSatisfy(blanks),
      source.bytes[Int(span.end)..<source.range(ofLine: last).upperBound].allSatisfy(blanks)
    else { return nil }
    // An indented statement may be the only one of its block.
    guard isIndented || start == Int(span.start) else { return nil }
    let end = last < source.lineCount ? source.range(ofLine: last + 1).lowerBound : source.bytes.count
    return Fix(title, replace: Span(start, end), with: "", isSafe: isSafe)
  }
}
