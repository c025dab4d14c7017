/// The abstract syntax of Python 3.11, after the reference's own `ast` module: a case per construct, names alike.
///
/// The parser makes it for the whole language; what the interpreter does not carry is refused by a later pass.

/// A whole file.
public struct Module: Sendable {
  /// The statements in order.
  public var body: [Stmt]
}

/// A statement and where it stands.
public struct Stmt: Sendable {
  /// What statement.
  public var kind: StmtKind
  /// From its first to its last token.
  public var span: Span
}

/// An expression and where it stands.
public struct Expr: Sendable {
  /// What expression.
  public var kind: ExprKind
  /// From its first to its last token; parentheses around it are not in it, as in CPython.
  public var span: Span
}

/// The kinds of statements.
public indirect enum StmtKind: Sendable {
  case functionDef(FunctionDef)
  case classDef(ClassDef)
  case `return`(Expr?)
  case delete([Expr])
  /// `a = b = value`
  case assign(targets: [Expr], value: Expr)
  case augAssign(target: Expr, op: BinaryOperator, value: Expr)
  /// `target: annotation = value`; `simple` when the target is a bare name.
  case annAssign(target: Expr, annotation: Expr, value: Expr?, simple: Bool)
  case `for`(target: Expr, iter: Expr, body: [Stmt], orElse: [Stmt], isAsync: Bool)
  case `while`(test: Expr, body: [Stmt], orElse: [Stmt])
  /// `elif` is an `if` alone in `orElse`.
  case `if`(test: Expr, body: [Stmt], orElse: [Stmt])
  case with(items: [WithItem], body: [Stmt], isAsync: Bool)
  case match(subject: Expr, cases: [MatchCase])
  case raise(exc: Expr?, cause: Expr?)
  /// `isStar` for `except*`.
  case `try`(body: [Stmt], handlers: [ExceptHandler], orElse: [Stmt], finalBody: [Stmt], isStar: Bool)
  case assert(test: Expr, message: Expr?)
  case `import`([Alias])
  /// `from ..module import names`; `level` counts the dots; the name "*" imports all.
  case importFrom(module: String?, names: [Alias], level: Int)
  case global([String])
  case nonlocal([String])
  case expr(Expr)
  case pass
  case `break`
  case `continue`
}

/// `def` with all it can have.
public struct FunctionDef: Sendable {
  public var name: String
  public var nameSpan: Span
  public var parameters: Parameters
  public var body: [Stmt]
  public var decorators: [Expr]
  public var returns: Expr?
  public var isAsync: Bool
  /// From `def` to the end of the body, where that has been left unread (see `Parser.putOff`) and is empty here.
  var unreadSpan: Span?
}

/// `class` with all it can have.
public struct ClassDef: Sendable {
  public var name: String
  public var nameSpan: Span
  public var bases: [Expr]
  public var keywords: [KeywordArgument]
  public var body: [Stmt]
  public var decorators: [Expr]
}

/// The parameters of a function or lambda, in the order of the groups that Python allows.
public struct Parameters: Sendable {
  /// Before `/`.
  public var positionalOnly: [Parameter] = []
  /// Positional or keyword.
  public var positional: [Parameter] = []
  /// `*args`, without a default.
  public var variadic: Parameter?
  /// After `*` or `*args`.
  public var keywordOnly: [Parameter] = []
  /// `**kwargs`, without a default.
  public var keywordVariadic: Parameter?
}

/// One parameter.
public struct Parameter: Sendable {
  public var name: String
  public var annotation: Expr?
  public var defaultValue: Expr?
  public var span: Span
}

/// `name=value` in a call or class header; no name for `**value`.
public struct KeywordArgument: Sendable {
  public var name: String?
  public var value: Expr
  public var span: Span
}

/// `name as asName` in an import; `name` may be dotted.
public struct Alias: Sendable {
  public var name: String
  public var asName: String?
  public var span: Span
}

/// `context as target` in a `with`.
public struct WithItem: Sendable {
  public var context: Expr
  public var target: Expr?
}

/// `except type as name:`
public struct ExceptHandler: Sendable {
  public var type: Expr?
  public var name: String?
  public var body: [Stmt]
  public var span: Span
}

/// `case pattern if guardExpr:`
public struct MatchCase: Sendable {
  public var pattern: MatchPattern
  public var guardExpr: Expr?
  public var body: [Stmt]
}

/// A pattern and where it stands.
public struct MatchPattern: Sendable {
  public var kind: PatternKind
  public var span: Span
}

