import Lang

/// Walks a syntax tree once, in the order of evaluation, and fills the lists of a `FileModel`.
final class FileModelBuilder {
  let file: FileModel
  var scope: ScopeModel
  private var function: FunctionModel?
  private var cls: ClassModel?
  private var order = 0
  private var loop = 0
  private var loopParents = [0]
  private var guards = Guards()
  /// What becomes of the value of the next expression.
  private var use = CallSite.Use.other
  private var role: String?
  private var isAnnotation = false
  /// The statement being walked.
  private var statement = Span(0, 0)

  /// What the handlers around a place take.
  private struct Guards {
    var names = false
    var attributes = false
    var imports = false
    var any = false
  }

  private init(_ file: FileModel) {
    self.file = file
    scope = file.top
  }

  /// Fills a model.
  static func fill(_ file: FileModel) {
    let builder = FileModelBuilder(file)
    file.annotationsAreTexts = file.module.body.contains { statement in
      guard case .importFrom("__future__", let names, 0) = statement.kind else { return false }
      return names.contains { $0.name == "annotations" }
    }
    builder.block(file.module.body)
    Resolution.run(file, loopParents: builder.loopParents)
  }

  private var place: Place {
    Place(scope: scope, function: function, cls: cls, loop: loop, isGuarded: guards.attributes)
  }

  func bind(_ name: String, _ kind: Binding.Kind, _ span: Span) {
    order += 1
    var owner = scope
    if scope.globals.contains(name) {
      owner = scope.top
    } else if scope.nonlocals.contains(name) {
      var outer = scope.parent
      while let candidate = outer, candidate.kind == .classBody || candidate.bindings[name] == nil {
        outer = candidate.parent
      }
      owner = outer ?? scope
    }
    owner.bind(
      Binding(
        name, kind, span, statement: statement, order: order, loop: loop, isGuarded: guards.any))
  }

  private func read(_ name: String, _ span: Span) {
    order += 1
    scope.reads.append(
      Read(name: name, span: span, order: order, loop: loop, isGuarded: guards.names, isAnnotation: isAnnotation))
  }

  // MARK: Statements

  private func block(_ statements: [Stmt]) {
    for (index, statement) in statements.enumerated() {
      visit(statement)
      guard index + 1 < statements.count, let word = FlowExit.word(statement) else { continue }
      file.deadCode.append(
        DeadCode(span: statements[index + 1].span.union(statements[statements.count - 1].span), after: word))
      // What stands there is still walked: its names count.
      for dead in statements[(index + 1)...] { visit(dead) }
      break
    }
  }

  private func inLoop(_ body: () -> Void) {
    let outer = loop
    loopParents.append(outer)
    loop = loopParents.count - 1
    body()
    loop = outer
  }

  private func guarded(_ guards: Guards, _ body: () -> Void) {
    let outer = self.guards
    self.guards = Guards(
      names: outer.names || guards.names, attributes: outer.attributes || guards.attributes,
      imports: outer.imports || guards.imports, any: true)
    body()
    self.guards = outer
  }

  private func inside(
    _ kind: ScopeModel.Kind, function: FunctionModel?? = nil, cls: ClassModel?? = nil, _ body: (ScopeModel) -> Void
  ) {
    let outer = (scope, self.function, self.cls, loop, guards)
    let inner = ScopeModel(kind, in: scope)
    file.scopes.append(inner)
    scope = inner
    if kind == .function { (loop, guards) = (0, Guards()) }
    body(inner)
    (scope, self.function, self.cls, loop, guards) = outer
  }

