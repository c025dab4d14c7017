import Glibc
import Lang

/// The making of a request from the arguments of a call and what the session has.
enum RequestMaker {
  /// A request, and what Python code has to do with it.
  struct Made {
    var request: HTTPRequest
    /// Functions that see the responses.
    var hooks: [Value] = []
    /// An `auth` object that answers challenges; `None` for none.
    var challenged = Value.none
    /// What has to live as long as the request: a tuple or `None`.
    var kept = Value.none
  }

  /// Makes a request.
  ///
  /// - Parameter redirects: whether redirects are followed when the call doesn't say.
  static func make(
    _ state: SessionState, _ verb: Value, _ url: Value, _ options: RequestOptions, redirects: Bool
  ) throws(Raised) -> Made {
    if let known = PlainRequests.find(state, verb, url, options, redirects: redirects) { return Made(request: known) }
    var address = try address(state, url)
    if !options.params.isNone || !state.params.isNone { address = try addParams(state, options.params, to: address) }
    var request = HTTPRequest(method: try method(verb, of: state.kind), address: address)
    let body = try RequestBody(options, state.kind)
    if let bytes = body.bytes {
      request.body = bytes
      request.hasBody = true
    } else if request.method.usuallyHasBody {
      request.hasBody = true
    }
    try addExtras(state, options, body, to: &request)
    let auth = options.auth.isNone ? state.auth : options.auth
    let kind = try auth.isNone ? .none : Authentication.kind(auth)
    try addHeaders(state, options, body, kind, to: &request)
    request.connectTimeout = state.connectTimeout
    request.readTimeout = state.readTimeout
    try setTimeouts(options.timeout, of: &request)
    request.followsRedirects =
      options.allowRedirects.isUnbound ? redirects : try Operations.truth(options.allowRedirects)
    if !options.cookies.isNone { request.cookies = try CookieJarType.cookies(of: options.cookies) }
    if address.origin.isSecure { request.tls = try tls(state, options) }
    PlainRequests.note(request, state, verb, url, options, redirects: redirects)
    var made = Made(request: request, kept: body.kept)
    if !options.hooks.isNone || state.hooks.isKind(.dict) {
      made.hooks = try Hooks.merged(state.hooks, options.hooks)
    }
    if case .callable = kind { try call(auth, &made, options) }
    return made
  }

  /// Has an `auth` object change the request.
  private static func call(_ auth: Value, _ made: inout Made, _ options: RequestOptions) throws(Raised) {
    let prepared = PreparedRequest.make(made.request, body: made.request.extras?.source == nil ? nil : options.data)
    let result = try Call.call(auth, with: prepared)
    guard let changed = Native.payload(result, as: PreparedRequest.self) else {
      throw raise(.typeError, "auth gives the request that it was called with, not '\(Types.name(result))'")
    }
    try changed.apply(to: &made.request)
    if !changed.hooks.isUnbound { made.hooks += try Hooks.merged(.none, changed.hooks) }
    if try Authentication.answersChallenges(auth) { made.challenged = auth }
  }

  /// What few requests have.
  private static func addExtras(
    _ state: SessionState, _ options: RequestOptions, _ body: RequestBody, to request: inout HTTPRequest
  ) throws(Raised) {
    request.extras = state.extras
    let streams = try Operations.truth(options.stream.isNone ? state.streams : options.stream)
    let proxies = try Proxies.rules(state, options.proxies)
    guard streams || proxies != nil || body.source != nil else { return }
    let extras = state.extras?.copy() ?? HTTPRequestExtras()
    extras.streamsResponse = streams
    extras.proxies = proxies
    extras.source = body.source
    request.extras = extras
  }

