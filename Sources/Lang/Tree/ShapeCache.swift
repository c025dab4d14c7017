/// What one place in the code remembers of instances of one shape: an inline cache.
///
/// A shape implies its class; the epoch tells that no class has changed since. A place that sees many shapes finds the
/// others in a table that all such places share, as CPython's and V8's do.
struct ShapeCache<Known> {
  private var shape: UInt32 = 0
  private var epoch: UInt32 = 0
  /// What is known, for values for which `holds` is true.
  private(set) var known: Known

  /// A cache that speaks of no value yet.
  init(empty: Known) { known = empty }

  /// Whether the cache speaks of this value, an instance.
  @inline(__always)
  func holds(_ value: Value) -> Bool {
    value.isObject && value.object.pointee.shape == shape && shape != 0 && epoch == Class.epoch
      && value.object.pointee.kind == .instance
  }

  /// Whether it does once the table of all places was asked.
  @inline(__always)
  mutating func recalls(_ value: Value, _ name: Symbol, _ table: ShapeTable<Known>) -> Bool {
    guard value.isKind(.instance), let found = table.known(value.object.pointee.shape, name) else { return false }
    (shape, epoch, known) = (value.object.pointee.shape, Class.epoch, found)
    return true
  }

  /// Remembers what is known of instances of a shape, here and for all places.
  mutating func remember(_ known: Known, _ shape: UInt32, _ name: Symbol, _ table: ShapeTable<Known>) {
    (self.shape, epoch, self.known) = (shape, Class.epoch, known)
    table.remember(known, shape, name)
  }
}

/// What all places of a kind know together, by shape and name; later entries push out earlier ones.
struct ShapeTable<Known> {
  private struct Entry {
    var shape: UInt32 = 0
    var epoch: UInt32 = 0
    var name: Int32 = -1
    var known: Known
  }

  private let entries: UnsafeMutablePointer<Entry>
  private let mask: Int

  /// An empty table, which lives as long as the process; `size` is a power of two.
  init(size: Int, empty: Known) {
    entries = .allocate(capacity: size)
    entries.initialize(repeating: Entry(known: empty), count: size)
    mask = size - 1
  }

  @inline(__always)
  private func place(_ shape: UInt32, _ name: Symbol) -> UnsafeMutablePointer<Entry> {
    entries + (Int(shape &* 0x9E37 ^ UInt32(bitPattern: name.id)) & mask)
  }

  /// What is known of a name in instances of a shape; nil for nothing.
  @inline(__always)
  func known(_ shape: UInt32, _ name: Symbol) -> Known? {
    let entry = place(shape, name)
    guard entry.pointee.shape == shape, entry.pointee.name == name.id, entry.pointee.epoch == Class.epoch else {
      return nil
    }
    return entry.pointee.known
  }

  /// Remembers what is known of a name in instances of a shape.
  func remember(_ known: Known, _ shape: UInt32, _ name: Symbol) {
    place(shape, name).pointee = Entry(shape: shape, epoch: Class.epoch, name: name.id, known: known)
  }
}
