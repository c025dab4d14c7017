/// `locals()`, `globals()`, `vars()` and `dir()` without arguments: they speak of the code that calls them, so the
/// call itself has to know its names.
final class ScopeCallNode: Node {
  /// The built-in functions that need their caller.
  enum Kind: String {
    case locals, globals, vars, dir
  }

  let kind: Kind
  let callee: Node
  let namespace: Namespace
  /// The names visible as locals: slots of the frame (and whether they hold cells) and captured cells; nil in a
  /// module, whose locals are its globals.
  let names: [(name: Symbol, place: Place)]?
  /// The slot of a class body's frame that holds its namespace.
  let namespaceSlot: Int?

  enum Place {
    case slot(Int)
    case cell(Int)
    case free(Int)
  }

  init(
    _ span: Span, _ kind: Kind, _ callee: Node, _ namespace: Namespace, _ names: [(name: Symbol, place: Place)]?,
    namespaceSlot: Int?
  ) {
    self.namespaceSlot = namespaceSlot
    self.kind = kind
    self.callee = callee
    self.namespace = namespace
    self.names = names
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let function = try callee.evaluate(frame)
    do throws(Raised) {
      // The name may have been given another meaning.
      guard function.bits == Interpreter.builtins[kind.rawValue]?.bits else { return try Call.call(function) }
      switch kind {
      case .globals: return ModuleDict.of(namespace)
      case .locals, .vars: return locals(frame)
      case .dir:
        let space = locals(frame)
        let names = space.isKind(.dict) ? space : try Call.call(try Attributes.get(space, Symbol(.keys)))
        let keys = try Iteration.list(names)
        try ListType.sort(keys, key: .none, reverse: nil)
        return keys
      }
    } catch { throw Interpreter.locate(error, span) }
  }

  /// Whether the names are those of a function.
  var isFunction: Bool { names != nil && namespaceSlot == nil }

  /// Where code runs that `exec` or `eval` is given here.
  func caller(_ frame: Frame) -> DynamicCode.Caller {
    DynamicCode.Caller(namespace: namespace, locals: names == nil ? nil : locals(frame))
  }

  private func locals(_ frame: Frame) -> Value {
    guard let names else { return ModuleDict.of(namespace) }
    if let namespaceSlot, !frame[namespaceSlot].isUnbound { return frame[namespaceSlot] }
    let dict = Dict.make()
    if namespaceSlot != nil {
      for (name, value) in ClassNode.given(Function.code(frame[FrameSlot.function])) { Dict.set(dict, name, value) }
    }
    for (name, place) in names {
      let value: Value
      switch place {
      case .slot(let slot): value = frame[slot]
      case .cell(let slot): value = frame[slot].isUnbound ? .unbound : Cell.get(frame[slot])
      case .free(let index): value = Cell.get(Function.captured(frame, index))
      }
      if !value.isUnbound { Dict.set(dict, name, value) }
    }
    // What is written into it later becomes an attribute of the class.
    if let namespaceSlot { frame[namespaceSlot] = dict }
    return dict
  }
}
