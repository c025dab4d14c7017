import Glibc

/// The one heap of the process: objects up to 512 bytes in blocks by size, longer payloads beside them from malloc.
///
/// Garbage is found by marking from the roots and swept lazily, a block at a time, as allocation needs cells; so the
/// pause is the marking alone. Roots are what modules, root providers and pinned values reach, and every word on a
/// machine stack that could be a pointer to an object (`Heap+Roots.swift`): Swift code may keep values in local
/// variables as it likes. Values in Swift's own heap (arrays, boxes, closures) are not seen: keep those in Python
/// objects, or in a `Payload` that traces them, across anything that may run Python code.
///
/// Collection happens only at safe points, when Python code calls a function or a loop goes round; code that calls no
/// Python code can't lose anything.
public enum Heap {
  static let blockSize = 64 * 1024
  static let granule = 16
  static let largestCell = 512
  static let classCount = largestCell / granule + 1
  private static let arenaSize = 64 << 30

  /// Where blocks come from: one reservation, committed by touch.
  nonisolated(unsafe) static var arenaBase: UInt = 0
  nonisolated(unsafe) static var arenaUsed: UInt = 0
  private nonisolated(unsafe) static var arenaEnd: UInt = 0

  /// The head of each size's list of free cells. Like `blocks`, nothing before `start`: a value that has to be made would
  /// have each allocation ask whether it is there.
  nonisolated(unsafe) static var freeCells: UnsafeMutablePointer<Object?>! = nil
  /// The blocks of each size and the next one to sweep.
  nonisolated(unsafe) static var blocks: UnsafeMutablePointer<BlockList>! = nil
  /// The colour that live objects have after the last marking.
  nonisolated(unsafe) static var color: UInt8 = 1

  /// Bytes allocated since the last collection, payloads included.
  nonisolated(unsafe) static var allocated = 0
  /// Bytes found alive by the last collection, payloads of lists, dicts and texts included.
  nonisolated(unsafe) static var live = 0
  /// After how many allocated bytes the next safe point collects.
  nonisolated(unsafe) static var threshold = leastGarbage
  /// Collect at each so many-th safe point, beside when it is due; 0 for never: finds values that nothing roots. Set by
  /// `KATYDID_GC_STRESS`.
  nonisolated(unsafe) static var stress = 0
  /// How many safe points there were since the last of these collections.
  nonisolated(unsafe) static var unstressed = 0
  /// Whether the next safe point has something to do beside an allowance that is used up.
  nonisolated(unsafe) static var needsAttention = false
  /// How many bytes of Python objects may be alive; beyond that a safe point raises `MemoryError`.
  nonisolated(unsafe) public static var budget = Int.max
  /// How many bytes of Python objects may be alive that only the running coroutine leads to, such as a task's local
  /// variables; beyond that a safe point raises `MemoryError`.
  nonisolated(unsafe) public internal(set) static var taskBudget = Int.max
  /// How many such bytes the last collection found.
  nonisolated(unsafe) static var heldByTask = 0
  /// How many collections there were.
  nonisolated(unsafe) public internal(set) static var collections = 0

  /// The blocks that hold cells of one size.
  struct BlockList {
    var bases: [UInt] = []
    /// Blocks from here on have not been swept since the last marking.
    var sweepNext = 0
    /// Where the part of the newest block begins whose cells are not on the list yet, and where the block ends.
    var uncarved: UInt = 0
    var end: UInt = 0
  }

  /// How many bytes of a new block are made free cells at once: what isn't touched costs nothing, and many sizes are
  /// rare.
  private static let carved: UInt = 4096

  /// What stands at the beginning of a block.
  struct BlockHeader {
    var cellSize: Int
    /// Makes the first cell start at a multiple of the granule.
    var padding: Int
  }

