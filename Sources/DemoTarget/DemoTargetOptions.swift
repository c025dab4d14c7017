/// Where a demo target listens, and what it accepts.
public struct DemoTargetOptions: Sendable {
  /// The address or name to bind; loopback unless told otherwise.
  public var host = "127.0.0.1"
  /// The port for plain HTTP; 0 lets the system choose.
  public var port: UInt16 = 0
  /// The port for HTTPS; 0 lets the system choose, nil means no HTTPS.
  public var tlsPort: UInt16?
  /// A PEM file with the certificate (and its chain). Without it one for localhost is made in memory.
  public var certificatePath: String?
  /// The PEM file of the certificate's private key. Without it the key is looked for in the certificate's file.
  public var keyPath: String?
  /// The longest request line and header block that is read, in bytes; a longer one gets status 431.
  public var maximumHead = 32 << 10
  /// The longest request body that is read, in bytes; a longer one gets status 413.
  public var maximumBody = 16 << 20

  public init() {}
}

/// Why a demo target can't start.
public struct DemoTargetFailure: Error, CustomStringConvertible, Sendable {
  /// A sentence for the user.
  public let description: String
}
