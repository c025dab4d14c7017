/// A name interned for the process: equal names are equal numbers.
public struct Symbol: Hashable {
  /// The index into the table of names.
  public let id: Int32

  init(id: Int32) { self.id = id }

  /// The numbers are handed out in turn, so that a multiplication spreads them well enough; the standard hasher takes
  /// longer than the rest of a lookup.
  public func _rawHashValue(seed: Int) -> Int { Int(id) &* 0x2545_F491_4F6C_DD1D ^ seed }

  /// A name that the interpreter itself looks for; a constant, so using it costs nothing.
  @inline(__always)
  init(_ known: KnownName) { self.init(id: Int32(known.number)) }

  /// The symbol of a name.
  public init(_ name: String) {
    self = name.utf8.withContiguousStorageIfAvailable { Symbol(utf8: $0) } ?? Symbol(utf8: Array(name.utf8))
  }

  /// The symbol of a name in UTF-8.
  public init(utf8 bytes: some Collection<UInt8>) {
    let found = bytes.withContiguousStorageIfAvailable { Symbol(bytes: $0) }
    self = found ?? Array(bytes).withUnsafeBufferPointer { Symbol(bytes: $0) }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    let (slot, hash) = Symbol.slot(bytes)
    if Symbol.table[slot].id >= 0 {
      self.init(id: Symbol.table[slot].id)
      return
    }
    self.init(id: Int32(Symbol.count))
    let value = Str.make(bytes)
    value.object.as(StrLayout.self).pointee.header.flags |= StrLayout.flagInterned
    // The shape field, unused by strings, remembers the symbol, so that a text leads back to it at once.
    value.object.pointee.shape = UInt32(id) + 1
    Symbol.append(Heap.pin(value))
    Symbol.table[slot] = Slot(hash: hash, id: id)
    if Symbol.count * 2 > Symbol.tableSize { Symbol.growTable() }
  }

  /// The symbol of a Python string.
  public init(_ value: Value) {
    let object = value.object
    if object.pointee.shape != 0 {
      self.init(id: Int32(object.pointee.shape) - 1)
    } else {
      self.init(utf8: Str.bytes(value))
    }
  }

  /// The symbol of a Python string if some symbol already has its text.
  static func existing(_ value: Value) -> Symbol? {
    let object = value.object
    if object.pointee.shape != 0 { return Symbol(id: Int32(object.pointee.shape) - 1) }
    let id = table[slot(Str.bytes(value)).index].id
    return id < 0 ? nil : Symbol(id: id)
  }

  /// The name as an interned Python string.
  public var value: Value { Symbol.values[Int(id)] }
  /// The name.
  public var name: String { Str.swift(value) }

  /// The names by number. Not an array, which would be tested for having been made at each use.
  private nonisolated(unsafe) static var values: UnsafeMutablePointer<Value>! = nil
  private nonisolated(unsafe) static var count = 0
  private nonisolated(unsafe) static var capacity = 0

  private static func append(_ value: Value) {
    if count == capacity {
      capacity = max(4096, capacity * 2)
      values = growBuffer(values, capacity)
    }
    values[count] = value
    count += 1
  }

  /// A place of the table of all names, which is open-addressed: thousands of names are looked up before a test's first
  /// request, and a dictionary's hash of each array of bytes took a tenth of that time.
  private struct Slot {
    var hash: UInt32 = 0
    /// The symbol's number; -1 where there is none.
    var id: Int32 = -1
  }

  private nonisolated(unsafe) static var table: UnsafeMutablePointer<Slot>! = nil
  private nonisolated(unsafe) static var tableSize = 0

  /// Where a name stands in the table, or is to stand, and its hash there.
  private static func slot(_ bytes: UnsafeBufferPointer<UInt8>) -> (index: Int, hash: UInt32) {
    let hash = UInt32(truncatingIfNeeded: Str.hashBytes(bytes))
    var index = Int(hash) & (tableSize - 1)
    while table[index].id >= 0 {
      if table[index].hash == hash {
        let name = Str.bytes(values[Int(table[index].id)])
        if Str.equal(name, bytes) { break }
      }
      index = (index + 1) & (tableSize - 1)
    }
    return (index, hash)
  }

  private static func growTable() {
    let old = UnsafeMutableBufferPointer(start: table, count: tableSize)
    tableSize = max(8192, tableSize * 2)
    table = .allocate(capacity: tableSize)
    table.initialize(repeating: Slot(), count: tableSize)
    for entry in old where entry.id >= 0 {
      var index = Int(entry.hash) & (tableSize - 1)
      while table[index].id >= 0 { index = (index + 1) & (tableSize - 1) }
      table[index] = entry
    }
    old.deallocate()
  }

  /// Gives the known names their numbers; called once, before any other symbol is made.
  static func start() {
    growTable()
    for known in KnownName.allCases {
      let symbol = Symbol(known.rawValue)
      precondition(symbol.id == Int32(known.number), "known names come first")
    }
  }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
/// The names that the interpreter itself looks for, spelled as in Python.
enum KnownName: String, CaseIterable, NumberedCases {
  case __init__, __new__, __repr__, __str__, __format__, __bool__, __len__, __hash__, __call__
  case __eq__, __ne__, __lt__, __le__, __gt__, __ge__
  case __getattr__, __getattribute__, __setattr__, __delattr__, __get__, __set__, __delete__, __set_name__
  case __getitem__, __setitem__, __delitem__, __contains__, __missing__
  case __iter__, __next__, __reversed__, __enter__, __exit__
  case __add__, __radd__, __iadd__, __sub__, __rsub__, __isub__, __mul__, __rmul__, __imul__
  case __truediv__, __rtruediv__, __itruediv__, __floordiv__, __rfloordiv__, __ifloordiv__
  case __mod__, __rmod__, __imod__, __pow__, __rpow__, __ipow__, __matmul__, __rmatmul__, __imatmul__
  case __and__, __rand__, __iand__, __or__, __ror__, __ior__, __xor__, __rxor__, __ixor__
  case __lshift__, __rlshift__, __ilshift__, __rshift__, __rrshift__, __irshift__, __divmod__, __rdivmod__
  case __neg__, __pos__, __invert__, __abs__, __int__, __float__, __index__, __round__
  case __trunc__, __floor__, __ceil__, __bytes__, __length_hint__, __sizeof__
  case __name__, __qualname__, __module__, __doc__, __dict__, __class__, __bases__, __mro__, __slots__
  case __annotations__, __defaults__, __kwdefaults__, __wrapped__, __func__, __self__, __code__
  case __init_subclass__, __class_getitem__, __instancecheck__, __subclasscheck__, __subclasses__
  case __del__, __file__, __builtins__, __all__, __main__, __notes__
  case args, __cause__, __context__, __suppress_context__, __traceback__
  case `self`, cls, send, `throw`, close, keys, append, sep, end, key, `default`, reverse, file, flush
  case builtins, value, name, obj, encoding, errors, code, msg, path, doc, pos, lineno, colno
}

/// An enumeration of fewer than 256 cases without anything with them, whose raw values are their names.
protocol NumberedCases {}

extension NumberedCases {
  /// The number of the case: its tag, which is a byte.
  @inline(__always)
  var number: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
