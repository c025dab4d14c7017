import Glibc

/// Python's `tuple`: making and reading.
public enum Tuple {
  /// A tuple whose items the caller fills at once.
  @inline(__always)
  static func uninitialized(_ count: Int) -> (value: Value, items: UnsafeMutablePointer<Value>) {
    let header = MemoryLayout<TupleLayout>.size
    let isShort = header + count * 8 <= 256
    let object = Heap.allocate(isShort ? header + count * 8 : header, .tuple, Types.tuple)
    let layout = object.as(TupleLayout.self)
    if isShort {
      layout.pointee.items = (UnsafeMutableRawPointer(object) + header).assumingMemoryBound(to: Value.self)
    } else {
      Heap.charge(count * 8)
      layout.pointee.items = allocateBuffer(count)
    }
    layout.pointee.count = count
    return (Value(object), layout.pointee.items)
  }

  /// A tuple of values.
  public static func make(_ values: [Value]) -> Value {
    let (tuple, items) = uninitialized(values.count)
    for index in values.indices { items[index] = values[index] }
    return tuple
  }

  /// A tuple of values in memory.
  static func make(_ values: UnsafePointer<Value>, _ count: Int) -> Value {
    let (tuple, items) = uninitialized(count)
    // Few as they are, a call of `memmove` would cost more.
    for index in 0..<count { items[index] = values[index] }
    return tuple
  }

  /// A tuple of so many items, each given for its index; making one must run no Python code.
  @inline(__always)
  static func make(_ count: Int, _ item: (Int) -> Value) -> Value {
    let (tuple, items) = uninitialized(count)
    for index in 0..<count { items[index] = item(index) }
    return tuple
  }

  /// A pair.
  @inline(__always)
  public static func make(_ first: Value, _ second: Value) -> Value {
    let (tuple, items) = uninitialized(2)
    items[0] = first
    items[1] = second
    return tuple
  }

  /// The items of a tuple; valid as long as the tuple lives.
  @inline(__always)
  public static func items(_ value: Value) -> UnsafeMutableBufferPointer<Value> {
    let layout = value.object.as(TupleLayout.self)
    return UnsafeMutableBufferPointer(start: layout.pointee.items, count: layout.pointee.count)
  }
}

/// Python's `list`: making, reading and changing.
public enum List {
  /// Up to how many items lie in the list's own cell if there is room for them from the beginning.
  private static let inlineCapacity = 16

  /// An empty list with room for some items.
  @inline(__always)
  public static func make(capacity: Int = 0) -> Value {
    let header = MemoryLayout<ListLayout>.size
    let isInline = capacity <= inlineCapacity
    let object = Heap.allocate(isInline ? header + capacity * 8 : header, .list, Types.list)
    let layout = object.as(ListLayout.self)
    layout.pointee.count = 0
    layout.pointee.capacity = capacity
    layout.pointee.attributes = .unbound
    if isInline {
      layout.pointee.items =
        capacity == 0 ? nil : (UnsafeMutableRawPointer(object) + header).assumingMemoryBound(to: Value.self)
    } else {
      Heap.charge(capacity * 8)
      layout.pointee.items = TablePool.take(capacity)
    }
    return Value(object)
  }

  /// A list of values.
  public static func make(_ values: [Value]) -> Value {
    let list = make(capacity: values.count)
    for value in values { append(list, value) }
    return list
  }

  /// How many items a list has.
  @inline(__always)
  public static func count(_ list: Value) -> Int { list.object.as(ListLayout.self).pointee.count }

  /// The items of a list; valid until the list is changed.
  @inline(__always)
  public static func items(_ list: Value) -> UnsafeMutableBufferPointer<Value> {
    let layout = list.object.as(ListLayout.self)
    return UnsafeMutableBufferPointer(start: layout.pointee.items, count: layout.pointee.count)
  }

  /// The item at an index within the list.
  @inline(__always)
  public static func item(_ list: Value, _ index: Int) -> Value {
    list.object.as(ListLayout.self).pointee.items.unsafelyUnwrapped[index]
  }

  /// Replaces the item at an index within the list.
  @inline(__always)
  public static func setItem(_ list: Value, _ index: Int, _ value: Value) {
    list.object.as(ListLayout.self).pointee.items.unsafelyUnwrapped[index] = value
  }

  /// Adds an item at the end.
  @inline(__always)
  public static func append(_ list: Value, _ value: Value) {
    let layout = list.object.as(ListLayout.self)
    if layout.pointee.count == layout.pointee.capacity { grow(layout, layout.pointee.count + 1) }
    layout.pointee.items.unsafelyUnwrapped[layout.pointee.count] = value
    layout.pointee.count += 1
  }

