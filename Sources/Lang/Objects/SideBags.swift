/// The attributes of instances of subclasses of `str`, `int`, `bytes` and `tuple`, whose layouts have no room for them.
enum SideBags {
  /// Set in the header of an object that has attributes here.
  static let flag: UInt16 = 0x8000

  private nonisolated(unsafe) static var bags: [UnsafeMutablePointer<ObjectHeader>: Value] = [:]

  /// The side object that holds the attributes; unbound when there is none yet, nil for values of the built-in types
  /// themselves.
  static func get(_ object: Object) -> Value? {
    if object.pointee.flags & flag != 0 { return bags[object] ?? .unbound }
    // A class with `__slots__` keeps those here, too.
    return object.pointee.cls.read { $0.hasAttributes || $0.isUserDefined } ? .unbound : nil
  }

  static func set(_ object: Object, _ bag: Value) {
    bags[object] = bag
    object.pointee.flags |= flag
  }

  /// Marks the attributes of an object alive.
  static func trace(_ object: Object) {
    if object.pointee.flags & flag != 0, let bag = bags[object] { Heap.mark(bag) }
  }

  /// Forgets an object that is freed.
  static func remove(_ object: Object) {
    if object.pointee.flags & flag != 0 { bags[object] = nil }
  }
}
