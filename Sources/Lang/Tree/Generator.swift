import Glibc

/// A generator: a frame on the heap, and a tree of statements that can leave it at a `yield` and find their way back.
///
/// No stack is kept. A `yield` ends every statement around it with `.yield`; each notes in a hidden slot of the frame
/// where it stood, and goes on from there when the body is run again (`Resumable…Statement`). Resuming costs a walk
/// down to the `yield`, and a suspended generator costs its frame.
public final class GeneratorState: IteratorPayload {
  private enum State {
    case fresh, suspended, running, finished
  }

  /// What goes in with the resumption under way, until the `yield` it is for takes it.
  nonisolated(unsafe) static var sent = Value.none
  /// An exception for that `yield` to raise, or unbound.
  nonisolated(unsafe) static var injected = Value.unbound
  /// What the generator that is being left delegates to, until it notes that.
  nonisolated(unsafe) static var delegate = Value.unbound
  /// Whether the `Raised` on its way is no exception but a `yield` within an expression, leaving it.
  nonisolated(unsafe) static var isSuspending = false

  let code: Code
  /// The names that were set on the object; nil where they are the code's.
  private var ownNames: (name: String?, qualifiedName: String?)
  private var state = State.fresh
  private var frame: Frame
  private var frameSize: Int
  /// The generator object that this is the state of.
  private var object = Value.unbound
  /// The iterator of the `yield from` at which it stands; unbound elsewhere.
  private(set) var delegate = Value.unbound
  /// Whether it stands at a `yield from` over something that isn't a generator.
  var delegatesToOther: Bool {
    isSuspended && !delegate.isUnbound && Native.payload(delegate, as: GeneratorState.self) == nil
  }
  /// What the body returned, after `resume` gave nil.
  private(set) var result = Value.none

  /// Generators whose end runs code of theirs (`finally`, `with`) and that have not ended. Not roots: the collector
  /// closes the suspended ones that nobody refers to.
  private nonisolated(unsafe) static var unfinished: [Value] = []
  private nonisolated(unsafe) static var toClose: [Value] = []

  private init(_ code: Code, _ bound: Frame) {
    self.code = code
    frameSize = code.frameSize
    frame = allocateBuffer(code.frameSize)
    frame.update(from: bound, count: code.frameSize)
  }

  deinit { frame.deallocateBuffer() }

  /// A generator object for a frame whose arguments are bound; the frame is copied.
  static func make(_ code: Code, _ bound: Frame) -> Value {
    let state = GeneratorState(code, bound)
    let value = Native.make(Types.generator.takeUnretainedValue(), state)
    state.object = value
    Heap.charge(code.frameSize * 8 + 96)
    if code.hasCleanup { unfinished.append(value) }
    return value
  }

  override public func trace() {
    for slot in 0..<frameSize { Heap.mark(frame[slot]) }
    Heap.mark(result)
    Heap.mark(delegate)
  }

  override public func next() throws(Raised) -> Value? { try resume(with: .none) }

  /// The name, which can be set.
  var name: String {
    get { ownNames.name ?? code.name }
    set { ownNames.name = newValue }
  }

  /// The dotted name within the module, which can be set.
  var qualifiedName: String {
    get { ownNames.qualifiedName ?? code.qualifiedName }
    set { ownNames.qualifiedName = newValue }
  }

  /// Whether the body stands at a `yield`.
  var isSuspended: Bool { state == .suspended }
  /// Whether the body runs.
  var isRunning: Bool { state == .running }
  /// The slots of the frame, for reflection; nil once the body ended.
  var liveFrame: Frame? { state == .finished ? nil : frame }

  /// Runs the body up to its next `yield`, whose value this is; nil when the body ended, with `result` set.
  func resume(with value: Value) throws(Raised) -> Value? {
    if state != .suspended { guard try checkFresh(value) else { return nil } }
    try Interpreter.enterNative("", code.extraStack)
    defer { Interpreter.leaveNative() }
    state = .running
    delegate = .unbound
    GeneratorState.delegate = .unbound
    GeneratorState.sent = value
    let completion: Completion
    do throws(Raised) {
      completion = try Unmanaged.passUnretained(code.body).borrow { (body) throws(Raised) in try body.run(frame) }
    } catch {
      finish()
      Interpreter.addFrame(code)
      Function.keepAlive(object)
      throw GeneratorState.translate(error, code)
    }
    if completion == .yield {
      state = .suspended
      delegate = GeneratorState.delegate
      GeneratorState.delegate = .unbound
      let yielded = frame[FrameSlot.result]
      frame[FrameSlot.result] = .unbound
      Function.keepAlive(object)
      return yielded
    }
    result = completion == .return ? frame[FrameSlot.result] : .none
    finish()
    Function.keepAlive(object)
    return nil
  }

  private func finish() {
    state = .finished
    frameSize = 0
  }

  /// Whether there is a body to run; raises what a generator that is not suspended answers with.
  @inline(never)
  private func checkFresh(_ value: Value) throws(Raised) -> Bool {
    let exception = GeneratorState.injected
    switch state {
    case .running:
      GeneratorState.injected = .unbound
      throw raise(.valueError, "generator already executing")
    case .finished:
      GeneratorState.injected = .unbound
      result = .none
      if !exception.isUnbound { throw raise(exception) }
      return false
    case .fresh:
      if !value.isNone {
        throw raise(.typeError, "can't send non-None value to a just-started generator")
      }
      if !exception.isUnbound {
        GeneratorState.injected = .unbound
        finish()
        let error = raise(exception)
        Interpreter.addFrame(code)
        throw error
      }
      return true
    case .suspended: return true
    }
  }

  /// A `StopIteration` that leaves the body becomes a `RuntimeError` (PEP 479).
  static func translate(_ error: Raised, _ code: Code) -> Raised {
    let exception = Interpreter.raised
    guard Exceptions.isA(exception, .stopIteration) else { return error }
    let replacement = Exceptions.make(
      ExceptionKind.runtimeError.cls, Tuple.make([Str.make("generator raised StopIteration")]))
    Exceptions.set(replacement, .cause, exception)
    Exceptions.set(replacement, .context, exception)
    Exceptions.set(replacement, .suppressContext, .yes)
    let raised = raise(replacement)
    Interpreter.addFrame(code, at: Traceback.lastSpan(of: exception))
    return raised
  }

  /// `generator.throw(exception)`
  func raiseInside(_ exception: Value) throws(Raised) -> Value? {
    GeneratorState.injected = exception
    return try resume(with: .none)
  }

  /// `generator.close()`
  func close() throws(Raised) {
    guard state == .suspended else {
      if state == .running { throw raise(.valueError, "generator already executing") }
      finish()
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