  @inline(never)
  private static func grow(_ layout: UnsafeMutablePointer<ListLayout>, _ needed: Int) {
    let capacity = max(needed, layout.pointee.capacity + layout.pointee.capacity / 2, 4)
    Heap.charge((capacity - layout.pointee.capacity) * 8)
    let old = layout.pointee.items
    if let old, Heap.isInline(old, Object(OpaquePointer(layout))) {
      let items: UnsafeMutablePointer<Value> = TablePool.take(capacity)
      items.update(from: old, count: layout.pointee.count)
      layout.pointee.items = items
    } else {
      layout.pointee.items = TablePool.grow(old, from: layout.pointee.capacity, to: capacity)
    }
    layout.pointee.capacity = capacity
  }

  /// A list of values in memory.
  static func make(_ values: UnsafePointer<Value>?, _ count: Int) -> Value {
    let list = make(capacity: count)
    let layout = list.object.as(ListLayout.self)
    if let values, let items = layout.pointee.items { memcpy(items, values, count * 8) }
    layout.pointee.count = count
    return list
  }

  /// Replaces the items in a range (within the list) by others.
  public static func replace(_ list: Value, _ range: Swift.Range<Int>, _ values: [Value]) {
    let layout = list.object.as(ListLayout.self)
    let old = layout.pointee.count
    let new = old - range.count + values.count
    if new > layout.pointee.capacity { grow(layout, new) }
    if let items = layout.pointee.items {
      memmove(items + range.lowerBound + values.count, items + range.upperBound, (old - range.upperBound) * 8)
      for index in values.indices { items[range.lowerBound + index] = values[index] }
    }
    layout.pointee.count = new
  }

  /// Removes and gives the item at an index within the list.
  public static func remove(_ list: Value, at index: Int) -> Value {
    let layout = list.object.as(ListLayout.self)
    let items = layout.pointee.items.unsafelyUnwrapped
    let value = items[index]
    memmove(items + index, items + index + 1, (layout.pointee.count - index - 1) * 8)
    layout.pointee.count -= 1
    return value
  }

  /// Removes everything.
  public static func removeAll(_ list: Value) { list.object.as(ListLayout.self).pointee.count = 0 }
}

/// Python's `dict`: making, reading and changing.
public enum Dict {
  /// An empty dict.
  @inline(__always)
  public static func make() -> Value {
    let layout = Heap.make(DictLayout.self, .dict, Types.dict)
    layout.pointee.table = DictTable()
    layout.pointee.attributes = .unbound
    return Value(Object(OpaquePointer(layout)))
  }

  /// How many keys a dict has.
  @inline(__always)
  public static func count(_ dict: Value) -> Int {
    refresh(dict)
    return table(dict).pointee.count
  }

  /// Set on the dict that shows a module's variables.
  static let flagModule: UInt16 = 1

  /// Brings the dict that shows a module's variables up to date; to be called before the table is walked over.
  @inline(__always)
  static func refresh(_ dict: Value) {
    if dict.object.pointee.flags != 0 { ModuleDict.refresh(dict) }
  }

  /// The table of a dict.
  @inline(__always)
  static func table(_ dict: Value) -> UnsafeMutablePointer<DictTable> {
    let layout = UnsafeMutableRawPointer(dict.object.as(DictLayout.self))
    return (layout + MemoryLayout<DictLayout>.offset(of: \.table).unsafelyUnwrapped)
      .assumingMemoryBound(to: DictTable.self)
  }

  /// The value of a key; nil when absent. Throws what hashing or comparing raises.
  @inline(__always)
  public static func get(_ dict: Value, _ key: Value) throws(Raised) -> Value? {
    refresh(dict)
    let position = try DictTable.find(in: table(dict), key, try Operations.hash(key))
    return position < 0 ? nil : table(dict).pointee.value(at: position)
  }

  /// The value of a key that is a text; nil when absent.
  public static func get(_ dict: Value, _ key: String) -> Value? { get(dict, Symbol(key)) }

  /// The value of a key that is a name; nil when absent.
  static func get(_ dict: Value, _ key: Symbol) -> Value? {
    do { return try get(dict, key.value) } catch { return nil }
  }

  /// Removes a key that is a name; says whether it was there.
  static func remove(_ dict: Value, _ key: Symbol) -> Bool {
    do { return try remove(dict, key.value) != nil } catch { return false }
  }

