/// Code from a text at run time: `compile`, `exec` and `eval`.
enum DynamicCode {
  /// What a text is compiled as.
  enum Mode: String {
    case exec, eval, single
  }

  /// What `compile` gives: a text that was read; it is lowered for each namespace it is run in.
  final class Compiled: Payload {
    let module: Module
    let source: SourceText
    let mode: Mode

    init(_ module: Module, _ source: SourceText, _ mode: Mode) {
      self.module = module
      self.source = source
      self.mode = mode
    }
  }

  /// Where code is run that is given no namespaces: those of the code that calls `exec` or `eval`.
  struct Caller {
    /// The module.
    let namespace: Namespace
    /// The local variables as a mapping; nil in a module, whose globals they are.
    let locals: Value?
  }

  // MARK: Reading

  /// Reads a text; raises `SyntaxError` or one of its subclasses.
  static func compile(_ source: SourceText, _ mode: Mode) throws(Raised) -> Compiled {
    var (module, faults) = Program.onLargeStack { Parser.parse(source) }
    if faults.isEmpty {
      let (refusals, warnings) = Program.review(module, source)
      if let fault = refusals.first, fault.code == .unsupported { throw raise(.runtimeError, fault.message) }
      faults = refusals.isEmpty ? SyntaxWarnings.give(warnings, of: source, .program, isFile: false) : refusals
    }
    if faults.isEmpty, mode == .eval {
      if module.body.count == 1, case .expr(let value) = module.body[0].kind {
        module.body = [Stmt(kind: .return(value), span: module.body[0].span)]
      } else {
        let span = module.body.first?.span ?? Span(0, 0)
        faults = [Diagnostic(.syntaxError, "invalid syntax", at: span)]
      }
    }
    if let fault = faults.first { throw syntaxError(fault, source) }
    if mode == .single { module.displayValues(by: "__katydid_display__") }
    return Compiled(module, source, mode)
  }

  /// The exception for what is wrong with a text.
  static func syntaxError(_ fault: Diagnostic, _ source: SourceText) -> Raised {
    let start = source.position(at: Int(fault.span.start))
    let end = source.position(at: Int(fault.span.end))
    let text = source.text(ofLine: start.line) + "\n"
    let kind: ExceptionKind
    var (column, endColumn) = (start.column, end.column)
    // CPython's tokenizer says of indentation, and of what is never closed, that it ends nowhere.
    switch fault.message {
    case _ where fault.message.hasSuffix("was never closed"): (kind, endColumn) = (.syntaxError, 0)
    case _ where fault.message.contains("inconsistent use of tabs"): (kind, endColumn) = (.tabError, 0)
    case _ where fault.message.hasPrefix("expected an indented block"): kind = .indentationError
    case "unexpected indent": (kind, column, endColumn) = (.indentationError, max(0, column - 1), -1)
    case "unindent does not match any outer indentation level":
      (kind, column, endColumn) = (.indentationError, text.unicodeScalars.count, -1)
    default: kind = .syntaxError
    }
    let place = Tuple.make([
      Str.make(source.name), Value(small: start.line), Value(small: column), Str.make(text), Value(small: end.line),
      Value(small: endColumn),
    ])
    do throws(Raised) {
      return raise(try Call.call(kind.cls.value, Str.make(fault.message), place))
    } catch { return error }
  }

  /// What the first argument of `compile`, `exec` or `eval` says.
  private static func source(
    _ value: Value, _ function: String, name: String, mode: Mode
  ) throws(Raised) -> SourceText {
    var bytes: [UInt8]
    if value.isKind(.str) {
      bytes = Array(Str.bytes(value))
    } else if let given = try Text.bufferBytes(value) {
      bytes = given
    } else {
      let what = function == "compile" ? "string, bytes or AST" : "string, bytes or code"
      throw raise(.typeError, "\(function)() arg 1 must be a \(what) object")
    }
    if bytes.contains(0) {
      throw raise(.syntaxError, "source code string cannot contain null bytes")
    }
    if mode == .eval { bytes.removeFirst(bytes.prefix { $0 == 32 || $0 == 9 }.count) }
    return SourceText(name: name, bytes: bytes)
  }

  // MARK: Running

