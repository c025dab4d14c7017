/// The cookies of one user.
public final class CookieJar {
  /// Creates an empty jar.
  public init() {}

  /// The cookies, by domain, path and name in the order they came first.
  public var all: [Cookie] { [] }

  /// Puts a cookie into the jar, in place of one with the same domain, path and name.
  public func set(_ cookie: Cookie) {}

  /// The first cookie with a name.
  ///
  /// - Parameters:
  ///   - domain: which domain it must have; nil for any.
  ///   - path: which path it must have; nil for any.
  public func get(_ name: String, domain: String? = nil, path: String? = nil) -> Cookie? { nil }

  /// Takes out the cookies with a name, of a domain and path if given.
  public func remove(_ name: String, domain: String? = nil, path: String? = nil) {}

  /// Takes out every cookie, or those of a domain, or of a path in it.
  public func clear(domain: String? = nil, path: String? = nil) {}
}
