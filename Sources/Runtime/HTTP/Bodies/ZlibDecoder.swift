import CZlib

/// Undoes gzip and deflate with zlib.
final class ZlibDecoder: BodyDecoder {
  /// The one that bodies which are there as a whole share.
  nonisolated(unsafe) static let shared = ZlibDecoder(.gzip, mayPause: false)

  private let stream: UnsafeMutablePointer<z_stream>
  private var coding: ContentCoding
  /// Whether others may run while it decompresses.
  private let mayPause: Bool
  private var hasBegun = false
  private var isDone = false

  init(_ coding: ContentCoding, mayPause: Bool = true) {
    self.mayPause = mayPause
    self.coding = coding
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    inflateInit2_(stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Forgets what was, for another body.
  func begin(_ coding: ContentCoding) {
    self.coding = coding
    hasBegun = false
    isDone = false
  }

  func feed(_ input: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], limit: Int) throws(HTTPFailure.Reason) {
    if input.isEmpty || isDone { return }
    if !hasBegun { start(input) }
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = 0
    var left = input.count
    // What one step may bring doubles, so that a bomb meets its limit after a few.
    var step = min(max(4096, output.capacity - output.count), DecodingPauses.interval)
    var pauses = DecodingPauses()
    while true {
      if stream.pointee.avail_in == 0 {
        let piece = min(left, 1 << 30)
        stream.pointee.avail_in = UInt32(piece)
        left -= piece
      }
      let room = min(step, limit - output.count + 1, 1 << 30)
      var status: Int32 = Z_OK
      output.appending(room) { buffer in
        stream.pointee.next_out = buffer
        stream.pointee.avail_out = UInt32(room)
        status = inflate(stream, Z_NO_FLUSH)
        return room - Int(stream.pointee.avail_out)
      }
      if output.count > limit { throw .bodyTooLarge(limit: limit) }
      if mayPause { try pauses.note(output.count) }
      switch status {
      case Z_STREAM_END:
        // Another member may follow; anything else behind the end is passed over, as urllib3 does.
        guard case .gzip = coding, stream.pointee.avail_in > 2, stream.pointee.next_in[0] == 0x1F,
          stream.pointee.next_in[1] == 0x8B
        else {
          isDone = true
          return
        }
        inflateReset2(stream, 15 + 16)
      case Z_OK, Z_BUF_ERROR:
        if stream.pointee.avail_out > 0, stream.pointee.avail_in == 0, left == 0 { return }
        step = min(step * 2, DecodingPauses.interval)
      default:
        let message = stream.pointee.msg.map { String(cString: $0) } ?? String(cString: zError(status))
        throw .badEncoding(coding.name, "Error \(status) while decompressing data: \(message)")
      }
    }
  }

  private func start(_ input: UnsafeBufferPointer<UInt8>) {
    hasBegun = true
    // "deflate" means zlib's format, but some servers send the bare stream; only the first bytes tell.
    var isBare = false
    if case .deflate = coding {
      isBare = input[0] & 15 != 8 || (input.count >= 2 && (Int(input[0]) << 8 | Int(input[1])) % 31 != 0)
    }
    var window: Int32 = 15
    if case .gzip = coding { window = 15 + 16 } else if isBare { window = -15 }
    inflateReset2(stream, window)
  }

  func finish() throws(HTTPFailure.Reason) {
    if hasBegun, !isDone {
      throw .badEncoding(coding.name, "Error -5 while decompressing data: incomplete or truncated stream")
    }
  }
}
