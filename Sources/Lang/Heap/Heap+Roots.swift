import CBoostContext
import Coroutine
import Glibc

extension Heap {
  /// Values that live for ever: interned texts, built-in classes and functions.
  nonisolated(unsafe) static var pinned: [Value] = []
  /// Functions that mark what their owners keep; asked at every collection.
  nonisolated(unsafe) private static var providers: [(number: Int, mark: () -> Void)] = []
  nonisolated(unsafe) private static var lastProvider = 0

  /// Keeps a value alive for ever.
  @discardableResult
  public static func pin(_ value: Value) -> Value {
    pinned.append(value)
    return value
  }

  /// Undoes one `pin` of a value.
  public static func unpin(_ value: Value) {
    if let index = pinned.lastIndex(where: { $0.bits == value.bits }) { pinned.remove(at: index) }
  }

  /// Adds a function that calls `mark` for every value its owner keeps outside Python objects, and
  /// `scan(_:)` for every suspended coroutine that it keeps.
  ///
  /// - Returns: the provider's number, for `removeRootProvider`.
  @discardableResult
  public static func addRootProvider(_ provider: @escaping () -> Void) -> Int {
    lastProvider += 1
    providers.append((lastProvider, provider))
    return lastProvider
  }

  /// Removes a root provider, whose owner is gone.
  public static func removeRootProvider(_ number: Int) { providers.removeAll { $0.number == number } }

  /// Has the next safe point look for garbage: after something large was let go.
  public static func collectSoon() { threshold = 0 }

  /// Whether a safe point should collect.
  @inline(__always)
  static var isDue: Bool { allocated > threshold || needsAttention }

  /// Whether a safe point should collect for the sake of `stress`.
  static func isStressed() -> Bool {
    guard stress > 0 else { return false }
    unstressed += 1
    if unstressed < stress { return false }
    unstressed = 0
    return true
  }

  /// Finds the garbage now. To be called only where every value in use is on a machine stack or reachable from a root.
  public static func collect() {
    let start = clock
    finishSweeping()
    Shape.freeRetired()
    color = color == 1 ? 2 : 1
    live = 0
    for value in pinned { mark(value) }
    ConstantPool.markAll()
    Interpreter.markRoots()
    for provider in providers { provider.mark() }
    drain()
    let shared = live
    scanRunningStacks()
    drain()
    heldByTask = live - shared
    GeneratorState.keepUnfinished()
    drain()
    Finalizers.keepDue()
    drain()
    WeakReference.clearDead()
    restartSweeping()
    pace(start, clock)
    allocated = 0
    collections += 1
  }

  /// When the last collection had ended, in ns.
  private nonisolated(unsafe) static var lastEnd: UInt64 = 0
  /// Collections are to take one part in so many of the time, where memory allows for it: what is due meanwhile is late,
  /// and with a hundred thousand users a collection takes a tenth of a second.
  private static let timeShare = 400.0
  /// The most bytes of garbage that are let grow for that: so many times what is alive, and so many in all.
  nonisolated(unsafe) static var garbageShare = 18
  private static let mostGarbage = 768 << 20
  /// How many bytes of it are always let grow: as many as stay in the processor's cache, since marking the little that
  /// is alive in a small program costs less than memory that is far away.
  static let leastGarbage = 4 << 20

  /// Decides when the next collection is due: by the time that this one took, at the rate of allocation before it.
  private static func pace(_ start: UInt64, _ end: UInt64) {
    let between = lastEnd == 0 ? 0 : Double(start &- lastEnd)
    lastEnd = end
    let rate = between > 0 ? Double(allocated) / between : 0
    let wanted = Int(min(rate * Double(end &- start) * timeShare, Double(mostGarbage)))
    let most = max(live, min(live * garbageShare, mostGarbage))
    threshold = min(max(leastGarbage, live, min(wanted, most)), max(1 << 20, min(budget &- live, taskBudget)))
  }

  private static var clock: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Marks whatever the live part of a suspended coroutine's stack points to.
  public static func scan(_ coroutine: Coroutine) {
    mark(Value(bits: coroutine.local))
    guard let frames = coroutine.liveFrames, let low = frames.baseAddress else { return }
    scan(from: UInt(bitPattern: low), to: UInt(bitPattern: low) + UInt(frames.count))
  }

  /// Marks whatever the live parts of some suspended coroutines' stacks point to. Theirs is the memory that a collection
  /// reads first and that is the furthest away: it is fetched for all of them before the first is looked at.
  public static func scan(_ coroutines: UnsafeBufferPointer<Unmanaged<Coroutine>>) {
    for coroutine in coroutines { coroutine._withUnsafeGuaranteedRef { $0.prefetchFrames() } }
    for coroutine in coroutines { coroutine._withUnsafeGuaranteedRef { scan($0) } }
    // While it is near.
    tracePending()
  }

  /// Scans the running coroutine's stack, those of the coroutines waiting for it, and the process's own.
  @inline(never)
  private static func scanRunningStacks() {
    // The switch to another stack puts the callee-saved registers, in which callers may keep values, where `scan`
    // sees them.
    let running = Coroutine.current
    let collector = Coroutine {
      var next: Coroutine? = running
      while let coroutine = next {
        scan(coroutine)
        next = coroutine.resumer
      }
      scan(Coroutine.main)
      return running
    }
    collector.switchTo()
  }

  private static func scan(from low: UInt, to high: UInt) {
    let (base, used) = (arenaBase, arenaUsed)
    var address = low & ~7
    while address < high {
      if let word = UnsafePointer<UInt>(bitPattern: address)?.pointee, word &- base < used,
        let cell = cell(inArena: word)
      {
        mark(object: cell)
      }
      address += 8
    }
  }
}
