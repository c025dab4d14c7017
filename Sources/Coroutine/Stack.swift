import CBoostContext
import Glibc

/// A machine stack for one coroutine: a slice of a mapping that many stacks share.
///
/// Stacks carry no guard page (two mappings a stack would run into `vm.max_map_count` at 32,000 users). Instead,
/// whoever recurses on one compares its stack pointer with `limit`.
public struct Stack: Equatable {
  /// The lowest address, in bytes; the stack grows down towards it.
  public let base: UnsafeMutableRawPointer
  /// The size in bytes, reserved but not committed: only touched pages cost memory.
  public let size: Int

  /// The address just above the stack's highest byte, where it begins.
  public var top: UnsafeMutableRawPointer { base + size }

  /// Whether `address` lies inside the stack.
  public func contains(_ address: UInt) -> Bool {
    address >= UInt(bitPattern: base) && address < UInt(bitPattern: top)
  }
}

/// A stack on which several coroutines take turns.
///
/// The frames of the one that ran last stay where they are; they are copied to the heap only when another one is to run
/// there. So a coroutine that waits costs what is live of its stack instead of the pages that it once touched, and few
/// that run much pay nothing.
final class SharedStack {
  let stack: Stack
  /// Whose frames lie on it.
  unowned(unsafe) var occupant: Coroutine?
  /// How many coroutines it belongs to.
  var users = 0

  init(_ stack: Stack) { self.stack = stack }
}

/// Hands out stacks of one size, cut from mappings of `stacksPerSlab` each, and takes them back for reuse.
///
/// The last stack given back is the first one given out: its pages are already there.
public final class StackPool {
  /// The size of each stack, in bytes.
  public let stackSize: Int
  private let stacksPerSlab = 64
  private var free: [Stack] = []
  /// The stacks that are shared, and those of them that nobody uses.
  private var shared: [SharedStack] = []
  private var freeShared: [SharedStack] = []
  private var nextShared = 0

  /// How many stacks are shared at most. So many coroutines have a stack each; only further ones take turns.
  public static let mostShared = 512

  /// The pool for users. An interpreted call takes 0.4 to 1.7 KB of stack, so that CPython's 1,000 nested calls fit;
  /// what is not touched costs address space only.
  nonisolated(unsafe) public static let shared = StackPool(stackSize: 2 << 20)

  /// Creates a pool of stacks of `stackSize` bytes, a multiple of the page size.
  public init(stackSize: Int) {
    precondition(stackSize % 4096 == 0, "a stack is whole pages")
    self.stackSize = stackSize
  }

  /// Takes a stack, mapping another slab when none is free.
  ///
  /// Running out of address space ends the process: no caller could go on without a stack.
  public func take() -> Stack {
    if let stack = free.popLast() { return stack }
    let length = stackSize * stacksPerSlab
    guard
      let slab = mmap(
        nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | Int32(MAP_NORESERVE), -1, 0),
      slab != MAP_FAILED
    else { preconditionFailure("cannot reserve \(length) bytes for stacks: \(String(cString: strerror(errno)))") }
    // One huge page would be as large as a whole stack of which a user touches two small ones.
    madvise(slab, length, MADV_NOHUGEPAGE)
    for index in (0..<stacksPerSlab).reversed() {
      free.append(Stack(base: slab + index * stackSize, size: stackSize))
    }
    return free.removeLast()
  }

  /// Gives back a stack on which nothing runs any more.
  public func give(_ stack: Stack) {
    free.append(stack)
  }

  /// Finds a stack for one more coroutine that may share it.
  func share() -> SharedStack {
    let found: SharedStack
    if let unused = freeShared.popLast() {
      found = unused
    } else if shared.count < StackPool.mostShared {
      found = SharedStack(take())
      shared.append(found)
    } else {
      found = shared[nextShared]
      nextShared = (nextShared + 1) % shared.count
    }
    found.users += 1
    return found
  }

  /// Takes note that a coroutine no longer uses a shared stack.
  func leave(_ stack: SharedStack) {
    stack.users -= 1
    if stack.users == 0 { freeShared.append(stack) }
  }

  /// Returns the pages of stacks that nobody uses to the system; the stacks stay reserved.
  public func trim() {
    for stack in free + freeShared.map(\.stack) { madvise(stack.base, stack.size, MADV_DONTNEED) }
  }
}
