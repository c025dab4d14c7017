/// A Python class: what `ObjectHeader.cls` leads to.
public final class Class {
  /// The name.
  public var name: String
  /// The name in messages; nil when it is `name`. CPython's own classes written in C have their module in front.
  var messageName: String?
  /// How messages name it.
  var shownName: String { messageName ?? name }
  /// The module's name, for `repr` and tracebacks.
  public var module: String
  /// The dotted name within the module.
  public var qualifiedName: String
  /// The bases in order.
  public let bases: [Class]
  /// The method resolution order, the class itself first (C3).
  public private(set) var mro: [Class] = [] {
    didSet { noteAncestors() }
  }
  /// The addresses of the classes in `mro`: comparing those counts no references.
  private var ancestors = UnsafeMutableBufferPointer<UnsafeMutableRawPointer>(start: nil, count: 0)
  /// The built-in class whose layout instances have.
  private var builtinBase: Unmanaged<Class>?
  /// The layout of instances.
  public let instanceKind: Kind
  /// The class as a Python value.
  public private(set) var value = Value.unbound
  /// The class's class; nil for `type` itself.
  public let metaclass: Class?
  /// The class's own attributes, in order of definition.
  public private(set) var attributes = OrderedAttributes()
  /// The shape of an instance without attributes.
  let rootShape: Shape
  /// Whether instances can be referred to weakly.
  var hasWeakReferences = true
  /// Whether instances have a `__del__` to be called when they die.
  private(set) var hasFinalizer = false
  /// How many slots instances turned out to need: new ones get room for so many.
  var slotHint = 2
  /// Whether Python code defined it, so that its attributes may be changed.
  public let isUserDefined: Bool
  /// Whether instances can get attributes.
  let hasAttributes: Bool
  /// Makes an instance of a built-in class from positional arguments, without `__new__` and `__init__`; nil when it
  /// can't. Subclasses don't inherit it. See `DirectMakers`.
  var directMaker: Unmanaged<DirectMaker>?
  private(set) var subclasses: [Unmanaged<Class>] = []
  /// Recent lookups, by the low bits of the symbol: a table that costs no hashing.
  private let cache: UnsafeMutablePointer<CachedLookup>

  private struct CachedLookup {
    var name: Int32 = -1
    var epoch: UInt32 = 0
    /// Unbound when there is no such attribute.
    var value = Value.unbound
  }

  private static let cacheSize = 64

  /// Grows whenever any class changes; what inline caches and lookup caches are valid for.
  nonisolated(unsafe) static var epoch: UInt32 = 1

  /// Creates a class and its Python value.
  ///
  /// - Parameters:
  ///   - bases: at least one, but for `object`; their order must have a C3 linearisation, which `Class.linearize`
  ///     has found.
  init(
    name: String, module: String, bases: [Class], mro: [Class], kind: Kind, metaclass: Class?,
    isUserDefined: Bool, hasAttributes: Bool, hidden: [Symbol] = []
  ) {
    self.name = name
    qualifiedName = name
    self.module = module
    self.bases = bases
    cache = .allocate(capacity: Class.cacheSize)
    cache.initialize(repeating: CachedLookup(), count: Class.cacheSize)
    self.instanceKind = kind
    self.metaclass = metaclass
    self.isUserDefined = isUserDefined
    self.hasAttributes = hasAttributes
    rootShape = Shape(hidden: hidden.isEmpty ? Class.widestLayout(bases)?.rootShape.hiddenNames ?? [] : hidden)
    rootShape.hasOwner = true
    self.mro = [self] + mro
    noteAncestors()
    for base in bases { base.subclasses.append(Unmanaged.passUnretained(self)) }
    hasWeakReferences = bases.first?.hasWeakReferences ?? true
    hasFinalizer = bases.contains(where: \.hasFinalizer)
    slotHint = max(rootShape.count, bases.map(\.slotHint).max() ?? 2)
    let meta = metaclass ?? self
    let layout = Heap.make(ClassLayout.self, .class, Unmanaged.passUnretained(meta))
    layout.pointee.cls = Unmanaged.passRetained(self)
    value = Value(Object(OpaquePointer(layout)))
    if !isUserDefined { Heap.pin(value) }
  }

  /// The base with the most hidden slots.
  static func widestLayout(_ bases: [Class]) -> Class? {
    bases.max { $0.rootShape.hiddenCount < $1.rootShape.hiddenCount }
  }

  /// Has attributes looked up in another order than the linearisation's: a metaclass's `mro` gave it.
  func reorder(_ order: [Class]) {
    mro = order
    Class.epoch &+= 1
  }

  /// Completes `type`, which had to be made before `object`.
  func adopt(_ base: Class) { mro.append(base) }

  /// Lets go of what keeps the class alive: its own place among its ancestors. Nothing may look anything up afterwards.
  func dismantle() { mro = [] }

  deinit {
    cache.deallocate()
    ancestors.deallocate()
    Shape.retire(rootShape)
    for base in bases { base.subclasses.removeAll { $0.toOpaque() == Unmanaged.passUnretained(self).toOpaque() } }
  }

  /// The class as headers refer to it.
  var reference: Unmanaged<Class> { Unmanaged.passUnretained(self) }

  /// The attribute that the class or one of its bases defines.
  public func lookup(_ name: Symbol) -> Value? {
    let slot = cache + (Int(name.id) & (Class.cacheSize - 1))
    if slot.pointee.name == name.id && slot.pointee.epoch == Class.epoch {
      let known = slot.pointee.value
      return known.isUnbound ? nil : known
    }
    let found = search(name)
    slot.pointee = CachedLookup(name: name.id, epoch: Class.epoch, value: found ?? .unbound)
    return found
  }

