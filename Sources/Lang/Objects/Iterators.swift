/// The classes of the built-in iterators.
enum Iterators {
  nonisolated(unsafe) static var list: Class! = nil
  nonisolated(unsafe) static var listReverse: Class! = nil
  nonisolated(unsafe) static var tuple: Class! = nil
  nonisolated(unsafe) static var text: Class! = nil
  nonisolated(unsafe) static var asciiText: Class! = nil
  nonisolated(unsafe) static var bytes: Class! = nil
  nonisolated(unsafe) static var bytearray: Class! = nil
  nonisolated(unsafe) static var set: Class! = nil
  nonisolated(unsafe) static var range: Class! = nil
  nonisolated(unsafe) static var dictKeys: Class! = nil
  nonisolated(unsafe) static var dictValues: Class! = nil
  nonisolated(unsafe) static var dictItems: Class! = nil
  nonisolated(unsafe) static var dictReverseKeys: Class! = nil
  nonisolated(unsafe) static var dictReverseValues: Class! = nil
  nonisolated(unsafe) static var dictReverseItems: Class! = nil
  nonisolated(unsafe) static var sequence: Class! = nil
  nonisolated(unsafe) static var callable: Class! = nil
  nonisolated(unsafe) static var enumerate: Class! = nil
  nonisolated(unsafe) static var zip: Class! = nil
  nonisolated(unsafe) static var map: Class! = nil
  nonisolated(unsafe) static var filter: Class! = nil
  nonisolated(unsafe) static var reversed: Class! = nil

  /// A class of iterators, with the methods that all have: the way a library module adds one.
  static func define(_ name: String, module: String = "builtins") -> Class {
    let cls = Types.define(name, module: module)
    addMethods(cls)
    return cls
  }

  /// Gives a class of iterators `__iter__`, `__next__` and `__length_hint__`.
  static func addMethods(_ cls: Class) {
    cls.method("__iter__", "self, /") { a in a[0] }
    cls.method("__next__", "self, /") { (a) throws(Raised) -> Value in
      guard let item = try Iteration.next(a[0]) else {
        throw raise(Exceptions.make(ExceptionKind.stopIteration.cls, Tuple.make([])))
      }
      return item
    }
    cls.method("__length_hint__", "self, /") { a in
      Native.payload(a[0], as: IteratorPayload.self)?.lengthHint.map { Value(small: $0) } ?? .notImplemented
    }
    cls.method("__copy__", "self, /") { (a) throws(Raised) -> Value in
      try copy(a[0]) { (value) throws(Raised) -> Value in value }
    }
    cls.method("__deepcopy__", "self, memo, /") { (a) throws(Raised) -> Value in
      let (iterator, memo) = (a[0], a[1])
      guard let deepcopy = try Library.load("copy")?["deepcopy"] else { return iterator }
      return try copy(iterator) { (value) throws(Raised) -> Value in try Call.call(deepcopy, value, memo) }
    }
  }

  private static func copy(_ iterator: Value, _ part: IteratorPayload.Copier) throws(Raised) -> Value {
    let state = Native.payload(iterator, as: IteratorPayload.self)
    guard let state, let copied = try state.copied(part) else {
      let cls = Types.cls(iterator)
      throw raise(
        .typeError, "cannot pickle '\(cls.module == "builtins" ? "" : cls.module + ".")\(cls.name)' object")
    }
    if type(of: copied) == type(of: state) { return Native.make(Types.cls(iterator), copied) }
    return Native.make(copied is ListIterator ? list : tuple, copied)
  }

  /// Whether a class of iterators takes parameters in square brackets.
  static func isGeneric(_ cls: Class) -> Bool { cls === enumerate }

  /// Makes the classes.
  static func install() {
    list = define("list_iterator")
    listReverse = define("list_reverseiterator")
    tuple = define("tuple_iterator")
    text = define("str_iterator")
    asciiText = define("str_ascii_iterator")
    bytes = define("bytes_iterator")
    bytearray = define("bytearray_iterator")
    set = define("set_iterator")
    range = define("range_iterator")
    dictKeys = define("dict_keyiterator")
    dictValues = define("dict_valueiterator")
    dictItems = define("dict_itemiterator")
    dictReverseKeys = define("dict_reversekeyiterator")
    dictReverseValues = define("dict_reversevalueiterator")
    dictReverseItems = define("dict_reverseitemiterator")
    sequence = define("iterator")
    callable = define("callable_iterator")
    enumerate = define("enumerate")
    zip = define("zip")
    map = define("map")
    filter = define("filter")
    reversed = define("reversed")
  }
}

