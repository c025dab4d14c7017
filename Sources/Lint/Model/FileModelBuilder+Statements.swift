import Lang

/// The walk through statements.
extension FileModelBuilder {
  func visit(_ node: Stmt) {
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

  func assign(_ targets: [Expr], _ value: Expr, _ span: Span) {
    let name = targets.count == 1 ? targets[0].kind.name : nil
    role = name ?? targets.first?.kind.dottedName
    visit(value, use: name.map { .assigned($0) } ?? .other)
    role = nil
    file.assignments.append(
      AssignmentSite(targets: targets, value: value, isAugmented: false, span: span, place: place))
    for target in targets { self.target(target, .assignment(value)) }
  }

  func withStatement(_ items: [WithItem], _ body: [Stmt], _ span: Span) {
    for item in items {
      visit(item.context, use: .with(isNamed: item.target != nil))
      if let target = item.target { self.target(target, .with(item.context)) }
    }
    file.withs.append(WithSite(items: items, body: body, span: span, place: place))
    block(body)
  }

  func tryStatement(_ body: [Stmt], _ handlers: [ExceptHandler], _ orElse: [Stmt], _ finalBody: [Stmt]) {
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
  static func exceptionNames(_ type: Expr?) -> Set<String> {
    switch type?.kind {
    case nil: ["*"]
    case .name(let name)?: [name == "BaseException" ? "*" : name]
    case .tuple(let elements)?: Set(elements.compactMap(\.kind.name))
    default: []
    }
  }
}
