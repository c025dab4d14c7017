import Lang

/// What a file says of where modules lie: its imports, and the folders that it adds to `sys.path`.
struct ModuleOutline {
  /// An import, wherever in the file it stands.
  struct Import {
    /// The module's name without its dots; empty for `from . import x`.
    let name: String
    /// How many dots stand before it.
    let level: Int
    /// What is taken from it, which may be modules in it.
    let names: [String]
  }

  private(set) var imports: [Import] = []
  /// The folders that come before those of `sys.path`, by whole paths.
  private(set) var first: [String] = []
  /// Those that come after them.
  private(set) var last: [String] = []
  /// Whether it adds what can only be told by running it.
  private(set) var addsUnknown = false

  private var paths: PathValues
  /// What `sys` is called.
  private var systemNames: Set<String> = ["sys"]
  private var additions: [(value: Expr, isList: Bool, comesFirst: Bool)] = []

  /// The outline of a file.
  ///
  /// - Parameters:
  ///   - file: the file's whole path.
  ///   - current: the current folder.
  init(_ module: Module, file: String, current: String) {
    paths = PathValues(file: file, current: current)
    walk(module.body)
    for addition in additions {
      let items: [Expr]
      switch (addition.isList, addition.value.kind) {
      case (true, .list(let elements)), (true, .tuple(let elements)): items = elements
      case (true, _):
        addsUnknown = true
        continue
      case (false, _): items = [addition.value]
      }
      let found = items.compactMap { paths.text($0) }.map(paths.whole)
      if found.count < items.count { addsUnknown = true }
      if addition.comesFirst { first = found + first } else { last += found }
    }
  }

  private mutating func walk(_ statements: [Stmt]) { for statement in statements { walk(statement) } }

  private mutating func walk(_ statement: Stmt) {
    switch statement.kind {
    case .import(let aliases):
      for alias in aliases {
        imports.append(Import(name: alias.name, level: 0, names: []))
        if alias.name == "sys", let name = alias.asName { systemNames.insert(name) }
      }
    case .importFrom(let module, let aliases, let level):
      imports.append(Import(name: module ?? "", level: level, names: aliases.map(\.name)))
    case .expr(let value): note(call: value)
    case .assign(let targets, let value):
      for target in targets { note(target, value) }
    case .annAssign(let target, _, let value?, _): note(target, value)
    case .augAssign(let target, _, let value):
      if isPath(target) { additions.append((value, true, false)) } else { note(target, nil) }
    case .functionDef(let definition): walk(definition.body)
    case .classDef(let definition): walk(definition.body)
    case .for(let target, _, let body, let orElse, _):
      note(target, nil)
      walk(body)
      walk(orElse)
    case .while(_, let body, let orElse), .if(_, let body, let orElse):
      walk(body)
      walk(orElse)
    case .with(_, let body, _): walk(body)
    case .match(_, let cases): for one in cases { walk(one.body) }
    case .try(let body, let handlers, let orElse, let finalBody, _):
      walk(body)
      for handler in handlers { walk(handler.body) }
      walk(orElse)
      walk(finalBody)
    default: break
    }
  }

  private func isPath(_ expression: Expr) -> Bool {
    guard case .attribute(let owner, "path", _) = expression.kind, let name = owner.kind.name else { return false }
    return systemNames.contains(name)
  }

  private mutating func note(_ target: Expr, _ value: Expr?) {
    switch target.kind {
    case .name(let name): paths.assign(name, value)
    case .attribute where isPath(target):
      // `sys.path = [folder] + sys.path`, or the other way round.
      guard let value, case .binOp(let left, .add, let right) = value.kind, isPath(left) || isPath(right) else {
        addsUnknown = true
        return
      }
      additions.append(isPath(right) ? (left, true, true) : (right, true, false))
    case .subscript(let owner, let index) where isPath(owner):
      guard let value else { return }
      if case .slice = index.kind {
        additions.append((value, true, true))
      } else {
        additions.append((value, false, true))
      }
    default: break
    }
  }

  private mutating func note(call expression: Expr) {
    guard case .call(let function, let arguments, _) = expression.kind,
      case .attribute(let owner, let name, _) = function.kind, isPath(owner)
    else { return }
    switch name {
    case "append" where arguments.count == 1: additions.append((arguments[0], false, false))
    case "insert" where arguments.count == 2: additions.append((arguments[1], false, true))
    case "extend" where arguments.count == 1: additions.append((arguments[0], true, false))
    default: break
    }
  }
}

