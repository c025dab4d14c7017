import Glibc

/// Displays, f-strings, lambda and the walrus.

/// `[…]`, `(…)` or `{…}` of elements, starred ones spread.
final class SequenceNode: Node {
  enum Form {
    case list, tuple, set
  }

  let form: Form
  private let elements: Operands
  /// Which elements are starred; empty when none is.
  private let stars: [Bool]

  init(_ span: Span, _ form: Form, _ elements: [(node: Node, isStarred: Bool)]) {
    self.form = form
    self.elements = Operands(elements.map(\.node))
    stars = elements.contains(where: \.isStarred) ? elements.map(\.isStarred) : []
    super.init(span)
  }

  /// How many items a tuple without stars has, up to eight; nil for other displays.
  var plainTupleCount: Int? { form == .tuple && stars.isEmpty && elements.count <= 8 ? elements.count : nil }

  /// The value of an element.
  @inline(__always)
  func element(_ index: Int, _ frame: Frame) throws(Raised) -> Value {
    try elements.evaluate(index, frame)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    if form == .tuple && stars.isEmpty && elements.count <= 8 {
      return try Call.withValues(elements.count) { (values) throws(Raised) -> Value in
        for index in 0..<elements.count { values[index] = try element(index, frame) }
        return Tuple.make(values, elements.count)
      }
    }
    let list = List.make(capacity: elements.count)
    for index in 0..<elements.count {
      let value = try element(index, frame)
      if !stars.isEmpty && stars[index] {
        do throws(Raised) {
          let isIterable = try Iteration.isIterable(value)
          guard form == .set || isIterable else {
            throw raise(.typeError, "Value after * must be an iterable, not \(Types.name(value))")
          }
          try Iteration.append(value, to: list)
        } catch { throw Interpreter.locate(error, span) }
      } else {
        List.append(list, value)
      }
    }
    switch form {
    case .list: return list
    case .tuple:
      let items = List.items(list)
      return items.baseAddress.map { Tuple.make($0, items.count) } ?? Tuple.make([])
    case .set:
      let set = PySet.make()
      do throws(Raised) {
        for index in 0..<List.count(list) { try PySet.insert(set, List.item(list, index)) }
      } catch { throw Interpreter.locate(error, span) }
      return set
    }
  }
}

/// `{key: value, **mapping}`
final class DictNode: Node {
  let entries: [(key: Node?, value: Node)]
  /// Keys and values in turn; nil where some mapping is spread.
  private let plain: Operands?

  init(_ span: Span, _ entries: [(key: Node?, value: Node)]) {
    self.entries = entries
    let nodes = entries.flatMap { entry in entry.key.map { [$0, entry.value] } ?? [] }
    plain = nodes.count == entries.count * 2 ? Operands(nodes) : nil
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let dict = Dict.make()
    if let plain {
      for index in stride(from: 0, to: plain.count, by: 2) {
        let key = try plain.evaluate(index, frame)
        let value = try plain.evaluate(index + 1, frame)
        do throws(Raised) { try Dict.set(dict, key, value) } catch { throw Interpreter.locate(error, span) }
      }
      return dict
    }
    for (keyNode, valueNode) in entries {
      if let keyNode {
        let key = try keyNode.evaluate(frame)
        let value = try valueNode.evaluate(frame)
        do throws(Raised) { try Dict.set(dict, key, value) } catch { throw Interpreter.locate(error, span) }
      } else {
        let mapping = try valueNode.evaluate(frame)
        do throws(Raised) { try DictNode.update(dict, mapping) } catch { throw Interpreter.locate(error, span) }
      }
    }
    return dict
  }

  /// Takes over what `**mapping` gives.
  static func update(_ dict: Value, _ mapping: Value) throws(Raised) {
    if try DictType.updateByKeys(dict, mapping) { return }
    throw raise(.typeError, "'\(Types.name(mapping))' object is not a mapping")
  }
}

/// A part of an f-string.
final class FormattedPart {
  /// The text of a literal part; unbound for a value.
  let literal: Value
  /// What gives the value; of no use for a literal part.
  let node: Operand
  /// `r`, `s`, `a`, or nil.
  let conversion: Character?
  let spec: Node?
  /// Whether there is neither conversion nor specification.
  let isPlain: Bool

  /// A literal part.
  init(_ span: Span, literal: Value) {
    self.literal = literal
    node = Operand(ConstantNode(span, literal))
    conversion = nil
    spec = nil
    isPlain = true
  }

  /// A value, its conversion and specification.
  init(_ node: Node, conversion: Character?, spec: Node?) {
    literal = .unbound
    self.node = Operand(node)
    self.conversion = conversion
    self.spec = spec
    isPlain = conversion == nil && spec == nil
  }
}

/// An f-string.
final class FormattedNode: Node {
  private let parts: Children<FormattedPart>

  init(_ span: Span, _ parts: [FormattedPart]) {
    self.parts = Children(parts)
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    try Call.withValues(parts.count) { (texts) throws(Raised) -> Value in
      var count = 0
      var length = 0
      for index in 0..<parts.count {
        texts[index] = try parts.with(index) { (part) throws(Raised) -> Value in try text(part, frame) }
        count += Str.bytes(texts[index]).count
        length += Str.length(texts[index])
      }
      let (value, data) = Str.uninitialized(count: count, length: length)
      var end = data
      for index in 0..<parts.count {
        let bytes = Str.bytes(texts[index])
        if let base = bytes.baseAddress { memcpy(end, base, bytes.count) }
        end += bytes.count
      }
      return value
    }
  }

