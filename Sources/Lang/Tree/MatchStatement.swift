/// The `match` statement (PEP 634).

/// `match subject: case …`
final class MatchStatement: Statement {
  /// `case pattern if guard: body`; the captured values lie in hidden slots until the whole pattern matches.
  struct Case {
    let pattern: PatternNode
    let captures: [(slot: Int, target: Target)]
    let condition: Node?
    let body: Statement
  }

  let subject: Node
  let cases: [Case]
  /// In a generator that yields in a body: the slot for the number of the case it is left in; else -1.
  let slot: Int

  init(_ span: Span, _ subject: Node, _ cases: [Case], slot: Int) {
    self.subject = subject
    self.cases = cases
    self.slot = slot
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    if slot >= 0, !frame[slot].isUnbound {
      let index = frame[slot].smallInt
      frame[slot] = .unbound
      return try runBody(index, frame)
    }
    let value = try subject.evaluate(frame)
    for index in cases.indices where try accepts(cases[index], value, frame) { return try runBody(index, frame) }
    return .normal
  }

  private func accepts(_ candidate: Case, _ value: Value, _ frame: Frame) throws(Raised) -> Bool {
    let isMatch: Bool
    do throws(Raised) { isMatch = try candidate.pattern.matches(value, frame) } catch {
      throw Interpreter.locate(error, candidate.pattern.span)
    }
    if isMatch { for (slot, target) in candidate.captures { try target.store(frame[slot], frame) } }
    for (slot, _) in candidate.captures { frame[slot] = .unbound }
    guard isMatch, let condition = candidate.condition else { return isMatch }
    return try condition.test(frame)
  }

  private func runBody(_ index: Int, _ frame: Frame) throws(Raised) -> Completion {
    let completion = try cases[index].body.run(frame)
    if completion == .yield { frame[slot] = Value(small: index) }
    return completion
  }
}

/// A pattern of a `case`.
class PatternNode {
  /// Where the pattern stands.
  let span: Span

  init(_ span: Span) { self.span = span }

  /// Whether a value matches; captured values are put into their hidden slots.
  func matches(_ value: Value, _ frame: Frame) throws(Raised) -> Bool { preconditionFailure("abstract") }
}

/// A literal or dotted name, compared with `==`.
final class ValuePattern: PatternNode {
  let value: Node

  init(_ value: Node) {
    self.value = value
    super.init(value.span)
  }

  override func matches(_ value: Value, _ frame: Frame) throws(Raised) -> Bool {
    try Operations.truth(try Comparison.compare(.equal, value, try self.value.evaluate(frame)))
  }
}

/// `None`, `True` or `False`, compared with `is`.
final class SingletonPattern: PatternNode {
  let value: Value

  init(_ span: Span, _ value: Value) {
    self.value = value
    super.init(span)
  }

  override func matches(_ value: Value, _ frame: Frame) throws(Raised) -> Bool { Value.same(value, self.value) }
}

/// `pattern as name`, a name alone, or `_`, which captures nothing.
final class CapturePattern: PatternNode {
  let pattern: PatternNode?
  let slot: Int?

  init(_ span: Span, _ pattern: PatternNode?, slot: Int?) {
    self.pattern = pattern
    self.slot = slot
    super.init(span)
  }

  override func matches(_ value: Value, _ frame: Frame) throws(Raised) -> Bool {
    if let pattern, try !pattern.matches(value, frame) { return false }
    if let slot { frame[slot] = value }
    return true
  }
}

/// `a | b`
final class OrPattern: PatternNode {
  let alternatives: [PatternNode]

  init(_ span: Span, _ alternatives: [PatternNode]) {
    self.alternatives = alternatives
    super.init(span)
  }

  override func matches(_ value: Value, _ frame: Frame) throws(Raised) -> Bool {
    for alternative in alternatives where try alternative.matches(value, frame) { return true }
    return false
  }
}

/// `[a, *rest, b]`
final class SequencePattern: PatternNode {
  let elements: [PatternNode]
  /// The index of the starred element, or nil; what it captures goes to `starSlot`.
  let star: Int?
  let starSlot: Int?

