/// Sequences, branches and loops with a `yield` inside: each notes in a slot of the frame where it stands when the
/// generator is left, and takes the note back when it goes on, so that outside of that the slot is unbound.

/// Two statements, at least one of which can yield.
final class ResumableSequenceStatement: Statement {
  let first: Statement
  let rest: Statement
  /// Bound while the generator is left in `rest`.
  let slot: Int

  init(_ first: Statement, _ rest: Statement, slot: Int) {
    self.first = first
    self.rest = rest
    self.slot = slot
    super.init(first.span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    if frame[slot].isUnbound {
      let completion = try first.run(frame)
      if completion != .normal { return completion }
    } else {
      frame[slot] = .unbound
    }
    let completion = try rest.run(frame)
    if completion == .yield { frame[slot] = .yes }
    return completion
  }
}

/// `if` with a `yield` in a branch.
final class ResumableIfStatement: Statement {
  let condition: Node
  let body: Statement
  let orElse: Statement?
  /// While the generator is left in a branch: which one.
  let slot: Int

  init(_ span: Span, _ condition: Node, _ body: Statement, _ orElse: Statement?, slot: Int) {
    self.condition = condition
    self.body = body
    self.orElse = orElse
    self.slot = slot
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    let isTrue: Bool
    if frame[slot].isUnbound {
      isTrue = try condition.test(frame)
    } else {
      isTrue = frame[slot].isTrue
      frame[slot] = .unbound
    }
    let completion = isTrue ? try body.run(frame) : try orElse?.run(frame) ?? .normal
    if completion == .yield { frame[slot] = Value(isTrue) }
    return completion
  }
}

/// `while` with a `yield` inside.
final class ResumableWhileStatement: Statement {
  /// What has to run before each test: the evaluation of a condition that yields.
  let preparation: Statement?
  let condition: Node
  let body: Statement
  let orElse: Statement?
  /// While the generator is left: whether in the body (`yes`) or in `orElse`; unbound in the preparation.
  let slot: Int

  init(
    _ span: Span, _ preparation: Statement?, _ condition: Node, _ body: Statement, _ orElse: Statement?, slot: Int
  ) {
    self.preparation = preparation
    self.condition = condition
    self.body = body
    self.orElse = orElse
    self.slot = slot
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    var place = frame[slot]
    frame[slot] = .unbound
    while place.bits != Value.no.bits {
      if place.isUnbound {
        if let preparation, try preparation.run(frame) == .yield { return .yield }
        if try !condition.test(frame) { break }
        try Interpreter.safePoint(body.span)
      }
      place = .unbound
      switch try body.run(frame) {
      case .normal, .continue: break
      case .break: return .normal
      case .return: return .return
      case .yield:
        frame[slot] = .yes
        return .yield
      }
    }
    let completion = try orElse?.run(frame) ?? .normal
    if completion == .yield { frame[slot] = .no }
    return completion
  }
}

/// `for` with a `yield` inside.
final class ResumableForStatement: Statement {
  let target: Target
  let iterable: Node
  let body: Statement
  let orElse: Statement?
  /// While the generator is left: the iterator, or `None` in `orElse`.
  let slot: Int

  init(_ span: Span, _ target: Target, _ iterable: Node, _ body: Statement, _ orElse: Statement?, slot: Int) {
    self.target = target
    self.iterable = iterable
    self.body = body
    self.orElse = orElse
    self.slot = slot
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    var iterator = frame[slot]
    if iterator.isUnbound {
      let source = try iterable.evaluate(frame)
      if let walk = Walk(source) { return try runWalk(walk, frame) }
      do throws(Raised) { iterator = try Iteration.iterator(source) } catch {
        throw Interpreter.locate(error, span)
      }
    } else {
      frame[slot] = .unbound
      if iterator.isNone { return try runElse(frame) }
      if let end = try runBody(iterator, frame) { return end }
    }
    while let item = try next(iterator) {
      try target.store(item, frame)
      try Interpreter.safePoint(body.span)
      if let end = try runBody(iterator, frame) { return end }
    }
    return try runElse(frame)
  }

  /// Goes without an iterator for as long as the body doesn't yield.
  private func runWalk(_ walk: consuming Walk, _ frame: Frame) throws(Raised) -> Completion {
    while let item = walk.next() {
      try target.store(item, frame)
      try Interpreter.safePoint(body.span)
      switch try body.run(frame) {
      case .normal, .continue: break
      case .break: return .normal
      case .return: return .return
      case .yield:
        frame[slot] = walk.rest
        return .yield
      }
    }
    return try runElse(frame)
  }

  /// Runs the body; nil when the loop goes round.
  @inline(__always)
  private func runBody(_ iterator: Value, _ frame: Frame) throws(Raised) -> Completion? {
    switch try body.run(frame) {
    case .normal, .continue: return nil
    case .break: return .normal
    case .return: return .return
    case .yield:
      frame[slot] = iterator
      return .yield
    }
  }

  private func runElse(_ frame: Frame) throws(Raised) -> Completion {
    let completion = try orElse?.run(frame) ?? .normal
    if completion == .yield { frame[slot] = .none }
    return completion
  }

  @inline(__always)
  private func next(_ iterator: Value) throws(Raised) -> Value? {
    do throws(Raised) { return try Iteration.next(iterator) } catch {
      throw Interpreter.locate(error, span)
    }
  }
}
