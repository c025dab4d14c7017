/// What is Python but was hardly meant, as CPython's compiler warns of it: `x is 5`, an assertion of a tuple, a call or
/// an index that can only fail, mostly for a missing comma.
enum SyntaxWarnings {
  /// Gives the warnings of a text that has been compiled: shown, unless the program's filters say otherwise.
  ///
  /// - Parameter isFile: whether the text is a file's, whose lines are shown with them.
  /// - Returns: those that a filter makes errors of, as what is wrong with the text.
  static func give(_ warnings: [Diagnostic], of source: SourceText, _ importer: Importer, isFile: Bool) -> [Diagnostic]
  {
    for warning in warnings {
      let line = source.line(at: Int(warning.span.start))
      let text = isFile ? Str.make(String(source.text(ofLine: line))) : Value.none
      do throws(Raised) {
        guard let tell = try importer.find("warnings")?["_warn_of_text"] else { return [] }
        _ = try Call.call(
          tell, [Str.make(warning.message), Str.make(source.name), Value(small: line), text])
      } catch { return [warning] }
    }
    return []
  }
}

extension Lowering {
  /// Warns of a comparison of identity with a literal.
  func warnOfIdentity(_ span: Span, _ left: Expr, _ ops: [ComparisonOperator], _ comparators: [Expr]) {
    var wasLiteral = isUnlikelyIdentity(left)
    for (op, comparator) in zip(ops, comparators) {
      let isLiteral = isUnlikelyIdentity(comparator)
      if wasLiteral || isLiteral {
        // Of a chain it's said once.
        if op == .is { return warn("\"is\" with a literal. Did you mean \"==\"?", span) }
        if op == .isNot { return warn("\"is not\" with a literal. Did you mean \"!=\"?", span) }
      }
      wasLiteral = isLiteral
    }
  }

  private func isUnlikelyIdentity(_ operand: Expr) -> Bool {
    guard let type = operand.constantType else { return false }
    return !["NoneType", "bool", "ellipsis"].contains(type)
  }

  /// Warns of an assertion that a tuple with elements is true.
  func warnOfAssertion(_ span: Span, _ test: Expr) {
    guard case .tuple(let elements) = test.kind, !elements.isEmpty else { return }
    warn("assertion is always true, perhaps remove parentheses?", span)
  }

  /// Warns of a call of what is no function.
  func warnOfCall(_ span: Span, _ function: Expr) {
    guard let type = function.displayedType, type != "function" else { return }
    warn("'\(type)' object is not callable; perhaps you missed a comma?", span)
  }

  /// Warns of an element being read of what has none, or of one that a sequence can't have.
  func warnOfSubscript(_ span: Span, _ container: Expr, _ index: Expr) {
    switch container.displayedType {
    case let type?
    where ["NoneType", "ellipsis", "int", "bool", "float", "set", "generator", "function"].contains(type):
      warn("'\(type)' object is not subscriptable; perhaps you missed a comma?", span)
    case let type? where ["str", "bytes", "tuple", "list"].contains(type):
      guard let index = index.displayedType, index != "int", index != "bool" else { return }
      warn("\(type) indices must be integers or slices, not \(index); perhaps you missed a comma?", span)
    default: return
    }
  }

  /// Runs `body`, whose code CPython compiles twice, so that it also warns of it twice.
  func warningTwice<Result>(_ body: () -> Result) -> Result {
    let count = warnings.count
    defer { warnings += warnings[count...] }
    return body()
  }

  private func warn(_ message: String, _ span: Span) { warnings.append(Diagnostic(.syntaxError, message, at: span)) }
}

extension Expr {
  /// The name of the type that a literal or a display has; nil for what can be of any.
  fileprivate var displayedType: String? {
    switch kind {
    case .tuple: "tuple"
    case .list, .listComp: "list"
    case .dict, .dictComp: "dict"
    case .set, .setComp: "set"
    case .generatorExp: "generator"
    case .lambda: "function"
    case .joinedString: "str"
    default: constantType
    }
  }

  /// The name of the type that a constant has, one that CPython computes while it compiles among them.
  fileprivate var constantType: String? {
    switch kind {
    case .constant(let constant): return constant.typeName
    case .tuple(let elements): return elements.allSatisfy { $0.constantType != nil } ? "tuple" : nil
    case .unaryOp(let op, let operand):
      guard let type = operand.constantType else { return nil }
      if op == .not { return "bool" }
      return Expr.isWhole(type) ? "int" : type == "float" && op != .invert ? type : nil
    case .binOp(let left, let op, let right):
      guard let left = left.constantType, let right = right.constantType else { return nil }
      let areWhole = Expr.isWhole(left) && Expr.isWhole(right)
      switch op {
      case .matMult: return nil
      case .add where left == right && ["str", "bytes", "tuple"].contains(left): return left
      case .bitAnd, .bitOr, .bitXor:
        return left == "bool" && right == "bool" ? "bool" : areWhole ? "int" : nil
      case .leftShift, .rightShift: return areWhole ? "int" : nil
      default:
        guard areWhole || ["int", "bool", "float"].contains(left) && ["int", "bool", "float"].contains(right) else {
          return nil
        }
        return areWhole && op != .div ? "int" : "float"
      }
    default: return nil
    }
  }

  private static func isWhole(_ type: String) -> Bool { type == "int" || type == "bool" }
}

extension Constant {
  fileprivate var typeName: String? {
    switch self {
    case .none: "NoneType"
    case .true, .false: "bool"
    case .ellipsis: "ellipsis"
    case .int, .bigInt: "int"
    case .float: "float"
    case .imaginary: nil
    case .string: "str"
    case .bytes: "bytes"
    }
  }
}
