/// Writes a request's head, and its body if that is short, into the process's send buffer.
enum RequestWriter {
  /// The longest body that is copied behind its head rather than sent from where it lies.
  static let copiedBody = 16 * 1024

  private static let version: StaticString = " HTTP/1.1\r\nHost: "
  private static let versionOnly: StaticString = " HTTP/1.1\r\n"
  private static let cookie: StaticString = "Cookie: "
  private static let length: StaticString = "Content-Length: "
  private static let lineEnd: StaticString = "\r\n"
  private static let plainScheme: StaticString = "http://"
  private static let proxyAuthorization: StaticString = "Proxy-Authorization: "
  private static let chunked: StaticString = "Transfer-Encoding: chunked"

  /// Whether a request without a body says so by a Content-Length of 0.
  @inline(__always)
  private static func sendsEmptyLength(_ request: HTTPRequest, _ extras: HTTPRequestExtras?) -> Bool {
    guard let extras, extras.habits == .gevent else { return true }
    return request.method.usuallyHasBody
  }

  /// What has been written.
  struct Written {
    let start: UnsafeMutablePointer<UInt8>
    let count: Int
    /// Whether the body is in it.
    let hasBody: Bool
  }

  /// Writes a request.
  ///
  /// - Parameters:
  ///   - cookies: the value of the Cookie header; empty for none.
  ///   - proxy: the proxy that it goes to; the target of a plain request is a whole address then.
  @inline(__always)
  static func write(_ request: HTTPRequest, cookies: [UInt8], proxy: HTTPProxy? = nil) -> Written {
    if cookies.isEmpty && proxy == nil {
      let wire = request.wire
      if !wire.isEmpty {
        let start = IOBuffers.sendBuffer(wire.count)
        var at = start
        put(wire, &at)
        return Written(start: start, count: wire.count, hasBody: true)
      }
    }
    return compose(request, cookies, proxy)
  }

  /// Notes what a request without cookies and proxy looks like, for being sent again and again; not where its body is
  /// sent apart.
  static func prepare(_ request: HTTPRequest) {
    let written = compose(request, [], nil)
    if written.hasBody { request.wire = Array(UnsafeBufferPointer(start: written.start, count: written.count)) }
  }

  private static func compose(_ request: HTTPRequest, _ cookies: [UInt8], _ proxy: HTTPProxy?) -> Written {
    let origin = request.origin
    let extras = request.extras
    let source = extras?.source
    let copiesBody = source == nil && request.body.count <= copiedBody
    let plainProxy = origin.isSecure ? nil : proxy
    let room =
      request.method.bytes.count + request.address.target.count + origin.hostHeader.count * 2 + request.headers.count
      + cookies.count + (copiesBody ? request.body.count : 0) + 192 + (plainProxy?.authorization.count ?? 0)
    let start = IOBuffers.sendBuffer(room)
    var at = start
    put(request.method.bytes, &at)
    at.pointee = 0x20
    at += 1
    if plainProxy != nil {
      put(plainScheme, &at)
      put(origin.hostHeader, &at)
    }
    put(request.address.target, &at)
    if request.hasHost {
      put(versionOnly, &at)
    } else {
      put(version, &at)
      put(origin.hostHeader, &at)
      put(lineEnd, &at)
    }
    put(request.headers, &at)
    if !cookies.isEmpty {
      put(cookie, &at)
      put(cookies, &at)
      put(lineEnd, &at)
    }
    if let plainProxy, !plainProxy.authorization.isEmpty {
      put(proxyAuthorization, &at)
      put(plainProxy.authorization, &at)
      put(lineEnd, &at)
    }
    if !request.hasFraming {
      if let source {
        if let count = source.length {
          put(length, &at)
          put(decimal: count, &at)
        } else {
          put(chunked, &at)
        }
        put(lineEnd, &at)
      } else if request.hasBody || (request.method.sendsLength && sendsEmptyLength(request, extras)) {
        put(length, &at)
        put(decimal: request.body.count, &at)
        put(lineEnd, &at)
      }
    }
    put(lineEnd, &at)
    if copiesBody { put(request.body, &at) }
    return Written(start: start, count: at - start, hasBody: copiesBody)
  }

  @inline(__always)
  private static func put(_ bytes: [UInt8], _ at: inout UnsafeMutablePointer<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let from = buffer.baseAddress, buffer.count > 0 else { return }
      at.update(from: from, count: buffer.count)
      at += buffer.count
    }
  }

  @inline(__always)
  private static func put(_ text: StaticString, _ at: inout UnsafeMutablePointer<UInt8>) {
    at.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    at += text.utf8CodeUnitCount
  }

  private static func put(decimal number: Int, _ at: inout UnsafeMutablePointer<UInt8>) {
    var divisor = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      at.pointee = UInt8(48 + number / divisor % 10)
      at += 1
      divisor /= 10
    }
  }
}
