/// How TLS connections are set up. Compared by identity on the hot path: keep one and use it again.
public final class TLSOptions: Sendable {
  /// Whether the server's certificate must be valid for its host.
  public let verifiesCertificate: Bool
  /// A file or directory of trusted certificates instead of the system's.
  public let authorities: String?
  /// A PEM file with the client's certificate (chain).
  public let certificate: String?
  /// A PEM file with the client's key; nil when it is in `certificate`.
  public let key: String?

  /// Verification against the system's certificates.
  public static let standard = TLSOptions()
  /// No verification.
  public static let unverified = TLSOptions(verifiesCertificate: false)

  /// Creates options.
  public init(
    verifiesCertificate: Bool = true, authorities: String? = nil, certificate: String? = nil, key: String? = nil
  ) {
    self.verifiesCertificate = verifiesCertificate
    self.authorities = authorities
    self.certificate = certificate
    self.key = key
  }

  /// The same options but for verification.
  func with(verifiesCertificate: Bool) -> TLSOptions {
    if authorities == nil, certificate == nil, key == nil {
      return verifiesCertificate ? .standard : .unverified
    }
    return TLSOptions(
      verifiesCertificate: verifiesCertificate, authorities: authorities, certificate: certificate, key: key)
  }
}
