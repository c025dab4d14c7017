/// Generator expressions that the function they are given to walks over at once: `sum(x for x in y)` and its like.
///
/// The body runs from beginning to end in a frame on the stack; what a `yield` would hand out goes to a `Reduction` in
/// the frame instead, so that nothing is suspended and no generator made. Elements are taken in the same order as if
/// they were handed out one by one, and no more of them.

/// What such a function does with the elements.
enum Reduction: Int, CaseIterable {
  case any, all, sum, min, max
  /// They are gathered in a list, for a function that begins so itself.
  case list, tuple, sorted

  /// The name of the built-in function.
  var name: String {
    switch self {
    case .any: "any"
    case .all: "all"
    case .sum: "sum"
    case .min: "min"
    case .max: "max"
    case .list: "list"
    case .tuple: "tuple"
    case .sorted: "sorted"
    }
  }

  /// Takes an element. What is known so far stands in `frame[slot + 1]`, unbound to begin with.
  @inline(__always)
  func take(_ element: Value, _ frame: Frame, _ slot: Int) throws(Raised) -> Completion {
    let known = frame[slot + 1]
    switch self {
    case .any, .all:
      guard try Operations.truth(element) == (self == .any) else { return .normal }
      frame[slot + 1] = Value(self == .any)
      return .return
    case .sum:
      frame[slot + 1] = try Reduction.add(known.isUnbound ? Value(small: 0) : known, element)
    case .min, .max:
      if !known.isUnbound {
        let isBetter = try Comparison.compare(self == .min ? .less : .greater, element, known)
        guard try Operations.truth(isBetter) else { return .normal }
      }
      frame[slot + 1] = element
    case .list, .tuple, .sorted:
      if known.isUnbound { frame[slot + 1] = List.make() }
      List.append(frame[slot + 1], element)
    }
    return .normal
  }

  /// What the function gives for what was gathered; nil where it has to be called with that.
  func result(_ gathered: Value) -> Value? {
    switch self {
    case .any: gathered.isUnbound ? .no : gathered
    case .all: gathered.isUnbound ? .yes : gathered
    case .sum: gathered.isUnbound ? Value(small: 0) : gathered
    case .list: gathered.isUnbound ? List.make() : gathered
    case .min, .max: gathered.isUnbound ? nil : gathered
    case .tuple, .sorted: nil
    }
  }

  /// What `sum` does with two of its values.
  @inline(__always)
  static func add(_ total: Value, _ item: Value) throws(Raised) -> Value {
    if Value.areSmallInts(total, item) {
      let sum = total.smallInt &+ item.smallInt
      if Value.isSmall(sum) { return Value(small: sum) }
    } else if total.isFloat && item.isFloat {
      return Value(total.double + item.double)
    }
    return try Arithmetic.binary(.add, total, item)
  }
}

/// The element of a generator expression: handed out, or taken by the reduction in `sink`.
final class ElementStatement: Statement {
  let value: Operand
  /// Bound while the generator is left here.
  let slot: Int
  /// Where the reduction's number stands, if there is one; the slot behind it is the reduction's own.
  let sink: Int

  init(_ span: Span, _ value: Node, slot: Int, sink: Int) {
    self.value = Operand(value)
    self.slot = slot
    self.sink = sink
    super.init(span)
  }

  override func run(_ frame: Frame) throws(Raised) -> Completion {
    if frame[sink].isSmallInt { return try take(frame) }
    if frame[slot].isUnbound {
      frame[FrameSlot.result] = try value.evaluate(frame)
      frame[slot] = .yes
      return .yield
    }
    frame[slot] = .unbound
    if !GeneratorState.injected.isUnbound { throw YieldNode.raiseInjected(span) }
    return .normal
  }

  private func take(_ frame: Frame) throws(Raised) -> Completion {
    let element = try value.evaluate(frame)
    guard let reduction = Reduction(rawValue: frame[sink].smallInt) else { return .normal }
    do throws(Raised) { return try reduction.take(element, frame, sink) } catch {
      // Not the expression has failed but the function that it was given to.
      frame[FrameSlot.result] = .notImplemented
      throw error
    }
  }
}

/// A call of a built-in function with nothing but a generator expression, if that is what the name stands for.
final class ReductionCallNode: Node {
  let reduction: Reduction
  let function: Node
  let argument: ComprehensionNode
  private let builtin: UnsafeMutablePointer<Value>

  init(_ span: Span, _ reduction: Reduction, _ function: Node, _ argument: ComprehensionNode) {
    self.reduction = reduction
    self.function = function
    self.argument = argument
    builtin = Interpreter.builtins.cell(Symbol(reduction.name))
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let callee = try function.evaluate(frame)
    guard callee.bits == builtin.pointee.bits, callee.isKind(.nativeFunction) || callee.isKind(.class) else {
      return try call(callee, try argument.evaluate(frame))
    }
    let gathered = try argument.reduce(reduction, frame, span)
    if let result = reduction.result(gathered) { return result }
    return try call(callee, gathered.isUnbound ? Tuple.make([]) : gathered)
  }

  @inline(never)
  private func call(_ callee: Value, _ argument: Value) throws(Raised) -> Value {
    do throws(Raised) { return try Call.call(callee, argument) } catch { throw Interpreter.locate(error, span) }
  }
}

extension ComprehensionNode {
  /// Runs a generator expression to its end; gives what the reduction has gathered, unbound where that is nothing.
  func reduce(_ reduction: Reduction, _ outer: Frame, _ span: Span) throws(Raised) -> Value {
    let source = try iterable.evaluate(outer)
    let iterator: Value
    do throws(Raised) { iterator = try walked(source) } catch { throw Interpreter.locate(error, self.span) }
    do throws(Raised) {
      let callee = try callee(outer)
      return try Call.withFrame(function.code.frameSize) { (frame) throws(Raised) -> Value in
        try Interpreter.enterNative("", function.code.extraStack)
        defer { Interpreter.leaveNative() }
        frame[FrameSlot.function] = callee
        frame[FrameSlot.first] = iterator
        frame[sink] = Value(small: reduction.rawValue)
        Function.makeCells(function.code, frame)
        do throws(Raised) { _ = try function.code.body.run(frame) } catch {
          if frame[FrameSlot.result].isNotImplemented { throw error }
          Interpreter.addFrame(function.code)
          throw GeneratorState.translate(error, function.code)
        }
        return frame[sink + 1]
      }
    } catch { throw Interpreter.locate(error, span) }
  }
}
