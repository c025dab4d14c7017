/// Calls.

/// `function(a, b, …)` with up to three positional arguments and nothing else.
final class CallNode: Node {
  let function: Node
  /// The arguments; those behind `count` are only there because calling an optional child would count references.
  let first: Operand
  let second: Operand
  let third: Operand
  let count: Int

  init(_ span: Span, _ function: Node, _ arguments: [Node]) {
    self.function = function
    first = Operand(arguments.count > 0 ? arguments[0] : function)
    second = Operand(arguments.count > 1 ? arguments[1] : function)
    third = Operand(arguments.count > 2 ? arguments[2] : function)
    count = arguments.count
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let callee = try function.evaluate(frame)
    var slots = InlineArray<3, Value>(repeating: .unbound)
    if count > 0 { slots[0] = try first.evaluate(frame) }
    if count > 1 { slots[1] = try second.evaluate(frame) }
    if count > 2 { slots[2] = try third.evaluate(frame) }
    return try withUnsafeMutablePointer(to: &slots) { (slots) throws(Raised) -> Value in
      let arguments = UnsafeMutablePointer<Value>(OpaquePointer(slots))
      do throws(Raised) { return try Calling.call(callee, arguments, count) } catch {
        throw Interpreter.locate(error, span)
      }
    }
  }
}

/// `function(a, b, c, d, …)` with positional arguments only.
final class LongCallNode: Node {
  let function: Node
  let arguments: Operands

  init(_ span: Span, _ function: Node, _ arguments: [Node]) {
    self.function = function
    self.arguments = Operands(arguments)
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let callee = try function.evaluate(frame)
    return try Call.withValues(arguments.count) { (values) throws(Raised) -> Value in
      for index in 0..<arguments.count { values[index] = try arguments.evaluate(index, frame) }
      do throws(Raised) { return try Calling.call(callee, values, arguments.count) } catch {
        throw Interpreter.locate(error, span)
      }
    }
  }
}

/// `value.name(a, …)` with positional arguments only: no bound method is made.
final class MethodCallNode: Node {
  let value: Operand
  let name: Symbol
  let arguments: Operands
  /// Where `value.name` stands, for its own errors.
  let attributeSpan: Span
  private var cache = AttributeCache()
  /// A built-in type, and its method of this name.
  private var builtinClass: UnsafeMutableRawPointer?
  private var builtinMethod = Value.unbound

  init(_ span: Span, _ value: Node, _ name: Symbol, _ attributeSpan: Span, _ arguments: [Node]) {
    self.value = Operand(value)
    self.name = name
    self.arguments = Operands(arguments)
    self.attributeSpan = attributeSpan
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let receiver = try value.evaluate(frame)
    let (function, first) = try find(receiver)
    return try Call.withValues(arguments.count + 1) { (values) throws(Raised) -> Value in
      values[0] = first
      for index in 0..<arguments.count { values[index + 1] = try arguments.evaluate(index, frame) }
      do throws(Raised) {
        return first.isUnbound
          ? try Calling.call(function, values + 1, arguments.count)
          : try Calling.call(function, values, arguments.count + 1)
      } catch { throw Interpreter.locate(error, span) }
    }
  }

  /// The function to call, and what goes in front of the arguments: nothing when it is unbound.
  @inline(__always)
  private func find(_ receiver: Value) throws(Raised) -> (Value, Value) {
    if receiver.isObject, receiver.object.pointee.cls.toOpaque() == builtinClass { return (builtinMethod, receiver) }
    if cache.holds(receiver), cache.kind == .method { return (cache.found, receiver) }
    if let found = cache.moduleVariable(receiver) { return (found, .unbound) }
    return try findSlowly(receiver)
  }

  @inline(never)
  private func findSlowly(_ receiver: Value) throws(Raised) -> (Value, Value) {
    if cache.holds(receiver) || cache.recalls(receiver, name) {
      switch cache.kind {
      case .method: return (cache.found, receiver)
      case .slot: if let found = cache.slotValue(receiver) { return (found, .unbound) }
      case .static: return (cache.found, .unbound)
      case .classMethod: return (cache.found, receiver.object.pointee.cls.read { $0.value })
      case .data, .property: break
      }
    }
    // A built-in type's own method, for values that can't have attributes of their own. Such a type never changes.
    if receiver.isObject, receiver.object.pointee.kind != .instance, receiver.object.pointee.kind != .class,
      receiver.object.pointee.kind != .module, !receiver.object(isExactly: Types.superObject),
      receiver.object.pointee.cls.read({ !$0.isUserDefined && !$0.hasAttributes }), !receiver.isKind(.function),
      let method = Types.lookup(receiver, name), method.isKind(.nativeFunction),
      method.object.pointee.cls.toOpaque() == Types.methodDescriptor.toOpaque()
    {
      builtinClass = receiver.object.pointee.cls.toOpaque()
      builtinMethod = method
      return (method, receiver)
    }
    do throws(Raised) {
      let found = try Attributes.get(receiver, name)
      cache.learn(receiver, name)
      return (found, .unbound)
    } catch { throw Interpreter.locate(error, attributeSpan) }
  }
}

