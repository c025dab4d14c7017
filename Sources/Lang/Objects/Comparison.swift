import BigInt

/// `==`, `<` and the others between any two values.
enum Comparison {
  /// `a op b`; for the six comparisons only, not `is` and `in`.
  @inline(never)
  static func compare(_ op: ComparisonOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if let result = try compareBuiltin(op, a, b) { return Value(result) }
    return try compareByMethods(op, a, b)
  }

  /// The result between values of built-in types; nil where methods decide.
  private static func compareBuiltin(_ op: ComparisonOperator, _ a: Value, _ b: Value) throws(Raised) -> Bool? {
    if Numbers.isReal(a) && Numbers.isReal(b) {
      if a.isObject && hasOwnMethods(a) || b.isObject && hasOwnMethods(b) { return nil }
      return compareNumbers(op, a, b)
    }
    guard a.isObject && b.isObject else {
      if a.isObject || b.isObject { return nil }
      return op == .equal ? a.bits == b.bits : op == .notEqual ? a.bits != b.bits : nil
    }
    let kind = a.object.pointee.kind
    guard kind == b.object.pointee.kind, !hasOwnMethods(a), !hasOwnMethods(b) else { return nil }
    switch kind {
    case .str:
      if op == .equal { return Str.equal(a, b) }
      if op == .notEqual { return !Str.equal(a, b) }
      return decide(op, Str.compare(a, b))
    case .bytes:
      return decide(op, Bytes.compare(a, b))
    case .tuple:
      return try compareSequences(
        op, { Tuple.items(a).count > $0 ? Tuple.items(a)[$0] : nil },
        { Tuple.items(b).count > $0 ? Tuple.items(b)[$0] : nil }, Tuple.items(a).count, Tuple.items(b).count)
    case .list:
      return try compareSequences(
        op, { List.count(a) > $0 ? List.item(a, $0) : nil },
        { List.count(b) > $0 ? List.item(b, $0) : nil }, List.count(a), List.count(b))
    case .dict:
      guard op == .equal || op == .notEqual else { return nil }
      return try dictsEqual(a, b) == (op == .equal)
    case .set: return try compareSets(op, a, b)
    case .range:
      guard op == .equal || op == .notEqual else { return nil }
      return rangesEqual(a, b) == (op == .equal)
    case .boundMethod:
      guard op == .equal || op == .notEqual else { return nil }
      let left = a.object.as(BoundMethodLayout.self).pointee
      let right = b.object.as(BoundMethodLayout.self).pointee
      let same = left.function.bits == right.function.bits && left.receiver.bits == right.receiver.bits
      return same == (op == .equal)
    default: return nil
    }
  }

  private static func hasOwnMethods(_ value: Value) -> Bool {
    Types.of(value).read { $0.isUserDefined }
  }

  /// What an order of -1, 0 or 1 says about a comparison.
  @inline(__always)
  static func decide(_ op: ComparisonOperator, _ order: Int) -> Bool {
    switch op {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessEqual: order <= 0
    case .greater: order > 0
    default: order >= 0
    }
  }

  private static func compareNumbers(_ op: ComparisonOperator, _ left: Value, _ right: Value) -> Bool {
    let a = Numbers.plain(left)
    let b = Numbers.plain(right)
    if a.isFloat || b.isFloat {
      if a.isFloat && b.isFloat { return compareDoubles(op, a.double, b.double) }
      let double = a.isFloat ? a.double : b.double
      if double.isNaN { return op == .notEqual }
      let other = a.isFloat ? b : a
      // A double holds ints of 53 bits exactly.
      if other.isSmallInt {
        let int = Double(other.smallInt)
        return a.isFloat ? compareDoubles(op, double, int) : compareDoubles(op, int, double)
      }
      guard let int = Integer.big(other) else { return false }
      var order: Int
      if double.isInfinite {
        order = double > 0 ? -1 : 1
      } else {
        let whole = BigInt(double.rounded(.towardZero))
        order = int < whole ? -1 : int > whole ? 1 : 0
        if order == 0 {
          let rest = double - double.rounded(.towardZero)
          order = rest > 0 ? -1 : rest < 0 ? 1 : 0
        }
      }
      return decide(op, a.isFloat ? -order : order)
    }
    if let left = Integer.int(a), let right = Integer.int(b) {
      return decide(op, left < right ? -1 : left > right ? 1 : 0)
    }
    guard let left = Integer.big(a), let right = Integer.big(b) else { return false }
    return decide(op, left < right ? -1 : left > right ? 1 : 0)
  }

