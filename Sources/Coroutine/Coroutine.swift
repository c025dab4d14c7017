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

  /// The coroutine that runs now; the process's own stack to begin with.
  nonisolated(unsafe) public private(set) static var current = main
  /// The process's own stack as a coroutine.
  nonisolated(unsafe) public static let main = Coroutine()

  /// The stack, or nil for the process's own and for a finished coroutine.
  public private(set) var stack: Stack?
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
  nonisolated(unsafe) public static let limitCell: UnsafeMutablePointer<UInt> = {
    let cell = UnsafeMutablePointer<UInt>.allocate(capacity: 1)
    cell.initialize(to: main.stackLimit)
    return cell
  }()
  /// How deeply calls are nested on the coroutine that runs now; every switch puts it aside and takes up the other's.
  nonisolated(unsafe) public static let depthCell: UnsafeMutablePointer<Int> = {
    let cell = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    cell.initialize(to: 0)
    return cell
  }()
  private var depth = 0
  /// A word that belongs to whoever runs on this coroutine; the interpreter keeps the exception being handled in it.
  public var local: UInt64 = 0

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

  deinit {
    if let stack { pool.give(stack) }
  }

  /// Leaves the running coroutine where it is and runs this one from where it was left; returns when somebody
  /// switches back.
  public func switchTo() {
    let previous = Coroutine.current
    guard previous !== self else { return }
    previous.state = .suspended
    jump()
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

  private func jump() {
    guard let target = context else { preconditionFailure("switch to a finished coroutine") }
    let previous = Unmanaged.passUnretained(Coroutine.current)
    context = nil
    state = .running
    Coroutine.current.depth = Coroutine.depthCell.pointee
    Coroutine.depthCell.pointee = depth
    Coroutine.current = self
    Coroutine.limitCell.pointee = stackLimit
    let back = jump_fcontext(target, previous.toOpaque())
    Coroutine.arrive(back)
  }

  /// Runs on the stack just entered: notes where the coroutine just left stands, or buries it.
  private static func arrive(_ transfer: transfer_t) {
    guard let data = transfer.data else { return }
    let left = Unmanaged<Coroutine>.fromOpaque(data)
    left._withUnsafeGuaranteedRef { left in
      if left.state == .finished {
        if let stack = left.stack { left.pool.give(stack) }
        left.stack = nil
      } else {
        left.context = transfer.fctx
      }
    }
    // Balances the retain with which a finished coroutine kept itself alive for its last switch.
    if left._withUnsafeGuaranteedRef({ $0.state == .finished }) { left.release() }
  }

  private static func begin(_ transfer: transfer_t) {
    arrive(transfer)
    let next = Unmanaged.passUnretained(runEntry())
    // Nothing on this stack may hold a reference now: it is never returned to.
    _ = Unmanaged.passRetained(current)
    current.state = .finished
    next._withUnsafeGuaranteedRef { $0.jump() }
  }

  @inline(never)
  private static func runEntry() -> Coroutine {
    guard let entry = current.entry else { preconditionFailure("a coroutine begins once") }
    current.entry = nil
    return entry()
  }
}
