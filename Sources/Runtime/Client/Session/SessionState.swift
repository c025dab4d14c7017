import Lang

/// What is behind a client object of a spec.
final class SessionState: Payload {
  let session = HTTPSession()
  /// Which client library it is to its spec.
  let kind: ClientKind
  /// The default headers, a `CaseInsensitiveDict`.
  var headers: Value
  /// The address that paths are appended to; nil in a session without one.
  private(set) var base: HTTPAddress?
  /// A number that sessions with the same address share; 0 without one.
  private(set) var baseNumber = 0
  private nonisolated(unsafe) static var baseNumbers: [String: Int] = [:]
  var baseURL = Value.none
  var user = Value.none
  /// The name for requests that give none, while `rename_request` is on.
  var requestName = Value.none
  var auth = Value.none
  var verify = Value.yes
  var certificate = Value.none
  /// What makes the `SSLContext` of a `FastHttpUser`; `None` for `verify` and `certificate`.
  var contextFactory = Value.none
  /// What the factory has made, once a request has needed it.
  var madeTLS: TLSOptions?
  var params = Value.none
  var proxies = Value.unbound
  var hooks = Value.unbound
  var cookies = Value.unbound
  /// What the mounted adapters say of sending requests again.
  var retries = RetryPolicies()
  /// Whether response bodies are left to be read unless a call says otherwise.
  var streams = Value.no
  /// Whether proxies and certificates are taken from the environment.
  var trustsEnvironment = Value.no
  /// Whether its requests are counted: a load test's client, not a plain `requests.Session`.
  var isCounted = true
  /// What every request of the session has beside the ordinary; nil for nothing.
  var extras: HTTPRequestExtras?
  /// The timeouts of requests that give none, in ns; nil for none.
  var connectTimeout: UInt64?
  var readTimeout: UInt64?
  /// How often the client of a `FastHttpUser` sends a request again.
  var maxRetries = 0

  /// Creates a session with the default headers.
  init(_ kind: ClientKind = .requests) {
    self.kind = kind
    headers = HeaderMap.make(kind.defaultHeaders.copy())
    if kind == .fast {
      let extras = HTTPRequestExtras()
      extras.habits = .gevent
      self.extras = extras
    }
  }

  /// Sets the address that paths are appended to.
  ///
  /// - Parameter text: what it was read from.
  func setBase(_ address: HTTPAddress?, _ text: String) {
    base = address
    baseNumber = 0
    guard address != nil else { return }
    baseNumber = SessionState.baseNumbers[text] ?? SessionState.baseNumbers.count + 1
    SessionState.baseNumbers[text] = baseNumber
  }

  /// Speaks HTTP/2 from now on, or no more.
  func setHTTP2(_ use: HTTP2Use) {
    let extras = self.extras?.copy() ?? HTTPRequestExtras()
    extras.http2 = use
    self.extras = use == .never && kind == .requests ? nil : extras
  }

  override func trace() {
    for value in [
      headers, baseURL, user, requestName, auth, verify, certificate, contextFactory, params, proxies, hooks,
      cookies, streams, trustsEnvironment,
    ] {
      Heap.mark(value)
    }
  }
}

/// Which client library a session is to its spec.
enum ClientKind {
  /// `requests`, as an `HttpUser` has it.
  case requests
  /// `geventhttpclient`, as a `FastHttpUser` has it.
  case fast

  /// What the library sends unless told otherwise, under our own name; to be copied. The copies share their memory until
  /// they are changed.
  var defaultHeaders: HeaderMap { self == .fast ? ClientKind.fastHeaders : ClientKind.requestsHeaders }

  nonisolated(unsafe) private static let fastHeaders = shared(
    [("User-Agent", "katydid/0.1"), ("Accept-Encoding", "gzip, deflate, br")], takesAny: true)
  nonisolated(unsafe) private static let requestsHeaders = shared([
    ("User-Agent", "katydid/0.1"), ("Accept-Encoding", "gzip, deflate, br"), ("Accept", "*/*"),
    ("Connection", "keep-alive"),
  ])

  private static func shared(_ headers: [(String, String)], takesAny: Bool = false) -> HeaderMap {
    let map = HeaderMap()
    map.takesAny = takesAny
    Heap.pin(HeaderMap.make(map))
    for (name, value) in headers { map.set(Str.make(name), Str.make(value)) }
    map.prepare()
    return map
  }
}
