import Coroutine

/// `try` and `with` with a `yield` inside; see `ResumableStatements.swift`.

/// `try` with `except` clauses, one of whose blocks yields.
final class ResumableTryStatement: TryStatement {
  /// While the generator is left: -1 in the body, -2 in `orElse`, else the number of the handler.
  let slot: Int
  /// While it is left in a handler: the exception being handled.
  let exceptionSlot: Int

  init(
    _ span: Span, _ body: Statement, _ handlers: [Handler], _ orElse: Statement?, slot: Int, exceptionSlot: Int
  ) {
    self.slot = slot
    self.exceptionSlot = exceptionSlot
    super.init(span, body, handlers, orElse)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    let place = frame[slot].isUnbound ? -1 : frame[slot].smallInt
    frame[slot] = .unbound
    if place >= 0 {
      let exception = frame[exceptionSlot]
      frame[exceptionSlot] = .unbound
      return try runHandler(place, exception, frame)
    }
    if place == -1 {
      let completion: Completion
      do throws(Raised) { completion = try body.run(frame) } catch { return try handle(error, frame) }
      if completion == .yield { frame[slot] = Value(small: -1) }
      guard completion == .normal else { return completion }
    }
    let completion = try orElse?.run(frame) ?? .normal
    if completion == .yield { frame[slot] = Value(small: -2) }
    return completion
  }

  override func runHandler(_ index: Int, _ exception: Value, _ frame: Frame) throws(Raised) -> Completion {
    let completion = try super.runHandler(index, exception, frame)
    if completion == .yield {
      frame[slot] = Value(small: index)
      frame[exceptionSlot] = exception
    }
    return completion
  }
}

/// `try` with `finally`, one of whose blocks yields.
final class ResumableFinallyStatement: Statement {
  let body: Statement
  let finalBody: Statement
  /// The first of four slots: while the generator is left in the body, `None`; in `finally`, how the body ended, and
  /// then the value or exception and its place.
  let slot: Int

  init(_ span: Span, _ body: Statement, _ finalBody: Statement, slot: Int) {
    self.body = body
    self.finalBody = finalBody
    self.slot = slot
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    let place = frame[slot]
    frame[slot] = .unbound
    if place.isUnbound || place.isNone {
      let completion: Completion
      do throws(Raised) { completion = try body.run(frame) } catch {
        Interpreter.addFrame(handling: frame)
        return try finish(Interpreter.Pending(), frame)
      }
      if completion == .yield {
        frame[slot] = .none
        return .yield
      }
      return try finish(completion, frame[FrameSlot.result], frame)
    }
    let value = frame[slot + 1]
    let (first, second) = (frame[slot + 2], frame[slot + 3])
    for index in 1...3 { frame[slot + index] = .unbound }
    if let completion = Completion(rawValue: place.smallInt) { return try finish(completion, value, frame) }
    return try finish(Interpreter.Pending(exception: value, first, second), frame)
  }

  /// Runs `finally` after the body ended by itself.
  private func finish(_ completion: Completion, _ result: Value, _ frame: Frame) throws(Raised) -> Completion {
    let final = try finalBody.run(frame)
    if final == .yield {
      frame[slot] = Value(small: completion.rawValue)
      frame[slot + 1] = result
    }
    if final != .normal { return final }
    frame[FrameSlot.result] = result
    return completion
  }

  /// Runs `finally` on behalf of an exception.
  private func finish(_ pending: Interpreter.Pending, _ frame: Frame) throws(Raised) -> Completion {
    let outer = Coroutine.currentLocal
    Interpreter.handled = pending.exception
    defer { Coroutine.currentLocal = outer }
    let final = try finalBody.run(frame)
    if final == .yield {
      frame[slot] = Value(small: -1)
      frame[slot + 1] = pending.exception
      (frame[slot + 2], frame[slot + 3]) = pending.packed
    }
    if final != .normal { return final }
    throw pending.resume()
  }
}

/// `with` with a `yield` in its body.
final class ResumableWithStatement: WithStatement {
  /// While the generator is left in the body: the bound `__exit__`.
  let slot: Int

  init(_ span: Span, _ context: Node, _ target: Target?, _ body: Statement, slot: Int) {
    self.slot = slot
    super.init(span, context, target, body)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    var exit = frame[slot]
    frame[slot] = .unbound
    let completion: Completion
    if exit.isUnbound {
      let entered: Value
      (exit, entered) = try enter(frame)
      do throws(Raised) {
        try target?.store(entered, frame)
        completion = try body.run(frame)
      } catch { return try leave(exit, frame) }
    } else {
      do throws(Raised) { completion = try body.run(frame) } catch { return try leave(exit, frame) }
    }
    if completion == .yield {
      frame[slot] = exit
      return .yield
    }
    return try leave(exit, completion, frame)
  }
}