  /// The text of a part.
  @inline(__always)
  private func text(_ part: FormattedPart, _ frame: Frame) throws(Raised) -> Value {
    if !part.literal.isUnbound { return part.literal }
    let value = try part.node.evaluate(frame)
    if part.isPlain {
      if value.object(isExactly: Types.str) { return value }
      if value.isSmallInt { return Text.integer(value.smallInt) }
    }
    let specText = try part.spec?.evaluate(frame)
    do throws(Raised) { return try FormattedNode.format(value, part.conversion, specText) } catch {
      throw Interpreter.locate(error, span)
    }
  }

  private static func format(_ value: Value, _ conversion: Character?, _ spec: Value?) throws(Raised) -> Value {
    var value = value
    switch conversion {
    case "r": value = try Text.repr(value)
    case "s": value = try Text.str(value)
    case "a": value = try Text.ascii(value)
    default: break
    }
    if spec == nil, value.object(isExactly: Types.str) { return value }
    return try Text.format(value, spec ?? Str.empty)
  }
}

extension Value {
  /// Whether this is a heap object of exactly this class.
  @inline(__always)
  func object(isExactly cls: Unmanaged<Class>) -> Bool {
    isObject && object.pointee.cls.toOpaque() == cls.toOpaque()
  }
}

/// `target := value`
final class NamedNode: Node {
  let target: Target
  let value: Node

  init(_ span: Span, _ target: Target, _ value: Node) {
    self.target = target
    self.value = value
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let result = try value.evaluate(frame)
    try target.store(result, frame)
    return result
  }
}

/// A function, lambda or generator expression being made: its defaults evaluated, its captured cells taken.
final class FunctionNode: Node {
  let code: Code
  let defaults: [Node]
  let keywordDefaults: [(name: Symbol, node: Node)]
  let annotations: [(name: Symbol, node: Node)]

  init(
    _ span: Span, _ code: Code, defaults: [Node], keywordDefaults: [(name: Symbol, node: Node)],
    annotations: [(name: Symbol, node: Node)] = []
  ) {
    self.code = code
    self.defaults = defaults
    self.keywordDefaults = keywordDefaults
    self.annotations = annotations
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    var defaultTuple = Value.unbound
    if !defaults.isEmpty {
      let list = List.make(capacity: defaults.count)
      for node in defaults { List.append(list, try node.evaluate(frame)) }
      defaultTuple = List.items(list).baseAddress.map { Tuple.make($0, defaults.count) } ?? .unbound
    }
    var keywordDict = Value.unbound
    if !keywordDefaults.isEmpty {
      keywordDict = Dict.make()
      for (name, node) in keywordDefaults { try Dict.set(keywordDict, name.value, try node.evaluate(frame)) }
    }
    guard !annotations.isEmpty else {
      return Function.make(code, frame, defaults: defaultTuple, keywordDefaults: keywordDict)
    }
    let dict = Dict.make()
    for (name, node) in annotations { Dict.set(dict, name, try node.evaluate(frame)) }
    let function = Function.make(code, frame, defaults: defaultTuple, keywordDefaults: keywordDict)
    function.object.as(FunctionLayout.self).pointee.annotations = dict
    return function
  }
}

/// A comprehension or generator expression: a function of one argument, the first iterable's iterator, called at once.
final class ComprehensionNode: Node {
  let function: FunctionNode
  let iterable: Node
  /// Where a generator expression's frame has room for a `Reduction`; 0 for others.
  let sink: Int

  init(_ span: Span, _ function: FunctionNode, _ iterable: Node, sink: Int) {
    self.function = function
    self.iterable = iterable
    self.sink = sink
    super.init(span)
  }

  /// The function whose cells the comprehension's frame refers to: where it captures nothing none need be made for it.
  @inline(__always)
  func callee(_ frame: Frame) throws(Raised) -> Value {
    function.code.freeCount == 0 ? frame[FrameSlot.function] : try function.evaluate(frame)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let source = try iterable.evaluate(frame)
    do throws(Raised) {
      let iterator = try walked(source)
      let callee = try callee(frame)
      return try Call.withValues(1) { (values) throws(Raised) -> Value in
        values[0] = iterator
        return try Unmanaged.passUnretained(function.code).borrow { (code) throws(Raised) in
          try Function.invoke(code, callee, values, 1)
        }
      }
    } catch { throw Interpreter.locate(error, span) }
  }
}

extension ComprehensionNode {
  /// What the loop of a comprehension walks over: the iterator, but what needs none as it is.
  @inline(__always)
  func walked(_ source: Value) throws(Raised) -> Value {
    Walk(source) != nil ? source : try Iteration.iterator(source)
  }
}

/// What a comprehension does for each element: adds it to the result in a slot.
final class CollectStatement: Statement {
  enum Form {
    case list, set
    case dict(key: Node)
  }

  let form: Form
  let slot: Int
  let element: Operand

  init(_ span: Span, _ form: Form, slot: Int, _ element: Node) {
    self.form = form
    self.slot = slot
    self.element = Operand(element)
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    switch form {
    case .list: List.append(frame[slot], try element.evaluate(frame))
    case .set:
      let value = try element.evaluate(frame)
      do throws(Raised) { try PySet.insert(frame[slot], value) } catch { throw Interpreter.locate(error, span) }
    case .dict(let keyNode):
      let key = try keyNode.evaluate(frame)
      let value = try element.evaluate(frame)
      do throws(Raised) { try Dict.set(frame[slot], key, value) } catch { throw Interpreter.locate(error, span) }
    }
    return .normal
  }
}