  @inline(__always)
  static func compareDoubles(_ op: ComparisonOperator, _ a: Double, _ b: Double) -> Bool {
    switch op {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessEqual: a <= b
    case .greater: a > b
    default: a >= b
    }
  }

  /// Compares item by item; the items are asked for anew each time, as comparing may change a list.
  private static func compareSequences(
    _ op: ComparisonOperator, _ left: (Int) -> Value?, _ right: (Int) -> Value?, _ leftCount: Int, _ rightCount: Int
  ) throws(Raised) -> Bool? {
    if leftCount != rightCount && (op == .equal || op == .notEqual) { return op == .notEqual }
    try Interpreter.enterNative(" in comparison")
    defer { Interpreter.leaveNative() }
    var index = 0
    while let a = left(index), let b = right(index) {
      if try !Operations.sameOrEqual(a, b) {
        // Comparing may have taken the items away: then the lengths decide.
        let isLeftThere = left(index) != nil
        let isRightThere = right(index) != nil
        guard isLeftThere, isRightThere else { return decide(op, isLeftThere ? 1 : isRightThere ? -1 : 0) }
        if op == .equal { return false }
        if op == .notEqual { return true }
        return try Operations.truth(try compare(op, a, b))
      }
      index += 1
    }
    return decide(op, leftCount - rightCount)
  }

  /// Raises `RecursionError` when structures nest too deeply, or contain themselves.
  static func checkStack(_ doing: String = " in comparison") throws(Raised) {
    var here: UInt8 = 0
    let address = withUnsafePointer(to: &here) { UInt(bitPattern: $0) }
    if address < Interpreter.stackLimit.pointee { throw Interpreter.recursionError(doing) }
  }

  private static func dictsEqual(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    guard Dict.count(a) == Dict.count(b) else { return false }
    try Interpreter.enterNative(" in comparison")
    defer { Interpreter.leaveNative() }
    var position = 0
    while position < Dict.table(a).pointee.used {
      let key = Dict.table(a).pointee.key(at: position)
      if !key.isUnbound {
        // Comparing keys may change either dict.
        let value = Dict.table(a).pointee.value(at: position)
        guard let other = try Dict.get(b, key) else { return false }
        if try !Operations.sameOrEqual(value, other) { return false }
      }
      position += 1
    }
    return true
  }

  /// Whether every element of `a` is in `b`.
  static func isSubset(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    for element in PySet.elements(a) where try !PySet.contains(b, element) { return false }
    return true
  }

  private static func compareSets(_ op: ComparisonOperator, _ a: Value, _ b: Value) throws(Raised) -> Bool {
    let left = PySet.count(a)
    let right = PySet.count(b)
    // The autoclosure of `&&` would lose the error's type, so the sizes are looked at first.
    switch op {
    case .equal: return left == right ? try isSubset(a, b) : false
    case .notEqual: return left == right ? try !isSubset(a, b) : true
    case .less: return left < right ? try isSubset(a, b) : false
    case .lessEqual: return left <= right ? try isSubset(a, b) : false
    case .greater: return left > right ? try isSubset(b, a) : false
    default: return left >= right ? try isSubset(b, a) : false
    }
  }

  private static func rangesEqual(_ a: Value, _ b: Value) -> Bool {
    let count = PyRange.count(a)
    guard count == PyRange.count(b) else { return false }
    let left = a.object.as(RangeLayout.self).pointee
    let right = b.object.as(RangeLayout.self).pointee
    return count == 0 || left.start == right.start && (count == 1 || left.step == right.step)
  }

  static func method(_ op: ComparisonOperator) -> KnownName {
    switch op {
    case .equal: .__eq__
    case .notEqual: .__ne__
    case .less: .__lt__
    case .lessEqual: .__le__
    case .greater: .__gt__
    default: .__ge__
    }
  }

