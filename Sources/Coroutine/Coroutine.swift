import CBoostContext
import Glibc

/// A thread of control on its own stack, switched to and from by hand: the floor under users (fibers) and generators.
///
/// A switch is Boost.Context's `jump_fcontext`: it saves the callee-saved registers on the stack that is left and
/// loads those of the stack that is entered. Policy (who resumes whom, and when) belongs to the callers.
/// Everything here runs on the process's one interpreter thread.
public final class Coroutine {
  /// Where a coroutine stands.
  public enum State {
    /// Created, never switched to.
    case fresh
    /// Switched away from; `context` tells where.
    case suspended
    /// The one that runs now.
    case running
    /// Its entry returned; its stack was given back.
    case finished
  }

  // What a switch looks at is set by `makeMain` rather than lazily by each property for itself: a lazy global asks
  // `swift_once` at every use, and a switch has a dozen of them. The references are not counted for the same reason.
  nonisolated(unsafe) private static var madeMain: Unmanaged<Coroutine>?
  nonisolated(unsafe) private static var running: Unmanaged<Coroutine>?
  nonisolated(unsafe) private static var limit: UnsafeMutablePointer<UInt>?
  nonisolated(unsafe) private static var nesting: UnsafeMutablePointer<Int>?

  /// The coroutine that runs now; the process's own stack to begin with.
  public static var current: Coroutine { (running ?? makeMain()).takeUnretainedValue() }
  /// The `local` of the coroutine that runs now; no reference is counted to reach it.
  public static var currentLocal: UInt64 {
    get { (running ?? makeMain())._withUnsafeGuaranteedRef { $0.local } }
    set { (running ?? makeMain())._withUnsafeGuaranteedRef { $0.local = newValue } }
  }
  /// The `local` of the coroutine that runs now, or else of the nearest of those it was resumed by that has one; 0 when
  /// none has.
  public static var nearestLocal: UInt64 {
    var next: Unmanaged<Coroutine>? = running ?? makeMain()
    while let coroutine = next {
      let local = coroutine._withUnsafeGuaranteedRef { $0.local }
      if local != 0 { return local }
      next = coroutine._withUnsafeGuaranteedRef { $0.resumer.map { .passUnretained($0) } }
    }
    return 0
  }
  /// The process's own stack as a coroutine.
  public static var main: Coroutine { (madeMain ?? makeMain()).takeUnretainedValue() }

  @inline(never)
  private static func makeMain() -> Unmanaged<Coroutine> {
    let main = Unmanaged.passRetained(Coroutine())
    madeMain = main
    running = main
    let limit = UnsafeMutablePointer<UInt>.allocate(capacity: 1)
    limit.initialize(to: main._withUnsafeGuaranteedRef { $0.stackLimit })
    self.limit = limit
    let nesting = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    nesting.initialize(to: 0)
    self.nesting = nesting
    return main
  }

  /// The stack, or nil for the process's own, for a finished coroutine and for one that shares its stack.
  public private(set) var stack: Stack?
  /// The stack that this coroutine takes turns on with others; nil when it has one to itself. Its pool keeps it.
  private var shared: Unmanaged<SharedStack>?
  /// The live part of the stack while another coroutine uses the memory it belongs in, and its size in bytes.
  private var saved: UnsafeMutableRawPointer?
  private var savedCount = 0
  /// The stack pointer at which a suspended coroutine stands: all its live frames lie between it and the stack's top.
  public private(set) var context: UnsafeMutableRawPointer?
  /// Where the coroutine stands.
  public private(set) var state: State
  /// The one that began this coroutine's present run and to which it yields; kept by `resume`.
  public private(set) unowned(unsafe) var resumer: Coroutine?
  /// The lowest address to which frames on this coroutine's stack may grow, in bytes; what the interpreter compares
  /// its stack pointer with.
  public let stackLimit: UInt

  /// Where the `stackLimit` of the coroutine that runs now stands, for checks that must be cheap. A watchdog may raise
  /// the limit to `UInt.max` to have the next check fail; every switch sets it anew.
  public static var limitCell: UnsafeMutablePointer<UInt> {
    _ = main
    guard let limit else { preconditionFailure("made with the main coroutine") }
    return limit
  }
  /// How deeply calls are nested on the coroutine that runs now; every switch puts it aside and takes up the other's.
  public static var depthCell: UnsafeMutablePointer<Int> {
    _ = main
    guard let nesting else { preconditionFailure("made with the main coroutine") }
    return nesting
  }
  private var depth = 0
  /// A word that belongs to whoever runs on this coroutine; the interpreter keeps the exception being handled in it.
  public var local: UInt64 = 0
  /// A second word of the same sort: the innermost frame that was noted, 0 for none.
  public var frame: UInt64 = 0

