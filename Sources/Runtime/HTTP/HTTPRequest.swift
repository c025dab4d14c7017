/// A request's method, as the bytes that are sent.
public struct HTTPMethod: Equatable, Sendable {
  /// The method's name, as sent.
  public let bytes: [UInt8]
  /// Whether it is HEAD, whose responses have no body.
  public let isHead: Bool
  /// Whether Content-Length is sent even without a body, as requests does for all but GET and HEAD.
  let sendsLength: Bool

  /// Creates a method from its name, which must be a token (RFC 9110, 5.6.2); nil when it isn't one.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.allSatisfy(Bytes.isToken) else { return nil }
    self.bytes = bytes
    isHead = bytes == Array("HEAD".utf8)
    sendsLength = !isHead && bytes != Array("GET".utf8)
  }

  private init(known: StaticString) {
    bytes = known.withUTF8Buffer(Array.init)
    isHead = bytes == Array("HEAD".utf8)
    sendsLength = !isHead && bytes != Array("GET".utf8)
  }

  /// The method's name.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// GET
  public static let get = HTTPMethod(known: "GET")
  /// HEAD
  public static let head = HTTPMethod(known: "HEAD")
  /// POST
  public static let post = HTTPMethod(known: "POST")
  /// PUT
  public static let put = HTTPMethod(known: "PUT")
  /// PATCH
  public static let patch = HTTPMethod(known: "PATCH")
  /// DELETE
  public static let delete = HTTPMethod(known: "DELETE")
  /// OPTIONS
  public static let options = HTTPMethod(known: "OPTIONS")
}

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
    }
  }

  private var parts: Parts

  /// The parts, for being changed.
  private var ownParts: Parts {
    mutating get {
      if !isKnownUniquelyReferenced(&parts) { parts = Parts(parts) }
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

  /// How TLS connections are set up.
  public var tls: TLSOptions {
    get { parts.tls }
    set { ownParts.tls = newValue }
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
