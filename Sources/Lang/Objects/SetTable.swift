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
  func release() { TablePool.give(entries, mask + 1) }

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

  /// Whether a slot holds a key; nil when comparing changed the table, so that the search has to start again.
  @inline(__always)
  private static func matches(
    _ table: UnsafeMutablePointer<SetTable>, _ slot: Int, _ key: Value
  ) throws(Raised) -> Bool? {
    let candidate = table.pointee.entries.unsafelyUnwrapped[slot].key
    if candidate.bits == key.bits { return true }
    if candidate.bits == dummy.bits { return false }
    if candidate.isKind(.str) && key.isKind(.str), !Types.cls(candidate).isUserDefined, !Types.cls(key).isUserDefined {
      return Str.equal(candidate, key)
    }
    let entries = table.pointee.entries
    let isEqual = try Operations.equal(candidate, key)
    guard table.pointee.entries == entries, slot <= table.pointee.mask,
      entries.unsafelyUnwrapped[slot].key.bits == candidate.bits
    else { return nil }
    return isEqual
  }

  /// The slot of a key, or the complement of the free one where it would be put.
  ///
  /// Comparing keys may run Python code, which may change the table; then the search starts again.
  @inline(__always)
  static func find(in table: UnsafeMutablePointer<SetTable>, _ key: Value, _ hash: Int) throws(Raised) -> Int {
    var found = try search(table, key, hash)
    while found == nil { found = try search(table, key, hash) }
    return found.unsafelyUnwrapped
  }

  /// What `find` gives; nil when the table changed meanwhile.
  private static func search(
    _ table: UnsafeMutablePointer<SetTable>, _ key: Value, _ hash: Int
  ) throws(Raised) -> Int? {
    guard let entries = table.pointee.entries else { return -1 }
    let mask = table.pointee.mask
    var perturb = UInt(bitPattern: hash)
    var slot = hash & mask
    while true {
      var probe = slot
      var left = slot + linearProbes <= mask ? linearProbes : 0
      while true {
        if entries[probe].key.isUnbound { return ~probe }
        if entries[probe].hash == hash {
          guard let isEqual = try matches(table, probe, key) else { return nil }
          if isEqual { return probe }
        }
        if left == 0 { break }
        left -= 1
        probe += 1
      }
      perturb >>= 5
      slot = Int(truncatingIfNeeded: UInt(bitPattern: slot) &* 5 &+ 1 &+ perturb) & mask
    }
  }

  /// Adds a key that `find` has not found but a place for it.
  @inline(__always)
  mutating func add(_ key: Value, _ hash: Int, at place: Int) {
    if let entries {
      entries[~place] = Entry(key: key, hash: hash)
    } else {
      allocate(8)
      self.place(key, hash)
    }
    fill += 1
    count += 1
    if fill * 5 >= mask * 3 { resize(count > 50000 ? count * 2 : count * 4) }
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
    let fresh: UnsafeMutablePointer<Entry> = TablePool.take(size)
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
  static func merge(
    _ other: UnsafeMutablePointer<SetTable>, into table: UnsafeMutablePointer<SetTable>
  ) throws(Raised) {
    guard other.pointee.count > 0 else { return }
    table.pointee.prepare(other.pointee.count)
    if table.pointee.fill == 0 { return table.pointee.fillUp(from: other.pointee) }
    var slot = 0
    while slot < other.pointee.slotCount {
      if let element = other.pointee.element(at: slot) {
        let hash = other.pointee.hash(at: slot)
        let place = try find(in: table, element, hash)
        if place < 0 { table.pointee.add(element, hash, at: place) }
      }
      slot += 1
    }
  }

  /// Takes over the elements of another table into this one, which has room for them and never had any.
  private mutating func fillUp(from other: SetTable) {
    if entries == nil { allocate(8) }
    if mask == other.mask, other.fill == other.count {
      if let source = other.entries { entries?.update(from: source, count: mask + 1) }
    } else {
      for slot in 0..<other.slotCount {
        if let element = other.element(at: slot) { place(element, other.hash(at: slot)) }
      }
    }
    (fill, count) = (other.count, other.count)
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
  func copy() -> SetTable {
    var result = SetTable()
    if count > 0 {
      result.prepare(count)
      result.fillUp(from: self)
    }
    return result
  }
}
