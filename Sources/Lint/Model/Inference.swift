import Lang

/// What is known of an expression's value without running anything.
enum Known {
  /// A module, class, function or object of the library.
  case value(Value)
  /// A function found through an object of the library, its first parameter already given.
  case method(Value)
  /// Some object of a class of the library.
  case instance(Value)
  case localClass(ClassModel)
  case localInstance(ClassModel)
  /// A function of the file; whether its first parameter is already given.
  case localFunction(FunctionModel, isBound: Bool)
}

extension FileModel {
  /// What is known of an expression.
  func known(_ expression: Expr, in scope: ScopeModel, depth: Int = 0) -> Known? {
    guard depth < 12 else { return nil }
    switch expression.kind {
    case .name(let name): return known(name: name, in: scope, depth)
    case .attribute(let value, let name, _):
      if name == "client", isClient(expression, in: scope) {
        return clientClass(value, in: scope).map { .instance($0) }
      }
      guard let owner = known(value, in: scope, depth: depth + 1) else { return nil }
      return member(owner, name)
    case .call(let function, _, _): return result(function, in: scope, depth)
    case .constant(.string), .joinedString: return .instance(Types.str.takeUnretainedValue().value)
    case .constant(.bytes): return .instance(Types.bytes.takeUnretainedValue().value)
    case .constant(.int): return .instance(Types.int.takeUnretainedValue().value)
    case .constant(.float): return .instance(Types.float.takeUnretainedValue().value)
    case .list, .listComp: return .instance(Types.list.takeUnretainedValue().value)
    case .dict, .dictComp: return .instance(Types.dict.takeUnretainedValue().value)
    case .set, .setComp: return .instance(Types.set.takeUnretainedValue().value)
    case .await(let value): return known(value, in: scope, depth: depth + 1)
    default: return nil
    }
  }

  private func known(name: String, in scope: ScopeModel, _ depth: Int) -> Known? {
    guard let (owner, bindings) = scope.resolve(name) else {
      return hasOpenStar ? nil : knowledge.builtin(name).map { .value($0) }
    }
    guard let first = bindings.first else { return nil }
    if bindings.count > 1 {
      // Several assignments of responses are as good as one.
      guard bindings.count < 20, let cls = responseClass(first, owner, depth),
        bindings.dropFirst().allSatisfy({ responseClass($0, owner, depth)?.bits == cls.bits })
      else { return nil }
      return .instance(cls)
    }
    return known(first, owner, depth)
  }

  /// The class of the response that a binding gives a name; nil when it gives something else.
  private func responseClass(_ binding: Binding, _ scope: ScopeModel, _ depth: Int) -> Value? {
    guard case .instance(let cls)? = known(binding, scope, depth), knowledge.isResponse(cls) else { return nil }
    return cls
  }

  private func known(_ binding: Binding, _ scope: ScopeModel, _ depth: Int) -> Known? {
    if let known = binding.known { return known }
    let found = find(binding, scope, depth)
    // Before all classes' bases are known less is found; and deep down a search may have been cut short.
    if isResolved, depth < 3 || found != nil { binding.known = .some(found) }
    return found
  }

  private func find(_ binding: Binding, _ scope: ScopeModel, _ depth: Int) -> Known? {
    switch binding.kind {
    case .module(let path): return moduleValue(path).map { .value($0) }
    case .member(let module, 0, let name):
      let found = moduleValue(module).flatMap { Introspection.member($0, name) } ?? moduleValue(module + "." + name)
      return found.map { .value($0) }
    case .assignment(let value): return known(value, in: scope, depth: depth + 1)
    case .with(let context):
      guard case .instance(let cls)? = known(context, in: scope, depth: depth + 1),
        knowledge.isResponse(cls)
      else { return nil }
      return .instance(cls)
    case .function(let function):
      return function.definition.decorators.isEmpty ? .localFunction(function, isBound: false) : decorated(function)
    case .cls(let cls): return cls.definition.decorators.allSatisfy(isTransparent) ? .localClass(cls) : nil
    case .parameter(0):
      guard let function = scope.function, let cls = function.cls, !function.isStatic else { return nil }
      return function.hasDecorator("classmethod") ? .localClass(cls) : .localInstance(cls)
    default: return nil
    }
  }

  /// A decorated function: what Locust's decorators leave as it is.
  private func decorated(_ function: FunctionModel) -> Known? {
    function.definition.decorators.allSatisfy(isTransparent) ? .localFunction(function, isBound: false) : nil
  }

  /// Whether a decorator gives back what it decorates.
  func isTransparent(_ decorator: Expr) -> Bool {
    let callee = if case .call(let function, _, _) = decorator.kind { function } else { decorator }
    switch callee.kind {
    case .name(let name): return FileModel.transparent.contains(name)
    case .attribute(let owner, let name, _):
      return owner.kind.dottedName != nil && (FileModel.transparent.contains(name) || name == "add_listener")
    default: return false
    }
  }

  private static let transparent: Set<String> = [
    "task", "tag", "seq_task", "transition", "transitions", "staticmethod", "classmethod",
  ]