/// The kinds of patterns.
public indirect enum PatternKind: Sendable {
  /// Compared with `==`: a number, a string, a dotted name.
  case value(Expr)
  /// Compared with `is`: None, True, False.
  case singleton(Constant)
  case sequence([MatchPattern])
  /// `{key: pattern, **rest}`
  case mapping(keys: [Expr], patterns: [MatchPattern], rest: String?)
  case classPattern(cls: Expr, patterns: [MatchPattern], keywords: [(name: String, pattern: MatchPattern)])
  /// `*name`, or `*_` with no name.
  case star(String?)
  /// `pattern as name`, a bare name (no pattern), or `_` (neither).
  case capture(pattern: MatchPattern?, name: String?)
  case or([MatchPattern])
}

/// The kinds of expressions.
public indirect enum ExprKind: Sendable {
  case constant(Constant)
  case name(String)
  case boolOp(isAnd: Bool, values: [Expr])
  /// `target := value`
  case namedExpr(target: Expr, value: Expr)
  case binOp(left: Expr, op: BinaryOperator, right: Expr)
  case unaryOp(op: UnaryOperator, operand: Expr)
  case lambda(parameters: Parameters, body: Expr)
  case ifExp(test: Expr, body: Expr, orElse: Expr)
  /// No key: `**value`.
  case dict([(key: Expr?, value: Expr)])
  case set([Expr])
  case list([Expr])
  case tuple([Expr])
  case listComp(element: Expr, generators: [Comprehension])
  case setComp(element: Expr, generators: [Comprehension])
  case dictComp(key: Expr, value: Expr, generators: [Comprehension])
  case generatorExp(element: Expr, generators: [Comprehension])
  case await(Expr)
  case yield(Expr?)
  case yieldFrom(Expr)
  /// `left op0 comparators0 op1 comparators1 …`
  case compare(left: Expr, ops: [ComparisonOperator], comparators: [Expr])
  case call(function: Expr, arguments: [Expr], keywords: [KeywordArgument])
  /// An f-string: literal and replaced parts in order. Adjacent strings are joined into it.
  case joinedString([FStringPart])
  /// `nameSpan` is the attribute's name alone.
  case attribute(value: Expr, name: String, nameSpan: Span)
  case `subscript`(value: Expr, index: Expr)
  case starred(Expr)
  case slice(lower: Expr?, upper: Expr?, step: Expr?)
}

/// A part of an f-string.
public indirect enum FStringPart: Sendable {
  /// Text, escapes and doubled braces resolved, as UTF-8.
  case literal([UInt8])
  /// `{value!conversion:spec}`; for `{value=}` the parser puts the text before it as a literal and, without
  /// conversion and spec, sets the conversion to `r`. `conversion` is `s`, `r` or `a`.
  case replacement(value: Expr, conversion: Character?, spec: [FStringPart]?)
}

/// `for target in iter if …` in a comprehension.
public struct Comprehension: Sendable {
  public var target: Expr
  public var iter: Expr
  public var conditions: [Expr]
  public var isAsync: Bool
}

/// A literal value.
public enum Constant: Sendable, Equatable {
  case none
  case `true`
  case `false`
  case ellipsis
  case int(Int)
  /// An integer outside 64 bits: its digits without underscores or prefix, and their radix.
  case bigInt(digits: String, radix: Int)
  case float(Double)
  /// `1j`: parsed, refused later; the imaginary part.
  case imaginary(Double)
  /// UTF-8; a lone surrogate of a `\ud800` escape is encoded in its three bytes, as CPython's "surrogatepass" does.
  case string([UInt8])
  case bytes([UInt8])
}

/// The binary operators of arithmetic and bits.
public enum BinaryOperator: String, Sendable {
  case add = "+"
  case sub = "-"
  case mult = "*"
  case matMult = "@"
  case div = "/"
  case mod = "%"
  case pow = "**"
  case leftShift = "<<"
  case rightShift = ">>"
  case bitOr = "|"
  case bitXor = "^"
  case bitAnd = "&"
  case floorDiv = "//"
}

/// The unary operators.
public enum UnaryOperator: String, Sendable {
  case invert = "~"
  case not = "not"
  case plus = "+"
  case minus = "-"
}

/// The comparisons.
public enum ComparisonOperator: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessEqual = "<="
  case greater = ">"
  case greaterEqual = ">="
  case `is` = "is"
  case isNot = "is not"
  case `in` = "in"
  case notIn = "not in"
}
