import Lang

/// KD309: a caught response that is marked on some paths only.
enum UnmarkedResponseRule: Rule {
  static let info = RuleInfo(
    "KD309", "unmarked-response", .warning,
    summary: "A caught response is never marked, or marked as success on some paths and not at all on others.",
    why: """
      A response that is neither marked by success() nor by failure() is judged by its status. A block that calls \
      success() in one branch mostly means that all else is a failure, and should say so. A block that marks nothing \
      has no use for catch_response=True. Calling failure() alone is fine: the rest then is a success.
      """,
    bad: """
      with self.client.get("/", catch_response=True) as response:
          if "Welcome" in response.text:
              response.success()
      """,
    good: """
      with self.client.get("/", catch_response=True) as response:
          if "Welcome" in response.text:
              response.success()
          else:
              response.failure("no welcome")
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    for site in file.withs {
      for item in site.items {
        guard let target = item.target, let name = target.kind.name, catches(item.context, site, file) else { continue }
        var body = Marks(name: name)
        let isMarked = body.marks(site.body)
        if body.isHandedOn(site.body) { continue }
        if body.successes == 0 && body.failures == 0 {
          report(
            "the response is never marked: catch_response=True has no effect", at: target.span,
            hint: "call \(name).failure(…) when it isn't what it should be")
        } else if body.successes > 0, !isMarked {
          report(
            "the response isn't marked on every path", at: target.span,
            hint: "call \(name).failure(…) on the paths that don't call \(name).success()")
        }
      }
    }
  }

  private static func catches(_ context: Expr, _ site: WithSite, _ file: FileModel) -> Bool {
    guard case .call(let function, _, let keywords) = context.kind,
      case .attribute(let client, let verb, _) = function.kind, FileModel.verbs.contains(verb),
      file.isClient(client, in: site.place.scope)
    else { return false }
    return keywords.contains { $0.name == "catch_response" && $0.value.kind.isTrue }
  }
}

/// Follows the paths through a block: does each of them mark a response?
private struct Marks {
  let name: String
  var successes = 0
  var failures = 0

  /// Whether every path through a block marks the response or leaves it by an exception.
  mutating func marks(_ block: [Stmt]) -> Bool {
    var result = false
    for statement in block { if marks(statement) { result = true } }
    return result
  }

  private mutating func marks(_ statement: Stmt) -> Bool {
    switch statement.kind {
    case .expr(let value): return isMark(value)
    case .raise: return true
    case .if(_, let body, let orElse):
      let first = marks(body)
      let second = marks(orElse)
      return first && second
    case .for(_, _, let body, let orElse, _), .while(_, let body, let orElse):
      _ = marks(body)
      return marks(orElse)
    case .with(_, let body, _): return marks(body)
    case .try(let body, let handlers, let orElse, let finalBody, _):
      let inBody = marks(body)
      let inElse = marks(orElse)
      var all = inBody || inElse
      for handler in handlers { if !marks(handler.body) { all = false } }
      return marks(finalBody) || all
    case .match(_, let cases):
      var all = !cases.isEmpty
      for candidate in cases { if !marks(candidate.body) { all = false } }
      return all
    default: return false
    }
  }

  private mutating func isMark(_ value: Expr) -> Bool {
    guard case .call(let function, _, _) = value.kind, case .attribute(let owner, let method, _) = function.kind,
      owner.kind.name == name
    else { return false }
    if method == "success" { successes += 1 }
    if method == "failure" || method == "raise_for_status" { failures += 1 }
    return ["success", "failure", "raise_for_status"].contains(method)
  }

  /// Whether a block gives the response itself away, to a function that may mark it.
  func isHandedOn(_ block: [Stmt]) -> Bool {
    var finder = NameUse(name: name)
    finder.visit(block)
    return finder.isBare
  }
}

/// Looks for a name that is used as a whole: not before a dot.
private struct NameUse {
  let name: String
  var isBare = false

  mutating func visit(_ block: [Stmt]) { for statement in block { visit(statement) } }

  private mutating func visit(_ statement: Stmt) {
    switch statement.kind {
    case .expr(let value), .assign(_, let value), .augAssign(_, _, let value): visit(value)
    case .annAssign(_, _, let value, _), .return(let value): if let value { visit(value) }
    case .if(let test, let body, let orElse), .while(let test, let body, let orElse):
      visit(test)
      visit(body)
      visit(orElse)
    case .for(_, let iter, let body, let orElse, _):
      visit(iter)
      visit(body)
      visit(orElse)
    case .with(let items, let body, _):
      for item in items { visit(item.context) }
      visit(body)
    case .try(let body, let handlers, let orElse, let finalBody, _):
      for block in [body, orElse, finalBody] + handlers.map(\.body) { visit(block) }
    case .match(let subject, let cases):
      visit(subject)
      for candidate in cases { visit(candidate.body) }
    // What a function within does with it isn't followed.
    case .functionDef: isBare = true
    default: break
    }
  }

  private mutating func visit(_ expression: Expr) {
    switch expression.kind {
    case .name(let used): if used == name { isBare = true }
    case .attribute(let value, _, _): if value.kind.name == nil { visit(value) }
    case .call(let function, let arguments, let keywords):
      visit(function)
      for argument in arguments { visit(argument) }
      for keyword in keywords { visit(keyword.value) }
    case .list(let elements), .tuple(let elements), .set(let elements): for element in elements { visit(element) }
    case .dict(let entries): for entry in entries { visit(entry.value) }
    case .starred(let inner), .await(let inner), .namedExpr(_, let inner): visit(inner)
    case .ifExp(_, let body, let orElse):
      visit(body)
      visit(orElse)
    default: break
    }
  }
}
