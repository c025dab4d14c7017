import Coroutine

/// `raise`, `try`, `with` and `assert`.

/// `raise exception from cause`
final class RaiseStatement: Statement {
  let exception: Node?
  let cause: Node?

  init(_ span: Span, _ exception: Node?, _ cause: Node?) {
    self.exception = exception
    self.cause = cause
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    guard let value = try exception?.evaluate(frame) else {
      let handled = Interpreter.handled
      if handled.isUnbound {
        throw Interpreter.locate(raise(.runtimeError, "No active exception to reraise"), span)
      }
      let error = Interpreter.throwing(handled)
      // The frame is in the traceback already, from when the exception was caught here.
      Interpreter.skipsEntry = true
      throw error
    }
    let causeValue = try cause?.evaluate(frame)
    do throws(Raised) {
      let instance = try RaiseStatement.instance(value)
      if let causeValue {
        Exceptions.set(instance, .cause, try RaiseStatement.cause(causeValue))
        Exceptions.set(instance, .suppressContext, .yes)
      }
      throw raise(instance)
    } catch { throw Interpreter.locate(error, span) }
  }

  /// The exception that `raise value` means.
  static func instance(_ value: Value) throws(Raised) -> Value {
    if Exceptions.isException(value) { return value }
    guard Exceptions.isExceptionClass(value) else {
      throw Lang.raise(.typeError, "exceptions must derive from BaseException")
    }
    let instance = try Call.call(value)
    guard Exceptions.isException(instance) else {
      throw Lang.raise(
        .typeError,
        "calling \(Str.swift(try Text.repr(value))) should have returned an instance of BaseException, not "
          + Str.swift(try Text.repr(Types.cls(instance).value)))
    }
    return instance
  }

  private static func cause(_ value: Value) throws(Raised) -> Value {
    if value.isNone || Exceptions.isException(value) { return value }
    guard Exceptions.isExceptionClass(value) else {
      throw Lang.raise(.typeError, "exception causes must derive from BaseException")
    }
    return try Call.call(value)
  }
}

/// `except type as target: body`
final class Handler {
  let span: Span
  let type: Node?
  let target: Target?
  let body: Statement

  init(_ span: Span, type: Node?, target: Target?, body: Statement) {
    self.span = span
    self.type = type
    self.target = target
    self.body = body
  }

  /// Deletes the name that was bound, if the body hasn't.
  fileprivate func unbind(_ frame: Frame) {
    do throws(Raised) { try target?.store(.unbound, frame) } catch {}
  }
}

/// `try: … except …: … else: …`
class TryStatement: Statement {
  let body: Statement
  let handlers: Children<Handler>
  let orElse: Statement?

  init(_ span: Span, _ body: Statement, _ handlers: [Handler], _ orElse: Statement?) {
    self.body = body
    self.handlers = Children(handlers)
    self.orElse = orElse
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    let completion: Completion
    do throws(Raised) {
      completion = try body.run(frame)
    } catch {
      return try handle(error, frame)
    }
    guard completion == .normal, let orElse else { return completion }
    return try orElse.run(frame)
  }

  /// Runs the handler that matches the exception on its way.
  @inline(never)
  final func handle(_ error: Raised, _ frame: Frame) throws(Raised) -> Completion {
    Interpreter.addFrame(handling: frame)
    let pending = Interpreter.Pending()
    let exception = pending.exception
    // What goes wrong in a clause's type, too, happens while the exception is handled.
    let outer = Coroutine.currentLocal
    Interpreter.handled = exception
    defer { Coroutine.currentLocal = outer }
    for index in 0..<handlers.count {
      let isMatch = try handlers.with(index) { (handler) throws(Raised) in
        guard try matches(handler, exception, frame) else { return false }
        Interpreter.skipsEntry = false
        try handler.target?.store(exception, frame)
        return true
      }
      if isMatch { return try runHandler(index, exception, frame) }
    }
    throw pending.resume()
  }

  /// Runs a handler, or goes on with it, the exception being bound to its name already.
  func runHandler(_ index: Int, _ exception: Value, _ frame: Frame) throws(Raised) -> Completion {
    let outer = Coroutine.currentLocal
    Interpreter.handled = exception
    defer { Coroutine.currentLocal = outer }
    return try handlers.with(index) { (handler) throws(Raised) in
      if handler.target == nil { return try handler.body.run(frame) }
      do throws(Raised) {
        let completion = try handler.body.run(frame)
        if completion != .yield { handler.unbind(frame) }
        return completion
      } catch {
        let raised = Interpreter.Pending()
        handler.unbind(frame)
        throw raised.resume()
      }
    }
  }

  private func matches(_ handler: Handler, _ exception: Value, _ frame: Frame) throws(Raised) -> Bool {
    guard let type = try handler.type?.evaluate(frame) else { return true }
    do throws(Raised) { return try TryStatement.matches(exception, type) } catch {
      throw Interpreter.locate(error, handler.span)
    }
  }

