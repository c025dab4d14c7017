import CZlib

/// Decompression of bodies with zlib. One state serves the whole process: no body is waited for within.
enum Inflater {
  /// A content coding that can be undone.
  enum Coding {
    case gzip, deflate
  }

  nonisolated(unsafe) private static let stream: UnsafeMutablePointer<z_stream> = {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    inflateInit2_(stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    return stream
  }()

  /// The codings that a Content-Encoding value names, in the order they were applied; nil when one of them is unknown.
  static func codings(_ base: UnsafePointer<UInt8>, _ value: Range<Int>) -> [Coding]? {
    var codings: [Coding] = []
    for token in HeaderLines.tokens(base, value) where !token.isEmpty {
      let start = base + token.lowerBound
      if HeaderLines.equal(start, token.count, "gzip") || HeaderLines.equal(start, token.count, "x-gzip") {
        codings.append(.gzip)
      } else if HeaderLines.equal(start, token.count, "deflate") {
        codings.append(.deflate)
      } else if !HeaderLines.equal(start, token.count, "identity") {
        return nil
      }
    }
    return codings
  }

  /// Undoes one coding.
  ///
  /// - Parameter limit: how many bytes may come out.
  static func decode(
    _ input: UnsafeBufferPointer<UInt8>, _ coding: Coding, limit: Int
  ) throws(HTTPFailure.Reason) -> [UInt8] {
    if input.isEmpty { return [] }
    // "deflate" means zlib's format, but some servers send the bare stream; only the latter's first byte tells.
    let isBare =
      coding == .deflate && !(input.count >= 2 && input[0] & 15 == 8 && (Int(input[0]) << 8 | Int(input[1])) % 31 == 0)
    var output = [UInt8]()
    var used = 0
    try grow(&output, to: min(limit, sizeHint(input, coding)))
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = 0
    var left = input.count
    inflateReset2(stream, isBare ? -15 : coding == .gzip ? 15 + 16 : 15)
    while true {
      if stream.pointee.avail_in == 0 {
        let piece = min(left, 1 << 30)
        stream.pointee.avail_in = UInt32(piece)
        left -= piece
      }
      let room = min(output.count - used, 1 << 30)
      let status = output.withUnsafeMutableBufferPointer { buffer in
        stream.pointee.next_out = buffer.baseAddress.map { $0 + used }
        stream.pointee.avail_out = UInt32(room)
        return inflate(stream, Z_NO_FLUSH)
      }
      used += room - Int(stream.pointee.avail_out)
      switch status {
      case Z_STREAM_END:
        // Another member may follow; anything else behind the end is passed over, as urllib3 does.
        guard coding == .gzip, stream.pointee.avail_in > 2, stream.pointee.next_in[0] == 0x1F,
          stream.pointee.next_in[1] == 0x8B
        else {
          output.removeLast(output.count - used)
          return output
        }
        inflateReset2(stream, 15 + 16)
      case Z_OK, Z_BUF_ERROR:
        if stream.pointee.avail_out == 0 {
          if output.count >= limit { throw .bodyTooLarge(limit: limit) }
          try grow(&output, to: min(limit, output.count * 2))
        } else if stream.pointee.avail_in == 0, left == 0 {
          throw .badEncoding("Error -5 while decompressing data: incomplete or truncated stream")
        }
      default:
        let message = stream.pointee.msg.map { String(cString: $0) } ?? String(cString: zError(status))
        throw .badEncoding("Error \(status) while decompressing data: \(message)")
      }
    }
  }

  /// How large the output may be: a gzip body tells at its end, modulo 2^32 and without guarantee.
  private static func sizeHint(_ input: UnsafeBufferPointer<UInt8>, _ coding: Coding) -> Int {
    let guess = max(input.count * 4, 256)
    guard coding == .gzip, input.count > 18 else { return guess }
    let told = (1...4).reduce(0) { $0 << 8 | Int(input[input.count - $1]) }
    // One byte more shows the end without another round.
    return told <= input.count * 64 ? told + 1 : guess
  }

  private static func grow(_ output: inout [UInt8], to count: Int) throws(HTTPFailure.Reason) {
    let used = output.count
    let larger = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      output.withUnsafeBufferPointer { old in
        if let from = old.baseAddress, let to = buffer.baseAddress { to.update(from: from, count: used) }
      }
      initialized = count
    }
    output = larger
  }
}
