import Lang

/// KD308: `catch_response=True` without `with`.
enum CatchResponseRule: Rule {
  static let info = RuleInfo(
    "KD308", "catch-response", .error,
    summary: "catch_response=True is given, but the response isn't caught in a `with`.",
    why: """
      A request with catch_response=True is counted when its `with` block ends. Without one it is never counted: it is \
      missing from the statistics. A `with` that doesn't name the response can't mark it, so catch_response has no use.
      """,
    bad: """
      response = self.client.get("/", catch_response=True)
      if response.status_code != 200:
          response.failure("not found")
      """,
    good: """
      with self.client.get("/", catch_response=True) as response:
          if response.status_code != 200:
              response.failure("not found")
      """,
    fix: "The keyword is removed where the response isn't used (unsafe).")

  static func check(_ file: FileModel, _ report: Reporter) {
    for (call, _) in file.requests {
      guard let keyword = call.keyword("catch_response"), keyword.value.kind.isTrue else { continue }
      switch call.use {
      case .statement:
        report(
          "the request is never counted: catch_response=True needs a 'with'", at: keyword.span,
          hint: "write with … as response:, or leave catch_response out", fix: removal(of: keyword, from: call))
      case .assigned(let name):
        if file.isEntered(name, in: call.place.function) || isHandedOn(name, call, file) { continue }
        report(
          "the request is never counted: catch_response=True needs a 'with'", at: keyword.span,
          hint: "write with … as \(name):")
      case .with(isNamed: false):
        report(
          "catch_response=True has no effect: the response has no name by which to mark it", at: keyword.span,
          hint: "write as response, or leave catch_response out", fix: removal(of: keyword, from: call))
      default: break
      }
    }
  }

  /// Whether a variable is returned or given to something else, which may enter it.
  private static func isHandedOn(_ name: String, _ call: CallSite, _ file: FileModel) -> Bool {
    call.place.scope.readPlaces[name]?.contains { !file.ownerPlaces.contains($0) } ?? false
  }

  private static func removal(of keyword: KeywordArgument, from call: CallSite) -> Fix? {
    let others = call.arguments.map(\.span) + call.keywords.map(\.span)
    guard let before = others.filter({ $0.end <= keyword.span.start }).map(\.end).max() else { return nil }
    return Fix(
      "Leave catch_response out", replace: Span(Int(before), Int(keyword.span.end)), with: "", isSafe: false)
  }
}
