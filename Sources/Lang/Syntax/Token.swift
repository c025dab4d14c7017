/// One token of a source text.
package struct Token {
  /// What a token is.
  package enum Kind: UInt8 {
    case name, keyword, number, string, op, newline, indent, dedent, end
    /// The body of a function that is left for later (see `Parser.putOff`).
    case unread
  }

  /// What it is.
  package let kind: Kind
  let keyword: Keyword?
  /// The bytes of an operator, first lowest; 0 for other tokens.
  package let code: UInt32
  /// Where it stands.
  package let span: Span

  init(_ kind: Kind, _ span: Span, keyword: Keyword? = nil, code: UInt32 = 0) {
    self.kind = kind
    self.span = span
    self.keyword = keyword
    self.code = code
  }

  /// The code of an operator.
  static func code(_ text: StaticString) -> UInt32 {
    var code: UInt32 = 0
    for index in (0..<text.utf8CodeUnitCount).reversed() { code = code << 8 | UInt32(text.utf8Start[index]) }
    return code
  }
}

/// The reserved words of Python 3.11.
enum Keyword: String, CaseIterable {
  case `false` = "False"
  case none = "None"
  case `true` = "True"
  case and, `as`, assert, async, await, `break`, `class`, `continue`, def, del, elif, `else`, except, finally, `for`
  case from, global, `if`, `import`, `in`, `is`, lambda, nonlocal, not, or, pass, raise, `return`, `try`, `while`
  case with, yield

  static let byText: [String: Keyword] = Dictionary(
    uniqueKeysWithValues: Keyword.allCases.map { ($0.rawValue, $0) })
}
