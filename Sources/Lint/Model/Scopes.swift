import Lang

/// One name being bound: an assignment, an import, a parameter, a definition.
final class Binding {
  /// How a name gets its value.
  enum Kind {
    /// `import path`: the name of the module that the name stands for.
    case module(String)
    /// `from module import name`.
    case member(module: String, level: Int, name: String)
    case assignment(Expr)
    /// `name: annotation`, without a value.
    case declaration
    case unpacking
    case augmented
    /// A parameter; the position among the positional ones, -1 for others.
    case parameter(Int)
    case function(FunctionModel)
    case cls(ClassModel)
    case loop
    /// `with context as name`.
    case with(Expr)
    case exception
    case pattern
    case deletion
  }

  let name: String
  let kind: Kind
  let span: Span
  /// The whole statement.
  let statement: Span
  /// When it happens, in the order of evaluation within the file.
  let order: Int
  /// The innermost loop around it, 0 for none.
  let loop: Int
  /// Whether it stands within `try`, so that it may be an alternative to another.
  let isGuarded: Bool
  /// Whether anything reads the name.
  var isRead = false
  /// What the name stands for by it, once that was asked for.
  var known: Known??

  init(
    _ name: String, _ kind: Kind, _ span: Span, statement: Span, order: Int, loop: Int, isGuarded: Bool
  ) {
    self.name = name
    self.kind = kind
    self.span = span
    self.statement = statement
    self.order = order
    self.loop = loop
    self.isGuarded = isGuarded
  }

  /// Whether it is an import.
  var isImport: Bool {
    switch kind {
    case .module, .member: true
    default: false
    }
  }
}

/// One name being read.
struct Read {
  let name: String
  let span: Span
  let order: Int
  let loop: Int
  /// Whether a handler around it takes what is raised for a missing name.
  let isGuarded: Bool
  /// Whether it stands in an annotation.
  let isAnnotation: Bool
}

/// The names of one function, class body, comprehension or module, with the places where they are bound and read.
///
/// It is not `Lang`'s `Scope`, which only needs to know which slot a name is.
final class ScopeModel {
  enum Kind {
    case module, function, classBody, comprehension
  }

  let kind: Kind
  let parent: ScopeModel?
  /// The function whose body it is.
  var function: FunctionModel?
  /// The class whose body it is.
  var cls: ClassModel?
  private(set) var bindings: [String: [Binding]] = [:]
  private(set) var allBindings: [Binding] = []
  var reads: [Read] = []
  var globals: Set<String> = []
  var nonlocals: Set<String> = []
  /// Its names that are read anywhere.
  var readNames: Set<String> = []
  /// Whether `locals()`, `vars()` or `exec` may read any of its names.
  var isOpen = false

  init(_ kind: Kind, in parent: ScopeModel?) {
    self.kind = kind
    self.parent = parent
  }

  func bind(_ binding: Binding) {
    bindings[binding.name, default: []].append(binding)
    allBindings.append(binding)
  }

  /// Where its names are read in it, in the order of the text.
  lazy var readPlaces: [String: [Span]] = Dictionary(grouping: reads, by: \.name).mapValues { reads in
    reads.map(\.span).sorted { $0.start < $1.start }
  }

  /// Whether a name is read in it between two places.
  func isRead(_ name: String, after start: Int32, before end: Int32) -> Bool {
    guard let places = readPlaces[name] else { return false }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].start > start { high = middle } else { low = middle + 1 }
    }
    return low < places.count && places[low].start < end
  }

  /// The module's scope.
  var top: ScopeModel {
    var scope = self
    while let parent = scope.parent { scope = parent }
    return scope
  }

  /// Where a name read here is bound, by Python's rules; nil when nowhere in the file.
  func resolve(_ name: String) -> (scope: ScopeModel, bindings: [Binding])? {
    if globals.contains(name) {
      let top = top
      return top.bindings[name].map { (top, $0) }
    }
    if !nonlocals.contains(name), let own = bindings[name] { return (self, own) }
    var scope = parent
    while let candidate = scope {
      // The names of a class body are not seen from within its functions.
      if candidate.kind != .classBody {
        if candidate.globals.contains(name) { return candidate.top.bindings[name].map { (candidate.top, $0) } }
        if !candidate.nonlocals.contains(name), let found = candidate.bindings[name] { return (candidate, found) }
      }
      scope = candidate.parent
    }
    return nil
  }
}

/// One function or method.
final class FunctionModel {
  let definition: FunctionDef
  let span: Span
  /// Where it is defined.
  let outer: ScopeModel
  /// Its own names.
  let scope: ScopeModel
  /// The class in whose body it stands.
  let cls: ClassModel?
  /// Whether it is run as a task.
  var isTask = false
  /// The weight that its decorator gives.
  var weight: Expr?

  init(_ definition: FunctionDef, _ span: Span, outer: ScopeModel, scope: ScopeModel, cls: ClassModel?) {
    self.definition = definition
    self.span = span
    self.outer = outer
    self.scope = scope
    self.cls = cls
  }

  var name: String { definition.name }

  /// The name of the parameter that holds the instance, the user or the task set.
  var firstParameter: String? {
    (definition.parameters.positionalOnly + definition.parameters.positional).first?.name
  }

  /// Whether a decorator of this name stands before it.
  func hasDecorator(_ name: String) -> Bool {
    definition.decorators.contains { decorator in
      let function = if case .call(let callee, _, _) = decorator.kind { callee } else { decorator }
      switch function.kind {
      case .name(name): return true
      case .attribute(_, name, _): return true
      default: return false
      }
    }
  }

  /// Whether it takes no instance.
  lazy var isStatic = hasDecorator("staticmethod")

  /// How it is called, its decorators not considered.
  lazy var signature = CallSignature(definition.parameters)
}

extension CallSignature {
  /// The signature of parameters as they are written.
  init(_ parameters: Parameters) {
    self.init()
    func parameter(_ parameter: Lang.Parameter) -> CallSignature.Parameter {
      CallSignature.Parameter(name: parameter.name, isRequired: parameter.defaultValue == nil)
    }
    positional = (parameters.positionalOnly + parameters.positional).map(parameter)
    positionalOnlyCount = parameters.positionalOnly.count
    keywordOnly = parameters.keywordOnly.map(parameter)
    variadic = parameters.variadic?.name
    keywordVariadic = parameters.keywordVariadic?.name
  }
}
