import Lang

/// The verdict that a spec gives of a response, in a `with` block.
extension ResponseType {
  /// What `raise_for_status` doesn't raise a bad status for. Like Locust's, a response that never came raises its error
  /// instead, and one that was marked as a failure raises that.
  private static func isOK(_ state: ResponseState) throws(Raised) -> Bool {
    switch state.verdict {
    case .success: return true
    case .failure: throw raise(state.verdictError)
    case .none: break
    }
    guard state.error.isNone || state.isFast else { throw raise(state.error) }
    return state.error.isNone && !(400..<600).contains(state.status)
  }

  static func addVerdicts(_ cls: Class) {
    cls.method("__enter__", "self") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      state.isEntered = true
      guard state.wantsVerdict else {
        throw locustError("In order to use a with-block for requests, you must also pass catch_response=True")
      }
      return a[0]
    }
    cls.method("__exit__", "self, exc, value, traceback") { (a) throws(Raised) -> Value in
      Value(try leave(a[0], try of(a[0]), exception: a[2]))
    }
    cls.method("success", "self") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      guard state.isEntered else { throw notEntered("response.success()") }
      state.verdict = .success
      return .none
    }
    cls.method("failure", "self, exc=None") { (a) throws(Raised) -> Value in
      guard let reason = a.optional(1) else {
        // In the words for a method in Python, which it is in Locust.
        throw raise(
          .typeError, "ResponseContextManager.failure() missing 1 required positional argument: 'exc'")
      }
      let state = try of(a[0])
      guard state.isEntered else { throw notEntered("response.failure(...)") }
      state.verdict = .failure
      state.verdictError =
        Exceptions.isException(reason)
        ? reason : Exceptions.make(SpecExceptions.shared.catchResponseError, Tuple.make([reason]))
      return .none
    }
    cls.method("raise_for_status", "self") { (a) throws(Raised) -> Value in
      let state = try of(a[0])
      switch state.verdict {
      case .success: return .none
      case .failure: throw raise(state.verdictError)
      case .none: break
      }
      if !state.error.isNone { throw raise(state.error) }
      if state.isFast {
        if let error = try FastExceptions.badStatus(state) { throw raise(error) }
        return .none
      }
      if let error = RequestExceptions.shared.httpError(
        state.status, state.reason ?? "", url: state.url, response: a[0])
      {
        throw raise(error)
      }
      return .none
    }
    cls.property("ok", get: { (value) throws(Raised) -> Value in Value(try isOK(try of(value))) })
    cls.method("__bool__", "self") { (a) throws(Raised) -> Value in Value(try isOK(try of(a[0]))) }
    cls.property(
      "request_meta",
      get: { (value) throws(Raised) -> Value in
        let state = try of(value)
        if state.meta.isNone { state.meta = try RequestReport.arguments(value, state, .none) }
        return state.meta
      })
  }

  /// The end of a `with` block: reports, and says whether the exception in the block ends here.
  private static func leave(_ value: Value, _ state: ResponseState, exception: Value) throws(Raised) -> Bool {
    if state.verdict == .none, !exception.isNone {
      guard Types.isInstance(exception, SpecExceptions.shared.responseError) else { return false }
      state.verdict = .failure
      state.verdictError = exception
      try RequestReport.report(value, state)
      return true
    }
    try RequestReport.report(value, state)
    return exception.isNone
  }

  private static func locustError(_ text: String) -> Raised { raise(SpecExceptions.shared.locustError, text) }

  private static func notEntered(_ call: String) -> Raised {
    locustError(
      "Tried to set status on a request that has not yet been made. Make sure you use a with-block, like this:\n\n"
        + "with self.client.request(..., catch_response=True) as response:\n    \(call)")
  }
}
