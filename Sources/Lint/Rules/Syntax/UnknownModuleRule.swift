import Lang

/// KD004: a module that is nowhere.
enum UnknownModuleRule: Rule {
  static let info = RuleInfo(
    "KD004", "unknown-module", .error,
    summary: "An import of a module that is neither in the library nor beside the spec.",
    why: """
      No Python is installed where a spec runs, so packages from PyPI aren't there: only what Katydid brings along and \
      the files beside the spec can be imported. The import would fail before the first request.
      """,
    bad: """
      import jsno
      """,
    good: """
      import json
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    for site in file.imports where !site.isGuarded {
      let path = site.module.drop { $0 == "." }
      // `from . import x` looks for x beside the file.
      guard !path.isEmpty, case .missing = file.answer(String(path)),
        !site.module.hasPrefix(".")
      else { continue }
      let near = Spelling.nearest(String(path), among: Library.moduleNames)
      report(
        "no module named '\(path)'", at: span(of: path, in: site, file),
        hint: near.map { "did you mean '\($0)'?" }
          ?? "put its file beside the spec, or do without it: packages can't be installed on the workers",
        fix: near.map {
          Fix("Replace with '\($0)'", replace: span(of: path, in: site, file), with: $0, isSafe: false)
        })
    }
  }

  /// Where the module's name stands.
  private static func span(of path: Substring, in site: ImportSite, _ file: FileModel) -> Span {
    guard site.names != nil else { return Span(Int(site.span.start), Int(site.span.start) + path.utf8.count) }
    // After `from `.
    var start = Int(site.span.start) + 4
    while start < file.source.bytes.count, file.source.bytes[start] == UInt8(ascii: " ") { start += 1 }
    return Span(start, start + path.utf8.count)
  }
}
