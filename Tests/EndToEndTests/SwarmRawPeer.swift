import Foundation

/// A peer that speaks ZMTP 3.0 (https://rfc.zeromq.org/spec/23/) without a key, and sends what no worker would.
final class SwarmRawPeer {
  private let descriptor: Int32

  /// Connects to a master on loopback.
  ///
  /// - Parameter name: the identity that the master is to know the peer by.
  init?(port: Int, name: String) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.descriptor = descriptor
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { return nil }
    write([0xff] + [UInt8](repeating: 0, count: 8) + [0x7f, 3, 0] + pad("NULL", 20) + [UInt8](repeating: 0, count: 32))
    guard read(64) else { return nil }
    var ready = SwarmRawPeer.short("READY")
    ready += SwarmRawPeer.property("Socket-Type", "DEALER") + SwarmRawPeer.property("Identity", name)
    write([0x04, UInt8(ready.count)] + ready)
    guard read(2) else { return nil }
  }

  deinit { close(descriptor) }

  /// Sends a message of one part.
  func send(_ bytes: [UInt8]) {
    let size = withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { Array($0) }
    write([0x02] + size + bytes)
  }

  private func pad(_ text: String, _ count: Int) -> [UInt8] {
    Array(text.utf8) + [UInt8](repeating: 0, count: count - text.utf8.count)
  }

  private static func short(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + Array(text.utf8) }

  private static func property(_ name: String, _ value: String) -> [UInt8] {
    short(name) + withUnsafeBytes(of: UInt32(value.utf8.count).bigEndian) { Array($0) } + Array(value.utf8)
  }

  private func write(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  private func read(_ count: Int) -> Bool {
    var buffer = [UInt8](repeating: 0, count: count)
    var got = 0
    while got < count {
      let part = buffer[got...].withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
      guard part > 0 else { return false }
      got += part
    }
    return true
  }
}
