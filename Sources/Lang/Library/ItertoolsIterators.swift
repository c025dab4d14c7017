/// The iterators of `itertools` that take items from others.

final class CountIterator: IteratorPayload {
  private(set) var value: Value
  let step: Value
  init(_ start: Value, _ step: Value) {
    value = start
    self.step = step
  }
  override func trace() {
    Heap.mark(value)
    Heap.mark(step)
  }
  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    CountIterator(try part(value), try part(step))
  }
  override func next() throws(Raised) -> Value? {
    try Interpreter.takeInterrupt()
    let current = value
    value = try Arithmetic.binary(.add, value, step)
    return current
  }
}

final class CycleIterator: IteratorPayload {
  private var source: Value
  private var saved = List.make()
  private var index = 0
  init(_ source: Value) { self.source = source }
  override func trace() {
    Heap.mark(source)
    Heap.mark(saved)
  }
  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    let copy = CycleIterator(source.isUnbound ? .unbound : try part(source))
    copy.saved = try part(saved)
    copy.index = index
    return copy
  }
  override func next() throws(Raised) -> Value? {
    try Interpreter.takeInterrupt()
    if !source.isUnbound {
      if let item = try Iteration.nextInside(source) {
        List.append(saved, item)
        return item
      }
      source = .unbound
    }
    guard List.count(saved) > 0 else { return nil }
    let item = List.item(saved, index)
    index = index + 1 == List.count(saved) ? 0 : index + 1
    return item
  }
}

final class RepeatIterator: IteratorPayload {
  let value: Value
  private(set) var left: Int?
  init(_ value: Value, _ times: Int?) {
    self.value = value
    left = times
  }
  override func trace() { Heap.mark(value) }
  override var lengthHint: Int? { left }
  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    RepeatIterator(try part(value), left)
  }
  override func next() throws(Raised) -> Value? {
    try Interpreter.takeInterrupt()
    if let left {
      if left == 0 { return nil }
      self.left = left - 1
    }
    return value
  }
}

final class AccumulateIterator: IteratorPayload {
  private let source: Value
  private let function: Value?
  private var total: Value?
  private var isStarted: Bool
  init(_ source: Value, _ function: Value?, initial: Value?) {
    self.source = source
    self.function = function
    total = initial
    isStarted = initial == nil
  }
  override func trace() {
    Heap.mark(source)
    if let function { Heap.mark(function) }
    if let total { Heap.mark(total) }
  }
  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    var copiedFunction: Value?
    if let function { copiedFunction = try part(function) }
    let copy = AccumulateIterator(try part(source), copiedFunction, initial: nil)
    if let total { copy.total = try part(total) }
    copy.isStarted = isStarted
    return copy
  }
  override func next() throws(Raised) -> Value? {
    if !isStarted {
      isStarted = true
      return total
    }
    guard let item = try Iteration.nextInside(source) else { return nil }
    guard let sum = total else {
      total = item
      return item
    }
    let result: Value
    if let function {
      result = try Call.call(function, sum, item)
    } else {
      result = try Arithmetic.binary(.add, sum, item)
    }
    total = result
    return result
  }
}

final class ChainIterator: IteratorPayload {
  private var sources: Value
  private var current = Value.unbound
  init(_ sources: Value) { self.sources = sources }
  override func trace() {
    Heap.mark(sources)
    Heap.mark(current)
  }
  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    let copy = ChainIterator(sources.isUnbound ? .unbound : try part(sources))
    if !current.isUnbound { copy.current = try part(current) }
    return copy
  }
  override func next() throws(Raised) -> Value? {
    while !sources.isUnbound {
      if current.isUnbound {
        guard let following = try Iteration.nextInside(sources) else {
          sources = .unbound
          return nil
        }
        current = try Iteration.iterator(following)
      }
      if let item = try Iteration.nextInside(current) { return item }
      current = .unbound
    }
    return nil
  }
}