/// The paths that expressions give, where they are made of literals, `__file__` and the current folder alone.
private struct PathValues {
  let file: String
  let current: String
  /// What names are assigned; nil where that is more than one thing, or none that stands there.
  private var values: [String: Expr?] = [:]
  private let budget = Budget()

  /// How many expressions are still looked at in the file: names that stand for others twice each would make no end.
  private final class Budget {
    var left = 20_000
  }

  init(file: String, current: String) {
    self.file = file
    self.current = current
  }

  mutating func assign(_ name: String, _ value: Expr?) {
    values[name] = .some(values[name] == nil ? value : nil)
  }

  /// A path from the root, without dots.
  func whole(_ path: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : current + "/" + path).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The text of a path; nil where that can't be told.
  func text(_ expression: Expr, depth: Int = 0) -> String? {
    budget.left -= 1
    guard depth < 20, budget.left > 0 else { return nil }
    func text(_ expression: Expr) -> String? { self.text(expression, depth: depth + 1) }
    switch expression.kind {
    case .constant(.string): return expression.kind.text
    case .name("__file__"): return file
    case .name(let name):
      guard let value = values[name] ?? nil else { return nil }
      return text(value)
    case .binOp(let left, .add, let right):
      guard let left = text(left), let right = text(right) else { return nil }
      return left + right
    case .binOp(let left, .div, let right):
      guard let left = text(left), let right = text(right) else { return nil }
      return join([left, right])
    case .joinedString(let parts):
      var result = ""
      for part in parts {
        switch part {
        case .literal(let bytes): result += String(decoding: bytes, as: UTF8.self)
        case .replacement(let value, nil, nil):
          guard let value = text(value) else { return nil }
          result += value
        case .replacement: return nil
        }
      }
      return result
    case .attribute(let owner, let name, _):
      switch name {
      case "parent": return text(owner).map(parent)
      case "pardir": return ".."
      case "curdir": return "."
      case "sep": return "/"
      default: return nil
      }
    case .subscript(let value, let index):
      guard case .attribute(let owner, "parents", _) = value.kind, let path = text(owner),
        let count = index.kind.number, count >= 0, count < 100
      else { return nil }
      return (0...Int(count)).reduce(path) { path, _ in parent(path) }
    case .call(let function, let arguments, let keywords):
      guard keywords.isEmpty || arguments.isEmpty else { return nil }
      return call(function, arguments.map(text), text)
    default: return nil
    }
  }

  private func call(_ function: Expr, _ arguments: [String?], _ text: (Expr) -> String?) -> String? {
    guard let name = function.kind.dottedName?.split(separator: ".").last.map(String.init) ?? method(function) else {
      return nil
    }
    let given = arguments.compactMap { $0 }
    guard given.count == arguments.count else { return nil }
    var owner: String?
    if case .attribute(let value, _, _) = function.kind { owner = text(value) }
    switch name {
    case "join": return owner == nil && !given.isEmpty ? join(given) : nil
    case "dirname": return given.first.map(folder)
    case "abspath", "realpath", "normpath": return given.first.map(whole)
    case "getcwd", "cwd": return current
    case "str", "fspath": return given.first
    case "Path", "PurePath", "PosixPath": return given.isEmpty ? "." : join(given)
    case "resolve", "absolute": return owner.map(whole)
    case "as_posix": return owner
    case "joinpath": return owner.map { join([$0] + given) }
    default: return nil
    }
  }

  private func method(_ function: Expr) -> String? {
    if case .attribute(_, let name, _) = function.kind { name } else { nil }
  }

  private func join(_ parts: [String]) -> String {
    parts.reduce("") { path, part in
      part.hasPrefix("/") || path.isEmpty ? part : path.hasSuffix("/") ? path + part : path + "/" + part
    }
  }

  /// What `os.path.dirname` gives.
  private func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What `Path.parent` gives, from which dots at the end have gone.
  private func parent(_ path: String) -> String {
    let folder = folder(path.hasSuffix("/") ? String(path.dropLast()) : path)
    return folder.isEmpty ? "." : folder
  }
}
