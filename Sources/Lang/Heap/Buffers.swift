import Glibc

/// Memory from malloc for `count` elements; running out ends the process, as no caller could go on.
func allocateBuffer<Element>(_ count: Int) -> UnsafeMutablePointer<Element> {
  guard let memory = malloc(max(1, count) * MemoryLayout<Element>.stride) else {
    preconditionFailure("out of memory: \(count) elements of \(MemoryLayout<Element>.stride) bytes")
  }
  return memory.assumingMemoryBound(to: Element.self)
}

/// Memory from malloc grown to `count` elements.
func growBuffer<Element>(_ old: UnsafeMutablePointer<Element>?, _ count: Int) -> UnsafeMutablePointer<Element> {
  guard let memory = realloc(old, max(1, count) * MemoryLayout<Element>.stride) else {
    preconditionFailure("out of memory: \(count) elements of \(MemoryLayout<Element>.stride) bytes")
  }
  return memory.assumingMemoryBound(to: Element.self)
}

extension UnsafeMutablePointer {
  /// Gives back memory from `allocateBuffer`.
  func deallocateBuffer() { free(self) }
}

/// Memory for the tables of sets and dicts and the items of lists, whose owners know its size when they give it back.
///
/// Up to 1 KiB it is taken from lists of free pieces by size, which asks nothing of malloc and is a fifth of a small
/// set's cost; what is given back stays there for the next of its size.
enum TablePool {
  private static let granule = 16
  /// One for each multiple of the granule up to 1 KiB.
  private static let listCount = 1024 / granule + 1
  private static let slabSize = 16 * 1024
  /// The first free piece of each size; each begins with the address of the next.
  private nonisolated(unsafe) static var lists: UnsafeMutablePointer<UnsafeMutableRawPointer?>! = nil

  /// Called once, before any table is made.
  static func start() {
    lists = .allocate(capacity: listCount)
    lists.initialize(repeating: nil, count: listCount)
  }

  /// The number of the list for so many elements; `listCount` or more for what malloc has to give.
  @inline(__always)
  private static func list<Element>(_ count: Int, _ element: Element.Type) -> Int {
    (count * MemoryLayout<Element>.stride + granule - 1) / granule
  }

  /// Memory for so many elements.
  @inline(__always)
  static func take<Element>(_ count: Int) -> UnsafeMutablePointer<Element> {
    let index = list(count, Element.self)
    guard index < listCount else { return allocateBuffer(count) }
    let piece = lists[index] ?? carve(index)
    lists[index] = piece.load(as: UnsafeMutableRawPointer?.self)
    return piece.assumingMemoryBound(to: Element.self)
  }

  /// Gives back memory that was taken for so many elements; nil is nothing.
  @inline(__always)
  static func give<Element>(_ memory: UnsafeMutablePointer<Element>?, _ count: Int) {
    guard let memory else { return }
    let index = list(count, Element.self)
    guard index < listCount else { return memory.deallocateBuffer() }
    let piece = UnsafeMutableRawPointer(memory)
    piece.storeBytes(of: lists[index], as: UnsafeMutableRawPointer?.self)
    lists[index] = piece
  }

  /// Memory for more elements than before, with those that were there.
  static func grow<Element>(
    _ memory: UnsafeMutablePointer<Element>?, from old: Int, to count: Int
  ) -> UnsafeMutablePointer<Element> {
    if list(old, Element.self) >= listCount { return growBuffer(memory, count) }
    let grown: UnsafeMutablePointer<Element> = take(count)
    if let memory {
      grown.update(from: memory, count: old)
      give(memory, old)
    }
    return grown
  }

  /// Cuts a new slab into pieces of one size and gives the first.
  @inline(never)
  private static func carve(_ index: Int) -> UnsafeMutableRawPointer {
    let size = max(index, 1) * granule
    let slab = UnsafeMutableRawPointer(allocateBuffer(slabSize) as UnsafeMutablePointer<UInt8>)
    let last = slabSize / size - 1
    for piece in 0..<last {
      (slab + piece * size).storeBytes(of: slab + (piece + 1) * size, as: UnsafeMutableRawPointer?.self)
    }
    (slab + last * size).storeBytes(of: nil, as: UnsafeMutableRawPointer?.self)
    return slab
  }
}
