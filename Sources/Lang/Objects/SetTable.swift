import Glibc

/// The hash table of `set` and `frozenset`, probing and growing exactly as CPython's `setobject.c` describes (linear
/// probes of nine, then a perturbed jump; growth at three fifths, fourfold while small), because the order in which a
/// set of ints is walked is visible.
struct SetTable {
  /// An element and its hash; `unbound` where never used, `dummy` where removed.
  struct Entry {
    var key: Value
    var hash: Int
  }

  private(set) var entries: UnsafeMutablePointer<Entry>?
  private(set) var count = 0
  /// Used slots, removed ones included.
  private var fill = 0
  private var mask = 7
  /// Where `pop` looks first.
  private var finger = 0

  private static let linearProbes = 9
  private static var dummy: Value { Value(bits: 18) }

  /// Bytes outside the object's cell.
  var byteCount: Int { entries == nil ? 0 : (mask + 1) * MemoryLayout<Entry>.stride }

  /// How many slots there are to walk over.
  var slotCount: Int { entries == nil ? 0 : mask + 1 }

  /// Frees the memory.
  func release() { free(entries) }

  /// Marks the elements alive.
  func trace() {
    for slot in 0..<slotCount {
      if let element = element(at: slot) { Heap.mark(element) }
    }
  }

  /// The element in a slot, if there is one.
  @inline(__always)
  func element(at slot: Int) -> Value? {
    guard let entries else { return nil }
    let key = entries[slot].key
    return key.isUnbound || key.bits == SetTable.dummy.bits ? nil : key
  }

  /// The hash of the element in a slot.
  func hash(at slot: Int) -> Int { entries.unsafelyUnwrapped[slot].hash }

  @inline(__always)
  private func matches(_ candidate: Value, _ key: Value) throws(Raised) -> Bool {
    if candidate.bits == key.bits { return true }
    if candidate.bits == SetTable.dummy.bits { return false }
    if candidate.isKind(.str) && key.isKind(.str) { return Str.equal(candidate, key) }
    return try Operations.equal(candidate, key)
  }

  /// The slot of a key, or -1.
  func find(_ key: Value, _ hash: Int) throws(Raised) -> Int {
    guard let entries else { return -1 }
    var perturb = UInt(bitPattern: hash)
    var slot = hash & mask
    while true {
      var probe = slot
      var left = slot + SetTable.linearProbes <= mask ? SetTable.linearProbes : 0
      while true {
        if entries[probe].key.isUnbound { return -1 }
        if entries[probe].hash == hash, try matches(entries[probe].key, key) { return probe }
        if left == 0 { break }
        left -= 1
        probe += 1
      }
      perturb >>= 5
      slot = Int(truncatingIfNeeded: UInt(bitPattern: slot) &* 5 &+ 1 &+ perturb) & mask
    }
  }

  /// Adds a key if it is absent; says whether it was.
  @discardableResult
  mutating func insert(_ key: Value, _ hash: Int) throws(Raised) -> Bool {
    if try find(key, hash) >= 0 { return false }
    if entries == nil { allocate(8) }
    place(key, hash)
    fill += 1
    count += 1
    if fill * 5 >= mask * 3 { resize(count > 50000 ? count * 2 : count * 4) }
    return true
  }

  /// Puts a key that is known to be absent into the first free slot of its probe sequence.
  private func place(_ key: Value, _ hash: Int) {
    guard let entries else { return }
    var perturb = UInt(bitPattern: hash)
    var slot = hash & mask
    while true {
      var probe = slot
      var left = slot + SetTable.linearProbes <= mask ? SetTable.linearProbes : 0
      while true {
        if entries[probe].key.isUnbound {
          entries[probe] = Entry(key: key, hash: hash)
          return
        }
        if left == 0 { break }
        left -= 1
        probe += 1
      }
      perturb >>= 5
      slot = Int(truncatingIfNeeded: UInt(bitPattern: slot) &* 5 &+ 1 &+ perturb) & mask
    }
  }

  private mutating func allocate(_ size: Int) {
    let fresh: UnsafeMutablePointer<Entry> = allocateBuffer(size)
    fresh.initialize(repeating: Entry(key: .unbound, hash: 0), count: size)
    entries = fresh
    mask = size - 1
    Heap.charge(size * MemoryLayout<Entry>.stride)
  }

  private mutating func resize(_ wanted: Int) {
    var size = 8
    while size <= wanted { size *= 2 }
    let old = self
    allocate(size)
    for slot in 0..<old.slotCount {
      if let element = old.element(at: slot) { place(element, old.hash(at: slot)) }
    }
    fill = count
    old.release()
  }

  /// Removes the element in a slot.
  mutating func remove(at slot: Int) {
    entries.unsafelyUnwrapped[slot] = Entry(key: SetTable.dummy, hash: -1)
    count -= 1
  }

  /// Removes everything.
  mutating func removeAll() {
    release()
    self = SetTable()
  }

  /// Removes and gives the element that CPython's `pop` would.
  mutating func pop() -> Value? {
    guard count > 0 else { return nil }
    var slot = finger & mask
    while true {
      if let element = element(at: slot) {
        remove(at: slot)
        finger = slot + 1
        return element
      }
      slot = slot == mask ? 0 : slot + 1
    }
  }

  /// Adds the elements of another table, with CPython's growth beforehand and its short ways into an empty table.
  mutating func merge(_ other: SetTable) throws(Raised) {
    guard other.count > 0 else { return }
    if (fill + other.count) * 5 >= mask * 3 { resize((count + other.count) * 2) }
    if entries == nil { allocate(8) }
    if fill == 0 {
      if mask == other.mask, other.fill == other.count {
        if let source = other.entries { entries?.update(from: source, count: mask + 1) }
      } else {
        for slot in 0..<other.slotCount {
          if let element = other.element(at: slot) { place(element, other.hash(at: slot)) }
        }
      }
      (fill, count) = (other.count, other.count)
      return
    }
    for slot in 0..<other.slotCount {
      if let element = other.element(at: slot) { try insert(element, other.hash(at: slot)) }
    }
  }

  /// Makes room for so many more elements to come, as CPython does before it adds a dict's keys.
  mutating func prepare(_ more: Int) {
    if (fill + more) * 5 >= mask * 3 { resize((count + more) * 2) }
  }

  /// Drops the marks of removed elements when they are many.
  mutating func tidy() {
    if fill - count > mask / 4 { resize(count > 50000 ? count * 2 : count * 4) }
  }

  /// A table with the same elements, in the order that CPython's copy of a set has.
  func copy() throws(Raised) -> SetTable {
    var result = SetTable()
    try result.merge(self)
    return result
  }
}
