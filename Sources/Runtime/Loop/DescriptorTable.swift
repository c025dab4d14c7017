import CLinux

/// What the loop knows about each registered descriptor, by the descriptor's number.
struct DescriptorTable {
  /// One descriptor: who waits for it, and what epoll has said that nobody has used yet.
  struct Slot {
    var reader: Unmanaged<Fiber>?
    var writer: Unmanaged<Fiber>?
    /// Called on the loop's stack for every event, instead of waking fibers.
    var handler: (() -> Void)?
    /// Tells events of this descriptor from late ones of an earlier descriptor with the same number.
    var generation: UInt32 = 0
    var isRegistered = false
    var isReadable = false
    var isWritable = false
    /// The peer will send no more, or the connection is broken: reading never blocks again.
    var isHungUp = false
  }

  private(set) var slots: UnsafeMutablePointer<Slot>
  private(set) var count: Int

  init() {
    count = 64
    slots = .allocate(capacity: count)
    slots.initialize(repeating: Slot(), count: count)
  }

  /// The slot of a descriptor. It moves when the table grows: never to be kept over a fiber switch.
  @inline(__always)
  subscript(_ descriptor: Int32) -> UnsafeMutablePointer<Slot> { slots + Int(descriptor) }

  /// Whether the descriptor has been registered and not unregistered since.
  @inline(__always)
  func contains(_ descriptor: Int32) -> Bool {
    descriptor >= 0 && Int(descriptor) < count && slots[Int(descriptor)].isRegistered
  }

  /// Begins a descriptor's registration, with nothing known; the result goes into its epoll events.
  mutating func begin(_ descriptor: Int32, handler: (() -> Void)?) -> UInt32 {
    if Int(descriptor) >= count { grow(toHold: Int(descriptor)) }
    let slot = self[descriptor]
    let generation = slot.pointee.generation &+ 1
    slot.pointee = Slot(handler: handler, generation: generation, isRegistered: true)
    return generation
  }

  /// Ends a descriptor's registration.
  func end(_ descriptor: Int32) {
    guard contains(descriptor) else { return }
    let slot = self[descriptor]
    slot.pointee = Slot(generation: slot.pointee.generation &+ 1)
  }

  /// Ends every registration.
  func removeAll() {
    for index in 0..<count { slots[index] = Slot(generation: slots[index].generation &+ 1) }
  }

  private mutating func grow(toHold descriptor: Int) {
    var newCount = count
    while newCount <= descriptor { newCount *= 2 }
    let moved = UnsafeMutablePointer<Slot>.allocate(capacity: newCount)
    moved.moveInitialize(from: slots, count: count)
    (moved + count).initialize(repeating: Slot(), count: newCount - count)
    slots.deallocate()
    slots = moved
    count = newCount
  }
}
