/// One user's HTTP client: its kept connections and its cookies.
public final class HTTPSession {
  /// The cookies that servers have set and that are sent back to them.
  public let cookies = CookieJar()
  /// How many redirects one request may follow.
  public var maxRedirects = 30

  /// Creates a session without connections.
  public init() {}

  /// Sends a request and waits for the response and its whole body, following redirects if the request says so.
  ///
  /// To be called on a fiber.
  public func send(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    throw HTTPFailure(.connect(0))
  }

  /// Closes the kept connections. The session can still be used.
  public func close() {}
}
