/// `class` statements and imports.

/// A class being made: its body runs as a function whose variables become the attributes.
final class ClassNode: Node {
  let name: String
  let bases: [(node: Node, isStarred: Bool)]
  let keywords: [(name: Symbol?, node: Node)]
  let body: Code
  /// The slot of the body's frame that holds the `__class__` cell for `super()`, if a method needs it.
  let classCellSlot: Int?

  init(
    _ span: Span, name: String, bases: [(node: Node, isStarred: Bool)], keywords: [(name: Symbol?, node: Node)],
    body: Code, classCellSlot: Int?
  ) {
    self.name = name
    self.bases = bases
    self.keywords = keywords
    self.body = body
    self.classCellSlot = classCellSlot
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let parents = List.make()
    for (node, isStarred) in bases {
      let value = try node.evaluate(frame)
      if isStarred {
        do throws(Raised) {
          try Iteration.forEach(value) { (item) throws(Raised) in List.append(parents, item) }
        } catch { throw Interpreter.locate(error, span) }
      } else {
        List.append(parents, value)
      }
    }
    var metaclass: Value?
    let arguments = Dict.make()
    for (name, node) in keywords {
      let value = try node.evaluate(frame)
      guard let name else {
        throw Interpreter.locate(
          raise(.typeError, "** in the bases of a class is not supported; name the keyword arguments"), span)
      }
      if name.name == "metaclass" {
        metaclass = value
      } else {
        try Dict.set(arguments, name.value, value)
      }
    }
    let function = Function.make(body, frame, defaults: .unbound, keywordDefaults: .unbound)
    return try Call.withFrame(body.frameSize) { (slots) throws(Raised) -> Value in
      try make(slots, function, parents, arguments, metaclass)
    }
  }

  private func make(
    _ slots: Frame, _ function: Value, _ parents: Value, _ arguments: Value, _ metaclass: Value?
  ) throws(Raised) -> Value {
    slots[FrameSlot.function] = function
    if let classCellSlot { slots[classCellSlot] = Cell.make(.unbound) }
    do throws(Raised) {
      _ = try Function.runBody(body, slots)
      var attributes: [(name: Symbol, value: Value)] = [
        (Symbol(.__module__), Str.make(body.namespace.name)), (Symbol(.__qualname__), Str.make(body.qualifiedName)),
      ]
      if !body.doc.isUnbound { attributes.append((Symbol(.__doc__), body.doc)) }
      for (name, slot) in body.localNames where slot != classCellSlot && !slots[slot].isUnbound {
        let value = slots[slot].isKind(.cell) ? Cell.get(slots[slot]) : slots[slot]
        if let position = attributes.firstIndex(where: { $0.name == name }) {
          attributes[position].value = value
        } else if !value.isUnbound {
          attributes.append((name, value))
        }
      }
      var bases: [Value] = []
      for index in 0..<List.count(parents) { bases.append(List.item(parents, index)) }
      if let resolved = try ClassNode.resolve(bases) {
        attributes.append((Symbol("__orig_bases__"), Tuple.make(bases)))
        bases = resolved
      }
      let keywords = Dict.pairs(arguments).map { (Str.swift($0.key), $0.value) }
      let cls = try Construction.makeClass(
        name: name, module: body.namespace.name, bases: bases, attributes: attributes, metaclass: metaclass,
        keywords: keywords)
      if let classCellSlot { Cell.set(slots[classCellSlot], cls) }
      return cls
    } catch { throw Interpreter.locate(error, span) }
  }
}

extension ClassNode {
  /// The classes that bases which aren't classes stand for (`__mro_entries__`, PEP 560); nil when all are classes.
  private static func resolve(_ bases: [Value]) throws(Raised) -> [Value]? {
    guard bases.contains(where: { !$0.isKind(.class) }) else { return nil }
    var result: [Value] = []
    var isChanged = false
    for base in bases {
      guard !base.isKind(.class), base.isObject, let hook = try Attributes.find(base, Symbol("__mro_entries__")) else {
        result.append(base)
        continue
      }
      isChanged = true
      let entries = try Call.call(hook, Tuple.make(bases))
      guard entries.isKind(.tuple) else { throw raise(.typeError, "__mro_entries__ must return a tuple") }
      result += Tuple.items(entries)
    }
    return isChanged ? result : nil
  }
}

/// A function or class with its decorators applied, innermost first.
final class DecoratedNode: Node {
  let decorators: [Node]
  let definition: Node

  init(_ span: Span, _ decorators: [Node], _ definition: Node) {
    self.decorators = decorators
    self.definition = definition
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let functions = List.make(capacity: decorators.count)
    for decorator in decorators { List.append(functions, try decorator.evaluate(frame)) }
    var value = try definition.evaluate(frame)
    for index in decorators.indices.reversed() {
      do throws(Raised) { value = try Call.call(List.item(functions, index), value) } catch {
        throw Interpreter.locate(error, decorators[index].span)
      }
    }
    return value
  }
}

/// `super()` without arguments within a method.
final class SuperNode: Node {
  let classNode: Node
  let receiverNode: Node

  init(_ span: Span, _ classNode: Node, _ receiverNode: Node) {
    self.classNode = classNode
    self.receiverNode = receiverNode
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let cls = try classNode.evaluate(frame)
    return SuperObject.make(cls: ClassObject.cls(cls), receiver: try receiverNode.evaluate(frame))
  }
}

/// `import a.b as c`
final class ImportStatement: Statement {
  let names: [(name: String, hasAlias: Bool, target: Target)]
  let importer: Importer

  init(_ span: Span, _ names: [(name: String, hasAlias: Bool, target: Target)], _ importer: Importer) {
    self.names = names
    self.importer = importer
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    for (name, hasAlias, target) in names {
      do throws(Raised) {
        let module = try importer.load(name)
        let top = name.prefix { $0 != "." }
        let bound = hasAlias || top.count == name.count ? module : try importer.load(String(top))
        try target.store(bound.value, frame)
      } catch { throw Interpreter.locate(error, span) }
    }
    return .normal
  }
}

/// `from a import b as c`
final class ImportFromStatement: Statement {
  let module: String
  let names: [(name: Symbol, target: Target)]
  /// Where `*` goes.
  let starNamespace: Namespace?
  let importer: Importer

  init(
    _ span: Span, module: String, _ names: [(name: Symbol, target: Target)], star: Namespace?, _ importer: Importer
  ) {
    self.module = module
    self.names = names
    starNamespace = star
    self.importer = importer
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    do throws(Raised) {
      let source = try importer.load(module)
      if let starNamespace {
        for name in source.names where !name.name.hasPrefix("_") { starNamespace[name] = source[name] }
      }
      for (name, target) in names {
        if let value = source[name] {
          try target.store(value, frame)
        } else if let inner = try importer.find("\(module).\(name.name)") {
          try target.store(inner.value, frame)
        } else {
          throw raise(.importError, "cannot import name '\(name.name)' from '\(module)' (unknown location)")
        }
      }
    } catch { throw Interpreter.locate(error, span) }
    return .normal
  }
}
