import Glibc

/// What the head of a response says that matters for reading the rest of it (RFC 9112).
struct ResponseHead {
  /// The status code, 100 to 999.
  var status = 0
  /// 11 for HTTP/1.1, 10 for HTTP/1.0.
  var version = 11
  /// How many bytes the head has, the empty line included.
  var length = 0
  /// Where the reason phrase stands.
  var reason = 0..<0
  /// The value of Content-Length.
  var contentLength: Int?
  /// Whether there is a Transfer-Encoding header.
  var hasTransferEncoding = false
  /// Whether the last transfer coding is `chunked`.
  var isChunked = false
  /// Where the value of Content-Encoding stands; empty for none.
  var contentEncoding = 0..<0
  /// Whether the Connection header says `close`.
  var saysClose = false
  /// Whether the Connection header says `keep-alive`.
  var saysKeepAlive = false
  /// Whether there is a Set-Cookie header.
  var setsCookie = false
  /// Where the value of the first Location header stands.
  var location: Range<Int>?

  /// The most bytes a head may have.
  static let maxLength = 64 * 1024
  /// The most header lines a head may have.
  static let maxLines = 256

  /// Reads a head from its first byte on.
  ///
  /// - Returns: nil when its end isn't there yet.
  /// - Throws: when what is there can't become a head.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws(HTTPFailure.Reason) -> ResponseHead? {
    var head = ResponseHead()
    guard let base = bytes.baseAddress, try head.readStatusLine(base, bytes.count) else { return nil }
    var start = head.length
    var lines = 0
    var lastDecides = false
    while true {
      guard let found = memchr(base + start, 0x0A, bytes.count - start) else {
        if bytes.count > maxLength { throw .headersTooLarge(limit: maxLength) }
        return nil
      }
      let next = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base + 1
      if next > maxLength { throw .headersTooLarge(limit: maxLength) }
      var end = next - 1
      if end > start, base[end - 1] == 0x0D { end -= 1 }
      if end == start {
        head.length = next
        return head
      }
      lines += 1
      if lines > maxLines { throw .tooManyHeaders(limit: maxLines) }
      switch base[start] | 0x20 {
      case UInt8(ascii: "c"), UInt8(ascii: "t"), UInt8(ascii: "s"), UInt8(ascii: "l"):
        lastDecides = mayMatter(base + start, end - start) ? try head.readHeader(base, start, end) : false
      case 0x20, 0x29:
        // A line that goes on with the one before (0x29 is a tab with the bit set) must not change a length.
        if lastDecides { throw .badHeader(text(base, start, end)) }
      default:
        lastDecides = false
      }
      start = next
    }
  }

  /// Whether a line can be one of those that matter, by its first and third letter: Server, Last-Modified and the like
  /// are in every response.
  @inline(__always)
  private static func mayMatter(_ line: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count > 2 else { return false }
    switch (line[0] | 0x20, line[2] | 0x20) {
    case (UInt8(ascii: "c"), UInt8(ascii: "n")), (UInt8(ascii: "t"), UInt8(ascii: "a")),
      (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "l"), UInt8(ascii: "c")):
      return true
    default: return false
    }
  }

  /// Where a head ends, looked for from `position` on, which is moved up to where to look next time.
  static func end(
    of bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
  ) throws(HTTPFailure.Reason) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    while let found = memchr(base + position, 0x0A, bytes.count - position) {
      let newline = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
      position = newline
      let left = bytes.count - newline
      if left > 1, base[newline + 1] == 0x0A { return newline + 2 }
      if left > 2, base[newline + 1] == 0x0D, base[newline + 2] == 0x0A { return newline + 3 }
      if left == 1 || (left == 2 && base[newline + 1] == 0x0D) { return nil }
      position = newline + 1
    }
    if bytes.count > maxLength {
      // Which limit is named must not depend on how much came at once: it is the one that stands first in the head.
      _ = try scan(bytes)
      throw .headersTooLarge(limit: maxLength)
    }
    position = bytes.count
    return nil
  }

  /// Reads the status line; false when its end isn't there yet. Then `length` is where the headers begin.
  private mutating func readStatusLine(
    _ base: UnsafePointer<UInt8>, _ count: Int
  ) throws(HTTPFailure.Reason) -> Bool {
    let expected: StaticString = "HTTP/"
    let prefix = min(count, 5)
    let newline = memchr(base, 0x0A, min(count, ResponseHead.maxLength)).map {
      UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - base
    }
    guard memcmp(base, expected.utf8Start, prefix) == 0 else {
      throw .badStatusLine(ResponseHead.text(base, 0, newline.map { $0 + 1 } ?? min(count, 1024)))
    }
    guard let newline else {
      if count >= ResponseHead.maxLength { throw .headersTooLarge(limit: ResponseHead.maxLength) }
      return false
    }
    length = newline + 1
    var end = newline
    if end > 0, base[end - 1] == 0x0D { end -= 1 }
    // "HTTP/1.1 200 OK": a major version of one digit, which must be 1 (0.9 counts as 1.0).
    var at = 5
    let major = at < end ? base[at] : 0
    guard end >= 12, base[6] == UInt8(ascii: "."), base[7] &- 48 < 10 else {
      throw .badStatusLine(ResponseHead.text(base, 0, newline + 1))
    }
    guard major == UInt8(ascii: "1") || (major == UInt8(ascii: "0") && base[7] == UInt8(ascii: "9")) else {
      throw .badStatusLine(ResponseHead.text(base, 0, newline + 1))
    }
    version = major == UInt8(ascii: "1") && base[7] != UInt8(ascii: "0") ? 11 : 10
    at = 8
    while at < end, base[at] == 0x20 || base[at] == 0x09 { at += 1 }
    guard at > 8, at + 3 <= end, base[at] &- 49 < 9, base[at + 1] &- 48 < 10, base[at + 2] &- 48 < 10,
      at + 3 == end || base[at + 3] == 0x20 || base[at + 3] == 0x09
    else { throw .badStatusLine(ResponseHead.text(base, 0, newline + 1)) }
    status = Int(base[at] &- 48) * 100 + Int(base[at + 1] &- 48) * 10 + Int(base[at + 2] &- 48)
    at += 3
    while at < end, base[at] == 0x20 || base[at] == 0x09 { at += 1 }
    reason = at..<end
    return true
  }

  /// Reads one header line if it matters; the result is whether it decides about the body's length.
  private mutating func readHeader(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) throws(HTTPFailure.Reason) -> Bool {
    guard let found = memchr(base + start, 0x3A, end - start) else { return false }
    let colon = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
    var nameEnd = colon
    while nameEnd > start, base[nameEnd - 1] == 0x20 || base[nameEnd - 1] == 0x09 { nameEnd -= 1 }
    func isNamed(_ name: StaticString) -> Bool { HeaderLines.equal(base + start, nameEnd - start, name) }
    func value() -> Range<Int> { HeaderLines.trim(base, colon + 1, end) }
    switch nameEnd - start {
    case 8 where isNamed("location"):
      if location == nil { location = value() }
    case 10 where isNamed("connection"):
      for token in HeaderLines.tokens(base, value()) {
        if HeaderLines.equal(base + token.lowerBound, token.count, "close") { saysClose = true }
        if HeaderLines.equal(base + token.lowerBound, token.count, "keep-alive") { saysKeepAlive = true }
      }
    case 10 where isNamed("set-cookie"):
      setsCookie = true
    case 14 where isNamed("content-length"):
      for token in HeaderLines.tokens(base, value()) {
        guard let length = ResponseHead.decimal(base, token), contentLength == nil || contentLength == length else {
          throw .badHeader(ResponseHead.text(base, start, end))
        }
        contentLength = length
      }
      // A length of no digits at all decides nothing, so it can't be believed either.
      if contentLength == nil { throw .badHeader(ResponseHead.text(base, start, end)) }
      return true
    case 16 where isNamed("content-encoding"):
      if contentEncoding.isEmpty { contentEncoding = value() }
    case 17 where isNamed("transfer-encoding"):
      hasTransferEncoding = true
      isChunked = false
      for token in HeaderLines.tokens(base, value()) {
        isChunked = HeaderLines.equal(base + token.lowerBound, token.count, "chunked")
      }
      return true
    default:
      break
    }
    return false
  }

  /// A number of digits alone that fits an Int.
  private static func decimal(_ base: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    var number = 0
    for index in range {
      let digit = base[index] &- 48
      guard digit < 10 else { return nil }
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, more) = product.addingReportingOverflow(Int(digit))
      guard !overflow, !more else { return nil }
      number = sum
    }
    return number
  }

  /// Bytes as text, taken as Latin-1.
  static func text(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> String {
    HeaderLines.latin1(UnsafeBufferPointer(start: base + start, count: end - start))
  }
}
