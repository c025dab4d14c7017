import CZstd

/// Undoes Zstandard (RFC 8878) with its reference library.
final class ZstdDecoder: BodyDecoder {
  private let context: OpaquePointer?
  /// What the library said last: 0 at the end of a frame.
  private var hint = 1

  /// The largest window that RFC 9659 lets a server use, 8 MiB, as a power of two.
  private static let windowLimit: Int32 = 23

  init() {
    context = ZSTD_createDCtx()
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, ZstdDecoder.windowLimit)
  }

  deinit { ZSTD_freeDCtx(context) }

  func feed(_ input: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], limit: Int) throws(HTTPFailure.Reason) {
    guard context != nil else { throw .badEncoding("zstd", "zstd: out of memory") }
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var step = min(max(4096, output.capacity - output.count), DecodingPauses.interval)
    var pauses = DecodingPauses()
    while true {
      let room = min(step, limit - output.count + 1)
      var written = 0
      output.appending(room) { buffer in
        var target = ZSTD_outBuffer(dst: buffer, size: room, pos: 0)
        hint = ZSTD_decompressStream(context, &target, &source)
        written = target.pos
        return written
      }
      if ZSTD_isError(hint) != 0 { throw .badEncoding("zstd", "zstd: \(String(cString: ZSTD_getErrorName(hint)))") }
      if output.count > limit { throw .bodyTooLarge(limit: limit) }
      try pauses.note(output.count)
      if source.pos == source.size, written < room { return }
      step = min(step * 2, DecodingPauses.interval)
    }
  }

  func finish() throws(HTTPFailure.Reason) {
    if hint != 0 { throw .badEncoding("zstd", "zstd: the stream has no end") }
  }
}
