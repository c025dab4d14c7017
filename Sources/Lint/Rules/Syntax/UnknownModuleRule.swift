import Lang

/// KD004: a module that is nowhere.
enum UnknownModuleRule: Rule {
  static let info = RuleInfo(
    "KD004", "unknown-module", .error,
    summary: "An import of a module that is neither in the library nor beside the spec.",
    why: """
      No Python is installed where a spec runs, so packages from PyPI aren't there: only what Katydid brings along and \
      the files beside the spec can be imported. The import would fail before the first request. Modules are looked for \
      in the spec's folder, in the current one, and in folders within these that the spec adds to sys.path.
      """,
    bad: """
      import jsno
      """,
    good: """
      import json
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    let modules = file.localModules
    // They may lie where nobody knows before the run.
    if modules.hasUnknownFolders { return }
    for site in file.imports where !site.isGuarded && !site.module.hasPrefix(".") {
      let path = site.module
      guard case .missing = file.answer(path), !file.hasOtherFolders || !modules.hasAbove(path) else { continue }
      let near = Spelling.nearest(path, among: Library.moduleNames)
      report(
        "no module named '\(path)'", at: span(of: path, in: site, file),
        hint: near.map { "did you mean '\($0)'?" } ?? hint(modules),
        fix: near.map {
          Fix("Replace with '\($0)'", replace: span(of: path, in: site, file), with: $0, isSafe: false)
        })
    }
  }

  private static func hint(_ modules: LocalModules) -> String {
    guard !modules.outside.isEmpty else {
      return "put its file beside the spec, or do without it: packages can't be installed on the workers"
    }
    let folders = modules.outside.map { "'\($0)'" }.joined(separator: ", ")
    return "\(folders) in sys.path \(modules.outside.count == 1 ? "is" : "are") not searched: "
      + "modules come from the spec's folder and the current one; run it from a folder that holds both"
  }

  /// Where the module's name stands.
  private static func span(of path: String, in site: ImportSite, _ file: FileModel) -> Span {
    guard site.names != nil else { return Span(Int(site.span.start), Int(site.span.start) + path.utf8.count) }
    // After `from `.
    var start = Int(site.span.start) + 4
    while start < file.source.bytes.count, file.source.bytes[start] == UInt8(ascii: " ") { start += 1 }
    return Span(start, start + path.utf8.count)
  }
}