  init(_ span: Span, _ elements: [PatternNode], star: Int?, starSlot: Int?) {
    self.elements = elements
    self.star = star
    self.starSlot = starSlot
    super.init(span)
  }

  override func matches(_ value: Value, _ frame: Frame) throws(Raised) -> Bool {
    guard PatternKinds.isSequence(value) else { return false }
    let count = try Operations.length(value)
    let needed = star == nil ? elements.count : elements.count - 1
    guard star == nil ? count == needed : count >= needed else { return false }
    for index in elements.indices where index != star {
      let position = star.map { index > $0 ? count - elements.count + index : index } ?? index
      if try !elements[index].matches(try Subscript.get(value, Value(small: position)), frame) { return false }
    }
    if let star, let starSlot {
      let rest = List.make(capacity: count - needed)
      for position in star..<(star + count - needed) {
        List.append(rest, try Subscript.get(value, Value(small: position)))
      }
      frame[starSlot] = rest
    }
    return true
  }
}

/// `{key: pattern, **rest}`
final class MappingPattern: PatternNode {
  let keys: [Node]
  let patterns: [PatternNode]
  let restSlot: Int?

  init(_ span: Span, _ keys: [Node], _ patterns: [PatternNode], restSlot: Int?) {
    self.keys = keys
    self.patterns = patterns
    self.restSlot = restSlot
    super.init(span)
  }

  override func matches(_ value: Value, _ frame: Frame) throws(Raised) -> Bool {
    guard PatternKinds.isMapping(value) else { return false }
    if keys.count > 0, try Operations.length(value) < keys.count { return false }
    // All keys come before the first value is looked at, and all values before the first pattern.
    var wanted: [Value] = []
    for node in keys { wanted.append(try node.evaluate(frame)) }
    let kept = List.make(wanted)
    let used = PySet.make()
    let items = List.make(capacity: wanted.count)
    for key in wanted {
      if try !PySet.insert(used, key) {
        throw raise(.valueError, "mapping pattern checks duplicate key (\(Str.swift(try Text.repr(key))))")
      }
      guard let item = try MappingPattern.item(value, key) else { return false }
      List.append(items, item)
    }
    for index in patterns.indices where try !patterns[index].matches(List.item(items, index), frame) { return false }
    Function.keepAlive(kept)
    if let restSlot {
      let rest = Dict.make()
      try DictType.update(rest, value)
      for element in PySet.elements(used) { _ = try Dict.remove(rest, element) }
      frame[restSlot] = rest
    }
    return true
  }

  /// `mapping.get(key)`, which asks no `__missing__`; nil when there is none.
  private static func item(_ mapping: Value, _ key: Value) throws(Raised) -> Value? {
    if mapping.object(isExactly: Types.dict) { return try Dict.get(mapping, key) }
    // A value that can't be in the mapping tells that the key isn't.
    let absent = List.make()
    let found = try Call.call(try Attributes.get(mapping, "get"), key, absent)
    return Value.same(found, absent) ? nil : found
  }
}

/// `Class(pattern, name=pattern)`
final class ClassPattern: PatternNode {
  let cls: Node
  let positional: [PatternNode]
  let keywords: [(name: Symbol, pattern: PatternNode)]

  init(_ span: Span, _ cls: Node, _ positional: [PatternNode], _ keywords: [(name: Symbol, pattern: PatternNode)]) {
    self.cls = cls
    self.positional = positional
    self.keywords = keywords
    super.init(span)
  }

