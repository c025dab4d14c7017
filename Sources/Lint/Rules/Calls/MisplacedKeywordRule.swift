import Lang

/// KD203: a keyword of the request within the brackets of a call inside it.
enum MisplacedKeywordRule: Rule {
  static let info = RuleInfo(
    "KD203", "misplaced-keyword", .error,
    summary: "A keyword argument of a request stands within an inner call that was closed too late.",
    why: """
      `client.get(str(item, name="/x"))` gives `name` to `str`, which doesn't know it. `"…".format(item, name="/x")` is \
      worse: it takes the argument without a word, and the request is measured under its full URL.
      """,
    bad: """
      self.client.get("/item/{}".format(item_id, name="/item/[id]"))
      """,
    good: """
      self.client.get("/item/{}".format(item_id), name="/item/[id]")
      """,
    fix: "The bracket is moved in front of the argument.")

  private static let keywords: Set<String> = [
    "name", "headers", "catch_response", "json", "data", "params", "timeout", "verify", "allow_redirects", "auth",
    "cookies", "files", "stream", "context",
  ]

  static func check(_ file: FileModel, _ report: Reporter) {
    for call in file.calls where !call.keywords.isEmpty {
      guard let first = call.keywords.firstIndex(where: { isMisplaced($0, in: call, file) }),
        let name = call.keywords[first].name
      else { continue }
      let keyword = call.keywords[first]
      let span = Span(Int(keyword.span.start), Int(keyword.span.start) + name.utf8.count)
      report(
        "'\(name)=' is an argument of the request, but stands within \(call.function.kind.shortName)()", at: span,
        hint: "close the bracket of \(call.function.kind.shortName)() before it", fix: fix(call, first, file))
    }
  }

  /// Whether a keyword of a call is meant for the request that the call is an argument of.
  static func isMisplaced(_ keyword: KeywordArgument, in call: CallSite, _ file: FileModel) -> Bool {
    guard case .argument(let outer, _) = call.use, let name = keyword.name, keywords.contains(name) else {
      return false
    }
    let request = file.calls[outer]
    guard case .attribute(let client, let verb, _) = request.function.kind, FileModel.verbs.contains(verb),
      file.isClient(client, in: request.place.scope), request.keyword(name) == nil
    else { return false }
    if case .attribute(let text, "format", _) = call.function.kind {
      guard let template = text.kind.text else { return false }
      return !template.contains("{" + name)
    }
    guard let (signature, _) = file.signature(call) else { return false }
    return signature.keywordVariadic == nil && !signature.keywords.contains(name)
  }

  /// Moves the keywords from the first misplaced one on behind the inner call.
  private static func fix(_ call: CallSite, _ first: Int, _ file: FileModel) -> Fix? {
    let moved = call.keywords[first...]
    guard moved.allSatisfy({ isMisplaced($0, in: call, file) }), let last = moved.last else { return nil }
    let before = (call.arguments.map(\.span) + call.keywords[..<first].map(\.span)).map(\.end).max()
    guard let before, before <= call.keywords[first].span.start else { return nil }
    let piece = Span(Int(before), Int(last.span.end))
    let close = Int(call.span.end)
    return Fix(
      "Close the inner call before the argument",
      [Diagnostic.Edit(piece, ""), Diagnostic.Edit(Span(close, close), file.text(piece))])
  }
}

extension ExprKind {
  /// The last name of what is called.
  var shortName: String {
    switch self {
    case .name(let name): name
    case .attribute(_, let name, _): name
    default: "the call"
    }
  }
}
