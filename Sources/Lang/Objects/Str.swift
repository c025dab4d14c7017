import Glibc

/// Python's `str`: making texts and reading them. The methods that Python code calls are under `Builtins`.
public enum Str {
  /// The bytes of a string.
  @inline(__always)
  public static func bytes(_ value: Value) -> UnsafeBufferPointer<UInt8> {
    let layout = value.object.as(StrLayout.self)
    return UnsafeBufferPointer(start: layout.pointee.data, count: layout.pointee.count)
  }

  /// The string as Swift text; a lone surrogate becomes U+FFFD.
  public static func swift(_ value: Value) -> String { String(decoding: bytes(value), as: UTF8.self) }

  /// How many code points a string has.
  @inline(__always)
  public static func length(_ value: Value) -> Int { value.object.as(StrLayout.self).pointee.length }

  /// Whether a string has only ASCII characters, so that a code point is a byte.
  @inline(__always)
  public static func isASCII(_ value: Value) -> Bool {
    let layout = value.object.as(StrLayout.self)
    return layout.pointee.length == layout.pointee.count
  }

  /// A string with room for `count` bytes, which the caller fills at once; `length` in code points.
  @inline(__always)
  static func uninitialized(
    count: Int, length: Int
  ) -> (value: Value, data: UnsafeMutablePointer<UInt8>) {
    let header = MemoryLayout<StrLayout>.size
    let isShort = header + count <= Heap.largestCell
    let object = Heap.allocate(isShort ? header + count : header, .str, Types.str)
    let data: UnsafeMutablePointer<UInt8>
    if isShort {
      data = (UnsafeMutableRawPointer(object) + header).assumingMemoryBound(to: UInt8.self)
    } else {
      data = allocateBytes(count)
    }
    let layout = object.as(StrLayout.self)
    layout.pointee.data = data
    layout.pointee.count = count
    layout.pointee.length = length
    layout.pointee.hash = 0
    return (Value(object), data)
  }

  @inline(never)
  private static func allocateBytes(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    Heap.charge(count)
    return allocateBuffer(count)
  }

  /// A string of UTF-8 bytes.
  public static func make(_ bytes: UnsafeBufferPointer<UInt8>) -> Value {
    let (value, data) = uninitialized(count: bytes.count, length: codePoints(bytes))
    if let source = bytes.baseAddress { memcpy(data, source, bytes.count) }
    return value
  }

  /// A string of UTF-8 bytes.
  public static func make(_ bytes: [UInt8]) -> Value { bytes.withUnsafeBufferPointer { make($0) } }

  /// A string of UTF-8 bytes.
  public static func make(_ bytes: ArraySlice<UInt8>) -> Value { bytes.withUnsafeBufferPointer { make($0) } }

  /// A string of Swift text.
  public static func make(_ text: String) -> Value {
    var text = text
    return text.withUTF8 { make($0) }
  }

  /// A string of UTF-8 bytes known to be ASCII.
  static func makeASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Value {
    let (value, data) = uninitialized(count: bytes.count, length: bytes.count)
    if let source = bytes.baseAddress { memcpy(data, source, bytes.count) }
    return value
  }