  /// How many steps the interpreter counted here, while a budget has it count; see `Interpreter.stepBudget`.
  /// Below 0 nothing is counted.
  public var steps = Coroutine.initialSteps
  /// The steps of a coroutine that begins: -1 where only tasks are counted, 0 where all code is.
  nonisolated(unsafe) public static var initialSteps = 0

  /// Whoever this coroutine runs for; not kept alive by it.
  public unowned(unsafe) var owner: AnyObject?

  private var entry: (() -> Coroutine)?
  private let pool: StackPool

  /// How much of each stack is kept free of interpreted frames, for C libraries called from them, in bytes.
  public static let reserve = 64 * 1024

  /// The address above the highest frame of this coroutine, for whoever scans its stack.
  public let nativeTop: UInt

  /// The coroutine for the process's own stack.
  private init() {
    state = .running
    pool = .shared
    // The system's main stack is 8 MiB by default; the interpreter may use half of it from wherever it is now.
    var here: UInt8 = 0
    let address = withUnsafePointer(to: &here) { UInt(bitPattern: $0) }
    stackLimit = address - 4 * 1024 * 1024
    nativeTop = Coroutine.topOfCallingThread() ?? address
  }

  private static func topOfCallingThread() -> UInt? {
    var attributes = pthread_attr_t()
    guard pthread_getattr_np(pthread_self(), &attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    var base: UnsafeMutableRawPointer?
    var size = 0
    guard pthread_attr_getstack(&attributes, &base, &size) == 0, let base else { return nil }
    return UInt(bitPattern: base) + UInt(size)
  }

  /// Creates a coroutine that will run `entry` when it is first switched to.
  ///
  /// - Parameters:
  ///   - pool: where its stack comes from and goes back to when it is finished.
  ///   - entry: what it does; it returns the coroutine to switch to at its end.
  public init(pool: StackPool = .shared, entry: @escaping () -> Coroutine) {
    self.pool = pool
    self.entry = entry
    let stack = pool.take()
    self.stack = stack
    nativeTop = UInt(bitPattern: stack.top)
    stackLimit = UInt(bitPattern: stack.base) + UInt(Coroutine.reserve)
    state = .fresh
    context = make_fcontext(stack.top, stack.size) { transfer in Coroutine.begin(transfer) }
  }

  /// Creates a coroutine that shares its stack with others, for threads of control that are many and mostly wait.
  ///
  /// It may be switched to only from the process's own stack. While it waits no other may read or write its frames, as
  /// they may lie elsewhere; what lies on its stack is at the same addresses again whenever it runs.
  public init(sharingStackOf pool: StackPool, entry: @escaping () -> Coroutine) {
    self.pool = pool
    self.entry = entry
    let shared = pool.share()
    self.shared = .passUnretained(shared)
    nativeTop = UInt(bitPattern: shared.stack.top)
    stackLimit = UInt(bitPattern: shared.stack.base) + UInt(Coroutine.reserve)
    state = .fresh
  }

  deinit {
    if let stack { pool.give(stack) }
    leaveShared()
  }

  /// Where all live frames of a suspended coroutine lie now, lowest address first; nil for one that has none.
  public var liveFrames: UnsafeRawBufferPointer? {
    guard let context else { return nil }
    if let saved { return UnsafeRawBufferPointer(start: saved, count: savedCount) }
    return UnsafeRawBufferPointer(start: context, count: Int(nativeTop - UInt(bitPattern: context)))
  }

  /// Has the processor fetch the live part of the stack, if it is put aside, for `liveFrames` to be read soon.
  public func prefetchFrames() {
    guard let saved else { return }
    for offset in stride(from: 0, to: min(savedCount, 2048), by: 64) { katydid_prefetch(saved + offset) }
  }

  /// Makes the shared stack's memory this coroutine's: what another one has there is put aside.
  @inline(never)
  private func moveIn(_ shared: SharedStack) {
    guard Coroutine.current === Coroutine.main else { fatalError("a switch to a shared stack from another") }
    if let other = shared.occupant { other.moveOut() }
    shared.occupant = self
    if let saved, let context {
      context.copyMemory(from: saved, byteCount: savedCount)
      free(saved)
      self.saved = nil
    } else if state == .fresh {
      context = make_fcontext(shared.stack.top, shared.stack.size) { transfer in Coroutine.begin(transfer) }
    }
  }

  private func moveOut() {
    guard let frames = liveFrames, let from = frames.baseAddress else { return }
    guard let copy = malloc(frames.count) else { fatalError("no memory for \(frames.count) bytes of a stack") }
    copy.copyMemory(from: from, byteCount: frames.count)
    saved = copy
    savedCount = frames.count
  }

  private func leaveShared() {
    guard let shared = shared?.takeUnretainedValue() else { return }
    if shared.occupant === self { shared.occupant = nil }
    free(saved)
    saved = nil
    pool.leave(shared)
    self.shared = nil
  }

  /// Leaves the running coroutine where it is and runs this one from where it was left; returns when somebody
  /// switches back.
  ///
  /// A coroutine that has been begun lives at least until its entry returns.
  public func switchTo() {
    let previous = Coroutine.running ?? Coroutine.makeMain()
    guard previous.toOpaque() != Unmanaged.passUnretained(self).toOpaque() else { return }
    previous._withUnsafeGuaranteedRef { $0.state = .suspended }
    jump(from: previous)
  }

  /// Leaves the running coroutine and goes on with the process's own stack.
  public static func switchToMain() {
    (madeMain ?? makeMain())._withUnsafeGuaranteedRef { $0.switchTo() }
  }

  /// Switches to this coroutine and remembers who did, so that `yield` finds the way back.
  public func resume() {
    resumer = Coroutine.current
    switchTo()
  }

  /// Leaves the running coroutine and goes back to the one that resumed it.
  public static func yield() {
    guard let resumer = current.resumer else { preconditionFailure("yield outside a resumed coroutine") }
    resumer.switchTo()
  }

  @inline(__always)
  private func jump(from previous: Unmanaged<Coroutine>) {
    if let shared { shared._withUnsafeGuaranteedRef { if $0.occupant !== self { moveIn($0) } } }
    guard let target = context, let limit = Coroutine.limit, let nesting = Coroutine.nesting else {
      preconditionFailure("switch to a finished coroutine")
    }
    context = nil
    state = .running
    previous._withUnsafeGuaranteedRef { $0.depth = nesting.pointee }
    nesting.pointee = depth
    limit.pointee = stackLimit
    Coroutine.running = .passUnretained(self)
    Coroutine.arrive(jump_fcontext(target, previous.toOpaque()))
  }

  /// Runs on the stack just entered: notes where the coroutine just left stands, or buries it.
  @inline(__always)
  private static func arrive(_ transfer: transfer_t) {
    guard let data = transfer.data else { return }
    let left = Unmanaged<Coroutine>.fromOpaque(data)
    let isFinished = left._withUnsafeGuaranteedRef { left in
      if left.state != .finished { left.context = transfer.fctx }
      return left.state == .finished
    }
    if isFinished { bury(left) }
  }

  @inline(never)
  private static func bury(_ coroutine: Unmanaged<Coroutine>) {
    coroutine._withUnsafeGuaranteedRef { finished in
      if let stack = finished.stack { finished.pool.give(stack) }
      finished.stack = nil
      finished.leaveShared()
    }
    // Balances the retain that has kept it alive since it began.
    coroutine.release()
  }

  private static func begin(_ transfer: transfer_t) {
    arrive(transfer)
    guard let running else { preconditionFailure("a coroutine that begins is the running one") }
    _ = running.retain()
    // Nothing on this stack may hold a reference after this: it is never returned to.
    let next = Unmanaged.passUnretained(runEntry())
    running._withUnsafeGuaranteedRef { $0.state = .finished }
    next._withUnsafeGuaranteedRef { $0.jump(from: running) }
  }

  @inline(never)
  private static func runEntry() -> Coroutine {
    guard let entry = current.entry else { preconditionFailure("a coroutine begins once") }
    current.entry = nil
    return entry()
  }
}