  private func visit(_ node: Stmt) {
    let outerStatement = statement
    statement = node.span
    defer { statement = outerStatement }
    switch node.kind {
    case .functionDef(let definition): functionDefinition(definition, node.span)
    case .classDef(let definition): classDefinition(definition, node.span)
    case .return(let value): visit(value)
    case .delete(let targets):
      for target in targets {
        if let name = target.kind.name {
          read(name, target.span)
          bind(name, .deletion, target.span)
        } else {
          visit(target)
        }
      }
    case .assign(let targets, let value): assign(targets, value, node.span)
    case .augAssign(let target, _, let value):
      visit(value)
      if let name = target.kind.name { read(name, target.span) }
      file.assignments.append(
        AssignmentSite(targets: [target], value: value, isAugmented: true, span: node.span, place: place))
      self.target(target, .augmented)
    case .annAssign(let target, let annotation, let value, _):
      self.annotation(annotation)
      if let value {
        assign([target], value, node.span)
      } else {
        self.target(target, .declaration)
      }
    case .for(let target, let iter, let body, let orElse, _):
      visit(iter)
      inLoop {
        self.target(target, .loop)
        block(body)
      }
      block(orElse)
    case .while(let test, let body, let orElse):
      inLoop {
        visit(test)
        block(body)
      }
      block(orElse)
    case .if(let test, let body, let orElse):
      visit(test)
      block(body)
      block(orElse)
    case .with(let items, let body, _): withStatement(items, body, node.span)
    case .match(let subject, let cases):
      visit(subject)
      for candidate in cases {
        pattern(candidate.pattern)
        visit(candidate.guardExpr)
        block(candidate.body)
      }
    case .raise(let exception, let cause):
      visit(exception)
      visit(cause)
    case .try(let body, let handlers, let orElse, let finalBody, _):
      tryStatement(body, handlers, orElse, finalBody)
    case .assert(let test, let message):
      visit(test)
      visit(message)
    case .import(let aliases):
      for alias in aliases {
        file.imports.append(
          ImportSite(module: alias.name, span: alias.span, names: nil, isGuarded: guards.imports, place: place))
        let first = String(alias.name.prefix { $0 != "." })
        bind(alias.asName ?? first, .module(alias.asName == nil ? first : alias.name), alias.span)
      }
    case .importFrom(let module, let aliases, let level): importFrom(module, aliases, level, node.span)
    case .global(let names): scope.globals.formUnion(names)
    case .nonlocal(let names): scope.nonlocals.formUnion(names)
    case .expr(let value):
      noteUncalled(value)
      visit(value, use: .statement)
    case .pass, .break, .continue: break
    }
  }

