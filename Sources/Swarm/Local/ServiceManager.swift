import Glibc
import Logging
import Runtime

/// Tells systemd how the service fares, where it was started as one with `Type=notify`.
///
/// The protocol is sd_notify(3)'s: datagrams of `NAME=value` lines to the socket that NOTIFY_SOCKET names.
enum ServiceManager {
  /// How often the status line is renewed where there is no watchdog, in ns.
  private static let statusInterval: UInt64 = 5_000_000_000

  /// Says that the service is up, and from then on, as long as the event loop turns, that it lives: how it fares, and
  /// what the watchdog waits for. To be called on a fiber; it does nothing where no service manager listens.
  ///
  /// - Parameter status: how the service fares, in a line.
  static func beginService(status: @escaping () -> String) {
    guard let socket = Socket() else { return }
    // What this process starts later is not the service's main process.
    leaveToParent()
    socket.send("READY=1\nSTATUS=\(status())")
    let watchdog = watchdogInterval
    let interval = watchdog.map { min($0 / 2, statusInterval) } ?? statusInterval
    EventLoop.shared.spawn {
      while EventLoop.shared.sleep(interval) != .interrupted {
        socket.send((watchdog == nil ? "" : "WATCHDOG=1\n") + "STATUS=\(status())")
      }
    }
  }

  /// In a forked process: it isn't the service's main one.
  static func leaveToParent() { unsetenv("NOTIFY_SOCKET") }

  /// How often the watchdog wants to hear, in ns; nil without one for this process.
  private static var watchdogInterval: UInt64? {
    guard let text = getenv("WATCHDOG_USEC"), let microseconds = UInt64(String(cString: text)), microseconds > 0 else {
      return nil
    }
    if let process = getenv("WATCHDOG_PID"), Int32(String(cString: process)) != getpid() { return nil }
    return microseconds * 1000
  }

  /// The socket of the service manager.
  private struct Socket {
    private let descriptor: Int32
    private var address = sockaddr_un()
    private let length: socklen_t

    /// Nil where no service manager listens.
    init?() {
      guard let variable = getenv("NOTIFY_SOCKET") else { return nil }
      var path = Array(String(cString: variable).utf8)
      guard path.first == UInt8(ascii: "/") || path.first == UInt8(ascii: "@"),
        path.count < MemoryLayout.size(ofValue: address.sun_path)
      else { return nil }
      // An abstract address, which begins with a NUL.
      if path[0] == UInt8(ascii: "@") { path[0] = 0 }
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
      length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
      descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
      if descriptor < 0 { return nil }
    }

    /// Sends a notice; one that can't be sent now is left out, as a newer one follows.
    func send(_ text: String) {
      var address = address
      let bytes = Array(text.utf8)
      withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = sendto(
            descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT), $0, length)
        }
      }
    }
  }
}
