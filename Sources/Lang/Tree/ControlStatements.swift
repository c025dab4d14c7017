/// Sequences, branches and loops.

/// Nothing: `pass`, and declarations that are done with before the run.
final class PassStatement: Statement {
  override func run(_ frame: Frame) throws(Raised) -> Completion { .normal }
}

/// Statements, one after the other.
final class SequenceStatement: Statement {
  private let statements: Children<Statement>

  private init(_ statements: ArraySlice<Statement>, _ span: Span) {
    self.statements = Children(Array(statements))
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    for index in 0..<statements.count {
      let completion = try statements.with(index) { (statement) throws(Raised) -> Completion in
        try statement.run(frame)
      }
      if completion != .normal { return completion }
    }
    return .normal
  }

  /// One statement that runs all of these.
  static func make(_ statements: ArraySlice<Statement>, _ span: Span) -> Statement {
    switch statements.count {
    case 0: PassStatement(span)
    case 1: statements[statements.startIndex]
    default: SequenceStatement(statements, statements[statements.startIndex].span)
    }
  }
}

/// `return value`
final class ReturnStatement: Statement {
  /// A child that may be missing would be retained and released for each call; so there is always one, here and below.
  let value: Operand

  init(_ span: Span, _ value: Node?) {
    self.value = Operand(value ?? ConstantNode(span, .none))
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    frame[FrameSlot.result] = try value.evaluate(frame)
    return .return
  }
}

/// `break` or `continue`
final class JumpStatement: Statement {
  let completion: Completion

  init(_ span: Span, _ completion: Completion) {
    self.completion = completion
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion { completion }
}

/// `if test: … else: …`
final class IfStatement: Statement {
  let condition: Node
  let body: Statement
  let orElse: Statement

  init(_ span: Span, _ condition: Node, _ body: Statement, _ orElse: Statement?) {
    self.condition = condition
    self.body = body
    self.orElse = orElse ?? PassStatement(span)
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    if try condition.test(frame) { return try body.run(frame) }
    return try orElse.run(frame)
  }
}

/// `while test: … else: …`
final class WhileStatement: Statement {
  let condition: Node
  let body: Statement
  let orElse: Statement

  init(_ span: Span, _ condition: Node, _ body: Statement, _ orElse: Statement?) {
    self.condition = condition
    self.body = body
    self.orElse = orElse ?? PassStatement(span)
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    while try condition.test(frame) {
      try Interpreter.safePoint(body.span)
      switch try body.run(frame) {
      case .normal, .continue: break
      case .break: return .normal
      case .return, .yield: return .return
      }
    }
    return try orElse.run(frame)
  }
}

/// `for target in iterable: … else: …`
final class ForStatement: Statement {
  let target: Target
  /// The slot where the target is a local variable; else -1.
  private let slot: Int
  /// The target where it is a pair: iterators that make pairs then need not.
  private let pair: UnpackTarget?
  let iterable: Node
  let body: Statement
  let orElse: Statement

  init(_ span: Span, _ target: Target, _ iterable: Node, _ body: Statement, _ orElse: Statement?) {
    self.target = target
    slot = (target as? LocalTarget)?.slot ?? -1
    let unpacked = target as? UnpackTarget
    pair = unpacked?.targets.count == 2 && unpacked?.star == -1 ? unpacked : nil
    self.iterable = iterable
    self.body = body
    self.orElse = orElse ?? PassStatement(span)
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    let source = try iterable.evaluate(frame)
    let completion: Completion
    if let walk = Walk(source) {
      completion = try runWalk(walk, frame)
    } else {
      completion = try runIterator(source, frame)
    }
    switch completion {
    case .normal: return try orElse.run(frame)
    case .break: return .normal
    default: return completion
    }
  }

  @inline(__always)
  private func store(_ value: Value, _ frame: Frame) throws(Raised) {
    if slot >= 0 { frame[slot] = value } else { try target.store(value, frame) }
  }

  /// Runs the body; nil when the loop goes round.
  @inline(__always)
  private func runBody(_ frame: Frame) throws(Raised) -> Completion? {
    try Interpreter.safePoint(body.span)
    switch try body.run(frame) {
    case .normal, .continue: return nil
    case .break: return .break
    case .return, .yield: return .return
    }
  }

  private func runWalk(_ walk: consuming Walk, _ frame: Frame) throws(Raised) -> Completion {
    while let item = walk.next() {
      try store(item, frame)
      if let end = try runBody(frame) { return end }
    }
    return .normal
  }

  private func runIterator(_ source: Value, _ frame: Frame) throws(Raised) -> Completion {
    let iterator: Value
    do throws(Raised) { iterator = try Iteration.iterator(source) } catch {
      throw Interpreter.locate(error, span)
    }
    if let pair, let source = Iteration.pairs(iterator) { return try runPairs(source, iterator, pair, frame) }
    while let item = try next(iterator) {
      try store(item, frame)
      if let end = try runBody(frame) { return end }
    }
    return .normal
  }

  private func runPairs(
    _ source: PairSource, _ iterator: Value, _ pair: UnpackTarget, _ frame: Frame
  ) throws(Raised) -> Completion {
    defer { Function.keepAlive(iterator) }
    return try Call.withValues(2) { (items) throws(Raised) -> Completion in
      while try nextPair(source, items) {
        try pair.store(items, frame)
        if let end = try runBody(frame) { return end }
      }
      return .normal
    }
  }

  @inline(__always)
  private func nextPair(_ source: PairSource, _ items: UnsafeMutablePointer<Value>) throws(Raised) -> Bool {
    do throws(Raised) { return try source.nextPair(items) } catch {
      do throws(Raised) { return try Iteration.end(error) != nil } catch {
        throw Interpreter.locate(error, span)
      }
    }
  }

  @inline(__always)
  private func next(_ iterator: Value) throws(Raised) -> Value? {
    do throws(Raised) { return try Iteration.next(iterator) } catch {
      throw Interpreter.locate(error, span)
    }
  }
}