  @inline(never)
  private func search(_ name: Symbol) -> Value? {
    for ancestor in mro {
      if let found = ancestor.attributes[name] { return found }
    }
    return nil
  }

  /// The attribute that the class or one of its bases defines.
  func lookup(_ name: KnownName) -> Value? { lookup(Symbol(name)) }

  /// The special method that a class in Python has in place of its built-in base's own; nil where that one counts, or
  /// where there is none.
  @inline(__always)
  func override(_ name: KnownName) -> Value? { isUserDefined ? overrideInPython(name) : nil }

  @inline(never)
  private func overrideInPython(_ name: KnownName) -> Value? {
    guard let method = lookup(name) else { return nil }
    guard method.isKind(.nativeFunction), let base = builtinBase else { return method }
    return base._withUnsafeGuaranteedRef({ $0.lookup(name)?.bits }) == method.bits ? nil : method
  }

  /// Sets an attribute of the class itself.
  public func set(_ name: Symbol, _ value: Value) {
    if name == Symbol(.__del__) { hasFinalizer = true }
    // A counter kept in a class must not throw away what all caches know: they hold no plain data.
    if let old = attributes[name], Class.isPlainData(old), Class.isPlainData(value) {
      attributes[name] = value
      forget(name)
      return
    }
    attributes[name] = value
    Class.epoch &+= 1
  }

  /// Whether a value found on a class is just that, whoever reads it.
  static func isPlainData(_ value: Value) -> Bool {
    guard value.isObject else { return !value.isNone }
    switch value.object.pointee.kind {
    case .str, .bytes, .bigInt, .float, .tuple, .list, .dict, .set, .range: return true
    default: return false
    }
  }

  /// Forgets a lookup here and in all classes that derive from this one.
  private func forget(_ name: Symbol) {
    (cache + (Int(name.id) & (Class.cacheSize - 1))).pointee.name = -1
    for subclass in subclasses { subclass._withUnsafeGuaranteedRef { $0.forget(name) } }
  }

  /// Sets an attribute of the class itself.
  public func set(_ name: String, _ value: Value) { set(Symbol(name), value) }

  /// Removes an attribute of the class itself; says whether there was one.
  func remove(_ name: Symbol) -> Bool {
    Class.epoch &+= 1
    return attributes.remove(name)
  }

  /// Whether the class is `other` or derives from it.
  @inline(__always)
  public func isSubclass(of other: Class) -> Bool {
    let wanted = other.reference.toOpaque()
    for ancestor in ancestors where ancestor == wanted { return true }
    return false
  }

  private func noteAncestors() {
    ancestors.deallocate()
    ancestors = .allocate(capacity: mro.count)
    _ = ancestors.initialize(from: mro.map { $0.reference.toOpaque() })
    builtinBase = Construction.layoutBase(self).reference
  }

  /// The live subclasses.
  var directSubclasses: [Class] { subclasses.map { $0.takeUnretainedValue() } }

  /// Tells the collector what the class keeps.
  func trace() {
    Heap.mark(value)
    for value in attributes.values { Heap.mark(value) }
    for base in bases { Heap.mark(base.value) }
    for ancestor in mro where ancestor !== self { Heap.mark(ancestor.value) }
  }

  /// The C3 linearisation of a class with these bases, itself not included; nil when there is none.
  /// (Barrett et al., "A Monotonic Superclass Linearization for Dylan", 1996.)
  static func linearize(_ bases: [Class]) -> [Class]? {
    if bases.count == 1, bases[0].mro.first === bases[0] { return bases[0].mro }
    var lists = bases.map(\.mro)
    lists.append(bases)
    var result: [Class] = []
    while true {
      lists.removeAll(where: \.isEmpty)
      if lists.isEmpty { return result }
      let candidate = lists.lazy.compactMap(\.first).first { head in
        !lists.contains { $0.dropFirst().contains { $0 === head } }
      }
      guard let next = candidate else { return nil }
      result.append(next)
      for index in lists.indices where lists[index].first === next { lists[index].removeFirst() }
    }
  }
}

/// How instances of a built-in class are made at once. An object, as to call what an optional closure holds counts its
/// references.
final class DirectMaker {
  let make: (Arguments) throws(Raised) -> Value?
  init(_ make: @escaping (Arguments) throws(Raised) -> Value?) { self.make = make }
}

/// Attributes by name that remember the order in which they were first set.
public struct OrderedAttributes {
  private var index: [Symbol: Int] = [:]
  /// The names in order; a removed one leaves a gap in both arrays.
  private var storage: [(name: Symbol, value: Value)] = []

  /// Creates an empty set of attributes.
  public init() {}

  /// The attribute of a name.
  public subscript(name: Symbol) -> Value? {
    get { index[name].map { storage[$0].value } }
    set {
      guard let newValue else {
        _ = remove(name)
        return
      }
      if let position = index[name] {
        storage[position].value = newValue
      } else {
        index[name] = storage.count
        storage.append((name, newValue))
      }
    }
  }

  /// Removes an attribute; says whether there was one.
  mutating func remove(_ name: Symbol) -> Bool {
    guard let position = index.removeValue(forKey: name) else { return false }
    storage.remove(at: position)
    for (other, place) in index where place > position { index[other] = place - 1 }
    return true
  }

  /// The names in order.
  public var names: [Symbol] { storage.map(\.name) }
  /// The values in order of their names.
  public var values: [Value] { storage.map(\.value) }
  /// How many there are.
  public var count: Int { storage.count }
}
