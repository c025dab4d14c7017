import Lang

/// The body of a request and what it says about itself, from `data=`, `json=` and `files=`.
struct RequestBody {
  /// The bytes; nil for a request without a body.
  var bytes: [UInt8]?
  /// What `Content-Type` is unless the headers say otherwise.
  var contentType: StaticString?
  /// Whether `Accept` asks for JSON unless the headers say otherwise, as `FastHttpUser` does.
  var acceptsJSON = false
  /// The boundary of a multipart body.
  var boundary: [UInt8] = []
  /// Where a body comes from that isn't read as a whole.
  var source: PythonBody?
  /// What has to live as long as `source`.
  var kept = Value.none

  private let isFast: Bool

  /// Encodes the body as a client library does.
  init(_ options: RequestOptions, _ kind: ClientKind) throws(Raised) {
    isFast = kind == .fast
    if try options.files.isGiven() {
      try encodeFiles(options.files, options.data)
    } else if try options.data.isGiven() {
      try encodeData(options.data)
    } else if !options.json.isNone {
      try encodeJSON(options.json)
    }
  }

  private mutating func encodeJSON(_ value: Value) throws(Raised) {
    guard let module = try Library.load("json"), let dumps = module["dumps"] else { return }
    let text: Value
    do throws(Raised) {
      text = try Call.call(dumps, [value], keywords: isFast ? [] : [("allow_nan", .no)])
    } catch {
      let exception = Interpreter.raised
      guard Exceptions.isA(exception, .valueError) else { throw error }
      throw RequestExceptions.shared.invalidJSON(exception)
    }
    bytes = Array(Str.bytes(text))
    contentType = "application/json"
    acceptsJSON = isFast
  }

  private mutating func encodeData(_ value: Value) throws(Raised) {
    if value.isKind(.str) {
      bytes = Array(Str.bytes(value))
      if isFast { contentType = "text/plain; charset=utf-8" }
    } else if value.isKind(.bytes) {
      bytes = BytesValue.bytes(value)
      if isFast { contentType = "application/octet-stream" }
    } else if value.isKind(.dict) || value.isKind(.list) || value.isKind(.tuple)
      || Native.payload(value, as: HeaderMap.self) != nil
    {
      bytes = try FormEncoding.encode(value, isFlat: isFast)
      contentType =
        isFast ? "application/x-www-form-urlencoded; charset=utf-8" : "application/x-www-form-urlencoded"
    } else if let read = try Attributes.find(value, Symbol("read")) {
      if isFast { contentType = "application/octet-stream" }
      try encodeFile(value, read)
    } else {
      if isFast { contentType = "application/octet-stream" }
      let iterator = try Iteration.iterator(value)
      kept = Tuple.make(value, iterator)
      source = PythonBody(iterator: iterator)
    }
  }

  /// A file is sent as it is read; what can't tell its length is read as a whole, as `requests` wants to know it.
  private mutating func encodeFile(_ file: Value, _ read: Value) throws(Raised) {
    guard let tell = try Attributes.find(file, Symbol("tell")), let seek = try Attributes.find(file, Symbol("seek")),
      let start = Integer.int(try Call.call(tell))
    else {
      bytes = try RequestBody.content(try Call.call(read))
      return
    }
    let end = Integer.int(try Call.call(seek, [Value(small: 0), Value(small: 2)])) ?? start
    _ = try Call.call(seek, with: Integer.make(start))
    let length = max(0, end - start)
    // The positions of a text file are no lengths, and what is short is sent faster at once.
    let isText = try Attributes.find(file, Symbol("encoding")) != nil
    if isText || length <= RequestBody.longestInMemory {
      bytes = try RequestBody.content(try Call.call(read))
      return
    }
    kept = Tuple.make(file, read)
    source = PythonBody(file: file, read: read, start: start, length: length)
  }

  /// Up to how many bytes a file is read as a whole.
  private static let longestInMemory = 64 * 1024