  /// Sets the value of a key that is a name.
  static func set(_ dict: Value, _ key: Symbol, _ value: Value) {
    do { try set(dict, key.value, value) } catch {}
  }

  /// Sets the value of a key. Throws what hashing or comparing raises.
  @inline(__always)
  public static func set(_ dict: Value, _ key: Value, _ value: Value) throws(Raised) {
    try set(dict, key, try Operations.hash(key), value)
  }

  /// Sets the value of a key whose hash is known.
  @inline(__always)
  static func set(_ dict: Value, _ key: Value, _ hash: Int, _ value: Value) throws(Raised) {
    let position = try DictTable.find(in: table(dict), key, hash)
    if position >= 0 {
      table(dict).pointee.setValue(value, at: position)
    } else {
      table(dict).pointee.append(key, hash, value)
    }
    if dict.object.pointee.flags != 0 { ModuleDict.note(dict, key, value) }
  }

  /// Sets the value of a key that is a text.
  public static func set(_ dict: Value, _ key: String, _ value: Value) {
    // A text's hash and comparison run no Python code, so nothing can be raised.
    set(dict, Symbol(key), value)
  }

  /// Removes a key and gives its value; nil when absent.
  public static func remove(_ dict: Value, _ key: Value) throws(Raised) -> Value? {
    refresh(dict)
    let position = try DictTable.find(in: table(dict), key, try Operations.hash(key))
    guard position >= 0 else { return nil }
    if dict.object.pointee.flags != 0 { ModuleDict.note(dict, key, .unbound) }
    let value = table(dict).pointee.value(at: position)
    table(dict).pointee.remove(at: position)
    return value
  }

  /// The keys and values in order, copied.
  public static func pairs(_ dict: Value) -> [(key: Value, value: Value)] {
    refresh(dict)
    let table = table(dict).pointee
    var result: [(key: Value, value: Value)] = []
    result.reserveCapacity(table.count)
    for position in 0..<table.used where !table.key(at: position).isUnbound {
      result.append((table.key(at: position), table.value(at: position)))
    }
    return result
  }
}

/// Python's `set` and `frozenset`: making, reading and changing.
public enum PySet {
  /// An empty set.
  public static func make(frozen: Bool = false) -> Value {
    let layout = Heap.make(SetLayout.self, .set, frozen ? Types.frozenset : Types.set)
    layout.pointee.table = SetTable()
    layout.pointee.attributes = .unbound
    if frozen { layout.pointee.header.flags |= SetLayout.flagFrozen }
    return Value(Object(OpaquePointer(layout)))
  }

  /// Whether a set is frozen.
  static func isFrozen(_ set: Value) -> Bool { set.object.pointee.flags & SetLayout.flagFrozen != 0 }

  /// The table of a set.
  @inline(__always)
  static func table(_ set: Value) -> UnsafeMutablePointer<SetTable> {
    let layout = UnsafeMutableRawPointer(set.object.as(SetLayout.self))
    return (layout + MemoryLayout<SetLayout>.offset(of: \.table).unsafelyUnwrapped)
      .assumingMemoryBound(to: SetTable.self)
  }

  /// How many elements a set has.
  public static func count(_ set: Value) -> Int { table(set).pointee.count }

  /// Whether a set has an element.
  public static func contains(_ set: Value, _ element: Value) throws(Raised) -> Bool {
    try SetTable.find(in: table(set), element, try Operations.hash(element)) >= 0
  }

  /// Adds an element; says whether it was new.
  @discardableResult
  public static func insert(_ set: Value, _ element: Value) throws(Raised) -> Bool {
    try insert(set, element, try Operations.hash(element))
  }

  /// Adds an element whose hash is known; says whether it was new.
  @discardableResult
  static func insert(_ set: Value, _ element: Value, _ hash: Int) throws(Raised) -> Bool {
    let place = try SetTable.find(in: table(set), element, hash)
    if place >= 0 { return false }
    table(set).pointee.add(element, hash, at: place)
    return true
  }

  /// Removes an element; says whether it was there.
  static func remove(_ set: Value, _ element: Value) throws(Raised) -> Bool {
    let slot = try SetTable.find(in: table(set), element, try Operations.hash(element))
    guard slot >= 0 else { return false }
    table(set).pointee.remove(at: slot)
    return true
  }

  /// The elements in the order of the table, copied.
  public static func elements(_ set: Value) -> [Value] {
    let table = table(set).pointee
    return (0..<table.slotCount).compactMap { table.element(at: $0) }
  }
}
