/// `yield` and `yield from`.

/// `yield value`
final class YieldNode: Node {
  let value: Node?

  init(_ span: Span, _ value: Node?) {
    self.value = value
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let result = try value?.evaluate(frame) ?? .none
    do throws(Raised) { return try GeneratorState.current.yield(result) } catch {
      throw Interpreter.locate(error, span)
    }
  }
}

/// `yield from iterable` (PEP 380).
final class YieldFromNode: Node {
  let iterable: Node

  init(_ span: Span, _ iterable: Node) {
    self.iterable = iterable
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let source = try iterable.evaluate(frame)
    do throws(Raised) {
      let iterator = try Iteration.iterator(source)
      if let inner = Native.payload(iterator, as: GeneratorState.self) { return try delegate(to: inner) }
      while let item = try Iteration.next(iterator) { _ = try GeneratorState.current.yield(item) }
      return .none
    } catch { throw Interpreter.locate(error, span) }
  }

  /// Hands values, exceptions and the result between the caller and an inner generator.
  private func delegate(to inner: GeneratorState) throws(Raised) -> Value {
    let outer = GeneratorState.current
    var item = try inner.resume(with: .none)
    while let yielded = item {
      let sent: Value
      do throws(Raised) { sent = try outer.yield(yielded) } catch {
        let exception = Interpreter.raised
        if Exceptions.isA(exception, .generatorExit) {
          try inner.close()
          throw Interpreter.throwing(exception)
        }
        item = try inner.raiseInside(exception)
        continue
      }
      item = try inner.resume(with: sent)
    }
    return inner.result
  }
}
