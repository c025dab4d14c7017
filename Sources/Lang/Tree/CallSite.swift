import Coroutine

/// Where a call stands that is about to happen, for the few functions that ask who called them: those of `logging` and
/// `warnings`, and what makes a class that belongs to the caller's module.
///
/// Most programs note no frames that could be looked back into (`FrameTracking`): keeping them would cost every call.
/// Instead the calls that have such names note their place themselves, as the last thing before they happen.
enum CallSite {
  /// The functions that ask for their caller, by the last part of their names.
  private static let names: Set<String> = [
    "debug", "info", "warning", "warn", "error", "exception", "critical", "fatal", "log", "type",
    "namedtuple", "NamedTuple", "TypedDict", "NewType", "TypeVar", "ParamSpec", "TypeVarTuple", "Enum", "IntEnum",
    "StrEnum", "Flag", "IntFlag", "randrange",
    // What the library warns of, as it will be gone one day.
    "currentThread", "activeCount", "setDaemon", "isDaemon", "getName", "setName", "notifyAll", "isSet",
    "getdefaultlocale", "SafeConfigParser", "readfp", "template", "Quoter", "add_argument_group",
    "add_mutually_exclusive_group", "parse",
  ]

  /// The call noted last, and how deeply it was nested in which coroutine.
  private nonisolated(unsafe) static var last: SiteNode?
  private nonisolated(unsafe) static var depth = 0
  private nonisolated(unsafe) static var coroutine: ObjectIdentifier?

  /// How many calls may lie between the one that was noted and what asks for it.
  private static let reach = 12

  /// Whether calls of a function note their place.
  ///
  /// - Parameters:
  ///   - name: the last part of its name.
  ///   - source: where the call stands: the library's own calls never do.
  static func isNoted(_ name: String, in source: SourceText) -> Bool {
    names.contains(name) && (!source.name.hasPrefix("<") || source.name == "<string>" || source.name == "<stdin>")
  }

  /// Notes a call that is about to happen.
  static func note(_ node: SiteNode) {
    last = node
    depth = Interpreter.depth.pointee
    coroutine = ObjectIdentifier(Coroutine.current)
  }

  /// The call that the running code was called by, if that was noted; it is then forgotten.
  static func take() -> SiteNode? {
    guard let node = last else { return nil }
    last = nil
    let distance = Interpreter.depth.pointee - depth
    return distance >= 0 && distance <= reach && coroutine == ObjectIdentifier(Coroutine.current) ? node : nil
  }
}

/// The part of a call that is evaluated last: then all that is left is the call itself, whose place it notes.
final class SiteNode: Node {
  private let inner: Node
  /// The text that the call stands in.
  let source: SourceText
  /// The module that the call stands in.
  let namespace: Namespace
  /// The name of the function that the call stands in.
  let function: String
  /// Where the call stands.
  let callSpan: Span

  init(_ inner: Node, _ callSpan: Span, _ source: SourceText, _ namespace: Namespace, function: String) {
    self.inner = inner
    self.callSpan = callSpan
    self.source = source
    self.namespace = namespace
    self.function = function
    super.init(inner.span)
  }

  override func evaluate(_ frame: Frame) throws(Raised) -> Value {
    let value = try inner.evaluate(frame)
    CallSite.note(self)
    return value
  }

  /// The line where the call begins, from 1.
  var line: Int { source.line(at: Int(callSpan.start)) }
}
