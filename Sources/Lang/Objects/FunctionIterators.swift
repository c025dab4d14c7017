/// The iterators that built-in functions make of others, or of functions.

/// `iter(callable, sentinel)`
final class CallableIterator: IteratorPayload {
  private var callable: Value
  private let sentinel: Value
  init(_ callable: Value, _ sentinel: Value) {
    self.callable = callable
    self.sentinel = sentinel
  }
  override func trace() {
    Heap.mark(callable)
    Heap.mark(sentinel)
  }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    callable.isUnbound ? TupleIterator(Tuple.make([])) : CallableIterator(try part(callable), try part(sentinel))
  }
  override func next() throws(Raised) -> Value? {
    guard !callable.isUnbound else { return nil }
    // Built-in functions walk over it without a safe point, maybe for ever.
    try Interpreter.takeInterrupt()
    do throws(Raised) {
      let value = try Call.call(callable)
      if try !Operations.sameOrEqual(value, sentinel) { return value }
    } catch {
      guard Exceptions.isA(Interpreter.raised, .stopIteration) else { throw error }
    }
    callable = .unbound
    return nil
  }
}

/// `enumerate(iterable, start)`
final class EnumerateIterator: PairSource {
  /// What is walked over: the iterator, or what `walk` needs none for.
  private var source: Value
  private var walk: Walk?
  private var count: Int
  init(_ iterable: Value, _ start: Int) throws(Raised) {
    walk = Walk(iterable)
    source = walk == nil ? try Iteration.iterator(iterable) : iterable
    count = start
  }
  override func trace() { Heap.mark(source) }

  @inline(__always)
  private func nextItem() throws(Raised) -> Value? {
    walk == nil ? try Iteration.nextInside(source) : walk?.next()
  }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    // What is walked over without an iterator gets one, so that both go on with the same.
    if let walk {
      source = walk.rest
      self.walk = nil
    }
    return try EnumerateIterator(try part(source), count)
  }
  override func next() throws(Raised) -> Value? {
    guard let item = try nextItem() else { return nil }
    count += 1
    return Tuple.make(Integer.make(count - 1), item)
  }

  override func nextPair(_ pair: UnsafeMutablePointer<Value>) throws(Raised) -> Bool {
    guard let item = try nextItem() else { return false }
    pair[0] = Integer.make(count)
    pair[1] = item
    count += 1
    return true
  }
}

/// `zip(…)`
final class ZipIterator: PairSource {
  /// A tuple of iterators.
  private let iterators: Value
  private let isStrict: Bool
  init(_ iterators: Value, strict: Bool) {
    self.iterators = iterators
    isStrict = strict
  }
  override func trace() { Heap.mark(iterators) }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    ZipIterator(try IteratorPayload.tuple(iterators, part), strict: isStrict)
  }
  override func next() throws(Raised) -> Value? {
    let sources = Tuple.items(iterators)
    guard sources.count > 0 else { return nil }
    let (result, items) = Tuple.uninitialized(sources.count)
    items.update(repeating: .none, count: sources.count)
    return try fill(items) ? result : nil
  }

  override var makesPairs: Bool { Tuple.items(iterators).count == 2 }
  override func nextPair(_ pair: UnsafeMutablePointer<Value>) throws(Raised) -> Bool { try fill(pair) }

  private func fill(_ items: UnsafeMutablePointer<Value>) throws(Raised) -> Bool {
    let sources = Tuple.items(iterators)
    for index in 0..<sources.count {
      guard let item = try Iteration.nextInside(sources[index]) else {
        if isStrict { try checkEnd(sources, index) }
        return false
      }
      items[index] = item
    }
    return true
  }

  private func checkEnd(_ sources: UnsafeMutableBufferPointer<Value>, _ ended: Int) throws(Raised) {
    func others(_ index: Int) -> String { index == 1 ? "argument 1" : "arguments 1-\(index)" }
    if ended > 0 { throw raise(.valueError, "zip() argument \(ended + 1) is shorter than \(others(ended))") }
    for index in 1..<max(1, sources.count) where try Iteration.nextInside(sources[index]) != nil {
      throw raise(.valueError, "zip() argument \(index + 1) is longer than \(others(index))")
    }
  }
}

/// `map(function, …)`
final class MapIterator: IteratorPayload {
  private let function: Value
  /// A tuple of iterators.
  private let iterators: Value
  init(_ function: Value, _ iterators: Value) {
    self.function = function
    self.iterators = iterators
  }
  override func trace() {
    Heap.mark(function)
    Heap.mark(iterators)
  }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    MapIterator(try part(function), try IteratorPayload.tuple(iterators, part))
  }
  override func next() throws(Raised) -> Value? {
    let sources = Tuple.items(iterators)
    if sources.count == 1 {
      guard let item = try Iteration.nextInside(sources[0]) else { return nil }
      return try Call.call(function, item)
    }
    let (arguments, items) = Tuple.uninitialized(sources.count)
    items.update(repeating: .none, count: sources.count)
    for index in 0..<sources.count {
      guard let item = try Iteration.nextInside(sources[index]) else { return nil }
      items[index] = item
    }
    let result = try Call.call(function, items, sources.count, nil)
    Function.keepAlive(arguments)
    return result
  }
}

/// `filter(function, iterable)`
final class FilterIterator: IteratorPayload {
  private let function: Value
  private let iterator: Value
  private let keepsTrue: Bool
  init(_ function: Value, _ iterator: Value, keepsTrue: Bool = true) {
    self.function = function
    self.iterator = iterator
    self.keepsTrue = keepsTrue
  }
  override func trace() {
    Heap.mark(function)
    Heap.mark(iterator)
  }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    FilterIterator(try part(function), try part(iterator), keepsTrue: keepsTrue)
  }
  override func next() throws(Raised) -> Value? {
    while let item = try Iteration.nextInside(iterator) {
      let verdict = function.isNone ? item : try Call.call(function, item)
      if try Operations.truth(verdict) == keepsTrue { return item }
    }
    return nil
  }
}