  private static func matches(_ exception: Value, _ type: Value) throws(Raised) -> Bool {
    if Exceptions.isExceptionClass(type) { return ClassObject.read(type) { Types.isInstance(exception, $0) } }
    guard type.isKind(.tuple), Tuple.items(type).allSatisfy(Exceptions.isExceptionClass) else {
      throw raise(.typeError, "catching classes that do not inherit from BaseException is not allowed")
    }
    return Tuple.items(type).contains { item in ClassObject.read(item) { Types.isInstance(exception, $0) } }
  }
}

/// `try: … finally: …`
final class FinallyStatement: Statement {
  let body: Statement
  let finalBody: Statement

  init(_ span: Span, _ body: Statement, _ finalBody: Statement) {
    self.body = body
    self.finalBody = finalBody
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    let completion: Completion
    do throws(Raised) {
      completion = try body.run(frame)
    } catch {
      Interpreter.addFrame(handling: frame)
      let pending = Interpreter.Pending()
      let outer = Coroutine.currentLocal
      Interpreter.handled = pending.exception
      defer { Coroutine.currentLocal = outer }
      let final = try finalBody.run(frame)
      if final != .normal { return final }
      throw pending.resume()
    }
    let result = frame[FrameSlot.result]
    let final = try finalBody.run(frame)
    if final != .normal { return final }
    frame[FrameSlot.result] = result
    return completion
  }
}

/// `with context as target: body`, one item; more nest.
class WithStatement: Statement {
  let context: Node
  let target: Target?
  let body: Statement

  init(_ span: Span, _ context: Node, _ target: Target?, _ body: Statement) {
    self.context = context
    self.target = target
    self.body = body
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    let (exit, entered) = try enter(frame)
    let completion: Completion
    do throws(Raised) {
      try target?.store(entered, frame)
      completion = try body.run(frame)
    } catch {
      return try leave(exit, frame)
    }
    return try leave(exit, completion, frame)
  }

  /// Evaluates the context and enters it.
  final func enter(_ frame: Frame) throws(Raised) -> (exit: Value, entered: Value) {
    let manager = try context.evaluate(frame)
    do throws(Raised) { return try WithStatement.enter(manager) } catch {
      throw Interpreter.locate(error, span)
    }
  }

  /// Leaves the context after the body ended by itself.
  final func leave(_ exit: Value, _ completion: Completion, _ frame: Frame) throws(Raised) -> Completion {
    let result = frame[FrameSlot.result]
    do throws(Raised) { _ = try Call.call(exit, .none, .none, .none) } catch {
      throw Interpreter.locate(error, span)
    }
    frame[FrameSlot.result] = result
    return completion
  }

  private static func enter(_ manager: Value) throws(Raised) -> (exit: Value, entered: Value) {
    let cls = Types.cls(manager)
    guard let enter = cls.lookup(.__enter__) else {
      throw raise(.typeError, "'\(cls.name)' object does not support the context manager protocol")
    }
    guard let exit = cls.lookup(.__exit__) else {
      throw raise(
        .typeError, "'\(cls.name)' object does not support the context manager protocol (missed __exit__ method)")
    }
    let bound = try Attributes.bind(exit, manager)
    return (bound, try Call.call(try Attributes.bind(enter, manager)))
  }

  /// Tells `__exit__` of the exception; a true answer ends it.
  @inline(never)
  final func leave(_ exit: Value, _ frame: Frame) throws(Raised) -> Completion {
    let exception = Interpreter.raised
    Interpreter.addFrame(handling: frame)
    let outer = Coroutine.currentLocal
    Interpreter.handled = exception
    defer { Coroutine.currentLocal = outer }
    let traceback = Exceptions.get(exception, .traceback) ?? .none
    let swallowed: Bool
    do throws(Raised) {
      swallowed = try Operations.truth(
        try Call.call(exit, Types.cls(exception).value, exception, traceback))
    } catch { throw Interpreter.locate(error, span) }
    if swallowed { return .normal }
    let error = Interpreter.throwing(exception)
    Interpreter.skipsEntry = true
    throw error
  }
}

/// `assert test, message`
final class AssertStatement: Statement {
  let condition: Node
  let message: Node?
  /// What a traceback marks.
  let place: Span

  init(_ span: Span, _ condition: Node, _ message: Node?, place: Span) {
    self.condition = condition
    self.message = message
    self.place = place
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    if try condition.test(frame) { return .normal }
    let args: [Value] = try message.map { (node) throws(Raised) in [try node.evaluate(frame)] } ?? []
    let error = Exceptions.make(ExceptionKind.assertionError.cls, Tuple.make(args))
    throw Interpreter.locate(raise(error), place)
  }
}
