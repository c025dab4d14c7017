/// The arithmetic and bitwise operators between any two values.
enum Arithmetic {
  /// `a op b`
  @inline(never)
  static func binary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    try binary(op, a, b, inPlace: false)
  }

  private static func binary(
    _ op: BinaryOperator, _ a: Value, _ b: Value, inPlace: Bool
  ) throws(Raised) -> Value {
    if !a.isObject && !b.isObject {
      if Numbers.isReal(a) && Numbers.isReal(b), let result = try Numbers.binary(op, a, b) { return result }
      throw unsupported(op, a, b, inPlace)
    }
    if op == .add, a.object(isExactly: Types.str), b.object(isExactly: Types.str) { return Str.concatenate(a, b) }
    if isPlain(a) && isPlain(b) {
      if let result = try builtin(op, a, b) { return result }
      let isRefused = inPlace && op == .mult && isSequence(b) && !isSequence(a) && Types.lookup(a, .__len__) != nil
      if !isRefused, let result = try sequence(op, a, b) { return result }
      throw unsupported(op, a, b, inPlace)
    }
    return try byMethods(op, a, Types.cls(a), b, Types.cls(b), inPlace)
  }

  /// Whether a value's type is one whose operators are all known here.
  @inline(__always)
  private static func isPlain(_ value: Value) -> Bool {
    if !value.isObject { return true }
    switch value.object.pointee.kind {
    case .instance, .native, .class: return false
    // `defaultdict` has operators of its own.
    case .dict: return value.object(isExactly: Types.dict)
    default: return !value.object.pointee.cls.read { $0.isUserDefined }
    }
  }

  /// Asks the operands' methods: the right one's reflected first if its class derives from the left one's.
  private static func byMethods(
    _ op: BinaryOperator, _ a: Value, _ left: Class, _ b: Value, _ right: Class, _ inPlace: Bool
  ) throws(Raised) -> Value {
    let names = methods(op)
    let own = left.lookup(names.plain)
    var reflected = right === left ? nil : right.lookup(names.reflected)
    if let method = reflected, right.isSubclass(of: left), left.lookup(names.reflected)?.bits != method.bits {
      reflected = nil
      let result = try Call.method(method, of: b, a)
      if !result.isNotImplemented { return result }
    }
    // Concatenation and repetition come after what the right operand makes of it.
    let isJoining = op == .add || op == .mult
    // A subclass in Python with a method for the reflected operator is asked like one that has the operator itself.
    let isAsked = left.override(names.reflected) != nil
    let isBuiltin = left.override(names.plain) == nil
    let isSequenceOwn = isJoining && (isSequence(a) || a.isKind(.native)) && !isAsked && own != nil && isBuiltin
    if let own, !isSequenceOwn {
      let result = try Call.method(own, of: a, b)
      if !result.isNotImplemented { return result }
    } else if let result = try builtin(op, a, b) {
      return result
    }
    // A sequence's own methods are no operators of numbers, which come first, unless a subclass in Python has one of the
    // pair.
    let isTheirs = right.override(names.plain) != nil || right.override(names.reflected) != nil
    if let reflected, isTheirs || !(isJoining && (isSequence(b) || b.isKind(.native))) {
      let result = try Call.method(reflected, of: b, a)
      if !result.isNotImplemented { return result }
    }
    // A library's sequence joins by its methods.
    if isSequenceOwn, let own, a.isKind(.native) {
      if op == .mult { try checkCount(b) }
      return try Call.method(own, of: a, b)
    }
    if op == .mult, !isSequence(a), b.isKind(.native), let method = right.lookup(names.reflected),
      method.isKind(.nativeFunction)
    {
      try checkCount(a)
      return try Call.method(method, of: b, a)
    }
    // A class in Python that has one of the pair does not repeat its instances any more.
    func repeats(_ value: Value, _ cls: Class) -> Bool {
      isSequence(value) && cls.override(names.plain) == nil && cls.override(names.reflected) == nil
    }
    if op != .mult {
      if isBuiltin, let result = try sequence(op, a, b) { return result }
    } else if repeats(a, left) {
      return try repeated(a, b)
    } else if repeats(b, right), !inPlace || !left.isUserDefined && left.lookup(.__len__) == nil {
      // In place, the right operand is repeated only by what isn't a container itself.
      return try repeated(b, a)
    }
    throw unsupported(op, a, b, inPlace)
  }

  /// What the base type of `a` does for `a op b`, whatever a subclass says; `NotImplemented` where it does nothing.
  static func base(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if let result = try builtin(op, a, b) { return result }
    if op == .add && !sameKind(a, b) { return .notImplemented }
    if let result = try sequence(op, a, b) { return result }
    return .notImplemented
  }

  /// `a + b` for a sequence `a`; raises `TypeError` where `b` is no such sequence.
  static func concatenate(_ a: Value, _ b: Value) throws(Raised) -> Value {
    try sequence(.add, a, b) ?? .notImplemented
  }

  private static func sameKind(_ a: Value, _ b: Value) -> Bool {
    a.isObject && b.isObject && a.object.pointee.kind == b.object.pointee.kind
  }

  /// The operators of numbers, sets, dicts, classes and `str %`; nil where they don't apply.
  private static func builtin(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    if Numbers.isReal(a) && Numbers.isReal(b) { return try Numbers.binary(op, a, b) }
    if a.isObject {
      switch a.object.pointee.kind {
      case .str where op == .mod: return try Text.percentFormat(a, b)
      case .bytes where op == .mod: return try Text.percentBytes(a, b)
      case .set where b.isKind(.set): return try SetAlgebra.binary(op, a, b)
      case .dict where op == .bitOr && b.isKind(.dict):
        let result = Dict.make()
        Dict.refresh(a)
        Dict.table(result).pointee = Dict.table(a).pointee.copy()
        try DictType.merge(b, into: result)
        return result
      default: break
      }
    }
    if op == .bitOr, UnionType.isOperand(a), UnionType.isOperand(b), !(a.isNone && b.isNone) {
      return try UnionType.make(a, b)
    }
    return nil
  }

  /// Concatenation and repetition; nil where they don't apply.
  private static func sequence(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    if op == .add, a.isObject {
      switch a.object.pointee.kind {
      case .str:
        guard b.isKind(.str) else {
          throw raise(.typeError, "can only concatenate str (not \"\(Types.name(b))\") to str")
        }
        return Str.concatenate(a, b)
      case .list:
        guard b.isKind(.list) else {
          throw raise(.typeError, "can only concatenate list (not \"\(Types.name(b))\") to list")
        }
        let result = List.make(capacity: List.count(a) + List.count(b))
        for item in List.items(a) { List.append(result, item) }
        for item in List.items(b) { List.append(result, item) }
        return result
      case .tuple:
        guard b.isKind(.tuple) else {
          throw raise(.typeError, "can only concatenate tuple (not \"\(Types.name(b))\") to tuple")
        }
        let left = Tuple.items(a)
        let right = Tuple.items(b)
        let (result, items) = Tuple.uninitialized(left.count + right.count)
        for index in 0..<left.count { items[index] = left[index] }
        for index in 0..<right.count { items[left.count + index] = right[index] }
        return result
      case .bytes:
        guard let right = try Text.bufferBytes(b) else {
          throw raise(.typeError, "can't concat \(Types.name(b)) to \(Types.name(a))")
        }
        return rawBytes(like: a, Array(byteBuffer(a)) + right)
      default: return nil
      }
    }
    if op == .mult {
      if isSequence(a) { return try repeated(a, b) }
      if isSequence(b) { return try repeated(b, a) }
    }
    return nil
  }

  private static func isSequence(_ value: Value) -> Bool {
    guard value.isObject else { return false }
    switch value.object.pointee.kind {
    case .str, .list, .tuple, .bytes: return true
    default: return false
    }
  }

  private static func byteBuffer(_ value: Value) -> UnsafeBufferPointer<UInt8> {
    let layout = value.object.as(BytesLayout.self)
    return UnsafeBufferPointer(start: layout.pointee.data, count: layout.pointee.count)
  }

  /// New `bytes` or `bytearray`, as `value` is one.
  private static func rawBytes(like value: Value, _ bytes: [UInt8]) -> Value {
    Bytes.make(bytes, mutable: Bytes.isMutable(value))
  }

  /// Raises `TypeError` for what a sequence can't be multiplied by.
  private static func checkCount(_ times: Value) throws(Raised) {
    guard Integer.isInteger(times) || times.isObject && Types.cls(times).lookup(.__index__) != nil else {
      throw raise(.typeError, "can't multiply sequence by non-int of type '\(Types.name(times))'")
    }
  }

  /// `sequence * count`
  private static func repeated(_ sequence: Value, _ times: Value) throws(Raised) -> Value {
    try checkCount(times)
    let count = max(0, try repetitions(times))
    switch sequence.object.pointee.kind {
    case .str:
      let text = Str.bytes(sequence)
      try checkSize(text.count, count)
      if count == 1 && Types.of(sequence).toOpaque() == Types.str.toOpaque() { return sequence }
      let (result, data) = Str.uninitialized(
        count: text.count * count, length: Str.length(sequence) * count)
      fill(data, text, count)
      return result
    case .list:
      let size = List.count(sequence)
      try checkSize(size * 8, count)
      let result = List.make(capacity: size * count)
      let items = List.items(sequence)
      if let first = items.first, size == 1 {
        for _ in 0..<count { List.append(result, first) }
      } else {
        for _ in 0..<(size == 0 ? 0 : count) { for item in items { List.append(result, item) } }
      }
      return result
    case .tuple:
      let source = Tuple.items(sequence)
      if count == 1, sequence.object(isExactly: Types.tuple) { return sequence }
      try checkSize(source.count * 8, count)
      let (result, items) = Tuple.uninitialized(source.count * count)
      fill(items, UnsafeBufferPointer(source), count)
      return result
    default:
      let source = byteBuffer(sequence)
      try checkSize(source.count, count)
      let (result, data) = Bytes.uninitialized(source.count * count, mutable: Bytes.isMutable(sequence))
      fill(data, source, count)
      return result
    }
  }

  /// Fills memory with so many copies of a pattern: what is filled is copied at once, so that each step doubles it.
  private static func fill<Item>(
    _ target: UnsafeMutablePointer<Item>, _ pattern: UnsafeBufferPointer<Item>, _ count: Int
  ) {
    guard let source = pattern.baseAddress, !pattern.isEmpty, count > 0 else { return }
    target.update(from: source, count: pattern.count)
    let total = pattern.count * count
    var filled = pattern.count
    while filled < total {
      let step = min(filled, total - filled)
      (target + filled).update(from: target, count: step)
      filled += step
    }
  }

  private static func repetitions(_ times: Value) throws(Raised) -> Int {
    if Integer.isInteger(times) {
      guard let count = Integer.int(times) else {
        throw raise(.overflowError, "cannot fit 'int' into an index-sized integer")
      }
      return count
    }
    return try Operations.index(times)
  }

  static func checkSize(_ size: Int, _ count: Int) throws(Raised) {
    let (total, overflow) = size.multipliedReportingOverflow(by: count)
    try Heap.checkSize(overflow ? .max : total)
  }

  @inline(never)
  private static func unsupported(_ op: BinaryOperator, _ a: Value, _ b: Value, _ inPlace: Bool) -> Raised {
    let sign = inPlace ? "\(op.rawValue)=" : op == .pow ? "** or pow()" : op.rawValue
    var hint = ""
    if op == .rightShift, let print = Interpreter.builtins["print"], print.bits == a.bits {
      hint = ". Did you mean \"print(<message>, file=<output_stream>)\"?"
    }
    return raise(
      .typeError, "unsupported operand type(s) for \(sign): '\(Types.name(a))' and '\(Types.name(b))'\(hint)")
  }

  /// `a op= b`: the new value of the target.
  static func inPlace(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if !a.isObject && !b.isObject { return try binary(op, a, b, inPlace: true) }
    if a.isObject {
      let cls = Types.cls(a)
      let kind = a.object.pointee.kind
      // An inherited `__imul__` is a sequence's way, which comes after the numbers'.
      if cls.isUserDefined || kind == .native, let method = cls.lookup(methods(op).inPlace),
        !(op == .mult && isSequence(a) && cls.override(methods(op).inPlace) == nil)
      {
        if kind == .native, op == .add || op == .mult, method.isKind(.nativeFunction) {
          if let result = try byOwnMethods(op, a, b) { return result }
          if op == .mult { try checkCount(b) }
        }
        let result = try Call.method(method, of: a, b)
        if !result.isNotImplemented { return result }
      } else if cls.isUserDefined || b.isObject && Types.cls(b).isUserDefined, isChangedByJoining(op, a) {
        if let result = try byOwnMethods(op, a, b) { return result }
        if try changeInPlace(op, a, b) { return a }
        _ = try sequence(op, a, b)
      } else if try changeInPlace(op, a, b) {
        return a
      }
    }
    return try binary(op, a, b, inPlace: true)
  }

  /// Whether `a += b` or `a *= b` changes the sequence `a`.
  private static func isChangedByJoining(_ op: BinaryOperator, _ a: Value) -> Bool {
    guard op == .add || op == .mult else { return false }
    return a.isKind(.list) || a.isKind(.bytes) && a.object.pointee.flags & BytesLayout.flagMutable != 0
  }

  /// What methods in Python make of `a += b` or `a *= b` before the sequence `a` does it its own way; nil where there are
  /// none, or none of them knows.
  private static func byOwnMethods(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    let (left, right, names) = (Types.cls(a), Types.cls(b), methods(op))
    func ask(_ method: Value?, _ value: Value, _ other: Value) throws(Raised) -> Value? {
      guard let method else { return nil }
      let result = try Call.call(try Attributes.bind(method, value), other)
      return result.isNotImplemented ? nil : result
    }
    let hasRight = right !== left && (right.override(names.plain) != nil || right.override(names.reflected) != nil)
    let reflected = right.lookup(names.reflected)
    let isFirst = hasRight && right.isSubclass(of: left) && left.lookup(names.reflected)?.bits != reflected?.bits
    if isFirst, let result = try ask(reflected, b, a) { return result }
    if left.override(names.plain) != nil || left.override(names.reflected) != nil,
      let result = try ask(left.lookup(names.plain), a, b)
    {
      return result
    }
    return hasRight && !isFirst ? try ask(reflected, b, a) : nil
  }

  /// Changes a list, set, dict or bytearray in place; false where the operator makes a new value.
  static func changeInPlace(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Bool {
    switch a.object.pointee.kind {
    case .list where op == .add:
      try ListType.extend(a, b)
      return true
    case .list where op == .mult && (Integer.isInteger(b) || b.isObject && Types.cls(b).lookup(.__index__) != nil):
      let count = max(0, try repetitions(b))
      let size = List.count(a)
      try checkSize(size * 8, count)
      if count == 0 { List.removeAll(a) }
      for _ in 1..<max(1, count) {
        for index in 0..<size { List.append(a, List.item(a, index)) }
      }
      return true
    case .bytes
    where op == .mult && (Integer.isInteger(b) || b.isObject && Types.cls(b).lookup(.__index__) != nil)
      && a.object.pointee.flags & BytesLayout.flagMutable != 0:
      let count = max(0, try repetitions(b))
      let bytes = Array(byteBuffer(a))
      try checkSize(bytes.count, count)
      Bytes.assign(a, Array(repeatElement(bytes, count: count).joined()))
      return true
    case .set where !PySet.isFrozen(a) && b.isKind(.set): return try SetAlgebra.change(op, a, b)
    case .dict where op == .bitOr:
      try DictType.update(a, b)
      return true
    case .bytes where op == .add && a.object.pointee.flags & BytesLayout.flagMutable != 0:
      guard let right = try Text.bufferBytes(b) else { return false }
      Bytes.append(a, right)
      return true
    default: return false
    }
  }

  /// `-a`, `+a`, `~a`
  static func unary(_ op: UnaryOperator, _ a: Value) throws(Raised) -> Value {
    if a.isSmallInt && op == .minus { return Integer.make(-a.smallInt) }
    let name: KnownName =
      switch op {
      case .minus: .__neg__
      case .plus: .__pos__
      default: .__invert__
      }
    if a.isObject, Types.cls(a).isUserDefined || a.isKind(.native), let result = try Call.special(a, name) {
      return result
    }
    if let result = Numbers.unary(op, a) { return result }
    throw raise(.typeError, "bad operand type for unary \(op.rawValue): '\(Types.name(a))'")
  }

  /// The names of an operator's methods.
  static func methods(_ op: BinaryOperator) -> (plain: KnownName, reflected: KnownName, inPlace: KnownName) {
    switch op {
    case .add: (.__add__, .__radd__, .__iadd__)
    case .sub: (.__sub__, .__rsub__, .__isub__)
    case .mult: (.__mul__, .__rmul__, .__imul__)
    case .matMult: (.__matmul__, .__rmatmul__, .__imatmul__)
    case .div: (.__truediv__, .__rtruediv__, .__itruediv__)
    case .mod: (.__mod__, .__rmod__, .__imod__)
    case .pow: (.__pow__, .__rpow__, .__ipow__)
    case .leftShift: (.__lshift__, .__rlshift__, .__ilshift__)
    case .rightShift: (.__rshift__, .__rrshift__, .__irshift__)
    case .bitOr: (.__or__, .__ror__, .__ior__)
    case .bitXor: (.__xor__, .__rxor__, .__ixor__)
    case .bitAnd: (.__and__, .__rand__, .__iand__)
    case .floorDiv: (.__floordiv__, .__rfloordiv__, .__ifloordiv__)
    }
  }
}
