import Lang

/// A call, with where it stands. A class, as every rule goes through all of them.
final class CallSite {
  /// What becomes of the result.
  enum Use {
    /// It is a statement of its own.
    case statement
    /// It is a context of a `with`; whether that names it.
    case with(isNamed: Bool)
    /// It is assigned to a plain name.
    case assigned(String)
    /// It is handed on to another call: the index among the calls of the file, and the keyword.
    case argument(call: Int, keyword: String?)
    /// It stands before a function or class.
    case decorator
    case other
  }

  let span: Span
  let function: Expr
  let arguments: [Expr]
  let keywords: [KeywordArgument]
  let use: Use
  let place: Place
  /// How its function is called, once that was asked for.
  var knownSignature: (signature: CallSignature, name: String)??

  init(
    span: Span, function: Expr, arguments: [Expr], keywords: [KeywordArgument], use: Use, place: Place
  ) {
    self.span = span
    self.function = function
    self.arguments = arguments
    self.keywords = keywords
    self.use = use
    self.place = place
  }

  /// The keyword argument of a name.
  func keyword(_ name: String) -> KeywordArgument? { keywords.first { $0.name == name } }

  /// Whether `*` or `**` may add arguments that can't be seen.
  var hasSpread: Bool {
    keywords.contains { $0.name == nil } || arguments.contains { if case .starred = $0.kind { true } else { false } }
  }
}

/// Where in a file something stands; shared by all that stand there.
final class Place {
  let scope: ScopeModel
  /// The innermost function around it that has a name.
  let function: FunctionModel?
  /// The class in whose body or methods it stands.
  let cls: ClassModel?
  /// The innermost loop around it, 0 for none.
  let loop: Int
  /// Whether a handler around it takes `AttributeError` and the like.
  let isGuarded: Bool

  init(scope: ScopeModel, function: FunctionModel?, cls: ClassModel?, loop: Int, isGuarded: Bool) {
    self.scope = scope
    self.function = function
    self.cls = cls
    self.loop = loop
    self.isGuarded = isGuarded
  }
}

/// `value.name`, read, called, or assigned to.
final class AttributeSite {
  let value: Expr
  let name: String
  let nameSpan: Span
  let span: Span
  let isStore: Bool
  let place: Place

  init(value: Expr, name: String, nameSpan: Span, span: Span, isStore: Bool, place: Place) {
    self.value = value
    self.name = name
    self.nameSpan = nameSpan
    self.span = span
    self.isStore = isStore
    self.place = place
  }
}

/// `targets = value`; also with an annotation, or `op=`.
struct AssignmentSite {
  let targets: [Expr]
  let value: Expr
  let isAugmented: Bool
  let span: Span
  let place: Place
}

/// `{…}` with keys.
struct DictSite {
  let entries: [(key: Expr?, value: Expr)]
  let span: Span
  /// The keyword under which it is handed to a call, or the name that it is assigned to.
  let role: String?
  let place: Place
}

/// `with items: body`.
struct WithSite {
  let items: [WithItem]
  let body: [Stmt]
  let span: Span
  let place: Place
}

/// `import path` or `from path import names`.
struct ImportSite {
  /// The module that is loaded; relative ones begin with dots.
  let module: String
  let span: Span
  /// The names that are taken from it; nil for `import path`.
  let names: [Alias]?
  /// Whether a handler around it takes `ImportError`.
  let isGuarded: Bool
  let place: Place
}

/// A statement of a block that nothing can reach, after one that leaves it.
struct DeadCode {
  let span: Span
  /// The word that leaves the block: `return`.
  let after: String
}
