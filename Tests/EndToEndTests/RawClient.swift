import Foundation
import XCTest

/// A client that sends exactly the bytes it is told to, over one TCP connection to loopback.
final class RawClient {
  /// An answer taken apart.
  struct Answer {
    var status: Int
    var reason: String
    /// The last value of each header, by its name in lower case.
    var fields: [String: String]
    var cookies: [String]
    var body: Data

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as a JSON object.
    func object(file: StaticString = #filePath, line: UInt = #line) throws -> [String: Any] {
      try XCTUnwrap(try JSONSerialization.jsonObject(with: body) as? [String: Any], text, file: file, line: line)
    }
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let descriptor: Int32
  private var buffer = Data()
  /// Why the last read ended: 0 for the connection's end.
  private(set) var lastError: Int32 = 0

  init(port: UInt16, timeout: Int = 10) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var time = timeval(tv_sec: timeout, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Failure(description: "can't connect: \(errno)") }
  }

  deinit { close(descriptor) }

  func send(_ text: String) { send(Data(text.utf8)) }

  func send(_ data: Data) {
    var rest = data
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Everything up to the connection's end.
  func readToEnd() -> Data {
    while receive() {}
    defer { buffer = Data() }
    return buffer
  }

  /// The next answer.
  ///
  /// - Parameter toHead: the request's method was HEAD, so no body follows.
  func answer(toHead: Bool = false) throws -> Answer {
    let end = try position(of: "\r\n\r\n")
    let lines = String(decoding: buffer[..<end], as: UTF8.self).components(separatedBy: "\r\n")
    buffer = Data(buffer[(end + 4)...])
    let words = lines[0].split(separator: " ", maxSplits: 2).map { String($0) }
    guard words.count == 3, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
      throw Failure(description: "no status line: \(lines[0])")
    }
    var answer = Answer(status: status, reason: words[2], fields: [:], cookies: [], body: Data())
    for line in lines.dropFirst() {
      let parts = line.components(separatedBy: ": ")
      let value = parts.dropFirst().joined(separator: ": ")
      answer.fields[parts[0].lowercased()] = value
      if parts[0] == "Set-Cookie" { answer.cookies.append(value) }
    }
    if toHead || status < 200 || status == 204 || status == 304 { return answer }
    if answer.fields["transfer-encoding"] == "chunked" {
      answer.body = try chunkedBody()
    } else if let length = answer.fields["content-length"].flatMap({ Int($0) }) {
      answer.body = try take(length)
    } else {
      answer.body = readToEnd()
    }
    return answer
  }

  private func chunkedBody() throws -> Data {
    var body = Data()
    while true {
      let end = try position(of: "\r\n")
      let line = String(decoding: buffer[..<end], as: UTF8.self)
      buffer = Data(buffer[(end + 2)...])
      guard let size = Int(line, radix: 16) else { throw Failure(description: "no chunk size: \(line)") }
      body += try take(size)
      guard try take(2) == Data("\r\n".utf8) else { throw Failure(description: "a chunk doesn't end") }
      if size == 0 { return body }
    }
  }

  private func take(_ count: Int) throws -> Data {
    while buffer.count < count {
      guard receive() else { throw Failure(description: "the body ends early, error \(lastError)") }
    }
    let taken = Data(buffer.prefix(count))
    buffer = Data(buffer.dropFirst(count))
    return taken
  }

  private func position(of text: String) throws -> Int {
    while true {
      if let range = buffer.range(of: Data(text.utf8)) { return range.lowerBound }
      guard receive() else {
        throw Failure(description: "the connection ends early, error \(lastError), after \(buffer.count) bytes")
      }
    }
  }

  private func receive() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    lastError = count < 0 ? errno : 0
    guard count > 0 else { return false }
    buffer.append(contentsOf: bytes[..<count])
    return true
  }
}

/// Asks once on a connection of its own.
func ask(
  _ port: UInt16, _ path: String, method: String = "GET", headers: [String] = [], body: String? = nil
) throws -> RawClient.Answer {
  let client = try RawClient(port: port)
  var lines = ["\(method) \(path) HTTP/1.1", "Host: localhost"] + headers
  if let body { lines.append("Content-Length: \(body.utf8.count)") }
  client.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? ""))
  return try client.answer(toHead: method == "HEAD")
}