final class CompressIterator: IteratorPayload {
  private let data: Value
  private let selectors: Value
  init(_ data: Value, _ selectors: Value) {
    self.data = data
    self.selectors = selectors
  }
  override func trace() {
    Heap.mark(data)
    Heap.mark(selectors)
  }
  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    CompressIterator(try part(data), try part(selectors))
  }
  override func next() throws(Raised) -> Value? {
    while let item = try Iteration.nextInside(data), let selector = try Iteration.nextInside(selectors) {
      if try Operations.truth(selector) { return item }
    }
    return nil
  }
}

/// `dropwhile`, `takewhile`, `filterfalse` and `starmap`: a function and one source.
final class TestIterator: IteratorPayload {
  enum Kind { case dropWhile, takeWhile, filterFalse, starMap }
  private let kind: Kind
  private let function: Value
  private let source: Value
  private var isDone = false
  init(_ kind: Kind, _ function: Value, _ source: Value) {
    self.kind = kind
    self.function = function
    self.source = source
  }
  override func trace() {
    Heap.mark(function)
    Heap.mark(source)
  }
  private func test(_ item: Value) throws(Raised) -> Bool {
    try Operations.truth(kind == .filterFalse && function.isNone ? item : try Call.call(function, item))
  }
  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    let copy = TestIterator(kind, try part(function), try part(source))
    copy.isDone = isDone
    return copy
  }
  override func next() throws(Raised) -> Value? {
    switch kind {
    case .dropWhile:
      while let item = try Iteration.nextInside(source) {
        if isDone { return item }
        if try !test(item) {
          isDone = true
          return item
        }
      }
    case .takeWhile:
      if !isDone, let item = try Iteration.nextInside(source) {
        if try test(item) { return item }
        isDone = true
      }
    case .filterFalse:
      while let item = try Iteration.nextInside(source) {
        if try !test(item) { return item }
      }
    case .starMap:
      guard let item = try Iteration.nextInside(source) else { return nil }
      let arguments = try Iteration.tuple(item)
      return try FunctoolsModule.call(function, arguments, Dict.make(), then: Tuple.make([]), Dict.make())
    }
    return nil
  }
}

final class SliceIterator: IteratorPayload {
  private var source: Value
  private var wanted: Int
  private let stop: Int?
  private let step: Int
  private var index = 0
  init(_ source: Value, _ start: Int, _ stop: Int?, _ step: Int) {
    self.source = source
    wanted = start
    self.stop = stop
    self.step = step
  }
  override func trace() { Heap.mark(source) }
  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    let copy = SliceIterator(source.isUnbound ? .unbound : try part(source), wanted, stop, step)
    copy.index = index
    return copy
  }
  override func next() throws(Raised) -> Value? {
    guard !source.isUnbound else { return nil }
    // The items before the next wanted one are consumed, and so are those up to the end of the slice.
    let limit = stop.map { min(wanted, $0) } ?? wanted
    while index < limit {
      guard try Iteration.nextInside(source) != nil else {
        source = .unbound
        return nil
      }
      index += 1
    }
    if let stop, index >= stop {
      source = .unbound
      return nil
    }
    guard let item = try Iteration.nextInside(source) else {
      source = .unbound
      return nil
    }
    index += 1
    let (next, overflow) = wanted.addingReportingOverflow(step)
    wanted = overflow ? .max : next
    return item
  }
}

final class PairIterator: IteratorPayload {
  private let source: Value
  private var last: Value?
  init(_ source: Value) { self.source = source }
  override func trace() {
    Heap.mark(source)
    if let last { Heap.mark(last) }
  }
  override func next() throws(Raised) -> Value? {
    if last == nil { last = try Iteration.nextInside(source) }
    guard let first = last, let second = try Iteration.nextInside(source) else { return nil }
    last = second
    return Tuple.make(first, second)
  }
}

