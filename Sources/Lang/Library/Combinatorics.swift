/// `itertools.product`: counts like an odometer.
final class ProductIterator: IteratorPayload {
  private let pools: Value
  private var indices: [Int]
  private var isStarted = false
  private var isDone: Bool

  /// Creates the iterator from a list of tuples.
  init(_ pools: Value) {
    self.pools = pools
    indices = Array(repeating: 0, count: List.count(pools))
    isDone = List.items(pools).contains { Tuple.items($0).isEmpty }
  }

  override func trace() { Heap.mark(pools) }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    let copy = ProductIterator(try part(pools))
    (copy.indices, copy.isStarted, copy.isDone) = (indices, isStarted, isDone)
    return copy
  }
  override func next() throws(Raised) -> Value? {
    guard !isDone else { return nil }
    if isStarted {
      var place = indices.count - 1
      while place >= 0 {
        indices[place] += 1
        if indices[place] < Tuple.items(List.item(pools, place)).count { break }
        indices[place] = 0
        place -= 1
      }
      if place < 0 {
        isDone = true
        return nil
      }
    }
    isStarted = true
    return Tuple.make(indices.count) { Tuple.items(List.item(pools, $0))[indices[$0]] }
  }
}

/// `itertools.combinations` and `combinations_with_replacement`: indices that never fall.
final class CombinationIterator: IteratorPayload {
  enum Kind { case combinations, withReplacement }
  private let kind: Kind
  private let pool: Value
  private let count: Int
  private var indices: [Int]
  private var isStarted = false
  private var isDone: Bool

  init(_ kind: Kind, _ pool: Value, _ length: Int) {
    self.kind = kind
    self.pool = pool
    count = Tuple.items(pool).count
    switch kind {
    case .combinations:
      isDone = length > count
      indices = isDone ? [] : Array(0..<length)
    case .withReplacement:
      isDone = count == 0 && length > 0
      indices = Array(repeating: 0, count: length)
    }
  }

  override func trace() { Heap.mark(pool) }

  /// The highest index that a place can have.
  private func limit(_ place: Int) -> Int {
    kind == .combinations ? count - indices.count + place : count - 1
  }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    let copy = CombinationIterator(kind, try part(pool), 0)
    (copy.indices, copy.isStarted, copy.isDone) = (indices, isStarted, isDone)
    return copy
  }
  override func next() throws(Raised) -> Value? {
    guard !isDone else { return nil }
    if isStarted {
      guard let place = indices.indices.last(where: { indices[$0] < limit($0) }) else {
        isDone = true
        return nil
      }
      indices[place] += 1
      for later in indices.indices[(place + 1)...] {
        indices[later] = kind == .combinations ? indices[later - 1] + 1 : indices[place]
      }
    }
    isStarted = true
    return Tuple.make(indices.count) { Tuple.items(pool)[indices[$0]] }
  }
}

/// `itertools.permutations`, in the lexicographic order of the indices.
final class PermutationIterator: IteratorPayload {
  private let pool: Value
  private let length: Int
  private var indices: [Int]
  private var cycles: [Int]
  private var isStarted = false
  private var isDone: Bool

  init(_ pool: Value, _ length: Int) {
    self.pool = pool
    self.length = length
    let count = Tuple.items(pool).count
    isDone = length > count
    indices = Array(0..<count)
    cycles = isDone ? [] : (0..<length).map { count - $0 }
  }

  override func trace() { Heap.mark(pool) }

  override func copied(_ part: Copier) throws(Raised) -> IteratorPayload? {
    let copy = PermutationIterator(try part(pool), length)
    (copy.indices, copy.cycles, copy.isStarted, copy.isDone) = (indices, cycles, isStarted, isDone)
    return copy
  }
  override func next() throws(Raised) -> Value? {
    guard !isDone else { return nil }
    if isStarted {
      var place = length - 1
      while place >= 0 {
        cycles[place] -= 1
        if cycles[place] > 0 {
          indices.swapAt(place, indices.count - cycles[place])
          break
        }
        let first = indices[place]
        for later in (place + 1)..<max(place + 1, indices.count) { indices[later - 1] = indices[later] }
        indices[indices.count - 1] = first
        cycles[place] = indices.count - place
        place -= 1
      }
      if place < 0 {
        isDone = true
        return nil
      }
    }
    isStarted = true
    return Tuple.make(length) { Tuple.items(pool)[indices[$0]] }
  }
}
