import Lang

/// KD306: a URL with a host in it.
enum AbsoluteURLRule: Rule {
  static let info = RuleInfo(
    "KD306", "absolute-url", .warning,
    summary: "A request has an absolute URL, which --host can't change.",
    why: """
      A spec is run against a test system today and another tomorrow, by `--host` or `host` of the class. A request \
      with an absolute URL goes where it says all the same: a test meant for staging then loads production.
      """,
    bad: """
      self.client.get("https://shop.example.com/cart")
      """,
    good: """
      self.client.get("/cart")
      """,
    fix: "The scheme and host are cut off (unsafe).")

  static func check(_ file: FileModel, _ report: Reporter) {
    for (call, verb) in file.requests {
      guard let url = FileModel.url(call, verb), let start = beginning(url, in: call.place.scope, file, 0),
        let end = originEnd(start)
      else { continue }
      var fix: Fix?
      if let text = url.kind.text, text == start, file.text(url.span).dropFirst().dropLast() == text {
        let path = String(decoding: text.utf8.dropFirst(end), as: UTF8.self)
        let quote = file.text(url.span).first.map(String.init) ?? "\""
        fix = Fix(
          "Leave the path", replace: url.span, with: quote + (path.hasPrefix("/") ? "" : "/") + path + quote,
          isSafe: false)
      }
      report(
        "the URL is absolute: --host doesn't change where it goes", at: url.span,
        hint: "write the path alone, and set host on the class or on the command line", fix: fix)
    }
  }

  /// The text that a URL surely begins with.
  private static func beginning(_ url: Expr, in scope: ScopeModel, _ file: FileModel, _ depth: Int) -> String? {
    guard depth < 6 else { return nil }
    switch url.kind {
    case .constant(.string): return url.kind.text
    case .joinedString(let parts):
      switch parts.first {
      case .literal(let bytes)?: return String(decoding: bytes, as: UTF8.self)
      case .replacement(let value, _, nil)?: return beginning(value, in: scope, file, depth + 1)
      default: return nil
      }
    case .binOp(let left, .add, _), .binOp(let left, .mod, _): return beginning(left, in: scope, file, depth + 1)
    case .call(let function, _, _):
      guard case .attribute(let text, "format", _) = function.kind else { return nil }
      return beginning(text, in: scope, file, depth + 1)
    case .name(let name):
      guard let (owner, bindings) = scope.resolve(name), bindings.count == 1,
        case .assignment(let value) = bindings[0].kind
      else { return nil }
      return beginning(value, in: owner, file, depth + 1)
    default: return nil
    }
  }

  /// The offset after `https://host`; nil for a URL without it.
  private static func originEnd(_ url: String) -> Int? {
    for scheme in ["http://", "https://"] where url.lowercased().hasPrefix(scheme) {
      let rest = url.utf8.dropFirst(scheme.utf8.count)
      return scheme.utf8.count + rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }.count
    }
    return nil
  }
}