  /// The method that a text names.
  ///
  /// - Parameter kind: whose words a wrong one is refused with.
  static func method(_ verb: Value, of kind: ClientKind = .requests) throws(Raised) -> HTTPMethod {
    guard verb.isKind(.str) else { throw raise(.typeError, "the method is a text, not '\(Types.name(verb))'") }
    let bytes = Str.bytes(verb)
    switch bytes.count {
    case 3 where bytes.elementsEqual("GET".utf8): return .get
    case 4 where bytes.elementsEqual("POST".utf8): return .post
    default: break
    }
    let text = Str.swift(verb).uppercased()
    if let method = HTTPMethod(text) { return method }
    let wrong = text.unicodeScalars.first { HTTPMethod(String($0)) == nil }
    guard kind == .requests, let wrong else { throw raise(.valueError, "invalid HTTP method '\(text)'") }
    throw raise(
      .valueError, "Method cannot contain non-token characters '\(text)' (found at least '\(wrong)')")
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
      guard state.kind == .requests else {
        return try FastAddress.read(
          FastSessionType.url(String(decoding: bytes, as: UTF8.self), behind: state.baseURL))
      }
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
    _ state: SessionState, _ options: RequestOptions, _ body: RequestBody, _ auth: Authentication.Kind,
    to request: inout HTTPRequest
  ) throws(Raised) {
    guard let defaults = Native.payload(state.headers, as: HeaderMap.self) else { return }
    var isPlain = true
    if case .basic = auth { isPlain = false }
    if options.headers.isNone && isPlain && body.contentType == nil && body.boundary.isEmpty {
      request.headers = try defaults.wireBytes()
      note(defaults, in: &request)
      return
    }
    if options.headers.isNone, isPlain, body.boundary.isEmpty, let type = body.contentType,
      !defaults.has(lowercased: "content-type")
    {
      // The session's own headers and what the body says of itself: nothing to merge.
      var headers = try defaults.wireBytes()
      headers.append(contentsOf: "Content-Type: \(type)\r\n".utf8)
      if body.acceptsJSON, !defaults.has(lowercased: "accept") {
        headers.append(contentsOf: "Accept: application/json\r\n".utf8)
      }
      request.headers = headers
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
    if body.acceptsJSON, !all.has(lowercased: "accept") { all.set(Str.make("Accept"), Str.make("application/json")) }
    if case .basic(let user, let password) = auth { try Authentication.basic(user, password, to: all) }
    request.headers = try all.wireBytes()
    note(all, in: &request)
  }

  /// Notes which of the headers that the engine writes itself are there.
  static func note(_ headers: HeaderMap, in request: inout HTTPRequest) {
    request.hasHost = headers.has(lowercased: "host")
    request.hasCookie = headers.has(lowercased: "cookie")
    request.hasFraming = headers.has(lowercased: "content-length") || headers.has(lowercased: "transfer-encoding")
  }

  private static func setTimeouts(_ timeout: Value, of request: inout HTTPRequest) throws(Raised) {
    guard !timeout.isNone else { return }
    func nanoseconds(_ value: Value, _ name: String) throws(Raised) -> UInt64? {
      if value.isNone { return nil }
      guard let seconds = value.isFloat ? value.double : Integer.int(value).map(Double.init) else {
        throw raise(
          .valueError,
          "Timeout value \(name) was \(Str.swift(try Text.str(value))), but it must be an int, float or None.")
      }
      guard seconds > 0 else {
        throw raise(
          .valueError,
          "Attempted to set \(name) timeout to \(Str.swift(try Text.str(value))), but the timeout cannot be set to a "
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
      request.connectTimeout = try nanoseconds(items[0], "connect")
      request.readTimeout = try nanoseconds(items[1], "read")
    } else {
      request.connectTimeout = try nanoseconds(timeout, "connect")
      request.readTimeout = request.connectTimeout
    }
  }

  /// The TLS options used last: a spec has one or two kinds.
  private nonisolated(unsafe) static var knownTLS: [TLSOptions] = []

  private static func tls(_ state: SessionState, _ options: RequestOptions) throws(Raised) -> TLSOptions {
    if !state.contextFactory.isNone { return try madeTLS(state) }
    let verify = options.verify.isNone ? state.verify : options.verify
    let certificate = options.cert.isNone ? state.certificate : options.cert
    var settings = TLSOptions.Settings()
    settings.authorities = verify.isKind(.str) ? Str.swift(verify) : nil
    if settings.authorities == nil, try Operations.truth(state.trustsEnvironment), try Operations.truth(verify) {
      settings.authorities = Proxies.variable("requests_ca_bundle") ?? Proxies.variable("curl_ca_bundle")
    }
    settings.verifiesCertificate = settings.authorities != nil ? true : try Operations.truth(verify)
    if settings.authorities == nil && certificate.isNone {
      return settings.verifiesCertificate ? .standard : .unverified
    }
    if certificate.isKind(.str) { settings.certificate = Str.swift(certificate) }
    if certificate.isKind(.tuple), Tuple.items(certificate).count == 2 {
      settings.certificate = Str.swift(try Text.str(Tuple.items(certificate)[0]))
      settings.key = Str.swift(try Text.str(Tuple.items(certificate)[1]))
    }
    if let known = knownTLS.first(where: { $0.settings == settings }) { return known }
    try check(settings.authorities, "Could not find a suitable TLS CA certificate bundle, invalid path: ")
    try check(settings.certificate, "Could not find the TLS certificate file, invalid path: ")
    try check(settings.key, "Could not find the TLS key file, invalid path: ")
    return keep(settings)
  }

  private static func keep(_ settings: TLSOptions.Settings) -> TLSOptions {
    if let known = knownTLS.first(where: { $0.settings == settings }) { return known }
    let made = TLSOptions(settings)
    knownTLS.append(made)
    return made
  }

  /// What the factory of a `FastHttpUser` makes, called when the first request over TLS is made, as geventhttpclient does.
  private static func madeTLS(_ state: SessionState) throws(Raised) -> TLSOptions {
    if let made = state.madeTLS { return made }
    let context = try Call.call(state.contextFactory)
    guard let describe = try Attributes.find(context, Symbol("_settings")) else {
      throw raise(.typeError, "ssl_context_factory gives an SSLContext, not '\(Types.name(context))'")
    }
    let described = try Call.call(describe)
    defer { Heap.keepAlive(described) }
    let values = Array(Tuple.items(described))
    func text(_ index: Int) -> String? { values[index].isKind(.str) ? Str.swift(values[index]) : nil }
    var settings = TLSOptions.Settings()
    // `insecure` decides about the name, whatever the factory says; without it certificates are verified.
    let isInsecure = !(try Operations.truth(state.verify))
    settings.checksName = !isInsecure
    settings.verifiesCertificate = isInsecure ? try Operations.truth(values[0]) : true
    (settings.authorities, settings.certificate, settings.key, settings.password) = (text(1), text(2), text(3), text(4))
    settings.ciphers = text(5)
    (settings.oldestVersion, settings.newestVersion) = (Integer.int(values[6]), Integer.int(values[7]))
    let made = keep(settings)
    state.madeTLS = made
    return made
  }

  private static func check(_ path: String?, _ text: String) throws(Raised) {
    guard let path, access(path, F_OK) != 0 else { return }
    throw raise(.osError, text + path)
  }
}
