import Lang

/// What the rules look at: one file, read once, with its names, classes, functions and calls in lists.
final class FileModel {
  let source: SourceText
  let module: Module
  /// The faults of the syntax and what the interpreter refuses.
  let diagnostics: [Diagnostic]
  /// What CPython's compiler warns of.
  var warnings: [Diagnostic] = []
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
  var localModules = LocalModules(beside: "", ModuleStore())
  /// Whether it may be a module that others import, with folders to look for modules in that aren't known.
  var hasOtherFolders = false
  /// For each loop the one around it.
  var loopParents: [Int] = [0]

  private var families: [ObjectIdentifier: ClassFamily?] = [:]

  // Found out after the walk.
  /// The names that are read and bound nowhere.
  var undefined: [(read: Read, scope: ScopeModel)] = []
  /// Whether names may come from `from module import *`.
  var hasOpenStar = false
  /// Whether it imports Locust, or what is written for it.
  var usesLocust = false
  /// Whether what can be said of the whole file has been found out.
  var isResolved = false
  private var answers: [String: Knowledge.Answer] = [:]

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
    if let known = answers[name] { return known }
    let found = find(name)
    answers[name] = found
    return found
  }

  private func find(_ name: String) -> Knowledge.Answer {
    let package = String(name.prefix { $0 != "." })
    guard package != "locust", !Library.has(package), Library.refusal(name) == nil,
      let place = localModules.place(package)
    else { return knowledge.module(name) }
    if place.file == nil {
      // A folder without a file of its own comes after packages that are there, and before those that aren't.
      let answer = knowledge.module(name)
      switch answer {
      case .known: return answer
      case .refused: if !localModules.hasFiles(package) { return answer }
      case .missing: if case .known = knowledge.module(package) { return answer }
      case .local: break
      }
    }
    return localModules.has(name) ? .local : .missing
  }

  /// The value of a module; nil when it isn't known.
  func moduleValue(_ name: String) -> Value? { if case .known(let value) = answer(name) { value } else { nil } }

  /// Where the instances of a class have their names from; nil when that isn't all known. Kept, as it is asked for each
  /// attribute.
  func family(of cls: ClassModel) -> ClassFamily? {
    if let known = families[ObjectIdentifier(cls)] { return known }
    let found = ClassFamily(cls, self)
    families[ObjectIdentifier(cls)] = .some(found)
    return found
  }

  /// The text of a span.
  func text(_ span: Span) -> String { source.text(of: span) }

  /// The classes that users are made of.
  lazy var userClasses: [ClassModel] = classes.filter { $0.role?.isUser == true }

  /// What those of its user classes that have an HTTP client derive from, if that is one and the same.
  lazy var clientRole: ClassModel.Role? = {
    let roles = Set(userClasses.compactMap(\.role)).subtracting([.user])
    return roles.count == 1 ? roles.first : nil
  }()

  /// The classes that stand in the body of another, by its scope.
  lazy var nestedClasses: [ObjectIdentifier: [ClassModel]] = Dictionary(grouping: classes) {
    ObjectIdentifier($0.outer)
  }

  /// The names of all attributes that are read or assigned to.
  lazy var attributeNames: Set<String> = Set(attributes.map(\.name))

  /// The classes, and those instances' classes, that attributes are read from, by the attributes' names; nil for a class
  /// that isn't known.
  lazy var attributeOwners: [String: (classes: [ClassModel?], instances: [ClassModel])] =
    attributes.reduce(into: [:]) { owners, site in
      guard !site.isStore else { return }
      switch known(site.value, in: site.place.scope) {
      case .localClass(let cls)?: owners[site.name, default: ([], [])].classes.append(cls)
      case .localInstance(let cls)?: owners[site.name, default: ([], [])].instances.append(cls)
      default:
        // `type(self).name`, `self.__class__.name`
        let isClass =
          switch site.value.kind {
          case .call(let function, _, _): function.kind.name == "type"
          case .attribute(_, let name, _): name == "__class__"
          default: false
          }
        if isClass { owners[site.name, default: ([], [])].classes.append(nil) }
      }
    }

  /// Where plain names stand before a dot.
  lazy var ownerPlaces: Set<Span> = Set(attributes.compactMap { $0.value.kind.name == nil ? nil : $0.value.span })

  /// A variable of a function, or of the module.
  private struct Variable: Hashable {
    let function: ObjectIdentifier?
    let name: String
  }

  /// The variables that a `with` has for its context.
  private lazy var entered: Set<Variable> = Set(
    withs.flatMap { site in
      site.items.compactMap { item in
        item.context.kind.name.map { Variable(function: site.place.function.map(ObjectIdentifier.init), name: $0) }
      }
    })

  /// Whether a `with` of a function has a variable for its context.
  func isEntered(_ name: String, in function: FunctionModel?) -> Bool {
    entered.contains(Variable(function: function.map(ObjectIdentifier.init), name: name))
  }

  /// Where the dicts stand that `headers.update` is given.
  lazy var headerUpdates: Set<Span> = Set(
    calls.compactMap { call in
      call.function.kind.dottedName?.hasSuffix("headers.update") == true ? call.arguments.first?.span : nil
    })

  /// Whether a place is within a block in which requests have another name: `with client.rename_request(…)`.
  func isRenamed(_ span: Span) -> Bool {
    // Of blocks that begin before it, it is within one when it is before the end of the one that ends last.
    var (low, high) = (0, renamings.count)
    while low < high {
      let middle = (low + high) / 2
      if renamings[middle].start > span.start { high = middle } else { low = middle + 1 }
    }
    return low > 0 && span.end <= renamings[low - 1].end
  }

  /// The beginnings of these blocks in order, each with the furthest end so far.
  private lazy var renamings: [(start: Int32, end: Int32)] = withs.filter { site in
    site.items.contains { item in
      guard case .call(let function, _, _) = item.context.kind, case .attribute(_, "rename_request", _) = function.kind
      else { return false }
      return true
    }
  }.map(\.span).sorted { $0.start < $1.start }.reduce(into: []) { all, span in
    all.append((span.start, max(span.end, all.last?.end ?? 0)))
  }

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
