import CNghttp2

/// The header fields of a request as HTTP/2 has them, in one piece of memory.
package struct HTTP2Fields {
  private var bytes: [UInt8] = []
  private var ends: [(name: Int, value: Int)] = []

  /// The fields of a request (RFC 9113, section 8.3.1).
  ///
  /// - Parameter cookies: the value of the Cookie header; empty for none.
  package init(_ request: HTTPRequest, cookies: [UInt8]) {
    bytes.reserveCapacity(request.headers.count + request.address.target.count + cookies.count + 128)
    add(":method", request.method.bytes)
    add(":scheme", Array(request.origin.scheme.utf8))
    let authority = ends.count
    add(":authority", request.origin.hostHeader)
    add(":path", request.address.target)
    var host: [UInt8]?
    request.headers.withUnsafeBufferPointer { lines in
      var start = 0
      while start < lines.count {
        var end = start
        while end < lines.count, lines[end] != 10 { end += 1 }
        let line = lines[start..<min(end, lines.count)]
        start = end + 1
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
        var value = line[(colon + 1)...]
        if value.last == 13 { value = value.dropLast() }
        value = value.drop { $0 == 32 || $0 == 9 }
        let name = line[..<colon].map(Bytes.lower)
        if name.elementsEqual("host".utf8) { host = Array(value) }
        if !HTTP2Fields.belongsToConnection(name) { add(name, value) }
      }
    }
    if !cookies.isEmpty { add("cookie", cookies) }
    if !request.hasFraming {
      let length = request.extras?.source.map(\.length) ?? request.body.count
      if let length, request.extras?.source != nil || request.hasBody || request.method.sendsLength {
        add("content-length", Array(String(length).utf8))
      }
    }
    if let host { self = replacing(authority, by: host) }
  }

  private static func belongsToConnection(_ name: [UInt8]) -> Bool {
    let names: [StaticString] = [
      "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "host",
    ]
    return names.contains { known in
      known.utf8CodeUnitCount == name.count && known.withUTF8Buffer { $0.elementsEqual(name) }
    }
  }

  private init() {}

  private func replacing(_ index: Int, by value: [UInt8]) -> HTTP2Fields {
    var copy = HTTP2Fields()
    var start = 0
    for (position, field) in ends.enumerated() {
      let own = position == index ? value[...] : bytes[field.name..<field.value]
      copy.add(bytes[start..<field.name], own)
      start = field.value
    }
    return copy
  }

  private mutating func add(_ name: StaticString, _ value: [UInt8]) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    end(value)
  }

  private mutating func add(_ name: some Collection<UInt8>, _ value: some Collection<UInt8>) {
    bytes.append(contentsOf: name)
    end(value)
  }

  private mutating func end(_ value: some Collection<UInt8>) {
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
