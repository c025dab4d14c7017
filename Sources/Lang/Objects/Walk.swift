/// Walking over a list, a tuple or a range without an iterator.
struct Walk {
  private enum Kind { case list, tuple, range }

  private let source: Value
  private let kind: Kind
  /// The index of the next item.
  private var position = 0
  /// How many items there are, but for a list, which may grow meanwhile.
  private let count: Int
  private let start: Int
  private let step: Int

  /// The walk over a value of exactly one of these classes; nil for others.
  @inline(__always)
  init?(_ source: Value) {
    self.source = source
    if source.object(isExactly: Types.list) {
      (kind, count, start, step) = (.list, 0, 0, 0)
    } else if source.object(isExactly: Types.range) {
      let range = source.object.as(RangeLayout.self).pointee
      (kind, count, start, step) = (.range, PyRange.count(source), range.start, range.step)
    } else if source.object(isExactly: Types.tuple) {
      (kind, count, start, step) = (.tuple, Tuple.items(source).count, 0, 0)
    } else {
      return nil
    }
  }

  /// The next item; nil at the end.
  @inline(__always)
  mutating func next() -> Value? {
    let index = position
    switch kind {
    case .range:
      guard index < count else { return nil }
      position = index &+ 1
      return Integer.make(start &+ index &* step)
    case .list:
      guard index < List.count(source) else { return nil }
      position = index &+ 1
      return List.item(source, index)
    case .tuple:
      guard index < count else { return nil }
      position = index &+ 1
      return Tuple.items(source)[index]
    }
  }

  /// An iterator over the items that are left.
  var rest: Value {
    switch kind {
    case .range:
      Native.make(
        Iterators.range, RangeIterator(start: start &+ position &* step, step: step, count: count - position))
    case .list: Native.make(Iterators.list, ListIterator(source, from: position))
    case .tuple: Native.make(Iterators.tuple, TupleIterator(source, from: position))
    }
  }
}
