/// Reads a chunked body (RFC 9112, section 7.1) as its bytes come.
final class ChunkedBody {
  private enum State {
    case size
    case data(Int)
    case dataEnd
    case trailer
  }

  /// The bytes without the chunks' sizes.
  private(set) var bytes: [UInt8] = []
  private let limit: Int
  private var state = State.size
  /// How much of the raw bytes is read.
  private var position = 0

  private static let longestLine = 1024

  init(limit: Int) { self.limit = limit }

  /// Reads on.
  ///
  /// - Parameter raw: everything from the body's first byte on, that of earlier calls included.
  /// - Returns: the number of raw bytes that the body had, nil while it isn't complete.
  func read(_ raw: UnsafeRawBufferPointer) throws(Refusal) -> Int? {
    if raw.count > 2 * limit + 65536 { throw ChunkedBody.tooLarge(limit) }
    while true {
      switch state {
      case .size:
        guard let line = try line(raw) else { return nil }
        let size = try ChunkedBody.size(raw, line)
        if size > limit - bytes.count { throw ChunkedBody.tooLarge(limit) }
        state = size == 0 ? .trailer : .data(size)
      case .data(let size):
        let count = min(size, raw.count - position)
        bytes.append(contentsOf: raw[position..<(position + count)])
        position += count
        if count < size {
          state = .data(size - count)
          return nil
        }
        state = .dataEnd
      case .dataEnd:
        guard let line = try line(raw) else { return nil }
        guard line.isEmpty else { throw .bad("a chunk is longer than its size") }
        state = .size
      case .trailer:
        guard let line = try line(raw) else { return nil }
        if line.isEmpty { return position }
      }
    }
  }

  private func line(_ raw: UnsafeRawBufferPointer) throws(Refusal) -> Range<Int>? {
    let line = RequestHead.nextLine(raw, from: position, to: raw.count)
    guard line.end > position, raw[line.end - 1] == 10 else {
      if raw.count - position > ChunkedBody.longestLine { throw .bad("a line in the chunked body is too long") }
      return nil
    }
    position = line.end
    return line.text
  }

  private static func size(_ raw: UnsafeRawBufferPointer, _ line: Range<Int>) throws(Refusal) -> Int {
    var size = 0
    var digits = 0
    for byte in raw[line] {
      guard let digit = hexadecimalDigit(byte) else {
        guard byte == UInt8(ascii: ";") || byte == 32 else { throw .bad("a chunk's size is no number") }
        break
      }
      digits += 1
      guard digits <= 12 else { throw .bad("a chunk's size is no number") }
      size = size << 4 | Int(digit)
    }
    guard digits > 0 else { throw .bad("a chunk's size is no number") }
    return size
  }

  private static func tooLarge(_ limit: Int) -> Refusal { .bodyTooLarge(limit) }
}

extension Refusal {
  static func bodyTooLarge(_ limit: Int) -> Refusal {
    Refusal(status: 413, message: "the body is longer than \(limit) bytes")
  }
}
