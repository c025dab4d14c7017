/// A whole request as a route sees it. Valid only during the call.
struct Request {
  let head: RequestHead
  /// The head's bytes.
  let bytes: UnsafeRawBufferPointer
  let body: UnsafeRawBufferPointer
  /// The path's parts between slashes, decoded.
  let segments: [String]

  init(head: RequestHead, bytes: UnsafeRawBufferPointer, body: UnsafeRawBufferPointer) {
    self.head = head
    self.bytes = bytes
    self.body = body
    segments = bytes[head.path].split(separator: UInt8(ascii: "/")).map { percentDecoded($0, plusIsBlank: false) }
  }

  var method: String { text(head.method) }

  var path: String { text(head.path) }

  /// The query as it was sent.
  var query: String { text(head.query) }

  /// The query's names and values, decoded.
  var parameters: [(name: String, value: String)] { formFields(bytes[head.query]) }

  /// The first value of a name in the query.
  func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// The header's names and values as they were sent.
  var fields: [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var start = head.fields.lowerBound
    while start < head.fields.upperBound {
      let line = RequestHead.nextLine(bytes, from: start, to: head.fields.upperBound)
      start = line.end
      // The lines were checked when the head was read.
      guard let (name, value) = try? RequestHead.field(bytes, line.text) else { continue }
      found.append((text(name), text(value)))
    }
    return found
  }

  /// The first value of a header.
  ///
  /// - Parameter name: in lower case.
  func field(_ name: String) -> String? { fields.first { $0.name.lowercased() == name }?.value }

  /// The media type of the body, in lower case and without parameters.
  var mediaType: String {
    let type = field("content-type") ?? ""
    return (type.split(separator: ";").first ?? "").trimmingBlanks().lowercased()
  }

  var cookies: [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    for (name, value) in fields where name.lowercased() == "cookie" {
      for pair in value.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { continue }
        found.append((parts[0].trimmingBlanks(), parts[1].trimmingBlanks()))
      }
    }
    return found
  }

  /// A whole number in the path or query.
  static func integer(_ text: String, _ range: ClosedRange<Int>, _ name: String) throws(Refusal) -> Int {
    guard let number = Int(text), range.contains(number) else {
      throw .bad("\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A time in the path or query, in ns.
  static func nanoseconds(_ text: String, _ name: String) throws(Refusal) -> UInt64 {
    guard let seconds = Double(text), seconds >= 0, seconds <= 3600 else {
      throw .bad("\(name) must be a number of seconds from 0 to 3600")
    }
    return UInt64(seconds * 1e9)
  }

  /// A whole number in the query, or what stands for it.
  func integer(_ name: String, _ range: ClosedRange<Int>, default usual: Int) throws(Refusal) -> Int {
    guard let text = parameter(name) else { return usual }
    return try Request.integer(text, range, name)
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
