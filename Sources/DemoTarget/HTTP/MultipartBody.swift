/// Takes a `multipart/form-data` body apart (RFC 7578).
enum MultipartBody {
  struct Part {
    var name: String?
    var filename: String?
    var contentType: String?
    /// Valid as long as the whole body is.
    var body: UnsafeRawBufferPointer
  }

  /// - Returns: nil if the body isn't what its Content-Type says.
  static func parts(_ body: UnsafeRawBufferPointer, contentType: String) -> [Part]? {
    guard let boundary = attribute("boundary", of: contentType), !boundary.isEmpty, boundary.utf8.count <= 70 else {
      return nil
    }
    // Every boundary but the first follows the end of a line, which belongs to it and not to the part.
    let opening = Array("--\(boundary)".utf8)
    let separator = Array("\r\n--\(boundary)".utf8)
    guard var position = find(opening, in: body, from: 0).map({ $0 + opening.count }) else { return nil }
    var parts: [Part] = []
    while true {
      let rest = UnsafeRawBufferPointer(rebasing: body[position...])
      if rest.starts(with: "--".utf8) { return parts }
      guard rest.starts(with: "\r\n".utf8), let end = find(separator, in: body, from: position),
        let part = part(UnsafeRawBufferPointer(rebasing: body[min(position + 2, end)..<end]))
      else { return nil }
      parts.append(part)
      position = end + separator.count
    }
  }

  private static func part(_ bytes: UnsafeRawBufferPointer) -> Part? {
    var part = Part(body: UnsafeRawBufferPointer(rebasing: bytes[..<0]))
    var start = 0
    while start < bytes.count {
      let line = RequestHead.nextLine(bytes, from: start, to: bytes.count)
      start = line.end
      if line.text.isEmpty {
        part.body = UnsafeRawBufferPointer(rebasing: bytes[start...])
        return part
      }
      guard let (name, range) = try? RequestHead.field(bytes, line.text) else { return nil }
      let value = String(decoding: bytes[range], as: UTF8.self)
      if matches(bytes, name, "content-disposition") {
        part.name = attribute("name", of: value)
        part.filename = attribute("filename", of: value)
      } else if matches(bytes, name, "content-type") {
        part.contentType = value
      }
    }
    return nil
  }

  /// The value of a parameter behind a header's semicolons.
  private static func attribute(_ name: String, of value: String) -> String? {
    var rest = value[...]
    while let semicolon = rest.firstIndex(of: ";") {
      rest = rest[rest.index(after: semicolon)...]
      guard let equals = rest.firstIndex(of: "=") else { return nil }
      let found = rest[..<equals].trimmingBlanks().lowercased()
      rest = rest[rest.index(after: equals)...]
      var text = ""
      if rest.first == "\"" {
        rest = rest.dropFirst()
        while let character = rest.popFirst(), character != "\"" {
          text.append(character == "\\" ? rest.popFirst() ?? character : character)
        }
      } else {
        text = rest.prefix { $0 != ";" }.trimmingBlanks()
      }
      if found == name { return text }
    }
    return nil
  }

  private static func find(_ wanted: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard bytes.count - start >= wanted.count else { return nil }
    for index in start...(bytes.count - wanted.count) where bytes[index] == wanted[0] {
      var matched = 1
      while matched < wanted.count && bytes[index + matched] == wanted[matched] { matched += 1 }
      if matched == wanted.count { return index }
    }
    return nil
  }
}
