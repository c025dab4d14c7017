/// Bodies of functions that are read only when they are called: most of the library's functions never are in a process,
/// and reading and lowering them took half the time to a test's first request.
extension Parser {
  /// Skips the body of a function whose colon is the current token.
  ///
  /// - Parameter keyword: the `def`.
  /// - Returns: from `def` to the body's end; nil, with nothing skipped, for a body that has to be read now.
  mutating func putOff(from keyword: Span) -> Span? {
    guard tokens[index + 1].kind == .newline, tokens[index + 2].kind == .unread else { return nil }
    index += 3
    return keyword.union(previous.span)
  }

  /// Reads a function that has been put off; a mistake in it is a mistake in this program.
  static func readUnread(_ source: SourceText, _ span: Span) -> Stmt {
    let range = Int(span.start)..<Int(span.end)
    var parser = Parser(source, tokens: Lexer.run(source, statement: range), diagnostics: [])
    do throws(Diagnostic) {
      let statements = try parser.statement()
      if let first = statements.first, parser.diagnostics.isEmpty { return first }
    } catch { parser.diagnostics.append(error) }
    preconditionFailure("\(source.name): \(parser.diagnostics.first?.message ?? "no function")")
  }
}
