import Lang

/// KD405: events by old names, and `events.x += f`.
enum LegacyEventRule: Rule {
  static let info = RuleInfo(
    "KD405", "legacy-event", .warning,
    summary: "An event is used by its old name, or a listener is added with +=.",
    why: """
      hatch_complete became spawning_complete in Locust 1.2, request_success and request_failure became one event, \
      request, in 1.5, and listeners are added with add_listener since 1.0. Katydid still knows all of them; current \
      Locust raises AttributeError or TypeError.
      """,
    bad: """
      from locust import events


      def started(**kwargs):
          print("started")


      events.locust_start_hatching += started
      """,
    good: """
      from locust import events


      @events.test_start.add_listener
      def started(**kwargs):
          print("started")
      """,
    fix: "The event is renamed; += is replaced by add_listener.")

  private static let names = [
    "hatch_complete": "spawning_complete", "locust_start_hatching": "test_start", "locust_stop_hatching": "test_stop",
    "slave_report": "worker_report", "locust_error": "user_error",
  ]

  static func check(_ file: FileModel, _ report: Reporter) {
    for site in file.attributes where isOld(site.name) && isEvents(site.value, site.place, file) {
      if let new = names[site.name] {
        report(
          "'events.\(site.name)' is an old name", at: site.nameSpan, hint: "it is called \(new) now",
          fix: Fix("Rename to \(new)", replace: site.nameSpan, with: new))
      } else if site.name == "request_success" || site.name == "request_failure" {
        report(
          "'events.\(site.name)' ended with Locust 2.15", at: site.nameSpan,
          hint: "listen to events.request: its argument 'exception' is None for a success")
      }
    }
    for site in file.assignments where site.isAugmented {
      guard case .attribute(let value, let name, _)? = site.targets.first?.kind, isEvents(value, site.place, file),
        let target = site.targets.first
      else { continue }
      let start = Int(target.span.end)
      report(
        "a listener is added with +=, the way before Locust 1.0", at: site.span,
        hint: "write events.\(name).add_listener(\(file.text(site.value.span)))",
        fix: Fix(
          "Write add_listener(…)",
          [
            Diagnostic.Edit(Span(start, Int(site.value.span.start)), ".add_listener("),
            Diagnostic.Edit(Span(Int(site.value.span.end), Int(site.value.span.end)), ")"),
          ]))
    }
  }

  private static func isOld(_ name: String) -> Bool {
    names[name] != nil || name == "request_success" || name == "request_failure"
  }

  private static func isEvents(_ value: Expr, _ place: Place, _ file: FileModel) -> Bool {
    if case .attribute(_, "events", _) = value.kind { return file.usesLocust }
    guard value.kind.name != nil, case .value(let found)? = file.known(value, in: place.scope) else { return false }
    return found.bits == file.knowledge.member("locust", "events")?.bits
  }
}
