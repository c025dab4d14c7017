import Coroutine

/// The second pass: turns the syntax tree into nodes and statements that run, names into slots.
final class Lowering {
  let source: SourceText
  let namespace: Namespace
  let importer: Importer
  /// What the interpreter doesn't carry.
  private(set) var diagnostics: [Diagnostic] = []
  /// What CPython's compiler warns of (`SyntaxWarnings`).
  var warnings: [Diagnostic] = []
  /// The scope of the code being lowered.
  var scope: Scope
  /// The dotted name of the function or class being lowered, empty in a module.
  var qualifiedPrefix = ""
  /// The name of the function or class being lowered, as frames have it.
  var functionName = "<module>"
  /// The name of the current method's first parameter, for `super()`.
  var firstParameter: String?

  /// Whether annotations are kept as texts (`from __future__ import annotations`).
  var annotationsAreTexts = false
  /// The slots that the function being lowered has beyond its variables, for what its resumable statements note.
  var hiddenSlots = 0
  /// The slot that says where the frame of the function being lowered is, once it has one.
  var lineSlot: Int?
  /// The slot of the class body being lowered that holds its namespace, if it has one.
  var classNamespaceSlot = 0
  /// Where the operands stand that an expression must keep while it is left at a `yield`.
  var savedOperands: Set<Span> = []
  /// How deeply the code being lowered nests within its function, and the deepest it got.
  var nesting = 0
  var deepestNesting = 0
  /// Whether the end of the generator being lowered runs code of its own.
  var hasCleanup = false

  init(_ source: SourceText, _ namespace: Namespace, _ importer: Importer, _ scope: Scope) {
    self.source = source
    self.namespace = namespace
    self.importer = importer
    self.scope = scope
  }

  /// What a module is turned into: its executable form, what is not supported in it, and what is to be warned of.
  struct Lowered {
    let code: Code
    let diagnostics: [Diagnostic]
    let warnings: [Diagnostic]
  }

  /// The executable form of a module.
  static func lower(
    _ module: Module, _ source: SourceText, in namespace: Namespace, importer: Importer
  ) -> Lowered {
    ConstantPool.collecting { lowerAlone(module, source, in: namespace, importer) }
  }

  private static func lowerAlone(
    _ module: Module, _ source: SourceText, in namespace: Namespace, _ importer: Importer, keepsDoc: Bool = false
  ) -> Lowered {
    let (scope, faults) = ScopeBuilder.build(module)
    let lowering = Lowering(source, namespace, importer, scope)
    lowering.diagnostics = faults + FutureImports.check(module)
    let span = Span(0, source.bytes.count)
    lowering.annotationsAreTexts = Annotations.areTexts(in: module)
    let body = lowering.framed(
      SequenceStatement.make((lowering.annotationSetup(span) + [lowering.block(module.body, span)])[...], span), span)
    if case .expr(let first)? = module.body.first?.kind, case .constant(.string(let bytes)) = first.kind {
      namespace[Symbol(.__doc__)] = lowering.text(bytes)
    } else if !keepsDoc {
      namespace[Symbol(.__doc__)] = Value.none
    }
    let code = Code(
      name: "<module>", qualifiedName: "<module>", source: source, span: span, namespace: namespace,
      parameters: ParameterList(), frameSize: FrameSlot.first + lowering.hiddenSlots, cellParameters: [], captures: [],
      isGenerator: false, nesting: lowering.deepestNesting, doc: .unbound, localNames: [], body: body)
    return Lowered(code: code, diagnostics: lowering.diagnostics, warnings: lowering.warnings)
  }

  /// The executable form of a text that is run with local variables of its own: in a mapping, like a class body's. The
  /// slot of its frame takes that; nil where its locals are the module's variables.
  static func lowerDynamic(
    _ module: Module, _ source: SourceText, in namespace: Namespace, importer: Importer, hasLocals: Bool
  ) -> (code: Code, diagnostics: [Diagnostic], namespaceSlot: Int?) {
    ConstantPool.collecting {
      guard hasLocals else {
        let lowered = lowerAlone(module, source, in: namespace, importer, keepsDoc: true)
        return (lowered.code, lowered.diagnostics, nil)
      }
      let (top, faults) = ScopeBuilder.build(module, isNested: true)
      let lowering = Lowering(source, namespace, importer, top.enterNext())
      lowering.diagnostics = faults + FutureImports.check(module)
      lowering.annotationsAreTexts = Annotations.areTexts(in: module)
      lowering.classNamespaceSlot = lowering.newSlot()
      let slot = lowering.classNamespaceSlot
      let span = Span(0, source.bytes.count)
      let body = lowering.framed(
        SequenceStatement.make((lowering.annotationSetup(span) + [lowering.block(module.body, span)])[...], span), span)
      let scope = lowering.scope
      let code = Code(
        name: "<module>", qualifiedName: "<module>", source: source, span: span, namespace: namespace,
        parameters: ParameterList(), frameSize: FrameSlot.first + scope.bound.count + lowering.hiddenSlots,
        cellParameters: [], captures: [], isGenerator: false, nesting: lowering.deepestNesting, doc: .unbound,
        localNames: [], body: body)
      return withExtendedLifetime(top) { (code, lowering.diagnostics, slot) }
    }
  }

