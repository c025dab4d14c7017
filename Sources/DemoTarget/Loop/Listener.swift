import Glibc

/// A listening socket, closed with its last reference.
final class Listener {
  let descriptor: Int32
  /// The port it got.
  let port: UInt16
  /// How its connections are encrypted; nil for plain HTTP.
  let tls: TLSContext?

  /// Binds the first address of the host that can be bound.
  init(host: String, port: UInt16, tls: TLSContext? = nil) throws(DemoTargetFailure) {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var found: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, String(port), &hints, &found)
    guard status == 0 else {
      let reason = String(cString: gai_strerror(status))
      throw DemoTargetFailure(description: "can't find the address of \(host): \(reason)")
    }
    defer { freeaddrinfo(found) }
    var reason = "no address"
    var candidate = found
    while let address = candidate?.pointee {
      if let opened = Listener.open(address) {
        descriptor = opened
        self.port = Listener.boundPort(opened)
        self.tls = tls
        return
      }
      reason = systemError()
      candidate = address.ai_next
    }
    throw DemoTargetFailure(description: "can't listen on \(host) port \(port): \(reason)")
  }

  deinit { close(descriptor) }

  private static func open(_ address: addrinfo) -> Int32? {
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = socket(address.ai_family, type, 0)
    guard descriptor >= 0 else { return nil }
    var one: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, size)
    // Connections inherit it.
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, size)
    guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0, listen(descriptor, 16384) == 0 else {
      let reason = errno
      close(descriptor)
      errno = reason
      return nil
    }
    return descriptor
  }

  private static func boundPort(_ descriptor: Int32) -> UInt16 {
    var address = sockaddr_in6()
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(descriptor, $0, &size) }
    }
    // The port has the same place in IPv4 and IPv6 addresses.
    return UInt16(bigEndian: address.sin6_port)
  }
}
