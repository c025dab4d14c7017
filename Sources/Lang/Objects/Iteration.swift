/// The state of an iterator written in Swift.
open class IteratorPayload: Payload {
  /// The next item; nil at the end, and ever after.
  open func next() throws(Raised) -> Value? { nil }
  /// About how many items are left; nil when it can't be told.
  open var lengthHint: Int? { nil }

  /// Gives what a copy has in place of a value: the value itself, or a copy of it.
  public typealias Copier = (Value) throws(Raised) -> Value
  /// The state of a copy that stands at the same place; nil for what can't be copied.
  open func copied(_ part: Copier) throws(Raised) -> IteratorPayload? { nil }

  /// A tuple of what a copy has in place of a tuple's items.
  static func tuple(_ items: Value, _ part: Copier) throws(Raised) -> Value {
    let list = List.make()
    for item in Tuple.items(items) { List.append(list, try part(item)) }
    return try Iteration.tuple(list)
  }
}

/// The state of an iterator whose items are pairs: a loop that takes them apart at once has no tuples made.
class PairSource: IteratorPayload {
  /// Writes the next pair; false at the end, and ever after.
  func nextPair(_ pair: UnsafeMutablePointer<Value>) throws(Raised) -> Bool { preconditionFailure("abstract") }
  /// Whether the items are pairs.
  var makesPairs: Bool { true }
}

extension Native {
  /// Set on objects whose state is an `IteratorPayload`, so that walking needs no dynamic cast.
  static let flagIterator: UInt16 = 1

  /// A new iterator object of a class with its state.
  public static func make(_ cls: Class, _ payload: consuming IteratorPayload) -> Value {
    let value = make(cls, payload as Payload)
    value.object.pointee.flags |= flagIterator
    return value
  }
}

/// Walking over any value.
public enum Iteration {
  /// `iter(value)`
  @inline(never)
  public static func iterator(_ value: Value) throws(Raised) -> Value {
    guard value.isObject else { throw Operations.notIterable(value) }
    return try value.object.pointee.cls.borrow { (cls) throws(Raised) -> Value in
      if let method = cls.override(.__iter__) {
        if method.isNone { throw Operations.notIterable(value) }
        let iterator = try Call.method(method, of: value)
        guard isIterator(iterator) else {
          throw raise(.typeError, "iter() returned non-iterator of type '\(Types.name(iterator))'")
        }
        return iterator
      }
      if let iterator = builtinIterator(value) { return iterator }
      if let method = cls.lookup(.__iter__) { return try Call.call(try Attributes.bind(method, value)) }
      if cls.lookup(.__getitem__) != nil { return Native.make(Iterators.sequence, SequenceIterator(value)) }
      throw Operations.notIterable(value)
    }
  }

  /// The iterator of a value of a built-in type; nil for other values.
  static func builtinIterator(_ value: Value) -> Value? {
    switch value.object.pointee.kind {
    case .list: return Native.make(Iterators.list, ListIterator(value))
    case .tuple: return Native.make(Iterators.tuple, TupleIterator(value))
    case .dict: return Native.make(Iterators.dictKeys, DictIterator(value, .keys))
    case .range: return Native.make(Iterators.range, RangeIterator(value))
    case .str:
      return Native.make(Str.isASCII(value) ? Iterators.asciiText : Iterators.text, TextIterator(value))
    case .set: return Native.make(Iterators.set, SetIterator(value))
    case .bytes:
      let isMutable = value.object.pointee.flags & BytesLayout.flagMutable != 0
      return Native.make(isMutable ? Iterators.bytearray : Iterators.bytes, BytesIterator(value))
    case .native:
      if value.object.pointee.flags & Native.flagIterator != 0 { return value }
      if Native.payload(value, as: IteratorPayload.self) != nil { return value }
      if let view = Native.payload(value, as: DictView.self) { return view.iterator() }
      return nil
    default: return nil
    }
  }

  /// The state of an iterator over pairs; nil for others.
  static func pairs(_ iterator: Value) -> PairSource? {
    guard iterator.isKind(.native), iterator.object.pointee.flags & Native.flagIterator != 0,
      let pairs = Native.payload(iterator, as: PairSource.self), pairs.makesPairs
    else { return nil }
    return pairs
  }

