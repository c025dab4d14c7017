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
  /// Whether the attributes lie in a dict, in the one slot after the hidden ones: an instance whose `__dict__` was
  /// asked for.
  let isDict: Bool
  private let parent: Shape?
  /// The number of the shape without the last attribute; 0 for a root.
  var parentID: UInt32 { parent?.id ?? 0 }
  private var transitions: [Symbol: Shape] = [:]
  private var slots: [Symbol: Int]?
  /// Whether a class has this as its root.
  var hasOwner = false

  /// Every shape by its number.
  private nonisolated(unsafe) static var all: UnsafeMutablePointer<Unmanaged<Shape>> = .allocate(capacity: 1)
  private nonisolated(unsafe) static var allCount = 1
  private nonisolated(unsafe) static var allCapacity = 1

  /// A root shape whose first slots have these names.
  init(hidden: [Symbol], isDict: Bool = false) {
    count = hidden.count + (isDict ? 1 : 0)
    hiddenCount = hidden.count
    self.isDict = isDict
    lastName = nil
    parent = nil
    id = UInt32(Shape.allCount)
    hiddenNames = hidden
    slots = Dictionary(uniqueKeysWithValues: hidden.enumerated().map { ($1, $0) })
    Shape.register(self)
  }

  /// The names of a root's first slots.
  private(set) var hiddenNames: [Symbol] = []

  /// The shape of this shape's instances once their attributes lie in a dict.
  var dictForm: Shape {
    if let ownDictForm { return ownDictForm }
    var base = self
    while let parent = base.parent { base = parent }
    let form = base === self ? Shape(hidden: hiddenNames, isDict: true) : base.dictForm
    ownDictForm = form
    return form
  }
  private var ownDictForm: Shape?

  /// The roots of classes that are gone, whose last instances may not be swept yet.
  private nonisolated(unsafe) static var retired: [Shape] = []
  /// What stands for shapes that are gone.
  private nonisolated(unsafe) static let none = Shape(hidden: [])

  /// Notes that the class of a root shape is gone.
  static func retire(_ root: Shape) { retired.append(root) }

  /// Frees the shapes of classes that are gone. To be called when everything is swept, so that no object has them.
  static func freeRetired() {
    guard !retired.isEmpty else { return }
    _ = none
    while let shape = retired.popLast() {
      retired += shape.transitions.values
      if shape.parent == nil, let form = shape.ownDictForm { retired.append(form) }
      shape.transitions = [:]
      shape.ownDictForm = nil
      all[Int(shape.id)].release()
      all[Int(shape.id)] = .passUnretained(none)
    }
  }

  private init(after parent: Shape, _ name: Symbol) {
    count = parent.count + 1
    hiddenCount = parent.hiddenCount
    lastName = name
    isDict = false
    self.parent = parent
    id = UInt32(Shape.allCount)
    Shape.register(self)
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
  ///
  /// Only each eighth shape of a line has a table: an object that gets fifty attributes passes through fifty shapes.
  func slot(_ name: Symbol) -> Int? {
    if slots != nil { return slots.unsafelyUnwrapped[name] }
    var shape = Unmanaged.passUnretained(self)
    for _ in 0..<8 {
      let (isKnown, slot, parent) = shape.read { (shape) -> (Bool, Int?, Unmanaged<Shape>?) in
        if shape.slots != nil { return (true, shape.slots.unsafelyUnwrapped[name], nil) }
        if shape.lastName == name { return (true, shape.count - 1, nil) }
        return (false, nil, shape.parent.map { .passUnretained($0) })
      }
      guard !isKnown, let parent else { return slot }
      shape = parent
    }
    let table = makeSlots()
    slots = table
    return table[name]
  }

  /// Whether an attribute lies in one of the first slots, which only descriptors lead to.
  func hides(_ name: Symbol) -> Bool {
    guard hiddenCount > 0, let slot = slot(name) else { return false }
    return slot < hiddenCount
  }

  private func makeSlots() -> [Symbol: Int] {
    var later: [Shape] = []
    var shape = self
    while shape.slots == nil, let parent = shape.parent {
      later.append(shape)
      shape = parent
    }
    var result = shape.slots ?? [:]
    for shape in later.reversed() { if let name = shape.lastName { result[name] = shape.count - 1 } }
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
