import Lang

/// KD305: a URL that varies from request to request, without `name=`.
enum VaryingURLRule: Rule {
  static let info = RuleInfo(
    "KD305", "varying-url", .warning,
    summary: "A URL that varies from request to request is measured under its own name each time.",
    why: """
      Statistics are kept by name, and without `name=` the name is the URL. A URL with an id or a random part in it \
      makes a row of its own for every value: the table floods, its percentiles say nothing, and memory grows on every \
      worker and the master.
      """,
    bad: """
      self.client.get(f"/item/{item_id}")
      """,
    good: """
      self.client.get(f"/item/{item_id}", name="/item/[id]")
      """)

  static func check(_ file: FileModel, _ report: Reporter) {
    // A name set on the client counts for all that follow.
    if file.storedAttributes.contains("request_name") { return }
    for (call, verb) in file.requests where !call.hasSpread && call.keyword("name") == nil {
      if verb == "request", call.arguments.count > 2 { continue }
      guard let url = FileModel.url(call, verb), let how = variation(url, in: call.place, file, 0),
        !file.isRenamed(call.span)
      else { continue }
      let shown = suggestion(url, call.place, file)
      report(
        "the URL varies from request to request (\(how)): each makes a row of its own in the statistics",
        at: url.span, hint: "add \(shown.map { "name=\"\($0)\"" } ?? "name=…") to measure them together")
    }
  }

  /// How a URL varies; nil when it doesn't, as far as can be seen.
  private static func variation(_ url: Expr, in place: Place, _ file: FileModel, _ depth: Int) -> String? {
    guard depth < 6 else { return nil }
    func varies(_ expression: Expr) -> Bool { !isConstant(expression, in: place.scope, file, depth + 1) }
    switch url.kind {
    case .joinedString(let parts):
      let isVarying = parts.contains { part in
        guard case .replacement(let value, _, _) = part else { return false }
        return varies(value)
      }
      return isVarying ? "f-string" : nil
    case .binOp(let left, .add, let right):
      return varies(left) || varies(right) ? "concatenation" : nil
    case .binOp(let left, .mod, let right) where left.kind.text != nil: return varies(right) ? "% formatting" : nil
    case .call(let function, let arguments, let keywords):
      guard case .attribute(let text, let method, _) = function.kind, method == "format",
        text.kind.text != nil || text.kind.name != nil
      else { return nil }
      return (arguments + keywords.map(\.value)).contains(where: varies) ? "str.format" : nil
    case .name(let name):
      guard let (scope, bindings) = place.scope.resolve(name), bindings.count == 1,
        case .assignment(let value) = bindings[0].kind, scope.kind == .function
      else { return nil }
      let inner = Place(scope: scope, function: place.function, cls: place.cls, loop: 0, isGuarded: false)
      return variation(value, in: inner, file, depth + 1)
    default: return nil
    }
  }

  /// Whether an expression has one value for the whole run.
  private static func isConstant(_ expression: Expr, in scope: ScopeModel, _ file: FileModel, _ depth: Int) -> Bool {
    guard depth < 8 else { return true }
    switch expression.kind {
    case .constant: return true
    case .joinedString(let parts):
      return parts.allSatisfy { part in
        guard case .replacement(let value, _, _) = part else { return true }
        return isConstant(value, in: scope, file, depth + 1)
      }
    case .binOp(let left, _, let right):
      return isConstant(left, in: scope, file, depth + 1) && isConstant(right, in: scope, file, depth + 1)
    case .tuple(let elements), .list(let elements):
      return elements.allSatisfy { isConstant($0, in: scope, file, depth + 1) }
    case .name(let name):
      guard let (owner, bindings) = scope.resolve(name) else { return true }
      // What a module sets once stays.
      if owner.kind == .module { return bindings.count == 1 }
      guard bindings.count == 1, case .assignment(let value) = bindings[0].kind else { return false }
      return isConstant(value, in: owner, file, depth + 1)
    case .attribute(let value, let name, _):
      if ["host", "base_url"].contains(name) { return true }
      if case .value? = file.known(value, in: scope) { return true }
      // A class attribute that no method assigns to.
      guard let cls = value.kind.name.flatMap({ file.owner(of: $0, in: scope) }) else {
        if case .localClass? = file.known(value, in: scope) { return !file.storedAttributes.contains(name) }
        return false
      }
      return cls.inherited(name) != nil && !file.storedAttributes.contains(name)
    case .call(let function, let arguments, _):
      // What the environment says stays; what else is called may differ.
      switch function.kind.dottedName {
      case "os.getenv"?, "os.environ.get"?: return true
      case "str"?, "quote"?, "urllib.parse.quote"?:
        return arguments.allSatisfy { isConstant($0, in: scope, file, depth + 1) }
      default: return false
      }
    case .subscript(let value, _): return value.kind.dottedName == "os.environ"
    default: return false
    }
  }

  /// A name for the row: the URL with what varies in brackets.
  private static func suggestion(_ url: Expr, _ place: Place, _ file: FileModel) -> String? {
    switch url.kind {
    case .constant(.string): return url.kind.text
    case .joinedString(let parts):
      return parts.map { part in
        switch part {
        case .literal(let bytes): String(decoding: bytes, as: UTF8.self)
        case .replacement(let value, _, _):
          isConstant(value, in: place.scope, file, 0) && value.kind.dottedName?.hasSuffix("host") == true
            ? "" : "[\(label(value))]"
        }
      }.joined()
    case .binOp(let left, .add, let right):
      guard let first = suggestion(left, place, file), let second = suggestion(right, place, file) else { return nil }
      return first + second
    case .name, .attribute, .call, .subscript: return "[\(label(url))]"
    default: return nil
    }
  }

  private static func label(_ expression: Expr) -> String {
    switch expression.kind {
    case .name(let name): name
    case .attribute(_, let name, _): name
    case .call(let function, let arguments, _):
      if function.kind.name == "str" || function.kind.name == "quote", let first = arguments.first {
        label(first)
      } else if function.kind.dottedName?.hasPrefix("random.") == true {
        "random"
      } else {
        label(function)
      }
    case .subscript(_, let index): index.kind.text ?? "…"
    default: "…"
    }
  }
}
