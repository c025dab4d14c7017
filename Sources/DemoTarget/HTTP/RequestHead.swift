import Glibc

/// A request line and the header fields that decide how to go on (RFC 9112), as places in the request's bytes.
struct RequestHead {
  var method = 0..<0
  var path = 0..<0
  /// What stands behind the question mark.
  var query = 0..<0
  /// The header lines.
  var fields = 0..<0
  /// The number of bytes up to the body.
  var length = 0
  /// The body's length, unless it is chunked.
  var contentLength = 0
  var isChunked = false
  /// Whether another request may follow on the connection.
  var keepsAlive = true
  var isVersion10 = false
  var expectsContinue = false

  /// Reads a head from the first bytes of a request.
  ///
  /// - Returns: nil while the head isn't complete.
  static func parse(_ bytes: UnsafeRawBufferPointer, limit: Int) throws(Refusal) -> RequestHead? {
    guard let end = endOfHead(bytes, limit: limit) else {
      if bytes.count > limit { throw Refusal(status: 431, message: "the header is longer than \(limit) bytes") }
      return nil
    }
    var head = RequestHead()
    head.length = end
    var line = nextLine(bytes, from: 0, to: end)
    try head.readRequestLine(bytes, line.text)
    let start = line.end
    var hosts = 0
    var lengths = 0
    while true {
      line = nextLine(bytes, from: line.end, to: end)
      if line.text.isEmpty { break }
      head.fields = start..<line.end
      let (name, value) = try RequestHead.field(bytes, line.text)
      try head.note(bytes, name, value, &hosts, &lengths)
    }
    if !head.isVersion10 && hosts != 1 { throw .bad("there must be one Host header") }
    if head.isChunked && lengths > 0 { throw .bad("both Content-Length and Transfer-Encoding") }
    return head
  }

  /// The parts of a header line.
  static func field(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) throws(Refusal) -> (Range<Int>, Range<Int>) {
    var colon = line.lowerBound
    while colon < line.upperBound && isTokenByte(bytes[colon]) { colon += 1 }
    guard colon > line.lowerBound, colon < line.upperBound, bytes[colon] == UInt8(ascii: ":") else {
      throw .bad("a header line is malformed")
    }
    var first = colon + 1
    var last = line.upperBound
    while first < last && isBlank(bytes[first]) { first += 1 }
    while last > first && isBlank(bytes[last - 1]) { last -= 1 }
    for index in first..<last where bytes[index] < 32 && bytes[index] != 9 || bytes[index] == 127 {
      throw .bad("a header value has a control character")
    }
    return (line.lowerBound..<colon, first..<last)
  }

