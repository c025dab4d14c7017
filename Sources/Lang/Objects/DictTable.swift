import Glibc

/// The insertion-ordered hash table of `dict`: a dense array of entries and an open-addressed index into it, as in
/// CPython since 3.6 (Raymond Hettinger, "More compact dictionaries with faster iteration", 2012).
///
/// Small tables (up to eight entries) have no index: the entries are searched in order.
struct DictTable {
  /// A key with its hash and value; a removed entry's key is unbound.
  struct Entry {
    var hash: Int
    var key: Value
    var value: Value
  }

  private(set) var entries: UnsafeMutablePointer<Entry>?
  private var index: UnsafeMutablePointer<Int32>?
  /// How many keys there are.
  private(set) var count = 0
  /// How many entries are used, removed ones included.
  private(set) var used = 0
  private var capacity = 0
  /// The index's size less one; a power of two less one.
  private var mask = 0

  /// The size up to which the entries are searched without an index.
  private static let linear = 8

  /// Bytes outside the object's cell.
  var byteCount: Int { capacity * MemoryLayout<Entry>.stride + (index == nil ? 0 : (mask + 1) * 4) }

  /// Frees the memory.
  func release() {
    TablePool.give(entries, capacity)
    TablePool.give(index, mask + 1)
  }

  /// Marks keys and values alive.
  func trace() {
    guard let entries else { return }
    for position in 0..<used {
      Heap.mark(entries[position].key)
      Heap.mark(entries[position].value)
    }
  }

  /// The position of a key among a table's entries, or -1.
  ///
  /// Comparing keys may run Python code, which may change the table; then the search starts again.
  @inline(__always)
  static func find(in table: UnsafeMutablePointer<DictTable>, _ key: Value, _ hash: Int) throws(Raised) -> Int {
    guard let entries = table.pointee.entries else { return -1 }
    if table.pointee.index == nil {
      for position in 0..<table.pointee.used where entries[position].hash == hash {
        let candidate = entries[position].key
        if candidate.bits == key.bits { return position }
        if candidate.isUnbound { continue }
        guard isPlainText(candidate), isPlainText(key) else { return try findCarefully(table, key, hash) }
        if Str.equal(candidate, key) { return position }
      }
      return -1
    }
    return try findIndexed(table, key, hash)
  }

  /// Whether comparing a key runs no Python code whatever the other one is, if that is such a key too.
  @inline(__always)
  private static func isPlainText(_ key: Value) -> Bool {
    key.isKind(.str) && key.object.pointee.cls.toOpaque() == Types.str.toOpaque()
  }

  private static func findIndexed(
    _ table: UnsafeMutablePointer<DictTable>, _ key: Value, _ hash: Int
  ) throws(Raised) -> Int {
    guard let entries = table.pointee.entries, let index = table.pointee.index else { return -1 }
    let mask = table.pointee.mask
    var probe = scatter(hash) & mask
    var position = Int(index[probe])
    while position != -1 {
      if position >= 0, entries[position].hash == hash {
        let candidate = entries[position].key
        if candidate.bits == key.bits { return position }
        guard isPlainText(candidate), isPlainText(key) else { return try findCarefully(table, key, hash) }
        if Str.equal(candidate, key) { return position }
      }
      probe = (probe &+ 1) & mask
      position = Int(index[probe])
    }
    return -1
  }

  /// The search where comparing keys may run Python code: nothing of the table is trusted after a comparison.
  @inline(never)
  private static func findCarefully(
    _ table: UnsafeMutablePointer<DictTable>, _ key: Value, _ hash: Int
  ) throws(Raised) -> Int {
    var step = 0
    while let position = table.pointee.candidate(hash, step) {
      guard position >= 0 else {
        step += 1
        continue
      }
      let candidate = table.pointee.key(at: position)
      if candidate.bits == key.bits { return position }
      if !candidate.isUnbound {
        let entries = table.pointee.entries
        let index = table.pointee.index
        let isEqual = try Operations.equal(candidate, key)
        guard table.pointee.entries == entries, table.pointee.index == index, position < table.pointee.used,
          table.pointee.key(at: position).bits == candidate.bits
        else {
          step = 0
          continue
        }
        if isEqual { return position }
      }
      step += 1
    }
    return -1
  }