  /// Notes a construct that is refused.
  func refuse(_ message: String, _ span: Span, hint: String? = nil) {
    diagnostics.append(Diagnostic(.unsupported, message, at: span, hint: hint))
  }

  /// Notes that code nests one deeper; `nesting` is to be lowered again after it.
  func enterNesting(_ span: Span) {
    nesting += 1
    deepestNesting = max(deepestNesting, nesting)
    // Once is enough: the rest of a tree this deep would say it for each of its nodes.
    if nesting == Lowering.maximumNesting { fault("maximum recursion depth exceeded during compilation", span) }
  }

  private static let maximumNesting = 3000

  /// Notes what only this pass can see to be no Python.
  func fault(_ message: String, _ span: Span) { diagnostics.append(Diagnostic(.syntaxError, message, at: span)) }

  /// A string as a constant.
  func text(_ bytes: [UInt8]) -> Value { ConstantPool.keep(Str.make(bytes)) }

  /// Statements as one.
  func block(_ statements: [Stmt], _ span: Span) -> Statement {
    var result: [Statement] = []
    var resumable: Set<Int> = []
    for statement in statements {
      if notesFrames { result.append(NoteLineStatement(statement.span, slot: lineNote())) }
      if scope.isGenerator, YieldFinder.yields(statement) { resumable.insert(result.count) }
      result.append(lower(statement))
    }
    return sequence(result[...], span, resumable)
  }

  /// One statement that runs all of these: a balanced tree, so that long bodies don't nest deeply. `resumable` are the
  /// indices of those that can yield.
  private func sequence(_ statements: ArraySlice<Statement>, _ span: Span, _ resumable: Set<Int>) -> Statement {
    guard statements.count > 1, !resumable.isDisjoint(with: statements.indices) else {
      return SequenceStatement.make(statements, span)
    }
    let middle = statements.startIndex + (statements.count <= 4 ? 1 : statements.count / 2)
    let first = sequence(statements[..<middle], span, resumable)
    return ResumableSequenceStatement(
      first, sequence(statements[middle...], span, resumable), slot: newSlot())
  }

  /// Statements as one, or nil where there are none.
  func optionalBlock(_ statements: [Stmt], _ span: Span) -> Statement? {
    statements.isEmpty ? nil : block(statements, span)
  }

  /// A name being read. Scopes know it as it is written, the running code as it is mangled.
  func name(_ name: String, _ span: Span) -> Node {
    let symbol = Symbol(mangle(name))
    if scope.kind == .classBody { return nameInClass(name, symbol, span) }
    switch scope.meaning(name) {
    case .local(let slot): return LocalNode(span, slot: slot, name: symbol)
    case .cell(let slot): return CellNode(span, slot: slot, name: symbol)
    case .free(let index): return FreeNode(span, index: index, name: symbol)
    case .global: return GlobalNode(span, namespace, name: symbol)
    }
  }

  private func nameInClass(_ name: String, _ symbol: Symbol, _ span: Span) -> Node {
    let global = GlobalNode(span, namespace, name: symbol)
    func inBody(_ slot: Int?, _ outer: Node) -> Node {
      ClassBodyNode(span, name: symbol, slot: slot, namespaceSlot: classNamespaceSlot, outer: outer)
    }
    switch scope.meaning(name) {
    case .local(let slot): return inBody(slot, global)
    case .cell(let slot): return CellNode(span, slot: slot, name: symbol)
    case .free(let index): return inBody(nil, FreeNode(span, index: index, name: symbol))
    case .global: return scope.globals.contains(name) ? global : inBody(nil, global)
    }
  }

