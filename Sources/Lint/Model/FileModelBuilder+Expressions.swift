import Lang

/// The walk through expressions.
extension FileModelBuilder {
  func visit(_ expression: Expr?) { if let expression { visit(expression, use: .other) } }

  func visit(_ expression: Expr, use: CallSite.Use) {
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

  func noteUncalled(_ value: Expr) {
    if case .attribute = value.kind { file.uncalled.append((value, place)) }
  }

  /// Notes what a string says about names: in an annotation those it reads, elsewhere what `getattr` may be given.
  func note(_ bytes: [UInt8], _ span: Span) {
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

  func call(
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

  func visit(_ parts: [FStringPart]) {
    for case .replacement(let value, _, let spec) in parts {
      visit(value)
      if let spec { visit(spec) }
    }
  }

  func comprehension(_ elements: [Expr], _ generators: [Comprehension]) {
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
