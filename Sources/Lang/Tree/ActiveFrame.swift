import Coroutine

/// A frame of code that notes its frames (`FrameTracking`): the state of the frame object that Python code sees.
final class ActiveFrame: Payload {
  /// The code that runs.
  let code: Code
  /// The function object that the frame's captured variables are taken from.
  private let function: Value
  /// The frame that called it, as a value; `None` for the outermost.
  let previous: Value
  private let scope: ScopeCallNode
  private let lineSlot: Int
  /// The frame's slots while it runs.
  private var slots: Frame?
  private let coroutine: ObjectIdentifier
  /// How deeply calls were nested when it began.
  let depth = Interpreter.depth.pointee
  /// What is left of a frame that has ended: where it was, and its variables.
  private var start: Int
  private var variables = Value.unbound
  /// Whether anybody may still look at the frame when it has ended.
  var isShown = false

  init(_ slots: Frame, _ code: Code, _ scope: ScopeCallNode, lineSlot: Int, previous: Value) {
    self.code = code
    function = slots[FrameSlot.function]
    self.slots = slots
    self.scope = scope
    self.lineSlot = lineSlot
    self.previous = previous
    coroutine = ObjectIdentifier(Coroutine.current)
    start = Int(code.span.start)
  }

  override func trace() {
    Heap.mark(function)
    Heap.mark(previous)
    code.namespace.mark()
    Heap.mark(variables)
  }

  /// The line where the frame is, or was left.
  var line: Int { code.source.line(at: position) }

  private var position: Int {
    guard let slots, coroutine == ObjectIdentifier(Coroutine.current) else { return start }
    let noted = slots[lineSlot]
    return noted.isSmallInt ? noted.smallInt : start
  }

  /// The variables as a mapping; raises where they can't be reached.
  func locals() throws(Raised) -> Value {
    guard let slots else { return variables.isUnbound ? Dict.make() : variables }
    guard coroutine == ObjectIdentifier(Coroutine.current) else {
      throw raise(.runtimeError, "the variables of a frame that another user or thread runs can't be looked at")
    }
    let current = scope.caller(slots).locals ?? ModuleDict.of(code.namespace)
    // One dict shows a function's variables, as they are whenever it is asked for.
    guard !variables.isUnbound, variables.isKind(.dict), current.isKind(.dict), scope.isFunction else {
      variables = current
      return current
    }
    Dict.table(variables).pointee.removeAll()
    for (key, value) in Dict.pairs(current) { try Dict.set(variables, key, value) }
    return variables
  }

  /// Whether the frame has not ended.
  var isRunning: Bool { slots != nil }

  /// Forgets the variables of a frame that has ended.
  func clear() { variables = .unbound }

  /// Keeps what is to be known of the frame now that it ends.
  func leave() {
    start = position
    if isShown {
      CodeObject.activeFrame(previous)?.isShown = true
      do throws(Raised) { variables = try locals() } catch {}
    }
    slots = nil
  }
}

/// The body of code that notes its frames.
final class FrameStatement: Statement {
  private let inner: Statement
  private let scope: ScopeCallNode
  private let lineSlot: Int
  /// The code whose body this is; set when that is made.
  unowned(unsafe) var code: Code?

  init(_ inner: Statement, _ scope: ScopeCallNode, lineSlot: Int) {
    self.inner = inner
    self.scope = scope
    self.lineSlot = lineSlot
    super.init(inner.span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    guard let code else { return try inner.run(frame) }
    let coroutine = Coroutine.current
    let outer = coroutine.frame
    let state = ActiveFrame(frame, code, scope, lineSlot: lineSlot, previous: outer == 0 ? .none : Value(bits: outer))
    let value = CodeObject.frame(state)
    coroutine.frame = value.bits
    defer {
      state.leave()
      coroutine.frame = outer
      Function.keepAlive(value)
    }
    do throws(Raised) { return try inner.run(frame) } catch {
      // The traceback's entry for this frame is made next.
      state.isShown = true
      FrameTracking.left = value
      throw error
    }
  }
}

/// Notes where a frame is, before a statement.
final class NoteLineStatement: Statement {
  private let slot: Int

  init(_ span: Span, slot: Int) {
    self.slot = slot
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    frame[slot] = Value(small: Int(span.start))
    return .normal
  }
}

/// The body of a loop: after it the frame is at the loop again.
final class NoteLoopStatement: Statement {
  private let inner: Statement
  private let slot: Int

  init(_ inner: Statement, _ span: Span, slot: Int) {
    self.inner = inner
    self.slot = slot
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    let completion = try inner.run(frame)
    if completion != .yield { frame[slot] = Value(small: Int(span.start)) }
    return completion
  }
}

/// The part of a call that is evaluated last: then the frame is at the call.
final class NoteLineNode: Node {
  private let inner: Node
  private let start: Int
  private let slot: Int

  init(_ inner: Node, _ callSpan: Span, slot: Int) {
    self.inner = inner
    start = Int(callSpan.start)
    self.slot = slot
    super.init(inner.span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let value = try inner.evaluate(frame)
    frame[slot] = Value(small: start)
    return value
  }
}

extension Lowering {
  /// Whether the code being lowered notes its frames: that of specs does, in programs that look at frames.
  var notesFrames: Bool { FrameTracking.isOn && !source.isOwn }

  /// The slot of the function being lowered that says where its frame is.
  func lineNote() -> Int {
    if let lineSlot { return lineSlot }
    let slot = newSlot()
    lineSlot = slot
    return slot
  }

  /// A body that notes its frames, where the code being lowered does.
  func framed(_ body: Statement, _ span: Span) -> Statement {
    guard notesFrames else { return body }
    let scope = ScopeCallNode(
      span, .locals, ConstantNode(span, .none), namespace, visibleNames(),
      namespaceSlot: scope.kind == .classBody ? classNamespaceSlot : nil)
    return FrameStatement(body, scope, lineSlot: lineNote())
  }

  /// The body of a loop that begins at `span`.
  func loopBody(_ statements: [Stmt], _ span: Span) -> Statement {
    let body = block(statements, span)
    return notesFrames ? NoteLoopStatement(body, span, slot: lineNote()) : body
  }
}
