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
      if let name {
        try Dict.set(arguments, name.value, value)
      } else {
        do throws(Raised) { try DictNode.update(arguments, value) } catch { throw Interpreter.locate(error, span) }
      }
    }
    if let given = try Dict.remove(arguments, Symbol("metaclass").value) { metaclass = given }
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
      var bases: [Value] = []
      for index in 0..<List.count(parents) { bases.append(List.item(parents, index)) }
      let given = bases
      let resolved = try ClassNode.resolve(bases)
      bases = resolved ?? bases
      var prepared = try prepare(metaclass, bases, arguments, slots)
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
      if resolved != nil { attributes.append((Symbol("__orig_bases__"), Tuple.make(given))) }
      if let classCellSlot { attributes.append((Symbol("__classcell__"), slots[classCellSlot])) }
      let keywords = Dict.pairs(arguments).map { (Str.swift($0.key), $0.value) }
      guard let maker = try ClassNode.maker(metaclass, bases) else {
        return try Construction.makeClass(
          name: name, module: body.namespace.name, bases: bases, attributes: attributes, metaclass: metaclass,
          keywords: keywords)
      }
      if prepared.isUnbound { prepared = Dict.make() }
      for (name, value) in attributes { try Subscript.set(prepared, name.value, value) }
      return try Call.call(maker, [Str.make(name), Tuple.make(bases), prepared], keywords: keywords)
    } catch { throw Interpreter.locate(error, span) }
  }
}

extension ClassNode {
  /// What makes the class where that isn't `type` itself: the most derived metaclass, or any callable that was given.
  private static func maker(_ given: Value?, _ bases: [Value]) throws(Raised) -> Value? {
    if let given, !given.isKind(.class) { return given }
    guard given != nil || bases.contains(where: { $0.isKind(.class) && Types.cls($0).isUserDefined }) else {
      return nil
    }
    let parents = bases.filter { $0.isKind(.class) }.map { ClassObject.cls($0) }
    let best = try Construction.chooseMetaclass(parents, given)
    return best === Types.type.takeUnretainedValue() ? nil : best.value
  }

  /// Asks the metaclass for the namespace (`__prepare__`); unbound where there is nothing to ask. What is in it for
  /// the body's own names, the body sees.
  private func prepare(
    _ metaclass: Value?, _ bases: [Value], _ arguments: Value, _ slots: Frame
  ) throws(Raised) -> Value {
    guard let maker = try ClassNode.maker(metaclass, bases),
      let hook = try Attributes.find(maker, Symbol("__prepare__"))
    else { return .unbound }
    let keywords = Dict.pairs(arguments).map { (Str.swift($0.key), $0.value) }
    let namespace = try Call.call(hook, [Str.make(name), Tuple.make(bases)], keywords: keywords)
    if namespace.isKind(.dict) {
      for (name, slot) in body.localNames where slot != classCellSlot {
        if let value = Dict.get(namespace, name) { slots[slot] = value }
      }
    }
    return namespace
  }

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
  /// Why a relative import leads nowhere; nil where it leads somewhere.
  let problem: String?
  let names: [(name: Symbol, target: Target)]
  /// Where `*` goes.
  let starNamespace: Namespace?
  let importer: Importer

  init(
    _ span: Span, module: String, problem: String?, _ names: [(name: Symbol, target: Target)], star: Namespace?,
    _ importer: Importer
  ) {
    self.module = module
    self.problem = problem
    self.names = names
    starNamespace = star
    self.importer = importer
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    do throws(Raised) {
      if let problem { throw raise(.importError, problem) }
      let source = try importer.load(module)
      if let starNamespace {
        for name in source.names where !name.name.hasPrefix("_") { starNamespace[name] = source[name] }
      }
      for (name, target) in names {
        if let value = source[name] {
          try target.store(value, frame)
        } else if let inner = try importer.find("\(module).\(name.name)") {
          try target.store(inner.value, frame)
        } else if let value = try ModuleObject.fallback(source, name, importing: true) {
          try target.store(value, frame)
        } else {
          throw raise(.importError, "cannot import name '\(name.name)' from '\(module)' (unknown location)")
        }
      }
    } catch { throw Interpreter.locate(error, span) }
    return .normal
  }
}
