import Coroutine

/// The executable form of a function, lambda, comprehension, class body or module.
final class Code {
  /// The name, as in tracebacks.
  let name: String
  /// The dotted name within the module.
  var qualifiedName: String
  /// Where it stands.
  let source: SourceText
  let span: Span
  /// The module's variables.
  let namespace: Namespace
  /// The parameters.
  let parameters: ParameterList
  /// The number of slots of a frame, the two fixed ones included.
  let frameSize: Int
  /// The slots of parameters that inner functions capture; they are wrapped in cells on entry.
  let cellParameters: [Int]
  /// Where the captured variables come from when a function object is made: the enclosing frame's slot, or the
  /// enclosing function's cell.
  let captures: [Capture]
  let freeCount: Int
  let isGenerator: Bool
  /// Whether a generator's end runs code of its own: whether it yields within `try` or `with`.
  let hasCleanup: Bool
  /// How many bytes of stack its body may need beyond what is kept free anyway: more than nothing only where code
  /// nests unusually deeply.
  let extraStack: UInt
  let doc: Value
  /// The names of local variables by slot, for messages and `locals()`.
  let localNames: [(name: Symbol, slot: Int)]
  let body: Statement
  /// What its nodes and those of the rest of the text have as constants.
  private let constants: ConstantPool?
  /// Whether a call needs nothing but its arguments put into the first slots.
  let isSimple: Bool
  /// What becomes of a function whose body hasn't been read yet: `frameSize` is too large for any frame then, and
  /// `body` does nothing.
  let unread: UnreadFunction?

  enum Capture {
    case slot(Int)
    case cell(Int)
  }

  init(
    name: String, qualifiedName: String, source: SourceText, span: Span, namespace: Namespace,
    parameters: ParameterList, frameSize: Int, cellParameters: [Int], captures: [Capture], isGenerator: Bool,
    hasCleanup: Bool = false, nesting: Int, doc: Value, localNames: [(name: Symbol, slot: Int)], body: Statement,
    unread: UnreadFunction? = nil
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.source = source
    self.span = span
    self.namespace = namespace
    self.parameters = parameters
    self.frameSize = frameSize
    self.cellParameters = cellParameters
    self.captures = captures
    freeCount = captures.count
    self.isGenerator = isGenerator
    self.hasCleanup = hasCleanup
    // No node's or statement's frame is larger than 384 bytes; half the reserve is for the body, half for what it calls.
    extraStack = UInt(max(0, nesting * 384 - Coroutine.reserve / 2))
    self.doc = doc
    self.localNames = localNames
    self.body = body
    self.unread = unread
    constants = ConstantPool.current
    isSimple = parameters.isSimple && cellParameters.isEmpty && !isGenerator
    (body as? FrameStatement)?.code = self
  }
}

/// The parameters of a function, for binding arguments.
struct ParameterList {
  /// Positional-only, then positional-or-keyword names.
  var positional: [Symbol] = []
  var positionalOnlyCount = 0
  var keywordOnly: [Symbol] = []
  var hasVariadic = false
  var hasKeywordVariadic = false
  var variadicName: Symbol?
  var keywordVariadicName: Symbol?

  /// Whether there are positional parameters only.
  var isSimple: Bool { keywordOnly.isEmpty && !hasVariadic && !hasKeywordVariadic }

  /// The number of slots that parameters take: positional, keyword-only, `*args`, `**kwargs`, in this order.
  var slotCount: Int {
    positional.count + keywordOnly.count + (hasVariadic ? 1 : 0) + (hasKeywordVariadic ? 1 : 0)
  }
  var variadicSlot: Int { positional.count + keywordOnly.count }
  var keywordVariadicSlot: Int { variadicSlot + (hasVariadic ? 1 : 0) }
}

/// The names of keyword arguments; their values follow the positional ones.
final class KeywordNames {
  let names: [Symbol]
  init(_ names: [Symbol]) { self.names = names }
}

/// A frame: the slots of one running function, on the machine stack (see `Function.invoke`).
///
/// Slot 0 takes the returned value, slot 1 holds the function object, the parameters and variables follow.
typealias Frame = UnsafeMutablePointer<Value>

/// The slots that every frame has.
enum FrameSlot {
  static let result = 0
  static let function = 1
  static let first = 2
}
