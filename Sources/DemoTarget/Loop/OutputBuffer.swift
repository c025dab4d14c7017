/// The bytes that one turn has to send to one connection; its memory is used over and over.
final class OutputBuffer {
  private var memory: UnsafeMutableRawBufferPointer
  private(set) var count = 0

  private static let usualCapacity = 64 << 10

  init() { memory = .allocate(byteCount: OutputBuffer.usualCapacity, alignment: 16) }

  deinit { memory.deallocate() }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

  @inline(__always)
  func append(_ source: UnsafeRawBufferPointer) {
    if memory.count - count < source.count { grow(by: source.count) }
    if source.count > 0 {
      UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: source)
      count += source.count
    }
  }

  func append(_ source: [UInt8]) { source.withUnsafeBytes { append($0) } }

  func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Forgets the bytes, and the memory too if an unusually large answer made it grow.
  func clear() {
    count = 0
    if memory.count > OutputBuffer.usualCapacity {
      memory.deallocate()
      memory = .allocate(byteCount: OutputBuffer.usualCapacity, alignment: 16)
    }
  }

  private func grow(by extra: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(2 * memory.count, count + extra), alignment: 16)
    larger.copyMemory(from: bytes)
    memory.deallocate()
    memory = larger
  }
}
