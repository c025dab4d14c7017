/// One request, ready to be sent by an `HTTPSession`.
///
/// A value, whose parts are in one object that copies share until one of them is changed: a request is handed through
/// many hands, and would otherwise have eight references counted at each.
public struct HTTPRequest {
  private final class Parts {
    var method: HTTPMethod
    var address: HTTPAddress
    var headers: [UInt8] = []
    var body: [UInt8] = []
    var cookies: [Cookie] = []
    var connectTimeout: UInt64?
    var readTimeout: UInt64?
    var tls = TLSOptions.standard
    var hasBody = false
    var hasHost = false
    var hasCookie = false
    var hasFraming = false
    var followsRedirects = true
    var rare: HTTPRequestExtras?
    /// The bytes that are sent where nothing is added; empty until they are asked for.
    var wire: [UInt8] = []

    init(method: HTTPMethod, address: HTTPAddress) {
      self.method = method
      self.address = address
    }

    init(_ other: Parts) {
      method = other.method
      address = other.address
      headers = other.headers
      body = other.body
      cookies = other.cookies
      connectTimeout = other.connectTimeout
      readTimeout = other.readTimeout
      tls = other.tls
      hasBody = other.hasBody
      hasHost = other.hasHost
      hasCookie = other.hasCookie
      hasFraming = other.hasFraming
      followsRedirects = other.followsRedirects
      rare = other.rare
    }
  }

  private var parts: Parts

  /// The parts, for being changed. Those whose bytes are known stay as they are.
  private var ownParts: Parts {
    mutating get {
      if !parts.wire.isEmpty || !isKnownUniquelyReferenced(&parts) { parts = Parts(parts) }
      return parts
    }
  }

  /// Creates a request without headers and body.
  public init(method: HTTPMethod, address: HTTPAddress) { parts = Parts(method: method, address: address) }

  /// What is asked for.
  public var method: HTTPMethod {
    get { parts.method }
    set { ownParts.method = newValue }
  }

  /// Where it goes.
  public var address: HTTPAddress {
    get { parts.address }
    set { ownParts.address = newValue }
  }

  /// Header lines as sent, `Name: value\r\n` each, without those that the session adds: Host, Cookie, Content-Length.
  /// The caller vouches that no line break hides in a value.
  public var headers: [UInt8] {
    get { parts.headers }
    set { ownParts.headers = newValue }
  }

  /// The body.
  public var body: [UInt8] {
    get { parts.body }
    set { ownParts.body = newValue }
  }

  /// Whether there is a body: then Content-Length is sent, be it 0. Without one it is sent, as 0, for methods other than
  /// GET and HEAD.
  public var hasBody: Bool {
    get { parts.hasBody }
    set { ownParts.hasBody = newValue }
  }

  /// Whether `headers` brings Host itself.
  public var hasHost: Bool {
    get { parts.hasHost }
    set { ownParts.hasHost = newValue }
  }

  /// Whether `headers` brings Cookie itself; the session's cookies aren't sent then.
  public var hasCookie: Bool {
    get { parts.hasCookie }
    set { ownParts.hasCookie = newValue }
  }

  /// Whether `headers` brings Content-Length or Transfer-Encoding itself; `body` is sent as it is.
  public var hasFraming: Bool {
    get { parts.hasFraming }
    set { ownParts.hasFraming = newValue }
  }

  /// Cookies for this request and its redirects only, beside the session's.
  public var cookies: [Cookie] {
    get { parts.cookies }
    set { ownParts.cookies = newValue }
  }

  /// How long connecting to one address, and the TLS handshake, may take, in ns; nil for ever.
  public var connectTimeout: UInt64? {
    get { parts.connectTimeout }
    set { ownParts.connectTimeout = newValue }
  }

  /// How long the server may be silent, or take nothing, in ns; nil for ever.
  public var readTimeout: UInt64? {
    get { parts.readTimeout }
    set { ownParts.readTimeout = newValue }
  }

  /// Whether redirects are followed.
  public var followsRedirects: Bool {
    get { parts.followsRedirects }
    set { ownParts.followsRedirects = newValue }
  }

  /// What few requests have; nil for none of it.
  public var extras: HTTPRequestExtras? {
    get { parts.rare }
    set { ownParts.rare = newValue }
  }

  /// Whether it has any of that: asked of every request, so not by taking it out.
  @inline(__always)
  var hasExtras: Bool { parts.rare != nil }

  /// How TLS connections are set up.
  public var tls: TLSOptions {
    get { parts.tls }
    set { ownParts.tls = newValue }
  }

  /// The bytes that `RequestWriter` sends of it without cookies and proxy; empty until it has prepared them.
  @inline(__always)
  var wire: [UInt8] {
    get { parts.wire }
    nonmutating set { parts.wire = newValue }
  }

  /// Where connections for it go.
  @inline(__always)
  var origin: Origin { parts.address.origin }

  /// Whether the server's certificate must be valid for its host.
  public var verifiesCertificate: Bool {
    get { tls.verifiesCertificate }
    set { if newValue != tls.verifiesCertificate { tls = tls.with(verifiesCertificate: newValue) } }
  }
}
