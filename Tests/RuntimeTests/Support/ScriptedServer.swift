import Foundation

/// A TCP server on a free loopback port that does to each connection what a test wants.
final class ScriptedServer: @unchecked Sendable {
  let port: UInt16
  private let listener: Int32
  private let running = DispatchGroup()
  private let lock = NSLock()
  private var connections = 0

  /// How many connections there have been.
  var connectionCount: Int { lock.withLock { connections } }
  var url: String { "http://127.0.0.1:\(port)" }

  /// Starts serving. `serve` is called on a thread for each connection, with its number; the socket is closed after.
  init(_ serve: @escaping @Sendable (Peer, Int) -> Void) {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var on: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, 4)
    port = ScriptedServer.bind(listener)
    listen(listener, 128)
    running.enter()
    Thread.detachNewThread { [self] in
      while case let peer = accept(listener, nil, nil), peer >= 0 {
        running.enter()
        let number = lock.withLock {
          connections += 1
          return connections
        }
        Thread.detachNewThread { [self] in
          serve(Peer(descriptor: peer), number)
          close(peer)
          running.leave()
        }
      }
      running.leave()
    }
  }

  /// Binds to a free port of 127.0.0.1.
  private static func bind(_ descriptor: Int32) -> UInt16 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        precondition(Glibc.bind(descriptor, $0, length) == 0)
        getsockname(descriptor, $0, &length)
      }
      return UInt16(bigEndian: pointer.pointee.sin_port)
    }
  }

  /// A port that was free a moment ago.
  static func freePort() -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    return bind(descriptor)
  }

  /// Stops serving; false when a connection's script didn't end within ten seconds.
  @discardableResult
  func stop() -> Bool {
    shutdown(listener, Int32(SHUT_RDWR))
    let hasEnded = running.wait(timeout: .now() + 10) == .success
    close(listener)
    return hasEnded
  }

  /// The server's end of a connection.
  struct Peer {
    let descriptor: Int32

    /// Reads a request's head, and its body if it has a Content-Length; empty at the connection's end.
    func readRequest() -> String {
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65536)
      while true {
        let text = String(decoding: bytes, as: UTF8.self)
        if let end = text.range(of: "\r\n\r\n") {
          let length = text.range(of: "Content-Length: ").map { text[$0.upperBound...].prefix { $0.isNumber } }
          if text[end.upperBound...].utf8.count >= Int(length ?? "0") ?? 0 { return text }
        }
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count <= 0 { return text }
        bytes += buffer[..<count]
      }
    }

    func write(_ text: String) { write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) {
      var sent = 0
      while sent < bytes.count {
        let count = bytes.withUnsafeBytes {
          send(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
        }
        if count <= 0 { return }
        sent += count
      }
    }

    /// Has the coming close send a reset.
    func resetOnClose() {
      var option = linger(l_onoff: 1, l_linger: 0)
      setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    /// Waits until the client closes.
    func drain() {
      var buffer = [UInt8](repeating: 0, count: 65536)
      while recv(descriptor, &buffer, buffer.count, 0) > 0 {}
    }
  }
}

/// A response with a length.
func response(_ body: String, status: String = "200 OK", headers: String = "") -> String {
  "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
}
