import Lang

/// Reads one HTTP/1.1 response from its bytes, however they are cut into pieces (RFC 9112). It knows no sockets.
///
/// No length is believed beyond its limit, and memory grows with what has come, not with what was announced. Where
/// servers are sloppy it is as lenient as Python's `http.client`: lines may end with LF alone, reasons may be missing.
public struct ResponseParser {
  /// How much a response may have.
  public struct Limits: Sendable {
    /// The most bytes of body, as sent and also decompressed.
    public var body = 512 * 1024 * 1024
    /// The most responses of status 1xx before the real one.
    public var interim = 16
    /// The most bytes of a chunk's size line, and of all trailer lines together.
    public var chunkLine = 8 * 1024
    /// The most bytes of trailer lines.
    public var trailers = 64 * 1024

    /// Creates the default limits.
    public init() {}

    /// The same limits for a body that is never in memory as a whole.
    var streamed: Limits {
      var limits = self
      limits.body = .max
      return limits
    }
  }

  private enum State {
    case head
    case body(left: Int)
    case untilClose
    case chunkSize
    case chunk(left: Int)
    case chunkEnd
    case trailers
    case done
  }

  private var state = State.head
  private let isHead: Bool
  private let limits: Limits
  /// The head and, right behind it, the body.
  private(set) var bytes: [UInt8] = []
  private(set) var head = ResponseHead()
  /// Where to look next for the head's end in `bytes`.
  private var headPosition = 0
  /// Whether the status line of a head that comes in pieces has been looked at.
  private var hasCheckedStatusLine = false
  private var interims = 0
  /// The present line of chunk framing, when it came in pieces.
  private var line: [UInt8] = []
  private var trailerBytes = 0
  /// Whether any byte has come.
  public private(set) var hasBegun = false
  /// Whether the body went on until the connection's end.
  private var endedByClose = false
  /// How many bytes of the body have been handed over already.
  private var taken = 0

  /// How many bytes of the body have come.
  private var received: Int { bytes.count - head.length + taken }

  /// Creates a parser for the response to one request.
  ///
  /// - Parameter isHead: whether the request's method is HEAD: then there is no body, whatever the head says.
  public init(isHead: Bool, limits: Limits = Limits()) {
    self.isHead = isHead
    self.limits = limits
  }

  /// Whether the response is complete.
  public var isDone: Bool { if case .done = state { true } else { false } }

  /// Whether the connection can be used for another request after this one, as far as the response tells.
  public var keepsAlive: Bool {
    guard isDone, !endedByClose, head.status != 101, !(head.hasTransferEncoding && head.contentLength != nil) else {
      return false
    }
    return head.version == 11 ? !head.saysClose : head.saysKeepAlive && !head.saysClose
  }

  /// Whether the head of the response proper has come.
  public var hasHead: Bool { if case .head = state { false } else { true } }

  /// Has `keepsAlive` be false: the connection brought more than it should, or its end.
  mutating func distrust() { endedByClose = true }

  /// Hands over the bytes of the body that have come since the last time.
  mutating func takeBody() -> [UInt8] {
    let body = Array(bytes[head.length...])
    bytes.removeLast(body.count)
    taken += body.count
    return body
  }

  /// Takes the next bytes of the connection.
  ///
  /// - Returns: how many of them belong to the response: all, unless it is done.
  /// - Throws: when the bytes are no response, or are above a limit.
  public mutating func feed(_ input: UnsafeBufferPointer<UInt8>) throws(HTTPFailure.Reason) -> Int {
    if input.isEmpty { return 0 }
    hasBegun = true
    var at = 0
    while at < input.count {
      let rest = UnsafeBufferPointer(rebasing: input[at...])
      switch state {
      case .head:
        at += try feedHead(rest)
      case .body(let left):
        let count = min(left, rest.count)
        append(rest, count)
        state = count == left ? .done : .body(left: left - count)
        at += count
      case .untilClose:
        if received + rest.count > limits.body { throw .bodyTooLarge(limit: limits.body) }
        append(rest, rest.count)
        at += rest.count
      case .chunk(let left):
        let count = min(left, rest.count)
        append(rest, count)
        state = count == left ? .chunkEnd : .chunk(left: left - count)
        at += count
      case .chunkSize, .chunkEnd, .trailers:
        at += try feedLine(rest)
      case .done:
        return at
      }
    }
    return at
  }

  /// Takes the connection's end.
  ///
  /// - Throws: when the response isn't complete by that.
  public mutating func finish() throws(HTTPFailure.Reason) {
    switch state {
    case .done: return
    case .untilClose:
      endedByClose = true
      state = .done
    case .head:
      // A line that is wrong tells more than that the head has no end.
      _ = try scanWhole()
      throw bytes.isEmpty && interims == 0 ? .remoteClosed : .incompleteHead(bytes.count)
    case .body(let left):
      throw .incompleteBody(received: received, expected: received + left)
    case .chunk(let left):
      throw .incompleteBody(received: received, expected: received + left)
    case .chunkSize, .chunkEnd, .trailers:
      throw .incompleteBody(received: received, expected: nil)
    }
  }

  /// Hands over what has been read, head and body.
  mutating func takeBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  // MARK: Head

