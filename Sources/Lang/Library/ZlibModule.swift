import CZlib

/// Python's `zlib`; `gzip` is written in Python on top of it.
enum ZlibModule {
  nonisolated(unsafe) private static var errorClass: Class! = nil

  /// A compressor or decompressor.
  private final class Stream: Payload {
    var stream = z_stream()
    let isCompressor: Bool
    var isAtEnd = false
    /// Whether the rest was asked for behind the end: there is no state to copy then.
    var isFlushed = false
    var unused: [UInt8] = []
    var unconsumed: [UInt8] = []
    /// What a decompressor is to know beforehand; empty for nothing.
    var dictionary: [UInt8] = []

    /// What a dictionary is refused with.
    var dictionaryFault: Int32 = Z_OK

    init(isCompressor: Bool) { self.isCompressor = isCompressor }

    deinit {
      if isCompressor { deflateEnd(&stream) } else { inflateEnd(&stream) }
    }

    /// Has a decompressor know its dictionary.
    func giveDictionary() { dictionaryFault = inflateSetDictionary(&stream, dictionary, UInt32(dictionary.count)) }

    /// Feeds bytes and gives what comes out, at most `limit` bytes if that isn't 0; the status of the last call, too.
    func run(_ input: UnsafeBufferPointer<UInt8>, flush: Int32, limit: Int = 0) -> (output: [UInt8], status: Int32) {
      var output: [UInt8] = []
      var status = Z_OK
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(input.count)
      let room = limit > 0 ? min(limit, 65536) : 65536
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
        repeat {
          let wanted = limit > 0 ? min(room, limit - output.count) : room
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(wanted)
          status = isCompressor ? deflate(&stream, flush) : inflate(&stream, flush)
          if status == Z_NEED_DICT, !dictionary.isEmpty {
            giveDictionary()
            if dictionaryFault != Z_OK { break }
            status = inflate(&stream, flush)
          }
          output.append(contentsOf: buffer[..<(wanted - Int(stream.avail_out))])
          if status == Z_STREAM_END || status < 0 { break }
        } while stream.avail_out == 0 && (limit == 0 || output.count < limit)
      }
      if status == Z_BUF_ERROR { status = Z_OK }
      return (output, status)
    }

