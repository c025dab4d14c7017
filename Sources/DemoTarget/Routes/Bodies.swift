import CZlib

/// Bodies of every size and encoding.
enum Bodies {
  static let routes: [Route] = [
    Route("/bytes/N") { request, _ throws(Refusal) in
      let count = try Request.integer(request.segments[1], 0...largest, "the number of bytes")
      return .now(.content("application/octet-stream", pattern(count)))
    },
    Route("/chunked") { request, _ throws(Refusal) in
      let count = try request.integer("chunks", 0...100_000, default: 10)
      let size = try request.integer("size", 1...largest, default: 100)
      guard count * size <= largest else { throw .bad("that is more than \(largest) bytes") }
      let chunk = pattern(size)
      return .now(
        Response(
          fields: [("Content-Type", "text/plain")], body: .chunks(Array(repeating: chunk, count: count))))
    },
    Route("/stream/N") { request, _ throws(Refusal) in
      let count = try Request.integer(request.segments[1], 0...100_000, "the number of lines")
      let lines = (0..<count).map { number in
        Array("\(JSON.object([("id", .integer(number)), ("text", .string("line \(number)"))]))\n".utf8)
      }
      return .now(Response(fields: [("Content-Type", "application/x-ndjson")], body: .chunks(lines)))
    },
    Route("/gzip") { _, _ throws(Refusal) in .now(compressed("gzip", windowBits: 15 + 16)) },
    Route("/deflate") { _, _ throws(Refusal) in .now(compressed("deflate", windowBits: 15)) },
    Route("/headers/N") { request, _ throws(Refusal) in
      let count = try Request.integer(request.segments[1], 0...10_000, "the number of headers")
      var response = Response.text("\(count) headers\n")
      for number in 1...max(1, count) where count > 0 {
        response.fields.append(("X-Header-\(number)", "value \(number)"))
      }
      return .now(response)
    },
    Route("/close") { _, _ throws(Refusal) in
      var response = Response.text("bye\n")
      response.closes = true
      return .now(response)
    },
  ]

  private static let largest = 16 << 20

  /// Letters in rows, the same every time.
  private static func pattern(_ count: Int) -> [UInt8] {
    let row = Array("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.\n".utf8)
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      for index in 0..<count { buffer.initializeElement(at: index, to: row[index & 63]) }
      filled = count
    }
  }

  private static func compressed(_ encoding: String, windowBits: Int32) -> Response {
    let text = String(repeating: "{\"encoding\": \"\(encoding)\", \"compressed\": true}\n", count: 40)
    var response = Response.content("application/x-ndjson", deflated(Array(text.utf8), windowBits: windowBits))
    response.fields += [("Content-Encoding", encoding), ("Vary", "Accept-Encoding")]
    return response
  }

  /// Compresses with zlib; its window bits choose the wrapping too.
  private static func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var input = bytes
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    return input.withUnsafeMutableBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: bound) { output, filled in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(bound)
        deflate(&stream, Z_FINISH)
        filled = bound - Int(stream.avail_out)
      }
    }
  }
}
