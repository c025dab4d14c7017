/// An expression ready to run.
///
/// Children are `let` properties of final classes: the optimiser then calls them without counting references.
class Node {
  /// Where the expression stands.
  let span: Span

  init(_ span: Span) { self.span = span }

  /// The value of the expression.
  func evaluate(_ frame: Frame) throws(Raised) -> Value { preconditionFailure("abstract") }

  /// The truth of the value, where a subclass can tell without making it.
  func test(_ frame: Frame) throws(Raised) -> Bool {
    let value = try evaluate(frame)
    if value.isBool { return value.isTrue }
    do throws(Raised) { return try Operations.truth(value) } catch { throw Interpreter.locate(error, span) }
  }
}

/// A child whose value is mostly that of a local variable or a constant: those it reads itself, which is cheaper than
/// calling a node for it.
struct Operand {
  /// The expression.
  let node: Node
  fileprivate let borrowed: BorrowedOperand

  init(_ node: Node) {
    self.node = node
    borrowed = BorrowedOperand(node)
  }

  /// The value of the expression.
  @inline(__always)
  func evaluate(_ frame: Frame) throws(Raised) -> Value { try borrowed.evaluate(frame) }
}

/// An operand that somebody else keeps alive. It holds no counted reference, so a row of them is read without counting.
private struct BorrowedOperand {
  private let node: Unmanaged<Node>
  /// The variable's slot; -1 where it is none.
  private let slot: Int
  /// The constant; unbound where it is none.
  private let constant: Value

  init(_ node: Node) {
    self.node = .passUnretained(node)
    slot = (node as? LocalNode)?.slot ?? -1
    constant = (node as? ConstantNode)?.value ?? .unbound
  }

  @inline(__always)
  func evaluate(_ frame: Frame) throws(Raised) -> Value {
    if slot >= 0 {
      let value = frame[slot]
      if !value.isUnbound { return value }
    } else if !constant.isUnbound {
      return constant
    }
    return try node.borrow { (node) throws(Raised) in try node.evaluate(frame) }
  }
}

/// How a statement ended.
enum Completion: Int {
  case normal
  case `break`
  case `continue`
  /// The value is in the frame's slot 0.
  case `return`
  /// A generator is to be left; the value for its user is in slot 0. Running the statement again goes on.
  case yield
}

/// A statement ready to run.
class Statement {
  /// Where the statement stands.
  let span: Span

  init(_ span: Span) { self.span = span }

  /// Runs the statement.
  func run(_ frame: Frame) throws(Raised) -> Completion { preconditionFailure("abstract") }
}

/// Something that can be assigned to.
class Target {
  /// Where the target stands.
  let span: Span

  init(_ span: Span) { self.span = span }

  /// Assigns a value.
  func store(_ value: Value, _ frame: Frame) throws(Raised) { preconditionFailure("abstract") }

  /// `del target`
  func delete(_ frame: Frame) throws(Raised) { preconditionFailure("abstract") }
}

/// A row of what a node has several of. An array is retained and released to be read; this, like a `let` property, is not.
struct Row<Element> {
  /// How many there are.
  let count: Int
  private let base: UnsafeMutablePointer<Element>
  private let storage: Storage

  /// Frees the elements with the node that they belong to.
  private final class Storage {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ elements: [Element]) {
      count = elements.count
      base = .allocate(capacity: max(1, count))
      base.initialize(from: elements, count: count)
    }

    deinit {
      base.deinitialize(count: count)
      base.deallocate()
    }
  }

  init(_ elements: [Element]) {
    storage = Storage(elements)
    base = storage.base
    count = storage.count
  }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    @inline(__always) unsafeAddress { UnsafePointer(base + index) }
  }
}

/// A row of children. They are retained by their owner alone, so that calling one counts nothing.
struct Children<Child: AnyObject> {
  private let row: Row<Unmanaged<Child>>
  private let owners: [Child]

  init(_ children: [Child]) {
    row = Row(children.map { .passUnretained($0) })
    owners = children
  }

  /// How many there are.
  var count: Int { row.count }

  /// Runs `body` with one of them.
  @inline(__always)
  func with<Result>(_ index: Int, _ body: (Child) throws(Raised) -> Result) throws(Raised) -> Result {
    try row[index].borrow(body)
  }
}

/// A row of operands.
struct Operands {
  private let row: Row<BorrowedOperand>
  private let owners: [Node]

  init(_ nodes: [Node]) {
    row = Row(nodes.map { BorrowedOperand($0) })
    owners = nodes
  }

  /// How many there are.
  var count: Int { row.count }

  /// The value of one of them.
  @inline(__always)
  func evaluate(_ index: Int, _ frame: Frame) throws(Raised) -> Value { try row[index].evaluate(frame) }
}
