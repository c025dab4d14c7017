/// What few requests have, in one object that most requests don't carry at all. Not to be changed once a request with
/// it is being sent.
public final class HTTPRequestExtras {
  /// Where a body that isn't in memory comes from, instead of `HTTPRequest.body`.
  public var source: HTTPBodySource?
  /// Which requests go through which proxies.
  public var proxies: HTTPProxyRules?
  /// Whether the body is left to be read piece by piece.
  public var streamsResponse = false
  /// Whether, and how, HTTP/2 is spoken.
  public var http2 = HTTP2Use.never
  /// Whose habits the client has.
  public var habits = HTTPHabits.requests

  /// Creates extras that say nothing.
  public init() {}

  /// A copy, to be changed.
  public func copy() -> HTTPRequestExtras {
    let copy = HTTPRequestExtras()
    copy.source = source
    copy.proxies = proxies
    copy.streamsResponse = streamsResponse
    copy.http2 = http2
    copy.habits = habits
    return copy
  }
}

/// Whether, and how, HTTP/2 is spoken.
public enum HTTP2Use: Sendable {
  /// HTTP/1.1 only.
  case never
  /// Over TLS if the server chooses it (ALPN); HTTP/1.1 otherwise.
  case negotiated
  /// Over TLS if the server chooses it, and without TLS from the first byte on.
  case priorKnowledge
}

/// Where the Python libraries that specs know differ.
public enum HTTPHabits: Sendable {
  /// Those of `requests`.
  case requests
  /// Those of `geventhttpclient`: redirects of status 301 to 303 make every method but HEAD a GET, a DELETE without a
  /// body sends no Content-Length, and a compressed body without its end is a failure.
  case gevent
}

/// Where a request's body comes from when it isn't in memory as a whole.
public protocol HTTPBodySource: AnyObject {
  /// How many bytes will come; nil when that isn't known: they are sent in chunks then.
  var length: Int? { get }

  /// The next bytes; nil at the end. May park the running fiber.
  func next() throws(HTTPFailure.Reason) -> [UInt8]?

  /// Goes back to the first byte, for a request that is sent again; false when that can't be.
  func rewind() -> Bool
}