/// Walks over a list, which may change meanwhile.
final class ListIterator: IteratorPayload {
  private var list: Value
  private var index: Int
  init(_ list: Value, from index: Int = 0) {
    self.list = list
    self.index = index
  }
  override func trace() { Heap.mark(list) }
  override var lengthHint: Int? { list.isUnbound ? 0 : max(0, List.count(list) - index) }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    list.isUnbound ? ListIterator(List.make()) : ListIterator(try part(list), from: index)
  }
  override func next() throws(Raised) -> Value? {
    guard !list.isUnbound else { return nil }
    guard index < List.count(list) else {
      list = .unbound
      return nil
    }
    index += 1
    return List.item(list, index - 1)
  }
}

/// Walks over a list from its end.
final class ListReverseIterator: IteratorPayload {
  private let list: Value
  private var index: Int
  init(_ list: Value) {
    self.list = list
    index = List.count(list)
  }
  override func trace() { Heap.mark(list) }
  override var lengthHint: Int? { index }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    let copy = ListReverseIterator(try part(list))
    copy.index = index
    return copy
  }
  override func next() throws(Raised) -> Value? {
    index -= 1
    guard index >= 0 && index < List.count(list) else {
      index = 0
      return nil
    }
    return List.item(list, index)
  }
}

/// Walks over a tuple.
final class TupleIterator: IteratorPayload {
  private let tuple: Value
  private var index: Int
  init(_ tuple: Value, from index: Int = 0) {
    self.tuple = tuple
    self.index = index
  }
  override func trace() { Heap.mark(tuple) }
  override var lengthHint: Int? { Tuple.items(tuple).count - index }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    TupleIterator(try part(tuple), from: index)
  }
  override func next() throws(Raised) -> Value? {
    let items = Tuple.items(tuple)
    guard index < items.count else { return nil }
    index += 1
    return items[index - 1]
  }
}

/// Walks over a text's characters.
final class TextIterator: IteratorPayload {
  private let text: Value
  private var offset = 0
  init(_ text: Value) { self.text = text }
  override func trace() { Heap.mark(text) }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    let copy = TextIterator(text)
    copy.offset = offset
    return copy
  }
  override func next() throws(Raised) -> Value? {
    let bytes = Str.bytes(text)
    guard offset < bytes.count else { return nil }
    let first = bytes[offset]
    if first < 0x80 {
      offset += 1
      return Subscript.ascii(first)
    }
    let start = offset
    _ = Str.nextScalar(bytes, &offset)
    return Str.make(UnsafeBufferPointer(rebasing: bytes[start..<offset]))
  }
}

/// Walks over the ints of `bytes`.
final class BytesIterator: IteratorPayload {
  private let bytes: Value
  private var index = 0
  init(_ bytes: Value) { self.bytes = bytes }
  override func trace() { Heap.mark(bytes) }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    let copy = BytesIterator(try part(bytes))
    copy.index = index
    return copy
  }
  override func next() throws(Raised) -> Value? {
    let layout = bytes.object.as(BytesLayout.self)
    guard index < layout.pointee.count else {
      // An iterator that has ended stays so, whatever is added.
      index = .max
      return nil
    }
    index += 1
    return Value(small: Int(layout.pointee.data[index - 1]))
  }
}

/// Walks over a range.
final class RangeIterator: IteratorPayload {
  private var current: Int
  private var left: Int
  private let step: Int

  init(_ range: Value) {
    let layout = range.object.as(RangeLayout.self).pointee
    current = layout.start
    step = layout.step
    left = PyRange.count(range)
  }

  init(start: Int, step: Int, count: Int) {
    current = start
    self.step = step
    left = count
  }

  override var lengthHint: Int? { left }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    RangeIterator(start: current, step: step, count: left)
  }
  override func next() throws(Raised) -> Value? {
    guard left > 0 else { return nil }
    left -= 1
    let value = current
    current = current &+ step
    return Integer.make(value)
  }
}

/// Walks over a set.
final class SetIterator: IteratorPayload {
  private let set: Value
  private var slot = 0
  private let count: Int
  private var seen = 0
  init(_ set: Value) {
    self.set = set
    count = PySet.count(set)
  }
  override func trace() { Heap.mark(set) }
  override var lengthHint: Int? { count - seen }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    // What is left, as it is now.
    let copy = SetIterator(set)
    (copy.slot, copy.seen) = (slot, seen)
    let left = List.make()
    while let element = try copy.next() { List.append(left, try part(element)) }
    return ListIterator(left)
  }
  override func next() throws(Raised) -> Value? {
    guard slot >= 0 else { return nil }
    guard PySet.count(set) == count else { throw raise(.runtimeError, "Set changed size during iteration") }
    let slots = PySet.table(set).pointee.slotCount
    while slot < slots {
      slot += 1
      if let element = PySet.table(set).pointee.element(at: slot - 1) {
        seen += 1
        return element
      }
    }
    slot = -1
    return nil
  }
}

