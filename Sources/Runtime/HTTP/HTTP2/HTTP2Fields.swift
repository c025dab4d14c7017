import CNghttp2

/// The header fields of a request as HTTP/2 has them, in one piece of memory.
package struct HTTP2Fields {
  private var bytes: [UInt8] = []
  private var ends: [(name: Int, value: Int)] = []

  /// The fields of a request (RFC 9113, section 8.3.1).
  ///
  /// - Parameter cookies: the value of the Cookie header; empty for none.
  package init(_ request: HTTPRequest, cookies: [UInt8]) {
    let lines = FieldLines.of(request.headers)
    bytes.reserveCapacity(lines.bytes.count + request.address.target.count + cookies.count + 128)
    ends.reserveCapacity(lines.ends.count + 6)
    add(":method", request.method.bytes)
    add(":scheme", request.origin.isSecure ? HTTP2Fields.secureScheme : HTTP2Fields.plainScheme)
    add(":authority", lines.host ?? request.origin.hostHeader)
    add(":path", request.address.target)
    let start = bytes.count
    bytes.append(contentsOf: lines.bytes)
    for end in lines.ends { ends.append((start + end.name, start + end.value)) }
    if !cookies.isEmpty { add("cookie", cookies) }
    if !request.hasFraming {
      let length = request.extras?.source.map(\.length) ?? request.body.count
      if let length, request.extras?.source != nil || request.hasBody || request.method.sendsLength {
        add("content-length", Array(String(length).utf8))
      }
    }
  }

  private static let secureScheme = Array("https".utf8)
  private static let plainScheme = Array("http".utf8)

  private mutating func add(_ name: StaticString, _ value: [UInt8]) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    end(value)
  }

  private mutating func end(_ value: [UInt8]) {
    let name = bytes.count
    bytes.append(contentsOf: value)
    ends.append((name, bytes.count))
  }

  /// Calls `body` with the fields as nghttp2 takes them.
  func withPairs<Result>(_ body: (UnsafePointer<nghttp2_nv>, Int) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { buffer in
      let base = UnsafeMutablePointer(mutating: buffer.baseAddress)
      return withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: ends.count) { pairs in
        var start = 0
        for (index, field) in ends.enumerated() {
          pairs[index] = nghttp2_nv(
            name: base.map { $0 + start }, value: base.map { $0 + field.name }, namelen: field.name - start,
            valuelen: field.value - field.name, flags: UInt8(NGHTTP2_NV_FLAG_NONE.rawValue))
          start = field.value
        }
        // There are always the four pseudo-headers.
        guard let first = pairs.baseAddress else { fatalError("no header fields") }
        return body(UnsafePointer(first), ends.count)
      }
    }
  }
}

/// The header lines of a request as fields: names in lower case, those that belong to a connection left out.
struct FieldLines {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [(name: Int, value: Int)] = []
  /// The value of Host, which becomes a field of another name.
  private(set) var host: [UInt8]?

  /// The lines that were taken apart last: the requests of a spec nearly all have the same.
  nonisolated(unsafe) private static var last = (lines: [UInt8](), fields: FieldLines([]))

  /// The fields of header lines.
  static func of(_ lines: [UInt8]) -> FieldLines {
    if last.lines != lines { last = (lines, FieldLines(lines)) }
    return last.fields
  }

  private init(_ lines: [UInt8]) {
    for line in lines.split(separator: 10) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      var value = line[(colon + 1)...]
      if value.last == 13 { value = value.dropLast() }
      value = value.drop { $0 == 32 || $0 == 9 }
      let name = line[..<colon].map(Bytes.lower)
      if name.elementsEqual("host".utf8) { host = Array(value) }
      if FieldLines.belongsToConnection(name) { continue }
      bytes += name
      let end = bytes.count
      bytes += value
      ends.append((end, bytes.count))
    }
  }

  private static func belongsToConnection(_ name: [UInt8]) -> Bool {
    let names: [StaticString] = [
      "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "host",
    ]
    return names.contains { known in
      known.utf8CodeUnitCount == name.count && known.withUTF8Buffer { $0.elementsEqual(name) }
    }
  }
}
