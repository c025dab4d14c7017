/// What is due when: a binary heap. Nothing is taken out early; who wakes checks that the connection is still the same.
struct TimerQueue {
  struct Entry {
    /// On the monotonic clock, in ns.
    let due: UInt64
    let key: Connection.Key
  }

  private var entries: [Entry] = []

  /// When the earliest is due.
  var next: UInt64? { entries.first?.due }

  mutating func add(_ due: UInt64, _ key: Connection.Key) {
    entries.append(Entry(due: due, key: key))
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard entries[child].due < entries[parent].due else { return }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes the earliest that is due at a time.
  mutating func pop(dueAt now: UInt64) -> Entry? {
    guard let first = entries.first, first.due <= now else { return nil }
    let last = entries.removeLast()
    if entries.isEmpty { return first }
    entries[0] = last
    var parent = 0
    while true {
      var smallest = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < entries.count && entries[child].due < entries[smallest].due {
        smallest = child
      }
      if smallest == parent { return first }
      entries.swapAt(parent, smallest)
      parent = smallest
    }
  }
}