final class LongestIterator: IteratorPayload {
  /// The iterators, None where one has ended.
  private let iterators: Value
  private let fill: Value
  private var active: Int
  init(_ iterators: Value, _ fill: Value) {
    self.iterators = iterators
    self.fill = fill
    active = List.count(iterators)
  }
  override func trace() {
    Heap.mark(iterators)
    Heap.mark(fill)
  }
  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    let copies = List.make()
    for item in List.items(iterators) { List.append(copies, item.isNone ? item : try part(item)) }
    let copy = LongestIterator(copies, try part(fill))
    copy.active = active
    return copy
  }
  override func next() throws(Raised) -> Value? {
    guard active > 0 else { return nil }
    let items = List.make(capacity: List.count(iterators))
    for index in 0..<List.count(iterators) {
      let iterator = List.item(iterators, index)
      if !iterator.isNone {
        if let item = try Iteration.nextInside(iterator) {
          List.append(items, item)
          continue
        }
        List.setItem(iterators, index, .none)
        active -= 1
        if active == 0 { return nil }
      }
      List.append(items, fill)
    }
    return try Iteration.tuple(items)
  }
}

/// `groupby`: the groups share the source, and one that isn't the current one any more is empty.
final class GroupIterator: IteratorPayload {
  private let source: Value
  private let key: Value?
  private let groupClass: Class
  private var item = Value.unbound
  private var itemKey = Value.unbound
  /// The key of the group that was given last.
  private var groupKey = Value.unbound
  fileprivate private(set) var group = 0
  init(_ source: Value, _ key: Value?, _ groupClass: Class) {
    self.source = source
    self.key = key
    self.groupClass = groupClass
  }
  override func trace() {
    Heap.mark(source)
    if let key { Heap.mark(key) }
    Heap.mark(item)
    Heap.mark(itemKey)
    Heap.mark(groupKey)
  }
  private func advance() throws(Raised) -> Bool {
    guard let following = try Iteration.nextInside(source) else { return false }
    item = following
    itemKey = following
    if let key { itemKey = try Call.call(key, following) }
    return true
  }
  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    var copiedKey: Value?
    if let key { copiedKey = try part(key) }
    let copy = GroupIterator(try part(source), copiedKey, groupClass)
    if !item.isUnbound { copy.item = try part(item) }
    if !itemKey.isUnbound { copy.itemKey = try part(itemKey) }
    if !groupKey.isUnbound { copy.groupKey = try part(groupKey) }
    return copy
  }
  override func next() throws(Raised) -> Value? {
    group += 1
    if itemKey.isUnbound, try !advance() { return nil }
    while !groupKey.isUnbound, try Operations.sameOrEqual(itemKey, groupKey) {
      if try !advance() {
        return nil
      }
    }
    groupKey = itemKey
    let members = Native.make(groupClass, GroupMembers(self, group))
    return Tuple.make(itemKey, members)
  }
  fileprivate func member(of number: Int) throws(Raised) -> Value? {
    guard number == group else { return nil }
    if item.isUnbound, try !advance() { return nil }
    guard try Operations.sameOrEqual(itemKey, groupKey) else { return nil }
    let result = item
    item = .unbound
    return result
  }
}

final class GroupMembers: IteratorPayload {
  private let owner: GroupIterator
  private let number: Int
  private var isDone = false
  init(_ owner: GroupIterator, _ number: Int) {
    self.owner = owner
    self.number = number
  }
  override func trace() { owner.trace() }
  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    let copy = GroupMembers(owner, number)
    copy.isDone = isDone
    return copy
  }
  override func next() throws(Raised) -> Value? {
    if isDone { return nil }
    let item = try owner.member(of: number)
    isDone = item == nil
    return item
  }
}

/// One of several walks over the same source. Links are lists `[item, next link]`, empty while unread.
final class TeeIterator: IteratorPayload {
  let source: Value
  private(set) var link: Value
  init(_ source: Value, _ link: Value) {
    self.source = source
    self.link = link
  }
  override func trace() {
    Heap.mark(source)
    Heap.mark(link)
  }
  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    TeeIterator(try part(source), try part(link))
  }
  override func next() throws(Raised) -> Value? {
    if List.count(link) == 0 {
      guard let item = try Iteration.nextInside(source) else { return nil }
      List.append(link, item)
      List.append(link, List.make())
    }
    let item = List.item(link, 0)
    link = List.item(link, 1)
    return item
  }
}
