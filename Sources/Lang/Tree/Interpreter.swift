import Coroutine

/// The state of the one interpreter of the process.
///
/// A worker is one process with one thread that runs specs, so this is static: an evaluation passes no context.
public enum Interpreter {
  /// The exception on its way while a `Raised` propagates.
  nonisolated(unsafe) public static var raised = Value.unbound
  /// Where in the frame being left the exception arose, once known.
  nonisolated(unsafe) static var span = Span(0, 0)
  /// Whether `span` is known for the frame being left.
  nonisolated(unsafe) static var isLocated = false
  /// Whether the frame being left is in the traceback already: a bare `raise` goes on with the old one.
  nonisolated(unsafe) static var skipsEntry = false
  /// Where the limit of the running coroutine's stack stands.
  nonisolated(unsafe) static var stackLimit: UnsafeMutablePointer<UInt>! = nil
  /// The modules imported so far, by name.
  nonisolated(unsafe) static var modules: [Symbol: Namespace] = [:]
  /// The built-in functions, types and exceptions.
  nonisolated(unsafe) public private(set) static var builtins: Namespace! = nil
  private nonisolated(unsafe) static var isStarted = false

  /// Makes heap, types and built-ins ready; further calls do nothing.
  public static func start() {
    guard !isStarted else { return }
    isStarted = true
    stackLimit = Coroutine.limitCell
    depth = Coroutine.depthCell
    Heap.start()
    Types.start()
    Symbol.start()
    Types.startExceptions()
    builtins = Namespace(name: "builtins")
    Builtins.install(in: builtins)
  }

  /// The exception that the innermost running `except` handles; unbound when there is none.
  static var handled: Value {
    get {
      // No local value has no bits, as what is unbound.
      Value(bits: Coroutine.nearestLocal)
    }
    set { Coroutine.currentLocal = newValue.bits }
  }

  /// Makes an exception the one on its way.
  static func throwing(_ exception: Value) -> Raised {
    raised = exception
    isLocated = false
    skipsEntry = false
    return Raised()
  }

  /// Notes where in the current frame the exception on its way arose, if nothing more precise is known.
  @inline(never)
  static func locate(_ error: Raised, _ position: Span) -> Raised {
    if !isLocated {
      isLocated = true
      span = position
    }
    return error
  }

  /// Adds the frame that the exception on its way leaves, or in which it is caught, to its traceback.
  @inline(never)
  static func addFrame(_ code: Code) { addFrame(code, at: isLocated ? span : code.span) }

  /// Adds a frame that the exception on its way leaves at a known place.
  static func addFrame(_ code: Code, at place: Span) {
    if !skipsEntry { Traceback.add(raised, code, place) }
    isLocated = false
    skipsEntry = false
  }

  /// Adds the frame in which the exception on its way meets a handler to its traceback, where it is not to be added again
  /// when the exception goes on.
  static func addFrame(handling frame: Frame) {
    frame[FrameSlot.function].object.as(FunctionLayout.self).pointee.code.read { addFrame($0) }
    skipsEntry = true
  }

  /// What is known of an exception on its way, put aside while other code runs (`finally`, `__exit__`).
  struct Pending {
    let exception: Value
    let span: Span
    let isLocated: Bool
    let skipsEntry: Bool

    /// Takes down what is on its way.
    init() {
      exception = Interpreter.raised
      span = Interpreter.span
      isLocated = Interpreter.isLocated
      skipsEntry = Interpreter.skipsEntry
    }

    /// What `packed` has put into two values.
    init(exception: Value, _ first: Value, _ second: Value) {
      self.exception = exception
      span = Span(first.smallInt, second.smallInt >> 2)
      isLocated = second.smallInt & 2 != 0
      skipsEntry = second.smallInt & 1 != 0
    }

    /// All but the exception as two values, for a generator's frame.
    var packed: (Value, Value) {
      let flags = (isLocated ? 2 : 0) | (skipsEntry ? 1 : 0)
      return (Value(small: Int(span.start)), Value(small: Int(span.end) << 2 | flags))
    }

