import Lang

/// One request of a spec's client: from the arguments of the call to the response object, counted.
enum ClientRequest {
  /// Sends a request and gives its response; reports it, unless the spec is to give the verdict.
  ///
  /// - Parameter redirects: whether redirects are followed when the call doesn't say.
  static func perform(
    _ state: SessionState, _ verb: Value, _ url: Value, _ options: RequestOptions, redirects: Bool
  ) throws(Raised) -> Value {
    guard Fiber.current != nil else {
      return try outsideFibers(state) { () throws(Raised) in
        try perform(state, verb, url, options, redirects: redirects)
      }
    }
    let began = EventLoop.now
    let outcome = try exchange(state, verb, url, options, redirects)
    let ended = outcome.ended ?? EventLoop.now
    let result =
      outcome.seen.flatMap { Native.payload($0, as: ResponseState.self) }
      ?? ResponseState(response: outcome.response, request: outcome.request, method: verb, user: state.user)
    result.name = try name(state, url, options, outcome.response, outcome.request)
    result.context = options.context
    result.nanoseconds = ended &- (outcome.began ?? began)
    result.ended = ended
    result.wantsVerdict = try Operations.truth(options.catchResponse)
    result.isFast = state.kind == .fast
    if result.isFast || outcome.request == nil {
      result.given = url.isKind(.str) ? url : .unbound
      result.base = state.baseURL
    }
    result.error = outcome.error
    let value = outcome.seen ?? ResponseType.make(result, isCounted: state.isCounted)
    if !state.isCounted {
      if !outcome.error.isNone { throw raise(outcome.error) }
    } else if !result.wantsVerdict {
      try RequestReport.report(value, result)
    }
    return value
  }

  /// Makes a request while a spec is being loaded, when no fiber runs that could wait for it.
  private static func outsideFibers(
    _ state: SessionState, _ body: @escaping () throws(Raised) -> Value
  ) throws(Raised) -> Value {
    try FiberThreads.onFiber { () throws(Raised) -> Value in
      // A worker that is forked later must not share a connection with its siblings.
      defer { if LoadTest.current == nil { state.session.close() } }
      return try body()
    }
  }

  /// What an exchange came to: a response, or the exception that Locust reports.
  private struct Outcome {
    var response: HTTPResponse?
    var request: HTTPRequest?
    /// The response object that hooks have seen.
    var seen: Value?
    var error = Value.none
    var began: UInt64?
    var ended: UInt64?
  }

  private static func exchange(
    _ state: SessionState, _ verb: Value, _ url: Value, _ options: RequestOptions, _ redirects: Bool
  ) throws(Raised) -> Outcome {
    let made: RequestMaker.Made
    do throws(Raised) {
      made = try RequestMaker.make(state, verb, url, options, redirects: redirects)
    } catch {
      let exception = Interpreter.raised
      guard
        state.kind == .fast
          ? FastAddress.isUnknownHost(exception) : RequestExceptions.shared.isReported(exception)
      else { throw error }
      return Outcome(error: exception)
    }
    return try send(state, verb, made, options)
  }

  private static func send(
    _ state: SessionState, _ verb: Value, _ made: RequestMaker.Made, _ options: RequestOptions
  ) throws(Raised) -> Outcome {
    let kept = made.kept
    let challenged = made.challenged
    defer {
      Heap.keepAlive(kept)
      Heap.keepAlive(challenged)
      (made.request.extras?.source as? PythonBody)?.release()
    }
    if !state.retries.isEmpty, let policy = state.retries.policy(for: made.request.address.text) {
      return try sendRepeatedly(state, verb, made, options, policy)
    }
    if !made.hooks.isEmpty || !challenged.isNone { return try sendHooked(state, verb, made, options) }
    var attempts = 0
    while true {
      do throws(HTTPFailure) {
        return outcome(try state.session.send(made.request), made.request)
      } catch {
        attempts += 1
        guard attempts <= state.maxRetries, FastExceptions.isRepeatable(error, made.request.method),
          made.request.extras?.source.map({ $0.rewind() }) ?? true
        else { return try outcome(error, made.request, state) }
      }
    }
  }

