/// `class` statements and imports.

/// A class being made: its body runs as a function whose variables become the attributes.
final class ClassNode: Node {
  let name: String
  let bases: [(node: Node, isStarred: Bool)]
  let keywords: [(name: Symbol?, node: Node)]
  let body: Code
  /// The slot of the body's frame that holds the `__class__` cell for `super()`, if a method needs it.
  let classCellSlot: Int?
  /// The slot of the body's frame that holds its namespace, where it has one (see `ClassBodyNode`).
  let namespaceSlot: Int

  init(
    _ span: Span, name: String, bases: [(node: Node, isStarred: Bool)], keywords: [(name: Symbol?, node: Node)],
    body: Code, classCellSlot: Int?, namespaceSlot: Int
  ) {
    self.namespaceSlot = namespaceSlot
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
    // A collection doesn't find what only Swift's arrays know, and the program's code runs meanwhile.
    let kept = List.make()
    defer { for value in [kept, parents, arguments] { Function.keepAlive(value) } }
    do throws(Raised) {
      var bases: [Value] = []
      for index in 0..<List.count(parents) { bases.append(List.item(parents, index)) }
      let given = Tuple.make(bases)
      let resolved = try ClassNode.resolve(bases, keeping: kept)
      bases = resolved ?? bases
      var attributes: [(name: Symbol, value: Value)] = ClassNode.given(body)
      for value in attributes.map(\.value) + [given] + (metaclass.map { [$0] } ?? []) { List.append(kept, value) }
      let prepared = try prepare(metaclass, bases, arguments)
      if prepared.isUnbound {
        for (name, slot) in body.localNames {
          if let known = attributes.first(where: { $0.name == name }) { slots[slot] = known.value }
        }
      } else {
        for (name, value) in attributes { try Subscript.set(prepared, name.value, value) }
        attributes = []
        slots[namespaceSlot] = prepared
      }
      _ = try Function.runBody(body, slots)
      let namespace = slots[namespaceSlot]
      if namespace.isUnbound {
        for (name, slot) in body.localNames where slot != classCellSlot && !slots[slot].isUnbound {
          ClassNode.put(&attributes, name, slots[slot])
        }
      } else if prepared.isUnbound {
        for (key, value) in Dict.pairs(namespace) where key.isKind(.str) {
          ClassNode.put(&attributes, Symbol(key), value)
        }
      }
      if resolved != nil { attributes.append((Symbol("__orig_bases__"), given)) }
      if let classCellSlot { attributes.append((Symbol("__classcell__"), slots[classCellSlot])) }
      let keywords = Dict.pairs(arguments).map { (Str.swift($0.key), $0.value) }
      guard let maker = try ClassNode.maker(metaclass, bases) else {
        return try Construction.makeClass(
          name: name, module: Str.swift(body.namespace.shownName), bases: bases, attributes: attributes,
          metaclass: metaclass, keywords: keywords)
      }
      let space = prepared.isUnbound ? Dict.make() : prepared
      for (name, value) in attributes { try Subscript.set(space, name.value, value) }
      let made = try Call.call(maker, [Str.make(name), Tuple.make(bases), space], keywords: keywords)
      if let classCellSlot, made.isKind(.class) { try checkCell(slots[classCellSlot], made) }
      return made
    } catch { throw Interpreter.locate(error, span) }
  }

  /// Raises unless the cell that the class's methods see has the class: a metaclass may have lost it.
  private func checkCell(_ cell: Value, _ made: Value) throws(Raised) {
    let found = Cell.get(cell)
    if found.bits == made.bits { return }
    let shown = Str.swift(try Text.repr(made))
    if found.isUnbound {
      throw raise(
        .runtimeError,
        "__class__ not set defining '\(name)' as \(shown). Was __classcell__ propagated to type.__new__?")
    }
    throw raise(.typeError, "__class__ set to \(Str.swift(try Text.repr(found))) defining '\(name)' as \(shown)")
  }

  /// What every class body begins with.
  static func given(_ body: Code) -> [(name: Symbol, value: Value)] {
    var result = [
      (name: Symbol(.__module__), value: body.namespace.shownName),
      (name: Symbol(.__qualname__), value: Str.make(body.qualifiedName)),
    ]
    if !body.doc.isUnbound { result.append((Symbol(.__doc__), body.doc)) }
    return result
  }

  private static func put(_ attributes: inout [(name: Symbol, value: Value)], _ name: Symbol, _ value: Value) {
    if let position = attributes.firstIndex(where: { $0.name == name }) {
      attributes[position].value = value
    } else {
      attributes.append((name, value))
    }
  }
}

extension ClassNode {
  /// What makes the class where that isn't `type` itself: the most derived metaclass, or any callable that was given.
  private static func maker(_ given: Value?, _ bases: [Value]) throws(Raised) -> Value? {
    if let given, !given.isKind(.class) { return given }
    // What is no class is asked by its own one, which says what is wrong: `class Named(namedtuple)`.
    if given == nil, let first = bases.first, !first.isKind(.class) { return Types.cls(first).value }
    guard given != nil || bases.contains(where: { $0.isKind(.class) && Types.cls($0).isUserDefined }) else {
      return nil
    }
    let parents = bases.filter { $0.isKind(.class) }.map { ClassObject.cls($0) }
    let best = try Construction.chooseMetaclass(parents, given)
    return best === Types.type.takeUnretainedValue() ? nil : best.value
  }

