import Lang

/// `hooks=` and the session's `hooks`: functions that see every response before anyone else.
enum Hooks {
  /// The functions that a mapping has for responses, those of the call in place of the session's.
  static func merged(_ session: Value, _ own: Value) throws(Raised) -> [Value] {
    let mine = try functions(of: own)
    return mine.isEmpty ? try functions(of: session) : mine
  }

  private static func functions(of mapping: Value) throws(Raised) -> [Value] {
    if mapping.isNone || mapping.isUnbound { return [] }
    var found: [Value] = []
    for (event, hook) in try pairs(of: mapping) {
      try check(event)
      if !hook.isNone { found += try functions(hook) }
    }
    return found
  }

  /// One function, or a list of them, as a list; what isn't callable is passed over, as `requests` does.
  static func functions(_ hook: Value) throws(Raised) -> [Value] {
    if Call.isCallable(hook) { return [hook] }
    let list = List.make()
    try Iteration.forEach(hook) { (one) throws(Raised) in if Call.isCallable(one) { List.append(list, one) } }
    return Array(List.items(list))
  }

  /// The list of an event in a dict of lists.
  static func list(_ hooks: Value, event: Value) throws(Raised) -> Value {
    try check(event)
    if hooks.isKind(.dict), let list = Dict.get(hooks, "response"), list.isKind(.list) { return list }
    let list = List.make()
    if hooks.isKind(.dict) { Dict.set(hooks, "response", list) }
    return list
  }

  private static func check(_ event: Value) throws(Raised) {
    let name = Str.swift(try Text.str(event))
    if name != "response" {
      throw raise(.valueError, "Unsupported event specified, with event name \"\(name)\"")
    }
  }
}

/// A request whose responses Python code sees as they come: by hooks, or by an `auth` object that answers a challenge.
final class HookedExchange {
  private let state: SessionState
  private let user: Value
  private let verb: Value
  private let hooks: Value
  private let auth: Value
  private let arguments: [(name: String, value: Value)]
  /// Every value that must outlive the exchange; the caller keeps this list alive.
  let kept = List.make()
  /// The last response, and the value that the hooks have made of it.
  private(set) var last: (response: HTTPResponse, value: Value)?
  private var answeredFor: [ObjectIdentifier] = []

  /// - Parameter auth: an object with `read_challenge` and `build_digest_header`; `None` for none.
  init(
    _ state: SessionState, verb: Value, hooks functions: [Value], auth: Value, _ options: RequestOptions
  ) throws(Raised) {
    self.state = state
    self.verb = verb
    self.auth = auth
    user = state.user
    hooks = List.make(functions)
    let verify = options.verify.isNone ? state.verify : options.verify
    let cert = options.cert.isNone ? state.certificate : options.cert
    let proxies = options.proxies.isNone ? Dict.make() : options.proxies
    let stream = options.stream.isNone ? state.streams : options.stream
    arguments = [
      ("timeout", options.timeout), ("verify", verify), ("proxies", proxies), ("stream", stream), ("cert", cert),
    ]
    for value in [hooks, auth, proxies, verb] { List.append(kept, value) }
  }

  /// Sees a response and gives the one that takes its place.
  func see(_ response: HTTPResponse, _ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    do throws(Raised) {
      let answered = try answer(response, request)
      return try call(answered)
    } catch {
      // The exception stays where the interpreter keeps it.
      throw HTTPFailure(.abandoned)
    }
  }

  /// Answers a challenge by sending the request again.
  private func answer(_ response: HTTPResponse, _ request: HTTPRequest) throws(Raised) -> HTTPResponse {
    guard response.status == 401, !auth.isNone, let challenge = response.header("www-authenticate"),
      !answeredFor.contains(ObjectIdentifier(response.address.origin))
    else { return response }
    answeredFor.append(ObjectIdentifier(response.address.origin))
    let read = try Call.call(try Attributes.get(auth, "read_challenge"), with: Str.make(challenge))
    guard try Operations.truth(read) else { return response }
    let url = Str.make(request.address.text)
    let header = try Call.call(
      try Attributes.get(auth, "build_digest_header"), [Str.make(request.method.text), url])
    guard header.isKind(.str) else { return response }
    if let source = request.extras?.source, !source.rewind() { return response }
    var second = request
    second.headers = HeaderLines.removing(["authorization"], from: request.headers)
    second.headers += Array("Authorization: ".utf8) + Array(Str.bytes(header)) + [13, 10]
    do throws(HTTPFailure) {
      if response.isStreamed { do throws(HTTPFailure.Reason) { try response.readStream() } catch { _ = error } }
      return try state.session.resend(second, after: response)
    } catch {
      if case .abandoned = error.reason { throw raise(Interpreter.raised) }
      throw raise(RequestExceptions.shared.exception(error, second))
    }
  }

  private func call(_ response: HTTPResponse) throws(Raised) -> HTTPResponse {
    let functions = List.items(hooks)
    if functions.isEmpty { return response }
    let result = ResponseState(response: response, request: response.request, method: verb, user: user)
    var value = ResponseType.make(result, isCounted: state.isCounted)
    List.append(kept, value)
    for hook in functions {
      let changed = try Call.call(hook, [value], keywords: arguments)
      if !changed.isNone {
        value = changed
        List.append(kept, value)
      }
    }
    guard let final = Native.payload(value, as: ResponseState.self)?.response else {
      throw raise(.typeError, "a hook gives a Response or None, not '\(Types.name(value))'")
    }
    last = (final, value)
    return final
  }
}
