import Lang

/// KD316: a request that no statistics count.
enum UnmeasuredRequestRule: Rule {
  static let info = RuleInfo(
    "KD316", "unmeasured-request", .warning,
    summary: "A task sends a request with `requests` instead of its client.",
    why: """
      Only requests of `self.client` are measured. One that is sent with `requests` loads the target, opens a new \
      connection each time, and is missing from the report. In on_start or a test_start listener that may be meant.
      """,
    bad: """
      @task
      def index(self):
          requests.get("http://localhost:8080/")
      """,
    good: """
      @task
      def index(self):
          self.client.get("/")
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    for call in file.calls where call.place.function?.isTask == true {
      guard case .attribute(let module, let verb, _) = call.function.kind, FileModel.verbs.contains(verb),
        let name = module.kind.name, let (_, bindings) = call.place.scope.resolve(name), bindings.count == 1,
        case .module(let path) = bindings[0].kind, ["requests", "httpx"].contains(path)
      else { continue }
      report(
        "this request isn't measured: it isn't sent by the user's client", at: call.function.span,
        hint: "write \(call.place.function?.firstParameter ?? "self").client.\(verb)(…)")
    }
  }
}
