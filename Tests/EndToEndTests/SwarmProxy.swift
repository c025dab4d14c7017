import Foundation

/// A network between a master and workers that can fail: a TCP proxy on a port of its own.
final class SwarmProxy: @unchecked Sendable {
  /// What becomes of bytes.
  enum Mode {
    /// They go on.
    case pass
    /// They wait, as on a line that is dead.
    case hold
    /// Connections are broken, and new ones too.
    case cut
  }

  /// The port that workers connect to.
  let port: Int
  private let listener: Int32
  private let target: Int
  private let lock = NSLock()
  private var current = Mode.pass
  private var isClosed = false

  /// Begins to serve.
  ///
  /// - Parameter target: the master's port on loopback.
  init(to target: Int) {
    self.target = target
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = SwarmProxy.loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(listener, $0, size)
        _ = listen(listener, 64)
        _ = getsockname(listener, $0, &size)
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread { [self] in accept() }.start()
  }

  /// What becomes of bytes from now on.
  var mode: Mode {
    get { lock.withLock { current } }
    set { lock.withLock { current = newValue } }
  }

  /// Ends the proxy and its connections.
  func close() { lock.withLock { isClosed = true } }

  private var isOver: Bool { lock.withLock { isClosed } }

  private static func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private func accept() {
    while !isOver {
      var ready = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 50) > 0 else { continue }
      let client = Glibc.accept(listener, nil, nil)
      guard client >= 0 else { continue }
      let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = SwarmProxy.loopback(target)
      let isConnected = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
      guard isConnected, mode != .cut else {
        Glibc.close(client)
        Glibc.close(server)
        continue
      }
      Thread { [self] in serve(client, server) }.start()
    }
    Glibc.close(listener)
  }

  private func serve(_ client: Int32, _ server: Int32) {
    defer {
      Glibc.close(client)
      Glibc.close(server)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !isOver, mode != .cut {
      if mode == .hold {
        usleep(20_000)
        continue
      }
      var ready = [
        pollfd(fd: client, events: Int16(POLLIN), revents: 0), pollfd(fd: server, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&ready, 2, 20) > 0 else { continue }
      for (index, other) in [server, client].enumerated() where ready[index].revents != 0 {
        let count = read(ready[index].fd, &buffer, buffer.count)
        guard count > 0, mode != .cut else { return }
        var sent = 0
        while sent < count {
          let written = buffer[sent..<count].withUnsafeBytes {
            send(other, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
          }
          guard written > 0 else { return }
          sent += written
        }
      }
    }
  }
}