  /// A name being assigned to.
  func nameTarget(_ name: String, _ span: Span) -> Target {
    let symbol = Symbol(mangle(name))
    switch scope.meaning(name) {
    case .local(let slot):
      return scope.kind == .classBody
        ? ClassBodyTarget(span, name: symbol, slot: slot, namespaceSlot: classNamespaceSlot)
        : LocalTarget(span, slot: slot, name: symbol)
    case .cell(let slot): return CellTarget(span, slot: slot, name: symbol)
    case .free(let index): return FreeTarget(span, index: index, name: symbol)
    case .global: return GlobalTarget(span, namespace, name: symbol)
    }
  }

  /// An expression being assigned to.
  func target(_ expression: Expr) -> Target {
    switch expression.kind {
    case .name(let name): return nameTarget(name, expression.span)
    case .attribute(let value, let name, _):
      return AttributeTarget(attributeSpan(expression), lower(value), Symbol(mangle(name)))
    case .subscript(let value, let index): return SubscriptTarget(expression.span, lower(value), lower(index))
    case .tuple(let elements), .list(let elements):
      var star: Int?
      var targets: [Target] = []
      for (position, element) in elements.enumerated() {
        if case .starred(let inner) = element.kind {
          star = position
          targets.append(target(inner))
        } else {
          targets.append(target(element))
        }
      }
      return UnpackTarget(expression.span, targets, star: star)
    default:
      refuse("cannot assign to this expression", expression.span)
      return nameTarget("_", expression.span)
    }
  }

  /// Private names (`__x`) in a class carry its name: `_Class__x`.
  func mangle(_ name: String) -> String { className.map { Lowering.mangle(name, in: $0) } ?? name }

  /// A name as the body of a class means it.
  static func mangle(_ name: String, in className: String) -> String {
    guard name.hasPrefix("__"), !name.hasSuffix("__") else { return name }
    let stripped = className.drop { $0 == "_" }
    return stripped.isEmpty ? name : "_\(stripped)\(name)"
  }

  /// The class in whose body the code stands.
  var className: String?
}

/// Compiling and running whole files.
public enum Program {
  /// Compiles a source; with any diagnostics nothing may be run.
  private static func compile(
    _ source: SourceText, in namespace: Namespace, importer: Importer, display: String? = nil
  ) -> (code: Code?, diagnostics: [Diagnostic], warnings: [Diagnostic]) {
    onLargeStack {
      var (module, faults) = Parser.parse(source)
      guard faults.isEmpty else { return (nil, faults, []) }
      if let display { module.displayValues(by: display) }
      let lowered = Lowering.lower(module, source, in: namespace, importer: importer)
      let refused = lowered.diagnostics
      return (refused.isEmpty ? lowered.code : nil, refused, lowered.warnings)
    }
  }

  /// The stacks that reading and lowering run on: both recurse as deeply as code nests, and an import may happen on a
  /// user's small stack.
  private nonisolated(unsafe) static let largeStacks = StackPool(stackSize: 32 << 20)

  /// Runs `body` on a large stack.
  static func onLargeStack<Result>(_ body: () -> Result) -> Result {
    var result: Result?
    withoutActuallyEscaping(body) { body in
      let caller = Coroutine.current
      let coroutine = Coroutine(pool: largeStacks) {
        result = body()
        return caller
      }
      // So that a collection finds the caller's stack.
      coroutine.resume()
    }
    guard let result else { preconditionFailure("the coroutine ran to its end") }
    return result
  }

  /// What is wrong with a source, found without running it.
  public static func check(_ source: SourceText) -> [Diagnostic] {
    Interpreter.start()
    return compile(source, in: Namespace(name: "__main__"), importer: Importer()).diagnostics
  }

  /// What of a module that has been read isn't supported, or is no Python for reasons that the parser doesn't see: what
  /// running it would be refused for; and what is to be warned of.
  package static func review(
    _ module: Module, _ source: SourceText
  ) -> (refusals: [Diagnostic], warnings: [Diagnostic]) {
    let lowered = onLargeStack {
      Lowering.lower(module, source, in: Namespace(name: "__main__"), importer: noImporter)
    }
    return (lowered.diagnostics, lowered.warnings)
  }

  private nonisolated(unsafe) static let noImporter = Importer()

  /// Runs `body`, which walks a syntax tree, on a stack that is large enough for the deepest.
  package static func withDeepStack<Result>(_ body: () -> Result) -> Result { onLargeStack(body) }

  /// A source that has been compiled and can be run.
  public struct Compiled {
    fileprivate let code: Code
  }

