import Glibc
import Runtime

/// A two-way stream to another process of this machine: two pipes, with each message behind its length in four bytes.
struct LocalLink {
  /// What comes in.
  let reading: Int32
  /// What goes out.
  let writing: Int32

  /// Makes a link; each end is for one process.
  ///
  /// - Throws: `SystemFault` when the system has no more descriptors.
  static func pair() throws(SystemFault) -> (LocalLink, LocalLink) {
    let (there, back) = (try pipe(), try pipe())
    return (LocalLink(reading: back.0, writing: there.1), LocalLink(reading: there.0, writing: back.1))
  }

  private static func pipe() throws(SystemFault) -> (Int32, Int32) {
    var ends: (Int32, Int32) = (-1, -1)
    let result = withUnsafeMutablePointer(to: &ends) {
      $0.withMemoryRebound(to: Int32.self, capacity: 2) { Glibc.pipe($0) }
    }
    guard result == 0 else { throw SystemFault("can't make a pipe") }
    for end in [ends.0, ends.1] {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return ends
  }

  func close() {
    Glibc.close(reading)
    Glibc.close(writing)
  }
}

/// A refusal of the operating system.
public struct SystemFault: Error {
  /// What did not work and why, for people.
  public let text: String

  /// Creates a fault from what did not work and `errno`.
  init(_ what: String) { text = "\(what): \(String(cString: strerror(errno)))" }
}

/// Messages between a master and its workers on the same machine.
final class LocalTransport: Transport {
  private var channels: [String: LocalChannel] = [:]
  private var events: [TransportEvent] = []
  private let arrival = Notice()
  /// Whether every message goes to the same peer, whatever node it names: so it is in a worker.
  private let onlyPeer: String?

  /// The master's side.
  ///
  /// - Parameter links: the name of each worker, and the link to it.
  init(workers links: [(node: String, link: LocalLink)]) {
    onlyPeer = nil
    for (node, link) in links { open(link, to: node) }
  }

  /// A worker's side.
  init(master link: LocalLink) {
    onlyPeer = "master"
    open(link, to: "master")
  }

  private func open(_ link: LocalLink, to node: String) {
    let channel = LocalChannel(link)
    channels[node] = channel
    EventLoop.shared.spawn { [unowned self] in
      while let frame = channel.receive() { deliver(frame, from: node) }
      channels[node] = nil
      channel.close()
      events.append(.lost(node: node))
      arrival.post()
    }
  }

  private func deliver(_ frame: [UInt8], from node: String) {
    do throws(Message.Fault) {
      events.append(.message(try Message(decoding: frame)))
    } catch {
      events.append(.garbage(node: node, error))
    }
    arrival.post()
  }

  func send(_ message: Message) {
    channels[onlyPeer ?? message.node]?.send(message.encoded)
  }

  var backlog: Int { channels.values.reduce(0) { $0 + $1.backlog } }

  func receive() -> TransportEvent {
    while events.isEmpty { arrival.wait() }
    return events.removeFirst()
  }
}

/// One link on the event loop.
private final class LocalChannel {
  /// A length above this is not a message; stats of a million names stay below.
  private static let longest = 1 << 30

  private let link: LocalLink
  private var incoming: [UInt8] = []
  private var outgoing: [UInt8] = []
  private var sent = 0
  private var isFlushing = false
  private var isClosed = false

  init(_ link: LocalLink) {
    self.link = link
    EventLoop.shared.register(link.reading)
    EventLoop.shared.register(link.writing)
  }

  var backlog: Int { outgoing.count - sent }

  func send(_ frame: [UInt8]) {
    guard !isClosed else { return }
    withUnsafeBytes(of: UInt32(frame.count).bigEndian) { outgoing.append(contentsOf: $0) }
    outgoing.append(contentsOf: frame)
    if !isFlushing { flush() }
  }

  /// Writes what the pipe takes; a fiber of its own writes the rest when there is room.
  private func flush() {
    guard !writeAll() else { return }
    isFlushing = true
    EventLoop.shared.spawn { [self] in
      repeat { _ = EventLoop.shared.wait(link.writing, for: .write, deadline: nil) } while !writeAll()
      isFlushing = false
    }
  }

  /// Writes until nothing is left, and then is true, or until the pipe is full.
  private func writeAll() -> Bool {
    while sent < outgoing.count && !isClosed {
      let count = outgoing.withUnsafeBytes { write(link.writing, $0.baseAddress.map { $0 + sent }, $0.count - sent) }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        return false
      } else if errno != EINTR {
        break
      }
    }
    outgoing.removeAll(keepingCapacity: outgoing.capacity < 1 << 20)
    sent = 0
    return true
  }

  /// Waits for the next frame; nil when the other side is gone or sends nonsense.
  func receive() -> [UInt8]? {
    while true {
      if incoming.count >= 4 {
        let length = incoming.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard length <= LocalChannel.longest else { return nil }
        if incoming.count >= 4 + length {
          defer { incoming.removeFirst(4 + length) }
          return Array(incoming[4..<4 + length])
        }
      }
      guard fill() else { return nil }
    }
  }

  private func fill() -> Bool {
    while true {
      let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
        let count = read(link.reading, buffer.baseAddress, buffer.count)
        if count > 0 { incoming.append(contentsOf: buffer.prefix(count)) }
        return count
      }
      if count > 0 { return true }
      if count == 0 { return false }
      if errno == EAGAIN {
        _ = EventLoop.shared.wait(link.reading, for: .read, deadline: nil)
      } else if errno != EINTR {
        return false
      }
    }
  }

  func close() {
    isClosed = true
    EventLoop.shared.unregister(link.reading)
    EventLoop.shared.unregister(link.writing)
    link.close()
  }
}
