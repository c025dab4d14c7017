import Lang

/// What the rules look at: one file, read once, with its names, classes, functions and calls in lists.
final class FileModel {
  let source: SourceText
  let module: Module
  /// The faults of the syntax and what the interpreter refuses.
  let diagnostics: [Diagnostic]
  let knowledge: Knowledge
  /// The tags that a configuration knows; nil when it names none.
  var knownTags: Set<String>?

  // Filled by the builder.
  let top = ScopeModel(.module, in: nil)
  var scopes: [ScopeModel] = []
  var functions: [FunctionModel] = []
  var classes: [ClassModel] = []
  var calls: [CallSite] = []
  var attributes: [AttributeSite] = []
  var assignments: [AssignmentSite] = []
  var dicts: [DictSite] = []
  var withs: [WithSite] = []
  var imports: [ImportSite] = []
  var deadCode: [DeadCode] = []
  /// Attributes that are a whole statement or have an index after them.
  var uncalled: [(expression: Expr, place: Place)] = []
  /// The texts of string literals that are names, for `getattr` and `hasattr`.
  var namedTexts: Set<String> = []
  /// The names of attributes that are assigned to anywhere.
  var storedAttributes: Set<String> = []
  /// Whether annotations are not evaluated.
  var annotationsAreTexts = false

  /// The modules beside the file.
  var localModules = LocalModules(beside: "")
  /// For each loop the one around it.
  var loopParents: [Int] = [0]

  /// The names that the instances of a class have; nil for a class of which not all are known.
  var namesOfInstances: [ObjectIdentifier: Set<String>?] = [:]

  // Found out after the walk.
  /// The names that are read and bound nowhere.
  var undefined: [(read: Read, scope: ScopeModel)] = []
  /// Whether names may come from `from module import *`.
  var hasOpenStar = false
  /// The full names of the imported modules that are part of Locust.
  var usesLocust = false

  init(_ source: SourceText, _ module: Module, _ diagnostics: [Diagnostic], _ knowledge: Knowledge) {
    self.source = source
    self.module = module
    self.diagnostics = diagnostics
    self.knowledge = knowledge
    scopes.append(top)
  }

  /// What an `import` of a name leads to. A file beside the spec comes before a package of that name, though not before
  /// Python's own library and Locust.
  func answer(_ name: String) -> Knowledge.Answer {
    let package = String(name.prefix { $0 != "." })
    if package != "locust", !Library.has(package), Library.refusal(name) == nil, localModules.has(package) {
      return localModules.has(name) ? .local : .missing
    }
    return knowledge.module(name)
  }

  /// The value of a module; nil when it isn't known.
  func moduleValue(_ name: String) -> Value? { if case .known(let value) = answer(name) { value } else { nil } }

  /// The text of a span.
  func text(_ span: Span) -> String { source.text(of: span) }

  /// The classes that users are made of.
  lazy var userClasses: [ClassModel] = classes.filter { $0.role?.isUser == true }

  /// What its user classes derive from.
  lazy var userRoles: Set<ClassModel.Role> = Set(userClasses.compactMap(\.role))

  /// The classes that stand in the body of another, by its scope.
  lazy var nestedClasses: [ObjectIdentifier: [ClassModel]] = Dictionary(grouping: classes) {
    ObjectIdentifier($0.outer)
  }

  /// Where the dicts stand that `headers.update` is given.
  lazy var headerUpdates: Set<Span> = Set(
    calls.compactMap { call in
      call.function.kind.dottedName?.hasSuffix("headers.update") == true ? call.arguments.first?.span : nil
    })

  /// The blocks in which requests have another name: `with client.rename_request(…)`.
  lazy var renamings: [Span] = withs.filter { site in
    site.items.contains { item in
      guard case .call(let function, _, _) = item.context.kind, case .attribute(_, "rename_request", _) = function.kind
      else { return false }
      return true
    }
  }.map(\.span)

  /// Whether an expression is the HTTP client of a user: `self.client`, `l.client`, or a name that stands for it.
  func isClient(_ expression: Expr, in scope: ScopeModel) -> Bool {
    guard usesLocust else { return false }
    switch expression.kind {
    case .attribute(let value, "client", _):
      if storedAttributes.contains("client") { return false }
      switch value.kind {
      case .name(let name):
        guard let (_, bindings) = scope.resolve(name), bindings.count == 1 else { return false }
        switch bindings[0].kind {
        case .parameter: return isHTTP(owner(of: name, in: scope))
        default: return false
        }
      case .attribute(let inner, let name, _) where ["user", "parent", "locust", "_user", "_parent"].contains(name):
        return inner.kind.name != nil && isHTTP(nil)
      default: return false
      }
    case .name(let name):
      guard let (owner, bindings) = scope.resolve(name), bindings.count == 1,
        case .assignment(let value) = bindings[0].kind, value.kind.name == nil
      else { return false }
      return isClient(value, in: owner)
    default: return false
    }
  }

  /// The class whose method's first parameter a name is.
  func owner(of name: String, in scope: ScopeModel) -> ClassModel? {
    guard let (owner, bindings) = scope.resolve(name), case .parameter(0)? = bindings.first?.kind else { return nil }
    return owner.function?.isStatic == true ? nil : owner.function?.cls
  }

  /// Whether the client of a class is an HTTP client; of a task set, whether those of the file's users are.
  private func isHTTP(_ cls: ClassModel?) -> Bool {
    switch cls?.role {
    case .httpUser?, .fastHttpUser?: return true
    case .user?: return false
    default:
      let users = userClasses
      return users.isEmpty || users.contains { $0.role != .user }
    }
  }

  /// The calls of an HTTP client's verbs, with the verb.
  lazy var requests: [(call: CallSite, verb: String)] = {
    calls.compactMap { call in
      guard case .attribute(let value, let verb, _) = call.function.kind, FileModel.verbs.contains(verb),
        isClient(value, in: call.place.scope)
      else { return nil }
      return (call, verb)
    }
  }()

  static let verbs: Set<String> = ["get", "post", "put", "patch", "delete", "head", "options", "request"]

  /// The URL that a request is given.
  static func url(_ call: CallSite, _ verb: String) -> Expr? {
    let position = verb == "request" ? 1 : 0
    if call.arguments.count > position {
      let leading = call.arguments[...position]
      return leading.contains { if case .starred = $0.kind { true } else { false } } ? nil : leading[position]
    }
    return call.keyword("url")?.value
  }

  /// Whether a function runs again and again while the test runs: a task, or what a task set or user class has but
  /// `on_start`, `on_stop` and the like.
  func isTask(_ function: FunctionModel?) -> Bool { function?.isTask == true }
}
