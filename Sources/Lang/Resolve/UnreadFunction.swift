/// A function of the library whose body is read when it is first called (see `Parser.putOff`).
///
/// It stands in a module or in a class of a module, so that all that its names can mean is its own variables and the
/// module's; it needs nothing of what is around it but this.
final class UnreadFunction {
  private let span: Span
  private let importer: Importer
  private let className: String?
  private let qualifiedPrefix: String
  private let annotationsAreTexts: Bool
  private var whole: Code?

  fileprivate init(_ span: Span, _ lowering: Lowering, prefix: String) {
    self.span = span
    importer = lowering.importer
    className = lowering.className
    qualifiedPrefix = prefix
    annotationsAreTexts = lowering.annotationsAreTexts
  }

  fileprivate func read(_ code: Code) -> Code {
    if let whole { return whole }
    let read = Program.onLargeStack {
      ConstantPool.collecting {
        let statement = Parser.readUnread(code.source, span)
        guard case .functionDef(let definition) = statement.kind else { preconditionFailure("a function is read") }
        let alone = definition.alone
        let (scope, _) = ScopeBuilder.build(Module(body: [Stmt(kind: .functionDef(alone), span: span)]))
        let lowering = Lowering(code.source, code.namespace, importer, scope)
        lowering.className = className
        lowering.qualifiedPrefix = qualifiedPrefix
        lowering.annotationsAreTexts = annotationsAreTexts
        return lowering.code(of: alone, span)
      }
    }
    read.qualifiedName = code.qualifiedName
    whole = read
    return read
  }
}

extension FunctionDef {
  /// The function without what its `def` evaluates, which has been evaluated before.
  fileprivate var alone: FunctionDef {
    var copy = self
    copy.decorators = []
    copy.returns = nil
    copy.parameters.positionalOnly = parameters.positionalOnly.map(\.bare)
    copy.parameters.positional = parameters.positional.map(\.bare)
    copy.parameters.keywordOnly = parameters.keywordOnly.map(\.bare)
    copy.parameters.variadic = parameters.variadic?.bare
    copy.parameters.keywordVariadic = parameters.keywordVariadic?.bare
    return copy
  }
}

extension Parameter {
  fileprivate var bare: Parameter { Parameter(name: name, annotation: nil, defaultValue: nil, span: span) }
}

extension Lowering {
  /// The code of a function whose body is left for later.
  func putOff(_ definition: FunctionDef, _ unread: Span, _ span: Span) -> Code {
    let prefix = String(qualifiedPrefix.dropLast(definition.name.count + 1))
    return Code(
      name: definition.name, qualifiedName: qualifiedPrefix, source: source, span: definition.nameSpan,
      namespace: namespace, parameters: list(definition.parameters), frameSize: .max, cellParameters: [], captures: [],
      isGenerator: false, nesting: 0, doc: .unbound, localNames: [], body: PassStatement(span),
      unread: UnreadFunction(unread, self, prefix: prefix))
  }
}

extension Code {
  /// The code, read now if it has not been.
  var whole: Code { unread?.read(self) ?? self }
}

extension Function {
  /// Calls a function whose body is to be read first; from then on it has it.
  @inline(never)
  static func readAndInvoke(
    _ code: Code, _ function: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Raised) -> Value {
    let whole = code.whole
    // The old code stays: callers that are on their way into it haven't retained it.
    function.object.as(FunctionLayout.self).pointee.code = Unmanaged.passRetained(whole)
    return try invoke(whole, function, arguments, count)
  }
}
