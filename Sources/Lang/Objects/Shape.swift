/// Which attributes an instance has, in which slots: instances that got the same attributes in the same order share
/// one, and an inline cache at an attribute access compares one number.
///
/// Shapes form a tree below each class's root (as "maps" in Self: Chambers, Ungar and Lee, 1989), so a shape implies
/// the class.
final class Shape {
  /// The number that headers carry; never used twice.
  let id: UInt32
  /// How many slots an instance of this shape uses.
  let count: Int
  /// How many of the first slots belong to the built-in base and don't show in `__dict__`.
  let hiddenCount: Int
  /// The attribute in the last slot.
  let lastName: Symbol?
  private let parent: Shape?
  private var transitions: [Symbol: Shape] = [:]
  private var slots: [Symbol: Int]?
  /// Whether a class has this as its root.
  var hasOwner = false

  /// Every shape by its number.
  private nonisolated(unsafe) static var all: UnsafeMutablePointer<Unmanaged<Shape>> = .allocate(capacity: 1)
  private nonisolated(unsafe) static var allCount = 1
  private nonisolated(unsafe) static var allCapacity = 1

  /// A root shape whose first slots have these names.
  init(hidden: [KnownName]) {
    count = hidden.count
    hiddenCount = hidden.count
    lastName = nil
    parent = nil
    id = UInt32(Shape.allCount)
    slots = Dictionary(uniqueKeysWithValues: hidden.enumerated().map { (Symbol($1), $0) })
    Shape.register(self)
  }

  private init(after parent: Shape, _ name: Symbol) {
    count = parent.count + 1
    hiddenCount = parent.hiddenCount
    lastName = name
    self.parent = parent
    id = UInt32(Shape.allCount)
    Shape.register(self)
  }

  /// A root with the same hidden slots.
  func root() -> Shape {
    var names: [KnownName] = Array(repeating: .args, count: hiddenCount)
    for known in KnownName.allCases {
      if let slot = slot(Symbol(known)), slot < hiddenCount { names[slot] = known }
    }
    return Shape(hidden: names)
  }

  private static func register(_ shape: Shape) {
    if allCount == allCapacity {
      allCapacity = max(1024, allCapacity * 2)
      let grown = UnsafeMutablePointer<Unmanaged<Shape>>.allocate(capacity: allCapacity)
      if allCount > 1 { (grown + 1).moveInitialize(from: all + 1, count: allCount - 1) }
      all.deallocate()
      all = grown
    }
    (all + allCount).initialize(to: Unmanaged.passRetained(shape))
    allCount += 1
  }

  /// The shape of an instance.
  @inline(__always)
  static func of(_ object: Object) -> Shape { all[Int(object.pointee.shape)].takeUnretainedValue() }

  /// How many slots an instance uses.
  @inline(__always)
  static func count(of object: Object) -> Int { all[Int(object.pointee.shape)].read { $0.count } }

  /// The slot of an attribute.
  func slot(_ name: Symbol) -> Int? {
    if slots == nil { slots = makeSlots() }
    return slots?[name]
  }

  private func makeSlots() -> [Symbol: Int] {
    var result: [Symbol: Int] = [:]
    var shape: Shape? = self
    while let current = shape {
      if let name = current.lastName {
        result[name] = current.count - 1
      } else if let roots = current.slots {
        result.merge(roots) { mine, _ in mine }
      }
      shape = current.parent
    }
    return result
  }

  /// The visible attributes' names in order.
  var names: [Symbol] {
    var result: [Symbol] = []
    var shape: Shape? = self
    while let current = shape, let name = current.lastName {
      result.append(name)
      shape = current.parent
    }
    return result.reversed()
  }

  /// The shape of an instance after it got one more attribute.
  func adding(_ name: Symbol) -> Shape {
    if let next = transitions[name] { return next }
    let next = Shape(after: self, name)
    transitions[name] = next
    return next
  }

  /// The shape of an instance without an attribute; the slots after it move down by one.
  func removing(_ name: Symbol) -> Shape {
    var base: Shape = self
    while let parent = base.parent { base = parent }
    return names.filter { $0 != name }.reduce(base) { $0.adding($1) }
  }
}