  private static func mirrored(_ op: ComparisonOperator) -> ComparisonOperator {
    switch op {
    case .less: .greater
    case .lessEqual: .greaterEqual
    case .greater: .less
    case .greaterEqual: .lessEqual
    default: op
    }
  }

  /// Asks the operands' methods: the right one's first if its class derives from the left one's.
  private static func compareByMethods(_ op: ComparisonOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    try Interpreter.enterNative(" in comparison")
    defer { Interpreter.leaveNative() }
    let left = Types.cls(a)
    let right = Types.cls(b)
    let rightFirst = left !== right && right.isSubclass(of: left)
    if rightFirst, let result = try ask(right, mirrored(op), b, a) { return result }
    if let result = try ask(left, op, a, b) { return result }
    if !rightFirst, let result = try ask(right, mirrored(op), b, a) { return result }
    switch op {
    case .equal: return Value(a.bits == b.bits)
    case .notEqual: return Value(a.bits != b.bits)
    default:
      throw raise(
        .typeError,
        "'\(op.rawValue)' not supported between instances of '\(Types.name(a))' and '\(Types.name(b))'")
    }
  }

  private static func ask(
    _ cls: Class, _ op: ComparisonOperator, _ receiver: Value, _ other: Value
  ) throws(Raised) -> Value? {
    if let function = cls.lookup(method(op)) {
      let result = try Call.call(try Attributes.bind(function, receiver), other)
      return result.isNotImplemented ? nil : result
    }
    // `!=` without a method is the opposite of `==`.
    if op == .notEqual, let function = cls.lookup(.__eq__), !function.isNone {
      let result = try Call.call(try Attributes.bind(function, receiver), other)
      return result.isNotImplemented ? nil : Value(!(try Operations.truth(result)))
    }
    if cls.isUserDefined, receiver.isObject, receiver.object.pointee.kind != .instance,
      receiver.object.pointee.kind == (other.isObject ? other.object.pointee.kind : .free)
    {
      return try compareAsBase(op, receiver, other)
    }
    return nil
  }

  /// What the built-in base of `a` says about `a op b`, whatever its class says; `NotImplemented` where it says nothing.
  static func base(_ op: ComparisonOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if Numbers.isReal(a) && Numbers.isReal(b) { return Value(compareNumbers(op, a, b)) }
    if a.isObject, b.isObject, a.object.pointee.kind == b.object.pointee.kind,
      let result = try compareAsBase(op, a, b)
    {
      return result
    }
    return .notImplemented
  }

  /// Gives a class the comparisons of its layout as methods; `takes` says which other operands they know.
  static func install(
    on cls: Class, _ operators: [ComparisonOperator], with takes: @escaping (Value) -> Bool = { _ in true }
  ) {
    for op in operators {
      cls.method(method(op).rawValue, "self, value, /") { (a) throws(Raised) -> Value in
        takes(a[1]) ? try base(op, a[0], a[1]) : .notImplemented
      }
    }
  }

  /// All six comparisons.
  static let all: [ComparisonOperator] = [.equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual]

  /// Compares instances of subclasses of built-in types that don't say otherwise.
  private static func compareAsBase(_ op: ComparisonOperator, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    switch a.object.pointee.kind {
    case .str:
      if op == .equal || op == .notEqual { return Value(Str.equal(a, b) == (op == .equal)) }
      return Value(decide(op, Str.compare(a, b)))
    case .bytes: return Value(decide(op, Bytes.compare(a, b)))
    case .list:
      return try compareSequences(
        op, { List.count(a) > $0 ? List.item(a, $0) : nil },
        { List.count(b) > $0 ? List.item(b, $0) : nil }, List.count(a), List.count(b)
      ).map { Value($0) }
    case .tuple:
      return try compareSequences(
        op, { Tuple.items(a).count > $0 ? Tuple.items(a)[$0] : nil },
        { Tuple.items(b).count > $0 ? Tuple.items(b)[$0] : nil }, Tuple.items(a).count, Tuple.items(b).count
      ).map { Value($0) }
    case .dict where op == .equal || op == .notEqual: return Value(try dictsEqual(a, b) == (op == .equal))
    case .set: return Value(try compareSets(op, a, b))
    case .range where op == .equal || op == .notEqual: return Value(rangesEqual(a, b) == (op == .equal))
    default: return nil
    }
  }
}