  /// Whether `next` can be asked of a value.
  static func isIterator(_ value: Value) -> Bool {
    guard value.isObject else { return false }
    if value.isKind(.native), value.object.pointee.flags & Native.flagIterator != 0 { return true }
    return Types.lookup(value, .__next__) != nil || Native.payload(value, as: IteratorPayload.self) != nil
  }

  /// Whether `iter` can be asked of a value.
  static func isIterable(_ value: Value) throws(Raised) -> Bool {
    guard value.isObject else { return false }
    if let method = Types.lookup(value, .__iter__) { return !method.isNone }
    if Types.lookup(value, .__getitem__) != nil { return true }
    switch value.object.pointee.kind {
    case .list, .tuple, .dict, .range, .str, .set, .bytes: return true
    case .native: return builtinIterator(value) != nil
    default: return false
    }
  }

  /// The next item of an iterator; nil at its end.
  @inline(__always)
  public static func next(_ iterator: Value) throws(Raised) -> Value? {
    if iterator.isKind(.native), iterator.object.pointee.flags & Native.flagIterator != 0 {
      return try iterator.object.as(NativeLayout.self).pointee.payload.borrow { (payload) throws(Raised) -> Value? in
        // The flag is set for this class of payload only.
        do throws(Raised) { return try unsafeDowncast(payload, to: IteratorPayload.self).next() } catch {
          return try end(error)
        }
      }
    }
    return try nextByMethod(iterator)
  }

  /// The same for an iterator within another one, which may be nested in so many that the stack ends.
  @inline(__always)
  static func nextInside(_ iterator: Value) throws(Raised) -> Value? {
    try Interpreter.checkStack()
    return try next(iterator)
  }

  /// The end of a walk where a function that the iterator calls raised `StopIteration`; other exceptions go on.
  @inline(never)
  static func end(_ error: Raised) throws(Raised) -> Value? {
    guard Exceptions.isA(Interpreter.raised, .stopIteration) else { throw error }
    lastResult = Exceptions.args(Interpreter.raised).first ?? .none
    return nil
  }

  @inline(never)
  private static func nextByMethod(_ iterator: Value) throws(Raised) -> Value? {
    if let payload = Native.payload(iterator, as: IteratorPayload.self) { return try payload.next() }
    guard iterator.isObject, let method = Types.lookup(iterator, .__next__) else {
      throw raise(.typeError, "'\(Types.name(iterator))' object is not an iterator")
    }
    do throws(Raised) { return try Call.call(try Attributes.bind(method, iterator)) } catch { return try end(error) }
  }

  /// The value of the `StopIteration` by which a method ended the last walk; good until anything else runs.
  nonisolated(unsafe) static var lastResult = Value.none

  /// Walks over the items as long as `body` says to go on.
  public static func walk(_ iterable: Value, _ body: (Value) throws(Raised) -> Bool) throws(Raised) {
    if iterable.isObject {
      // Exact lists and tuples need no iterator object; a list may change while it is walked over.
      let cls = iterable.object.pointee.cls.toOpaque()
      if cls == Types.list.toOpaque() {
        var index = 0
        while index < List.count(iterable) {
          if try !body(List.item(iterable, index)) { return }
          index += 1
        }
        Function.keepAlive(iterable)
        return
      }
      if cls == Types.tuple.toOpaque() {
        for item in Tuple.items(iterable) where try !body(item) { break }
        Function.keepAlive(iterable)
        return
      }
    }
    let iterator = try iterator(iterable)
    while let item = try next(iterator) {
      if try !body(item) { break }
    }
    Function.keepAlive(iterator)
  }

  /// Walks over all items.
  public static func forEach(_ iterable: Value, _ body: (Value) throws(Raised) -> Void) throws(Raised) {
    try walk(iterable) { (item) throws(Raised) -> Bool in
      try body(item)
      return true
    }
  }

