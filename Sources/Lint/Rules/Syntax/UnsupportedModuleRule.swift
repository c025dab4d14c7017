import Lang

/// KD003: a module that the library refuses.
enum UnsupportedModuleRule: Rule {
  static let info = RuleInfo(
    "KD003", "unsupported-module", .error,
    summary: "An import of a module that Katydid refuses.",
    why: """
      A spec is sandboxed and its requests are measured, so modules that start processes, open sockets of their own, \
      block the whole worker or reach into CPython are refused. The hint is the supported way, in the words of the \
      import that would fail at run time.
      """,
    bad: """
      import subprocess

      subprocess.run(["seed-database"])
      """,
    good: """
      from locust import events


      @events.test_start.add_listener
      def seed(environment, **kwargs):
          ...
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    for site in file.imports where !site.isGuarded && !site.module.hasPrefix(".") {
      if case .refused(let reason) = file.answer(site.module) {
        report("module '\(site.module)' is not supported", at: site.span, hint: reason)
        continue
      }
      for name in site.names ?? [] {
        // `from urllib import request` imports a module, too.
        guard case .refused(let reason) = file.answer(site.module + "." + name.name) else { continue }
        report("module '\(site.module).\(name.name)' is not supported", at: name.span, hint: reason)
      }
    }
  }
}
