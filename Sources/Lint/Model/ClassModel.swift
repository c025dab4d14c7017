import Lang

/// One class of a file.
final class ClassModel {
  /// What Locust's classes among its ancestors make of it.
  enum Role {
    case httpUser, fastHttpUser, user, taskSet, sequentialTaskSet, markovTaskSet, shape

    /// The role that a class of Locust gives to those that derive from it.
    init?(className: String) {
      switch className {
      case "HttpUser", "HttpLocust": self = .httpUser
      case "FastHttpUser", "FastHttpLocust": self = .fastHttpUser
      case "User", "Locust": self = .user
      case "SequentialTaskSet", "TaskSequence": self = .sequentialTaskSet
      case "MarkovTaskSet": self = .markovTaskSet
      case "TaskSet": self = .taskSet
      case "LoadTestShape": self = .shape
      default: return nil
      }
    }

    var isUser: Bool { self == .httpUser || self == .fastHttpUser || self == .user }
    var isTaskSet: Bool { self == .taskSet || self == .sequentialTaskSet || self == .markovTaskSet }
  }

  /// What a base is.
  enum Base {
    case local(ClassModel)
    /// A class of a module that is known.
    case known(Value)
    case unknown
  }

  let definition: ClassDef
  let span: Span
  let outer: ScopeModel
  let scope: ScopeModel
  /// Its methods in order, also those that a later one of the same name replaces.
  var methods: [FunctionModel] = []
  /// The names that its methods assign to on their first parameter.
  var instanceNames: Set<String> = []
  var bases: [Base] = []
  /// The classes of the file that derive from it.
  var subclasses: [ClassModel] = []
  /// Whether a decorator makes a task of it.
  var isTask = false
  var weight: Expr?

  init(_ definition: ClassDef, _ span: Span, outer: ScopeModel, scope: ScopeModel) {
    self.definition = definition
    self.span = span
    self.outer = outer
    self.scope = scope
  }

  var name: String { definition.name }

  /// How many ancestors and descendants are looked at: what goes on for longer was made to take long.
  static let maximumFamily = 100

  /// Itself and the classes of the file that it derives from, nearest first.
  lazy var lineage: [ClassModel] = {
    var result: [ClassModel] = [self]
    var index = 0
    while index < result.count, result.count < ClassModel.maximumFamily {
      for case .local(let base) in result[index].bases where !result.contains(where: { $0 === base }) {
        result.append(base)
      }
      index += 1
    }
    return result
  }()

  /// The known classes that it derives from.
  lazy var knownBases: [Value] = lineage.flatMap { cls in
    cls.bases.compactMap { if case .known(let value) = $0 { value } else { nil } }
  }

  /// Whether a base is not known, so that names may come from there.
  lazy var hasUnknownBase: Bool =
    lineage.count >= ClassModel.maximumFamily
    || lineage.contains { cls in
      !cls.definition.keywords.isEmpty
        || cls.bases.contains { if case .unknown = $0 { true } else { false } }
    }

  /// What it is to Locust; nil for other classes.
  lazy var role: Role? = {
    for value in knownBases {
      for name in Introspection.ancestry(value) {
        if let role = Role(className: name) { return role }
      }
    }
    return nil
  }()

  /// The last binding of a name in its own body.
  func own(_ name: String) -> Binding? { scope.bindings[name]?.last }

  /// The last binding of a name in its body or in that of a base of the file.
  func inherited(_ name: String) -> Binding? { lineage.lazy.compactMap { $0.own(name) }.first }

  /// The value that its body, or that of a base of the file, assigns to a name.
  func value(_ name: String) -> Expr? {
    guard case .assignment(let value)? = inherited(name)?.kind else { return nil }
    return value
  }

  /// Whether its body says `abstract = True`.
  var isAbstract: Bool {
    guard case .assignment(let value)? = own("abstract")?.kind else { return false }
    return value.kind.isTrue
  }

  /// The method of a name, its own or that of a base of the file.
  func method(_ name: String) -> FunctionModel? {
    guard case .function(let function)? = inherited(name)?.kind else { return nil }
    return function
  }
}

extension ExprKind {
  /// Whether it is `True`.
  var isTrue: Bool { if case .constant(.true) = self { true } else { false } }

  /// The text of a string literal.
  var text: String? {
    guard case .constant(.string(let bytes)) = self else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value of a number, a sign before it taken in.
  var number: Double? {
    switch self {
    case .constant(.int(let value)): Double(value)
    case .constant(.float(let value)): value
    case .unaryOp(.minus, let operand): operand.kind.number.map { -$0 }
    default: nil
    }
  }

  /// The name that it is.
  var name: String? { if case .name(let name) = self { name } else { nil } }

  /// The names of `a.b.c`.
  var dottedName: String? {
    switch self {
    case .name(let name): name
    case .attribute(let value, let name, _): value.kind.dottedName.map { $0 + "." + name }
    default: nil
    }
  }
}
