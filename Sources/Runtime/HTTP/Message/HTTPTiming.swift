/// When the steps of a request happened, in ns on the monotonic clock; 0 where there was no such step.
public struct HTTPTiming: Sendable {
  /// When the request was handed over.
  public var started: UInt64 = 0
  /// When the last of several requests that redirects made of it was begun.
  public var hopStarted: UInt64 = 0
  /// When the host's addresses were known; 0 on a kept connection.
  public var resolved: UInt64 = 0
  /// When the connection stood; 0 on a kept connection.
  public var connected: UInt64 = 0
  /// When the TLS handshake was done; 0 on a kept connection and without TLS.
  public var secured: UInt64 = 0
  /// Just before the first byte was sent.
  public var sent: UInt64 = 0
  /// When the last byte was sent, where that took more than one call of the kernel; 0 where it was one with the first.
  public var written: UInt64 = 0
  /// When the first bytes of the response were read.
  public var firstByte: UInt64 = 0
  /// When the last byte of the body was read.
  public var ended: UInt64 = 0
  /// Whether a kept connection was used.
  public var isReused = false

  /// Creates times with no step done.
  public init() {}

  /// One step of a request.
  public enum Step: Int, CaseIterable, Sendable {
    /// Finding the host's addresses.
    case dns
    /// Making the connection.
    case connect
    /// Shaking hands for TLS.
    case tls
    /// Sending the request.
    case send
    /// Waiting for the response's first byte.
    case wait
    /// Reading the response from then on.
    case receive
  }

  /// How long a step took, in ns; 0 where there was none.
  public func duration(of step: Step) -> UInt64 {
    func between(_ start: UInt64, _ end: UInt64) -> UInt64 { start > 0 && end > start ? end - start : 0 }
    switch step {
    case .dns: return between(hopStarted, resolved)
    case .connect: return between(resolved, connected)
    case .tls: return between(connected, secured)
    case .send: return between(sent, written)
    case .wait: return between(max(sent, written), firstByte)
    case .receive: return between(firstByte, ended)
    }
  }

  /// The whole request, from being handed over to its last byte, in ns.
  public var total: UInt64 { ended > started ? ended - started : 0 }
}
