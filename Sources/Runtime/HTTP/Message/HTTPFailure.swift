import Glibc

/// Why a request has no (complete) response.
public struct HTTPFailure: Error {
  /// What went wrong, precisely enough to be worded in any client library's way.
  public enum Reason: Error, Equatable {
    /// The text has no scheme.
    case missingScheme(String)
    /// The text has a scheme other than http and https.
    case invalidScheme(String)
    /// The text (first) is no address, and why (second).
    case invalidURL(String, String)
    /// `getaddrinfo`'s code and its `gai_strerror` text.
    case nameResolution(Int32, String)
    /// No connection could be made: the last address's `errno`.
    case connect(Int32)
    /// No connection, TLS included, was made in the time allowed.
    case connectTimeout
    /// Nothing came for the time allowed.
    case readTimeout
    /// The server took nothing for the time allowed.
    case sendTimeout
    /// The server closed the connection without a byte of response.
    case remoteClosed
    /// The connection broke: its `errno`.
    case reset(Int32)
    /// The connection ended within the response's head, after so many bytes of it.
    case incompleteHead(Int)
    /// The response doesn't begin as one; its first line, line break included, as far as it was there.
    case badStatusLine(String)
    /// A header that decides about the body can't be believed; the header.
    case badHeader(String)
    /// The response's head is above the limit, in bytes.
    case headersTooLarge(limit: Int)
    /// The response has more header lines than the limit.
    case tooManyHeaders(limit: Int)
    /// The response's body, decoded or not, is above the limit, in bytes.
    case bodyTooLarge(limit: Int)
    /// The connection ended within the body: bytes of it received, and expected where known (not with chunks).
    case incompleteBody(received: Int, expected: Int?)
    /// A chunk of the body doesn't begin or end as one; what was there.
    case badChunk(String)
    /// The body can't be decompressed: the coding, and the words of the library that undoes it.
    case badEncoding(String, String)
    /// One redirect more than the limit.
    case tooManyRedirects(limit: Int)
    /// The TLS handshake or a record failed: OpenSSL's words, such as
    /// `certificate verify failed: self-signed certificate`.
    case tls(String)
    /// The proxy's name can't be resolved: `getaddrinfo`'s code and its `gai_strerror` text.
    case proxyResolution(Int32, String)
    /// No connection to the proxy could be made: the last address's `errno`.
    case proxyConnect(Int32)
    /// There was no way through the proxy: the `errno` of asking it for one, or 0 and its answer to CONNECT.
    case proxy(Int32, String)
    /// The server broke the rules of HTTP/2, or ended the stream: what it did.
    case http2(String)
    /// What the caller has put into the request, such as a source of its body, has failed; the caller knows why.
    case abandoned
    /// The source of the request's body can't begin anew for another sending, or ended before the length it told.
    case bodyUnavailable
    /// The fiber was interrupted.
    case interrupted

    /// Whether the peer ended the connection.
    var isClosing: Bool {
      switch self {
      case .remoteClosed, .reset(ECONNRESET), .reset(EPIPE), .reset(ECONNABORTED): true
      default: false
      }
    }
  }

  /// What went wrong.
  public let reason: Reason
  /// The last response there was: the redirect that was one too many, or that led to the failure. Its `history` has
  /// those before it.
  public var response: HTTPResponse?
  /// Where the request that failed was sent to; nil when there was no address.
  public var address: HTTPAddress?
  /// The times until the failure, which is at `ended`.
  public var timing = HTTPTiming()

  /// Creates a failure.
  public init(_ reason: Reason) { self.reason = reason }
}
