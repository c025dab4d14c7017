/// "Did you mean": the name that a program more likely meant, as CPython shows it behind an exception nobody caught.
enum Suggestions {
  private static let moveCost = 2
  private static let caseCost = 1
  private static let longestName = 40
  private static let mostCandidates = 750

  /// What is put behind the message of an exception; empty where nothing comes close.
  static func text(for exception: Value) -> String {
    let name: Symbol?
    let candidates: [[Symbol]]
    if Exceptions.isA(exception, .nameError) {
      name = Instance.get(exception, .name).flatMap { $0.isKind(.str) ? Symbol($0) : nil }
      candidates = name == nil ? [] : variables(of: exception)
    } else if Exceptions.isA(exception, .attributeError) {
      name = Instance.get(exception, .name).flatMap { $0.isKind(.str) ? Symbol($0) : nil }
      candidates = name == nil ? [] : attributes(of: exception)
    } else {
      return ""
    }
    guard let name else { return "" }
    for names in candidates {
      if let found = closest(to: name, among: names) { return ". Did you mean: '\(found.name)'?" }
    }
    return ""
  }

  /// What the frame that raised could see: its own variables first, then the module's, then the built-in names.
  private static func variables(of exception: Value) -> [[Symbol]] {
    guard let traceback = Exceptions.get(exception, .traceback), let last = Traceback.entries(of: traceback).last else {
      return []
    }
    return [last.code.localNames.map(\.name), last.code.namespace.names, Interpreter.builtins.names]
  }

  private static func attributes(of exception: Value) -> [[Symbol]] {
    guard let object = Instance.get(exception, .obj) else { return [] }
    let saved = Interpreter.Pending()
    defer { _ = saved.resume() }
    do throws(Raised) {
      guard let dir = Interpreter.builtins["dir"] else { return [] }
      return [List.items(try Call.call(dir, object)).filter { $0.isKind(.str) }.map { Symbol($0) }]
    } catch { return [] }
  }

  private static func closest(to name: Symbol, among names: [Symbol]) -> Symbol? {
    guard names.count < mostCandidates else { return nil }
    let wanted = Array(Str.bytes(name.value))
    var best: Symbol?
    var bestCost = Int.max
    for candidate in names where candidate != name {
      let bytes = Array(Str.bytes(candidate.value))
      // A third of the letters may differ, and what was found already must be beaten.
      let limit = min((wanted.count + bytes.count + 3) * moveCost / 6, bestCost - 1)
      let cost = distance(wanted, bytes, limit)
      if cost <= limit {
        best = candidate
        bestCost = cost
      }
    }
    return best
  }

  /// Levenshtein's distance of two names, in which a change of case alone costs less; more than `limit` where it is
  /// that far.
  private static func distance(_ a: [UInt8], _ b: [UInt8], _ limit: Int) -> Int {
    if a == b { return 0 }
    var (short, long) = (a[...], b[...])
    while let first = short.first, first == long.first { (short, long) = (short.dropFirst(), long.dropFirst()) }
    while let last = short.last, last == long.last { (short, long) = (short.dropLast(), long.dropLast()) }
    if short.isEmpty || long.isEmpty { return (short.count + long.count) * moveCost }
    if short.count > longestName || long.count > longestName { return limit + 1 }
    if long.count < short.count { swap(&short, &long) }
    if (long.count - short.count) * moveCost > limit { return limit + 1 }
    let letters = Array(short)
    var row = (1...letters.count).map { $0 * moveCost }
    var result = 0
    for (position, letter) in long.enumerated() {
      var diagonal = position * moveCost
      result = diagonal
      var least = Int.max
      for index in letters.indices {
        let replaced = diagonal + substitution(letter, letters[index])
        diagonal = row[index]
        result = min(min(result, diagonal) + moveCost, replaced)
        row[index] = result
        least = min(least, result)
      }
      if least > limit { return limit + 1 }
    }
    return result
  }

  private static func substitution(_ a: UInt8, _ b: UInt8) -> Int {
    if a == b { return 0 }
    func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
    return lower(a) == lower(b) ? caseCost : moveCost
  }
}
