/// How a function can be called.
package struct CallSignature {
  /// One parameter.
  package struct Parameter {
    /// Its name.
    package let name: String
    /// Whether a call must give it.
    package let isRequired: Bool

    /// Creates a parameter.
    package init(name: String, isRequired: Bool) {
      self.name = name
      self.isRequired = isRequired
    }
  }

  /// Those that can be given by position, in order.
  package var positional: [Parameter] = []
  /// The first of them that can't be given by name.
  package var positionalOnlyCount = 0
  /// Those that can only be given by name.
  package var keywordOnly: [Parameter] = []
  /// The name of `*args`.
  package var variadic: String?
  /// The name of `**kwargs`.
  package var keywordVariadic: String?

  /// Creates a signature without parameters.
  package init() {}

  /// The signature as a bound method has it: without its first parameter.
  package var bound: CallSignature {
    var result = self
    if !result.positional.isEmpty {
      result.positional.removeFirst()
      result.positionalOnlyCount = max(0, positionalOnlyCount - 1)
    }
    return result
  }

  /// The names that a call can give.
  package var keywords: [String] {
    positional.dropFirst(positionalOnlyCount).map(\.name) + keywordOnly.map(\.name)
  }

  /// The parameters as Python writes them; those with a default end in `=…`.
  package var text: String {
    func shown(_ parameter: Parameter) -> String { parameter.isRequired ? parameter.name : parameter.name + "=…" }
    var parts = positional.map(shown)
    if positionalOnlyCount > 0 { parts.insert("/", at: positionalOnlyCount) }
    if let variadic { parts.append("*" + variadic) } else if !keywordOnly.isEmpty { parts.append("*") }
    parts += keywordOnly.map(shown)
    if let keywordVariadic { parts.append("**" + keywordVariadic) }
    return "(" + parts.joined(separator: ", ") + ")"
  }
}

