import Lang

/// Walks a syntax tree once, in the order of evaluation, and fills the lists of a `FileModel`.
final class FileModelBuilder {
  let file: FileModel
  var scope: ScopeModel { didSet { knownPlace = nil } }
  var function: FunctionModel? { didSet { knownPlace = nil } }
  var cls: ClassModel? { didSet { knownPlace = nil } }
  var order = 0
  var loop = 0 { didSet { knownPlace = nil } }
  var loopParents = [0]
  var guards = Guards() { didSet { knownPlace = nil } }
  /// The keyword or name that the next expression is given to.
  var role: String?
  var isAnnotation = false
  /// The place of what is being walked, shared by all that stand there.
  private var knownPlace: Place?
  /// The statement being walked.
  var statement = Span(0, 0)

  /// What the handlers around a place take.
  struct Guards {
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

  /// Where the walk is.
  var place: Place {
    if let knownPlace { return knownPlace }
    let made = Place(scope: scope, function: function, cls: cls, loop: loop, isGuarded: guards.attributes)
    knownPlace = made
    return made
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

  func read(_ name: String, _ span: Span) {
    order += 1
    scope.reads.append(
      Read(name: name, span: span, order: order, loop: loop, isGuarded: guards.names, isAnnotation: isAnnotation))
  }

  // MARK: Blocks

  func block(_ statements: [Stmt]) {
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

  func inLoop(_ body: () -> Void) {
    let outer = loop
    loopParents.append(outer)
    loop = loopParents.count - 1
    body()
    loop = outer
  }

  func guarded(_ guards: Guards, _ body: () -> Void) {
    let outer = self.guards
    self.guards = Guards(
      names: outer.names || guards.names, attributes: outer.attributes || guards.attributes,
      imports: outer.imports || guards.imports, any: true)
    body()
    self.guards = outer
  }

  func inside(_ kind: ScopeModel.Kind, _ body: (ScopeModel) -> Void) {
    let outer = (scope, function, cls, loop, guards)
    let inner = ScopeModel(kind, in: scope)
    file.scopes.append(inner)
    scope = inner
    if kind == .function { (loop, guards) = (0, Guards()) }
    body(inner)
    (scope, function, cls, loop, guards) = outer
  }
}
