/// Sorting: a stable merge sort that finds ascending runs of its own accord.
extension ListType {
  /// A key and the position of its item before the sort.
  private struct Pair {
    var key: Value
    var index: Int
  }

  /// `list.sort`. As in CPython the list is empty meanwhile, so that a key function can't disturb it.
  static func sort(_ list: Value, key: Value, reverse: Value?) throws(Raised) {
    let isReversed = try reverse.map { (v) throws(Raised) in try Operations.index(v) != 0 } ?? false
    let count = List.count(list)
    // Keys and items lie in lists of their own, where the collector sees them: the items with all their memory, so that
    // what is done to the list meanwhile shows even if nothing is left of it.
    let items = List.make()
    let layout = list.object.as(ListLayout.self)
    exchange(layout, items.object.as(ListLayout.self))
    defer {
      exchange(layout, items.object.as(ListLayout.self))
      Function.keepAlive(items)
    }
    var keys = items
    if !key.isNone {
      keys = List.make(capacity: count)
      for index in 0..<count { List.append(keys, try Call.call(key, List.item(items, index))) }
    }
    guard count > 1 else { return try checkUnchanged(layout) }
    let pairs: UnsafeMutablePointer<Pair> = allocateBuffer(count * 2)
    defer { pairs.deallocateBuffer() }
    // A reversed sort keeps the order of equal items: the list is turned round before and after.
    for position in 0..<count {
      let index = isReversed ? count - 1 - position : position
      pairs[position] = Pair(key: List.item(keys, index), index: index)
    }
    var sorted = pairs
    do throws(Raised) {
      sorted = try sortPairs(pairs, pairs + count, count)
    } catch {
      Function.keepAlive(keys)
      throw error
    }
    Function.keepAlive(keys)
    let result = List.make(capacity: count)
    for position in 0..<count {
      List.append(result, List.item(items, sorted[isReversed ? count - 1 - position : position].index))
    }
    for position in 0..<count { List.setItem(items, position, List.item(result, position)) }
    try checkUnchanged(layout)
  }

  /// Raises `ValueError` if a list whose items were taken away has had others since.
  private static func checkUnchanged(_ layout: UnsafeMutablePointer<ListLayout>) throws(Raised) {
    if layout.pointee.items != nil { throw raise(.valueError, "list modified during sort") }
  }

  /// Has two lists exchange their items.
  private static func exchange(
    _ first: UnsafeMutablePointer<ListLayout>, _ second: UnsafeMutablePointer<ListLayout>
  ) {
    swap(&first.pointee.items, &second.pointee.items)
    swap(&first.pointee.count, &second.pointee.count)
    swap(&first.pointee.capacity, &second.pointee.capacity)
  }

  /// Sorts by the comparison that suits the keys; gives the half of the memory that the result is in.
  private static func sortPairs(
    _ pairs: UnsafeMutablePointer<Pair>, _ spare: UnsafeMutablePointer<Pair>, _ count: Int
  ) throws(Raised) -> UnsafeMutablePointer<Pair> {
    let all = UnsafeBufferPointer(start: pairs, count: count)
    if all.allSatisfy({ $0.key.isFloat }) {
      return try mergeSort(pairs, spare, count) { (a, b) throws(Raised) in a.double < b.double }
    }
    if all.allSatisfy({ $0.key.isSmallInt }) {
      return try mergeSort(pairs, spare, count) { (a, b) throws(Raised) in a.smallInt < b.smallInt }
    }
    if all.allSatisfy({ $0.key.object(isExactly: Types.str) }) {
      return try mergeSort(pairs, spare, count) { (a, b) throws(Raised) in Str.compare(a, b) < 0 }
    }
    return try mergeSort(pairs, spare, count) { (a, b) throws(Raised) in
      try Operations.truth(try Comparison.compare(.less, a, b))
    }
  }

  @inline(__always)
  private static func mergeSort(
    _ pairs: UnsafeMutablePointer<Pair>, _ spare: UnsafeMutablePointer<Pair>, _ count: Int,
    _ isLess: (Value, Value) throws(Raised) -> Bool
  ) throws(Raised) -> UnsafeMutablePointer<Pair> {
    var from = pairs
    var to = spare
    var width = 8
    var start = 0
    while start < count {
      try insertionSort(from, start, min(start + width, count), isLess)
      start += width
    }
    while width < count {
      start = 0
      while start < count {
        let middle = min(start + width, count)
        let end = min(start + 2 * width, count)
        try merge(from, to, start, middle, end, isLess)
        start = end
      }
      swap(&from, &to)
      width *= 2
    }
    return from
  }

  @inline(__always)
  private static func insertionSort(
    _ pairs: UnsafeMutablePointer<Pair>, _ start: Int, _ end: Int,
    _ isLess: (Value, Value) throws(Raised) -> Bool
  ) throws(Raised) {
    for position in (start + 1)..<max(start + 1, end) {
      let pair = pairs[position]
      var place = position
      while place > start, try isLess(pair.key, pairs[place - 1].key) {
        pairs[place] = pairs[place - 1]
        place -= 1
      }
      pairs[place] = pair
    }
  }

  @inline(__always)
  private static func merge(
    _ from: UnsafeMutablePointer<Pair>, _ to: UnsafeMutablePointer<Pair>, _ start: Int, _ middle: Int, _ end: Int,
    _ isLess: (Value, Value) throws(Raised) -> Bool
  ) throws(Raised) {
    // Two runs that are in order already need no comparison but this one.
    let isOrdered = middle >= end ? true : try !isLess(from[middle].key, from[middle - 1].key)
    if isOrdered {
      (to + start).update(from: from + start, count: end - start)
      return
    }
    var left = start
    var right = middle
    var out = start
    while left < middle && right < end {
      if try isLess(from[right].key, from[left].key) {
        to[out] = from[right]
        right += 1
      } else {
        to[out] = from[left]
        left += 1
      }
      out += 1
    }
    (to + out).update(from: from + left, count: middle - left)
    (to + out + middle - left).update(from: from + right, count: end - right)
  }
}