/// Looking at values without running any of their code: what lint and the prompt's completion go by.
package enum Introspection {
  /// What a value is.
  package enum Sort {
    case module, cls, function, property, other
  }

  /// What a value is, wrappers of methods looked through.
  package static func sort(_ value: Value) -> Sort {
    guard value.isObject else { return .other }
    switch unwrapped(value).object.pointee.kind {
    case .module: return .module
    case .class: return .cls
    case .function, .nativeFunction, .boundMethod: return .function
    default:
      let cls = Types.of(value).toOpaque()
      return cls == Types.getSet.toOpaque() || cls == Types.property.toOpaque() ? .property : .other
    }
  }

  /// The name of a class.
  package static func className(_ value: Value) -> String { ClassObject.cls(value).name }

  /// The names of a class and of those it derives from, `object` left out.
  package static func ancestry(_ value: Value) -> [String] { ClassObject.cls(value).mro.map(\.name).dropLast() }

  /// Whether instances of a class answer to names that no class has: `__getattr__`.
  package static func isOpen(_ value: Value) -> Bool {
    ClassObject.cls(value).lookup(.__getattr__) != nil
  }

  /// Whether a class is written in Swift, so that it has no attributes but those it declares.
  package static func isNative(_ value: Value) -> Bool { !ClassObject.cls(value).isUserDefined }

  /// Whether a class is made and asked for attributes in the plain way, no metaclass of its own taking part.
  package static func isPlainClass(_ value: Value) -> Bool {
    ClassObject.cls(value).metaclass?.reference.toOpaque() == Types.type.toOpaque()
  }

  /// The names that a module has, a class with those it derives from, or an object with its class.
  package static func names(_ value: Value) -> [String] {
    guard value.isObject else { return [] }
    if value.isKind(.module) { return ModuleObject.namespace(value).names.map(\.name) }
    guard value.isKind(.class) else {
      let own = value.isKind(.instance) ? Instance.attributes(value).map(\.name.name) : []
      return own + names(Types.cls(value).value)
    }
    return ClassObject.cls(value).mro.flatMap { $0.attributes.names.map(\.name) }
  }

  /// What a module or a class, with those it derives from, has under a name: as it is stored, nothing bound.
  package static func member(_ value: Value, _ name: String) -> Value? {
    guard value.isObject else { return nil }
    if value.isKind(.module) { return ModuleObject.namespace(value)[name] }
    guard value.isKind(.class) else {
      return Attributes.own(value, Symbol(name)) ?? member(Types.cls(value).value, name)
    }
    return ClassObject.cls(value).lookup(Symbol(name))
  }

  /// What a module of the host says of a name that it refuses; nil where it has the name or says nothing of it.
  package static func refusal(_ module: Value, _ name: String) -> String? {
    guard module.isKind(.module) else { return nil }
    let namespace = ModuleObject.namespace(module)
    guard namespace[name] == nil, let hook = namespace[Symbol(.__getattr__)] else { return nil }
    return complaint(hook, name) { Instance.get($0, Symbol("refusal")) }
  }

  /// The text of what a function of the host raises for a text; nil where it takes it.
  package static func complaint(_ function: Value, _ text: String) -> String? {
    complaint(function, text) { exception in Exceptions.get(exception, .args).flatMap { Tuple.items($0).first } }
  }

  private static func complaint(_ function: Value, _ text: String, _ read: (Value) -> Value?) -> String? {
    do throws(Raised) {
      _ = try Call.call(function, Str.make(text))
      return nil
    } catch {
      guard let found = read(Interpreter.raised), found.isKind(.str) else { return nil }
      return Str.swift(found)
    }
  }

  /// How something is called; nil when it can't be called or doesn't say.
  package static func signature(_ value: Value) -> CallSignature? {
    guard value.isObject else { return nil }
    let inner = unwrapped(value)
    switch inner.object.pointee.kind {
    case .function: return signature(Function.code(inner), inner.object.as(FunctionLayout.self).pointee)
    case .nativeFunction: return signature(NativeFunction.of(inner).signature)
    case .boundMethod: return signature(inner.object.as(BoundMethodLayout.self).pointee.function)?.bound
    case .class:
      let cls = ClassObject.cls(inner)
      guard isPlainClass(inner) else { return nil }
      for (name, isOwn) in [(KnownName.__init__, false), (.__new__, true)] {
        guard let maker = cls.lookup(name), maker.bits != Types.object.takeUnretainedValue().lookup(name)?.bits,
          let signature = signature(maker)
        else { continue }
        // `__new__(cls, *args, **kwargs)` says nothing.
        if isOwn, signature.variadic != nil { return nil }
        return signature.bound
      }
      return nil
    default: return nil
    }
  }

  /// Whether a class's attribute binds no instance: a static method.
  package static func isStatic(_ value: Value) -> Bool {
    value.isObject && Types.of(value).toOpaque() == Types.staticMethod.toOpaque()
  }

  /// Whether a class's attribute binds the class: a class method.
  package static func isClassMethod(_ value: Value) -> Bool {
    value.isObject && Types.of(value).toOpaque() == Types.classMethod.toOpaque()
  }

  /// The docstring of a function, class or module; nil when it has none.
  package static func doc(_ value: Value) -> String? {
    guard value.isObject else { return nil }
    let inner = unwrapped(value)
    let found: Value?
    switch inner.object.pointee.kind {
    case .function: found = Function.code(inner).whole.doc
    case .class: found = ClassObject.cls(inner).attributes[Symbol(.__doc__)]
    case .module: found = ModuleObject.namespace(inner)[Symbol(.__doc__)]
    default: found = nil
    }
    guard let found, found.isKind(.str) else { return nil }
    return Str.swift(found)
  }

  private static func unwrapped(_ value: Value) -> Value { Native.payload(value, as: Wrapper.self)?.value ?? value }

  private static func signature(_ code: Code, _ function: FunctionLayout) -> CallSignature {
    var result = CallSignature()
    let parameters = code.parameters
    let defaults = function.defaults.isUnbound ? 0 : Tuple.items(function.defaults).count
    let required = parameters.positional.count - defaults
    for (index, name) in parameters.positional.enumerated() {
      result.positional.append(CallSignature.Parameter(name: name.name, isRequired: index < required))
    }
    result.positionalOnlyCount = parameters.positionalOnlyCount
    for name in parameters.keywordOnly {
      let hasDefault = !function.keywordDefaults.isUnbound && Dict.get(function.keywordDefaults, name) != nil
      result.keywordOnly.append(CallSignature.Parameter(name: name.name, isRequired: !hasDefault))
    }
    if parameters.hasVariadic { result.variadic = parameters.variadicName?.name ?? "args" }
    if parameters.hasKeywordVariadic { result.keywordVariadic = parameters.keywordVariadicName?.name ?? "kwargs" }
    return result
  }

  private static func signature(_ native: NativeSignature) -> CallSignature {
    var result = CallSignature()
    for (index, name) in native.names.enumerated() {
      let parameter = CallSignature.Parameter(name: name.name, isRequired: native.isRequired[index])
      if index == native.variadic {
        result.variadic = name.name
      } else if index == native.keywordVariadic {
        result.keywordVariadic = name.name
      } else if index < native.positionalCount {
        result.positional.append(parameter)
      } else {
        result.keywordOnly.append(parameter)
      }
    }
    result.positionalOnlyCount = min(native.positionalOnlyCount, result.positional.count)
    return result
  }
}
