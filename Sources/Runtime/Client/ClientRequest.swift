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
      return try FiberThreads.onFiber { () throws(Raised) -> Value in
        // A worker that is forked later must not share a connection with its siblings.
        defer { if LoadTest.current == nil { state.session.close() } }
        return try perform(state, verb, url, options, redirects: redirects)
      }
    }
    let began = EventLoop.now
    var request: HTTPRequest?
    let outcome = try exchange(state, verb, url, options, redirects, &request)
    let ended = outcome.ended ?? EventLoop.now
    let result = ResponseState(
      response: outcome.response, request: request, method: verb,
      name: try name(state, url, options, outcome.response, request),
      context: options.context, user: state.user, nanoseconds: ended &- (outcome.began ?? began), ended: ended,
      wantsVerdict: try Operations.truth(options.catchResponse))
    result.error = outcome.error
    let value = ResponseType.make(result, isCounted: state.isCounted)
    if !state.isCounted {
      if !outcome.error.isNone { throw raise(outcome.error) }
    } else if !result.wantsVerdict {
      try RequestReport.report(value, result)
    }
    return value
  }

  /// What an exchange came to: a response, or the exception that Locust reports.
  private struct Outcome {
    var response: HTTPResponse?
    var error = Value.none
    var began: UInt64?
    var ended: UInt64?
  }

  private static func exchange(
    _ state: SessionState, _ verb: Value, _ url: Value, _ options: RequestOptions, _ redirects: Bool,
    _ request: inout HTTPRequest?
  ) throws(Raised) -> Outcome {
    let prepared: HTTPRequest
    do throws(Raised) {
      prepared = try prepare(state, verb, url, options, redirects)
    } catch {
      let exception = Interpreter.raised
      guard RequestExceptions.shared.isReported(exception) else { throw error }
      return Outcome(error: exception)
    }
    request = prepared
    if !state.retries.isEmpty, var policy = state.retries.policy(for: prepared.address.text) {
      return try exchange(prepared, state, &policy)
    }
    do throws(HTTPFailure) {
      let response = try state.session.send(prepared)
      let began = response.history.first?.timing.started ?? response.timing.started
      return Outcome(response: response, began: began, ended: response.timing.ended)
    } catch {
      let exception = RequestExceptions.shared.exception(error, prepared)
      guard RequestExceptions.shared.isReportedFailure(error) else { throw raise(exception) }
      return Outcome(error: exception)
    }
  }

  /// Sends a request as often as an adapter's policy says.
  private static func exchange(
    _ request: HTTPRequest, _ state: SessionState, _ policy: inout RetryPolicy
  ) throws(Raised) -> Outcome {
    let began = EventLoop.now
    switch try policy.send(request, state.session) {
    case .response(let response):
      return Outcome(response: response, began: began, ended: response.timing.ended)
    case .failed(let failure):
      let exception = RequestExceptions.shared.exception(failure, request)
      guard RequestExceptions.shared.isReportedFailure(failure) else { throw raise(exception) }
      return Outcome(error: exception)
    case .tooMany(let status):
      return Outcome(error: RequestExceptions.shared.tooMany(status, request))
    }
  }

  // MARK: Making the request

  private static func prepare(
    _ state: SessionState, _ verb: Value, _ url: Value, _ options: RequestOptions, _ redirects: Bool
  ) throws(Raised) -> HTTPRequest {
    var address = try address(state, url)
    if !options.params.isNone || !state.params.isNone { address = try addParams(state, options.params, to: address) }
    var request = HTTPRequest(method: try method(verb), address: address)
    let body = try RequestBody(options)
    if let bytes = body.bytes {
      request.body = bytes
      request.hasBody = true
    } else if [HTTPMethod.post, .put, .patch].contains(request.method) {
      request.hasBody = true
    }
    try addHeaders(state, options, body, to: &request)
    try setTimeouts(options.timeout, of: &request)
    request.followsRedirects =
      options.allowRedirects.isUnbound ? redirects : try Operations.truth(options.allowRedirects)
    if !options.cookies.isNone { request.cookies = try CookieJarType.cookies(of: options.cookies) }
    if address.origin.isSecure { request.tls = try tls(state, options) }
    return request
  }

  private static func method(_ verb: Value) throws(Raised) -> HTTPMethod {
    guard verb.isKind(.str) else { throw raise(.typeError, "the method is a text, not '\(Types.name(verb))'") }
    let bytes = Str.bytes(verb)
    switch bytes.count {
    case 3 where bytes.elementsEqual("GET".utf8): return .get
    case 4 where bytes.elementsEqual("POST".utf8): return .post
    default: break
    }
    guard let method = HTTPMethod(Str.swift(verb).uppercased()) else {
      throw raise(.valueError, "'\(Str.swift(verb))' is not an HTTP method")
    }
    return method
  }

  private static func isAbsolute(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
    guard url.count > 7, url[0] | 32 == UInt8(ascii: "h") else { return false }
    let start = String(decoding: url.prefix(8), as: UTF8.self).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  private static func address(_ state: SessionState, _ url: Value) throws(Raised) -> HTTPAddress {
    guard url.isKind(.str) || url.isKind(.bytes) else {
      throw raise(.typeError, "expected string or bytes-like object, got '\(Types.name(url))'")
    }
    let bytes = url.isKind(.str) ? Str.bytes(url) : BytesValue.buffer(url)
    do throws(HTTPFailure) {
      if state.base == nil || isAbsolute(bytes) {
        let text = String(decoding: bytes, as: UTF8.self)
        if isAbsolute(bytes) { return try HTTPAddress(text) }
        return try HTTPAddress((state.baseURL.isKind(.str) ? Str.swift(state.baseURL) : "") + text)
      }
      if let base = state.base { return try HTTPAddress(base: base, path: bytes) }
      throw HTTPFailure(.missingScheme(String(decoding: bytes, as: UTF8.self)))
    } catch {
      throw raise(RequestExceptions.shared.exception(error, nil))
    }
  }

  private static func addParams(
    _ state: SessionState, _ params: Value, to address: HTTPAddress
  ) throws(Raised) -> HTTPAddress {
    var query: [UInt8] = []
    if !state.params.isNone { query = try FormEncoding.encode(state.params) }
    if !params.isNone {
      let own = try FormEncoding.encode(params)
      if !query.isEmpty && !own.isEmpty { query.append(UInt8(ascii: "&")) }
      query += own
    }
    guard !query.isEmpty else { return address }
    let text = address.text
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let joint = parts[0].contains("?") ? "&" : "?"
    let fragment = parts.count > 1 ? "#\(parts[1])" : ""
    do throws(HTTPFailure) {
      return try HTTPAddress("\(parts[0])\(joint)\(String(decoding: query, as: UTF8.self))\(fragment)")
    } catch { throw raise(RequestExceptions.shared.exception(error, nil)) }
  }

  private static func addHeaders(
    _ state: SessionState, _ options: RequestOptions, _ body: RequestBody, to request: inout HTTPRequest
  ) throws(Raised) {
    guard let defaults = Native.payload(state.headers, as: HeaderMap.self) else { return }
    let auth = options.auth.isNone ? state.auth : options.auth
    if options.headers.isNone && auth.isNone && body.contentType == nil && body.boundary.isEmpty {
      request.headers = try defaults.wireBytes()
      note(defaults, in: &request)
      return
    }
    let all = defaults.copy()
    let value = HeaderMap.make(all)
    defer { Heap.keepAlive(value) }
    if !options.headers.isNone { try all.update(options.headers, removesNone: true) }
    if !body.boundary.isEmpty {
      if !all.has(lowercased: "content-type") {
        all.set(
          Str.make("Content-Type"),
          Str.make(Array("multipart/form-data; boundary=".utf8) + body.boundary))
      }
    } else if let type = body.contentType, !all.has(lowercased: "content-type") {
      all.set(Str.make("Content-Type"), Str.make("\(type)"))
    }
    if !auth.isNone { try Authentication.apply(auth, to: all) }
    request.headers = try all.wireBytes()
    note(all, in: &request)
  }

  private static func note(_ headers: HeaderMap, in request: inout HTTPRequest) {
    request.hasHost = headers.has(lowercased: "host")
    request.hasCookie = headers.has(lowercased: "cookie")
    request.hasFraming = headers.has(lowercased: "content-length") || headers.has(lowercased: "transfer-encoding")
  }

  private static func setTimeouts(_ timeout: Value, of request: inout HTTPRequest) throws(Raised) {
    guard !timeout.isNone else { return }
    func nanoseconds(_ value: Value) throws(Raised) -> UInt64? {
      if value.isNone { return nil }
      let seconds = value.isFloat ? value.double : Integer.int(value).map(Double.init) ?? .nan
      guard seconds > 0 else {
        throw raise(
          .valueError,
          "Attempted to set connect timeout to \(Str.swift(try Text.str(value))), but the timeout cannot be set to a "
            + "value less than or equal to 0.")
      }
      return UInt64(min(seconds * 1e9, 9e18))
    }
    if timeout.isKind(.tuple) {
      let items = Tuple.items(timeout)
      guard items.count == 2 else {
        throw raise(
          .valueError,
          "Invalid timeout \(Str.swift(try Text.repr(timeout))). Pass a (connect, read) timeout tuple, or a single "
            + "float to set both timeouts to the same value.")
      }
      request.connectTimeout = try nanoseconds(items[0])
      request.readTimeout = try nanoseconds(items[1])
    } else {
      request.connectTimeout = try nanoseconds(timeout)
      request.readTimeout = request.connectTimeout
    }
  }

  /// The TLS options used last: a spec has one or two kinds.
  private nonisolated(unsafe) static var knownTLS: [TLSOptions] = []

  private static func tls(_ state: SessionState, _ options: RequestOptions) throws(Raised) -> TLSOptions {
    let verify = options.verify.isNone ? state.verify : options.verify
    let certificate = options.cert.isNone ? state.certificate : options.cert
    let authorities = verify.isKind(.str) ? Str.swift(verify) : nil
    let verifies = authorities != nil ? true : try Operations.truth(verify)
    if authorities == nil && certificate.isNone { return verifies ? .standard : .unverified }
    var file: String?
    var key: String?
    if certificate.isKind(.str) { file = Str.swift(certificate) }
    if certificate.isKind(.tuple), Tuple.items(certificate).count == 2 {
      file = Str.swift(try Text.str(Tuple.items(certificate)[0]))
      key = Str.swift(try Text.str(Tuple.items(certificate)[1]))
    }
    if let known = knownTLS.first(where: {
      $0.verifiesCertificate == verifies && $0.authorities == authorities && $0.certificate == file && $0.key == key
    }) {
      return known
    }
    let made = TLSOptions(verifiesCertificate: verifies, authorities: authorities, certificate: file, key: key)
    knownTLS.append(made)
    return made
  }

  // MARK: The name

  /// What the request is called in the statistics: what the call or `rename_request` says, else path and query.
  private static func name(
    _ state: SessionState, _ url: Value, _ options: RequestOptions, _ response: HTTPResponse?, _ request: HTTPRequest?
  ) throws(Raised) -> Value {
    if try options.name.isGiven() {
      return options.name.isKind(.str) ? options.name : try Text.str(options.name)
    }
    if !state.requestName.isNone { return state.requestName }
    guard let request else { return try Text.str(url) }
    let target = request.address.target
    // The usual path is the very text that the call gave.
    if url.isKind(.str), Str.bytes(url).elementsEqual(target) { return url }
    return Str.make(target)
  }
}
