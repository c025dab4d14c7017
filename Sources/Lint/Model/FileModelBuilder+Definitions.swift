import Lang

/// The walk through what binds names: definitions, imports, targets, patterns.
extension FileModelBuilder {
  func importFrom(_ module: String?, _ aliases: [Alias], _ level: Int, _ span: Span) {
    let path = String(repeating: ".", count: level) + (module ?? "")
    file.imports.append(
      ImportSite(module: path, span: span, names: aliases, isGuarded: guards.imports, place: place))
    for alias in aliases {
      if alias.name == "*" {
        guard level == 0, let value = file.moduleValue(path) else {
          file.hasOpenStar = true
          continue
        }
        for name in Introspection.names(value) where !name.hasPrefix("_") {
          let binding = Binding(
            name, .member(module: path, level: 0, name: name), alias.span, statement: span, order: order, loop: 0,
            isGuarded: true)
          binding.isRead = true
          scope.bind(binding)
        }
      } else {
        bind(alias.asName ?? alias.name, .member(module: path, level: level, name: alias.name), alias.span)
      }
    }
  }

  func functionDefinition(_ definition: FunctionDef, _ span: Span) {
    for decorator in definition.decorators { visit(decorator, use: .decorator) }
    defaults(definition.parameters)
    let parameters = definition.parameters
    for parameter in parameters.all { annotation(parameter.annotation) }
    annotation(definition.returns)
    let owner = scope.kind == .classBody ? scope.cls : nil
    let outerScope = scope
    let outerFunction = function
    inside(.function) { inner in
      let model = FunctionModel(definition, span, outer: outerScope, scope: inner, cls: owner)
      inner.function = model
      file.functions.append(model)
      owner?.methods.append(model)
      outerScope.bind(
        Binding(
          definition.name, .function(model), definition.nameSpan, statement: span, order: order, loop: 0,
          isGuarded: guards.any))
      function = model
      // A function within a method still belongs to its class.
      cls = owner ?? (outerFunction == nil ? nil : cls)
      bind(parameters)
      block(definition.body)
    }
    order += 1
  }

  func classDefinition(_ definition: ClassDef, _ span: Span) {
    for decorator in definition.decorators { visit(decorator, use: .decorator) }
    for base in definition.bases { visit(base) }
    for keyword in definition.keywords { visit(keyword.value) }
    let outerScope = scope
    var made: ClassModel?
    inside(.classBody) { inner in
      let model = ClassModel(definition, span, outer: outerScope, scope: inner)
      made = model
      inner.cls = model
      file.classes.append(model)
      cls = model
      function = nil
      block(definition.body)
    }
    if let made { bind(definition.name, .cls(made), definition.nameSpan) }
  }

  func bind(_ parameters: Parameters) {
    for (index, parameter) in (parameters.positionalOnly + parameters.positional).enumerated() {
      bind(parameter.name, .parameter(index), parameter.span)
    }
    let others = parameters.keywordOnly + [parameters.variadic, parameters.keywordVariadic].compactMap { $0 }
    for parameter in others { bind(parameter.name, .parameter(-1), parameter.span) }
  }

  func defaults(_ parameters: Parameters) {
    for parameter in parameters.all { visit(parameter.defaultValue) }
  }

  func annotation(_ annotation: Expr?) {
    guard let annotation else { return }
    let outer = isAnnotation
    isAnnotation = true
    visit(annotation)
    isAnnotation = outer
  }

  func target(_ target: Expr, _ kind: Binding.Kind) {
    switch target.kind {
    case .name(let name): bind(name, kind, target.span)
    case .tuple(let elements), .list(let elements):
      let inner: Binding.Kind = if case .loop = kind { .loop } else { .unpacking }
      for element in elements { self.target(element, inner) }
    case .starred(let inner): self.target(inner, .unpacking)
    case .attribute(let value, let name, let nameSpan):
      visit(value)
      file.storedAttributes.insert(name)
      // `self.x += y` needs an `x` that is there already, perhaps the class's.
      var isNew = true
      if case .augmented = kind { isNew = false }
      if isNew, let own = value.kind.name, let owner = file.owner(of: own, in: scope) {
        owner.instanceNames.insert(name)
      }
      file.attributes.append(
        AttributeSite(value: value, name: name, nameSpan: nameSpan, span: target.span, isStore: true, place: place))
    default: visit(target)
    }
  }

  func pattern(_ pattern: MatchPattern) {
    switch pattern.kind {
    case .value(let value): visit(value)
    case .singleton: break
    case .sequence(let elements), .or(let elements): for element in elements { self.pattern(element) }
    case .mapping(let keys, let patterns, let rest):
      for key in keys { visit(key) }
      for element in patterns { self.pattern(element) }
      if let rest { bind(rest, .pattern, pattern.span) }
    case .classPattern(let cls, let patterns, let keywords):
      visit(cls)
      for element in patterns { self.pattern(element) }
      for keyword in keywords { self.pattern(keyword.pattern) }
    case .star(let name):
      if let name { bind(name, .pattern, pattern.span) }
    case .capture(let inner, let name):
      if let inner { self.pattern(inner) }
      if let name { bind(name, .pattern, pattern.span) }
    }
  }
}

extension Parameters {
  /// All of them.
  var all: [Lang.Parameter] {
    positionalOnly + positional + [variadic].compactMap { $0 } + keywordOnly + [keywordVariadic].compactMap { $0 }
  }
}
