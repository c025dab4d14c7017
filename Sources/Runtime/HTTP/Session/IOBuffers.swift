import Glibc

/// The buffers that requests are written to and responses read into, one of each for the whole process, so that an
/// idle user holds none. What is in them is good until the fiber waits.
enum IOBuffers {
  /// How many bytes one read brings at most.
  static let receiveSize = 128 * 1024
  // Made at the first use by hand: a lazy global asks `swift_once` at every use.
  nonisolated(unsafe) private static var madeReceive: UnsafeMutablePointer<UInt8>?

  /// Where a read puts its bytes.
  @inline(__always)
  static var receive: UnsafeMutablePointer<UInt8> { madeReceive ?? makeReceive() }

  @inline(never)
  private static func makeReceive() -> UnsafeMutablePointer<UInt8> {
    let made = UnsafeMutablePointer<UInt8>.allocate(capacity: receiveSize)
    madeReceive = made
    return made
  }

  nonisolated(unsafe) private static var send = UnsafeMutablePointer<UInt8>.allocate(capacity: 64 * 1024)
  nonisolated(unsafe) private static var sendSize = 64 * 1024

  /// Room for `count` bytes to be sent.
  @inline(__always)
  static func sendBuffer(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    if count > sendSize { growSend(count) }
    return send
  }

  @inline(never)
  private static func growSend(_ count: Int) {
    send.deallocate()
    sendSize = count
    send = .allocate(capacity: count)
  }
}