  private func importFrom(_ module: String?, _ aliases: [Alias], _ level: Int, _ span: Span) {
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

  private func assign(_ targets: [Expr], _ value: Expr, _ span: Span) {
    let name = targets.count == 1 ? targets[0].kind.name : nil
    role = name ?? targets.first?.kind.dottedName
    visit(value, use: name.map { .assigned($0) } ?? .other)
    role = nil
    file.assignments.append(
      AssignmentSite(targets: targets, value: value, isAugmented: false, span: span, place: place))
    for target in targets { self.target(target, .assignment(value)) }
  }

  private func withStatement(_ items: [WithItem], _ body: [Stmt], _ span: Span) {
    for item in items {
      visit(item.context, use: .with(isNamed: item.target != nil))
      if let target = item.target { self.target(target, .with(item.context)) }
    }
    file.withs.append(WithSite(items: items, body: body, span: span, place: place))
    block(body)
  }

  private func tryStatement(_ body: [Stmt], _ handlers: [ExceptHandler], _ orElse: [Stmt], _ finalBody: [Stmt]) {
    var taken = Guards()
    for handler in handlers {
      let names = FileModelBuilder.exceptionNames(handler.type)
      taken.names = taken.names || !names.isDisjoint(with: ["NameError", "UnboundLocalError", "Exception", "*"])
      taken.attributes = taken.attributes || !names.isDisjoint(with: ["AttributeError", "TypeError", "Exception", "*"])
      taken.imports =
        taken.imports || !names.isDisjoint(with: ["ImportError", "ModuleNotFoundError", "Exception", "*"])
    }
    guarded(taken) { block(body) }
    for handler in handlers {
      visit(handler.type)
      // The clause of a handler is a statement of its own for those who look at its name.
      let outer = statement
      statement = handler.span
      if let name = handler.name { bind(name, .exception, handler.type?.span ?? handler.span) }
      statement = outer
      // What a handler does is an alternative to what failed.
      guarded(Guards()) { block(handler.body) }
    }
    block(orElse)
    block(finalBody)
  }

  /// The names of the exceptions that a handler takes; "*" for all.
  private static func exceptionNames(_ type: Expr?) -> Set<String> {
    switch type?.kind {
    case nil: ["*"]
    case .name(let name)?: [name == "BaseException" ? "*" : name]
    case .tuple(let elements)?: Set(elements.compactMap(\.kind.name))
    default: []
    }
  }

  private func functionDefinition(_ definition: FunctionDef, _ span: Span) {
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

  private func classDefinition(_ definition: ClassDef, _ span: Span) {
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

  private func bind(_ parameters: Parameters) {
    for (index, parameter) in (parameters.positionalOnly + parameters.positional).enumerated() {
      bind(parameter.name, .parameter(index), parameter.span)
    }
    let others = parameters.keywordOnly + [parameters.variadic, parameters.keywordVariadic].compactMap { $0 }
    for parameter in others { bind(parameter.name, .parameter(-1), parameter.span) }
  }

  private func defaults(_ parameters: Parameters) {
    for parameter in parameters.all { visit(parameter.defaultValue) }
  }

  private func annotation(_ annotation: Expr?) {
    guard let annotation else { return }
    let outer = isAnnotation
    isAnnotation = true
    visit(annotation)
    isAnnotation = outer
  }

  private func target(_ target: Expr, _ kind: Binding.Kind) {
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

  private func pattern(_ pattern: MatchPattern) {
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

  // MARK: Expressions

  func visit(_ expression: Expr?) { if let expression { visit(expression, use: .other) } }

  private func visit(_ expression: Expr, use: CallSite.Use) {
    let role = role
    self.role = nil
    switch expression.kind {
    case .constant(.string(let bytes)):
      if bytes.count < 60 { note(bytes, expression.span) }
    case .constant: break
    case .name(let name): read(name, expression.span)
    case .boolOp(_, let values), .set(let values), .list(let values), .tuple(let values):
      for value in values { visit(value) }
    case .namedExpr(let target, let value):
      visit(value)
      guard let name = target.kind.name else { break }
      let inner = scope
      while scope.kind == .comprehension, let parent = scope.parent { scope = parent }
      bind(name, .assignment(value), target.span)
      scope = inner
    case .binOp(let left, _, let right):
      visit(left)
      visit(right)
    case .unaryOp(_, let operand): visit(operand)
    case .lambda(let parameters, let body):
      defaults(parameters)
      inside(.function) { _ in
        bind(parameters)
        visit(body)
      }
    case .ifExp(let test, let body, let orElse):
      visit(test)
      visit(body, use: use)
      visit(orElse, use: use)
    case .dict(let entries):
      file.dicts.append(DictSite(entries: entries, span: expression.span, role: role, place: place))
      for (key, value) in entries {
        visit(key)
        visit(value)
      }
    case .listComp(let element, let generators), .setComp(let element, let generators),
      .generatorExp(let element, let generators):
      comprehension([element], generators)
    case .dictComp(let key, let value, let generators): comprehension([key, value], generators)
    case .await(let value): visit(value, use: use)
    case .yield(let value): visit(value)
    case .yieldFrom(let value), .starred(let value): visit(value)
    case .compare(let left, _, let comparators):
      visit(left)
      for value in comparators { visit(value) }
    case .call(let function, let arguments, let keywords):
      call(expression.span, function, arguments, keywords, use)
    case .joinedString(let parts): visit(parts)
    case .attribute(let value, let name, let nameSpan):
      visit(value)
      file.attributes.append(
        AttributeSite(value: value, name: name, nameSpan: nameSpan, span: expression.span, isStore: false, place: place)
      )
    case .subscript(let value, let index):
      noteUncalled(value)
      visit(value)
      visit(index)
    case .slice(let lower, let upper, let step):
      visit(lower)
      visit(upper)
      visit(step)
    }
  }

  private func noteUncalled(_ value: Expr) {
    if case .attribute = value.kind { file.uncalled.append((value, place)) }
  }

  /// Notes what a string says about names: in an annotation those it reads, elsewhere what `getattr` may be given.
  private func note(_ bytes: [UInt8], _ span: Span) {
    func isPart(_ byte: UInt8) -> Bool { Lexer.isNameStart(byte) || Lexer.isDigit(byte) }
    if isAnnotation {
      for word in bytes.split(whereSeparator: { !isPart($0) }) {
        read(String(decoding: word, as: UTF8.self), span)
        scope.reads[scope.reads.count - 1] = Read(
          name: String(decoding: word, as: UTF8.self), span: span, order: order, loop: loop, isGuarded: true,
          isAnnotation: true)
      }
    } else if let first = bytes.first, Lexer.isNameStart(first), bytes.allSatisfy(isPart) {
      file.namedTexts.insert(String(decoding: bytes, as: UTF8.self))
    }
  }

  private func call(
    _ span: Span, _ function: Expr, _ arguments: [Expr], _ keywords: [KeywordArgument], _ use: CallSite.Use
  ) {
    let index = file.calls.count
    file.calls.append(
      CallSite(span: span, function: function, arguments: arguments, keywords: keywords, use: use, place: place))
    if let name = function.kind.name, ["locals", "vars", "exec", "eval"].contains(name) {
      scope.isOpen = true
    }
    visit(function)
    for argument in arguments { visit(argument, use: .argument(call: index, keyword: nil)) }
    for keyword in keywords {
      role = keyword.name
      visit(keyword.value, use: .argument(call: index, keyword: keyword.name))
      role = nil
    }
  }

  private func visit(_ parts: [FStringPart]) {
    for case .replacement(let value, _, let spec) in parts {
      visit(value)
      if let spec { visit(spec) }
    }
  }

  private func comprehension(_ elements: [Expr], _ generators: [Comprehension]) {
    visit(generators[0].iter)
    inside(.comprehension) { _ in
      for (index, generator) in generators.enumerated() {
        if index > 0 { visit(generator.iter) }
        target(generator.target, .loop)
        for condition in generator.conditions { visit(condition) }
      }
      for element in elements { visit(element) }
    }
  }
}

extension Parameters {
  /// All of them.
  var all: [Lang.Parameter] {
    positionalOnly + positional + [variadic].compactMap { $0 } + keywordOnly + [keywordVariadic].compactMap { $0 }
  }
}
