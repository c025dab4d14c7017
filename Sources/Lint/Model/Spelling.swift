/// "Did you mean": the known name that a misspelled one is nearest to.
enum Spelling {
  /// The nearest of some names, if one is near enough: within a third of the letters, at least one.
  static func nearest(_ name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.utf8)
    guard wanted.count > 1 else { return nil }
    let limit = max(1, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in names where candidate != name {
      let other = Array(candidate.utf8)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = name.lowercased() == candidate.lowercased() ? 0 : distance(wanted, other)
      if distance <= limit,
        distance < best?.distance ?? .max || distance == best?.distance && candidate < best?.name ?? ""
      {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// The Damerau–Levenshtein distance (optimal string alignment): inserted, deleted, replaced and swapped letters.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in b.indices {
        let cost = a[i] == b[j] ? 0 : 1
        current[j + 1] = min(previous[j + 1] + 1, current[j] + 1, previous[j] + cost)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { current[j + 1] = min(current[j + 1], before[j - 1] + 1) }
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