    /// Sends it on its way again.
    func resume() -> Raised {
      Interpreter.raised = exception
      Interpreter.span = span
      Interpreter.isLocated = isLocated
      Interpreter.skipsEntry = skipsEntry
      return Raised()
    }
  }

  /// Marks what the interpreter itself keeps.
  static func markRoots() {
    Heap.mark(raised)
    for module in modules.values { module.mark() }
    builtins.mark()
  }

  /// How many calls may be nested: Python's, and those of built-in functions that recurse.
  nonisolated(unsafe) public static var recursionLimit = 1000
  /// How many are, on the running coroutine.
  nonisolated(unsafe) static var depth: UnsafeMutablePointer<Int>! = nil

  /// What a call raises that is nested too deeply, or finds too little stack left.
  @inline(never)
  static func recursionError(_ doing: String) -> Raised {
    raise(.recursionError, "maximum recursion depth exceeded\(doing)")
  }

  /// Counts a nesting that is no Python function's frame; `leaveNative` ends it. Raises `RecursionError`.
  @inline(__always)
  static func enterNative(_ doing: StaticString, _ extraStack: UInt = 0) throws(Raised) {
    var here: UInt8 = 0
    let address = withUnsafePointer(to: &here) { UInt(bitPattern: $0) }
    if address < stackLimit.pointee &+ extraStack || depth.pointee >= recursionLimit {
      throw recursionError("\(doing)")
    }
    depth.pointee += 1
  }

  /// Raises `RecursionError` when the stack has no room for what nests without calling functions.
  @inline(__always)
  static func checkStack() throws(Raised) {
    var here: UInt8 = 0
    let address = withUnsafePointer(to: &here) { UInt(bitPattern: $0) }
    if address < stackLimit.pointee { throw recursionError("") }
  }

  /// Ends what `enterNative` began.
  @inline(__always)
  static func leaveNative() { depth.pointee -= 1 }

  private nonisolated(unsafe) static var isInterrupted = false

  /// What an interrupted interpreter does at its next safe point, once; it may throw what the running code is to
  /// raise. Without the host's own it is `KeyboardInterrupt`.
  nonisolated(unsafe) public static var onInterrupt: () throws(Raised) -> Void = { () throws(Raised) in
    throw raise(Exceptions.make(ExceptionKind.keyboardInterrupt.cls, Tuple.make([])))
  }

  /// Has the running Python code call `onInterrupt` when it next calls a function or goes round a loop: for Ctrl-C,
  /// watchdogs and budgets of time. May be called from a signal handler.
  public static func interrupt() {
    isInterrupted = true
    Heap.needsAttention = true
  }

  /// How many steps, calls and rounds of loops, a task may take; one more raises `RuntimeError`, and so does each that
  /// follows. Without a budget (`Int.max`) nothing is counted and steps cost nothing.
  nonisolated(unsafe) public static var stepBudget = Int.max {
    didSet { Heap.needsAttention = isWatched || isInterrupted }
  }

  /// Begins to count the steps of the running coroutine anew, where there is a budget for them: its next task begins.
  public static func beginTask() { if stepBudget != .max { Coroutine.current.steps = 0 } }

  /// Ends the counting that `beginTask` began.
  public static func endTask() { if stepBudget != .max { Coroutine.current.steps = -1 } }

  /// Sets what a task may take, and has nothing else counted; to be called before any worker is forked.
  ///
  /// - Parameters:
  ///   - steps: calls and rounds of loops; nil for any number.
  ///   - memory: bytes of values that nothing but the task leads to; nil for any amount.
  public static func limitTasks(steps: Int?, memory: Int?) {
    start()
    Coroutine.initialSteps = -1
    Coroutine.main.steps = -1
    if let steps { stepBudget = steps }
    if let memory { Heap.taskBudget = memory }
  }