/// `super().name(a, …)` with positional arguments only: neither the `super` object nor a bound method is made.
final class SuperCallNode: Node {
  let parent: SuperNode
  let name: Symbol
  let arguments: Operands
  /// Where `super().name` stands, for its own errors.
  let attributeSpan: Span
  /// The class of the last receiver, the epoch, and the function found behind it.
  private var knownClass: UnsafeMutableRawPointer?
  private var epoch: UInt32 = 0
  private var function = Value.unbound

  init(_ span: Span, _ parent: SuperNode, _ name: Symbol, _ attributeSpan: Span, _ arguments: [Node]) {
    self.parent = parent
    self.name = name
    self.arguments = Operands(arguments)
    self.attributeSpan = attributeSpan
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let (function, first) = try find(frame)
    return try Call.withValues(arguments.count + 1) { (values) throws(Raised) -> Value in
      values[0] = first
      for index in 0..<arguments.count { values[index + 1] = try arguments.evaluate(index, frame) }
      do throws(Raised) {
        return first.isUnbound
          ? try Calling.call(function, values + 1, arguments.count)
          : try Calling.call(function, values, arguments.count + 1)
      } catch { throw Interpreter.locate(error, span) }
    }
  }

  @inline(__always)
  private func find(_ frame: Frame) throws(Raised) -> (Value, Value) {
    let receiver = try parent.receiverNode.evaluate(frame)
    if receiver.isKind(.instance), receiver.object.pointee.cls.toOpaque() == knownClass, epoch == Class.epoch {
      return (function, receiver)
    }
    return try findSlowly(receiver, frame)
  }

  @inline(never)
  private func findSlowly(_ receiver: Value, _ frame: Frame) throws(Raised) -> (Value, Value) {
    do throws(Raised) {
      let cls = try parent.classNode.evaluate(frame)
      guard cls.isKind(.class) else { throw raise(.runtimeError, "super(): empty __class__ cell") }
      if receiver.isKind(.instance), let found = SuperObject.find(ClassObject.cls(cls), receiver, name),
        found.isKind(.function) || found.object(isExactly: Types.methodDescriptor)
      {
        knownClass = receiver.object.pointee.cls.toOpaque()
        epoch = Class.epoch
        function = found
        return (found, receiver)
      }
      return (try Attributes.get(try SuperObject.checked(cls, receiver), name), .unbound)
    } catch { throw Interpreter.locate(error, attributeSpan) }
  }
}

/// A call with keywords, `*iterables` or `**mappings`.
final class GeneralCallNode: Node {
  /// A positional argument or `*iterable`.
  typealias Positional = (node: Node, isStarred: Bool)
  /// `name=value`, or `**mapping` without a name.
  typealias Keyword = (name: Symbol?, node: Node)

  let function: Node
  let arguments: [Positional]
  let keywords: [Keyword]
  /// Whether nothing has to be spread.
  private let isPlain: Bool
  /// How many arguments have no name.
  private let count: Int
  /// The keyword names where there are any and nothing has to be spread.
  private let plainNames: KeywordNames?
  /// All arguments' expressions in order; from pairs they would be read with counted references.
  private let nodes: Operands

  init(_ span: Span, _ function: Node, _ arguments: [Positional], _ keywords: [Keyword]) {
    self.function = function
    self.arguments = arguments
    self.keywords = keywords
    nodes = Operands(arguments.map(\.node) + keywords.map(\.node))
    isPlain = !arguments.contains(where: \.isStarred) && !keywords.contains { $0.name == nil }
    count = arguments.count
    plainNames = isPlain && !keywords.isEmpty ? KeywordNames(keywords.compactMap(\.name)) : nil
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let callee = try function.evaluate(frame)
    if !isPlain { return try spread(callee, frame) }
    return try Call.withValues(nodes.count) { (values) throws(Raised) -> Value in
      for index in 0..<nodes.count { values[index] = try nodes.evaluate(index, frame) }
      do throws(Raised) {
        return try Call.call(callee, values, count, plainNames)
      } catch { throw Interpreter.locate(error, span) }
    }
  }

