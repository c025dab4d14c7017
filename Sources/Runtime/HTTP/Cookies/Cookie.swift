/// A cookie as a jar keeps it.
public struct Cookie: Equatable, Sendable {
  /// Its name.
  public var name: String
  /// Its value, quotes included; nil for a cookie that is a name alone.
  public var value: String?
  /// The domain it is sent to: with a leading dot when the server named it, a host otherwise, empty for every host.
  public var domain: String
  /// The path at and below which it is sent.
  public var path: String
  /// Until when it lives, in seconds since 1970; nil as long as the session.
  public var expires: Int?
  /// Whether it is sent over TLS only.
  public var isSecure: Bool
  /// Whether the server named the domain.
  public var isDomainSpecified: Bool
  /// Whether the server named the path.
  public var isPathSpecified: Bool
  /// Attributes that mean nothing here, such as HttpOnly and SameSite.
  public var rest: [String: String?]

  /// Creates a cookie; by default one that is sent to every host.
  public init(
    name: String, value: String?, domain: String = "", path: String = "/", expires: Int? = nil, isSecure: Bool = false,
    isDomainSpecified: Bool? = nil, isPathSpecified: Bool? = nil, rest: [String: String?] = [:]
  ) {
    self.name = name
    self.value = value
    self.domain = domain
    self.path = path
    self.expires = expires
    self.isSecure = isSecure
    self.isDomainSpecified = isDomainSpecified ?? !domain.isEmpty
    self.isPathSpecified = isPathSpecified ?? !path.isEmpty
    self.rest = rest
  }
}