  /// A string of bytes if they are all ASCII.
  public static func ifASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    isASCII(bytes) ? makeASCII(bytes) : nil
  }

  /// Whether bytes are all ASCII.
  public static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let raw = UnsafeRawPointer(base)
    func word(_ offset: Int) -> UInt64 { raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    var index = 0
    while index + 32 <= bytes.count {
      let all = word(index) | word(index + 8) | word(index + 16) | word(index + 24)
      if all & 0x8080_8080_8080_8080 != 0 { return false }
      index += 32
    }
    while index < bytes.count {
      if bytes[index] >= 0x80 { return false }
      index += 1
    }
    return true
  }

  /// A string of one code point.
  public static func make(_ scalar: Unicode.Scalar) -> Value { make(String(Character(scalar))) }

  /// The empty string.
  public static var empty: Value { make(UnsafeBufferPointer<UInt8>(start: nil, count: 0)) }

  /// How many code points UTF-8 bytes make.
  static func codePoints(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    var count = bytes.count
    var index = 0
    while index + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // Bytes that go on with a code point have the upper bit set and the one below clear.
      if word & 0x8080_8080_8080_8080 != 0 { count -= (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount }
      index += 8
    }
    while index < bytes.count {
      if bytes[index] & 0xC0 == 0x80 { count -= 1 }
      index += 1
    }
    return count
  }

  /// Two strings, one after the other.
  @inline(__always)
  static func concatenate(_ a: Value, _ b: Value) -> Value {
    let left = a.object.as(StrLayout.self)
    let right = b.object.as(StrLayout.self)
    let (value, data) = uninitialized(
      count: left.pointee.count + right.pointee.count, length: left.pointee.length + right.pointee.length)
    memcpy(data, left.pointee.data, left.pointee.count)
    memcpy(data + left.pointee.count, right.pointee.data, right.pointee.count)
    return value
  }

  /// Whether two strings have the same text.
  @inline(__always)
  static func equal(_ a: Value, _ b: Value) -> Bool {
    if a.bits == b.bits { return true }
    let left = a.object.as(StrLayout.self)
    let right = b.object.as(StrLayout.self)
    return left.pointee.count == right.pointee.count
      && memcmp(left.pointee.data, right.pointee.data, left.pointee.count) == 0
  }

  /// Whether bytes are the same.
  static func equal(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count, let first = a.baseAddress, let second = b.baseAddress else { return a.count == b.count }
    return memcmp(first, second, a.count) == 0
  }

  /// The order of two strings by code points, which UTF-8 keeps.
  static func compare(_ a: Value, _ b: Value) -> Int {
    let left = bytes(a)
    let right = bytes(b)
    let common = min(left.count, right.count)
    if common > 0, let l = left.baseAddress, let r = right.baseAddress {
      let order = Int(memcmp(l, r, common))
      if order != 0 { return order }
    }
    return left.count - right.count
  }

  /// The hash of a string's text (FNV-1a mixed; CPython's differs in every process, so nobody can rely on it).
  @inline(__always)
  static func hash(_ value: Value) -> Int {
    let known = value.object.as(StrLayout.self).pointee.hash
    return known != 0 ? known : computeHash(value)
  }

  @inline(never)
  private static func computeHash(_ value: Value) -> Int {
    let hash = hashBytes(bytes(value))
    value.object.as(StrLayout.self).pointee.hash = hash
    return hash
  }

  /// A hash of bytes, eight at a time: 0 for none, as in CPython, and for no others.
  static func hashBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if bytes.isEmpty { return 0 }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
    var index = 0
    if let base = bytes.baseAddress {
      let raw = UnsafeRawPointer(base)
      while index + 8 <= bytes.count {
        hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        index += 8
      }
    }
    while index < bytes.count {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
      index += 1
    }
    hash ^= hash >> 32
    hash &*= 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    return hash == 0 ? 1 : Int(truncatingIfNeeded: hash)
  }

  /// The byte offset of a code point of a string, by counting; constant time for ASCII.
  static func offset(_ value: Value, codePoint: Int) -> Int {
    if isASCII(value) { return codePoint }
    let text = bytes(value)
    var seen = -1
    for index in 0..<text.count where text[index] & 0xC0 != 0x80 {
      seen += 1
      if seen == codePoint { return index }
    }
    return text.count
  }

  /// A text itself, or a plain copy of one whose class derives from `str`: what methods give that find nothing to change.
  static func exact(_ value: Value) -> Value {
    value.object(isExactly: Types.str) ? value : make(bytes(value))
  }

  /// The code points from `start` up to `stop` of a string, both within it.
  static func slice(_ value: Value, _ start: Int, _ stop: Int) -> Value {
    guard start < stop else { return empty }
    if start == 0 && stop == length(value) { return exact(value) }
    let text = bytes(value)
    if isASCII(value) { return makeASCII(UnsafeBufferPointer(rebasing: text[start..<stop])) }
    let low = offset(value, codePoint: start)
    var high = low
    var left = stop - start
    while high < text.count {
      if text[high] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      high += 1
    }
    return make(UnsafeBufferPointer(rebasing: text[low..<high]))
  }

  /// The code points of a string.
  static func scalars(_ value: Value) -> [UInt32] { decode(bytes(value)) }

  /// The code points of UTF-8 bytes, lone surrogates included.
  static func decode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count { result.append(nextScalar(text, &index)) }
    return result
  }

  /// Reads the code point at `index` and steps over it.
  @inline(__always)
  static func nextScalar(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    let first = UInt32(text[index])
    index += 1
    if first < 0x80 { return first }
    let more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var scalar = first & (more == 1 ? 0x1F : more == 2 ? 0x0F : 0x07)
    for _ in 0..<more where index < text.count {
      scalar = scalar << 6 | UInt32(text[index] & 0x3F)
      index += 1
    }
    return scalar
  }

  /// Appends a code point in UTF-8; a lone surrogate in the three bytes of "surrogatepass".
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80: bytes.append(UInt8(scalar))
    case ..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | scalar >> 18 & 7))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// A string of code points.
  static func make(_ scalars: some Sequence<UInt32>) -> Value {
    var bytes: [UInt8] = []
    for scalar in scalars { append(scalar, to: &bytes) }
    return make(bytes)
  }
}
