/// Names, each once, in the order in which they came.
///
/// Most scopes have few: to look through those takes less than to hash one, and thousands of scopes are made before a
/// test's first request.
struct NameSet {
  private static let few = 12

  /// The names in order.
  private(set) var names: [String] = []
  /// The same, once they are many.
  private var hashed: Set<String> = []

  /// Whether a name is among them.
  func contains(_ name: String) -> Bool {
    names.count > NameSet.few ? hashed.contains(name) : names.contains(name)
  }

  /// Adds a name; says whether it is new.
  @discardableResult
  mutating func insert(_ name: String) -> Bool {
    guard !contains(name) else { return false }
    names.append(name)
    if names.count == NameSet.few + 1 {
      hashed = Set(names)
    } else if names.count > NameSet.few {
      hashed.insert(name)
    }
    return true
  }

  /// Adds names.
  mutating func insert(_ others: [String]) {
    for name in others { insert(name) }
  }
}