  /// Asks the metaclass for the namespace (`__prepare__`); unbound where there is nothing to ask, or only `type`.
  private func prepare(_ metaclass: Value?, _ bases: [Value], _ arguments: Value) throws(Raised) -> Value {
    guard let maker = try ClassNode.maker(metaclass, bases) else { return .unbound }
    let symbol = Symbol("__prepare__")
    if maker.isKind(.class),
      ClassObject.cls(maker).lookup(symbol)?.bits == Types.type.takeUnretainedValue().lookup(symbol)?.bits
    {
      return .unbound
    }
    guard let hook = try Attributes.find(maker, symbol) else { return .unbound }
    let keywords = Dict.pairs(arguments).map { (Str.swift($0.key), $0.value) }
    let namespace = try Call.call(hook, [Str.make(name), Tuple.make(bases)], keywords: keywords)
    guard namespace.isKind(.dict) || namespace.isObject && Types.cls(namespace).lookup(.__getitem__) != nil else {
      let owner = maker.isKind(.class) ? ClassObject.cls(maker).name : "<metaclass>"
      throw raise(.typeError, "\(owner).__prepare__() must return a mapping, not \(Types.name(namespace))")
    }
    return namespace
  }

  /// The classes that bases which aren't classes stand for (`__mro_entries__`, PEP 560); nil when all are classes.
  ///
  /// - Parameter kept: the list that what the hooks give is added to, to be found by collections.
  private static func resolve(_ bases: [Value], keeping kept: Value) throws(Raised) -> [Value]? {
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
      List.append(kept, entries)
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
    let (cls, receiver) = try parts(frame)
    do throws(Raised) { return try SuperObject.checked(cls, receiver) } catch { throw Interpreter.locate(error, span) }
  }

  /// The class and the method's first argument; raises `RuntimeError` where there is none any more.
  private func parts(_ frame: Frame) throws(Raised) -> (Value, Value) {
    let cls: Value
    do throws(Raised) { cls = try classNode.evaluate(frame) } catch {
      guard Exceptions.isA(Interpreter.raised, .nameError) else { throw error }
      throw Interpreter.locate(raise(.runtimeError, "super(): empty __class__ cell"), span)
    }
    do throws(Raised) { return (cls, try receiverNode.evaluate(frame)) } catch {
      guard Exceptions.isA(Interpreter.raised, .nameError) else { throw error }
      throw Interpreter.locate(raise(.runtimeError, "super(): arg[0] deleted"), span)
    }
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
        if let replacement = Library.replacement(name) {
          if replacement.isNone { throw Importer.halted(name) }
          try target.store(replacement, frame)
          continue
        }
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
      if let replacement = Library.replacement(module) {
        try take(from: replacement, frame)
        return .normal
      }
      let source = try importer.load(module)
      if let starNamespace {
        for name in try names(of: source) {
          guard let value = try find(name, in: source) else {
            throw raise(.attributeError, "module '\(module)' has no attribute '\(name.name)'")
          }
          starNamespace[name] = value
        }
      }
      for (name, target) in names {
        guard let value = try find(name, in: source) else { throw missing(name, in: source) }
        try target.store(value, frame)
      }
    } catch { throw Interpreter.locate(error, span) }
    return .normal
  }

  /// The `ImportError` for a name that a module doesn't have.
  private func missing(_ name: Symbol, in source: Namespace?) -> Raised {
    let path = source?["__file__"].flatMap { $0.isKind(.str) ? $0 : nil }
    let isPartial = source?.isInitializing == true
    let text =
      "cannot import name '\(name.name)' from \(isPartial ? "partially initialized module " : "")'\(module)' "
      + (isPartial ? "(most likely due to a circular import) " : "")
      + "(\(path.map { Str.swift($0) } ?? "unknown location"))"
    let error = Exceptions.make(ExceptionKind.importError.cls, Tuple.make([Str.make(text)]))
    Instance.set(error, .name, Str.make(module))
    if let path { Instance.set(error, .path, path) }
    return raise(error)
  }

  /// Imports from an object that stands for a module.
  private func take(from object: Value, _ frame: Frame) throws(Raised) {
    if object.isNone { throw Importer.halted(module) }
    for (name, target) in names {
      guard let value = try Attributes.find(object, name) else {
        throw missing(name, in: nil)
      }
      try target.store(value, frame)
    }
    guard let starNamespace else { return }
    let chosen = List.make()
    if let all = try Attributes.find(object, Symbol(.__all__)) {
      try Iteration.forEach(all) { (name) throws(Raised) in List.append(chosen, name) }
    } else {
      guard let dict = try Attributes.find(object, Symbol(.__dict__)) else {
        throw raise(.importError, "from-import-* object has no __dict__ and no __all__")
      }
      try Iteration.forEach(dict) { (name) throws(Raised) in
        if name.isKind(.str), !Str.swift(name).hasPrefix("_") { List.append(chosen, name) }
      }
    }
    for name in Array(List.items(chosen)) where name.isKind(.str) {
      starNamespace[Symbol(name)] = try Attributes.get(object, Symbol(name))
    }
  }

  /// A name of the module: a variable, a module within it, or what its `__getattr__` gives.
  private func find(_ name: Symbol, in source: Namespace) throws(Raised) -> Value? {
    if let value = source[name] { return value }
    if let inner = try importer.find("\(module).\(name.name)") { return inner.value }
    return try ModuleObject.fallback(source, name, importing: true)
  }

  /// What `*` stands for: the names in `__all__`, without it those that don't begin with an underscore.
  private func names(of source: Namespace) throws(Raised) -> [Symbol] {
    guard let listed = source[Symbol(.__all__)] else { return source.names.filter { !$0.name.hasPrefix("_") } }
    var names: [Symbol] = []
    try Iteration.forEach(listed) { (item) throws(Raised) in
      guard item.isKind(.str) else {
        throw raise(.typeError, "Item in \(module).__all__ must be str, not \(Types.name(item))")
      }
      names.append(Symbol(Str.swift(item)))
    }
    return names
  }
}