  override func matches(_ value: Value, _ frame: Frame) throws(Raised) -> Bool {
    let type = try cls.evaluate(frame)
    guard type.isKind(.class) else { throw raise(.typeError, "called match pattern must be a type") }
    guard try ClassMembership.isInstance(value, type) else { return false }
    var names: [Symbol] = []
    if !positional.isEmpty {
      let arguments = try Attributes.lookUp(type, Symbol("__match_args__"))
      if arguments == nil, PatternKinds.matchesItself(ClassObject.cls(type)) {
        if positional.count > 1 { throw tooMany(type, 1) }
        if try !positional[0].matches(value, frame) { return false }
      } else {
        names = try self.names(type, arguments ?? Tuple.make([]))
      }
    }
    // All attributes are there before any is looked at.
    let attributes = List.make()
    for name in names {
      guard let attribute = try Attributes.lookUp(value, name) else { return false }
      List.append(attributes, attribute)
    }
    for (name, _) in keywords {
      if names.contains(name) {
        throw raise(
          .typeError, "\(ClassObject.cls(type).name)() got multiple sub-patterns for attribute '\(name.name)'")
      }
      guard let attribute = try Attributes.lookUp(value, name) else { return false }
      List.append(attributes, attribute)
    }
    let patterns = names.isEmpty ? keywords.map(\.pattern) : positional + keywords.map(\.pattern)
    for (index, pattern) in patterns.enumerated() where try !pattern.matches(List.item(attributes, index), frame) {
      return false
    }
    return true
  }

  private func tooMany(_ type: Value, _ most: Int) -> Raised {
    raise(
      .typeError,
      "\(ClassObject.cls(type).name)() accepts \(most) positional sub-pattern\(most == 1 ? "" : "s") "
        + "(\(positional.count) given)")
  }

  /// The attributes that the positional patterns are for.
  private func names(_ type: Value, _ arguments: Value) throws(Raised) -> [Symbol] {
    guard arguments.isKind(.tuple) else {
      throw raise(
        .typeError, "\(ClassObject.cls(type).name).__match_args__ must be a tuple (got \(Types.name(arguments)))")
    }
    let items = Tuple.items(arguments)
    if items.count < positional.count { throw tooMany(type, items.count) }
    var names: [Symbol] = []
    for item in items.prefix(positional.count) {
      guard item.isKind(.str) else {
        throw raise(.typeError, "__match_args__ elements must be strings (got \(Types.name(item)))")
      }
      if names.contains(Symbol(item)) {
        throw raise(
          .typeError, "\(ClassObject.cls(type).name)() got multiple sub-patterns for attribute '\(Str.swift(item))'")
      }
      names.append(Symbol(item))
    }
    return names
  }

}

/// Which values the kinds of patterns take.
enum PatternKinds {
  static func isSequence(_ value: Value) -> Bool {
    guard value.isObject else { return false }
    switch value.object.pointee.kind {
    case .list, .tuple, .range: return true
    case .str, .bytes, .dict, .set: return false
    default: return marked(value) == "Sequence"
    }
  }

  static func isMapping(_ value: Value) -> Bool {
    value.isKind(.dict) || value.isObject && marked(value) == "Mapping"
  }

  /// Which of the two a value's class is known as: its first ancestor that is one of them, or was registered as one,
  /// says that.
  private static func marked(_ value: Value) -> String? {
    for ancestor in Types.cls(value).mro {
      switch (ancestor.module, ancestor.name) {
      case ("collections.abc", "Sequence"), ("collections", "deque"), ("builtins", "memoryview"), ("array", "array"):
        return "Sequence"
      case ("collections.abc", "Mapping"), ("builtins", "mappingproxy"), ("builtins", "dict"): return "Mapping"
      default: if let mark = registered[ObjectIdentifier(ancestor)]?.kind { return mark }
      }
    }
    return nil
  }

  /// The classes that were registered with `collections.abc.Sequence` or `Mapping`.
  private nonisolated(unsafe) static var registered: [ObjectIdentifier: (cls: Class, kind: String)] = [:]

  /// Has patterns take the instances of a class as sequences ("Sequence") or mappings ("Mapping").
  static func register(_ cls: Class, as kind: String) { registered[ObjectIdentifier(cls)] = (cls, kind) }

  /// Whether one positional pattern of a class is for the value itself.
  static func matchesItself(_ cls: Class) -> Bool {
    let types: [Unmanaged<Class>] = [
      Types.bool, Types.bytearray, Types.bytes, Types.dict, Types.float, Types.frozenset, Types.int, Types.list,
      Types.set, Types.str, Types.tuple,
    ]
    return types.contains { cls.isSubclass(of: $0.takeUnretainedValue()) }
  }
}