  /// The two items of an iterable that `a, b = …` would take apart.
  static func pair(_ value: Value) throws(Raised) -> (Value, Value) {
    guard try isIterable(value) else {
      throw raise(.typeError, "cannot unpack non-iterable \(Types.name(value)) object")
    }
    let items = Tuple.items(try tuple(value))
    if items.count == 2 { return (items[0], items[1]) }
    throw raise(
      .valueError,
      items.count < 2
        ? "not enough values to unpack (expected 2, got \(items.count))" : "too many values to unpack (expected 2)")
  }

  /// A new list of the items.
  public static func list(_ iterable: Value) throws(Raised) -> Value {
    if iterable.isObject, iterable.object.pointee.cls.toOpaque() == Types.list.toOpaque() {
      let result = List.make(capacity: List.count(iterable))
      for item in List.items(iterable) { List.append(result, item) }
      return result
    }
    if iterable.isKind(.range) { try Heap.checkSize(Swift.min(PyRange.count(iterable), Int.max / 8) * 8) }
    let result = List.make(capacity: hint(iterable))
    try append(iterable, to: result)
    return result
  }

  /// Adds the items of an iterable to a list. An object of a class in Python is asked for its length between its
  /// iterator and the first item, as CPython does to make room: what the answer raises is part of what a program sees.
  static func append(_ iterable: Value, to list: Value) throws(Raised) {
    guard iterable.isObject, Types.of(iterable).read({ $0.isUserDefined }) else {
      return try forEach(iterable) { (item) throws(Raised) in List.append(list, item) }
    }
    let iterator = try iterator(iterable)
    try askLength(iterable)
    while let item = try next(iterator) { List.append(list, item) }
    Function.keepAlive(iterator)
  }

  /// Asks an object of a class in Python for its length, or for a guess; raises what is wrong with the answer.
  static func askLength(_ iterable: Value) throws(Raised) {
    guard iterable.isObject, Types.of(iterable).read({ $0.isUserDefined }) else { return }
    _ = try lengthHint(iterable)
  }

  /// What an object's `__len__` or else its `__length_hint__` says; nil where neither can tell.
  static func lengthHint(_ iterable: Value) throws(Raised) -> Int? {
    let hint: Value
    do throws(Raised) {
      if Types.cls(iterable).lookup(.__len__) != nil {
        return try Operations.length(iterable)
      }
    } catch {
      if !Exceptions.isA(Interpreter.raised, .typeError) { throw error }
    }
    do throws(Raised) {
      guard let given = try Call.special(iterable, .__length_hint__) else { return nil }
      hint = given
    } catch {
      if Exceptions.isA(Interpreter.raised, .typeError) { return nil }
      throw error
    }
    if hint.isNotImplemented { return nil }
    guard Integer.isInteger(hint) else {
      throw raise(.typeError, "__length_hint__ must be an integer, not \(Types.name(hint))")
    }
    let length = try Operations.index(hint)
    if length < 0 { throw raise(.valueError, "__length_hint__() should return >= 0") }
    return length
  }

  private static func hint(_ iterable: Value) -> Int {
    guard iterable.isObject else { return 0 }
    switch iterable.object.pointee.kind {
    case .tuple: return Tuple.items(iterable).count
    case .dict: return Dict.count(iterable)
    case .set: return PySet.count(iterable)
    case .range: return Swift.min(PyRange.count(iterable), 1 << 20)
    case .native: return Native.payload(iterable, as: IteratorPayload.self)?.lengthHint ?? 0
    default: return 0
    }
  }

  /// A tuple of the items; a tuple itself is given back.
  public static func tuple(_ iterable: Value) throws(Raised) -> Value {
    if iterable.isObject, iterable.object.pointee.cls.toOpaque() == Types.tuple.toOpaque() { return iterable }
    let items: Value
    if iterable.isObject, iterable.object.pointee.cls.toOpaque() == Types.list.toOpaque() {
      items = iterable
    } else {
      items = try list(iterable)
    }
    let count = List.count(items)
    guard let base = List.items(items).baseAddress, count > 0 else { return Tuple.make([]) }
    return Tuple.make(base, count)
  }
}
