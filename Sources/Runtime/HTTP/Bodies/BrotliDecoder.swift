import CBrotli

/// Undoes brotli (RFC 7932) with its reference library.
final class BrotliDecoder: BodyDecoder {
  private let state: OpaquePointer?
  private var isDone = false

  init() { state = BrotliDecoderCreateInstance(nil, nil, nil) }

  deinit { BrotliDecoderDestroyInstance(state) }

  func feed(_ input: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], limit: Int) throws(HTTPFailure.Reason) {
    if isDone { return }
    guard state != nil else { throw .badEncoding("br", "brotli: out of memory") }
    var left = input.count
    var next = input.baseAddress
    var step = min(max(4096, output.capacity - output.count), DecodingPauses.interval)
    var pauses = DecodingPauses()
    while true {
      let room = min(step, limit - output.count + 1)
      var result = BROTLI_DECODER_RESULT_ERROR
      output.appending(room) { buffer in
        var available = room
        var at: UnsafeMutablePointer<UInt8>? = buffer
        result = BrotliDecoderDecompressStream(state, &left, &next, &available, &at, nil)
        return room - available
      }
      if output.count > limit { throw .bodyTooLarge(limit: limit) }
      try pauses.note(output.count)
      switch result {
      case BROTLI_DECODER_RESULT_SUCCESS:
        isDone = true
        return
      case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return
      case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: step = min(step * 2, DecodingPauses.interval)
      default: throw .badEncoding("br", "brotli: decoder failed")
      }
    }
  }

  func finish() throws(HTTPFailure.Reason) {
    if !isDone { throw .badEncoding("br", "brotli: decoder failed") }
  }
}
