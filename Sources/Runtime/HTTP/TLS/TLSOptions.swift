/// How TLS connections are set up. Compared by identity on the hot path: keep one and use it again.
public final class TLSOptions: Sendable {
  /// What there is to set, comparable.
  public struct Settings: Hashable, Sendable {
    /// Whether the server's certificate must be valid.
    public var verifiesCertificate = true
    /// Whether a certificate that must be valid must also be one for the server's name.
    public var checksName = true
    /// A file or directory of trusted certificates instead of the system's.
    public var authorities: String?
    /// A PEM file with the client's certificate (chain).
    public var certificate: String?
    /// A PEM file with the client's key; nil when it is in `certificate`.
    public var key: String?
    /// What the key is encrypted with; nil for a plain one.
    public var password: String?
    /// The ciphers up to TLS 1.2, as OpenSSL spells their list; nil for its own.
    public var ciphers: String?
    /// The oldest and the newest version of the protocol, as TLS numbers them; nil for TLS 1.2 and for no limit.
    public var oldestVersion: Int?
    public var newestVersion: Int?

    /// Verification against the system's certificates.
    public init() {}
  }

  /// The settings.
  public let settings: Settings

  /// Whether the server's certificate must be valid for its host.
  public var verifiesCertificate: Bool { settings.verifiesCertificate }
  /// A file or directory of trusted certificates instead of the system's.
  public var authorities: String? { settings.authorities }
  /// A PEM file with the client's certificate (chain).
  public var certificate: String? { settings.certificate }
  /// A PEM file with the client's key; nil when it is in `certificate`.
  public var key: String? { settings.key }

  /// Verification against the system's certificates.
  public static let standard = TLSOptions()
  /// No verification.
  public static let unverified = TLSOptions(verifiesCertificate: false)

  /// Creates options.
  public init(_ settings: Settings) { self.settings = settings }

  /// Creates options of the kind that most have.
  public convenience init(
    verifiesCertificate: Bool = true, authorities: String? = nil, certificate: String? = nil, key: String? = nil
  ) {
    var settings = Settings()
    settings.verifiesCertificate = verifiesCertificate
    settings.authorities = authorities
    settings.certificate = certificate
    settings.key = key
    self.init(settings)
  }

  /// The same options but for verification.
  func with(verifiesCertificate: Bool) -> TLSOptions {
    var settings = self.settings
    settings.verifiesCertificate = true
    if settings == Settings() { return verifiesCertificate ? .standard : .unverified }
    settings.verifiesCertificate = verifiesCertificate
    return TLSOptions(settings)
  }
}
