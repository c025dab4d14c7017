import Lang
import Runtime

/// What a word at the cursor could become.
struct Completion {
  let repl: Repl

  /// The beginning that is to be replaced, and what it could become, in order.
  func candidates(_ line: String) -> (start: String, candidates: [String]) {
    if let path = textBeginning(line) { return path }
    let word = String(
      line.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "%" }.reversed())
    if word.hasPrefix("%") {
      let names = [
        "load", "reload", "save", "time", "timeit", "lint", "host", "headers", "verbose", "history", "curl", "who",
        "help",
      ]
      return (word, names.map { "%" + $0 }.filter { $0.hasPrefix(word) })
    }
    let trimmed = line.drop { $0 == " " }
    if trimmed.hasPrefix("import ") || trimmed.hasPrefix("from "), !trimmed.contains(" import ") {
      let names = Library.moduleNames.union(["locust", "requests", "gevent"])
      return (word, names.filter { $0.hasPrefix(word) }.sorted())
    }
    if trimmed.hasPrefix("from "), trimmed.contains(" import ") {
      let module = trimmed.dropFirst(5).prefix { $0 != " " }
      guard let value = self.module(String(module)) else { return (word, []) }
      return (word, matching(word, Introspection.names(value)))
    }
    guard let dot = word.lastIndex(of: ".") else {
      let keywords = keywords(line)
      return (word, (keywords + matching(word, names())).filter { $0.hasPrefix(word) })
    }
    let owner = String(word[..<dot])
    let start = String(word[word.index(after: dot)...])
    guard let value = value(of: owner) else { return (start, []) }
    return (start, matching(start, Introspection.names(value)))
  }

  private func module(_ name: String) -> Value? {
    do throws(Raised) { return try SpecModules.load(name)?.value } catch { return nil }
  }

  private func matching(_ start: String, _ names: [String]) -> [String] {
    Set(names).filter { $0.hasPrefix(start) && (start.hasPrefix("_") || !$0.hasPrefix("_")) && !$0.hasPrefix("<") }
      .sorted()
  }

  private func names() -> [String] {
    let words = [
      "False", "None", "True", "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else",
      "except",
      "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "not", "or", "pass", "raise", "return",
      "try", "while", "with", "yield",
    ]
    return repl.bench.namespace.names.map(\.name) + Interpreter.builtins.names.map(\.name) + words
  }

  /// The keyword arguments of the call whose bracket is open at the end of a line.
  private func keywords(_ line: String) -> [String] {
    var depth = 0
    var index = line.endIndex
    while index > line.startIndex {
      index = line.index(before: index)
      if line[index] == ")" { depth += 1 }
      guard line[index] == "(" else { continue }
      if depth > 0 {
        depth -= 1
        continue
      }
      let before = line[..<index]
      let name = String(before.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }.reversed())
      guard let value = value(of: name), let signature = Introspection.signature(value) else { return [] }
      return signature.keywords.filter { $0 != "self" }.map { $0 + "=" }
    }
    return []
  }

  /// Within a string: the URLs that were used, or the keys of the dict that is indexed.
  private func textBeginning(_ line: String) -> (start: String, candidates: [String])? {
    guard let quote = line.lastIndex(where: { $0 == "\"" || $0 == "'" }) else { return nil }
    guard line[..<quote].filter({ $0 == line[quote] }).count % 2 == 0 else { return nil }
    let start = String(line[line.index(after: quote)...])
    let before = line[..<quote]
    if before.hasSuffix("[") {
      let name = String(
        before.dropLast().reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }.reversed())
      guard let value = value(of: name), value.isKind(.dict) else { return (start, []) }
      let keys = Dict.pairs(value).compactMap { $0.key.isKind(.str) ? Str.swift($0.key) : nil }
      return (start, keys.filter { $0.hasPrefix(start) }.sorted())
    }
    let paths = repl.urls.map { url in
      guard let host = repl.host, url.hasPrefix(host) else { return url }
      return String(url.dropFirst(host.count))
    }
    return (start, Set(paths).filter { !$0.isEmpty && $0.hasPrefix(start) }.sorted())
  }

  /// What a dotted name stands for; found without running any code.
  func value(of name: String) -> Value? {
    var parts = name.split(separator: ".").map(String.init)[...]
    guard let first = parts.popFirst() else { return nil }
    guard var value = repl.bench.namespace[first] ?? Interpreter.builtins[first] else { return nil }
    for part in parts {
      guard let next = Introspection.member(value, part) else { return nil }
      value = next
    }
    return value
  }
}