  /// A text or bytes as bytes.
  static func content(_ value: Value) throws(Raised) -> [UInt8] {
    if value.isKind(.str) { return Array(Str.bytes(value)) }
    if value.isKind(.bytes) { return BytesValue.bytes(value) }
    throw raise(.typeError, "a body is made of str or bytes, not '\(Types.name(value))'")
  }

  // MARK: Multipart (RFC 7578)

  private mutating func encodeFiles(_ files: Value, _ data: Value) throws(Raised) {
    if data.isKind(.str) { throw raise(.valueError, "Data must not be a string.") }
    boundary = RequestBody.makeBoundary()
    var out: [UInt8] = []
    if !data.isNone {
      for (name, value) in try pairs(of: data) {
        for item in try RequestBody.fieldValues(value) {
          try beginPart(name, fileName: nil, type: nil, to: &out)
          out += item.isKind(.bytes) ? BytesValue.bytes(item) : Array(Str.bytes(try Text.str(item)))
          out += Array("\r\n".utf8)
        }
      }
    }
    for (name, value) in try pairs(of: files) { try encodeFile(name, value, to: &out) }
    out += Array("--".utf8) + boundary + Array("--\r\n".utf8)
    bytes = out
  }

  private static func fieldValues(_ value: Value) throws(Raised) -> [Value] {
    if value.isNone { return [] }
    if value.isKind(.list) { return List.items(value).filter { !$0.isNone } }
    if value.isKind(.tuple) { return Tuple.items(value).filter { !$0.isNone } }
    return [value]
  }

  private func encodeFile(_ name: Value, _ value: Value, to out: inout [UInt8]) throws(Raised) {
    var fileName: Value?
    var type: Value?
    var more: Value?
    var content = value
    if value.isKind(.tuple) || value.isKind(.list) {
      let items = value.isKind(.tuple) ? Array(Tuple.items(value)) : Array(List.items(value))
      guard items.count >= 2 else {
        throw raise(.valueError, "not enough values to unpack (expected 2, got \(items.count))")
      }
      fileName = items[0]
      content = items[1]
      if items.count > 2 { type = items[2] }
      if items.count > 3 { more = items[3] }
    } else if let path = try Attributes.find(value, Symbol("name")), path.isKind(.str) {
      fileName = Str.make(Str.swift(path).split(separator: "/").last.map(String.init) ?? "")
    } else {
      fileName = name
    }
    if let read = try Attributes.find(content, Symbol("read")) { content = try Call.call(read) }
    if content.isNone { return }
    try beginPart(name, fileName: fileName, type: type, more: more, to: &out)
    out += try RequestBody.content(content)
    out += Array("\r\n".utf8)
  }

  private func beginPart(
    _ name: Value, fileName: Value?, type: Value?, more: Value? = nil, to out: inout [UInt8]
  ) throws(Raised) {
    out += Array("--".utf8) + boundary + Array("\r\nContent-Disposition: form-data; name=\"".utf8)
    out += RequestBody.quoted(try Text.str(name))
    out.append(UInt8(ascii: "\""))
    if let fileName, !fileName.isNone {
      out += Array("; filename=\"".utf8) + RequestBody.quoted(try Text.str(fileName)) + [UInt8(ascii: "\"")]
    }
    if let type, !type.isNone { out += Array("\r\nContent-Type: ".utf8) + Array(Str.bytes(try Text.str(type))) }
    if let more, !more.isNone {
      for (name, value) in try pairs(of: more) {
        out += Array("\r\n".utf8) + Array(Str.bytes(try Text.str(name))) + Array(": ".utf8)
        out += Array(Str.bytes(try Text.str(value)))
      }
    }
    out += Array("\r\n\r\n".utf8)
  }

  /// A name between quotes, as browsers write it: quotes and line ends percent-encoded.
  private static func quoted(_ text: Value) -> [UInt8] {
    Str.bytes(text).flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\""): Array("%22".utf8)
      case 13: Array("%0D".utf8)
      case 10: Array("%0A".utf8)
      default: [byte]
      }
    }
  }

  private static func makeBoundary() -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return (0..<32).map { _ in digits[Int.random(in: 0..<16)] }
  }
}
