/// A response, complete with its body.
public final class HTTPResponse {
  /// The status code.
  public let status: Int
  /// The text behind the status code; often empty.
  public let reason: String
  /// 11 for HTTP/1.1, 10 for HTTP/1.0.
  public let version: Int
  /// Status line and header lines as they came, up to and with the empty line.
  public let head: [UInt8]
  /// The body, decompressed.
  public let body: [UInt8]
  /// The address that was asked for.
  public let address: HTTPAddress
  /// The method that was used.
  public let method: HTTPMethod
  /// The redirects that led here, first one first.
  public internal(set) var history: [HTTPResponse] = []
  /// When the steps of the request happened.
  public internal(set) var timing = HTTPTiming()

  init(method: HTTPMethod, address: HTTPAddress) {
    status = 0
    reason = ""
    version = 11
    head = []
    body = []
    self.method = method
    self.address = address
  }

  /// How many bytes of body came, before decompression and without the framing of chunks.
  public var wireBodyLength: Int { 0 }
  /// How many bytes the decompressed body has.
  public var bodyLength: Int { 0 }

  /// The value of a header; several ones joined with `, `. Nil when there is none.
  ///
  /// - Parameter name: in any case.
  public func header(_ name: StaticString) -> String? { nil }

  /// The value of a header; several ones joined with `, `. Nil when there is none.
  public func header(_ name: String) -> String? { nil }

  /// All headers in their order, names as sent; bytes outside ASCII are taken as Latin-1.
  public var headers: [(name: String, value: String)] { [] }
}
