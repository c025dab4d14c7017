import Glibc

/// Reading of header lines: names, values and lists in them.
enum HeaderLines {
  /// Whether bytes are `name` (which is in lower case) but for the case of letters.
  @inline(__always)
  static func equal(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ name: StaticString) -> Bool {
    equal(bytes, count, UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// Whether bytes are `name` (which is in lower case) but for the case of letters.
  static func equal(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == name.count, let name = name.baseAddress else { return false }
    var index = 0
    while index + 8 <= count {
      if !equalEight(bytes + index, name + index) { return false }
      index += 8
    }
    if index < count, count >= 8 { return equalEight(bytes + count - 8, name + count - 8) }
    while index < count {
      if Bytes.lower(bytes[index]) != name[index] { return false }
      index += 1
    }
    return true
  }

  /// Whether eight bytes are those of `name`, whose letters are in lower case, but for the case of letters.
  @inline(__always)
  private static func equalEight(_ bytes: UnsafePointer<UInt8>, _ name: UnsafePointer<UInt8>) -> Bool {
    let wanted = UnsafeRawPointer(name).loadUnaligned(as: UInt64.self)
    let difference = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self) ^ wanted
    // Only the bit of the case may differ, and only in letters: of a header name's characters just they have 0x40.
    let letters = wanted & 0x4040_4040_4040_4040
    return difference & ~(letters >> 1) == 0
  }

  /// A range without the blanks at its ends.
  @inline(__always)
  static func trim(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Range<Int> {
    var start = start
    var end = end
    while start < end, base[start] == 0x20 || base[start] == 0x09 { start += 1 }
    while end > start, base[end - 1] == 0x20 || base[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  /// The elements of a comma-separated list.
  struct Tokens: Sequence, IteratorProtocol {
    let base: UnsafePointer<UInt8>
    var rest: Range<Int>
    var isDone = false

    mutating func next() -> Range<Int>? {
      if isDone { return nil }
      var comma = rest.lowerBound
      while comma < rest.upperBound, base[comma] != 0x2C { comma += 1 }
      let token = trim(base, rest.lowerBound, comma)
      if comma < rest.upperBound {
        rest = (comma + 1)..<rest.upperBound
      } else {
        isDone = true
      }
      return token
    }
  }

  /// The elements of a comma-separated list.
  static func tokens(_ base: UnsafePointer<UInt8>, _ value: Range<Int>) -> Tokens { Tokens(base: base, rest: value) }

  /// Calls `body` with each header line's name and value in a head; a value that goes on in further lines (obsolete,
  /// but allowed for) comes as one range. `body` ends the walk by returning false.
  static func forEach(_ head: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Range<Int>) -> Bool) {
    guard let base = head.baseAddress, let first = memchr(base, 0x0A, head.count) else { return }
    func offset(_ pointer: UnsafeMutableRawPointer) -> Int {
      UnsafePointer(pointer.assumingMemoryBound(to: UInt8.self)) - base
    }
    var start = offset(first) + 1
    while start < head.count {
      var end = start
      repeat {
        guard let found = memchr(base + end, 0x0A, head.count - end) else { return }
        end = offset(found) + 1
      } while end < head.count && (base[end] == 0x20 || base[end] == 0x09) && end - start > 2
      var stop = end
      while stop > start, base[stop - 1] == 0x0A || base[stop - 1] == 0x0D { stop -= 1 }
      if stop == start { return }
      if let found = memchr(base + start, 0x3A, stop - start) {
        let colon = offset(found)
        if !body(trim(base, start, colon), trim(base, colon + 1, stop)) { return }
      }
      start = end
    }
  }

  /// Bytes as text, taken as Latin-1.
  static func latin1(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if bytes.allSatisfy({ $0 < 128 }) { return String(decoding: bytes, as: UTF8.self) }
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(byte)) }
    return String(text)
  }

  /// A copy of header lines without those of some names, which are in lower case.
  static func removing(_ names: [StaticString], from lines: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(lines.count)
    lines.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var start = 0
      while start < buffer.count {
        let found = memchr(base + start, 0x0A, buffer.count - start)
        let end = found.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - base + 1 } ?? buffer.count
        var colon = start
        while colon < end, base[colon] != 0x3A { colon += 1 }
        let name = trim(base, start, colon)
        if !names.contains(where: { equal(base + name.lowerBound, name.count, $0) }) {
          kept.append(contentsOf: buffer[start..<end])
        }
        start = end
      }
    }
    return kept
  }
}
