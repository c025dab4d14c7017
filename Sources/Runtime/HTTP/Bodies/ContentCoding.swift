/// A compression of bodies that can be undone (RFC 9110, section 8.4.1; RFC 7932; RFC 8878).
package enum ContentCoding {
  case gzip, deflate, brotli, zstd

  /// The codings that a Content-Encoding value names, in the order they were applied; nil when one of them is unknown.
  ///
  /// - Parameter value: where the value stands in `bytes`.
  static func named(_ bytes: [UInt8], _ value: Range<Int>) -> [ContentCoding]? {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { named($0, value) }
    }
  }

  private static func named(_ base: UnsafePointer<UInt8>, _ value: Range<Int>) -> [ContentCoding]? {
    var codings: [ContentCoding] = []
    for token in HeaderLines.tokens(base, value) where !token.isEmpty {
      func isNamed(_ name: StaticString) -> Bool { HeaderLines.equal(base + token.lowerBound, token.count, name) }
      if isNamed("gzip") || isNamed("x-gzip") {
        codings.append(.gzip)
      } else if isNamed("deflate") {
        codings.append(.deflate)
      } else if isNamed("br") {
        codings.append(.brotli)
      } else if isNamed("zstd") {
        codings.append(.zstd)
      } else if !isNamed("identity") {
        return nil
      }
    }
    // A server that names dozens of codings wants work, not a reader.
    return codings.count > 5 ? nil : codings
  }

  /// The coding's name.
  var name: String {
    switch self {
    case .gzip: "gzip"
    case .deflate: "deflate"
    case .brotli: "br"
    case .zstd: "zstd"
    }
  }

  /// Something that undoes the coding piece by piece.
  func makeDecoder() -> BodyDecoder {
    switch self {
    case .gzip, .deflate: ZlibDecoder(self)
    case .brotli: BrotliDecoder()
    case .zstd: ZstdDecoder()
    }
  }

  /// Undoes the coding of a whole body.
  ///
  /// - Parameters:
  ///   - limit: how many bytes may come out.
  ///   - acceptsPart: whether a body that ends too early gives what it has rather than a failure.
  package func decode(
    _ input: UnsafeBufferPointer<UInt8>, limit: Int, acceptsPart: Bool
  ) throws(HTTPFailure.Reason) -> [UInt8] {
    if input.isEmpty { return [] }
    // zlib's state is large and made once for the process. Bodies that may become large, 16 MiB at a thousandfold, have
    // one of their own, as others may run meanwhile.
    let decoder: BodyDecoder
    let isZlib = self == .gzip || self == .deflate
    if isZlib, input.count <= 1 << 14 {
      ZlibDecoder.shared.begin(self)
      decoder = ZlibDecoder.shared
    } else {
      decoder = makeDecoder()
    }
    var output: [UInt8] = []
    output.reserveCapacity(min(limit, sizeHint(input)))
    try decoder.feed(input, to: &output, limit: limit)
    if !acceptsPart { try decoder.finish() }
    return output
  }

  /// How large the output may be: a gzip body tells at its end, modulo 2^32 and without guarantee.
  private func sizeHint(_ input: UnsafeBufferPointer<UInt8>) -> Int {
    let guess = min(input.count, 1 << 24) * 4 + 256
    guard case .gzip = self, input.count > 18 else { return guess }
    let told = (1...4).reduce(0) { $0 << 8 | Int(input[input.count - $1]) }
    // One byte more shows the end without another round.
    return told <= input.count * 64 ? told + 1 : guess
  }
}

/// Lets others run now and then while a large body is decompressed: half a gigabyte takes long enough for a worker to be
/// taken for lost.
struct DecodingPauses {
  /// How many bytes may come out between two pauses.
  static let interval = 1 << 24

  private var next = interval

  /// Pauses when it is time.
  ///
  /// - Parameter count: how many bytes have come out so far.
  /// - Throws: `.interrupted` when the running fiber is to give up.
  mutating func note(_ count: Int) throws(HTTPFailure.Reason) {
    guard count >= next, Fiber.current != nil else { return }
    next = count + DecodingPauses.interval
    if EventLoop.shared.sleep(0) == .interrupted { throw .interrupted }
  }
}

/// Undoes a content coding, piece by piece.
protocol BodyDecoder: AnyObject {
  /// Takes the next bytes and appends what they become.
  ///
  /// - Parameter limit: how many bytes `output` may come to hold.
  func feed(_ input: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], limit: Int) throws(HTTPFailure.Reason)

  /// Takes the body's end; throws when the compressed stream has none.
  func finish() throws(HTTPFailure.Reason)
}

extension [UInt8] {
  /// Appends up to `room` bytes that `body` writes, and the result of which says how many there are.
  mutating func appending(_ room: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    // Not by growing with zeros first: the room is often larger than what comes.
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = buffer.baseAddress.map(body) ?? 0
    }
    append(contentsOf: piece)
  }
}
