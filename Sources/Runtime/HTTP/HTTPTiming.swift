/// When the steps of a request happened, in ns on the monotonic clock; 0 where there was no such step.
public struct HTTPTiming: Sendable {
  /// When the request was handed over.
  public var started: UInt64 = 0
  /// When the host's addresses were known; 0 on a kept connection.
  public var resolved: UInt64 = 0
  /// When the connection stood; 0 on a kept connection.
  public var connected: UInt64 = 0
  /// When the TLS handshake was done; 0 on a kept connection and without TLS.
  public var secured: UInt64 = 0
  /// Just before the first byte was sent.
  public var sent: UInt64 = 0
  /// When the first bytes of the response were read.
  public var firstByte: UInt64 = 0
  /// When the last byte of the body was read.
  public var ended: UInt64 = 0
  /// Whether a kept connection was used.
  public var isReused = false

  /// Creates times with no step done.
  public init() {}

  /// The whole request, from being handed over to its last byte, in ns.
  public var total: UInt64 { ended > started ? ended - started : 0 }
}