  /// The line that starts at a place, without its end, and where the next one starts.
  @inline(__always)
  static func nextLine(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> (text: Range<Int>, end: Int) {
    guard start < end, let base = bytes.baseAddress, let found = memchr(base + start, 10, end - start) else {
      return (start..<max(start, end), max(start, end))
    }
    let newline = UnsafeRawPointer(found) - base
    let last = newline > start && bytes[newline - 1] == 13 ? newline - 1 : newline
    return (start..<last, newline + 1)
  }

  private static func endOfHead(_ bytes: UnsafeRawBufferPointer, limit: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = min(bytes.count, limit)
    var start = 0
    while start < count, let found = memchr(base + start, 10, count - start) {
      start = UnsafeRawPointer(found) - base + 1
      if start < count && bytes[start] == 10 { return start + 1 }
      if start + 1 < count && bytes[start] == 13 && bytes[start + 1] == 10 { return start + 2 }
    }
    return nil
  }

  private mutating func readRequestLine(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) throws(Refusal) {
    var index = line.lowerBound
    while index < line.upperBound && isTokenByte(bytes[index]) { index += 1 }
    method = line.lowerBound..<index
    guard !method.isEmpty, index < line.upperBound, bytes[index] == 32 else { throw .bad("no request line") }
    index += 1
    let start = index
    while index < line.upperBound && bytes[index] > 32 && bytes[index] != 127 { index += 1 }
    let target = start..<index
    guard !target.isEmpty, index + 9 == line.upperBound, bytes[index] == 32 else { throw .bad("no request line") }
    let version = UnsafeRawBufferPointer(rebasing: bytes[(index + 1)..<line.upperBound])
    guard version.starts(with: "HTTP/".utf8), version[6] == UInt8(ascii: ".") else { throw .bad("no request line") }
    guard version[5] == UInt8(ascii: "1") else {
      throw Refusal(status: 505, message: "only HTTP/1.0 and HTTP/1.1 are spoken here")
    }
    isVersion10 = version[7] == UInt8(ascii: "0")
    keepsAlive = !isVersion10
    try readTarget(bytes, target)
  }

  /// Splits a path and query; of a whole URL, as proxies get it, the host is left out.
  private mutating func readTarget(_ bytes: UnsafeRawBufferPointer, _ target: Range<Int>) throws(Refusal) {
    var start = target.lowerBound
    if bytes[start] != UInt8(ascii: "/") {
      let isAsterisk = target.count == 1 && bytes[start] == UInt8(ascii: "*")
      if isAsterisk {
        path = target
        return
      }
      let scheme = UnsafeRawBufferPointer(rebasing: bytes[target])
      guard scheme.starts(with: "http://".utf8) || scheme.starts(with: "https://".utf8) else {
        throw .bad("the request's target is no path")
      }
      start += scheme.starts(with: "http://".utf8) ? 7 : 8
      while start < target.upperBound && bytes[start] != UInt8(ascii: "/") { start += 1 }
      guard start < target.upperBound else { throw .bad("the request's target has no path") }
    }
    var end = start
    while end < target.upperBound && bytes[end] != UInt8(ascii: "?") { end += 1 }
    path = start..<end
    query = end < target.upperBound ? (end + 1)..<target.upperBound : end..<end
  }

  /// Takes from a header field what decides how to go on.
  private mutating func note(
    _ bytes: UnsafeRawBufferPointer, _ name: Range<Int>, _ value: Range<Int>, _ hosts: inout Int, _ lengths: inout Int
  ) throws(Refusal) {
    // Most fields are passed over after one comparison.
    switch name.count {
    case 4 where matches(bytes, name, "host"):
      hosts += 1
    case 6 where matches(bytes, name, "expect"):
      guard matches(bytes, value, "100-continue") else {
        throw Refusal(status: 417, message: "only 100-continue can be expected")
      }
      expectsContinue = !isVersion10
    case 10 where matches(bytes, name, "connection"):
      for option in String(decoding: bytes[value], as: UTF8.self).lowercased().split(separator: ",") {
        let option = option.trimmingBlanks()
        if option == "close" { keepsAlive = false }
        if option == "keep-alive" && isVersion10 { keepsAlive = true }
      }
    case 14 where matches(bytes, name, "content-length"):
      var length = 0
      for byte in bytes[value] {
        guard byte >= 48, byte <= 57, length < 1 << 50 else { throw .bad("Content-Length is no number") }
        length = length * 10 + Int(byte - 48)
      }
      guard !value.isEmpty, lengths == 0 || length == contentLength else { throw .bad("Content-Length is no number") }
      contentLength = length
      lengths += 1
    case 17 where matches(bytes, name, "transfer-encoding"):
      guard matches(bytes, value, "chunked"), !isChunked else {
        throw Refusal(status: 501, message: "the only Transfer-Encoding is chunked")
      }
      isChunked = true
    default:
      break
    }
  }
}

/// Whether bytes are a text in ASCII, whatever the case. The text is in lower case.
@inline(__always)
func matches(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ text: StaticString) -> Bool {
  guard range.count == text.utf8CodeUnitCount else { return false }
  let start = text.utf8Start
  for index in 0..<range.count {
    let byte = bytes[range.lowerBound + index]
    let lowered = byte >= 65 && byte <= 90 ? byte | 32 : byte
    if lowered != start[index] { return false }
  }
  return true
}

/// Whether a byte may stand in a method's or header's name.
@inline(__always)
private func isTokenByte(_ byte: UInt8) -> Bool {
  // Two words of 64 bits that name the characters of RFC 9110's `token`.
  let low: UInt64 = 0x03FF_6CFA_0000_0000
  let high: UInt64 = 0x57FF_FFFF_C7FF_FFFE
  if byte < 64 { return low >> UInt64(byte) & 1 == 1 }
  return byte < 128 && high >> UInt64(byte - 64) & 1 == 1
}

@inline(__always)
private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

extension StringProtocol {
  /// Without blanks at both ends.
  func trimmingBlanks() -> String {
    var rest = self[...]
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return String(rest)
  }
}