/// Which part of a dict's entries a view or an iterator shows.
enum DictPart {
  case keys, values, items
}

/// Walks over a dict.
final class DictIterator: PairSource {
  private let dict: Value
  private let part: DictPart
  private let count: Int
  private let isReversed: Bool
  /// The position of the next entry; negative at the end.
  private var position = 0
  private var seen = 0

  init(_ dict: Value, _ part: DictPart, reversed: Bool = false) {
    self.dict = dict
    self.part = part
    count = Dict.count(dict)
    isReversed = reversed
    if reversed { position = Dict.table(dict).pointee.used - 1 }
  }

  override func trace() { Heap.mark(dict) }
  override var lengthHint: Int? { count - seen }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    // What is left, as it is now.
    let copy = DictIterator(dict, self.part, reversed: isReversed)
    (copy.position, copy.seen) = (position, seen)
    let left = List.make()
    while let entry = try copy.next() { List.append(left, try part(entry)) }
    return ListIterator(left)
  }
  override func next() throws(Raised) -> Value? {
    guard let here = try advance() else { return nil }
    let table = Dict.table(dict)
    switch part {
    case .keys: return table.pointee.key(at: here)
    case .values: return table.pointee.value(at: here)
    case .items: return Tuple.make(table.pointee.key(at: here), table.pointee.value(at: here))
    }
  }

  override var makesPairs: Bool { part == .items }
  override func nextPair(_ pair: UnsafeMutablePointer<Value>) throws(Raised) -> Bool {
    guard let here = try advance() else { return false }
    let table = Dict.table(dict)
    pair[0] = table.pointee.key(at: here)
    pair[1] = table.pointee.value(at: here)
    return true
  }

  /// The error for a dict that has changed; an `OrderedDict` says so in words of its own.
  private func mutated(_ text: String) -> Raised {
    let isOrdered = Types.cls(dict).mro.contains { $0.name == "OrderedDict" && $0.module == "collections" }
    return raise(.runtimeError, isOrdered ? "OrderedDict mutated during iteration" : text)
  }

  /// The position of the next entry; nil at the end.
  private func advance() throws(Raised) -> Int? {
    guard position >= 0 else { return nil }
    let table = Dict.table(dict)
    guard table.pointee.count == count else {
      position = -1
      throw mutated("dictionary changed size during iteration")
    }
    while position >= 0 && position < table.pointee.used {
      let here = position
      position += isReversed ? -1 : 1
      let key = table.pointee.key(at: here)
      if key.isUnbound { continue }
      if seen == count {
        position = -1
        throw mutated("dictionary keys changed during iteration")
      }
      seen += 1
      return here
    }
    position = -1
    return nil
  }
}

/// Walks over what has `__getitem__` for 0, 1, 2…
final class SequenceIterator: IteratorPayload {
  private let sequence: Value
  private var index = 0
  init(_ sequence: Value) { self.sequence = sequence }
  override func trace() { Heap.mark(sequence) }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    let copy = SequenceIterator(try part(sequence))
    copy.index = index
    return copy
  }
  override func next() throws(Raised) -> Value? {
    guard index >= 0 else { return nil }
    do throws(Raised) {
      let item = try Subscript.get(sequence, Value(small: index))
      index += 1
      return item
    } catch {
      guard Exceptions.isA(Interpreter.raised, .indexError) || Exceptions.isA(Interpreter.raised, .stopIteration)
      else { throw error }
      index = -1
      return nil
    }
  }
}

/// Walks over what has `__len__` and `__getitem__`, from the end.
final class SequenceReverseIterator: IteratorPayload {
  private let sequence: Value
  private var index: Int
  init(_ sequence: Value, count: Int) {
    self.sequence = sequence
    index = count
  }
  override func trace() { Heap.mark(sequence) }
  override var lengthHint: Int? { index }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    SequenceReverseIterator(try part(sequence), count: index)
  }
  override func next() throws(Raised) -> Value? {
    guard index > 0 else { return nil }
    index -= 1
    do throws(Raised) { return try Subscript.get(sequence, Value(small: index)) } catch {
      // A sequence may be shorter than its length says.
      guard Exceptions.isA(Interpreter.raised, .indexError) || Exceptions.isA(Interpreter.raised, .stopIteration) else {
        throw error
      }
      index = 0
      return nil
    }
  }
}
