/// `yield` and `yield from`, and how expressions that hold them are left and found again.

/// The `yield` of a statement of its own: `yield value`.
final class YieldStatement: Statement {
  let value: Node?
  let slot: Int

  init(_ span: Span, _ value: Node?, slot: Int) {
    self.value = value
    self.slot = slot
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    if frame[slot].isUnbound {
      frame[FrameSlot.result] = try value?.evaluate(frame) ?? .none
      frame[slot] = .yes
      return .yield
    }
    frame[slot] = .unbound
    if !GeneratorState.injected.isUnbound { throw YieldNode.raiseInjected(span) }
    return .normal
  }
}

/// `yield value` within an expression: leaves it by a `Raised` that `SuspendableStatement` takes for what it is.
final class YieldNode: Node {
  let value: Node?
  let slot: Int

  init(_ span: Span, _ value: Node?, slot: Int) {
    self.value = value
    self.slot = slot
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    if frame[slot].isUnbound {
      let yielded = try value?.evaluate(frame) ?? .none
      frame[slot] = .yes
      throw YieldNode.suspend(yielded, frame)
    }
    frame[slot] = .unbound
    if !GeneratorState.injected.isUnbound { throw YieldNode.raiseInjected(span) }
    let sent = GeneratorState.sent
    GeneratorState.sent = .none
    return sent
  }

  /// What is thrown to leave an expression with a value for the generator's user.
  static func suspend(_ value: Value, _ frame: Frame) -> Raised {
    frame[FrameSlot.result] = value
    GeneratorState.isSuspending = true
    return Raised()
  }

  /// Raises the exception that was thrown into the generator.
  @inline(never)
  static func raiseInjected(_ span: Span) -> Raised {
    let exception = GeneratorState.injected
    GeneratorState.injected = .unbound
    return Interpreter.locate(raise(exception), span)
  }
}

/// `yield from iterable` (PEP 380). Its slot holds the inner iterator while the generator is suspended here.
final class YieldFromNode: Node {
  let iterable: Node
  let slot: Int

  init(_ span: Span, _ iterable: Node, slot: Int) {
    self.iterable = iterable
    self.slot = slot
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let iterator: Value
    let yielded: Value?
    if frame[slot].isUnbound {
      let source = try iterable.evaluate(frame)
      do throws(Raised) {
        iterator = try Iteration.iterator(source)
        yielded = try YieldFromNode.step(iterator)
      } catch { throw Interpreter.locate(error, span) }
    } else {
      iterator = frame[slot]
      frame[slot] = .unbound
      do throws(Raised) { yielded = try goOn(iterator) } catch { throw Interpreter.locate(error, span) }
    }
    if let yielded {
      frame[slot] = iterator
      GeneratorState.delegate = iterator
      throw YieldNode.suspend(yielded, frame)
    }
    if let inner = Native.payload(iterator, as: GeneratorState.self) { return inner.result }
    return Iteration.lastResult
  }

  /// Hands what came in with the resumption to the inner iterator.
  private func goOn(_ iterator: Value) throws(Raised) -> Value? {
    let exception = GeneratorState.injected
    GeneratorState.injected = .unbound
    let sent = GeneratorState.sent
    GeneratorState.sent = .none
    let inner = Native.payload(iterator, as: GeneratorState.self)
    if !exception.isUnbound {
      if Exceptions.isException(exception), Exceptions.isA(exception, .generatorExit) {
        if let inner {
          try inner.close()
        } else if let close = try Attributes.lookUp(iterator, Symbol(.close)) {
          _ = try Call.call(close)
        }
        throw raise(exception)
      }
      if let inner { return try inner.raiseInside(exception) }
      guard let method = try Attributes.lookUp(iterator, Symbol(.throw)) else {
        throw raise(try RaiseStatement.instance(exception))
      }
      return try YieldFromNode.orResult { () throws(Raised) -> Value in try Call.call(method, exception) }
    }
    if let inner { return try inner.resume(with: sent) }
    if sent.isNone { return try YieldFromNode.step(iterator) }
    let method = try Attributes.get(iterator, Symbol(.send))
    return try YieldFromNode.orResult { () throws(Raised) -> Value in try Call.call(method, sent) }
  }

  /// The next item of an iterator; nil at its end, whose value `Iteration.lastResult` then is.
  private static func step(_ iterator: Value) throws(Raised) -> Value? {
    let isNative = iterator.isKind(.native) && iterator.object.pointee.flags & Native.flagIterator != 0
    guard isNative, let payload = Native.payload(iterator, as: IteratorPayload.self) else {
      return try Iteration.next(iterator)
    }
    do throws(Raised) {
      if let item = try payload.next() { return item }
    } catch {
      // A function that the iterator calls may raise `StopIteration`, whose value then counts.
      return try Iteration.end(error)
    }
    Iteration.lastResult = .none
    return nil
  }

  /// What `body` gives; nil when it raises `StopIteration`, whose value `Iteration.lastResult` then is.
  private static func orResult(_ body: () throws(Raised) -> Value) throws(Raised) -> Value? {
    do throws(Raised) { return try body() } catch {
      guard Exceptions.isA(Interpreter.raised, .stopIteration) else { throw error }
      Iteration.lastResult = Exceptions.args(Interpreter.raised).first ?? .none
      return nil
    }
  }
}

/// An operand that is evaluated before a `yield` of the same expression: its value is kept in a slot, so that it is
/// not evaluated anew when the expression is.
final class SavedNode: Node {
  let operand: Node
  let slot: Int

  init(_ operand: Node, slot: Int) {
    self.operand = operand
    self.slot = slot
    super.init(operand.span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let saved = frame[slot]
    if !saved.isUnbound { return saved }
    let value = try operand.evaluate(frame)
    frame[slot] = value
    return value
  }
}

/// A simple statement with a `yield` within an expression.
final class SuspendableStatement: Statement {
  let statement: Statement
  /// The slots of its saved operands.
  let saved: Swift.Range<Int>

  init(_ statement: Statement, saved: Swift.Range<Int>) {
    self.statement = statement
    self.saved = saved
    super.init(statement.span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    do throws(Raised) {
      let completion = try statement.run(frame)
      for slot in saved { frame[slot] = .unbound }
      return completion
    } catch {
      if GeneratorState.isSuspending {
        GeneratorState.isSuspending = false
        return .yield
      }
      for slot in saved { frame[slot] = .unbound }
      throw error
    }
  }
}