  private func spread(_ callee: Value, _ frame: Frame) throws(Raised) -> Value {
    let positional = List.make()
    // A single `*iterable` is walked by the call itself, after all keywords.
    var single = Value.unbound
    for (node, isStarred) in arguments {
      let value = try node.evaluate(frame)
      if !isStarred {
        List.append(positional, value)
      } else if arguments.count == 1 {
        single = value
      } else {
        try extend(positional, value, nil)
      }
    }
    let named = Dict.make()
    for (name, node) in keywords {
      let value = try node.evaluate(frame)
      do throws(Raised) {
        if let name {
          try add(name.value, value, to: named, callee)
        } else {
          try addAll(value, to: named, callee)
        }
      } catch { throw Interpreter.locate(error, span) }
    }
    if !single.isUnbound { try extend(positional, single, callee) }
    let pairs = Dict.pairs(named)
    guard pairs.allSatisfy({ $0.key.isKind(.str) }) else {
      throw Interpreter.locate(raise(.typeError, "keywords must be strings"), span)
    }
    let count = List.count(positional)
    return try Call.withValues(count + pairs.count) { (values) throws(Raised) -> Value in
      for index in 0..<count { values[index] = List.item(positional, index) }
      for index in pairs.indices { values[count + index] = pairs[index].value }
      let names = pairs.isEmpty ? nil : KeywordNames(pairs.map { Symbol($0.key) })
      do throws(Raised) { return try Call.call(callee, values, count, names) } catch {
        throw Interpreter.locate(error, span)
      }
    }
  }

  /// Adds what `*value` gives. A message names the callee, where it is given; its name is made for that alone, as it may
  /// take a `__repr__` that has effects or an object that isn't finished yet.
  private func extend(_ list: Value, _ value: Value, _ callee: Value?) throws(Raised) {
    do throws(Raised) {
      guard try Iteration.isIterable(value) else {
        var what = "Value"
        if let callee { what = "\(try Calling.name(callee)) argument" }
        throw raise(.typeError, "\(what) after * must be an iterable, not \(Types.name(value))")
      }
      try Iteration.append(value, to: list)
    } catch { throw Interpreter.locate(error, span) }
  }

  private func addAll(_ mapping: Value, to named: Value, _ callee: Value) throws(Raised) {
    if mapping.isKind(.dict), try DictType.isWalkedAsDict(mapping) {
      for (key, value) in Dict.pairs(mapping) { try add(key, value, to: named, callee) }
      return
    }
    guard let keys = try DictType.keys(of: mapping) else {
      throw raise(
        .typeError,
        "\(try Calling.name(callee)) argument after ** must be a mapping, not \(Types.name(mapping))")
    }
    for index in 0..<List.count(keys) {
      let key = List.item(keys, index)
      try add(key, try Subscript.get(mapping, key), to: named, callee)
    }
  }

  private func add(_ key: Value, _ value: Value, to named: Value, _ callee: Value) throws(Raised) {
    if try Dict.get(named, key) != nil {
      let name = Str.swift(try Text.str(key))
      throw raise(.typeError, "\(try Calling.name(callee)) got multiple values for keyword argument '\(name)'")
    }
    try Dict.set(named, key, value)
  }
}

/// The quick ways to call.
enum Calling {
  /// Calls a value with positional arguments.
  @inline(__always)
  static func call(
    _ callee: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Raised) -> Value {
    if callee.isKind(.function) {
      return try callee.object.as(FunctionLayout.self).pointee.code.borrow { (code) throws(Raised) -> Value in
        if code.isSimple && count == code.parameters.positional.count {
          return try Function.invoke(code, callee, arguments, count)
        }
        return try Binding.invoke(code, callee, arguments, count, nil)
      }
    }
    if callee.isKind(.nativeFunction) { return try Call.callNative(callee, arguments, count, nil) }
    return try Call.call(callee, arguments, count, nil)
  }

  /// How messages name a callee.
  static func name(_ callee: Value) throws(Raised) -> String {
    if callee.isKind(.function) {
      let code = Function.code(callee)
      return "\(code.namespace.name).\(code.qualifiedName)()"
    }
    if callee.isKind(.class) { return "\(ClassObject.cls(callee).name)()" }
    if callee.isKind(.nativeFunction) { return "\(NativeFunction.of(callee).name)()" }
    return Str.swift(try Text.str(callee))
  }
}
