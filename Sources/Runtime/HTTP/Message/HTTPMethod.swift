/// A request's method, as the bytes that are sent.
public struct HTTPMethod: Equatable, Sendable {
  /// The method's name, as sent.
  public let bytes: [UInt8]
  /// Whether it is HEAD, whose responses have no body.
  public let isHead: Bool
  /// Whether Content-Length is sent even without a body, as requests does for all but GET and HEAD.
  let sendsLength: Bool
  /// Whether it is POST, PUT or PATCH.
  let usuallyHasBody: Bool

  /// Creates a method from its name, which must be a token (RFC 9110, 5.6.2); nil when it isn't one.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.allSatisfy(Bytes.isToken) else { return nil }
    self.bytes = bytes
    isHead = bytes == Array("HEAD".utf8)
    sendsLength = !isHead && bytes != Array("GET".utf8)
    usuallyHasBody = ["POST", "PUT", "PATCH"].contains(text)
  }

  private init(known: StaticString) {
    bytes = known.withUTF8Buffer(Array.init)
    isHead = bytes == Array("HEAD".utf8)
    sendsLength = !isHead && bytes != Array("GET".utf8)
    usuallyHasBody = ["POST", "PUT", "PATCH"].contains("\(known)")
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
