import Glibc
import Runtime

/// One end of a pair of connected sockets, for frames of bytes, each after its length in four bytes (of this machine's
/// order). It never blocks the process.
final class FrameSocket {
  /// How many bytes are read at once.
  private static let chunk = 1 << 16
  private static let header = MemoryLayout<UInt32>.size

  private let descriptor: Int32
  private var incoming: [UInt8] = []
  /// Where the next frame begins in `incoming`.
  private var position = 0
  private var outgoing: [UInt8] = []
  private var isWriting = false
  private var isClosed = false

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Makes a pair. Each is to be begun, in the process that it belongs to; the other process abandons it.
  ///
  /// - Throws: `SystemFault` when the system has no more descriptors.
  static func pair() throws(SystemFault) -> (FrameSocket, FrameSocket) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw SystemFault("can't make a pair of sockets") }
    return (FrameSocket(ends[0]), FrameSocket(ends[1]))
  }

  /// Puts the socket on this process's event loop.
  func begin() { EventLoop.shared.register(descriptor) }

  /// Closes an end that is the other process's.
  func abandon() { Glibc.close(descriptor) }

  /// How many bytes wait for the other process to read.
  var waitingBytes: Int { outgoing.count }

  /// Sends a frame; what the system doesn't take now follows when it does.
  func send(_ frame: [UInt8]) {
    guard !isClosed else { return }
    withUnsafeBytes(of: UInt32(frame.count)) { outgoing.append(contentsOf: $0) }
    outgoing.append(contentsOf: frame)
    guard !isWriting else { return }
    write()
    guard !outgoing.isEmpty else { return }
    isWriting = true
    EventLoop.shared.spawn { [self] in
      while !outgoing.isEmpty, !isClosed {
        _ = EventLoop.shared.wait(descriptor, for: .write, deadline: nil)
        write()
      }
      isWriting = false
    }
  }

  /// Writes what the system takes.
  private func write() {
    var written = 0
    while written < outgoing.count, !isClosed {
      let count = outgoing.withUnsafeBytes { bytes in
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        return Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 {
        written += count
      } else if errno == EAGAIN {
        break
      } else if errno != EINTR {
        // Nobody is there to read it.
        written = outgoing.count
      }
    }
    outgoing.removeFirst(written)
  }

  /// The next frame, which the calling fiber waits for; nil when the other end is closed.
  func receive() -> [UInt8]? {
    while !isClosed {
      if let frame = takeFrame() { return frame }
      if position > 0 {
        incoming.removeFirst(position)
        position = 0
      }
      let count = read()
      if count > 0 { continue }
      guard count < 0, errno == EAGAIN || errno == EINTR else { return nil }
      if errno == EAGAIN { _ = EventLoop.shared.wait(descriptor, for: .read, deadline: nil) }
    }
    return nil
  }

  private func takeFrame() -> [UInt8]? {
    let start = position + FrameSocket.header
    guard incoming.count >= start else { return nil }
    let length = incoming.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: position, as: UInt32.self)) }
    guard incoming.count >= start + length else { return nil }
    position = start + length
    return Array(incoming[start..<position])
  }

  /// Reads more; the system's answer.
  private func read() -> Int {
    withUnsafeTemporaryAllocation(byteCount: FrameSocket.chunk, alignment: 1) { buffer in
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count > 0 { incoming.append(contentsOf: buffer[..<count]) }
      return count
    }
  }

  /// Closes the socket once everything that was sent has left, at `deadline` (on the monotonic clock in ns) at the
  /// latest. To be called on a fiber.
  func close(until deadline: UInt64) {
    guard !isClosed else { return }
    while !outgoing.isEmpty, EventLoop.now < deadline { _ = EventLoop.shared.sleep(1_000_000) }
    isClosed = true
    EventLoop.shared.unregister(descriptor)
    Glibc.close(descriptor)
  }
}
