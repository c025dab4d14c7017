import Lang

/// `with client.rename_request(name):`
final class RenameScope: Payload {
  private let state: SessionState
  private let session: Value
  private let name: Value

  nonisolated(unsafe) private static var cls: Class? = nil

  private init(_ state: SessionState, _ session: Value, _ name: Value) {
    self.state = state
    self.session = session
    self.name = name
  }

  override func trace() {
    Heap.mark(session)
    Heap.mark(name)
  }

  /// A context manager that names the session's requests while it is open.
  static func make(_ state: SessionState, _ session: Value, _ name: Value) -> Value {
    let cls = self.cls ?? define()
    return Native.make(cls, RenameScope(state, session, name))
  }

  private static func define() -> Class {
    let made = Types.define("_RenameScope", module: "locust.clients")
    made.method("__enter__", "self") { (a) throws(Raised) -> Value in
      if let scope = Native.payload(a[0], as: RenameScope.self) { scope.state.requestName = scope.name }
      return .none
    }
    made.method("__exit__", "self, *args") { (a) throws(Raised) -> Value in
      Native.payload(a[0], as: RenameScope.self)?.state.requestName = .none
      return .no
    }
    cls = made
    return made
  }
}