  private mutating func feedHead(_ input: UnsafeBufferPointer<UInt8>) throws(HTTPFailure.Reason) -> Int {
    // Nearly always the whole head comes at once, and often the body with it.
    if bytes.isEmpty, let head = try ResponseHead.scan(input) {
      self.head = head
      if try beginBody(), case .body(let left) = state, input.count >= head.length + left {
        state = .done
        bytes = [UInt8](UnsafeBufferPointer(rebasing: input[..<(head.length + left)]))
        return head.length + left
      }
      if case .head = state { return head.length }
      bytes = [UInt8](UnsafeBufferPointer(rebasing: input[..<head.length]))
      reserve()
      return head.length
    }
    let before = bytes.count
    bytes.append(contentsOf: input)
    guard let end = try headEnd() else {
      // What can't become a response is told at once, not when the head ends.
      if !hasCheckedStatusLine {
        hasCheckedStatusLine = input.contains(0x0A)
        if hasCheckedStatusLine || before < 5 { _ = try scanWhole() }
      }
      return input.count
    }
    bytes.removeLast(bytes.count - end)
    guard let head = try scanWhole() else { throw .incompleteHead(bytes.count) }
    self.head = head
    _ = try beginBody()
    if case .head = state { bytes.removeAll(keepingCapacity: true) } else { reserve() }
    headPosition = 0
    hasCheckedStatusLine = false
    return end - before
  }

  private mutating func headEnd() throws(HTTPFailure.Reason) -> Int? {
    var position = headPosition
    defer { headPosition = position }
    return try bytes.withUnsafeBufferPointer { (buffer) throws(HTTPFailure.Reason) in
      try ResponseHead.end(of: buffer, from: &position)
    }
  }

  private func scanWhole() throws(HTTPFailure.Reason) -> ResponseHead? {
    try bytes.withUnsafeBufferPointer(ResponseHead.scan)
  }

  /// Decides from the head how the body is framed (RFC 9112, section 6.3); true when it has a known length.
  private mutating func beginBody() throws(HTTPFailure.Reason) -> Bool {
    if head.status < 200, head.status != 101 {
      interims += 1
      if interims > limits.interim { throw .badStatusLine("more than \(limits.interim) interim responses") }
      return false
    }
    if isHead || head.status == 204 || head.status == 304 || head.status == 101 {
      state = .done
      return false
    }
    if head.isChunked {
      state = .chunkSize
      return false
    }
    guard let length = head.contentLength, !head.hasTransferEncoding else {
      state = .untilClose
      return false
    }
    if length > limits.body { throw .bodyTooLarge(limit: limits.body) }
    state = length == 0 ? .done : .body(left: length)
    return length > 0
  }

  /// Makes room for what is announced, as far as it costs little if it never comes.
  private mutating func reserve() {
    if case .body(let left) = state { bytes.reserveCapacity(head.length + min(left, 1024 * 1024)) }
  }

  private mutating func append(_ input: UnsafeBufferPointer<UInt8>, _ count: Int) {
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: input[..<count]))
  }

  // MARK: Chunks

  /// Takes bytes up to the end of a line of chunk framing, and acts on the line when it is whole.
  private mutating func feedLine(_ input: UnsafeBufferPointer<UInt8>) throws(HTTPFailure.Reason) -> Int {
    guard let newline = input.firstIndex(of: 0x0A) else {
      line.append(contentsOf: input)
      try checkLine(line.count)
      if case .chunkEnd = state, line.count > 1 || line[0] != 0x0D { throw .badChunk(shown(line)) }
      return input.count
    }
    let count = newline + 1
    if line.isEmpty {
      try endLine(UnsafeBufferPointer(rebasing: input[..<newline]))
    } else {
      line.append(contentsOf: UnsafeBufferPointer(rebasing: input[..<newline]))
      let whole = line
      line.removeAll(keepingCapacity: true)
      try whole.withUnsafeBufferPointer { (buffer) throws(HTTPFailure.Reason) in try endLine(buffer) }
    }
    return count
  }

  private mutating func endLine(_ whole: UnsafeBufferPointer<UInt8>) throws(HTTPFailure.Reason) {
    var line = whole
    if line.last == 0x0D { line = UnsafeBufferPointer(rebasing: line.dropLast()) }
    try checkLine(line.count)
    switch state {
    case .chunkSize:
      let size = try ResponseParser.size(line)
      if size > limits.body - received { throw .bodyTooLarge(limit: limits.body) }
      state = size == 0 ? .trailers : .chunk(left: size)
    case .chunkEnd:
      guard line.isEmpty else { throw .badChunk(shown(Array(line))) }
      state = .chunkSize
    case .trailers:
      trailerBytes += line.count
      if trailerBytes > limits.trailers { throw .headersTooLarge(limit: limits.trailers) }
      if line.isEmpty { state = .done }
    default: break
    }
  }

  private func checkLine(_ count: Int) throws(HTTPFailure.Reason) {
    if case .trailers = state {
      if count > limits.trailers { throw .headersTooLarge(limit: limits.trailers) }
    } else if count > limits.chunkLine {
      throw .badChunk("a line of more than \(limits.chunkLine) bytes")
    }
  }

  /// Reads a chunk's size, in hexadecimal; extensions behind `;` mean nothing.
  private static func size(_ line: UnsafeBufferPointer<UInt8>) throws(HTTPFailure.Reason) -> Int {
    let field = line.prefix { $0 != UInt8(ascii: ";") }
    let digits = field.drop { $0 == 0x20 || $0 == 0x09 }
    var size = 0
    var count = 0
    var isEnded = false
    for byte in digits {
      if byte == 0x20 || byte == 0x09 {
        isEnded = true
        continue
      }
      guard !isEnded, let digit = byte.hexDigit, size <= Int.max >> 5 else { throw .badChunk(shown(Array(line))) }
      size = size << 4 | Int(digit)
      count += 1
    }
    if count == 0 { throw .badChunk(shown(Array(line))) }
    return size
  }

  private func shown(_ line: [UInt8]) -> String { ResponseParser.shown(line) }

  private static func shown(_ line: [UInt8]) -> String {
    line.prefix(80).withUnsafeBufferPointer(HeaderLines.latin1)
  }
}
