/// The constants of one text that was compiled: alive for as long as code of it is, so that a version of a spec that
/// nobody runs any more takes no memory.
final class ConstantPool {
  /// The pool of the text that is being lowered.
  nonisolated(unsafe) private(set) static var current: ConstantPool?
  /// The newest of all pools, which are a list for the collector.
  nonisolated(unsafe) private static var newest: Unmanaged<ConstantPool>?

  private var values: [Value] = []
  private var older: Unmanaged<ConstantPool>?
  private var newer: Unmanaged<ConstantPool>?

  private init() {
    older = ConstantPool.newest
    older?._withUnsafeGuaranteedRef { $0.newer = .passUnretained(self) }
    ConstantPool.newest = .passUnretained(self)
  }

  deinit {
    older?._withUnsafeGuaranteedRef { $0.newer = newer }
    if let newer { newer._withUnsafeGuaranteedRef { $0.older = older } } else { ConstantPool.newest = older }
  }

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
    var next = newest
    while let pool = next {
      next = pool._withUnsafeGuaranteedRef { pool in
        pool.values.forEach(Heap.mark)
        return pool.older
      }
    }
  }
}
