import Lang

/// What can be known of the modules that a spec imports: asked of the library itself, so that lint and run agree.
public final class Knowledge {
  /// What an `import` of a name leads to.
  enum Answer {
    /// A module of the library or of Locust.
    case known(Value)
    /// Refused, with the reason.
    case refused(String)
    /// A file beside the spec; nothing is known of it.
    case local
    case missing
  }

  /// Loads a module of the library or of Locust by its dotted name; raises the reason when it is refused.
  private let load: (String) throws(Raised) -> Namespace?
  private var answers: [String: Answer] = [:]
  private var signatures: [UInt64: CallSignature?] = [:]
  private var boundSignatures: [UInt64: CallSignature?] = [:]

  /// Creates the knowledge of modules that a function loads.
  public init(load: @escaping (_ name: String) throws(Raised) -> Namespace?) {
    Interpreter.start()
    self.load = load
  }

  /// What an `import` of a name leads to, files of the spec's own not considered.
  func module(_ name: String) -> Answer {
    if let known = answers[name] { return known }
    let answer = ask(name)
    answers[name] = answer
    return answer
  }

  private func ask(_ name: String) -> Answer {
    if let reason = Library.refusal(name) { return .refused(reason) }
    do throws(Raised) {
      if let module = try load(name) { return .known(module.value) }
      return .missing
    } catch {
      // The reason stands at the end: `ImportError: module 'x' is refused: REASON`, `…: No module named 'x': REASON`.
      let last = Program.traceback(error).split(separator: "\n").last.map(String.init) ?? ""
      for mark in ["is refused: ", "'\(name)': "] {
        if let range = last.firstRange(of: mark) { return .refused(String(last[range.upperBound...])) }
      }
      return .refused(last)
    }
  }

  /// The value of a module; nil when it isn't known.
  func value(_ name: String) -> Value? {
    if case .known(let value) = module(name) { value } else { nil }
  }

  /// What a module has under a name: a variable or a module within.
  func member(_ module: String, _ name: String) -> Value? {
    value(module).flatMap { Introspection.member($0, name) } ?? value(module + "." + name)
  }

  /// The class of the responses that a client gives.
  lazy var response: Value? = member("locust.clients", "ResponseContextManager")
  /// The client of `HttpUser`.
  lazy var session: Value? = member("locust.clients", "HttpSession")
  /// The client of `FastHttpUser`; nil when there is none.
  lazy var fastSession: Value? = member("locust.contrib.fasthttp", "FastHttpSession")

  /// How something is called; nil when that isn't known. Functions of the library live as long as the program.
  func signature(_ value: Value) -> CallSignature? {
    if let known = signatures[value.bits] { return known }
    let found = Introspection.signature(value)
    signatures[value.bits] = .some(found)
    return found
  }

  /// The class of the responses that the client of `FastHttpUser` gives.
  lazy var fastResponse: Value? = member("locust.contrib.fasthttp", "ResponseContextManager")

  /// The class of the responses that a client of a class gives; nil for what is no client.
  func response(of client: Value) -> Value? {
    if client.bits == session?.bits { return response }
    return client.bits == fastSession?.bits ? fastResponse : nil
  }

  /// Whether a class is that of a client's responses.
  func isResponse(_ cls: Value) -> Bool { cls.bits == response?.bits || cls.bits == fastResponse?.bits }

  /// How a method is called whose first parameter is given already; nil when that isn't known.
  func boundSignature(_ value: Value) -> CallSignature? {
    if let known = boundSignatures[value.bits] { return known }
    let found = signature(value)?.bound
    boundSignatures[value.bits] = .some(found)
    return found
  }

  /// A built-in name.
  func builtin(_ name: String) -> Value? { Interpreter.builtins[name] }

  /// The built-in names.
  lazy var builtinNames: Set<String> = Set(Interpreter.builtins.names.map(\.name))

  /// The names that every module has.
  static let moduleNames: Set<String> = [
    "__name__", "__file__", "__doc__", "__builtins__", "__package__", "__spec__", "__loader__", "__annotations__",
    "__dict__", "__path__", "__class__", "__module__", "__qualname__",
  ]
}