  /// Whether each safe point is to be attended to.
  private static var isWatched: Bool { Heap.stress > 0 || stepBudget != .max }

  /// Whether `interrupt` has been called and nobody has seen it yet: for hosts that wait.
  public static var hasInterrupt: Bool { isInterrupted }

  /// Does at once what an interrupted interpreter does at its next safe point.
  public static func takeInterrupt() throws(Raised) {
    guard isInterrupted else { return }
    isInterrupted = false
    try onInterrupt()
  }

  /// Runs code of the program's own that must not be cut short, such as a module that is read in the middle of a task: what
  /// limits tasks does not count meanwhile, it has a stack of its own, an interrupt waits for the next safe point after it,
  /// and an exception that is on its way stays the one.
  ///
  /// - Returns: what `body` gives; nil where it fails all the same.
  public static func undisturbed<Result>(_ body: () throws(Raised) -> Result?) -> Result? {
    let pending = Pending()
    let (memory, interrupt) = (Heap.taskBudget, onInterrupt)
    var isPending = false
    Heap.taskBudget = .max
    onInterrupt = { () throws(Raised) in isPending = true }
    defer {
      Heap.taskBudget = memory
      onInterrupt = interrupt
      if isPending {
        isInterrupted = true
        Heap.needsAttention = true
      }
      _ = pending.resume()
    }
    return Program.onLargeStack { () -> Result? in
      do throws(Raised) { return try body() } catch { return nil }
    }
  }

  /// A point at which no value is held where the collector can't see it. What it raises, it raises at `place`.
  @inline(__always)
  static func safePoint(_ place: Span) throws(Raised) {
    if Heap.isDue { try attend(place) }
  }

  /// Finds the garbage now, and runs what is to run when objects die. Only where a safe point could be.
  static func collectNow() {
    Heap.collect()
    GeneratorState.closeUnfinished()
    WeakReference.runCallbacks()
    Finalizers.runDue()
  }

  @inline(never)
  private static func attend(_ place: Span) throws(Raised) {
    if isInterrupted {
      isInterrupted = false
      Heap.needsAttention = isWatched
      do throws(Raised) { try onInterrupt() } catch { throw locate(error, place) }
    }
    if stepBudget != .max {
      let coroutine = Coroutine.current
      if coroutine.steps >= 0 { coroutine.steps += 1 }
      if coroutine.steps > stepBudget {
        throw locate(raise(.runtimeError, "the task took more than \(stepBudget) steps"), place)
      }
    }
    guard Heap.allocated > Heap.threshold || Heap.isStressed() else { return }
    collectNow()
    if Heap.heldByTask > Heap.taskBudget {
      throw locate(raise(.memoryError, "the task took more than \(Heap.taskBudget) bytes"), place)
    }
    if Heap.live > Heap.budget {
      throw locate(raise(Exceptions.make(ExceptionKind.memoryError.cls, Tuple.make([]))), place)
    }
  }
}

/// The variables of a module.
public final class Namespace {
  /// The module's name.
  public let name: String
  private var cells: [Symbol: UnsafeMutablePointer<Value>] = [:]
  private(set) var order: [Symbol] = []
  private var known: Set<Symbol> = []
  /// What is made when somebody asks for it first; see `putOff`. No dictionary: the type of one costs more at the start
  /// than all its searches would.
  private var late: [(name: Symbol, make: () -> Value?)] = []
  /// How many modules there have been: the number of the last one, for inline caches.
  private nonisolated(unsafe) static var count: UInt32 = 0
  /// Whether its text is being run to import it.
  var isInitializing = false
  /// What `globals()` gives, once it was asked for; see `ModuleDict`.
  var dictionary = Value.unbound
  /// The module as a Python value.
  public private(set) var value = Value.unbound

  /// Creates an empty namespace and its module object.
  public init(name: String) {
    self.name = name
    let layout = Heap.make(ModuleLayout.self, .module, Types.module)
    layout.pointee.module = Unmanaged.passRetained(self)
    Namespace.count += 1
    layout.pointee.header.shape = Namespace.count
    value = Value(Object(OpaquePointer(layout)))
    self[Symbol(.__name__)] = Str.make(name)
  }

