/// The constants of one text that was compiled: alive for as long as code of it is, so that a version of a spec that
/// nobody runs any more takes no memory.
final class ConstantPool {
  /// The pool of the text that is being lowered.
  nonisolated(unsafe) private(set) static var current: ConstantPool?
  /// All pools, for the collector.
  nonisolated(unsafe) private static var all: [ObjectIdentifier: Unmanaged<ConstantPool>] = [:]

  private var values: [Value] = []

  private init() { ConstantPool.all[ObjectIdentifier(self)] = .passUnretained(self) }

  deinit { ConstantPool.all[ObjectIdentifier(self)] = nil }

  /// Lowers a text, with a pool of its own for what `keep` is given.
  static func collecting<Result>(_ body: () -> Result) -> Result {
    let outer = current
    current = ConstantPool()
    defer { current = outer }
    return body()
  }

  /// Keeps a constant for as long as the code that is being lowered lives.
  @discardableResult
  static func keep(_ value: Value) -> Value {
    guard let current else { return Heap.pin(value) }
    if value.isObject { current.values.append(value) }
    return value
  }

  /// Marks all constants alive.
  static func markAll() {
    for pool in all.values { pool.takeUnretainedValue().values.forEach(Heap.mark) }
  }
}
