/// A response, complete with its body.
///
/// Sendable only so that errors can carry it: like everything on fibers it stays on the loop's thread.
public final class HTTPResponse: @unchecked Sendable {
  /// The status code.
  public let status: Int
  /// 11 for HTTP/1.1, 10 for HTTP/1.0.
  public let version: Int
  /// How many bytes of body came, before decompression and without the framing of chunks.
  public let wireBodyLength: Int
  /// The redirects that led here, first one first.
  public internal(set) var history: [HTTPResponse] = []
  /// When the steps of the request happened.
  public internal(set) var timing: HTTPTiming

  private let request: HTTPRequest
  /// The head and, unless `decoded` is there, the body as they came.
  private let bytes: [UInt8]
  private let headLength: Int
  private let reasonRange: Range<Int>
  private let decoded: [UInt8]?
  private let locationRange: Range<Int>?
  /// Whether there is a Set-Cookie header.
  let setsCookie: Bool

  /// Takes what a parser has read of the response to a request, and decompresses the body.
  package init(
    _ parser: inout ResponseParser, to request: HTTPRequest, timing: HTTPTiming, bodyLimit: Int
  ) throws(HTTPFailure.Reason) {
    let head = parser.head
    let bytes = parser.takeBytes()
    let decoded =
      head.contentEncoding.isEmpty
      ? nil : try HTTPResponse.decode(bytes, head.length, head.contentEncoding, limit: bodyLimit)
    status = head.status
    version = head.version
    self.request = request
    self.timing = timing
    self.bytes = bytes
    self.decoded = decoded
    headLength = head.length
    reasonRange = head.reason
    locationRange = head.location
    setsCookie = head.setsCookie
    wireBodyLength = bytes.count - head.length
  }

  private static func decode(
    _ bytes: [UInt8], _ start: Int, _ encoding: Range<Int>, limit: Int
  ) throws(HTTPFailure.Reason) -> [UInt8]? {
    let codings = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { Inflater.codings($0, encoding) }
    }
    guard let codings, !codings.isEmpty, start < bytes.count else { return nil }
    var body = bytes
    var start = start
    for coding in codings.reversed() {
      body = try body.withUnsafeBufferPointer { (buffer) throws(HTTPFailure.Reason) in
        try Inflater.decode(UnsafeBufferPointer(rebasing: buffer[start...]), coding, limit: limit)
      }
      start = 0
    }
    return body
  }

  /// The address that was asked for.
  public var address: HTTPAddress { request.address }

  /// The method that was used.
  public var method: HTTPMethod { request.method }

  /// The text behind the status code; often empty.
  public var reason: String {
    bytes.withUnsafeBufferPointer { HeaderLines.latin1(UnsafeBufferPointer(rebasing: $0[reasonRange])) }
  }

  /// Status line and header lines as they came, up to and with the empty line.
  public var head: [UInt8] { Array(bytes[..<headLength]) }

  /// The body, decompressed.
  public var body: [UInt8] { decoded ?? Array(bytes[headLength...]) }

  /// How many bytes the decompressed body has.
  public var bodyLength: Int { decoded?.count ?? bytes.count - headLength }

  /// About how many bytes of memory the response and its request take, those of redirects before it included: for a
  /// collector to know what it would win.
  public var footprint: Int {
    var size = 512 + bytes.capacity + (decoded?.capacity ?? 0) + request.headers.count + request.body.count
    for response in history { size += response.footprint }
    return size
  }

  /// Calls `action` with the decompressed body where it lies.
  public func withBody<Result>(_ action: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let decoded { return decoded.withUnsafeBufferPointer(action) }
    return bytes.withUnsafeBufferPointer { action(UnsafeBufferPointer(rebasing: $0[headLength...])) }
  }

  /// The value of a header; several ones joined with `, `. Nil when there is none.
  ///
  /// - Parameter name: in lower case.
  public func header(_ name: StaticString) -> String? {
    join(values(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)))
  }

  /// The value of a header; several ones joined with `, `. Nil when there is none.
  ///
  /// - Parameter name: in any case.
  public func header(_ name: String) -> String? {
    join(name.utf8.map(Bytes.lower).withUnsafeBufferPointer(values))
  }

  /// All values of a header, in their order.
  ///
  /// - Parameter name: in any case.
  public func headerValues(_ name: String) -> [String] {
    name.utf8.map(Bytes.lower).withUnsafeBufferPointer(values)
  }

  /// All headers in their order, names as sent; bytes outside ASCII are taken as Latin-1.
  public var headers: [(name: String, value: String)] {
    var headers: [(name: String, value: String)] = []
    forEachHeader { name, value in
      headers.append((HeaderLines.latin1(name), HeaderLines.latin1(value)))
      return true
    }
    return headers
  }

  private func values(_ name: UnsafeBufferPointer<UInt8>) -> [String] {
    var values: [String] = []
    forEachHeader { candidate, value in
      if let base = candidate.baseAddress, HeaderLines.equal(base, candidate.count, name) {
        values.append(HeaderLines.latin1(value))
      }
      return true
    }
    return values
  }

  private func join(_ values: [String]) -> String? {
    values.count == 1 ? values[0] : values.isEmpty ? nil : values.joined(separator: ", ")
  }

  private func forEachHeader(
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) {
    bytes.withUnsafeBufferPointer { buffer in
      let head = UnsafeBufferPointer(rebasing: buffer[..<headLength])
      HeaderLines.forEach(head) { name, value in
        body(UnsafeBufferPointer(rebasing: head[name]), UnsafeBufferPointer(rebasing: head[value]))
      }
    }
  }

  /// Calls `body` with the value of each Set-Cookie header.
  func forEachSetCookie(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    forEachHeader { name, value in
      if let base = name.baseAddress, HeaderLines.equal(base, name.count, "set-cookie") { body(value) }
      return true
    }
  }

  /// Whether this is a redirect with a place to go to.
  public var isRedirect: Bool { locationRange != nil && isRedirectStatus }

  private var isRedirectStatus: Bool {
    switch status {
    case 301, 302, 303, 307, 308: true
    default: false
    }
  }

  /// The Location of a redirect, as it came; nil for an empty one, which requests doesn't follow.
  public var redirectLocation: [UInt8]? {
    guard isRedirectStatus, let locationRange, !locationRange.isEmpty else { return nil }
    return Array(bytes[locationRange])
  }
}