  deinit {
    for cell in cells.values { cell.deallocate() }
  }

  /// Where a variable stands; made, unbound, if there is none. Compiled code keeps the address.
  func cell(_ name: Symbol) -> UnsafeMutablePointer<Value> {
    if let cell = cells[name] { return cell }
    let cell = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    cell.initialize(to: .unbound)
    cells[name] = cell
    return cell
  }

  /// Notes that code assigns to a variable: the order in which that is seen is the order in which they are shown.
  func noteAssigned(_ name: Symbol) {
    if known.insert(name).inserted { order.append(name) }
  }

  /// What the module says that its name is: what functions and classes defined in it give as `__module__`.
  var shownName: Value { self[Symbol(.__name__)] ?? Str.make(name) }

  /// The value of a variable; nil when it is unbound.
  public subscript(name: Symbol) -> Value? {
    get {
      if let cell = cells[name], !cell.pointee.isUnbound { return cell.pointee }
      return late.isEmpty ? nil : makeLate(name)
    }
    set {
      if !late.isEmpty { late.removeAll { $0.name == name } }
      noteAssigned(name)
      cell(name).pointee = newValue ?? .unbound
    }
  }

  /// Has a variable be made when it is first asked for: what costs time at the start and few programs need. The module's
  /// own code must not read it.
  ///
  /// - Parameter make: makes the value; nil when that can't be done now.
  public func putOff(_ name: Symbol, _ make: @escaping () -> Value?) {
    guard self[name] == nil else { return }
    noteAssigned(name)
    late.append((name, make))
  }

  @inline(never)
  private func makeLate(_ name: Symbol) -> Value? {
    guard let index = late.firstIndex(where: { $0.name == name }) else { return nil }
    // What it runs may ask for the same name.
    let entry = late.remove(at: index)
    guard let value = entry.make() else {
      late.append(entry)
      return nil
    }
    self[name] = value
    return value
  }

  /// Makes all that was put off: for who looks at the variables themselves.
  func makeAllLate() {
    for (name, _) in late { _ = makeLate(name) }
  }

  /// The value of a variable; nil when it is unbound.
  public subscript(name: String) -> Value? {
    get { self[Symbol(name)] }
    set { self[Symbol(name)] = newValue }
  }

  /// The names of the bound variables, in the order in which code first assigns to them.
  public var names: [Symbol] {
    order.filter { name in
      cells[name]?.pointee.isUnbound == false || late.contains { $0.name == name }
    }
  }

  /// Marks the module alive, and so its variables.
  func mark() { Heap.mark(value) }

  /// Marks the variables alive: what tracing the module object does.
  func trace() {
    for cell in cells.values { Heap.mark(cell.pointee) }
    Heap.mark(dictionary)
  }
}

/// The module of a value of kind `.module`.
enum ModuleObject {
  static func namespace(_ value: Value) -> Namespace {
    value.object.as(ModuleLayout.self).pointee.module.takeUnretainedValue()
  }

  /// What a module's own `__getattr__` (PEP 562) gives for a name that the module lacks; nil when it has no such
  /// function.
  ///
  /// - Parameter importing: whether `from … import` asks: then an `AttributeError` means that there is no such name.
  static func fallback(_ module: Namespace, _ name: Symbol, importing: Bool = false) throws(Raised) -> Value? {
    guard let hook = module[Symbol(.__getattr__)] else { return nil }
    do throws(Raised) { return try Call.call(hook, with: name.value) } catch {
      let exception = Interpreter.raised
      guard importing, Exceptions.isA(exception, .attributeError) else { throw error }
      // A module of the host says so why it lacks a name.
      if let reason = Instance.get(exception, Symbol("refusal")), reason.isKind(.str) {
        throw raise(.importError, Str.swift(reason))
      }
      return nil
    }
  }
}