  /// Compiles a source to be run in a namespace, and shows what is to be warned of.
  ///
  /// - Parameter display: the name of a function that is given the value of each expression statement at the top, as at
  ///   a prompt; nil for none.
  /// - Returns: what can be run; or, with `compiled` nil, what is wrong with the source.
  public static func prepare(
    _ source: SourceText, in namespace: Namespace, importer: Importer, display: String? = nil
  ) -> (compiled: Compiled?, diagnostics: [Diagnostic]) {
    FrameTracking.consider(source, module: namespace.name, importer)
    let (code, diagnostics, warnings) = compile(source, in: namespace, importer: importer, display: display)
    guard let code else { return (nil, diagnostics) }
    let faults = SyntaxWarnings.give(warnings, of: source, importer, isFile: !source.name.hasPrefix("<"))
    return (faults.isEmpty ? Compiled(code: code) : nil, faults)
  }

  /// Compiles and runs a source; a fault in it is raised as `SyntaxError` or one of its subclasses.
  public static func run(_ source: SourceText, in namespace: Namespace, importer: Importer) throws(Raised) {
    let (compiled, diagnostics) = prepare(source, in: namespace, importer: importer)
    guard let compiled else {
      let fault = diagnostics.first ?? Diagnostic(.syntaxError, "invalid syntax", at: Span(0, 0))
      throw DynamicCode.syntaxError(fault, source)
    }
    try run(compiled)
  }

  /// Runs what `prepare` gave.
  public static func run(_ compiled: Compiled) throws(Raised) {
    let code = compiled.code
    _ = try Call.call(Function.make(code, cells: [], defaults: .unbound))
  }

  /// The text that CPython prints for the exception on its way.
  ///
  /// - Parameter isUncaught: whether it ends the program: then names that may have been meant are told.
  public static func traceback(_ error: Raised, isUncaught: Bool = false) -> String {
    Traceback.format(Interpreter.raised, suggesting: isUncaught)
  }

  /// The text that CPython prints for an exception.
  public static func traceback(of exception: Value) -> String { Traceback.format(exception) }

  /// The exit status that a `SystemExit` on its way asks for; nil for other exceptions. A text it carries is printed.
  public static func exitStatus(_ error: Raised) -> Int32? { exitStatus(of: Interpreter.raised) }

  /// The exit status that a `SystemExit` asks for; nil for other exceptions.
  public static func exitStatus(of exception: Value) -> Int32? {
    guard Exceptions.isA(exception, .systemExit) else { return nil }
    let args = Exceptions.args(exception)
    guard let code = args.count > 1 ? Exceptions.get(exception, .args) : args.first, !code.isNone else { return 0 }
    if Integer.isInteger(code) { return Integer.int(code).map { Int32(truncatingIfNeeded: $0 & 0xFF) } ?? 255 }
    do throws(Raised) { Library.write(Str.swift(try Text.str(code)) + "\n", true) } catch {}
    return 1
  }

  /// Whether the exception on its way is a `KeyboardInterrupt`.
  public static func isInterrupt(_ error: Raised) -> Bool {
    Exceptions.isA(Interpreter.raised, .keyboardInterrupt)
  }

  /// Writes out what `print` has buffered, and what is to be written of files that nobody has closed.
  public static func flushOutput() {
    Builtins.flush()
    Library.writeFiles()
  }
}

extension Module {
  /// Has a function called with the value of each expression statement.
  mutating func displayValues(by function: String) { body = body.displayingValues(by: function) }
}

extension [Stmt] {
  /// The statements with a function called with the value of each expression, also of those within compound ones.
  fileprivate func displayingValues(by function: String) -> [Stmt] {
    func inner(_ body: [Stmt]) -> [Stmt] { body.displayingValues(by: function) }
    return map { statement in
      var statement = statement
      switch statement.kind {
      case .expr(let value):
        let call = ExprKind.call(
          function: Expr(kind: .name(function), span: value.span), arguments: [value], keywords: [])
        statement.kind = .expr(Expr(kind: call, span: value.span))
      case .for(let target, let iter, let body, let orElse, let isAsync):
        statement.kind = .for(
          target: target, iter: iter, body: inner(body), orElse: inner(orElse), isAsync: isAsync)
      case .while(let test, let body, let orElse):
        statement.kind = .while(test: test, body: inner(body), orElse: inner(orElse))
      case .if(let test, let body, let orElse):
        statement.kind = .if(test: test, body: inner(body), orElse: inner(orElse))
      case .with(let items, let body, let isAsync):
        statement.kind = .with(items: items, body: inner(body), isAsync: isAsync)
      default: break
      }
      return statement
    }
  }
}