  /// Sends a request as often as an adapter's policy says.
  private static func sendRepeatedly(
    _ state: SessionState, _ verb: Value, _ made: RequestMaker.Made, _ options: RequestOptions, _ policy: RetryPolicy
  ) throws(Raised) -> Outcome {
    let isSeen = !made.hooks.isEmpty || !made.challenged.isNone
    let exchange =
      isSeen ? try HookedExchange(state, verb: verb, hooks: made.hooks, auth: made.challenged, options) : nil
    let kept = exchange?.kept ?? .none
    defer { Heap.keepAlive(kept) }
    var policy = policy
    let began = EventLoop.now
    switch try policy.send(made.request, state.session, handler: exchange?.see) {
    case .response(let response):
      var result = outcome(response, made.request)
      result.began = began
      if let last = exchange?.last, last.response === response { result.seen = last.value }
      return result
    case .failed(let failure, let isExhausted):
      return try outcome(failure, made.request, state, isExhausted: isExhausted)
    case .tooMany(let status):
      return Outcome(request: made.request, error: RequestExceptions.shared.tooMany(status, made.request))
    }
  }

  private static func sendHooked(
    _ state: SessionState, _ verb: Value, _ made: RequestMaker.Made, _ options: RequestOptions
  ) throws(Raised) -> Outcome {
    let exchange = try HookedExchange(state, verb: verb, hooks: made.hooks, auth: made.challenged, options)
    let kept = exchange.kept
    defer { Heap.keepAlive(kept) }
    do throws(HTTPFailure) {
      let response = try state.session.send(made.request, handler: exchange.see)
      var result = outcome(response, made.request)
      if let last = exchange.last, last.response === response { result.seen = last.value }
      return result
    } catch {
      return try outcome(error, made.request, state)
    }
  }

  private static func outcome(_ response: HTTPResponse, _ request: HTTPRequest) -> Outcome {
    let began = response.history.first?.timing.started ?? response.timing.started
    return Outcome(response: response, request: request, began: began, ended: response.timing.ended)
  }

  private static func outcome(
    _ failure: HTTPFailure, _ request: HTTPRequest, _ state: SessionState, isExhausted: Bool = false
  ) throws(Raised) -> Outcome {
    // Python code of the spec's own has failed: its exception is what counts.
    if case .abandoned = failure.reason { throw raise(Interpreter.raised) }
    if state.kind == .fast { return try fastOutcome(failure, request, state) }
    let exception = RequestExceptions.shared.exception(failure, request, isExhausted: isExhausted)
    guard RequestExceptions.shared.isReportedFailure(failure) else { throw raise(exception) }
    return Outcome(request: request, error: exception)
  }

  private static func fastOutcome(
    _ failure: HTTPFailure, _ request: HTTPRequest, _ state: SessionState
  ) throws(Raised) -> Outcome {
    let exception = try FastExceptions.exception(failure, request, retries: state.maxRetries)
    guard FastExceptions.isReported(failure) else { throw raise(exception) }
    return Outcome(request: request, error: exception)
  }

  /// Sends a request that has been prepared: `Session.send`.
  static func perform(
    _ state: SessionState, prepared: Value, _ options: RequestOptions
  ) throws(Raised) -> Value {
    guard Fiber.current != nil else {
      return try outsideFibers(state) { () throws(Raised) in try perform(state, prepared: prepared, options) }
    }
    guard let source = Native.payload(prepared, as: PreparedRequest.self) else {
      throw raise(.valueError, "You can only send PreparedRequests.")
    }
    let bare = RequestOptions(data: source.body, headers: source.headers)
    var made = try RequestMaker.make(
      SessionState(), source.method, source.url, bare.with(transportOf: options, state), redirects: true)
    try source.apply(to: &made.request)
    if !source.hooks.isUnbound { made.hooks = try Hooks.merged(.none, source.hooks) }
    let outcome = try send(state, source.method, made, options)
    if !outcome.error.isNone { throw raise(outcome.error) }
    let result = ResponseState(
      response: outcome.response, request: outcome.request, method: source.method, user: .none)
    return outcome.seen ?? ResponseType.make(result, isCounted: false)
  }

  /// What the request is called in the statistics: what the call or `rename_request` says, else path and query.
  static func name(
    _ state: SessionState, _ url: Value, _ options: RequestOptions, _ response: HTTPResponse?, _ request: HTTPRequest?
  ) throws(Raised) -> Value {
    if try options.name.isGiven() {
      return options.name.isKind(.str) ? options.name : try Text.str(options.name)
    }
    if !state.requestName.isNone { return state.requestName }
    // A FastHttpUser's requests are called what the call says, parameters not included.
    guard let request, state.kind == .requests else { return try Text.str(url) }
    let target = request.address.target
    // The usual path is the very text that the call gave.
    if url.isKind(.str), Str.bytes(url).elementsEqual(target) { return url }
    return Str.make(target)
  }
}
