import Coroutine

/// A generator: its function's frame runs on a coroutine of its own and is left at each `yield`.
public final class GeneratorState: IteratorPayload {
  private enum State {
    case fresh, suspended, running, finished
  }

  let code: Code
  private var state = State.fresh
  private var coroutine: Coroutine?
  /// The slots of the frame as the call left them (arguments, cells), a tuple, until the body begins.
  private var arguments: Value
  private let function: Value
  /// What goes in with the next resumption, and what came out with the last yield.
  private var transfer = Value.none
  /// An exception to raise at the `yield` where the body stands.
  private var injected = Value.unbound
  private var failed = false

  /// Every generator that has not ended. Not roots: the collector closes the suspended ones that nobody refers to.
  private nonisolated(unsafe) static var unfinished: [Value] = []
  private nonisolated(unsafe) static var toClose: [Value] = []

  private init(_ code: Code, _ frame: Frame) {
    self.code = code
    function = frame[FrameSlot.function]
    arguments = Tuple.make(frame + FrameSlot.first, code.frameSize - FrameSlot.first)
  }

  /// A generator object for a frame whose arguments are bound.
  static func make(_ code: Code, _ frame: Frame) -> Value {
    let value = Native.make(Types.generator.takeUnretainedValue(), GeneratorState(code, frame))
    unfinished.append(value)
    return value
  }

  override public func trace() {
    Heap.mark(arguments)
    Heap.mark(function)
    Heap.mark(transfer)
    Heap.mark(injected)
    if let coroutine, state == .suspended { Heap.scan(coroutine) }
  }

  override public func next() throws(Raised) -> Value? { try resume(with: .none) }

  /// Runs the body up to its next `yield`, whose value this is; nil when the body ended, with `result` set.
  func resume(with value: Value) throws(Raised) -> Value? {
    switch state {
    case .running: throw raise(.valueError, "generator already executing")
    case .finished:
      result = .none
      if !injected.isUnbound {
        let exception = injected
        injected = .unbound
        throw raise(exception)
      }
      return nil
    case .fresh:
      if !value.isNone {
        throw raise(.typeError, "can't send non-None value to a just-started generator")
      }
      if !injected.isUnbound {
        state = .finished
        let exception = injected
        injected = .unbound
        let error = raise(exception)
        Interpreter.addFrame(code)
        throw error
      }
      begin()
    case .suspended: break
    }
    transfer = value
    state = .running
    guard let coroutine else { return nil }
    try Comparison.checkStack()
    coroutine.resume()
    if state == .finished {
      self.coroutine = nil
      if failed {
        failed = false
        throw translate()
      }
      result = transfer
      transfer = .none
      return nil
    }
    return transfer
  }

  /// What the body returned, after `resume` gave nil.
  private(set) var result = Value.none

  /// A `StopIteration` that leaves the body becomes a `RuntimeError` (PEP 479).
  private func translate() -> Raised {
    let exception = Interpreter.raised
    guard Exceptions.isA(exception, .stopIteration) else { return Raised() }
    let error = Exceptions.make(
      ExceptionKind.runtimeError.cls, Tuple.make([Str.make("generator raised StopIteration")]))
    Instance.set(error, .__cause__, exception)
    Instance.set(error, .__context__, exception)
    Instance.set(error, .__suppress_context__, .yes)
    return raise(error)
  }

  /// The generator whose body runs on the current coroutine; for `yield`.
  static var current: GeneratorState {
    guard let owner = Coroutine.current.owner as? GeneratorState else {
      preconditionFailure("yield outside a generator's coroutine")
    }
    return owner
  }

  private func begin() {
    let coroutine = Coroutine { [unowned(unsafe) self] in
      run()
      state = .finished
      return Coroutine.current.resumer ?? Coroutine.main
    }
    coroutine.owner = self
    self.coroutine = coroutine
  }

  /// The body on its own stack.
  @inline(never)
  private func run() {
    do throws(Raised) {
      transfer = try Call.withFrame(code.frameSize) { (frame) throws(Raised) -> Value in
        frame[FrameSlot.function] = function
        for (index, value) in Tuple.items(arguments).enumerated() { frame[FrameSlot.first + index] = value }
        arguments = .none
        return try Function.runBody(code, frame)
      }
    } catch {
      failed = true
      transfer = .none
    }
  }

  /// Called on the generator's stack: hands out a value and waits to be resumed.
  func yield(_ value: Value) throws(Raised) -> Value {
    transfer = value
    state = .suspended
    Coroutine.yield()
    if !injected.isUnbound {
      let exception = injected
      injected = .unbound
      throw raise(exception)
    }
    let sent = transfer
    transfer = .none
    return sent
  }

  /// `generator.throw(exception)`
  func raiseInside(_ exception: Value) throws(Raised) -> Value? {
    injected = exception
    return try resume(with: .none)
  }

  /// `generator.close()`
  func close() throws(Raised) {
    guard state == .suspended else {
      if state == .fresh { state = .finished }
      return
    }
    let exit = Exceptions.make(ExceptionKind.generatorExit.cls, Tuple.make([]))
    do throws(Raised) {
      if try raiseInside(exit) != nil { throw raise(.runtimeError, "generator ignored GeneratorExit") }
    } catch {
      let raised = Interpreter.raised
      guard Exceptions.isA(raised, .generatorExit) || Exceptions.isA(raised, .stopIteration) else { throw error }
    }
  }

  /// During a collection, once everything reachable is marked: revives the suspended generators that are garbage, so
  /// that their `finally` clauses can run.
  static func keepUnfinished() {
    var kept: [Value] = []
    for value in unfinished {
      guard let state = Native.payload(value, as: GeneratorState.self) else { continue }
      if value.object.pointee.mark == Heap.color {
        if state.state != .finished { kept.append(value) }
      } else if state.state == .suspended {
        toClose.append(value)
        Heap.mark(value)
      }
    }
    unfinished = kept
  }

  /// Closes the generators that the last collection found to be garbage.
  static func closeUnfinished() {
    while let value = toClose.popLast() {
      guard let state = Native.payload(value, as: GeneratorState.self) else { continue }
      let pending = Interpreter.Pending()
      // What `finally` clauses raise has nobody to go to, as in CPython.
      do throws(Raised) { try state.close() } catch {}
      _ = pending.resume()
      Function.keepAlive(value)
    }
  }
}
