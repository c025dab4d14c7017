import Glibc

/// Bytes of a text in the making. To append to an array asks each time whether it is shared, and to append an array
/// counts references; here there is neither, only room to be checked.
struct ByteSink {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many there are.
  private(set) var count = 0

  /// The memory of the last one that was let go, for the next.
  private nonisolated(unsafe) static var spare: (base: UnsafeMutablePointer<UInt8>, capacity: Int)?
  private static let leastCapacity = 1024
  private static let mostSpare = 65536

  /// Creates an empty one; to be freed.
  init() {
    if let spare = ByteSink.spare {
      (base, capacity) = spare
      ByteSink.spare = nil
    } else {
      capacity = ByteSink.leastCapacity
      base = .allocate(capacity: capacity)
    }
  }

  /// Lets the memory go.
  func free() {
    if ByteSink.spare == nil, capacity <= ByteSink.mostSpare {
      ByteSink.spare = (base, capacity)
    } else {
      base.deallocate()
    }
  }

  /// The bytes, until more are appended.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// Appends a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(1) }
    base[count] = byte
    count += 1
  }

  /// Appends bytes.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if count + bytes.count > capacity { grow(bytes.count) }
    memcpy(base + count, source, bytes.count)
    count += bytes.count
  }

  /// Appends a text.
  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a text.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends the decimal text of an int.
  mutating func append(integer: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
      let start = Text.digits(integer, buffer)
      append(UnsafeBufferPointer(rebasing: buffer[start...]))
    }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let grown = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: grown)
    memcpy(larger, base, count)
    base.deallocate()
    base = larger
    capacity = grown
  }
}
