import CLinux
import Glibc

/// A small HTTP server to aim load tests at: pages, JSON, logins, redirects, delays, and many ways to misbehave.
///
/// One thread, one epoll loop. It is fast enough not to be what a load test measures: the bytes of its usual answers are
/// ready before the request comes, and a request costs one `recv` and one `send`.
///
/// All but `stop()` belongs to the thread that calls `run()`; the listening ports are open as soon as `init` returns.
public final class DemoTarget: @unchecked Sendable {
  /// The port for plain HTTP.
  public let port: UInt16
  /// The port for HTTPS, if there is one.
  public let tlsPort: UInt16?
  /// The certificate that HTTPS shows, as PEM text; for clients that want to verify it.
  public let certificatePEM: String?

  private let loop: ServerLoop
  private let wakeUp: Int32

  /// Opens the listening sockets.
  ///
  /// Raises this process's limit of open descriptors as far as it may, since each connection is one.
  ///
  /// - Throws: when an address can't be bound, a certificate can't be read, or the system has no descriptors left.
  public init(_ options: DemoTargetOptions) throws(DemoTargetFailure) {
    katydid_raise_open_files()
    let tls = options.tlsPort == nil ? nil : try TLSContext(options)
    certificatePEM = tls?.certificatePEM
    let plain = try Listener(host: options.host, port: options.port)
    port = plain.port
    var listeners = [plain]
    if let tlsPort = options.tlsPort {
      let secure = try Listener(host: options.host, port: tlsPort, tls: tls)
      self.tlsPort = secure.port
      listeners.append(secure)
    } else {
      tlsPort = nil
    }
    let wakeUp = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard wakeUp >= 0 else { throw DemoTargetFailure(description: "no event descriptor: \(systemError())") }
    self.wakeUp = wakeUp
    do throws(DemoTargetFailure) {
      loop = try ServerLoop(
        listeners: listeners, wakeUp: wakeUp, limits: (head: options.maximumHead, body: options.maximumBody))
    } catch {
      close(wakeUp)
      throw error
    }
  }

  deinit { close(wakeUp) }

  /// Serves until `stop()`, then closes every connection and both ports. To be called once.
  public func run() { loop.run() }

  /// Has `run()` return soon. May be called from any thread and from a signal handler, any number of times.
  public func stop() {
    var one: UInt64 = 1
    _ = write(wakeUp, &one, MemoryLayout<UInt64>.size)
  }
}

/// What the system says about the last call that failed.
func systemError() -> String { String(cString: strerror(errno)) }
