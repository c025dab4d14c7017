import Foundation
import Lang
import Runtime

/// A response as the prompt shows it: status, times, headers, and the body made readable.
enum ResponseText {
  /// How much of a body is shown, in lines and characters.
  private static let maximumLines = 40
  private static let maximumCharacters = 4000

  /// The text; nil for what is no response.
  static func describe(_ value: Value) -> String? {
    guard let exchange = RequestNote.exchange(of: value) else { return nil }
    guard let response = exchange.response else {
      return "no response: \(exchange.failure ?? "the request was not sent")\n"
    }
    var text = "\(response.status) \(response.reason)  \(response.method.text) \(response.address.text)\n"
    text += times(response.timing) + "\n"
    text += "size \(RequestNote.size(response.bodyLength))"
    if response.wireBodyLength != response.bodyLength { text += " (\(RequestNote.size(response.wireBodyLength)) sent)" }
    if !response.history.isEmpty {
      text += "\nredirected: " + response.history.map { "\($0.status) \($0.address.text)" }.joined(separator: ", ")
    }
    text += "\n\n"
    for (name, value) in response.headers { text += "\(name): \(value)\n" }
    let body = body(response)
    return text + (body.isEmpty ? "" : "\n" + body + "\n")
  }

  /// The steps of an exchange: how long each took.
  static func times(_ timing: HTTPTiming) -> String {
    func milliseconds(_ from: UInt64, _ to: UInt64) -> String {
      RequestNote.duration(Double(to > from ? to - from : 0) / 1e6)
    }
    var parts: [String] = []
    if timing.isReused {
      parts.append("kept connection")
    } else {
      if timing.resolved > 0 { parts.append("DNS " + milliseconds(timing.started, timing.resolved)) }
      if timing.connected > 0 {
        parts.append("connect " + milliseconds(max(timing.resolved, timing.started), timing.connected))
      }
      if timing.secured > 0 { parts.append("TLS " + milliseconds(timing.connected, timing.secured)) }
    }
    parts.append("first byte " + milliseconds(timing.sent, timing.firstByte))
    parts.append("total " + milliseconds(timing.started, timing.ended))
    return parts.joined(separator: ", ")
  }

  private static func body(_ response: HTTPResponse) -> String {
    let bytes = response.body
    guard !bytes.isEmpty else { return "" }
    guard let text = String(validating: bytes, as: UTF8.self) else { return "<\(bytes.count) bytes>" }
    let type = response.header("content-type") ?? ""
    if type.contains("json"), let pretty = indented(bytes) { return cut(pretty) }
    return cut(text)
  }

  /// JSON with indentation, its keys in their order.
  private static func indented(_ bytes: [UInt8]) -> String? {
    guard (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil else { return nil }
    var result = ""
    var depth = 0
    var isInString = false
    var isEscaped = false
    var isEmpty = false
    func newline() { result += "\n" + String(repeating: "  ", count: depth) }
    for character in String(decoding: bytes, as: UTF8.self) {
      if isInString {
        result.append(character)
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          isInString = false
        }
        continue
      }
      if character.isWhitespace { continue }
      let closes = character == "}" || character == "]"
      if isEmpty, !closes { newline() }
      switch character {
      case "{", "[":
        result.append(character)
        depth += 1
      case "}", "]":
        depth -= 1
        if !isEmpty { newline() }
        result.append(character)
      case ",":
        result.append(character)
        newline()
      case ":": result += ": "
      case "\"":
        result.append(character)
        isInString = true
      default: result.append(character)
      }
      isEmpty = character == "{" || character == "["
    }
    return result
  }

  private static func cut(_ text: String) -> String {
    var shown = text
    var isCut = false
    if shown.count > maximumCharacters {
      shown = String(shown.prefix(maximumCharacters))
      isCut = true
    }
    let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.count > maximumLines {
      shown = lines.prefix(maximumLines).joined(separator: "\n")
      isCut = true
    }
    while shown.hasSuffix("\n") { shown.removeLast() }
    return isCut ? shown + "\n… (\(text.count) characters in all: _.text)" : shown
  }
}

/// Requests and responses as they are on the wire: `>` before what was sent, `<` before what came back.
enum WireLog {
  static func text(_ note: RequestNote) -> String {
    guard let (request, response) = note.exchange else { return "" }
    var text = "> \(request.method.text) \(String(decoding: request.address.target, as: UTF8.self)) HTTP/1.1\n"
    text += "> Host: \(authority(request.address.text))\n"
    text += lines(request.headers, ">")
    if !request.body.isEmpty { text += ">\n" + lines(Array(request.body.prefix(2000)), ">") }
    guard let response else { return text + "< (nothing)\n" }
    text += lines(response.head, "<") + "<\n"
    return text + lines(Array(response.body.prefix(2000)), "<")
  }

  /// Host and port of a URL.
  private static func authority(_ url: String) -> Substring {
    (url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
  }

  private static func lines(_ bytes: [UInt8], _ mark: String) -> String {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map { "\(mark) \($0)\n" }.joined()
  }

  /// The request as a curl command.
  static func curl(_ note: RequestNote) -> String? {
    guard let (request, _) = note.exchange else { return nil }
    func quoted(_ text: some StringProtocol) -> String { "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'" }
    var words = ["curl"]
    if request.method != .get { words += ["-X", request.method.text] }
    for line in String(decoding: request.headers, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let name = line.prefix { $0 != ":" }.lowercased()
      if !["accept-encoding", "connection", "content-length"].contains(name) { words += ["-H", quoted(line)] }
    }
    if !request.body.isEmpty { words += ["--data-binary", quoted(String(decoding: request.body, as: UTF8.self))] }
    words.append(quoted(request.address.text))
    return words.joined(separator: " ")
  }
}