  /// The entry that is looked at in a step of the search for a hash: -1 for one of another hash, nil at the end.
  private func candidate(_ hash: Int, _ step: Int) -> Int? {
    guard let entries else { return nil }
    let position: Int
    if let index {
      position = Int(index[(DictTable.scatter(hash) &+ step) & mask])
      if position == -1 { return nil }
      if position < 0 { return -1 }
    } else {
      position = step
      if position >= used { return nil }
    }
    return entries[position].hash == hash ? position : -1
  }

  /// Spreads hashes that are near each other, as those of ints are.
  @inline(__always)
  private static func scatter(_ hash: Int) -> Int {
    let mixed = UInt64(bitPattern: Int64(hash)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32)
  }

  /// The value of the entry at a position.
  @inline(__always)
  func value(at position: Int) -> Value { entries.unsafelyUnwrapped[position].value }

  /// The key of the entry at a position; unbound where one was removed.
  @inline(__always)
  func key(at position: Int) -> Value { entries.unsafelyUnwrapped[position].key }

  /// Replaces the value at a position.
  @inline(__always)
  mutating func setValue(_ value: Value, at position: Int) { entries.unsafelyUnwrapped[position].value = value }

  /// Adds a key that is known to be absent.
  mutating func append(_ key: Value, _ hash: Int, _ value: Value) {
    if used == capacity { makeRoom() }
    entries.unsafelyUnwrapped[used] = Entry(hash: hash, key: key, value: value)
    if let index { DictTable.insert(index, mask, hash, used) }
    used += 1
    count += 1
  }

  @inline(__always)
  private static func insert(_ index: UnsafeMutablePointer<Int32>, _ mask: Int, _ hash: Int, _ position: Int) {
    var probe = scatter(hash) & mask
    while index[probe] >= 0 { probe = (probe &+ 1) & mask }
    index[probe] = Int32(truncatingIfNeeded: position)
  }

  /// Makes room for one more entry: packs the entries if a good part was removed, else doubles.
  private mutating func makeRoom() {
    if let entries, count < used - used / 4 {
      var kept = 0
      for position in 0..<used where !entries[position].key.isUnbound {
        entries[kept] = entries[position]
        kept += 1
      }
      used = kept
      rebuildIndex()
      return
    }
    reserve(max(4, capacity * 2))
  }

  /// Makes room for `wanted` entries in all.
  mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    entries = TablePool.grow(entries, from: capacity, to: wanted)
    Heap.charge((wanted - capacity) * MemoryLayout<Entry>.stride)
    capacity = wanted
    rebuildIndex()
  }

  private mutating func rebuildIndex() {
    guard capacity > DictTable.linear, let entries else { return }
    var size = 16
    while size < capacity * 2 { size *= 2 }
    if size != mask + 1 || index == nil {
      TablePool.give(index, mask + 1)
      index = TablePool.take(size)
      Heap.charge(size * 4)
      mask = size - 1
    }
    guard let index else { return }
    index.update(repeating: -1, count: size)
    for position in 0..<used where !entries[position].key.isUnbound {
      DictTable.insert(index, mask, entries[position].hash, position)
    }
  }

  /// Removes the entry at a position.
  mutating func remove(at position: Int) {
    guard let entries else { return }
    if let index {
      var probe = DictTable.scatter(entries[position].hash) & mask
      while Int(index[probe]) != position { probe = (probe &+ 1) & mask }
      index[probe] = -2
    }
    entries[position].key = .unbound
    entries[position].value = .unbound
    count -= 1
  }

  /// Forgets the removed entries at the end, so that removing one item after the other from there stays quick.
  mutating func trim() {
    guard let entries else { return }
    while used > 0, entries[used - 1].key.isUnbound { used -= 1 }
  }

  /// Removes everything.
  mutating func removeAll() {
    release()
    self = DictTable()
  }

  /// A table with the same entries.
  func copy() -> DictTable {
    var result = DictTable()
    guard let entries else { return result }
    result.reserve(count)
    for position in 0..<used where !entries[position].key.isUnbound {
      result.append(entries[position].key, entries[position].hash, entries[position].value)
    }
    return result
  }
}
