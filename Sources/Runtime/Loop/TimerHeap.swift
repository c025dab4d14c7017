/// The timers of waiting fibers: a four-way heap by time. Each fiber has at most one timer and knows its place, so
/// that cancelling needs no search.
struct TimerHeap {
  private struct Entry {
    var time: UInt64
    var fiber: Unmanaged<Fiber>
  }

  private var entries: [Entry] = []

  /// The time of the earliest timer, in ns on the monotonic clock.
  @inline(__always)
  var next: UInt64? { entries.isEmpty ? nil : entries[0].time }

  /// How many fibers have a timer.
  var count: Int { entries.count }

  /// Adds the timer of a fiber that has none.
  mutating func add(_ time: UInt64, _ fiber: Fiber) {
    let entry = Entry(time: time, fiber: .passUnretained(fiber))
    entries.append(entry)
    siftUp(entries.count - 1, entry)
  }

  /// Takes out the timer of a fiber that has one.
  mutating func remove(_ fiber: Fiber) {
    let index = fiber.timerIndex
    fiber.timerIndex = -1
    let last = entries.removeLast()
    guard index < entries.count else { return }
    if index > 0, last.time < entries[(index - 1) / 4].time {
      siftUp(index, last)
    } else {
      siftDown(index, last)
    }
  }

  /// Takes out the earliest timer if it is due.
  mutating func pop(dueAt now: UInt64) -> Fiber? {
    guard !entries.isEmpty, entries[0].time <= now else { return nil }
    let fiber = entries[0].fiber.takeUnretainedValue()
    remove(fiber)
    return fiber
  }

  /// Forgets every timer.
  mutating func removeAll() {
    for entry in entries { entry.fiber._withUnsafeGuaranteedRef { $0.timerIndex = -1 } }
    entries.removeAll()
  }

  private mutating func place(_ entry: Entry, at index: Int) {
    entries[index] = entry
    entry.fiber._withUnsafeGuaranteedRef { $0.timerIndex = index }
  }

  private mutating func siftUp(_ start: Int, _ entry: Entry) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 4
      if entries[parent].time <= entry.time { break }
      place(entries[parent], at: index)
      index = parent
    }
    place(entry, at: index)
  }

  private mutating func siftDown(_ start: Int, _ entry: Entry) {
    var index = start
    while true {
      let first = index * 4 + 1
      if first >= entries.count { break }
      var smallest = first
      for child in first..<min(first + 4, entries.count) where entries[child].time < entries[smallest].time {
        smallest = child
      }
      if entry.time <= entries[smallest].time { break }
      place(entries[smallest], at: index)
      index = smallest
    }
    place(entry, at: index)
  }
}
