/// Annotations: kept in `__annotations__`, never enforced.
enum Annotations {
  /// The annotations of a function by the order in which they are evaluated.
  static func ofFunction(_ definition: FunctionDef) -> [(name: String, annotation: Expr)] {
    let parameters = definition.parameters
    let ordered =
      parameters.positional + parameters.positionalOnly + [parameters.variadic].compactMap(\.self)
      + parameters.keywordOnly + [parameters.keywordVariadic].compactMap(\.self)
    var result = ordered.compactMap { parameter in parameter.annotation.map { (parameter.name, $0) } }
    if let returns = definition.returns { result.append(("return", returns)) }
    return result
  }

  /// Whether a module asks for annotations to be kept as texts.
  static func areTexts(in module: Module) -> Bool {
    module.body.contains { statement in
      guard case .importFrom("__future__", let names, 0) = statement.kind else { return false }
      return names.contains { $0.name == "annotations" }
    }
  }
}

extension Lowering {
  /// An annotation as a value.
  func annotation(_ annotation: Expr) -> Node {
    guard annotationsAreTexts else { return lower(annotation) }
    return ConstantNode(annotation.span, text(Array(source.text(of: annotation.span).utf8)))
  }

  /// The statement that makes `__annotations__` at the beginning of a module or class body that needs it.
  func annotationSetup(_ span: Span) -> [Statement] {
    guard scope.hasAnnotations else { return [] }
    return [assign(span, nameTarget("__annotations__", span), DictNode(span, []))]
  }

  /// `target: annotation = value`
  func annotated(_ span: Span, _ target: Expr, _ annotation: Expr, _ value: Expr?, _ isSimple: Bool) -> Statement {
    var statements: [Statement] = []
    if let value {
      let node = lower(value)
      statements.append(assign(span, self.target(target), node))
    }
    if scope.kind == .module || scope.kind == .classBody {
      if isSimple, case .name(let name) = target.kind {
        let item = SubscriptTarget(
          span, self.name("__annotations__", span), ConstantNode(span, Symbol(mangle(name)).value))
        statements.append(AssignStatement(span, item, self.annotation(annotation)))
      } else if !annotationsAreTexts {
        statements.append(ExpressionStatement(lower(annotation)))
      }
    }
    return SequenceStatement.make(statements[...], span)
  }
}