  /// Reserves the arena; called once before anything is allocated.
  static func start() {
    var size = arenaSize
    var base: UnsafeMutableRawPointer?
    while size >= 1 << 30 {
      base = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | Int32(MAP_NORESERVE), -1, 0)
      if base != MAP_FAILED { break }
      size /= 2
    }
    guard let base, base != MAP_FAILED else { preconditionFailure("cannot reserve address space for the heap") }
    let aligned = (UInt(bitPattern: base) + UInt(blockSize) - 1) & ~UInt(blockSize - 1)
    arenaBase = aligned
    arenaEnd = UInt(bitPattern: base) + UInt(size)
    freeCells = .allocate(capacity: classCount)
    freeCells.initialize(repeating: nil, count: classCount)
    blocks = .allocate(capacity: classCount)
    blocks.initialize(repeating: BlockList(), count: classCount)
    TablePool.start()
    startMarking()
    stress = getenv("KATYDID_GC_STRESS").map { max(0, Int(atol($0))) } ?? 0
    // A budget may have been set before.
    if stress > 0 { needsAttention = true }
  }

  /// Suits a script, whose time would else be for a third that of touching new memory: the kernel backs the heap with
  /// large pages, and garbage grows to three times what is alive only, as marking that costs less than more memory does.
  /// Not for processes that fork, as each would copy two megabytes where it writes.
  public static func suitScript() {
    garbageShare = 3
    useLargePages(from: arenaBase)
  }

  /// Suits a worker, which forks no more: what it hasn't used of the heap yet is backed with large pages. A realistic task
  /// takes a sixth less for that, as garbage grows to many megabytes and each first look at a small page of them goes
  /// through the machine's page tables, and on a virtual machine through its host's.
  public static func suitWorker() {
    useLargePages(from: (arenaBase + arenaUsed + largePage - 1) & ~(largePage - 1))
  }

  private static let largePage: UInt = 2 << 20

  private static func useLargePages(from address: UInt) {
    madvise(UnsafeMutableRawPointer(bitPattern: address), 1 << 30, MADV_HUGEPAGE)
  }

  /// A new object of `size` bytes with its header filled in; the rest is the caller's to fill.
  @inline(__always)
  static func allocate(_ size: Int, _ kind: Kind, _ cls: Unmanaged<Class>) -> Object {
    let index = (size + granule - 1) / granule
    let cell: Object
    if let head = freeCells[index] {
      cell = head
      freeCells[index] = nextFree(head)
    } else {
      cell = refill(index)
    }
    allocated += index * granule
    cell.pointee = ObjectHeader(kind: kind, mark: color, flags: 0, shape: 0, cls: cls)
    return cell
  }

  /// A new object laid out as `Layout`.
  @inline(__always)
  static func make<Layout>(
    _ layout: Layout.Type, _ kind: Kind, _ cls: Unmanaged<Class>
  ) -> UnsafeMutablePointer<Layout> {
    allocate(MemoryLayout<Layout>.size, kind, cls).as(layout)
  }

  /// Raises `MemoryError` for a payload of so many bytes, or of so many characters, if it is absurdly large.
  @discardableResult
  static func checkSize(_ bytes: Int) throws(Raised) -> Int {
    if bytes > min(1 << 32, budget, taskBudget) {
      throw raise(Exceptions.make(ExceptionKind.memoryError.cls, Tuple.make([])))
    }
    return bytes
  }

  /// Notes bytes allocated beside the cells, so that collection keeps pace with them.
  @inline(__always)
  public static func charge(_ bytes: Int) { allocated += bytes }

  @inline(__always)
  static func nextFree(_ cell: Object) -> Object? {
    UnsafeMutableRawPointer(cell).load(fromByteOffset: 8, as: Object?.self)
  }

  @inline(__always)
  static func setNextFree(_ cell: Object, _ next: Object?) {
    UnsafeMutableRawPointer(cell).storeBytes(of: next, toByteOffset: 8, as: Object?.self)
  }

  /// Finds a free cell when the list is empty: sweeps the next unswept block, or takes a new one.
  @inline(never)
  private static func refill(_ index: Int) -> Object {
    while blocks[index].sweepNext < blocks[index].bases.count {
      let base = blocks[index].bases[blocks[index].sweepNext]
      blocks[index].sweepNext += 1
      sweep(block: base, index)
      if let head = freeCells[index] {
        freeCells[index] = nextFree(head)
        return head
      }
    }
    if blocks[index].uncarved == blocks[index].end { addBlock(index) }
    carve(index)
    guard let head = freeCells[index] else { preconditionFailure("a new block has free cells") }
    freeCells[index] = nextFree(head)
    return head
  }

  private static func addBlock(_ index: Int) {
    let base = arenaBase + arenaUsed
    guard base + UInt(blockSize) <= arenaEnd, let memory = UnsafeMutableRawPointer(bitPattern: base) else {
      preconditionFailure("the heap is full: \(arenaUsed) bytes of objects")
    }
    arenaUsed += UInt(blockSize)
    let cellSize = index * granule
    memory.storeBytes(of: BlockHeader(cellSize: cellSize, padding: 0), as: BlockHeader.self)
    blocks[index].bases.append(base)
    blocks[index].sweepNext = blocks[index].bases.count
    let header = MemoryLayout<BlockHeader>.size
    blocks[index].uncarved = base + UInt(header)
    blocks[index].end = base + UInt(header + (blockSize - header) / cellSize * cellSize)
  }

  /// Chains the next cells of a new block, whose memory is zero.
  private static func carve(_ index: Int) {
    let cellSize = UInt(index * granule)
    let start = blocks[index].uncarved
    let cells = min(max(carved / cellSize, 1), (blocks[index].end - start) / cellSize)
    var address = start + cells * cellSize
    blocks[index].uncarved = address
    var head = freeCells[index]
    while address > start {
      address -= cellSize
      guard let memory = UnsafeMutableRawPointer(bitPattern: address) else { break }
      let cell = memory.assumingMemoryBound(to: ObjectHeader.self)
      setNextFree(cell, head)
      head = cell
    }
    freeCells[index] = head
  }

  /// Frees the unmarked objects of a block and chains its free cells in front of the list.
  private static func sweep(block base: UInt, _ index: Int) {
    guard let memory = UnsafeMutableRawPointer(bitPattern: base) else { return }
    let cellSize = index * granule
    var head = freeCells[index]
    var offset = MemoryLayout<BlockHeader>.size
    while offset + cellSize <= blockSize {
      let cell = (memory + offset).assumingMemoryBound(to: ObjectHeader.self)
      if cell.pointee.kind != .free {
        if cell.pointee.mark != color {
          finalize(cell)
          cell.pointee.kind = .free
          setNextFree(cell, head)
          head = cell
        }
      } else {
        setNextFree(cell, head)
        head = cell
      }
      offset += cellSize
    }
    freeCells[index] = head
  }

  /// Sweeps what is still unswept: before the colours change.
  static func finishSweeping() {
    for index in 1..<classCount {
      while blocks[index].sweepNext < blocks[index].bases.count {
        let base = blocks[index].bases[blocks[index].sweepNext]
        blocks[index].sweepNext += 1
        sweep(block: base, index)
      }
    }
  }

  /// Has every block swept anew after a marking; cells on the free lists are found again by the sweep.
  static func restartSweeping() {
    for index in 1..<classCount {
      freeCells[index] = nil
      blocks[index].sweepNext = 0
      blocks[index].uncarved = blocks[index].end
    }
  }

  /// The cell that a word within the arena points into, if it does; it may be free.
  @inline(__always)
  static func cell(inArena word: UInt) -> Object? {
    let base = word & ~UInt(blockSize - 1)
    guard let memory = UnsafeMutableRawPointer(bitPattern: base) else { return nil }
    let cellSize = memory.load(as: BlockHeader.self).cellSize
    let inside = Int(word - base) - MemoryLayout<BlockHeader>.size
    guard inside >= 0 else { return nil }
    let offset = MemoryLayout<BlockHeader>.size + inside / cellSize * cellSize
    guard offset + cellSize <= blockSize else { return nil }
    return (memory + offset).assumingMemoryBound(to: ObjectHeader.self)
  }
}