  /// `exec(…)` or `eval(…)` with its arguments.
  ///
  /// - Parameter caller: asked for when namespaces are missing among the arguments.
  static func run(
    _ mode: Mode, _ arguments: [Value], caller: () -> Caller
  ) throws(Raised) -> Value {
    let function = mode == .eval ? "eval" : "exec"
    let given = (arguments.count > 1 && !arguments[1].isNone ? arguments[1] : nil)
    let ownLocals = (arguments.count > 2 && !arguments[2].isNone ? arguments[2] : nil)
    if let given, !given.isKind(.dict) {
      let isMapping = given.isObject && Types.cls(given).lookup(.__getitem__) != nil
      throw raise(
        .typeError,
        mode == .exec
          ? "exec() globals must be a dict, not \(Types.name(given))"
          : isMapping
            ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict")
    }
    if let ownLocals, !ownLocals.isObject || Types.cls(ownLocals).lookup(.__getitem__) == nil {
      throw raise(
        .typeError,
        mode == .exec
          ? "locals must be a mapping or None, not \(Types.name(ownLocals))"
          : "locals must be a mapping")
    }
    let compiled: Compiled
    if let code = Native.payload(arguments[0], as: Compiled.self) {
      compiled = code
    } else if let code = CodeObject.function(arguments[0]) {
      if code.freeCount > 0 {
        throw raise(
          .typeError, "code object passed to \(function)() may not contain free variables")
      }
      throw raise(.runtimeError, "\(function)() of a function's code is not supported in a spec")
    } else {
      compiled = try compile(try source(arguments[0], function, name: "<string>", mode: mode), mode)
    }
    let namespace: Namespace
    var locals = ownLocals
    if let given {
      namespace = try ModuleDict.namespace(for: given)
      if locals?.bits == given.bits { locals = nil }
    } else {
      let caller = caller()
      namespace = caller.namespace
      locals = locals ?? caller.locals
      if locals?.bits == namespace.dictionary.bits { locals = nil }
    }
    let result = try run(compiled, in: namespace, locals)
    return compiled.mode == .eval && mode == .eval ? result : .none
  }

  private static func run(
    _ compiled: Compiled, in namespace: Namespace, _ locals: Value?
  ) throws(Raised) -> Value {
    let (code, faults, slot) = Program.onLargeStack {
      Lowering.lowerDynamic(
        compiled.module, compiled.source, in: namespace, importer: .program,
        hasLocals: locals != nil)
    }
    if let fault = faults.first { throw syntaxError(fault, compiled.source) }
    let function = Function.make(code, cells: [], defaults: .unbound)
    guard let locals, let slot else { return try Call.call(function) }
    try Interpreter.enterNative("", code.extraStack)
    defer { Interpreter.leaveNative() }
    return try Call.withFrame(code.frameSize) { (slots) throws(Raised) -> Value in
      slots[FrameSlot.function] = function
      slots[slot] = locals
      return try Function.runBody(code, slots)
    }
  }

  /// Adds `compile`, `exec` and `eval` to the built-in functions. `DynamicCallNode` knows the namespaces of a caller that
  /// gives none; one that calls them another way has only the built-in names.
  static func install(in namespace: Namespace) {
    CodeObject.addCompiled()
    for mode in [Mode.exec, .eval] {
      namespace.function(mode.rawValue, "source, globals=None, locals=None, /") {
        (a) throws(Raised) -> Value in
        let arguments = (0..<3).map { a.optional($0) ?? .none }
        return try run(mode, arguments) {
          Caller(namespace: Namespace(name: "builtins"), locals: nil)
        }
      }
    }
    namespace.function(
      "compile", "source, filename, mode, flags=0, dont_inherit=False, optimize=-1"
    ) {
      (a) throws(Raised) -> Value in
      guard a[2].isKind(.str) else {
        throw raise(
          .typeError, "compile() argument 'mode' must be str, not \(Text.describeType(a[2]))")
      }
      guard let mode = Mode(rawValue: Str.swift(a[2])) else {
        throw raise(.valueError, "compile() mode must be 'exec', 'eval' or 'single'")
      }
      if let flags = try a.optional(3).map(Operations.index), flags >= 0, flags & 0x400 != 0 {
        throw raise(.runtimeError, "compile() to a syntax tree is not supported in a spec")
      }
      if let flags = try a.optional(3).map(Operations.index), flags & ~0x1FF_FE17 != 0 {
        throw raise(.valueError, "compile(): unrecognised flags")
      }
      let name = a[1].isKind(.str) ? a[1] : try Text.bufferBytes(a[1]).map { Str.make($0) } ?? .none
      guard name.isKind(.str) else {
        throw raise(
          .typeError, "expected str, bytes or os.PathLike object, not \(Types.name(a[1]))")
      }
      if Native.payload(a[0], as: Compiled.self) != nil { return a[0] }
      let text = try source(a[0], "compile", name: Str.swift(name), mode: mode)
      return CodeObject.make(try compile(text, mode))
    }
    namespace.function("__katydid_display__", "value, /") { (a) throws(Raised) -> Value in
      if a[0].isNone { return .none }
      guard let hook = try Library.load("sys")?["displayhook"] else { return .none }
      return try Call.call(hook, a[0])
    }
  }
}

/// `exec(…)` and `eval(…)` called by their names: what is run sees the names that the call sees.
final class DynamicCallNode: Node {
  private let mode: DynamicCode.Mode
  private let callee: Node
  private let arguments: [Node]
  private let scope: ScopeCallNode

  init(
    _ span: Span, _ mode: DynamicCode.Mode, _ callee: Node, _ arguments: [Node],
    _ scope: ScopeCallNode
  ) {
    self.mode = mode
    self.callee = callee
    self.arguments = arguments
    self.scope = scope
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let function = try callee.evaluate(frame)
    return try Call.withValues(max(1, arguments.count)) { (values) throws(Raised) -> Value in
      for index in arguments.indices { values[index] = try arguments[index].evaluate(frame) }
      do throws(Raised) {
        // The name may have been given another meaning.
        guard function.bits == Interpreter.builtins[mode.rawValue]?.bits,
          (1...3).contains(arguments.count)
        else {
          return try Call.call(function, values, arguments.count, nil)
        }
        let given = (0..<arguments.count).map { values[$0] }
        return try DynamicCode.run(mode, given) { self.scope.caller(frame) }
      } catch { throw Interpreter.locate(error, span) }
    }
  }
}
