import Foundation

/// Reads Python 3.11: recursive descent over the tokens, faults reported a statement at a time.
public struct Parser {
  let source: SourceText
  let tokens: [Token]
  var index = 0
  var diagnostics: [Diagnostic]
  /// How deeply constructs nest where the parser stands; the machine stack is finite.
  private var depth = 0
  /// What encloses the statement being read, for `return`, `break` and the like.
  var isInFunction = false
  var isInLoop = false
  /// Whether the bodies of functions may be left for later: in a module that is a part of the program, and there not
  /// within a function.
  var putsOffBodies = false

  private static let maximumDepth = 1000
  /// How long a chain of operators, calls, attributes or `elif` may be: it nests as deeply as it is long.
  static let maximumChain = 1000

  init(_ source: SourceText, tokens: [Token], diagnostics: [Diagnostic]) {
    self.source = source
    self.tokens = tokens
    self.diagnostics = diagnostics
  }

  /// Reads a file. With any diagnostics the module is not to be used.
  public static func parse(_ source: SourceText) -> (module: Module, diagnostics: [Diagnostic]) {
    if let fault = source.encodingFault { return (Module(body: []), [fault]) }
    let (tokens, faults) = Lexer.run(source)
    var parser = Parser(source, tokens: tokens, diagnostics: [])
    parser.putsOffBodies = source.isOwn
    var body: [Stmt] = []
    while parser.token.kind != .end {
      if parser.token.kind == .newline || parser.token.kind == .dedent {
        parser.index += 1
        continue
      }
      parser.recovering { (parser) throws(Diagnostic) in body += try parser.statement() }
    }
    // A lexical fault explains the syntactic ones after it.
    if let first = faults.first, !parser.explains(first) {
      parser.diagnostics = parser.diagnostics.filter { $0.span.start < first.span.start } + faults
    }
    return (Module(body: body), parser.diagnostics)
  }

  /// Whether a syntactic fault on an unclosed bracket's own line says more than that the bracket was never closed.
  private func explains(_ lexical: Diagnostic) -> Bool {
    guard lexical.message.hasSuffix("was never closed"), let first = diagnostics.first else { return false }
    let start = Int(first.span.start)
    return start > Int(lexical.span.start) && source.line(at: start) == source.line(at: Int(lexical.span.start))
      && start < Int(tokens[tokens.count - 2].span.start)
  }

  /// Reads one expression, as f-strings hold them, within the parser's own context.
  func expression(within range: Swift.Range<Int>) throws(Diagnostic) -> Expr {
    let (tokens, faults) = Lexer.run(source, expression: range)
    if let fault = faults.first {
      throw Diagnostic(.syntaxError, "f-string: \(fault.message)", at: fault.span, hint: fault.hint)
    }
    var parser = Parser(source, tokens: tokens, diagnostics: [])
    (parser.isInFunction, parser.depth) = (isInFunction, depth)
    do throws(Diagnostic) {
      if parser.isOp("**") { throw parser.fault("cannot use double starred expression here", parser.token.span) }
      let value = parser.isKeyword(.yield) ? try parser.yieldExpression() : try parser.starExpressions()
      guard parser.token.kind == .newline else {
        throw parser.startsExpression
          ? parser.fault("invalid syntax. Perhaps you forgot a comma?", value.span.union(parser.token.span))
          : parser.invalidSyntax()
      }
      if case .starred = value.kind { throw parser.fault("cannot use starred expression here", value.span) }
      return value
    } catch {
      // What a `:` would go on with is the format, which the expression doesn't see.
      let message = error.message == "expected ':'" ? "invalid syntax" : error.message
      throw Diagnostic(.syntaxError, "f-string: \(message)", at: error.span, hint: error.hint)
    }
  }

  // MARK: Looking at tokens

  var token: Token { tokens[index] }
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }
  /// The token before the current one.
  var previous: Token { tokens[max(0, index - 1)] }

  func isOp(_ text: StaticString) -> Bool { token.code == Token.code(text) }
  func isKeyword(_ keyword: Keyword) -> Bool { token.keyword == keyword }
  func text(_ token: Token) -> String { source.text(of: token.span) }

  mutating func accept(_ text: StaticString) -> Bool {
    guard isOp(text) else { return false }
    index += 1
    return true
  }

  mutating func accept(_ keyword: Keyword) -> Bool {
    guard isKeyword(keyword) else { return false }
    index += 1
    return true
  }

  mutating func expect(_ text: StaticString) throws(Diagnostic) {
    guard accept(text) else {
      throw text.utf8CodeUnitCount == 1 && text.utf8Start[0] == UInt8(ascii: ":")
        ? missingColon() : invalidSyntax()
    }
  }

  mutating func expect(_ keyword: Keyword) throws(Diagnostic) {
    guard accept(keyword) else { throw invalidSyntax() }
  }

  mutating func identifier() throws(Diagnostic) -> (name: String, span: Span) {
    guard token.kind == .name else { throw invalidSyntax() }
    let span = token.span
    index += 1
    return (normalized(source.text(of: span)), span)
  }

  /// Identifiers are compared in Unicode's NFKC form.
  func normalized(_ name: String) -> String {
    name.utf8.allSatisfy { $0 < 0x80 } ? name : name.precomposedStringWithCompatibilityMapping
  }

  /// From the start of a span to the end of the last token read.
  func span(from start: Span) -> Span { Span(Int(start.start), max(Int(previous.span.end), Int(start.end))) }

  /// What is said of code that nests too deeply for the passes after this one.
  func tooDeep() -> Diagnostic { fault("maximum recursion depth exceeded during compilation", token.span) }

  /// Reads something nested, refusing what would exhaust the stack.
  mutating func nested<Result>(
    _ body: (inout Parser) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    depth += 1
    defer { depth -= 1 }
    if depth > Parser.maximumDepth { throw fault("too many nested parentheses", token.span) }
    return try body(&self)
  }

  // MARK: Faults

  func fault(_ message: String, _ span: Span, hint: String? = nil) -> Diagnostic {
    Diagnostic(.syntaxError, message, at: span, hint: hint)
  }

  func invalidSyntax() -> Diagnostic {
    switch token.kind {
    case .indent: fault("unexpected indent", token.span)
    case .keyword where token.keyword == .else || token.keyword == .elif:
      fault("invalid syntax", token.span)
    default:
      fault(
        "invalid syntax", token.kind == .newline ? Span(Int(token.span.start), Int(token.span.start) + 1) : token.span)
    }
  }

  func missingColon() -> Diagnostic {
    if token.kind != .newline { return invalidSyntax() }
    return fault("expected ':'", token.span)
  }

  /// Runs `body`; on a fault notes it and goes on after the statement.
  mutating func recovering(_ body: (inout Parser) throws(Diagnostic) -> Void) {
    let start = index
    let outerDepth = depth
    do throws(Diagnostic) { try body(&self) } catch {
      diagnostics.append(error)
      depth = outerDepth
      skipStatement()
      if index == start { index += 1 }
    }
  }

  /// Skips to the end of the logical line, and over the block that hangs from it.
  private mutating func skipStatement() {
    while token.kind != .newline && token.kind != .end { index += 1 }
    if token.kind == .newline { index += 1 }
    guard token.kind == .indent else { return }
    var level = 0
    repeat {
      if token.kind == .indent { level += 1 }
      if token.kind == .dedent { level -= 1 }
      if token.kind == .end { return }
      index += 1
    } while level > 0
  }
}