    /// The input that the last call left.
    func rest(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] { Array(input.suffix(Int(stream.avail_in))) }
  }

  private static func fault(_ status: Int32, _ stream: Stream?, _ what: String) -> Raised {
    var detail = stream?.stream.msg.map { String(cString: $0) }
    if detail == nil {
      switch status {
      case Z_BUF_ERROR: detail = "incomplete or truncated stream"
      case Z_STREAM_ERROR: detail = "inconsistent stream state"
      case Z_DATA_ERROR: detail = "invalid input data"
      default: break
      }
    }
    return raise(errorClass, "Error \(status) \(what)" + (detail.map { ": \($0)" } ?? ""))
  }

  private static func data(_ value: Value) throws(Raised) -> UnsafeBufferPointer<UInt8> {
    guard let bytes = try Text.bufferValue(value) else {
      throw raise(.typeError, "a bytes-like object is required, not '\(Types.name(value))'")
    }
    return Bytes.buffer(bytes)
  }

  /// The checksum of an argument, from the one before.
  static func checksum(
    _ a: Arguments, start: Int, _ compute: (UInt, UnsafePointer<UInt8>?, UInt32) -> UInt
  ) throws(Raised) -> Value {
    let bytes = try data(a[0])
    let before = try a.optional(1).map(Operations.index) ?? start
    let empty: [UInt8] = [0]
    let sum = empty.withUnsafeBufferPointer {
      compute(UInt(UInt32(truncatingIfNeeded: before)), bytes.baseAddress ?? $0.baseAddress, UInt32(bytes.count))
    }
    return Integer.make(Int(sum))
  }

  private static func number(_ value: Value?, _ otherwise: Int32) throws(Raised) -> Int32 {
    guard let value, !value.isNone else { return otherwise }
    return Int32(clamping: try Operations.index(value))
  }

  private static func compressor(
    level: Int32, bits: Int32, memory: Int32 = 8, strategy: Int32 = 0, isObject: Bool = false
  ) throws(Raised) -> Stream {
    let stream = Stream(isCompressor: true)
    let status = deflateInit2_(
      &stream.stream, level, Z_DEFLATED, bits, memory, strategy, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    switch status {
    case Z_OK: return stream
    case Z_STREAM_ERROR where isObject: throw raise(.valueError, "Invalid initialization option")
    case Z_STREAM_ERROR: throw raise(errorClass, "Bad compression level")
    default: throw fault(status, stream, "while compressing data")
    }
  }

  private static func decompressor(bits: Int32) throws(Raised) -> Stream {
    let stream = Stream(isCompressor: false)
    let status = inflateInit2_(&stream.stream, bits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      throw status == Z_STREAM_ERROR
        ? raise(.valueError, "Invalid initialization option")
        : fault(status, stream, "while preparing to decompress data")
    }
    return stream
  }

  static func build(_ module: Namespace) throws(Raised) {
    errorClass = Types.define(
      "error", module: "zlib", kind: .instance, bases: [ExceptionKind.exception.cls], hasAttributes: true)
    module["error"] = errorClass.value
    for (name, value) in [
      ("DEFLATED", 8), ("DEF_MEM_LEVEL", 8), ("DEF_BUF_SIZE", 16384), ("MAX_WBITS", 15), ("Z_BEST_COMPRESSION", 9),
      ("Z_BEST_SPEED", 1), ("Z_BLOCK", 5), ("Z_DEFAULT_COMPRESSION", -1), ("Z_DEFAULT_STRATEGY", 0), ("Z_FILTERED", 1),
      ("Z_FINISH", 4), ("Z_FIXED", 4), ("Z_FULL_FLUSH", 3), ("Z_HUFFMAN_ONLY", 2), ("Z_NO_COMPRESSION", 0),
      ("Z_NO_FLUSH", 0), ("Z_PARTIAL_FLUSH", 1), ("Z_RLE", 3), ("Z_SYNC_FLUSH", 2), ("Z_TREES", 6),
    ] {
      module[name] = Value(small: value)
    }
    module["ZLIB_VERSION"] = Str.make(String(cString: zlibVersion()))
    module["ZLIB_RUNTIME_VERSION"] = Str.make(String(cString: zlibVersion()))
    module.function("crc32", "data, value=0, /") { (a) throws(Raised) -> Value in
      try checksum(a, start: 0, CZlib.crc32)
    }
    module.function("adler32", "data, value=1, /") { (a) throws(Raised) -> Value in
      try checksum(a, start: 1, CZlib.adler32)
    }
    module.function("compress", "data, /, level=-1, wbits=15") { (a) throws(Raised) -> Value in
      let input = try data(a[0])
      let stream = try compressor(level: try number(a.optional(1), -1), bits: try number(a.optional(2), 15))
      return Bytes.make(stream.run(input, flush: Z_FINISH).output)
    }
    module.function("decompress", "data, /, wbits=15, bufsize=16384") { (a) throws(Raised) -> Value in
      let input = try data(a[0])
      let stream = try decompressor(bits: try number(a.optional(1), 15))
      let (output, status) = stream.run(input, flush: Z_SYNC_FLUSH)
      guard status == Z_STREAM_END else {
        throw fault(status < 0 ? status : Z_BUF_ERROR, status < 0 ? stream : nil, "while decompressing data")
      }
      return Bytes.make(output)
    }
    addStreams(module)
  }

  private static func of(_ value: Value) throws(Raised) -> Stream {
    guard let stream = Native.payload(value, as: Stream.self) else {
      throw raise(.typeError, "a 'zlib' stream is required, not '\(Types.name(value))'")
    }
    return stream
  }

  private static func addStreams(_ module: Namespace) {
    let compress = Types.define("Compress", module: "zlib")
    compress.method("compress", "self, data, /") { (a) throws(Raised) -> Value in
      let stream = try of(a[0])
      let (output, status) = stream.run(try data(a[1]), flush: Z_NO_FLUSH)
      if status == Z_STREAM_ERROR { throw fault(status, nil, "while compressing data") }
      return Bytes.make(output)
    }
    compress.method("flush", "self, mode=4, /") { (a) throws(Raised) -> Value in
      let mode = try number(a.optional(1), Z_FINISH)
      if mode == Z_NO_FLUSH { return Bytes.make([]) }
      let stream = try of(a[0])
      let (output, status) = stream.run(UnsafeBufferPointer(start: nil, count: 0), flush: mode)
      if status == Z_STREAM_ERROR || stream.isAtEnd { throw fault(Z_STREAM_ERROR, nil, "while flushing") }
      if status == Z_STREAM_END { stream.isAtEnd = true }
      return Bytes.make(output)
    }
    for name in ["copy", "__copy__", "__deepcopy__"] {
      compress.method(name, name == "__deepcopy__" ? "self, memo, /" : "self") { (a) throws(Raised) -> Value in
        let (stream, copy) = (try of(a[0]), Stream(isCompressor: true))
        guard !stream.isAtEnd, deflateCopy(&copy.stream, &stream.stream) == Z_OK else {
          throw raise(.valueError, "Inconsistent stream state")
        }
        return Native.make(Types.cls(a[0]), copy)
      }
    }
    module.function(
      "compressobj", "level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None"
    ) { (a) throws(Raised) -> Value in
      let stream = try compressor(
        level: try number(a.optional(0), -1), bits: try number(a.optional(2), 15), memory: try number(a.optional(3), 8),
        strategy: try number(a.optional(4), 0), isObject: true)
      if let dictionary = a.optional(5), !dictionary.isNone {
        let bytes = try data(dictionary)
        deflateSetDictionary(&stream.stream, bytes.baseAddress, UInt32(bytes.count))
      }
      return Native.make(compress, stream)
    }
    let decompress = Types.define("Decompress", module: "zlib")
    decompress.method("decompress", "self, data, /, max_length=0") { (a) throws(Raised) -> Value in
      let stream = try of(a[0])
      let input = try data(a[1])
      let limit = try a.optional(2).map(Operations.index) ?? 0
      if limit < 0 { throw raise(.valueError, "max_length must be non-negative") }
      if stream.isAtEnd {
        stream.unused += Array(input)
        return Bytes.make([])
      }
      let (output, status) = stream.run(input, flush: Z_SYNC_FLUSH, limit: limit)
      if stream.dictionaryFault != Z_OK {
        throw fault(stream.dictionaryFault, nil, "while setting zdict")
      }
      if status == Z_NEED_DICT { throw fault(status, nil, "while decompressing data") }
      if status < 0 { throw fault(status, stream, "while decompressing data") }
      if status == Z_STREAM_END {
        stream.isAtEnd = true
        stream.unused += stream.rest(input)
        stream.unconsumed = []
      } else {
        stream.unconsumed = stream.rest(input)
      }
      return Bytes.make(output)
    }
    decompress.method("flush", "self, length=16384, /") { (a) throws(Raised) -> Value in
      let stream = try of(a[0])
      if let length = try a.optional(1).map(Operations.index), length <= 0 {
        throw raise(.valueError, "length must be greater than zero")
      }
      if stream.isAtEnd {
        stream.isFlushed = true
        return Bytes.make([])
      }
      let rest = stream.unconsumed
      stream.unconsumed = []
      let (output, status) = rest.withUnsafeBufferPointer { stream.run($0, flush: Z_FINISH) }
      if status == Z_STREAM_END { (stream.isAtEnd, stream.isFlushed) = (true, true) }
      return Bytes.make(output)
    }
    for name in ["copy", "__copy__", "__deepcopy__"] {
      decompress.method(name, name == "__deepcopy__" ? "self, memo, /" : "self") { (a) throws(Raised) -> Value in
        let (stream, copy) = (try of(a[0]), Stream(isCompressor: false))
        guard !stream.isFlushed, inflateCopy(&copy.stream, &stream.stream) == Z_OK else {
          throw raise(.valueError, "Inconsistent stream state")
        }
        (copy.isAtEnd, copy.unused, copy.unconsumed) = (stream.isAtEnd, stream.unused, stream.unconsumed)
        copy.dictionary = stream.dictionary
        return Native.make(Types.cls(a[0]), copy)
      }
    }
    decompress.property("eof", get: { (value) throws(Raised) -> Value in Value(try of(value).isAtEnd) })
    decompress.property("unused_data", get: { (value) throws(Raised) -> Value in Bytes.make(try of(value).unused) })
    decompress.property(
      "unconsumed_tail", get: { (value) throws(Raised) -> Value in Bytes.make(try of(value).unconsumed) })
    module.function("decompressobj", "wbits=15, zdict=b''") { (a) throws(Raised) -> Value in
      let bits = try number(a.optional(0), 15)
      let stream = try decompressor(bits: bits)
      if let dictionary = a.optional(1) {
        stream.dictionary = Array(try data(dictionary))
        // Raw data doesn't ask for it.
        if bits < 0 { stream.giveDictionary() }
      }
      return Native.make(decompress, stream)
    }
  }
}
