/// Union, intersection and difference of sets, step by step as CPython's `setobject.c` takes them, because the order in
/// which a set is walked is visible.
enum SetAlgebra {
  /// A new set of the left one's type with the same elements.
  static func copy(_ set: Value) -> Value {
    let result = PySet.make(frozen: PySet.isFrozen(set))
    PySet.table(result).pointee = PySet.table(set).pointee.copy()
    return result
  }

  /// `a op b` for two sets; nil for operators that sets don't have.
  static func binary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    switch op {
    case .bitOr:
      let result = copy(a)
      try add(b, to: result)
      return result
    case .bitAnd: return try intersection(a, b)
    case .sub: return try difference(a, b)
    case .bitXor: return try symmetricDifference(a, b)
    default: return nil
    }
  }

  /// Adds all items of an iterable to a set.
  static func add(_ source: Value, to target: Value) throws(Raised) {
    if source.isKind(.set) {
      if source.bits != target.bits { try SetTable.merge(PySet.table(source), into: PySet.table(target)) }
      return
    }
    if source.object(isExactly: Types.dict) { PySet.table(target).pointee.prepare(Dict.count(source)) }
    try Iteration.forEach(source) { (item) throws(Raised) in try PySet.insert(target, item) }
  }

  /// The elements of `a` that an iterable has too. Of two sets the smaller one is walked.
  static func intersection(_ a: Value, _ b: Value) throws(Raised) -> Value {
    let result = PySet.make(frozen: PySet.isFrozen(a))
    guard b.isKind(.set) else {
      try Iteration.forEach(b) { (item) throws(Raised) in
        if try PySet.contains(a, item) { try PySet.insert(result, item) }
      }
      return result
    }
    if a.bits == b.bits { return copy(a) }
    let (walked, asked) = PySet.count(b) > PySet.count(a) ? (a, b) : (b, a)
    try eachElement(walked) { (element, hash) throws(Raised) in
      if try SetTable.find(in: PySet.table(asked), element, hash) >= 0 {
        try PySet.insert(result, element, hash)
      }
    }
    return result
  }

  /// The elements of `a` that an iterable doesn't have.
  static func difference(_ a: Value, _ b: Value) throws(Raised) -> Value {
    let size = b.isKind(.set) ? PySet.count(b) : b.object(isExactly: Types.dict) ? Dict.count(b) : nil
    guard let size, PySet.count(a) >> 2 <= size else {
      let result = copy(a)
      try remove(b, from: result)
      return result
    }
    let result = PySet.make(frozen: PySet.isFrozen(a))
    try eachElement(a) { (element, hash) throws(Raised) in
      let isThere =
        b.isKind(.set) ? try SetTable.find(in: PySet.table(b), element, hash) >= 0 : try Dict.get(b, element) != nil
      if !isThere { try PySet.insert(result, element, hash) }
    }
    return result
  }

  /// Removes all items of an iterable from a set.
  static func remove(_ source: Value, from target: Value) throws(Raised) {
    if source.bits == target.bits {
      PySet.table(target).pointee.removeAll()
      return
    }
    if source.isKind(.set) {
      try eachElement(source) { (element, _) throws(Raised) in _ = try PySet.remove(target, element) }
    } else {
      try Iteration.forEach(source) { (item) throws(Raised) in _ = try PySet.remove(target, item) }
    }
    PySet.table(target).pointee.tidy()
  }

  /// The elements of one of two iterables only.
  static func symmetricDifference(_ a: Value, _ b: Value) throws(Raised) -> Value {
    let result = PySet.make(frozen: PySet.isFrozen(a))
    try add(b, to: result)
    try toggle(a, in: result)
    return result
  }

  /// Removes from a set the items of an iterable that it has, and adds those that it doesn't have.
  static func toggle(_ source: Value, in target: Value) throws(Raised) {
    if source.bits == target.bits {
      PySet.table(target).pointee.removeAll()
      return
    }
    var items = source
    if !items.isKind(.set) {
      items = PySet.make()
      try add(source, to: items)
    }
    try eachElement(items) { (element, hash) throws(Raised) in
      if try !PySet.remove(target, element) { try PySet.insert(target, element, hash) }
    }
  }

  /// Walks over a set's elements with their hashes.
  static func eachElement(_ set: Value, _ body: (Value, Int) throws(Raised) -> Void) throws(Raised) {
    var slot = 0
    while slot < PySet.table(set).pointee.slotCount {
      if let element = PySet.table(set).pointee.element(at: slot) {
        try body(element, PySet.table(set).pointee.hash(at: slot))
      }
      slot += 1
    }
  }

  /// `a op= b` for two sets; false for operators that sets don't have.
  static func change(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Bool {
    switch op {
    case .bitOr: try add(b, to: a)
    case .bitAnd: take(try intersection(a, b), into: a)
    case .sub: try remove(b, from: a)
    case .bitXor: try toggle(b, in: a)
    default: return false
    }
    return true
  }

  /// Gives a set the elements of another, which becomes empty.
  static func take(_ source: Value, into target: Value) {
    PySet.table(target).pointee.removeAll()
    PySet.table(target).pointee = PySet.table(source).pointee
    PySet.table(source).pointee = SetTable()
  }
}