  /// The class of a user's HTTP client; nil when it may be either.
  private func clientClass(_ user: Expr, in scope: ScopeModel) -> Value? {
    if let name = user.kind.name, let role = owner(of: name, in: scope)?.role, role.isUser { return clientClass(role) }
    return clientRole.flatMap(clientClass)
  }

  private func clientClass(_ role: ClassModel.Role) -> Value? {
    switch role {
    case .httpUser: knowledge.session
    case .fastHttpUser: knowledge.fastSession
    default: nil
    }
  }

  /// What something has under a name.
  func member(_ owner: Known, _ name: String) -> Known? {
    switch owner {
    case .value(let value):
      if let found = Introspection.member(value, name) {
        let isBound = Introspection.sort(value) == .other || Introspection.isClassMethod(found)
        if isBound, Introspection.sort(found) == .function { return .method(found) }
        return Introspection.sort(found) == .property ? nil : .value(found)
      }
      guard Introspection.sort(value) == .module, let path = moduleName(value) else { return nil }
      return moduleValue(path + "." + name).map { .value($0) }
    case .instance(let cls):
      guard let found = Introspection.member(cls, name), Introspection.sort(found) == .function else { return nil }
      return Introspection.isStatic(found) ? .value(found) : .method(found)
    case .localClass(let cls):
      guard let function = cls.method(name), function.definition.decorators.allSatisfy(isTransparent) else {
        return nil
      }
      return .localFunction(function, isBound: function.hasDecorator("classmethod"))
    case .localInstance(let cls):
      guard !storedAttributes.contains(name) else { return nil }
      if let function = cls.method(name) {
        guard cls.lineage.allSatisfy({ ($0.scope.bindings[name]?.count ?? 1) == 1 }),
          cls.subclasses.count < ClassModel.maximumFamily, !cls.subclasses.contains(where: { $0.own(name) != nil }),
          function.definition.decorators.allSatisfy(isTransparent)
        else { return nil }
        return .localFunction(function, isBound: !function.isStatic)
      }
      guard cls.inherited(name) == nil, !cls.hasUnknownBase else { return nil }
      for base in cls.knownBases {
        if let found = Introspection.member(base, name), Introspection.sort(found) == .function {
          return Introspection.isStatic(found) ? .value(found) : .method(found)
        }
      }
      return nil
    case .method, .localFunction: return nil
    }
  }

  /// The dotted name of a module.
  func moduleName(_ value: Value) -> String? {
    Introspection.member(value, "__name__").flatMap { $0.isKind(.str) ? Str.swift($0) : nil }
  }

  /// What a call gives.
  private func result(_ function: Expr, in scope: ScopeModel, _ depth: Int) -> Known? {
    if case .attribute(let client, let verb, _) = function.kind, FileModel.verbs.contains(verb),
      isClient(client, in: scope)
    {
      return clientValue(client, in: scope).flatMap(knowledge.response).map { .instance($0) }
    }
    switch known(function, in: scope, depth: depth + 1) {
    // `super()` and `type(x)` give other things than their instances.
    case .value(let value)? where Introspection.sort(value) == .cls && !isOpaque(value): return .instance(value)
    case .localClass(let cls)?: return .localInstance(cls)
    default: return nil
    }
  }

  private func isOpaque(_ cls: Value) -> Bool { ["super", "type", "object"].contains(Introspection.className(cls)) }

  private func clientValue(_ client: Expr, in scope: ScopeModel) -> Value? {
    if case .instance(let cls)? = known(client, in: scope, depth: 6) { return cls }
    return nil
  }

  /// How a call's function is called, with a name for it; nil when that isn't known.
  func signature(_ call: CallSite) -> (signature: CallSignature, name: String)? {
    if let known = call.knownSignature { return known }
    var found = findSignature(call)
    // Nobody writes more parameters, but to see how long it takes.
    if let parameters = found?.signature.positional.count, parameters > 255 { found = nil }
    call.knownSignature = .some(found)
    return found
  }

  private func findSignature(_ call: CallSite) -> (signature: CallSignature, name: String)? {
    switch known(call.function, in: call.place.scope) {
    case .value(let value)?:
      guard let signature = knowledge.signature(value) else { return nil }
      return (signature, shown(call.function))
    case .method(let value)?:
      guard let signature = knowledge.boundSignature(value) else { return nil }
      return (signature, shown(call.function))
    case .localFunction(let function, let isBound)?:
      let signature = function.signature
      return (isBound ? signature.bound : signature, function.name + "()")
    case .localClass(let cls)?:
      guard cls.definition.decorators.isEmpty, !cls.hasUnknownBase, cls.definition.keywords.isEmpty else { return nil }
      if let maker = cls.method("__init__") {
        return maker.definition.decorators.isEmpty ? (maker.signature.bound, cls.name + "()") : nil
      }
      if cls.inherited("__new__") != nil { return nil }
      if cls.knownBases.isEmpty { return (CallSignature(), cls.name + "()") }
      for base in cls.knownBases {
        if let signature = Introspection.signature(base) { return (signature, cls.name + "()") }
      }
      return nil
    default: return nil
    }
  }

  private func shown(_ function: Expr) -> String { (function.kind.dottedName ?? "the function") + "()" }
}
