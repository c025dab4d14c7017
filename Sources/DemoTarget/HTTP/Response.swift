/// An answer, before it is bytes.
struct Response {
  enum Body {
    case bytes([UInt8])
    /// One after the other, framed as chunks; for HTTP/1.0 clients the connection's end ends them.
    case chunks([[UInt8]])
  }

  var status = 200
  var fields: [(String, String)] = []
  var body = Body.bytes([])
  /// The Content-Length to claim, when it is to be a lie.
  var claimedLength: Int?
  /// Whether the connection ends after it.
  var closes = false

  /// A body with its media type.
  static func content(_ type: String, _ body: [UInt8], status: Int = 200) -> Response {
    Response(status: status, fields: [("Content-Type", type)], body: .bytes(body))
  }

  static func text(_ text: String, status: Int = 200) -> Response {
    content("text/plain; charset=utf-8", Array(text.utf8), status: status)
  }

  static func html(_ text: String, status: Int = 200) -> Response {
    content("text/html; charset=utf-8", Array(text.utf8), status: status)
  }

  static func json(_ value: JSON, status: Int = 200) -> Response {
    content("application/json", Array((value.description + "\n").utf8), status: status)
  }

  static func redirect(to location: String, status: Int = 302) -> Response {
    Response(status: status, fields: [("Location", location)])
  }

  /// Writes the answer as HTTP/1.1.
  ///
  /// - Parameters:
  ///   - date: the Date header's value.
  ///   - head: what was asked; nil when it couldn't be read.
  ///   - output: gets the bytes.
  /// - Returns: whether another answer may follow on the connection.
  func write(date: String, for head: RequestHead?, isHead: Bool, to output: OutputBuffer) -> Bool {
    var keepsAlive = (head?.keepsAlive ?? false) && !closes
    let mayHaveBody = status >= 200 && status != 204 && status != 304
    var text = "HTTP/1.1 \(status) \(reasonPhrase(status))\r\nServer: katydid-demo\r\nDate: \(date)\r\n"
    for (name, value) in fields { text += "\(name): \(value)\r\n" }
    var chunked = false
    switch body {
    case .bytes(let bytes):
      if mayHaveBody { text += "Content-Length: \(claimedLength ?? bytes.count)\r\n" }
    case .chunks:
      chunked = !(head?.isVersion10 ?? true)
      if chunked { text += "Transfer-Encoding: chunked\r\n" } else { keepsAlive = false }
    }
    if !keepsAlive {
      text += "Connection: close\r\n"
    } else if head?.isVersion10 == true {
      text += "Connection: keep-alive\r\n"
    }
    text += "\r\n"
    output.append(text)
    guard mayHaveBody && !isHead else { return keepsAlive }
    switch body {
    case .bytes(let bytes):
      output.append(bytes)
    case .chunks(let chunks):
      for chunk in chunks where !chunk.isEmpty {
        if chunked { output.append(String(chunk.count, radix: 16) + "\r\n") }
        output.append(chunk)
        if chunked { output.append("\r\n") }
      }
      if chunked { output.append("0\r\n\r\n") }
    }
    return keepsAlive
  }
}

/// What a route does with a request.
enum Reply {
  case now(Response)
  /// After some ns.
  case after(UInt64, Response)
  /// The header now, the body evenly over some ns.
  case drip(Response, over: UInt64)
  /// These bytes, and the end.
  case raw([UInt8])
  /// Nothing, ever.
  case never
  /// The end.
  case drop
  /// A TCP reset.
  case reset
}
