/// The names of one function, class body, comprehension or module, and what each means.
final class Scope {
  enum Kind {
    case module, function, comprehension, classBody
  }

  /// What a name means in a scope.
  enum Meaning {
    /// A slot of the frame.
    case local(Int)
    /// A slot that holds a cell.
    case cell(Int)
    /// A cell that the function object brings along.
    case free(Int)
    case global
  }

  /// The variable of a class body that holds the class for its methods (`super()`, `__class__`). The body may give
  /// `__class__` itself another meaning.
  static let classCell = ".class"

  let kind: Kind
  /// The scope around this one, which holds this one.
  unowned let parent: Scope?
  /// The inner scopes in the order in which their code stands.
  private(set) var children: [Scope] = []
  /// Names bound here, in order; parameters first.
  var bound: [String] { bindings.names }
  private var bindings = NameSet()
  var globals = NameSet()
  var nonlocals = NameSet()
  /// The names that assignment expressions in a comprehension bind outside it.
  var assigned = NameSet()
  private var used = NameSet()
  var isGenerator = false
  /// Whether a module or class body has annotated names.
  var hasAnnotations = false
  /// Whether this is no class's body, but code that is run with local variables of its own (`exec`).
  var isDynamic = false
  /// How many of the bound names are parameters.
  var parameterCount = 0

  private var captured = NameSet()
  /// The names brought along from enclosing scopes, in order.
  private(set) var free: [String] = []
  /// The next inner scope that lowering will enter.
  private var nextChild = 0

  init(_ kind: Kind, in parent: Scope?) {
    self.kind = kind
    self.parent = parent
    parent?.children.append(self)
  }

  /// The inner scope whose code is reached next, in the order of the first pass.
  func enterNext() -> Scope {
    defer { nextChild += 1 }
    return children[nextChild]
  }

  /// Notes that a name is bound here.
  func bind(_ name: String) {
    guard !globals.contains(name), !nonlocals.contains(name) else { return }
    bindings.insert(name)
  }

  /// What has been seen of a name so far, for declarations that come too late.
  func isBound(_ name: String) -> Bool { bindings.contains(name) }
  func isUsed(_ name: String) -> Bool { used.contains(name) }
  func isParameter(_ name: String) -> Bool { bound.prefix(parameterCount).contains(name) }
  /// Where names were declared nonlocal.
  var nonlocalPlaces: [(name: String, span: Span)] = []

  /// The declarations of nonlocal names, here and inside, that lead to no variable; to be asked after `resolve`.
  var danglingNonlocals: [(name: String, span: Span)] {
    nonlocalPlaces.filter { !free.contains($0.name) } + children.flatMap(\.danglingNonlocals)
  }

  /// Notes that a name is read here.
  func use(_ name: String) { used.insert(name) }

  /// Whether inner scopes can see what is bound here.
  private var isVisibleInside: Bool { kind == .function || kind == .comprehension }

  /// Finds out, for this scope and those inside it, which names come from enclosing functions.
  func resolve() {
    if kind == .classBody, !isDynamic {
      // Class bodies begin with these.
      for name in ["__module__", "__qualname__"] where used.contains(name) { bind(name) }
    }
    var read = used
    read.insert(nonlocals.names)
    for name in read.names.sorted() where !bindings.contains(name) || nonlocals.contains(name) {
      if !globals.contains(name) { capture(name) }
    }
    for child in children { child.resolve() }
  }

  /// Makes a name of an enclosing function reach this scope, if there is one.
  private func capture(_ name: String) {
    var through: [Scope] = [self]
    var scope = parent
    while let candidate = scope {
      let isHere =
        candidate.bindings.contains(name) && !candidate.globals.contains(name) && candidate.isVisibleInside
        || candidate.kind == .classBody && !candidate.isDynamic && name == "__class__"
      if isHere {
        let own = candidate.kind == .classBody ? Scope.classCell : name
        candidate.captured.insert(own)
        if candidate.kind == .classBody { candidate.bind(own) }
        for inner in through where !inner.free.contains(name) { inner.free.append(name) }
        return
      }
      if candidate.kind == .module || candidate.globals.contains(name) && candidate.isVisibleInside { return }
      through.append(candidate)
      scope = candidate.parent
    }
  }

  /// What a name means here.
  func meaning(_ name: String) -> Meaning {
    if kind == .module || globals.contains(name) { return .global }
    if bindings.contains(name) && !nonlocals.contains(name), let index = bound.firstIndex(of: name) {
      let slot = FrameSlot.first + index
      return captured.contains(name) ? .cell(slot) : .local(slot)
    }
    if let index = free.firstIndex(of: name) { return .free(index) }
    return .global
  }

  /// The slots that hold cells.
  var cellSlots: [Int] {
    bound.indices.filter { captured.contains(bound[$0]) }.map { FrameSlot.first + $0 }
  }

  /// Whether a nonlocal declaration finds its variable.
  func findsNonlocal(_ name: String) -> Bool { free.contains(name) }

  /// The module's scope, or that of the text that is run at run time.
  var outermost: Scope {
    var scope = self
    while let parent = scope.parent { scope = parent }
    return scope
  }

  /// The scope in which a walrus inside comprehensions binds.
  var walrusScope: Scope {
    var scope = self
    while scope.kind == .comprehension, let parent = scope.parent { scope = parent }
    return scope
  }
}
