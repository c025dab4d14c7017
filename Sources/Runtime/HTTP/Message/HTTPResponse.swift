/// A response, complete with its body.
///
/// Sendable only so that errors can carry it: like everything on fibers it stays on the loop's thread.
public final class HTTPResponse: @unchecked Sendable {
  /// The status code.
  public let status: Int
  /// 11 for HTTP/1.1, 10 for HTTP/1.0.
  public let version: Int
  /// How many bytes of body came, before decompression and without the framing of chunks; 0 while it is streamed.
  public let wireBodyLength: Int
  /// The body that is still to come, of a request that asked for it to be left.
  public let stream: HTTPBodyStream?
  /// The redirects that led here, first one first.
  public internal(set) var history: [HTTPResponse] = []
  /// When the steps of the request happened.
  public internal(set) var timing: HTTPTiming

  let request: HTTPRequest
  /// The cookies that the session sent with the request, as a header's value.
  public let sentCookies: [UInt8]
  /// The head and, unless `decoded` is there, the body as they came.
  private let bytes: [UInt8]
  private let headLength: Int
  private let reasonRange: Range<Int>
  private var decoded: [UInt8]?
  private let locationRange: Range<Int>?
  /// Whether there is a Set-Cookie header.
  let setsCookie: Bool

  /// Takes what a parser has read of the response to a request, and decompresses the body.
  package convenience init(
    _ parser: inout ResponseParser, to request: HTTPRequest, cookies: [UInt8] = [], timing: HTTPTiming, bodyLimit: Int
  ) throws(HTTPFailure.Reason) {
    let head = parser.head
    try self.init(head, parser.takeBytes(), to: request, cookies: cookies, timing: timing, bodyLimit: bodyLimit)
  }

  /// Takes a head and the body behind it, and decompresses the body.
  ///
  /// - Parameter stream: where the body comes from when it isn't there.
  init(
    _ head: ResponseHead, _ bytes: [UInt8], to request: HTTPRequest, cookies: [UInt8], timing: HTTPTiming,
    bodyLimit: Int, stream: HTTPBodyStream? = nil
  ) throws(HTTPFailure.Reason) {
    let decoded =
      head.contentEncoding.isEmpty || stream != nil
      ? nil
      : try HTTPResponse.decode(
        bytes, head.length, head.contentEncoding, limit: bodyLimit,
        acceptsPart: request.extras.map { $0.habits == .requests } ?? true)
    self.stream = stream
    sentCookies = cookies
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
    _ bytes: [UInt8], _ start: Int, _ encoding: Range<Int>, limit: Int, acceptsPart: Bool
  ) throws(HTTPFailure.Reason) -> [UInt8]? {
    let codings = ContentCoding.named(bytes, encoding)
    guard let codings, !codings.isEmpty, start < bytes.count else { return nil }
    var body = bytes
    var start = start
    for coding in codings.reversed() {
      body = try body.withUnsafeBufferPointer { (buffer) throws(HTTPFailure.Reason) in
        try coding.decode(UnsafeBufferPointer(rebasing: buffer[start...]), limit: limit, acceptsPart: acceptsPart)
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

  /// Reads what is left of a streamed body, so that `body` has it.
  ///
  /// - Throws: why it can't be read to its end.
  public func readStream() throws(HTTPFailure.Reason) {
    guard let stream, decoded == nil else { return }
    var body: [UInt8] = []
    while let piece = try stream.next() { body += piece }
    decoded = body
  }

  /// Whether there is a streamed body that hasn't been read into `body`.
  public var isStreamed: Bool { stream != nil && decoded == nil }

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
